"""Large stones that are laid on dishes: coloured, still grey, as they lay before, or gone; and the dish of brass."""

from functools import lru_cache

from tegenwicht.game.cards import Cluster
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.dashed import dashed
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.theme import ClusterColours, Materials

WIDE, HIGH = 112, 86
GREY, GREY_UNDER = (133, 127, 120), (93, 88, 83)
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
DISH, DISH_HIGH = 230, 62
"""How wide a dish is, and how high its drawing, from a little above its rim to under its shadow."""


def stone_ops(g: Ground, at: Rect, cluster: Cluster) -> tuple[Op, ...]:
    """A stone of a cluster filling ``at``."""
    colours = g.v.theme.clusters[cluster]
    ground = WHITE if not g.v.theme.table.rich else colours.solid
    ink = BLACK if not g.v.theme.table.rich else WHITE
    drawn = Drawing(at, (WIDE, HIGH), _stone(*_look(g, colours)), ground=ground)
    return (drawn, _glyph(at, cluster, ink, 0.56))


def _look(g: Ground, colours: ClusterColours) -> tuple[Colour, Colour, Colour | None]:
    """(face, lower edge, line around it) of a stone."""
    if not g.v.theme.table.rich:
        return WHITE, (150, 150, 150), None
    line = colours.edge if colours.edge != colours.under else None
    return colours.solid, colours.under, line


def plain_ops(at: Rect, face: Colour, under: Colour) -> tuple[Op, ...]:
    """A stone without a sign."""
    return (Drawing(at, (WIDE, HIGH), _stone(face, under, None), ground=face),)


def grey_ops(at: Rect) -> tuple[Op, ...]:
    """A stone that was not laid yet: it means nothing so far."""
    return plain_ops(at, GREY, GREY_UNDER)


def outline_ops(g: Ground, at: Rect, cluster: Cluster) -> tuple[Op, ...]:
    """A stone as it lay before: its outline with its sign."""
    m, line = g.v.theme.table, g.v.theme.clusters[cluster].line
    ring = Fill(at, m.paper, round(at.h * 0.48), max(2, round(at.w * 0.04)), line)
    return (ring, _glyph(at, cluster, line, 0.56))


def gone_ops(g: Ground, at: Rect, cluster: Cluster) -> tuple[Op, ...]:
    """Where a stone lay first: a dashed outline."""
    return (dashed(g, at, g.v.theme.clusters[cluster].line, at.h * 0.48 / g.scale, 3),)


def _glyph(at: Rect, cluster: Cluster, ink: Colour, part: float) -> Icon:
    px = round(at.h * part)
    return Icon(
        Rect(at.x + (at.w - px) // 2, at.y + round(at.h * 0.47) - px // 2, px, px), cluster.value, ink
    )


@lru_cache(64)
def _stone(face: Colour, under: Colour, line: Colour | None) -> str:
    around = (
        f'<rect x="1" y="1" width="110" height="77" rx="38" fill="none" stroke="{web(line)}" stroke-width="2"/>'
        if line
        else ""
    )
    return (
        f'<rect y="6" width="112" height="80" rx="39" fill="{web(under)}"/>'
        f'<rect width="112" height="78" rx="38" fill="{web(face)}"/>'
        f'<path d="M38 7 H74" stroke="#ffffff" stroke-opacity="0.34" stroke-width="4" stroke-linecap="round"/>{around}'
    )


# -- the dish


def dish_ops(g: Ground, x: int, rim: int, wide: float, shadow: bool = True) -> tuple[Op, ...]:
    """An empty dish whose rim has its middle at ``x``, ``rim`` in pixels; ``wide`` in design pixels."""
    part = wide / DISH
    w, h = g.px(wide + 24), g.px(DISH_HIGH * part)
    at = Rect(x - w // 2, rim - round(h * 9 / DISH_HIGH), w, h)
    m = g.v.theme.table
    return (Drawing(at, (DISH + 24 / part, DISH_HIGH), _dish(DISH + 24 / part, m, shadow and m.rich)),)


@lru_cache(16)
def _dish(whole: float, m: Materials, shadow: bool) -> str:
    x, r, y = whole / 2, DISH / 2, 9
    dark = (
        "".join(
            f'<ellipse cx="{x}" cy="52" rx="{r * 0.9 - n * 6:.1f}" ry="{9 - n * 1.6:.1f}" fill="#000000"'
            f' fill-opacity="0.07"/>'
            for n in range(4)
        )
        if shadow
        else ""
    )
    return (
        f'{dark}<path d="M{x - r} {y} A{r} 37 0 0 0 {x + r} {y} Z" fill="{web(m.brass_edge)}"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="8" fill="{web(m.brass_edge)}"/>'
        f'<path d="M{x - r} {y} A{r} 36 0 0 0 {x + r} {y} A{r} 10 0 0 1 {x - r} {y} Z" fill="{web(m.brass)}"/>'
        f'<path d="M{x - r} {y} A{r} 10 0 0 0 {x + r} {y}" fill="none" stroke="{web(m.brass_light)}"'
        f' stroke-width="3.6" stroke-linecap="round"/>'
    )
