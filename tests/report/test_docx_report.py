"""The Word document of a session: its parts as XML, not as python-docx sees them."""

import io
import zipfile
from xml.etree.ElementTree import Element, fromstring

import pytest

from tegenwicht.game import tegenwicht
from tegenwicht.game.account import Account, Bar, Heading, Paragraph, Picture
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.report.docx.looks import LINE, word_widths
from tegenwicht.report.report import as_bytes
from tegenwicht.screens.parts.names import cluster_name
from tests.report import account_samples as samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Word:
    """A Word document, taken apart."""

    def __init__(self, account: Account) -> None:
        self.data = as_bytes(account, ".docx", samples.MADE)
        with zipfile.ZipFile(io.BytesIO(self.data)) as parts:
            assert parts.testzip() is None
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        self.body = self.xml("word/document.xml")

    def xml(self, name: str) -> Element:
        return fromstring(self.parts[name])

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """(style, text) of the paragraphs outside tables; built-in styles by their names without spaces."""
        body = self.body[0]
        found = [one for one in body if one.tag == f"{W}p"]
        return [(style_of(one), text_of(one)) for one in found]

    @property
    def tables(self) -> list[list[list[str]]]:
        return [
            [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def text_of(element: Element) -> str:
    signs = {f"{W}t": lambda one: one.text or "", f"{W}br": lambda _: "\n"}
    return "".join(signs[one.tag](one) for one in element.iter() if one.tag in signs)


@pytest.fixture(scope="module")
def word() -> Word:
    return Word(samples.account())


def test_headings_are_those_of_word(word: Word) -> None:
    paragraphs = word.paragraphs
    assert ("Title", "Team Zuid") in paragraphs
    assert ("Heading1", "De kaarten") in paragraphs
    assert ("Heading2", "21. Title 21") in paragraphs
    assert ("Heading2", "Opzij gelegd, met notitie of gewicht") in paragraphs
    assert ("Heading3", "61. Title 61") in paragraphs


def test_everything_that_was_said_is_in_it(word: Word) -> None:
    text = text_of(word.body)
    for words in (*samples.NAMES, samples.NOTE, samples.ASIDE, samples.POINT):
        assert words in text


def test_the_numbers_are_those_of_the_tally(word: Word) -> None:
    tally = tegenwicht.tally_of(samples.played())
    total = tally.total
    _, people, frames, cards, mentions = word.tables
    for side, clusters in ((people, PEOPLE), (frames, FRAMES)):
        assert side[0] == ["Wat", "als kaart", "genoemd", "in beeld"]
        for number, one in enumerate(clusters, 1):
            counted = str(total.by_card(one)), str(total.by_mention(one))
            assert side[number] == [cluster_name(one), *counted, ""]
    for number, one in enumerate(CLUSTERS, 1):
        name = cluster_name(one)
        assert cards[number] == [name, *(str(counts.by_card(one)) for counts in tally.rounds)]
        assert mentions[number] == [name, *(str(counts.by_mention(one)) for counts in tally.rounds)]


def test_what_a_team_hangs_on_the_wall_is_a_page_of_its_own(word: Word) -> None:
    broken = [one for one in word.body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [text_of(one) for one in broken] == ["De kaarten"]


def test_every_table_has_a_head_that_is_repeated_and_a_description(word: Word) -> None:
    tables = list(word.body.iter(f"{W}tbl"))
    assert len(tables) == 5
    for table in tables:
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        look, said = table.find(f"{W}tblPr/{W}tblLook"), table.find(f"{W}tblPr/{W}tblCaption")
        assert look is not None and look.get(f"{W}firstRow") == "1"
        assert said is not None and said.get(f"{W}val")
        assert all(text_of(cell) for cell in first.iter(f"{W}tc"))


def test_the_language_is_dutch_everywhere(word: Word) -> None:
    lang = word.xml("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None and lang.get(f"{W}val") == "nl-NL"
    assert not [one for one in word.body.iter(f"{W}lang") if one.get(f"{W}val") != "nl-NL"]
    assert b"en-US" not in word.parts["word/styles.xml"] + word.parts["word/settings.xml"]
    core = word.xml("docProps/core.xml")
    assert core.findtext("{http://purl.org/dc/elements/1.1/}language") == "nl-NL"
    assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == "Team Zuid"


def test_every_image_has_a_description_with_its_numbers() -> None:
    bars = tuple(Bar(f"Rij {n}", (n, 2)) for n in range(3))
    word = Word(samples.of(Picture("In beeld", ("kaarten", "genoemd"), bars)))
    drawn = [one for one in word.body.iter() if one.tag.endswith("}docPr")]
    said = [one.get("descr") for one in drawn]
    assert said[2:] == [f"Balk van Rij {n}: kaarten {n}, genoemd 2" for n in range(3)]
    assert said[:2] == ["vol", "gestreept"]
    assert len({one.get("id") for one in drawn}) == len(drawn)
    assert word.tables[0][1:] == [[f"Rij {n}", str(n), "2", ""] for n in range(3)]


def test_word_reckons_the_numbers_of_the_pages(word: Word) -> None:
    (footer,) = (word.xml(name) for name in word.parts if name.startswith("word/footer"))
    codes = [one.get(f"{W}instr") for one in footer.iter(f"{W}fldSimple")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert text_of(footer) == "Team Zuid · 21 november 2026 · Bladzijde 1 van 1"


def test_anything_that_people_type_makes_a_document() -> None:
    text = text_of(Word(samples.hostile()).body)
    for words in ("<script>alert(1)</script>", "שלום", "Иван", "👩‍🏫 🎉", "rechtsnaar links!", "x" * 2000):
        assert words in text


def test_line_breaks_stay() -> None:
    word = Word(samples.of(Paragraph("een\ntwee"), Heading("kop")))
    assert ("Normal", "een\ntwee") in word.paragraphs or ("", "een\ntwee") in word.paragraphs


def test_twenty_rounds_are_spread_over_tables_that_fit() -> None:
    tables = Word(samples.of(samples.tally_table(columns=21))).tables
    assert [len(table[0]) for table in tables] == [8, 8, 8]
    assert [table[0][0] for table in tables] == ["Cluster"] * 3
    assert [cell for table in tables for cell in table[1][1:]] == [str(n) for n in range(21)]


def test_the_same_account_gives_the_same_file(word: Word) -> None:
    assert Word(samples.account()).data == word.data


def test_a_table_of_words_gives_most_room_to_the_longest_and_stays_within_the_line() -> None:
    rows = [
        ["Wie", "Wat", "Wanneer", "Kaart"],
        ["Samira", "Ik vraag eerst wat iemand zelf wil.", "1 december", "9. Zon"],
    ]
    who, what, when, card = word_widths(rows)
    assert what > when > who and what > 2 * card
    assert sum(word_widths(rows)) <= LINE + 0.01
    assert sum(word_widths([["x" * 16] * 5])) <= LINE + 0.01
    assert sum(word_widths([["x" * 16] * 4 + ["y" * 200]])) <= LINE + 0.01
