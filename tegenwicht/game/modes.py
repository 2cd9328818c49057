"""The modes (*spelvormen*) there are, and what a mode's module must offer.

To add a mode: write its rules as ``game/<name>.py``, its screens as ``screens/<name>.py`` (see
``screens/shell/modes.py``), and add its name to ``MODES``. A mode is imported when it is first needed.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Protocol, cast

from tegenwicht.game.events import Action, Event
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Tally

MODES: tuple[str, ...] = (
    "tegenwicht",
    "peeling",
    "conversation",
    "weighing",
    "feedback",
    "stones",
    "alone",
)  # fmt: skip


class Mode(Protocol):
    """A module of rules. Its own actions and events derive from ``Action`` and ``Event``.

    PEOPLE: how many may take part at the start. OPTIONS: the mode's own choices at the setup, each with its
    values, the usual one first (``Setup.options``). A mode that is played with other kinds of card than factors
    has these in ``KINDS`` (``Setup.kinds``).
    """

    EVENTS: tuple[type[Event], ...]
    PEOPLE: range
    OPTIONS: Mapping[str, tuple[str, ...]]

    def begin(self, session: Session) -> object:
        """The mode's own state at the start of a session whose ``play`` is still empty."""

    def candidates(self, session: Session) -> Iterable[Action]:
        """Every action without free text or numbers that might be legal now; the rules sift them."""

    def open_actions(self, session: Session) -> Iterable[type[Action]]:
        """The legal actions that carry free text or numbers, as types."""

    def decide(self, session: Session, action: Action) -> Event | Refusal:
        """What happens when someone wants ``action``; decides nothing about shared actions."""

    def apply(self, session: Session, event: Event) -> object:
        """The mode's own state after ``event``, its own or a shared one."""

    def tally_of(self, session: Session) -> Tally:
        """Which clusters came up, per round (or whatever the mode has instead) and in all."""

    def clock_of(self, session: Session) -> object:
        """What the clock runs for just now (a turn with a card), or None when there is no time to show."""


def mode_named(name: str) -> Mode:
    """The module of a mode; ValueError for a mode this version does not have."""
    if name not in MODES:
        raise ValueError(f"no mode {name!r}; there are {', '.join(MODES)}")
    return cast(Mode, import_module(f"tegenwicht.game.{name}"))
