"""Draws states into a folder: a picture of each, and ``index.html`` that shows them all."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pygame

from tegenwicht import paths
from tegenwicht.gallery.looks import shortcomings
from tegenwicht.gallery.states import all_screens
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit.entry.live_field import LiveField
from tegenwicht.kit.nodes import Node
from tegenwicht.preferences import Theme
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.looked_at import looked_at
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage

PAGE = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Tegenwicht, {title}</title>
<style>
body {{ font: 18px/1.5 sans-serif; margin: 2rem; background: #f4f0e8; color: #1f2430 }}
ul {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr)); gap: 1.5rem; padding: 0 }}
li {{ list-style: none }} img {{ width: 100%; border: 1px solid #857f6c }}
</style>
<h1>{title}</h1><ul>
{items}
</ul></html>
"""


def draw(
    out: Path,
    size: tuple[int, int] = (1920, 1080),
    text_size: int = 100,
    theme: str = "light",
    only: str = "",
    check: Callable[[str, list[str]], None] | None = None,
) -> int:
    """A picture of each state whose name holds ``only``, and the index page; how many pictures.

    size: in pixels. text_size: 100 to 200. theme: one of ``preferences.Theme``.
    check: hears of each name what falls short in its layout.
    OSError when the folder cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    stage, surface = Stage(paths.assets()), pygame.Surface(size)
    field = LiveField(stage.painter, clean, lambda: 0.0)
    names = {}
    for name, model in chosen(all_screens(), only).items():
        text = (
            model.settings.text_size if model.bare else text_size
        )  # what the group sees has a size of its own
        settings = replace(model.settings, text_size=text, theme=Theme(theme))
        tree = picture(stage, field, surface, replace(model, settings=settings))
        if check is not None:
            check(name, shortcomings(tree))
        names[name] = f"{file_name(name)}.png"
        pygame.image.save(surface, out / names[name])
    field.close()
    pygame.display.quit()
    title = f"{size[0]} × {size[1]}, {text_size} %, {theme}"
    (out / "index.html").write_text(page(title, names), encoding="utf-8")
    return len(names)


def chosen(states: Mapping[str, Model], only: str) -> dict[str, Model]:
    """The states whose name holds ``only``, in their order."""
    return {name: model for name, model in states.items() if only in name}


def picture(stage: Stage, field: LiveField, surface: pygame.Surface, model: Model) -> Node:
    """Draw one state, with what is typed in it, on a surface of the window's size; its tree."""
    size = surface.get_size()
    model, tree = stage.built(model, size)
    if model.directing == "apart":
        stage.painter.live["beamer"] = _group_sees(model)
    field.fit(tree, model.focus, stage.theme, lambda form, otherwise: model.form(Entry(form), otherwise))
    stage.draw(surface, tree, "" if model.bare else model.focus, everything=True)  # the group sees no focus
    field.draw(surface, tree)
    return tree


def _group_sees(model: Model) -> pygame.Surface:
    """What is on the other screen, at 1920 by 1080."""
    shown, surface = looked_at(model), pygame.Surface((1920, 1080))
    stage = Stage(paths.assets())
    shown, tree = stage.built(
        replace(shown, settings=replace(shown.settings, theme=model.settings.theme)), (1920, 1080)
    )
    stage.draw(surface, tree, "", everything=True)
    return surface


def file_name(name: str) -> str:
    """ "table, time over" becomes "table-time-over"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def page(title: str, pictures: Mapping[str, str]) -> str:
    """The page to look through: every picture with its name under it."""
    items = "\n".join(
        f'<li><a href="{file}"><img src="{file}" alt="" loading="lazy"></a><br>{html.escape(name)}</li>'
        for name, file in pictures.items()
    )
    return PAGE.format(title=html.escape(tr("Galerij, {of}").format(of=title)), items=items)
