"""Everything the screens show, at one moment. Frozen; ``app`` makes the next one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tegenwicht.game.cards import Deck
from tegenwicht.preferences import Settings


class Kept(NamedTuple):
    """A session in the journal, as a list shows it. ``when``: a Dutch date and time."""

    id: str
    mode: str
    title: str
    when: str
    line: str
    finished: bool
    elsewhere: bool = False


class Playing(NamedTuple):
    """The session on the table. ``timeline`` and ``legal`` come from the rules; ``when`` is its date.

    standing_still: the turn's clock is paused, or waits since the session was taken up again.

    The types are those of ``game.state.Timeline``, ``game.rules.LegalActions`` and ``game.clock.Reading``;
    they are not imported here, so that the start screen need not load the rules.
    """

    id: str
    when: str
    timeline: Any
    legal: Any
    reading: Any
    standing_still: bool = False


class Pattern(NamedTuple):
    """What came up over all sessions of a mode: how many there were, and the sum of their counts.

    ``counts`` is a ``game.tally.Counts``.
    """

    sessions: int
    counts: Any


@dataclass(frozen=True, slots=True)
class Model:
    """What the screens are a function of.

    scene, panel: which screen, and which panel over it ("" for none); back: the screens before; behind: the
    panel that was open on the table when another screen, such as the help, came before it. forms:
    what was filled in but not done. trouble: why something is not saved, as long as that lasts. notices:
    news until someone has read it. message: about the last action, gone with the next. announcement: what
    a screen reader says. focus: a node's key. seen: the focus that was last scrolled into sight. scroll:
    pixels a scrolling view was moved by. today: the date here, "2026-11-21". pattern: what came up over all
    sessions played alone; None where that is not known.
    """

    settings: Settings
    scene: str = "start"
    back: tuple[str, ...] = ()
    panel: str = ""
    behind: str = ""
    forms: Mapping[str, Any] = field(default_factory=dict)
    deck: Deck | None = None
    decks: tuple[tuple[str, str], ...] = ()
    sessions: tuple[Kept, ...] = ()
    playing: Playing | None = None
    trouble: str = ""
    notices: tuple[str, ...] = ()
    message: str = ""
    announcement: str = ""
    focus: str = ""
    seen: str = ""
    scroll: Mapping[str, int] = field(default_factory=dict)
    today: str = ""
    pattern: Pattern | None = None

    def form(self, name: str, otherwise: Any) -> Any:
        """What was filled in under a name, or ``otherwise``."""
        return self.forms.get(name, otherwise)
