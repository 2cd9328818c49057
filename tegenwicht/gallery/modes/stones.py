"""Every screen of Tien stenen: laying, the talk, laying again, what moved, the close; and the frame of a Kaartgesprek."""

from typing import Any

from tegenwicht.gallery.played import LONGEST, LONGEST_NAME, NAMES, OFF, TWELVE, USUAL, Table
from tegenwicht.game import events, stones, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Deck
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

FIRST, SECOND = (1, 3, 0, 3, 2, 1), (1, 4, 1, 1, 1, 2)
"""The stones of the model session, in the order of ``CLUSTERS``."""


def table(deck: Deck = USUAL, names: tuple[str, ...] = NAMES, **more: Any) -> Table:
    """A session of this mode."""
    return Table(deck, names, mode="stones", thinking_seconds=0, talking_seconds=0, **more)


def laid(played: Table, heaps: tuple[int, ...], most: int = 10) -> Table:
    """So many stones on each cluster, no more than ``most`` in all."""
    clusters = [c for c, n in zip(CLUSTERS, heaps, strict=True) for _ in range(n)][:most]
    return played.do(*map(stones.LayStone, clusters))


def settled(played: Table, heaps: tuple[int, ...]) -> Table:
    """Ten stones laid as the group wants them."""
    return laid(played, heaps).do(stones.SettleStones())


def moved(first: tuple[int, ...] = FIRST, second: tuple[int, ...] = SECOND, **more: Any) -> Table:
    """A whole session up to what moved."""
    return settled(settled(table(**more), first).do(stones.LayAgain()), second)


def around_talk() -> Table:
    """A Kaartgesprek with stones before and after."""
    return Table(thinking_seconds=0, talking_seconds=0, options=(("stones", "yes"),))


def screens() -> dict[str, Model]:
    """Each screen of this kind in its states: its name in the gallery, and its model."""
    some = laid(table(), (1, 3, 0, 2, 1, 0), 10)
    after, settled_after = (
        settled(around_talk(), FIRST).do(tegenwicht.Draw(), tegenwicht.FinishTurn(), events.Finish(False))
        for _ in range(2)
    )
    settled(settled_after, SECOND)
    return {
        "stones": table().model(OFF),
        "stones, two left": laid(some, (0, 0, 0, 0, 0, 1)).model(OFF),
        "stones, all laid": laid(table(), FIRST).model(OFF),
        "stones, on one cluster": laid(table(LONGEST, TWELVE, title=LONGEST_NAME), (0, 0, 0, 0, 0, 10)).model(OFF),
        "stones, the talk": settled(table(), FIRST).model(OFF),
        "stones, again": settled(table(), FIRST).do(stones.LayAgain()).model(OFF),
        "stones, what moved": moved().model(OFF),
        "stones, nothing moved": moved(FIRST, FIRST).model(OFF),
        "stones, all moved": moved((10, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 10)).model(OFF),
        "stones, the menu": laid(table(), FIRST).model(OFF, panel=Panel.MENU),
        "stones close": moved().do(events.Finish()).model(OFF),
        "stones close, the report": moved()
        .do(events.Finish())
        .model(OFF, forms={"harvest:step": "report"}),
        "stones close of nothing": table().do(events.Finish()).model(OFF),
        "stones before a Kaartgesprek": laid(around_talk(), FIRST, 4).model(OFF),
        "stones after a Kaartgesprek": after.model(OFF),
        "stones around a Kaartgesprek, what moved": settled_after.model(OFF),
    }  # fmt: skip
