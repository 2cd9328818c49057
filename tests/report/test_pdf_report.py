"""The PDF of a session, as poppler sees it."""

import re
import subprocess
import zlib
from functools import cache
from pathlib import Path

import pygame
import pytest

from tegenwicht.gallery import states
from tegenwicht.game import tegenwicht
from tegenwicht.game.account import Account, Bar, Facts, Heading, Items, NewPage, Paragraph, Picture, Table
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.tally import Counts
from tegenwicht.report.report import as_bytes
from tegenwicht.screens.parts.account.accounts import account_of
from tegenwicht.screens.parts.account.comparing import comparison_account
from tegenwicht.screens.parts.account.tally_blocks import scale_blocks
from tegenwicht.screens.parts.names import cluster_name
from tests.report import account_samples as samples
from tests.report.poppler import Seen, needs_poppler

pytestmark = needs_poppler


@pytest.fixture
def seen(tmp_path: Path) -> "Look":
    return Look(tmp_path)


class Look:
    """Writes an account as PDF and opens it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, account: Account) -> Seen:
        return Seen(written(account), self.folder)


@cache
def written(account: Account) -> bytes:
    """Made once for each account."""
    return as_bytes(account, ".pdf", samples.MADE)


def test_everything_that_was_said_is_in_the_pdf(seen: Look) -> None:
    text = seen(samples.account()).text
    for words in (*samples.NAMES, samples.NOTE, samples.ASIDE, samples.POINT, samples.TITLE):
        assert words in text
    assert "Een plaats uit het onderzoek is een gemiddelde van toen, geen norm." in text
    assert "Gewogen met 3 handen – gewicht 3: 2, gewicht 2: 1" in text


def test_the_numbers_in_the_pdf_are_those_of_the_tally(seen: Look) -> None:
    tally = tegenwicht.tally_of(samples.played())
    lines = [line for page in seen(samples.account()).pages for line in page]
    for cluster in CLUSTERS:
        name, total = re.escape(cluster_name(cluster)), tally.total
        both = total.by_card(cluster), total.by_mention(cluster)
        rounds = " +".join(str(one.by_card(cluster)) for one in tally.rounds)
        assert any(re.fullmatch(rf"{name} +{rounds}", line) for line in lines)
        assert any(re.fullmatch(rf"{name} +als kaart {both[0]}, genoemd {both[1]}", line) for line in lines)


def test_what_a_team_hangs_on_the_wall_is_the_first_page_alone(seen: Look) -> None:
    first, second, *_ = seen(samples.account()).pages
    assert "Wat we meenemen" in first and "De weegschaal" in first and "Wat bleef weg" in first
    assert any(samples.POINT in line for line in first)
    assert second[0] == "De kaarten"


def test_it_is_one_page_with_twelve_people_who_all_say_much(seen: Look) -> None:
    said = "Ik bel na een besluit nog eens op, en vraag wat er is blijven hangen, ook als het goed uitpakte."
    rows = tuple((f"Deelnemer {n}", said, "1 december", f"{n}. Wat een keuze betekent") for n in range(1, 13))
    head = ("Wie", "Wat", "Wanneer", "Kaart die bleef")
    front = (
        Heading("Wat we meenemen"),
        Table("Per persoon", head, rows),
        *scale_blocks(Counts((3, 2, 4, 1, 2, 0), (1, 5, 2, 2, 3, 4))),
    )
    pdf = seen(samples.of(*front, NewPage(), Heading("De kaarten"), Paragraph("Meer.")))
    first, second = pdf.pages
    whole = " ".join(first)
    assert all(f"Deelnemer {n} " in whole for n in range(1, 13)) and "Wat bleef weg" in whole
    assert second[0] == "De kaarten" and first[-1].endswith("Bladzijde 1 van 2")


def test_a_little_that_is_left_over_is_not_a_page_of_its_own(seen: Look) -> None:
    for count in range(15, 60):
        blocks = (
            *(Paragraph(f"Regel {n}.") for n in range(count)),
            Heading("Bronnen"),
            Paragraph("Een bron."),
        )
        pages = seen(samples.of(*blocks)).pages
        if len(pages) > 1:
            break
    assert len(pages) == 2
    assert len(pages[1]) > 4  # more than the heading, what is under it, and the foot


def test_title_language_and_paper(seen: Look) -> None:
    pdf = seen(samples.account())
    assert pdf.info("Title") == samples.TITLE
    assert pdf.info("Page size") == "595.28 x 841.89 pts (A4)"
    raw = pdf.path.read_bytes()
    assert b"/Lang (nl)" in raw
    assert b"/DisplayDocTitle true" in raw


def test_every_page_says_which_it_is_and_how_many_there_are(seen: Look) -> None:
    pdf = seen(samples.of(*(samples.card(n, "notitie " * 60) for n in range(12))))
    count = int(pdf.info("Pages"))
    assert count > 2
    for number, page in enumerate(pdf.pages, 1):
        assert page[-1].endswith(f"Bladzijde {number} van {count}")


def test_a_screen_reader_finds_headings_lists_tables_and_what_pictures_show(seen: Look) -> None:
    pdf = seen(samples.account())
    assert pdf.info("Tagged") == "yes"
    tree = pdf.ask("pdfinfo", "-struct-text")
    assert re.search(r'H1 \(block\)\n +"Team Zuid"', tree)
    assert re.search(r'H2 \(block\)\n +"De kaarten"', tree)
    assert re.search(r'H3 \(block\)\n +"21\. Title 21"', tree)
    assert re.search(r'TH:\n +/Scope /Column\n +"Ronde 1"', tree)
    assert re.search(r'TH:\n +/Scope /Row\n +"Wet & beleid"', tree)
    assert re.search(r'LBody \(block\)\n +"Samira, Joost \(jobcoach\), Anneke \(klantmanager\)"', tree)
    figures = tree.count("Figure")
    assert figures == 2  # the two pans
    assert pdf.path.read_bytes().count(b"/Alt") == figures


def test_the_outline_leads_to_every_part(seen: Look) -> None:
    raw = seen(samples.account()).path.read_bytes()
    titles = {found.decode("utf-16-be") for found in re.findall(rb"/Title \(\xfe\xff((?:\\.|[^)])*)\)", raw)}
    plain = {found.decode("latin-1") for found in re.findall(rb"/Title \(([^\xfe)][^)]*)\)", raw)}
    assert {"Opzet", "De kaarten", "Bronnen"} <= titles | plain


def test_all_that_is_drawn_is_either_content_or_marked_as_decoration(seen: Look) -> None:
    for stream in contents(seen(samples.account()).path.read_bytes()):
        depth = 0
        for line in stream.split("\n"):
            depth += line.endswith("BDC") - (line == "EMC")
            assert 0 <= depth <= 1
            if re.search(r"\b(Tj|re|l|S|f|B)$|ET", line):
                assert depth == 1, line
        assert depth == 0


def contents(raw: bytes) -> list[str]:
    """The streams of the pages: those with marked content."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)
    opened = []
    for stream in streams:
        try:
            opened.append(zlib.decompress(stream))
        except zlib.error:
            opened.append(stream)
    return [stream.decode("latin-1") for stream in opened if b"BDC" in stream]


