"""Edits at the desk: from what is pressed and typed to the next draft, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer
from tegenwicht.app.desks.own_decks.telling import told
from tegenwicht.i18n import tr
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Editing, Fault, Model
from tegenwicht.screens.shell.update import without_entries

if TYPE_CHECKING:
    from tegenwicht.game.deck_editing import DeckDraft

MOST_CHECKED_AT_ONCE = 300
"""Cards; a longer deck is not checked with every key, but when its draft is kept."""
PREFIX = "draft:"
"""How the form entries of the desk begin; then the card's key, a colon, and the field."""


def typed(model: Model, form: Entry) -> Model:
    """The model after something was typed in a field of the deck on the desk."""
    assert model.editing is not None
    from tegenwicht.game import deck_editing as editing

    card, field = form.removeprefix(PREFIX).split(":")
    text, draft = str(model.form(form, "")), model.editing.history.now
    if card != "0":
        return _changed(model, editing.written(draft, int(card), field, text), f"{field}:{card}")
    if field == "title":
        return _changed(model, editing.titled(draft, text), "title:0")
    if field == "instruction":
        return _changed(model, editing.instructed(draft, text), "instruction:0")
    return _changed(model, editing.sourced(draft, int(field.split()[1]) - 1, text), f"{field}:0")


def shown(model: Model, card: int) -> Model:
    """The model with another card to see, by its key; 0 for the deck itself."""
    assert model.editing is not None
    scroll = {key: at for key, at in model.scroll.items() if key == "desk:list"}
    forms = without_entries(model.forms, "desk:open")
    return replace(model, editing=model.editing._replace(card=card), message="", scroll=scroll, forms=forms)


def change(model: Model, what: str, card: int, value: str) -> Answer:
    """The model after an edit that ``screens.shell.commands.ChangeDeck`` names. KeyError for another."""
    from tegenwicht.game import deck_editing as editing
    from tegenwicht.game.cards import Cluster, Kind, Source

    assert model.editing is not None
    history = model.editing.history
    draft: DeckDraft = history.now
    if what in ("undo", "redo"):
        return Answer(_stepped(model, history.undo() if what == "undo" else history.redo()))
    edits: dict[str, Callable[[], DeckDraft]] = {
        "add": lambda: editing.added(draft, next(one for one in editing.FAMILIES if one == value)),
        "duplicate": lambda: editing.duplicated(draft, card),
        "remove": lambda: editing.removed(draft, card),
        "up": lambda: editing.moved(draft, card, -1),
        "down": lambda: editing.moved(draft, card, 1),
        "cluster": lambda: editing.in_cluster(draft, card, Cluster(value) if value else None),
        "kind": lambda: editing.of_kind(draft, card, Kind(value)),
        "picture": lambda: editing.pictured(draft, card, value),
        "source": lambda: editing.from_source(draft, card, Source(value)),
        "renumber": lambda: editing.renumbered(draft),
    }
    after = edits[what]()
    if what in ("add", "duplicate"):
        return _with_new_card(model, draft, after, what)
    if what == "remove":
        model = replace(model, focus=f"desk:card:{editing.beside(draft, card)}")
        model = shown(model, editing.beside(draft, card))
    return Answer(_changed(replace(model, forms=without(model)), after, what))


def _with_new_card(model: Model, before: DeckDraft, after: DeckDraft, what: str) -> Answer:
    if after is before:
        words = tr("Een kaartset heeft ten hoogste {n} kaarten.").format(n=len(before.cards))
        return told(model, words)
    model = _changed(shown(model, before.next_key), after, what)
    return Answer(replace(model, focus=f"{PREFIX}{before.next_key}:title"))


def _stepped(model: Model, history: Any) -> Model:
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
    return replace(model, editing=checked_anew(changed), forms=without(model))


def _changed(model: Model, draft: DeckDraft, what: str) -> Model:
    assert model.editing is not None
    history = model.editing.history.edited(draft, what)
    if history is model.editing.history:
        return model
    changed = model.editing._replace(history=history)
    large = ":" in what and len(draft.cards) > MOST_CHECKED_AT_ONCE
    return replace(model, editing=changed if large else checked_anew(changed))


def checked_anew(editing: Editing) -> Editing:
    """The desk with all that is wrong with its draft now."""
    from tegenwicht.storage.decks.drafts import checked

    faults = checked(editing.history.now)[1]
    return editing._replace(faults=tuple(Fault(*one) for one in faults))


def next_fault(model: Model) -> Model:
    """The next field with something wrong, after the card that is shown, round and round."""
    from tegenwicht.game import deck_editing as editing

    assert model.editing is not None
    faults, here = model.editing.faults, model.editing.card
    if not faults:
        return model
    order = [0, *(card.key for card in editing.by_cluster(model.editing.history.now))]
    at = order.index(here) if here in order else 0
    places = {key: place for place, key in enumerate(order[at + 1 :] + order[: at + 1])}
    first = min(faults, key=lambda one: places.get(one.card, len(order)))
    return shown_fault(model, first)


def shown_fault(model: Model, fault: Fault) -> Model:
    """The card with that problem, and the focus on its field."""
    field = fault.field if fault.field not in ("card", "cards", "deck", "rank") else "title"
    model = shown(model, fault.card)
    return replace(model, focus=f"{PREFIX}{fault.card}:{field}", seen="")


def without(model: Model) -> dict[str, Any]:
    """The forms without what was typed at the desk: the draft has it."""
    return {form: value for form, value in model.forms.items() if not form.startswith(PREFIX)}
