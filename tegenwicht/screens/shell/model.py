"""Everything the screens show, at one moment. Frozen; ``app`` makes the next one."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any, NamedTuple

from tegenwicht.game.cards import Deck
from tegenwicht.plain.frozen import Frozen
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene


class Kept(NamedTuple):
    """A session in the journal, as a list shows it. ``when``: a Dutch date and time; ``ago``: as people say it.

    came_up: how often each cluster came up by card (six numbers), then by mention (six); None when unknown.
    """

    id: str
    mode: str
    title: str
    when: str
    line: str
    finished: bool
    elsewhere: bool = False
    came_up: tuple[int, ...] | None = None
    ago: str = ""


class CameUp(NamedTuple):
    """What came up over many sessions. ``counts``: a ``game.tally.Counts``, the sum of theirs.

    stayed_away: in how many of them each cluster did not come up at all. unknown: how many more there are.
    """

    sessions: int
    counts: Any
    stayed_away: tuple[int, ...]
    unknown: int


class History(NamedTuple):
    """A part of the earlier sessions that ``sought`` finds: those from number ``first`` (from 0), no more.

    more: whether others follow. found, came_up: over all that are found; None until an idle moment.
    """

    sought: str
    first: int
    sessions: tuple[Kept, ...]
    more: bool
    found: int | None = None
    came_up: CameUp | None = None


class Backup(NamedTuple):
    """A copy of all sessions. name: of its file; when: a Dutch date, for one of ``before`` a copy was put back with
    the time. latest: the last session in it, with its date. more: titles of what is in it and not, or not as far, in
    the journal now; less: the other way about. Without ``readable`` the rest is empty.
    """

    name: str
    when: str
    before: bool = False
    readable: bool = True
    sessions: int = 0
    latest: str = ""
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()


_DIGITS = 9
"""Of a number that someone may have typed."""
REHEARSAL = "oefenronde"
"""The id of a session of which nothing is kept."""


class Playing(NamedTuple):
    """The session on the table. ``timeline`` and ``legal`` come from the rules; ``when`` is its date.

    standing_still: the turn's clock is paused, or waits since the session was taken up again. spent: whole minutes of
    the time there is that have gone by. began, changed: when it began and when something was done last, as a time of
    the day; empty where these are not of one day.

    The types are those of ``game.state.Timeline``, ``game.rules.LegalActions`` and ``game.clock.Reading``;
    they are not imported here, so that the start screen need not load the rules.
    """

    id: str
    when: str
    timeline: Any
    legal: Any
    reading: Any
    standing_still: bool = False
    spent: int = 0
    began: str = ""
    changed: str = ""


class Line(NamedTuple):
    """A line that someone alone wrote with a card, or with two. ``when``: a Dutch date, empty for this session."""

    when: str
    card: int
    text: str
    other: int = 0


class Pattern(NamedTuple):
    """What came up over all sessions of a mode: how many there were, and the sum of their counts.

    ``counts`` is a ``game.tally.Counts``. met: the cards of this deck that lay open in other sessions, the latest
    last; lines: what was written with them, the latest first.
    """

    sessions: int
    counts: Any
    met: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()


class ShelfDeck(NamedTuple):
    """A deck in the list of decks.

    name: of an own deck or a removed one; path: of its file. label: its title, with its file's name where
    another has the same. line: what there is to know. state: "ready", "draft" (changes are not saved yet),
    "new" (never saved) or "broken".
    """

    name: str
    path: str
    label: str
    line: str
    state: str = "ready"


class Shelf(NamedTuple):
    """The decks there are: the user's own, those of the program, what was removed, and one that is open now
    and not kept."""

    own: tuple[ShelfDeck, ...] = ()
    shipped: tuple[ShelfDeck, ...] = ()
    removed: tuple[ShelfDeck, ...] = ()
    loose: ShelfDeck | None = None


class Fault(NamedTuple):
    """One thing wrong with a deck on the desk: the card's key (0: the deck), the field, and a Dutch sentence."""

    card: int
    field: str
    words: str


