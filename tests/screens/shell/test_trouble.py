"""When nothing can be saved: the screen says so for as long as it lasts, and play goes on."""

from pathlib import Path

from tegenwicht.game import rules
from tegenwicht.game.events import Event
from tegenwicht.kit.nodes import Role
from tegenwicht.kit.ops import Icon
from tegenwicht.storage.journal.journal import MemoryJournal, SessionRow
from tests.pilot import TO_THE_TABLE, Pilot

FULL = "De schijf is vol. Je kunt gewoon doorgaan."
NOT_SAVED = "nieuwe stappen worden nog niet bewaard"
WELL_AGAIN = "Alles is weer bewaard."


class FullJournal(MemoryJournal):
    """Keeps everything, but says that it cannot be saved as long as ``full``; so from the next event on
    when it ``fills``."""

    full = fills = False
    tries = 0

    @property
    def trouble(self) -> str | None:
        return FULL if self.full else None

    @property
    def waiting(self) -> int:
        return 3 if self.full else 0

    def append(self, number: int, event: Event, row: SessionRow) -> None:
        self.full, self.fills = self.full or self.fills, False
        super().append(number, event, row)

    def retry(self) -> bool:
        self.tries += 1
        return not self.full


def notices(pilot: Pilot) -> str:
    """What can be read on the screen, without what was only told to a screen reader."""
    return "\n".join(node.label for node in pilot.nodes() if node.role is not Role.STATUS)


def test_trouble_stays_on_every_screen_and_goes_when_it_is_over(tmp_path: Path) -> None:
    journal = FullJournal()
    with Pilot(tmp_path, journal=journal, size=(1024, 640)) as pilot:
        pilot.press(*TO_THE_TABLE)
        assert FULL not in notices(pilot)
        journal.full = True
        pilot.press("Laat het lot kiezen")
        assert FULL in notices(pilot)
        for key in ("f1", "f2"):
            pilot.key(key)
            assert FULL in notices(pilot)
        pilot.key("escape", "escape")
        pilot.press("Klaar", "Laat het lot kiezen")
        assert FULL in notices(pilot)
        assert pilot.tally()["Wet & beleid"] == [(1, 0)]
        journal.full = False
        pilot.pass_time(6)
        assert FULL not in notices(pilot)


def test_trouble_cannot_be_waved_away_and_other_notices_can(tmp_path: Path) -> None:
    journal = FullJournal()
    journal.full = True
    with Pilot(tmp_path, journal=journal, deck=tmp_path / "weg.yaml") as pilot:
        assert "weg.yaml" in notices(pilot)  # one piece of news at a time, what can be put away first
        pilot.press("Begrepen")
        assert FULL in notices(pilot)
        assert not pilot.can("Begrepen")


def test_a_screen_reader_is_told_when_it_begins_and_when_it_is_over(tmp_path: Path) -> None:
    journal = FullJournal()
    with Pilot(tmp_path, journal=journal) as pilot:
        pilot.press(*TO_THE_TABLE)
        journal.fills = True
        pilot.press("Laat het lot kiezen")
        assert pilot.said.startswith("Kaart 38, ")
        assert pilot.said.endswith(FULL)
        pilot.press("Cliënt")
        assert pilot.said == "Cliënt genoemd"
        journal.full = False
        pilot.pass_time(6)
        assert pilot.said == WELL_AGAIN


def test_it_is_tried_again_every_few_seconds_and_not_without_need(tmp_path: Path) -> None:
    journal = FullJournal()
    with Pilot(tmp_path, journal=journal) as pilot:
        pilot.press(*TO_THE_TABLE)
        pilot.pass_time(30)
        assert journal.tries == 0
        journal.full = True
        pilot.pass_time(30)
        assert 5 <= journal.tries <= 7


def test_closing_with_something_unsaved_asks_first_and_closes_the_second_time(tmp_path: Path) -> None:
    journal = FullJournal()
    with Pilot(tmp_path, journal=journal) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Naar het begin")
        journal.full = True
        pilot.press("Afsluiten")
        assert pilot.app.running
        assert "3 stappen zijn nog niet bewaard" in pilot.said
        pilot.press("Afsluiten")
        assert not pilot.app.running


def test_a_file_in_the_place_of_the_folder_and_all_is_saved_when_it_is_gone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_text("geen map\n")
    with Pilot(data) as pilot:
        assert pilot.app.model.trouble
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Cliënt")
        data.unlink()
        pilot.pass_time(6)
        assert not pilot.app.model.trouble
        pilot.press("Klaar")
        pilot.again()
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.tally()["Wet & beleid"] == [(1, 0)]
        assert pilot.tally()["Cliënt"] == [(0, 1)]


def test_a_folder_that_goes_in_the_middle_of_a_turn_and_comes_back(tmp_path: Path) -> None:
    data, away = tmp_path / "data", tmp_path / "weg"
    with Pilot(data) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        data.rename(away)
        data.write_text("nu een bestand\n")
        pilot.press("Cliënt", "Klaar", "Laat het lot kiezen")
        assert NOT_SAVED in pilot.app.model.trouble
        assert pilot.tally()["Cliënt"] == [(0, 1)]
        data.unlink()
        away.rename(data)
        pilot.pass_time(6)
        assert not pilot.app.model.trouble
        session = pilot.app.back.session
        assert session is not None
        kept = rules.replay(pilot.app.back.journal.events(session.id))
        assert kept.session == session.timeline.session
        pilot.again()
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.tally()["Cliënt"] == [(0, 1)]


def test_settings_that_cannot_be_saved_hold_and_are_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = MemoryJournal()
    data.write_text("geen map\n")
    with Pilot(data, journal=journal) as pilot:
        pilot.key("ctrl++")
        assert pilot.app.model.settings.text_size == 110
        assert pilot.app.model.trouble.startswith("De instellingen kunnen niet worden bewaard")
        data.unlink()
        pilot.pass_time(6)
        assert not pilot.app.model.trouble
        pilot.again()
        assert pilot.app.model.settings.text_size == 110


def test_a_damaged_journal_is_told_once_and_play_begins_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "journal.sqlite3").write_bytes(b"dit is geen journaal" * 100)
    with Pilot(data) as pilot:
        assert "is beschadigd" in notices(pilot)
        pilot.press("Begrepen", *TO_THE_TABLE)
        assert "is beschadigd" not in notices(pilot)
        pilot.again()
        assert "is beschadigd" not in notices(pilot)
        assert any(label.startswith("Verder met") for label in pilot.labels())


def test_damaged_settings_are_told_and_the_app_begins_with_the_usual_ones(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "instellingen.json").write_text('{"text_size": 115, "theme": "dark"}')
    with Pilot(data) as pilot:
        assert "Deze instellingen waren onleesbaar" in notices(pilot)
        assert pilot.app.model.settings.text_size == 100
        assert pilot.app.model.settings.theme == "dark"


def test_a_triangle_is_for_what_goes_wrong_and_lasts_not_for_news(tmp_path: Path) -> None:
    def signs(pilot: Pilot) -> set[str]:
        return {op.name for node in pilot.nodes() for op in node.ops if isinstance(op, Icon)}

    journal = FullJournal()
    with Pilot(tmp_path / "data", journal=journal) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.key("5")
        assert pilot.app.model.message == "Dat cluster telt bij Klaar, met de kaart."
        assert "info" in signs(pilot) and "warning" not in signs(pilot)
        pilot.press("Begrepen")
        journal.full = True
        pilot.key("2")
        assert "warning" in signs(pilot)