CURVES = 3
"""Lines of a PDF that end in a curve, for each circle."""


def test_groups_beside_each_other_have_their_scales_and_words_that_are_whole(seen: Look) -> None:
    comparison = states.all_screens()["compare eight"].comparison
    assert comparison is not None
    pdf = seen(comparison_account(comparison, False, samples.DAY))
    drawn = "\n".join(contents(pdf.path.read_bytes()))
    stones = sum(sum(one.counts.mentions) for one in comparison.groups)
    heads = len(comparison.groups)
    assert len(re.findall(r" c$", drawn, re.M)) == CURVES * (stones + heads)
    words = {word for page in pdf.pages for line in page for word in line.split()}
    assert {"Organisatie", "Werkgever", "Professional", "Kaartgesprek", "Deelnemers"} <= words
    assert not {"Organi", "Beroe", "Cluste", "Kaartge"} & words


def test_who_was_not_heard_is_not_on_the_page_for_the_wall(seen: Look) -> None:
    session = states.all_screens()["harvest, the report of twelve"].playing.timeline.session
    first, second, *_ = seen(account_of(session, samples.DAY, False)).pages
    assert any(line.startswith("Bram") and "paste" in line for line in first)
    assert not any(line.startswith("Fatima") for line in first)
    assert "Wat bleef weg" in first and second[0] == "De kaarten"


