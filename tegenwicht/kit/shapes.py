"""Smooth shapes: round corners, discs, shadows, rings and icons, made once and kept.

pygame draws circles and round corners with staircase edges; these are drawn large and made small, and
kept by size and colour. Nothing here knows what a node is.
"""

import io
import os
import re
from collections import OrderedDict
from math import ceil, cos, pi, sin, sqrt
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import pygame

from tegenwicht.kit.ops import Colour

MOST_KEPT_BYTES = 8 * 1024 * 1024
LARGE_PART = 1 / 8
"""Of all that may be kept: what takes more is large."""
DISC = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">'
    b'<circle cx="%g" cy="%g" r="%g" fill="#ffffff"/></svg>'
)
LOOP = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %(w)d %(h)d">'
    b'<path d="M%(x1)g 0 V%(y)g A%(rx)g %(ry)g 0 0 1 %(x0)g %(y)g V%(neck)g" fill="none" stroke="%(colour)s"'
    b' stroke-width="%(line)d"/><path d="M%(x0)g 0 L%(head)d %(head)d H0 Z" fill="%(colour)s"/></svg>'
)
"""Down at the right, half an ellipse, up at the left as far as the neck of the arrow."""


SMALL_PX = 128
"""Up to this size a disc is read from SVG; a larger one is quicker drawn in quarters, and as smooth."""

PICTURE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A file's name without its end; nothing that could lead to another folder."""


def _disc(px: int) -> bytes:
    return DISC % (px, px, px / 2, px / 2, px / 2)


class Pieces(NamedTuple):
    """A picture in pieces, each with where it is: what is empty was left out, and takes no memory and no drawing."""

    parts: tuple[tuple[pygame.Surface, tuple[int, int]], ...]

    def draw(self, surface: pygame.Surface, place: tuple[int, int]) -> None:
        """All of them, the picture's top left at that place."""
        x, y = place
        surface.fblits([(piece, (x + dx, y + dy)) for piece, (dx, dy) in self.parts])


Picture = TypeVar("Picture", pygame.Surface, Pieces)


