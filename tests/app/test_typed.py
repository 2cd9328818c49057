"""What is typed is kept: by Esc, by stopping, by closing, by a signal, and by a kill a second later."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Role
from tegenwicht.screens.shell.commands import EraseEverything, EraseSession
from tests.pilot import NO_SCREEN, TO_THE_TABLE, Pilot

ROOT = Path(__file__).parents[2]
LINE = "Wel of niet een proefplaatsing"


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1600, 900)) as found:
        yield found


def type_a_note(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Notitie")
    pilot.type(LINE)


def type_a_consideration(pilot: Pilot) -> None:
    pilot.press("Spelen", "Afpellen", "Verder: tafel en tijd", "Aan tafel")
    pilot.type(LINE)


def type_who_joins(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Deelnemers")
    pilot.fill("Naam van wie erbij komt", LINE)


def type_a_line_in_a_talk(pilot: Pilot) -> None:
    pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Begin")))
    pilot.type(LINE)


def type_what_it_is_about(pilot: Pilot) -> None:
    pilot.press("Spelen", "Triple feedback", "Verder: tafel en tijd", "Aan tafel")
    pilot.fill(next(one.label for one in pilot.nodes() if one.role is Role.TEXT_FIELD), LINE)


def type_what_one_takes_along(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Sessie afronden…", "Schrijf een regel")
    pilot.type(LINE)


TYPING = (
    type_a_note, type_a_consideration, type_who_joins, type_a_line_in_a_talk, type_what_it_is_about,
    type_what_one_takes_along,
)  # fmt: skip


def written(pilot: Pilot) -> str:
    """Everything the journal has of the only session."""
    (row,) = pilot.app.back.journal.sessions()
    return str(pilot.app.back.journal.events(row.id))


def go_on(pilot: Pilot) -> None:
    pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))


def shown(pilot: Pilot) -> str:
    """All there is to read, with what is in the field that is in use."""
    return "\n".join([pilot.text(), *(str(one) for one in pilot.app.model.forms.values())])


@pytest.mark.parametrize("typing", TYPING)
def test_closing_the_window_keeps_what_was_typed(pilot: Pilot, typing: Callable[[Pilot], None]) -> None:
    typing(pilot)
    pilot.again()
    assert LINE in written(pilot)


@pytest.mark.parametrize("typing", TYPING)
def test_closing_from_the_help_keeps_what_was_typed(pilot: Pilot, typing: Callable[[Pilot], None]) -> None:
    typing(pilot)
    pilot.key("f1")
    pilot.again()
    assert LINE in written(pilot)


@pytest.mark.parametrize("typing", TYPING)
def test_a_kill_after_a_pause_of_a_second_loses_nothing(
    pilot: Pilot, typing: Callable[[Pilot], None]
) -> None:
    typing(pilot)
    pilot.pass_time(1)
    pilot.killed()
    go_on(pilot)
    assert LINE in shown(pilot)
    pilot.again()
    assert LINE in written(pilot)


@pytest.mark.parametrize("typing", [type_a_note, type_who_joins, type_what_one_takes_along])
def test_esc_keeps_what_was_typed_on_a_panel(pilot: Pilot, typing: Callable[[Pilot], None]) -> None:
    typing(pilot)
    pilot.key("escape")
    assert LINE in written(pilot)
    assert not pilot.app.model.panel


@pytest.mark.parametrize("typing", [type_a_consideration, type_a_line_in_a_talk, type_what_it_is_about])
def test_stopping_keeps_what_was_typed(pilot: Pilot, typing: Callable[[Pilot], None]) -> None:
    typing(pilot)
    pilot.press("Naar het begin")
    assert LINE in written(pilot)


def test_what_was_kept_is_not_on_disk_a_second_time(pilot: Pilot) -> None:
    type_a_note(pilot)
    pilot.pass_time(1)
    (path,) = (pilot.folder / "getypt").iterdir()
    assert LINE in path.read_text("utf-8")
    pilot.press("Bewaren")
    pilot.pass_time(1)
    assert list((pilot.folder / "getypt").iterdir()) == []


def test_what_was_typed_goes_when_its_session_is_erased(pilot: Pilot) -> None:
    type_a_note(pilot)
    pilot.pass_time(1)
    assert any(LINE.encode() in path.read_bytes() for path in (pilot.folder / "getypt").iterdir())
    pilot.app.carry_out([EraseSession(pilot.app.back.journal.sessions()[0].id)])
    pilot.pass_time(1)
    pilot.close()
    assert all(LINE.encode() not in path.read_bytes() for path in pilot.folder.rglob("*") if path.is_file())


def test_names_at_the_setup_are_there_again_after_a_kill(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Naam van de groep (mag leeg)", LINE)
    pilot.pass_time(1)
    pilot.killed()
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert pilot.value("Naam van de groep (mag leeg)") == LINE


NUMBERS = {
    "Gesprekstijd in seconden": "45", "Denktijd in seconden": "10", "Andere tijd voor de hele sessie, in minuten": "75",
    "Schudnummer": "4711",
}  # fmt: skip


def test_numbers_at_the_setup_are_there_again_after_a_kill_and_after_escape(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
    for label, number in NUMBERS.items():
        pilot.fill(label, number)
    for came_back in (pilot.killed, lambda: pilot.key("escape", "escape")):
        pilot.pass_time(1)
        came_back()
        pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
        assert {label: pilot.value(label) for label in NUMBERS} == NUMBERS
    pilot.press("Aan tafel")
    assert pilot.app.back.session is not None
    setup = pilot.app.back.session.timeline.session.setup
    assert (setup.talking_seconds, setup.thinking_seconds, setup.minutes, setup.shuffle_number) == (
        45,
        10,
        75,
        4711,
    )
    pilot.pass_time(1)
    pilot.again()
    pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
    assert pilot.value("Schudnummer") == "7"  # that one was used


def play_with(pilot: Pilot, name: str) -> None:
    """A session with that name at the first seat, and out of it again."""
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", name)
    pilot.press("Aan tafel", "Naar het begin")


def test_a_name_of_some_time_ago_that_is_typed_again_is_there_after_a_kill(pilot: Pilot) -> None:
    play_with(pilot, "Samira")
    pilot.again()
    play_with(pilot, "Joost")
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.pass_time(1)
    pilot.killed()
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert pilot.value("Deelnemer 1") == "Samira"


def test_seats_that_change_places_and_back_are_as_they_were_left_after_a_kill(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 2", "Joost")
    pilot.key("escape", "escape")
    play_with(pilot, "Samira")
    pilot.again()
    for before, left in (("Samira", "Joost"), ("Joost", "Samira")):
        pilot.press("Spelen", "Verder: tafel en tijd")
        assert pilot.value("Deelnemer 1") == before
        pilot.press("Deelnemer 1")
        pilot.key("alt+right")
        if left == "Joost":
            pilot.press("Aan tafel", "Naar het begin")
    pilot.pass_time(1)
    pilot.killed()
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert [pilot.value(f"Deelnemer {n}") for n in (1, 2)] == ["Samira", "Joost"]


def test_a_name_on_a_seat_that_was_added_has_its_seat_after_a_kill(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    before = len([label for label in pilot.labels() if label.startswith("Deelnemer ")])
    pilot.press("Iemand erbij")
    pilot.press(f"Deelnemer {before + 1}")
    pilot.type(LINE)
    pilot.pass_time(1)
    pilot.killed()
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert pilot.value(f"Deelnemer {before + 1}") == LINE


def test_a_damaged_file_of_what_was_typed_does_no_harm(pilot: Pilot) -> None:
    type_a_note(pilot)
    pilot.pass_time(1)
    (path,) = (pilot.folder / "getypt").iterdir()
    for text in ("", "[]", '{"panel": 3, "forms": {}}', '{"panel": "note", "forms": {"a": {}}}', "{" * 9000):
        path.write_text(text)
        pilot.killed()
        go_on(pilot)
        assert pilot.app.back.session is not None


def test_no_file_of_what_was_typed_keeps_the_start_waiting(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "getypt" / "opzet.json"
    kept.parent.mkdir(parents=True)
    os.mkfifo(kept)
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        assert pilot.value("Naam van de groep (mag leeg)") == ""


def test_more_than_a_field_takes_was_not_typed_here(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "getypt" / "opzet.json"
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps({"panel": "", "forms": {"setup:title": "x" * 200_000}}))
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        assert pilot.value("Naam van de groep (mag leeg)") == ""


@pytest.mark.parametrize("text", ["", "x", "²", "9" * 400, "/etc/passwd"])
def test_a_text_where_something_else_belongs_is_nothing(pilot: Pilot, text: str) -> None:
    type_a_note(pilot)
    pilot.pass_time(1)
    (path,) = (pilot.folder / "getypt").iterdir()
    strange = (
        "slip", "enlarged", "other side", "joker", "look", "weighing", "guessing", "harvest:step", "harvest:who",
        "report:saved", "setup:people", "line when", "stones:seen", "thought",
    )  # fmt: skip
    path.write_text(json.dumps({"panel": "look", "forms": dict.fromkeys(strange, text)}))
    pilot.killed()
    go_on(pilot)
    assert pilot.app.back.session is not None
    assert pilot.app.model.form("report:saved", "") == ""
    pilot.key("escape", "f")
    assert "Sessie afronden" in pilot.text()


def test_erasing_everything_takes_every_copy_of_what_was_typed(pilot: Pilot) -> None:
    type_a_note(pilot)
    pilot.pass_time(1)
    (path,) = (pilot.folder / "getypt").iterdir()
    (path.parent / "opzet (kopie van Els).txt").write_text(LINE)
    (path.parent / "opzet.json").mkdir()
    pilot.app.carry_out([EraseEverything()])
    assert "Alle sessies zijn weg." in pilot.said
    assert [one.name for one in path.parent.iterdir()] == ["opzet.json"]


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(28, "schijf vol")

    type_a_note(pilot)
    with monkeypatch.context() as patch:
        patch.setattr("tegenwicht.app.typed.keep_typed", refused)
        pilot.pass_time(1)
        assert "Wat je typt kan nu niet worden bewaard (schijf vol)." in pilot.text()
        assert LINE in shown(pilot)
    pilot.pass_time(6)
    assert "Wat je typt kan nu niet worden bewaard" not in pilot.text()
    assert any(LINE in path.read_text("utf-8") for path in (pilot.folder / "getypt").iterdir())


PROGRAM = """
import sys
from pathlib import Path
from tests.app.test_typed import type_a_note
from tests.pilot import Pilot
from tegenwicht.cli.play import end_on_signals

with Pilot(Path(sys.argv[1]), size=(1600, 900)) as pilot:
    type_a_note(pilot)
    end_on_signals(pilot.app)
    print("typed", flush=True)
    pilot.app.run()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_closes_as_the_window_does(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    data = tmp_path / "data"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(data)], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env=os.environ | NO_SCREEN, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        while process.stdout.readline().strip() != "typed":
            assert process.poll() is None
        process.send_signal(number)
        assert process.wait(60) == 0
    with Pilot(data) as pilot:
        assert LINE in written(pilot)
