"""Every screen and panel of Alleen."""

from dataclasses import replace

from tegenwicht.gallery.played import (
    LONGEST,
    LONGEST_NAME,
    NOTE,
    OFF,
    ONE_WORD,
    SMALL,
    USUAL,
    Table,
)
from tegenwicht.game import alone, events
from tegenwicht.game.cards import CLUSTERS, Deck
from tegenwicht.game.tally import Counts
from tegenwicht.preferences import Settings
from tegenwicht.screens.alone.now import OTHER_SIDE, PAIR, PEEK, SLIP
from tegenwicht.screens.shell.model import Line, Model, Pattern
from tegenwicht.screens.shell.panels import Panel

LINES = (
    Line("20 nov", 9, "De stilte, en hoe snel het ja kwam."),
    Line("18 nov", 3, "Ik vroeg het niet."),
    Line("12 nov", 40, "Haast woog mee.", 20),
)
MET = (1, 2, 3, 9, 11, 12, 20, 25, 27, 33, 40, 41, 47, 44, 16)
PATTERN = Pattern(7, Counts((3, 9, 0, 2, 1, 4), (1, 2, 0, 3, 0, 5)), MET, LINES)
LONG_NOTE = (f"{ONE_WORD} en dan nog iets. " * 40)[: alone.LONGEST_NOTE]
LINE = "De stilte, en hoe snel het ja kwam."


def table(deck: Deck = USUAL, **more: object) -> Table:
    """A session of this mode."""
    return Table(deck, ("",), mode="alone", thinking_seconds=0, talking_seconds=0, **more)


def chosen(played: Table, at: int = 0) -> Table:
    """A card of the hand on the table."""
    return played.do(alone.Choose(alone.alone(played.timeline.session).hand[at]))


def laid(played: Table, count: int, note: str = "") -> Table:
    """So many cards laid down, each with a line where one is given."""
    for n in range(count):
        if not alone.alone(played.timeline.session).hand:
            played.do(alone.DealAnew())
        chosen(played).do(alone.Mention(CLUSTERS[n % 6]), alone.Weigh(1 + n % 4), alone.TurnCard(True))
        if note:
            played.do(alone.WriteNote(note), alone.WriteNote(note, True))
        played.do(alone.LayDown())
    return played


def screens() -> dict[str, Model]:
    """Each screen of this kind in its states: its name in the gallery, and its model."""
    one = chosen(table())
    number = alone.alone(one.timeline.session).on_table.card  # type: ignore[union-attr]
    long = chosen(laid(table(LONGEST, title=LONGEST_NAME), 2)).do(alone.WriteNote(LONG_NOTE), alone.Weigh(4))
    far = alone.alone(long.timeline.session).on_table.card  # type: ignore[union-attr]
    end = laid(table(), 4, NOTE).do(events.Finish())
    two = laid(table(), 2)
    written = {f"line:{number}": LINE, SLIP: (number, 1)}
    forms = {OTHER_SIDE: number, SLIP: (number, 0)}
    return {
        "alone hand": table().model(OFF, pattern=PATTERN),
        "alone hand, the first time": table().model(OFF),
        "alone hand, later": laid(table(), 2).model(OFF, pattern=PATTERN),
        "alone hand, one left": laid(table(), 5).model(OFF),
        "alone hand, the longest": laid(table(LONGEST, title=LONGEST_NAME), 9).model(OFF, pattern=PATTERN),
        "alone hand, empty": laid(table(), 6).model(OFF),
        "alone hand, all gone": laid(table(SMALL), 6).model(OFF),
        "alone hand, a card of the map": table().model(OFF, pattern=PATTERN, forms={PEEK: 5}),
        "alone hand, the menu": laid(table(), 2).model(OFF, pattern=PATTERN, panel=Panel.MENU),
        "alone hand, own lines": table().model(OFF, pattern=PATTERN, panel=Panel.RULES),
        "alone hand, no lines yet": table().model(OFF, panel=Panel.RULES),
        "alone card": one.model(OFF, pattern=PATTERN),
        "alone card, a favourite": replace(
            one.model(OFF, pattern=PATTERN), settings=Settings(favourites=(f"proef/kaart-{number}",))
        ),
        "alone card, a doorvraag": one.model(OFF, pattern=PATTERN, forms={SLIP: (number, 1)}),
        "alone card, a line": one.model(OFF, pattern=PATTERN, forms=written),
        "alone card, Andersom": one.model(OFF, pattern=PATTERN, forms=forms),
        "alone card, the longest": long.model(OFF, forms={SLIP: (far, 2)}),
        "alone card, the longest Andersom": long.model(OFF, forms={OTHER_SIDE: far}),
        "alone pair": two.model(OFF, pattern=PATTERN, forms={PAIR: 1}),
        "alone pair, the longest": laid(table(LONGEST), 9).model(OFF, forms={PAIR: 2}),
        "alone finish": chosen(table()).model(OFF, panel=Panel.FINISH),
        "alone close": end.model(OFF, pattern=PATTERN),
        "alone close, first time": laid(table(), 1).do(events.Finish()).model(OFF, pattern=Pattern(1, Counts())),
        "alone close, the longest": laid(table(LONGEST), 8, LONG_NOTE).do(events.Finish()).model(OFF, pattern=PATTERN),
        "alone close of nothing": table().do(events.Finish()).model(OFF),
    }  # fmt: skip
