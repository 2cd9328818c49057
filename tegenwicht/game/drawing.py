"""Shuffling, and which card comes next. The order depends on the shuffle number and the deck alone.

Python's own `random` may change between versions; this shuffle is Fisher-Yates over a stream of SHA-256
digests, so that two groups with the same number get the same order on every machine.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from tegenwicht.game.cards import Card, Deck, Kind

if TYPE_CHECKING:
    from hashlib import sha256
else:  # as Python's own ``random`` does: ``hashlib`` brings all of OpenSSL along, three megabytes
    try:
        from _sha2 import sha256
    except ImportError:
        try:  # its name before Python 3.12
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256


class Drawing(StrEnum):
    """The four ways to draw."""

    OPEN = "open"  # the usual one: the participant picks a pile or lets the lot decide
    SHUFFLED = "shuffled"  # the next card of the whole deck
    PILE = "pile"  # the participant picks the cluster
    COUNTERWEIGHT = "counterweight"  # the cluster that has come up least


def fingerprint(deck: Deck) -> str:
    """A digest of what is on the deck's cards, the same for the same cards in any file order."""
    digest = sha256()
    for card in sorted(deck.cards, key=lambda card: card.number):
        rank = (card.rank.overall, *card.rank.by_group) if card.rank else ()
        fields = (card.id, str(card.number), card.cluster or "", card.title, card.question, *card.deeper,
                  card.other_side, card.source, *map(str, rank), *_since_format_2(card))  # fmt: skip
        digest.update("\x1f".join(fields).encode() + b"\x1e")
    return digest.hexdigest()


def _since_format_2(card: Card) -> tuple[str, ...]:
    """What only newer decks have. A card without it keeps the order that it always had."""
    kind = "" if card.kind is Kind.FACTOR else card.kind
    since = (kind, card.explanation, card.picture, card.factor)
    return since if any(since) else ()


def _numbers_below(seed: str) -> Iterator[int]:
    """An endless stream of 64-bit numbers that depends on the seed alone."""
    block = 0
    while True:
        digest = sha256(f"{seed}:{block}".encode()).digest()
        yield from (int.from_bytes(digest[at : at + 8], "big") for at in range(0, 32, 8))
        block += 1


def shuffled(numbers: Iterable[int], seed: str) -> tuple[int, ...]:
    """The card numbers in an order that depends on the seed and on which numbers there are."""
    order = sorted(numbers)
    stream = _numbers_below(seed)
    for last in range(len(order) - 1, 0, -1):
        fair = 2**64 - 2**64 % (last + 1)  # above this a remainder would favour low places
        pick = next(number for number in stream if number < fair) % (last + 1)
        order[last], order[pick] = order[pick], order[last]
    return tuple(order)


def shuffled_deck(deck: Deck, shuffle_number: int, reshuffles: int = 0) -> tuple[int, ...]:
    """The whole deck's numbers in order; ``reshuffles`` counts how often the deck ran out before."""
    seed = f"{fingerprint(deck)}:{shuffle_number}:{reshuffles}"
    return shuffled((card.number for card in deck.cards), seed)


def one_of_each(order: Sequence[int], cluster_of: Callable[[int], object]) -> tuple[int, ...]:
    """The same order, but round after round the next one of each cluster; the first stays the first.

    In every round the clusters come as they first came up; one that has no more cards is passed over.
    """
    piles: dict[object, list[int]] = {}
    for number in order:
        piles.setdefault(cluster_of(number), []).append(number)
    rounds = zip_longest(*piles.values())
    return tuple(number for one in rounds for number in one if number is not None)


def first_of_least(candidates: Sequence[int], times: Sequence[int]) -> int:
    """The earliest of the candidates for which ``times`` (same length) is least. Not for an empty pile."""
    return candidates[min(range(len(candidates)), key=lambda at: (times[at], at))]
