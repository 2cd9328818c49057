"""Cards on paper: what stands on them, where, and what happens with decks and printers of every kind."""

import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from tegenwicht import paths
from tegenwicht.__main__ import main
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Kind, Source
from tegenwicht.report.colours import of_cluster
from tegenwicht.report.paper.card_looks import cluster_word
from tegenwicht.report.paper.cards_on_paper import (
    CardSize,
    CardsTooLongError,
    Grid,
    Paper,
    cards_pdf,
    grid_for,
    tally_sheet_pdf,
)  # fmt: skip
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.theme import theme_named
from tegenwicht.storage.decks import checks as deck_checks
from tegenwicht.storage.decks.reader import read_deck

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"), reason="needs poppler-utils"
)
MM = 25.4 / 72
SHIPPED = ("tegenwicht", "leidinggevende", "client-meenemen", "erbij")
PLACES = "Voor wie begeleidt: lees pas na het wegen"
ORDINARY = (
    "Welke gewoonte in jouw begeleiding is ooit bedacht zonder dat je dat nog merkt, en wat zou een cliënt "
    "daarvan zeggen als je er morgen in alle rust naar zou vragen tijdens een gewoon gesprek aan tafel?"
)


class Word(NamedTuple):
    """A word on a page, with its box in mm from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


Read = Callable[..., str]


@pytest.fixture
def poppler(tmp_path: Path) -> Read:
    """Runs a tool of poppler on a PDF; ``{pdf}`` in the arguments stands for its file."""

    def run(pdf: bytes, *command: str) -> str:
        file = tmp_path / "kaarten.pdf"
        file.write_bytes(pdf)
        arguments = [str(file) if one == "{pdf}" else one for one in command]
        return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout

    return run


@pytest.fixture(scope="module")
def deck() -> Deck:
    return shipped("tegenwicht")


@cache
def shipped(name: str) -> Deck:
    return read_deck(paths.decks() / f"{name}.yaml")


@cache
def full_deck(size: CardSize, paper: Paper) -> bytes:
    """The deck Tegenwicht with backs; made once, for it takes a second."""
    return cards_pdf(shipped("tegenwicht"), card=size, paper=paper, two_sided=True)


def pages(poppler: Read, pdf: bytes) -> list[str]:
    """The text of each page in the order in which it was written, on one line."""
    return [
        " ".join(page.split()) for page in poppler(pdf, "pdftotext", "-raw", "{pdf}", "-").split("\f")[:-1]
    ]


def words(poppler: Read, pdf: bytes) -> list[list[Word]]:
    """The words of each page with their boxes."""
    text = poppler(pdf, "pdftotext", "-raw", "-bbox", "{pdf}", "-")
    found = []
    for page in text.split("<page ")[1:]:
        boxes = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
        found.append([Word(unescape(text), *(float(one) * MM for one in box)) for *box, text in boxes])
    return found


def info(poppler: Read, pdf: bytes) -> dict[str, str]:
    lines = poppler(pdf, "pdfinfo", "{pdf}").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def by_cluster(deck: Deck) -> list[Card]:
    families = [*CLUSTERS, *Kind]
    return sorted(deck.cards, key=lambda card: families.index(card.family))


def printed(card: Card) -> str:
    """Everything on the front of a card, in the order of reading."""
    parts = (
        str(card.number), cluster_name(card.family), card.title, card.question,
        "Wat weegt hier?" if card.kind is Kind.SITUATION else "",
        *(f"{number} {slip}" for number, slip in enumerate(card.deeper, 1)),
        *(("Andersom", card.other_side) if card.other_side else ()),
    )  # fmt: skip
    return " ".join(part for part in parts if part)


def about(deck: Deck) -> str:
    """Everything on the card about the deck."""
    ranked = any(card.rank for card in deck.cards)
    parts = (
        "Over deze kaarten", deck.title,
        "Kaart op papier, spel op het scherm? Typ in Tegenwicht K en het nummer van de kaart.",
        "De plaatsen uit het onderzoek staan op een blad apart, voor na het wegen: geen norm."
        if ranked else "",
        "Bronnen", *deck.sources,
    )  # fmt: skip
    return " ".join(part for part in parts if part)


def fronts(deck: Deck) -> list[str]:
    """What each card of a whole deck says, in the order of printing."""
    return [*map(printed, by_cluster(deck)), about(deck)]


def backs(deck: Deck) -> list[str]:
    return [*(behind(card) for card in by_cluster(deck)), "Tegenwicht"]


def behind(card: Card, name: str = "") -> str:
    """Everything on the back of a card; ``name``: of a deck that is not the game's own."""
    origin = {
        Source.TABLE: "Uit het onderzoek", Source.ARTICLE: "Genoemd in het artikel",
        Source.PRACTICE: "Uit de praktijk, geschreven voor deze set",
    }[card.source]  # fmt: skip
    if card.factor:
        origin = f"In het onderzoek: {card.factor}"
    parts = (
        cluster_name(card.family),
        "Tegenwicht",
        name,
        card.explanation,
        origin if card.kind is Kind.FACTOR else "",
    )
    return " ".join(filter(None, parts))


