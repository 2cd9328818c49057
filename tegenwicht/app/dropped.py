"""What a file that is dropped on the window asks for, by what is in it and not by the end of its name."""

from pathlib import Path

from tegenwicht.kit.command import Command
from tegenwicht.screens.shell import commands
from tegenwicht.storage.files import read_plain


def opening(path: str) -> Command:
    """What a file that is dropped on the window asks for: a session to bring in, or a deck to play with."""
    from tegenwicht.storage.seeming import LOOKED_AT, is_session

    try:
        found = is_session(read_plain(Path(path), LOOKED_AT))
    except (OSError, ValueError):
        found = False  # whoever opens it hears why it cannot be read
    return (
        commands.BringIn(path) if found or path.lower().endswith(".tegenwicht") else commands.OpenDeck(path)
    )
