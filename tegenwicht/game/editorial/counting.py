"""What can be counted on a card as it should be: words, question marks, second questions, formulas, slots.

One question of fifteen words, three slips that differ, a short title, and an other side that is not always the
client's. A text that was left empty is no fault: of a card of one's own only title and question are needed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tegenwicht.game import cards
from tegenwicht.game.cards import Card, Cluster, Deck
from tegenwicht.game.editorial.findings import WORD, Finding, Kind, Text, questions_of

MOST_WORDS = 15
"""Words in a question, and in the question of the other side."""

MOST_IN_SLIP, MOST_IN_TITLE = 95, 40
"""Characters."""

SLIPS = 3
FEWEST_ALIKE = 3
"""Cards with the same formula before that is one."""

MOST_TO_THE_CLIENT = 1 / 3
"""Of the cards, how many may turn to the client in their third slip, or on their other side."""

_ASKING = r"(?:wat|hoe|wie|wiens|waar\w*|welke?|wanneer|hoeveel|hoelang)"
_SECOND = re.compile(
    rf"(?:, (?:en|of|maar)|\ben) (?:(?:aan|bij|in|met|op|over|uit|van|voor) )?{_ASKING}\b", re.IGNORECASE
)
_FORMULAS = {
    "telde mee": re.compile(r"\btel(?:de|t) (?:\w+ )?mee\b", re.IGNORECASE),
    "hoe koos je": re.compile(r"\bhoe koos je\b", re.IGNORECASE),
    "een volgende collega": re.compile(r"\bvolgende collega\b", re.IGNORECASE),
}
_TO_THE_CLIENT = re.compile(r"\bcliënt|\bklant|\bvolgende collega", re.IGNORECASE)
_DIFFICULT = re.compile(
    r"\b(regelruimtes?|aanpassingsbereidheid|vakinhoudelijke?|competenties?|mensbeeld\w*|rolopvatting\w*|"
    r"methodische?|draagvlak|belastbaarheid|ontrafel\w*|knel(?:t|de|den|len|lend|lende)?|toezegging\w*|kaders?|"
    r"kl[io]nkt? (?:\w+ )?door|klonk(?:en)? (?:\w+ )?door|doorklink\w*|kleur(?:t|de|den))\b",
    re.IGNORECASE,
)
"""What our own cards had that is above B1, or figurative. The published name of a factor may have it."""


def of_card(card: Card) -> Iterator[Finding]:
    """What there is to count on one card. A statement, a task or a joker need not ask anything."""
    if len(card.title) > MOST_IN_TITLE:
        yield Finding(Kind.LONG_TITLE, card, "title", card.title, amount=len(card.title))
    if card.kind is cards.Kind.FACTOR:
        yield from _of_question(card)
        yield from _of_slips(card)
    for text in questions_of(card):
        yield from _of_text(text)
    for field, words in (("title", card.title), ("explanation", card.explanation)):
        yield from _difficult(Text(card, field, words))


def _of_question(card: Card) -> Iterator[Finding]:
    for field, text in (("question", card.question), ("other_side", card.other_side)):
        if (words := len(text.split())) > MOST_WORDS:
            yield Finding(Kind.LONG_QUESTION, card, field, text, amount=words)
    if (marks := card.question.count("?")) != 1:
        yield Finding(Kind.QUESTION_MARKS, card, "question", card.question, amount=marks)


def _of_slips(card: Card) -> Iterator[Finding]:
    if card.deeper and len(card.deeper) < SLIPS:
        last = f"deeper {len(card.deeper)}"
        yield Finding(Kind.FEW_SLIPS, card, last, card.deeper[-1], amount=len(card.deeper))
    for (_, one), (number, other) in combinations(enumerate(card.deeper, 1), 2):
        if one and _begin(one) == _begin(other):
            yield Finding(Kind.SLIPS_ALIKE, card, f"deeper {number}", " ".join(_begin(other)).capitalize())


def _begin(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(text)[:2])


def _of_text(text: Text) -> Iterator[Finding]:
    """Of a question, a slip or the other side."""
    slip = text.field.startswith("deeper")
    if slip and len(text.text) > MOST_IN_SLIP:
        yield Finding(Kind.LONG_SLIP, *text, amount=len(text.text))
    if text.field != "question" and (marks := text.text.count("?")) > 1:
        yield Finding(Kind.QUESTION_MARKS, *text, amount=marks)
    if "?" in text.text and (found := _SECOND.search(text.text)):
        yield Finding(Kind.SECOND_QUESTION, *text[:2], found[0].removeprefix(", "))
    yield from _difficult(text)


def _difficult(text: Text) -> Iterator[Finding]:
    for found in _DIFFICULT.finditer(text.text):
        yield Finding(Kind.DIFFICULT, *text[:2], found[0])


# Over all cards.


def of_deck(deck: Deck, texts: Sequence[Text]) -> Iterator[Finding]:
    """Formulas, and slots that always turn to the client."""
    for formula, pattern in _FORMULAS.items():
        hits = _first_of_each([text for text in texts if pattern.search(text.text)])
        if len(hits) >= FEWEST_ALIKE:
            yield _told(Kind.FORMULA, hits, formula, len(deck.cards))
    yield from _always_the_client([text for text in texts if text.card.cluster is not Cluster.CLIENT])


def _always_the_client(others: Sequence[Text]) -> Iterator[Finding]:
    """Slots of the cards of other clusters. Not in a deck whose questions are about the client themselves."""
    asked = [text for text in others if text.field == "question"]
    if sum(bool(_TO_THE_CLIENT.search(text.text)) for text in asked) > MOST_TO_THE_CLIENT * len(asked):
        return
    for field in ("deeper 3", "other_side"):
        slot = [text for text in others if text.field == field]
        hits = [text for text in slot if _TO_THE_CLIENT.search(text.text)]
        if len(hits) >= FEWEST_ALIKE and len(hits) > MOST_TO_THE_CLIENT * len(slot):
            yield _told(Kind.ALWAYS_THE_CLIENT, hits, hits[0].text, len(slot))


def _first_of_each(texts: Sequence[Text]) -> list[Text]:
    return list({text.card.id: text for text in reversed(texts)}.values())[::-1]


def _told(kind: Kind, hits: Sequence[Text], found: str, amount: int) -> Finding:
    first, *others = hits
    return Finding(kind, first.card, first.field, found, tuple(text.card.number for text in others), amount)
