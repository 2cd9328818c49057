"""Earlier sessions: found while typing, in pages, handed on, thrown away for good, kept in a backup."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.app.desks import history
from tegenwicht.app.timed.backing_up import BackingUp
from tegenwicht.gallery import states
from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.events import AddParticipant, Undo
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.kit.nodes import Role, walk
from tegenwicht.kit.ops import Words
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.shell import commands
from tegenwicht.storage.exchange.session_file import write_session_file
from tegenwicht.storage.journal import contract as journal_contract
from tegenwicht.storage.journal import copies
from tegenwicht.storage.journal.contract import Journal
from tegenwicht.storage.journal.journal import MemoryJournal, open_journal
from tegenwicht.storage.journal.lock import SessionLock
from tegenwicht.storage.journal.rows import Readable
from tests.pilot import TO_THE_TABLE, Pilot
from tests.storage.session_samples import begun, row, started

NAME, NOTE, POINT = "Zebedeus", "Kwartelkoning in de polder", "Wielewaal"


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for documents."""
    folder = tmp_path / "Documenten"
    monkeypatch.setattr(paths, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as found:
        yield found


def play(pilot: Pilot, title: str, close: bool = True, name: str = "Samira", note: str = "") -> None:
    """A session of one turn, with a note and two clusters mentioned; closed or left."""
    for label in ("Spelen", "Verder: tafel en tijd"):
        pilot.ask("press", label)
    pilot.ask("set_value", "Naam van de groep (mag leeg)", title)
    pilot.ask("set_value", "Deelnemer 1", name)
    pilot.ask("press", "Aan tafel")
    pilot.key("return", "1", "3")
    if note:
        pilot.press("Notitie")
        pilot.ask("set_value", "Notitie", note)
        pilot.press("Bewaren")
    pilot.key("return")
    if close:
        pilot.press("Sessie afronden…", "Sessie sluiten…", "Sessie sluiten")
    else:
        pilot.press("Naar het begin")


def to_the_list(pilot: Pilot) -> None:
    pilot.press("Eerdere sessies")
    pilot.post()


def listed(pilot: Pilot) -> list[str]:
    """The sessions on the screen, as their buttons call them."""
    return [one.label for one in pilot.nodes() if one.key.startswith("session:") and one.role is Role.BUTTON]


def fill_journal(folder: Path, count: int) -> None:
    """Sessions of one event, each a minute after the one before: "Team 0" the oldest."""
    journal, _ = open_journal(folder)
    for number in range(count):
        moment = f"2026-10-{1 + number // 1440:02}T{number // 60 % 24:02}:{number % 60:02}:00.000+00:00"
        one = row(f"id{number}", moment, started=moment, title=f"Team {number}", finished=number % 2 == 0,
                  came_up=(1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0))  # fmt: skip
        journal.begin(one, [started()])
    journal.close()


def every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


# -- the list


def test_typing_finds_sessions_and_what_came_up_in_just_those(pilot: Pilot) -> None:
    play(pilot, "Team Zuid", close=False)
    play(pilot, "Team Noord")
    to_the_list(pilot)
    assert listed(pilot) == ["Verder met Team Zuid", "Bekijken: Team Noord"]
    assert "Geteld over 2 sessies." in pilot.text()
    pilot.fill("Zoek een sessie", "noor")
    pilot.post()
    assert listed(pilot) == ["Bekijken: Team Noord"]
    assert "1 sessie gevonden" in pilot.text()
    assert pilot.said == "1 sessie gevonden"
    assert "Geteld over 1 sessie." in pilot.text()
    pilot.fill("Zoek een sessie", "zee")
    pilot.post()
    assert "Geen sessie gevonden." in pilot.text()
    assert pilot.said == "Geen sessie gevonden."
    pilot.press("Alles tonen")
    assert listed(pilot) == ["Verder met Team Zuid", "Bekijken: Team Noord"]


def test_the_marks_of_a_session_are_its_tally_and_are_read_aloud(pilot: Pilot) -> None:
    play(pilot, "Team Zuid", close=False)
    session = pilot.app.back.journal.sessions()[0]
    to_the_list(pilot)
    (marks,) = (one for one in pilot.nodes() if one.key.startswith("marks:"))
    assert marks.role is Role.IMAGE
    expected = dict.fromkeys(
        ("Beroep", "Cliënt", "Werkgever", "Organisatie", "Wet & beleid", "Professional zelf"), 0
    )
    assert session.came_up is not None
    for name, card, mention in zip(expected, session.came_up[:6], session.came_up[6:], strict=True):
        expected[name] = card + mention
    assert sum(expected.values()) in (2, 3)  # the card; and 1 and 3, of which one may be the card's own
    sides = ("Cliënt", "Werkgever", "Professional zelf", "Beroep", "Organisatie", "Wet & beleid")
    assert marks.label == ", ".join(f"{name} {expected[name]}" for name in sides)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1024, 640), (1920, 1080)])
