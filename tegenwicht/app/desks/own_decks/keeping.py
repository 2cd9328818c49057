"""Decks that come in and go out: kept with the user's own, copied, written as a file for others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht import paths
from tegenwicht.app.desks.documents import clear_documents
from tegenwicht.app.desks.own_decks.telling import why
from tegenwicht.app.places import Places
from tegenwicht.i18n import tr
from tegenwicht.screens.shell.model import Shelf, ShelfDeck

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck


def copied(places: Places, path: Path, deck: Deck) -> tuple[str, str]:
    """Copy a deck to the user's own; (name, title) of the copy. OSError when the disk refuses."""
    from tegenwicht.storage.decks import own as own_decks
    from tegenwicht.storage.decks.writer import write_deck

    before = (
        own_decks.read_text(places.folder, own_decks.name_of(path)) if path.parent == places.folder else ""
    )
    title = own_decks.free_title(deck.title, places.titles())
    name = own_decks.free_name(places.folder, title, places.ids())
    copy = replace(deck, title=title, id=name)
    own_decks.place(places.folder, name, write_deck(copy, before).encode())
    return name, title


def kept_as_own(places: Places, deck: Deck, path: Path) -> tuple[Path, str]:
    """Keep a deck: its file as it is where that can be, else a new one. (file, what to say); OSError."""
    from tegenwicht.storage.decks import own as own_decks
    from tegenwicht.storage.decks.own_files import YAML
    from tegenwicht.storage.decks.reader import MOST_BYTES
    from tegenwicht.storage.decks.writer import write_deck
    from tegenwicht.storage.files import read_plain

    same = next((one for one in places.own_files() if places.read(one)[0] == deck), None)
    if same is not None:
        return same, tr("{title} stond al bij Eigen kaarten.").format(title=deck.title)
    title = own_decks.free_title(deck.title, places.titles())
    name = own_decks.free_name(places.folder, title, places.ids())
    if title == deck.title and path.suffix.lower() in YAML and places.read(path)[0] == deck:
        kept = own_decks.place(places.folder, name, read_plain(path, MOST_BYTES))
        return kept, tr("Bewaard bij Eigen kaarten: {title}.").format(title=title)
    kept = own_decks.place(places.folder, name, write_deck(replace(deck, title=title, id=name)).encode())
    if title == deck.title:
        return kept, tr("Bewaard bij Eigen kaarten: {title}.").format(title=title)
    said = tr("Er is al een kaartset die {old} heet. Deze is bewaard als {title}.")
    return kept, said.format(old=deck.title, title=title)


def exported(deck: Deck, kind: str) -> str:
    """Write the deck to the folder for documents, over nothing that is there; what came of it, in Dutch."""
    from tegenwicht.storage import files
    from tegenwicht.storage.decks import own as own_decks
    from tegenwicht.storage.decks.formats import encode, reads_back

    folder = paths.documents_folder()
    clear_documents()
    try:
        files.make_private_folder(folder)
        taken = [one.stem for one in folder.iterdir() if one.suffix == kind]
        target = folder / f"{own_decks.numbered(deck.title, taken)}{kind}"
        data = encode(deck, kind)
        if not reads_back(data, target, deck):
            return tr("Deze kaartset past niet precies in zo'n bestand. Kies een ander soort.")
        files.write_whole(target, data)
    except OSError as error:
        return tr("Het bestand is niet gemaakt: {why}.").format(why=why(error))
    return tr("Gemaakt: {file}").format(file=target)


# -- what goes and comes back; each gives what to say, and raises OSError when the disk refuses


def removed(places: Places, shelf: Shelf, name: str) -> str:
    """Put an own deck with what was removed."""
    from tegenwicht.storage.decks import cache as deck_cache
    from tegenwicht.storage.decks import own as own_decks

    path = own_decks.deck_file(places.folder, name)
    own_decks.remove(places.folder, name)
    deck_cache.forget_deck(path, places.folder.parent)
    words = tr("{title} is verwijderd. Onderaan kun je de kaartset terugzetten.")
    return words.format(title=_label(shelf.own, name))


def restored(places: Places, shelf: Shelf, name: str) -> str:
    """Bring a deck back that was removed."""
    from tegenwicht.storage.decks import own as own_decks

    own_decks.restore(places.folder, name)
    return tr("{title} staat weer bij je eigen kaarten.").format(title=_label(shelf.removed, name))


def erased(places: Places, shelf: Shelf, name: str) -> str:
    """Erase a deck that was removed, with what was remembered of it."""
    from tegenwicht.storage.decks import cache as deck_cache
    from tegenwicht.storage.decks import own as own_decks

    path = own_decks.deck_file(places.folder / own_decks.BIN, name)
    deck_cache.forget_deck(path, places.folder.parent)
    own_decks.erase(places.folder, name)
    return tr("{title} is voorgoed weg.").format(title=_label(shelf.removed, name))


def _label(decks: tuple[ShelfDeck, ...], name: str) -> str:
    """What a deck in a list is called."""
    return next((one.label for one in decks if one.name == name), name)
