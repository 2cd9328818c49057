"""The desk at which own decks are made: carries out what the screens of decks ask for, on disk and in the model.

Joins the folder of own decks (storage) with the screens. Nothing here raises for a disk: what cannot be done is
told, and what was typed stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.desks.own_decks.draft import DraftKeeper
from tegenwicht.app.desks.own_decks.editing_desk import EditingDesk
from tegenwicht.app.desks.own_decks.hold import DeckHold
from tegenwicht.app.desks.own_decks.telling import told, why
from tegenwicht.app.places import Places
from tegenwicht.i18n import several, tr
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

if TYPE_CHECKING:
    pass


class DeckDesk(Desk):
    """Answers the commands about the list of decks, and about the one that is played with.

    data: the user's folder. places: where decks are.
    """

    def __init__(
        self,
        data: Path,
        places: Places,
        clock: Callable[[], float],
    ) -> None:
        self.places = places
        self.hold = DeckHold(data)
        self.draft = DraftKeeper(self.places.folder, clock)
        self.editing = EditingDesk(self.places, self.hold, self.draft, self.shelved)
        self.handlers = {
            commands.OpenDeck: lambda model, command: self._open(model, Path(command.path)),
            commands.KeepDeck: lambda model, _: self._keep_opened(model),
            commands.Decline: lambda model, _: Answer(replace(model, offer="")),
            commands.ExportDeck: lambda model, command: self._export(model, Path(command.path), command.kind),
            commands.NewDeck: _with_the_disk(lambda model, _: self.editing.new(model)),
            commands.EditDeck: _with_the_disk(lambda model, command: self.editing.edit(model, command.name)),
            commands.CopyDeck: _with_the_disk(lambda model, command: self._copy(model, Path(command.path))),
            commands.RenameDeck: _with_the_disk(
                lambda model, command: self.editing.rename(model, command.name)
            ),
            commands.RemoveDeck: _with_the_disk(lambda model, command: self._remove(model, command.name)),
            commands.RestoreDeck: _with_the_disk(lambda model, command: self._restore(model, command.name)),
            commands.EraseDeck: _with_the_disk(lambda model, command: self._erase(model, command.name)),
        }

    def _remove(self, model: Model, name: str) -> Answer:
        from tegenwicht.app.desks.own_decks.keeping import removed

        return self._listed_anew(model, removed(self.places, model.shelf, name))

    def _restore(self, model: Model, name: str) -> Answer:
        from tegenwicht.app.desks.own_decks.keeping import restored

        return self._listed_anew(model, restored(self.places, model.shelf, name))

    def _erase(self, model: Model, name: str) -> Answer:
        from tegenwicht.app.desks.own_decks.keeping import erased

        return self._listed_anew(model, erased(self.places, model.shelf, name))

    def _open(self, model: Model, path: Path) -> Answer:
        """Play with the deck in a file of any kind; one from elsewhere is offered to be kept."""
        deck, words = self.places.read_any(path)
        if deck is None:
            said = "\n".join((tr("Deze kaartset kan niet open:"), *words))
            return told(model, said, "\n".join(said.split("\n")[:2]))
        self.places.opened = path
        cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
        said = tr("Kaartset geopend: {title}, {cards}").format(title=deck.title, cards=cards)
        offer = "" if self.places.is_known(path) else deck.title
        return told(replace(model, deck=deck, deck_path=str(path), offer=offer), "\n".join((said, *words)))

    def choices(self, model: Model) -> tuple[tuple[str, str], ...]:
        """(path, title) of the decks to choose from; the one that is open is among them, wherever it came from."""
        decks = self.places.decks()
        opened = self.places.opened
        if opened is None or model.deck is None or any(path == model.deck_path for path, _ in decks):
            return decks
        title = model.deck.title
        if title in (known for _, known in decks):
            from tegenwicht.storage.decks.text import visible

            title = f"{title} ({visible(opened.stem)})"
        return ((model.deck_path, title), *decks)

    def shelved(self, model: Model) -> Model:
        """The model with the list of decks as it is now."""
        from tegenwicht.app.desks.own_decks.shelf import shelf_of

        return replace(model, shelf=shelf_of(self.places, model.deck))

    def _copy(self, model: Model, path: Path) -> Answer:
        from tegenwicht.app.desks.own_decks.keeping import copied

        deck, problem = self.places.read(path)
        if deck is None:
            return told(model, problem)
        name, title = copied(self.places, path, deck)
        edited = self.editing.edit(replace(model, panel=Panel.NONE), name)
        return told(edited.model, tr("Dit is een kopie. Die heet nu {title}.").format(title=title))

    def _listed_anew(self, model: Model, words: str) -> Answer:
        return told(self.shelved(replace(model, panel=Panel.NONE)), words)

    def _keep_opened(self, model: Model) -> Answer:
        """Keep the deck that is open: its file as it is where that can be, else a new one."""
        from tegenwicht.app.desks.own_decks.keeping import kept_as_own

        deck, path = model.deck, self.places.opened
        model = replace(model, offer="")
        if deck is None or path is None or self.places.is_known(path):
            return Answer(model)
        try:
            kept, words = kept_as_own(self.places, deck, path)
        except OSError as error:
            return told(model, tr("Bewaren lukt niet: {why}.").format(why=why(error)))
        self.places.opened = kept
        deck = self.places.read(kept)[0] or deck
        return told(self.shelved(replace(model, deck=deck, deck_path=str(kept))), words)

    def _export(self, model: Model, path: Path, kind: str) -> Answer:
        from tegenwicht.app.desks.own_decks.keeping import exported

        deck, problem = self.places.read(path)
        return told(replace(model, panel=Panel.NONE), problem if deck is None else exported(deck, kind))


def _with_the_disk(work: Callable[[Model, Any], Answer]) -> Callable[[Model, Any], Answer]:
    """What can only fail because of the disk."""

    def careful(model: Model, command: Any) -> Answer:
        try:
            return work(model, command)
        except OSError as error:
            return told(model, tr("Dat lukt niet: {why}. Er is niets veranderd.").format(why=why(error)))

    return careful
