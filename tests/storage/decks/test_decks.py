"""What the deck reader accepts, refuses and says."""

import gc
import os
import subprocess
import sys
import threading
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tegenwicht.game.cards import CLUSTERS, Cluster, Kind, Rank, Source
from tegenwicht.game.tegenwicht import Joker, joker_of
from tegenwicht.storage.decks import nodes as deck_nodes
from tegenwicht.storage.decks import syntax as deck_syntax
from tegenwicht.storage.decks.reader import DeckProblems, Problem, describe, parse_deck, read_deck
from tegenwicht.storage.decks.text import HIDDEN
from tests.storage.decks.deck_samples import SMALL_DECK, changed, problems_of

SHIPPED = Path(__file__).parents[3] / "decks"
START = SMALL_DECK[: SMALL_DECK.index("cards:")]
THREE = 'deeper: ["Wie wel?", "Wie niet?", "Wie soms?"]'
ONE_LINE = "verwacht één regel zonder tabs; gevonden een tab of een nieuwe regel: gebruik een spatie"
CARD_KEYS = "id, number, cluster, title, question, deeper, counterweight, source, rank"


# A deck in order.


def test_a_deck_in_order_becomes_a_deck() -> None:
    deck = parse_deck(SMALL_DECK.encode(), "deck.yaml")
    assert (deck.id, deck.title, deck.language, deck.version) == ("proef", "Proefkaarten", "nl", 1)
    assert deck.sources == ("Een bron, 2021",)
    first, second = deck.cards
    assert (first.id, first.number, first.cluster) == ("eerste", 1, Cluster.CLIENT)
    assert (first.source, first.rank) == (Source.TABLE, Rank(2, (1, 4, 4, 2, 4, 5)))
    assert second.deeper == ("Wie wel?", "Wie niet?", "Wie soms?")
    assert (second.source, second.rank) == (Source.PRACTICE, None)


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("title: Draagvlak", "title:   Draagvlak   # bij wie", "Draagvlak"),
        ("title: Draagvlak", 'title: "  Draagvlak "', "Draagvlak"),
        ("title: Draagvlak", "title: >\n      Veel\n      draagvlak", "Veel draagvlak"),
        ("title: Draagvlak", "title: Veel\n      draagvlak", "Veel draagvlak"),
        ("title: Draagvlak", "title: |\n      Draagvlak\n\n", "Draagvlak"),
        ("title: Draagvlak", 'title: "no"', "no"),
        ("title: Draagvlak", "title: '1:30'", "1:30"),
        ("title: Draagvlak", "title: !x", None),
        ("title: Draagvlak", "title: 12 maanden", "12 maanden"),
        ("title: Draagvlak", 'title: "Cli\\u00ebnt"', "Cliënt"),
        ("title: Draagvlak", "title: Wet\u00a0& beleid", "Wet\u00a0& beleid"),
        ("title: Draagvlak", "title: " + "é" * 20 + " " + "x" * 39, "é" * 20 + " " + "x" * 39),
        ("title: Draagvlak", "? title\n    : Draagvlak", "Draagvlak"),
        ("title: Draagvlak", '"title": Draagvlak', "Draagvlak"),
    ],
)
def test_a_text_is_read_as_yaml_writes_it_without_the_space_around_it(
    old: str, new: str, title: str | None
) -> None:
    text = changed(old, new)
    if title is None:
        assert problems_of(text)
    else:
        assert parse_deck(text.encode(), "deck.yaml").cards[1].title == title


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{SMALL_DECK}",
        SMALL_DECK.replace("\n", "\r\n"),
        SMALL_DECK.replace("\n", "\r"),
        f"---\n{SMALL_DECK}...\n",
        f"# kaartset\n\n{SMALL_DECK}# einde",
        changed("  - Een bron, 2021", "  - https://example.org/" + "a" * 270),
        changed("language: nl", "language: nl-NL"),
        changed("number: 2", "number: 9999"),
        changed("id: tweede", "id: " + "a" * 60),
    ],
    ids=["byte order mark", "CRLF", "CR", "---", "comments", "web address", "nl-NL", "9999", "id of 60"],
)
def test_what_editors_and_authors_may_do_is_in_order(text: str) -> None:
    assert problems_of(text) == []


# One thing wrong: the exact place and the exact words.

