"""The modes (*spelvormen*) there are, and what a mode's module must offer.

To add a mode: write its rules as ``game/<name>.py``, its screens as ``screens/<name>.py`` (see
``screens/shell/modes.py``), and add its name to ``MODES``. A mode is imported when it is first needed.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from tegenwicht.game.cards import Kind
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
    values, the usual one first (``Setup.options``). KINDS: the kinds of card beside factors that may be mixed in
    (``Setup.kinds``). ONE_OF_EACH: whether a hand that is dealt has a card of every cluster, as long as there are.
    ``apply`` raises DoesNotFit for an event that cannot follow, and nothing else for any event of the mode.
    """

    EVENTS: tuple[type[Event], ...]
    PEOPLE: range
    OPTIONS: Mapping[str, tuple[str, ...]]
    KINDS: tuple[Kind, ...]
    ONE_OF_EACH: bool

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


@cache
def mode_named(name: str) -> Mode:
    """The module of a mode; ValueError for a mode this version does not have."""
    if not is_mode(name):
        raise ValueError(no_such_mode(name))
    return cast(Mode, import_module(f"tegenwicht.game.{name}"))


def is_mode(name: str) -> bool:
    """Whether this version has a mode of that name."""
    return name in MODES


def no_such_mode(name: str) -> str:
    """What is wrong with a name that is in no ``MODES``, for the maintainer's eyes."""
    return f"no mode {name!r}; there are {', '.join(MODES)}"
