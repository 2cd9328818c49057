"""Every key of the help table does what it says, and does nothing where it should not; the mouse and the time."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht.game import events as game_events
from tegenwicht.kit.input import radio_groups, stops, towards
from tegenwicht.kit.nodes import Node, Role, focusable, scrolls_around
from tegenwicht.kit.ops import Words
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Begin, Leave
from tests.pilot import TO_THE_TABLE, Pilot

CLUSTERS = ("Beroep", "Cliënt", "Werkgever", "Organisatie", "Wet & beleid", "Professional zelf")


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1024, 640)) as found:
        yield found


@pytest.fixture
def table(pilot: Pilot) -> Pilot:
    """A session of five that just began: no card yet."""
    pilot.press(*TO_THE_TABLE)
    return pilot


@pytest.fixture
def card(table: Pilot) -> Pilot:
    """And now there is one: number 38, of Wet & beleid."""
    table.press("Laat het lot kiezen")
    return table


def events(pilot: Pilot) -> int:
    """How many events the session on the table has had."""
    assert pilot.app.back.session is not None
    return pilot.app.back.session.timeline.count


def dialog(pilot: Pilot) -> str:
    """The title of the open panel; empty when there is none."""
    return next((node.label for node in pilot.nodes() if node.role is Role.DIALOG), "")


def undoes(pilot: Pilot) -> str:
    """What the undo button says it takes back."""
    return told_of(pilot, "Ongedaan maken")


def told_of(pilot: Pilot, label: str) -> str:
    """What is said of a control that is on the screen or under *Meer*, which stays as it was."""
    there = bool(pilot.controls(label))
    pilot.uncover(label)
    found = [button.description for button in pilot.controls(label)]
    if found and not there:
        pilot.key("escape")
    return found[0] if found else ""


def is_on(pilot: Pilot, label: str) -> bool:
    """Whether a toggle or check box is on."""
    return bool(pilot.control(label).pressed)


def timer(pilot: Pilot) -> str:
    """What the turn's clock says."""
    (node,) = (node for node in pilot.nodes() if node.role is Role.TIMER)
    return node.value


def test_a_card_that_is_drawn_again_after_undo_lies_face_up_without_a_doorvraag(card: Pilot) -> None:
    front = card.focused.description
    card.key("space", "a")
    assert card.said.startswith("Andersom: ")
    card.key("pageup", "return")
    assert card.said.startswith("Kaart 38, ")
    assert card.focused.description == front
    assert card.can("Andersom") and not card.can("Terug")
    card.key("space")
    assert card.said.startswith("Doorvraag 1 van 3: ")


