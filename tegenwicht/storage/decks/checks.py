"""From nodes to a deck: every key, type, length and reference checked. Knows cards, knows no files.

decks/deck.schema.json says the same for editors; tests/storage/decks/test_deck_schema.py holds the two together.
After a problem each method returns a stand-in of the right type, so that the rest is checked too; a deck with
stand-ins in it is never handed out.
"""

import re
from typing import TypeVar

from tegenwicht.game.cards import CLUSTERS, FACTORS_IN_THE_STUDY, Card, Cluster, Deck, Kind, Rank, Source
from tegenwicht.i18n import tr
from tegenwicht.plain.pictures import meant, pictures
from tegenwicht.storage.decks.keys import FORMAT_1, FORMAT_2, FORMATS, RANK_KEYS, YAML_WORDS, Format, Words
from tegenwicht.storage.decks.limits import (
    HIGHEST_NUMBER,
    HIGHEST_VERSION,
    MOST_IN_DEEPER,
    MOST_IN_EXPLANATION,
    MOST_IN_FACTOR,
    MOST_IN_ID,
    MOST_IN_INSTRUCTION,
    MOST_IN_OTHER_SIDE,
    MOST_IN_QUESTION,
    MOST_IN_SOURCE,
    MOST_IN_TITLE,
    MOST_SOURCES,
)
from tegenwicht.storage.decks.nodes import NO_VALUE, Mapping, Node, Refused, Scalar
from tegenwicht.storage.decks.problems import Mark, Report
from tegenwicht.storage.decks.text import shown
from tegenwicht.storage.decks.values import Values, is_empty

Value = TypeVar("Value", str, int)

_IN_FORMAT_2 = {
    "counterweight": tr("heet in een bestand met format: 2 other_side"),
    "other_side": tr("kan alleen in een bestand met format: 2; in format 1 heet het counterweight"),
}
"""What to say of a key that belongs to the other format."""

_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile("[a-z]{2}(?:-[A-Z]{2})?")

_CLUSTERS = {str(cluster): cluster for cluster in Cluster}
_SOURCES = {str(source): source for source in Source}
_KINDS = {str(kind): kind for kind in Kind}
_DEEPER_FIELDS = ("deeper 1", "deeper 2", "deeper 3")
_RANK_FIELDS = {key: f"rank.{key}" for key in RANK_KEYS}


def check(root: Node, most_cards: int, escapes: bool, report: Report, words: Words = YAML_WORDS) -> Deck:
    """The deck that the nodes describe; raises DeckProblems when the report has any problem.

    ``escapes``: the file has backslashes, so a text may hold characters that the file itself does not.
    """
    deck = _Checker(most_cards, escapes, report, words).deck(root)
    if report.count:
        raise report.failure()
    return deck


