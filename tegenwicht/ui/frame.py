"""What every screen has: the dark bar on top, notices, the message below, keys that work everywhere."""

from collections.abc import Callable, Sequence

from tegenwicht.i18n import tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.commands import Back, Dismiss, Go, Prefer, Shut, TextSize
from tegenwicht.ui.layout import Box, Column, Nodes, Padded, Rect, Row, Wrap, space
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill
from tegenwicht.ui.view import View

Body = Callable[[Rect], Nodes]


def frame(
    v: View,
    title: str,
    body: Body,
    right: str = "",
    buttons: Sequence[Box] | None = None,
    dialog: Node | None = None,
) -> Node:
    """The window's tree: bar, notices, body, message and what a screen reader says.

    title: the heading in the bar. right: quiet words at its right. buttons: at its end; without them
    *Terug*, *Hulp* and *Instellingen*. dialog: a panel over it all; what is behind is out of reach.
    """
    whole = Rect(0, 0, v.width, v.height)
    top = _bar(v, title, right, usual_buttons(v) if buttons is None else buttons)
    high = top.height(v.width)
    nodes = top.place(Rect(0, 0, v.width, high))
    notices = _notices(v)
    notices_high = min(notices.height(v.width), v.height // 3)
    message = _message(v)
    message_high = message.height(v.width)
    room = Rect(0, high + notices_high, v.width, max(v.u(80), v.height - high - notices_high - message_high))
    inside = body(room)
    if notices_high:
        nodes += w.scroll(v, "notices", notices, Rect(0, high, v.width, notices_high))
    nodes += inside
    if message_high:
        nodes += message.place(Rect(0, v.height - message_high, v.width, message_high))
    if dialog is not None:
        nodes = [Node("behind", Role.GROUP, whole, inert=True, children=tuple(nodes)), dialog]
    status = Node("status", Role.STATUS, Rect(0, 0, 1, 1), v.model.announcement)
    ground = (Fill(whole, v.theme.ground),)
    return Node(
        "window", Role.WINDOW, whole, f"{title} – Tegenwicht" if title else "Tegenwicht",
        bindings=everywhere(v), ops=ground, children=(*nodes, status),
    )  # fmt: skip


def everywhere(v: View) -> tuple[tuple[str, object], ...]:
    """The keys that work on every screen."""
    full = Prefer("full_screen", not v.model.settings.full_screen)
    pairs = (
        (keys.LARGER, TextSize(1)), (keys.SMALLER, TextSize(-1)), (keys.USUAL_SIZE, TextSize(0)),
        (keys.FULL_SCREEN, full), (keys.BACK, Shut() if v.model.panel else Back()),
    )  # fmt: skip
    found: list[tuple[str, object]] = [(name, command) for key, command in pairs for name in key.names]
    found += [(name, Go("help")) for name in keys.HELP.names]
    found += [(name, Go("settings")) for name in keys.SETTINGS.names]
    return tuple(found)


def bar_button(
    v: View, key: str, label: str, action: object, shortcut: keys.Key | None = None, glyph: str = ""
) -> Box:
    """A small button in the bar."""
    return w.button(v, key, label, action, shortcut, size=22, glyph=glyph, look=w.bar_look(v), pad=14)


def usual_buttons(v: View) -> list[Box]:
    """*Terug* where there is a screen to go back to, *Hulp* and *Instellingen*, always in this order."""
    boxes = [bar_button(v, "bar:back", tr("Terug"), Back(), keys.BACK, "back")] if v.model.back else []
    return boxes + help_and_settings(v)


def help_and_settings(v: View) -> list[Box]:
    """The two buttons that stand at the same place on every screen."""
    boxes = []
    if v.model.scene != "help":
        boxes.append(bar_button(v, "bar:help", tr("Hulp"), Go("help"), keys.HELP, "help"))
    if v.model.scene != "settings":
        boxes.append(
            bar_button(v, "bar:settings", tr("Instellingen"), Go("settings"), keys.SETTINGS, "settings")
        )
    return boxes


def _bar(v: View, title: str, right: str, buttons: Sequence[Box]) -> Box:
    name = w.text(v, "Tegenwicht", 34, "bold", v.theme.on_bar, natural=True)
    middle = w.text(v, title, 30, "semibold", v.theme.on_bar, Role.HEADING, 1, natural=True, key="bar:title")
    words = [w.text(v, right, 24, "regular", v.theme.on_bar_muted, natural=True)] if right else []
    group = Wrap([*words, *buttons], v.u(14))
    sides = max(name.natural, group.natural)
    if 2 * sides + middle.natural + v.u(120) <= v.width:
        left: Box = Row([name, space(natural=sides - name.natural)]) if sides > name.natural else name
        end: Box = Row([space(natural=sides - group.natural), group]) if sides > group.natural else group
        centred = w.text(
            v, title, 30, "semibold", v.theme.on_bar, Role.HEADING, 1, align=0.5, key="bar:title"
        )
        inside: Box = Row([left, centred, end], v.u(10))
    elif name.natural + middle.natural + group.natural + v.u(140) <= v.width:
        centred = w.text(
            v, title, 30, "semibold", v.theme.on_bar, Role.HEADING, 1, align=0.5, key="bar:title"
        )
        inside = Row([name, centred, group], v.u(20))
    else:
        inside = Wrap([name, middle, *words, *buttons], v.u(20), v.u(8))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        edge = (Fill(Rect(0, rect.bottom - max(1, v.u(2)), rect.w, max(1, v.u(2))), v.theme.edge),)
        line = edge if v.theme.name == "contrast" else ()
        return Node("bar", Role.GROUP, rect, ops=(Fill(rect, v.theme.bar), *line), children=tuple(nodes))

    return Padded(inside, v.u(32), v.u(12), wrap)


def _notices(v: View) -> Box:
    boxes = [
        _strip(v, f"notice:{number}", words, Dismiss(words)) for number, words in enumerate(v.model.notices)
    ]
    return Column(boxes) if boxes else space()


def _message(v: View) -> Box:
    return _strip(v, "message", v.model.message, Dismiss(v.model.message)) if v.model.message else space()


def _strip(v: View, key: str, words: str, dismiss: object) -> Box:
    """A line of news over the whole width; with a button that takes it away, unless it lasts."""
    sign = w.icon(v, "warning", 30, v.theme.on_warn)
    said = w.text(v, words, w.SMALL, "medium", v.theme.on_warn, key=f"{key}:text")
    parts = [sign, said]
    if dismiss is not None:
        parts.append(w.button(v, f"{key}:close", tr("Begrepen"), dismiss, size=22, pad=14))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, Role.GROUP, rect, ops=(Fill(rect, v.theme.warn),), children=tuple(nodes))

    return Padded(Row(parts, v.u(16)), v.u(32), v.u(10), wrap)


