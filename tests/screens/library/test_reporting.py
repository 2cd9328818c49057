"""A report from the closing screen, and the quiet question about what looks traceable."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.app.desks import documents as written
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for documents; not there yet."""
    folder = tmp_path / "Documenten"
    monkeypatch.setattr(paths, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """At the close of a session of two turns with a note."""
    with Pilot(tmp_path / "data") as found:
        found.press("Spelen", "Verder: tafel en tijd")
        found.fill("Naam van de groep (mag leeg)", "Team Zuid")
        found.fill("Deelnemer 1", "Samira")
        found.press("Aan tafel", "Laat het lot kiezen", "Notitie")
        found.fill("Notitie", "Eerst vragen, dan pas invullen.")
        found.press("Bewaren", "Klaar", "Sessie afronden…")
        yield found


@pytest.mark.parametrize(
    ("form", "suffix", "begins"),
    [("PDF", ".pdf", b"%PDF"), ("Word", ".docx", b"PK"), ("Excel (CSV)", ".csv", b"\xef\xbb\xbf"),
     ("Platte tekst", ".md", b"# ")],
)  # fmt: skip
def test_a_report_is_written_to_the_documents_and_the_screen_says_where(
    pilot: Pilot, documents: Path, form: str, suffix: str, begins: bytes
) -> None:
    pilot.press("Andere vormen…", form, "Verslag bewaren")
    (written,) = documents.iterdir()
    assert written.name == f"Tegenwicht Team Zuid 2026-11-21{suffix}"
    assert written.read_bytes().startswith(begins)
    said = f"Bewaard: {written.name}, in de map {documents.name}"
    assert said in pilot.text()
    assert pilot.said == said


def test_a_second_report_does_not_go_over_the_first(pilot: Pilot, documents: Path) -> None:
    pilot.press("Andere vormen…", "Platte tekst", "Verslag bewaren", "Verslag bewaren")
    assert sorted(path.name for path in documents.iterdir()) == [
        "Tegenwicht Team Zuid 2026-11-21 (2).md", "Tegenwicht Team Zuid 2026-11-21.md",
    ]  # fmt: skip


def test_for_the_team_there_are_names_and_notes_and_without_people_there_are_none(
    pilot: Pilot, documents: Path
) -> None:
    pilot.tells("Samira", "Langer stil zijn")
    pilot.press("Andere vormen…", "Platte tekst", "Verslag bewaren")
    (team,) = documents.iterdir()
    words = team.read_text(encoding="utf-8")
    team.unlink()
    for found in ("Samira", "Eerst vragen, dan pas invullen", "Langer stil zijn"):
        assert found in words
    pilot.press("Zonder namen", "Verslag bewaren")
    (free,) = documents.iterdir()
    words = free.read_text(encoding="utf-8")
    for found in ("Samira", "Team Zuid", "Eerst vragen", "Langer stil"):
        assert found not in words + free.name


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(pilot: Pilot, documents: Path) -> None:
    documents.write_text("geen map")
    pilot.press("Andere vormen…", "Verslag bewaren")
    assert "Het verslag kan niet in de map" in pilot.said
    assert pilot.can("Verslag bewaren")


def test_opening_it_asks_the_system_and_says_so_when_that_cannot(
    pilot: Pilot, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    pilot.press("Andere vormen…", "Platte tekst", "Verslag bewaren")
    monkeypatch.setattr(written, "open_file", lambda path: asked.append(path) or "Dat kan hier niet.")
    pilot.press("Openen")
    assert asked == list(documents.iterdir())
    assert pilot.said == "Dat kan hier niet."


def test_what_looks_traceable_is_asked_about_and_kept_all_the_same(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Notitie")
        pilot.fill("Notitie", "Bel haar op 06-12345678")
        assert "Dit lijkt op een telefoonnummer. Kan het zonder?" in pilot.text()
        assert pilot.control("Notitie").description.startswith("Dit lijkt op")
        pilot.press("Bewaren", "Notitie")
        assert pilot.value("Notitie") == "Bel haar op 06-12345678"
        pilot.fill("Notitie", "Ze wilde liever in de ochtend bellen.")
        assert "Dit lijkt op" not in pilot.text()


def test_cards_go_on_paper_all_of_them_or_the_hand(tmp_path: Path, documents: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Kaarten", "Op papier")
        assert "De hele kaartset: 48 kaarten" in pilot.text()
        pilot.press("Met achterkanten", "PDF maken")
        (whole,) = documents.iterdir()
        assert whole.name == "Tegenwicht kaarten.pdf"
        assert whole.read_bytes().startswith(b"%PDF")
        assert f"Bewaard: {whole.name}, in de map {documents.name}" in pilot.text()
        size = whole.stat().st_size
        pilot.press("Sluiten")
        pilot.press(next(label for label in pilot.labels() if "hand" in label.lower() and "9" in label))
        pilot.press("Op papier")
        assert "1 kaart uit de hand" in pilot.text()
        pilot.press("PDF maken")
        (few,) = (path for path in documents.iterdir() if path != whole)
        assert few.stat().st_size < size


@pytest.mark.skipif(sys.platform == "win32", reason="there the system is asked in another way")
def test_a_file_that_cannot_be_opened_is_told_by_its_name_and_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole path is not to be listened to."""

    def no_opener(*_: object, **__: object) -> None:
        raise FileNotFoundError("xdg-open")

    monkeypatch.setattr(written.subprocess, "Popen", no_opener)
    told = written.open_file(Path("/home/samira/Documenten/Verslag.pdf"))
    assert told == "Verslag.pdf kan hier niet worden geopend. Het staat in de map Documenten."
