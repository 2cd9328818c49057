"""What the tables of an export are: one description for the writer, ``schema.json`` and ``README.md``.

The version goes up when a column is renamed, removed or gets another meaning; a new column is no new version.
"""

import json
from typing import NamedTuple

FORMAT = "tegenwicht-export"
VERSION = 1


class Column(NamedTuple):
    """``type``: string, integer, boolean, timestamp or object; with "or null" where it may be missing."""

    name: str
    type: str
    about: str


class Table(NamedTuple):
    """One file ``<name>.jsonl``: one JSON object a line, with exactly these columns."""

    name: str
    about: str
    columns: tuple[Column, ...]


_SESSION = Column("session", "string", "welke sessie; in elke tabel dezelfde")
_CLUSTER = Column("cluster", "string", "professional, client, employer, organisational, policy of individual")

SESSIONS = Table("sessions", "Eén regel per sessie.", (
    _SESSION,
    Column("mode", "string", "de spelvorm"),
    Column("title", "string or null", "de titel; alleen met namen"),
    Column("started", "timestamp", "begin, in UTC"),
    Column("changed", "timestamp", "laatste verandering, in UTC"),
    Column("finished", "boolean", "of de sessie is afgesloten"),
    Column("events", "integer", "hoeveel gebeurtenissen er zijn"),
    Column("participants", "integer", "hoeveel mensen er ooit aan tafel zaten"),
    Column("rounds", "integer", "hoeveel rondes er zijn begonnen"),
    Column("drawing", "string", "hoe er is getrokken: open, shuffled, pile of counterweight"),
    Column("moment", "string or null", "waar het gesprek over ging, als dat is gekozen"),
    Column("deck", "string", "welke kaartset; zie cards"),
    Column("cards", "integer", "hoe vaak een cluster langskwam met een kaart, alles bij elkaar"),
    Column("mentions", "integer", "hoe vaak een cluster is genoemd, alles bij elkaar"),
))  # fmt: skip
CLUSTERS_TABLE = Table("clusters", "Wat er langskwam: zes regels per ronde, ook voor wat wegbleef.", (
    _SESSION,
    Column("round", "integer", "de ronde, vanaf 1"),
    _CLUSTER,
    Column("by_card", "integer", "in hoeveel beurten een kaart van dit cluster is besproken"),
    Column("by_mention", "integer", "in hoeveel beurten het is genoemd naast de eigen kaart"),
))  # fmt: skip
PARTICIPANTS = Table("participants", "Eén regel per deelnemer.", (
    _SESSION,
    Column("participant", "integer", "het nummer, vanaf 1"),
    Column("name", "string or null", "de naam; alleen met namen"),
    Column("group", "string or null", "AD, AID, RB, RC, JC of KM, als dat is gekozen"),
    Column("present", "boolean", "of die er aan het eind nog was"),
))  # fmt: skip
STONES = Table("stones", "Tien stenen: zes regels voor het begin en zes voor het eind, als ze zijn gelegd.", (
    _SESSION,
    Column("moment", "string", "begin of end"),
    _CLUSTER,
    Column("stones", "integer", "hoeveel stenen er lagen, 0 tot 10; samen tien"),
))  # fmt: skip
HARVEST = Table("harvest", "Wat iemand meenam. Eén regel per deelnemer die iets koos of schreef.", (
    _SESSION,
    Column("participant", "integer", "het nummer, als in participants"),
    Column("card", "integer or null", "de kaart die bleef"),
    Column("sentence", "string or null", "één zin; alleen met namen"),
    Column("action", "string or null", "wat die gaat doen; alleen met namen"),
    Column("by", "string or null", "wanneer, zoals 2027-01-08; alleen met namen"),
))  # fmt: skip
CARDS = Table("cards", "De kaarten van elke kaartset waarmee is gespeeld.", (
    Column("deck", "string", "welke kaartset, met precies deze kaarten"),
    Column("deck_title", "string", "de titel van de kaartset"),
    Column("number", "integer", "het nummer op de kaart"),
    Column("kind", "string", "factor, situatie, stelling, opdracht of joker"),
    Column("cluster", "string or null", "als in clusters; een kaart van een andere soort dan factor kan er geen hebben"),
    Column("title", "string", "de titel op de kaart"),
    Column("source", "string", "tabel, artikel of praktijk"),
    Column("rank", "integer or null", "plaats in het onderzoek, 1 tot 41; een gemiddelde van toen, geen norm"),
))  # fmt: skip
EVENTS = Table("events", "Alles wat er gebeurde, op volgorde. De kaartset staat in cards.", (
    _SESSION,
    Column("number", "integer", "de hoeveelste gebeurtenis, vanaf 0"),
    Column("kind", "string", "de soort, zoals CardDrawn; Undone neemt gebeurtenis number terug"),
    Column("data", "object", "wat erbij hoort; verschilt per soort"),
))  # fmt: skip
TABLES = (SESSIONS, CLUSTERS_TABLE, PARTICIPANTS, STONES, HARVEST, CARDS, EVENTS)


def schema_json(anonymous: bool) -> str:
    """What is in ``schema.json``."""
    tables = {
        table.name: {
            "file": f"{table.name}.jsonl",
            "about": table.about,
            "columns": {one.name: {"type": one.type, "about": one.about} for one in table.columns},
        }
        for table in TABLES
    }
    found = {"format": FORMAT, "version": VERSION, "anonymous": anonymous, "tables": tables}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def readme(anonymous: bool) -> str:
    """What is in ``README.md``, in Dutch."""
    who = (
        "Zonder namen: geen namen, titels, notities, oogst of andere woorden van mensen. Tijden en "
        "beroepsgroepen staan er wel in; in een kleine groep kan dat iemand herkenbaar maken."
        if anonymous
        else "**Met namen en alles wat mensen opschreven.** Behandel deze map als persoonsgegevens."
    )
    parts = [
        f"# Sessies uit Tegenwicht\n\nFormaat `{FORMAT}`, versie {VERSION}: JSON Lines in UTF-8, één object per "
        f"regel.\n{who}\n\nEen gewicht of een plaats is een gemiddelde, geen norm.\n"
    ]
    for table in TABLES:
        rows = "\n".join(f"| `{one.name}` | {one.type} | {one.about} |" for one in table.columns)
        parts.append(
            f"## {table.name}.jsonl\n\n{table.about}\n\n| kolom | soort | wat |\n|---|---|---|\n{rows}\n"
        )
    parts.append(_EXAMPLE)
    return "\n".join(parts)


_EXAMPLE = """## Voorbeeld met DuckDB

```sql
SELECT cluster, sum(by_card) AS kaarten, sum(by_mention) AS genoemd
FROM read_json('clusters.jsonl', format = 'newline_delimited')
GROUP BY cluster ORDER BY kaarten + genoemd DESC;
```
"""
