"""One mouse or finger: what it means on a small tree. No window."""

import pygame
import pytest

from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Drag, Node, Place, Role
from tegenwicht.kit.nodes import Scrolled as View
from tegenwicht.kit.pointer import (
    Beside,
    Carried,
    Clicked,
    Dropped,
    Gesture,
    Over,
    PickedUp,
    Pointer,
    Pressed,
    Scrolled,
    latest,
)
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.scrolling import offsets_at, parts_gone


class Fall(Command):
    where: str


ASIDE, MIDDLE = Place("aside", Fall("aside")), Place("middle", Fall("middle"))
TREE = Node(
    "window", Role.WINDOW, Rect(0, 0, 1920, 1080),
    children=(
        Node("card", Role.BUTTON, Rect(100, 100, 200, 100), "Kaart", drag=Drag((ASIDE, MIDDLE))),
        Node("button", Role.BUTTON, Rect(400, 100, 200, 100), "Knop"),
        Node("lifts", Role.BUTTON, Rect(400, 300, 200, 100), "Stapel", drag=Drag()),
        Node("off", Role.BUTTON, Rect(400, 500, 200, 100), "Uit", enabled=False, drag=Drag((ASIDE,))),
        Node("aside", Role.GROUP, Rect(100, 800, 200, 100)),
        Node("middle", Role.GROUP, Rect(800, 400, 400, 300)),
        Node("view", Role.SCROLL, Rect(1400, 0, 400, 500), scrolled=View(100, 2000, 20, 125),
             children=(Node("inside", Role.BUTTON, Rect(1420, 100, 200, 80), "Binnen"),)),
    ),
)  # fmt: skip


def mouse(kind: int, x: int, y: int, button: int = 1) -> pygame.event.Event:
    if kind == pygame.MOUSEMOTION:
        return pygame.event.Event(kind, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0), touch=False)
    return pygame.event.Event(kind, pos=(x, y), button=button, touch=False)


def finger(kind: int, x: int, y: int, which: int = 1) -> pygame.event.Event:
    at = {"x": (x + 0.5) / 1920, "y": (y + 0.5) / 1080, "dx": 0, "dy": 0, "pressure": 1}
    return pygame.event.Event(kind, finger_id=which, touch_id=3, **at)


DOWN, MOVE, UP = pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP
WAYS = {DOWN: pygame.FINGERDOWN, MOVE: pygame.FINGERMOTION, UP: pygame.FINGERUP}


def gestures(*steps: tuple[int, int, int], by: str = "mouse", tree: Node = TREE) -> list[Gesture]:
    pointer = Pointer()
    found: list[Gesture] = []
    for kind, x, y in steps:
        event = mouse(kind, x, y) if by == "mouse" else finger(WAYS[kind], x, y)
        found += pointer.handle(event, tree)
        if by == "both":  # as a real screen tells it
            again = pygame.event.Event(kind, pos=(x, y), button=1, touch=True, rel=(0, 0), buttons=(1, 0, 0))
            found += pointer.handle(again, tree)
    assert not pointer.held
    return found


@pytest.mark.parametrize("by", ["mouse", "finger", "both"])
def test_something_acts_when_the_button_goes_up_on_it(by: str) -> None:
    assert gestures((DOWN, 450, 150), (UP, 455, 152), by=by) == [
        Pressed("button"),
        Clicked("button", (455, 152)),
    ]


def test_not_when_it_goes_up_elsewhere_or_on_what_is_off() -> None:
    assert gestures((DOWN, 450, 150), (MOVE, 700, 150), (UP, 700, 150)) == [Pressed("button")]
    assert gestures((DOWN, 450, 550), (UP, 450, 550)) == [Pressed("")]


@pytest.mark.parametrize("by", ["mouse", "finger", "both"])
def test_a_thing_is_picked_up_carried_and_falls_on_a_place(by: str) -> None:
    found = gestures((DOWN, 150, 120), (MOVE, 150, 400), (MOVE, 150, 850), (UP, 150, 850), by=by)
    if by == "both":  # the same movement told twice
        found = [one for number, one in enumerate(found) if number == 0 or one != found[number - 1]]
    assert found == [
        Pressed("card"), PickedUp("card", (50, 20)), Carried(150, 400, ""), Carried(150, 850, "aside"),
        Dropped("card", ASIDE),
    ]  # fmt: skip


def test_where_it_may_not_fall_it_goes_home() -> None:
    assert gestures((DOWN, 150, 120), (MOVE, 600, 900), (UP, 600, 900))[-1] == Dropped("card", None)


