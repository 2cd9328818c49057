"""A deck as a workbook of Excel: nothing is lost, and no workbook that is sent can do harm."""

import datetime
import io
import re
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tegenwicht.game.cards import Cluster, Deck
from tegenwicht.storage.decks.reader import DeckProblems, read_deck
from tegenwicht.storage.decks.tables import Read
from tegenwicht.storage.decks.xlsx import MOST_IN_A_PART, parse_xlsx, to_xlsx
from tests.storage.decks.deck_strategies import decks

FILE = Path("mijn kaarten.xlsx")
SHIPPED = sorted((Path(__file__).parents[3] / "decks").glob("*.yaml"))
HEADER = ["nummer", "cluster", "titel", "openingsvraag", "verdieping 1", "verdieping 2", "tegenwicht"]
CARD = [1, "Cliënt", "Tempo", "Hoe?", "Wat?", "Wie?", "En anders?"]


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_hand(*rows: list[Any]) -> Workbook:
    """A workbook with these rows under the names of the columns."""
    book = Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    return book


def with_parts(data: bytes, **parts: Callable[[bytes], bytes] | bytes) -> bytes:
    """The workbook with parts changed or added; ``xl__a_xml`` is the part xl/a.xml."""
    out = io.BytesIO()
    new = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): part
        for name, part in parts.items()
    }
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in dict.fromkeys([*old.namelist(), *new]):
            was = old.read(name) if name in old.namelist() else b""
            change = new.get(name, was)
            archive.writestr(name, change if isinstance(change, bytes) else change(was))
    return out.getvalue()


def problems(data: bytes) -> list[str]:
    """The problems as the author reads them, without the name of the file."""
    with pytest.raises(DeckProblems) as found:
        parse_xlsx(data, FILE)
    return [str(problem).removeprefix(f"{FILE}:") for problem in found.value.problems]


GOOD = saved(by_hand(CARD))


# There and back.


@given(decks())
@settings(max_examples=40, deadline=None)
def test_a_deck_that_is_written_as_a_workbook_and_read_is_the_same_deck(deck: Deck) -> None:
    assert parse_xlsx(to_xlsx(deck), FILE) == Read(deck)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_deck_survives_excel(path: Path) -> None:
    deck = read_deck(path)
    assert parse_xlsx(to_xlsx(deck), FILE) == Read(deck)


@given(decks())
@settings(max_examples=20, deadline=None)
def test_no_cell_of_a_workbook_is_a_formula_or_an_error(deck: Deck) -> None:
    book = load_workbook(io.BytesIO(to_xlsx(deck)))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value} <= {
        "s",
        "n",
    }


def test_the_workbook_has_the_cards_on_the_first_sheet_and_offers_the_clusters() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(read_deck(SHIPPED[0]))))
    assert book.sheetnames == ["Kaarten", "Kaartset"]
    cards = book["Kaarten"]
    assert cards.freeze_panes == "A2"
    assert [cards["B2"].value, cards["C2"].value] == ["factor", "Beroep"]
    assert any(
        "Cliënt" in choice.formula1 and "C2" in choice.sqref
        for choice in cards.data_validations.dataValidation
    )


# Made by hand.


def test_a_table_made_by_hand_in_excel_becomes_a_deck() -> None:
    deck, notes = parse_xlsx(GOOD, FILE)
    assert (deck.title, deck.cards[0].cluster, deck.cards[0].id) == ("Mijn kaarten", Cluster.CLIENT, "tempo")
    assert notes[0].startswith("ontbrak en is ingevuld: ")


def test_numbers_are_read_as_excel_shows_them() -> None:
    deck, _ = parse_xlsx(saved(by_hand([7.0, "client", 2024, "Hoe?", 1.5, "Wie?", "En?"])), FILE)
    card = deck.cards[0]
    assert (card.number, card.title, card.deeper[0]) == (7, "2024", "1.5")


def test_the_rows_about_the_deck_may_stand_above_the_cards_as_in_csv() -> None:
    book = Workbook()
    for row in (["titel kaartset", "Onze kaarten"], [], HEADER, [], CARD):
        book.active.append(row)
    assert parse_xlsx(saved(book), FILE).deck.title == "Onze kaarten"


def test_a_sheet_that_is_not_read_is_told() -> None:
    book = by_hand(CARD)
    book.create_sheet("Ideeën").append(["nog doen"])
    assert 'niet gelezen: blad "Ideeën"' in parse_xlsx(saved(book), FILE).notes


