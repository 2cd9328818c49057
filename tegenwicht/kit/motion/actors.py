"""What moves: each draws where it is at a moment, and says what part of the window that covers."""

from collections.abc import Callable, Sequence
from math import sqrt
from typing import NamedTuple, Protocol

import pygame

from tegenwicht.kit import paint
from tegenwicht.kit.motion import ease
from tegenwicht.kit.motion.ease import Keyed
from tegenwicht.kit.motion.later import Later
from tegenwicht.kit.motion.perspective import Face, draw_turned
from tegenwicht.kit.motion.pictures import Picture, soft_spot
from tegenwicht.kit.paint import Painter
from tegenwicht.kit.rect import Rect

Point = tuple[float, float]


class Actor(Protocol):
    """Something that moves."""

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """Draw it as it is ``t`` seconds after the movement began; the part of the window it covers."""


class Arc:
    """A way from one point to another, as parts of the straight way: ``along`` it, and ``aside``.

    outwards: the side it bows to, for aside above 0: "left" or "right".
    """

    def __init__(self, start: Point, end: Point, along: ease.Ease, aside: ease.Ease, side: int) -> None:
        self.start, self.end, self.along, self.aside, self.side = start, end, along, aside, side

    def at(self, t: float) -> Point:
        """Where on it, at a time of 0.0 to 1.0."""
        (x0, y0), (x1, y1) = self.start, self.end
        dx, dy = x1 - x0, y1 - y0
        along, aside = self.along(t), self.aside(t) * self.side
        return x0 + dx * along + dy * aside, y0 + dy * along - dx * aside


def arched(
    start: Point, end: Point, height: float, easing: ease.Ease = ease.out_cubic
) -> Callable[[float], Point]:
    """A way that rises ``height`` pixels above the straight one; as a rule it slows down towards the end."""

    def at(t: float) -> Point:
        part = easing(t)
        up = height * 4 * part * (1 - part)
        return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part - up

    return at


class Pose(NamedTuple):
    """How a card is held at a moment. turn: degrees, 0.0 its first face, 180.0 its second.

    upright: 0.0 lying on the table, 1.0 standing; between them it fades from the one to the other. shade: how
    dark its shadow on the table is, 0.0 to 1.0.
    """

    x: float
    y: float
    width: float
    turn: float = 0.0
    upright: float = 1.0
    shade: float = 0.0


class Card:
    """A card in the air. ``pose`` tells how it is held, ``t`` in seconds; first and second are its faces.

    lying: its picture where it lies, before or after the flight. turn_to: 1 when its left edge comes nearer,
    -1 when its right one does. eye: how far the eye is away, in pixels. table: the height (y) of its shadow.
    over: after that many seconds something else shows it. stands: it does not lie down, but becomes its second face, of
    another size: that comes over the first in the same shape, and nothing can be seen through both.
    """

    def __init__(
        self,
        pose: Callable[[float], Pose],
        faces: tuple[Later[Face], Later[Face]],
        aspect: float,
        *,
        lying: Later[Picture] | None = None,
        turn_to: int = 1,
        eye: float = 2100,
        table: float | None = None,
        over: float | None = None,
        stands: bool = False,
    ) -> None:
        self.pose, self.faces, self.aspect, self.lying, self.stands = pose, faces, aspect, lying, stands
        self.turn_to, self.eye, self.table, self.over = turn_to, eye, table, over
        self._spot = soft_spot()

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """The card, and below it its shadow."""
        if self.over is not None and t >= self.over:
            return NOTHING
        pose = self.pose(t)
        covered = self._shadow(surface, pose)
        if self.stands:
            return _both(covered, self._becoming(surface, pose))
        if pose.upright < 1 and self.lying is not None:
            covered = _both(covered, self._lying(surface, pose, self.lying()))
        if pose.upright > 0 or self.lying is None:
            covered = _both(covered, self._upright(surface, pose))
        return covered

    def _shadow(self, surface: pygame.Surface, pose: Pose) -> Rect:
        if self.table is None or pose.shade <= 0.02:
            return NOTHING
        size = max(8, round(pose.width * 0.8)), max(4, round(self.eye / 50))
        spot = pygame.transform.smoothscale(self._spot, size)
        spot.set_alpha(round(255 * pose.shade))
        return _blit(surface, spot, (pose.x, self.table))

    def _becoming(self, surface: pygame.Surface, pose: Pose) -> Rect:
        """The first face, and over it the second, as far as it has come to that."""
        first, second = (face() for face in self.faces)
        come, (wide, high) = 1 - pose.upright, second.surface.get_size()
        size = pose.width, pose.width * (self.aspect + (high / wide - self.aspect) * come)
        if come >= 1:
            return draw_turned(surface, second, (pose.x, pose.y), size, 0, self.eye)
        covered = draw_turned(surface, first, (pose.x, pose.y), size, 0, self.eye)
        if come > 0:
            picture = pygame.transform.smoothscale(second.surface, (round(size[0]), max(1, round(size[1]))))
            picture.set_alpha(round(255 * come))
            covered = _both(covered, _blit(surface, picture, (pose.x, pose.y)))
        return covered

    def _lying(self, surface: pygame.Surface, pose: Pose, lying: Picture) -> Rect:
        scale = pose.width / lying.rect.w
        size = round(pose.width), max(1, round(lying.rect.h * scale))
        picture = pygame.transform.smoothscale(lying.surface, size)
        picture.set_alpha(round(255 * min(1.0, 2 * (1 - pose.upright))))
        return _blit(surface, picture, (pose.x, pose.y))

    def _upright(self, surface: pygame.Surface, pose: Pose) -> Rect:
        second = pose.turn > 90
        face = self.faces[second]()
        degrees = (pose.turn - 180 if second else pose.turn) * self.turn_to
        size = (pose.width, pose.width * self.aspect)
        if pose.upright >= 1 or self.lying is None:
            return draw_turned(surface, face, (pose.x, pose.y), size, degrees, self.eye)
        return _faded(surface, face, pose, size, degrees, self.eye)


