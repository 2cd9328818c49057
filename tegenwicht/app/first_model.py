"""What the screens show at first: the settings, the deck, the sessions there are, and what there is to tell."""

from dataclasses import replace
from pathlib import Path

from tegenwicht import paths
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.last_time import forms_from
from tegenwicht.app.places import Places
from tegenwicht.screens.shell.model import Model


def first_model(back: Backstage, places: Places, path: Path | None, full_screen: bool) -> Model:
    """path: a deck to play with instead of the usual one. full_screen: this time, whatever the settings say."""
    usual = paths.decks() / "tegenwicht.yaml"
    deck, problem = places.read_at_the_start(path or usual)
    if deck is None and path is not None:
        deck, _ = places.read_at_the_start(usual)
    settings = back.settings
    return Model(
        replace(settings, full_screen=True) if full_screen else settings,
        forms=forms_from(settings.last_setup), deck=deck, deck_path=str(places.opened or ""),
        sessions=back.sessions(), trouble=back.trouble,
        notices=(*back.notices, *([problem] if problem else [])), today=back.today(),
    )  # fmt: skip
