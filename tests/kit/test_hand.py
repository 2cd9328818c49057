"""What a pointer lifts and carries, with a clock that stands still."""

from collections.abc import Iterator

import pygame
import pytest

from tegenwicht.kit.command import Command
from tegenwicht.kit.motion.hand import Hand
from tegenwicht.kit.nodes import Drag, Node, Place, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tests.kit.small_table import painter, shown

SIZE = (1280, 720)
ROOM, RED, BLUE, INK = (240, 240, 240), (200, 30, 30), (30, 30, 200), (10, 20, 30)


class Fall(Command):
    pass


THING, BIG, PLACE = Rect(100, 100, 120, 80), Rect(300, 100, 600, 400), Rect(900, 500, 200, 120)


def tree(stays: bool = False, there: bool = True) -> Node:
    drag = Drag((Place("place", Fall()),), stays=stays)
    things = (
        Node("thing", Role.BUTTON, THING, ops=(Fill(THING, RED),), drag=drag),
        Node("big", Role.BUTTON, BIG, ops=(Fill(BIG, BLUE),), drag=drag),
    )
    place = Node("place", Role.GROUP, PLACE)
    whole = Rect(0, 0, *SIZE)
    return Node(
        "window", Role.WINDOW, whole, ops=(Fill(whole, ROOM),), children=(*things[: 2 if there else 0], place)
    )


class Table:
    """A window with a hand over it."""

    def __init__(self) -> None:
        self.painter = painter()
        self.window = pygame.display.get_surface() or pygame.Surface(SIZE)
        self.tree = tree()
        shown(self.tree, self.painter, self.window)
        self.plain = self.pixels()
        self.hand = Hand(self.painter, INK)

    def pixels(self) -> bytes:
        return pygame.image.tobytes(self.window, "RGB")

    def at(self, x: int, y: int) -> tuple[int, ...]:
        return tuple(self.window.get_at((x, y))[:3])

    def red(self) -> Rect:
        """What is red in the window: its smallest box."""
        mask = pygame.mask.from_threshold(self.window, RED, (3, 3, 3, 255))
        boxes = mask.get_bounding_rects()
        return Rect(*boxes[0].unionall(boxes[1:])) if boxes else Rect(0, 0, 0, 0)

    def run(self, since: float, until: float) -> float:
        """Sixty frames a second, for as long as it is restless; when the last was."""
        now = since
        while now < until and self.hand.restless(now):
            self.hand.step(self.window, now)
            now += 1 / 60
        return now

    def carry(self, *way: tuple[int, int], place: str = "") -> float:
        self.hand.pick_up(self.tree, "thing", (60, 40), 10.0)
        now = 10.0
        for x, y in way:
            self.hand.carry(x, y, place)
            now = self.run(now, now + 2)
        return now


@pytest.fixture
def table() -> Iterator[Table]:
    pygame.display.quit()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDL_VIDEODRIVER", "dummy")
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode(SIZE)
        yield Table()
        pygame.display.quit()


def test_a_thing_under_the_pointer_becomes_larger_and_then_rests(table: Table) -> None:
    table.hand.over(table.tree, "thing", 5.0)
    end = table.run(5.0, 7.0)
    assert end == pytest.approx(5.15, abs=0.04) and not table.hand.restless(end)
    assert table.red().w == pytest.approx(120 * 1.04, abs=2)


def test_it_goes_back_and_leaves_no_trace(table: Table) -> None:
    table.hand.over(table.tree, "thing", 5.0)
    table.run(5.0, 7.0)
    table.hand.over(table.tree, "", 7.0)
    table.run(7.0, 9.0)
    assert table.hand.empty and table.pixels() == table.plain


def test_what_is_carried_follows_with_a_lag_and_comes_to_rest(table: Table) -> None:
    table.hand.pick_up(table.tree, "thing", (60, 40), 10.0)
    table.hand.step(table.window, 10.0)
    table.hand.carry(700, 400, "")
    table.hand.step(table.window, 10.0 + 1 / 60)
    part = 1 - 2.718281828 ** (-30 / 60)
    assert table.red().centre[0] == pytest.approx(160 + (700 - 160) * part, abs=6)
    end = table.run(10.0 + 1 / 60, 13)
    assert end < 11.5 and table.red().centre == pytest.approx((700, 400), abs=2)