def _faded(
    surface: pygame.Surface, face: Face, pose: Pose, size: tuple[float, float], degrees: float, eye: float
) -> Rect:
    """A card that can partly be seen through; it is small then."""
    wide, high = round(size[0]) + 8, round(size[1] * 1.3) + 8
    layer = pygame.Surface((wide, high), pygame.SRCALPHA)
    layer.fill((*face.edge, 0))
    draw_turned(layer, face, (wide / 2, high / 2), size, degrees, eye)
    layer.set_alpha(round(255 * min(1.0, pose.upright * 1.1)))
    return _blit(surface, layer, (pose.x, pose.y))


class Way(NamedTuple):
    """Where something is (pixels beside its place) at a part of its time; when it begins, and for how long."""

    place: Callable[[float], Point]
    begins: float
    seconds: float


class Thing:
    """A picture that goes a way: ``place`` tells where its middle is, beside where it belongs, in pixels.

    begins, seconds: when it goes, and for how long.
    seen: from when and until when it is there at all.
    """

    def __init__(
        self,
        picture: Later[Picture],
        place: Callable[[float], Point],
        begins: float,
        seconds: float,
        *,
        seen: tuple[float, float] = (0.0, float("inf")),
    ) -> None:
        self.picture, self.place, self.begins, self.seconds = picture, place, begins, seconds
        self.seen = seen

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """The picture where it is."""
        if not self.seen[0] <= t < self.seen[1]:
            return NOTHING
        dx, dy = self.beside(t)
        picture = self.picture()
        at = picture.rect._replace(x=round(picture.rect.x + dx), y=round(picture.rect.y + dy))
        picture.draw(surface, at.x, at.y)
        return at.shared(Rect(0, 0, *surface.get_size()))

    def beside(self, t: float) -> Point:
        """How far it is from its place, in pixels."""
        return self.place(ease.clamped((t - self.begins) / self.seconds))


class Settling:
    """Things on something that goes a way: each slides from where it was to where it lies, from ``begins`` on.

    ground: what they lie on. things: their pictures, in the order in which they lie, with the rectangles they come from.
    """

    def __init__(
        self, ground: Thing, things: Sequence[tuple[Later[Picture], Rect]], begins: float, seconds: float
    ) -> None:
        self.ground, self.things, self.begins, self.seconds = ground, things, begins, seconds

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """All of it, as it lies then."""
        covered = self.ground.draw(surface, t)
        if not covered.w:
            return covered
        part = ease.in_out((t - self.begins) / self.seconds)
        dx, dy = self.ground.beside(t)
        for made, start in self.things:
            picture = made()
            end = picture.rect
            (x0, y0), (x1, y1) = middle_of(start), middle_of(end)
            wide, high = (round(a + (b - a) * part) for a, b in zip(start[2:], end[2:], strict=True))
            shown = picture.surface
            if (wide, high) != shown.get_size():
                shown = pygame.transform.smoothscale(shown, (max(1, wide), max(1, high)))
            at = x0 + (x1 - x0) * part + dx, y0 + (y1 - y0) * part + dy
            covered = _both(covered, _blit(surface, shown, at))
        return covered


class Flipping:
    """A picture that becomes narrow, and comes back as another."""

    def __init__(self, first: Later[Picture], second: Later[Picture], begins: float, seconds: float) -> None:
        self.pictures, self.begins, self.seconds = (first, second), begins, seconds

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """The one or the other, as wide as it is then."""
        part = ease.in_out((t - self.begins) / self.seconds)
        picture = self.pictures[part >= 0.5]()
        wide = abs(1 - 2 * part)
        size = max(2, round(picture.rect.w * wide)), picture.rect.h
        whole = wide == 1
        shown = picture.surface if whole else pygame.transform.smoothscale(picture.surface, size)
        return _blit(surface, shown, middle_of(picture.rect))


class Drawn:
    """Something that is drawn anew for each moment: ``make`` draws it, and tells what it covers."""

    def __init__(self, make: Callable[[pygame.Surface, float], Rect], seen: tuple[float, float]) -> None:
        self.make, self.seen = make, seen

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """As it is then."""
        return self.make(surface, t) if self.seen[0] <= t < self.seen[1] else NOTHING


