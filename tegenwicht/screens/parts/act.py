"""Something that one can do on a screen: it becomes a button on the rim, or a line in a menu."""

from collections.abc import Iterable
from typing import NamedTuple

from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Key
from tegenwicht.kit.view import View


class Act(NamedTuple):
    """key: of its node. word: on the button. command: what it does; None: not now. shortcut: the key that presses it.

    glyph: its icon in a menu. primary: the main button of the screen. told: what a screen reader says besides.
    dashed: pressed too early it only says why. sign: whether its key may be shown now.
    """

    key: str
    word: str
    command: Command | None
    shortcut: Key | None = None
    glyph: str = ""
    primary: bool = False
    told: str = ""
    dashed: bool = False
    sign: bool = True


def bindings_of(acts: Iterable[Act]) -> tuple[tuple[str, Command], ...]:
    """The keys of acts that have no button where one is: each key with what it does now."""
    return tuple(
        (name, act.command)
        for act in acts
        if act.shortcut is not None and act.command is not None
        for name in act.shortcut.names
    )


def as_button(v: View, act: Act, glyph: str = "", first: bool = False) -> Button:
    """An act as a button among others, off when it cannot be done now. glyph: an icon before its word."""
    able = act.command is not None
    made = button(
        v,
        act.key,
        act.word,
        act.command,
        act.shortcut,
        glyph=glyph,
        primary=act.primary,
        first=first,
        enabled=able,
    )
    return made.heard(description=act.told)
