"""The frames of a movement, over a window that shows its end; what is drawn is what changes, and no more."""

from functools import reduce

import pygame

from tegenwicht.kit.motion.casting import Cast, Shown
from tegenwicht.kit.motion.ease import clamped
from tegenwicht.kit.motion.moves import Move, lasts, sounds
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Focus
from tegenwicht.kit.paint import Painter, changed_parts, flatten
from tegenwicht.kit.rect import Rect

FADE_SECONDS = 0.12

__all__ = ["FADE_SECONDS", "Playing", "Shown"]


class Playing:
    """A movement that is going on, from what was on the window to what is on it now. All times in seconds.

    now.pixels is the window's own surface. still: nothing moves; it only fades. began: by the clock that ``step``
    is given.
    """

    def __init__(
        self, move: Move, was: Shown, now: Shown, painter: Painter, began: float, still: bool = False
    ) -> None:
        self.window, self.painter, self.began = now.pixels, painter, began
        self._was, self._end = was.pixels, now.pixels.copy()
        self._cues = sounds(move)
        cast = Cast(was, now, painter)
        if not still:
            cast.play(move)
        self.actors, self.switch = [*cast.behind, *cast.actors, *cast.above], cast.switch
        self.seconds = max(self.switch + FADE_SECONDS, 0.0 if still else lasts(move))
        self._holes = _holes(cast, painter)
        self._changed = changed_parts(was.drawn, now.drawn)
        self._covered = [hole for hole, _ in self._holes]
        self._patched = [*self._changed, *self._covered]
        self._begun = self._faded = False
        self._ring = [one for one in now.drawn if isinstance(one.op, Focus)]

    # -- time

    def over(self, now: float) -> bool:
        """Whether its time has gone by."""
        return now - self.began >= self.seconds

    def heard(self, now: float) -> list[str]:
        """The sounds that are due by now, each once."""
        due = [name for at, name in self._cues if at <= now - self.began]
        self._cues = self._cues[len(due) :]
        return due

    # -- drawing

    def step(self, now: float) -> list[Rect]:
        """Draw the moment; the parts of the window to hand over."""
        t = now - self.began
        parts = self._ground(t)
        for part in parts:
            self._draw_ground(part, t)
        drawn = [actor.draw(self.window, t) for actor in self.actors]
        self._covered = [rect for rect in drawn if rect.w and rect.h]
        if t >= self.switch:
            self._put_the_ring_on_top()
        return _apart([*parts, *self._covered])

    def finish(self) -> list[Rect]:
        """Show the window as it is to be; the parts to hand over."""
        parts = _apart([*self._patched, *self._covered])
        for part in parts:
            self.window.blit(self._end, part[:2], part)
        return parts

    def _put_the_ring_on_top(self) -> None:
        """The ring of the focus lies over all that moves there."""
        for ring in self._ring:
            if any(ring.seen.meets(rect) for rect in self._covered):
                self.painter.draw(self.window, [ring], ring.seen)
                self._covered.append(ring.seen)

    def _ground(self, t: float) -> list[Rect]:
        """The parts of the window whose ground must be drawn again at this moment."""
        parts = list(self._covered)
        fading = t > self.switch and not self._faded
        if fading or not self._begun:
            parts += self._patched
        self._begun, self._faded = True, t >= self.switch + FADE_SECONDS
        return _apart(parts)

    def _draw_ground(self, part: Rect, t: float) -> None:
        """The window without what moves: as it was, and from the switch on fading to how it is."""
        faded = clamped((t - self.switch) / FADE_SECONDS)
        if faded < 1:
            self.window.blit(self._was, part[:2], part)
        if faded <= 0:
            return
        self._blit_faded(self._end, part, (part.x, part.y), faded)
        for hole, patch in self._holes:
            both = hole.shared(part)
            if both.w and both.h:
                inside = both._replace(x=both.x - hole.x, y=both.y - hole.y)
                self._blit_faded(patch, inside, (both.x, both.y), faded)

    def _blit_faded(self, picture: pygame.Surface, part: Rect, at: tuple[int, int], faded: float) -> None:
        picture.set_alpha(None if faded >= 1 else round(255 * faded))
        self.window.blit(picture, at, part)
        picture.set_alpha(None)


def _holes(cast: Cast, painter: Painter) -> list[tuple[Rect, pygame.Surface]]:
    """Where something moves: the window without it. As it was it is changed there and then, as it is is given."""
    whole = Rect(0, 0, *cast.now.pixels.get_size())
    _repaint(cast.was.pixels, cast.was.tree, cast.unseen_was, painter, whole)
    bare = flatten(_without(cast.now.tree, cast.unseen_now))
    holes = []
    for part in _places(cast.now.tree, cast.unseen_now, whole):
        patch = cast.now.pixels.subsurface(pygame.Rect(part)).copy()
        painter.draw(cast.now.pixels, bare, part)
        holes.append((part, cast.now.pixels.subsurface(pygame.Rect(part)).copy()))
        cast.now.pixels.blit(patch, part[:2])
    return holes


def _repaint(surface: pygame.Surface, tree: Node, unseen: set[str], painter: Painter, whole: Rect) -> None:
    parts = _places(tree, unseen, whole)
    bare = flatten(_without(tree, unseen)) if parts else []
    for part in parts:
        painter.draw(surface, bare, part)


def _places(tree: Node, keys: set[str], whole: Rect) -> list[Rect]:
    """What the nodes cover, with their shadows."""
    found: list[Rect] = []

    def look(node: Node) -> None:
        if node.key in keys:
            found.extend(drawn.seen for drawn in flatten(Node("", node.role, whole, children=(node,))))
            return
        for child in node.children:
            look(child)

    look(tree)
    return _apart([rect.shared(whole) for rect in found])


def _without(tree: Node, keys: set[str]) -> Node:
    """The tree without those nodes and what is below them."""
    kept = tuple(_without(child, keys) for child in tree.children if child.key not in keys)
    return tree._replace(children=kept)


def _apart(parts: list[Rect]) -> list[Rect]:
    """Rectangles that cover the same, apart from each other."""
    found: list[Rect] = []
    for part in parts:
        joined = part
        while meeting := [other for other in found if other.meets(joined)]:
            found = [other for other in found if other not in meeting]
            joined = reduce(Rect.around, meeting, joined)
        if joined.w and joined.h:
            found.append(joined)
    return found
