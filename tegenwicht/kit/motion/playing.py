"""The frames of a movement, over a window that shows its end; what is drawn is what changes, and no more."""

from collections.abc import Sequence
from functools import partial

import pygame

from tegenwicht.kit.motion.cast import Cast, Shown
from tegenwicht.kit.motion.casting import Casting
from tegenwicht.kit.motion.ease import clamped
from tegenwicht.kit.motion.hand import Held
from tegenwicht.kit.motion.later import Later
from tegenwicht.kit.motion.moves import Move, lasts, shows, sounds, standing
from tegenwicht.kit.motion.parts import apart, outside_all
from tegenwicht.kit.motion.pictures import draw_part
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.kit.paint import Drawn, Painter, changed_parts, flatten
from tegenwicht.kit.rect import Rect

FADE_SECONDS = 0.12
MOST_FADING = 1_000_000
"""Pixels: when more than this, and than a quarter of the window, would fade beside a movement, it changes at once."""

Patch = tuple[Rect, Later[pygame.Surface]]
"""A part of the window, and what is to be seen there."""

__all__ = ["FADE_SECONDS", "Playing", "Shown"]


class Playing:
    """A movement that is going on, from what was on the window to what is on it now. All times in seconds.

    now.pixels is the window's own surface. still: nothing moves; it only fades. began: by the clock that ``step``
    is given. held: where a thing was let go that moves on from there. beside: where something else drew
    over what the tree shows.
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
        beside: Sequence[Rect] = (),
    ) -> None:
        self.window, self.painter, self.began = now.pixels, painter, began
        self._was = was.pixels
        cast = Casting(was, now, painter, held)
        shown = standing(move) if still else move
        cast.play(shown)
        self.actors, self.switch = cast.sent(), cast.switch
        self.shows = shows(move)
        self.seconds = max(self.switch + FADE_SECONDS, lasts(shown))
        self._cues = _cues(move, self.seconds)
        self._changed = changed_parts(was.drawn, now.drawn)
        self._fading = _fading(self._changed, cast.covers, self.window.get_size(), still)
        fades = bool(self._fading)
        self._end = _end(cast, [*self._changed, *_leave_out(cast, fades)], beside, fades)
        self._holes = _holes(cast)
        self._awaited = [made for _, made in sorted(cast.awaited, key=lambda one: one[0])]
        self._covered = [hole for hole, _ in self._holes]
        self._patched = [*self._changed, *self._covered]
        self._hidden = cast.covers
        self._begun = self._switched = self._faded = False

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

    def prepare(self) -> None:
        """Make the next of what is still to be seen: the frame in which it is first seen does not wait for it then."""
        while self._awaited:
            made = self._awaited.pop(0)
            if made.waits:
                made()
                return

    def step(self, now: float) -> list[Rect]:
        """Draw the moment; the parts of the window to hand over."""
        t = now - self.began
        parts = self._ground(t)
        for part in parts if t < self.switch else outside_all(parts, self._hidden):
            self._draw_ground(part, t)
        drawn = [actor.draw(self.window, t) for actor in self.actors]
        self._covered = [rect for rect in drawn if rect.w and rect.h]
        return apart([*parts, *self._covered])

    def finish(self) -> list[Rect]:
        """Show the window as it is to be; the parts to hand over."""
        parts = apart([*self._patched, *self._covered])
        for part in parts:
            self._show_end(part)
        return parts

    def _show_end(self, part: Rect) -> None:
        """The window as it is to be, there: as it was, but for what is another now."""
        for same in outside_all([part], [place for place, _ in self._end]):
            self.window.blit(self._was, same[:2], same)
        _patch(self.window, self._end, part)

    def _ground(self, t: float) -> list[Rect]:
        """The parts of the window whose ground must be drawn again at this moment."""
        parts = list(self._covered)
        if not self._begun or (t >= self.switch and not self._switched):
            parts += self._patched
        elif t >= self.switch and not self._faded:
            parts += self._fading
        self._begun, self._switched = True, t >= self.switch
        self._faded = t >= self.switch + FADE_SECONDS
        return apart(parts)

    def _draw_ground(self, part: Rect, t: float) -> None:
        """The window without what moves: as it was, and from the switch on as it is; some of it fades to that."""
        if t < self.switch:
            self.window.blit(self._was, part[:2], part)
            return
        for whole in outside_all([part], [hole for hole, _ in self._holes]):
            self._show_end(whole)
        _patch(self.window, self._holes, part)
        if not self._faded:
            seen = round(255 * (1 - clamped((t - self.switch) / FADE_SECONDS)))
            self._was.set_alpha(
                seen if seen < 255 else None
            )  # mixing that hides all takes five times as long
            for fading in self._fading:
                both = fading.shared(part)
                self.window.blit(self._was, both[:2], both)
            self._was.set_alpha(None)


def _cues(move: Move, seconds: float) -> list[tuple[float, str]]:
    """When which sound is due, at the latest at the end of what is shown; one of a name at a time."""
    return list(dict.fromkeys((min(at, seconds), name) for at, name in sounds(move)))


def _leave_out(cast: Cast, fades: bool) -> list[Rect]:
    """The window as it was: without what moves, and with what is to be seen from the beginning; where it is another.

    fades: some of that is still seen after the switch.
    """
    window = cast.now.pixels
    whole = Rect(0, 0, *window.get_size())
    at_once = _rects(cast.now.tree, cast.at_once, whole)
    left_out = cast.unseen_was.places(cast.was.tree, whole)
    if cast.switch or fades:
        for part in at_once:
            cast.was.pixels.blit(window, part[:2], part)
        bare = flatten(cast.unseen_was.without(cast.was.tree)) if left_out else []
        for part in left_out:
            cast.painter.draw(cast.was.pixels, bare, part)
    return [*at_once, *left_out]


def _end(cast: Cast, changed: list[Rect], beside: Sequence[Rect], fades: bool) -> list[Patch]:
    """The window as it is now, where it is another than it was.

    Its pixels are kept where they are wanted at once, and where something else drew; the rest is drawn again in time.
    Where it is never seen again as it was, its pixels take the place of those.
    """
    window = cast.now.pixels
    parts, others = ([part.shared(cast.now.tree.rect) for part in some] for some in (changed, beside))
    copied = partial(_copied, window)
    if not cast.switch and not fades:
        for part in (*parts, *others):
            cast.was.pixels.blit(window, part[:2], part)
        return []
    if not cast.switch:
        return [(part, copied(part)) for part in apart([*parts, *others])]
    drawn = partial(_drawn, cast.painter, window, cast.now.drawn)
    return [
        *((part, cast.later(cast.switch, partial(drawn, part))) for part in apart(parts)),
        *((part, copied(part)) for part in apart(others)),
    ]


def _copied(window: pygame.Surface, part: Rect) -> Later[pygame.Surface]:
    """The pixels that are there."""
    pixels = window.subsurface(pygame.Rect(part)).copy()
    return Later(lambda: pixels)


def _drawn(painter: Painter, window: pygame.Surface, drawn: list[Drawn], part: Rect) -> pygame.Surface:
    """A part of the window, drawn again."""
    surface = pygame.Surface(part[2:], 0, window)
    draw_part(painter, surface, drawn, part)
    return surface


def _patch(surface: pygame.Surface, patches: list[Patch], part: Rect) -> None:
    """Show of the patches what is in the part."""
    for place, pixels in patches:
        both = place.shared(part)
        if both.w and both.h:
            surface.blit(pixels(), both[:2], both._replace(x=both.x - place.x, y=both.y - place.y))


def _holes(cast: Cast) -> list[Patch]:
    """Where something moves: the window as it is now, without that; seen from the switch on."""
    tree, unseen, window = cast.now.tree, cast.unseen_now, cast.now.pixels
    bare = Later(lambda: flatten(unseen.without(tree)))

    def hole(painter: Painter, part: Rect) -> pygame.Surface:
        return _drawn(painter, window, bare(), part)

    return [
        (part, cast.later(cast.switch, partial(hole, cast.painter, part)))
        for part in unseen.places(tree, Rect(0, 0, *window.get_size()))
    ]


def _rects(tree: Node, keys: set[str], whole: Rect) -> list[Rect]:
    return [node.rect.shared(whole) for node in walk(tree) if node.key in keys]


def _fading(changed: list[Rect], covers: list[Rect], size: tuple[int, int], still: bool) -> list[Rect]:
    """What fades to what it is now: all that changed but what a card hides, and no more than keeps pace."""
    parts = outside_all(changed, covers)
    area = sum(part.w * part.h for part in parts)
    return parts if still or area <= MOST_FADING or area * 4 <= size[0] * size[1] else []
