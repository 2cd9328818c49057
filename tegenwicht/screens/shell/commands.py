"""What a control asks for. Plain data; ``app`` and ``screens.shell.update`` carry it out."""

from typing import TYPE_CHECKING, NamedTuple

from tegenwicht.game.cards import Deck

if TYPE_CHECKING:
    from tegenwicht.game.events import Action, Setup


class Do(NamedTuple):
    """A game action, through the one door for change."""

    action: "Action"


class Say(NamedTuple):
    """Words for a screen reader, about what a control did that is no action of the game."""

    words: str


class Put(NamedTuple):
    """Remember something that was filled in but not yet done: a choice, a count, a text."""

    form: str
    value: object


class Forget(NamedTuple):
    """What was filled in under a name is kept elsewhere now."""

    form: str


class Go(NamedTuple):
    """Another screen; ``Back`` returns."""

    scene: str


class Back(NamedTuple):
    """Close the panel, or return to the screen before."""


class Open(NamedTuple):
    """A panel over the screen, with the form entries it begins with."""

    panel: str
    forms: tuple[tuple[str, object], ...] = ()


class Shut(NamedTuple):
    """Close the panel."""


class All(NamedTuple):
    """One after the other; stops when the game refuses."""

    commands: tuple[object, ...]


class Begin(NamedTuple):
    """Start a session with this setup and deck."""

    setup: "Setup"
    deck: Deck


class Resume(NamedTuple):
    """Go on with (or look back at) a session from the journal."""

    session: str


class Leave(NamedTuple):
    """Stop for now: to the start screen; the session is kept."""


class Prefer(NamedTuple):
    """Change a setting."""

    name: str
    value: object


class TextSize(NamedTuple):
    """One step larger (+1), smaller (-1) or back to 100 % (0)."""

    step: int


class FocusOn(NamedTuple):
    """Move the focus."""

    key: str


class ScrollTo(NamedTuple):
    """Move a scrolling view to ``offset`` pixels."""

    key: str
    offset: int


class Clock(NamedTuple):
    """Start or pause the turn's time ("toggle"), or a minute more ("minute")."""

    what: str


class OpenDeck(NamedTuple):
    """Read a deck from a file."""

    path: str


class SaveReport(NamedTuple):
    """Write the report of a session; ``suffix``: ".pdf", ".docx", ".csv" or ".md"."""

    session: str
    suffix: str
    person_free: bool


class PrintCards(NamedTuple):
    """Write the cards of the deck as a PDF to print; ``numbers``: only those, empty for all.

    size: width and height in mm, "63x88" or "74x105". two_sided: with backs. tally_sheet: to count on.
    """

    size: str
    two_sided: bool
    tally_sheet: bool
    numbers: tuple[int, ...] = ()


class OpenFile(NamedTuple):
    """Show a file that was written, in the program that this machine has for it."""

    path: str


class ShowSessions(NamedTuple):
    """More of the list of earlier sessions: those before (-1) or after (+1) what is shown."""

    way: int


class EraseSession(NamedTuple):
    """Everything of one session away, for good; the one on the table too."""

    session: str


class EraseEverything(NamedTuple):
    """Every session away, and the names and title of last time, for good."""


class MakeSessionFile(NamedTuple):
    """A session as a file to hand on, in the user's folder for documents."""

    session: str
    with_names: bool


class BringIn(NamedTuple):
    """The session in a file that another group made joins the earlier sessions."""

    path: str


class SaveComparison(NamedTuple):
    """Write a report of the groups beside each other; ``suffix`` as in SaveReport."""

    suffix: str


class Dismiss(NamedTuple):
    """Take away a notice."""

    notice: str


class Quit(NamedTuple):
    """Close the app."""


# decks of one's own


class NewDeck(NamedTuple):
    """Begin an empty deck of one's own."""


class EditDeck(NamedTuple):
    """Change one of the user's own decks, by its name."""

    name: str


class CopyDeck(NamedTuple):
    """Copy the deck in a file to the user's own decks, and change the copy."""

    path: str


class RenameDeck(NamedTuple):
    """Give one of the user's own decks the title that was typed."""

    name: str


class RemoveDeck(NamedTuple):
    """Put one of the user's own decks with what was removed."""

    name: str


class RestoreDeck(NamedTuple):
    """Bring back a deck that was removed."""

    name: str


class EraseDeck(NamedTuple):
    """Erase a deck that was removed, for good."""

    name: str


class KeepDeck(NamedTuple):
    """Keep the deck that is open with the user's own decks."""


class ExportDeck(NamedTuple):
    """Write the deck in a file to the folder for documents; kind: ".xlsx", ".csv" or ".yaml"."""

    path: str
    kind: str


class SelectCard(NamedTuple):
    """Show another card of the deck that is being changed, by its key; 0 for the deck itself."""

    card: int


class ChangeDeck(NamedTuple):
    """Change the deck on the desk.

    what: "add", "duplicate", "remove", "up", "down", "cluster", "source", "renumber", "undo" or "redo".
    """

    what: str
    card: int = 0
    value: str = ""


class NextFault(NamedTuple):
    """To the next field, after the card that is shown, that has something wrong."""


class SaveDeck(NamedTuple):
    """Save the deck on the desk."""


class LeaveDeck(NamedTuple):
    """From the desk back to the list. how: "" asks when there is something to lose, "save", "keep", "discard"."""

    how: str = ""


class Decline(NamedTuple):
    """No, the deck that was dropped need not be kept."""
