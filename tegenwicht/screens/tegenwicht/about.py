"""What the setup screen and the lists know of the mode Tegenwicht."""

from tegenwicht.i18n import tr
from tegenwicht.screens.shell.modes import About, Part


def about() -> About:
    """The group's game: in turns, a card at a time."""
    return About(
        tr("Kaartgesprek"),
        tr("Om de beurt een kaart trekken, vertellen hoe je woog, en zien welke clusters langskwamen."),
        "cards",
        frozenset(Part) - {Part.SUBJECT},
    )
