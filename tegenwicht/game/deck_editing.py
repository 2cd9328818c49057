"""A deck while its author works on it: texts that may still be wrong or empty, and every edit as a function.

Pure: an edit gives the next draft. ``History`` remembers the drafts before, so that every edit can be undone.
Says nothing about what is wrong with a draft: the reader of decks knows that (storage/deck_checks.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Family, Kind, Rank, Source

MOST_CARDS = 2_000
MOST_SOURCES = 20
HIGHEST_NUMBER = 9_999
MOST_UNDONE = 200
TEXTS = ("number", "title", "question", "deeper 1", "deeper 2", "deeper 3", "other_side", "explanation")
"""The fields of a card that are typed, in the order of the form."""

LONGEST = {"title": 60, "question": 160, "deeper 1": 140, "deeper 2": 140, "deeper 3": 140,
           "other_side": 180, "explanation": 240, "source": 300, "instruction": 300}  # fmt: skip
"""Characters in a field that the reader of decks takes (storage/deck_checks.py; a test holds them together)."""

FAMILIES: tuple[Family, ...] = (*CLUSTERS, *(kind for kind in Kind if kind is not Kind.FACTOR))
"""In the order in which the lists of a deck show them."""

NOTHING_YET = "…"
"""What a card shows where nothing was filled in yet."""


@dataclass(frozen=True, slots=True)
class CardDraft:
    """One card. ``key``: from 1, the same from one draft to the next. ``id``: empty until it is first saved.

    deeper: always three, any of which may stay empty. rank: as published; it counts with ``Source.TABLE``.
    picture: the name of one, or empty. factor: the published name of a factor from the study.
    """

    key: int
    cluster: Cluster | None
    number: str = ""
    title: str = ""
    question: str = ""
    deeper: tuple[str, str, str] = ("", "", "")
    other_side: str = ""
    source: Source = Source.PRACTICE
    rank: Rank | None = None
    id: str = ""
    kind: Kind = Kind.FACTOR
    explanation: str = ""
    picture: str = ""
    factor: str = ""

    @property
    def family(self) -> Family:
        """Under which of the lists it stands: its cluster, or else its kind."""
        return self.cluster or self.kind

    def text(self, field: str) -> str:
        """What is in one of ``TEXTS``. KeyError for another name."""
        first, second, third = self.deeper
        return {
            "number": self.number, "title": self.title, "question": self.question,
            "deeper 1": first, "deeper 2": second, "deeper 3": third, "other_side": self.other_side,
            "explanation": self.explanation,
        }[field]  # fmt: skip

    def with_text(self, field: str, text: str) -> "CardDraft":
        """Another text in one of ``TEXTS``. KeyError for another name."""
        if field not in TEXTS:
            raise KeyError(field)
        if not field.startswith("deeper"):
            changes: dict[str, str] = {field: text}
            return replace(self, **changes)  # type: ignore[arg-type]  # all of these are texts
        at = int(field[-1]) - 1
        first, second, third = (text if place == at else old for place, old in enumerate(self.deeper))
        return replace(self, deeper=(first, second, third))


@dataclass(frozen=True, slots=True)
class DeckDraft:
    """A deck. ``sources``: one text each; empty ones do not count. ``next_key``: for the next card."""

    title: str = ""
    sources: tuple[str, ...] = ()
    cards: tuple[CardDraft, ...] = ()
    id: str = ""
    language: str = "nl"
    version: int = 1
    next_key: int = 1
    instruction: str = ""

    def card(self, key: int) -> CardDraft | None:
        """The card with that key; None when it is not there (any more)."""
        return next((card for card in self.cards if card.key == key), None)

    def of(self, family: Family) -> tuple[CardDraft, ...]:
        """The cards of one cluster, or of one kind that have none, in order."""
        return tuple(card for card in self.cards if card.family is family)

    def about(self, field: str) -> str:
        """What is in "title", "instruction", or "source 1" and on."""
        if field.startswith("source"):
            return self.source(int(field.split()[1]) - 1)
        return {"title": self.title, "instruction": self.instruction}[field]

    def source(self, place: int) -> str:
        """The source at a place from 0; empty where there is none."""
        return self.sources[place] if place < len(self.sources) else ""


def draft_of(deck: Deck) -> DeckDraft:
    """The draft of a deck in order."""
    cards = tuple(_card_draft(key, card) for key, card in enumerate(deck.cards, 1))
    return DeckDraft(
        deck.title, deck.sources, cards, deck.id, deck.language, deck.version, len(deck.cards) + 1, deck.instruction,
    )  # fmt: skip


def _card_draft(key: int, card: Card) -> CardDraft:
    first, second, third = (*card.deeper, "", "", "")[:3]
    return CardDraft(
        key, card.cluster, str(card.number), card.title, card.question, (first, second, third),
        card.other_side, card.source, card.rank, card.id, card.kind, card.explanation, card.picture, card.factor,
    )  # fmt: skip


def as_it_will_look(card: CardDraft) -> Card:
    """The card to show while it is being written: dots where nothing was filled in."""
    deeper = tuple(text for text in card.deeper if text.strip())
    number = int(card.number) if card.number.isascii() and card.number.isdecimal() else 0
    return Card(
        card.id, number, card.cluster, card.title.strip() or NOTHING_YET, card.question.strip() or NOTHING_YET,
        deeper, card.other_side.strip(), card.source, card.rank if card.source is Source.TABLE else None,
        card.kind, card.explanation.strip(), card.picture, card.factor,
    )  # fmt: skip


# -- edits: each gives the next draft, or the same one where there is nothing to do


def added(draft: DeckDraft, family: Family) -> DeckDraft:
    """With an empty card at the end of a cluster or kind; its key is the draft's ``next_key``."""
    cluster, kind = (None, family) if isinstance(family, Kind) else (family, Kind.FACTOR)
    card = CardDraft(draft.next_key, cluster, _free_number(draft), kind=kind)
    return _with_card(draft, card, _end_of(draft.cards, family))


