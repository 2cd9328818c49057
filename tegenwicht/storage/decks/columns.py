"""The words of a deck as a table: the names of columns and rows, in Dutch, and what else is understood.

A deck as a table has, first or on a sheet of its own, a row for each thing about the deck as a whole (its
name, and behind it the value); then a row with the names of the columns; then a row a card.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from tegenwicht.game.cards import Cluster, Group, Kind, Source
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.keys import Words
from tegenwicht.storage.decks.reader import LABELS

CARDS_SHEET = "Kaarten"
DECK_SHEET = "Kaartset"

DECK_ROWS = {
    "id": "id kaartset",
    "title": "titel kaartset",
    "language": "taal kaartset",
    "version": "versie kaartset",
    "instruction": "uitleg kaartset",
    "sources": "bron kaartset",
}
"""What stands before a value of the deck, by key. The last may be there more than once."""

DEEPER = ("deeper 1", "deeper 2", "deeper 3")
PLACES = ("rank.overall", *(f"rank.{group}" for group in Group))

COLUMNS = {
    "number": "nummer",
    "kind": "soort",
    "cluster": "cluster",
    "title": "titel",
    "factor": "factor",
    "question": "vraag",
    **{key: f"doorvraag {key[-1]}" for key in DEEPER},
    "other_side": "andersom",
    "explanation": "uitleg",
    "picture": "plaatje",
    "source": "bron",
    "rank.overall": "plaats",
    **{f"rank.{group}": f"plaats {group}" for group in Group},
    "id": "id",
}
"""The columns in the order in which they are written, by key."""

REQUIRED = ("cluster", "title", "question")
"""The columns that a table cannot do without."""

TEXTS = ("title", "factor", "question", *DEEPER, "other_side", "explanation")
"""The columns with the words of a card; a row without any of them is no card."""

_ALSO = {
    "nr": "number",
    "kaart": "title",
    "openingsvraag": "question",
    "tegenwicht": "other_side",
    "tegenwichtvraag": "other_side",
    "toelichting": "explanation",
    "afbeelding": "picture",
    "pictogram": "picture",
    "herkomst": "source",
    "rangplaats": "rank.overall",
    "rank": "rank.overall",
    **{
        f"{word} {number}": f"deeper {number}"
        for word in ("verdiepende vraag", "verdieping")
        for number in "123"
    },
    **{str(group).lower(): f"rank.{group}" for group in Group},
}

TABLE_WORDS = Words(
    fields={
        **COLUMNS,
        "deeper": "doorvraag",
        "rank": "plaats",
        "cards": "kaarten",
        "instruction": DECK_ROWS["instruction"],
        "language": DECK_ROWS["language"],
        "version": DECK_ROWS["version"],
        "sources": DECK_ROWS["sources"],
        **{f"sources {number}": DECK_ROWS["sources"] for number in range(1, 21)},
    },
    values={str(cluster): label for cluster, label in LABELS.items()},
    line="rij",
)
"""What the checks of a deck call things when the deck is a table."""


def plain(text: str) -> str:
    """A name as it is compared: without capitals, and with one space where more or another sign stood."""
    return re.sub(r"[\s_-]+", " ", text.strip().rstrip(":")).strip().casefold()


_COLUMN_OF = (
    {plain(name): key for key, name in COLUMNS.items()} | {plain(key): key for key in COLUMNS} | _ALSO
)
_ROW_OF = {plain(name): key for key, name in DECK_ROWS.items()} | {"bronnen kaartset": "sources"}
_CLUSTER_OF = {plain(label): str(cluster) for cluster, label in LABELS.items()} | {
    "client": str(Cluster.CLIENT),
    "wet en beleid": str(Cluster.POLICY),
}


def column_key(name: str) -> str | None:
    """The key of a column by its name; None for an unknown one."""
    return _COLUMN_OF.get(plain(name))


def row_key(name: str) -> str | None:
    """The key of a row about the deck by its name; None for an unknown one."""
    return _ROW_OF.get(plain(name))


def row_key_from_short(name: str) -> str | None:
    """The key of a row on the sheet about the deck, where "titel" will do; None for an unknown one."""
    return row_key(f"{plain(name)} {DECK_SHEET}")


def meant(name: str) -> str | None:
    """The column that an unknown name looks like; None when it looks like nothing."""
    close = get_close_matches(plain(name), _COLUMN_OF, n=1, cutoff=0.75)
    return COLUMNS[_COLUMN_OF[close[0]]] if close else None


def cluster_value(text: str) -> str:
    """A cluster as YAML has it, from its key or its Dutch name; an unknown one as it stands."""
    known = plain(text)
    return _CLUSTER_OF.get(known, known if known in {str(cluster) for cluster in Cluster} else text)


def source_value(text: str) -> str:
    """Where a card comes from as YAML has it; an unknown one as it stands."""
    known = plain(text)
    return known if known in {str(source) for source in Source} else text


def kind_value(text: str) -> str:
    """A kind of card as YAML has it; an unknown one as it stands."""
    known = plain(text)
    return known if known in {str(kind) for kind in Kind} else text


def cell_name(row: int, column: int) -> str:
    """A cell as a spreadsheet names it, from row and column from 0: ``cell_name(4, 3)`` is D5."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def rows_told(rows: Sequence[int]) -> str:
    """Rows by their numbers, from low to high: "rij 3", "2 rijen (3, 5)", "27 rijen (5 tot en met 31)"."""
    if len(rows) == 1:
        return tr("rij {n}").format(n=rows[0])
    if rows[-1] - rows[0] == len(rows) - 1 and len(rows) > 2:
        said = tr("{first} tot en met {last}").format(first=rows[0], last=rows[-1])
    else:
        said = ", ".join(map(str, rows[:10])) + (", …" if len(rows) > 10 else "")
    return tr("{n} rijen ({rows})").format(n=len(rows), rows=said)
