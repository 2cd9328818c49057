"""``tegenwicht report``, on real journals."""

import os
from pathlib import Path

import pytest

from tegenwicht.__main__ import main
from tegenwicht.game import events, tegenwicht
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import open_journal
from tests.game.tables import TWO_OF_EACH, deck, people

NAME = "Samira"


class Sessions:
    """A data folder with sessions in it, and the command to report them."""

    def __init__(self, folder: Path) -> None:
        self.data, self.out = folder / "data", folder / "verslag.md"
        self.journal, _ = open_journal(self.data)

    def begin(self, number: str, title: str, day: int = 1) -> RunningSession:
        setup = events.Setup("tegenwicht", title, people(2))
        moment = f"2026-11-{day:02d}T12:00:00.000+00:00"
        session = RunningSession.start(
            self.journal, setup, deck(*TWO_OF_EACH), now=lambda: moment, new_id=lambda: number.ljust(32, "0")
        )
        session.do(events.RenameParticipant(1, NAME, None))
        session.do(tegenwicht.Draw())
        session.do(tegenwicht.WriteNote(f"Notitie van {title}"))
        session.do(tegenwicht.FinishTurn())
        return session

    def report(self, *arguments: object) -> int:
        return main(["report", "--data-dir", str(self.data), *map(str, arguments)])


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    made = Sessions(tmp_path)
    made.begin("aaaa11", "Eerste", 1)
    made.begin("aaaa22", "Tweede", 2)
    return made


Printed = pytest.CaptureFixture[str]


def test_without_a_session_it_lists_them_the_latest_first(sessions: Sessions, capsys: Printed) -> None:
    assert sessions.report() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "aaaa22  2026-11-02  Tweede  2 deelnemers  nog bezig",
        "aaaa11  2026-11-01  Eerste  2 deelnemers  nog bezig",
    ]


@pytest.mark.parametrize("wanted", ["laatste", "aaaa2", "AAAA22", "aaaa22".ljust(32, "0")])
def test_a_session_is_found_by_the_beginning_of_its_number(
    sessions: Sessions, wanted: str, capsys: Printed
) -> None:
    assert sessions.report(wanted, "--to", sessions.out) == 0
    assert capsys.readouterr() == (f"Verslag van Tweede: {sessions.out}\n", "")
    text = sessions.out.read_text(encoding="utf-8")
    assert "# Tweede" in text and "Notitie van Tweede" in text and NAME in text
    assert "**Datum:** 2 november 2026" in text


@pytest.mark.parametrize(
    ("suffix", "begin"),
    [(".pdf", b"%PDF-1."), (".docx", b"PK"), (".md", b"# Tweede"), (".CSV", b'\xef\xbb\xbf"Tweede"')],
)
def test_the_end_of_the_name_chooses_the_format(sessions: Sessions, suffix: str, begin: bytes) -> None:
    path = sessions.out.with_suffix(suffix)
    assert sessions.report("laatste", "--to", path) == 0
    assert path.read_bytes().startswith(begin)


def test_without_persons_there_is_no_name_in_it(sessions: Sessions) -> None:
    assert sessions.report("laatste", "--to", sessions.out, "--person-free") == 0
    text = sessions.out.read_text(encoding="utf-8")
    assert NAME not in text and "Tweede" not in text and "Notitie" not in text
    assert "2 deelnemers" in text


def test_a_session_that_is_being_played_can_be_reported_and_goes_on(sessions: Sessions) -> None:
    playing = sessions.begin("bb", "Bezig", 3)
    assert sessions.report("bb", "--to", sessions.out) == 0
    assert isinstance(playing.do(tegenwicht.Draw()), tegenwicht.CardDrawn)
    assert sessions.journal.trouble is None
    assert sessions.journal.waiting == 0
    assert sessions.report("bb", "--to", sessions.out, "--overwrite") == 0
    assert "nu op tafel" in sessions.out.read_text(encoding="utf-8")


def test_nothing_is_overwritten_unless_asked(sessions: Sessions, capsys: Printed) -> None:
    sessions.out.write_text("van mij", encoding="utf-8")
    assert sessions.report("laatste", "--to", sessions.out) == 1
    said = f"{sessions.out} is er al. Kies een andere naam, of schrijf eroverheen met --overwrite.\n"
    assert capsys.readouterr().err == said
    assert sessions.out.read_text(encoding="utf-8") == "van mij"
    assert sessions.report("laatste", "--to", sessions.out, "--overwrite") == 0
    assert "van mij" not in sessions.out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("zz", "Geen sessie heeft een nummer dat begint met 'zz'. Kies er een uit: tegenwicht report"),
        ("aaaa", "2 sessies beginnen met 'aaaa'. Geef meer van het nummer."),
    ],
)
def test_a_number_that_fits_none_or_several_is_told(
    sessions: Sessions, wanted: str, said: str, capsys: Printed
) -> None:
    assert sessions.report(wanted, "--to", sessions.out) == 1
    assert capsys.readouterr().err == f"{said}\n"
    assert not sessions.out.exists()


def test_a_folder_that_is_not_there_or_cannot_be_written_is_told(sessions: Sessions, capsys: Printed) -> None:
    missing = sessions.out.parent / "weg" / "verslag.md"
    assert sessions.report("laatste", "--to", missing) == 1
    assert (
        capsys.readouterr().err
        == f"De map {missing.parent} is er niet. Maak die eerst, of kies een andere.\n"
    )
    assert sessions.report("laatste", "--to", sessions.out.with_name("x" * 300 + ".md")) == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["laatste"], "geef met --to een bestand, zoals --to verslag.pdf"),
        (["--to", "x.md"], "geef ook een SESSIE: een nummer uit de lijst, of laatste"),
        (
            ["laatste", "--to", "x.txt"],
            "--to: verwacht een bestand dat eindigt op .pdf, .docx, .md of .csv; gevonden 'x.txt'",
        ),
    ],
)
def test_wrong_use_is_told_in_dutch(
    sessions: Sessions, arguments: list[str], said: str, capsys: Printed
) -> None:
    assert sessions.report(*arguments) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("Gebruik: tegenwicht report")
    assert printed.endswith(f"tegenwicht report: {said}\n")


def test_a_folder_without_sessions_is_told_and_stays_as_it_was(tmp_path: Path, capsys: Printed) -> None:
    assert main(["report", "--data-dir", str(tmp_path / "leeg")]) == 1
    assert capsys.readouterr().err == f"In de map {tmp_path / 'leeg'} staan geen sessies.\n"
    assert os.listdir(tmp_path) == []


def test_the_latest_of_no_sessions_is_told(tmp_path: Path, capsys: Printed) -> None:
    nobody = Sessions(tmp_path)
    nobody.journal.close()
    assert nobody.report("laatste", "--to", nobody.out) == 1
    assert capsys.readouterr().err == "Er zijn nog geen sessies. Speel er eerst een: tegenwicht\n"


def test_a_damaged_session_is_told_and_the_others_can_be_reported(
    sessions: Sessions, capsys: Printed
) -> None:
    import sqlite3

    sessions.journal.close()
    with sqlite3.connect(sessions.data / "journal.sqlite3") as connection:
        connection.execute("UPDATE event SET data = '{' WHERE number = 2 AND session LIKE 'aaaa22%'")
    connection.close()
    assert sessions.report("aaaa22", "--to", sessions.out) == 1
    assert "Tweede" in capsys.readouterr().err
    assert not sessions.out.exists()
    assert sessions.report("aaaa11", "--to", sessions.out) == 0