def beside_the_card(pilot: Pilot) -> bytes:
    """What is seen just outside the left edge of the card, where the ring of the focus is."""
    rect = next(node for node in pilot.nodes() if node.key == "card").rect
    part = pygame.Rect(rect.x - 7, rect.y + rect.h // 3, 7, rect.h // 4)
    return pygame.image.tobytes(pilot.app.screen.surface.subsurface(part), "RGB")


def test_the_ring_of_the_focus_is_there_for_who_uses_keys_and_not_for_who_points(card: Pilot) -> None:
    assert card.focus.startswith("Kaart 38, ")
    bare = beside_the_card(card)
    card.key("f3")
    ringed = beside_the_card(card)
    assert ringed != bare
    counter = next(one for one in card.nodes() if one.key.startswith("counter:") and one.action is not None)
    card.click(counter)
    assert card.focus.startswith("Kaart 38, "), "it keeps the focus"
    assert beside_the_card(card) == bare
    card.ask("focus", "Meer")
    card.ask_key("focus", "card")
    assert beside_the_card(card) == ringed, "so it is for a screen reader"


def test_a_field_one_clicked_on_has_the_ring_for_one_types_there(tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        field = next(node for node in pilot.nodes() if node.role is Role.TEXT_FIELD)
        beside = pygame.Rect(field.rect.x - 6, field.rect.y + field.rect.h // 3, 5, field.rect.h // 3)
        before = pygame.image.tobytes(pilot.app.screen.surface.subsurface(beside), "RGB")
        pilot.mouse_down(*field.rect.centre)
        pilot.mouse_up(*field.rect.centre)
        assert pilot.focused.key == field.key
        assert pygame.image.tobytes(pilot.app.screen.surface.subsurface(beside), "RGB") != before


# -- every row of the help table


def the_main_button(pilot: Pilot) -> None:
    for key, said in (("return", "Kaart 38, "), ("pagedown", "Deelnemer 2"), ("pagedown", "Kaart 34, ")):
        pilot.key(key)
        assert pilot.said.startswith(said)
    pilot.key("kpenter")
    assert pilot.said == "Deelnemer 3 is aan de beurt"


def pressing_what_has_the_focus(pilot: Pilot) -> None:
    for key, said in (("space", "Deelnemer 2 is aan de beurt"), ("return", "Deelnemer 3 is aan de beurt")):
        pilot.ask("focus", "Pas")
        pilot.key(key)
        assert pilot.said == said


def the_next_slip(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    assert pilot.focus.startswith("Kaart 38, ")
    for number in (1, 2, 3):
        pilot.key("space")
        assert pilot.said.startswith(f"Doorvraag {number} van 3: ")
    before = without_status(pilot.tree())
    pilot.key("space")
    assert without_status(pilot.tree()) == before
    pilot.key("shift+space")
    assert pilot.said.startswith("Doorvraag 2 van 3: ")


def turning_the_card(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    front = pilot.focused.description
    pilot.key("a")
    assert pilot.said.startswith("Andersom: ") and pilot.focused.description != front
    pilot.key("a")
    assert pilot.said == f"Voorkant: {front}"


def the_lightest_first(pilot: Pilot) -> None:
    pilot.key(*["p"] * 5)
    pilot.key("l")
    assert pilot.title == "Ronde 2 van 3 – Tegenwicht"
    assert pilot.can("Trek een kaart")


def drawing_from_a_pile(pilot: Pilot) -> None:
    pilot.key("6")
    assert "Professional zelf" in pilot.said and pilot.said.startswith("Kaart ")
    pilot.key("return")
    pilot.ask("focus", "Stapel Cliënt")
    assert pilot.can("Trek van Cliënt")
    pilot.key("pagedown")
    assert ", Cliënt: " in pilot.said
    mentioning_after(pilot)


def mentioning_after(pilot: Pilot) -> None:
    """With a card of Cliënt on the table."""
    others = [cluster for cluster in CLUSTERS if cluster != "Cliënt"]
    for cluster in others:
        pilot.key(str(CLUSTERS.index(cluster) + 1))
        assert pilot.said == f"{cluster} genoemd"
        assert is_on(pilot, cluster)
    pilot.key("2")
    assert pilot.said == "Dat cluster telt bij Klaar, met de kaart."
    pilot.key("3")
    assert pilot.said == "Werkgever niet meer genoemd"
    assert [is_on(pilot, cluster) for cluster in CLUSTERS] == [True, False, False, True, True, True]


def opens(key: str, title: str) -> Callable[[Pilot], None]:
    def check(pilot: Pilot) -> None:
        pilot.key(key)
        assert dialog(pilot) == title
        pilot.key("escape")
        assert dialog(pilot) == ""

    return check


def weighing(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    pilot.key("w")
    assert pilot.title.startswith("Ronde 1 van 3, wegen: ")
    pilot.key("escape")
    assert pilot.title == "Ronde 1 van 3 – Tegenwicht"


def writing_a_note(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    pilot.key("n")
    assert pilot.focus == "Notitie"
    pilot.key("escape")
    assert pilot.focus.startswith("Kaart 38, ")


def putting_aside(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    pilot.key("o")
    assert pilot.said == "Kaart opzij gelegd"
    assert pilot.can("Laat het lot kiezen")


def taking_back(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen", "Opzij")
    pilot.key("b")
    assert dialog(pilot) == "Kaarten die opzij liggen"
    pilot.press("Kaart 38, Wet & beleid: Plichten en maatregelen")
    assert pilot.said.startswith("Kaart 38, ")


def the_counterweight(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    pilot.key("t")
    assert pilot.said.startswith("Tegenwicht bij kaart 38. Kaart 3, Beroep: ")


def passing(pilot: Pilot) -> None:
    pilot.key("p")
    assert pilot.said == "Deelnemer 2 is aan de beurt"


def finishing(pilot: Pilot) -> None:
    pilot.key("f")
    assert pilot.said == "Sessie afgerond"


def undoing(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen", "Cliënt")
    pilot.key("ctrl+z")
    assert pilot.said == "Ongedaan gemaakt: Cliënt genoemd"
    pilot.key("pageup")
    assert pilot.said == "Ongedaan gemaakt: trekken"


def redoing(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen", "Cliënt")
    pilot.key("ctrl+z", "ctrl+z", "ctrl+y")
    assert pilot.said == "Opnieuw: trekken"
    pilot.key("ctrl+shift+z")
    assert pilot.said == "Opnieuw: Cliënt genoemd"


def pausing(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    for key in (".", "kp."):
        pilot.key(key)
        assert pilot.said == "Tijd stilgezet. Nog 30 seconden om na te denken, stilgezet."
        assert timer(pilot) == "0:30 stilgezet"
        pilot.key(key)
        assert pilot.said == "Tijd loopt. Nog 30 seconden om na te denken."
        assert timer(pilot) == "0:30 denken"


def a_minute_more(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    pilot.pass_time(30)
    assert timer(pilot) == "3:00 gesprek"
    for key, shown in (("+", "4:00"), ("=", "5:00"), ("kp+", "6:00")):
        pilot.key(key)
        assert pilot.said == f"Een minuut erbij. Nog {shown[0]} minuten om te praten."
        assert timer(pilot) == f"{shown} gesprek"


def keeping_a_long_text(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen", "Notitie")
    pilot.type("een\ntwee")
    pilot.key("ctrl+return")
    assert pilot.said == "Notitie bewaard"
    pilot.press("Notitie")
    assert pilot.value("Notitie") == "een\ntwee"


def own_deck(pilot: Pilot) -> None:
    """A deck of one's own, copied from one that comes with the program, open to change."""
    pilot.press("Naar het begin", "Kaarten", "Eigen kaarten")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Kopie maken")))


def saving_a_deck(pilot: Pilot) -> None:
    own_deck(pilot)
    pilot.fill("Titel", "Een andere titel")
    pilot.key("ctrl+s")
    (kept,) = (pilot.folder / "kaartsets").glob("*.yaml")
    assert "Een andere titel" in kept.read_text(encoding="utf-8")


def adding_a_card(pilot: Pilot) -> None:
    own_deck(pilot)
    before = pilot.app.model.editing
    pilot.key("ctrl+n")
    assert pilot.app.model.editing != before
    assert pilot.value("Titel") == ""


def moving_the_focus(pilot: Pilot) -> None:
    main = "Laat het lot kiezen"
    assert pilot.focus == main
    for there, back in (("left", "right"), ("tab", "shift+tab")):
        pilot.key(there)
        assert pilot.focus != main
        pilot.key(back)
        assert pilot.focus == main
    pilot.key("up")
    assert pilot.focus not in (main, "")


def the_text_size(pilot: Pilot) -> None:
    def size() -> int:
        return pilot.app.model.settings.text_size

    begin = height_of_words(pilot)
    for key, expected in (("ctrl++", 110), ("ctrl+=", 120), ("ctrl+-", 110), ("ctrl+0", 100)):
        pilot.key(key)
        assert size() == expected
        assert (
            height_of_words(pilot) >= begin
        )  # on the table for large text, words are as large as on it or larger
    pilot.key(*["ctrl++"] * 12)
    assert size() == 200
    assert height_of_words(pilot) > begin
    pilot.key(*["ctrl+-"] * 12)
    assert size() == 100
    assert height_of_words(pilot) == begin


def height_of_words(pilot: Pilot) -> int:
    """How high the word on the dark button is, in pixels."""
    return next(op.px for op in pilot.control("Laat het lot kiezen").ops if isinstance(op, Words))


def the_whole_screen(pilot: Pilot) -> None:
    for expected in (True, False):
        pilot.key("f11")
        assert pilot.app.model.settings.full_screen is expected
        pilot.key("f2")
        assert is_on(pilot, "Hele scherm") is expected
        pilot.key("escape")


def the_help(pilot: Pilot) -> None:
    pilot.key("f1")
    assert pilot.title == "Hulp – Tegenwicht"
    pilot.key("escape")
    assert pilot.title == "Ronde 1 van 3 – Tegenwicht"


def hearing_it_again(pilot: Pilot) -> None:
    pilot.press("Laat het lot kiezen")
    for begins in (
        "Kaart 38, ",
        "Deelnemer 1 is aan de beurt. ",
        "Nog 30 seconden ",
        "Tussenstand",
        "Nu kan: Klaar, Enter; ",
        "Kaart 38, ",
    ):
        pilot.key("f3")
        assert pilot.said.startswith(begins)


def the_settings(pilot: Pilot) -> None:
    pilot.key("f2")
    assert pilot.title == "Instellingen – Tegenwicht"
    pilot.key("f1", "escape", "escape")
    assert pilot.title == "Ronde 1 van 3 – Tegenwicht"


def going_back(pilot: Pilot) -> None:
    pilot.key("d", "escape")
    assert dialog(pilot) == ""
    for _ in range(4):  # the menu opens and closes; the table stays
        pilot.key("escape")
        assert pilot.title == "Ronde 1 van 3 – Tegenwicht"
    assert pilot.app.running


def begun(pilot: Pilot, mode: str) -> None:
    """Another game in the place of this one."""
    setup = game_events.Setup(mode, "", (game_events.Participant(1),), thinking_seconds=0, talking_seconds=0)
    pilot.app.carry_out([Leave(), Begin(setup, pilot.app.model.deck)])


def laying_stones(pilot: Pilot) -> None:
    begun(pilot, "stones")
    pilot.key("2", "2")
    assert pilot.control("Cliënt").value == "2 stenen van 10"
    shifted = {"mod": pygame.KMOD_LSHIFT, "unicode": '"', "scancode": pygame.KSCAN_2}
    pilot.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_2, **shifted))
    assert pilot.control("Cliënt").value == "1 steen van 10"


def another_hand(pilot: Pilot) -> None:
    begun(pilot, "alone")
    before = [node.key for node in pilot.nodes() if node.key.startswith("hand:")]
    pilot.key("h")
    assert before != [node.key for node in pilot.nodes() if node.key.startswith("hand:")]


def combining_two(pilot: Pilot) -> None:
    begun(pilot, "alone")
    while not pilot.can("Combineer deze twee"):
        pilot.key("return", "return")
    pilot.key("c")
    assert "Wat zegt de ene kaart over de andere?" in pilot.text()


def own_lines(pilot: Pilot) -> None:
    begun(pilot, "alone")
    pilot.key("r")
    assert dialog(pilot) == "Jouw regels"


def the_curtain(pilot: Pilot) -> None:
    pilot.key("g")
    assert "Even pauze. We gaan zo verder." in pilot.text()
    pilot.key("g")
    assert "Even pauze. We gaan zo verder." not in pilot.text()


def a_favourite(pilot: Pilot) -> None:
    pilot.press("Naar het begin", "Alleen")
    pilot.key("1", "e")
    assert is_on(pilot, "Favoriet")


def the_regie(pilot: Pilot) -> None:
    pilot.key("f6")
    assert pilot.can("Gordijn dicht")
    pilot.key("f6")
    assert not pilot.can("Gordijn dicht")


def parking_a_thought(pilot: Pilot) -> None:
    pilot.key("f6", "v")
    assert dialog(pilot) == "Geparkeerd"


def a_clicker(pilot: Pilot) -> None:
    pilot.key("pagedown")
    assert pilot.can("Klaar")
    pilot.key("pageup")
    assert not pilot.can("Klaar")


ROWS: dict[str, Callable[[Pilot], None]] = {
    "Enter of PageDown": the_main_button,
    "Enter of spatie": pressing_what_has_the_focus,
    "Spatie": the_next_slip,
    "1 – 6": drawing_from_a_pile,
    "A": turning_the_card,
    "1 – 6 en Shift 1 – 6": laying_stones,
    "H": another_hand,
    "C": combining_two,
    "R": own_lines,
    "E": a_favourite,
    "W": weighing,
    "T": the_counterweight,
    "O": putting_aside,
    "P": passing,
    "M": opens("m", "Meer"),
    "N": writing_a_note,
    "K": opens("k", "Kaart opzoeken"),
    "D": opens("d", "Deelnemers en tijd"),
    "B": taking_back,
    "L": the_lightest_first,
    "F": finishing,
    "G": the_curtain,
    "F6": the_regie,
    "V": parking_a_thought,
    "Clicker": a_clicker,
    "PageUp of Ctrl Z": undoing,
    "Ctrl Y": redoing,
    ". (punt)": pausing,
    "+": a_minute_more,
    "Ctrl Enter": keeping_a_long_text,
    "Ctrl S": saving_a_deck,
    "Ctrl N": adding_a_card,
    "Tab, Shift Tab en pijltjes": moving_the_focus,
    "Ctrl + en Ctrl −": the_text_size,
    "F11": the_whole_screen,
    "F1": the_help,
    "F2": the_settings,
    "F3": hearing_it_again,
    "Esc": going_back,
}


def test_every_key_of_the_help_table_is_tried_here(pilot: Pilot) -> None:
    pilot.key("f1")
    (shown,) = (node for node in pilot.nodes() if node.role is Role.TABLE and node.label == "Toetsen")
    heads = [node.label for row in shown.children for node in row.children if node.role is Role.ROW_HEADER]
    assert heads == list(ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_a_key_does_what_the_help_says(row: str, tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE)
        ROWS[row](pilot)


# -- keys that must do nothing

LETTERS = "wnotpkdbafmlvgche123456.+="


def test_letters_in_a_text_field_are_text_and_nothing_else(card: Pilot) -> None:
    card.press("Notitie")
    before = events(card)
    card.type(LETTERS)
    assert card.value("Notitie") == LETTERS
    assert (events(card), card.focus) == (before, "Notitie")


def test_letters_in_the_field_for_a_name_are_text_and_nothing_else(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", LETTERS)
    assert pilot.value("Deelnemer 1") == LETTERS
    assert pilot.title == "Nieuwe sessie · Kaartgesprek – Tegenwicht"


def test_the_letter_that_opens_a_field_is_not_typed_in_it(card: Pilot) -> None:
    card.key("n")
    assert card.value("Notitie") == ""
    card.type("nu wel")
    assert card.value("Notitie") == "nu wel"


@pytest.mark.parametrize("key", ["return", "ctrl+return"])
def test_enter_in_what_one_takes_along_keeps_it_and_does_not_close_the_session(
    table: Pilot, key: str
) -> None:
    table.press("Sessie afronden…", "Schrijf een regel")
    table.type("Eerst vragen")
    table.key(key)
    assert table.title == "Oogsten: Meenemen – Tegenwicht"
    table.press("Schrijf een regel")
    assert table.value("Eén regel van Deelnemer 1") == "Eerst vragen"
    assert not table.app.back.session.row.finished  # type: ignore[union-attr]


def test_a_field_for_a_number_takes_digits_only(table: Pilot) -> None:
    table.key("k")
    table.type("a4b8-²")
    assert table.value("Nummer op de kaart") == "48"
    table.key("return")
    assert table.said.startswith("Kaart 48, ")


def test_with_letter_keys_off_letters_do_nothing_and_the_other_keys_still_work(card: Pilot) -> None:
    card.key("f2")
    card.press("Losse lettertoetsen")
    card.key("escape")
    before = card.tree()
    for letter in LETTERS:
        card.key(letter)
        assert card.tree() == before, letter
    card.key("1")
    card.key("return")
    assert card.said == "Deelnemer 2 is aan de beurt"
    card.key("ctrl+z")
    assert card.said == "Ongedaan gemaakt: klaar"
    card.key("f1")
    assert card.title == "Hulp – Tegenwicht"


def test_the_setting_covers_every_key_that_is_one_character() -> None:
    single = {name for key in vars(keys).values() for name in keys_of(key) if len(name) == 1}
    assert single | set(keys.TAKE_STONE) == keys.single_letters(), "Shift with a digit types a sign too"


def keys_of(value: object) -> tuple[str, ...]:
    if isinstance(value, keys.Key):
        return value.names
    return tuple(name for one in value for name in keys_of(one)) if isinstance(value, tuple) else ()


def test_a_letter_with_ctrl_or_alt_is_another_key(card: Pilot) -> None:
    before = card.tree()
    for letter in "wnotpkdb":
        card.key(f"ctrl+{letter}", f"alt+{letter}")
        assert card.tree() == before, letter


def test_a_key_that_is_held_acts_once(card: Pilot) -> None:
    before = events(card)
    card.key_down("2")
    card.pass_time(5)
    card.key_up("2")
    assert events(card) == before + 1
    assert pygame.key.get_repeat() == (0, 0)


def test_caps_lock_makes_no_difference(card: Pilot) -> None:
    card.key("W")
    assert card.title.startswith("Ronde 1 van 3, wegen: ")


# -- the focus

WEIGHING = (*TO_THE_TABLE, "Laat het lot kiezen", "Wegen", "Tel de handen")
Step = Callable[[Pilot], object]
SCREENS: dict[str, tuple[Step, ...]] = {
    "start": (),
    "start with sessions": (lambda p: p.press(*TO_THE_TABLE, "Naar het begin"),),
    "setup": (lambda p: p.press("Spelen", "Verder: tafel en tijd"),),
    "setup alone": (lambda p: p.press("Alleen"),),
    "cards": (lambda p: p.press("Kaarten"),),
    "one card": (lambda p: p.press("Kaarten", "1. Visie van beroeps- en brancheorganisaties op begeleiding"),),
    "earlier sessions": (lambda p: p.press(*TO_THE_TABLE, "Naar het begin", "Eerdere sessies"),),
    "settings": (lambda p: p.press("Instellingen"),),
    "help": (lambda p: p.press("Hulp"),),
    "the table": (lambda p: p.press(*TO_THE_TABLE),),
    "the table, by pile": (lambda p: p.press(*TO_THE_TABLE[:2], "Meer keuzes", "Per stapel kiezen", "Aan tafel"),),
    "a card": (lambda p: p.press(*TO_THE_TABLE, "Laat het lot kiezen", "Cliënt"),),
    "fingers up": (lambda p: p.press(*TO_THE_TABLE, "Laat het lot kiezen", "Wegen"),),
    "weighing": (lambda p: p.press(*WEIGHING, "2 vingers"),),
    "weighed": (
        lambda p: p.press(*WEIGHING, "2 vingers", "Klaar met 1"),
    ),
    "a note": (lambda p: p.press(*TO_THE_TABLE, "Laat het lot kiezen", "Notitie"),),
    "a number": (lambda p: p.press(*TO_THE_TABLE, "Kaart op nummer"),),
    "aside": (lambda p: p.press(*TO_THE_TABLE, "Laat het lot kiezen", "Opzij", "Terughalen"),),
    "people": (lambda p: p.press(*TO_THE_TABLE, "Deelnemers"),),
    "finishing": (lambda p: p.press(*TO_THE_TABLE, "Laat het lot kiezen", "Sessie afronden…"),),
    "the end of a round": (lambda p: p.press(*TO_THE_TABLE, *["Pas"] * 5),),
    "the close": (lambda p: p.press(*TO_THE_TABLE, "Sessie afronden…"),),
    "closed": (lambda p: closed(p),),
}  # fmt: skip


def closed(pilot: Pilot) -> None:
    """A session that is over, to look back at."""
    pilot.press(
        *TO_THE_TABLE,
        "Sessie afronden…",
        "Sessie sluiten…",
        "Sessie sluiten",
        "Eerdere sessies",
    )
    pilot.press(next(label for label in pilot.labels() if label.startswith("Bekijken")))


def is_in_sight(pilot: Pilot, node: Node) -> bool:
    """Whether all of a control can be seen, or as much of it as fits."""
    views = [pilot.tree_node, *scrolls_around(pilot.tree_node, node.key)]
    return all(view.rect.shared(node.rect) == node.rect or node.rect.h > view.rect.h - 24 for view in views)


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_goes_round_past_every_control_and_arrows_reach_them_all(screen: str, tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(800, 600)) as pilot:
        for step in SCREENS[screen]:
            step(pilot)
        goes_round(pilot)
        pilot.resize(1600, 900)
        unreached = {node.key for node in focusable(pilot.tree_node)} - reached_by_arrows(pilot)
        assert unreached == set()


def goes_round(pilot: Pilot) -> None:
    """Tab comes past every stop, each in sight, and back where it began; Shift Tab the same way back.

    Of a group of options it stops at one; every other control is a stop.
    """
    controls = focusable(pilot.tree_node)
    wanted = stops(pilot.tree_node, pilot.app.model.focus)
    options = [node for group in radio_groups(pilot.tree_node) for node in group]
    assert {node.key for node in controls} - set(wanted) <= {node.key for node in options}
    seen = [pilot.app.model.focus]
    for _ in wanted:
        pilot.key("tab")
        seen.append(pilot.app.model.focus)
        assert is_in_sight(pilot, pilot.focused), pilot.focus
    assert seen[-1] == seen[0]
    assert sorted(seen[1:]) == sorted(wanted)
    back = [seen[0]]
    for _ in wanted:
        pilot.key("shift+tab")
        back.append(pilot.app.model.focus)
    assert back == seen[::-1]


def reached_by_arrows(pilot: Pilot) -> set[str]:
    """The keys of the controls that arrows lead to, from where the focus is."""
    reached, found = {pilot.app.model.focus}, [pilot.app.model.focus]
    while found:
        here = found.pop()
        ways = {towards(pilot.tree_node, here, way) for way in ("left", "right", "up", "down")} - reached
        reached |= ways
        found += ways
    return reached


def test_among_options_tab_stops_once_and_an_arrow_chooses_the_next(pilot: Pilot) -> None:
    pilot.press("Instellingen")
    pilot.ask("focus", "Licht", role=Role.RADIO)
    pilot.key("right")
    assert pilot.focus == "Donker" and pilot.app.model.settings.theme == "dark"
    pilot.key("down")
    assert pilot.focus == "Hoog contrast" and pilot.app.model.settings.theme == "contrast"
    pilot.key("right")
    assert pilot.focus == "Licht" and pilot.app.model.settings.theme == "light"
    pilot.key("left", "left")
    assert pilot.focus == "Donker"
    pilot.key("tab")
    assert pilot.focused.role is not Role.RADIO
    pilot.key("shift+tab")
    assert pilot.focus == "Donker"


def test_an_arrow_moves_the_focus_and_changes_a_number(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.ask("focus", "Mensen aan tafel", role=Role.SPIN)
    for key, people in (("right", "6"), ("up", "7"), ("left", "6"), ("down", "5")):
        pilot.key(key)
        assert pilot.value("Mensen aan tafel") == f"{people} mensen"
    pilot.key(*["down"] * 7)
    assert pilot.value("Mensen aan tafel") == "1 mens"


def test_space_on_a_number_begins_nothing(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.ask("focus", "Mensen aan tafel", role=Role.SPIN)
    before = without_status(pilot.tree())
    pilot.key("space")
    assert without_status(pilot.tree()) == before


# -- the mouse


def test_the_mouse_acts_when_the_button_goes_up(table: Pilot) -> None:
    place = table.control("Laat het lot kiezen").rect.centre
    table.mouse_down(*place)
    assert table.can("Laat het lot kiezen")
    table.mouse_up(*place)
    assert table.said.startswith("Kaart 38, ")


def test_moving_away_before_letting_go_cancels(table: Pilot) -> None:
    before = table.tree()
    here, there = table.control("Laat het lot kiezen").rect.centre, table.control("Pas").rect.centre
    for elsewhere in (there, (2, table.tree_node.rect.bottom - 2)):
        table.mouse_down(*here)
        table.mouse_up(*elsewhere)
        assert table.tree() == before
        table.mouse_up(*here)
        assert table.tree() == before


@pytest.mark.parametrize("button", [2, 3, 8])
def test_other_buttons_of_the_mouse_do_nothing(button: int, table: Pilot) -> None:
    before = table.tree()
    place = table.control("Laat het lot kiezen").rect.centre
    table.mouse_down(*place, button)
    table.mouse_up(*place, button)
    assert table.tree() == before


def test_what_is_behind_a_panel_cannot_be_clicked(card: Pilot) -> None:
    place, before = card.control("Hulp").rect.centre, card.tree()
    card.key("d")
    assert card.tree() != before
    card.mouse_down(*place)
    card.mouse_up(*place)
    assert card.tree() == before  # the panel is put away, and no more than that


# -- the time


@pytest.fixture
def bells(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sounds that were played."""
    played: list[Path] = []
    monkeypatch.setattr("tegenwicht.kit.sound.Speaker.play", lambda _, path, **__: played.append(path))
    return played


OVER = "De tijd is om. Je mag rustig doorpraten."


def without_the_clock(pilot: Pilot) -> list[tuple[str, str]]:
    """What can be used, but for what tells the time."""
    telling = ("clock:toggle", "top:words")
    return [(node.role, node.label) for node in pilot.nodes() if node.key not in telling and node.enabled
            and node.role not in (Role.TIMER, Role.STATUS)]  # fmt: skip


def test_at_zero_nothing_is_taken_away_and_the_bell_rings_once(card: Pilot, bells: list[Path]) -> None:
    card.pass_time(31)  # of thinking
    before, count = without_the_clock(card), events(card)
    card.pass_time(178)
    assert (timer(card), bells) == ("0:01 gesprek", [])
    card.pass_time(1)
    assert timer(card).startswith("+") and timer(card).endswith(" tijd is om")
    assert card.said == OVER
    card.press("Cliënt")
    card.pass_time(600)
    assert card.said == "Cliënt genoemd"
    assert [path.name for path in bells] == ["bell.wav"]
    card.press("Cliënt")
    assert (without_the_clock(card), events(card)) == (before, count + 2)


def test_without_sound_the_end_of_the_time_is_still_told(card: Pilot, bells: list[Path]) -> None:
    card.key("f2")
    card.press("Geluid")
    card.key("escape")
    card.pass_time(211)
    assert (card.said, bells) == (OVER, [])


def test_after_the_end_a_minute_more_is_a_whole_minute_and_then_the_bell_rings_again(
    card: Pilot, bells: list[Path]
) -> None:
    card.pass_time(300)
    card.key("+")
    assert timer(card) == "1:00 gesprek"
    card.pass_time(59)
    assert (timer(card), len(bells)) == ("0:01 gesprek", 1)
    card.pass_time(1)
    assert (card.said, len(bells)) == (OVER, 2)


def test_the_same_turn_of_a_next_session_rings_too(card: Pilot, bells: list[Path]) -> None:
    card.pass_time(211)
    card.press("Naar het begin", *TO_THE_TABLE, "Laat het lot kiezen")
    card.pass_time(211)
    assert (card.said, len(bells)) == (OVER, 2)


def test_the_end_is_told_even_while_a_chip_is_flying(tmp_path: Path, bells: list[Path]) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.pass_time(209.9)
        pilot.key("2")
        assert pilot.app.screen.stage.moving is not None
        pilot.pass_time(2)
        assert (pilot.said, [path.name for path in bells].count("bell.wav")) == (OVER, 1)
        assert timer(pilot).startswith("+") and timer(pilot).endswith(" tijd is om")


def test_the_thinking_time_counts_down_too(card: Pilot) -> None:
    for left in (30, 25, 20, 15, 10, 5):
        assert timer(card) == f"0:{left:02d} denken"
        card.pass_time(5)
    assert timer(card) == "3:00 gesprek"


def test_the_end_of_the_thinking_time_is_told_too_and_rings_no_bell(card: Pilot, bells: list[Path]) -> None:
    card.pass_time(29)
    assert "denktijd" not in card.said
    card.pass_time(1)
    assert (card.said, bells) == ("De denktijd is om. Nu is het tijd om te praten.", [])


def test_where_there_is_only_thinking_time_nobody_is_told_to_talk(tmp_path: Path, bells: list[Path]) -> None:
    with Pilot(tmp_path) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        pilot.press("Meer keuzes")
        pilot.ask("set_value", "Gesprekstijd in seconden", "0")
        pilot.press("Aan tafel", "Laat het lot kiezen")
        pilot.press("Meer")
        assert not pilot.can("Begin te vertellen")
        pilot.key("escape")
        pilot.pass_time(31)
        assert (pilot.said, len(bells)) == ("De denktijd is om.", 1)


def test_a_pause_stops_the_time_and_it_goes_on_where_it_was(card: Pilot) -> None:
    card.pass_time(100)
    card.key(".")
    card.pass_time(1000)
    assert timer(card) == "1:50 stilgezet"
    card.key(".")
    assert timer(card) == "1:50 gesprek"
    card.pass_time(10)
    assert timer(card) == "1:40 gesprek"


def test_who_has_thought_enough_begins_to_tell_and_the_time_to_talk_runs(card: Pilot) -> None:
    card.pass_time(12)
    card.press("Begin te vertellen")
    assert timer(card) == "3:00 gesprek"
    assert card.said == "De denktijd is om. Nu is het tijd om te praten."
    card.pass_time(10)
    assert timer(card) == "2:50 gesprek"
    card.press("Meer")
    assert not card.can("Begin te vertellen")


def test_the_bell_rings_again_when_the_card_is_drawn_again(card: Pilot, bells: list[Path]) -> None:
    card.pass_time(211)
    card.press("Ongedaan maken", "Laat het lot kiezen")
    assert timer(card) == "0:30 denken"
    card.pass_time(211)
    assert (card.said, len(bells)) == (OVER, 2)


def test_the_bell_is_not_missed_when_a_key_comes_just_then(card: Pilot, bells: list[Path]) -> None:
    card.pass_time(209.5)
    card.clock.now += 0.7
    card.key("2")
    assert is_on(card, "Cliënt")
    assert (card.said, len(bells)) == (OVER, 1)


def test_a_session_that_is_resumed_after_its_time_does_not_ring(card: Pilot, bells: list[Path]) -> None:
    card.pass_time(300)
    card.press("Naar het begin")
    card.press(next(label for label in card.labels() if label.startswith("Verder met")))
    card.key("2")
    card.pass_time(300)
    assert (card.said, len(bells)) == ("Cliënt genoemd", 1)


def test_the_clock_stands_still_after_the_app_was_killed(card: Pilot, tmp_path: Path) -> None:
    card.pass_time(20)
    shutil.copytree(
        tmp_path / "data", tmp_path / "as it was", ignore=shutil.ignore_patterns("*lock*", "sloten")
    )
    card.close()
    with Pilot(tmp_path / "as it was", size=(1024, 640)) as later:
        later.press(next(label for label in later.labels() if label.startswith("Verder met")))
        later.pass_time(300)
        assert timer(later) == "0:30 stilgezet"
        later.key(".")
        later.pass_time(30)
        assert timer(later) == "3:00 gesprek"


@pytest.mark.parametrize(
    "leave", [lambda p: p.again(), lambda p: p.press("Naar het begin")], ids=["closed", "left"]
)
def test_the_clock_of_a_resumed_session_stands_still_until_asked(leave: Step, card: Pilot) -> None:
    card.pass_time(100)
    leave(card)
    card.pass_time(500)
    card.press(next(label for label in card.labels() if label.startswith("Verder met")))
    shown = timer(card)
    assert shown in ("1:50 stilgezet", "1:49 stilgezet", "1:48 stilgezet")  # leaving takes a click or two
    card.pass_time(300)
    assert timer(card) == shown
    card.key(".")
    card.pass_time(10)
    assert timer(card) == f"1:{int(shown[2:4]) - 10} gesprek"


# -- undo

COUNTED = ("Tel de handen", "3 vingers", "Klaar met 1", "Terug naar de kaart")
UNDONE: dict[str, tuple[Step, ...]] = {
    "trekken": (lambda p: p.press("Laat het lot kiezen"),),
    "klaar": (lambda p: p.press("Laat het lot kiezen", "Klaar"),),
    "overslaan": (lambda p: p.press("Pas"),),
    "opzij leggen": (lambda p: p.press("Laat het lot kiezen", "Opzij"),),
    "terughalen": (
        lambda p: p.press("Laat het lot kiezen", "Opzij", "Terughalen", "Kaart 38, Wet & beleid: Plichten en maatregelen"),
    ),
    "tegenwicht": (lambda p: p.press("Laat het lot kiezen", "Tegenwicht"),),
    "Cliënt genoemd": (lambda p: p.press("Cliënt"),),
    "Cliënt weggehaald": (lambda p: p.press("Cliënt", "Cliënt"),),
    "wegen": (lambda p: p.press("Laat het lot kiezen", "Wegen", *COUNTED),),
    "notitie": (
        lambda p: p.press("Laat het lot kiezen", "Notitie"), lambda p: p.type("iets"), lambda p: p.press("Bewaren"),
    ),
    "deelnemer erbij": (lambda p: p.press("Deelnemers", "Erbij", "Sluiten"),),
    "deelnemer weg": (lambda p: p.press("Deelnemers", "Deelnemer 2", "Van tafel: Deelnemer 2", "Sluiten"),),
    "volgorde": (lambda p: p.press("Deelnemers", "Deelnemer 2", "Later: Deelnemer 2", "Sluiten"),),
    "beurt geven": (lambda p: p.press("Deelnemers", "Deelnemer 3", "Beurt geven: Deelnemer 3", "Sluiten"),),
    "tijden": (lambda p: p.press("Deelnemers", "Denktijd: meer", "Sluiten"),),
    "ronde beginnen": (lambda p: p.press(*["Pas"] * 5, "Lichtste cluster eerst"),),
    "afronden": (lambda p: p.press("Sessie afronden…"),),
    "actie": (lambda p: p.press("Sessie afronden…"), lambda p: p.tells("Deelnemer 1", "Vragen")),
}  # fmt: skip


WRITTEN = ("notitie", "actie")
"""What has words, of which it is told where they stay."""


@pytest.mark.parametrize("what", UNDONE)
def test_the_undo_button_names_what_it_undoes_and_then_does_so(what: str, table: Pilot) -> None:
    table.uncover("Ongedaan maken")
    assert not table.can("Ongedaan maken")
    for step in UNDONE[what]:
        step(table)
    assert undoes(table) == what
    after = table.tree()
    table.press("Ongedaan maken")
    stays = ". Wat er stond, blijft op deze computer in de sessie tot je die wist. In een bestand gaat het niet mee."
    assert table.said == f"Ongedaan gemaakt: {what}{stays if what in WRITTEN else ''}"
    assert undoes(table) != what
    assert told_of(table, "Opnieuw") == what
    table.press("Opnieuw")
    assert table.said == f"Opnieuw: {what}"
    assert without_status(table.tree()) == without_status(after)


def without_status(tree: str) -> list[str]:
    """The lines of a snapshot, but for what was just said and the time."""
    gone = ("status", "timer")
    return [line for line in tree.splitlines() if not line.strip().startswith(gone)]


def test_arrows_come_to_every_occupational_group(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.key("d")
    pilot.reach("people:group:1")
    pilot.key("return")
    options = [node.key for node in pilot.nodes() if node.key.startswith("people:groups:1:")]
    for key in options:
        pilot.reach(key)
    pilot.key("return")  # the one that holds
    assert pilot.app.model.focus == "people:group:1"
    assert not [node for node in pilot.nodes() if node.key.startswith("people:groups:")]
