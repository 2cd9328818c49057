"""Titles from names of files, and names for files and cards from titles."""

import re
import unicodedata
from pathlib import Path

from tegenwicht.i18n import tr
from tegenwicht.storage.decks.limits import LONGEST_WORD, MOST_IN_ID, MOST_IN_TITLE
from tegenwicht.storage.decks.text import HIDDEN


def title_from(file: Path) -> str:
    """A title for a deck from the name of its file, such as "Mijn kaarten" from mijn_kaarten.xlsx."""
    text = " ".join(file.stem.replace("_", " ").replace("-", " ").split())[:MOST_IN_TITLE].strip()
    fits = text and not HIDDEN.search(text) and max(map(len, text.split())) <= LONGEST_WORD
    return capital(text) if fits else tr("Eigen kaarten")


def capital(text: str) -> str:
    """The text with a capital first; in Dutch ij is one letter: "IJmond"."""
    first = 2 if text[:2].lower() == "ij" else 1
    return text[:first].upper() + text[first:]


def slug(text: str) -> str:
    """An id from a title: small letters, digits and single dashes; empty when there are none in it."""
    letters = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
    ascii_only = letters.encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", ascii_only)[:MOST_IN_ID].strip("-")
