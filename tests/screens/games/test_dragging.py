"""At the table, with the mouse and with a finger: what is dragged does what pressing does, and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Node, walk
from tests.pilot import TO_THE_TABLE, Pilot

SIZES = ((1920, 1080), (1600, 900))
BY = ("drag", "swipe")


@pytest.fixture(params=SIZES)
def table(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    """Someone whose turn it is to draw."""
    with Pilot(tmp_path, size=request.param) as pilot:
        pilot.press(*TO_THE_TABLE)
        yield pilot


def thing(pilot: Pilot, key: str) -> Node:
    return next(node for node in walk(pilot.tree_node) if node.key == key)


def middle(pilot: Pilot, key: str) -> tuple[int, int]:
    return thing(pilot, key).rect.centre


def drag(pilot: Pilot, by: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    halfway = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    getattr(pilot, by)(start, halfway, end)


def on_pile(pilot: Pilot, cluster: str) -> tuple[int, int]:
    rect = thing(pilot, f"pile:{cluster}").rect
    return rect.centre[0], rect.y + rect.h // 4


@pytest.mark.parametrize("by", BY)
def test_a_card_is_drawn_by_dragging_it_from_its_pile_to_the_middle(table: Pilot, by: str) -> None:
    drag(table, by, on_pile(table, "client"), middle(table, "place:card"))
    assert table.said.startswith("Kaart ") and "Cliënt" in table.said
    assert any(node.key == "card" for node in table.nodes())


@pytest.mark.parametrize("by", BY)
def test_let_go_elsewhere_nothing_is_done(table: Pilot, by: str) -> None:
    before = table.tree()
    wide, high = table.app.screen.size
    drag(table, by, on_pile(table, "client"), (wide // 2, high - 10))
    assert table.tree() == before


@pytest.mark.parametrize("by", BY)
def test_a_card_is_put_aside_by_dragging_it_there(table: Pilot, by: str) -> None:
    table.key("2")
    drag(table, by, middle(table, "card"), middle(table, "place:aside"))
    assert table.said == "Kaart opzij gelegd"
    assert thing(table, "aside").label == "Opzij · 1"


@pytest.mark.parametrize("by", BY)
def test_a_turn_is_done_by_dragging_the_card_to_what_was_discussed(table: Pilot, by: str) -> None:
    table.key("2")
    table.pass_time(2)
    drag(table, by, middle(table, "card"), middle(table, "place:discussed"))
    assert table.said == "Deelnemer 2 is aan de beurt"
    assert thing(table, "discussed").label == "Besproken · 1"


@pytest.mark.parametrize("by", BY)
def test_a_stone_falls_on_its_pan_and_on_no_other(table: Pilot, by: str) -> None:
    table.key("2")
    before = table.tree()
    drag(table, by, middle(table, "counter:policy"), middle(table, "pan:left"))
    assert table.tree() == before
    drag(table, by, middle(table, "counter:policy"), middle(table, "pan:right"))
    assert table.said == "Wet & beleid genoemd"
    assert thing(table, "counter:policy").pressed


def test_a_click_still_marks(table: Pilot) -> None:
    table.key("2")
    table.press("Wet & beleid")
    assert table.said == "Wet & beleid genoemd"


def test_the_cluster_of_the_card_gives_no_stone(table: Pilot) -> None:
    table.key("2")
    before = table.tree()
    drag(table, "drag", middle(table, "counter:client"), middle(table, "pan:left"))
    assert table.tree() == before
    assert thing(table, "counter:client").drag is None


def test_whatever_can_be_dragged_can_be_pressed(table: Pilot) -> None:
    """What falling means is also the action of some control."""
    for keys in ((), ("2",)):
        table.key(*keys)
        actions = {node.action for node in walk(table.tree_node) if node.enabled}
        dragged = {place.command for node in walk(table.tree_node) if node.drag for place in node.drag.places}
        assert dragged and dragged <= actions


def test_places_are_nothing_to_a_screen_reader(table: Pilot) -> None:
    places = [node for node in walk(table.tree_node) if node.key.startswith("place:")]
    assert places and not any(node.label or node.value or node.action for node in places)


def test_with_motion_what_is_carried_is_drawn_and_leaves_no_trace(tmp_path: Path) -> None:
    import pygame

    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE)
        pilot.pass_time(1)
        plain = pygame.image.tobytes(pilot.app.screen.surface, "RGB")
        start = on_pile(pilot, "client")
        pilot.mouse_down(*start)
        pilot.mouse_move(start[0], start[1] - 300, down=True)
        for _ in range(30):
            pilot.clock.now += 1 / 60
            pilot.app.take([])
        assert pygame.image.tobytes(pilot.app.screen.surface, "RGB") != plain
        assert not pilot.app.screen.restless, "at rest under a pointer that rests"
        pilot.mouse_move(start[0], start[1] + 5, down=True)
        pilot.mouse_up(start[0], start[1] + 5)
        for _ in range(60):
            pilot.clock.now += 1 / 60
            pilot.app.take([])
        pilot.mouse_move(5, 400)
        for _ in range(30):
            pilot.clock.now += 1 / 60
            pilot.app.take([])
        assert pygame.image.tobytes(pilot.app.screen.surface, "RGB") == plain


@pytest.fixture(params=(*SIZES, (1366, 768)))
def dishes(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    """Ten stones are to be laid."""
    with Pilot(tmp_path, size=request.param) as pilot:
        pilot.press("Spelen", "Tien stenen", "Verder: tafel en tijd", "Aan tafel")
        yield pilot


def lies(pilot: Pilot) -> dict[str, float]:
    """Where stones lie, and how many."""
    numbers = {node.label: node.number for node in pilot.nodes() if node.key.startswith("stones:")}
    return {label: number[0] for label, number in numbers.items() if number and number[0]}


def over_dish(pilot: Pilot, cluster: str) -> tuple[int, int]:
    return middle(pilot, f"dish:{cluster}")


@pytest.mark.parametrize("by", BY)
def test_a_stone_is_dragged_to_a_dish_to_another_dish_and_back(dishes: Pilot, by: str) -> None:
    drag(dishes, by, middle(dishes, "stones:left"), over_dish(dishes, "client"))
    assert lies(dishes) == {"Cliënt": 1}
    drag(dishes, by, over_dish(dishes, "client"), over_dish(dishes, "policy"))
    assert lies(dishes) == {"Wet & beleid": 1}
    drag(dishes, by, over_dish(dishes, "policy"), middle(dishes, "stones:left"))
    assert lies(dishes) == {}


def test_let_go_beside_the_dishes_no_stone_is_laid(dishes: Pilot) -> None:
    drag(dishes, "drag", middle(dishes, "stones:left"), middle(dishes, "stones:question"))
    assert lies(dishes) == {}


def test_pressing_a_dish_lays_a_stone_on_it(dishes: Pilot) -> None:
    for _ in range(2):
        dishes.drag(over_dish(dishes, "employer"), over_dish(dishes, "employer"))
    assert lies(dishes) == {"Werkgever": 2}