def test_our_fonts_are_in_it(seen: Look) -> None:
    rows = [line.split() for line in seen(samples.account()).ask("pdffonts").splitlines()[2:]]
    assert rows
    for row in rows:
        assert "AtkinsonHyperlegibleNext" in row[0]
        assert row[-5:-2] == ["yes", "yes", "yes"]  # embedded, a subset, with a map to Unicode


def test_a_long_table_has_its_head_on_every_page_and_is_read_once(seen: Look) -> None:
    pdf = seen(samples.of(samples.tally_table(rows=45)))
    assert len(pdf.pages) > 1
    for page in pdf.pages:
        assert any(re.fullmatch(r"Cluster +Ronde 1 +Ronde 2 +Ronde 3", line) for line in page)
    assert pdf.ask("pdfinfo", "-struct-text").count('"Ronde 2"') == 1
    assert all(f" {1000 * row + 2} " in f"{pdf.text} " for row in range(45))


def test_twenty_rounds_fit_on_the_paper(seen: Look) -> None:
    table = samples.tally_table(columns=21)
    pdf = seen(samples.of(table))
    words = re.findall(
        r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)".*?>(.*?)<', pdf.ask("pdftotext", "-bbox")
    )
    assert {str(cell) for row in table.rows for cell in row[1:]} <= {word for _, _, word in words}
    assert all(float(left) > 40 and float(right) < 555 for left, right, _ in words)


@pytest.mark.parametrize("lines", range(26, 34))
def test_no_heading_stands_alone_at_the_foot_of_a_page(seen: Look, lines: int) -> None:
    filler = Items(tuple(f"regel {n}" for n in range(lines)))
    blocks = (Heading("KOP"), Paragraph("Alinea. " * 40), Heading("KOP", 2), samples.card(1, "kort"))
    table = (Heading("KOP"), samples.tally_table())
    picture = (Heading("KOP"), Picture("KOP", ("a", "b"), tuple(Bar("x", (n, 1)) for n in range(6))))
    for chosen in (blocks, table, picture):
        for page in seen(samples.of(filler, *chosen)).pages:
            assert "KOP" not in page[-2]


@pytest.mark.parametrize(("before", "lines"), [(3, 30), (3, 31), (3, 32), (4, 30), (5, 29)])
def test_a_page_that_is_just_full_is_followed_by_no_empty_one(seen: Look, before: int, lines: int) -> None:
    quiet = (Paragraph("stil", quiet=True),) * before
    pages = seen(samples.of(*quiet, Items(tuple(f"regel {n}" for n in range(lines))))).pages
    assert all(len(page) > 1 for page in pages)


def test_anything_that_people_type_can_be_printed(seen: Look) -> None:
    text = seen(samples.hostile()).text
    for words in ('=HYPERLINK("http://x","klik")', "<script>alert(1)</script>", "Иван", "\U0001f389", "{nb}"):
        assert words in text
    assert "\u202e" not in text


