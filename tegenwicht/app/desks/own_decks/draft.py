"""What was typed at the desk, kept on disk a moment after it was typed, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer
from tegenwicht.app.desks.own_decks.editing import MOST_CHECKED_AT_ONCE, checked_anew
from tegenwicht.app.desks.own_decks.telling import why
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.i18n import tr
from tegenwicht.screens.shell.model import Model

if TYPE_CHECKING:
    from tegenwicht.game.deck_editing import DeckDraft

KEPT_AFTER_SECONDS = 1.0
AGAIN_AFTER_SECONDS = 5.0


class DraftKeeper:
    """Keeps the draft of the deck on the desk in ``folder``, by the ``clock``.

    trouble: why the draft could not be kept, as long as that lasts.
    """

    when = When.ALWAYS

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self.folder, self._clock = folder, clock
        self.trouble = ""
        self._at = NEVER
        self._kept: DeckDraft | None = None

    def begin(self, kept: DeckDraft | None) -> None:
        """Another deck is on the desk, or the same as it was saved. kept: its draft on disk."""
        self._kept, self._at, self.trouble = kept, NEVER, ""

    def changed(self, before: Model, after: Model) -> Model:
        """The model after an edit; when its draft is another, that is to be kept soon."""
        assert before.editing is not None and after.editing is not None
        if after.editing.history.now is not before.editing.history.now and self._at == NEVER:
            self._at = self._clock() + KEPT_AFTER_SECONDS
        return after

    def due(self, model: Model) -> float:
        """When the draft must be kept."""
        return self._at if model.editing is not None else NEVER

    def act(self, model: Model) -> Answer:
        """Keep it; the model with what was not checked yet."""
        self.flush(model)
        assert model.editing is not None
        if len(model.editing.history.now.cards) > MOST_CHECKED_AT_ONCE:
            return Answer(replace(model, editing=checked_anew(model.editing)))
        return Answer(model)

    def flush(self, model: Model) -> bool:
        """Keep the draft now, if it has something that is not kept yet; False when the disk refuses."""
        from tegenwicht.storage.decks import own as own_decks

        self._at = NEVER
        editing = model.editing
        if editing is None or self._kept == (editing.history.now if editing.unsaved else None):
            return self._calm()
        try:
            if editing.unsaved:
                own_decks.keep_concept(self.folder, editing.name, kept_draft(model))
            else:  # all was undone
                own_decks.drop_concept(self.folder, editing.name)
        except OSError as error:
            self._at = self._clock() + AGAIN_AFTER_SECONDS
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


def kept_draft(model: Model) -> Any:
    """The draft on the desk as it is kept."""
    from tegenwicht.storage.decks.drafts import KeptDraft

    assert model.editing is not None
    return KeptDraft(model.editing.history.now, model.editing.base)
