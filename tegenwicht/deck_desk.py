"""The desk at which own decks are made: carries out what the screens of decks ask for, on disk and in the model.

Joins the folder of own decks (storage) with the screens (ui); ``app`` asks it for every command about decks.
Nothing here raises for a disk: what cannot be done is told, and what was typed stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht import paths
from tegenwicht.i18n import several, tr
from tegenwicht.ui import commands as c
from tegenwicht.ui.model import Editing, Fault, Model, Shelf, ShelfDeck
from tegenwicht.ui.update import gone_back, gone_to

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck
    from tegenwicht.game.deck_editing import DeckDraft

KEPT_AFTER_SECONDS = 1.0
AGAIN_AFTER_SECONDS = 5.0
MOST_CHECKED_AT_ONCE = 300
"""Cards; a longer deck is not checked with every key, but when its draft is kept."""
PREFIX = "draft:"
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods")
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
        self.folder = paths.own_decks(data)
        self.opened: Path | None = None
        self.due: float | None = None
        self.trouble = ""
        self._read, self._decks, self._clock = read, decks, clock
        self._kept: DeckDraft | None = None

    def carried_out(self, model: Model, command: object) -> Model | None:
        """The model after a command about decks; None for another command."""
        match command:
            case c.OpenDeck(path):
                return self.open(model, Path(path))
            case c.KeepDeck():
                return self._keep_opened(model)
            case c.Decline():
                return replace(model, offer="")
            case (
                c.NewDeck() | c.EditDeck() | c.CopyDeck() | c.RenameDeck() | c.RemoveDeck() | c.RestoreDeck()
            ):
                return self._with_the_disk(model, command)
            case c.ExportDeck(path, kind):
                return self._export(model, Path(path), kind)
        return self._at_the_desk(model, command) if model.editing is not None else None

    def _with_the_disk(self, model: Model, command: object) -> Model:
        """What can only fail because of the disk."""
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
                    return self._remove(model, name)
                case c.RestoreDeck(name):
                    return self._restore(model, name)
        except OSError as error:
            return _told(model, tr("Dat lukt niet: {why}. Er is niets veranderd.").format(why=_why(error)))
        raise ValueError(f"nobody carries out {command!r}")

    # -- opening a file

    def open(self, model: Model, path: Path) -> Model:
        """Play with the deck in a file of any kind; one from elsewhere is offered to be kept."""
        deck, words = self._read_any(path)
        if deck is None:
            said = "\n".join((tr("Deze kaartset kan niet open:"), *words))
            return _told(model, said, "\n".join(said.split("\n")[:2]))
        self.opened = path
        said = tr("Kaartset geopend: {title}, {n} kaarten").format(title=deck.title, n=len(deck.cards))
        offer = "" if self._is_known(path) else deck.title
        return _told(replace(model, deck=deck, offer=offer), "\n".join((said, *words)))

    def read_at_the_start(self, path: Path) -> tuple[Deck | None, str]:
        """The deck that the command line names, in a file of any kind; or its problems."""
        deck, words = self._read_any(path)
        if deck is None:
            return None, "\n".join((tr("Deze kaartset kan niet open:"), *words))
        self.opened = path
        return deck, "\n".join(words)

    def _read_any(self, path: Path) -> tuple[Deck | None, tuple[str, ...]]:
        """The deck with the notes of reading it; or None with all its problems."""
        deck = None if path.suffix.lower() in TABLES else self._read(path)[0]
        if deck is not None:  # without a look at the readers: most starts need none
            return deck, ()
        from tegenwicht.storage.deck_formats import read_any
        from tegenwicht.storage.decks import DeckProblems

        try:
            return read_any(path)
        except DeckProblems as error:
            return None, tuple(map(str, error.problems))

    def _is_known(self, path: Path) -> bool:
        return path.parent in (paths.decks(), self.folder)

    # -- the list

    def shelved(self, model: Model) -> Model:
        """The model with the list of decks as it is now."""
        from tegenwicht.storage import own_decks

        own = _told_apart([self._own(name) for name in own_decks.names(self.folder)])
        shipped = [self._shipped(Path(path)) for path, _ in self._decks() if Path(path).parent != self.folder]
        gone = self.folder / own_decks.BIN
        removed = _told_apart([self._of_file(gone, name) for name in own_decks.binned(self.folder)])
        return replace(model, shelf=Shelf(own, _told_apart(shipped), removed, self._loose(model)))

    def _loose(self, model: Model) -> ShelfDeck | None:
        if self.opened is None or model.deck is None or self._is_known(self.opened):
            return None
        line = _cards_and(model.deck, self.opened.name)
        return ShelfDeck("", str(self.opened), model.deck.title, line)

    def _shipped(self, path: Path) -> ShelfDeck:
        deck, _ = self._read(path)
        if deck is None:
            return ShelfDeck("", str(path), path.stem, tr("Dit bestand kan niet open."), "broken")
        return ShelfDeck("", str(path), deck.title, _cards_and(deck))

    def _own(self, name: str) -> ShelfDeck:
        return self._of_file(self.folder, name)

    def _of_file(self, folder: Path, name: str) -> ShelfDeck:
        """A deck, or the draft that waits beside it."""
        from tegenwicht.storage import own_decks

        path = own_decks.deck_file(folder, name)
        kept = _concept_or_none(folder, name)
        if kept is not None:
            count = several("{n} kaart", "{n} kaarten", len(kept.draft.cards))
            saved = path.exists()
            said = tr("wijzigingen nog niet bewaard") if saved else tr("nog niet bewaard als kaartset")
            title = kept.draft.title.strip() or tr("Zonder titel")
            return ShelfDeck(name, str(path), title, f"{count} · {said}", "draft" if saved else "new")
        deck, _ = self._read(path)
        if deck is None:
            return ShelfDeck(name, str(path), name, tr("Er is iets mis met dit bestand."), "broken")
        return ShelfDeck(name, str(path), deck.title, _cards_and(deck))

    # -- beginning

    def _new(self, model: Model) -> Model:
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.game.cards import CLUSTERS
        from tegenwicht.storage import own_decks

        name = own_decks.free_name(self.folder, tr("nieuwe kaartset"))
        title = own_decks.free_title(tr("Mijn kaarten"), self._titles())
        empty = editing.DeckDraft(title, (tr("Eigen kaarten; er is geen bron genoemd."),))
        draft = editing.added(empty, CLUSTERS[0])
        model = self._to_the_desk(model, Editing(name, "", editing.History(draft), draft, 1))
        return replace(model, focus=f"{PREFIX}1:title")

    def _edit(self, model: Model, name: str) -> Model:
        """The draft that waits, or else the deck; a file whose comments would be lost is left alone."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage import own_decks
        from tegenwicht.storage.deck_writer import lost_comments
        from tegenwicht.storage.decks import DeckProblems, parse_deck

        text, path = own_decks.read_text(self.folder, name), own_decks.deck_file(self.folder, name)
        kept = self._waiting(name)
        try:
            deck = parse_deck(text.encode("utf-8", "surrogateescape"), str(path)) if text else None
        except DeckProblems as error:
            deck = None
            if kept is None:
                return _told(model, tr("Deze kaartset kan niet open:") + f"\n{error}")
        if kept is None and (lost := lost_comments(text)):
            return self._left_alone(model, path, lost)
        if kept is None and deck is None:
            return _told(self.shelved(model), tr("Deze kaartset is er niet meer."))
        saved = editing.draft_of(deck) if deck is not None else None
        draft, base = (kept.draft, kept.base) if kept is not None else (saved, text)
        assert draft is not None
        first = next((card.key for card in editing.by_cluster(draft)), 0)
        model = self._to_the_desk(model, Editing(name, base, editing.History(draft), saved, first))
        self._kept = draft if kept is not None else None
        return model

    def _waiting(self, name: str) -> Any:
        """The draft of a deck; one that cannot be read is set aside, not overwritten."""
        from tegenwicht.storage import files, own_decks

        kept = own_decks.read_concept(self.folder, name)
        path = own_decks.concept_file(self.folder, name)
        if kept is None and path.exists():
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
        return replace(gone_to(model, "deck_edit"), editing=self._checked(editing), forms=_without(model))

    # -- the list's other buttons

    def _copy(self, model: Model, path: Path) -> Model:
        from tegenwicht.storage import own_decks
        from tegenwicht.storage.deck_writer import write_deck

        deck, problem = self._read(path)
        if deck is None:
            return _told(model, problem)
        before = path.read_text("utf-8", "replace") if path.parent == self.folder else ""
        title = own_decks.free_title(deck.title, self._titles())
        name = own_decks.free_name(self.folder, title, self._ids())
        copy = replace(deck, title=title, id=name)
        own_decks.place(self.folder, name, write_deck(copy, before).encode())
        model = self._edit(replace(model, panel=""), name)
        return _told(model, tr("Dit is een kopie. Zij heet nu {title}.").format(title=title))

    def _rename(self, model: Model, name: str) -> Model:
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage import own_decks

        wanted = str(model.form("decks:title", ""))
        changed = self._edit(replace(model, panel=""), name)
        if changed.editing is None or changed.scene != "deck_edit":
            return changed
        now = changed.editing.history
        history = now.edited(editing.titled(now.now, wanted), "title:0")
        at_desk = replace(changed, editing=self._checked(changed.editing._replace(history=history, card=0)))
        if changed.editing.unsaved:  # there were changes already: only the name is no reason to save them
            own_decks.keep_concept(self.folder, name, self._kept_draft(at_desk))
            return _told(
                self._off_the_desk(at_desk), tr("De naam staat bij de wijzigingen die nog niet bewaard zijn.")
            )
        return self._off_if_saved(self._save(at_desk))

    def _remove(self, model: Model, name: str) -> Model:
        from tegenwicht.storage import own_decks

        label = next((one.label for one in model.shelf.own if one.name == name), name)
        own_decks.remove(self.folder, name)
        said = tr("{title} is verwijderd. Onderaan kun je de kaartset terugzetten.").format(title=label)
        return _told(self.shelved(model), said)

    def _restore(self, model: Model, name: str) -> Model:
        from tegenwicht.storage import own_decks

        label = next((one.label for one in model.shelf.removed if one.name == name), name)
        own_decks.restore(self.folder, name)
        return _told(self.shelved(model), tr("{title} staat weer bij je eigen kaarten.").format(title=label))

    def _keep_opened(self, model: Model) -> Model:
        """Keep the deck that is open: its file as it is where that can be, else a new one."""
        deck, path = model.deck, self.opened
        model = replace(model, offer="")
        if deck is None or path is None or self._is_known(path):
            return model
        try:
            kept, said = self._kept_as_own(deck, path)
        except OSError as error:
            return _told(model, tr("Bewaren lukt niet: {why}.").format(why=_why(error)))
        self.opened = kept
        deck = self._read(kept)[0] or deck
        return _told(self.shelved(replace(model, deck=deck)), said)

    def _kept_as_own(self, deck: Deck, path: Path) -> tuple[Path, str]:
        from tegenwicht.storage import own_decks
        from tegenwicht.storage.deck_writer import write_deck

        same = next((one for one in self._own_files() if self._read(one)[0] == deck), None)
        if same is not None:
            return same, tr("{title} stond al bij Eigen kaarten.").format(title=deck.title)
        title = own_decks.free_title(deck.title, self._titles())
        name = own_decks.free_name(self.folder, title, self._ids())
        if title == deck.title and path.suffix.lower() in own_decks.YAML and self._read(path)[0] == deck:
            kept = own_decks.place(self.folder, name, path.read_bytes())
            return kept, tr("Bewaard bij Eigen kaarten: {title}.").format(title=title)
        kept = own_decks.place(self.folder, name, write_deck(replace(deck, title=title, id=name)).encode())
        if title == deck.title:
            return kept, tr("Bewaard bij Eigen kaarten: {title}.").format(title=title)
        said = tr("Er is al een kaartset die {old} heet. Deze is bewaard als {title}.")
        return kept, said.format(old=deck.title, title=title)

    def _export(self, model: Model, path: Path, kind: str) -> Model:
        from tegenwicht.storage import files, own_decks
        from tegenwicht.storage.deck_formats import encode, reads_back

        deck, problem = self._read(path)
        model = replace(model, panel="")
        if deck is None:
            return _told(model, problem)
        folder = paths.documents_folder()
        try:
            files.make_private_folder(folder)
            taken = [one.stem for one in folder.iterdir() if one.suffix == kind]
            target = folder / f"{own_decks.free_name(folder / 'geen', deck.title, taken)}{kind}"
            data = encode(deck, kind)
            if not reads_back(data, target, deck):
                return _told(
                    model, tr("Deze kaartset past niet precies in zo'n bestand. Kies een ander soort.")
                )
            files.write_whole(target, data)
        except OSError as error:
            return _told(model, tr("Het bestand is niet gemaakt: {why}.").format(why=_why(error)))
        return _told(model, tr("Gemaakt: {file}").format(file=target))

    # -- at the desk

    def typed(self, model: Model, form: str) -> Model:
        """The model after something was typed in a field of the deck on the desk."""
        if model.editing is None or not form.startswith(PREFIX):
            return model
        from tegenwicht.game import deck_editing as editing

        card, field = form.removeprefix(PREFIX).split(":")
        text, draft = str(model.form(form, "")), model.editing.history.now
        if card != "0":
            return self._changed(model, editing.written(draft, int(card), field, text), f"{field}:{card}")
        if field == "title":
            return self._changed(model, editing.titled(draft, text), "title:0")
        return self._changed(model, editing.sourced(draft, int(field.split()[1]) - 1, text), f"{field}:0")

    def has(self, model: Model, form: str) -> bool:
        """Whether a form entry is a field of the deck on the desk."""
        return model.editing is not None and form.startswith(PREFIX)

    def text(self, model: Model, form: str) -> str:
        """What the draft has in a field, by the name of its form entry."""
        card, field = form.removeprefix(PREFIX).split(":")
        draft = model.editing.history.now if model.editing else None
        if draft is None:
            return ""
        if card != "0":
            found = draft.card(int(card))
            return found.text(field) if found else ""
        return str(draft.title if field == "title" else draft.source(int(field.split()[1]) - 1))

    def _at_the_desk(self, model: Model, command: object) -> Model | None:
        assert model.editing is not None
        match command:
            case c.SelectCard(card):
                return self._shown(model, card)
            case c.ChangeDeck(what, card, value):
                return self._change(replace(model, message=""), what, card, value)
            case c.NextFault():
                return self._next_fault(model)
            case c.SaveDeck():
                return self._save(replace(model, message=""))
            case c.LeaveDeck(how):
                return self._leave(model, how)
        return None

    def _shown(self, model: Model, card: int) -> Model:
        assert model.editing is not None
        scroll = {key: at for key, at in model.scroll.items() if key == "desk:list"}
        forms = {key: value for key, value in model.forms.items() if key != "desk:open"}
        shown = model.editing._replace(card=card)
        return replace(model, editing=shown, message="", scroll=scroll, forms=forms)

    def _change(self, model: Model, what: str, card: int, value: str) -> Model:
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.game.cards import Cluster, Source

        assert model.editing is not None
        history = model.editing.history
        draft: DeckDraft = history.now
        if what in ("undo", "redo"):
            return self._stepped(model, history.undo() if what == "undo" else history.redo())
        edits: dict[str, Callable[[], DeckDraft]] = {
            "add": lambda: editing.added(draft, Cluster(value)),
            "duplicate": lambda: editing.duplicated(draft, card),
            "remove": lambda: editing.removed(draft, card),
            "up": lambda: editing.moved(draft, card, -1),
            "down": lambda: editing.moved(draft, card, 1),
            "cluster": lambda: editing.in_cluster(draft, card, Cluster(value)),
            "source": lambda: editing.from_source(draft, card, Source(value)),
            "renumber": lambda: editing.renumbered(draft),
        }
        after = edits[what]()
        if what in ("add", "duplicate"):
            return self._with_new_card(model, draft, after, what)
        if what == "remove":
            model = replace(model, focus=f"desk:card:{editing.beside(draft, card)}")
            model = self._shown(model, editing.beside(draft, card))
        return self._changed(replace(model, forms=_without(model)), after, what)

    def _with_new_card(self, model: Model, before: DeckDraft, after: DeckDraft, what: str) -> Model:
        if after is before:
            words = tr("Een kaartset heeft ten hoogste {n} kaarten.").format(n=len(before.cards))
            return _told(model, words)
        model = self._changed(self._shown(model, before.next_key), after, what)
        return replace(model, focus=f"{PREFIX}{before.next_key}:title")

    def _stepped(self, model: Model, history: Any) -> Model:
        """Undo or redo; the card that changes comes to be seen."""
        from tegenwicht.game import deck_editing as editing

        assert model.editing is not None
        before, now = model.editing.history.now, history.now
        shown = editing.first_change(before, now)
        card = model.editing.card if shown is None else shown
        if card and now.card(card) is None:
            card = editing.beside(before, card)
            card = card if now.card(card) is not None else 0
        changed = model.editing._replace(history=history, card=card)
        self._soon()
        return replace(model, editing=self._checked(changed), forms=_without(model))

    def _changed(self, model: Model, draft: DeckDraft, what: str) -> Model:
        assert model.editing is not None
        history = model.editing.history.edited(draft, what)
        if history is model.editing.history:
            return model
        self._soon()
        changed = model.editing._replace(history=history)
        large = ":" in what and len(draft.cards) > MOST_CHECKED_AT_ONCE
        return replace(model, editing=changed if large else self._checked(changed))

    def _checked(self, editing: Editing) -> Editing:
        from tegenwicht.storage.deck_drafts import checked

        faults = checked(editing.history.now)[1]
        return editing._replace(faults=tuple(Fault(*one) for one in faults))

    def _next_fault(self, model: Model) -> Model:
        from tegenwicht.game import deck_editing as editing

        assert model.editing is not None
        faults, here = model.editing.faults, model.editing.card
        if not faults:
            return model
        order = [0, *(card.key for card in editing.by_cluster(model.editing.history.now))]
        at = order.index(here) if here in order else 0
        places = {key: place for place, key in enumerate(order[at + 1 :] + order[: at + 1])}
        first = min(faults, key=lambda one: places.get(one.card, len(order)))
        return self._shown_fault(model, first)

    def _shown_fault(self, model: Model, fault: Fault) -> Model:
        field = fault.field if fault.field not in ("card", "cards", "deck", "rank") else "title"
        model = self._shown(model, fault.card)
        return replace(model, focus=f"{PREFIX}{fault.card}:{field}", seen="")

    # -- keeping and saving

    def _soon(self) -> None:
        if self.due is None:
            self.due = self._clock() + KEPT_AFTER_SECONDS

    def tick(self, model: Model) -> Model:
        """Keep the draft when it is time; the model, with what was not checked yet."""
        if self.due is None or self._clock() < self.due or model.editing is None:
            return model
        self.flush(model)
        if len(model.editing.history.now.cards) > MOST_CHECKED_AT_ONCE:
            return replace(model, editing=self._checked(model.editing))
        return model

    def flush(self, model: Model) -> bool:
        """Keep the draft now, if it has something that is not kept yet; False when the disk refuses."""
        from tegenwicht.storage import own_decks

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
            self.trouble = words.format(why=_why(error))
            return False
        self._kept = editing.history.now if editing.unsaved else None
        return self._calm()

    def _calm(self) -> bool:
        self.trouble = ""
        return True

    def _kept_draft(self, model: Model) -> Any:
        from tegenwicht.storage.deck_drafts import KeptDraft

        assert model.editing is not None
        return KeptDraft(model.editing.history.now, model.editing.base)

    def _save(self, model: Model) -> Model:
        """The deck's file anew, whole; with something wrong the draft is kept instead."""
        from tegenwicht.storage.deck_drafts import checked

        assert model.editing is not None
        deck, found = checked(model.editing.history.now)
        if deck is None:
            safe = self.flush(model)
            model = self._shown_fault(model, Fault(*found[0]))
            return _told(model, _not_yet(len(found), safe, self.trouble))
        try:
            return self._saved(model, deck)
        except OSError as error:
            self.flush(model)
            words = tr("Bewaren lukt niet: {why}. Wat je typte staat nog op het scherm.")
            return _told(model, words.format(why=_why(error)))

    def _saved(self, model: Model, deck: Deck) -> Model:
        """What is in order on disk, under a title and a name that no other deck has."""
        from tegenwicht.game import deck_editing as editing
        from tegenwicht.storage import own_decks

        assert model.editing is not None
        now, old = model.editing, model.editing.name
        title = own_decks.free_title(deck.title, self._titles(but=old))
        name, base = self._place_for(now, title)
        deck = replace(deck, title=title, id=deck.id if now.base and name == old else name)
        text = own_decks.save(self.folder, name, deck, base)
        if name != old:
            own_decks.drop_concept(self.folder, old)
        self.due, self._kept = None, None
        draft = editing.with_ids(now.history.now, tuple(card.id for card in deck.cards))
        draft = replace(draft, title=title, id=deck.id) if title != deck.title else replace(draft, id=deck.id)
        draft = draft if title == draft.title.strip() else replace(draft, title=title)
        kept = now._replace(name=name, base=text, history=replace(now.history, now=draft), saved=draft)
        model = replace(model, editing=self._checked(kept), forms=_without(model))
        if self.opened is not None and self.opened == own_decks.deck_file(self.folder, name):
            model = replace(model, deck=deck)
        return self._told_saved(model, now, title, name)

    def _place_for(self, now: Editing, title: str) -> tuple[str, str]:
        """(name, text that is there): its own place; another when it is new, or changed by something else."""
        from tegenwicht.storage import own_decks

        if now.base and own_decks.read_text(self.folder, now.name) == now.base:
            return now.name, now.base
        return own_decks.free_name(self.folder, title, self._ids()), ""

    def _told_saved(self, model: Model, before: Editing, title: str, name: str) -> Model:
        if before.base and name != before.name:
            words = tr(
                "Het bestand is intussen door iets anders veranderd. Jouw kaarten zijn bewaard als {title}."
            )
            return _told(model, words.format(title=title))
        if title != before.history.now.title.strip():
            words = tr("Er is al een kaartset die {old} heet. Deze heet nu {title}.")
            return _told(model, words.format(old=before.history.now.title.strip(), title=title))
        return _said(model, tr("Bewaard: {title}").format(title=title))

    def _leave(self, model: Model, how: str) -> Model:
        from tegenwicht.storage import own_decks

        assert model.editing is not None
        if how == "save":
            return self._off_if_saved(self._save(replace(model, panel="", message="")))
        safe = self.flush(model)
        if not model.editing.unsaved:
            return self._off_the_desk(model)
        if how == "":
            return replace(model, panel="leave", focus="", message="")
        if not safe:
            return _told(replace(model, panel=""), self.trouble)
        if how == "discard":
            try:
                own_decks.remove_concept(self.folder, model.editing.name)
            except OSError as error:
                return _told(replace(model, panel=""), tr("Dat lukt niet: {why}.").format(why=_why(error)))
        return self._off_the_desk(model)

    def _off_if_saved(self, model: Model) -> Model:
        return model if model.editing is None or model.editing.unsaved else self._off_the_desk(model)

    def _off_the_desk(self, model: Model) -> Model:
        assert model.editing is not None
        name, message = model.editing.name, model.message
        self.due, self._kept, self.trouble = None, None, ""
        left = replace(
            gone_back(replace(model, panel="")), editing=None, forms=_without(model), message=message
        )
        return replace(self.shelved(left), focus=f"decks:edit:{name}")

    # -- names that are taken

    def _titles(self, but: str = "") -> list[str]:
        """The titles of all decks and drafts, except of the deck with one name."""
        from tegenwicht.storage import own_decks

        titles = [title for path, title in self._decks() if own_decks.name_of(Path(path)) != but or
                  Path(path).parent != self.folder]  # fmt: skip
        drafts = [_concept_or_none(self.folder, name) for name in own_decks.names(self.folder) if name != but]
        return titles + [kept.draft.title.strip() for kept in drafts if kept is not None]

    def _ids(self) -> list[str]:
        """What decks of the program are called: those names are taken too."""
        return [Path(path).stem for path, _ in self._decks()]

    def _own_files(self) -> list[Path]:
        return [Path(path) for path, _ in self._decks() if Path(path).parent == self.folder]