def test_what_a_session_was_about_is_one_line_and_is_read_with_its_year(size: tuple[int, int]) -> None:
    _, tree = states.built(states.all_screens()["sessions"], size)
    lines = [one for one in walk(tree) if "deelnemers · " in one.label and one.role is Role.TEXT]
    assert len(lines) > 1
    for one in lines:
        assert " 2026, " in one.label
        assert len([op for op in one.ops if isinstance(op, Words)]) == 1, one.label


def test_a_page_has_20_sessions_and_more_come_below_it_with_the_focus_on_the_first_new_one(
    tmp_path: Path,
) -> None:
    fill_journal(tmp_path / "data", 60)
    with Pilot(tmp_path / "data") as pilot:
        to_the_list(pilot)
        assert listed(pilot) == [f"Verder met Team {n}" for n in range(59, 19, -2)]
        assert "60 sessies" in pilot.text()
        pilot.press("Meer tonen")
        assert len(listed(pilot)) == 40
        assert pilot.focus == "Verder met Team 19"
        assert listed(pilot)[30] == "Bekijken: Team 58"  # after thirty that are unfinished
        pilot.press("Meer tonen")
        assert listed(pilot)[-1] == "Bekijken: Team 0"
        assert not pilot.can("Meer tonen")
        pilot.press("Nieuwere tonen")
        assert listed(pilot)[0] == pilot.focus == "Verder met Team 59"


def test_however_many_there_are_the_model_holds_a_few_pages_and_all_can_be_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_SHOWN", 30)
    fill_journal(tmp_path / "data", 100)
    with Pilot(tmp_path / "data") as pilot:
        to_the_list(pilot)
        seen = listed(pilot)
        while pilot.can("Meer tonen"):
            pilot.ask("press", "Meer tonen")
            assert len(listed(pilot)) <= 30
            seen += [one for one in listed(pilot) if one not in seen]
        assert len(seen) == 100
        assert seen[-1] == "Bekijken: Team 0"
        while pilot.can("Nieuwere tonen"):
            pilot.ask("press", "Nieuwere tonen")
        assert listed(pilot)[0] == "Verder met Team 99"


def test_the_first_page_asks_the_journal_for_no_more_rows_when_there_are_many_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    usual = Readable.rows

    def counting(self: Readable, *args: object) -> list[journal_contract.SessionRow]:
        found = usual(self, *args)  # type: ignore[arg-type]
        asked.append(len(found))
        return found

    monkeypatch.setattr(Readable, "rows", counting)
    most = {}
    for count in (30, 300):
        fill_journal(tmp_path / str(count), count)
        with Pilot(tmp_path / str(count)) as pilot:
            asked.clear()
            pilot.press("Eerdere sessies")
            most[count] = max(asked)
    assert most[300] <= history.PAGE + 1
    assert most[30] <= history.PAGE + 1


def test_sessions_of_an_older_version_are_counted_while_the_list_is_open(tmp_path: Path) -> None:
    fill_journal(tmp_path / "data", 9)
    with sqlite3.connect(tmp_path / "data" / "journal.sqlite3") as file:
        file.execute("UPDATE session SET came_up = NULL")
    with Pilot(tmp_path / "data") as pilot:
        to_the_list(pilot)
        assert pilot.text().count("Nog niet geteld.") == 9
        for _ in range(6):
            pilot.post()
        assert "Nog niet geteld." not in pilot.text()
        assert "Geteld over 9 sessies." in pilot.text()
        assert pilot.text().count("Cliënt 0, Werkgever") == 9


