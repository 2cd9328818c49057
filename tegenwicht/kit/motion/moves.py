"""Movements, as data: a screen says what moves after an event, and the kit makes the frames of it.

Nodes are named by their keys: ``was`` in the tree that was on the window before, ``now`` in the one that is
there after it. All lengths are pixels of a window of 1920 by 1080; all times are seconds.
"""

from collections.abc import Callable
from typing import NamedTuple

from tegenwicht.kit.motion import ease
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Colour, Op
from tegenwicht.kit.rect import Rect

Look = Callable[[Rect], tuple[Op, ...]]
"""What something looks like, as ops, in a rectangle of any size."""

LIFT_SECONDS = 0.35
SETTLE_SECONDS = 0.12
RESETTLE_SECONDS = 0.24
"""How long what lies on something slides, when something new needs room there."""


class Lift(NamedTuple):
    """A card comes from its pile to where it is read: lifted, in an arc, turned over, set down.

    piles: what it is lifted from (was), the first that is there: what lies on top of it. card: where it comes (now). back:
    the picture on its back. without: what is no longer to be seen while it flies (was). along: the nodes that
    are on the card and go along with it.
    """

    piles: tuple[str, ...]
    card: str
    back: Look
    without: tuple[str, ...] = ()
    along: tuple[str, ...] = ()


class LayDown(NamedTuple):
    """A card becomes small and lays itself where it is kept: ``card`` (was) goes on top of ``to`` (now)."""

    card: str
    to: str
    along: tuple[str, ...] = ()
    seconds: float = 0.38


class TurnAway(NamedTuple):
    """The same, but it turns to its back on the way."""

    card: str
    to: str
    back: Look
    along: tuple[str, ...] = ()
    seconds: float = 0.3


class TurnOver(NamedTuple):
    """A card turns round where it is: from how it was to how it is now, or first from its ``back``."""

    card: str
    back: Look | None = None
    along: tuple[str, ...] = ()
    seconds: float = 0.3


class Fly(NamedTuple):
    """A small thing flies in an arc, ``arc`` high, from the node ``start`` (was): what is new ``on`` a node (now).

    That node may hang elsewhere as long as it flies; then a ``Swing`` brings both to their place.
    """

    on: str
    start: str
    arc: float = 140
    seconds: float = 0.32


class FlyHome(NamedTuple):
    """A small thing flies back: what ``on`` a node had more (was) goes to the node ``end``, and is gone there."""

    on: str
    end: str
    arc: float = 140
    seconds: float = 0.32


Place = tuple[str, float, float]
"""A node, and how far on it: parts of its width and height, from its top left."""


class Toss(NamedTuple):
    """A small thing that lies nowhere by itself flies in an arc from ``start`` to ``goal`` (both now), and is gone there.

    look, size: what it looks like, so wide and high. on: a node (now) that is as it was until it has come.
    """

    look: Look
    size: tuple[float, float]
    start: Place
    goal: Place
    on: str = ""
    arc: float = 60
    seconds: float = 0.32


class Scatter(NamedTuple):
    """All that lies on a node (was) flies off it: each thing, in their order, to its goal (now), and is gone there."""

    on: str
    goals: tuple[str, ...]
    arc: float = 60
    seconds: float = 0.3


class Gather(NamedTuple):
    """All that lies on a node (now) comes flying: each thing, in their order, from its start (was).

    each: seconds between one that goes and the next. The node is as it was until all have come.
    """

    on: str
    starts: tuple[str, ...]
    arc: float = 100
    seconds: float = 0.3
    each: float = 0.03


class Swing(NamedTuple):
    """A beam swings from how it hung to how it hangs, and what hangs from it goes along.

    hung: the nodes that hang from it, left and right. leaning: the ops of a beam that leans by so many degrees, as
    the line through those nodes does. dip: pixels that ``low``,
    one of them, first goes down, from what falls on it. nod: degrees that it swings and comes back.
    """

    beam: str
    hung: tuple[str, str]
    leaning: Callable[[float], tuple[Op, ...]]
    low: str = ""
    dip: float = 6
    nod: float = 0.0
    seconds: float = 0.5


class Shift(NamedTuple):
    """A node comes to its place (now) from ``by`` pixels beside it; without ``by`` from where it was.

    along: nodes that lie on it and come with it. start: another node (was), from whose middle it comes instead.
    """

    node: str
    by: tuple[float, float] | None = None
    seconds: float = 0.2
    easing: ease.Ease = ease.out_cubic
    along: tuple[str, ...] = ()
    start: str = ""


