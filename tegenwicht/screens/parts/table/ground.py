"""Where things stand on the table, at any shape of window.

Places are given as on a screen of 1920 by 1080. Where the window is wider or higher than 16:9, what belongs
to a side stays at that side, what belongs to the middle stays in the middle, and the rim at the bottom. A window
that is too small for that is seen from near: the same drawing with fewer design pixels, so with larger letters.
"""

from copy import copy
from typing import NamedTuple

from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.near import fits_near, near_scale
from tegenwicht.screens.shell.view import View

WIDTH, HEIGHT = 1920, 1080
LEAST_WIDTH, LEAST_HEIGHT, MOST_TEXT = 1536, 864, 1.05
"""From this size of window, and below this size of text, a large screen can be read."""
LEAST_WIDE = 1.25
"""So many times as wide as it is high a window must be for what stands beside each other."""
MOST_LARGER = 1.2
"""So many times as large as designed letters get at the most where everything has its own place."""
BACK_EDGE, RIM = 590, 1004
"""Where the table begins behind, and where its rim begins in front."""
EYE, FAR, LEAN = (960, 330), 1500, (0.46947, 0.88295)
"""How what lies is seen: the eye, its distance, and the cosine and sine of 62 degrees."""


def has_room(v: View) -> bool:
    """Whether a large screen can be read; what the group sees is looked at from afar, as a whole, unless it stands."""
    if v.model.bare:
        return v.width >= v.height
    fits = v.width >= LEAST_WIDTH and v.height >= LEAST_HEIGHT and v.text < MOST_TEXT
    return fits and not v.near


def is_large(v: View) -> bool:
    """Whether everything can have its own place, beside each other: for the group, on any window that lies."""
    return has_room(v) and (v.model.bare or v.width >= LEAST_WIDE * v.height)


def is_near(v: View) -> bool:
    """Whether it has that on a small window: the same drawing, with larger letters and less beside each other."""
    return v.near or (fits_near(v) and not has_room(v) and v.width >= LEAST_WIDE * v.height)


class Ground(NamedTuple):
    """The table on one window. ``scale``: window pixels to a design pixel.

    up: by how many design pixels the card and its strip end higher, because news lies below them. down_by: by how
    many all that stands on the table is lower than usual; right_by: how much farther right what stands in its middle
    is. near: seen from near, on a small window.
    """

    v: View
    scale: float
    up: float = 0.0
    down_by: float = 0.0
    near: bool = False
    right_by: float = 0.0

    @property
    def across(self) -> float:
        """The window's width in design pixels; at least 1920, or 1280 from near."""
        return self.v.width / self.scale

    @property
    def down(self) -> float:
        """Its height in design pixels; at least 1080, or 800 from near."""
        return self.v.height / self.scale

    @property
    def middle_x(self) -> float:
        """How much farther right the middle is than on 16:9."""
        return (self.across - WIDTH) / 2 + self.right_by

    @property
    def lower(self) -> float:
        """How much lower the table is than on 16:9."""
        return (self.down - HEIGHT) / 2 + self.down_by

    def px(self, design: float) -> int:
        """A length in the window's pixels; never less than one for what is more than nothing."""
        return round(design * self.scale) or (1 if design else 0)

    def place(self, x: float, y: float, w: float, h: float) -> Rect:
        """Design pixels from the window's top left."""
        s = self.scale
        left, top = round(x * s), round(y * s)
        return Rect(left, top, round((x + w) * s) - left, round((y + h) * s) - top)

    def left(self, x: float, y: float, w: float, h: float) -> Rect:
        """What stands at the left of the table."""
        return self.place(x, y + self.lower, w, h)

    def right(self, x: float, y: float, w: float, h: float) -> Rect:
        """What stands at the right of the table."""
        return self.place(x + self.across - WIDTH, y + self.lower, w, h)

    def mid(self, x: float, y: float, w: float, h: float) -> Rect:
        """What stands in the middle."""
        return self.place(x + self.middle_x, y + self.lower, w, h)

    def front(self, x: float, y: float, w: float, h: float) -> Rect:
        """What stands on the rim, at the left."""
        return self.place(x, y + self.down - HEIGHT, w, h)

    def corner(self, x: float, y: float, w: float, h: float) -> Rect:
        """What hangs in the corner at the right above."""
        return self.place(x + self.across - WIDTH, y, w, h)

    @property
    def whole(self) -> Rect:
        """The rectangle of the whole window, in its pixels."""
        return Rect(0, 0, self.v.width, self.v.height)


