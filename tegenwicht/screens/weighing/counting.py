"""What was counted of the hands for the factor in front and is not kept yet: a form entry until it is kept."""

import re
from collections.abc import Sequence

from tegenwicht.game import weighing
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.motion import moves
from tegenwicht.kit.ops import Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.small_views import readable
from tegenwicht.screens.parts.table import count_down, plates, weigh, weigh_boxes
from tegenwicht.screens.parts.table.ground import from_near, ground_around, ground_of
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Moving, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

HEAD, TITLE = "hands:head", "weigh:title"
"""What is read while hands are counted, and what the figures of the counting down pass over."""


def form(card: int) -> Entry:
    """Where the counts of a factor are until they are kept: "0 0 2 1"."""
    return Entry(f"hands {card}")


def _order(card: int) -> Entry:
    """Where the hands are in the order in which they were counted: "343"."""
    return Entry(f"order {card}")


def _down(card: int) -> Entry:
    """Whether was counted down for a factor."""
    return Entry(f"down {card}")


def _read_again(card: int) -> Entry:
    """Whether the factor is in front and not the hands: it is read again, or one has counted down anew."""
    return Entry(f"read {card}")


def has_counted_down(v: View, card: int) -> bool:
    """Whether 3, 2, 1 was said for this factor: hands are up, and can be counted."""
    return bool(v.model.form(_down(card), False))


def _filled(v: View, card: int) -> weighing.Hands | None:
    """What is filled in for a factor; None for nothing, also where a file of what was typed has something else."""
    numbers = str(v.model.form(form(card), "")).split(" ")
    if len(numbers) != len(weighing.WEIGHTS) or not all(re.fullmatch("[0-9]{1,2}", one) for one in numbers):
        return None
    one, two, three, four = map(int, numbers)
    return one, two, three, four


def _fill(card: int, counts: Sequence[int], order: str) -> tuple[Put, Put]:
    """Fills in what was counted, as a text: that is kept on disk until the hands are."""
    return Put(form(card), " ".join(map(str, counts))), Put(_order(card), order)


def _in_order(v: View, card: int) -> str:
    """The hands in the order in which they were counted, a digit each."""
    return re.sub("[^1-4]", "", str(v.model.form(_order(card), "")))


def counted(v: View, session: Session, card: int) -> weighing.Hands:
    """What is filled in for a factor; else what was kept, or nothing."""
    return _filled(v, card) or weighing.hands_for(weighing.scales(session), card) or (0, 0, 0, 0)


def is_counting(v: View, session: Session, card: int) -> bool:
    """Whether hands are counted; before that the factor is read, and one counts down."""
    if v.model.form(_read_again(card), False):
        return False
    return _filled(v, card) is not None or any(counted(v, session, card))


def unsaved(v: View, session: Session) -> tuple[Command, ...]:
    """The commands that keep what was counted for the factor in front, when it is not kept yet."""
    play = weighing.scales(session)
    if play.covered or play.now is None:
        return ()
    counts = counted(v, session, play.now)
    if not any(counts) or counts == weighing.hands_for(play, play.now):
        return ()
    return Do(weighing.CountHands(counts)), Put(form(play.now), None), Put(_order(play.now), "")


def kept_by_leaving(v: View, session: Session) -> tuple[Command, ...]:
    """The same for who leaves the session, with the factor in front again: there one goes on counting."""
    play, keep = weighing.scales(session), unsaved(v, session)
    return (*keep, Do(weighing.TurnTo(play.now))) if keep and play.now is not None else ()


def start(card: int) -> Command:
    """Count the hands that are up, from none."""
    return All((*_fill(card, (0, 0, 0, 0), ""), Put(_read_again(card), False), FocusOn(HEAD)))


def read_again(v: View, card: int) -> Command | None:
    """Back from the counting to the factor; what was counted stays. None where nothing is being counted."""
    return All((Put(_read_again(card), True), FocusOn(HEAD))) if _filled(v, card) else None


def count_on(card: int) -> Command:
    """Back to the hands, with what was counted before the factor was read again."""
    return All((Put(_read_again(card), False), FocusOn(HEAD)))


def press(v: View, session: Session, card: int, weight: int) -> Command | None:
    """One hand more of this weight; None when every hand was counted."""
    counts = counted(v, session, card)
    if sum(counts) >= len(session.present):
        return None
    more = [n + (place == weight) for place, n in enumerate(counts, 1)]
    counted_now = *_fill(card, more, f"{_in_order(v, card)}{weight}"), Put(_read_again(card), False)
    return All((*counted_now, Moving(_pressed(v, weight))))


def _pressed(v: View, weight: int) -> moves.Move:
    """The plate shows its number, and the hand stands lower, for a second."""
    shown = from_near(readable(v))
    ground = ground_around(shown)

    def look(_seconds: float, rect: Rect) -> tuple[Op, ...]:
        if rect == weigh.hand_rect(ground, weight):
            return weigh.hand_ops(ground, weight, "", True)
        return weigh_boxes.hand_ops(shown, rect, weight, "", True)

    return moves.Together(
        (moves.Sound("stone"), moves.Passing(f"hand:{weight}", look, weigh.PRESSED, weigh.PRESSED, True))
    )


def last(v: View, card: int) -> int:
    """The weight of the hand that was counted last; 0 where none can be taken back."""
    order, filled = _in_order(v, card), _filled(v, card)
    weight = int(order[-1]) if order else 0
    return weight if weight and filled and filled[weight - 1] else 0


def take_back(v: View, session: Session, card: int) -> Command | None:
    """The hand that was counted last is not counted."""
    weight = last(v, card)
    if not weight:
        return None
    fewer = [n - (place == weight) for place, n in enumerate(counted(v, session, card), 1)]
    said = tr("{fingers} niet geteld").format(fingers=plates.fingers(weight))
    return All((*_fill(card, fewer, _in_order(v, card)[:-1]), Say(said)))


def down(v: View, card: int) -> Command:
    """3, 2, 1, vingers op: a vote of its own, of which nothing is counted yet."""
    ground = ground_of(v)

    def look(seconds: float, rect: Rect) -> tuple[Op, ...]:
        shown: tuple[Op, ...] = count_down.in_a_row_at(ground, seconds, rect)
        return shown

    passing = moves.Passing(TITLE, look, count_down.SECONDS, count_down.EACH)
    said = Say(tr("3, 2, 1, vingers op!"))
    empty = *_fill(card, (0, 0, 0, 0), ""), Put(_read_again(card), True)
    return All((*empty, Put(_down(card), True), FocusOn(HEAD), said, Moving(passing)))


def going_to(v: View, session: Session, card: int) -> Command:
    """To another factor; what was counted is kept first, which may bring that factor in front by itself."""
    play, keep = weighing.scales(session), unsaved(v, session)
    if keep and weighing.next_open(play, play.now) == card:
        return All(keep)
    return All((*keep, Do(weighing.TurnTo(card))))
