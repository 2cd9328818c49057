"""The words that the kit's translation for screen readers says itself."""

from tegenwicht.i18n import tr
from tegenwicht.kit.screen_reader.access_tree import Spoken


def spoken() -> Spoken:
    """In the language of the screen."""
    return Spoken(tr("Niet beschikbaar"), "nl", "Tegenwicht", (("&", tr("en")),))
