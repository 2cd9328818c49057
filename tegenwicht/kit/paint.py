"""Draws the tree. Only what changed since the last time is drawn again.

The tree is flattened to a list of ops, each with the rectangle it may draw in; two lists compared tell
which part of the window changed, and that part is drawn afresh.
"""

from collections import deque
from collections.abc import Callable, Iterable
from functools import reduce
from itertools import combinations
from typing import Any, NamedTuple

import pygame

from tegenwicht.kit import drawings, ops
from tegenwicht.kit.beside import beside
from tegenwicht.kit.nodes import OVER, Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.shapes import Kept, Pieces, Shapes
from tegenwicht.kit.text import Type

LOWEST = -1000
"""The layer of the window's own ground."""
MOST_PARTS = 12
"""When more of the window differs, it is faster to draw what is around some of it once."""
MOST_WASTED = 0.3
"""Two parts are drawn as one when what is around both is larger than they are together by no more than this."""


SOLID = (ops.Still, ops.Drawing)
"""What may cover all of its rectangle."""


class Drawn(NamedTuple):
    """An op, the part of the window outside which it may not draw, and the part it reaches."""

    op: Any
    clip: Rect
    seen: Rect


Layers = dict[int, list[Drawn]]
Known = dict[int, tuple[Node, Rect, int, Layers]]
"""What nodes gave, each with its clip and the layer around it, by their ``id``."""


def flatten(tree: Node, ring: Iterable[Drawn] = (), known: Known | None = None) -> list[Drawn]:
    """All ops of the tree that can be seen, in the order in which they are drawn.

    ring: what is drawn over all but the highest layers. known: what the nodes of the tree before gave; those that are
    in this tree too are not gone through again, and it then holds what this tree gave.
    """
    before, now = known or {}, Known()
    layers: Layers = {0: []}
    _add(layers, _gathered(tree._replace(children=()), tree.rect, LOWEST, before, now))
    for child in tree.children:
        _add(layers, _given(child, tree.rect, 0, before, now))
    if known is not None:
        known.clear()
        known.update(now)
    below = [drawn for layer in sorted(layers) if layer < OVER for drawn in layers[layer]]
    above = [drawn for layer in sorted(layers) if layer >= OVER for drawn in layers[layer]]
    return [*below, *ring, *above]


def _given(node: Node, clip: Rect, around: int, before: Known, now: Known) -> Layers:
    found = before.get(id(node))
    if found is None or found[0] is not node or found[1] != clip or found[2] != around:
        found = (node, clip, around, _gathered(node, clip, around, before, now))
    now[id(node)] = found
    return found[3]


def _gathered(node: Node, clip: Rect, around: int, before: Known, now: Known) -> Layers:
    layer = around + node.layer
    own: list[Drawn] = []
    layers = {layer: own}
    if node.role is Role.SCROLL:
        clip = clip.shared(node.rect)
    for op in node.ops:
        seen = reach(op)
        seen = seen if _covers(clip, seen) else seen.shared(clip)
        if seen.w and seen.h:
            own.append(Drawn(op, clip, seen))
    for child in node.children:
        _add(layers, _given(child, clip, layer, before, now))
    return layers


def _add(layers: Layers, more: Layers) -> None:
    for layer, drawn in more.items():
        layers.setdefault(layer, []).extend(drawn)


