"""What an editor would frown at in texts beside each other: beginning alike, or asking the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from math import ceil

from tegenwicht.game.editorial.findings import SPEAKER, WORD, Finding, Kind, Text, listed

SHARE_OF_TWO_WORDS = 0.12
SHARE_OF_ONE_WORD = 0.35
"""Of the cards, how many may begin their question with the same words."""

FEWEST_ALIKE = 3
"""Cards that begin alike before that is a pattern."""

ALIKE = 0.5
"""Words that two questions share, of all words that they have, before they ask the same."""

_MOST_COMPARED = 200


def openings(texts: list[Text]) -> Iterator[Finding]:
    """Openings that too many cards share: two words, or else one."""
    for words, share in ((2, SHARE_OF_TWO_WORDS), (1, SHARE_OF_ONE_WORD)):
        fewest = max(FEWEST_ALIKE, int(share * len(texts)) + 1)
        found = list(_beginning_alike(texts, words, fewest, Kind.OPENINGS))
        yield from found
        if found:
            return


def templates(texts: list[Text]) -> Iterator[Finding]:
    """Three words with which three texts or more begin."""
    return _beginning_alike(texts, 3, FEWEST_ALIKE, Kind.TEMPLATE)


def shared_templates(texts: list[Text]) -> Iterator[Finding]:
    """Three words with which more texts begin than ``SHARE_OF_TWO_WORDS``: for what there are many of."""
    return _beginning_alike(
        texts, 3, max(FEWEST_ALIKE, int(SHARE_OF_TWO_WORDS * len(texts)) + 1), Kind.TEMPLATE
    )


def _beginning_alike(texts: list[Text], words: int, fewest: int, kind: Kind) -> Iterator[Finding]:
    groups: dict[tuple[str, ...], list[Text]] = defaultdict(list)
    for text in texts:
        start = tuple(word.lower() for word in WORD.findall(text.text)[:words])
        if len(start) == words:
            groups[start].append(text)
    for start, (first, *others) in groups.items():
        if len(others) + 1 >= fewest:
            numbers = tuple(text.card.number for text in others)
            yield Finding(kind, first.card, first.field, " ".join(start).capitalize(), numbers, len(texts))


_LITTLE = listed(
    "de het een en of je jij jouw jou u hoe wat welk welke waar wie wanneer waaraan dat die dit deze "
    "er in op aan bij van voor met om te is was zijn waren dan nu toen zou zo ook nog naar als door "
    "over uit niet geen wel meer mee maar heb had hebt werd wordt kun kan daar daarvan daarmee erin "
    "eruit hier iemand jullie"
)


def alike(texts: list[Text]) -> Iterator[Finding]:
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
    words = [word.lower() for word in WORD.findall(SPEAKER.sub("", text))]
    bag = frozenset(words) - _LITTLE
    return bag if len(bag) > 2 else frozenset({" ".join(words)})


def _share(one: Iterable[str], other: frozenset[str]) -> float:
    both = frozenset(one)
    return len(both & other) / len(both | other)