def test_the_sheet_called_kaarten_is_the_one_that_is_read() -> None:
    book = by_hand(CARD)
    book.active.title = "KAARTEN"
    book.create_sheet("Uitleg", 0).append(["lees dit eerst"])
    assert len(parse_xlsx(saved(book), FILE).deck.cards) == 1


# What is wrong, and where.


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ('=A1&"x"', "een formule: kopieer de cel en plak alleen de waarde"),
        ('=HYPERLINK("http://example.org")', "een formule: kopieer de cel en plak alleen de waarde"),
        ("#REF!", "een foutwaarde van Excel: typ de tekst opnieuw"),
        (True, "WAAR of ONWAAR: zet de celeigenschap op Tekst en typ de tekst opnieuw"),
        (
            datetime.date(2026, 5, 1),
            "een datum of tijd: zet de celeigenschap op Tekst en typ de tekst opnieuw",
        ),
        (datetime.time(1, 30), "een datum of tijd: zet de celeigenschap op Tekst en typ de tekst opnieuw"),
    ],
)
@pytest.mark.parametrize("column", [0, 2])
def test_a_cell_without_text_or_number_is_told_once_and_nothing_is_worked_out(
    value: object, told: str, column: int
) -> None:
    cell = f"{'AC'[column // 2]}2"
    card = [*CARD[:column], value, *CARD[column + 1 :]]
    assert problems(saved(by_hand(card))) == [
        f"2:{column + 1}: blad Sheet, cel {cell}: verwacht tekst of een getal; gevonden {told}"
    ]


def test_merged_cells_are_told_for_only_the_first_of_them_has_something_in_it() -> None:
    book = by_hand(CARD, [2, *CARD[1:]])
    book.active.merge_cells("B2:B3")
    told = problems(saved(book))
    assert "1:1: blad Sheet: samengevoegde cellen B2:B3: maak ze los en vul elke cel" in told
    assert any(line.startswith("3:2: blad Sheet, cel B3: cluster: ") for line in told)


def test_a_problem_on_the_other_sheet_names_that_sheet() -> None:
    book = by_hand(CARD)
    book.create_sheet("Kaartset").append(["versie kaartset", "nul"])
    assert problems(saved(book))[0].startswith("1:2: blad Kaartset, cel B1: versie kaartset: ")


def test_on_the_sheet_about_the_deck_short_names_are_read_and_unknown_rows_are_told() -> None:
    book = by_hand(CARD)
    about = book.create_sheet("Kaartset", 0)
    for row in (
        ["Titel", "Onze kaarten"],
        ["bronnen", "Een boek"],
        ["bron kaartset", "Nog een"],
        [],
        ["Versie:", 3],
    ):
        about.append(row)
    deck = parse_xlsx(saved(book), FILE).deck
    assert (deck.title, deck.version, deck.sources) == ("Onze kaarten", 3, ("Een boek", "Nog een"))
    about["A2"] = "maker"
    assert problems(saved(book)) == [
        "2:1: blad Kaartset, cel A2: onbekende rij: verwacht een van id kaartset, titel kaartset, taal kaartset, "
        'versie kaartset, uitleg kaartset, bron kaartset; gevonden "maker": geef die een andere naam, of haal die weg'
    ]


# Sent by someone else.

BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
SHEET = "xl__worksheets__sheet1_xml"


def sheet_of(rows: bytes) -> bytes:
    """A workbook whose sheet has these rows, as XML."""
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return with_parts(GOOD, **{SHEET: start + b"<sheetData>" + rows + b"</sheetData></worksheet>"})


