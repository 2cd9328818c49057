"""Wegen from the start screen to a closed session: by keys alone, by requests alone, killed in the middle."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytest

from tegenwicht.gallery import states
from tegenwicht.gallery.modes.weighing import fingers, first_talk
from tegenwicht.gallery.played import LONGEST, OFF, USUAL
from tegenwicht.game import weighing
from tegenwicht.game.account import Table
from tegenwicht.game.cards import Deck
from tegenwicht.game.state import Session
from tegenwicht.kit.nodes import Role, walk
from tegenwicht.screens.parts.account.accounts import account_of
from tests.pilot import Pilot

HANDS = ("33344", "11444", "22222", "12344", "44443", "33322", "11112", "44444", "13131", "22334")
"""What five people hold up for each of the ten factors; variance 2.16 on the second, 1.36 on the fourth, else less."""
FINGERS = {"1": "1 vinger", "2": "2 vingers", "3": "3 vingers", "4": "4 vingers"}
MOST_TABS = 120


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1024, 640)) as found:
        yield found


def session_of(pilot: Pilot) -> Session:
    assert pilot.app.back.session is not None
    return pilot.app.back.session.timeline.session


def events(pilot: Pilot) -> int:
    assert pilot.app.back.session is not None
    return pilot.app.back.session.timeline.count


# -- the two ways to use the app


def keyboard(pilot: Pilot, label: str, role: Role | None = None) -> None:
    """Tab to a control and press Enter."""
    in_the_menu(pilot, label, lambda: (pilot.reach(pilot.control("Menu").key), pilot.key("return")))
    pilot.reach(pilot.control(label, role).key)
    if pilot.focused.pressed is None or not pilot.focused.pressed:
        pilot.key("return")


def reader(pilot: Pilot, label: str, role: Role | None = None) -> None:
    """Ask for it as a screen reader does."""
    in_the_menu(pilot, label, lambda: pilot.ask("press", "Menu"))
    pilot.ask("press", label, role=role)


def in_the_menu(pilot: Pilot, label: str, opened: Callable[[], object]) -> None:
    """What is nowhere else stands in the menu."""
    if not pilot.controls(label) and pilot.can("Menu"):
        opened()


def count_with_keys(pilot: Pilot, hands: str) -> None:
    """A digit for every hand, then Enter."""
    pilot.key(*hands, "return")


def count_with_requests(pilot: Pilot, hands: str) -> None:
    pilot.ask("press", "Tel de handen")
    for hand in hands:
        pilot.ask("press", FINGERS[hand])
    pilot.ask("press", next(one for one in pilot.labels() if one.startswith("Bewaren")))


def write_with_keys(pilot: Pilot, text: str) -> None:
    pilot.key("n")
    pilot.type(text)
    pilot.key("ctrl+return")


def write_with_requests(pilot: Pilot, text: str) -> None:
    pilot.ask("press", "Notitie", role=Role.BUTTON)
    pilot.ask("set_value", "Notitie", text, role=Role.TEXT_FIELD)
    pilot.ask("press", "Bewaren")


WAYS: list[tuple[Callable[..., None], ...]] = [
    (keyboard, count_with_keys, write_with_keys),
    (reader, count_with_requests, write_with_requests),
]


def begin(pilot: Pilot, press: Callable[..., None], *choices: str) -> None:
    press(pilot, "Spelen")
    press(pilot, "Wegen", Role.RADIO)
    press(pilot, "Verder: tafel en tijd")
    for choice in choices:
        press(pilot, choice, Role.RADIO)
    press(pilot, "Aan tafel")


@pytest.mark.parametrize("way", WAYS, ids=["keyboard", "screen reader"])
def test_a_group_weighs_talks_about_the_largest_difference_and_closes(
    pilot: Pilot, way: tuple[Any, ...], tmp_path: Path
) -> None:
    press, count, write = way
    begin(pilot, press)
    for number, hands in enumerate(HANDS, 1):
        assert pilot.title.startswith(f"Factor {number} van 10 · ")
        count(pilot, hands)
    assert "Alles is gewogen" in pilot.text()
    press(pilot, "Toon de uitkomst")
    second, fourth = (weighing.scales(session_of(pilot)).factors[n] for n in (1, 3))
    title = session_of(pilot).cards[second].title
    assert pilot.said == f"De uitkomst. Hierover verschillen jullie het meest: {title}"
    press(pilot, "Praat hierover")
    write(pilot, "Wat is veel?")
    assert pilot.said == "Notitie bewaard"
    press(pilot, "Klaar, terug naar de uitkomst")
    press(pilot, "Praat hierover")
    assert [one.card for one in weighing.scales(session_of(pilot)).talks] == [second, fourth]
    killed_and_resumed_is_the_same(pilot, tmp_path / "another")
    press(pilot, "Klaar, terug naar de uitkomst")
    press(pilot, "Sessie afronden…")
    press(pilot, "Afronden")
    as_it_was_counted(session_of(pilot), second, fourth)
    for _ in session_of(pilot).present:
        press(pilot, next(node.label for node in pilot.nodes() if node.key == "primary"))
    assert "3: 2 keer" in pilot.text()  # the hands on the line
    press(pilot, "Kaarten en notities")
    assert "Wat is veel?" in pilot.text()
    press(pilot, "Terug")
    press(pilot, "Verder: verslag")
    press(pilot, "Sessie sluiten…")
    press(pilot, "Sessie sluiten")
    press(pilot, "Eerdere sessies")
    press(pilot, next(one for one in pilot.labels() if one.startswith("Bekijken")))
    assert "geen norm" in pilot.text()
    press(pilot, "Kaarten en notities")
    assert "Notitie: Wat is veel?" in pilot.text()


def test_of_what_differs_just_as_much_nothing_is_named_by_chance(pilot: Pilot) -> None:
    begin(pilot, keyboard)
    for number in range(len(HANDS)):
        count_with_keys(pilot, "11444" if number == 3 else "33344")
    pilot.press("Toon de uitkomst")
    assert "Hierover verschillen jullie het meest" in pilot.text()
    assert "Daarna het meest verschillend" not in pilot.text()


def test_what_differs_most_after_that_is_named_as_far_as_it_is_known(pilot: Pilot) -> None:
    begin(pilot, keyboard)
    for hands in ("11444", "12344", *("33344",) * 8):
        count_with_keys(pilot, hands)
    pilot.press("Toon de uitkomst")
    second = weighing.scales(session_of(pilot)).factors[1]
    assert "Daarna het meest verschillend" in pilot.text()
    assert [node.key for node in pilot.nodes() if node.key.startswith("next:")] == [f"next:{second}"]


def test_the_ring_of_the_counting_lies_round_the_discs_and_the_factor_is_in_the_middle(pilot: Pilot) -> None:
    begin(pilot, keyboard)
    pilot.key("3", "4")
    nodes = {node.key: node for node in pilot.nodes()}
    shown = [op.rect for key in ("hands:line", "hands:who") for op in nodes[key].ops if hasattr(op, "rect")]
    left, right, ring = min(at.x for at in shown), max(at.right for at in shown), pilot.focused.rect
    assert left - 60 < ring.x < left and right < ring.right < right + 60
    title = nodes["card:title"].rect
    assert abs(title.x + title.right - 1024) <= 4, "the sign and the title together"


def as_it_was_counted(session: Session, second: int, fourth: int) -> None:
    counts = dict(weighing.scales(session).hands)
    given = [tuple(hands.count(str(weight)) for weight in weighing.WEIGHTS) for hands in HANDS]
    assert [counts[card] for card in weighing.scales(session).factors] == given
    own = {session.cards[card].cluster for card in (second, fourth)}
    assert sum(weighing.tally_of(session).total.cards) == 2
    assert all(weighing.tally_of(session).total.by_card(cluster) for cluster in own)


def killed_and_resumed_is_the_same(pilot: Pilot, folder: Path) -> None:
    """The folder as it is on the disk at this moment, opened by a fresh app."""
    before = session_of(pilot)
    shutil.copytree(pilot.folder, folder)
    other = Pilot(folder, size=(1024, 640))
    other.open()
    other.press(next(one for one in other.labels() if one.startswith("Verder met")))
    assert session_of(other) == before
    other.app.back.close()
    pilot.app.screen.surface = pygame.display.set_mode((1024, 640))
    pilot.app.show(everything=True)


# -- unseen


def test_nothing_of_anyone_elses_weights_is_to_be_seen_heard_or_undone_until_all_are_done(
    pilot: Pilot,
) -> None:
    pilot.press(
        "Spelen",
        "Wegen",
        "Verder: tafel en tijd",
        "Om de beurt, afgedekt",
        "Zes: één per cluster",
        "Aan tafel",
    )
    for name, weight in (("Deelnemer 1", "4"), ("Deelnemer 2", "1"), ("Deelnemer 3", "3")):
        assert gives_nothing_away(pilot)
        pilot.press(f"Ik ben {name}, beginnen")
        assert gives_nothing_away(pilot)
        pilot.key(*[weight] * 6)
        assert "gewicht " + weight in pilot.text()  # one's own, to look over
        pilot.press("Klaar, afdekken")
        before = events(pilot)
        pilot.key("ctrl+z", "pageup", "ctrl+y")
        assert events(pilot) == before and gives_nothing_away(pilot)
        pilot.key("f")
        pilot.press("Nog niet afronden")
    pilot.press("Uitkomst nu tonen")
    assert "1: 1 keer, 2: 0 keer, 3: 1 keer, 4: 1 keer" in pilot.text()


def gives_nothing_away(pilot: Pilot) -> bool:
    """No weight on any control, none pressed, none in what was said or in the account."""
    text = f"{pilot.text()}\n{pilot.said}"
    blocks = account_of(session_of(pilot), None, False).blocks
    pressed = [node.label for node in pilot.nodes() if node.role is Role.TOGGLE and node.pressed]
    told = [block for block in blocks if isinstance(block, Table)]
    return "gewicht " not in text and "onderzoek: plaats" not in text.lower() and not pressed and not told


def test_undo_takes_back_ones_own_weight_and_no_more_than_ones_own(pilot: Pilot) -> None:
    pilot.press(
        "Spelen",
        "Wegen",
        "Verder: tafel en tijd",
        "Om de beurt, afgedekt",
        "Zes: één per cluster",
        "Aan tafel",
    )
    pilot.press("Ik ben Deelnemer 1, beginnen")
    pilot.key(*"444444")
    pilot.press("Klaar, afdekken", "Ik ben Deelnemer 2, beginnen")
    pilot.key("2", "ctrl+z", "ctrl+z")  # the weight, and sitting down
    assert pilot.can("Ik ben Deelnemer 2, beginnen")
    before = events(pilot)
    pilot.key("ctrl+z")
    assert events(pilot) == before


# -- what is typed is not lost


def test_hands_that_were_counted_are_kept_when_one_goes_to_another_factor_or_shows_the_result(
    pilot: Pilot,
) -> None:
    begin(pilot, reader)
    first, second, third = weighing.scales(session_of(pilot)).factors[:3]
    pilot.key("3", "3", "4")
    pilot.key("k")
    pilot.press(f"{session_of(pilot).cards[second].title}, nog niet gewogen")
    assert weighing.hands_for(weighing.scales(session_of(pilot)), first) == (0, 0, 2, 1)
    assert weighing.scales(session_of(pilot)).now == second
    pilot.key("1")
    pilot.key("k")
    pilot.press(f"{session_of(pilot).cards[third].title}, nog niet gewogen")
    pilot.key("2", "4")
    pilot.press("Toon uitkomst")
    assert dict(weighing.scales(session_of(pilot)).hands) == {
        first: (0, 0, 2, 1), second: (1, 0, 0, 0), third: (0, 1, 0, 1),
    }  # fmt: skip


def test_finishing_keeps_the_hands_that_were_counted_and_not_saved_yet(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.key("4", "4", "f", "return")
    (one,) = weighing.weighed(session_of(pilot))
    assert one.counts == (0, 0, 0, 2)


# -- alone


def test_alone_one_weighs_and_is_asked_what_weighed_more_than_expected(pilot: Pilot) -> None:
    pilot.press("Spelen", "Wegen", "Verder: tafel en tijd", *["Mensen aan tafel: minder"] * 4)
    pilot.press("Zes: één per cluster", "Aan tafel")
    pilot.key(*"123412", "return")
    assert pilot.said == "De uitkomst. Welke factor woog voor jou zwaarder dan je dacht?"
    assert "Jouw volgorde" in pilot.text() and "jullie" not in pilot.text().lower()
    pilot.key("return", "return")  # the first of the list: the heaviest
    heaviest = weighing.scales(session_of(pilot)).factors[3]
    assert weighing.scales(session_of(pilot)).talk == heaviest
    pilot.key("f")
    pilot.press("Afronden")
    assert "jullie" not in pilot.text().lower()


# -- beside the research


def test_the_groups_of_those_at_the_table_stand_in_the_result_and_can_be_chosen_there(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.key(*"33344", "return")
    pilot.press("Toon uitkomst")
    pilot.key("d")
    pilot.press("Deelnemer 2", "Beroepsgroep, beroepsgroep van Deelnemer 2")
    pilot.press("jobcoach", role=Role.RADIO)
    assert pilot.said == "Bewaard: Deelnemer 2, jobcoach"
    pilot.press("Sluiten", "Wat vond het onderzoek?")
    assert "JC jobcoach. Een plaats is een gemiddelde van toen, geen norm." in pilot.text()
    assert "AID" not in pilot.text()


def test_a_published_place_comes_only_with_its_own_key_and_is_never_a_norm(pilot: Pilot) -> None:
    begin(pilot, reader)
    assert "plaats" not in pilot.text().lower()
    pilot.key(*"33344", "return")
    pilot.press("Toon uitkomst")
    assert "van 41" not in pilot.text()
    pilot.key("space")
    text = pilot.text()
    assert "geen norm" in text and "het onderzoek 41" in text and "Geen norm" in pilot.said
    assert not {"goed", "fout", "juist,", "klopt"} & set(text.lower().split())
    pilot.key("space")
    assert "van 41" not in pilot.text()


# -- hands


def test_hands_are_counted_one_by_one_and_the_last_can_be_taken_back(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.key("return")  # Tel af: 3, 2, 1
    pilot.key("3", "4")
    assert "2 van 5" in pilot.text()
    assert pilot.can("Ongedaan maken: 4 vingers")
    pilot.key("pageup")
    assert pilot.said == "4 vingers niet geteld" and "1 van 5" in pilot.text()
    pilot.key("1", "1", "1", "1", "1", "1")
    assert "5 van 5" in pilot.text()
    pilot.key("return")
    (one,) = weighing.weighed(session_of(pilot))
    assert one.counts == (4, 0, 1, 0)


def test_a_large_hand_can_be_tapped_and_only_its_ends_have_words(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.press("Tel de handen", "2 vingers")
    assert "1 van 5" in pilot.text()
    told = {node.label: node.description for node in pilot.nodes() if node.label in FINGERS.values()}
    assert told == {"1 vinger": "geen invloed", "2 vingers": "", "3 vingers": "", "4 vingers": "veel invloed"}


def test_nothing_of_the_spread_is_there_while_hands_are_counted(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.key("3", "4", "3")
    seen = [f"{node.label} {node.value} {node.description}" for node in pilot.nodes()]
    assert not any("3: 2" in one or "2 keer" in one or "2 handen" in one for one in seen)


def test_the_first_press_counts_down_and_says_so(pilot: Pilot) -> None:
    begin(pilot, reader)
    assert not pilot.can("Nog een keer")
    pilot.press("Tel af: 3, 2, 1")
    assert pilot.said == "3, 2, 1, vingers op!"
    pilot.key("space")  # once more
    assert pilot.said == "3, 2, 1, vingers op!"
    pilot.key("return")  # Tel de handen
    assert "0 van 5" in pilot.text()


def test_how_one_counts_stands_there_until_the_first_hand_is_counted(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.press("Tel de handen")
    assert "Klik op elke hand die je ziet, of druk op 1, 2, 3 of 4." in pilot.text()
    pilot.press("2 vingers")
    assert "Wie niet meedoet, hoeft niets op te steken." in pilot.text()


def test_the_menu_has_the_focus_also_where_a_hand_can_be_taken_back(tmp_path: Path) -> None:
    """Both have an *Ongedaan maken*, and the focus is on the one that is in reach."""
    with Pilot(tmp_path) as pilot:
        pilot.press("Spelen", "Wegen", "Verder: tafel en tijd", "Aan tafel")
        pilot.key("1")
        pilot.press("Menu")
        focused = next(node for node in walk(pilot.app.tree) if node.key == pilot.app.model.focus)
        assert focused.label == "Ongedaan maken: 1 vinger"


# -- the way back


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_back_leads_from_the_hands_to_the_factor_and_loses_no_hand(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        begin(pilot, reader)
        pilot.key("3", "4")
        assert pilot.can("Terug")
        pilot.key("escape")
        assert "Hoeveel invloed? Na de 1: vingers op" in pilot.text()
        pilot.press("Verder tellen")
        assert "2 van 5" in pilot.text()
        pilot.press("Terug")
        pilot.key("3")  # one more is counted, from where it was
        assert "3 van 5" in pilot.text()


def test_back_leads_to_the_factor_before_and_from_the_first_to_the_start(pilot: Pilot) -> None:
    begin(pilot, reader)
    pilot.key(*"33344", "return")
    pilot.press("Terug")
    assert pilot.title.startswith("Factor 1 van 10") and "5 van 5" in pilot.text()
    pilot.press("Terug")
    assert pilot.can("Spelen")
    pilot.press(next(one for one in pilot.labels() if one.startswith("Verder met")))
    assert [one.counts for one in weighing.weighed(session_of(pilot))] == [(0, 0, 3, 2)]


def go_on(pilot: Pilot) -> None:
    pilot.press(next(one for one in pilot.labels() if one.startswith("Verder met")))


@pytest.mark.parametrize("leave", [
    lambda pilot: pilot.key("escape", "escape"), lambda pilot: pilot.press("Naar het begin"), Pilot.again,
    lambda pilot: (pilot.pass_time(1), pilot.killed()),
], ids=["escape", "menu", "window", "kill"])  # fmt: skip
def test_who_leaves_with_hands_half_counted_goes_on_counting_them(
    pilot: Pilot, leave: Callable[[Pilot], object]
) -> None:
    begin(pilot, reader)
    pilot.key("3", "4", "4", "3")
    leave(pilot)
    go_on(pilot)
    assert pilot.title.startswith("Factor 1 van 10") and "4 van 5" in pilot.text()
    pilot.key("2", "return")
    assert pilot.title.startswith("Factor 2 van 10")
    assert [one.counts for one in weighing.weighed(session_of(pilot))] == [(0, 1, 2, 2)]


def test_hands_that_were_counted_are_kept_once_by_who_leaves(pilot: Pilot) -> None:
    begin(pilot, reader)
    before = events(pilot)
    pilot.key("3", "4", "escape", "escape")
    go_on(pilot)
    assert events(pilot) == before + 2  # the hands, and their factor in front again
    pilot.press("Naar het begin")
    go_on(pilot)
    assert events(pilot) == before + 2


@pytest.mark.parametrize("text", ["", "x", "1 2", "1 1 1 1 1", "9999 0 0 0", "² 0 0 0", "-1 0 0 0"])
def test_a_damaged_file_of_hands_that_were_counted_is_nothing(pilot: Pilot, text: str) -> None:
    begin(pilot, reader)
    pilot.key("3", "4")
    pilot.pass_time(1)
    (path,) = (pilot.folder / "getypt").iterdir()
    forms = json.loads(path.read_text("utf-8"))["forms"]
    path.write_text(json.dumps({"panel": "", "forms": dict.fromkeys(forms, text)}), "utf-8")
    pilot.killed()
    go_on(pilot)
    assert pilot.title.startswith("Factor 1 van 10") and "van 5" not in pilot.text()
    pilot.key("4")
    assert "1 van 5" in pilot.text()


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_a_second_vote_is_counted_from_none(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        begin(pilot, reader)
        pilot.press("Tel af: 3, 2, 1", "Tel de handen")
        pilot.key(*"11111", "escape")
        pilot.press("Nog een keer")
        assert pilot.said == "3, 2, 1, vingers op!" and "Vingers op!" in pilot.text()
        assert not pilot.can("Verder tellen")
        pilot.key("4")
        assert "1 van 5" in pilot.text()
        pilot.key(*"4443", "return")
        assert [one.counts for one in weighing.weighed(session_of(pilot))] == [(0, 0, 1, 4)]


def test_back_at_the_keys_covers_what_was_given(pilot: Pilot) -> None:
    pilot.press("Spelen", "Wegen", "Verder: tafel en tijd", "Om de beurt, afgedekt", "Aan tafel")
    pilot.press("Ik ben Deelnemer 1, beginnen")
    pilot.key("4", "escape")
    assert pilot.title.startswith("Factor 1 van 10") and "Stoppen en afdekken" in pilot.labels()
    pilot.key("escape")
    assert gives_nothing_away(pilot) and weighing.scales(session_of(pilot)).at_keys is None


# -- the result on a small window


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("deck", [USUAL, LONGEST], ids=["usual", "longest"])
def test_what_one_talks_about_is_asked_also_beside_the_research(deck: Deck, size: tuple[int, int]) -> None:
    model = first_talk(fingers(10, deck, options=())).model(OFF, forms={"weighing:published": True})
    assert model.playing is not None
    session = model.playing.timeline.session
    talk = weighing.talk_now(session)
    assert talk is not None
    nodes = list(walk(states.built(model, size)[1]))
    asked = session.cards[talk.card].question
    assert any(asked in (node.label, node.description) for node in nodes)
    for line in (node for node in nodes if node.label == asked):
        assert line.rect.x >= 0 and line.rect.right <= size[0]
        raised = [node for node in nodes if node.key.startswith("hands:")]
        assert all(line.rect.bottom <= hand.rect.y for hand in raised)


RESULTS = ["weighing result", "weighing result of ten", "weighing result so far", "weighing result alone"]
LOOKS = [f"weighing close, looking back{more}" for more in ("", " at ten", " alone")]


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("state", [*LOOKS, "weighing talk beside the research"])
def test_what_was_weighed_is_seen_at_once_where_one_looks_back_and_where_one_talks(
    state: str, size: tuple[int, int]
) -> None:
    _, tree = states.built(states.all_screens()[state], size)
    nodes = list(walk(tree))
    assert not [node.key for node in nodes if node.role is Role.SCROLL]
    if "talk" in state:
        assert {"lies", "published", "plate:1"} <= {node.key for node in nodes}


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("state", RESULTS)
def test_the_result_stands_whole_on_the_screen_a_line_for_each_factor(
    state: str, size: tuple[int, int]
) -> None:
    _, tree = states.built(states.all_screens()[state], size)
    nodes = list(walk(tree))
    assert not [node.key for node in nodes if node.role is Role.SCROLL]
    tops = [node.rect.y for node in nodes if node.role is Role.ROW]
    assert tops == sorted(set(tops))
    heights = {node.rect.h for node in nodes if node.role is Role.ROW and node.key != "order:heads"}
    assert len(heights) == 1


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720)])
def test_the_published_places_come_beside_the_order_and_the_order_stays_where_it_was(
    size: tuple[int, int],
) -> None:
    model = states.all_screens()["weighing result of ten"]
    shown = replace(model, forms={**model.forms, "weighing:published": True})
    trees = [{node.key: node for node in walk(states.built(one, size)[1])} for one in (model, shown)]
    before, after = trees
    assert before["order"].rect[:2] == after["order"].rect[:2]
    assert before["forward"].rect[:2] == after["forward"].rect[:2]
    assert after["head:Onderzoek: plaats van 41"].role is Role.COLUMN_HEADER
    assert any("Een gemiddelde van toen, geen norm." in node.label for node in after.values())