class Leave(NamedTuple):
    """A node (was) goes ``by`` pixels from its place, and is gone there.

    along: nodes that lie on it and go with it; what has come in their place is seen when it is gone. under: what lay
    over it stays over it.
    """

    node: str
    by: tuple[float, float]
    seconds: float = 0.16
    easing: ease.Ease = ease.in_cubic
    along: tuple[str, ...] = ()
    under: bool = False


class Flip(NamedTuple):
    """A node becomes narrow and wide again, and is then how it is now: a counter that turns over."""

    node: str
    seconds: float = 0.24


class Passing(NamedTuple):
    """What a node (now) shows for a while before it is as it is now: ``look`` gives its ops at so many seconds, in
    its rectangle.

    step: seconds that each picture of it stands; with reduced motion it is seen as at the end of each, and so it
    tells what it has to tell then too. beside: nothing waits for it, for all that it tells is on the window besides.
    """

    node: str
    look: Callable[[float, Rect], tuple[Op, ...]]
    seconds: float
    step: float
    beside: bool = False


class Becoming(NamedTuple):
    """A node (now) comes about: ``look`` gives its ops at a part of the way, 0.0 to 1.0, in its rectangle.

    What lies over it stays over it. The node has nothing below it.
    """

    node: str
    look: Callable[[float, Rect], tuple[Op, ...]]
    seconds: float
    easing: ease.Ease = ease.in_out


class Light(NamedTuple):
    """A light runs over nodes (was) and stops at the last: a lot that is drawn. ``colour`` of its line."""

    nodes: tuple[str, ...]
    colour: Colour
    seconds: float = 0.4


class Before(NamedTuple):
    """How nodes (now) were before, that were not on the window then: what comes to lie on them is new there."""

    nodes: tuple[Node, ...]


class AtOnce(NamedTuple):
    """Nodes that are to be seen as they are now from the beginning, whatever else waits."""

    nodes: tuple[str, ...]


class Hold(NamedTuple):
    """The window stays as it was for so long, but for what moves, and without some nodes (was)."""

    seconds: float
    without: tuple[str, ...] = ()


class Sound(NamedTuple):
    """A sound, by its name."""

    name: str


class Wait(NamedTuple):
    """A movement that begins later."""

    seconds: float
    move: "Move"


class Together(NamedTuple):
    """Movements at the same time."""

    moves: tuple["Move", ...]


class InTurn(NamedTuple):
    """One after the other."""

    moves: tuple["Move", ...]


Move = (
    Lift | LayDown | TurnAway | TurnOver | Fly | FlyHome | Toss | Scatter | Gather | Swing | Shift | Leave | Flip
    | Hold | Passing | Becoming | Light | AtOnce | Before | Sound | Wait | Together | InTurn
)  # fmt: skip


def lasts(move: Move) -> float:
    """How long a movement takes, in seconds."""
    match move:
        case Together(moves):
            return max(map(lasts, moves), default=0.0)
        case InTurn(moves):
            return sum(map(lasts, moves))
        case Wait(seconds, inner):
            return seconds + lasts(inner)
        case Lift():
            return LIFT_SECONDS + SETTLE_SECONDS
        case Sound() | AtOnce() | Before():
            return 0.0
        case Gather(_, starts, _, seconds, each):
            return seconds + each * max(0, len(starts) - 1)
        case _:
            return move.seconds


def shows(move: Move) -> bool:
    """Whether a movement has something to show that nobody knows before it is over."""
    match move:
        case Together(moves) | InTurn(moves):
            return any(map(shows, moves))
        case Wait(_, inner):
            return shows(inner)
        case Sound():
            return False
        case Passing():
            return not move.beside
        case _:
            return True


def standing(move: Move) -> Move:
    """What is left of a movement where nothing may move: what passes by in pictures that stand, one after the other."""
    match move:
        case Passing(_, look, _, step):
            return move._replace(look=lambda t, rect: look((t // step + 1) * step - 0.001, rect))
        case Wait(seconds, inner):
            return Wait(seconds, standing(inner))
        case Together(moves):
            return Together(tuple(map(standing, moves)))
        case InTurn(moves):
            return InTurn(tuple(map(standing, moves)))
    return Together(())


def sounds(move: Move, at: float = 0.0) -> list[tuple[float, str]]:
    """When which sound is to be heard, in seconds from the beginning."""
    match move:
        case Sound(name):
            return [(at, name)]
        case Wait(seconds, inner):
            return sounds(inner, at + seconds)
        case Together(moves):
            return sorted(one for inner in moves for one in sounds(inner, at))
        case InTurn(moves):
            found: list[tuple[float, str]] = []
            for inner in moves:
                found += sounds(inner, at)
                at += lasts(inner)
            return found
        case _:
            return []
