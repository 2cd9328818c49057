"""What the screens of a mode must offer. A mode's screens are ``screens/<name>``, imported when needed."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from tegenwicht.screens.shell.commands import All, Leave, Shut
from tegenwicht.screens.shell.scenes import Scene

if TYPE_CHECKING:
    from tegenwicht.game.account import Block
    from tegenwicht.game.events import Event
    from tegenwicht.game.state import Session
    from tegenwicht.kit.command import Command
    from tegenwicht.kit.motion.moves import Move
    from tegenwicht.kit.nodes import Node
    from tegenwicht.screens.shell.view import View


class Choice(NamedTuple):
    """One of the mode's own choices at the setup. ``values``: (value, word on it, explanation)."""

    name: str
    label: str
    values: tuple[tuple[str, str, str], ...]


class Part(Enum):
    """A part of the setup screen that a mode may ask for."""

    DECK = auto()
    PEOPLE = auto()
    ROUNDS = auto()
    CARDS_PER_ROUND = auto()
    THINKING = auto()
    TALKING = auto()
    DRAWING = auto()
    CLUSTERS = auto()
    SHUFFLE = auto()
    MOMENT = auto()
    SUBJECT = auto()
    HAND = auto()


class About(NamedTuple):
    """What the setup screen and the lists know of a mode.

    name: on the screen. line: what one does in it, in one sentence. glyph: an icon of ``assets/icons``.
    parts: what of the setup it needs. choices: its own. people: how many there are at first.
    subject: the words over the line it begins with, where it has one.
    """

    name: str
    line: str
    glyph: str
    parts: frozenset[Part]
    choices: tuple[Choice, ...] = ()
    people: int = 5
    subject: str = ""


class Unsaved(NamedTuple):
    """What keeps the texts that were typed and not kept yet: on the screen, and in the panel over it.

    Each command can be done as the session is now.
    """

    screen: tuple[Command, ...] = ()
    panel: tuple[Command, ...] = ()


class ModeScreens(Protocol):
    """A module (or package) of screens for one mode.

    It may also have ``weights(session)``: by the number of a card, how many gave it 1, 2, 3 and 4. Without it,
    groups are compared by the weights on the cards in ``account``. And ``on_beamer(v)``: the tree for who only looks, of
    what everyone may see, or None; and ``directed(v)``: a ``parts.directing.Directed`` for who leads, or None. And
    ``heard(v)``: what one key says again, part by part, when nothing lies over its screen; without it, or when it
    gives nothing, that is the text of the screen. And ``how_it_lay(event, forms)``: the form entries that say how a
    card lay which comes on the table with the event; it comes as any card does, face up. And ``subject(session)``: the
    ``Paragraph`` or ``Quote`` in ``account`` with what it is about by now, which a report has at its top instead; without
    it, that is what the setup says.
    """

    def about(self) -> About:
        """What it is called, and what it needs to begin."""

    def build(self, v: View) -> Node:
        """The tree for the session in ``v.model.playing``, whatever its phase."""

    def undo_name(self, event: Event) -> str:
        """What undo takes back, to follow "Ongedaan maken:"."""

    def announcement(self, event: Event, session: Session) -> str:
        """What a screen reader says after an event; empty when the changed control says it itself."""

    def arrival(self, session: Session) -> str:
        """What a screen reader says when the session comes on the table."""

    def session_line(self, session: Session) -> str:
        """One line about where a session is, for lists."""

    def account(self, session: Session, person_free: bool) -> tuple[Block, ...]:
        """What the session leaves behind, for the closing screen and every report.

        person_free: without names and without anything that someone wrote. What every mode has (setup, who,
        learning points, sources) is put around it by ``screens.parts.accounts``.
        """

    def unread(self, event: Event) -> bool:
        """Whether a card came on the table with the event, that nobody can have read yet."""

    def unsaved(self, v: View) -> Unsaved:
        """What was typed on the mode's screens, and in the panel that is open over them, and is not kept yet."""

    def motion(self, event: Event, v: View) -> Move | None:
        """What moves after an event."""


@cache
def screens_of(mode: str) -> ModeScreens:
    """The screens of a mode that ``game.modes`` knows."""
    return cast(ModeScreens, import_module(f"tegenwicht.screens.{mode}"))


def unsaved_in(v: View) -> Unsaved:
    """What was typed and not kept yet in the session on the table, whichever screen is before it."""
    model = v.model
    if model.playing is None:
        return Unsaved()
    if model.scene != Scene.PLAY:
        v = v.of(model.with_the_table_before())
    return screens_of(model.playing.timeline.session.setup.mode).unsaved(v)


def shutting(v: View) -> Command:
    """Closes the panel, after keeping what was typed in it."""
    kept = unsaved_in(v).panel
    return All((*kept, Shut())) if kept else Shut()


def leaving(v: View) -> Command:
    """*Stoppen*: to the start screen, after keeping all that was typed."""
    typed = unsaved_in(v)
    return All((*typed.panel, *typed.screen, Leave())) if typed.panel or typed.screen else Leave()
