"""A window that is too small for the large screens and is seen from near: which one, and how large a design pixel is."""

from tegenwicht.screens.shell.view import View

WIDTH, HEIGHT = 1280, 800
"""So many design pixels a small window has at least: 20 of them are 16 on one of 1024 by 640."""
MOST = 0.96
"""The window's pixels to one of these, at most: a larger window shows more, so that letters hardly change where it
becomes a large screen."""
LEAST_WIDTH, LEAST_HEIGHT, MOST_TEXT = 1000, 620, 1.25
"""From this size of window, and up to this size of text, it can be seen from near."""


def fits_near(v: View) -> bool:
    """Whether the window is large enough, and its text small enough, to be seen from near; of any shape."""
    return v.width >= LEAST_WIDTH and v.height >= LEAST_HEIGHT and v.text <= MOST_TEXT


def near_scale(v: View) -> float:
    """The window's pixels to a design pixel, seen from near."""
    return min(v.width / WIDTH, v.height / HEIGHT, MOST)
