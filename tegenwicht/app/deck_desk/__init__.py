"""The desk at which own decks are made: carries out what the screens of decks ask for, on disk and in the model.

Joins the folder of own decks (storage) with the screens (ui); ``app`` asks it for every command about decks.
Nothing here raises for a disk: what cannot be done is told, and what was typed stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.app.deck_desk import editing as edits
from tegenwicht.app.deck_desk.editing import (
    MOST_CHECKED_AT_ONCE,
    PREFIX,
    checked_anew,
    shown_fault,
    without,
)
from tegenwicht.app.deck_desk.hold import DeckHold
from tegenwicht.app.deck_desk.places import Places
from tegenwicht.app.deck_desk.telling import not_yet, told, told_saved, why
from tegenwicht.i18n import several, tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell.model import Editing, Fault, Model
from tegenwicht.screens.shell.update import gone_back, gone_to

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck
    from tegenwicht.game.deck_editing import DeckDraft

KEPT_AFTER_SECONDS = 1.0
AGAIN_AFTER_SECONDS = 5.0
MOST_COMMENTS_SHOWN = 8


class DeckDesk:
    """data: the user's folder. read: a deck in YAML, or its problems. decks: (path, title) of all decks.

    opened: the file of the deck that is played with. due: when the draft must be kept, by ``clock``.
    trouble: why the draft could not be kept, as long as that lasts.
    """

    def __init__(
        self,
        data: Path,
        read: Callable[[Path], tuple[Deck | None, str]],
        decks: Callable[[], tuple[tuple[str, str], ...]],
        clock: Callable[[], float],
    ) -> None:
        self.places = Places(data, read, decks)
        self.folder = self.places.folder
        self.opened: Path | None = None
        self.due: float | None = None
        self.trouble = ""
        self._clock = clock
        self._kept: DeckDraft | None = None
        self.hold = DeckHold(data)

    def carried_out(self, model: Model, command: Command) -> Model | None:
        """The model after a command about decks; None for another command."""
        match command:
            case c.OpenDeck(path):
                return self.open(model, Path(path))
            case c.KeepDeck():
                return self._keep_opened(model)
            case c.Decline():
                return replace(model, offer="")
            case c.ExportDeck(path, kind):
                return self._export(model, Path(path), kind)
            case (c.NewDeck() | c.EditDeck() | c.CopyDeck() | c.RenameDeck() | c.RemoveDeck() | c.RestoreDeck()
                  | c.EraseDeck()):  # fmt: skip
                return self._with_the_disk(model, command)
        return self._at_the_desk(model, command) if model.editing is not None else None

    def _with_the_disk(self, model: Model, command: Command) -> Model:
        """What can only fail because of the disk."""
        from tegenwicht.app.deck_desk import keeping

        try:
            match command:
                case c.NewDeck():
                    return self._new(model)
                case c.EditDeck(name):
                    return self._edit(model, name)
                case c.CopyDeck(path):
                    return self._copy(model, Path(path))
                case c.RenameDeck(name):
                    return self._rename(model, name)
                case c.RemoveDeck(name):
                    return self._listed_anew(model, keeping.removed(self.places, model.shelf, name))
                case c.RestoreDeck(name):
                    return self._listed_anew(model, keeping.restored(self.places, model.shelf, name))
                case c.EraseDeck(name):
                    return self._listed_anew(model, keeping.erased(self.places, model.shelf, name))
        except OSError as error:
            return told(model, tr("Dat lukt niet: {why}. Er is niets veranderd.").format(why=why(error)))
        raise ValueError(f"nobody carries out {command!r}")

    def open(self, model: Model, path: Path) -> Model:
        """Play with the deck in a file of any kind; one from elsewhere is offered to be kept."""
        deck, words = self.places.read_any(path)
        if deck is None:
            said = "\n".join((tr("Deze kaartset kan niet open:"), *words))
            return told(model, said, "\n".join(said.split("\n")[:2]))
        self.opened = path
        cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
        said = tr("Kaartset geopend: {title}, {cards}").format(title=deck.title, cards=cards)
        offer = "" if self.places.is_known(path) else deck.title
        return told(replace(model, deck=deck, deck_path=str(path), offer=offer), "\n".join((said, *words)))

    def read_at_the_start(self, path: Path) -> tuple[Deck | None, str]:
        """The deck that the command line names, in a file of any kind; or its problems."""
        deck, words = self.places.read_any(path)
        if deck is None:
            return None, "\n".join((tr("Deze kaartset kan niet open:"), *words))
        self.opened = path
        return deck, "\n".join(words)

    def choices(self, model: Model) -> tuple[tuple[str, str], ...]:
        """(path, title) of the decks to choose from; the one that is open is among them, wherever it came from."""
        decks = self.places.decks()
        if self.opened is None or model.deck is None or any(path == model.deck_path for path, _ in decks):
            return decks
        return ((model.deck_path, model.deck.title), *decks)

    def shelved(self, model: Model) -> Model:
        """The model with the list of decks as it is now."""
        from tegenwicht.app.deck_desk.shelf import shelf_of

        return replace(model, shelf=shelf_of(self.places, self.opened, model.deck))

    def _new(self, model: Model) -> Model:
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.game.cards import CLUSTERS
        from tegenwicht.storage.decks import own as own_decks

        name, others = "", set[str]()
        while not name or not self.hold.take(name):
            others.add(name)
            name = own_decks.free_name(self.folder, tr("nieuwe kaartset"), others)
        title = own_decks.free_title(tr("Mijn kaarten"), self.places.titles())
        empty = editing.DeckDraft(title, (tr("Eigen kaarten; er is geen bron genoemd."),))
        draft = editing.added(empty, CLUSTERS[0])
        model = self._to_the_desk(model, Editing(name, "", editing.History(draft), draft, 1))
        return replace(model, focus=f"{PREFIX}1:title")

    def _edit(self, model: Model, name: str) -> Model:
        """A deck comes on the desk, unless it is on that of another window."""
        if not self.hold.take(name):
            words = tr(
                "Aan deze kaartset wordt al gewerkt in een ander venster. Sluit hem daar, of maak een kopie."
            )
            return told(model, words)
        edited = self._edited(model, name)
        if edited.editing is None:
            self.hold.let_go()
        return edited

    def _edited(self, model: Model, name: str) -> Model:
        """The draft that waits, or else the deck; a file whose comments would be lost is left alone."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage.decks import own as own_decks
        from tegenwicht.storage.decks.reader import DeckProblems, parse_deck
        from tegenwicht.storage.decks.writer import lost_comments

        text, path = own_decks.read_text(self.folder, name), own_decks.deck_file(self.folder, name)
        kept = self._waiting(name)
        try:
            deck = parse_deck(text.encode("utf-8", "surrogateescape"), str(path)) if text else None
        except DeckProblems as error:
            deck = None
            if kept is None:
                return told(model, tr("Deze kaartset kan niet open:") + f"\n{error}")
        if kept is None and (lost := lost_comments(text)):
            return self._left_alone(model, path, lost)
        if kept is None and deck is None:
            return told(self.shelved(model), tr("Deze kaartset is er niet meer."))
        saved = editing.draft_of(deck) if deck is not None else None
        draft, base = (kept.draft, kept.base) if kept is not None else (saved, text)
        assert draft is not None
        first = next((card.key for card in editing.by_cluster(draft)), 0)
        model = self._to_the_desk(model, Editing(name, base, editing.History(draft), saved, first))
        self._kept = draft if kept is not None else None
        return model

    def _waiting(self, name: str) -> Any:
        """The draft of a deck; one that cannot be read is set aside, not overwritten."""
        from tegenwicht.storage import files
        from tegenwicht.storage.decks import own as own_decks

        kept = own_decks.read_concept(self.folder, name)
        path = own_decks.concept_file(self.folder, name)
        if kept is None and os.path.lexists(path):
            files.set_aside(path, "beschadigd", files.iso_today())
        return kept

    def _left_alone(self, model: Model, path: Path, lost: tuple[tuple[int, str], ...]) -> Model:
        lines = [tr("regel {n}: {words}").format(n=line, words=words[:100]) for line, words in lost]
        shown, more = lines[:MOST_COMMENTS_SHOWN], len(lines) - MOST_COMMENTS_SHOWN
        shown += [tr("en nog {n} andere").format(n=more)] if more > 0 else []
        forms = {**model.forms, "decks:path": str(path), "decks:lost": tuple(shown)}
        return replace(model, panel="comments", forms=forms, focus="", message="")

    def _to_the_desk(self, model: Model, editing: Editing) -> Model:
        self._kept, self.due = None, None
        return replace(gone_to(model, "deck_edit"), editing=checked_anew(editing), forms=without(model))

    def _copy(self, model: Model, path: Path) -> Model:
        from tegenwicht.app.deck_desk.keeping import copied

        deck, problem = self.places.read(path)
        if deck is None:
            return told(model, problem)
        name, title = copied(self.places, path, deck)
        model = self._edit(replace(model, panel=""), name)
        return told(model, tr("Dit is een kopie. Zij heet nu {title}.").format(title=title))

    def _rename(self, model: Model, name: str) -> Model:
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage.decks import own as own_decks

        wanted = str(model.form("decks:title", ""))
        changed = self._edit(replace(model, panel=""), name)
        if changed.editing is None or changed.scene != "deck_edit":
            return changed
        now = changed.editing.history
        history = now.edited(editing.titled(now.now, wanted), "title:0")
        at_desk = replace(changed, editing=checked_anew(changed.editing._replace(history=history, card=0)))
        if changed.editing.unsaved:  # there were changes already: only the name is no reason to save them
            own_decks.keep_concept(self.folder, name, self._kept_draft(at_desk))
            return told(
                self._off_the_desk(at_desk), tr("De naam staat bij de wijzigingen die nog niet bewaard zijn.")
            )
        return self._off_if_saved(self._save(at_desk))

    def _listed_anew(self, model: Model, words: str) -> Model:
        return told(self.shelved(replace(model, panel="")), words)

    def _keep_opened(self, model: Model) -> Model:
        """Keep the deck that is open: its file as it is where that can be, else a new one."""
        deck, path = model.deck, self.opened
        model = replace(model, offer="")
        if deck is None or path is None or self.places.is_known(path):
            return model
        from tegenwicht.app.deck_desk.keeping import kept_as_own

        try:
            kept, words = kept_as_own(self.places, deck, path)
        except OSError as error:
            return told(model, tr("Bewaren lukt niet: {why}.").format(why=why(error)))
        self.opened = kept
        deck = self.places.read(kept)[0] or deck
        return told(self.shelved(replace(model, deck=deck, deck_path=str(kept))), words)

    def _export(self, model: Model, path: Path, kind: str) -> Model:
        from tegenwicht.app.deck_desk.keeping import exported

        deck, problem = self.places.read(path)
        return told(replace(model, panel=""), problem if deck is None else exported(deck, kind))

    def has(self, model: Model, form: str) -> bool:
        """Whether a form entry is a field of the deck on the desk."""
        return model.editing is not None and form.startswith(PREFIX)

    def typed(self, model: Model, form: str) -> Model:
        """The model after something was typed in a field of the deck on the desk."""
        if not self.has(model, form):
            return model
        return self._changed(model, edits.typed(model, form))

    def text(self, model: Model, form: str) -> str:
        """What the draft has in a field, by the name of its form entry."""
        return edits.text(model, form)

    def _at_the_desk(self, model: Model, command: Command) -> Model | None:
        match command:
            case c.SelectCard(card):
                return edits.shown(model, card)
            case c.ChangeDeck(what, card, value):
                return self._changed(model, edits.change(replace(model, message=""), what, card, value))
            case c.NextFault():
                return edits.next_fault(model)
            case c.SaveDeck():
                return self._save(replace(model, message=""))
            case c.LeaveDeck(how):
                return self._leave(model, how)
        return None

    def _changed(self, before: Model, after: Model) -> Model:
        """The same; and when the draft is another, it is to be kept soon."""
        assert before.editing is not None and after.editing is not None
        if after.editing.history.now is not before.editing.history.now and self.due is None:
            self.due = self._clock() + KEPT_AFTER_SECONDS
        return after

    def tick(self, model: Model) -> Model:
        """Keep the draft when it is time; the model, with what was not checked yet."""
        if self.due is None or self._clock() < self.due or model.editing is None:
            return model
        self.flush(model)
        if len(model.editing.history.now.cards) > MOST_CHECKED_AT_ONCE:
            return replace(model, editing=checked_anew(model.editing))
        return model

    def flush(self, model: Model) -> bool:
        """Keep the draft now, if it has something that is not kept yet; False when the disk refuses."""
        from tegenwicht.storage.decks import own as own_decks

        self.due = None
        editing = model.editing
        if editing is None or self._kept == (editing.history.now if editing.unsaved else None):
            return self._calm()
        try:
            if editing.unsaved:
                own_decks.keep_concept(self.folder, editing.name, self._kept_draft(model))
            else:  # all was undone
                own_decks.drop_concept(self.folder, editing.name)
        except OSError as error:
            self.due = self._clock() + AGAIN_AFTER_SECONDS
            words = tr(
                "Je kaarten kunnen nu niet worden bewaard: {why}. Wat je typte staat nog op het scherm."
            )
            self.trouble = words.format(why=why(error))
            return False
        self._kept = editing.history.now if editing.unsaved else None
        return self._calm()

    def _calm(self) -> bool:
        self.trouble = ""
        return True

    def _kept_draft(self, model: Model) -> Any:
        from tegenwicht.storage.decks.drafts import KeptDraft

        assert model.editing is not None
        return KeptDraft(model.editing.history.now, model.editing.base)

    def _save(self, model: Model) -> Model:
        """The deck's file anew, whole; with something wrong the draft is kept instead."""
        from tegenwicht.storage.decks.drafts import checked
        from tegenwicht.storage.decks.own import ChangedElsewhereError

        assert model.editing is not None
        deck, found = checked(model.editing.history.now)
        if deck is None:
            safe = self.flush(model)
            model = shown_fault(model, Fault(*found[0]))
            return told(model, not_yet(len(found), safe, self.trouble))
        try:
            return self._saved(model, deck)
        except ChangedElsewhereError:
            self.flush(model)
            return told(model, tr("Het bestand is net door iets anders veranderd. Bewaar nog een keer."))
        except OSError as error:
            self.flush(model)
            words = tr("Bewaren lukt niet: {why}. Wat je typte staat nog op het scherm.")
            return told(model, words.format(why=why(error)))

    def _saved(self, model: Model, deck: Deck) -> Model:
        """What is in order on disk, under a title and a name that no other deck has."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage.decks import own as own_decks

        assert model.editing is not None
        now, old = model.editing, model.editing.name
        title = own_decks.free_title(deck.title, self.places.titles(but=old))
        name, base = self._place_for(now, title)
        deck = replace(deck, title=title, id=deck.id if now.base and name == old else name)
        text = own_decks.save(self.folder, name, deck, base)
        if name != old:
            own_decks.drop_concept(self.folder, old)
            self.hold.take(name)  # nobody else can have a deck that is there only now
        self.due, self._kept = None, None
        draft = editing.with_ids(now.history.now, tuple(card.id for card in deck.cards))
        draft = replace(draft, id=deck.id, title=draft.title if title == draft.title.strip() else title)
        kept = now._replace(name=name, base=text, history=replace(now.history, now=draft), saved=draft)
        model = replace(model, editing=checked_anew(kept), forms=without(model))
        if self.opened is not None and self.opened == own_decks.deck_file(self.folder, name):
            model = replace(model, deck=deck)
        return told_saved(model, now, title, name)

    def _place_for(self, now: Editing, title: str) -> tuple[str, str]:
        """(name, text that is there): its own place; another when it is new, or changed by something else."""
        from tegenwicht.storage.decks import own as own_decks

        if now.base and own_decks.read_text(self.folder, now.name) == now.base:
            return now.name, now.base
        return own_decks.free_name(self.folder, title, self.places.ids()), ""

    def _leave(self, model: Model, how: str) -> Model:
        from tegenwicht.storage.decks import own as own_decks

        assert model.editing is not None
        if how == "save":
            return self._off_if_saved(self._save(replace(model, panel="", message="")))
        safe = self.flush(model)
        if not model.editing.unsaved:
            return self._off_the_desk(model)
        if how == "":
            return replace(model, panel="leave", focus="", message="")
        if not safe:
            return told(replace(model, panel=""), self.trouble)
        if how == "discard":
            try:
                own_decks.remove_concept(self.folder, model.editing.name)
            except OSError as error:
                return told(replace(model, panel=""), tr("Dat lukt niet: {why}.").format(why=why(error)))
        return self._off_the_desk(model)

    def _off_if_saved(self, model: Model) -> Model:
        return model if model.editing is None or model.editing.unsaved else self._off_the_desk(model)

    def _off_the_desk(self, model: Model) -> Model:
        assert model.editing is not None
        name, message = model.editing.name, model.message
        self.due, self._kept, self.trouble = None, None, ""
        self.hold.let_go()
        left = replace(
            gone_back(replace(model, panel="")), editing=None, forms=without(model), message=message
        )
        return replace(self.shelved(left), focus=f"decks:edit:{name}")