WRONG = [
    (
        "cluster: client",
        "cluster: klant",
        "10:14: cluster: verwacht een van professional, client, employer, organisational, policy, "
        'individual; gevonden "klant"',
    ),
    (
        "source: praktijk",
        "source: boek",
        '26:13: source: verwacht een van tabel, artikel, praktijk; gevonden "boek"',
    ),
    ("title: Draagvlak", "title:", "22:11: title: verwacht tekst; gevonden niets"),
    ("title: Draagvlak", "title: ''", "22:12: title: is leeg; schrijf iets, hoogstens 60 tekens"),
    (
        "title: Draagvlak",
        'title: " \u00a0 "',
        "22:12: title: is leeg; schrijf iets, hoogstens 60 tekens",
    ),
    ("title: Draagvlak", "title: [a]", "22:12: title: verwacht tekst; gevonden een lijst"),
    ("title: Draagvlak", "title: {a: b}", "22:12: title: verwacht tekst; gevonden een groep sleutels"),
    ("    title: Draagvlak\n", "", "19:5: title ontbreekt in deze kaart"),
    ("language: nl\n", "", "1:1: language ontbreekt in deze kaartset"),
    ("AD: 1, ", "", "18:11: AD ontbreekt in deze rank"),
    (
        "title: Draagvlak",
        "title: a\n    kleur: rood",
        f'23:5: onbekende sleutel: verwacht een van {CARD_KEYS}; gevonden "kleur"',
    ),
    (
        "title: Draagvlak",
        "title: a\n    [a]: rood",
        f"23:5: onbekende sleutel: verwacht een van {CARD_KEYS}; gevonden een lijst",
    ),
    (
        "version: 1",
        "version: 1\nkleur: rood",
        "5:1: onbekende sleutel: verwacht een van format, id, title, language, version, sources, cards; "
        'gevonden "kleur"',
    ),
    (
        "title: Draagvlak",
        "title: a\n    title: b",
        "23:5: title: dubbele sleutel; de eerste staat op regel 22: haal er een weg",
    ),
    ("id: tweede", "id: eerste", "19:9: id: eerste is al gebruikt op regel 8: geef elke kaart een eigen id"),
    (
        "number: 2",
        "number: 1",
        "20:13: number: 1 is al gebruikt op regel 9: geef elke kaart een eigen number",
    ),
    (
        "id: tweede",
        "id: Twee_",
        "19:9: id: verwacht kleine letters, cijfers en losse streepjes, ten hoogste 60 tekens; "
        'gevonden "Twee_"',
    ),
    (
        "language: nl",
        "language: Dutch",
        '3:11: language: verwacht een taalcode zoals nl of nl-NL; gevonden "Dutch"',
    ),
    (
        THREE,
        "deeper: [Wie]",
        "24:13: deeper: verwacht twee of drie vragen; gevonden 1",
    ),
    (
        '"Wie soms?"',
        '"Wie soms?", "Wie nooit?"',
        "24:13: deeper: verwacht twee of drie vragen; gevonden 4",
    ),
    ('"Wie soms?"', "''", "24:39: deeper 3: is leeg; schrijf iets, hoogstens 140 tekens"),
    (
        "title: Draagvlak",
        "title: " + "a " * 31,
        "22:12: title: verwacht ten hoogste 60 tekens; gevonden 61: maak de tekst korter",
    ),
    (
        "title: Draagvlak",
        "title: " + "a" * 41,
        f'22:12: title: verwacht woorden van ten hoogste 40 tekens; gevonden "{"a" * 40}…"',
    ),
    (
        "title: Draagvlak",
        'title: "a\\nb"',
        f"22:12: title: {ONE_LINE}",
    ),
    (
        "title: Draagvlak",
        'title: "a\tb"',
        f"22:12: title: {ONE_LINE}",
    ),
    (
        "title: Draagvlak",
        "title: a\u202eb",
        "22:13: teken U+202E verandert de leesrichting: typ de tekst rond deze plek opnieuw",
    ),
    (
        "title: Draagvlak",
        'title: "a\\u202eb"',
        "22:12: title: teken U+202E verandert de leesrichting: typ de tekst rond deze plek opnieuw",
    ),
    (
        "# einde",
        "# einde\u200b",
        "27:8: teken U+200B is onzichtbaar: typ de tekst rond deze plek opnieuw",
    ),
    (
        "source: praktijk",
        "source: tabel",
        "19:5: rank ontbreekt: een kaart met source: tabel heeft haar gepubliceerde rangplaatsen",
    ),
    (
        "source: tabel",
        "source: artikel",
        "18:11: rank: mag alleen bij source: tabel; gevonden source: artikel: haal rank weg",
    ),
    (
        "AD: 1,",
        "AD: 42,",
        '18:28: rank.AD: verwacht een geheel getal van 1 tot en met 41, met alleen cijfers; gevonden "42"',
    ),
    (
        "rank: {overall: 2, AD: 1, AID: 4, RB: 4, RC: 2, JC: 4, KM: 5}",
        "rank: 2",
        '18:11: rank: verwacht de sleutels overall, AD, AID, RB, RC, JC, KM; gevonden "2"',
    ),
    (
        "number: 2",
        'number: "2"',
        "20:13: number: verwacht een geheel getal van 1 tot en met 9999, met alleen cijfers; "
        'gevonden "2": haal de aanhalingstekens weg',
    ),
    # YAML's own traps.
    (
        "title: Draagvlak",
        "title: &a b",
        "22:12: een anker (&) mag niet: haal het weg of zet aanhalingstekens om de tekst",
    ),
    (
        "title: Draagvlak",
        "title: *a",
        f"22:12: {deck_syntax.ALIAS}",
    ),
    (
        "title: Draagvlak",
        "title: Let op: dit",
        "22:18: een dubbele punt kan hier niet: zet aanhalingstekens om de tekst",
    ),
    (
        "source: praktijk",
        'source: "praktijk',
        "26:13: dit aanhalingsteken wordt niet gesloten: zet er ook een aan het einde van de tekst",
    ),
    ("cards:\n", "cards:\n\t\n\t- id: los\n", "8:1: een tab hoort hier niet: spring in met spaties"),
    ("title: Draagvlak", "\ttitle: a", "22:5: een tab hoort hier niet: spring in met spaties"),
    (
        "# einde",
        "---\nid: nog-een",
        "27:1: verwacht één kaartset per bestand; hier begint een tweede document",
    ),
    (
        "title: Draagvlak",
        "title: [[[[[[a]]]]]]",
        "22:17: te diep genest: verwacht ten hoogste 8 lagen in elkaar",
    ),
    (
        "id: proef",
        "%TAG ! tag:x,2000:\n---\nid: proef",
        "1:1: een regel met % vooraan mag niet in een kaartset: haal de regel weg",
    ),
]


