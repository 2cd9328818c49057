"""``tegenwicht convert`` and ``check`` on decks for people with Excel, as their users would run them."""

import argparse
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tegenwicht.cli import check, convert
from tegenwicht.game.cards import Deck
from tegenwicht.storage.decks import formats as deck_formats
from tegenwicht.storage.decks.formats import read_any
from tegenwicht.storage.decks.tables import Read
from tests.storage.decks.deck_samples import SMALL_DECK

ROOT = Path(__file__).parent.parent
HEADER = "cluster;titel;openingsvraag;verdieping 1;verdieping 2;tegenwicht"
BY_HAND = f"{HEADER}\nCliënt;Tempo;Heb je dat gezien?;Wat zag je?;Wie was erbij?;En andersom?\n"


def run(*arguments: object) -> int:
    """Run the command here; wrong use is its exit code."""
    try:
        options = convert.parser().parse_args([str(argument) for argument in arguments])
    except SystemExit as left:
        return int(left.code or 0)
    return convert.run(options)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck in YAML."""
    path = tmp_path / "proef.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    return path


def test_a_deck_goes_from_yaml_to_excel_to_csv_and_back_and_loses_nothing(
    deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    way = [deck, *(tmp_path / name for name in ("a.xlsx", "b.csv", "c.yaml", "d.CSV", "e.xlsx", "f.yml"))]
    for source, target in pairwise(way):
        assert run(source, target) == 0
        said = capsys.readouterr()
        assert (said.out, said.err) == (f"{target}: gemaakt, 2 kaarten van Proefkaarten\n", "")
        assert read_any(target) == Read(read_any(deck).deck)


def test_the_command_is_there_as_a_process_and_speaks_dutch(deck: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tegenwicht", "convert", str(deck), str(tmp_path / "uit.csv")],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True, text=True, timeout=300, check=False, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{tmp_path / 'uit.csv'}: gemaakt, 2 kaarten van Proefkaarten\n"


def test_its_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    said = capsys.readouterr().out
    assert said.startswith("Gebruik: tegenwicht convert")
    assert not re.search(r"\b(usage|options|show|arguments|the)\b", said)


def test_a_table_made_by_hand_is_converted_and_what_was_filled_in_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "onze_kaarten.csv", tmp_path / "uit.yaml"
    source.write_text(BY_HAND, encoding="cp1252")
    assert run(source, target) == 0
    said = capsys.readouterr()
    assert said.out == f"{target}: gemaakt, 1 kaart van Onze kaarten\n"
    lines = said.err.splitlines()
    assert all(line.startswith(f"{source}: ") for line in lines)
    for words in ("Windows-1252", "ontbrak en is ingevuld", "zonder nummer", "praktijk", "zonder id"):
        assert words in said.err
    assert "title: Onze kaarten\n" in target.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_left_alone_unless_overwrite_is_asked(
    deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "uit.csv"
    target.write_text("van mij", encoding="utf-8")
    assert run(deck, target) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{target}: bestaat al: kies een andere naam, of geef --overwrite\n")
    assert target.read_text(encoding="utf-8") == "van mij"
    assert run(deck, target, "--overwrite") == 0
    assert read_any(target).deck.title == "Proefkaarten"


def test_a_link_to_nowhere_is_a_file_that_is_there(deck: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.csv"
    target.symlink_to(tmp_path / "nergens.csv")
    assert run(deck, target) == 1
    assert not (tmp_path / "nergens.csv").exists()


def test_a_deck_may_be_written_over_itself(deck: Path) -> None:
    before = read_any(deck)
    assert run(deck, deck, "--overwrite") == 0
    assert read_any(deck) == before


def test_problems_are_told_at_once_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "fout.csv", tmp_path / "uit.yaml"
    source.write_text(BY_HAND.replace("Cliënt", "klant").replace("Tempo", ""), encoding="utf-8")
    assert run(source, target) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split(": ")[0] for line in said.err.splitlines()] == [f"{source}:2:1", f"{source}:2:2"]
    assert not target.exists()


@pytest.mark.parametrize("name", ["uit.xls", "uit", "uit.xlsm", "uit.txt"])
def test_a_kind_of_file_that_cannot_be_made_is_wrong_use(
    name: str, deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(deck, tmp_path / name) == 2
    assert "verwacht een naam die eindigt op .yaml, .yml, .csv, .xlsx; gevonden" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("place", "reason"),
    [("nergens/uit.csv", "de map bestaat niet"), ("proef.yaml/uit.csv", "de map bestaat niet"),
     ("a" * 300 + ".csv", "de naam is te lang"), ("map.csv", "")],
)  # fmt: skip
def test_a_place_where_nothing_can_be_written_is_told_and_leaves_nothing_behind(
    place: str, reason: str, deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "map.csv").mkdir()
    assert run(deck, tmp_path / place, "--overwrite") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"niet te schrijven: {reason}" in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.csv", "proef.yaml"]


def test_a_source_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("weg.csv", "weg.xlsx", "weg.yaml"):
        assert run(tmp_path / name, tmp_path / "uit.csv") == 1
        assert "bestand niet gevonden" in capsys.readouterr().err


def test_comments_that_do_not_go_along_are_told(
    deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck.write_text(f"# van het team\n{SMALL_DECK}# eind\n", encoding="utf-8")
    assert run(deck, tmp_path / "uit.xlsx") == 0
    assert capsys.readouterr().err == f"{deck}: 2 regels commentaar gaan niet mee\n"


def test_what_was_encoded_wrongly_is_not_written(
    deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = deck_formats.encode

    def wrong(deck: Deck, kind: str) -> bytes:
        return right(deck, kind).replace(b"Draagvlak", b"Draagvlek")

    monkeypatch.setattr(deck_formats, "encode", wrong)
    assert run(deck, tmp_path / "uit.csv") == 1
    assert "niet gemaakt" in capsys.readouterr().err
    assert not (tmp_path / "uit.csv").exists()


# check


def checked(*files: Path, editorial: bool = True) -> int:
    """Run check on the files."""
    return check.run(argparse.Namespace(files=list(files), editorial=editorial))


def test_check_reads_tables_too_and_advice_is_no_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "kaarten.csv"
    source.write_text(BY_HAND, encoding="utf-8")
    assert checked(source) == 0
    said = capsys.readouterr().out
    assert f"{source}: in orde, 1 kaart: Beroep 0, Cliënt 1," in said
    assert f"{source}: kaart 1, vraag: “Heb je …?” is een gesloten vraag: begin met" in said
    assert f"{source}: kaart 1, doorvraag 2: 2 van de drie doorvragen: schrijf er drie, of geen" in said
    assert said.endswith(f"{source}: 2 punten om nog eens te bekijken\n")


def test_advice_on_a_yaml_deck_names_the_line(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.write_text(SMALL_DECK.replace("Wat woog mee?", "Waarom?"), encoding="utf-8")
    assert checked(deck) == 0
    assert f"{deck}:15: kaart 1, doorvraag 2: “Waarom” vraagt om een verdediging" in capsys.readouterr().out


def test_without_asking_there_is_no_advice(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.write_text(SMALL_DECK.replace("Wat woog mee?", "Waarom?"), encoding="utf-8")
    assert checked(deck, editorial=False) == 0
    assert "Waarom" not in capsys.readouterr().out


def test_a_deck_in_another_language_gets_no_advice(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.write_text(SMALL_DECK.replace("language: nl", "language: fy"), encoding="utf-8")
    assert checked(deck) == 0
    assert "geen redactie: die kent alleen Nederlands" in capsys.readouterr().out


def test_every_kind_of_advice_is_a_dutch_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = ["Waarom koos je dit traject?", "Waarom koos je dat plan?", "Waarom koos je die werkplek?",
                 "Was het een goede keuze?", "Hoe heet de cliënt?", "Hoe woog " + "je en jij " * 7 + "dat mee?",
                 f"Hoe woog je {'a' * 25} mee?", "Wie weegt de wens van een partner mee?",
                 "Wie woog de wens van een partner mee?"]  # fmt: skip
    rows = [
        f"client;Titel {n};{question};Eerste {n};Tweede {n};Stel dat eens {'ab' * n}"
        for n, question in enumerate(questions, 1)
    ]
    source = tmp_path / "arm.csv"
    source.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    assert checked(source) == 0
    said = capsys.readouterr().out
    assert "{" not in said
    for words in (
        "beginnen hier met “Waarom koos” (ook 2, 3)", "is een gesloten vraag", "verdediging",
        "25 woorden: vraag het in hoogstens 15",
        "heeft 25 letters", "vraagt bijna hetzelfde als kaart 8", "“Hoe heet de cliënt”", "“goede keuze” oordeelt",
    ):  # fmt: skip
        assert words in said
