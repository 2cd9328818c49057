"""The screens around a session: the start, setting up, all cards, settings, help."""

from dataclasses import replace
from typing import Any

from tegenwicht.gallery import decks as deck_screens
from tegenwicht.gallery import history
from tegenwicht.gallery.history import SESSIONS
from tegenwicht.gallery.played import (
    LONGEST,
    LONGEST_NAME,
    NAMES,
    NEWS,
    ONE_WORD,
    SHORT,
    TODAY,
    TWELVE,
    USUAL,
    deck_of,
    usual_card,
)
from tegenwicht.game.cards import CLUSTERS, Deck
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene

SPACIOUS = Settings(spacing=130)
LIKED = Settings(favourites=tuple(f"proef/kaart-{number}" for number in (2, 9, 31, 44)))
DECKS = (("a.yaml", "Tegenwicht"), ("b.yaml", LONGEST.title), ("c.yaml", "Klein"))


def _setups(model: Model) -> dict[str, Model]:
    """Setting up a session: the games, then the seats and the time."""

    def at(names: tuple[str, ...], deck: Deck = USUAL, **more: Any) -> Model:
        named = {f"setup:name:{n}": name for n, name in enumerate(names, 1)}
        forms = {
            "setup:step": 2,
            "setup:people": len(names),
            "setup:now": 14 * 60 + 5,
            "setup:shuffle": "6260",
        }
        forms |= named | {f"setup:{key}": value for key, value in more.items()}
        return replace(model, scene=Scene.SETUP, deck=deck, decks=DECKS, back=(Scene.START,), forms=forms)

    four = (*NAMES[:4], "")
    return {
        "setup": at(NAMES, step=1),
        "setup for the first time": replace(at(NAMES, step=1), sessions=()),
        "setup at the table": replace(at(four, title="Team Zuid"), focus="setup:name:5"),
        "setup at the table, all named": at(NAMES, title="Team Zuid"),
        "setup with thirty minutes": at(NAMES[:3], minutes=30),
        "setup with more choices": at(NAMES, more=True, kinds=("joker",)),
        "setup of Wegen": at(NAMES, mode="weighing"),
        "setup of Afpellen for one": at(("",), mode="peeling"),
        "setup of eight": at(SHORT[:8]),
        "setup of twelve": at(SHORT),
        "setup of twelve, the longest": at(TWELVE, LONGEST, title=LONGEST_NAME, shuffle="999999", more=True),
        "setup without clusters": at(NAMES, off=tuple(CLUSTERS), drawing="counterweight", more=True),
    }


def screens() -> dict[str, Model]:
    """Each screen of this kind in its states: its name in the gallery, and its model."""
    model = Model(Settings(), deck=USUAL, sessions=SESSIONS, today=TODAY)
    decks = DECKS

    def at(scene: str, deck: Deck = USUAL, **forms: Any) -> Model:
        named = {key.replace("_", ":", 1): value for key, value in forms.items()}
        return replace(model, scene=Scene(scene), deck=deck, back=(Scene.START,), forms=named)

    setups = _setups(model)
    return {
        "start": replace(model, sessions=()),
        "start with sessions": model,
        "start without a deck": replace(model, deck=None, sessions=(), notices=NEWS),
        **setups,
        "setup with favourites": replace(setups["setup with more choices"], settings=LIKED),
        "cards": at("browse"),
        "cards, other decks": replace(at("browse"), decks=decks),
        "cards, the longest": replace(at("browse", LONGEST), decks=decks),
        "cards sought": at("browse", browse_sought="belastbaarheid"),
        "cards not found": at("browse", browse_sought="zzz"),
        "cards of two clusters": at(
            "browse", browse_clusters=(CLUSTERS[1], CLUSTERS[4]), browse_kind="tabel"
        ),
        "cards with a hand": replace(at("browse"), decks=decks, forms={"browse:hand:proef": (9, 2, 31, 40)}),
        "cards with a full hand": replace(
            at("browse", LONGEST), decks=decks, forms={"browse:hand:proef": tuple(range(1, 49))}
        ),
        "cards, very many": at("browse", deck_of(usual_card, 40, "Groot")),
        "one card of the hand": replace(at("browse"), forms={"browse:hand:proef": (9,), "browse:open": 9}),
        "cards on paper": replace(
            at("browse"), panel=Panel.PAPER, forms={"report:saved": f"/home/{ONE_WORD}.pdf"}
        ),
        "cards with favourites": replace(at("browse"), settings=LIKED),
        "cards, only favourites": replace(at("browse", browse_favourites=True), settings=LIKED),
        "one card, a favourite": replace(at("browse", browse_open=9), settings=LIKED),
        "one card": at("browse", browse_open=9),
        "one card, the longest": at("browse", LONGEST, browse_open=9),
        **history.screens(),
        "settings": at("settings"),
        "settings, lines far apart": replace(at("settings"), settings=SPACIOUS),
        "help, lines far apart": replace(at("help"), settings=SPACIOUS),
        "one card, lines far apart": replace(at("browse", browse_open=9), settings=SPACIOUS),
        "help": at("help"),
        **deck_screens.screens(replace(model, back=(Scene.START,)), USUAL, LONGEST),
    }
