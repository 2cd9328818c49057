"""Triple feedback as people use it: by keys alone, by ear alone, killed half-way, and taken up another day."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.gallery import states as screens
from tegenwicht.gallery.modes import feedback as made
from tegenwicht.game import feedback
from tegenwicht.game.account import CardEntry, Quote, Table
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.kit.nodes import Role, find, walk
from tegenwicht.kit.ops import Drawing, Words
from tegenwicht.kit.shapes import Shapes
from tegenwicht.screens import feedback as scenes
from tests import pilot as piloting
from tests.pilot import Pilot

SUBJECT = "Wel of geen proefplaatsing"
ANSWERS = ("Werk dat blijft.", "Deels.", "Eigenlijk niet.", "De werkgever telt zwaar.")
LATER = ("Rust.", "Ja.", "Ja, nu wel.", "Nu weeg ik de cliënt mee.")
QUESTIONS = tuple(scenes.words.numbered(number) for number in feedback.QUESTIONS)


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as at_app:
        yield at_app


def session(pilot: Pilot) -> feedback.Feedback:
    """The mode's state of the session on the table."""
    return feedback.feedback(pilot.app.model.playing.timeline.session)


def tab_to(pilot: Pilot, label: str, role: Role | None = None) -> None:
    """With Tab, and the arrows among options."""
    pilot.reach(pilot.control(label, role).key)


def begin_by_keys(pilot: Pilot) -> None:
    tab_to(pilot, "Spelen")
    pilot.key("return")
    tab_to(pilot, "Triple feedback", Role.RADIO)
    pilot.key("return")
    tab_to(pilot, scenes.about().subject, Role.TEXT_FIELD)
    pilot.type(SUBJECT)
    tab_to(pilot, "Aan tafel")
    pilot.key("return")


def answer_by_keys(pilot: Pilot, answers: tuple[str, ...]) -> None:
    """N to write, Ctrl Enter to keep it, Enter to go on."""
    for number, text in enumerate(answers):
        assert QUESTIONS[number] in pilot.text()
        pilot.key("n")
        pilot.type(text)
        pilot.key("ctrl+return")
        if number < 3:
            pilot.key("return")
    pilot.key("3", "6", "3", "3")
    tab_to(pilot, "Naar de antwoorden")
    pilot.key("return")


def write_by_ear(pilot: Pilot, text: str) -> None:
    pilot.ask("press", "Antwoord")
    pilot.ask("set_value", "Ons antwoord", text, role=Role.TEXT_FIELD)
    pilot.ask("press", "Bewaren")


def answer_by_ear(pilot: Pilot, answers: tuple[str, ...]) -> None:
    for number, text in enumerate(answers):
        assert pilot.said == QUESTIONS[number]
        write_by_ear(pilot, text)
        if number < 3:
            pilot.ask("press", f"Volgende vraag: {number + 1}")
    pilot.ask("press", "Weeg ik mee: Werkgever")
    pilot.ask("press", "Weeg ik mee: Professional zelf")
    pilot.ask("press", "Naar de antwoorden")


def expected(day: str, answers: tuple[str, ...]) -> feedback.Walk:
    placed = tuple((cluster, feedback.Side.WEIGHED) for cluster in (CLUSTERS[2], CLUSTERS[5]))
    return feedback.Walk(day, answers, placed, (), feedback.LOOKING_BACK)  # type: ignore[arg-type]


def in_order(found: feedback.Walk) -> feedback.Walk:
    return feedback.Walk(found.day, found.answers, tuple(sorted(found.clusters)), found.cards, found.furthest)