def duplicated(draft: DeckDraft, key: int) -> DeckDraft:
    """With a card once more, behind itself, under a number and (when saved) an id of its own.

    The published place is that of the first card's factor alone: the copy is one from practice.
    """
    card = draft.card(key)
    if card is None:
        return draft
    source = Source.PRACTICE if card.source is Source.TABLE else card.source
    copy = replace(card, key=draft.next_key, number=_free_number(draft), id="", source=source, rank=None)
    return _with_card(draft, copy, draft.cards.index(card) + 1)


def _with_card(draft: DeckDraft, card: CardDraft, at: int) -> DeckDraft:
    if len(draft.cards) >= MOST_CARDS:
        return draft
    return replace(draft, cards=(*draft.cards[:at], card, *draft.cards[at:]), next_key=draft.next_key + 1)


def removed(draft: DeckDraft, key: int) -> DeckDraft:
    """Without a card."""
    cards = tuple(card for card in draft.cards if card.key != key)
    return replace(draft, cards=cards) if len(cards) < len(draft.cards) else draft


def moved(draft: DeckDraft, key: int, by: int) -> DeckDraft:
    """With a card one place earlier (-1) or later (+1) within its cluster."""
    card = draft.card(key)
    if card is None:
        return draft
    mates = draft.of(card.family)
    to = mates.index(card) + by
    if not 0 <= to < len(mates) or not by:
        return draft
    swapped = {card.key: mates[to], mates[to].key: card}
    return replace(draft, cards=tuple(swapped.get(one.key, one) for one in draft.cards))


def written(draft: DeckDraft, key: int, field: str, text: str) -> DeckDraft:
    """With another text in a field of a card, one of ``TEXTS``."""
    card = draft.card(key)
    return draft if card is None else _instead(draft, card.with_text(field, text))


def in_cluster(draft: DeckDraft, key: int, cluster: Cluster | None) -> DeckDraft:
    """With a card in another cluster, at the end of it; in none, which a factor cannot."""
    card = draft.card(key)
    if card is None or card.cluster is cluster or (cluster is None and card.kind is Kind.FACTOR):
        return draft
    return _elsewhere(draft, replace(card, cluster=cluster))


def of_kind(draft: DeckDraft, key: int, kind: Kind) -> DeckDraft:
    """With a card of another kind. A factor has a cluster; a card that becomes another kind has none yet.

    Only a factor has a published place.
    """
    card = draft.card(key)
    if card is None or card.kind is kind:
        return draft
    if kind is Kind.FACTOR:
        return _elsewhere(draft, replace(card, kind=kind, cluster=card.cluster or CLUSTERS[0]))
    source = Source.PRACTICE if card.source is Source.TABLE else card.source
    return _elsewhere(draft, replace(card, kind=kind, cluster=None, source=source))


def pictured(draft: DeckDraft, key: int, name: str) -> DeckDraft:
    """With another picture on a card, by its name; empty for none."""
    card = draft.card(key)
    return draft if card is None else _instead(draft, replace(card, picture=name))


def from_source(draft: DeckDraft, key: int, source: Source) -> DeckDraft:
    """With a card of another origin. A card without a published place cannot be one of the study's tables."""
    card = draft.card(key)
    if card is None or (source is Source.TABLE and card.rank is None):
        return draft
    return _instead(draft, replace(card, source=source))


def titled(draft: DeckDraft, title: str) -> DeckDraft:
    """With another title."""
    return replace(draft, title=title)


def instructed(draft: DeckDraft, text: str) -> DeckDraft:
    """With other words on how to play with the deck."""
    return replace(draft, instruction=text)