def test_a_closed_session_is_only_looked_at(pilot: Pilot) -> None:
    play(pilot, "Team Zuid")
    to_the_list(pilot)
    pilot.press("Bekijken: Team Zuid")
    assert "Terugkijken" in pilot.title
    assert not pilot.can("Sessie sluiten…")
    pilot.press("Terug")


# -- reports and files


def test_a_report_of_any_session_from_the_list_also_an_unfinished_one(pilot: Pilot, documents: Path) -> None:
    play(pilot, "Team Zuid", close=False, note=NOTE)
    to_the_list(pilot)
    pilot.press("Meer: Team Zuid", "Verslag", "Platte tekst", "Verslag bewaren")
    (written,) = documents.iterdir()
    assert NOTE in written.read_text(encoding="utf-8")
    assert "De sessie is nog bezig" in written.read_text(encoding="utf-8")
    assert pilot.said == f"Bewaard: {written.name}, in de map {documents.name}"


def test_a_file_without_names_holds_nothing_that_anyone_wrote_and_comes_back_in(
    pilot: Pilot, documents: Path, tmp_path: Path
) -> None:
    play(pilot, "Team Kievit", name=NAME, note=NOTE)
    to_the_list(pilot)
    pilot.press("Meer: Team Kievit", "Bestand maken", "Bestand maken")
    (written,) = documents.iterdir()
    assert written.suffix == ".tegenwicht"
    assert "Kievit" not in written.name
    for words in (NAME, NOTE, "Kievit"):
        assert words not in written.read_text(encoding="utf-8")
    pilot.close()
    pilot.folder = tmp_path / "elders"
    pilot.open()
    pilot.drop(written)
    assert pilot.said == "De sessie “Sessie zonder namen” staat nu bij Eerdere sessies."
    assert listed(pilot) == ["Bekijken: Sessie zonder namen"]
    pilot.drop(written)
    assert pilot.said == "De sessie “Sessie zonder namen” stond er al."
    assert len(listed(pilot)) == 1


def test_a_file_with_everything_holds_it_and_is_never_written_over_another(
    pilot: Pilot, documents: Path
) -> None:
    play(pilot, "Team Kievit", name=NAME, note=NOTE)
    to_the_list(pilot)
    pilot.press("Meer: Team Kievit", "Bestand maken", "Met alles", "Bestand maken", "Bestand maken")
    assert len(list(documents.iterdir())) == 2
    for written in documents.iterdir():
        found = json.loads(written.read_text(encoding="utf-8"))
        assert found["title"] == "Team Kievit"
        assert NAME in json.dumps(found, ensure_ascii=False)


def test_a_file_comes_in_by_typing_where_it_is(pilot: Pilot, documents: Path, tmp_path: Path) -> None:
    play(pilot, "Team Kievit")
    to_the_list(pilot)
    pilot.press("Meer: Team Kievit", "Bestand maken", "Met alles", "Bestand maken")
    (written,) = documents.iterdir()
    written = written.rename(tmp_path / "team.tegenwicht")
    pilot.close()
    pilot.folder = tmp_path / "elders"
    pilot.open()
    play(pilot, "Team Gruto")
    to_the_list(pilot)
    pilot.press("Sessie uit een bestand")
    pilot.ask("set_value", "Of typ waar het staat", f' "{written}" ')
    pilot.press("Erbij halen")
    assert set(listed(pilot)) == {"Bekijken: Team Kievit", "Bekijken: Team Gruto"}
    assert pilot.focus == "Bekijken: Team Kievit"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "verwacht"),
        (b"\xff\xfe\x00", "verwacht"),
        (b"[" * 100_000, "verwacht"),
        (b'{"format": "tegenwicht-sessie", "version": 99}', "nieuwere Tegenwicht"),
        (b'{"format": "iets anders"}', "dit is geen sessie van Tegenwicht"),
    ],
)
def test_a_hostile_file_is_refused_in_dutch_and_nothing_changes(
    pilot: Pilot, tmp_path: Path, data: bytes, expected: str
) -> None:
    play(pilot, "Team Zuid", close=False)
    path = tmp_path / "kwaad.tegenwicht"
    path.write_bytes(data)
    pilot.drop(path)
    assert expected in pilot.said
    assert "kwaad.tegenwicht" in pilot.said
    assert pilot.can("Verder met Team Zuid")
    assert pilot.app.back.journal.count() == 1