def test_it_leans_against_its_way_and_stands_straight_at_rest(table: Table) -> None:
    table.carry((160, 140))
    now = 12.0
    for step in range(1, 9):
        table.hand.carry(160 + 60 * step, 300, "")
        table.hand.step(table.window, now + step / 60)
    leaning = table.red()
    assert leaning.w * leaning.h > 120 * 80 * 1.08**2 * 1.1
    table.run(now + 0.2, now + 3)
    assert table.red().w == pytest.approx(120 * 1.08, abs=2)


def test_where_it_may_fall_there_is_a_dashed_line_and_over_it_a_whole_one(table: Table) -> None:
    def inked() -> int:
        mask = pygame.mask.from_threshold(table.window, INK, (2, 2, 2, 255))
        box = pygame.Rect(PLACE).inflate(60, 60)
        return sum(mask.get_at((x, y)) for x in range(box.x, box.right) for y in range(box.y, box.bottom))

    table.carry((160, 300))
    dashed = inked()
    table.hand.carry(160, 301, "place")
    table.run(14.0, 15.0)
    assert inked() > 1.5 * dashed > 300


def test_it_is_not_where_it_was_while_it_is_carried_unless_it_stays(table: Table) -> None:
    table.carry((600, 600))
    assert table.at(160, 140) == ROOM
    table.hand.open()
    table.tree = tree(stays=True)
    shown(table.tree, table.painter, table.window)
    table.carry((600, 600))
    assert table.at(160, 140) == RED == table.at(600, 600)


def test_a_large_thing_becomes_small_enough_to_see_where_it_may_fall(table: Table) -> None:
    table.hand.pick_up(table.tree, "big", (300, 200), 10.0)
    table.hand.carry(640, 360, "")
    table.run(10.0, 13.0)
    mask = pygame.mask.from_threshold(table.window, BLUE, (3, 3, 3, 255))
    assert mask.get_bounding_rects()[0].w == pytest.approx(430 * 1280 / 1920 * 1.08, abs=3)


def test_let_go_elsewhere_it_goes_home_in_400_milliseconds(table: Table) -> None:
    table.carry((600, 600))
    table.hand.go_home(20.0)
    end = table.run(20.0, 22.0)
    table.hand.step(table.window, end)
    assert end == pytest.approx(20.4, abs=0.04)
    assert table.hand.empty and table.pixels() == table.plain


def test_let_go_on_a_place_the_hand_tells_where_it_was(table: Table) -> None:
    table.carry((600, 600))
    held = table.hand.give()
    assert held is not None and held.key == "thing" and held.rect.centre == pytest.approx((600, 600), abs=2)
    table.hand.uncover(table.window)
    assert table.hand.empty and table.pixels() == table.plain


def test_with_less_motion_nothing_lifts_or_lags(table: Table) -> None:
    table.hand.still = True
    table.hand.over(table.tree, "thing", 5.0)
    assert table.hand.empty
    table.hand.pick_up(table.tree, "thing", (60, 40), 10.0)
    table.hand.step(table.window, 10.0)
    table.hand.carry(700, 400, "")
    table.hand.step(table.window, 10.2)
    assert table.red().centre == pytest.approx((700, 400), abs=2)
    table.hand.go_home(10.3)
    table.hand.step(table.window, 10.3)
    assert table.pixels() == table.plain


def test_when_the_thing_is_gone_the_hand_is_empty(table: Table) -> None:
    table.carry((600, 600))
    table.hand.uncover(table.window)
    table.hand.cover(table.window, tree(there=False))
    assert table.hand.empty


def test_what_changes_below_shows_when_the_hand_leaves(table: Table) -> None:
    table.hand.over(table.tree, "thing", 5.0)
    table.run(5.0, 7.0)
    table.hand.uncover(table.window)
    table.window.fill((1, 2, 3), (100, 100, 20, 20))
    table.hand.cover(table.window, table.tree)
    table.hand.over(table.tree, "", 8.0)
    table.run(8.0, 9.0)
    assert table.at(105, 105) == (1, 2, 3) and table.at(200, 150) == RED