def page(v: View, box: Box, rect: Rect, key: str = "page", most_width: float = 1500) -> Nodes:
    """A screen's content in one column with room around it; it scrolls when it is higher than the window."""
    margin = v.u(48 if v.wide else 28)
    inner = rect.inset(margin, v.u(28))
    width = min(inner.w, v.t(most_width))
    return w.scroll(
        v, f"{v.model.scene}:{key}", box, Rect(rect.x + (rect.w - width) // 2, inner.y, width, inner.h)
    )


def dialog(v: View, key: str, title: str, box: Box, width: float = 900) -> Node:
    """A panel in the middle of the window; it scrolls when it is higher than the window."""
    whole = Rect(0, 0, v.width, v.height)
    wide = min(v.width - 2 * v.u(24), v.t(width))
    pad = v.u(36)
    inside = Column([w.heading(v, title, 40), box], v.u(22))
    content = inside.height(wide - 2 * pad)
    high = min(v.height - 2 * v.u(24), content + 2 * pad)
    rect = Rect((v.width - wide) // 2, (v.height - high) // 2, wide, high)
    nodes = w.scroll(v, f"{key}:scroll", inside, rect.inset(pad))
    sheet = Fill(rect, v.theme.paper, v.u(22), max(1, v.u(2)), v.theme.edge, v.u(24) if v.theme.shadow else 0)
    return Node(
        key, Role.DIALOG, rect, title, ops=(Fill(whole, (0, 0, 0), veil=0.45), sheet), children=tuple(nodes)
    )
