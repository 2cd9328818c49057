"""The screens there are, by name: what ``Go`` leads to and what the model shows."""

from enum import StrEnum


class Scene(StrEnum):
    """Each is a module or folder of ``screens`` with that name; PLAY is built by the mode of its session."""

    START = "start"
    SETUP = "setup"
    PLAY = "play"
    BROWSE = "browse"
    SESSIONS = "sessions"
    COMPARE = "compare"
    DECKS = "decks"
    DECK_EDIT = "deck_edit"
    HELP = "help"
    SETTINGS = "settings"
