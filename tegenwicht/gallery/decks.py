"""The screens of own decks as models: the list with its panels, and the desk."""

from dataclasses import replace
from typing import Any

from tegenwicht.game import deck_editing as editing
from tegenwicht.game.cards import CLUSTERS, Deck, Kind
from tegenwicht.screens.shell.model import Editing, Fault, Model, Shelf, ShelfDeck
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.decks.drafts import checked

SHELF = Shelf(
    (
        ShelfDeck("teamdag", "/k/teamdag.yaml", "Teamdag", "24 kaarten · 6 clusters"),
        ShelfDeck("tweede", "/k/tweede.yaml", "Tegenwicht 2", "48 kaarten · wijzigingen nog niet bewaard", "draft"),
        ShelfDeck("nieuw", "/k/nieuw.yaml", "Mijn kaarten", "1 kaart · nog niet bewaard als kaartset", "new"),
        ShelfDeck("stuk", "/k/stuk.yaml", "stuk", "Er is iets mis met dit bestand.", "broken"),
    ),
    (
        ShelfDeck("", "/d/tegenwicht.yaml", "Tegenwicht", "48 kaarten · 6 clusters"),
        ShelfDeck("", "/d/client.yaml", "Voor cliënten om mee te nemen", "18 kaarten · 6 clusters"),
    ),
    (ShelfDeck("weg", "/k/verwijderd/weg.yaml", "Oude set", "6 kaarten · 2 clusters"),),
    ShelfDeck("", "/x/kaarten.xlsx", "Van een collega", "12 kaarten · 3 clusters · kaarten.xlsx"),
)  # fmt: skip


def desk(draft: editing.DeckDraft, card: int, *, saved: bool = False) -> Editing:
    """The desk with a draft, as the app would have it."""
    faults = tuple(Fault(*one) for one in checked(draft)[1])
    history = editing.History(draft, (("add", editing.DeckDraft()),), (("title:3", draft),))
    return Editing("set", "", history, draft if saved else None, card, faults)


def _wrong(draft: editing.DeckDraft) -> editing.DeckDraft:
    """Too long, with a number that another card has, and a card without anything."""
    key = draft.cards[0].key
    for field in editing.TEXTS[1:]:
        draft = editing.written(draft, key, field, f"{draft.cards[0].text(field)} {'meer dan er past ' * 9}")
    draft = editing.written(draft, key, "number", draft.cards[1].number)
    return editing.added(draft, CLUSTERS[0])


def screens(model: Model, usual: Deck, longest: Deck) -> dict[str, Model]:
    """Every screen and panel of own decks, by name."""
    plain, long = editing.draft_of(usual), editing.draft_of(longest)
    wrong = _wrong(plain)
    pictured = editing.pictured(editing.pictured(plain, 9, "coffee"), 10, "bridge")
    bare = editing.added(plain, CLUSTERS[2])
    for field in ("title", "question"):
        bare = editing.written(bare, bare.next_key - 1, field, plain.cards[1].text(field))
    wordy = tuple(one._replace(label=longest.title, path=f"/{n}") for n, one in enumerate(SHELF.own))
    long_shelf = SHELF._replace(
        own=tuple(one._replace(label=f"{one.label} ({n})") for n, one in enumerate(wordy)),
        shipped=(), loose=wordy[0],
    )  # fmt: skip

    def at(scene: str, forms: dict[str, Any] | None = None, **changes: Any) -> Model:
        return replace(model, scene=Scene(scene), forms=forms or {}, **changes)

    def editor(made: Editing, **forms: Any) -> Model:
        named = {key.replace("_", ":"): value for key, value in forms.items()}
        return at("deck_edit", named, editing=made, back=("start", "decks"))

    listed = at("decks", shelf=SHELF)
    lost = tuple(f"regel {n}: # hier staat waarom deze kaart zo is geworden" for n in range(3, 12))
    return {
        "decks": listed,
        "decks, none yet": at("decks", shelf=SHELF._replace(own=(), removed=(), loose=None)),
        "decks of the longest": at("decks", shelf=long_shelf, offer=longest.title),
        "decks, another name": replace(listed, panel=Panel.RENAME, forms={"decks:title": longest.title}),
        "decks, for good": replace(listed, panel=Panel.ERASE, forms={"decks:title": longest.title}),
        "decks, a file": replace(listed, panel=Panel.EXPORT, forms={"decks:title": longest.title}),
        "decks, made by hand": replace(listed, panel=Panel.COMMENTS, forms={"decks:lost": lost}),
        "deck editing": editor(desk(plain, 9, saved=True)),
        "deck editing, the longest": editor(desk(long, 9)),
        "deck editing, with problems": editor(desk(wrong, 1)),
        "deck editing, a new card": editor(desk(wrong, wrong.cards[8].key)),
        "deck editing, the deck": editor(desk(long, 0)),
        "deck editing, the list": editor(desk(plain, 9), desk_shown="list"),
        "deck editing, a picture": replace(
            editor(desk(plain, 9), desk_pictures_sought="k"), panel=Panel.PICTURES
        ),
        "deck editing, with a picture": editor(desk(pictured, 9)),
        "deck editing, a situation": editor(desk(editing.of_kind(pictured, 9, Kind.SITUATION), 9)),
        "deck editing, a question alone": editor(desk(bare, bare.next_key - 1)),
        "deck editing, leaving": replace(editor(desk(wrong, 1)), panel=Panel.LEAVE),
        "deck editing, nothing": at("deck_edit"),
        "start with an offer": replace(
            model, offer=longest.title, message="Kaartset geopend: Klein, 4 kaarten"
        ),
    }
