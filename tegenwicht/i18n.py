"""The words on the screen: gettext, with Dutch as the source language.

Dutch needs no catalogue. Another language is a compiled catalogue
``assets/locale/<language>/LC_MESSAGES/tegenwicht.mo``, chosen with the environment variable LANGUAGE.
"""

import gettext
import os
from functools import cache

from tegenwicht.paths import assets


@cache
def _catalogue() -> gettext.NullTranslations:
    catalogues = assets() / "locale"
    if not os.path.isdir(catalogues):
        return gettext.NullTranslations()  # looking would import locale, for nothing
    return gettext.translation("tegenwicht", catalogues, fallback=True)


def tr(text: str) -> str:
    """The text in the language of the screen; Dutch where there is no other."""
    return _catalogue().gettext(text)


def several(one: str, more: str, count: int) -> str:
    """The form that fits ``count``, with ``{n}`` filled in."""
    return _catalogue().ngettext(one, more, count).format(n=count)


def called(title: str) -> str:
    """A title between quotes, in a sentence; where there is none it says so instead of quoting nothing."""
    return f"“{title}”" if title.strip() else tr("zonder titel")
