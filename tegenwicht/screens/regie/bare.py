"""What the group sees: only what was made to be seen by all, and nothing on it that can be pressed."""

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.view import View

ROLES = {Role.BUTTON: Role.GROUP, Role.TOGGLE: Role.GROUP, Role.CHECK_BOX: Role.GROUP, Role.RADIO: Role.GROUP}
PRESSED_ONLY = ("larger:", "ear", "slip:next")
"""Keys of what is there only to be pressed, and goes."""


def build(v: View) -> Node:
    """The table, where the mode has one for all to see; else where the session is."""
    playing = v.model.playing
    if playing is None:
        return _plain(v, tr("Tegenwicht"), tr("We beginnen zo."))
    mode = screens_of(playing.timeline.session.setup.mode)
    made = mode.on_beamer(v) if hasattr(mode, "on_beamer") else None
    if made is not None:
        return without_controls(made)
    return _plain(v, mode.about().name, mode.session_line(playing.timeline.session))


def without_controls(node: Node) -> Node:
    """The same to look at, with nothing to press, to type in or to drag."""
    children = tuple(without_controls(one) for one in node.children if not one.key.startswith(PRESSED_ONLY))
    return node._replace(
        role=ROLES.get(node.role, node.role), action=None, increase=None, decrease=None, shortcuts=(), bindings=(),
        pressed=None, edit=None, drag=None, primary=False, children=children,
    )  # fmt: skip


def _plain(v: View, name: str, line: str) -> Node:
    """Its name, large, and one line, on the wall."""
    whole = Rect(0, 0, v.width, v.height)
    px = v.u(150)
    icon = Icon(Rect((v.width - px) // 2, round(v.height * 0.24), px, px), "scale", v.theme.ink)
    nodes = []
    for key, words, size, weight, y in (
        ("name", name, 96, "bold", 0.46),
        ("where", line, 48, "semibold", 0.64),
    ):
        lines = v.type.lines(words, weight, v.u(size), round(v.width * 0.8))
        for number, one in enumerate(lines):
            at = Rect(
                0, round(v.height * y) + number * round(v.u(size) * 1.2), v.width, round(v.u(size) * 1.2)
            )
            drawn = (w.middle_line(v, at, one, weight, v.u(size), v.theme.ink),)
            nodes.append(
                Node(f"{key}:{number}", Role.HEADING if key == "name" else Role.TEXT, at, one, ops=drawn)
            )
    status = Node("status", Role.STATUS, Rect(0, 0, 1, 1), "")
    ops = (Fill(whole, v.theme.table.wall), icon)
    return Node("window", Role.WINDOW, whole, f"{name} – Tegenwicht", ops=ops, children=(*nodes, status))