def sourced(draft: DeckDraft, place: int, text: str) -> DeckDraft:
    """With another text for the source at a place from 0, or a new one behind the last."""
    if not 0 <= place < MOST_SOURCES:
        return draft
    sources = [*draft.sources, *[""] * (place + 1 - len(draft.sources))]
    sources[place] = text
    while sources and not sources[-1]:
        sources.pop()
    return replace(draft, sources=tuple(sources))


def renumbered(draft: DeckDraft) -> DeckDraft:
    """With the numbers 1, 2, 3 and on, cluster by cluster."""
    numbers = {card.key: str(number) for number, card in enumerate(by_cluster(draft), 1)}
    return replace(draft, cards=tuple(replace(card, number=numbers[card.key]) for card in draft.cards))


def with_ids(draft: DeckDraft, ids: tuple[str, ...]) -> DeckDraft:
    """With the ids that the cards were saved under, in their order."""
    pairs = zip(draft.cards, ids, strict=True)
    return replace(draft, cards=tuple(replace(card, id=given) for card, given in pairs))


def by_cluster(draft: DeckDraft) -> Iterator[CardDraft]:
    """The cards as every list shows them: in the order of the clusters, then of the kinds without one."""
    for family in FAMILIES:
        yield from draft.of(family)


def beside(draft: DeckDraft, key: int) -> int:
    """The card to show when this one goes: the next as a list shows them, else the one before; 0 for none."""
    keys = [card.key for card in by_cluster(draft)]
    if key not in keys:
        return 0
    at = keys.index(key)
    return (keys[at + 1 :] or keys[:at][-1:] or [0])[0]


def first_change(before: DeckDraft, after: DeckDraft) -> int | None:
    """The key of a card that is other than it was, to show after an undo; 0 for the deck; None for none."""
    old = {card.key: card for card in before.cards}
    changed = (card.key for card in after.cards if old.get(card.key) != card)
    found = next(changed, None)
    old_words, new_words = ((one.title, one.instruction, one.sources) for one in (before, after))
    if found is None and old_words != new_words:
        return 0
    return found


def _instead(draft: DeckDraft, card: CardDraft) -> DeckDraft:
    return replace(draft, cards=tuple(card if one.key == card.key else one for one in draft.cards))


def _elsewhere(draft: DeckDraft, card: CardDraft) -> DeckDraft:
    """With a changed card at the end of the list that it now belongs to."""
    others = tuple(one for one in draft.cards if one.key != card.key)
    at = _end_of(others, card.family)
    return replace(draft, cards=(*others[:at], card, *others[at:]))


def _end_of(cards: tuple[CardDraft, ...], family: Family) -> int:
    """Where a card of a list comes: behind its last one, else before those of the lists after it."""
    mates = [at for at, card in enumerate(cards) if card.family is family]
    if mates:
        return mates[-1] + 1
    later = FAMILIES[FAMILIES.index(family) + 1 :]
    return next((at for at, card in enumerate(cards) if card.family in later), len(cards))


def _free_number(draft: DeckDraft) -> str:
    """One higher than the highest; where that is too high, the first that no card has."""
    taken = {int(card.number) for card in draft.cards if card.number.isascii() and card.number.isdecimal()}
    highest = max(taken, default=0) + 1
    if highest <= HIGHEST_NUMBER:
        return str(highest)
    return str(next((n for n in range(1, HIGHEST_NUMBER + 1) if n not in taken), ""))


# -- undo


@dataclass(frozen=True, slots=True)
class History:
    """The draft now, those before it and those that were undone, each with what was done to get on from it.

    What was done is a word such as "add", or "title:12" for typing in one field of one card.
    """

    now: DeckDraft
    done: tuple[tuple[str, DeckDraft], ...] = ()
    undone: tuple[tuple[str, DeckDraft], ...] = ()

    @property
    def last(self) -> str:
        """What the last edit was; empty when there is none to undo."""
        return self.done[-1][0] if self.done else ""

    @property
    def next(self) -> str:
        """What redo would do; empty when there is nothing."""
        return self.undone[-1][0] if self.undone else ""

    def edited(self, draft: DeckDraft, what: str) -> "History":
        """After an edit. Typing on in the same field ("field:key") is one edit with what was typed before."""
        if draft == self.now:
            return self
        if ":" in what and what == self.last and not self.undone:
            return replace(self, now=draft)
        return History(draft, (*self.done, (what, self.now))[-MOST_UNDONE:])

    def undo(self) -> "History":
        """Before the last edit; the same when there is none."""
        if not self.done:
            return self
        what, before = self.done[-1]
        return History(before, self.done[:-1], (*self.undone, (what, self.now)))

    def redo(self) -> "History":
        """After the edit that was last undone; the same when there is none."""
        if not self.undone:
            return self
        what, after = self.undone[-1]
        return History(after, (*self.done, (what, self.now)), self.undone[:-1])