def test_what_the_typeface_lacks_leaves_an_empty_box_and_no_hole(seen: Look) -> None:
    with_box, without = (seen(samples.of(Paragraph(words))).path.read_bytes() for words in ("a😀b", "ab"))
    shown = [
        max(stream.count("\\000") + stream.count("\x00") for stream in contents(raw))
        for raw in (with_box, without)
    ]
    assert shown[0] > shown[1]


def test_long_words_and_long_notes_stay_within_the_margins(seen: Look) -> None:
    long = samples.of(Paragraph("x" * 2000), samples.card(1, "w" * 2000), Facts((("n" * 200, "v" * 500),)))
    boxes = seen(long).ask("pdftotext", "-bbox")
    for left, right in re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', boxes):
        assert float(left) > 60 and float(right) < 535


def test_four_hundred_cards_are_all_there(seen: Look) -> None:
    text = seen(samples.of(Heading("De kaarten"), *(samples.card(n) for n in range(1, 401)))).text
    assert re.findall(r"(\d+)\. Titel \1 ", text) == [str(n) for n in range(1, 401)]


def test_twelve_participants_with_long_names_are_all_named(seen: Look) -> None:
    names = tuple(f"{letter * 50} van den Berg" for letter in "ABCDEFGHIJKL")
    text = seen(samples.of(Facts((("Deelnemers", ", ".join(names)),)))).text
    for name in names:
        assert name in text


def test_the_same_account_gives_the_same_file() -> None:
    again = as_bytes(samples.account(), ".pdf", samples.MADE)
    assert again == written(samples.account())


def test_the_parts_of_a_bar_look_different_without_colour(seen: Look, tmp_path: Path) -> None:
    pdf = seen(samples.of(Picture("In beeld", ("a", "b"), (Bar("x", (5, 5), CLUSTERS[0]),))))
    options = ["-gray", "-r", "100", "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *options, str(pdf.path), str(tmp_path / "blad")], check=True)
    sheet = pygame.image.load(str(tmp_path / "blad.png"))
    above_the_foot = range(sheet.get_height() - 120)
    rows = [[sheet.get_at((x, y))[0] < 200 for x in range(sheet.get_width())] for y in above_the_foot]
    long = [row for row in rows if sum(row[:400]) > 150]  # the rows of dots that go through the bar
    inside = long[len(long) // 2]
    left, right = next(x for x in range(400) if all(inside[x : x + 50])), 650
    full, striped = (inside[left + n : left + n + 100] for n in (10, (right - left) // 2 + 60))
    assert sum(full) == 100
    assert 20 < sum(striped) < 80


@pytest.mark.parametrize("lines", range(20, 44, 2))
def test_a_heading_and_its_explanation_stand_with_the_table_they_are_about(seen: Look, lines: int) -> None:
    table = Table("Kaarten per ronde", ("Cluster", "Ronde 1"), tuple((f"c{n}", n) for n in range(6)))
    above = (Paragraph(f"regel {n}") for n in range(lines))
    pages = seen(samples.of(*above, Heading("Per ronde"), Paragraph("Zo tellen we.", True), table)).pages
    assert [["Per ronde" in page, "Kaarten per ronde" in page] for page in pages].count([True, False]) == 0


def test_a_row_higher_than_a_page_loses_nothing(seen: Look) -> None:
    words = " ".join(f"woord{n}" for n in range(900))
    text = seen(samples.of(Table("Lang", ("Naam", "Uitleg"), (("een", words), ("twee", "slot"))))).text
    assert [int(n) for n in re.findall(r"woord(\d+)", text)] == list(range(900))
    assert "slot" in text


def test_a_table_of_words_wraps_in_its_cells(seen: Look) -> None:
    table = Table("Woorden", ("Naam", "Uitleg"), (("een", "lang " * 80), ("twee", "kort")))
    pages = seen(samples.of(table)).pages
    assert sum("lang" in line for page in pages for line in page) > 3
