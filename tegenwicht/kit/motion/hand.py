"""What a pointer lifts and carries, drawn over the window as it is; what is below is kept and shown again.

It is at rest as soon as nothing about it changes, and then no frame is drawn.
"""

from math import exp
from typing import NamedTuple

import pygame

from tegenwicht.kit.motion import ease
from tegenwicht.kit.motion.parts import Unseen, apart, lying_on
from tegenwicht.kit.motion.pictures import Pictures, found, whole_card
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Colour
from tegenwicht.kit.paint import Painter, flatten
from tegenwicht.kit.rect import Rect

LIFT_SECONDS, PICK_SECONDS, HOME_SECONDS = 0.15, 0.13, 0.4
PICKED = 1.08
"""How many times larger a thing is that was picked up."""
WIDEST = 430
"""Pixels of a window 1920 wide: a thing that is carried becomes no wider, so that one sees where it may fall."""
HASTE = 30
"""Each moment it covers 1 - exp(-HASTE x seconds) of the distance to the pointer."""
LEAN_DEGREES, LEAN_PIXELS = 8, 26
"""It leans against its way by at most so many degrees; at so many pixels a frame of a window 1920 wide."""
DEEPER, DEEPEST = 6, 20
"""Pixels: how far below a lifted, and a carried, thing its shadow is."""
DARK = 90


class Held(NamedTuple):
    """Where something was let go: its key, and where its picture is."""

    key: str
    rect: Rect