@pytest.mark.parametrize(("old", "new", "problem"), WRONG)
def test_a_problem_has_its_place_what_was_expected_and_what_was_found(
    old: str, new: str, problem: str
) -> None:
    deck = f"{SMALL_DECK}# einde" if old == "# einde" else SMALL_DECK
    assert deck.count(old) == 1
    assert problems_of(deck.replace(old, new)) == [f"deck.yaml:{problem}"]


@pytest.mark.parametrize(
    ("plain", "meaning"),
    [
        ("no", "ja of nee"),
        ("12", "een getal"),
        ("1:30", "een getal"),
        ("1.5", "een getal"),
        ("2021-01-01", "een datum"),
        ("null", "een lege waarde"),
        ("~", "een lege waarde"),
        ("=", "een standaardwaarde"),
    ],
)
def test_a_plain_value_that_yaml_does_not_read_as_text_needs_quotes(plain: str, meaning: str) -> None:
    place = "deck.yaml:22:12: title"
    advice = f"wat YAML leest als {meaning}: zet er aanhalingstekens omheen"
    assert problems_of(changed("title: Draagvlak", f"title: {plain}")) == [
        f'{place}: verwacht tekst; gevonden "{plain}", {advice}'
    ]
    assert problems_of(changed("title: Draagvlak", f'title: "{plain}"')) == []


@pytest.mark.parametrize(
    "number", ["0", "-1", "+1", "10000", "0o17", "0x1F", "1_000", "017", "1.0", "1e3", "٣", "'2'"]
)
def test_a_number_is_written_with_plain_digits_only(number: str) -> None:
    (problem,) = problems_of(changed("number: 2", f"number: {number}"))
    assert problem.startswith("deck.yaml:20:13: number: verwacht een geheel getal van 1 tot en met 9999")


@pytest.mark.parametrize(
    "tagged", ["!!str a", "!mijn a", "! a", "! 'a'", "!<tag:x,2000:y> a", "! >\n      a"]
)
def test_a_tag_is_refused_also_the_one_that_changes_nothing(tagged: str) -> None:
    (problem,) = problems_of(changed("title: Draagvlak", f"title: {tagged}"))
    assert problem.startswith("deck.yaml:22:12: een label met een uitroepteken (!) mag niet")


