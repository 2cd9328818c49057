"""What scrolls can be dragged: by its bar, by what it shows, with a finger; and by wheel and keys as before."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.scrolling import thumb_top
from tests.pilot import TO_THE_TABLE, Pilot

SIZES = ((1024, 640), (1920, 1080))


@pytest.fixture(params=SIZES)
def reading(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    """Someone who reads the help."""
    with Pilot(tmp_path, size=request.param) as pilot:
        pilot.key("f1")
        yield pilot


def view(pilot: Pilot) -> Node:
    """What scrolls there, and fills most of the window."""
    views = [node for node in pilot.nodes() if node.role is Role.SCROLL]
    return max(views, key=lambda node: node.rect.w * node.rect.h)


def offset(pilot: Pilot) -> int:
    scrolled = view(pilot).scrolled
    assert scrolled is not None
    return scrolled.offset


def furthest(pilot: Pilot) -> int:
    node = view(pilot)
    assert node.scrolled is not None
    return node.scrolled.content - node.rect.h


def thumb(pilot: Pilot) -> tuple[int, int]:
    """A pixel in the middle of the thumb."""
    node = view(pilot)
    assert node.scrolled is not None
    return node.rect.right - 4, thumb_top(node.rect, node.scrolled) + node.scrolled.thumb // 2


def test_the_bar_can_be_dragged_to_the_end_and_back(reading: Pilot) -> None:
    x, y = thumb(reading)
    reading.drag((x, y), (x, y + 60), (x - 300, reading.tree_node.rect.h - 1))
    assert offset(reading) == furthest(reading) > 0
    x, y = thumb(reading)
    reading.drag((x, y), (x, 1))
    assert offset(reading) == 0


def test_the_thumb_stays_under_the_pointer(reading: Pilot) -> None:
    x, y = thumb(reading)
    reading.mouse_down(x, y)
    reading.mouse_move(x, y + 100, down=True)
    assert abs(thumb(reading)[1] - (y + 100)) <= 2
    reading.mouse_up(x, y + 100)


def test_a_finger_need_not_hit_a_thin_bar(reading: Pilot) -> None:
    y = thumb(reading)[1]
    beside = view(reading).rect.right - 20
    reading.swipe((beside, y), (beside, y + 60))
    assert abs(thumb(reading)[1] - (y + 60)) <= 2 and offset(reading) > 0


def test_a_press_beside_the_thumb_brings_it_there(reading: Pilot) -> None:
    node = view(reading)
    where = node.rect.right - 4, node.rect.y + node.rect.h // 2
    reading.mouse_down(*where)
    reading.mouse_up(*where)
    assert abs(thumb(reading)[1] - where[1]) <= 2


@pytest.mark.parametrize("by", ["drag", "swipe"])
def test_what_it_shows_goes_along_with_pointer_and_finger(reading: Pilot, by: str) -> None:
    x, y = view(reading).rect.centre
    move = getattr(reading, by)
    move((x, y), (x, y - 40), (x + 5, y - 150))
    assert offset(reading) == min(150, furthest(reading))
    move((x, y - 150), (x, y - 100), (x, y))
    assert offset(reading) == 0


def test_it_goes_no_further_than_it_is_high(reading: Pilot) -> None:
    x, y = view(reading).rect.centre
    for _ in range(60):
        reading.swipe((x, y + 200), (x, y - 200))
    assert offset(reading) == furthest(reading)


def test_a_second_finger_changes_nothing(reading: Pilot) -> None:
    x, y = view(reading).rect.centre
    reading.finger(pygame.FINGERDOWN, x, y)
    reading.finger(pygame.FINGERMOTION, x, y - 60)
    reading.finger(pygame.FINGERDOWN, x + 200, y, finger=2)
    reading.finger(pygame.FINGERMOTION, x + 200, y - 300, finger=2)
    reading.finger(pygame.FINGERUP, x + 200, y - 300, finger=2)
    assert offset(reading) == min(60, furthest(reading))
    reading.finger(pygame.FINGERMOTION, x, y - 80)
    assert offset(reading) == min(80, furthest(reading))
    reading.finger(pygame.FINGERUP, x, y - 80)


def test_a_touch_that_also_comes_as_a_mouse_presses_once(reading: Pilot) -> None:
    """As a real screen tells it: SDL makes a mouse of every finger."""
    x, y = reading.control("Klaar").rect.centre
    for kind, finger in (
        (pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN),
        (pygame.MOUSEBUTTONUP, pygame.FINGERUP),
    ):
        reading.post(pygame.event.Event(kind, pos=(x, y), button=1, touch=True))
        reading.finger(finger, x, y)
    assert not reading.title.startswith("Hulp")


def test_a_finger_alone_presses_too(reading: Pilot) -> None:
    where = reading.control("Klaar").rect.centre
    reading.swipe(where, where)
    assert not reading.title.startswith("Hulp")


def test_what_was_dragged_is_not_pressed(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1024, 640)) as pilot:
        pilot.key("f2")
        switch = pilot.in_sight(pilot.control("Geluid"))
        x, y = switch.rect.centre
        pilot.drag((x, y), (x, y - 30))
        assert pilot.control("Geluid").pressed == switch.pressed
        pilot.drag(
            (x, pilot.control("Geluid").rect.centre[1]), (x, pilot.control("Geluid").rect.centre[1] + 3)
        )
        assert pilot.control("Geluid").pressed != switch.pressed, "a hand trembles"


def test_arrows_scroll_where_no_control_lies_that_way(reading: Pilot) -> None:
    for _ in range(200):
        reading.key("down")
    assert offset(reading) == furthest(reading)
    for _ in range(200):
        reading.key("up")
    assert offset(reading) == 0


def test_after_a_click_in_a_field_everything_can_be_pressed(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1280, 800)) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        field = next(node for node in pilot.nodes() if node.role is Role.TEXT_FIELD)
        pilot.click(pilot.in_sight(field))
        pilot.key("f1")
        pilot.press("Klaar")
        assert not pilot.title.startswith("Hulp")


def test_a_page_back_at_a_card_undoes_also_where_the_table_was_scrolled(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1280, 800)) as pilot:
        pilot.press(*TO_THE_TABLE)
        pilot.key("return")
        pilot.pass_time(2)
        pilot.key("n", "escape", "t")
        pilot.pass_time(2)
        pilot.key("pageup")
        assert pilot.app.model.announcement == "Ongedaan gemaakt: tegenwicht"
