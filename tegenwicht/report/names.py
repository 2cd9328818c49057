"""What a report's file is called: a name that every system accepts."""

import re

from tegenwicht.game.text import clean

LONGEST = 160
"""Bytes of a title in a name; with the rest it stays below the 255 that a file's name may have."""

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*]')


def file_name(title: str, day: str, suffix: str) -> str:
    """ "Tegenwicht Team Zuid 2026-11-21.pdf".

    title: what the account is called; nothing for a session without a name. day: ISO 8601, may be empty.
    suffix: with its dot. Windows refuses some characters, and dots or spaces at the end; macOS signs that it does not know.
    """
    known = "".join(char for char in clean(title) if char.isprintable())
    group = " ".join(_NOT_IN_A_NAME.sub(" ", known).split())
    if "tegenwicht" in group.lower():
        group = ""
    words = ("Tegenwicht", group.encode()[:LONGEST].decode(errors="ignore").rstrip(". "), day)
    return " ".join(word for word in words if word) + suffix
