"""Every command is carried out by one desk, every screen that can be gone to is there, and what is due is in one list."""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

from tegenwicht.app.answer import Answer
from tegenwicht.app.desks.desk import Desk, by_command
from tegenwicht.app.timed.due import (
    LONGEST_WAIT,
    NEVER,
    Agenda,
    When,
)
from tegenwicht.game.events import Setup
from tegenwicht.kit.command import Command
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene
from tests.game.tables import deck
from tests.pilot import Pilot


def every_command() -> set[type[Command]]:
    """All that screens may ask for, but for the one that only holds others."""
    found = {one for one in vars(commands).values() if isinstance(one, type) and issubclass(one, Command)}
    return found - {Command, commands.All}


def test_every_command_is_carried_out_by_one_desk(tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        assert set(pilot.app.desks.handlers) == every_command()


def test_two_desks_for_one_command_are_a_mistake() -> None:
    desk = Desk()
    desk.handlers = {commands.Quit: lambda model, _: Answer(model)}
    with pytest.raises(ValueError, match="two desks"):
        by_command([desk, desk])


def test_every_scene_has_a_module_and_every_module_of_a_screen_a_scene() -> None:
    for scene in Scene:
        assert scene is Scene.PLAY or find_spec(f"tegenwicht.screens.{scene}"), scene


class Once:
    """Something that is due at a moment, and is done once."""

    def __init__(self, at: float, when: When = When.ALWAYS) -> None:
        self.at, self.when = at, when

    def due(self, _model: Model) -> float:
        return self.at

    def act(self, model: Model) -> Answer:
        self.at = NEVER
        return Answer(model)


MODEL = Model(Settings())


def test_waiting_ends_with_the_first_moment_and_is_never_long() -> None:
    assert Agenda([Once(10.4), Once(10.2), Once(NEVER)]).wait(MODEL, 10.0) == pytest.approx(0.2)
    assert Agenda([Once(99.0)]).wait(MODEL, 10.0) == LONGEST_WAIT
    assert Agenda([Once(5.0)]).wait(MODEL, 10.0) == 0
    assert Agenda([]).wait(MODEL, 10.0) == LONGEST_WAIT


def test_what_is_due_waits_for_stillness_or_for_nobody_when_it_says_so() -> None:
    always, still, idle = (Once(1.0, when) for when in When)
    agenda = Agenda([always, still, idle, Once(3.0)])
    assert agenda.come(MODEL, 2.0, moving=True, idle=True) == [always]
    assert agenda.come(MODEL, 2.0, moving=False, idle=False) == [always, still]
    assert agenda.come(MODEL, 2.0, moving=False, idle=True) == [always, still, idle]


def test_the_loop_looks_for_nothing_by_the_key_of_a_button() -> None:
    folder = Path(__file__).parents[2] / "tegenwicht" / "app"
    for path in folder.rglob("*.py"):
        words = {one.value for one in ast.walk(ast.parse(path.read_text())) if isinstance(one, ast.Constant)}
        assert not {word for word in words if str(word).startswith("bar:")}, path


def test_what_cannot_begin_is_told_in_dutch_and_nothing_is_begun(tmp_path: Path) -> None:
    setup = Setup("tegenwicht", "Team Zuid", (), rounds=1)
    with Pilot(tmp_path / "data") as pilot:
        pilot.app.carry_out([commands.Begin(setup, deck(1, 2))])
        assert pilot.app.model.message.startswith("Zo kan deze sessie niet beginnen.")
        assert "must" not in pilot.text() and "participants" not in pilot.text()
        assert pilot.app.back.journal.sessions() == []
