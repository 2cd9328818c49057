"""The scale: a beam on a pillar with a clock as its head, and two brass pans on chains.

Pivot, arms and chains are fixed; only the beam turns, and the chains hang straight down from its ends.
"""

from functools import lru_cache
from math import cos, radians, sin, tanh
from typing import NamedTuple

from tegenwicht.kit.ops import Colour, Drawing
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.theme import Materials

PIVOT, ARM, CHAIN, PAN = (960, 100), 770, 295, 290
STEEPEST, STEP = 2.6, 0.1
"""Degrees: the most the beam leans, and the steps in which it does."""


def tilt_of(left: int, right: int) -> float:
    """How far the beam leans, in degrees, positive when the right side is down; never steeper than 2.6."""
    return round(STEEPEST * tanh((right - left) / 3) / STEP) * STEP


class Shape(NamedTuple):
    """A scale: where its pivot is, how long an arm and a chain are, in design pixels, and how it leans."""

    pivot: tuple[float, float] = PIVOT
    arm: float = ARM
    chain: float = CHAIN
    tilt: float = 0.0

    def end(self, right: bool) -> tuple[float, float]:
        """Where an arm ends."""
        angle, way = radians(self.tilt), 1 if right else -1
        return self.pivot[0] + way * self.arm * cos(angle), self.pivot[1] + way * self.arm * sin(angle)


def shape_on(g: Ground, tilt: float) -> Shape:
    """The scale that spans the table."""
    return Shape(PIVOT, ARM + g.middle_x, CHAIN, tilt)


def pillar(
    g: Ground, m: Materials, top: float = PIVOT[1], foot: float = 678, x: float = PIVOT[0]
) -> tuple[Drawing, ...]:
    """From the pivot down to its foot on the table; ``foot``: where that ends, ``x``: its middle."""
    stem_h = foot - 102 - top
    stem = g.mid(x - 20, top, 40, stem_h)
    base = g.mid(x - 230, foot - 103, 460, 133)
    return (
        Drawing(base, (460, 133), _foot(m)),
        Drawing(stem, (40, stem_h), _stem(stem_h, m)),
        Drawing(g.mid(x - 28, foot - 103, 56, 14), (56, 14), _collar(m)),
    )


@lru_cache(16)
def _stem(high: float, m: Materials) -> str:
    narrow, wide = 10.5, 17
    return (
        f'<path d="M{20 - narrow} 0 H{20 + narrow} L{20 + wide} {high} H{20 - wide} Z" fill="{web(m.beam)}"/>'
        f'<path d="M16.6 40 L16 {high}" stroke="{web(m.beam_light)}" stroke-width="4"/>'
    )


@lru_cache(16)
def _collar(m: Materials) -> str:
    return (
        f'<rect x="2" y="1" width="52" height="12" rx="6" fill="{web(m.brass)}" stroke="{web(m.brass_edge)}"'
        f' stroke-width="1.2"/>'
    )


@lru_cache(16)
def _foot(m: Materials) -> str:
    """The neck and the round foot, with the shadow under it; its box is 460 wide and 133 high."""
    rings = "".join(
        f'<ellipse cx="230" cy="{99 + n * 0.6}" rx="{150 + n * 14.5}" ry="{9 + n * 3.4}" fill="#000000"'
        f' fill-opacity="0.062"/>'
        for n in (5, 4, 3, 2, 1)
    )
    shadow = rings if m.rich else ""
    return (
        f'{shadow}<path d="M212 12 H248 C250 34 262 40 263.5 70 H196.5 C198 40 210 34 212 12 Z"'
        f' fill="{web(m.beam)}"/>'
        f'<path d="M80 94 C80 78 140 64 230 64 C320 64 380 78 380 94 C380 101 320 104 230 104'
        f' C140 104 80 101 80 94 Z" fill="{web(m.beam)}"/>'
        f'<path d="M92 87 C112 74 168 67.5 230 67.5 C292 67.5 348 74 368 87" fill="none"'
        f' stroke="{web(m.beam_light)}" stroke-width="3.4" stroke-linecap="round"/>'
    )


def beam(g: Ground, m: Materials, shape: Shape) -> Drawing:
    """The beam, leaning as ``shape`` says, without its head."""
    rise = abs(shape.end(True)[1] - shape.pivot[1]) + 24
    wide = 2 * shape.arm + 40
    x, y = shape.pivot[0] - wide / 2, shape.pivot[1] - rise
    return Drawing(g.mid(x, y, wide, 2 * rise), (wide, 2 * rise), _beam(wide, rise, shape.arm, shape.tilt, m))


