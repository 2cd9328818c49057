"""What the screen of earlier sessions is asked to look for, and how it says how many there are."""

from tegenwicht.i18n import several, tr
from tegenwicht.screens.shell.entries import Entry

SOUGHT = Entry("history:sought")
"""The form entry that holds what was typed."""
LONGEST_SOUGHT = 100


def none_found() -> str:
    """That there is none with those words."""
    return tr("Geen sessie gevonden.")


def found_words(sought: str, count: int) -> str:
    """For the screen and a screen reader."""
    if not sought:
        return several("{n} sessie", "{n} sessies", count)
    if not count:
        return none_found()
    return several("{n} sessie gevonden", "{n} sessies gevonden", count)
