"""A report that was made can be made again: after a change in the session, and by choosing it once more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.app.answer import Answer
from tegenwicht.kit.ops import Words
from tests.pilot import Pilot

BUSY = "Het verslag wordt gemaakt…"


@pytest.fixture(params=[(1920, 1080), (640, 480)], ids=["large", "compact"])
def pilot(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pilot]:
    """At the harvest of two people, after a card each, on a large screen and on the smallest."""
    monkeypatch.setattr("tegenwicht.paths.documents_folder", lambda: tmp_path / "documents")
    with Pilot(tmp_path / "data", size=(1920, 1080)) as found:
        found.press("Spelen", "Verder: tafel en tijd")
        found.fill("Deelnemer 1", "Samira")
        found.fill("Deelnemer 2", "Joost")
        found.press(
            "Aan tafel", "Laat het lot kiezen", "Klaar", "Laat het lot kiezen", "Klaar", "Sessie afronden…"
        )
        found.resize(*request.param)
        yield found


def made(tmp_path: Path) -> list[str]:
    return sorted(one.suffix for one in (tmp_path / "documents").iterdir())


def test_after_a_line_is_written_the_report_can_be_made_again(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press("Maak het verslag")
    assert "Het is bewaard" in pilot.text() and not pilot.can("Maak het verslag")
    pilot.press("Terug", "Terug")
    pilot.tells("Samira", "Eerst vragen")
    pilot.press("Maak het verslag")
    assert made(tmp_path) == [".pdf", ".pdf"]
    assert "Het is bewaard" in pilot.text() and not pilot.can("Maak het verslag")


def test_as_long_as_nothing_changed_the_screen_still_says_where_the_report_is(pilot: Pilot) -> None:
    pilot.press("Maak het verslag", "Terug", "Verder: verslag")
    assert "Bewaard: " in pilot.text()
    assert "Het is bewaard" in pilot.text() and not pilot.can("Maak het verslag")


def test_another_way_and_the_same_way_once_more_free_the_button(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press("Maak het verslag")
    pilot.press("Als Word-bestand", "Maak het verslag")
    assert made(tmp_path) == [".docx", ".pdf"]
    pilot.press("Als Word-bestand", "Maak het verslag")
    assert made(tmp_path) == [".docx", ".docx", ".pdf"]


def test_enter_on_a_form_that_was_made_tells_where_that_is_and_how_to_make_it_again(
    pilot: Pilot, tmp_path: Path
) -> None:
    pilot.press("Maak het verslag")
    pilot.reach(pilot.control("Als pdf").key)
    pilot.key("return")
    (file,) = (tmp_path / "documents").iterdir()
    assert f"Bewaard: {file.name}, in de map documents. Nog een keer? " in pilot.said
    for _ in range(5):
        pilot.key("return")
        pilot.pass_time(1)
    assert made(tmp_path) == [".pdf"]
    pilot.press("Als pdf", "Maak het verslag")
    assert made(tmp_path) == [".pdf", ".pdf"]


@pytest.mark.parametrize("pilot", [(1920, 1080)], ids=["large"], indirect=True)
def test_a_number_and_enter_make_a_report_again_as_the_screen_says(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press("Maak het verslag")
    shown = [op.text for op in pilot.control("Als pdf").ops if isinstance(op, Words)]
    assert shown[-1] == "Al gemaakt. Nog een keer? Klik hier of druk op 1."
    pilot.key("1", "return")
    assert made(tmp_path) == [".pdf", ".pdf"]


def test_a_report_that_fails_in_an_unknown_way_is_not_being_made_any_more(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def failing(*_: object) -> Answer:
        seen.append(BUSY in pilot.text())
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr("tegenwicht.app.desks.documents.write_document", failing)
    with pytest.raises(RuntimeError):
        pilot.press("Maak het verslag")
    monkeypatch.undo()
    pilot.app.show()
    assert seen == [True]
    assert BUSY not in pilot.text().replace(pilot.said, "")
    assert pilot.control("Maak het verslag").enabled