@pytest.mark.parametrize(
    "text",
    [
        SMALL_DECK.replace("Belastbaarheid", "Cliënt 😀"),
        SMALL_DECK.replace("\n", "\r\n"),
        f"\ufeff{SMALL_DECK}",
    ],
)
def test_a_tag_is_seen_also_after_wide_characters_and_other_line_ends(text: str) -> None:
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(deck_nodes, "LOADER", loader)
            assert problems_of(text.replace("title: Draagvlak", "title: ! Draagvlak")) == [
                f"deck.yaml:22:12: {deck_syntax.TAG}"
            ]


@pytest.mark.parametrize("group", ["! [a, b]", "!!seq [a, b]", "&a ! [a, b]", "&a !!seq [a, b]"])
def test_a_tag_or_an_anchor_on_a_list_is_refused(group: str) -> None:
    problems = problems_of(changed(THREE, f"deeper: {group}"))
    assert problems and all(problem.startswith("deck.yaml:24:13: een ") for problem in problems)


def test_merging_keys_is_refused() -> None:
    problems = problems_of(changed("title: Draagvlak", "title: a\n    <<: {source: artikel}"))
    assert problems == ["deck.yaml:23:5: samenvoegen met << mag niet: schrijf de sleutels hier voluit"]


def test_double_ids_are_seen_also_on_one_line() -> None:
    texts = "title: a, question: b, deeper: [c, d], counterweight: e"
    card = f"{{id: x, number: 1, cluster: client, source: artikel, {texts}}}"
    line = f"cards: [{card}, {card}]"
    column = line.rindex("x") + 1
    assert problems_of(f"{START}{line}") == [
        f"deck.yaml:7:{column}: id: x is al gebruikt op regel 7: geef elke kaart een eigen id",
        f"deck.yaml:7:{column + 11}: number: 1 is al gebruikt op regel 7: geef elke kaart een eigen number",
    ]


# Everything at once.


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    deck = (
        SMALL_DECK.replace("version: 1", "version: een")
        .replace("cluster: client", "cluster: klant")
        .replace("title: Draagvlak", "title: &a no")
        .replace("source: praktijk", "source: *a\n    kleur: rood")
        .replace("Wie mist er?", "Wie mist\u200b er?")
    )
    places = [problem.split(": ")[0] for problem in problems_of(deck)]
    assert places == [
        "deck.yaml:4:10",
        "deck.yaml:10:14",
        "deck.yaml:22:12",
        "deck.yaml:22:12",
        "deck.yaml:25:28",
        "deck.yaml:26:13",
        "deck.yaml:27:5",
    ]


def test_more_than_200_problems_are_counted() -> None:
    problems = problems_of(f"{START}cards:\n" + "  - kleur: rood\n" * 50)  # eight missing, one unknown
    assert len(problems) == 201
    assert problems[-1].endswith("en nog 250 problemen")


def test_one_problem_more_than_200_is_one_problem() -> None:
    cards = "  - kleur: rood\n" * 22 + SMALL_DECK[SMALL_DECK.index("  - id: eerste") :].replace(
        "title: Draagvlak", "title: a\n    a: b\n    b: c\n    c: d"
    )
    problems = problems_of(f"{START}cards:\n{cards}")
    assert len(problems) == 201
    assert problems[-1].endswith("en nog 1 probleem")


def test_the_text_of_all_problems_is_the_text_of_the_exception() -> None:
    found = DeckProblems((Problem("a.yaml", 1, 2, "fout"), Problem("a.yaml", 3, 4, "ook")))
    assert str(found) == "a.yaml:1:2: fout\na.yaml:3:4: ook"


def test_what_was_found_is_shown_short_and_without_hidden_characters() -> None:
    (problem,) = problems_of(changed("cluster: client", 'cluster: "\\u202e' + "x" * 5000 + '"'))
    assert problem.endswith(f'gevonden "<U+202E>{"x" * 39}…"')


# Characters.


