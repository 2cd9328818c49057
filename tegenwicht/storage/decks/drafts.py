"""A draft of a deck: what is wrong with it, in the words of the reader of decks; and drafts kept as JSON.

The checks are those of ``deck_checks``, so that a draft without problems is a deck that can be read back.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tegenwicht.game.cards import Cluster, Deck, Group, Kind, Rank, Source
from tegenwicht.game.deck_editing import MOST_CARDS, MOST_SOURCES, TEXTS, CardDraft, DeckDraft, draft_of
from tegenwicht.game.text import presentable
from tegenwicht.i18n import tr
from tegenwicht.storage.decks import nodes
from tegenwicht.storage.decks.checks import check
from tegenwicht.storage.decks.columns import PLACES, TABLE_WORDS
from tegenwicht.storage.decks.keys import Words
from tegenwicht.storage.decks.limits import MOST_IN_ID
from tegenwicht.storage.decks.naming import slug
from tegenwicht.storage.decks.problems import DeckProblems, Report, Spot
from tegenwicht.storage.foreign import ForeignError, field, fields, member, row, text, whole

FORMAT = 2
MOST_BYTES = 8 * 1024 * 1024
MOST_IN_A_TEXT = 2_000
"""Characters: no field of the form takes more, and a screen that must show far more stands still."""
_FIELDS = ("card", *TEXTS, "source", "cluster", "id", "rank", "kind", "picture", "factor")
_DECK = ("deck", "title", "cards", "id", "language", "version", "instruction", "format",
         *(f"source {n}" for n in range(1, 21)))  # fmt: skip
_WORDS = Words(
    {**TABLE_WORDS.fields, "title": "titel", **{f"sources {n}": f"bron {n}" for n in range(1, 21)}},
    TABLE_WORDS.values,
    "plaats",
)


class Fault(NamedTuple):
    """One thing wrong: the card's key, or 0 for the deck; the field; and what it is, in Dutch."""

    card: int
    field: str
    words: str


class KeptDraft(NamedTuple):
    """A draft that waits to become a deck. ``base``: the text of the deck's file that it began with."""

    draft: DeckDraft
    base: str = ""


def checked(draft: DeckDraft) -> tuple[Deck | None, tuple[Fault, ...]]:
    """The deck, or all that keeps the draft from being one."""
    report = Report("")
    try:
        return check(_deck_node(draft), MOST_CARDS, True, report, _WORDS), ()
    except DeckProblems as found:
        return None, tuple(_fault(draft, *problem[1:]) for problem in found.problems)


def problem_of(deck: Deck) -> str:
    """The first thing that keeps a deck, wherever it came from, from being in order; empty when it is."""
    if any(card.rank and len(card.rank.by_group) != len(Group) for card in deck.cards):
        return tr("een kaart zonder een plaats voor elke groep")
    found, faults = checked(draft_of(deck))
    if faults:
        place = next((card.number for card in draft_of(deck).cards if card.key == faults[0].card), "")
        where = tr("kaart {number}, ").format(number=place) if place else ""
        return f"{where}{_WORDS.fields.get(faults[0].field, faults[0].field)}: {faults[0].words}"
    return "" if found == deck else tr("iets wat niet in een kaartset kan staan")


def _fault(draft: DeckDraft, line: int, column: int, message: str) -> Fault:
    """Where in the draft a problem is; beside its field the field's own name is left out."""
    if line > len(draft.cards):
        return Fault(0, _DECK[column - 1], message)
    field = _FIELDS[column - 1]
    name = _WORDS.fields.get(field, field)
    return Fault(draft.cards[line - 1].key, field, message.removeprefix(f"{name}: "))


# -- from a draft to the nodes that the checks know; the line is the card's place, the column the field


def _deck_node(draft: DeckDraft) -> nodes.Mapping:
    def at(field: str) -> Spot:
        return Spot(len(draft.cards), _DECK.index(field))

    def text(field: str, value: str) -> nodes.Scalar:
        return nodes.Scalar(at(field), value, False)

    given = [(n, one) for n, one in enumerate(draft.sources[:20], 1) if one.strip()] or [(1, "")]
    ids = _ids(draft)
    cards = [_card_node(place, card, ids[card.key]) for place, card in enumerate(draft.cards)]
    return _mapping(
        at("deck"),
        {
            "format": nodes.Scalar(at("format"), "2", True),
            "id": text("id", draft.id or slug(draft.title) or "kaartset"),
            "title": text("title", draft.title),
            "language": text("language", draft.language),
            "version": nodes.Scalar(at("version"), str(draft.version), True),
            "instruction": text("instruction", draft.instruction),
            "sources": _sequence(at("source 1"), [text(f"source {n}", one) for n, one in given]),
            "cards": _sequence(at("cards"), cards),
        },
    )


