"""The frames of a movement, over a window that shows its end; what is drawn is what changes, and no more."""

import pygame

from tegenwicht.kit.motion.casting import Cast, Shown
from tegenwicht.kit.motion.ease import clamped
from tegenwicht.kit.motion.hand import Held
from tegenwicht.kit.motion.moves import Move, lasts, sounds
from tegenwicht.kit.motion.parts import apart, outside, places, without
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Focus
from tegenwicht.kit.paint import Painter, changed_parts, flatten
from tegenwicht.kit.rect import Rect

FADE_SECONDS = 0.12
MOST_FADING = 1_000_000
"""Pixels: when more than this, and than a quarter of the window, would fade beside a movement, it changes at once."""

__all__ = ["FADE_SECONDS", "Playing", "Shown"]


class Playing:
    """A movement that is going on, from what was on the window to what is on it now. All times in seconds.

    now.pixels is the window's own surface. still: nothing moves; it only fades. began: by the clock that ``step``
    is given. held: where a thing was let go that moves on from there.
    """

    def __init__(
        self,
        move: Move,
        was: Shown,
        now: Shown,
        painter: Painter,
        began: float,
        still: bool = False,
        held: Held | None = None,
    ) -> None:
        self.window, self.painter, self.began = now.pixels, painter, began
        self._was, self._end = was.pixels, now.pixels.copy()
        self._cues = sounds(move)
        cast = Cast(was, now, painter, held)
        if not still:
            cast.play(move)
        self.actors, self.switch = [*cast.behind, *cast.actors, *cast.above], cast.switch
        self.seconds = max(self.switch + FADE_SECONDS, 0.0 if still else lasts(move))
        self._holes = _holes(cast, painter)
        self._changed = changed_parts(was.drawn, now.drawn)
        self._covered = [hole for hole, _ in self._holes]
        self._patched = [*self._changed, *self._covered]
        self._fading = _fading(self._changed, self._covered, self.window.get_size(), still)
        self._begun = self._switched = self._faded = False
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
        if self._faded:
            self._put_the_ring_on_top()
        return apart([*parts, *self._covered])

    def finish(self) -> list[Rect]:
        """Show the window as it is to be; the parts to hand over."""
        parts = apart([*self._patched, *self._covered])
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
        if not self._begun or (t > self.switch and not self._switched):
            parts += self._patched
        elif t > self.switch and not self._faded:
            parts += self._fading
        self._begun, self._switched = True, t > self.switch
        self._faded = t >= self.switch + FADE_SECONDS
        return apart(parts)

    def _draw_ground(self, part: Rect, t: float) -> None:
        """The window without what moves: as it was, and from the switch on as it is; some of it fades to that."""
        if t <= self.switch:
            self.window.blit(self._was, part[:2], part)
            return
        if not any(hole.shared(part) == part for hole, _ in self._holes):
            self.window.blit(self._end, part[:2], part)
        for hole, patch in self._holes:
            both = hole.shared(part)
            if both.w and both.h:
                self.window.blit(patch, both[:2], both._replace(x=both.x - hole.x, y=both.y - hole.y))
        if not self._faded:
            self._was.set_alpha(round(255 * (1 - clamped((t - self.switch) / FADE_SECONDS))))
            for fading in self._fading:
                both = fading.shared(part)
                self.window.blit(self._was, both[:2], both)
            self._was.set_alpha(None)


def _holes(cast: Cast, painter: Painter) -> list[tuple[Rect, pygame.Surface]]:
    """Where something moves: the window without it. As it was it is changed there and then, as it is is given."""
    whole = Rect(0, 0, *cast.now.pixels.get_size())
    _repaint(cast.was.pixels, cast.was.tree, cast.unseen_was, painter, whole)
    bare = flatten(without(cast.now.tree, cast.unseen_now))
    holes = []
    for part in places(cast.now.tree, cast.unseen_now, whole):
        patch = cast.now.pixels.subsurface(pygame.Rect(part)).copy()
        painter.draw(cast.now.pixels, bare, part)
        holes.append((part, cast.now.pixels.subsurface(pygame.Rect(part)).copy()))
        cast.now.pixels.blit(patch, part[:2])
    return holes


def _repaint(surface: pygame.Surface, tree: Node, unseen: set[str], painter: Painter, whole: Rect) -> None:
    parts = places(tree, unseen, whole)
    bare = flatten(without(tree, unseen)) if parts else []
    for part in parts:
        painter.draw(surface, bare, part)


def _fading(changed: list[Rect], holes: list[Rect], size: tuple[int, int], still: bool) -> list[Rect]:
    """What fades to what it is now: all that changed but where something moves, and no more than keeps pace."""
    parts = changed
    for hole in holes:
        parts = [left for part in parts for left in outside(part, hole)]
    area = sum(part.w * part.h for part in parts)
    return parts if still or area <= MOST_FADING or area * 4 <= size[0] * size[1] else []