def test_by_the_keyboard_alone_from_the_start_to_a_closed_session(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.key("return")
    answer_by_keys(pilot, ANSWERS)
    assert [in_order(one) for one in session(pilot).walks] == [in_order(expected("2026-11-21", ANSWERS))]
    pilot.key("f", "return")
    for _ in range(12):
        if "De werkgever telt zwaar." in pilot.text():
            break
        pilot.key("pagedown")
    assert "De werkgever telt zwaar." in pilot.text()
    pilot.tab_to("Verder: verslag")
    pilot.key("return")
    pilot.tab_to("Sessie sluiten…")
    pilot.key("return", "tab", "return")
    assert pilot.app.back.journal.sessions()[0].finished


def test_by_ear_alone_it_ends_with_the_same_answers(pilot: Pilot) -> None:
    pilot.ask("press", "Spelen")
    pilot.ask("press", "Triple feedback", role=Role.RADIO)
    pilot.ask("press", "Verder: tafel en tijd")
    pilot.ask("set_value", scenes.about().subject, SUBJECT, role=Role.TEXT_FIELD)
    pilot.ask("press", "Aan tafel")
    pilot.ask("press", "Beginnen met de vragen")
    answer_by_ear(pilot, ANSWERS)
    assert [in_order(one) for one in session(pilot).walks] == [in_order(expected("2026-11-21", ANSWERS))]
    pilot.ask("press", "Sessie afronden…")
    pilot.ask("press", "Afronden")
    for _ in range(12):
        if not pilot.can("Sessie sluiten…"):
            pilot.ask("press", next(one.label for one in pilot.nodes() if one.key == "primary"))
    pilot.ask("press", "Sessie sluiten…")
    pilot.ask("press", "Sessie sluiten")
    assert pilot.app.back.journal.sessions()[0].finished


def test_killed_half_way_it_goes_on_exactly_there(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.key("return", "n")
    pilot.type(ANSWERS[0])
    pilot.key("ctrl+return", "return", "n")
    pilot.type("Half")
    pilot.key("ctrl+return")
    before, tree = session(pilot), pilot.tree().split("status", 1)[0]
    pilot.app.back.journal.close()  # no good-bye: the next one reads what is on the disk
    pilot.app.back.leave()
    pygame.display.quit()
    pilot.open()
    pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
    assert session(pilot) == before
    assert QUESTIONS[1] in pilot.text() and "Half" in pilot.text()
    assert pilot.control("Volgende vraag: 2") and "Half" in tree


def test_with_enter_alone_one_walks_through_all_questions(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.key("return")
    for number in range(4):
        assert QUESTIONS[number] in pilot.text()
        pilot.key("return")
    assert pilot.can("Bewaren voor later")


def test_what_is_typed_is_kept_however_one_leaves_it(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    for text, way in (("een", "escape"), ("twee", "f1"), ("drie", "")):
        pilot.press("Antwoord")
        pilot.fill("Ons antwoord", text)
        if way:
            pilot.key(way)
        else:
            pilot.again()
            pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        if way == "f1":
            pilot.key("escape", "escape")
        assert session(pilot).walks[0].answers[0] == text


def test_undo_takes_an_answer_off_its_slip_and_redo_brings_it_back(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    write_by_ear(pilot, "Eerst dit")
    assert "Eerst dit" in pilot.text()
    pilot.key("ctrl+z")
    assert "Eerst dit" not in pilot.text()
    pilot.key("ctrl+y")
    assert "Eerst dit" in pilot.text()


def test_looking_and_leaving_adds_nothing_to_the_journal(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    write_by_ear(pilot, "Eén keer")
    before = pilot.app.model.playing.timeline.count
    write_by_ear(pilot, "Eén keer ")
    pilot.key("n", "escape")
    assert pilot.app.model.playing.timeline.count == before


def test_digits_open_a_question_as_far_as_one_was_and_escape_goes_back_one(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen", "Volgende vraag: 1", "Volgende vraag: 2")
    pilot.key("0")
    assert pilot.said == QUESTIONS[0]
    pilot.key("2")
    assert pilot.said == QUESTIONS[2]
    before, write = pilot.control("Vorige"), pilot.control("Antwoord")
    assert before.rect.x < 40 and before.rect.right < write.rect.x, (
        "the way back is at the left, as everywhere"
    )
    pilot.key("escape")
    assert pilot.said == QUESTIONS[1]
    pilot.key("0", "escape")
    assert pilot.can("Naar het begin")


def test_letters_beside_the_question_close_nothing(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    for letter in "abcdeghijklmopqrstuvwxyz":
        pilot.key(letter, "escape")
    for _ in range(60):
        pilot.key("return")
    assert not pilot.app.back.journal.sessions()[0].finished


def test_the_answer_of_then_lies_face_down_until_it_is_turned_over() -> None:
    for size in ((1920, 1080), (1024, 640)):
        for name, there in (("again", False), ("again, turned over", True)):
            _, tree = screens.built(screens.all_screens()[f"feedback question 2, {name}"], size)
            assert any(made.ANSWERS[2] in node.label for node in walk(tree)) is there
            assert any(node.label == "Draai toen om" for node in walk(tree))


# -- another day


def test_another_day_the_old_answers_are_nowhere_until_the_new_ones_are_given(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    answer_by_ear(pilot, ANSWERS)
    pilot.key("return")
    assert pilot.title == "Tegenwicht"
    monkeypatch.setattr(piloting, "DAY", datetime(2026, 12, 5, 9, 0))
    pilot.again()
    assert any("1 keer beantwoord, het laatst op 21 nov 2026" in one.description for one in pilot.nodes())
    pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
    for _ in range(4):
        assert not any(old in pilot.tree() for old in ANSWERS)
        assert "Professional zelf" not in pilot.text() or pilot.can("Naar de antwoorden")
        pilot.key("return")  # Opnieuw beantwoorden, and on through the questions
    assert not any(old in pilot.tree() for old in ANSWERS)
    assert pilot.control("Weeg ik mee: Werkgever").pressed is False
    pilot.press("0. Naar welk resultaat werk ik toe?")
    write_by_ear(pilot, LATER[0])
    pilot.press("Volgende vraag: 1", "Volgende vraag: 2", "Volgende vraag: 3", "Naar de antwoorden")
    lines = pilot.text().splitlines()
    at = lines.index(QUESTIONS[0])
    assert lines[at + 1 : at + 3] == [f"21 nov 2026: {ANSWERS[0]}", f"5 dec 2026: {LATER[0]}"]


def test_on_the_same_day_the_answers_can_be_seen_at_once(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    answer_by_ear(pilot, ANSWERS)
    pilot.press("Bewaren voor later")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
    assert ANSWERS[0] in pilot.text()


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_the_start_says_that_it_is_kept_and_where_it_is_found_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        begin_by_keys(pilot)
        pilot.press("Beginnen met de vragen")
        answer_by_ear(pilot, ANSWERS)
        pilot.press("Bewaren voor later")
        kept = "Bewaard. Je vindt het terug bij Verder en bij Eerdere sessies."
        assert pilot.title == "Tegenwicht"
        assert kept in pilot.text(), "on the screen"
        assert kept in pilot.said, "to a screen reader"
        (place,) = (node for node in pilot.nodes() if node.label.startswith("Verder met"))
        assert place.enabled
        pilot.press("Begrepen")
        assert not any(node.key == "message:text" for node in pilot.nodes())


def test_where_one_goes_on_says_in_whole_words_that_it_was_answered(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen")
    answer_by_ear(pilot, ANSWERS)
    pilot.press("Bewaren voor later")
    (place,) = (node for node in pilot.nodes() if node.label.startswith("Verder met"))
    assert "1 keer beantwoord · vanmiddag" in [op.text for op in place.ops if isinstance(op, Words)]


def test_the_panel_for_an_answer_shows_the_key_that_keeps_it(pilot: Pilot) -> None:
    """Enter begins a new line there."""
    begin_by_keys(pilot)
    pilot.press("Beginnen met de vragen", "Antwoord")
    shown = [op.text for node in pilot.nodes() for op in node.ops if isinstance(op, Words)]
    assert "Ctrl Enter" in shown


def test_who_wants_to_see_the_old_answers_first_can() -> None:
    model = screens.all_screens()["feedback another day"]
    _, hidden = screens.built(model, (1920, 1080))
    _, shown = screens.built(screens.all_screens()["feedback another day, looking"], (1920, 1080))
    for tree, there in ((hidden, False), (shown, True)):
        assert any(made.ANSWERS[0] in node.label for node in walk(tree)) is there


@pytest.mark.parametrize(
    ("name", "main", "beside"),
    [
        ("feedback answers", "Bewaren voor later", "Opnieuw beantwoorden"),
        ("feedback another day", "Opnieuw beantwoorden", "Toch eerst terugkijken"),
        ("feedback another day, looking", "Opnieuw beantwoorden", "Bewaren voor later"),
    ],
)
def test_the_main_button_keeps_it_for_later_and_on_a_later_day_begins_anew(
    name: str, main: str, beside: str
) -> None:
    _, tree = screens.built(screens.all_screens()[name], (1920, 1080))
    labels = {node.label: node.primary for node in walk(tree)}
    assert [label for label, primary in labels.items() if primary] == [main]
    assert beside in labels and "Sessie afronden…" in labels


def test_a_line_that_was_forgotten_is_asked_for_first(pilot: Pilot) -> None:
    pilot.press("Spelen", "Triple feedback", "Verder: tafel en tijd", "Aan tafel", "Beginnen met de vragen")
    assert pilot.said == "Noem eerst de afweging in één regel."
    pilot.fill(scenes.about().subject, SUBJECT)
    pilot.press("Beginnen met de vragen")
    assert session(pilot).subject == SUBJECT and QUESTIONS[0] in pilot.text()


def test_a_card_joins_a_list_by_its_number_and_leaves_it_again(pilot: Pilot) -> None:
    begin_by_keys(pilot)
    pilot.key(*["return"] * 4)
    pilot.key("k")
    pilot.type("9")
    pilot.key("return")
    ((number, side),) = session(pilot).walks[0].cards
    assert (number, side) == (9, feedback.Side.WEIGHED)
    pilot.press(next(label for label in pilot.labels() if label.startswith("Eruit")))
    assert session(pilot).walks[0].cards == ()


# -- the account


def test_the_account_has_every_answer_with_its_date_and_what_was_weighed() -> None:
    blocks = scenes.account(screens.all_screens()["feedback close"].playing.timeline.session, False)
    quotes = [(one.who, one.text) for one in blocks if isinstance(one, Quote)]
    assert quotes[:2] == [("2 nov 2026", made.ANSWERS[0]), ("21 nov 2026", made.LATER[0])]
    assert len(quotes) == 8
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert ("Cliënt", "wel", "wel") in table.rows and ("Wet & beleid", "niet", "niet") in table.rows
    assert {one.number for one in blocks if isinstance(one, CardEntry)} == {9, 18}


def test_without_persons_the_account_has_nothing_that_anyone_wrote() -> None:
    blocks = scenes.account(screens.all_screens()["feedback close"].playing.timeline.session, True)
    told = repr(blocks)
    assert not any(words in told for words in (*made.ANSWERS, *made.LATER, made.SUBJECT))
    assert "21 nov 2026" in told and "Belastbaarheid" in told


# -- the picture


def test_the_picture_says_in_words_which_loop_is_open() -> None:
    said = {0: "Vraag 0 is nu open en kijkt naar Resultaat", 2: "van Resultaat terug naar Denken"}
    for number, words in said.items():
        _, tree = screens.built(screens.all_screens()[f"feedback question {number}"], (1920, 1080))
        (picture,) = (node for node in walk(tree) if node.role is Role.IMAGE)
        assert words in picture.label


def test_the_open_loop_is_thicker_and_its_question_is_the_heading_to_the_letter() -> None:
    for number in feedback.QUESTIONS:
        _, tree = screens.built(screens.all_screens()[f"feedback question {number}"], (1920, 1080))
        heading = next(node for node in walk(tree) if node.role is Role.HEADING and node.level == 2)
        assert heading.label == QUESTIONS[number]
        drawn = [op.body for node in walk(tree) for op in node.ops if isinstance(op, Drawing)]
        assert sum(body.count('stroke-width="14"') for body in drawn) == (1 if number else 0)


@pytest.mark.parametrize("size", [(200, 60, 3), (1300, 170, 9), (37, 31, 2)])
def test_a_loop_is_smooth_and_stays_inside_its_rectangle(size: tuple[int, int, int]) -> None:
    wide, high, width = size
    drawn = Shapes(paths.assets() / "icons").loop(wide, high, width, (31, 36, 48))
    assert drawn.get_size() == (wide, high)
    alphas = {drawn.get_at((x, y)).a for x in range(wide) for y in range(high)}
    assert {0, 255} <= alphas and len(alphas) > 20, "edges fade instead of stepping"
    assert drawn.get_at((0, high - 1)).a == 0 and drawn.get_at((wide // 2, 0)).a == 0
    bottom = [drawn.get_at((wide // 2, y)).a for y in range(high)]
    assert sum(alpha > 200 for alpha in bottom[high // 2 :]) >= width - 1, "the line reaches the bottom"


@pytest.mark.parametrize("at", feedback.QUESTIONS)
@pytest.mark.parametrize(
    ("size", "text"),
    [((1024, 640), 100), ((1024, 640), 120), ((1280, 720), 100), ((1366, 768), 120), ((1920, 1080), 100)],
)
def test_the_loop_is_the_screen_and_every_question_is_read_in_its_own(
    size: tuple[int, int], text: int, at: int
) -> None:
    _, tree = screens.built(screens.all_screens()[f"feedback question {at}"], size, text)
    found = {node.key: node for node in walk(tree)}
    figure, asked = found["figure"].rect, found["question"].rect
    assert figure.around(asked) == figure and figure.w > size[0] * 0.8
    if at > 1:
        assert found["loop:open"].rect.bottom > asked.bottom
    others = {number: found.get(f"closed:{number}") for number in feedback.QUESTIONS if number != at}
    for number, shown in others.items():
        assert shown is not None
        lines = [op for op in shown.ops if isinstance(op, Words)]
        assert f"{number}. " + " ".join(op.text for op in lines) == found[f"step:{number}"].label
        assert all(op.px >= 16 for op in lines)
        over = ("question", "consideration", *(f"step:{n}" for n in feedback.QUESTIONS))
        assert not [key for key in over if found[key].rect.meets(shown.rect)]
        assert not [n for n, one in others.items() if one and n != number and one.rect.meets(shown.rect)]


@pytest.mark.parametrize("size", [(1366, 749), (1280, 720), (1024, 640)])
@pytest.mark.parametrize("name", ["feedback question 3", "feedback question 3, the longest"])
def test_on_a_laptop_all_clusters_of_both_lists_are_in_sight_and_nothing_lies_over_them(
    size: tuple[int, int], name: str
) -> None:
    tree = screens.built(screens.all_screens()[name], size, 100)[1]
    lists = find(tree, "feedback:lists")
    assert lists is not None
    chips = [one for one in walk(lists) if one.role is Role.TOGGLE]
    assert len(chips) == 12
    assert all(one.rect.bottom <= lists.rect.bottom for one in chips)
    slips = [one for one in walk(tree) if one.key.startswith("answer:")]
    assert all(one.rect.bottom <= lists.rect.y for one in slips)


def test_a_pointer_writes_on_the_question_and_opens_another_at_its_station(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1366, 740)) as pilot:
        pilot.press("Spelen", "Triple feedback", "Verder: tafel en tijd", "Aan tafel")
        pilot.type(SUBJECT)
        pilot.press("Beginnen met de vragen")
        press_at(pilot, "question")
        pilot.type(ANSWERS[0])
        pilot.press("Bewaren")
        assert session(pilot).answering.answers[0] == ANSWERS[0]  # type: ignore[union-attr]
        press_at(pilot, "station:2")
        assert session(pilot).at == 1


def press_at(pilot: Pilot, key: str) -> None:
    """The mouse down and up in the middle of what is no control itself."""
    pilot.settle()
    x, y = next(node for node in walk(pilot.tree_node) if node.key == key).rect.centre
    pilot.mouse_down(x, y)
    pilot.mouse_up(x, y)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("state", ["feedback answers", "feedback then and now", "feedback four times"])
def test_the_answers_stand_whole_on_the_screen(state: str, size: tuple[int, int]) -> None:
    _, tree = screens.built(screens.all_screens()[state], size)
    nodes = list(walk(tree))
    assert not [node.key for node in nodes if node.role is Role.SCROLL]
    told = " ".join(node.label for node in nodes)
    assert "21 nov 2026" in told and all(words in told for words in QUESTIONS)


def test_on_a_small_window_one_chooses_which_earlier_answers_stand_beside_the_last(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data", size=(1024, 640)) as small:
        begin_by_keys(small)
        small.press("Beginnen met de vragen")
        for word in ("eerst", "daarna", "toen", "nu"):
            write_by_ear(small, f"Antwoord van {word}")
            small.press("Volgende vraag: 1", "Volgende vraag: 2", "Volgende vraag: 3", "Naar de antwoorden")
            if word != "nu":
                small.press("Opnieuw beantwoorden")
        assert "Antwoord van toen" in small.text() and "Antwoord van eerst" not in small.text()
        first = next(one for one in small.labels() if one.startswith("Toen, ") and one.endswith("(1)"))
        small.press(first, role=Role.RADIO)
        assert "Antwoord van eerst" in small.text() and "Antwoord van toen" not in small.text()
        assert "Antwoord van nu" in small.text()
        assert "Welke keer ernaast?" in small.text()
        small.reach(small.control(first).key)
        small.key("right")
        assert "Antwoord van daarna" in small.text() and "Antwoord van eerst" not in small.text()
        assert small.focused.label.endswith("(2)") and small.focused.pressed
        small.key("tab")
        assert small.focused.role is not Role.RADIO
        small.key("shift+tab")
        assert small.focused.label.endswith("(2)")


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_the_ring_around_a_field_leaves_the_tails_of_its_name_whole(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press("Spelen")
        pilot.key("5")
        pilot.press("Verder: tafel en tijd", "Aan tafel")
        pilot.pass_time(2)
        field = pilot.control("Welke afweging? Eén regel, zonder cliëntgegevens").rect
        above = (field.x, field.y - 40, 250, 38)
        focused = pilot.app.screen.surface.subsurface(above).copy()
        pilot.key("tab")
        pilot.pass_time(1)
        bare = pilot.app.screen.surface.subsurface(above).copy()
        rows = [[tuple(one.get_at((x, y))) for x in range(250)] for one in (bare, focused) for y in range(38)]
        named = [n for n in range(38) if len(set(rows[n])) > 1]
        assert named
        assert [rows[n] for n in named] == [rows[38 + n] for n in named]
