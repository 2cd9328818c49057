"""What a user can set, as plain values. Knows nothing of files (``storage.settings``) or screens."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from tegenwicht.plain.frozen import Frozen

TEXT_SIZES = range(100, 201, 10)
"""Per cent of the base size."""

DISTANCES = (2, 5, 8)
"""Metres from the last chair to the screen that the group looks at."""

SPACINGS = (100, 115, 130)
"""From one line of running text to the next, in per cent of what is usual."""

MONTHS_KEPT = (0, 3, 6, 12, 24)
"""How long sessions are kept after they last changed, in months; 0 is for ever."""

MOST_FAVOURITES = 500
LONGEST_FAVOURITE = 200
"""Characters of a deck's name and a card's together."""

MOST_KEYS, LONGEST_KEY = 100, 20
"""Keys that are changed, and the characters of the name of one."""

FARTHEST_PX = 100_000
"""No window stands farther away, or is larger, than this."""


class Theme(StrEnum):
    """The three looks."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Wishes(NamedTuple):
    """What is set on the computer itself; the settings follow it until something else is chosen here."""

    text_size: int = 100
    theme: Theme = Theme.LIGHT
    reduced_motion: bool = False


class Settings(Frozen):
    """The user's choices.

    text_size: one of ``TEXT_SIZES``. letter_keys: single letters work as keys. window: left, top, width
    and height in px; None before the first time. last_setup: the last setup's choices as plain JSON
    values, for the setup screen to read with care. keep_notes: off, a session is gone for good once it is closed.
    wishes: what the computer asks; None where it was not asked. directing: on two screens the regie opens by itself.
    distance: one of ``DISTANCES``, for the screen that the group looks at. months_kept: one of ``MONTHS_KEPT``.
    old_may_go: what is older goes by itself; off until someone saw once what goes, and agreed. favourites: the cards
    that were marked, as "deck/card". spacing: one of ``SPACINGS``.
    keys: what presses an action in the place of its usual key, by that.
    """

    text_size: int = 100
    theme: Theme = Theme.LIGHT
    reduced_motion: bool = False
    sound: bool = True
    full_screen: bool = False
    letter_keys: bool = True
    keep_notes: bool = True
    window: tuple[int, int, int, int] | None = None
    last_setup: Mapping[str, object] = field(default_factory=dict)
    directing: bool = False
    distance: int = 2
    months_kept: int = 0
    old_may_go: bool = False
    favourites: tuple[str, ...] = ()
    spacing: int = 100
    keys: Mapping[str, str] = field(default_factory=dict)
    wishes: Wishes | None = None