def without_places(found: list[str]) -> list[str]:
    """The pages but for the sheet with the published places, which comes after the cards."""
    return [page for page in found if PLACES not in page]


def spread(cards: list[str], grid: Grid) -> list[list[str]]:
    return [cards[begin : begin + grid.count] for begin in range(0, len(cards), grid.count)]


def in_slot(found: list[Word], grid: Grid, number: int) -> list[str]:
    slot = grid.slot(number)
    return [
        word.text for word in found
        if slot.x < word.middle[0] < slot.right and slot.y < word.middle[1] < slot.bottom
    ]  # fmt: skip


# what stands on the cards


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("size", CardSize)
def test_every_card_of_every_deck_has_all_its_words_in_the_order_of_reading(
    poppler: Read, name: str, size: CardSize
) -> None:
    deck = shipped(name)
    expected = [" ".join(sheet) for sheet in spread(fronts(deck), grid_for(size, Paper.A4))]
    pdf = full_deck(size, Paper.A4) if name == "tegenwicht" else cards_pdf(deck, card=size, two_sided=True)
    assert without_places(pages(poppler, pdf))[::2] == expected


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", CardSize)
def test_every_word_lies_inside_its_card_and_where_a_printer_can_print(
    poppler: Read, deck: Deck, size: CardSize, paper: Paper
) -> None:
    grid = grid_for(size, paper)
    width = grid.page[0]
    sheets = spread(fronts(deck), grid)
    for page, sheet in zip(
        words(poppler, full_deck(size, paper))[: 2 * len(sheets) : 2], sheets, strict=True
    ):
        for number, card in enumerate(sheet):
            assert " ".join(in_slot(page, grid, number)) == card
        assert min(word.left for word in page) >= 5 and max(word.right for word in page) <= width - 5
        for left in (grid.slot(column).x for column in range(grid.columns)):
            inside = [word for word in page if left < word.middle[0] < left + grid.card[0]]
            assert all(left + 3 < word.left and word.right < left + grid.card[0] - 3 for word in inside)