def test_a_hand_trembles_and_still_presses() -> None:
    assert gestures((DOWN, 150, 120), (MOVE, 157, 126), (UP, 157, 126)) == [
        Pressed("card"),
        Clicked("card", (157, 126)),
    ]


def test_what_is_off_cannot_be_dragged() -> None:
    assert gestures((DOWN, 450, 550), (MOVE, 150, 850), (UP, 150, 850)) == [Pressed("")]


def test_what_scrolls_goes_along_and_what_is_on_it_is_not_pressed() -> None:
    steps = ((DOWN, 1450, 140), (MOVE, 1450, 100), (MOVE, 1450, 900), (UP, 1450, 140))
    assert gestures(*steps) == [Pressed("inside"), Scrolled("view", 140), Scrolled("view", 0)]


@pytest.mark.parametrize("x", [1450, 1795], ids=["what is in it", "its bar"])
def test_a_held_view_of_which_all_is_in_sight_by_now_stays(x: int) -> None:
    view = TREE.children[-1]
    whole = TREE._replace(children=(*TREE.children[:-1], view._replace(scrolled=None)))
    pointer = Pointer()
    pointer.handle(mouse(DOWN, x, 140), TREE)
    assert pointer.handle(mouse(MOVE, x, 40), whole) == []
    assert pointer.handle(mouse(MOVE, x, 100), TREE) != []
    pointer.handle(mouse(UP, x, 100), TREE)
    assert not pointer.held


def test_another_button_of_the_mouse_does_nothing() -> None:
    assert Pointer().handle(mouse(DOWN, 150, 120, button=3), TREE) == []


def test_a_lost_window_sends_what_is_carried_home() -> None:
    pointer = Pointer()
    for event in (mouse(DOWN, 150, 120), mouse(MOVE, 600, 900)):
        pointer.handle(event, TREE)
    assert pointer.let_go() == [Dropped("card", None)]
    assert pointer.handle(mouse(UP, 150, 850), TREE) == []
    assert pointer.let_go() == []


PANEL = TREE._replace(children=(
    Node("behind", Role.GROUP, TREE.rect, inert=True, children=TREE.children),
    Node("panel", Role.DIALOG, Rect(600, 300, 700, 500), "Paneel",
         children=(Node("done", Role.BUTTON, Rect(1000, 700, 200, 80), "Klaar"),)),
))  # fmt: skip


@pytest.mark.parametrize("by", ["mouse", "finger", "both"])
def test_a_press_beside_a_panel_is_told(by: str) -> None:
    assert gestures((DOWN, 150, 150), (UP, 152, 150), by=by, tree=PANEL) == [
        Pressed(""),
        Beside("panel", (152, 150)),
    ]


def test_not_a_press_on_it_or_one_that_began_or_ended_there() -> None:
    for steps in (
        ((DOWN, 700, 400), (UP, 700, 400)),
        ((DOWN, 700, 400), (UP, 150, 150)),
        ((DOWN, 150, 150), (UP, 700, 400)),
        ((DOWN, 150, 150), (MOVE, 400, 900), (UP, 400, 900)),
    ):
        assert Beside not in {type(one) for one in gestures(*steps, tree=PANEL)}
    assert gestures((DOWN, 700, 600), (UP, 700, 600)) == [Pressed("")]


def test_it_tells_once_what_it_is_over() -> None:
    pointer = Pointer()
    told = [
        pointer.handle(mouse(MOVE, x, y), TREE) for x, y in ((450, 350), (460, 350), (450, 150), (450, 550))
    ]
    assert told == [[Over("lifts")], [], [Over("")], []]


def test_of_movements_only_the_last_counts() -> None:
    moves = [mouse(MOVE, n, n) for n in range(4)]
    events = [*moves, mouse(DOWN, 5, 5), mouse(MOVE, 9, 9)]
    assert latest(events) == [moves[3], events[4], events[5]]


def scrolling(key: str, content: int, offset: int = 0) -> Node:
    return Node(key, Role.SCROLL, Rect(0, 0, 400, 500), scrolled=View(offset, content, 10, 100))


def test_views_of_another_window_are_as_far_and_what_only_it_has_follows_the_first() -> None:
    led = parts_gone([scrolling("page", 1500, 250), scrolling("list", 1000, 500)])
    there = Node(
        "window", Role.WINDOW, Rect(0, 0, 1920, 1080),
        children=(scrolling("page", 900), scrolling("list", 700), scrolling("other", 700)),
    )  # fmt: skip
    assert offsets_at(there, led) == {"page": 100, "list": 200, "other": 50}
    assert offsets_at(there, parts_gone([])) == {"page": 0, "list": 0, "other": 0}
