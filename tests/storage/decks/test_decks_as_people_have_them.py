"""Files as people have them: each is read, or refused in one line that names what it is and what to do."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tegenwicht.game.cards import Deck
from tegenwicht.storage.decks import own
from tegenwicht.storage.decks.formats import read_any
from tegenwicht.storage.decks.naming import title_from
from tegenwicht.storage.decks.reader import DeckProblems
from tegenwicht.storage.decks.tables import Read
from tegenwicht.storage.patience import Patience
from tests.storage.decks.test_deck_tables_xlsx import (
    CARD,
    HEADER,
    SHEET,
    by_hand,
    saved,
    sheet_of,
    with_parts,
)

YAML = """\
id: team-noord
title: Team Noord
language: nl
version: 1
sources:
  - "Geschreven door ons team."
cards:
  - id: reistijd
    number: 1
    cluster: client
    title: Reistijd
    question: "Waaraan merkte je dat één cliënt het zó zag?"
    deeper:
      - "Wat vertelde iemand over de reis?"
      - "Wanneer ging de reis zwaarder wegen?"
    counterweight: "Voor wie is de reis juist rustig?"
    source: praktijk
"""
CSV = (
    "nummer;cluster;titel;openingsvraag;verdieping 1;verdieping 2;tegenwicht\r\n"
    "1;Cliënt;Reistijd;Waaraan merkte je dat één cliënt het zó zag?;Wat?;Wie?;En anders?\r\n"
)


def read(folder: Path, name: str, data: bytes) -> Read:
    (folder / name).write_bytes(data)
    return read_any(folder / name)


def refused(folder: Path, name: str, data: bytes) -> list[str]:
    """The problems, without the name of the file."""
    with pytest.raises(DeckProblems) as found:
        read(folder, name, data)
    return [str(problem).removeprefix(f"{folder / name}:") for problem in found.value.problems]


def question(deck: Deck) -> str:
    return deck.cards[0].question


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


# -- what a file is


@pytest.mark.parametrize(
    "name", ["kaarten.yaml", "kaarten.yaml.txt", "kaarten.csv", "kaarten", "kaarten.xlsx", "k.docx"]
)
@pytest.mark.parametrize("kind", ["yaml", "csv", "xlsx"])
def test_a_deck_is_read_for_what_it_is_whatever_it_is_called(tmp_path: Path, name: str, kind: str) -> None:
    data = {"yaml": YAML.encode(), "csv": CSV.encode(), "xlsx": saved(by_hand(CARD))}[kind]
    assert len(read(tmp_path, name, data).deck.cards) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (zipped(word__document_xml=b"<x/>"), "een document van Word"),
        (zipped(ppt__presentation_xml=b"<x/>"), "een presentatie van PowerPoint"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "een rekenblad van LibreOffice"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "een tekst van LibreOffice"),
        (zipped(xl__workbook_bin=b""), "een ingepakt bestand (zip)"),
        (zipped(foto=b"x"), "een ingepakt bestand (zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "een oud bestand van Office"),
        (b"%PDF-1.7\n", "een PDF"),
        (b"\x89PNG\r\n\x1a\n", "een plaatje"),
        (b"{\\rtf1\\ansi", "een tekst van een tekstverwerker"),
        (b"<!DOCTYPE html><html><table>", "een webpagina"),
        (b"<html><body><table>", "een webpagina"),
        (b'<?xml version="1.0"?><Workbook>', "een bestand in XML"),
        (b'{\n "format": "tegenwicht-sessie",\n', "een bewaarde sessie van Tegenwicht"),
        (b"SQLite format 3\0", "een databank"),
        (b"\0\1\2\3", "geen tekst en geen werkmap"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["kaarten.yaml", "kaarten.xlsx", "kaarten.csv", "kaarten.txt"])
def test_what_is_no_deck_is_named_in_one_line_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (line,) = refused(tmp_path, name, data)
    assert f"verwacht een kaartset (.yaml, .xlsx of .csv); dit is {told}" in line


# -- what a workbook can have


def patched(change: Callable[[bytes], bytes], *rows: list[object]) -> bytes:
    return with_parts(saved(by_hand(*rows or (CARD,))), **{SHEET: change})


def inline(title: str) -> bytes:
    """A workbook whose title is written as it is in the XML."""
    cells = [*map(str, CARD[:2]), title, *map(str, CARD[3:])]
    written = [
        "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in (HEADER, cells)
    ]
    return sheet_of("".join(f"<row>{row}</row>" for row in written).encode())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Tempo_x000D_", "Tempo"),
        ("_x0009_Tempo_x000d_", "Tempo"),
        ("A_x0026_B", "A&B"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD83D__xDE00_", "😀"),
        ("_x41_ x_0041", "_x41_ x_0041"),
        ("a</t><r><t>b</t></r><rPh><t>uitspraak</t></rPh><t>c", "abc"),
    ],
)
def test_the_escapes_and_runs_of_a_workbook_are_read_as_excel_shows_them(
    tmp_path: Path, written: str, meant: str
) -> None:
    assert read(tmp_path, "a.xlsx", inline(written)).deck.cards[0].title == meant


def test_a_line_break_from_access_is_told_as_a_line_break(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, "a.xlsx", inline("Een_x000D_\ntwee"))
    assert "verwacht één regel zonder tabs; gevonden een tab of een nieuwe regel" in line


def test_rows_that_a_filter_hides_stay_out_and_are_told(tmp_path: Path) -> None:
    book = by_hand(CARD, [2, *CARD[1:]], [3, *CARD[1:]])
    book.active.row_dimensions[3].hidden = True
    deck, notes = read(tmp_path, "a.xlsx", saved(book))
    assert [card.number for card in deck.cards] == [1, 3]
    assert "niet gelezen, want verborgen in Excel: rij 3: maak zichtbaar wat mee moet" in notes


def test_hidden_columns_are_read_and_told(tmp_path: Path) -> None:
    book = by_hand(CARD)
    book.active.column_dimensions["G"].hidden = True
    deck, notes = read(tmp_path, "a.xlsx", saved(book))
    assert deck.cards[0].other_side == "En anders?"
    assert "wel gelezen, al zijn ze verborgen in Excel: kolom G" in notes


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("title", ["Lijsten", "Kaarten", "Kaartset"])
def test_the_first_sheet_one_sees_that_has_the_columns_is_read(
    tmp_path: Path, state: str, title: str
) -> None:
    book = Workbook()
    book.active.title = title
    book.active.append(["iets", "anders"])
    book.active.sheet_state = state
    book.create_sheet("Uitleg").append(["zo werkt het"])
    cards = book.create_sheet("Ons team")
    for row in (HEADER, CARD):
        cards.append(row)
    book.active = 2
    deck, notes = read(tmp_path, "a.xlsx", saved(book))
    assert len(deck.cards) == 1
    assert {f'niet gelezen, want verborgen: blad "{title}"', 'niet gelezen: blad "Uitleg"'} <= {*notes}


def test_what_was_passed_over_is_told_with_the_problems_too(tmp_path: Path) -> None:
    book = by_hand(["x", *CARD[1:]], [2, *CARD[1:]])
    book.active.row_dimensions[3].hidden = True
    lines = refused(tmp_path, "a.xlsx", saved(book))
    assert lines[0].startswith("1:1: let op: niet gelezen, want verborgen in Excel: rij 3")
    assert "nummer: verwacht een geheel getal" in lines[1]


@pytest.mark.parametrize(
    "filled", [[4], [4, "Cliënt"], ["=A4+1"], [4, "Cliënt", None, None, None, None, None]]
)
def test_rows_in_which_only_a_number_was_filled_down_are_one_line(
    tmp_path: Path, filled: list[object]
) -> None:
    deck, notes = read(tmp_path, "a.xlsx", saved(by_hand(CARD, *[filled] * 27)))
    assert len(deck.cards) == 1
    assert "overgeslagen, want er staat geen tekst in: 27 rijen (3 tot en met 29)" in notes


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_title_above_the_table_is_passed_over_and_told(tmp_path: Path, kind: str) -> None:
    if kind == "csv":
        deck, notes = read(tmp_path, "a.csv", f"Kaarten team Noord;;\r\n;;\r\nversie mei;;\r\n{CSV}".encode())
    else:
        book = Workbook()
        for row in (["Kaarten team Noord"], [], ["versie mei"], HEADER, CARD):
            book.active.append(row)
        deck, notes = read(tmp_path, "a.xlsx", saved(book))
    assert len(deck.cards) == 1
    assert any("boven de namen van de kolommen: 2 rijen (1, 3)" in note for note in notes)


def test_a_workbook_in_the_strict_form_is_read(tmp_path: Path) -> None:
    def strict(part: bytes) -> bytes:
        return (
            part.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
            .replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        )  # fmt: skip

    data = saved(by_hand(CARD))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, strict(part))
    assert len(read(tmp_path, "a.xlsx", out.getvalue()).deck.cards) == 1


def test_a_workbook_with_other_slashes_letters_and_prefixes_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(saved(by_hand(CARD)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        for sign in (f"<{tag} ", f"<{tag}>", f"</{tag}>", f"<{tag}/>"):
            sheet = sheet.replace(sign, sign.replace(f"{tag}", f"x:{tag}", 1))
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("xmlns=", "xmlns:x=", 1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("xl/worksheets/sheet1.xml", "XL\\worksheets\\Sheet1.xml"), part)
    assert b"x:row" in parts["xl/worksheets/sheet1.xml"]
    assert len(read(tmp_path, "a.xlsx", out.getvalue()).deck.cards) == 1


TAG = b"<mergeCell " * 300_000
LONG = {
    "tags without end": TAG,
    "a tag as long as the part": b"<c " + b'a="b" ' * 10 + b"x" * 4_000_000,
    "an attribute without end": b'<mergeCell ref="' + b"A1:" * 1_000_000,
    "a comment without end": b"<!--" + b"<" * 300_000 + b" " * 3_000_000,
    "an instruction without end": b"<?x " + b"<" * 300_000 + b" " * 3_000_000,
    "deep": b"<a>" * 390_000,
    "formulas that share": b'<row><c><f t="shared" ref="A1:Z9" si="0">' + b"A1+" * 10_000 + b"</f></c>"
    + b'<c><f t="shared" si="0"/></c>' * 90_000 + b"</row>",
    "numbers as long as a cell": b"<row>" + (b"<c><v>" + b"9" * 30_000 + b"</v></c>") * 100 + b"</row>",
    "all sheets": b'<row hidden="1"><c><v>1</v></c></row>' * 90_000,
}  # fmt: skip


@pytest.mark.parametrize("kind", LONG)
def test_no_workbook_keeps_the_reader_busy(tmp_path: Path, kind: str) -> None:
    begun = time.process_time()
    assert refused(tmp_path, "a.xlsx", sheet_of(LONG[kind]))
    assert time.process_time() - begun < 3


# -- what a text can have


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp850", "MS-DOS"), ("cp437", "MS-DOS"), ("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"),
        ("latin-1", "Windows-1252"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("spoiled", [False, True])
def test_an_old_encoding_is_read_and_named_also_where_there_are_problems(
    tmp_path: Path, encoding: str, name: str, spoiled: bool
) -> None:
    data = CSV.replace("\n1;", "\nx;" if spoiled else "\n1;").encode(encoding)
    if spoiled:
        first = refused(tmp_path, "a.csv", data)[0]
        assert f"let op: gelezen als {name}" in first
    else:
        deck, notes = read(tmp_path, "a.csv", data)
        assert question(deck) == "Waaraan merkte je dat één cliënt het zó zag?"
        assert any(f"gelezen als {name}" in note for note in notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_a_table_in_unicode_is_read_without_a_word(tmp_path: Path, encoding: str, ending: str) -> None:
    if encoding == "utf-32":
        assert read(tmp_path, "a.csv", CSV.replace("\r\n", ending).encode(encoding)).deck
        return
    deck, notes = read(tmp_path, "a.csv", CSV.replace("\r\n", ending).encode(encoding))
    assert question(deck).endswith("zó zag?") and not any("gelezen als" in note for note in notes)


def test_a_text_of_ms_dos_may_end_as_it_did_there(tmp_path: Path) -> None:
    assert read(tmp_path, "a.csv", CSV.encode("cp850") + b"\x1a").deck


def test_accents_that_were_saved_wrongly_before_are_named(tmp_path: Path) -> None:
    notes = read(tmp_path, "a.csv", CSV.replace("één", "één".encode().decode("cp1252")).encode()).notes
    assert any("de accenten zijn eerder verkeerd bewaard" in note for note in notes)


@pytest.mark.parametrize(
    "hint",
    ["sep=;", "sep=;;;;;;;", "SEP=;", '"sep=;"', '"sep=;";;;;', "sep=,", 'sep="', "sep=\t;;", "\ufeffsep=;"],
)
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_the_line_about_the_separator_is_no_row_however_it_was_saved(
    tmp_path: Path, hint: str, ending: str
) -> None:
    assert len(read(tmp_path, "a.csv", (hint + ending + CSV).encode()).deck.cards) == 1


def test_yaml_that_notepad_saved_as_unicode_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "a.yaml", YAML.encode("utf-16")).deck.title == "Team Noord"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - id: r", "\xa0\xa0- id: r", "8:1: teken U+00A0 ziet eruit als een spatie"),
        ("    title", "\u2003\u2003title", "11:1: teken U+2003 ziet eruit als een spatie"),
        ("title: Reis", "title:\xa0Reis", "11:11: teken U+00A0 ziet eruit als een spatie"),
        ("title: Reis", "title:\u202fReis", "11:11: teken U+202F ziet eruit als een spatie"),
        ('      - "Wat', '      -\xa0"Wat', "14:8: teken U+00A0 ziet eruit als een spatie"),
        ('      - "Wat', '      – "Wat', "14:7: teken – (U+2013) is geen gewoon streepje"),
        ('      - "Wat', '      • "Wat', "14:7: teken • (U+2022) is geen gewoon streepje"),
        ("version: 1", "version：1", "4:8: teken ： (U+FF1A) is geen gewone dubbele punt"),
    ],
)
def test_signs_that_only_look_right_are_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in YAML
    assert any(
        line.startswith(told) for line in refused(tmp_path, "a.yaml", YAML.replace(old, new, 1).encode())
    )


@pytest.mark.parametrize("pair", ["“”", "„”", "‘’", "«»", "””"])
def test_curly_quotes_around_a_text_are_no_part_of_the_card(tmp_path: Path, pair: str) -> None:
    text = YAML.replace('"Waaraan merkte je dat één cliënt het zó zag?"', f"{pair[0]}Waaraan?{pair[1]}")
    (line,) = refused(tmp_path, "a.yaml", text.encode())
    assert line.startswith("12:15: question: de gekrulde aanhalingstekens")


@pytest.mark.parametrize("kept", ["Hij zei “nee” en toen “ja”.", "Wat is “goed”?", "Eén\xa0euro"])
def test_the_same_signs_inside_a_text_stay(tmp_path: Path, kept: str) -> None:
    text = YAML.replace('"Waaraan merkte je dat één cliënt het zó zag?"', f"'{kept}'")
    assert question(read(tmp_path, "a.yaml", text.encode()).deck) == kept


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("ijmond-kaarten.csv", "IJmond kaarten"),
        ("IJsselland.csv", "IJsselland"),
        ("ijs.csv", "IJs"),
        ("ik.csv", "Ik"),
    ],
)
def test_a_title_from_a_file_begins_with_a_dutch_capital(file: str, title: str) -> None:
    assert title_from(Path(file)) == title


@pytest.mark.parametrize("title", ["Con", "NUL", "aux", "Com1", "LPT9", "Prn"])
def test_a_title_that_windows_keeps_for_a_device_gets_another_file_name(tmp_path: Path, title: str) -> None:
    assert own.free_name(tmp_path, title) == f"{title.lower()}-kaarten"


def test_a_name_in_other_letters_is_taken_too() -> None:
    assert own.numbered("Team Noord", ["TEAM-NOORD"]) == "team-noord-2"


# -- how long it may take


@pytest.mark.parametrize("name", ["a.yaml", "a.csv", "a.xlsx"])
def test_reading_can_be_broken_off_and_takes_no_longer_than_it_may(tmp_path: Path, name: str) -> None:
    data = {"a.yaml": YAML.encode(), "a.csv": CSV.encode(), "a.xlsx": saved(by_hand(CARD))}[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DeckProblems, match="het lezen is afgebroken; er is niets veranderd"):
        read_any(tmp_path / name, Patience(stop=lambda: True))
    late = iter([0.0, *[30.0] * 999])
    with pytest.raises(DeckProblems, match="het lezen duurt te lang"):
        read_any(tmp_path / name, Patience(clock=lambda: next(late)))
    assert read_any(tmp_path / name, Patience()).deck