def test_a_file_that_is_not_there_is_told(pilot: Pilot, tmp_path: Path) -> None:
    play(pilot, "Team Zuid")
    to_the_list(pilot)
    pilot.press("Sessie uit een bestand")
    pilot.ask("set_value", "Of typ waar het staat", str(tmp_path / "nergens.tegenwicht"))
    pilot.press("Erbij halen")
    assert "gevonden: geen bestand" in pilot.said
    assert pilot.value("Of typ waar het staat").endswith("nergens.tegenwicht")


def test_a_file_dropped_while_playing_does_not_disturb_the_game(pilot: Pilot, documents: Path) -> None:
    play(pilot, "Team Kievit")
    to_the_list(pilot)
    pilot.press("Meer: Team Kievit", "Bestand maken", "Bestand maken")
    (written,) = documents.iterdir()
    pilot.press("Sluiten", "Klaar", *TO_THE_TABLE, "Laat het lot kiezen")
    pilot.drop(written)
    assert pilot.said == "De sessie “Team Kievit” stond er al."
    assert pilot.can("Klaar")


def two_courses(pilot: Pilot, folder: Path) -> Path:
    """A file of a session that went on there, while here it went on another way."""
    for place, journal in (("daar", MemoryJournal()), ("hier", pilot.app.back.journal)):
        session = begun(journal, "een")
        session.do(AddParticipant(place))
        write_session_file(
            folder / f"{place}.tegenwicht", session.row, journal.events("een"), anonymous=False
        )
    return folder / "daar.tegenwicht"


def test_a_session_that_went_another_way_here_is_asked_about(pilot: Pilot, tmp_path: Path) -> None:
    file = two_courses(pilot, tmp_path)
    pilot.drop(file)
    assert "ging hier anders verder" in pilot.said
    assert pilot.focus == "Laten zoals het is"
    pilot.press("Laten zoals het is")
    assert len(pilot.app.back.journal.sessions()) == 1
    pilot.drop(file)
    pilot.press("Ernaast zetten")
    assert len(pilot.app.back.journal.sessions()) == 2