def ground_of(v: View, news: int = 0) -> Ground:
    """The table on the view's window. news: pixels above the rim that must stay free."""
    if v.near:
        return ground_around(v)._replace(up=max(0.0, news / near_scale(v) - 8) if news else 0.0)
    scale = min(v.width / WIDTH, v.height / HEIGHT)
    return Ground(v, scale, max(0.0, news / scale - 8) if news else 0.0)


def ground_for_all(v: View) -> Ground:
    """The ground of the names before the group: from near on a screen that stands, which is narrow for its height."""
    return ground_of(v) if v.width >= v.height else Ground(v, near_scale(v))


def near_view(v: View, grows: bool = True) -> View:
    """The view with the sizes of its pieces as they are seen from near.

    grows: whether letters grow with the text; from near they are larger than ``near.MOST_TEXT`` asks without that.
    """
    nearer = copy(v)
    nearer.near = True
    if not grows:
        nearer.text = 1.0
    nearer.scale = near_scale(v)
    nearer.unit = nearer.scale * min(MOST_LARGER, nearer.text)
    nearer.across, nearer.down = v.width / nearer.unit, v.height / nearer.unit
    return nearer


def from_near(v: View) -> View:
    """The view with sizes as from near where the window is small, and letters that do not grow; else as it is."""
    return near_view(v, grows=False) if is_near(v) else v


def ground_around(v: View) -> Ground:
    """The ground of a screen on which everything has its own place: from near on a small window."""
    return Ground(v, near_scale(v), near=True) if is_near(v) else ground_of(v)


class Seen(NamedTuple):
    """Where a flat thing that lies is seen, in design pixels: its box, and its edges above and below."""

    x: float
    y: float
    w: float
    h: float
    top: tuple[float, float]
    bottom: tuple[float, float]


def seen_lying(
    x: float, y: float, w: float, h: float, turned: tuple[float, float] | None = None, middle: float = EYE[0]
) -> Seen:
    """A thing ``w`` by ``h`` that lies with the middle of its nearest edge at ``x``, ``y``.

    turned: the box of the same thing turned on the spot. middle: the x straight before the eye.
    """
    wide, high = turned or (w, h)
    near, far = (h - high) / 2, (h + high) / 2
    top_y, top = _row(x, y, far, wide, middle)
    bottom_y, bottom = _row(x, y, near, wide, middle)
    left, right = min(top[0], bottom[0]), max(top[1], bottom[1])
    return Seen(left, top_y, right - left, bottom_y - top_y, top, bottom)


def _row(x: float, y: float, away: float, wide: float, middle: float) -> tuple[float, tuple[float, float]]:
    """How high a row that lies ``away`` from the near edge is seen, and from where to where."""
    cos, sin = LEAN
    smaller = FAR / (FAR + away * sin)
    height = EYE[1] + (y - away * cos - EYE[1]) * smaller
    left = middle + (x - wide / 2 - middle) * smaller
    return height, (left, left + wide * smaller)


def at_in(small: Ground, g: Ground, x: float, y: float) -> tuple[float, float]:
    """A place of ``g``, in its pixels from the window's top left, as ``small.mid`` names it."""
    part = g.scale / small.scale
    return x * part - small.middle_x, y * part - small.lower
