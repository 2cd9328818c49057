"""The deck on the desk: it comes there, is changed, saved, and leaves it again.

Nothing here raises for a disk: what cannot be done is told, and what was typed stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.desks.own_decks import editing as edits
from tegenwicht.app.desks.own_decks.draft import DraftKeeper, kept_draft
from tegenwicht.app.desks.own_decks.editing import (
    PREFIX,
    checked_anew,
    shown_fault,
    without,
)
from tegenwicht.app.desks.own_decks.hold import DeckHold
from tegenwicht.app.desks.own_decks.telling import (
    not_yet,
    told,
    told_saved,
    why,
)
from tegenwicht.app.places import Places
from tegenwicht.i18n import tr
from tegenwicht.screens.shell import commands, entries
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Editing, Fault, Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.update import gone_back, gone_to

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck

MOST_COMMENTS_SHOWN = 8


class EditingDesk(Desk):
    """Answers the commands about the deck on the desk. shelved: the model with the list of decks as it is now."""

    def __init__(
        self, places: Places, hold: DeckHold, draft: DraftKeeper, shelved: Callable[[Model], Model]
    ) -> None:
        self.places, self.hold, self.draft, self._shelved = places, hold, draft, shelved
        self.handlers = {
            commands.SelectCard: _at_the_desk(
                lambda model, command: Answer(edits.shown(model, command.card))
            ),
            commands.ChangeDeck: _at_the_desk(self._change),
            commands.NextFault: _at_the_desk(lambda model, _: Answer(edits.next_fault(model))),
            commands.SaveDeck: _at_the_desk(lambda model, _: self._save(replace(model, message=""))),
            commands.LeaveDeck: _at_the_desk(lambda model, command: self._leave(model, command.how)),
        }

    def _change(self, model: Model, command: commands.ChangeDeck) -> Answer:
        answer = edits.change(replace(model, message=""), command.what, command.card, command.value)
        return answer._replace(model=self.draft.changed(model, answer.model))

    def typed(self, model: Model, form: str) -> Model:
        """The model after something was typed in a field of the deck on the desk; the same for another field."""
        if model.editing is None or not form.startswith(PREFIX):
            return model
        return self.draft.changed(model, edits.typed(model, Entry(form)))

    def new(self, model: Model) -> Answer:
        """An empty deck comes on the desk. OSError when the disk refuses."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.game.cards import CLUSTERS
        from tegenwicht.storage.decks import own as own_decks

        name, others = "", set[str]()
        while not name or not self.hold.take(name):
            others.add(name)
            name = own_decks.free_name(self.places.folder, tr("nieuwe kaartset"), others)
        title = own_decks.free_title(tr("Mijn kaarten"), self.places.titles())
        empty = editing.DeckDraft(title, (tr("Eigen kaarten; er is geen bron genoemd."),))
        draft = editing.added(empty, CLUSTERS[0])
        model = self._to_the_desk(model, Editing(name, "", editing.History(draft), draft, 1))
        return Answer(replace(model, focus=f"{PREFIX}1:title"))

    def edit(self, model: Model, name: str) -> Answer:
        """A deck comes on the desk, unless it is on that of another window."""
        if not self.hold.take(name):
            words = tr(
                "Aan deze kaartset wordt al gewerkt in een ander venster. Sluit hem daar, of maak een kopie."
            )
            return told(model, words)
        edited = self._edited(model, name)
        if edited.model.editing is None:
            self.hold.let_go()
        return edited

    def _edited(self, model: Model, name: str) -> Answer:
        """The draft that waits, or else the deck; a file whose comments would be lost is left alone."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage.decks import own as own_decks
        from tegenwicht.storage.decks.reader import DeckProblems, parse_deck
        from tegenwicht.storage.decks.writer import lost_comments

        text, path = (
            own_decks.read_text(self.places.folder, name),
            own_decks.deck_file(self.places.folder, name),
        )
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
            return told(self._shelved(model), tr("Deze kaartset is er niet meer."))
        saved = editing.draft_of(deck) if deck is not None else None
        draft, base = (kept.draft, kept.base) if kept is not None else (saved, text)
        assert draft is not None
        first = next((card.key for card in editing.by_cluster(draft)), 0)
        model = self._to_the_desk(model, Editing(name, base, editing.History(draft), saved, first))
        self.draft.begin(draft if kept is not None else None)
        return Answer(model)

    def _waiting(self, name: str) -> Any:
        """The draft of a deck; one that cannot be read is set aside, not overwritten."""
        from tegenwicht.storage import files
        from tegenwicht.storage.decks import own as own_decks

        kept = own_decks.read_concept(self.places.folder, name)
        path = own_decks.concept_file(self.places.folder, name)
        if kept is None and os.path.lexists(path):
            files.set_aside(path, "beschadigd", files.iso_today())
        return kept

    def _left_alone(self, model: Model, path: Path, lost: tuple[tuple[int, str], ...]) -> Answer:
        lines = [tr("regel {n}: {words}").format(n=line, words=words[:100]) for line, words in lost]
        shown, more = lines[:MOST_COMMENTS_SHOWN], len(lines) - MOST_COMMENTS_SHOWN
        shown += [tr("en nog {n} andere").format(n=more)] if more > 0 else []
        forms = {**model.forms, "decks:path": str(path), "decks:lost": tuple(shown)}
        return Answer(replace(model, panel=Panel.COMMENTS, forms=forms, focus="", message=""))

    def _to_the_desk(self, model: Model, editing: Editing) -> Model:
        self.draft.begin(None)
        return replace(gone_to(model, Scene.DECK_EDIT), editing=checked_anew(editing), forms=without(model))

    def rename(self, model: Model, name: str) -> Answer:
        """A deck gets the title that was typed, unless it is on another desk. OSError when the disk refuses."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage.decks import own as own_decks

        wanted = str(model.form(entries.DECKS_TITLE, ""))
        answer = self.edit(replace(model, panel=Panel.NONE), name)
        changed = answer.model
        if changed.editing is None or changed.scene != Scene.DECK_EDIT:
            return answer
        now = changed.editing.history
        history = now.edited(editing.titled(now.now, wanted), "title:0")
        at_desk = replace(changed, editing=checked_anew(changed.editing._replace(history=history, card=0)))
        if changed.editing.unsaved:  # there were changes already: only the name is no reason to save them
            own_decks.keep_concept(self.places.folder, name, kept_draft(at_desk))
            return told(
                self._off_the_desk(at_desk), tr("De naam staat bij de wijzigingen die nog niet bewaard zijn.")
            )
        return self._off_if_saved(self._save(at_desk))

    def _save(self, model: Model) -> Answer:
        """The deck's file anew, whole; with something wrong the draft is kept instead."""
        from tegenwicht.storage.decks.drafts import checked
        from tegenwicht.storage.decks.own import ChangedElsewhereError

        assert model.editing is not None
        deck, found = checked(model.editing.history.now)
        if deck is None:
            safe = self.draft.flush(model)
            model = shown_fault(model, Fault(*found[0]))
            return told(model, not_yet(len(found), safe, self.draft.trouble))
        try:
            return self._saved(model, deck)
        except ChangedElsewhereError:
            self.draft.flush(model)
            return told(model, tr("Het bestand is net door iets anders veranderd. Bewaar nog een keer."))
        except OSError as error:
            self.draft.flush(model)
            words = tr("Bewaren lukt niet: {why}. Wat je typte staat nog op het scherm.")
            return told(model, words.format(why=why(error)))

    def _saved(self, model: Model, deck: Deck) -> Answer:
        """What is in order on disk, under a title and a name that no other deck has."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage.decks import own as own_decks

        assert model.editing is not None
        now, old = model.editing, model.editing.name
        title = own_decks.free_title(deck.title, self.places.titles(but=old))
        name, base = self._place_for(now, title)
        deck = replace(deck, title=title, id=deck.id if now.base and name == old else name)
        text = own_decks.save(self.places.folder, name, deck, base)
        if name != old:
            own_decks.drop_concept(self.places.folder, old)
            self.hold.take(name)  # nobody else can have a deck that is there only now
        self.draft.begin(None)
        draft = editing.with_ids(now.history.now, tuple(card.id for card in deck.cards))
        draft = replace(draft, id=deck.id, title=draft.title if title == draft.title.strip() else title)
        kept = now._replace(name=name, base=text, history=replace(now.history, now=draft), saved=draft)
        model = replace(model, editing=checked_anew(kept), forms=without(model))
        if self.places.opened is not None and self.places.opened == own_decks.deck_file(
            self.places.folder, name
        ):
            model = replace(model, deck=deck)
        return told_saved(model, now, title, name)

    def _place_for(self, now: Editing, title: str) -> tuple[str, str]:
        """(name, text that is there): its own place; another when it is new, or changed by something else."""
        from tegenwicht.storage.decks import own as own_decks

        if now.base and own_decks.read_text(self.places.folder, now.name) == now.base:
            return now.name, now.base
        return own_decks.free_name(self.places.folder, title, self.places.ids()), ""

    def _leave(self, model: Model, how: str) -> Answer:
        from tegenwicht.storage.decks import own as own_decks

        assert model.editing is not None
        if how == "save":
            return self._off_if_saved(self._save(replace(model, panel=Panel.NONE, message="")))
        safe = self.draft.flush(model)
        if not model.editing.unsaved:
            return Answer(self._off_the_desk(model))
        if how == "":
            return Answer(replace(model, panel=Panel.LEAVE, focus="", message=""))
        if not safe:
            return told(replace(model, panel=Panel.NONE), self.draft.trouble)
        if how == "discard":
            try:
                own_decks.remove_concept(self.places.folder, model.editing.name)
            except OSError as error:
                return told(
                    replace(model, panel=Panel.NONE), tr("Dat lukt niet: {why}.").format(why=why(error))
                )
        return Answer(self._off_the_desk(model))

    def _off_if_saved(self, answer: Answer) -> Answer:
        model = answer.model
        if model.editing is None or model.editing.unsaved:
            return answer
        return answer._replace(model=self._off_the_desk(model))

    def _off_the_desk(self, model: Model) -> Model:
        assert model.editing is not None
        name, message = model.editing.name, model.message
        self.draft.begin(None)
        self.hold.let_go()
        left = replace(
            gone_back(replace(model, panel=Panel.NONE)), editing=None, forms=without(model), message=message
        )
        return replace(self._shelved(left), focus=f"decks:edit:{name}")


def _at_the_desk(work: Callable[[Model, Any], Answer]) -> Callable[[Model, Any], Answer]:
    """Only while there is a deck on the desk; a request that comes too late does nothing."""
    return lambda model, command: work(model, command) if model.editing is not None else Answer(model)
