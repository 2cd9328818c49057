"""Weighing a card at the table: count down, count the hands, see how they lie, and only on its own key the place.

What was counted stays out of the tree until all have been; it is kept with the card then.
"""

from typing import NamedTuple

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.motion import moves
from tegenwicht.kit.ops import Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.small_views import enlarged_more
from tegenwicht.screens.parts.table import count_down, hands, plates, weigh, weigh_boxes
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Forget, Moving, Put, Say, ScrollTo
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.compact.near import near_of
from tegenwicht.screens.tegenwicht.now import Now

FORM = Entry("weighing")
"""The form entry of a weighing that is going on."""
DOWN, COUNT, RESULT = "count down", "count", "result"
HEAD, TITLE = "weigh:head", "weigh:title"
"""The key of what has the focus first, so that keys are free; and of the large words."""
VIEW, ITS_END = "weigh:all", 1_000_000
"""The view that scrolls where there is little room; and an offset beyond what any window scrolls, so its end."""
RISE, APART, FIRST = 0.22, 0.09, 0.12
"""Seconds in which the hands of one weight rise, between one weight and the next, and before the first: what stood
there is gone then."""


class Weighing(NamedTuple):
    """One that is going on. card: its number. stage: DOWN, COUNT or RESULT. hands: the weights in the order counted.

    shown: whether the published place is there. pressed: the plate that shows its number (only in pictures; at the
    table a movement shows it). figure: the same, of the figure that is counted down to. waits: whether the counting
    down is still to begin: the first press does that, when everyone is ready.
    """

    card: int
    stage: str = DOWN
    hands: tuple[int, ...] = ()
    shown: bool = False
    pressed: int = 0
    figure: int = 0
    waits: bool = False

    @property
    def standing(self) -> int:
        """The figure that stands first while one counts down: 3 before it began, 0 after it."""
        return 3 if self.waits else self.figure

    @property
    def for_all(self) -> bool:
        """Everyone at the table may see it."""
        return True

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many gave 1, 2, 3 and 4."""
        one, two, three, four = (self.hands.count(weight) for weight in hands.WEIGHTS)
        return one, two, three, four


BEHIND_A_PLATE = 70
"""Design pixels that a hand comes up from behind its plate, which hides no more than that."""


def weighing_of(now: Now) -> Weighing | None:
    """The weighing that is going on at this table, if one is."""
    found: Weighing | None = now.v.model.form(FORM, None)
    if found is None or tegenwicht.Weigh not in now.legal or card_of(now, found) is None:
        return None
    if found.stage == RESULT and kept(now, found.card) is None:
        return None  # it was undone
    return found


def card_of(now: Now, weighing: Weighing) -> Card | None:
    """The card that is weighed; None when it lies no longer there."""
    return next((card for card in now.cards if card.number == weighing.card), None)


def kept(now: Now, number: int) -> tuple[int, int, int, int] | None:
    """How many gave which weight, as it is kept with a card on the table."""
    return next((one.weights for one in now.turn.cards if one.card == number), None)


def people(now: Now) -> int:
    """How many hands there are to count."""
    return len(now.session.present)


# -- what the keys do


def begin(now: Now) -> Command | None:
    """*Wegen*: to count down, on the next press; what was weighed before is shown again."""
    card = now.card
    if card is None or tegenwicht.Weigh not in now.legal:
        return None
    counts, first = kept(now, card.number), Weighing(card.number)
    if counts is not None:
        before = tuple(weight for weight, count in enumerate(counts, 1) for _ in range(count))
        return All((Put(FORM, first._replace(stage=RESULT, hands=before)), ScrollTo(VIEW, 0), FocusOn(HEAD)))
    if now.session.alone:
        return All((Put(FORM, first._replace(stage=COUNT)), ScrollTo(VIEW, 0), FocusOn(HEAD)))
    return All((Put(FORM, first._replace(waits=True)), ScrollTo(VIEW, 0), FocusOn(HEAD)))


def count_down_now(now: Now, weighing: Weighing) -> Command:
    """3, 2, 1, vingers op."""
    g, small = now.g, is_compact(now.v)

    def look(seconds: float, rect: Rect) -> tuple[Op, ...]:
        return count_down.in_a_row_at(g, seconds, rect) if small else count_down.figures_at(g, seconds)

    figures = moves.Passing(TITLE, look, count_down.SECONDS, count_down.EACH)
    return All(
        (
            Put(FORM, weighing._replace(stage=DOWN, hands=(), shown=False, figure=0, waits=False)),
            FocusOn(HEAD), Say(tr("3, 2, 1, vingers op!")), Moving(figures),
        )
    )  # fmt: skip


def back_to_card(now: Now) -> Command:
    """Back to the card that was weighed."""
    found: Weighing | None = now.v.model.form(FORM, None)
    card = card_of(now, found) if found else None
    return All((Forget(FORM), FocusOn(now.key_of(card) if card else "card")))


def start_counting(weighing: Weighing) -> Command:
    """Count the hands that are up, from none."""
    return All((Put(FORM, _counting(weighing, ())), FocusOn(HEAD)))


def _counting(weighing: Weighing, counted: tuple[int, ...]) -> Weighing:
    return Weighing(weighing.card, COUNT, counted)


def press(now: Now, weighing: Weighing, weight: int) -> Command | None:
    """One hand more of this weight; the last one shows how all of them lie."""
    if len(weighing.hands) >= people(now) and weighing.stage == COUNT:
        return None
    counted = (weighing.hands if weighing.stage == COUNT else ()) + (weight,)
    after = _counting(weighing, counted)
    if len(counted) >= people(now):
        return show(now, after)
    return All((Put(FORM, after), Moving(pressed(now, weight))))


def pressed(now: Now, weight: int) -> moves.Move:
    """The plate shows its number, and the hand stands lower, for a second."""
    near = near_of(now)
    g, v, small = (near or now).g, enlarged_more(now.v), is_compact(now.v) and near is None

    def look(_seconds: float, rect: Rect) -> tuple[Op, ...]:
        return (
            weigh_boxes.hand_ops(v, rect, weight, "", True) if small else weigh.hand_ops(g, weight, "", True)
        )

    return moves.Together(
        (moves.Sound("stone"), moves.Passing(f"hand:{weight}", look, weigh.PRESSED, weigh.PRESSED, True))
    )


def take_back(weighing: Weighing) -> Command | None:
    """The hand that was counted last is not counted."""
    if weighing.stage != COUNT or not weighing.hands:
        return None
    left = weighing.hands[:-1]
    said = tr("{fingers} niet geteld").format(fingers=plates.fingers(weighing.hands[-1]))
    return All((Put(FORM, weighing._replace(hands=left, pressed=0)), Say(said)))


def show(now: Now, weighing: Weighing) -> Command | None:
    """Keep what was counted with the card, and show how it lies; the question under it has the focus, so is in sight."""
    if not weighing.hands:
        return None
    done = weighing._replace(stage=RESULT, pressed=0)
    weigh_it = Do(tegenwicht.Weigh(weighing.counts, weighing.card if len(now.cards) > 1 else None))
    return All(
        (weigh_it, Put(FORM, done), ScrollTo(VIEW, ITS_END), FocusOn(HEAD), Moving(rising(weighing.counts)))
    )


def rising(counts: tuple[int, int, int, int]) -> moves.Move:
    """The hands rise from behind the table's edge, or from behind their plates, weight after weight."""
    given = [weight for weight, count in enumerate(counts, 1) if count]

    def one(weight: int) -> moves.Move:
        rise = moves.Shift(f"hands:{weight}", (0, 250), RISE)
        behind = moves.Shift(f"risen:{weight}", (0, BEHIND_A_PLATE), RISE)
        return moves.Together((rise, behind, moves.Sound("paper")))

    return moves.Together(
        tuple(moves.Wait(FIRST + number * APART, one(weight)) for number, weight in enumerate(given))
    )


def show_place(weighing: Weighing, card: Card, said: str) -> Command | None:
    """The published place, on its own key, in sight; None where there is none, or it is there already."""
    if card.rank is None or weighing.shown:
        return None
    slides = moves.Together((moves.Sound("paper"), moves.Shift("published", (0, 130), 0.26)))
    shown = Put(FORM, weighing._replace(shown=True))
    return All((shown, ScrollTo(VIEW, ITS_END), Say(said), Moving(slides)))


def undo(now: Now, weighing: Weighing) -> Command | None:
    """What PageUp takes back here: the hand counted last, be it the one that ended the counting."""
    if weighing.stage == COUNT:
        return take_back(weighing)
    if weighing.stage == RESULT and events.Undo() in now.legal and _weighed_last(now):
        back = _counting(weighing, weighing.hands[:-1])
        return All((Do(events.Undo()), Put(FORM, back), FocusOn(HEAD)))
    return None


def _weighed_last(now: Now) -> bool:
    done = now.playing.timeline.done
    return done is not None and isinstance(done.event, tegenwicht.CardWeighed)
