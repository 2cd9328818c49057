"""The model as the group may see it on another screen: what is played, and nothing of who leads it."""

from dataclasses import replace

from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.model import Model, Playing
from tegenwicht.screens.shell.scenes import Scene

TEXT = {2: 100, 5: 120, 8: 140}
"""Per cent of the base size, by the distance in metres."""
MOST_BESIDE = 100
"""The most of a game of which all is shown at once."""


def looked_at(model: Model) -> Model:
    """Without panels, news, what is said aloud, and every text that someone typed.

    Of what was filled in only numbers go along: which doorvraag is out, which side of a card lies up; and what says
    of itself that it is for all, as hands that are counted.
    """
    playing = model.playing
    return Model(
        _settings(model.settings, playing), Scene.PLAY, deck=model.deck, playing=playing, bare=True, curtain=model.curtain,
        forms={name: value for name, value in model.forms.items() if _is_figures(value)}, today=model.today,
    )  # fmt: skip


def _settings(settings: Settings, playing: Playing | None) -> Settings:
    size = TEXT[settings.distance]
    if playing is not None and not _is_table(playing):
        size = min(size, MOST_BESIDE)
    return replace(settings, text_size=size, letter_keys=False, last_setup={})


def _is_table(playing: Playing) -> bool:
    """Whether a Kaartgesprek is played: its table can do with larger text, the harvest and the games show all at once."""
    session = playing.timeline.session
    return bool(session.setup.mode == "tegenwicht" and session.phase == "playing")


def _is_figures(value: object) -> bool:
    if getattr(value, "for_all", False):
        return True
    if isinstance(value, tuple):
        return all(map(_is_figures, value))
    return isinstance(value, int | float)
