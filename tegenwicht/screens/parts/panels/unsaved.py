"""What was typed and is not kept yet, in the panels that every mode has."""

from tegenwicht.game import events
from tegenwicht.game.events import Action
from tegenwicht.game.text import clean
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.commands import Do, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

NEWCOMER = Entry("new name")
"""Where the name of who joins is until they do."""


def unsaved_text(v: View, form: Entry, kept: str, keep: type[Action]) -> tuple[Command, ...]:
    """What keeps the text in a form entry; nothing where it is as it was ``kept``, or cannot be kept now."""
    typed = str(v.model.form(form, kept))
    able = v.model.playing is not None and keep in v.model.playing.legal
    if clean(typed, lines=True) == clean(kept, lines=True) or not able:
        return ()
    return (Do(keep(typed)),)  # type: ignore[call-arg]  # an action with one text, whichever it is


def unsaved_newcomer(v: View) -> tuple[Command, ...]:
    """Who was named on the panel of the participants joins."""
    typed = str(v.model.form(NEWCOMER, ""))
    able = v.model.playing is not None and events.AddParticipant in v.model.playing.legal
    return (Do(events.AddParticipant(typed)), Put(NEWCOMER, "")) if clean(typed) and able else ()
