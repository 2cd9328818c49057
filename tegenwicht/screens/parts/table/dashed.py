"""Dashed outlines: of a button whose moment has not come, and of a place where something lay or will lie."""

from tegenwicht.kit.ops import Colour, Drawing, Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web


def dashed_button(g: Ground, at: Rect, word: str) -> tuple[Op, ...]:
    """A main button whose moment has not come: a dashed outline."""
    m, base = g.v.theme.table, at.y + at.h // 2 + g.px(9)
    ink = m.faint if m.rich else g.v.theme.ink
    said = letters.line(g, (at.x + at.w // 2, base), word, rim.WORD, "semibold", ink, 0.5)
    return (Fill(at, _paled(g), g.px(14)), dashed(g, at, ink, 14), said)


def _paled(g: Ground) -> Colour:
    m = g.v.theme.table
    return mixed(m.paper, m.rim, 0.6) if m.rich else m.paper


def dashed(g: Ground, at: Rect, ink: Colour, radius: float, line: float = 2.6) -> Drawing:
    """A dashed outline filling ``at``, with round corners of so many design pixels."""
    wide, high = round(at.w / g.scale, 1), round(at.h / g.scale, 1)
    r = min(radius, wide / 2, high / 2) - 1
    body = (
        f'<rect x="2" y="2" width="{wide - 4:.1f}" height="{high - 4:.1f}" rx="{r:.1f}" fill="none"'
        f' stroke="{web(ink)}" stroke-width="{line}" stroke-dasharray="10 7"/>'
    )
    return Drawing(at, (wide, high), body)
