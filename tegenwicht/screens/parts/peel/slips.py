"""Slips: what is written at a layer, a line each. Writing one, changing one, laying one at the other side."""

from typing import NamedTuple

from tegenwicht.game import path as game_path
from tegenwicht.game.path import ACROSS, Path, PathStep
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Forget, Open, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

LONGEST_SLIP = 200
TEXT, AT = Entry("slip:text"), Entry("slip:at")
"""Form entries: what is typed on the slip, and which slip it was; empty for a new one."""


class Slip(NamedTuple):
    """A line that was written. line: its number at its question, from 0."""

    step: PathStep
    question: int
    line: int
    words: str

    @property
    def key(self) -> str:
        """Of its node."""
        return f"slip:{self.step}:{self.question}:{self.line}"


def slips_at(path: Path, step: PathStep) -> tuple[Slip, ...]:
    """All slips of a layer, in order."""
    return tuple(
        Slip(step, question, line, words)
        for question in range(game_path.QUESTIONS)
        for line, words in enumerate(path.answer(step, question).splitlines())
        if words.strip()
    )


def longest(typed: str) -> int:
    """How many characters fit: a slip's, or what an older session has there already."""
    return max(LONGEST_SLIP, len(typed))


def write_new() -> Command:
    """Begin a new slip."""
    return Open(Panel.SLIP, ((TEXT, ""), (AT, "")))


def change(slip: Slip) -> Command:
    """Take up a slip to change its words."""
    return Open(Panel.SLIP, ((TEXT, slip.words), (AT, slip.key)))


def across(path: Path, slip: Slip) -> Command | None:
    """To the other of the two trays; None where there is none, or neither of both layers is open."""
    if slip.step not in ACROSS or path.at not in ACROSS:
        return None
    there = ACROSS[slip.step]
    line = len(path.answer(there, 0).splitlines())
    move = game_path.MoveLine(slip.step, slip.question, slip.line)
    return All((Do(move), FocusOn(Slip(there, 0, line, slip.words).key)))


def focused(v: View, path: Path) -> Slip | None:
    """The slip with the focus."""
    every = (slip for step in game_path.STEPS for slip in slips_at(path, step))
    return next((slip for slip in every if slip.key == v.model.focus), None)


def unsaved_slip(v: View, path: Path) -> tuple[Command, ...]:
    """What keeps the slip that is being written; nothing where it is as it was."""
    if v.model.panel is not Panel.SLIP or path.at is None:
        return ()
    typed = clean(str(v.model.form(TEXT, "")))
    wanted = str(v.model.form(AT, ""))
    old = next((one for one in slips_at(path, path.at) if one.key == wanted), None)
    if typed == (old.words if old else ""):
        return ()
    return (Do(_written(path, path.at, old, typed)), Forget(TEXT), Forget(AT))


def _written(path: Path, at: PathStep, old: Slip | None, typed: str) -> game_path.WriteAnswer:
    if old is None:
        number = _room(path, at, typed)
        return game_path.WriteAnswer(number, "\n".join(filter(None, (path.answer(at, number), typed))))
    lines = path.answer(at, old.question).splitlines()
    lines[old.line : old.line + 1] = [typed] if typed else []
    return game_path.WriteAnswer(old.question, "\n".join(lines))


def _room(path: Path, at: PathStep, typed: str) -> int:
    """The first of the two places where it still fits."""
    fits = (
        n
        for n in range(game_path.QUESTIONS)
        if len(path.answer(at, n)) + 1 + len(typed) <= game_path.LONGEST_ANSWER
    )
    return next(fits, 0)


def keep(v: View, path: Path) -> Command:
    """Keep the slip that is being written, and close it."""
    return All((*unsaved_slip(v, path), Shut()))


def slip_label(at: PathStep, name: str) -> str:
    """What is asked of who writes."""
    return tr("Strookje bij {step}").format(step=name) if at else name