def reach(op: Any) -> Rect:
    """Where an op draws: its rectangle, the shadow around it, and what letters reach above and below it."""
    rect: Rect = op[0]
    if op.__class__ is ops.Fill and op.shadow:
        return rect.inset(-op.shadow, -op.shadow * 2)
    if op.__class__ is ops.Words and (over := Type.line_height(op.px) - rect.h) > 0:
        return rect.inset(0, -over // 2 - 1)
    return rect


def changed_parts(old: list[Drawn], new: list[Drawn]) -> list[Rect]:
    """The parts of the window that differ: rectangles apart from each other, few and small."""
    same = set(map(id, old)).intersection(map(id, new))
    differing = {one for one in old if id(one) not in same} ^ {one for one in new if id(one) not in same}
    if not differing and old != new:  # the same ops in another order
        return [new[0].clip]
    return apart(drawn.seen for drawn in differing)


def apart(rects: Iterable[Rect]) -> list[Rect]:
    """Rectangles that do not meet, few and small, in which all of these are."""
    parts: list[Rect] = []
    for seen in sorted(rects, key=lambda seen: -seen.w * seen.h):
        parts = _joined(parts, seen)
        while len(parts) > MOST_PARTS:
            one, other = min(combinations(parts, 2), key=lambda pair: _wasted(*pair))
            parts = _grown(parts, one.around(other))
    return parts


def _wasted(one: Rect, other: Rect) -> int:
    """Pixels of the rectangle around both that are in neither, as far as they do not meet."""
    both = one.around(other)
    return both.w * both.h - one.w * one.h - other.w * other.h


def _covers(part: Rect, other: Rect) -> bool:
    x, y, w, h = part
    ox, oy, ow, oh = other
    return x <= ox and y <= oy and x + w >= ox + ow and y + h >= oy + oh


def _joined(parts: list[Rect], part: Rect) -> list[Rect]:
    """The parts with one more: those that waste little together become one, and of the others none meet."""
    if any(_covers(other, part) for other in parts):
        return parts
    for other in parts:
        both = part.around(other)
        if _wasted(part, other) <= MOST_WASTED * (part.w * part.h + other.w * other.h):
            beside = [one for one in parts if not _covers(both, one)]
            if not any(both.meets(one) for one in beside):
                return _joined(beside, both)
        if part.meets(other):
            for piece in _outside(part, other):
                parts = _joined(parts, piece)
            return parts
    return [*parts, part]


def _grown(parts: list[Rect], part: Rect) -> list[Rect]:
    """The parts with one more, which takes in all that it meets."""
    while met := [one for one in parts if part.meets(one)]:
        part = reduce(Rect.around, met, part)
        parts = [one for one in parts if one not in met]
    return [*parts, part]


def _outside(part: Rect, other: Rect) -> list[Rect]:
    """What of a rectangle is outside another that it meets: above it, below it, and at either side of it."""
    middle = part.shared(other)
    pieces = (
        Rect(part.x, part.y, part.w, middle.y - part.y),
        Rect(part.x, middle.bottom, part.w, part.bottom - middle.bottom),
        Rect(part.x, middle.y, middle.x - part.x, middle.h),
        Rect(middle.right, middle.y, part.right - middle.right, middle.h),
    )
    return [piece for piece in pieces if piece.w and piece.h]


def _cover(drawn: list[Drawn], part: Rect) -> tuple[int, Rect]:
    """The first op that hides all that is behind it in a large piece of the part, and where: none of that is drawn."""
    for number, (op, clip, seen) in enumerate(drawn):
        if op.__class__ in SOLID and op.solid and _covers(clip, op.rect) and seen.meets(part):
            return number, op.rect
    return 0, part


class Painter:
    """Draws ops on a surface with the fonts and shapes of one run."""

    def __init__(self, type_: Type, shapes: Shapes, shadow: int = 70) -> None:
        self.type, self.shapes, self.shadow = type_, shapes, shadow
        self.texts = Kept[pygame.Surface]()
        self.drawings = Kept[Pieces]()
        self.live: dict[str, pygame.Surface] = {}
        self._nowhere = pygame.Surface((1, 1))
        self._last_ring: tuple[ops.Ring | None, pygame.Surface] = (None, self._nowhere)
        self._draw: dict[type, Callable[[pygame.Surface, Any], None]] = {
            ops.Fill: self._fill, ops.Words: self._words, ops.Icon: self._icon, ops.Picture: self._picture,
            ops.Ring: self._ring,
            ops.Logo: self._logo, ops.Focus: self._focus, ops.Loop: self._loop,
            ops.Lines: self._lines, ops.Drawing: self._kept, ops.Still: self._kept, ops.Laid: self._kept,
            ops.Turned: self._kept, ops.Live: self._live,
        }  # fmt: skip

    def fit_to(self, size: tuple[int, int]) -> None:
        """Keep no more drawn text, and no more shapes, than a window of that size shows at once."""
        pixels = size[0] * size[1]
        self.texts.most_bytes = max(2 * 2**20, pixels * 4 // 3)
        self.shapes.kept.most_bytes = max(2 * 2**20, pixels * 2)
        self.drawings.most_bytes = max(4 * 2**20, pixels * 17 // 4)

    def draw(self, surface: pygame.Surface, drawn: list[Drawn], part: Rect) -> None:
        """Draw all ops that reach into ``part`` of the window, and nothing outside it."""
        left, top, right, bottom = part.x, part.y, part.right, part.bottom
        last: Rect | None = None
        over, covered = _cover(drawn, part)
        for number, (op, clip, seen) in enumerate(drawn):
            x, y, w, h = seen
            if x >= right or y >= bottom or x + w <= left or y + h <= top:
                continue
            if number < over and covered.meets(seen):
                beside = _outside(seen, covered)
                if not beside:
                    continue
                if len(beside) == 1:
                    clip = beside[0].shared(clip)
            if clip is not last and clip != last:
                surface.set_clip(pygame.Rect(clip.shared(part)))
                last = clip
            self._draw[type(op)](surface, op)
        surface.set_clip(None)

    def prepare(self, op: Any) -> None:
        """Make and keep what it takes to draw an op; nothing is to be seen of it."""
        self._draw[type(op)](self._nowhere, op)

    def prepare_together(self, ops: Iterable[Any]) -> None:
        """The same for all of these that take long, in two threads: SDL lets one go on while it draws in the other.

        The second has shapes of its own, and nothing to do with fonts.
        """
        new = {drawings.looks(op): op for op in ops if self._draw[type(op)] == self._kept}
        new = {looks: op for looks, op in new.items() if self.drawings.get(looks) is None}
        waiting = deque(op for op in new.values() if not _writes(op))
        second = Painter(self.type, Shapes(self.shapes.icons), self.shadow)
        made: list[tuple[Any, Pieces]] = []

        def draw() -> None:
            while (op := _taken(waiting.popleft)) is not None:
                made.append((drawings.looks(op), drawings.to_keep(op, second.paint)))

        wait = beside(draw)
        for op in new.values():
            if _writes(op):
                self.prepare(op)
        while (op := _taken(waiting.pop)) is not None:
            self.prepare(op)
        wait()
        for looks, drawn in made:
            self.drawings.put(looks, drawn)

    def _live(self, surface: pygame.Surface, op: ops.Live) -> None:
        picture = self.live.get(op.name)
        if picture is not None:
            if picture.get_size() != op.rect[2:]:
                picture = pygame.transform.smoothscale(picture, op.rect[2:])
            surface.blit(picture, op.rect[:2])

    def _fill(self, surface: pygame.Surface, op: ops.Fill) -> None:
        if op.veil < 1:
            self.shapes.veil(surface, op.rect, op.colour, op.veil)
            return
        if op.shadow and self.shadow:
            dark = min(255, round(self.shadow * op.shade))
            self.shapes.shadow(surface, op.rect, op.radius, op.shadow, dark)
        x, y, w, h = op.rect
        if not op.border:
            self.shapes.fill(surface, x, y, w, h, op.colour, op.radius, op.top_only)
            return
        b = op.border
        self.shapes.edge(surface, op.rect, b, op.border_colour, op.radius, op.top_only)
        radius = max(0, op.radius - b)
        self.shapes.fill(surface, x + b, y + b, w - 2 * b, h - 2 * b, op.colour, radius, op.top_only)

    def _words(self, surface: pygame.Surface, op: ops.Words) -> None:
        if not self.type.width(op.text, op.weight, op.px):
            return  # joiners alone have no width, and SDL_ttf refuses them
        key = (op.text, op.weight, op.px, op.colour)
        drawn = self.texts.get(key)
        if drawn is None:
            drawn = self.texts.put(
                key, self.type.font(op.weight, op.px).render(_inkable(op.text), True, op.colour)
            )
        surface.blit(drawn, (op.rect.x, op.rect.y + (op.rect.h - drawn.get_height()) // 2))

    def _icon(self, surface: pygame.Surface, op: ops.Icon) -> None:
        if op.rect.w > 0:
            surface.blit(self.shapes.icon(op.name, op.rect.w, op.colour), op.rect[:2])

    def _picture(self, surface: pygame.Surface, op: ops.Picture) -> None:
        drawn = self.shapes.picture(op.name, op.rect.w, op.colour) if op.rect.w > 0 else None
        if drawn is not None:
            surface.blit(pygame.transform.flip(drawn, False, True) if op.over else drawn, op.rect[:2])

    def _logo(self, surface: pygame.Surface, op: ops.Logo) -> None:
        surface.blit(self.shapes.logo(op.rect.w), op.rect[:2])

    def _ring(self, surface: pygame.Surface, op: ops.Ring) -> None:
        if self._last_ring[0] != (looks := op._replace(rect=Rect(0, 0, op.rect.w, op.rect.h))):
            ring = self.shapes.ring(op.rect.w, op.filled, op.width, op.colour, op.track)
            self._last_ring = (
                looks,
                ring,
            )  # the next second it is another: no more than one is worth keeping
        surface.blit(self._last_ring[1], op.rect[:2])

    def _loop(self, surface: pygame.Surface, op: ops.Loop) -> None:
        surface.blit(self.shapes.loop(op.rect.w, op.rect.h, op.width, op.colour), op.rect[:2])

    def _lines(self, surface: pygame.Surface, op: ops.Lines) -> None:
        for x0, y0, x1, y1 in op.lines:
            pygame.draw.aaline(surface, op.colour, (x0, y0), (x1, y1), op.width)

    def _kept(self, surface: pygame.Surface, op: Any) -> None:
        """What takes long to draw: drawn once at the size it has, wherever it stands."""
        key = drawings.looks(op)
        drawn = self.drawings.get(key)
        if drawn is None:
            drawn = self.drawings.put(key, drawings.to_keep(op, self.paint))
        drawn.draw(surface, op.rect[:2])

    def paint(self, surface: pygame.Surface, ops: Iterable[Any]) -> None:
        """Draw ops on a picture that is kept as a whole, placed from its top left, one over the other."""
        for op in ops:
            if self._draw[type(op)] == self._kept:
                surface.blit(drawings.drawn(op, self.paint), op.rect[:2])
            else:
                self._draw[type(op)](surface, op)

    def _focus(self, surface: pygame.Surface, op: ops.Focus) -> None:
        """Two rings in the gap around a control: what it frames stays as it is."""
        self._outline(surface, op.rect, op.halo, op.width + op.inside + op.outside, op.radius)
        ring = op.rect.inset(op.outside)
        self._outline(surface, ring, op.colour, op.width, op.radius - op.outside)

    def _outline(
        self, surface: pygame.Surface, rect: Rect, colour: ops.Colour, width: int, radius: int
    ) -> None:
        x, y, w, h = rect
        r = max(1, min(radius, w // 2, h // 2))
        key = ("outline", r, width, colour)
        ring = self.shapes.kept.get(key)
        if ring is None:
            ring = self.shapes.kept.put(key, self.shapes.ring(2 * r, 1.0, width, colour, colour))
        surface.blit(ring, (x, y), (0, 0, r, r))
        surface.blit(ring, (x + w - r, y), (r, 0, r, r))
        surface.blit(ring, (x, y + h - r), (0, r, r, r))
        surface.blit(ring, (x + w - r, y + h - r), (r, r, r, r))
        surface.fill(colour, (x + r, y, w - 2 * r, width))
        surface.fill(colour, (x + r, y + h - width, w - 2 * r, width))
        surface.fill(colour, (x, y + r, width, h - 2 * r))
        surface.fill(colour, (x + w - width, y + r, width, h - 2 * r))


def _taken(take: Callable[[], Any]) -> Any:
    """One of what waits; None when the other took the last."""
    try:
        return take()
    except IndexError:
        return None


def _writes(op: ops.Op) -> bool:
    """Whether there are words on it, or what another window shows."""
    if isinstance(op, ops.Still | ops.Laid | ops.Turned):
        return any(map(_writes, op.ops))
    return isinstance(op, ops.Words | ops.Live)


def _inkable(text: str) -> str:
    """The text with a sign of its own for what a font refuses: nothing that is shown may stop the program."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