class Below:
    """Something that moves under what lies over it: that is drawn again where it came."""

    def __init__(self, actor: Actor, painter: Painter, over: Callable[[float], list[paint.Drawn]]) -> None:
        self.actor, self.painter, self.over = actor, painter, over

    def draw(self, surface: pygame.Surface, t: float) -> Rect:
        """It, and what lies over it."""
        covered = self.actor.draw(surface, t)
        if covered.w and covered.h:
            self.painter.draw(surface, self.over(t), covered)
        return covered


NOTHING = Rect(0, 0, 0, 0)


def middle_of(rect: Rect) -> Point:
    """Its middle, also between two pixels."""
    return rect.x + rect.w / 2, rect.y + rect.h / 2


def _blit(surface: pygame.Surface, picture: pygame.Surface, middle: Point) -> Rect:
    wide, high = picture.get_size()
    at = Rect(round(middle[0] - wide / 2), round(middle[1] - high / 2), wide, high)
    surface.blit(picture, at[:2])
    return at.shared(Rect(0, 0, *surface.get_size()))


def _both(one: Rect, other: Rect) -> Rect:
    if not one.w or not other.w:
        return one if one.w else other
    return one.around(other)


# -- the poses of a card


def lifted(start: Rect, end: Rect, middle: float) -> Callable[[float], Pose]:
    """A card lifted from where it lies at ``start``, to ``end``; ``middle``: the x it bows away from.

    The points are those of the drawing it was designed with; of the way they are parts, so that they serve
    every pile and every size.
    """
    side = 1 if start.centre[0] <= middle else -1
    way = Arc(middle_of(start), middle_of(end), _LIFT_ALONG, _LIFT_ASIDE, -side)

    def pose(t: float) -> Pose:
        ms = t * 1000
        x, y = way.at(ms)
        width = start.w + (end.w - start.w) * _LIFT_WIDTH(ms)
        upright = ease.in_out((ms - 60) / 90)
        return Pose(x, y, width, _LIFT_TURN(ms), upright, ease.there_and_back(ms / 350))

    return pose


STANDS_UP, TURNED = 0.06, 0.2
"""Seconds: from when a card that is lifted is seen upright, and soon its second face."""
_POINTS = (
    # ms, centre, width, turn: the card of the second pile, at 1920 by 1080
    (0, (651, 800), 196, 0),
    (60, (646, 742), 215, 0),
    (120, (640, 660), 470, 0),
    (175, (668, 590), 720, 46),
    (210, (735, 548), 860, 84),
    (250, (835, 512), 1000, 128),
    (310, (930, 480), 1170, 164),
    (350, (960, 489), 1220, 180),
)


def _parts_of_the_way(index: int) -> list[tuple[float, float]]:
    (x0, y0), (x1, y1) = _POINTS[0][1], _POINTS[-1][1]
    dx, dy = x1 - x0, y1 - y0
    far = dx * dx + dy * dy
    found = []
    for ms, (x, y), _, _ in _POINTS:
        across = ((x - x0) * dx + (y - y0) * dy, -(x - x0) * dy + (y - y0) * dx)
        found.append((float(ms), across[index] / far))
    return found


_LIFT_ALONG = Keyed(_parts_of_the_way(0))
_LIFT_ASIDE = Keyed(_parts_of_the_way(1))
_LIFT_WIDTH = Keyed([(ms, (width - 196) / (1220 - 196)) for ms, _, width, _ in _POINTS])
_LIFT_TURN = Keyed([(ms, turn) for ms, _, _, turn in _POINTS])


def laid(start: Rect, end: Rect, seconds: float, turn: float, begins: float) -> Callable[[float], Pose]:
    """A card that becomes small and lies down at ``end``; ``turn``: degrees that it turns on the way."""
    far = sqrt((end.x - start.x) ** 2 + (end.y - start.y) ** 2)
    way = arched(middle_of(start), middle_of(end), 0.06 * far)

    def pose(t: float) -> Pose:
        part = (t - begins) / seconds
        shrunk = ease.in_out(part)
        x, y = way(_slow_start(part))
        width = start.w + (end.w - start.w) * shrunk
        lies = ease.in_out((part - 0.38) / 0.34)  # the words fade before they could flicker past
        return Pose(x, y, width, turn * ease.in_out(part / 0.8), 1 - lies, 0.6 * ease.there_and_back(part))

    return pose


def _slow_start(part: float) -> float:
    """Undoes some of a way's haste at the beginning."""
    return float(ease.clamped(part) ** 1.6)


def turned(place: Rect, seconds: float, begins: float) -> Callable[[float], Pose]:
    """A card that turns round where it is; halfway it is a little smaller."""

    def pose(t: float) -> Pose:
        part = (t - begins) / seconds
        small = 1 - 0.03 * ease.there_and_back(part)
        return Pose(*middle_of(place), place.w * small, 180 * ease.in_out(part))

    return pose
