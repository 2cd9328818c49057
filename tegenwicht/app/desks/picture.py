"""A picture of the scale of the session on the table, as a file to hang up or to mail."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pygame

from tegenwicht import paths
from tegenwicht.app.desks.documents import write_document
from tegenwicht.i18n import tr
from tegenwicht.preferences import Theme
from tegenwicht.screens.parts.harvest.now import STEP, Step
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.stage import Stage

SIZE = (1920, 1080)


def save_picture(model: Model, now: datetime) -> tuple[Path | None, str]:
    """(where it was written, or None, and why not in Dutch). Never over another file."""
    from tegenwicht.report.names import file_name

    assert model.playing is not None
    title = model.playing.timeline.session.setup.title
    name = file_name(title or tr("Weegschaal"), now.date().isoformat(), ".png")
    return write_document(name, lambda: drawn(model), tr("Het plaatje"))


def drawn(model: Model) -> bytes:
    """The scale at the end of the session, on light paper at its usual size, as PNG."""
    import io

    settings = replace(model.settings, theme=Theme.LIGHT, text_size=100)
    shown = replace(
        model, settings=settings, scene=Scene.PLAY, panel=Panel.NONE, focus="", message="", notices=(), trouble="", offer="",
        forms={**model.forms, STEP: Step.LOOK},
    )  # fmt: skip
    stage, surface = Stage(paths.assets()), pygame.Surface(SIZE)
    shown, tree = stage.built(shown, SIZE)
    stage.draw(surface, tree, "", everything=True)
    written = io.BytesIO()
    pygame.image.save(surface, written, "picture.png")
    return written.getvalue()