def _card_node(place: int, card: CardDraft, id_: str) -> nodes.Node:
    def at(field: str) -> Spot:
        return Spot(place, _FIELDS.index(field))

    def text(field: str, value: str) -> nodes.Node:
        return nodes.Scalar(at(field), value, False)

    deeper = [text(f"deeper {n}", one) for n, one in enumerate(card.deeper, 1) if one.strip()]
    fields: dict[str, nodes.Node] = {
        "id": text("id", id_),
        "number": nodes.Scalar(at("number"), card.number, True),
        "kind": text("kind", str(card.kind)),
        "cluster": text("cluster", str(card.cluster or "")),
        "title": text("title", card.title),
        "question": text("question", card.question),
        "deeper": _sequence(at("deeper 1"), deeper),
        "other_side": text("other_side", card.other_side),
        "explanation": text("explanation", card.explanation),
        "picture": text("picture", card.picture),
        "factor": text("factor", card.factor),
        "source": text("source", str(card.source)),
    }
    if card.rank is not None and card.source is Source.TABLE:
        numbers = (card.rank.overall, *card.rank.by_group)
        pairs = zip((name.removeprefix("rank.") for name in PLACES), numbers, strict=True)
        places = {name: nodes.Scalar(at("rank"), str(number), True) for name, number in pairs}
        fields["rank"] = _mapping(at("rank"), dict(places))
    return _mapping(at("card"), fields)


def _ids(draft: DeckDraft) -> dict[int, str]:
    """An id for every card, by its key: its own, or one from its title that no other card has."""
    known = {card.key: card.id for card in draft.cards if card.id}
    taken = set(known.values())
    for card in draft.cards:
        if not card.id:
            known[card.key] = _free(slug(card.title) or f"kaart-{card.key}", taken)
            taken.add(known[card.key])
    return known


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted[: MOST_IN_ID - 5].rstrip('-')}-{number}"
    return found


def _sequence(mark: Spot, children: list[nodes.Node]) -> nodes.Sequence:
    found = nodes.Sequence(mark)
    found.children = children
    return found


def _mapping(mark: Spot, fields: dict[str, nodes.Node]) -> nodes.Mapping:
    found = nodes.Mapping(mark)
    found.children = [part for key, one in fields.items() for part in (nodes.Scalar(mark, key, True), one)]
    return found


# -- JSON


def to_json(kept: KeptDraft) -> bytes:
    """The draft as a file; ``from_json`` reads the same."""
    draft = kept.draft
    cards = [
        [card.key, card.cluster, *map(card.text, TEXTS), card.source,
         [card.rank.overall, *card.rank.by_group] if card.rank else None, card.id, card.kind, card.picture,
         card.factor]
        for card in draft.cards
    ]  # fmt: skip
    plain = {
        "format": FORMAT, "base": kept.base, "title": draft.title, "sources": list(draft.sources),
        "id": draft.id, "language": draft.language, "version": draft.version, "next": draft.next_key,
        "instruction": draft.instruction,
        "cards": cards,
    }  # fmt: skip
    return json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def from_json(data: bytes) -> KeptDraft | None:
    """The draft in a file; None when it is not one that ``to_json`` wrote."""
    try:
        plain = fields(data)
        card_of = _READ.get(whole(field(plain, "format")))
        return None if card_of is None else _kept(plain, card_of)
    except ForeignError:
        return None  # damaged, or another program's


def _kept(plain: Mapping[str, Any], card_of: Callable[[list[Any]], CardDraft]) -> KeptDraft:
    cards = tuple(card_of(row(card)) for card in _few(field(plain, "cards"), MOST_CARDS))
    if any(count > 1 for count in Counter(card.key for card in cards).values()):
        raise ForeignError("two cards with one key")
    next_key = max([whole(field(plain, "next")), *(card.key + 1 for card in cards)])
    draft = DeckDraft(
        _shown(field(plain, "title")), tuple(map(_shown, _few(field(plain, "sources"), MOST_SOURCES))), cards,
        _shown(field(plain, "id")), _shown(field(plain, "language")), whole(field(plain, "version")), next_key,
        _shown(plain.get("instruction", "")),
    )  # fmt: skip
    return KeptDraft(draft, text(field(plain, "base")))


def _card_1(kept: list[Any]) -> CardDraft:
    """A card of format 1, before there were explanations, kinds and pictures."""
    *texts, source, places, id_ = row(kept, 2 + len(TEXTS) - 1 + 3)
    return _card([*texts, "", source, places, id_, Kind.FACTOR, "", ""])


def _card(kept: list[Any]) -> CardDraft:
    key, cluster, *texts, source, places, id_, kind, picture, factor = row(kept, 2 + len(TEXTS) + 6)
    number, title, question, first, second, third, other_side, explanation = map(_shown, texts)
    rank = None
    if places is not None:
        overall, *by_group = map(whole, row(places, len(PLACES)))
        rank = Rank(overall, tuple(by_group))
    return CardDraft(
        whole(key), member(Cluster, cluster) if cluster else None, number, title, question, (first, second, third),
        other_side, member(Source, source), rank, _shown(id_), member(Kind, kind), explanation, _shown(picture),
        _shown(factor),
    )  # fmt: skip


_READ: dict[int, Callable[[list[Any]], CardDraft]] = {1: _card_1, FORMAT: _card}


def _few(value: Any, most: int) -> list[Any]:
    """A list of as many as the form can make."""
    if len(found := row(value)) > most:
        raise ForeignError(f"at most {most} are wanted, not {len(found)}")
    return found


def _shown(value: Any) -> str:
    words = text(value)
    if len(words) > MOST_IN_A_TEXT:
        raise ForeignError(f"a text of at most {MOST_IN_A_TEXT} characters is wanted, not of {len(words)}")
    return presentable(words)
