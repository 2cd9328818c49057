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
ABOVE = 2
"""So far above what it would cut through it begins: as much as there is between two of those."""
STAYS = (Open, Leave)
"""What takes the place of the popup by itself."""


def popup(
    g: Ground, key: str, title: str, acts: Sequence[Act], below: bool, behind: Sequence[Rect] = ()
) -> Node:
    """A small window with things to do. below: it hangs under the corner above, else it stands on the rim.

    behind: what stands below each other there; it cuts none of that through, but is higher, and so is each thing in it.
    """
    columns = 1 if len(acts) < 6 else 2
    rows = -(-len(acts) // columns)
    wide = columns * ITEM_W + (columns - 1) * GAP + 2 * PAD
    high = rows * ITEM_H + (rows - 1) * GAP + 2 * PAD
    end = g.across - 32
    y = 70 if below else _clear_of(g, g.down - 82 - high, behind)
    each = ITEM_H if below else ITEM_H + (g.down - 82 - high - y) / rows
    rect = g.place(end - wide, y, wide, high + rows * (each - ITEM_H))
    m = g.v.theme.table
    shadow = g.px(22) if m.rich else 0
    ground = Fill(rect, m.paper, g.px(20), g.px(3), m.line, shadow, shade=1.6)
    items = []
    for number, act in enumerate(acts):
        column, row = divmod(number, rows)
        at = g.place(end - wide + PAD + column * (ITEM_W + GAP), y + PAD + row * (each + GAP), ITEM_W, each)
        items.append(_item(g, at, act, number == 0))
    return Node(key, Role.DIALOG, rect, title, ops=(ground,), children=tuple(items))


def _clear_of(g: Ground, y: float, behind: Sequence[Rect]) -> float:
    """The same, or just above what would be cut through there, in design pixels."""
    cut = (one for one in behind if one.y < g.px(y + ABOVE) and g.px(y) < one.bottom)
    return min((one.y / g.scale - ABOVE for one in cut), default=y)


def _item(g: Ground, at: Rect, act: Act, first: bool) -> Node:
    theme, m = g.v.theme, g.v.theme.table
    inked = act.command is not None and g.v.model.focus_is(act.key)  # what Enter does now, as the main button
    ground, faint = (theme.strong, theme.on_strong) if inked else (m.paper, m.faint)
    ink = theme.on_strong if inked else theme.ink if act.command is not None else theme.off
    px, middle = g.px(30), at.y + at.h // 2
    two = 0 < len(act.told) < 40
    sign = act.shortcut.shown if act.shortcut else ""
    if len(sign) == 1 and not g.v.letter_keys:
        sign = ""
    ops: list[Op] = [
        Fill(at, ground, g.px(14)), Icon(Rect(at.x + g.px(16), middle - px // 2, px, px), act.glyph, ink),
    ]  # fmt: skip
    right = at.right - g.px(14)
    if sign:
        wide = max(g.px(34), letters.width(g, sign, 20, "semibold") + 2 * g.px(9))
        y = middle - g.px(29) if two else middle - g.px(15)  # over the second line, which may be long
        box = Rect(right - wide, y, wide, g.px(31))
        ops += [Fill(box, ground, g.px(8), g.px(2), ink),
                letters.line(g, (box.x + wide // 2, y + g.px(22)), sign, 20, "semibold", ink, 0.5)]  # fmt: skip
        right = box.x - g.px(12)
    x = at.x + g.px(60)
    base = middle + g.px(9)
    if two:
        room = at.right - g.px(14) - x
        ops.append(letters.line(g, (x, base + g.px(17)), act.told, 20, "medium", faint, 0.0, room))
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