class Hand:
    """The hand of one pointer. All times are seconds of one clock.

    ink: the colour of the line around a place where a thing may fall. still: nothing lifts or leans, and what is
    carried is where the pointer is.
    """

    def __init__(self, painter: Painter, ink: Colour = (0, 0, 0)) -> None:
        self.painter, self.ink, self.still = painter, ink, False
        self._now = 0.0
        self._thing: _Lifted | _Carried | None = None
        self._under: list[tuple[Rect, pygame.Surface]] = []
        self._tree: Node | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is lifted or carried."""
        return self._thing is None

    def restless(self, now: float) -> bool:
        """Whether it looks another way at the next moment."""
        return self._thing is not None and self._thing.restless(now)

    # -- what the pointer does

    def over(self, tree: Node, key: str, now: float) -> None:
        """The pointer is over the thing of that key, or over none ("")."""
        self._now = now
        if self.still or (isinstance(self._thing, _Carried) and not self._thing.done(now)):
            return
        if isinstance(self._thing, _Lifted) and self._thing.key == key:
            self._thing.up(now)
        elif key and (node := found(tree, key)) is not None and node.drag is not None and node.drag.lift > 1:
            self._tree, self._thing = tree, _Lifted(_seen(tree, node), node, self.painter, now, tree.rect[2:])
        elif isinstance(self._thing, _Lifted):
            self._thing.down(now)

    def pick_up(self, tree: Node, key: str, grip: tuple[int, int], now: float) -> None:
        """A thing is taken; ``grip``: where, from its top left."""
        self._now = now
        node = found(tree, key)
        if node is not None and node.drag is not None:
            self._tree = tree
            self._thing = _Carried(_seen(tree, node), node, grip, self.painter, now, tree.rect[2:])
            self._thing.still = self.still

    def carry(self, x: int, y: int, place: str) -> None:
        """The pointer is there, over that place."""
        if isinstance(self._thing, _Carried):
            self._thing.towards(x, y, place)

    def go_home(self, now: float) -> None:
        """What is carried goes back to where it came from."""
        if isinstance(self._thing, _Carried):
            self._thing.go_home(now)
        if self.still:
            self._thing = None

    def give(self) -> Held | None:
        """What is carried is taken from the hand: where it is now."""
        thing, self._thing = self._thing, None
        return Held(thing.key, thing.rect) if isinstance(thing, _Carried) else None

    def open(self) -> None:
        """Let go of everything at once; the window is drawn anew, or about to be."""
        self._thing, self._under = None, []

    # -- drawing

    def step(self, surface: pygame.Surface, now: float) -> list[Rect]:
        """Draw the next moment; the parts to hand over."""
        self._now = now
        parts = self.uncover(surface)
        if self._thing is not None and self._thing.done(now):
            self._thing = None
        return apart([*parts, *self.cover(surface)])

    def uncover(self, surface: pygame.Surface) -> list[Rect]:
        """Show the window as it is without the hand."""
        parts = [rect for rect, _ in self._under]
        for rect, pixels in reversed(self._under):
            surface.blit(pixels, rect[:2])
        self._under = []
        return parts

    def cover(self, surface: pygame.Surface, tree: Node | None = None) -> list[Rect]:
        """Draw what is lifted over the window, as it was last; ``tree``: what is on it, when it changed."""
        if self._thing is None:
            return []
        if tree is not None and tree is not self._tree:
            self._tree = tree
            node = found(tree, self._thing.key)
            if node is None or node.drag is None:
                self._thing = None
                return []
        if isinstance(self._thing, _Carried):
            self._draw_places(surface, self._thing)
        shown = self._thing.shown(self._now)
        self._keep(surface, shown.rect)
        shown.draw(surface)
        return [rect for rect, _ in self._under]

    def _keep(self, surface: pygame.Surface, rect: Rect) -> None:
        part = rect.shared(Rect(0, 0, *surface.get_size()))
        if part.w and part.h:
            self._under.append((part, surface.subsurface(pygame.Rect(part)).copy()))

    def _draw_places(self, surface: pygame.Surface, thing: "_Carried") -> None:
        """Where it came from without it, and where it may fall."""
        assert self._tree is not None
        if not thing.drag.stays:
            gone = Unseen()
            gone.nodes |= {thing.key, *thing.drag.along}
            bare = flatten(gone.without(self._tree))
            for part in gone.places(self._tree, Rect(0, 0, *surface.get_size())):
                self._keep(surface, part)
                self.painter.draw(surface, bare, part)
        if thing.home:
            return
        for place in thing.drag.places:
            node = found(self._tree, place.node)
            if node is not None:
                self._outline(surface, node.rect, place.node == thing.place)

    def _outline(self, surface: pygame.Surface, rect: Rect, chosen: bool) -> None:
        width = max(3, surface.get_width() // 480) + (2 if chosen else 0)
        around = rect.inset(-3 * width)
        self._keep(surface, around.inset(-width))
        dashes(surface, around, self.ink, width, solid=chosen)


def _seen(tree: Node, node: Node) -> Node:
    """What is seen to go along with a thing."""
    assert node.drag is not None
    if node.drag.shows:
        return node._replace(rect=node.drag.shows[0].rect, ops=node.drag.shows, children=())
    if node.drag.stays:
        return lying_on(node)
    return whole_card(tree, node.key, node.drag.along) or node


class _Shown(NamedTuple):
    """A picture and its shadow, and where they are."""

    rect: Rect
    picture: pygame.Surface
    at: tuple[int, int]
    shade: pygame.Surface
    shade_at: tuple[int, int]

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self.shade, self.shade_at)
        surface.blit(self.picture, self.at)


def _shown(picture: pygame.Surface, shade: pygame.Surface, x: float, y: float, deep: float) -> _Shown:
    """The picture with its middle there, its shadow so many pixels below."""
    wide, high = picture.get_size()
    at = round(x - wide / 2), round(y - high / 2)
    under = round(x - shade.get_width() / 2), round(y - shade.get_height() / 2 + deep)
    rect = Rect(*at, wide, high).around(Rect(*under, *shade.get_size()))
    return _Shown(rect, picture, at, shade, under)


def _shade_of(picture: pygame.Surface) -> pygame.Surface:
    """A soft shadow in the shape of a picture: made small, and large again."""
    wide, high = picture.get_size()
    small = pygame.transform.smoothscale(picture, (max(2, wide // 8), max(2, high // 8)))
    small.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    shade = pygame.transform.smoothscale(small, (wide, high))
    shade.set_alpha(DARK)
    return shade


class _Lifted:
    """A thing under the pointer: a little larger, its shadow deeper."""

    def __init__(self, seen: Node, node: Node, painter: Painter, now: float, size: tuple[int, int]) -> None:
        assert node.drag is not None
        self.key, self._most = node.key, node.drag.lift
        picture = Pictures(painter, size).picture(seen)
        self._picture, (self._x, self._y) = picture.surface, _middle(picture.rect)
        self._shade = _shade_of(picture.surface)
        self._from, self._to, self._since = 0.0, 1.0, now

    def _part(self, now: float) -> float:
        part = ease.out_back((now - self._since) / LIFT_SECONDS)
        return self._from + (self._to - self._from) * part

    def up(self, now: float) -> None:
        """The pointer came back."""
        if self._to < 1:
            self._from, self._to, self._since = self._part(now), 1.0, now

    def down(self, now: float) -> None:
        """The pointer left."""
        if self._to > 0:
            self._from, self._to, self._since = self._part(now), 0.0, now

    def restless(self, now: float) -> bool:
        return now - self._since <= LIFT_SECONDS or self._to == 0

    def done(self, now: float) -> bool:
        return self._to == 0 and now - self._since >= LIFT_SECONDS

    def shown(self, now: float) -> _Shown:
        part = self._part(now)
        scale = 1 + (self._most - 1) * part
        wide, high = self._picture.get_size()
        size = round(wide * scale), round(high * scale)
        picture = pygame.transform.smoothscale(self._picture, size)
        return _shown(picture, self._shade, self._x, self._y - 2 * part, DEEPER * part)


class _Carried:
    """A thing that goes where the pointer goes, a little later, and leans against its way."""

    def __init__(
        self,
        seen: Node,
        node: Node,
        grip: tuple[int, int],
        painter: Painter,
        now: float,
        size: tuple[int, int],
    ) -> None:
        assert node.drag is not None
        self.key, self.drag = node.key, node.drag
        self.place, self.home, self.still = "", False, False
        picture = Pictures(painter, size).picture(seen)
        self._full, self._origin = picture.surface, _middle(picture.rect)
        self._grip = (
            _part_of(grip[0] + node.rect.x, picture.rect.x, picture.rect.w),
            _part_of(grip[1] + node.rect.y, picture.rect.y, picture.rect.h),
        )
        self._unit = size[0] / 1920
        self._scale = min(1.0, WIDEST * self._unit / picture.rect.w) * PICKED
        small = round(picture.rect.w * self._scale), round(picture.rect.h * self._scale)
        self._small = pygame.transform.smoothscale(picture.surface, small)
        self._shade = _shade_of(self._small)
        self._leaning: dict[int, tuple[pygame.Surface, pygame.Surface]] = {}
        self._x, self._y = self._origin
        self._goal = self._origin
        self._began, self._then, self._speed = now, now, 0.0
        self._since, self._left = 0.0, self._origin

    def towards(self, x: int, y: int, place: str) -> None:
        wide, high = self._small.get_size()
        self._goal = x - self._grip[0] * wide, y - self._grip[1] * high
        self.place = place

    def go_home(self, now: float) -> None:
        self.home, self.place = True, ""
        self._since, self._left = now, (self._x, self._y)

    @property
    def rect(self) -> Rect:
        wide, high = self._small.get_size()
        return Rect(round(self._x - wide / 2), round(self._y - high / 2), wide, high)

    def restless(self, now: float) -> bool:
        if self.home or now - self._began <= PICK_SECONDS:
            return True
        near = abs(self._goal[0] - self._x) < 0.5 and abs(self._goal[1] - self._y) < 0.5
        return not near or abs(self._speed) > 0.5

    def done(self, now: float) -> bool:
        return self.home and now - self._since >= HOME_SECONDS

    def shown(self, now: float) -> _Shown:
        if self.home:
            return self._going_home(now)
        self._follow(now)
        easing = (
            ease.out_back if self._scale > 1 else ease.out_cubic
        )  # what becomes smaller shows its shadow else
        picked = easing((now - self._began) / PICK_SECONDS)
        if picked != 1.0:
            scale = 1 + (self._scale - 1) * picked
            wide, high = self._full.get_size()
            picture = pygame.transform.smoothscale(self._full, (round(wide * scale), round(high * scale)))
            return _shown(picture, self._shade, self._x, self._y, DEEPEST * self._unit * min(1.0, picked))
        picture, shade = self._leant(round(self._lean()))
        return _shown(picture, shade, self._x, self._y, DEEPEST * self._unit)

    def _follow(self, now: float) -> None:
        gone, self._then = max(0.0, now - self._then), now
        part = 1.0 if self.still else 1 - exp(-HASTE * gone)
        dx, dy = (self._goal[0] - self._x) * part, (self._goal[1] - self._y) * part
        self._x, self._y = self._x + dx, self._y + dy
        if gone and not self.still:
            self._speed += (dx / gone / 60 - self._speed) * min(1.0, 2 * part)

    def _lean(self) -> float:
        """Degrees, anticlockwise: away from where it goes."""
        return LEAN_DEGREES * max(-1.0, min(1.0, self._speed / (LEAN_PIXELS * self._unit)))

    def _leant(self, degrees: int) -> tuple[pygame.Surface, pygame.Surface]:
        if not degrees:
            return self._small, self._shade
        if degrees not in self._leaning:
            picture = pygame.transform.rotozoom(self._small, degrees, 1.0)
            self._leaning[degrees] = picture, _shade_of(picture)
        return self._leaning[degrees]

    def _going_home(self, now: float) -> _Shown:
        part = ease.out_back((now - self._since) / HOME_SECONDS)
        self._x = self._left[0] + (self._origin[0] - self._left[0]) * part
        self._y = self._left[1] + (self._origin[1] - self._left[1]) * part
        scale = self._scale + (1 - self._scale) * ease.in_out((now - self._since) / HOME_SECONDS)
        wide, high = self._full.get_size()
        picture = pygame.transform.smoothscale(self._full, (round(wide * scale), round(high * scale)))
        return _shown(picture, self._shade, self._x, self._y, DEEPEST * self._unit * (1 - min(1.0, part)))


def _part_of(at: int, start: int, size: int) -> float:
    """Where something was gripped, from -0.5 to 0.5 of its size."""
    return max(-0.5, min(0.5, (at - start) / size - 0.5))


def _middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.w / 2, rect.y + rect.h / 2


def dashes(surface: pygame.Surface, rect: Rect, colour: Colour, width: int, solid: bool = False) -> None:
    """A line around a rectangle, in dashes of four times its width with three between; ``solid``: without gaps."""
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    for number, (x, y) in enumerate(corners):
        end = corners[(number + 1) % 4]
        long = abs(end[0] - x) + abs(end[1] - y)
        dash, gap = (long, 0) if solid else (4 * width, 3 * width)
        count = max(1, round((long + gap) / (dash + gap)))
        step = (long + gap) / count
        for n in range(count):
            begin, stop = n * step / long, min(1.0, (n * step + step - gap) / long)
            _bar(surface, colour, width, (x, y), end, begin, stop)


def _bar(
    surface: pygame.Surface,
    colour: Colour,
    width: int,
    start: tuple[int, int],
    end: tuple[int, int],
    begin: float,
    stop: float,
) -> None:
    x0, x1 = (start[0] + (end[0] - start[0]) * part for part in (begin, stop))
    y0, y1 = (start[1] + (end[1] - start[1]) * part for part in (begin, stop))
    half = width // 2
    box = pygame.Rect(round(min(x0, x1)) - half, round(min(y0, y1)) - half, 0, 0)
    box.size = round(abs(x1 - x0)) + width, round(abs(y1 - y0)) + width
    pygame.draw.rect(surface, colour, box, border_radius=width // 2)
