"""The folder with the user's own decks: decks as YAML, drafts beside them, and what was removed.

A deck called ``naam`` is ``naam.yaml``; a draft with changes that are not saved yet is ``naam.concept.json``
beside it, or alone when the deck was never saved. What is removed goes to ``verwijderd`` and can come back.
Every function raises OSError when the disk refuses; what was there before is then still there.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from itertools import count
from pathlib import Path

from tegenwicht.game.cards import Deck
from tegenwicht.storage import files
from tegenwicht.storage.decks.drafts import MOST_BYTES, KeptDraft, from_json, to_json
from tegenwicht.storage.decks.limits import MOST_IN_ID, MOST_IN_TITLE
from tegenwicht.storage.decks.naming import slug
from tegenwicht.storage.decks.own_files import YAML, files_in, is_deck
from tegenwicht.storage.decks.text import as_utf_8
from tegenwicht.storage.decks.writer import write_deck

BIN = "verwijderd"
CONCEPT = ".concept.json"
_RESERVED = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin",
        "conout",
        *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
    )
)
"""Names that mean a device on Windows, whatever end they have."""


class ChangedElsewhereError(Exception):
    """The deck's file is not what it was when its draft began: something else wrote it."""


def names(folder: Path) -> tuple[str, ...]:
    """The names of all decks and drafts, in order; none when there is no such folder."""
    return tuple(sorted({name for path in files_in(folder) if (name := name_of(path))}))


def name_of(path: Path) -> str:
    """The name of the deck that a file belongs to; empty when it is neither a deck nor a draft."""
    if path.name.endswith(CONCEPT) and not path.name.startswith("."):
        return path.name.removesuffix(CONCEPT)
    return path.stem if is_deck(path) else ""


def deck_file(folder: Path, name: str) -> Path:
    """The deck's file; where there is none yet, where it will be."""
    found = (folder / f"{name}{end}" for end in YAML)
    return next((path for path in found if os.path.lexists(path)), folder / f"{name}.yaml")


def concept_file(folder: Path, name: str) -> Path:
    """Where a deck's draft is, or will be."""
    return folder / f"{name}{CONCEPT}"


def read_text(folder: Path, name: str) -> str:
    """The text of a deck's file as it is, also of one in UTF-16; empty when there is none."""
    try:
        data = files.read_plain(deck_file(folder, name), MOST_BYTES)
    except FileNotFoundError:
        return ""
    return as_utf_8(data).decode("utf-8", "surrogateescape")


# -- drafts


def read_concept(folder: Path, name: str) -> KeptDraft | None:
    """The draft; None when there is none, or when the file is not a draft that this program wrote."""
    path = concept_file(folder, name)
    if not os.path.lexists(path):
        return None
    data = files.read_plain(path, MOST_BYTES)
    return from_json(data) if len(data) <= MOST_BYTES else None


def keep_concept(folder: Path, name: str, kept: KeptDraft) -> None:
    """Write the draft, whole or not at all."""
    files.make_private_folder(folder)
    files.write_whole(concept_file(folder, name), to_json(kept))


def drop_concept(folder: Path, name: str) -> None:
    """The draft has become a deck."""
    concept_file(folder, name).unlink(missing_ok=True)


# -- decks


def save(folder: Path, name: str, deck: Deck, base: str) -> str:
    """Write the deck, whole or not at all, and let go of its draft; returns the text of the file.

    base: the text that the draft began with; the comments at its top stay. Raises ChangedElsewhereError when the
    file is another by now.
    """
    if read_text(folder, name) != base:
        raise ChangedElsewhereError(name)
    text = write_deck(deck, before=base)
    place(folder, name, text.encode())
    with suppress(OSError):  # a draft that stays is offered again, and then is equal to the deck
        drop_concept(folder, name)
    return text


def place(folder: Path, name: str, data: bytes) -> Path:
    """Put a deck's file in the folder; returns it."""
    files.make_private_folder(folder)
    path = deck_file(folder, name)
    files.write_whole(path, data)
    return path


def free_name(folder: Path, title: str, taken: Collection[str] = ()) -> str:
    """A name for the file of a deck with this title that no other deck, nor one of ``taken``, has."""
    return numbered(title, {*names(folder), *taken})


def numbered(title: str, taken: Collection[str]) -> str:
    """The title as a name for a file, with a number behind it when it is taken, in whatever letters."""
    name = slug(title) or "kaartset"
    return _numbered(f"{name}-kaarten" if name in _RESERVED else name, {one.casefold() for one in taken})


def free_title(title: str, taken: Collection[str]) -> str:
    """The title, with a number behind it when another deck has it."""
    used = {one.casefold() for one in taken}
    if title.casefold() not in used:
        return title
    head, _, number = title.rpartition(" ")
    wanted = head if number.isdecimal() and head else title
    for n in count(2):
        found = f"{wanted[: MOST_IN_TITLE - len(str(n)) - 1].rstrip()} {n}"
        if found.casefold() not in used:
            return found
    raise AssertionError("there is always a next number")


def _numbered(wanted: str, used: Collection[str]) -> str:
    if wanted not in used:
        return wanted
    for number in count(2):
        found = f"{wanted[: MOST_IN_ID - 5].rstrip('-')}-{number}"
        if found not in used:
            return found
    raise AssertionError("there is always a next number")


# -- removed, and back


def binned(folder: Path) -> tuple[str, ...]:
    """The names of what was removed."""
    return names(folder / BIN)


def remove(folder: Path, name: str) -> None:
    """A deck and its draft go to the folder of what was removed."""
    _move(folder, name, folder / BIN)


def remove_concept(folder: Path, name: str) -> None:
    """The draft alone goes there; the deck stays as it was saved."""
    source = concept_file(folder, name)
    if os.path.lexists(source):
        target = folder / BIN
        files.make_private_folder(target)
        os.rename(source, concept_file(target, _numbered(name, names(target))))


def restore(folder: Path, name: str) -> str:
    """What was removed comes back; returns its name, which may have a number now."""
    return _move(folder / BIN, name, folder)


def erase(folder: Path, name: str) -> None:
    """What was removed goes for good."""
    concept_file(folder / BIN, name).unlink(missing_ok=True)
    deck_file(folder / BIN, name).unlink(missing_ok=True)


def _move(folder: Path, name: str, target: Path) -> str:
    files.make_private_folder(target)
    new = _numbered(name, names(target))
    draft, deck = concept_file(folder, name), deck_file(folder, name)
    if os.path.lexists(draft):
        os.rename(draft, concept_file(target, new))
    if os.path.lexists(deck):
        os.rename(deck, target / f"{new}{deck.suffix}")
    return new
