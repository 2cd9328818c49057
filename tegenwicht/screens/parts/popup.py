"""What opens over the table at the right: *Meer* above its button, the menu under its own. Two columns, or one."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act, as_button
from tegenwicht.screens.parts.session_parts import close_button, title_and_date
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Leave, Open, Shut
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

ITEM_W, ITEM_H, GAP, PAD = 354, 66, 8, 18
STAYS = (Open, Leave)
"""What takes the place of the popup by itself."""


def popup(g: Ground, key: str, title: str, acts: Sequence[Act], below: bool) -> Node:
    """A small window with things to do. below: it hangs under the corner above, else it stands on the rim."""
    columns = 1 if len(acts) < 6 else 2
    rows = -(-len(acts) // columns)
    wide = columns * ITEM_W + (columns - 1) * GAP + 2 * PAD
    high = rows * ITEM_H + (rows - 1) * GAP + 2 * PAD
    end = g.across - 32
    y = 70 if below else g.down - 82 - high
    rect = g.place(end - wide, y, wide, high)
    m = g.v.theme.table
    shadow = g.px(22) if m.rich else 0
    ground = Fill(rect, m.paper, g.px(20), g.px(3), m.line, shadow, shade=1.6)
    items = []
    for number, act in enumerate(acts):
        column, row = divmod(number, rows)
        at = g.place(
            end - wide + PAD + column * (ITEM_W + GAP), y + PAD + row * (ITEM_H + GAP), ITEM_W, ITEM_H
        )
        items.append(_item(g, at, act, number == 0))
    return Node(key, Role.DIALOG, rect, title, ops=(ground,), children=tuple(items))


def _item(g: Ground, at: Rect, act: Act, first: bool) -> Node:
    theme, m = g.v.theme, g.v.theme.table
    ink = theme.ink if act.command is not None else theme.off
    px, middle = g.px(30), at.y + at.h // 2
    two = 0 < len(act.told) < 40
    sign = act.shortcut.shown if act.shortcut else ""
    if len(sign) == 1 and not g.v.letter_keys:
        sign = ""
    ops: list[Op] = [
        Fill(at, m.paper, g.px(14)), Icon(Rect(at.x + g.px(16), middle - px // 2, px, px), act.glyph, ink),
    ]  # fmt: skip
    right = at.right - g.px(14)
    if sign:
        wide = max(g.px(34), letters.width(g, sign, 20, "semibold") + 2 * g.px(9))
        y = at.y + g.px(4) if two else middle - g.px(15)  # over the second line, which may be long
        box = Rect(right - wide, y, wide, g.px(31))
        ops += [Fill(box, m.paper, g.px(8), g.px(2), ink),
                letters.line(g, (box.x + wide // 2, y + g.px(22)), sign, 20, "semibold", ink, 0.5)]  # fmt: skip
        right = box.x - g.px(12)
    x = at.x + g.px(60)
    base = middle + g.px(9)
    if two:
        room = at.right - g.px(14) - x
        ops.append(letters.line(g, (x, base + g.px(17)), act.told, 20, "medium", m.faint, 0.0, room))
        base -= g.px(12)
    ops.append(letters.line(g, (x, base), act.word, 26, "semibold", ink, 0.0, right - x))
    return Node(
        f"{act.key}", Role.BUTTON, at, act.word, description=act.told, action=_closing(act.command),
        enabled=act.command is not None, shortcuts=act.shortcut.names if act.shortcut else (), first=first,
        corner=g.px(14), ops=tuple(ops),
    )  # fmt: skip


def sheet(v: View, key: str, title: str, acts: Sequence[Act]) -> Node:
    """The same on a compact table: a panel over it, that scrolls where it must."""
    boxes: list[Box] = [
        as_button(v, _one_of_many(act), act.glyph or "next", first=number == 0).filling()
        for number, act in enumerate(acts)
    ]
    return frame.dialog(
        v, key, title, Grid(boxes, 2, v.px(10), v.text_px(430)), [close_button(v, tr("Terug"))], 1000
    )


def _one_of_many(act: Act) -> Act:
    return act._replace(command=_closing(act.command), primary=False)


def _closing(command: Command | None) -> Command | None:
    """What is chosen is done, and the popup goes."""
    if command is None or isinstance(command, STAYS):
        return command
    return All((Shut(), command))


def title_of(playing: Playing, panel: str) -> str:
    """What a popup is called; the menu also says which session this is."""
    if panel is Panel.MORE:
        return tr("Meer")
    return " · ".join(filter(None, (tr("Menu"), title_and_date(playing))))
