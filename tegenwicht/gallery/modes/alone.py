"""Every screen and panel of Alleen."""

from tegenwicht.gallery.states import (
    LONGEST,
    LONGEST_NAME,
    NOTE,
    OFF,
    ONE_WORD,
    SMALL,
    THINKING,
    USUAL,
    Table,
)
from tegenwicht.game import alone as a
from tegenwicht.game import events as e
from tegenwicht.game.cards import CLUSTERS, Cluster, Deck
from tegenwicht.game.tally import Counts
from tegenwicht.screens.shell.model import Model, Pattern

PATTERN = Pattern(7, Counts((3, 9, 0, 2, 1, 4), (1, 2, 0, 3, 0, 5)))
LONG_NOTE = (f"{ONE_WORD} en dan nog iets. " * 40)[: a.LONGEST_NOTE]


def table(deck: Deck = USUAL, **more: object) -> Table:
    """A session of this mode."""
    return Table(deck, ("",), mode="alone", thinking_seconds=0, talking_seconds=0, **more)


def chosen(played: Table, at: int = 0) -> Table:
    """A card of the hand on the table."""
    return played.do(a.Choose(a.alone(played.timeline.session).hand[at]))


def laid(played: Table, count: int, note: str = "") -> Table:
    """So many cards weighed, turned and laid down."""
    for n in range(count):
        if not a.alone(played.timeline.session).hand:
            played.do(a.DealAnew())
        chosen(played).do(a.Mention(CLUSTERS[n % 6]), a.Weigh(1 + n % 4), a.TurnCard(True))
        if note:
            played.do(a.WriteNote(note), a.WriteNote(note, True))
        played.do(a.LayDown())
    return played


def screens() -> dict[str, Model]:
    """By name."""
    card = chosen(table()).do(a.Mention(Cluster.EMPLOYER))
    noted = chosen(laid(table(), 3)).do(a.Weigh(3), a.WriteNote(NOTE))
    long = chosen(laid(table(LONGEST, title=LONGEST_NAME), 2)).do(a.WriteNote(LONG_NOTE), a.Weigh(4))
    thinking = chosen(table()).do(e.ChooseTimes(30, 0))
    turned = chosen(laid(table(), 1)).do(a.TurnCard(True))
    lying = a.alone(turned.timeline.session).on_table
    assert lying is not None
    number = lying.card
    end = laid(table(), 4, NOTE).do(e.Finish())
    return {
        "alone hand": table().model(OFF),
        "alone hand, later": laid(table(), 2).model(OFF),
        "alone hand, one left": laid(table(), 5).model(OFF),
        "alone hand, the longest": laid(table(LONGEST, title=LONGEST_NAME), 9).model(OFF),
        "alone hand, empty": laid(table(), 6).model(OFF),
        "alone hand, all gone": laid(table(SMALL), 6).model(OFF),
        "alone card": card.model(OFF),
        "alone card, with notes": noted.model(OFF),
        "alone card, the longest": long.model(OFF),
        "alone card, thinking": thinking.model(THINKING),
        "alone turned": turned.model(OFF, forms={f"other:{number}": "Dan had ik eerst gebeld."}),
        "alone turned, the longest": chosen(table(LONGEST)).do(a.TurnCard(True), a.WriteNote(LONG_NOTE, True)).model(OFF),
        "alone weighing": chosen(table()).model(OFF, panel="weigh"),
        "alone weighed": chosen(laid(table(), 1), 1).do(a.Weigh(2)).model(OFF, panel="weigh"),
        "alone note": chosen(table(LONGEST)).model(OFF, panel="note", forms={"note": NOTE}),
        "alone finish": chosen(table()).model(OFF, panel="finish"),
        "alone close": end.model(OFF, pattern=PATTERN),
        "alone close, first time": laid(table(), 1).do(e.Finish()).model(OFF, pattern=Pattern(1, Counts())),
        "alone close, the longest": laid(table(LONGEST), 8, LONG_NOTE).do(e.Finish()).model(OFF, pattern=PATTERN),
        "alone close of nothing": table().do(e.Finish()).model(OFF),
    }  # fmt: skip