class Kept(Generic[Picture]):
    """Pictures by what they show; the least used go when they take too much memory together.

    For a large one another large one goes: two screens have each a table of their own, and whoever goes from one to the
    other and back would else lose the twenty small ones that lie on it, which take far longer to make.
    """

    def __init__(self, most_bytes: int = MOST_KEPT_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._surfaces: OrderedDict[Any, Picture] = OrderedDict()

    def get(self, key: Any) -> Picture | None:
        """The picture kept under that key."""
        surface = self._surfaces.get(key)
        if surface is not None:
            self._surfaces.move_to_end(key)
        return surface

    def put(self, key: Any, surface: Picture) -> Picture:
        """Keep a picture, instead of what was kept under that key; returns it."""
        before = self._surfaces.pop(key, None)
        self.bytes -= _bytes(before) if before is not None else 0
        self._surfaces[key] = surface
        size = _bytes(surface)
        self.bytes += size
        if size > self.most_bytes * LARGE_PART:
            self._make_room_with_large_ones(key)
        while self.bytes > self.most_bytes and len(self._surfaces) > 1:
            self.bytes -= _bytes(self._surfaces.popitem(last=False)[1])
        return surface

    def _make_room_with_large_ones(self, new: Any) -> None:
        large = {
            key: size
            for key, one in self._surfaces.items()
            if (size := _bytes(one)) > self.most_bytes * LARGE_PART
        }
        for key, size in large.items():  # the least used first
            if self.bytes > self.most_bytes and key != new:
                del self._surfaces[key]
                self.bytes -= size


def _bytes(picture: pygame.Surface | Pieces) -> int:
    if isinstance(picture, Pieces):
        return sum(_bytes(piece) for piece, _ in picture.parts)
    return picture.get_width() * picture.get_height() * picture.get_bytesize()


class Shapes:
    """Draws smooth shapes on surfaces. ``icons``: the folder of the SVG files."""

    def __init__(self, icons: Path) -> None:
        self.icons = icons
        self.kept = Kept[pygame.Surface]()
        self._svg: dict[str, bytes] = {}

    def corner(self, radius: int, colour: Colour) -> pygame.Surface:
        """A disc of that radius; its quarters are the corners of a rectangle."""
        return self.disc(2 * radius, colour)

    def disc(self, px: int, colour: Colour) -> pygame.Surface:
        """A disc ``px`` across, the same on all sides.

        ``pygame.draw.aacircle`` has its centre on a pixel, so that at an even size one side is cut off.
        """
        key = ("disc", px, colour)
        found = self.kept.get(key)
        if found is not None:
            return found
        if px > SMALL_PX:
            return self.kept.put(key, _of_quarters(px, colour))
        disc = self._white_disc(px).copy()
        _colour(disc, colour)
        return self.kept.put(key, disc)

    def _white_disc(self, px: int) -> pygame.Surface:
        found = self.kept.get(("white disc", px))
        return found or self.kept.put(("white disc", px), _read(_disc(px), px))

    def fill(
        self,
        target: pygame.Surface,
        x: int,
        y: int,
        w: int,
        h: int,
        colour: Colour,
        radius: int,
        top_only: bool,
    ) -> None:
        """A rectangle with round corners."""
        r = min(radius, w // 2, h if top_only else h // 2)
        if r < 1:
            target.fill(colour, (x, y, w, h))
            return
        if w == h and r == w // 2 and not top_only:
            self._round(target, x, y, w, colour)
            return
        disc = self.corner(r, colour)
        target.blit(disc, (x, y), (0, 0, r, r))
        target.blit(disc, (x + w - r, y), (r, 0, r, r))
        target.fill(colour, (x + r, y, w - 2 * r, r))
        if top_only:
            target.fill(colour, (x, y + r, w, h - r))
            return
        target.blit(disc, (x, y + h - r), (0, r, r, r))
        target.blit(disc, (x + w - r, y + h - r), (r, r, r, r))
        target.fill(colour, (x, y + r, w, h - 2 * r))
        target.fill(colour, (x + r, y + h - r, w - 2 * r, r))

    def _round(self, target: pygame.Surface, x: int, y: int, px: int, colour: Colour) -> None:
        """A disc. Of a large one only what is around the largest square in it is kept, the square is filled."""
        if px <= SMALL_PX:
            target.blit(self.disc(px, colour), (x, y))
            return
        beside = ceil(px / 2 * (1 - sqrt(0.5))) + 1
        inside = px - 2 * beside
        keys = [("round", part, px, colour) for part in ("above and below", "beside")]
        flat, upright = map(self.kept.get, keys)
        if flat is None or upright is None:
            quarter, odd = _quarter(px, colour), px % 2
            side = quarter.get_width()
            flat = _turned_over(quarter.subsurface((0, 0, side, beside)), odd, 0)
            upright = _turned_over(quarter.subsurface((0, beside, beside, side - beside)), 0, odd)
            for key, edge in zip(keys, (flat, upright), strict=True):
                self.kept.put(key, edge)
        target.blit(flat, (x, y), (0, 0, px, beside))
        target.blit(flat, (x, y + px - beside), (0, beside, px, beside))
        target.blit(upright, (x, y + beside), (0, 0, beside, inside))
        target.blit(upright, (x + px - beside, y + beside), (beside, 0, beside, inside))
        target.fill(colour, (x + beside, y + beside, inside, inside))

    def edge(
        self, target: pygame.Surface, rect: tuple[int, int, int, int], wide: int, colour: Colour, radius: int,
        top_only: bool,
    ) -> None:  # fmt: skip
        """The border of a rectangle with round corners, ``wide`` pixels; what is inside it is still to be filled."""
        x, y, w, h = rect
        r = min(radius, w // 2, h if top_only else h // 2)
        if min(w, h) < 4 * max(r, wide) or top_only:
            self.fill(target, x, y, w, h, colour, radius, top_only)
            return
        if r:
            disc = self.corner(r, colour)
            for right, low in ((0, 0), (1, 0), (0, 1), (1, 1)):
                target.blit(disc, (x + right * (w - r), y + low * (h - r)), (right * r, low * r, r, r))
        for part in ((x + r, y, w - 2 * r, wide), (x + r, y + h - wide, w - 2 * r, wide),
                     (x, y + r, wide, h - 2 * r), (x + w - wide, y + r, wide, h - 2 * r)):  # fmt: skip
            target.fill(colour, part)

    def veil(
        self, target: pygame.Surface, rect: tuple[int, int, int, int], colour: Colour, part: float
    ) -> None:
        """A see-through layer over the part of ``rect`` that is being drawn."""
        seen = pygame.Rect(rect).clip(target.get_clip())
        if seen.w and seen.h:
            layer = pygame.Surface(seen.size, pygame.SRCALPHA)
            layer.fill((*colour, round(255 * part)))
            target.blit(layer, seen)

    def shadow(
        self, target: pygame.Surface, rect: tuple[int, int, int, int], radius: int, size: int, dark: int
    ) -> None:
        """A soft shadow around a rectangle, a little lower than it; ``dark`` 0 to 255."""
        x, y, w, h = rect
        tile = self._shadow_tile(radius, size, dark)
        edge, side = size + radius + size // 2, tile.get_width()
        x, y, w, h = x - size, y - size + size // 3, w + 2 * size, h + 2 * size
        if w <= 2 * edge or h <= 2 * edge:
            return  # too small a thing to throw one
        seen = min(edge, size + size // 3 + 2)  # of the straight sides: the rest is under the rectangle
        for left, from_x in ((x, 0), (x + w - edge, side - edge)):
            for top, from_y in ((y, 0), (y + h - edge, side - edge)):
                target.blit(tile, (left, top), (from_x, from_y, edge, edge))
        long, high = w - 2 * edge, h - 2 * edge
        for top, from_y in ((y, 0), (y + h - seen, side - seen)):
            part = self._stretched(
                tile, (edge, from_y, side - 2 * edge, seen), (long, seen), (radius, size, dark)
            )
            target.blit(part, (x + edge, top))
        for left, from_x in ((x, 0), (x + w - seen, side - seen)):
            part = self._stretched(
                tile, (from_x, edge, seen, side - 2 * edge), (seen, high), (radius, size, dark)
            )
            target.blit(part, (left, y + edge))

    def _stretched(
        self,
        tile: pygame.Surface,
        part: tuple[int, int, int, int],
        to: tuple[int, int],
        of: tuple[int, int, int],
    ) -> pygame.Surface:
        """A straight side of a shadow, as long as it is to be."""
        key = ("shadow side", of, part, to)
        found = self.kept.get(key)
        return found or self.kept.put(key, pygame.transform.scale(tile.subsurface(part), to))

    def _shadow_tile(self, radius: int, size: int, dark: int) -> pygame.Surface:
        key = ("shadow", radius, size, dark)
        found = self.kept.get(key)
        if found is not None:
            return found
        side = 2 * (size + radius + size // 2) + 4
        small = pygame.Surface((side // 3, side // 3), pygame.SRCALPHA)  # blurred anyway: a third will do
        inner = small.get_rect().inflate(-2 * size // 3, -2 * size // 3)
        pygame.draw.rect(small, (0, 0, 0, dark), inner, border_radius=radius // 3)
        blurred = pygame.transform.gaussian_blur(small, max(1, size // 6))
        return self.kept.put(key, pygame.transform.smoothscale(blurred, (side, side)))

    def icon(self, name: str, px: int, colour: Colour) -> pygame.Surface:
        """An icon of ``assets/icons`` in one colour, ``px`` square."""
        key = ("icon", name, px, colour)
        found = self.kept.get(key)
        if found is not None:
            return found
        icon = _read(self._white_svg(name), px)
        _colour(icon, colour)
        return self.kept.put(key, icon)

    def picture(self, name: str, px: int, colour: Colour) -> pygame.Surface | None:
        """A picture of ``assets/card-pictures`` in one colour, ``px`` square; its paler parts stay paler.

        None for a name that has no file: sessions of another version may know other pictures.
        """
        key = ("picture", name, px, colour)
        found = self.kept.get(key)
        path = self.icons.parent / "card-pictures" / f"{name}.svg"
        if found is not None or not PICTURE_NAME.fullmatch(name) or not os.path.isfile(path):
            return found
        svg = path.read_bytes().replace(b"currentColor", b"#ffffff")
        picture = _read(svg, px)
        _colour(picture, colour)
        return self.kept.put(key, picture)

    def _white_svg(self, name: str) -> bytes:
        if name not in self._svg:
            svg = (self.icons / f"{name}.svg").read_bytes()
            self._svg[name] = svg.replace(b"#000000", b"#ffffff")
        return self._svg[name]

    def logo(self, px: int) -> pygame.Surface:
        """The app's own icon, ``px`` square."""
        key = ("logo", px)
        found = self.kept.get(key)
        if found is not None:
            return found
        path = self.icons.parent / "icon.svg"
        return self.kept.put(key, _in_window_format(pygame.image.load_sized_svg(str(path), (px, px))))

    def loop(self, wide: int, high: int, width: int, colour: Colour) -> pygame.Surface:
        """A line ``width`` thick that goes down at the right and comes up at the left, with an arrow there.

        ``high`` must leave room for the arrow: more than five times ``width``.
        """
        key = ("loop", wide, high, width, colour)
        found = self.kept.get(key)
        if found is not None:
            return found
        head = 3 * width + 2
        x0, x1, y = head / 2, wide - width / 2, head * 0.9
        svg = LOOP % {
            b"w": wide, b"h": high, b"x0": x0, b"x1": x1, b"y": y, b"rx": (x1 - x0) / 2,
            b"ry": high - y - width / 2, b"neck": head * 0.7, b"head": head, b"line": width,
            b"colour": b"#%02x%02x%02x" % colour,
        }  # fmt: skip
        drawn = pygame.image.load_sized_svg(io.BytesIO(svg), (wide, high))
        return self.kept.put(key, _in_window_format(drawn))

    def ring(self, px: int, filled: float, width: int, colour: Colour, track: Colour) -> pygame.Surface:
        """A ring, ``filled`` (0.0 to 1.0) from the top clockwise. Not kept: it is another every second."""
        fine = 3
        big = pygame.Surface((px * fine, px * fine), pygame.SRCALPHA)
        centre, outer, thick = px * fine / 2, px * fine / 2, width * fine
        big.fill((*track, 0))
        pygame.draw.circle(big, colour if filled >= 1 else track, (centre, centre), outer, thick)
        if 0 < filled < 1:
            pygame.draw.polygon(big, colour, _arc(centre, outer, thick, filled))
        return pygame.transform.smoothscale(big, (px, px))


def _colour(surface: pygame.Surface, colour: Colour) -> None:
    """Give a drawing exactly that colour: multiplying white would leave it one step too dark."""
    surface.fill((0, 0, 0), special_flags=pygame.BLEND_RGB_MULT)
    surface.fill(colour, special_flags=pygame.BLEND_RGB_ADD)


def _quarter(px: int, colour: Colour) -> pygame.Surface:
    """The upper left quarter of a large disc; where ``px`` is odd, with the row and the column in the middle.

    A circle of pygame's has its centre on a pixel: where ``px`` is even each quarter is of a circle around another of
    the four pixels in the middle. So large its edge is as smooth as that of an SVG, in a fifth of the time.
    """
    side = px // 2 + px % 2
    quarter = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.aacircle(quarter, (255, 255, 255), (px // 2, px // 2), px // 2)
    _colour(quarter, colour)
    return quarter


def _of_quarters(px: int, colour: Colour) -> pygame.Surface:
    """A large disc: one quarter of it, turned over to all sides."""
    return _turned_over(_quarter(px, colour), px % 2, px % 2)


def _turned_over(quarter: pygame.Surface, odd_wide: int, odd_high: int) -> pygame.Surface:
    """What is the same on all sides, of its upper left quarter; odd: the last column, or row, is the one in the middle
    and is there once."""
    w, h = quarter.get_size()
    whole = pygame.Surface((2 * w - odd_wide, 2 * h - odd_high), pygame.SRCALPHA)
    for y, skipped, left in ((0, 0, quarter), (h, odd_high, pygame.transform.flip(quarter, False, True))):
        whole.blit(left, (0, y), (0, skipped, w, h - skipped))
        right = pygame.transform.flip(left, True, False)
        whole.blit(right, (w, y), (odd_wide, skipped, w - odd_wide, h - skipped))
    return whole


def _arc(centre: float, outer: float, thick: int, filled: float) -> list[tuple[float, float]]:
    """The outline of a part of a ring, from the top clockwise."""
    steps = max(2, round(180 * filled))
    angles = [2 * pi * filled * n / steps - pi / 2 for n in range(steps + 1)]
    ways = [(cos(a), sin(a)) for a in angles]
    outside = [(centre + outer * x, centre + outer * y) for x, y in ways]
    inside = [(centre + (outer - thick) * x, centre + (outer - thick) * y) for x, y in reversed(ways)]
    return outside + inside


def _read(svg: bytes, px: int) -> pygame.Surface:
    """A square drawing, at the size it is shown: the same whatever was drawn before."""
    return _in_window_format(pygame.image.load_sized_svg(io.BytesIO(svg), (px, px)))


def _in_window_format(surface: pygame.Surface) -> pygame.Surface:
    """An SVG comes with its bytes in another order, which makes every drawing of it twice as slow."""
    return surface.convert_alpha() if pygame.display.get_surface() else surface
