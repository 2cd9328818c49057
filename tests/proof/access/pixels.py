"""Contrast and grey, from the pixels that are really painted; not from the colours the theme says it has.

Ink is what changes when text, icons and rings are painted over the bare ground; a ratio is reckoned between
that ink and the ground that was under it, as WCAG 2.2 does.
"""

from collections.abc import Iterator
from math import cos, radians, sin
from typing import NamedTuple

from PIL import Image, ImageChops

from tegenwicht.gallery import geometry
from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.kit.ops import Colour, Fill, Icon, Ring, Still, Turned, Words
from tegenwicht.kit.ops import Colour as Pixel
from tegenwicht.kit.paint import flatten
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.askew import FINE
from tests.proof.access.base import Least, Look, Shot, number, painted
from tests.screens.colours import contrast
from tests.screens.shell.test_theme import SHAPES, TEXT, _tells

LEAST_CHANGE = 24
"""How much of 255 a pixel must change to be ink."""
REAL_PART = 0.02
"""A colour on fewer of the pixels than this is the soft edge of a letter."""
DEEP_PX = 8
LEAST_SIGN_PX = 8
"""A sign that is smaller has no pixel that is wholly ink, and tells nothing: on something with a name it is an ornament."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
STEPS = 12
LEANS = 4
"""From so many degrees a sheet does not lie along the box of its control."""


class Ink(NamedTuple):
    """Colours by how many pixels have them: of what was painted, and of the ground under it."""

    inks: list[tuple[int, Colour]]
    grounds: list[tuple[int, Colour]]

    @property
    def ground(self) -> Colour:
        return max(self.grounds)[1]

    def worst(self) -> float:
        """The ratio of the fullest ink and the ground under it that is nearest to it."""
        whole = sum(count for count, _ in self.inks)
        real = [colour for count, colour in self.grounds if count >= REAL_PART * whole]
        ink = max((colour for _, colour in self.inks), key=lambda one: contrast(one, self.ground))
        return min(contrast(ink, under) for under in real or [self.ground])


def ink_in(shot: Shot, rect: Rect) -> Ink | None:
    """What was painted on the ground within a rectangle; None when that is nothing."""
    box = (rect.x, rect.y, rect.right, rect.bottom)
    seen, bare = shot.image.crop(box), shot.bare.crop(box)
    mask = ImageChops.difference(seen, bare).convert("L").point(lambda v: 255 * (v > LEAST_CHANGE))
    if mask.getbbox() is None:
        return None
    return Ink(_colours(seen, mask), _colours(bare, mask))


def _colours(image: Image.Image, mask: Image.Image) -> list[tuple[int, Colour]]:
    """The colours of an image where the mask is not 0, with how often."""
    marked = image.convert("RGBA")
    marked.putalpha(mask)
    found = marked.getcolors(image.width * image.height) or []
    return [(count, colour[:3]) for count, colour in found if colour[3]]


def seen_part(shot: Shot, rect: Rect, clip: Rect) -> Rect | None:
    """The rectangle when all of it is in sight."""
    both = rect.shared(clip).shared(Rect(0, 0, *shot.size))
    return rect if both == rect and rect.w and rect.h else None


class TextContrast(Look):
    """Every line of text at least 4.5:1; also large text, which need only be 3:1."""

    unit, pixels = "tekstregels", True

    def __init__(self) -> None:
        super().__init__()
        self.least = Least()

    def look(self, shot: Shot) -> None:
        for op, by in shot.lines:
            part = seen_part(shot, op.rect, by.clip)
            if part is not None and op.text.strip():
                self.line(shot, op, ink_in(shot, part))

    def line(self, shot: Shot, op: Words, ink: Ink | None) -> None:
        """One line that is wholly in sight."""
        self.looked += 1
        if ink is None:
            self.fault(f"{op.text!r} is niet te zien", shot)
            return
        ratio = ink.worst()
        if ratio < TEXT:  # so thin or small that no pixel is wholly ink: look at it four times as large
            ratio = max(ratio, _enlarged(op, ink.ground))
        self.least.see(ratio, f"{op.text!r} in {shot}")
        if ratio < TEXT - 0.005:
            self.fault(f"{op.text!r} is {ratio:.2f}:1", shot)

    def measured(self) -> str:
        return f"minste {number(self.least.value)}:1 (nodig 4,5)"


def _enlarged(op: Words, ground: Colour) -> float:
    drawn = screens.window().type.font(op.weight, 4 * op.px).render(op.text, True, op.colour, ground)
    found = drawn.get_bounding_rect()
    points = ((x, y) for x in range(found.w) for y in range(found.h))
    return max(contrast(tuple(drawn.get_at(point))[:3], ground) for point in points)


class ShapeContrast(Look):
    """Icons, the ring of the time, bars, and the edges of controls at least 3:1."""

    unit, pixels = "vormen en randen", True

    def __init__(self) -> None:
        super().__init__()
        self.least = Least()

    def look(self, shot: Shot) -> None:
        for one in shot.placed:
            for op in one.node.ops:
                if isinstance(op, Icon | Ring):
                    self.laid(shot, op, one)
                elif isinstance(op, Fill) and _tells(op, one.node):
                    self.ratio(shot, one.node, _edge_ratio(shot, op.rect, one.clip))
        for one in shot.controls:
            if one.node.enabled and not _is_its_word(shot, one.node):
                sheet = _leaning(one.node)
                ratio = _leaning_ratio(shot, sheet) if sheet else _edge_ratio(shot, one.node.rect, one.clip)
                self.ratio(shot, one.node, ratio)

    def laid(self, shot: Shot, op: Icon | Ring, one: geometry.Placed) -> None:
        """An icon or a ring by its ink."""
        if op.rect.w < LEAST_SIGN_PX and one.node.label:
            return
        part = seen_part(shot, op.rect, one.clip)
        ink = ink_in(shot, part) if part is not None else None
        if ink is not None:
            self.ratio(shot, one.node, ink.worst())

    def ratio(self, shot: Shot, node: Node, ratio: float | None) -> None:
        """One shape; None when it is not wholly in sight."""
        if ratio is None:
            return
        self.looked += 1
        self.least.see(ratio, f"{node.key} in {shot}")
        if ratio < SHAPES - 0.005:
            self.fault(f"{node.key} {node.label!r} is {ratio:.2f}:1", shot)

    def measured(self) -> str:
        return f"minste {number(self.least.value)}:1 (nodig 3)"


def _is_its_word(shot: Shot, node: Node) -> bool:
    """Whether a control has no box around it, or one that is its ground, and is known by its word and its sign: the
    help of the first screen, a line of a menu, cards that lie askew with a word under them.

    WCAG 2.2 asks no edge of it then (Understanding 1.4.11, "Boundaries"). The word must be 4.5:1 and the sign 3:1, as
    everywhere.
    """
    if not any(isinstance(op, Words) for op in node.ops):
        return False
    x, y, w, h = node.rect
    outside = {
        pixel(shot, x + w // 2, y - 3),
        pixel(shot, x + w // 2, y + h + 2),
        pixel(shot, x - 3, y + h // 2),
    }
    drawn = [
        op for below in walk(node) for op in below.ops if not isinstance(op, Words) and hasattr(op, "rect")
    ]
    boxes = [op for op in drawn if _around(op.rect, node.rect)]
    return all(isinstance(op, Fill) and not op.border and {op.colour} == outside for op in boxes)


def _around(box: Rect, rect: Rect) -> bool:
    """Whether a box is as large as the control, but for a lip or a shadow."""
    near = 4 + min(rect.w, rect.h) // 12
    sides = (box.x - rect.x, box.y - rect.y, box.right - rect.right, box.bottom - rect.bottom)
    return all(abs(side) <= near for side in sides)


def _edge_ratio(shot: Shot, rect: Rect, clip: Rect) -> float | None:
    """How well the face or the edge of a box is told from what is around it, at a quarter of its border.

    A card in a grid is known by its coloured band; its other sides may be quieter.
    """
    around = rect.inset(-4)
    if seen_part(shot, around, clip) is None or min(rect.w, rect.h) < 4:
        return None
    ratios = sorted(_at_edge(shot, *place) for place in _places(rect))
    return ratios[len(ratios) * 3 // 4]


def _places(rect: Rect) -> list[tuple[int, int, int, int]]:
    """Points just outside the four sides, away from the round corners, and the way inwards."""
    found = []
    for n in range(STEPS // 4, STEPS - STEPS // 4 + 1):
        x, y = rect.x + rect.w * n // STEPS, rect.y + rect.h * n // STEPS
        found += [(x, rect.y, 0, 1), (x, rect.bottom - 1, 0, -1)]
        found += [(rect.x, y, 1, 0), (rect.right - 1, y, -1, 0)]
    return found


def _leaning(node: Node) -> Turned | None:
    """The sheet that a control is, where it leans and is wider than the upright part of it that can be pressed.

    The sides of that part lie on the sheet itself, as in a fan of cards: they are no edge that anyone sees.
    """
    sheets = (op for op in node.ops if isinstance(op, Turned) and op.ops and isinstance(op.ops[0], Fill))
    return next((op for op in sheets if abs(op.degrees) >= LEANS and _flat(op)[0] > node.rect.w), None)


def _flat(sheet: Turned) -> tuple[float, float]:
    """How wide and high a sheet is as it is seen, before it is turned, without the shadow around it."""
    still = next((op.rect for op in sheet.ops if isinstance(op, Still)), Rect(0, 0, *sheet.size))
    return still.w / FINE, still.h / FINE


def _leaning_ratio(shot: Shot, sheet: Turned) -> float | None:
    """As the edge of a box, along the sides of a leaning sheet, where no other sheet lies on them."""
    glaring = [sheet._replace(ops=(Fill(Rect(0, 0, *sheet.size), colour),)) for colour in (WHITE, BLACK)]
    drawn = flatten(shot.tree)
    white, black = (
        painted(shot.size, [one._replace(op=op) if one.op is sheet else one for one in drawn])
        for op in glaring
    )
    in_sight = ImageChops.difference(white, black).convert("L").load()
    ratios = []
    for x, y, dx, dy in _leaning_places(sheet):
        inwards = [(round(x + n * dx), round(y + n * dy)) for n in range(DEEP_PX)]
        inwards = [(at, down) for at, down in inwards if 0 <= at < shot.size[0] and 0 <= down < shot.size[1]]
        if len(inwards) < DEEP_PX or not all(in_sight[place] for place in inwards[1:]):
            continue
        outside = pixel(shot, round(x - 3 * dx), round(y - 3 * dy))
        ratios.append(max(contrast(pixel(shot, *place), outside) for place in inwards))
    return sorted(ratios)[len(ratios) * 3 // 4] if ratios else None


def _leaning_places(sheet: Turned) -> Iterator[tuple[float, float, float, float]]:
    """Points on the four sides of a leaning sheet, away from its corners, and the way inwards."""
    w, h = _flat(sheet)
    c, s = cos(radians(sheet.degrees)), sin(radians(sheet.degrees))
    middle = sheet.rect.x + sheet.rect.w / 2, sheet.rect.y + sheet.rect.h / 2
    for n in range(STEPS // 4, STEPS - STEPS // 4 + 1):
        across, down = w * n / STEPS - w / 2, h * n / STEPS - h / 2
        sides = ((across, -h / 2, 0, 1), (across, h / 2, 0, -1), (-w / 2, down, 1, 0), (w / 2, down, -1, 0))
        for x, y, dx, dy in sides:
            yield middle[0] + x * c + y * s, middle[1] - x * s + y * c, dx * c + dy * s, dy * c - dx * s


def _at_edge(shot: Shot, x: int, y: int, dx: int, dy: int) -> float:
    outside = pixel(shot, x - 3 * dx, y - 3 * dy)
    inside = {pixel(shot, x + n * dx, y + n * dy) for n in range(DEEP_PX)}
    return max(contrast(one, outside) for one in inside)


def pixel(shot: Shot, x: int, y: int) -> Pixel:
    """The colour of a pixel; beyond the window that of its edge."""
    width, height = shot.size
    found: Pixel = shot.pixels[max(0, min(x, width - 1)), max(0, min(y, height - 1))]
    return found
