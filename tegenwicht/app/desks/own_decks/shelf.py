"""The list of decks as the screen shows it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.app.places import Places, concept_or_none
from tegenwicht.i18n import several, tr
from tegenwicht.screens.shell.model import Shelf, ShelfDeck

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck


def shelf_of(places: Places, deck: Deck | None) -> Shelf:
    """The decks there are now. deck: what is played with."""
    from tegenwicht.storage.decks import own as own_decks
    from tegenwicht.storage.decks.text import visible

    folder, opened = places.folder, places.opened
    own = [_of_file(places, folder, name) for name in own_decks.names(folder)]
    shipped = [_shipped(places, path) for path in places.shipped_files()]
    gone = folder / own_decks.BIN
    removed = [_of_file(places, gone, name) for name in own_decks.binned(folder)]
    loose = None
    if opened is not None and deck is not None and not places.is_known(opened):
        loose = ShelfDeck("", str(opened), deck.title, _cards_and(deck, visible(opened.name)))
    return Shelf(_told_apart(own), _told_apart(shipped), _told_apart(removed), loose)


def _shipped(places: Places, path: Path) -> ShelfDeck:
    deck, _ = places.read(path)
    if deck is None:
        return ShelfDeck("", str(path), path.stem, tr("Dit bestand kan niet open."), "broken")
    return ShelfDeck("", str(path), deck.title, _cards_and(deck))


def _of_file(places: Places, folder: Path, name: str) -> ShelfDeck:
    """A deck, or the draft that waits beside it."""
    from tegenwicht.storage.decks import own as own_decks
    from tegenwicht.storage.decks.text import visible

    path = own_decks.deck_file(folder, name)
    kept = concept_or_none(folder, name)
    if kept is not None:
        count = several("{n} kaart", "{n} kaarten", len(kept.draft.cards))
        saved = os.path.lexists(path)
        said = tr("wijzigingen nog niet bewaard") if saved else tr("nog niet bewaard als kaartset")
        title = kept.draft.title.strip() or tr("Zonder titel")
        return ShelfDeck(name, str(path), title, f"{count} · {said}", "draft" if saved else "new")
    deck, _ = places.read(path)
    if deck is None:
        return ShelfDeck(name, str(path), visible(name), tr("Er is iets mis met dit bestand."), "broken")
    return ShelfDeck(name, str(path), deck.title, _cards_and(deck))


def _cards_and(deck: Deck, more: str = "") -> str:
    """How many cards of how many clusters, and where it comes from."""
    cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
    clusters = len({card.cluster for card in deck.cards})
    parts = (cards, several("{n} cluster", "{n} clusters", clusters), more)
    return " · ".join(part for part in parts if part)


def _told_apart(decks: list[ShelfDeck]) -> tuple[ShelfDeck, ...]:
    """With the name of the file where two have the same title."""
    from tegenwicht.storage.decks.text import visible

    counts = Counter(one.label for one in decks)
    return tuple(
        one._replace(label=f"{one.label} ({visible(Path(one.path).name)})") if counts[one.label] > 1 else one
        for one in decks
    )
