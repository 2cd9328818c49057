"""What a screen is made with where the window is small: the same view with larger pixels."""

from copy import copy

from tegenwicht.kit.view import PAIR
from tegenwicht.screens.parts.table.ground import Ground, is_large, is_near, near_view
from tegenwicht.screens.shell.view import View

SMALL = (1024, 640)
MOST_IN_PORTRAIT = 1.2
TALL, MORE_IN_PORTRAIT = 1.4, 1.36
"""So many times as high as it is wide a window is tall; so much larger few pieces are there."""
LEAST_UNIT = 0.72
"""The window's pixels to a design pixel of text, at least: 24 becomes 17."""
PAGE_UNIT, PAGE_UNIT_WIDE, PAGE_ACROSS, PAGE_HIGH = 0.8, 0.85, 1600, 800
"""The same on a page, where the smallest is 20, which becomes 16, or 17 where that leaves so much beside each other;
and so many design pixels high a page then is."""


def readable(v: View) -> View:
    """The view as a screen is made from it: on a small window with words as large as fit there."""
    return v if is_large(v) else near_view(v) if is_near(v) else enlarged(v)


def enlarged(v: View) -> View:
    """The view with all sizes as a small window shows them: words of 20 on one of 1024 by 640."""
    fits = min(v.width / SMALL[0], v.height / SMALL[1])
    return _resized(v, max(1.0, fits / (1.2 * v.unit)))


def enlarged_more(v: View) -> View:
    """The same, and larger still on a window that is higher than wide, for a screen of few pieces."""
    larger = enlarged(v)
    tall = v.height > TALL * v.width and v.text < 1.3
    return _resized(larger, MORE_IN_PORTRAIT) if tall else larger


def _resized(v: View, part: float) -> View:
    larger = copy(v)
    larger.scale, larger.unit = v.scale * part, v.unit * part
    larger.across, larger.down = v.across / part, v.down / part
    return larger


def no_smaller(v: View) -> View:
    """The view with letters that are no smaller than they can be read.

    On a window that is higher than wide, with room to spare, all of it is larger.
    """
    part = min(MOST_IN_PORTRAIT, v.across / PAIR)
    if v.upright and v.width < v.height and part > 1:
        return _resized(v, part)
    if is_near(v):
        return near_view(v)
    if v.unit >= LEAST_UNIT:
        return v
    larger = v.of(v.model)
    larger.unit = LEAST_UNIT
    larger.across, larger.down = v.width / LEAST_UNIT, v.height / LEAST_UNIT
    return larger


def page_view(v: View) -> View:
    """The view of a page that is read: on a laptop with larger letters, at 200 % with those that were asked for.

    Two narrow things stay beside each other, and a low window shows as much as one of 1024 by 640.
    """
    most = max(PAGE_UNIT, min(PAGE_UNIT_WIDE, v.width / PAGE_ACROSS))
    least = min(most, v.width / (PAIR + 40), v.height / PAGE_HIGH)
    if v.scale >= least:
        return v
    larger = copy(v)
    larger.unit = least * (2 - v.text) + 2 * v.scale * (v.text - 1)
    larger.across, larger.down = v.width / larger.unit, v.height / larger.unit
    return larger


def page_of_game(v: View) -> View:
    """The view of a page in a game: where its rim is seen from near, as much beside each other as on a large window."""
    if is_large(v):
        return v
    page, stacked = page_view(v), enlarged(v)
    return page if is_near(v) or page.unit > stacked.unit else stacked


def own_ground(v: View) -> Ground:
    """A ground whose pixels grow with the text, for pieces in a stacked screen."""
    return Ground(v, v.unit / min(1.2, v.text))