class _Checker(Values):
    def __init__(self, most_cards: int, escapes: bool, report: Report, words: Words) -> None:
        super().__init__(escapes, report, words)
        self._most_cards = most_cards
        self._format = FORMAT_1
        self._ids: dict[str, Mark] = {}
        self._numbers: dict[int, Mark] = {}

    # The deck, from the outside in.

    def deck(self, root: Node) -> Deck:
        self._format = self._format_of(root)
        fields = self._fields(root, "kaartset", self._format.deck_keys)
        return Deck(
            id=self._id(fields["id"]),
            title=self._text(fields["title"], "title", MOST_IN_TITLE),
            language=self._language(fields["language"]),
            version=self._integer(fields["version"], "version", HIGHEST_VERSION),
            sources=self._sources(fields["sources"]),
            cards=self._cards(fields["cards"]),
            instruction=self._if_any(fields, "instruction", MOST_IN_INSTRUCTION),
        )

    def _format_of(self, root: Node) -> Format:
        """The format that the file says it has, or 1. Looked at before the keys, which depend on it."""
        children = iter(root.children if isinstance(root, Mapping) else ())
        for key, value in zip(children, children, strict=True):
            if isinstance(key, Scalar) and key.value == "format":
                number = self._integer(value, "format", len(FORMATS))
                return FORMATS[number - 1] if number else FORMAT_2
        return FORMAT_1

    def _sources(self, node: Node) -> tuple[str, ...]:
        # Words may be long here: a source can be a web address, and small print may break anywhere.
        items = self._items(node, "sources", (1, MOST_SOURCES), tr("1 tot en met 20 bronnen"))
        return tuple(
            self._text(item, f"sources {place}", MOST_IN_SOURCE, longest_word=MOST_IN_SOURCE)
            for place, item in enumerate(items, 1)
        )

    def _cards(self, node: Node) -> tuple[Card, ...]:
        expected = tr("1 tot en met {most} kaarten").format(most=self._most_cards)
        return tuple(map(self._card, self._items(node, "cards", (1, self._most_cards), expected)))

    def _card(self, node: Node) -> Card:
        fields = self._fields(node, "kaart", self._format.card_keys)
        kind = self._kind(fields)
        source = self._source(fields, kind)
        return Card(
            id=self._once(fields["id"], "id", self._id(fields["id"]), self._ids),
            number=self._number(fields["number"]),
            cluster=self._cluster(fields, kind, node),
            title=self._text(fields["title"], "title", MOST_IN_TITLE),
            question=self._text(fields["question"], "question", MOST_IN_QUESTION),
            deeper=self._deeper(fields.get("deeper")),
            other_side=self._other_side(fields),
            source=source or Source.PRACTICE,
            rank=self._rank(fields.get("rank"), source, node),
            kind=kind or Kind.FACTOR,
            explanation=self._if_any(fields, "explanation", MOST_IN_EXPLANATION),
            picture=self._picture(fields.get("picture")),
            factor=self._factor(fields, source),
        )

    def _source(self, fields: dict[str, Node], kind: Kind | None) -> Source | None:
        """Where the card says it is from; None when that makes no sense. Practice when it does not say."""
        if "source" not in fields:
            return Source.PRACTICE
        source = self._one_of(fields["source"], "source", _SOURCES)
        if source is Source.TABLE and kind not in (None, Kind.FACTOR):
            message = tr(
                "{source}: tabel kan alleen bij een factor; gevonden {kind}: {found}: kies praktijk"
            ).format(source=self._name("source"), kind=self._name("kind"), found=kind)
            self._report.add(fields["source"].start_mark, message)
        return source

    def _kind(self, fields: dict[str, Node]) -> Kind | None:
        """The kind of card, a factor when it does not say; None when what it says makes no sense."""
        if "kind" not in fields:
            return Kind.FACTOR
        return self._one_of(fields["kind"], "kind", _KINDS)

    def _cluster(self, fields: dict[str, Node], kind: Kind | None, card: Node) -> Cluster | None:
        node = fields.get("cluster")
        if node is not None and not (kind is not Kind.FACTOR and is_empty(node)):
            return self._one_of(node, "cluster", _CLUSTERS) or CLUSTERS[0]
        if kind is Kind.FACTOR and not isinstance(card, Refused):
            message = tr("{field} ontbreekt in deze kaart: alleen een andere soort kaart kan zonder")
            self._report.add(card.start_mark, message.format(field=self._name("cluster")))
        return None

    def _other_side(self, fields: dict[str, Node]) -> str:
        if self._format is FORMAT_1:
            return self._text(fields["counterweight"], "counterweight", MOST_IN_OTHER_SIDE)
        return self._if_any(fields, "other_side", MOST_IN_OTHER_SIDE)

    def _factor(self, fields: dict[str, Node], source: Source | None) -> str:
        """The name that the study gave the factor: only of a card that comes from it."""
        name = self._if_any(fields, "factor", MOST_IN_FACTOR)
        if name and source is Source.PRACTICE:
            message = tr("{field}: mag niet bij {source}: praktijk: haal het weg").format(
                field=self._name("factor"), source=self._name("source")
            )
            self._report.add(fields["factor"].start_mark, message)
        return name

    def _picture(self, node: Node | None) -> str:
        if node is None or is_empty(node):
            return ""
        name = self._pattern(node, "picture", _ID, tr("de naam van een plaatje, zoals coffee"))
        if name and name not in pictures():
            close = meant(name)
            advice = (
                tr("bedoel je {close}?").format(close=close)
                if close
                else tr("kies er een in de app, bij Eigen kaarten")
            )
            message = tr("{field}: er is geen plaatje {shown}: {advice}").format(
                field=self._name("picture"), shown=shown(name), advice=advice
            )
            self._report.add(node.start_mark, message)
        return name

    def _if_any(self, fields: dict[str, Node], field: str, most: int) -> str:
        """A text that may be left out or stay empty."""
        node = fields.get(field)
        return "" if node is None or is_empty(node) else self._text(node, field, most)

    def _number(self, node: Node) -> int:
        return self._once(node, "number", self._integer(node, "number", HIGHEST_NUMBER), self._numbers)

    def _deeper(self, node: Node | None) -> tuple[str, ...]:
        bounds = self._format.deeper
        if node is None or (isinstance(node, Scalar) and node.meaning == NO_VALUE and not bounds[0]):
            return ()
        items = self._items(
            node, "deeper", bounds, tr("twee of drie vragen") if bounds[0] else tr("hoogstens drie vragen")
        )
        return tuple(
            self._text(item, field, MOST_IN_DEEPER)
            for item, field in zip(items, _DEEPER_FIELDS, strict=False)
        )

    def _rank(self, node: Node | None, source: Source | None, card: Node) -> Rank | None:
        if node is None:
            if source is Source.TABLE:
                message = tr(
                    "{rank} ontbreekt: een kaart met {source}: tabel heeft haar gepubliceerde rangplaatsen"
                ).format(rank=self._name("rank"), source=self._name("source"))
                self._report.add(card.start_mark, message)
            return None
        if source not in (None, Source.TABLE):
            rank, name = self._name("rank"), self._name("source")
            message = tr("mag alleen bij {name}: tabel; gevonden {name}: {source}: haal {rank} weg").format(
                name=name, source=source, rank=rank
            )
            self._report.add(node.start_mark, f"{rank}: {message}")
        fields = self._fields(node, "rank", RANK_KEYS)
        overall, *by_group = (
            self._integer(fields[key], field, FACTORS_IN_THE_STUDY) for key, field in _RANK_FIELDS.items()
        )
        return Rank(overall, tuple(by_group))

    # Keys.

    def _fields(self, node: Node, what: str, keys: tuple[str, ...]) -> dict[str, Node]:
        """The values by key. A key that is missing gets a Refused, unless it is optional."""
        if not isinstance(node, Mapping):
            needed = [key for key in keys if key not in self._format.optional]
            self._say_wrong(node, what, tr("de sleutels {keys}").format(keys=", ".join(needed)))
            return dict.fromkeys(keys, Refused(node.start_mark))
        fields = self._known_fields(node, keys)
        for key in keys:
            if key not in fields and key not in self._format.optional:
                self._report.add(
                    node.start_mark, tr("{key} ontbreekt in deze {what}").format(key=key, what=what)
                )
                fields[key] = Refused(node.start_mark)
        return fields

    def _known_fields(self, mapping: Mapping, keys: tuple[str, ...]) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        places: dict[str, Mark] = {}
        children = iter(mapping.children)
        for key, value in zip(children, children, strict=True):
            name = key.value if isinstance(key, Scalar) else ""
            if name not in keys:
                self._say_unknown(key, keys)
            elif name in fields:
                first = tr("regel {n}").format(n=places[name].line + 1)
                self._report.add(
                    key.start_mark,
                    tr("{name}: dubbele sleutel; de eerste staat op {first}: haal er een weg").format(
                        name=name, first=first
                    ),
                )
            else:
                fields[name] = value
                places[name] = key.start_mark
        return fields

    def _say_unknown(self, key: Node, keys: tuple[str, ...]) -> None:
        if isinstance(key, Scalar) and key.value == "<<":
            self._report.add(
                key.start_mark, tr("samenvoegen met << mag niet: schrijf de sleutels hier voluit")
            )
        elif isinstance(key, Scalar) and (hint := _IN_FORMAT_2.get(key.value)):
            self._report.add(key.start_mark, f"{key.value}: {hint}")
        else:
            self._say_wrong(key, tr("onbekende sleutel"), tr("een van {names}").format(names=", ".join(keys)))

    # What more than one thing in a deck is.

    def _once(self, node: Node, field: str, value: Value, seen: dict[Value, Mark]) -> Value:
        """The value itself; a problem when an earlier card has it. Stand-ins, empty or 0, never count."""
        first = seen.setdefault(value, node.start_mark)
        if value and first is not node.start_mark:
            name = self._name(field)
            message = tr(
                "{name}: {value} is al gebruikt op {line} {number}: geef elke kaart een eigen {name}"
            ).format(name=name, value=value, line=self._words.line, number=first.line + 1)
            self._report.add(node.start_mark, message)
        return value

    def _id(self, node: Node) -> str:
        expected = tr("kleine letters, cijfers en losse streepjes, ten hoogste {most} tekens").format(
            most=MOST_IN_ID
        )
        return self._pattern(node, "id", _ID, expected)

    def _language(self, node: Node) -> str:
        return self._pattern(node, "language", _LANGUAGE, tr("een taalcode zoals nl of nl-NL"))
