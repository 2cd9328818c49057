"""Every screen and panel as a model, by name; and its tree, without a window."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module

import pygame

from tegenwicht import paths
from tegenwicht.gallery import around, directing, kinds, model_session, rounds
from tegenwicht.game.modes import MODES
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.second_window import SHARED_SIZE
from tegenwicht.preferences import Theme
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage as Window

SIZES = ((1024, 640), (1280, 720), (1600, 1200), (1920, 1080), (3840, 2160), (1080, 1920))
TEXT_SIZES = (100, 150, 200)


@cache
def all_screens() -> Mapping[str, Model]:
    """Every screen by name; those of the other modes come from ``gallery/modes/<name>.py``."""
    found: dict[str, Model] = around.screens()
    for mode in MODES:
        found |= import_module(f"tegenwicht.gallery.modes.{mode}").screens()
    for more in (rounds, kinds, model_session):
        found |= more.screens()
    return found | directing.screens(found)


@cache
def window() -> Window:
    """A stage without a window: fonts and measures only."""
    pygame.font.init()
    return Window(paths.assets())


def built(
    model: Model, size: tuple[int, int], text_size: int = 100, theme: str = "light"
) -> tuple[Model, Node]:
    """The tree of a model on a window of that size, and the model as it settled.

    What the group looks at has a text size of its own, and its window is never smaller than ``SHARED_SIZE``.
    """
    text_size = model.settings.text_size if model.bare else text_size
    size = (max(size[0], SHARED_SIZE[0]), max(size[1], SHARED_SIZE[1])) if model.bare else size
    settings = replace(model.settings, text_size=text_size, theme=Theme(theme))
    stage = window()
    stage.forget_shown()
    return stage.built(replace(model, settings=settings), size)


def focused(model: Model, key: str) -> Model:
    """The model with the focus just moved to a node."""
    return replace(model, focus=key, seen="")