class Editing(NamedTuple):
    """The deck on the desk. name: of its file; base: that file's text when the draft began.

    history: a ``game.deck_editing.History``. saved: the draft as it is in the deck's file, None for none.
    card: the key of the card that is shown, 0 for the deck itself. faults: all that is wrong.
    """

    name: str
    base: str
    history: Any
    saved: Any
    card: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the deck's file has not."""
        return bool(self.history.now != self.saved)


class Left(NamedTuple):
    """A screen that one went on from: what had the focus there, and how far its views were scrolled."""

    scene: Scene
    focus: str
    scroll: Mapping[str, int]


class Model(Frozen):
    """What the screens are a function of.

    scene, panel: which screen, and which panel over it ("" for none); back: the screens before; left: by
    how many came before it, how each of those was left; behind: the
    panel that was open on the table when another screen, such as the help, came before it. forms:
    what was filled in but not done. trouble: why something is not saved, as long as that lasts. notices:
    news until someone has read it. message: about the last action, gone with the next. announcement: what
    a screen reader says. focus: a node's key. pointed: whether the pointer was used last, so that no ring shows what has
    the focus. seen: the focus that was last scrolled into sight. scroll:
    pixels a scrolling view was moved by. today: the date here, "2026-11-21". pattern: what came up over all
    sessions played alone; None where none is on the table. history: on the screen of earlier sessions. copies: those
    of all sessions, where their panel was opened. old: those that are older than they are kept, on the screen of the
    settings. comparison: a ``screens.parts.comparing.Comparison``, on the screen that shows groups beside each other.
    shelf: the decks there are.
    editing: the deck on the desk. opener: what had the focus when the panel was opened. deck_path: the file of the
    deck, empty when it is not known. offer: the title of a dropped deck that could be kept. directing: "" without the
    regie, "drawer" for the one beside the table, "apart" when the table has a window of its own. curtain: whether the
    table is covered. bare: for who only looks at the table, without anything to press.
    """

    settings: Settings
    scene: Scene = Scene.START
    back: tuple[Scene, ...] = ()
    left: Mapping[int, Left] = field(default_factory=dict)
    panel: Panel = Panel.NONE
    behind: Panel = Panel.NONE
    opener: str = ""
    forms: Mapping[str, Any] = field(default_factory=dict)
    deck: Deck | None = None
    deck_path: str = ""
    decks: tuple[tuple[str, str], ...] = ()
    sessions: tuple[Kept, ...] = ()
    playing: Playing | None = None
    trouble: str = ""
    notices: tuple[str, ...] = ()
    message: str = ""
    announcement: str = ""
    focus: str = ""
    pointed: bool = False
    seen: str = ""
    scroll: Mapping[str, int] = field(default_factory=dict)
    today: str = ""
    pattern: Pattern | None = None
    history: History | None = None
    copies: tuple[Backup, ...] = ()
    old: tuple[Kept, ...] = ()
    comparison: Any = None
    shelf: Shelf = field(default_factory=Shelf)
    editing: Editing | None = None
    offer: str = ""
    directing: str = ""
    curtain: bool = False
    bare: bool = False

    def plays_with(self, path: str, title: str) -> bool:
        """Whether this one of ``decks`` is the deck on the table."""
        return (
            path == self.deck_path if self.deck_path else self.deck is not None and title == self.deck.title
        )

    def with_the_table_before(self) -> "Model":
        """The same, with the table before whatever screen there is, and the panel that is open on it."""
        return replace(self, scene=Scene.PLAY, panel=self.behind)

    def focus_is(self, *keys: str) -> bool:
        """Whether one of these has the focus; "" for nothing."""
        return self.focus in keys

    def form(self, entry: Entry, otherwise: Any) -> Any:
        """What was filled in under a name, or ``otherwise``.

        So it is too for a text where something else belongs; a number may be typed. What was typed comes back
        from a file in which anything may stand.
        """
        found = self.forms.get(entry, otherwise)
        if type(found) is not str or isinstance(otherwise, str):
            return found
        is_number = type(otherwise) is int and found.isdecimal() and len(found) <= _DIGITS
        return int(found) if is_number else otherwise
