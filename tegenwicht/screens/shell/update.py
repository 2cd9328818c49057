"""What a command does to the model, for the commands that touch nothing outside it. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tegenwicht.kit.command import Command
from tegenwicht.preferences import TEXT_SIZES
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Left, Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene

CHANGES: tuple[type[Command], ...] = (
    commands.Put, commands.Forget, commands.Go, commands.Back, commands.Open, commands.Shut, commands.FocusOn,
    commands.ScrollTo, commands.Dismiss,
)  # fmt: skip
"""The commands that change nothing but the model."""


def updated(model: Model, command: Command) -> Model:
    """The next model. ValueError for a command that is not one of CHANGES."""
    match command:
        case commands.Put(form, value):
            return replace(model, forms=with_entry(model.forms, form, value))
        case commands.Forget(form):
            return replace(model, forms=without_entries(model.forms, form))
        case commands.Go(scene):
            return gone_to(model, scene)
        case commands.Back():
            return gone_back(model)
        case commands.Open(panel, forms):
            opener = model.opener if model.panel else model.focus
            filled: dict[str, Any] = {**model.forms, **dict(forms)}
            return replace(model, panel=panel, forms=filled, focus="", message="", opener=opener)
        case commands.Shut():
            return replace(model, panel=Panel.NONE, focus=model.opener, seen="", message="", opener="")
        case commands.FocusOn(key):
            return replace(model, focus=key)
        case commands.ScrollTo(key, offset):
            return replace(model, scroll={**model.scroll, key: offset})
        case commands.Dismiss(notice):
            left = tuple(one for one in model.notices if one != notice)
            message = "" if notice == model.message else model.message
            return replace(model, notices=left, message=message)
    raise ValueError(f"{command!r} changes more than the model")


def with_entry(forms: Mapping[str, Any], form: str, value: Any) -> dict[str, Any]:
    """The forms with one entry changed."""
    return {**forms, form: value}


def without_entries(forms: Mapping[str, Any], *gone: str) -> dict[str, Any]:
    """The forms without those entries, whether they were filled in or not."""
    return {form: value for form, value in forms.items() if form not in gone}


def forms_between_sessions(forms: Mapping[str, Any]) -> dict[str, Any]:
    """What stays filled in from one session to the next: nothing that was written in one."""
    return {form: value for form, value in forms.items() if form.startswith(("setup:", "browse:"))}


def to_scene(model: Model, scene: Scene) -> Model:
    """A screen from which there is no way back to the one before."""
    return replace(
        model, scene=scene, back=(), left={}, panel=Panel.NONE, behind=Panel.NONE, focus="", message="", scroll={},
        forms=forms_between_sessions(model.forms),
    )  # fmt: skip


def gone_to(model: Model, scene: Scene) -> Model:
    """Another screen; where we were is remembered, unless we are there already."""
    if scene == model.scene:
        return model
    back = (*model.back, model.scene)
    behind = model.panel or model.behind
    left = {**model.left, len(model.back): Left(model.scene, model.focus, model.scroll)}
    return replace(
        model, scene=scene, back=back[-20:], left=left, panel=Panel.NONE, behind=behind, focus="", message="", scroll={}
    )  # fmt: skip


def gone_back(model: Model) -> Model:
    """The screen before, as it was left; nothing at the first one. A panel that was open is open again."""
    if not model.back:
        return model
    scene, before = model.back[-1], model.back[:-1]
    left = model.left.get(len(before))
    focus, scroll = (left.focus, left.scroll) if left is not None and left.scene == scene else ("", {})
    panel, behind = (model.behind, Panel.NONE) if scene == Scene.PLAY else (Panel.NONE, model.behind)
    return replace(
        model, scene=scene, back=before, panel=panel, behind=behind, focus=focus, seen="", message="", scroll=scroll
    )  # fmt: skip


def text_size(now: int, step: int) -> int:
    """The next text size in per cent: larger (+1), smaller (-1) or the usual (0)."""
    if step == 0:
        return 100
    return max(TEXT_SIZES.start, min(TEXT_SIZES.stop - 1, now + step * TEXT_SIZES.step))
