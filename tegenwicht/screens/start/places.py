"""The places of the start screen: large buttons with a sign, a word and a line; and the three in the corner."""

from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Go, Quit
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

LIP = 6
LEAST_TARGET = 24
"""Pixels."""
LEAST_LINE = 16
"""How small the line below a word may become, in the layout's pixels, before it is cut off."""


class Place(NamedTuple):
    """One of the five. action: None when there is nothing there now. name: for a screen reader, where its word alone
    does not tell which."""

    key: str
    word: str
    line: str
    glyph: str
    action: Command | None
    shortcut: Key
    primary: bool = False
    name: str = ""


def place_node(g: Ground, rect: Rect, place: Place, bare: bool) -> Node:
    """The place filling ``rect``; ``bare``: without its line, where it is too low."""
    there = place.action is not None
    shown = "" if bare else place.line
    names = (*place.shortcut.names, *(keys.PRIMARY.names if place.primary else ()))
    return Node(
        place.key, Role.BUTTON, rect, place.name or place.word, description=place.line, action=place.action, enabled=there,
        shortcuts=names if there else (), primary=place.primary and there, first=place.primary,
        corner=g.px(18), ops=_ops(g, rect, place, shown),
    )  # fmt: skip


class _Look(NamedTuple):
    ground: tuple[int, int, int]
    ink: tuple[int, int, int]
    quiet: tuple[int, int, int]
    square: tuple[int, int, int]
    line: tuple[int, int, int]


def _look(g: Ground, place: Place) -> _Look:
    theme, m = g.v.theme, g.v.theme.table
    if place.action is None:
        return _Look(m.wall, theme.muted, theme.muted, m.wall, theme.muted)
    if place.primary:
        quiet = mixed(theme.on_strong, theme.strong, 0.14)
        return _Look(theme.strong, theme.on_strong, quiet, theme.on_strong, theme.strong)
    return _Look(m.paper, theme.ink, m.faint, m.skirting if m.rich else m.paper, m.line)


def _ops(g: Ground, rect: Rect, place: Place, shown: str) -> tuple[Op, ...]:
    look, m = _look(g, place), g.v.theme.table
    there, high = place.action is not None, rect.h / g.scale
    radius, border = g.px(18), max(2, g.px(2.6))
    ops: list[Op] = []
    if there and m.rich and not place.primary:
        lip = rect._replace(y=rect.y + g.px(LIP))
        ops.append(Fill(lip, m.lip, radius))
    if there:
        ops.append(Fill(rect, look.ground, radius, border, look.line))
    else:
        ops.append(_dashed(g, rect, look.line))
    square = _square(g, rect, high)
    ops += _sign(g, square, place, look, rect.bottom)
    x = square.right + g.px(28 if high > 100 else 24)
    end = rect.right - g.px(24)
    if place.primary and there:
        small = 20 if high > 110 else 15
        box = _enter(g, rect, small)
        ops += letters.key_sign(g, box, keys.PRIMARY.shown, look.ink, look.ground, small)
        end = box.x - g.px(12)
    return (*ops, *_words(g, rect, place, look, shown, x, end - x))


def _words(g: Ground, rect: Rect, place: Place, look: _Look, shown: str, x: int, room: int) -> list[Op]:
    high = rect.h / g.scale
    big, small = (44, 24) if high > 110 else (34, 23) if high > 90 else (30, 18) if high > 70 else (22, 17)
    while small > LEAST_LINE and letters.width(g, shown, small, "medium") > room:
        small -= 1
    shown = _shorter(g, shown, small, room)
    middle = rect.y + rect.h // 2
    step = small * 1.46
    both = big * 0.72 - step - small * 0.2  # from the top of the capitals down to below the line's letters
    base = middle + g.px(both / 2 if shown else big * 0.36)
    ops: list[Op] = [letters.line(g, (x, base), place.word, big, "bold", look.ink, 0.0, room)]
    if shown:
        ops.append(letters.line(g, (x, base + g.px(step)), shown, small, "medium", look.quiet, 0.0, room))
    return ops


def _shorter(g: Ground, shown: str, size: float, room: int) -> str:
    """ "Alleen · nog geen kaart gedaan · vanmiddag" as "Alleen · vanmiddag" where that fits and the whole line does not;
    and of its beginning no more than what comes before a comma."""
    parts = shown.split(" · ")
    begins = (parts[0], parts[0].partition(", ")[0])
    tried = (shown, *(" · ".join((one, parts[-1])) for one in begins), *begins)
    return next((one for one in tried if letters.width(g, one, size, "medium") <= room), shown)


