"""What can be dragged at the table, and where it may fall. All of it can also be pressed."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Drag, Node, Place, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.heap import Piece, piece_ops
from tegenwicht.screens.tegenwicht.now import Now

MIDDLE, ASIDE, DISCUSSED = "place:card", "place:aside", "place:discussed"
SMALL_LIFT = 1.12
"""How many times larger small cards become under the pointer."""


def places(now: Now) -> list[Node]:
    """Where something may fall and nothing is to be seen: before the scale, and at both sides."""
    g = now.g
    if not now.cards:
        return [_place(MIDDLE, g.mid(410, 150, 1100, 540))]
    return [_place(ASIDE, g.left(38, 838, 270, 124)), _place(DISCUSSED, g.right(1612, 838, 270, 124))]


def _place(key: str, rect: Rect) -> Node:
    return Node(key, Role.GROUP, rect)


def pile(action: Command | None) -> Drag | None:
    """The card on top of a pile, to be drawn to the middle."""
    return Drag((Place(MIDDLE, action),), stays=True) if action is not None else None


def card(now: Now) -> Drag | None:
    """The card, to what was discussed or to what was put aside."""
    ends = ((DISCUSSED, now.may(tegenwicht.FinishTurn())), (ASIDE, now.may(tegenwicht.PutAside())))
    found = tuple(Place(key, action) for key, action in ends if action is not None)
    return Drag(found, along=("ear",), lift=1.0) if found and len(now.cards) == 1 else None


def stone(now: Now, cluster: Cluster, rect: Rect, action: Command | None) -> Drag | None:
    """A stone from a counter, to the pan it belongs to."""
    if action is None or not now.cards or cluster in now.turn.mentions or now.is_own(cluster):
        return None
    g = now.g
    x, y = (rect.x + g.px(39)) / g.scale - g.middle_x, (rect.y + g.px(40)) / g.scale - g.lower
    shows = piece_ops(g, (x, y + 19), Piece(cluster, False, 0, 0, 1.0))
    pan = "pan:right" if cluster in now.side(True) else "pan:left"
    return Drag((Place(pan, action),), stays=True, shows=shows, lift=1.0)


def stack() -> Drag:
    """What lies small, and comes nearer under the pointer."""
    return Drag(lift=SMALL_LIFT)
