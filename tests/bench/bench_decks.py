"""How fast decks are read, against ``yaml.load`` in the same run: ``python -m tests.bench.bench_decks``.

Prints what, ratio, target and too slow above; ends with status 1 when a ratio is too slow. The targets are
those of speed.md. What is measured and its floor take turns, and the ratio is the median of the pairs.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

from tegenwicht.game.cards import CLUSTERS
from tegenwicht.storage.decks.reader import parse_deck

PAIRS = 11
SHIPPED = Path(__file__).parents[2] / "decks" / "tegenwicht.yaml"
HEAD = "id: proef\ntitle: Proefkaarten\nlanguage: nl\nversion: 1\nsources:\n  - Een bron, 2021\ncards:\n"
RANK = "    rank: {overall: 2, AD: 1, AID: 4, RB: 4, RC: 2, JC: 4, KM: 5}\n"
CARD = """\
  - id: kaart-{number}
    number: {number}
    cluster: {cluster}
    title: Belastbaarheid van de cliënt, nummer {number}
    question: Waaraan merk je dat de belastbaarheid van iemand zwaarder weegt dan je vooraf dacht?
    deeper:
      - Wat zag je, en wat deed je toen?
      - Wat maakt dat je er soms aan voorbijgaat in het gesprek?
      - "Een verslag van een ander: wanneer weegt dat mee, en wanneer niet?"
    counterweight: "Wat verandert er als je eerst naar de werkgever kijkt, en dan pas naar de cliënt?"
    source: {source}
{rank}"""


class Row(NamedTuple):
    what: str
    ratio: float
    target: float
    too_slow: float
    milliseconds: float


def deck_of(cards: int) -> bytes:
    """A deck in order with so many cards, at most 9,999; every fifth card has a rank."""
    return "".join([HEAD, *map(card_of, range(1, cards + 1))]).encode()


def card_of(number: int) -> str:
    ranked = number % 5 == 0
    return CARD.format(
        number=number,
        cluster=CLUSTERS[number % len(CLUSTERS)],
        source="tabel" if ranked else "artikel",
        rank=RANK if ranked else "",
    )


def read(data: bytes) -> None:
    parse_deck(data, "deck.yaml", most_cards=10_000, most_bytes=len(data))


def load(data: bytes) -> None:
    yaml.load(data, Loader=yaml.CSafeLoader)


def load_without_collector(data: bytes) -> None:
    gc.disable()
    try:
        load(data)
    finally:
        gc.enable()


def seconds(action: Callable[[bytes], None], data: bytes) -> float:
    gc.collect()
    start = time.perf_counter()
    action(data)
    return time.perf_counter() - start


def compare(
    what: str,
    measured: tuple[Callable[[bytes], None], bytes],
    floor: tuple[Callable[[bytes], None], bytes],
    target: float,
    too_slow: float,
) -> Row:
    """Run both once to warm up, then in turns; the median of the ratios of neighbours."""
    seconds(*measured), seconds(*floor)
    pairs = [(seconds(*measured), seconds(*floor)) for _ in range(PAIRS)]
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    return Row(what, ratio, target, too_slow, statistics.median(mine for mine, _ in pairs) * 1000)


def rows() -> list[Row]:
    thousand, ten_thousand, shipped = deck_of(1_000), deck_of(9_999), SHIPPED.read_bytes()
    return [
        compare("1,000 cards / yaml.load", (read, thousand), (load, thousand), 1.6, 2),
        compare(
            "1,000 cards / the same, collector off",
            (read, thousand),
            (load_without_collector, thousand),
            1.6,
            2,
        ),
        compare("the shipped deck / yaml.load", (read, shipped), (load, shipped), 1.6, 2),
        compare("9,999 cards / 1,000 cards", (read, ten_thousand), (read, thousand), 13, 18),
    ]


def main() -> int:
    """Print the rows; 1 when one is too slow."""
    measured = rows()
    print(f"{'what':40} {'ratio':>6} {'target':>7} {'too slow':>9} {'ms':>8}")
    for row in measured:
        verdict = "too slow" if row.ratio > row.too_slow else "over target" if row.ratio > row.target else ""
        numbers = f"{row.ratio:6.2f} {row.target:7g} {row.too_slow:9g} {row.milliseconds:8.1f}"
        print(f"{row.what:40} {numbers} {verdict}")
    return int(any(row.ratio > row.too_slow for row in measured))


if __name__ == "__main__":
    sys.exit(main())
