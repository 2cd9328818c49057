"""The regie beside a screen: a drawer at the right of it, what is private in it folded.

On the one screen there is, beside the table; in a window that is too narrow for both it takes the place of the table
until it is shut. With the table in a window of its own, beside a screen that has no other regie: with what the group
sees, and in a narrow window below that screen.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.layout import Box, Column, space
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Fill, Live
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.directing import Directed
from tegenwicht.screens.parts.table.ground import ground_of, has_room, near_view
from tegenwicht.screens.regie import panels, stacked
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Curtain, Direct
from tegenwicht.screens.shell.modes import ModeScreens
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View, view_of

WIDE, LEAST_LEFT = 380, 460
DARK = "b"
LEAST_SCALE = 0.95
"""Of its usual size at least, a screen is drawn as a large one beside the drawer."""


def build(v: View, mode: ModeScreens, now: Directed | None) -> Node:
    """The mode's own screen, narrower, and the drawer beside it."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    dialog = panels.panel_of(v, session) if v.model.panel is Panel.PARKED else None
    if is_narrow(v):
        if now is not None:
            return stacked.build(v, now, session, dialog or now.dialog, _ways_out(v))
        # a panel of the game itself needs the whole window, and the regie is there again after it
        return (
            mode.build(v)
            if v.model.panel and dialog is None
            else stacked.alone(v, session, dialog, _ways_out(v))
        )
    return beside(v, mode.build(narrower(v)), _drawer(v, place(v), now), dialog)


def apart(v: View, mode: ModeScreens) -> Node:
    """The mode's own screen leads, where the table is in a window of its own; beside it, or below it, the regie."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    dialog = panels.panel_of(v, session) if v.model.panel is Panel.PARKED else None
    if not is_narrow(v):
        left, private = narrower(v), _drawer(v, place(v), None, shown=True)
    else:
        at = Rect(0, v.height - v.height // 4, v.width, v.height // 4)
        left, private = view_of(v.model, v.width, at.y, v.theme, v.type), _below(v, at)
    return _with_clicker(beside(v, mode.build(left), private, dialog))


def _below(v: View, at: Rect) -> Node:
    nodes = widgets.scroll(v, "regie:scroll", Column(_private(v, None, True), v.px(14)), at.inset(v.px(20)))
    m = v.theme.table
    ops = (Fill(at, m.wall), Fill(at._replace(h=v.px(4)), m.line))
    return Node("regie", Role.GROUP, at, tr("Regie"), layer=5, ops=ops, children=tuple(nodes))


def _with_clicker(tree: Node) -> Node:
    """The key by which a presenter's clicker darkens the screen is the curtain, where nothing else has it."""
    taken = {name for name, _ in tree.bindings} | {name for one in walk(tree) for name in one.shortcuts}
    return tree if DARK in taken else tree._replace(bindings=(*tree.bindings, (DARK, Curtain())))


def is_narrow(v: View) -> bool:
    """Whether too little is left beside the drawer to read a card in."""
    return v.width - place(v).w < v.text_px(LEAST_LEFT)


def place(v: View) -> Rect:
    """Where the drawer is, in pixels."""
    wide = min(max(v.px(WIDE), v.text_px(300)), v.width // 2)
    return Rect(v.width - wide, 0, wide, v.height)


def narrower(v: View) -> View:
    """What the drawer leaves; as on a small window, where a large one would have smaller letters than without it."""
    left = view_of(v.model, v.width - place(v).w, v.height, v.theme, v.type)
    smaller = has_room(left) and ground_of(left).scale < LEAST_SCALE * ground_of(v).scale
    return near_view(left) if smaller else left


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


def _drawer(v: View, at: Rect, now: Directed | None, shown: bool = False) -> Node:
    """shown: with a small picture of what the group sees."""
    inside, nodes = at.inset(v.px(20)), []
    if shown:
        high = round(inside.w * 9 / 16)
        nodes.append(_picture(v, inside._replace(h=high)))
        below = high + v.px(14)
        inside = inside._replace(y=inside.y + below, h=inside.h - below)
    nodes += widgets.scroll(v, "regie:scroll", Column(_private(v, now, shown), v.px(14)), inside)
    m = v.theme.table
    ops = (Fill(at, m.wall), Fill(at._replace(w=v.px(4)), m.line))
    return Node("regie", Role.GROUP, at, tr("Regie"), layer=5, ops=ops, children=tuple(nodes))


def _private(v: View, now: Directed | None, is_apart: bool) -> list[Box]:
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    head = widgets.heading(v, tr("Regie"), 32)
    return [head, *stacked.rest(v, now, session), space(v.px(8)), *_ways_out(v, is_apart)]


def _picture(v: View, at: Rect) -> Node:
    """What the group sees."""
    ink = v.theme.ink if v.theme.name == "light" else v.theme.table.line
    inner = at.inset(v.px(4))
    framed = (Fill(at, ink, v.px(10)), Live(inner, "beamer"))
    return Node("beamer", Role.IMAGE, inner, stacked.on_the_beamer(v), ops=framed)


def _ways_out(v: View, is_apart: bool = False) -> list[Button]:
    """A window of its own, where there is none; or no drawer."""
    close = button(v, "regie:close", tr("Regie dicht"), Direct("shut"), keys.DIRECTING).filling()
    if is_apart:
        return [close]
    return [button(v, "regie:apart", tr("Eigen venster voor de groep"), Direct("apart")).filling(), close]