def test_control_direction_and_invisible_characters_are_refused_and_letters_are_not() -> None:
    visible_formats = {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}  # marks around numbers and signs
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in "\t\r\n":
            family = unicodedata.name(character, "").split(" ")[0]
            refused = code == 0x61C or family not in visible_formats
            assert bool(HIDDEN.match(character)) == refused, hex(code)
    assert not HIDDEN.search("Cliënt & ’s avonds – „1 à 2”… € 50\u00a0½ naïef Łódź ß ☺ 😀")


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x2028, 0x2066, 0x3164, 0xFEFF, 0xE0041]
)
def test_a_hidden_character_is_refused_in_a_text_a_comment_and_an_escape(code: int) -> None:
    words = f"teken U+{code:04X} "
    for text in (
        changed("title: Draagvlak", f"title: a{chr(code)}b"),
        changed("title: Draagvlak", f"title: a # {chr(code)}"),
        changed("title: Draagvlak", f'title: "a\\U{code:08X}b"'),
    ):
        assert any(words in problem for problem in problems_of(text)), text


def test_the_bad_byte_of_a_file_that_is_not_utf8_has_its_place() -> None:
    data = SMALL_DECK.replace("Draagvlak", "Cliënten é").encode().replace("é".encode(), b"\xe9")
    (problem,) = problems_of(data)
    assert problem.startswith("deck.yaml:22:21: verwacht tekst in UTF-8; gevonden byte 0xE9: sla het bestand")