def points(pdf: bytes) -> set[float]:
    """Every size of text in a PDF."""
    streams = re.findall(rb"/FlateDecode.*?stream\n(.*?)\nendstream", pdf, re.DOTALL)
    contents = b"".join(zlib.decompress(stream) for stream in streams)
    return {float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", contents)}


@pytest.mark.parametrize("size", CardSize)
def test_no_letter_is_smaller_than_six_and_a_half_points(size: CardSize) -> None:
    assert min(points(full_deck(size, Paper.A4))) >= 6.5
    assert min(points(cards_pdf(deck_of(longest(ORDINARY)), card=CardSize.A7, two_sided=True))) >= 6.5
    assert max(points(full_deck(size, Paper.A4))) >= 25


def test_the_number_is_the_largest_thing_on_the_card(poppler: Read, deck: Deck) -> None:
    page = words(poppler, cards_pdf(deck, numbers=[12]))[0]
    number = next(word for word in page if word.text == "12")
    assert number.bottom - number.top > 1.8 * max(w.bottom - w.top for w in page if w is not number)


def test_paper_and_screen_call_and_colour_a_cluster_and_a_kind_the_same() -> None:
    light = theme_named("light").clusters
    families = (*Cluster, *Kind)
    assert [cluster_word(one) for one in families] == [cluster_name(one) for one in families]
    assert [of_cluster(one) for one in families] == [light[one].fill for one in families]


def test_without_colour_every_cluster_and_kind_still_has_a_back_of_its_own(
    tmp_path: Path, deck: Deck
) -> None:
    from PIL import Image

    others = [next(card for card in shipped("erbij").cards if card.kind is kind) for kind in tuple(Kind)[1:]]
    one_each = [deck.of(one)[-1] for one in CLUSTERS] + [replace(card, explanation="") for card in others]
    own = replace(deck, cards=tuple(replace(card, explanation="") for card in one_each))
    (tmp_path / "a.pdf").write_bytes(cards_pdf(own, two_sided=True))
    subprocess.run(
        ["pdftoppm", "-gray", "-r", "200", "-f", "2", "-l", "2", tmp_path / "a.pdf", tmp_path / "a"],
        check=True,
        capture_output=True,
    )
    dot = 200 / 25.4
    with Image.open(next(tmp_path.glob("a*.pgm"))) as page:
        strips = []
        grid = grid_for(CardSize.PLAYING, Paper.A4)
        for number in range(len(one_each)):
            slot = grid.slot(grid.behind(number))
            left, top = round((slot.x + 6) * dot), round((slot.y + 12) * dot)
            part = page.crop((left, top, left + 80, top + 200))
            middle = sum(part.getextrema()) / 2
            strips.append(part.point(lambda grey, middle=middle: 255 * (grey > middle)).tobytes())
    for one, other in combinations(strips, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) > len(one) / 20


# pages


@pytest.mark.parametrize(
    ("size", "paper", "on_a_page", "page_size"),
    [
        (CardSize.PLAYING, Paper.A4, 9, (210, 297)),
        (CardSize.A7, Paper.A4, 8, (297, 210)),
        (CardSize.PLAYING, Paper.A3, 18, (420, 297)),
        (CardSize.A7, Paper.A3, 16, (297, 420)),
        (CardSize.PLAYING, Paper.LETTER, 9, (215.9, 279.4)),
        (CardSize.A7, Paper.LETTER, 6, (279.4, 215.9)),
    ],
)  # fmt: skip
def test_pages_have_the_papers_size_and_are_no_more_than_needed(
    poppler: Read, deck: Deck, size: CardSize, paper: Paper, on_a_page: int, page_size: tuple[float, float]
) -> None:
    about = info(poppler, full_deck(size, paper))
    points = [float(one) for one in re.findall(r"[\d.]+", about["Page size"])[:2]]
    assert [one * MM for one in points] == pytest.approx(page_size, abs=0.01)
    assert int(about["Pages"]) == 2 * -(-len(fronts(deck)) // on_a_page) + 1  # and the published places


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", CardSize)
def test_printed_on_both_sides_each_back_lies_behind_its_front(
    poppler: Read, deck: Deck, size: CardSize, paper: Paper
) -> None:
    grid = grid_for(size, paper)
    width, height = grid.page
    found = words(poppler, full_deck(size, paper))
    sheets = spread(backs(deck), grid)
    for sheet, back in zip(sheets, found[1 : 2 * len(sheets) : 2], strict=True):
        # The long edge stands upright on an upright page and lies on one that lies: mirrored in it.
        through = [
            word._replace(left=width - word.right, right=width - word.left) if width < height
            else word._replace(top=height - word.bottom, bottom=height - word.top)
            for word in back
        ]  # fmt: skip
        for number in range(grid.count):
            seen = " ".join(sorted(in_slot(through, grid, number)))
            there = sheet[number] if number < len(sheet) else ""
            assert seen == " ".join(sorted(there.split()))


def test_fronts_alone_have_no_backs_between_them(poppler: Read, deck: Deck) -> None:
    assert len(without_places(pages(poppler, cards_pdf(deck, numbers=range(1, 11))))) == 2


def test_the_back_of_another_deck_says_which_deck_it_is(poppler: Read) -> None:
    back = pages(poppler, cards_pdf(shipped("leidinggevende"), two_sided=True, numbers=[201]))[1]
    (card,) = [one for one in shipped("leidinggevende").cards if one.number == 201]
    assert back == behind(card, "Leidinggevende en professional")


def test_the_pdf_says_what_it_is_and_in_which_language_and_leads_to_each_cluster(
    poppler: Read, deck: Deck
) -> None:
    pdf = cards_pdf(deck, two_sided=True, tally_sheet=True)
    assert info(poppler, pdf)["Title"] == "Tegenwicht: kaarten om te printen"
    assert b"/Lang (nl)" in pdf and b"/PrintScaling /None" in pdf and b"/Duplex /DuplexFlipLongEdge" in pdf
    outline = poppler(pdf, "pdftohtml", "-xml", "-stdout", "{pdf}").partition("<outline>")[2]
    marks = re.findall(r'<item page="(\d+)">(.*?)</item>', outline)
    grid = grid_for(CardSize.PLAYING, Paper.A4)
    firsts = [next(n for n, c in enumerate(by_cluster(deck)) if c.cluster is one) for one in CLUSTERS]
    expected = [
        (1 + 2 * (first // grid.count), cluster_name(one))
        for first, one in zip(firsts, CLUSTERS, strict=True)
    ]
    assert [(int(page), unescape(name)) for page, name in marks] == [
        *expected,
        (1 + 2 * ((len(fronts(deck)) - 1) // grid.count), "Over deze kaarten"),
        (1 + 2 * -(-len(fronts(deck)) // grid.count), PLACES),
        (3 + 2 * -(-len(fronts(deck)) // grid.count), "Turfblad"),
    ]


def test_the_same_deck_gives_the_same_bytes(deck: Deck) -> None:
    first = cards_pdf(deck, two_sided=True, tally_sheet=True, numbers=[1, 20])
    assert first == cards_pdf(deck, two_sided=True, tally_sheet=True, numbers=[20, 1])
    assert first != cards_pdf(deck, two_sided=True, tally_sheet=True, numbers=[1, 21])


def test_the_typeface_is_in_the_pdf(poppler: Read) -> None:
    fonts = poppler(full_deck(CardSize.PLAYING, Paper.A4), "pdffonts", "{pdf}").splitlines()[2:]
    assert fonts and all("AtkinsonHyperlegibleNext" in line and " yes yes yes " in line for line in fonts)


# a selection


def test_only_the_chosen_cards_are_printed_by_cluster(poppler: Read, deck: Deck) -> None:
    chosen = [card for card in by_cluster(deck) if card.number in (3, 12, 48)]
    assert without_places(pages(poppler, cards_pdf(deck, numbers=[48, 3, 12]))) == [
        " ".join(map(printed, chosen))
    ]


@pytest.mark.parametrize("numbers", [[], [999]])
def test_a_choice_of_nothing_is_refused(deck: Deck, numbers: list[int]) -> None:
    with pytest.raises(ValueError, match="cards"):
        cards_pdf(deck, numbers=numbers)


# long and odd texts


def longest(text: str, number: int = 1) -> Card:
    """A card with as much text as the reader of decks allows."""
    return Card(
        f"kaart-{number}", number, CLUSTERS[number % 6],
        text[: deck_checks.MOST_IN_TITLE].strip(), text[: deck_checks.MOST_IN_QUESTION].strip(),
        (text[: deck_checks.MOST_IN_DEEPER].strip(),) * 3,
        text[: deck_checks.MOST_IN_OTHER_SIDE].strip(), Source.PRACTICE,
    )  # fmt: skip


def deck_of(*cards: Card) -> Deck:
    return Deck(
        "eigen", "Een eigen kaartset van een trainer met een flinke lange naam", "nl", 1, ("Zelf",), cards
    )


def test_the_longest_ordinary_texts_fit_on_a_large_card(poppler: Read) -> None:
    deck = deck_of(*(longest(ORDINARY, number) for number in (7, 9998, 9999)))
    (page,) = pages(poppler, cards_pdf(deck, card=CardSize.A7))
    assert page == " ".join(fronts(deck))


def test_many_sources_take_as_many_cards_as_they_need(poppler: Read, deck: Deck) -> None:
    sources = tuple(f"Bron {n}: {ORDINARY} {ORDINARY}"[:300].strip() for n in range(20))
    own = replace(deck_of(deck.cards[1]), sources=sources)
    (page,) = pages(poppler, cards_pdf(own))
    assert page.count("Over deze kaarten") > 1
    assert " ".join(sources) in page.replace(" Over deze kaarten", "")


def test_cards_too_long_for_a_small_card_are_named_all_at_once(deck: Deck) -> None:
    own = deck_of(deck.cards[0], longest(ORDINARY, 7), longest("W" * 40 + " " + "M" * 139, 8))
    with pytest.raises(CardsTooLongError) as found:
        cards_pdf(own)
    assert [card.number for card in found.value.cards] == [8, 7] or [c.number for c in found.value.cards] == [
        7,
        8,
    ]
    lines = str(found.value).splitlines()
    assert len(lines) == 2
    assert all("past niet leesbaar op 63x88 mm" in line and "74x105" in line for line in lines)


def test_a_word_wider_than_the_card_is_broken_with_a_hyphen(poppler: Read, deck: Deck) -> None:
    word = "arbeidsongeschiktheidsverzekeringsmakers"
    card = replace(deck.cards[1], title=word, question=f"Hoe weegt {word} mee?", picture="")
    page = words(poppler, cards_pdf(deck_of(card), numbers=[card.number]))[0]
    slot = grid_for(CardSize.PLAYING, Paper.A4).slot(0)
    assert all(slot.x + 3 < one.left and one.right < slot.right - 3 for one in page)
    text = "".join(one.text for one in page)
    assert text.count("-") == 1 and f"{word}Hoeweegt{word}mee?" in text.replace("-", "")


def test_a_title_shrinks_before_a_word_of_it_is_broken(poppler: Read, deck: Deck) -> None:
    card = replace(deck.cards[1], title="Aanpassingsbereidheid van werkgevers")
    assert "2 Beroep Aanpassingsbereidheid van werkgevers " in pages(poppler, cards_pdf(deck_of(card)))[0]


def test_what_the_typeface_lacks_stays_in_the_text(poppler: Read, deck: Deck) -> None:
    card = replace(deck.cards[1], title="Zorgen 🙂 om Ωmega", question="Wat zegt een cafe\u0301 ❤️ je dan 漢?")
    (page,) = pages(poppler, cards_pdf(deck_of(card)))
    assert "Zorgen 🙂 om Ωmega Wat zegt een café ❤ je dan 漢?" in page


# the sheet to count on


@pytest.mark.parametrize("paper", Paper)
def test_the_tally_sheet_has_clusters_by_rounds_and_the_rule_of_counting(
    poppler: Read, deck: Deck, paper: Paper
) -> None:
    pdf = tally_sheet_pdf(deck, paper=paper)
    (page,) = pages(poppler, pdf)
    for words_ in (
        *map(cluster_name, CLUSTERS),
        "Ronde 1",
        "Ronde 4",
        "Alle rondes",
        "kaart genoemd",
        "Groep",
        "Datum",
    ):
        assert words_ in page
    assert "een kaart van dit cluster is besproken. Opzij of overgeslagen telt niet." in page
    assert "langskwam naast de eigen kaart, één per beurt." in page
    (placed,) = words(poppler, pdf)
    width, height = (float(one) * MM for one in re.findall(r"[\d.]+", info(poppler, pdf)["Page size"])[:2])
    assert width > height
    assert all(w.left > 12 and w.right < width - 12 and w.top > 12 and w.bottom < height - 8 for w in placed)


def test_the_tally_sheet_is_the_last_page(poppler: Read, deck: Deck) -> None:
    found = pages(poppler, cards_pdf(deck, tally_sheet=True, numbers=[2]))
    assert len(found) == 2 and "Turfblad" in found[-1]


# the published place


@pytest.mark.parametrize("size", CardSize)
def test_no_card_shows_a_published_place_on_either_side(poppler: Read, size: CardSize) -> None:
    for page in without_places(pages(poppler, full_deck(size, Paper.A4))):
        assert not re.search(r"plaats \d| van 41", page.lower())


def test_the_places_are_on_a_sheet_of_their_own_that_is_not_printed_behind_something_else(
    poppler: Read, deck: Deck
) -> None:
    found = pages(poppler, cards_pdf(deck, two_sided=True, tally_sheet=True))
    at = next(number for number, page in enumerate(found) if PLACES in page)
    assert at % 2 == 0 and found[at + 1] == "" and "Turfblad" in found[at + 2]
    for card in deck.cards:
        if card.rank:
            places = " ".join(map(str, (card.rank.overall, *card.rank.by_group)))
            assert f"{card.number} {card.title} {card.factor}" in found[at]
            assert f"{cluster_name(card.family)} {places}" in found[at]
    assert "geen norm" in found[at]


def test_a_deck_without_published_places_has_no_such_sheet(poppler: Read) -> None:
    assert not any(PLACES in page for page in pages(poppler, cards_pdf(shipped("leidinggevende"))))


# cards with little on them


def test_a_card_with_a_question_alone_is_printed_large(poppler: Read, deck: Deck) -> None:
    bare = Card("een", 1, Cluster.CLIENT, "De reis", "Hoe woog je dat?")
    own = replace(deck, cards=(bare,))
    pdf = cards_pdf(own, two_sided=True, numbers=[1])
    assert pages(poppler, pdf) == ["1 Cliënt De reis Hoe woog je dat?", behind(bare)]
    plain, full = (max(w.bottom - w.top for w in words(poppler, one)[0] if w.text in ("Hoe", "Welke", "Wat"))
                   for one in (pdf, cards_pdf(deck, numbers=[3])))  # fmt: skip
    assert plain > 1.15 * full


def test_andersom_stands_upside_down_at_the_foot(poppler: Read, deck: Deck) -> None:
    page = words(poppler, cards_pdf(deck, numbers=[3]))[0]
    label = next(word for word in page if word.text == "Andersom")
    assert label.bottom == max(word.bottom for word in page)  # the first line when the card is turned
    (said,) = [card.other_side for card in deck.cards if card.number == 3]
    last = next(word for word in page if word.text == said.split()[-1] and word.top > label.top - 20)
    assert last.bottom < label.bottom


# the command


def test_the_command_prints_a_deck_that_comes_with_the_program(
    poppler: Read, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "set.pdf"
    assert (
        main(["print", "leidinggevende", "--to", str(target), "--paper", "letter", "--card", "74X105"]) == 0
    )
    assert int(info(poppler, target.read_bytes())["Pages"]) == 4
    assert capsys.readouterr().out == f"{target}: 18 kaarten van 74x105 mm. Print op ware grootte (100 %).\n"


def test_without_a_deck_it_is_the_deck_tegenwicht(poppler: Read, tmp_path: Path) -> None:
    target = tmp_path / "set.pdf"
    assert main(["print", "--to", str(target), "--only", "tally-sheet"]) == 0
    assert info(poppler, target.read_bytes())["Title"] == "Tegenwicht: turfblad"


def test_a_file_that_is_there_stays_unless_it_may_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "set.pdf"
    target.write_text("van mij")
    command = ["print", "--to", str(target), "--only", "tally-sheet"]
    assert main(command) == 1
    assert "dit bestand is er al" in capsys.readouterr().err
    assert target.read_text() == "van mij"
    assert main([*command, "--overwrite"]) == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_problems_in_a_deck_are_told_as_check_tells_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "fout.yaml"
    bad.write_text("id: fout\ntitle: no\n", encoding="utf-8")
    assert main(["print", str(bad), "--to", str(tmp_path / "a.pdf")]) == 1
    told = capsys.readouterr().out
    assert main(["check", str(bad)]) == 1
    assert told == capsys.readouterr().out and f"{bad}:2:8: " in told
    assert not (tmp_path / "a.pdf").exists()


def own_deck(folder: Path, text: str, field: str = "question", of: Path | None = None) -> Path:
    """The shipped deck of 18, or another, with one text changed."""
    source = (of or paths.decks() / "leidinggevende.yaml").read_text(encoding="utf-8")
    file = folder / "eigen.yaml"
    file.write_text(re.sub(rf"    {field}: .*", f"    {field}: {text}", source, count=1), encoding="utf-8")
    return file


def test_a_card_that_does_not_fit_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = own_deck(tmp_path, f'"{" ".join(["W" * 38] * 4)}"')
    deck = own_deck(tmp_path, f'"{" ".join(["W" * 38] * 4)}"', "other_side", deck)
    assert main(["print", str(deck), "--to", str(tmp_path / "a.pdf")]) == 1
    assert capsys.readouterr().err.startswith('kaart 201, "Hoe jullie naar het vak kijken"')
    assert [file.name for file in tmp_path.iterdir()] == ["eigen.yaml"]


def test_an_emoji_is_printed_as_a_box_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = own_deck(tmp_path, '"Wat vind je 🙂?"')
    assert main(["print", str(deck), "--to", str(tmp_path / "a.pdf")]) == 0
    assert capsys.readouterr().err.endswith("leeg vakje: 🙂\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--paper", "A5"], "--paper: verwacht een van A4, A3, Letter; gevonden 'A5'"),
        (["--card", "10x10"], "--card: verwacht een van 63x88, 74x105; gevonden '10x10'"),
        (["--only", "alles"], "--only: verwacht tally-sheet; gevonden 'alles'"),
    ],
)
def test_what_it_does_not_know_is_wrong_use(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", "--to", str(tmp_path / "a.pdf"), *arguments]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("", "dit is een map"),
        ("weg/a.pdf", "de map bestaat niet"),
        ("a" * 300, "dit kan geen bestandsnaam zijn"),
        ("a\0b", "dit kan geen bestandsnaam zijn"),
    ],
)
def test_a_place_where_no_file_can_come_is_told(
    place: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", "--to", str(tmp_path / place)]) == 1
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