def _square(g: Ground, rect: Rect, high: float) -> Rect:
    px = g.px(80 if high > 110 else 64 if high > 90 else 52 if high > 70 else 42)
    return Rect(rect.x + g.px(24 if high > 90 else 16), rect.y + (rect.h - px) // 2, px, px)


def _sign(g: Ground, at: Rect, place: Place, look: _Look, low: int) -> list[Op]:
    """The place's icon, with its digit on the corner, no lower than ``low``."""
    ink = look.ink if place.action is None else g.v.theme.strong if place.primary else g.v.theme.ink
    ops: list[Op] = [Fill(at, look.square, g.px(14))]
    ops.append(Icon(at.inset(round(at.w * 0.2)), place.glyph, ink))
    if place.action is not None and g.v.model.settings.letter_keys:
        px = max(g.px(28), round(g.v.scale * 22))
        sign = Rect(at.right - px + g.px(11), min(at.bottom - px + g.px(11), low - px), px, px)
        paper, line = (
            (g.v.theme.on_strong, g.v.theme.strong) if place.primary else (look.ground, g.v.theme.ink)
        )
        ops += letters.key_sign(g, sign, place.shortcut.shown, line, paper)
    return ops


def _enter(g: Ground, rect: Rect, size: float) -> Rect:
    wide, high = letters.width(g, keys.PRIMARY.shown, size, "bold") + g.px(size * 1.2), g.px(size * 1.6)
    return Rect(rect.right - g.px(size * 1.7) - wide, rect.y + (rect.h - high) // 2, wide, high)


def _dashed(g: Ground, rect: Rect, line: tuple[int, int, int]) -> Drawing:
    """The outline of a place where there is nothing now."""
    wide, high = rect.w / g.scale, rect.h / g.scale
    body = (
        f'<rect x="2" y="2" width="{wide - 4:.1f}" height="{high - 4:.1f}" rx="17" fill="none"'
        f' stroke="{web(line)}" stroke-width="2.6" stroke-dasharray="11 8"/>'
    )
    return Drawing(rect, (wide, high), body)


# -- in the corner


def corner_nodes(v: View, size: int, right: int, left: int = 0) -> list[Node]:
    """Help, settings and quit, from the left, ending at ``right``; ``size``: of their words in pixels.

    left: where they may begin at the earliest; without their keys where there is no room for those.
    """
    given = (
        ("corner:help", tr("Hulp"), "help", Go(Scene.HELP), keys.HELP),
        ("corner:settings", tr("Instellingen"), "settings", Go(Scene.SETTINGS), keys.SETTINGS),
        ("corner:quit", tr("Afsluiten"), "close", Quit(), None),
    )
    signs = [shortcut.shown if shortcut else "" for *_, shortcut in given]
    wide = sum(_corner_wide(v, size, one[1], sign) for one, sign in zip(given, signs, strict=True))
    bare = wide + 2 * round(size * 0.66) > right - left
    made: list[Node] = []
    for key, word, glyph, action, shortcut in reversed(given):
        sign = shortcut.shown if shortcut and not bare else ""
        wide = _corner_wide(v, size, word, sign)
        rect = Rect(right - wide, round(size * 0.66), wide, max(LEAST_TARGET, round(size * 1.9)))
        made.append(Node(
            key, Role.BUTTON, rect, word, action=action, shortcuts=shortcut.names if shortcut else (),
            corner=size // 2, ops=_corner_ops(v, rect, size, word, glyph, sign),
        ))  # fmt: skip
        right = rect.x - round(size * 0.66)
    return made[::-1]


def _corner_wide(v: View, size: int, word: str, sign: str) -> int:
    text = v.type.width(word, "semibold", size)
    key = v.type.width(sign, "bold", round(size * 0.84)) + round(size * 1.1) if sign else 0
    return round(size * 2.3) + text + key


def _corner_ops(v: View, rect: Rect, size: int, word: str, glyph: str, sign: str) -> tuple[Op, ...]:
    from tegenwicht.kit import widgets

    ink, m = v.theme.ink, v.theme.table
    icon = Rect(rect.x + round(size * 0.4), rect.y + (rect.h - size) // 2, size, size)
    x = icon.right + round(size * 0.4)
    ops: list[Op] = [Icon(icon, glyph, ink)]
    ops.append(widgets.middle_line(v, Rect(x, rect.y, 0, rect.h), word, "semibold", size, ink, 0.0))
    if sign:
        small = round(size * 0.84)
        wide = v.type.width(sign, "bold", small) + round(size * 0.8)
        box = Rect(
            rect.right - wide - round(size * 0.2),
            rect.y + (rect.h - round(size * 1.3)) // 2,
            wide,
            round(size * 1.3),
        )
        ops.append(Fill(box, m.wall, round(size * 0.34), max(1, round(size / 12)), ink))
        ops.append(widgets.middle_line(v, box, sign, "bold", small, ink))
    return tuple(ops)
