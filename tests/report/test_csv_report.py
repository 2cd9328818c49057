"""The CSV of a session, as Python's reader and DuckDB see it; Excel's own rules where it has them."""

import csv
import io
import re
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game import tegenwicht
from tegenwicht.game.account import Account, Paragraph, Quote
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.report.report import as_bytes
from tegenwicht.screens.parts.names import cluster_name
from tests.report import account_samples as samples


def rows_of(account: Account) -> list[list[str]]:
    """The rows, as a program reads them that knows what is between the cells."""
    text = as_bytes(account, ".csv", samples.MADE).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def below(rows: list[list[str]], caption: str) -> list[list[str]]:
    """The table under a caption, up to the empty row, without the empty cells at the right."""
    start = next(n for n, row in enumerate(rows) if row[0] == caption and not any(row[1:])) + 1
    end = next((n for n in range(start, len(rows)) if not any(rows[n])), len(rows))
    wide = sum(map(bool, rows[start]))
    return [row[:wide] for row in rows[start:end]]


def test_the_numbers_are_those_of_the_tally() -> None:
    rows, tally = rows_of(samples.account()), tegenwicht.tally_of(samples.played())
    total = tally.total
    for caption, side in (("Mensen: 2", PEOPLE), ("Kaders: 3", FRAMES)):
        head, *body = below(rows, caption)
        assert head == ["Wat", "als kaart", "genoemd"]
        assert body[:3] == [
            [cluster_name(one), str(total.by_card(one)), str(total.by_mention(one))] for one in side
        ]
    assert below(rows, "Genoemd per ronde")[1:] == [
        [cluster_name(one), *(str(counts.by_mention(one)) for counts in tally.rounds)] for one in CLUSTERS
    ]


def test_the_cards_are_one_table_with_a_column_for_each_weight() -> None:
    head, first, *_ = below(rows_of(samples.account()), "Kaarten")
    assert head[4:] == ["Gewicht 1", "Gewicht 2", "Gewicht 3", "Gewicht 4", "Notitie"]
    assert (first[0], first[1], first[4:]) == ("21", "Title 21", ["0", "1", "2", "0", samples.NOTE])


def test_a_program_that_looks_for_it_finds_what_is_between_the_cells() -> None:
    text = as_bytes(samples.account(), ".csv", samples.MADE).decode("utf-8-sig")
    assert csv.Sniffer().sniff(text[:4000], delimiters=";,\t|").delimiter == ";"


def test_excel_gets_a_mark_for_utf8_semicolons_its_own_line_ends_and_bare_numbers() -> None:
    raw = as_bytes(samples.account(), ".csv", samples.MADE)
    assert raw.startswith(b'\xef\xbb\xbf"Team Zuid";')
    assert raw.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n", raw)
    assert '"Cliënt";1;0;'.encode() in raw


def test_all_rows_are_equally_long_and_another_program_agrees(tmp_path: Path) -> None:
    rows = rows_of(samples.account())
    assert len({len(row) for row in rows}) == 1
    (tmp_path / "verslag.csv").write_bytes(as_bytes(samples.account(), ".csv", samples.MADE))
    asked = duckdb.sql(
        f"select * from read_csv('{tmp_path}/verslag.csv', header=false, all_varchar=true, delim=';', quote='\"', "
        "strict_mode=true, null_padding=false)"
    ).fetchall()
    assert [[cell or "" for cell in row] for row in asked] == rows


@pytest.mark.parametrize("text", samples.HOSTILE, ids=range(len(samples.HOSTILE)))
def test_no_cell_is_a_formula(text: str) -> None:
    for row in rows_of(samples.of(*samples.every_block(text), title=text)):
        for cell in row:
            assert not is_formula(cell), cell


@given(st.text(alphabet="=+-@\t\r\n ;\"'a1＝\u00a0\u200b\ufeff", max_size=12))
def test_no_text_at_all_becomes_a_formula(text: str) -> None:
    rows = rows_of(samples.of(Paragraph(text), Quote(text, text), title=f"T{text}"))
    assert not [cell for row in rows for cell in row if is_formula(cell)]


def is_formula(cell: str) -> bool:
    """What a spreadsheet reckons with: a first sign, after any white space."""
    return cell.strip("\u200b\ufeff \t\r\n\u00a0")[:1] in tuple("=+-@＝＋－＠") or cell[:1] in ("\t", "\r")


def test_a_formula_can_still_be_read() -> None:
    rows = rows_of(samples.of(Paragraph("=1+1"), Paragraph("-5 graden"), Paragraph("gewoon = ook")))
    assert [row[0] for row in rows[3:]] == ["'=1+1", "'-5 graden", "gewoon = ook"]


def test_separators_quotes_and_line_breaks_stay_in_their_cell() -> None:
    text = 'een; "twee"\ndrie, vier'
    assert [text] in [row[:1] for row in rows_of(samples.of(Paragraph(text)))]
