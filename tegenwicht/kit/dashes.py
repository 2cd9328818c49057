"""Dashes of a vector drawing, cut into lines of their own before the drawing is read.

SDL's reader of SVG reads memory it did not set where a dashed line ends (nanosvg issue 276), and draws something
else each time. So what it gets has no dashes: the outline is walked here, and each dash is a piece of path.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]
Line = list[Point]

STEPS = 12
"""Straight pieces for a quarter of a circle or a curve."""
_DASHED = re.compile(r"<(rect|circle|path)\b[^>]*stroke-dasharray[^>]*/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")


@lru_cache(256)
def cut(body: str) -> str:
    """The same SVG without ``stroke-dasharray``: each dashed rect, circle or path becomes its filling and its dashes.

    Paths may use M, L, H, V, Q, A (of circles) and Z, absolute. ValueError for another command.
    """
    return _DASHED.sub(lambda found: _undashed(found[1], dict(_ATTRIBUTE.findall(found[0]))), body)


def _undashed(tag: str, attributes: dict[str, str]) -> str:
    on, off = (float(part) for part in re.split(r"[ ,]+", attributes.pop("stroke-dasharray").strip()))
    stroke = {name: attributes.pop(name) for name in list(attributes) if name.startswith("stroke")}
    lines = [_circle(attributes)] if tag == "circle" else _path(_d(tag, attributes))
    dashes = " ".join(_drawn(dash) for line in lines for dash in _dashes(line, on, off))
    filled = "" if attributes.get("fill") == "none" else f"<{tag} {_written(attributes)}/>"
    return f'{filled}<path d="{dashes}" fill="none" {_written(stroke)}/>'


def _written(attributes: dict[str, str]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in attributes.items())


def _drawn(dash: Line) -> str:
    return "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in dash)


def _dashes(line: Line, on: float, off: float) -> Iterator[Line]:
    """The line in pieces ``on`` long with ``off`` between them, both in the drawing's units."""
    drawing, left = True, on
    dash: Line = [line[0]]
    for start, end in pairwise(line):
        at, long = 0.0, math.dist(start, end)
        while long - at > left:
            at += left
            here = (
                start[0] + (end[0] - start[0]) * at / long,
                start[1] + (end[1] - start[1]) * at / long,
            )
            if drawing:
                yield [*dash, here]
            drawing, dash = not drawing, [here]
            left = on if drawing else off
        left -= long - at
        if drawing:
            dash.append(end)
    if drawing and len(dash) > 1:
        yield dash


# -- outlines


def _circle(attributes: dict[str, str]) -> Line:
    x, y, r = (float(attributes[name]) for name in ("cx", "cy", "r"))
    return _arc((x, y), r, 0.0, math.tau)


def _d(tag: str, attributes: dict[str, str]) -> str:
    if tag == "path":
        return attributes["d"]
    x, y, w, h, r = (float(attributes.get(name, "0")) for name in ("x", "y", "width", "height", "rx"))
    r = max(0.0, min(r, w / 2, h / 2))
    right, foot = x + w, y + h
    return (
        f"M{x + r} {y} H{right - r} A{r} {r} 0 0 1 {right} {y + r} V{foot - r} A{r} {r} 0 0 1 {right - r} {foot}"
        f" H{x + r} A{r} {r} 0 0 1 {x} {foot - r} V{y + r} A{r} {r} 0 0 1 {x + r} {y} Z"
    )


def _path(d: str) -> list[Line]:
    tokens = _TOKEN.findall(d)
    lines: list[Line] = []
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        if command == "Z":
            lines[-1].append(lines[-1][0])
            continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "A": 7}.get(command)
        if count is None:
            raise ValueError(f"a dashed path may not use {command!r}")
        numbers = [float(token) for token in tokens[at : at + count]]
        at += count
        if command == "M":
            lines.append([(numbers[0], numbers[1])])
            command = "L"
        else:
            lines[-1] += _on(lines[-1][-1], command, numbers)
    return lines


def _on(here: Point, command: str, numbers: list[float]) -> Line:
    """The points a command adds to a line that came ``here``."""
    match command, numbers:
        case "H", [x]:
            return [(x, here[1])]
        case "V", [y]:
            return [(here[0], y)]
        case "Q", [cx, cy, x, y]:
            return [_between(here, (cx, cy), (x, y), step / STEPS) for step in range(1, STEPS + 1)]
        case "A", [r, _, _, large, sweep, x, y]:
            return _arc_to(here, (x, y), r, bool(large), bool(sweep))
    return [(numbers[0], numbers[1])]


def _between(a: Point, b: Point, c: Point, t: float) -> Point:
    u = 1 - t
    return (
        u * u * a[0] + 2 * u * t * b[0] + t * t * c[0],
        u * u * a[1] + 2 * u * t * b[1] + t * t * c[1],
    )


def _arc_to(start: Point, end: Point, r: float, large: bool, sweep: bool) -> Line:
    """An arc of a circle with radius r, as SVG's A says it."""
    half = math.dist(start, end) / 2
    if half == 0 or r == 0:
        return [end]
    r = max(r, half)
    high = math.sqrt(r * r - half * half) * (1 if large != sweep else -1)
    dx, dy = (end[0] - start[0]) / (2 * half), (end[1] - start[1]) / (2 * half)
    middle = ((start[0] + end[0]) / 2 - dy * high, (start[1] + end[1]) / 2 + dx * high)
    first = math.atan2(start[1] - middle[1], start[0] - middle[0])
    last = math.atan2(end[1] - middle[1], end[0] - middle[0])
    turn = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    return [*_arc(middle, r, first, turn)[1:-1], end]


def _arc(middle: Point, r: float, first: float, turn: float) -> Line:
    count = max(2, math.ceil(abs(turn) / math.tau * 4 * STEPS))
    angles = (first + turn * step / count for step in range(count + 1))
    return [(middle[0] + r * math.cos(angle), middle[1] + r * math.sin(angle)) for angle in angles]