def encrypted() -> bytes:
    """A workbook of which each part says that it needs a password."""
    data = bytearray(GOOD)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), GOOD):
            struct.pack_into("<H", data, found.start() + place, 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "dit is geen werkmap van Excel"),
        (b"nummer;cluster\n1;client\n", "is het CSV, geef het dan een naam op .csv"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "een oud bestand van Excel (.xls) of het heeft een wachtwoord"),
        (b"PK\x03\x04" + bytes(200), "beschadigd"),
        (GOOD[: len(GOOD) // 2], "beschadigd"),
        (encrypted(), "heeft een wachtwoord"),
        (with_parts(GOOD, xl__vbaProject_bin=b"macro"), "heeft macro's"),
        (with_parts(GOOD, xl__groot_xml=bytes(MOST_IN_A_PART + 1)), "te groot"),
        (with_parts(GOOD, **{f"xl__p{number}_xml": bytes(9 << 20) for number in range(2)}), "te groot"),
        (with_parts(GOOD, **{f"xl__p{number}_xml": b"<a/>" for number in range(600)}), "te groot"),
        (with_parts(GOOD, xl__worksheets__sheet1_xml=BOMB), "XML die er niet hoort"),
        (with_parts(GOOD, xl__sharedStrings_xml=BOMB), "XML die er niet hoort"),
        (with_parts(GOOD, xl__worksheets__sheet1_xml=OUTSIDE), "XML die er niet hoort"),
        (with_parts(GOOD, xl__sharedStrings_xml=BOMB.decode().encode("utf-16")), "XML die er niet hoort"),
        (with_parts(GOOD, xl__sharedStrings_xml=b'<?xml version="1.0" encoding="cp037"?><x/>'), "XML die er niet hoort"),
        (with_parts(GOOD, xl__workbook_xml=b"<x/>"), "heeft geen werkblad"),
        (with_parts(GOOD, xl__worksheets__sheet1_xml=b"<x"), "beschadigd"),
        (sheet_of(b"<row>" + b"<c/>" * 2_000_000 + b"</row>"), "te groot"),
        (sheet_of(b"<row/>" * 1_000_000), "te groot"),
        (sheet_of(b'<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'), "te veel rijen"),
        (sheet_of(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), "te veel rijen"),
        (sheet_of(b'<row r="1"><c r="A1"><v>' + b"9" * 5000 + b"</v></c></row>"), "beschadigd"),
        (sheet_of(b'<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), ""),
        (sheet_of(b'<row r="-5"><c><v>1</v></c></row>'), ""),
        (sheet_of(b'<row><c t="s"><v>99999</v></c></row>'), "beschadigd"),
        (sheet_of(b""), "verwacht een rij met de namen van de kolommen; gevonden niets"),
    ],
    ids=range(26),
)  # fmt: skip
def test_a_workbook_that_is_none_or_is_meant_to_do_harm_is_refused_at_once(data: bytes, told: str) -> None:
    begun = time.process_time()
    assert told in problems(data)[0]
    assert time.process_time() - begun < 3


def test_another_kind_of_zip_is_refused_with_what_to_do() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "open het bestand in Excel en bewaar het zo" in problems(out.getvalue())[0]


def test_a_sheet_that_says_it_is_as_large_as_can_be_costs_no_more_than_what_is_in_it() -> None:
    def lied(sheet: bytes) -> bytes:
        found = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', sheet)
        assert found != sheet
        return found

    begun = time.process_time()
    assert len(parse_xlsx(with_parts(GOOD, **{SHEET: lied}), FILE).deck.cards) == 1
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "rows",
    [b'<row><c r="A1"><v>1</v></c></row>' * 40_000, b"<row>" + b"<c/>" * 200_000 + b"</row>"],
    ids=["rows", "one row"],
)
def test_as_much_as_is_just_let_in_is_refused_in_bounded_time(rows: bytes) -> None:
    data = sheet_of(rows)
    begun = time.process_time()
    assert problems(data)
    assert time.process_time() - begun < 10


def test_reading_a_large_workbook_takes_little_memory() -> None:
    data = sheet_of(b"<row><c><v>1</v></c></row>" * 30_000)
    tracemalloc.start()
    told = problems(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "te veel rijen" in told[0]
    assert peak < 16 << 20


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_workbook_is_a_deck_or_problems(data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(damaged))


_PIECES = [
    b"<row>", b"</row>", b'<row r="3">', b'<row r="x">', b"<c>", b"</c>", b'<c t="s">', b'<c t="b">', b'<c t="d">',
    b'<c t="inlineStr">', b'<c r="A1">', b'<c r="1">', b'<c r="A0" s="1">', b'<c s="x">', b'<c t="e">', b"<v>", b"</v>",
    b"<v/>", b"0", b"1", b"-1", b"1e999", b"nan", b"x", b"<f>", b"</f>", b'<f t="shared" si="0">', b'<f t="array">', 
    b"<is><t>x</t></is>",
    b"<mergeCells/>", b"<sheetData/>",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=12))
@settings(max_examples=150, deadline=None)
def test_a_sheet_of_loose_pieces_of_xml_is_a_deck_or_problems(pieces: list[bytes]) -> None:
    closed = b"".join(pieces)
    assert outcome(sheet_of(closed))


def outcome(data: bytes) -> str:
    """What comes of a workbook: "a deck", or its problems. Anything else is raised."""
    try:
        parse_xlsx(data, FILE)
    except DeckProblems as found:
        return str(found)
    return "a deck"