def test_where_one_writes_and_at_taking_it_back_it_says_that_the_words_stay(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", close=False)
    pilot.press("Verder met Team Kievit")
    for action in (tegenwicht.Draw(), tegenwicht.WriteNote("Mevrouw Jansen")):
        pilot.app.carry_out([commands.Do(action)])
    pilot.app.carry_out([commands.Do(Undo())])
    assert "blijft op deze computer in de sessie tot je die wist" in pilot.said
    assert "In een bestand gaat het niet mee" in pilot.text()
    pilot.app.carry_out([commands.Do(Undo())])
    assert "blijft op deze computer" not in pilot.said, "there were no words in drawing a card"
    assert "wat je ongedaan maakt, blijft in de sessie" in no_client_data()


@pytest.mark.parametrize("everything", [False, True])
def test_what_was_half_written_among_the_documents_goes_with_erasing(
    pilot: Pilot, documents: Path, everything: bool
) -> None:
    play(pilot, "Team Kievit")
    documents.mkdir(exist_ok=True)
    (documents / ".Tegenwicht Team Kievit.pdf.0123456789ab.tmp").write_text("Kievit")
    (documents / ".van een ander.odt.0123456789ab.tmp").write_text("van een ander")
    (session,) = pilot.app.back.journal.sessions()
    pilot.app.carry_out([commands.EraseEverything() if everything else commands.EraseSession(session.id)])
    assert [path.name for path in documents.iterdir()] == [".van een ander.odt.0123456789ab.tmp"]


# -- gone for good


def nothing_of_it(pilot: Pilot, *words: str) -> None:
    """Not in any file of the data folder, on the screen or in what the app remembers."""
    data, known, shown = every_byte(pilot.folder), repr(pilot.app.model), pilot.text()
    for word in words:
        assert word.encode() not in data, word
        assert word not in known, word
        assert word not in shown, word


def erase_in_the_list(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", name=NAME, note=NOTE)
    pilot.pass_time(3)  # a backup of it is made
    to_the_list(pilot)
    pilot.fill("Zoek een sessie", "Kievit")
    pilot.press("Meer: Team Kievit", "Wissen…", "Wissen", "Druk nog een keer om te wissen")


def erase_at_the_close(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", close=False, name=NAME, note=NOTE)
    pilot.pass_time(3)
    pilot.press("Verder met Team Kievit", "Sessie afronden…")
    pilot.tells(NAME, POINT)
    pilot.press("Deze sessie wissen…", "Wissen", "Druk nog een keer om te wissen")


def close_without_keeping(pilot: Pilot) -> None:
    pilot.press("Instellingen", "Notities bewaren", "Klaar")
    play(pilot, "Team Kievit", close=False, name=NAME, note=NOTE)
    pilot.pass_time(3)
    pilot.press("Verder met Team Kievit", "Sessie afronden…")
    pilot.tells(NAME, POINT)
    pilot.press("Sessie sluiten…", "Sluiten zonder te bewaren", "Druk nog een keer om te wissen")


def erase_everything(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", name=NAME, note=NOTE)
    play(pilot, "Team Gruto", close=False, name=NAME, note=POINT)
    pilot.pass_time(3)
    pilot.press("Instellingen", "Alle sessies wissen…", "Wissen", "Druk nog een keer om te wissen")


@pytest.mark.parametrize(
    "erase", [erase_in_the_list, erase_at_the_close, close_without_keeping, erase_everything]
)
def test_what_is_thrown_away_is_nowhere_in_the_data_folder_on_the_screen_or_in_what_the_app_knows(
    pilot: Pilot, erase: Callable[[Pilot], None]
) -> None:
    erase(pilot)
    assert "weg" in pilot.said
    nothing_of_it(pilot, NAME, NOTE, POINT, "Kievit", "Gruto")
    pilot.again()
    nothing_of_it(pilot, NAME, NOTE, POINT, "Kievit", "Gruto")
    assert pilot.app.back.journal.count() == 0
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert pilot.value("Deelnemer 1") == ""


def test_before_something_goes_it_is_in_the_data_folder_and_its_backup(pilot: Pilot) -> None:
    """So that the test above would fail if nothing were erased."""
    play(pilot, "Team Kievit", name=NAME, note=NOTE)
    pilot.pass_time(3)
    for path in (pilot.folder / "journal.sqlite3", *(pilot.folder / "backups").glob("*.sqlite3")):
        assert NAME.encode() in path.read_bytes() or NAME.encode() in every_byte(pilot.folder)
    (copy,) = (path for path in pilot.folder.rglob("journal-*.sqlite3"))
    assert NAME.encode() in copy.read_bytes()
    assert NOTE.encode() in copy.read_bytes()


def test_throwing_away_is_asked_first_and_enter_keeps_it(pilot: Pilot) -> None:
    play(pilot, "Team Zuid")
    to_the_list(pilot)
    pilot.press("Meer: Team Zuid", "Wissen…")
    assert "“Team Zuid” gaat weg" in pilot.text()
    pilot.key("return")
    assert listed(pilot) == ["Bekijken: Team Zuid"]
    pilot.key("f2")
    pilot.press("Alle sessies wissen…")
    pilot.key("return")
    assert pilot.app.back.journal.count() == 1


def test_the_other_sessions_stay_and_so_do_the_names_of_last_time(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", name=NAME, note=NOTE)
    play(pilot, "Team Zuid", name="Samira", note="Eerst vragen.")
    to_the_list(pilot)
    pilot.press("Meer: Team Kievit", "Wissen…", "Wissen", "Druk nog een keer om te wissen")
    assert listed(pilot) == ["Bekijken: Team Zuid"]
    assert pilot.said == "Alles van deze sessie is weg."
    nothing_of_it(pilot, NAME, NOTE, "Kievit")
    pilot.press("Klaar", "Spelen", "Verder: tafel en tijd")
    assert pilot.value("Deelnemer 1") == "Samira"


def test_all_sessions_go_also_while_one_is_on_the_table(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", close=False, name=NAME)
    pilot.press("Verder met Team Kievit")
    pilot.key("f2")
    pilot.press("Alle sessies wissen…", "Wissen", "Druk nog een keer om te wissen")
    assert pilot.can("Spelen")
    nothing_of_it(pilot, NAME, "Kievit")


def test_a_session_that_is_open_in_another_window_is_not_thrown_away(pilot: Pilot) -> None:
    play(pilot, "Team Kievit", close=False)
    to_the_list(pilot)
    (session,) = pilot.app.back.journal.sessions()
    with SessionLock.of_session(pilot.folder, session.id):
        pilot.press("Meer: Team Kievit", "Wissen…", "Wissen", "Druk nog een keer om te wissen")
    assert "ander venster" in pilot.said
    assert pilot.app.back.journal.count() == 1


def test_when_a_disk_fails_half_way_it_is_told_and_the_names_of_last_time_go_all_the_same(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(pilot, "Team Kievit", name=NAME)
    to_the_list(pilot)

    def failing(*_: object) -> list[str]:
        raise OSError(5, "de schijf hapert")

    with monkeypatch.context() as broken:
        broken.setattr(copies, "wipe", failing)
        pilot.press("Meer: Team Kievit", "Wissen…", "Wissen", "Druk nog een keer om te wissen")
    assert "dan wordt het wissen afgemaakt" in pilot.said
    assert NAME not in repr(pilot.app.model)
    assert NAME.encode() not in (pilot.folder / "instellingen.json").read_bytes()
    pilot.again()  # what was left is finished now
    nothing_of_it(pilot, NAME, "Kievit")


def test_with_notes_off_a_report_can_be_made_first_or_the_session_kept_all_the_same(
    pilot: Pilot, documents: Path
) -> None:
    pilot.press("Instellingen", "Notities bewaren", "Klaar")
    play(pilot, "Team Kievit", close=False, name=NAME)
    pilot.again()
    pilot.press("Verder met Team Kievit", "Sessie afronden…")
    pilot.tells(NAME, POINT)
    pilot.press("Sessie sluiten…", "Eerst een verslag", "Platte tekst", "Verslag bewaren", "Sluiten")
    (written,) = documents.iterdir()
    assert POINT in written.read_text(encoding="utf-8")
    pilot.press("Sessie sluiten…", "Toch bewaren")
    to_the_list(pilot)
    assert listed(pilot) == ["Bekijken: Team Kievit"]


def test_a_clicker_does_not_close_without_keeping(pilot: Pilot) -> None:
    pilot.press("Instellingen", "Notities bewaren", "Klaar")
    play(pilot, "Team Kievit", close=False)
    pilot.press("Verder met Team Kievit", "Sessie afronden…", "Sessie sluiten…")
    pilot.key("pagedown", "pagedown")
    assert pilot.app.back.journal.count() == 1


# -- backups


def test_a_backup_is_made_in_a_quiet_moment_once_a_day_and_nothing_is_said(pilot: Pilot) -> None:
    pilot.post()
    assert list(pilot.folder.rglob("journal-*.sqlite3")) == []
    play(pilot, "Team Zuid")
    said = pilot.said
    pilot.pass_time(3)
    (copy,) = pilot.folder.rglob("journal-*.sqlite3")
    assert copy.name == f"journal-{datetime(2026, 11, 21):%Y-%m-%d}.sqlite3"
    assert pilot.said == said
    assert pilot.app.model.notices == ()


def test_someone_who_presses_something_does_not_wait_for_the_backup(pilot: Pilot) -> None:
    (backing_up,) = (one for one in pilot.app.agenda.timed if isinstance(one, BackingUp))
    backing_up.busy = lambda: True
    play(pilot, "Team Zuid")
    pilot.clock.now += 3
    pilot.post()
    assert list(pilot.folder.rglob("journal-*.sqlite3")) == []
    backing_up.busy = lambda: False
    pilot.pass_time(30)
    assert len(list(pilot.folder.rglob("journal-*.sqlite3"))) == 1


# -- over sessions alone


def alone(pilot: Pilot) -> None:
    pilot.press(
        "Alleen",
        "Draai de kaart van de dag",
        "Menu",
        "Sessie afronden",
        "Telt mee, afronden",
        "Verder: terugkijken",
    )


def test_after_sessions_alone_the_pattern_is_that_of_all_of_them_and_of_no_other(pilot: Pilot) -> None:
    play(pilot, "Team Zuid")
    assert pilot.app.model.pattern is None
    alone(pilot)
    assert "Dit is je eerste sessie alleen." in pilot.text()
    pilot.press("Sessie sluiten…", "Sessie sluiten")
    alone(pilot)
    assert "Zo vaak kwam elk cluster langs in je 2 sessies alleen." in pilot.text()
    assert sum(pilot.app.model.pattern.counts.cards) == 2
    pilot.press("Ongedaan maken")
    assert "sessies alleen" not in pilot.text()
    assert len(pilot.app.model.pattern.met) == 1, "what was met in the other one"


@pytest.mark.parametrize("make", [lambda folder: open_journal(folder)[0], lambda _: MemoryJournal()])
def test_totals_are_of_one_mode_when_that_is_asked(tmp_path: Path, make: Callable[[Path], Journal]) -> None:
    journal = make(tmp_path)
    for number, mode in enumerate(("tegenwicht", "alone", "alone", "peeling")):
        came_up = (number, *(0,) * 11)
        journal.begin(row(str(number), mode=mode, title="Een", came_up=came_up), [started()])
    assert journal.totals(mode="alone").by_card[0] == 3
    assert journal.totals(mode="alone", search="een").sessions == 2
    assert journal.totals(mode="alone", search="twee").sessions == 0
    assert journal.totals(mode="alone", limit=1).sessions == 1
    assert journal.totals(mode="weighing").sessions == 0
    assert journal.totals().sessions == 4
    journal.close()


def test_the_tally_of_a_played_session_is_what_the_list_shows(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    session = begun(journal)
    session.do(tegenwicht.Draw())
    session.do(tegenwicht.Mention(CLUSTERS[1]))
    session.do(tegenwicht.FinishTurn())
    total = tegenwicht.tally_of(session.timeline.session).total
    journal.close()
    with Pilot(tmp_path / "data") as pilot:
        to_the_list(pilot)
        (marks,) = (one for one in pilot.nodes() if one.key.startswith("marks:"))
        numbers = [int(part.rpartition(" ")[2]) for part in marks.label.split(", ")]
    assert numbers == [total.came_up(one) for one in (*PEOPLE, *FRAMES)]


def test_who_has_no_sessions_yet_can_bring_one_in_by_keyboard(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press("Eerdere sessies")
    assert "Er zijn nog geen sessies." in pilot.text()
    pilot.press("Sessie uit een bestand")
    pilot.type(str(tmp_path / "niets.tegenwicht"))
    pilot.key("return")
    assert "gevonden: geen bestand" in pilot.said


def test_why_a_file_cannot_come_in_is_told_in_the_panel_where_it_was_asked(
    pilot: Pilot, tmp_path: Path
) -> None:
    path = tmp_path / "lijst.tegenwicht"
    path.write_text("boodschappen", encoding="utf-8")
    pilot.press("Eerdere sessies", "Sessie uit een bestand")
    pilot.ask("set_value", "Of typ waar het staat", str(path))
    pilot.press("Erbij halen")
    (panel,) = (one for one in pilot.nodes() if one.role is Role.DIALOG)
    assert any("lijst.tegenwicht:1:1" in one.label for one in walk(panel))