def _concept_or_none(folder: Path, name: str) -> Any:
    """The draft of a deck for a list; one that cannot be read now counts as none."""
    from tegenwicht.storage import own_decks

    try:
        return own_decks.read_concept(folder, name)
    except OSError:
        return None  # the list shows the deck itself; opening the draft tells what is wrong


def _not_yet(count: int, safe: bool, trouble: str) -> str:
    """Why a deck with problems is not saved, and where it is meanwhile."""
    words = several(
        "Er is nog {n} punt dat niet klopt. Daarna kan er met de kaarten gespeeld worden.",
        "Er zijn nog {n} punten die niet kloppen. Daarna kan er met de kaarten gespeeld worden.", count,
    )  # fmt: skip
    return f"{words} {tr('Tot dan is alles bewaard als concept.') if safe else trouble}"


def _cards_and(deck: Deck, more: str = "") -> str:
    """How many cards of how many clusters, and where it comes from."""
    cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
    clusters = len({card.cluster for card in deck.cards})
    parts = (cards, several("{n} cluster", "{n} clusters", clusters), more)
    return " · ".join(part for part in parts if part)


def _told_apart(decks: list[ShelfDeck]) -> tuple[ShelfDeck, ...]:
    """With the name of the file where two have the same title."""
    counts = Counter(one.label for one in decks)
    return tuple(
        one._replace(label=f"{one.label} ({Path(one.path).name})") if counts[one.label] > 1 else one
        for one in decks
    )


def _without(model: Model) -> dict[str, Any]:
    """The forms without what was typed at the desk: the draft has it."""
    return {form: value for form, value in model.forms.items() if not form.startswith(PREFIX)}


def _said(model: Model, words: str) -> Model:
    from tegenwicht.ui.access import again

    return replace(model, announcement=again(words, model.announcement))


def _told(model: Model, words: str, aloud: str = "") -> Model:
    """On the screen until the next step, and to a screen reader."""
    return replace(_said(model, aloud or words), message=words)


def _why(error: OSError) -> str:
    return str(error.strerror or error)
