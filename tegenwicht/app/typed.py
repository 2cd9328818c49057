"""What is typed and not kept yet, kept on disk when one pauses, and given back after a kill or a power cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tegenwicht.app.answer import Answer
from tegenwicht.app.timed.due import (
    AT_ONCE,
    NEVER,
    When,
)
from tegenwicht.i18n import tr
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import REHEARSAL, Model
from tegenwicht.screens.shell.modes import unsaved_in
from tegenwicht.screens.shell.panels import panel_named
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View
from tegenwicht.storage.typed import (
    AT_THE_SETUP,
    SetupPlace,
    Typed,
    forget_typed,
    is_erased,
    keep_typed,
    read_typed,
)

PAUSE_SECONDS, AGAIN_SECONDS = 0.5, 5.0
"""After something was typed, and after the disk refused."""
KEPT_ELSEWHERE = (
    "browse:", "draft:", "desk:", "decks:", "history:", "compare:", "report:", "bring:", "settings:", "pick:",
)  # fmt: skip
"""How form entries begin that are no text of a session."""
SETUP = "setup:"
SHUFFLE, TYPED_SHUFFLE = entries.SETUP_SHUFFLE, Entry("setup:shuffle:typed")
"""The number a new session is offered, and the same where someone typed it: that one stays until it was used."""
_COUNTED = (entries.SETUP_PEOPLE, entries.SETUP_MINUTES, entries.SETUP_THINKING, entries.SETUP_TALKING)
"""Numbers at the setup that are stepped or typed."""

State = tuple[object, ...]


class TypedKeeper:
    """data: the user's folder. clock: seconds that only go forward. view: what a screen is given.

    trouble: why what is typed cannot be kept, as long as that lasts.
    """

    when = When.ALWAYS

    def __init__(self, data: Path, clock: Callable[[], float], view: Callable[[Model], View]) -> None:
        self._data, self._clock, self._view = data, clock, view
        self.trouble = ""
        self._seen: State = ()
        self._since: float | None = None
        self._again = NEVER
        self._kept: dict[str, Typed] = {}
        self._at_the_setup = SetupPlace(data)
        self._offered: set[tuple[str, str]] = set()

    def let_go(self) -> None:
        """Another window may use the place that this one had for what is typed at the setup."""
        self._at_the_setup.let_go()

    def noticed(self, model: Model, form: str) -> Model:
        """Something was filled in; it is kept when its moment comes, also where it was offered some time before."""
        self._offered = {one for one in self._offered if one[0] != form}
        self._seen = ()  # also where it is again what it was: it was not typed then
        if self._since is None:
            self._since = self._clock()
        if form == SHUFFLE:
            return replace(model, forms={**model.forms, TYPED_SHUFFLE: model.form(SHUFFLE, "")})
        return model

    def due(self, model: Model) -> float:
        """A moment after something was filled in; at once when something else became of it."""
        if _state(model) == self._seen:
            return self._again if self.trouble else NEVER
        return AT_ONCE if self._since is None else self._since + PAUSE_SECONDS

    def act(self, model: Model) -> Answer:
        """Keep what is typed and nowhere else, and forget what is kept elsewhere by now."""
        self._seen, self._since, self._again = _state(model), None, self._clock() + AGAIN_SECONDS
        self.flush(model)
        return Answer(model)

    def flush(self, model: Model) -> None:
        """The same, now."""
        self._leave_out_what_was_erased()
        playing = model.playing
        place = playing.id if playing is not None else AT_THE_SETUP
        typed = self._of_session(model) if playing is not None else self._of_setup(model)
        if place == REHEARSAL:
            typed = None
        try:
            for other in [one for one in self._kept if one != place]:  # left: what was typed there is kept
                self._put(other, None)
            self._put(place, typed)
            self.trouble = ""
        except OSError as error:
            from tegenwicht.storage.reasons import why_not

            words = tr("Wat je typt kan nu niet worden bewaard ({why}). Het staat nog op het scherm.")
            self.trouble = words.format(why=why_not(error))

    def _leave_out_what_was_erased(self) -> None:
        """What was kept of the setup and is gone from the disk, another window erased: it is not written again."""
        kept = self._kept.get(AT_THE_SETUP)
        if kept is not None and is_erased(self._data, self._at_the_setup.take()):
            self._offered |= set(kept.forms.items())
            del self._kept[AT_THE_SETUP]

    def _put(self, place: str, typed: Typed | None) -> None:
        if typed == self._kept.get(place):
            return
        name = self._at_the_setup.take() if place == AT_THE_SETUP else place
        if typed is None:
            forget_typed(self._data, name)
            self._kept.pop(place, None)
        else:
            keep_typed(self._data, name, typed)
            self._kept[place] = typed

    def _of_session(self, model: Model) -> Typed | None:
        """The texts on the table, as long as one of them is not kept yet."""
        typed = unsaved_in(self._view(model))
        if not (typed.screen or typed.panel):
            return None
        panel = model.panel if model.scene == Scene.PLAY else model.behind
        return Typed(panel, {form: text for form, text in _texts(model).items() if _belongs(form, False)})

    def _of_setup(self, model: Model) -> Typed | None:
        """The names, numbers and other texts at the setup, where they are not those of the last time.

        Nor of a time before: a name that was offered and erased meanwhile, by another copy of the app, is not typed.
        """
        usual = self._usual(model)
        texts = {form: text for form, text in _texts(model).items() if _belongs(form, True)}
        texts = {form: text for form, text in texts.items() if (form, text) not in self._offered}
        texts |= {form: str(model.forms[form]) for form in _COUNTED if type(model.forms.get(form)) is int}
        new = {form: text for form, text in texts.items() if text != str(usual.get(form, ""))}
        new.pop(SHUFFLE, None)
        return Typed("", new) if new else None

    def _usual(self, model: Model) -> dict[str, object]:
        """What the setup offers of the last time; its texts are remembered."""
        from tegenwicht.app.last_time import forms_from

        usual = forms_from(model.settings.last_setup)
        self._offered |= {(form, text) for form, text in usual.items() if type(text) is str}
        return usual

    # -- giving back

    def at_the_start(self, model: Model) -> Model:
        """The model with what was typed at the setup before the program ended."""
        self._usual(model)
        left = self._at_the_setup.find_left()
        return self._with(model, AT_THE_SETUP, left) if left else model

    def resumed(self, model: Model) -> Model:
        """The model of a session that goes on, with what was typed in it before the program ended."""
        assert model.playing is not None
        before = self._with(model, model.playing.id, model.playing.id)
        if before is model:
            return model
        typed = self._kept[model.playing.id]
        return replace(
            before, panel=panel_named(typed.panel), message=tr("Wat je de vorige keer typte, staat er nog.")
        )

    def _with(self, model: Model, place: str, name: str) -> Model:
        """``place``: whose it is. name: of the file."""
        typed = read_typed(self._data, name)
        if typed is None:
            return model
        self._kept[place] = typed
        at_the_setup = place == AT_THE_SETUP
        texts = {form: text for form, text in typed.forms.items() if _belongs(form, at_the_setup)}
        return replace(model, forms={**model.forms, **texts})


def _belongs(form: str, at_the_setup: bool) -> bool:
    """Whether a form entry may hold what was typed at the setup, or in a session."""
    return form.startswith(SETUP) if at_the_setup else not form.startswith((SETUP, *KEPT_ELSEWHERE))


def _texts(model: Model) -> dict[str, str]:
    return {form: value for form, value in model.forms.items() if type(value) is str}


def _state(model: Model) -> State:
    """What decides whether there is something to keep: another one is looked at anew."""
    playing = model.playing
    at = (playing.id, playing.timeline.count) if playing is not None else ()
    return (model.forms, model.panel, at)
