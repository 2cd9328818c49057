"""A deck as CSV: what Excel and people make of it is read, and nothing is lost on the way there and back."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game.cards import Cluster, Deck, Source
from tegenwicht.storage.decks.columns import cell_name
from tegenwicht.storage.decks.csv_ import parse_csv, to_csv
from tegenwicht.storage.decks.formats import read_any
from tegenwicht.storage.decks.naming import slug, title_from
from tegenwicht.storage.decks.reader import DeckProblems, read_deck
from tegenwicht.storage.decks.tables import MOST_BYTES, MOST_ROWS, Read
from tests.storage.decks.deck_strategies import decks

FILE = Path("mijn_eigen-kaarten.csv")
SHIPPED = sorted((Path(__file__).parents[3] / "decks").glob("*.yaml"))
HEADER = "cluster;titel;openingsvraag;verdieping 1;verdieping 2;tegenwicht"
BY_HAND = f"{HEADER}\nCliënt;Tempo;Hoe?;Wat?;Wie?;En anders?\nwerkgever;Draagvlak;Wie?;Wat?;Hoe?;Wie niet?\n"


def read(text: str | bytes) -> Read:
    """The deck in a CSV file."""
    return parse_csv(text.encode() if isinstance(text, str) else text, FILE)


def problems(text: str | bytes) -> list[str]:
    """The problems as the author reads them, without the name of the file."""
    with pytest.raises(DeckProblems) as found:
        read(text)
    return [str(problem).removeprefix(f"{FILE}:") for problem in found.value.problems]


def outcome(data: bytes) -> list[str]:
    """What comes of a file: "a deck", or its problems. Anything else is raised."""
    try:
        read(data)
    except DeckProblems as found:
        return [str(problem) for problem in found.problems]
    return ["a deck"]


# There and back.


@given(decks())
@settings(max_examples=80, deadline=None)
def test_a_deck_that_is_written_as_csv_and_read_is_the_same_deck(deck: Deck) -> None:
    assert read(to_csv(deck)) == Read(deck)


@given(decks())
@settings(max_examples=40, deadline=None)
def test_no_cell_begins_as_a_formula_does(deck: Deck) -> None:
    rows = csv.reader(io.StringIO(to_csv(deck).decode("utf-8-sig"), newline=""), delimiter=";")
    assert [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_deck_survives_csv_in_every_way_that_excel_saves_it(path: Path) -> None:
    deck = read_deck(path)
    text = to_csv(deck).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    for separator in ";,\t":
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            assert read(out.getvalue().encode(encoding)) == Read(deck)


def test_the_file_opens_in_excel_with_a_double_click() -> None:
    data = to_csv(read_deck(SHIPPED[0]))
    assert data.startswith(codecs.BOM_UTF8)
    assert (
        b"\r\nnummer;soort;cluster;titel;factor;vraag;doorvraag 1;doorvraag 2;doorvraag 3;andersom;uitleg;plaatje;bron;"
        in data
    )
    assert "Cliënt" in data.decode()


# Made by hand.


def test_a_table_with_only_the_texts_becomes_a_deck_and_the_notes_say_what_was_filled_in() -> None:
    deck, notes = read(BY_HAND)
    assert (deck.id, deck.title, deck.version, deck.language) == (
        "mijn-eigen-kaarten",
        "Mijn eigen kaarten",
        1,
        "nl",
    )
    assert [card.number for card in deck.cards] == [1, 2]
    assert [card.id for card in deck.cards] == ["tempo", "draagvlak"]
    assert [card.cluster for card in deck.cards] == [Cluster.CLIENT, Cluster.EMPLOYER]
    assert {card.source for card in deck.cards} == {Source.PRACTICE}
    assert notes == (
        'ontbrak en is ingevuld: id kaartset "mijn-eigen-kaarten", titel kaartset "Mijn eigen kaarten", '
        'taal kaartset "nl", versie kaartset "1", bron kaartset "Eigen kaarten; er is geen bron genoemd."',
        "2 kaarten zonder nummer kregen er een",
        "2 kaarten zonder bron kregen: praktijk",
        "2 kaarten zonder id kregen er een",
    )


def test_an_empty_number_is_the_lowest_that_no_other_card_has() -> None:
    lines = BY_HAND.splitlines()
    text = "\n".join(["nummer;" + lines[0], ";" + lines[1], "1;" + lines[2], ";" + lines[1], "3;" + lines[1]])
    deck, _ = read(text)
    assert [card.number for card in deck.cards] == [2, 1, 4, 3]
    assert [card.id for card in deck.cards] == ["tempo", "draagvlak", "tempo-2", "tempo-3"]


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16-le", False), ("utf-16", False), ("cp1252", True)],
)
def test_the_encodings_of_excel_are_read_and_a_guess_is_told(encoding: str, noted: bool) -> None:
    deck, notes = read(BY_HAND.encode(encoding))
    assert deck.cards[0].cluster is Cluster.CLIENT
    assert any("Windows-1252" in note for note in notes) == noted


@pytest.mark.parametrize(
    ("written", "cluster"),
    [(written, cluster) for cluster, names in {
        Cluster.CLIENT: ("Cliënt", "CLIËNT", "client", "Client", " cliënt "),
        Cluster.POLICY: ("Wet & beleid", "wet en beleid", "Policy"),
        Cluster.INDIVIDUAL: ("Professional zelf", "individual"),
        Cluster.PROFESSIONAL: ("beroep", "professional"),
        Cluster.ORGANISATIONAL: ("Organisatie",),
    }.items() for written in names],
)  # fmt: skip
def test_a_cluster_may_be_its_dutch_name_or_its_key_in_any_letters(written: str, cluster: Cluster) -> None:
    assert read(BY_HAND.replace("Cliënt", written)).deck.cards[0].cluster is cluster


@pytest.mark.parametrize("hint", ["sep=;\r\n", "SEP=;\n"])
def test_the_separator_that_excel_writes_on_top_is_understood_and_counts_as_a_row(hint: str) -> None:
    assert read(hint + BY_HAND).deck == read(BY_HAND).deck
    assert problems(hint + BY_HAND.replace("Cliënt", "klant"))[0].startswith("3:1: cel A3: cluster: ")


def test_columns_may_stand_in_any_order_under_other_names_with_empty_rows_and_columns_between() -> None:
    text = "\n;;\n;TEGENWICHTVRAAG;Vraag;;verdiepende_vraag 1:;Doorvraag 2;title;Cluster\n;a;b;;c;d;e;client;;\n;;;;;;;;\n"
    (card,) = read(text).deck.cards
    assert (card.other_side, card.question, card.deeper, card.title) == ("a", "b", ("c", "d"), "e")


def test_a_title_comes_from_the_file_and_an_id_from_the_title() -> None:
    assert title_from(Path("a/mijn_eigen--kaarten.v2.csv")) == "Mijn eigen kaarten.v2"
    assert title_from(Path("x" * 50 + ".csv")) == title_from(Path("a\u202eb.csv")) == "Eigen kaarten"
    assert slug("Collega's & cliënten: één Plan!") == "collegas-clienten-een-plan"
    assert slug("???") == ""
    assert read(BY_HAND.replace("Tempo", "???")).deck.cards[0].id == "kaart-1"


def test_text_that_was_made_harmless_is_restored() -> None:
    text = BY_HAND.replace("Tempo", "'=Tempo").replace("Hoe?;Wat?", "'s Avonds?;''-x")
    card = read(text).deck.cards[0]
    assert (card.title, card.question, card.deeper[0]) == ("=Tempo", "'s Avonds?", "'-x")


# What is wrong, and where.


def test_every_problem_names_row_column_and_cell_at_once() -> None:
    rows = ["nummer;" + HEADER, "1;klant;;Hoe?;Wat?;;Nee?", "x;client;" + "a " * 40 + ";Hoe?;Wat?;Wie?;Nee?",
            "1;Werkgever;t;Hoe?;Wat?;Wie?;Nee?"]  # fmt: skip
    assert problems("\n".join(rows)) == [
        "2:2: cel B2: cluster: verwacht een van Beroep, Cliënt, Werkgever, Organisatie, Wet & beleid, "
        'Professional zelf; gevonden "klant"',
        "2:3: cel C2: titel: is leeg; schrijf iets, hoogstens 60 tekens",
        '3:1: cel A3: nummer: verwacht een geheel getal van 1 tot en met 9999, met alleen cijfers; gevonden "x"',
        "3:3: cel C3: titel: verwacht ten hoogste 60 tekens; gevonden 79: maak de tekst korter",
        "4:1: cel A4: nummer: 1 is al gebruikt op rij 2: geef elke kaart een eigen nummer",
    ]


def test_a_row_is_counted_as_excel_counts_also_after_a_line_break_in_a_cell() -> None:
    text = BY_HAND.replace("Hoe?;Wat?", '"Hoe\nnu?";Wat?').replace("werkgever", "baas")
    assert [problem.split(": ")[0] for problem in problems(text)] == ["2:3", "3:1"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: verwacht een rij met de namen van de kolommen; gevonden niets"),
        (";;\n\n", "1:1: verwacht een rij met de namen van de kolommen; gevonden niets"),
        ("\nzomaar;wat\n", "2:1: cel A2: verwacht een rij met de namen van de kolommen; er ontbreekt: cluster, titel, "
         "vraag"),
        (HEADER, "1:1: cel A1: kaarten: verwacht 1 tot en met 2000 kaarten; gevonden 0"),
        (HEADER.replace("titel;", ""), "1:1: cel A1: verwacht een rij met de namen van de kolommen; er ontbreekt: "
         "titel"),
        (BY_HAND.replace("tegenwicht\n", "tegenwicht;verdiping 3\n"),
         '1:7: cel G1: onbekende kolom "verdiping 3": bedoel je doorvraag 3? Haal die anders weg'),
        (BY_HAND.replace("tegenwicht\n", "tegenwicht;titel\n"),
         "1:7: cel G1: kolom titel staat er twee keer; de eerste is B1: haal er een weg"),
        (BY_HAND.replace("anders?", "anders?;en dit"),
         "2:7: cel G2: deze kolom heeft geen naam: typ een naam, of maak de cel leeg"),
        ("titel kaartset;A\ntitel kaartset;B\n" + BY_HAND,
         "2:1: cel A2: titel kaartset: staat er al: haal deze rij of de andere weg"),
        ("versie kaartset;nul\n" + BY_HAND, "1:2: cel B1: versie kaartset: verwacht een geheel getal van 1 tot en met "
         '999999, met alleen cijfers; gevonden "nul"'),
        ("titel kaartset;A;B\n" + BY_HAND,
         "1:3: cel C1: titel kaartset: verwacht één waarde naast de naam; gevonden meer: haal de rest weg"),
        (BY_HAND.replace("Hoe?", '"Hoe?'), "2:1: cel A2: de aanhalingstekens in of na deze rij kloppen niet: zet ze om "
         "de hele cel, en schrijf een aanhalingsteken in de tekst dubbel"),
        (BY_HAND.replace("Hoe?", "x" * 200_000), "2:1: cel A2: een cel in of na deze rij is veel te lang: kort haar in"),
        (BY_HAND.replace("Tempo", "Tem\u200bpo"),
         "2:2: cel B2: titel: teken U+200B is onzichtbaar: typ de tekst rond deze plek opnieuw"),
        (HEADER + ";bron\nclient;Tempo;Hoe?;Wat?;Wie?;En?;tabel", "2:1: cel A2: plaats ontbreekt: een kaart met bron: "
         "tabel heeft haar gepubliceerde rangplaatsen"),
        (HEADER + ";plaats\nclient;Tempo;Hoe?;Wat?;Wie?;En?;3",
         "2:7: cel G2: plaats: mag alleen bij bron: tabel; gevonden bron: praktijk: haal plaats weg"),
        (HEADER + ";x" * 100 + "\n", "1:101: cel CW1: verwacht ten hoogste 100 kolommen; gevonden 106"),
    ],
)  # fmt: skip
def test_a_table_that_is_no_deck_says_what_is_expected_and_what_to_do(text: str, message: str) -> None:
    assert message in problems(text)


def test_a_workbook_under_the_name_of_csv_is_recognised() -> None:
    assert "een naam die op .xlsx eindigt" in problems(b"PK\x03\x04 en meer")[0]


def test_bytes_that_are_no_text_are_told() -> None:
    for data in (b"\x81\xff\x00\x8d", b"\xff\xfe\x00\xd8", b"\xff\xfe\x00\x00\xff"):
        assert problems(data) == ["1:1: verwacht tekst: bewaar het bestand in Excel als CSV UTF-8"]


@pytest.mark.parametrize("row", ["client;t;a;b;c;d\n", "x\n"])
def test_a_table_that_never_ends_is_refused_before_it_costs_much(row: str) -> None:
    (problem,) = problems(HEADER + "\n" + row * 700_000)
    assert problem.endswith(f"verwacht ten hoogste {MOST_ROWS} rijen")


def test_a_cell_that_never_ends_is_refused() -> None:
    assert problems(BY_HAND.replace("Tempo", "a" * 200_000))


def test_a_file_of_more_than_five_megabytes_is_refused(tmp_path: Path) -> None:
    for name in ("groot.csv", "groot.xlsx"):
        (tmp_path / name).write_bytes(b"a" * (MOST_BYTES + 1))
        with pytest.raises(DeckProblems, match="ten hoogste 5 MB"):
            read_any(tmp_path / name)


@given(st.binary(max_size=300) | st.text("aé;,\t\"'=\n\r ", max_size=200).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_whatever_the_file_is_it_is_a_deck_or_problems(data: bytes) -> None:
    assert outcome(data)


@given(st.integers(0, 20), st.sampled_from(HEADER.split(";")), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_one_strange_cell_is_a_deck_or_problems_that_name_the_file(
    place: int, column: str, cell: str
) -> None:
    rows = [line.split(";") for line in BY_HAND.splitlines()]
    rows[place % 3][HEADER.split(";").index(column)] = cell
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    lines = outcome(out.getvalue().encode("utf-8", "replace"))
    assert all(line == "a deck" or line.startswith(f"{FILE}:") for line in lines)


def test_a_cell_is_named_as_a_spreadsheet_does() -> None:
    assert [cell_name(0, place) for place in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