@lru_cache(64)
def _beam(wide: float, rise: float, arm: float, tilt: float, m: Materials) -> str:
    mid, end = 16.5, 6.5
    light = "".join(
        f'<path d="M{way * 40} {-mid + 5.6} L{way * (arm - 26)} {-end + 3.4}" stroke="{web(m.beam_light)}"'
        f' stroke-width="4"/>'
        for way in (-1, 1)
    )
    return (
        f'<g transform="translate({wide / 2:g} {rise:g}) rotate({tilt:g})">'
        f'<path d="M{-arm} {-end} L0 {-mid} L{arm} {-end} V{end} L0 {mid} L{-arm} {end} Z" fill="{web(m.beam)}"/>'
        f"{light}</g>"
    )


def pan(
    g: Ground, m: Materials, end: tuple[float, float], chain: float = CHAIN, wide: float = PAN
) -> Drawing:
    """What hangs at the end of an arm: its brass disc, two chains and the pan, empty."""
    half, deep = wide / 2 + 6, 23 + _depth(wide / 2)
    at = g.mid(end[0] - half, end[1] - 18, 2 * half, chain + deep)
    return Drawing(at, (2 * half, chain + deep), _pan(half, chain, wide / 2, m))


def pan_front(
    g: Ground, m: Materials, end: tuple[float, float], chain: float = CHAIN, wide: float = PAN
) -> Drawing:
    """The side of a pan that is nearest, to draw over what stands in it."""
    half, deep = wide / 2 + 6, 23 + _depth(wide / 2)
    at = g.mid(end[0] - half, end[1] + chain - 18, 2 * half, deep)
    return Drawing(at, (2 * half, deep), _pan_front(half, 18, wide / 2, m))


def _depth(r: float) -> float:
    """How far a pan of that half width reaches below its rim."""
    return 47 * float(max(1.0, r / (PAN / 2)) ** 0.85)


def heap_floor(end: tuple[float, float]) -> tuple[float, float]:
    """Where the middle of a heap stands on the pan that hangs there, in design pixels."""
    return end[0], end[1] + CHAIN + 8


@lru_cache(16)
def _pan(half: float, chain: float, r: float, m: Materials) -> str:
    x, rim, line = half, 18 + chain, 4.2
    return (
        f'<path d="M{x - 3} 40 L{x - r + 5} {rim - 3} M{x + 3} 40 L{x + r - 5} {rim - 3}"'
        f' stroke="{web(m.chain)}" stroke-width="{line}" fill="none"/>'
        f'<circle cx="{x}" cy="34" r="6.6" fill="none" stroke="{web(m.brass_edge)}" stroke-width="4"/>'
        f'<circle cx="{x}" cy="18" r="14" fill="{web(m.brass)}"/>'
        f'<circle cx="{x}" cy="18" r="5" fill="{web(m.brass_edge)}"/>'
        f'<ellipse cx="{x}" cy="{rim}" rx="{r}" ry="{_depth(r) * 13 / 47:.2f}" fill="{web(m.brass_edge)}"/>'
        + _pan_front(x, rim, r, m)
    )


@lru_cache(16)
def _pan_front(x: float, rim: float, r: float, m: Materials) -> str:
    deep = _depth(r)
    lip, light = deep * 13 / 47, deep * 35 / 47
    return (
        f'<path d="M{x - r} {rim} A{r} {deep:.2f} 0 0 0 {x + r} {rim} A{r} {lip:.2f} 0 0 1 {x - r} {rim} Z"'
        f' fill="{web(m.brass_edge)}"/>'
        f'<path d="M{x - r} {rim} A{r} {light:.2f} 0 0 0 {x + r} {rim} A{r} {lip:.2f} 0 0 1 {x - r} {rim} Z"'
        f' fill="{web(m.brass)}"/>'
        f'<path d="M{x - r} {rim} A{r} {lip:.2f} 0 0 0 {x + r} {rim}" fill="none" stroke="{web(m.brass_light)}"'
        f' stroke-width="4.4" stroke-linecap="round"/>'
    )


def web(colour: Colour) -> str:
    """A colour as SVG writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
