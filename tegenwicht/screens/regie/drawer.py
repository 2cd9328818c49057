"""The regie on the one screen there is: a drawer at the right of the table, what is private in it folded.

In a window that is too narrow for both it takes the place of the table until it is shut.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.layout import Column, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.directing import Directed
from tegenwicht.screens.regie import panels, stacked
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Direct
from tegenwicht.screens.shell.modes import ModeScreens
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View, view_of

WIDE, LEAST_LEFT = 380, 460


def build(v: View, mode: ModeScreens, now: Directed | None) -> Node:
    """The mode's own screen, narrower, and the drawer beside it."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    dialog = panels.panel_of(v, session) if v.model.panel is Panel.PARKED else None
    if is_narrow(v) and now is not None:
        return stacked.build(v, now, session, dialog or now.dialog, _ways_out(v))
    return beside(v, mode.build(narrower(v)), _drawer(v, place(v), now), dialog)


def is_narrow(v: View) -> bool:
    """Whether too little is left beside the drawer to read a card in."""
    return v.width - place(v).w < v.t(LEAST_LEFT)


def place(v: View) -> Rect:
    """Where the drawer is, in pixels."""
    wide = min(max(v.u(WIDE), v.t(300)), v.width // 2)
    return Rect(v.width - wide, 0, wide, v.height)


def narrower(v: View) -> View:
    """What the drawer leaves."""
    return view_of(v.model, v.width - place(v).w, v.height, v.theme, v.type)


def beside(v: View, tree: Node, drawer: Node, dialog: Node | None = None) -> Node:
    """A screen with the drawer beside it; dialog: a panel over both. What is behind a panel is out of reach."""
    over = dialog is not None or any(one.role is Role.DIALOG for one in tree.children)
    drawer, whole, children = drawer._replace(inert=over), Rect(0, 0, v.width, v.height), tree.children
    if dialog is None:
        return tree._replace(rect=whole, children=(*children, drawer))
    held = (*(one for one in children if one.role is not Role.STATUS), drawer)
    status = tuple(one for one in children if one.role is Role.STATUS)
    behind = Node("behind", Role.GROUP, whole, inert=True, layer=-40, children=held)
    return tree._replace(rect=whole, children=(behind, dialog, *status))


def _drawer(v: View, at: Rect, now: Directed | None) -> Node:
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    inside = at.inset(v.u(20))
    boxes = [w.heading(v, tr("Regie"), 32), *stacked.rest(v, now, session), space(v.u(8)), *_ways_out(v)]
    nodes = w.scroll(v, "regie:scroll", Column(boxes, v.u(14)), inside)
    m = v.theme.table
    ops = (Fill(at, m.wall), Fill(at._replace(w=v.u(4)), m.line))
    return Node("regie", Role.GROUP, at, tr("Regie"), layer=5, ops=ops, children=tuple(nodes))


def _ways_out(v: View) -> list[Button]:
    """A window of its own, or no drawer."""
    share = button(v, "regie:apart", tr("Eigen venster voor de groep"), Direct("apart"), fill=True)
    return [share, button(v, "regie:close", tr("Regie dicht"), Direct("shut"), keys.DIRECTING, fill=True)]
