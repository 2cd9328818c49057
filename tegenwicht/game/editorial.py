"""What an editor would frown at in a deck in Dutch: advice about its questions, never a reason to refuse it.

Pure over the deck; the words of the advice are the command line's. Difficult words are not looked for: no kept
list of plain Dutch words was found (wordfreq is closed and weighs 50 MB, dutch-words is of 2019 and has ten
thousand words of the web), and in a language that makes words by joining them a list would mostly be wrong.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from math import ceil
from typing import NamedTuple

from tegenwicht.game.cards import Card, Deck

MOST_WORDS = 20
"""Words in a sentence that is read aloud."""

LONGEST_WORD = 20
"""Letters in a word that is read from metres away; parts around a dash count apart."""

SHARE_OF_TWO_WORDS = 0.12
SHARE_OF_ONE_WORD = 0.35
"""Of the cards, how many may begin their question with the same words."""

FEWEST_ALIKE = 3
"""Cards that begin alike before that is a pattern."""

ALIKE = 0.5
"""Words that two questions share, of all words that they have, before they ask the same."""

_MOST_COMPARED = 200


class Kind(StrEnum):
    """What there is to frown at."""

    OPENINGS = "openings"
    TEMPLATE = "template"
    CLOSED = "closed"
    WHY = "why"
    LONG_SENTENCE = "long sentence"
    LONG_WORD = "long word"
    ALIKE = "alike"
    CLIENT_DATA = "client data"
    JUDGING = "judging"


class Finding(NamedTuple):
    """One thing to look at again.

    ``field`` is question, deeper 1 to 3, or other_side; ``found`` the words it is about; ``others`` the
    numbers of the other cards that it is about; ``amount`` how many words, letters
    or cards, where there are too many.
    """

    kind: Kind
    card: Card
    field: str
    found: str
    others: tuple[int, ...] = ()
    amount: int = 0


class _Text(NamedTuple):
    card: Card
    field: str
    text: str


def review(deck: Deck) -> tuple[Finding, ...]:
    """Everything to look at again, in the order of the cards."""
    texts = [text for card in deck.cards for text in _texts(card)]
    findings = [finding for text in texts for finding in _of_text(text)]
    findings += _alike(texts)
    findings += _openings([text for text in texts if text.field == "question"])
    others = [text for text in texts if text.field == "other_side"]
    findings += list(_openings(others)) or _templates(others)
    place = {card.id: number for number, card in enumerate(deck.cards)}
    return tuple(sorted(findings, key=lambda finding: place[finding.card.id]))


def _texts(card: Card) -> Iterator[_Text]:
    yield _Text(card, "question", card.question)
    for number, question in enumerate(card.deeper, 1):
        yield _Text(card, f"deeper {number}", question)
    yield _Text(card, "other_side", card.other_side)


# One text by itself.


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUESTION_WORDS = _listed(
    "wat hoe waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waartoe waaruit "
    "waarvan waarvoor wanneer welk welke wie hoeveel hoelang als toen terwijl nu dan zodra stel "
    "voordat nadat omdat sinds"
)
_VERBS = _listed(
    "ben bent is zijn was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden mag "
    "mogen mocht moet moeten moest wil wilt willen wilde wou zal zul zult zullen zou zouden ga gaat "
    "gaan ging doe doet deed denk denkt dacht vind vindt vond vinden weet wist weten geef geeft gaf "
    "zie ziet zag merk merkt merkte voel voelt voelde durf durft durfde ken kent kende luister "
    "luistert vraag vraagt vroeg zeg zegt zei neem neemt nam klopt past paste helpt hielp werkt "
    "werkte telt telde speelt speelde komt kwam maak maakt maakte"
)
_SUBJECTS = _listed(
    "je jij u jullie we wij er het dit dat deze die de een hij zij ze men iemand jouw ooit wel"
)
_CLIENT_DATA = re.compile(
    r"\b(bsn|burgerservicenummer|geboortedat(?:um|a)|achternaam|voornaam|(?:huis)?adres|postcode|telefoonnummer|"
    r"(?:e-?)?mailadres|(?:dossier|cliënt|klant)nummer|diagnoses?|hoe heet(?:te)? (?:de|die|deze|je|jouw|een) "
    r"(?:cliënt|klant|persoon)|naam van (?:de|die|deze|je|jouw|een) (?:cliënt|klant|persoon|werknemer))\b",
    re.IGNORECASE,
)
_JUDGING = re.compile(
    r"\b(fouten|foute?|verkeerde?|onterecht|terecht|de juiste|had(?:den)? (?:je|jij|jullie)\b.{0,60}\bmoeten|"
    r"goed of|(?:goede|slechte) (?:keuze|beslissing|afweging|reden)|goed (?:besluit|antwoord|gedaan|genoeg)|"
    r"gelijk (?:had|heeft|hebben|kreeg)|de beste (?:keuze|beslissing|afweging))\b",
    re.IGNORECASE,
)
_ENDING_UP = re.compile(r"\bk(?:om|wam)\w*\b.*\bterecht", re.IGNORECASE)
_ASKING = ("noem", "vertel", "schrijf", "geef", "zeg", "beschrijf")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPEAKER = re.compile(r"^[^\W\d_]+: ")
"""Who a question is for, as in "Leidinggevende: welke …"."""


def _of_text(text: _Text) -> Iterator[Finding]:
    for sentence in re.split(r"(?<=[.?!])\s+", _SPEAKER.sub("", text.text)):
        yield from (
            Finding(kind, *text[:2], found, amount=amount) for kind, found, amount in _of_sentence(sentence)
        )
    for word in re.findall(r"[^\W\d_]+", text.text):
        if len(word) > LONGEST_WORD:
            yield Finding(Kind.LONG_WORD, *text[:2], word, amount=len(word))


def _of_sentence(sentence: str) -> Iterator[tuple[Kind, str, int]]:
    words = _WORD.findall(sentence)
    first = words[0].lower() if words else ""
    asks = sentence.endswith("?")
    if len(words) > MOST_WORDS:
        yield Kind.LONG_SENTENCE, sentence, len(words)
    if first == "waarom":
        yield Kind.WHY, words[0], 0
    elif asks and _is_closed(*[word.lower() for word in words[:2]]):
        yield Kind.CLOSED, " ".join(words[:2]), 0
    if (asks or first in _ASKING) and (found := _CLIENT_DATA.search(sentence)):
        yield Kind.CLIENT_DATA, found[0], 0
    if (found := _JUDGING.search(sentence)) and not _ENDING_UP.search(sentence):
        yield Kind.JUDGING, found[0], 0


def _is_closed(first: str = "", second: str = "") -> bool:
    """Whether a question begins as one that yes or no answers: with a verb and then who or what."""
    if first in _QUESTION_WORDS:
        return False
    return (first in _VERBS and second in _SUBJECTS) or second in ("je", "jij", "jullie")


# Texts beside each other.


def _openings(texts: list[_Text]) -> Iterator[Finding]:
    """Openings that too many cards share: two words, or else one."""
    for words, share in ((2, SHARE_OF_TWO_WORDS), (1, SHARE_OF_ONE_WORD)):
        fewest = max(FEWEST_ALIKE, int(share * len(texts)) + 1)
        found = list(_beginning_alike(texts, words, fewest, Kind.OPENINGS))
        yield from found
        if found:
            return


def _templates(texts: list[_Text]) -> Iterator[Finding]:
    return _beginning_alike(texts, 3, FEWEST_ALIKE, Kind.TEMPLATE)


def _beginning_alike(texts: list[_Text], words: int, fewest: int, kind: Kind) -> Iterator[Finding]:
    groups: dict[tuple[str, ...], list[_Text]] = defaultdict(list)
    for text in texts:
        start = tuple(word.lower() for word in _WORD.findall(text.text)[:words])
        if len(start) == words:
            groups[start].append(text)
    for start, (first, *others) in groups.items():
        if len(others) + 1 >= fewest:
            numbers = tuple(text.card.number for text in others)
            yield Finding(kind, first.card, first.field, " ".join(start).capitalize(), numbers, len(texts))


_LITTLE = _listed(
    "de het een en of je jij jouw jou u hoe wat welk welke waar wie wanneer waaraan dat die dit deze "
    "er in op aan bij van voor met om te is was zijn waren dan nu toen zou zo ook nog naar als door "
    "over uit niet geen wel meer mee maar heb had hebt werd wordt kun kan daar daarvan daarmee erin "
    "eruit hier iemand jullie"
)


def _alike(texts: list[_Text]) -> Iterator[Finding]:
    """Each text that asks the same as one before it.

    Two sets of words can only share enough when they share one of their rarest words, so only texts that do
    are compared; the number compared is bounded.
    """
    bags = [_words_that_matter(text.text) for text in texts]
    seen_in = Counter(word for bag in bags for word in bag)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        rarest = sorted(bag, key=lambda word: (seen_in[word], word))[: len(bag) - ceil(ALIKE * len(bag)) + 1]
        before = (place for word in rarest for place in by_word[word])
        for place in islice(before, _MOST_COMPARED):
            if _share(bag, bags[place]) >= ALIKE:
                text, other = texts[number], texts[place]
                yield Finding(Kind.ALIKE, *text, (other.card.number,))
                break
        for word in rarest:
            by_word[word].append(number)


def _words_that_matter(text: str) -> frozenset[str]:
    """The words of a text without the little ones; of a text that has few others, all of them as one."""
    words = [word.lower() for word in _WORD.findall(_SPEAKER.sub("", text))]
    bag = frozenset(words) - _LITTLE
    return bag if len(bag) > 2 else frozenset({" ".join(words)})


def _share(one: Iterable[str], other: frozenset[str]) -> float:
    both = frozenset(one)
    return len(both & other) / len(both | other)
