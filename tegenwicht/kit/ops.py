"""What the eye sees, as data: a node carries a few of these and ``paint`` draws them.

All coordinates are the window's real pixels. Every op begins with the rectangle it stays inside, so that
only what changed is drawn again.
"""

from typing import NamedTuple

from tegenwicht.kit.rect import Rect

Colour = tuple[int, int, int]


class Fill(NamedTuple):
    """A rectangle with round corners; border and shadow in pixels (the shadow falls outside ``rect``).

    top_only: only the upper corners are round. veil: how much of what is behind it hides, 0.0 to 1.0.
    shade: how dark the shadow is, 1.0 as usual.
    """

    rect: Rect
    colour: Colour
    radius: int = 0
    border: int = 0
    border_colour: Colour = (0, 0, 0)
    shadow: int = 0
    top_only: bool = False
    veil: float = 1.0
    shade: float = 1.0


class Words(NamedTuple):
    """One line of text, from the top left of ``rect``; weight is a font of ``text.WEIGHTS``."""

    rect: Rect
    text: str
    weight: str
    px: int
    colour: Colour


class Icon(NamedTuple):
    """An SVG of ``assets/icons`` in one colour, filling ``rect`` (square)."""

    rect: Rect
    name: str
    colour: Colour


class Picture(NamedTuple):
    """A picture of ``assets/card-pictures`` in one colour, some of it paler, filling ``rect`` (square).

    Nothing is drawn for a name without a file. over: turned over from top to bottom, as in water.
    """

    rect: Rect
    name: str
    colour: Colour
    over: bool = False


class Ring(NamedTuple):
    """Time as a ring: ``filled`` 0.0 to 1.0 of the way round from the top, ``width`` in pixels."""

    rect: Rect
    filled: float
    width: int
    colour: Colour
    track: Colour


class Loop(NamedTuple):
    """A line from the top right of ``rect`` down and back up to an arrow at its top left, ``width`` in pixels."""

    rect: Rect
    width: int
    colour: Colour


class Logo(NamedTuple):
    """The app's icon, in its own colours."""

    rect: Rect


class Lines(NamedTuple):
    """Thin straight lines inside ``rect``: (x, y, x, y) each, in the window's pixels; ``width`` in pixels."""

    rect: Rect
    lines: tuple[tuple[float, float, float, float], ...]
    width: int
    colour: Colour


class Drawing(NamedTuple):
    """A vector drawing: ``body`` is SVG without its outer element, in a box of ``box`` units that fills ``rect``.

    The reader of SVG knows paths, gradients, dashes and opacity; no text, clipping or patterns.
    corner: round corners, in pixels, to which all of it is cut. solid: it covers all of ``rect``. ground: the
    colour in it on which words stand, where it has one.
    """

    rect: Rect
    box: tuple[float, float]
    body: str
    corner: int = 0
    solid: bool = False
    ground: Colour | None = None


class Still(NamedTuple):
    """Ops that stay as they are: drawn once on a surface that is kept. Their place is from its own top left."""

    rect: Rect
    ops: tuple["Op", ...]
    solid: bool = False


class Laid(NamedTuple):
    """A flat picture that lies on something, seen from the front: wide below, narrower and flatter above.

    size: of the flat picture in pixels, best about twice as large as it is seen; ops: what is on it, placed
    from its top left. top, bottom: where its left and right edge are, in the window's pixels, at the top and at
    the bottom of ``rect``. turn: degrees by which it is turned to the left before it is laid; ``top`` and
    ``bottom`` are then those of the turned picture's box.
    """

    rect: Rect
    size: tuple[int, int]
    ops: tuple["Op", ...]
    top: tuple[float, float]
    bottom: tuple[float, float]
    turn: float = 0.0


class Turned(NamedTuple):
    """A flat picture turned to the left by ``degrees``, its middle in the middle of ``rect``.

    size: of the flat picture, twice as large as it is seen; ops: what is on it, placed from its top left.
    """

    rect: Rect
    size: tuple[int, int]
    ops: tuple["Op", ...]
    degrees: float


class Live(NamedTuple):
    """What another window shows, small, filling ``rect``: the picture that the painter has under that name."""

    rect: Rect
    name: str


class Focus(NamedTuple):
    """The ring around what has the focus, two colours so that it shows on any ground.

    rect: its outer edge. inside, outside: how wide the halo is on either side of the ring itself, in pixels.
    """

    rect: Rect
    colour: Colour
    halo: Colour
    width: int
    radius: int
    inside: int = 1
    outside: int = 1


Op = (
    Fill
    | Words
    | Icon
    | Picture
    | Ring
    | Loop
    | Logo
    | Lines
    | Drawing
    | Still
    | Laid
    | Turned
    | Live
    | Focus
)
"""Any of them."""


def moved(op: Op, dx: int, dy: int) -> Op:
    """The same op so many pixels to the right and down."""
    rect = op.rect._replace(x=op.rect.x + dx, y=op.rect.y + dy)
    if isinstance(op, Lines):
        lines = tuple((x0 + dx, y0 + dy, x1 + dx, y1 + dy) for x0, y0, x1, y1 in op.lines)
        return op._replace(rect=rect, lines=lines)
    if isinstance(op, Laid):
        top, bottom = ((left + dx, right + dx) for left, right in (op.top, op.bottom))
        return op._replace(rect=rect, top=top, bottom=bottom)
    return op._replace(rect=rect)