def test_an_old_encoding_is_refused() -> None:
    assert problems_of(changed("title: Draagvlak", "title: Cliënt").encode("cp1252"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_a_text_in_which_every_sign_is_wide_is_read(encoding: str) -> None:
    deck = parse_deck(changed("title: Draagvlak", "title: Cliënt 😀").encode(encoding), "deck.yaml")
    assert deck.cards[-1].title == "Cliënt 😀"
    broken = changed("title: Draagvlak", "title: Cliënt").encode(encoding)[:-1]
    assert len(problems_of(broken)) == 1


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\n\u200b"])
def test_a_sign_that_is_everywhere_is_one_problem(end: str) -> None:
    (problem,) = problems_of(SMALL_DECK.replace("\n", end))
    assert f"teken U+{ord(end[-1]):04X} " in problem
    assert problem.endswith(f"; het staat hier {SMALL_DECK.count(chr(10))} keer")


def test_half_a_surrogate_pair_is_refused() -> None:
    assert problems_of(changed("title: Draagvlak", 'title: "\\ud800"'))
    assert problems_of(SMALL_DECK.encode().replace(b"Draagvlak", b"\xed\xa0\x80"))


# Size.


def test_an_empty_file_is_told_so() -> None:
    for text in ("", "\n\n", "# alleen uitleg\n"):
        assert problems_of(text) == ["deck.yaml:1:1: het bestand is leeg: verwacht een kaartset"]


def test_something_else_than_a_deck_is_told_so() -> None:
    keys = "verwacht de sleutels id, title, language, version, sources, cards"
    assert problems_of("- a\n") == [f"deck.yaml:1:1: kaartset: {keys}; gevonden een lijst"]
    assert problems_of("\n  hallo\n") == [f'deck.yaml:2:3: kaartset: {keys}; gevonden "hallo"']
    assert problems_of("---\n") == [f"deck.yaml:2:1: kaartset: {keys}; gevonden niets"]


def test_the_number_of_cards_has_bounds() -> None:
    assert problems_of(f"{START}cards: []") == [
        "deck.yaml:7:8: cards: verwacht 1 tot en met 2000 kaarten; gevonden 0"
    ]
    with pytest.raises(DeckProblems) as found:
        parse_deck(SMALL_DECK.encode(), "deck.yaml", most_cards=1)
    assert str(found.value) == "deck.yaml:8:3: cards: verwacht 1 tot en met 1 kaarten; gevonden 2"


def test_a_file_over_two_mebibytes_is_refused() -> None:
    data = SMALL_DECK.encode()
    full = data + b"#" * (2 * 1024 * 1024 - len(data))
    assert problems_of(full) == []
    assert problems_of(full + b"#") == [
        "deck.yaml:1:1: verwacht een bestand van ten hoogste 2 MB; dit is groter"
    ]


# Files.


def only_problem(path: Path) -> str:
    with pytest.raises(DeckProblems) as found:
        read_deck(path)
    (problem,) = found.value.problems
    assert (problem.line, problem.column) == (1, 1)
    return problem.message


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mijn kaarten.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    assert read_deck(path) == parse_deck(SMALL_DECK.encode(), "")


def test_a_problem_in_a_file_begins_with_the_path_as_given(tmp_path: Path) -> None:
    path = tmp_path / "kaarten.yaml"
    path.write_text(changed("number: 2", "number: x"), encoding="utf-8")
    with pytest.raises(DeckProblems) as found:
        read_deck(path)
    assert str(found.value).startswith(f"{path}:20:13: number: ")


def test_a_missing_file_or_a_folder_is_told_so(tmp_path: Path) -> None:
    assert only_problem(tmp_path / "weg.yaml").startswith("bestand niet gevonden")
    assert only_problem(tmp_path).startswith("verwacht een bestand; dit is een map")


@pytest.mark.parametrize("name", ["a\0b.yaml", "\ud800.yaml"])
def test_a_name_that_cannot_be_a_file_name_is_told_so(name: str) -> None:
    with pytest.raises(DeckProblems) as found:
        read_deck(Path(name))
    str(found.value).encode()


def test_a_file_that_may_not_be_read_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> int:
        raise PermissionError(13, "Permission denied")  # by hand: root, as in a container, may read anything

    path = tmp_path / "dicht.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    monkeypatch.setattr(os, "open", closed)
    assert only_problem(path).startswith("dit bestand mag je niet lezen")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "pijp.yaml"
    os.mkfifo(path)
    messages: list[str] = []
    reader = threading.Thread(target=lambda: messages.append(only_problem(path)), daemon=True)
    reader.start()
    reader.join(timeout=60)
    assert messages == ["verwacht een gewoon bestand; dit is een apparaat of een pijp"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_refused() -> None:
    assert only_problem(Path("/dev/zero")).startswith("verwacht een gewoon bestand")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file here")
def test_a_file_that_fails_while_reading_is_told_so() -> None:
    assert only_problem(Path("/proc/self/mem")).startswith(
        "dit bestand is niet te lezen: de schijf geeft een fout"
    )


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a sparse terabyte
    assert only_problem(path).startswith("verwacht een bestand van ten hoogste 2 MB")


# The collector, the slow loader and the summary.


@pytest.mark.parametrize("text", [SMALL_DECK, "a: b", "["], ids=["in order", "problems", "no YAML"])
def test_the_cyclic_collector_is_afterwards_as_it_was_before(text: str) -> None:
    assert gc.isenabled()
    problems_of(text)
    assert gc.isenabled()
    gc.disable()
    try:
        problems_of(text)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_deck_is_read_where_pyyaml_has_no_libyaml(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    program = f"""
import sys
sys.modules["yaml._yaml"] = sys.modules["yaml.cyaml"] = None
import pathlib, yaml
from tegenwicht.storage.decks.reader import read_deck
print(yaml.__with_libyaml__, len(read_deck(pathlib.Path({str(path)!r})).cards))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=SHIPPED.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "2"]


def test_without_libyaml_the_same_deck_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (SHIPPED / "tegenwicht.yaml").read_bytes()
    with_libyaml = parse_deck(data, "deck.yaml")
    monkeypatch.setattr(deck_nodes, "LOADER", yaml.SafeLoader)
    assert parse_deck(data, "deck.yaml") == with_libyaml


@pytest.mark.parametrize(("old", "new", "problem"), WRONG)
def test_without_libyaml_the_same_problem_is_told(
    old: str, new: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck_nodes, "LOADER", yaml.SafeLoader)
    (found,) = problems_of(f"{SMALL_DECK}# einde".replace(old, new))
    assert found.split(": ")[0] == f"deck.yaml:{problem.split(': ')[0]}"


@pytest.mark.parametrize("code", ["\\U00110000", "\\UFFFFFFFF", "\\ud800"])
def test_without_libyaml_an_impossible_character_is_refused(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck_nodes, "LOADER", yaml.SafeLoader)
    assert problems_of(changed("title: Draagvlak", f'title: "{code}"'))


def test_a_deck_is_described_in_one_line() -> None:
    deck = parse_deck(SMALL_DECK.encode(), "deck.yaml")
    assert describe(deck, "decks/deck.yaml") == (
        "decks/deck.yaml: in orde, 2 kaarten: "
        "Beroep 0, Cliënt 1, Werkgever 1, Organisatie 0, Wet & beleid 0, Professional zelf 0"
    )


def test_a_deck_of_one_card_has_one_kaart() -> None:
    one = SMALL_DECK[: SMALL_DECK.index("  - id: tweede")]
    assert "in orde, 1 kaart: " in describe(parse_deck(one.encode(), "a.yaml"), "a.yaml")


# The decks that come with the program.

PUBLISHED = {
    # overall: cluster, then AD, AID, RB, RC, JC, KM (tables 1 and 2 of the article)
    1: (Cluster.INDIVIDUAL, (2, 2, 2, 3, 2, 2)),
    2: (Cluster.CLIENT, (1, 4, 4, 2, 4, 5)),
    3: (Cluster.INDIVIDUAL, (7, 1, 1, 4, 1, 4)),
    4: (Cluster.CLIENT, (3, 5, 5, 7, 5, 9)),
    5: (Cluster.EMPLOYER, (9, 6, 6, 6, 7, 6)),
    37: (Cluster.POLICY, (38, 36, 37, 37, 41, 36)),
    38: (Cluster.CLIENT, (35, 39, 35, 38, 35, 41)),
    39: (Cluster.ORGANISATIONAL, (40, 38, 39, 39, 37, 39)),
    40: (Cluster.PROFESSIONAL, (39, 40, 40, 40, 40, 40)),
    41: (Cluster.POLICY, (41, 41, 41, 41, 39, 33)),
}

PUBLISHED_NAMES = {
    1: "Eigen vakinhoudelijke competenties en vaardigheden",
    2: "Belastbaarheid cliënt",
    3: "Eigen persoonlijke praktijkervaringen",
    4: "Motivatie en drijfveren cliënt",
    5: "Aanpassingsbereidheid werkgever behoeften cliënt",
    37: "Prioriteiten landelijke politiek",
    38: "Leeftijd cliënt",
    39: "Afspraken over targets binnen eigen organisatie",
    40: "Visie beroeps- en brancheorganisaties op begeleiding",
    41: "Prioriteiten lokale politiek",
}
"""As tables 1 and 2 print them."""


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.name)
def test_every_shipped_deck_is_in_order(path: Path) -> None:
    assert describe(read_deck(path), path.name).startswith(f"{path.name}: in orde")


def test_the_shipped_deck_has_60_cards_ten_per_cluster() -> None:
    deck = read_deck(SHIPPED / "tegenwicht.yaml")
    assert len(deck.cards) == 60
    assert Counter(card.cluster for card in deck.cards) == dict.fromkeys(CLUSTERS, 10)


def test_the_cards_of_the_first_edition_keep_their_ids_and_numbers() -> None:
    before = read_deck(SHIPPED.parent / "tests" / "data" / "decks" / "tegenwicht-1.yaml").cards
    now = {card.id: (card.number, card.cluster) for card in read_deck(SHIPPED / "tegenwicht.yaml").cards}
    assert [card.id for card in before if now.get(card.id) != (card.number, card.cluster)] == []


@pytest.mark.parametrize("name", ["leidinggevende", "client-meenemen"])
def test_the_two_smaller_decks_have_three_cards_per_cluster_and_say_what_they_are_for(name: str) -> None:
    deck = read_deck(SHIPPED / f"{name}.yaml")
    assert Counter(card.cluster for card in deck.cards) == dict.fromkeys(CLUSTERS, 3)
    assert deck.instruction


def test_what_can_be_mixed_in_has_four_kinds_and_no_cluster() -> None:
    cards = read_deck(SHIPPED / "erbij.yaml").cards
    assert {card.cluster for card in cards} == {None}
    assert Counter(card.kind for card in cards) == {
        Kind.SITUATION: 12, Kind.STATEMENT: 10, Kind.TASK: 8, Kind.JOKER: 6,
    }  # fmt: skip


def test_four_jokers_do_what_the_rules_know_and_two_are_blank() -> None:
    jokers = [card for card in read_deck(SHIPPED / "erbij.yaml").cards if card.kind is Kind.JOKER]
    assert Counter(map(joker_of, jokers)) == {one: 2 if one is Joker.OWN else 1 for one in Joker}


def test_the_shipped_deck_has_the_ten_published_factors_with_their_ranks() -> None:
    cards = [card for card in read_deck(SHIPPED / "tegenwicht.yaml").cards if card.rank]
    assert len(cards) == 10
    found = {card.rank.overall: (card.cluster, card.rank.by_group) for card in cards if card.rank}
    assert found == PUBLISHED
    assert {card.rank.overall: card.factor for card in cards if card.rank} == PUBLISHED_NAMES
