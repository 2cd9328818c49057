"""Everything in the program that happens by itself, in one list."""

from collections.abc import Callable

import pygame

from tegenwicht.app.backstage import Backstage
from tegenwicht.app.clicker import Clicker
from tegenwicht.app.desks.directing import ScreensThere, SmallPicture
from tegenwicht.app.desks.every import Desks
from tegenwicht.app.desks.history import Counting
from tegenwicht.app.desks.table import TurnClock
from tegenwicht.app.timed.ahead import Ahead
from tegenwicht.app.timed.backing_up import BackingUp
from tegenwicht.app.timed.due import Agenda
from tegenwicht.app.timed.held_key import HeldKey
from tegenwicht.app.timed.old_sessions import OldSessions
from tegenwicht.app.timed.open_card import OpenCard
from tegenwicht.app.timed.retrying import Retrying
from tegenwicht.app.timed.speaking import Speaking
from tegenwicht.app.windows import Windows


def agenda_of(
    desks: Desks,
    back: Backstage,
    windows: Windows,
    clicker: Clicker,
    open_card: OpenCard,
    clock: Callable[[], float],
) -> Agenda:
    """In the order in which it is done when several moments have come. ``clock``: seconds that only go forward."""
    screen = windows.screen
    return Agenda(
        [
            HeldKey(screen.field), Speaking(screen), desks.typed, desks.decks.draft, Retrying(back, clock),
            TurnClock(back, clock), Counting(desks.history), BackingUp(back, clock, pygame.event.peek),
            OldSessions(desks.erasing, clock), Ahead(clock, screen, back.playable), clicker, open_card,
            ScreensThere(desks.directing, clock), SmallPicture(windows.beamer, windows.show_small_picture),
        ]
    )  # fmt: skip
