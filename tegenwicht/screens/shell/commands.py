"""What a control asks for. Plain data; ``app`` and ``screens.shell.update`` carry it out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tegenwicht.game.cards import Deck
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene

if TYPE_CHECKING:
    from tegenwicht.game.events import Action, Setup
    from tegenwicht.kit.motion.moves import Move


class Do(Command):
    """A game action, through the one door for change."""

    action: "Action"


class Say(Command):
    """Words for a screen reader, about what a control did that is no action of the game."""

    words: str


class Tell(Command):
    """Words on the screen until the next action, and for a screen reader: why a press does nothing now."""

    words: str


class SayAgain(Command):
    """Say again what there is: the first part, and pressed again the next."""


class SayNumber(Command):
    """Say what a number is now; ``key``: its node's."""

    key: str


class Moving(Command):
    """A movement that shows what a control changed; nothing happens where it is left out."""

    move: "Move"


class Put(Command):
    """Remember something that was filled in but not yet done: a choice, a count, a text."""

    form: Entry
    value: object


class Forget(Command):
    """What was filled in under a name is kept elsewhere now."""

    form: Entry


class Go(Command):
    """Another screen; ``Back`` returns."""

    scene: Scene


class Back(Command):
    """Close the panel, or return to the screen before."""


class Open(Command):
    """A panel over the screen, with the form entries it begins with."""

    panel: Panel
    forms: tuple[tuple[Entry, object], ...] = ()


class Shut(Command):
    """Close the panel."""


class All(Command):
    """One after the other; stops when the game refuses."""

    commands: tuple[Command, ...]


class Begin(Command):
    """Start a session with this setup and deck."""

    setup: "Setup"
    deck: Deck


class PlayAlone(Command):
    """Begin alone at once, with the deck on the table; ``cards``: the hand, by number, or none for that of the day.

    on_table: the number of the card that lies on the table from the beginning, 0 for none.
    """

    cards: tuple[int, ...] = ()
    on_table: int = 0


class Resume(Command):
    """Go on with (or look back at) a session from the journal."""

    session: str


class Leave(Command):
    """Stop for now: to the start screen; the session is kept.

    told: there it says on the screen too that it is kept, and where one finds it again.
    """

    told: bool = False


class Prefer(Command):
    """Change a setting."""

    name: str
    value: object


class TextSize(Command):
    """One step larger (+1), smaller (-1) or back to 100 % (0)."""

    step: int


class FocusOn(Command):
    """Move the focus."""

    key: str


class ScrollTo(Command):
    """Move a scrolling view to ``offset`` pixels."""

    key: str
    offset: int


class Clock(Command):
    """Start or pause the turn's time ("toggle"), a minute more ("minute"), or end the time to think ("talk")."""

    what: str


class Direct(Command):
    """Open the regie, or close it. how: "" as the screens ask, "drawer", "apart" (a window of its own) or "shut"."""

    how: str = ""


class Curtain(Command):
    """The curtain before the table, or away again; the clock stands still behind it."""


class Rehearse(Command):
    """A round of two cards to try the keys; nothing of it is kept."""


class OpenDeck(Command):
    """Read a deck from a file."""

    path: str


class SaveReport(Command):
    """Write the report of a session; ``suffix``: ".pdf", ".docx", ".csv" or ".md"."""

    session: str
    suffix: str
    person_free: bool


class PrintCards(Command):
    """Write the cards of the deck as a PDF to print; ``numbers``: only those, empty for all.

    size: width and height in mm, "63x88" or "74x105". two_sided: with backs. tally_sheet: to count on.
    of_session: of the deck of the session on the table.
    """

    size: str
    two_sided: bool
    tally_sheet: bool
    numbers: tuple[int, ...] = ()
    of_session: bool = False


class CopySummary(Command):
    """What a team hangs on the wall, as plain text on the clipboard."""

    session: str


class SavePicture(Command):
    """The scale of the session on the table, as a picture in the user's folder for documents."""

    session: str


class OpenFile(Command):
    """Show a file that was written, in the program that this machine has for it."""

    path: str


class ShowSessions(Command):
    """More of the list of earlier sessions: those before (-1) or after (+1) what is shown."""

    way: int


class EraseSession(Command):
    """Everything of one session away, for good; the one on the table too."""

    session: str


class EraseEverything(Command):
    """Every session away, and the names and title of last time, for good."""


class SetKey(Command):
    """Another key for an action, by its usual one; the usual one again where ``name`` is that."""

    usual: str
    name: str


class UsualKeys(Command):
    """Every key as it usually is."""


class KeepFor(Command):
    """How long sessions are kept; ``months``: one of ``MONTHS_KEPT``. Nothing goes by this."""

    months: int


class EraseOld(Command):
    """The sessions that are older than they are kept, for good; from now on such go by themselves."""


class ShowCopies(Command):
    """The panel with the copies of all sessions."""


class PutBack(Command):
    """All sessions as they are in a copy; ``name``: of its file."""

    name: str


class MakeSessionFile(Command):
    """A session as a file to hand on, in the user's folder for documents."""

    session: str
    with_names: bool


class BringIn(Command):
    """The session in a file that another group made joins the earlier sessions.

    apart: also when it went another way than the same session here; both then stand there.
    """

    path: str
    apart: bool = False


class SaveComparison(Command):
    """Write a report of the groups beside each other; ``suffix`` as in SaveReport."""

    suffix: str


class Dismiss(Command):
    """Take away a notice."""

    notice: str


class Quit(Command):
    """Close the app."""


# decks of one's own


class NewDeck(Command):
    """Begin an empty deck of one's own."""


class EditDeck(Command):
    """Change one of the user's own decks, by its name."""

    name: str


class CopyDeck(Command):
    """Copy the deck in a file to the user's own decks, and change the copy."""

    path: str


class RenameDeck(Command):
    """Give one of the user's own decks the title that was typed."""

    name: str


class RemoveDeck(Command):
    """Put one of the user's own decks with what was removed."""

    name: str


class RestoreDeck(Command):
    """Bring back a deck that was removed."""

    name: str


class EraseDeck(Command):
    """Erase a deck that was removed, for good."""

    name: str


class KeepDeck(Command):
    """Keep the deck that is open with the user's own decks."""


class ExportDeck(Command):
    """Write the deck in a file to the folder for documents; kind: ".xlsx", ".csv" or ".yaml"."""

    path: str
    kind: str


class SelectCard(Command):
    """Show another card of the deck that is being changed, by its key; 0 for the deck itself."""

    card: int


class ChangeDeck(Command):
    """Change the deck on the desk.

    what: "add", "duplicate", "remove", "up", "down", "cluster", "kind", "picture", "source", "renumber", "undo" or "redo".
    """

    what: str
    card: int = 0
    value: str = ""


class NextFault(Command):
    """To the next field, after the card that is shown, that has something wrong."""


class SaveDeck(Command):
    """Save the deck on the desk."""


class LeaveDeck(Command):
    """From the desk back to the list. how: "" asks when there is something to lose, "save", "keep", "discard"."""

    how: str = ""


class Decline(Command):
    """No, the deck that was dropped need not be kept."""


def within(command: Command | None) -> Iterator[Command]:
    """A command, or all that one is made of."""
    if isinstance(command, All):
        for one in command.commands:
            yield from within(one)
    elif command is not None:
        yield command
