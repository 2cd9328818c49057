"""Movements in the program itself: a key ends them, the clock ends them, and then nothing is drawn."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht.kit.motion.playing import Playing
from tegenwicht.kit.nodes import Node
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def drawing(tmp_path: Path) -> Iterator[Pilot]:
    """A card that is just being drawn."""
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        assert pilot.app.screen.stage.moving is not None
        yield pilot


def pixels(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.app.screen.surface, "RGB")


def test_the_main_key_during_a_movement_ends_it_and_does_no_more(drawing: Pilot) -> None:
    said, tree = drawing.said, drawing.tree()
    drawing.key("return")
    assert drawing.app.screen.stage.moving is None
    assert (drawing.said, drawing.tree()) == (said, tree)


def test_another_key_ends_it_and_is_then_handled(drawing: Pilot) -> None:
    drawing.key("f1")
    assert drawing.app.screen.stage.moving is None
    assert drawing.title.startswith("Hulp")


def test_what_a_screen_reader_asks_for_ends_it_and_is_done(drawing: Pilot) -> None:
    drawing.ask("press", "Hulp")
    assert drawing.app.screen.stage.moving is None
    assert drawing.title.startswith("Hulp")


def test_it_ends_by_itself_and_then_nothing_is_drawn(drawing: Pilot) -> None:
    for _ in range(80):
        drawing.clock.now += 1 / 60
        drawing.app.take([])
    assert drawing.app.screen.stage.moving is None
    frames = drawing.app.screen.stage.frames
    for _ in range(10):
        drawing.app.take([])
    assert drawing.app.screen.stage.frames == frames


def test_it_ends_with_the_window_as_it_is_drawn_anew(drawing: Pilot) -> None:
    drawing.key("return")
    ended = pixels(drawing)
    drawing.app.show(everything=True)
    drawing.app.screen.stage.present()
    assert pixels(drawing) == ended


def test_frames_hand_over_only_what_moves(drawing: Pilot) -> None:
    handed: list[pygame.Rect] = []
    whole = 1600 * 900
    drawing.key("return", "4")
    for _ in range(12):
        drawing.clock.now += 1 / 60
        drawing.app.take([])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            drawing.app.screen.stage, "_hand_over", lambda parts: handed.extend(map(pygame.Rect, parts))
        )
        drawing.clock.now += 1 / 60
        drawing.app.take([])
    assert handed and sum(part.w * part.h for part in handed) < whole / 4


def test_of_a_movement_that_is_over_no_picture_is_kept(tmp_path: Path) -> None:
    """Not until somebody clears up either: six pictures as large as the window, for each card."""
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE)
        gc.collect()
        gc.disable()
        try:
            for label in ("Laat het lot kiezen", "Klaar", "Laat het lot kiezen", "Opzij"):
                pilot.press(label)
                moving = pilot.app.screen.stage.moving
                assert moving is not None
                pictures = [
                    weakref.ref(one) for one in (moving._was, *(pixels() for _, pixels in moving._end))
                ]
                del moving
                pilot.app.screen.stop_motion()
                assert [one() for one in pictures] == [None] * len(pictures)
        finally:
            gc.enable()


def middle_of(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.app.screen.surface.subsurface((500, 250, 500, 300)), "RGB")


def test_either_of_two_cards_grows_and_goes_back(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Tegenwicht")
        for key in ("right", "escape", "left", "escape"):
            pilot.app.screen.stop_motion()
            pilot.key(key)
            assert pilot.app.screen.stage.moving is not None, key
            pilot.clock.now += 0.11
            pilot.app.take([])
            halfway = middle_of(pilot)
            pilot.clock.now += 1
            pilot.app.take([])
            assert pilot.app.screen.stage.moving is None
            assert middle_of(pilot) != halfway


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
def test_on_a_small_table_two_cards_change_places(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path, motion=True, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Tegenwicht")
        pilot.app.screen.stage.stop_moving()
        shown, other = (
            next(n.label for n in pilot.nodes() if n.key == key) for key in ("card", "card:other")
        )
        pilot.key("left")
        assert pilot.app.screen.stage.moving is not None
        pilot.app.screen.stage.stop_moving()
        assert next(n.label for n in pilot.nodes() if n.key == "card") == other.removeprefix("Groter: ")
        pilot.key("right")
        assert pilot.app.screen.stage.moving is not None
        pilot.app.screen.stage.stop_moving()
        assert next(n.label for n in pilot.nodes() if n.key == "card") == shown


def test_on_a_laptop_the_counters_turn_over_and_the_rows_of_the_round_come(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, size=(1366, 768)) as pilot:
        pilot.press(*TO_THE_TABLE)
        for number in range(1, 6):
            for key in (str(number), "1", "2", "6", "pagedown"):
                pilot.settle()
                pilot.key(key)
                moving = pilot.app.screen.stage.moving
                pilot.app.screen.stage.stop_moving()
        assert pilot.title.startswith("Ronde 1 is klaar")
        assert moving is not None, "the counters turn over"
        for key in ("6", "return", "3", "return"):
            pilot.settle()
            pilot.key(key)
        assert pilot.app.screen.stage.moving is not None, "the rows come"
        assert any(one.key == "row:client" for one in pilot.nodes())


def test_a_card_that_somebody_passes_flies_to_what_was_put_aside(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.app.screen.stop_motion()
        pilot.key("p")
        pilot.clock.now += 0.08
        pilot.app.take([])
        halfway = middle_of(pilot)
        pilot.clock.now += 1
        pilot.app.take([])
        assert middle_of(pilot) != halfway


def found(pilot: Pilot, key: str) -> Node:
    return next(node for node in pilot.nodes() if node.key == key)


def sounds_of(pilot: Pilot, heard: list[str], *keys: str) -> list[str]:
    """What is heard while a key's movement goes on to its end."""
    heard.clear()
    for key in keys:
        pilot.key(key)
        for _ in range(90):
            pilot.clock.now += 1 / 60
            pilot.app.take([])
    return list(heard)


def test_on_a_laptop_a_stone_flies_from_its_counter_to_the_small_scale(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, size=(1366, 768)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.app.screen.stop_motion()
        balance, lying = found(pilot, "balance"), pixels(pilot)
        other = next(
            one for one in pilot.nodes() if one.key.startswith("counter:") and one.action is not None
        )
        pilot.key(other.shortcuts[0])
        pilot.clock.now += 0.16
        pilot.app.take([])
        flying = pixels(pilot)
        pilot.app.screen.stop_motion()
        laid = pixels(pilot)
        assert len({lying, flying, laid}) == 3, "a stone is on its way, and then the scale has more on it"
        assert found(pilot, "balance").label != balance.label


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1024, 640), (1920, 1080)])
def test_the_block_of_a_card_that_is_done_flies_to_its_pan(tmp_path: Path, size: tuple[int, int]) -> None:
    def on_the_pan(pilot: Pilot) -> bytes:
        area = found(pilot, pan).rect.shared(pilot.tree_node.rect)
        return pygame.image.tobytes(pilot.app.screen.surface.subsurface(pygame.Rect(area)), "RGB")

    with Pilot(tmp_path, motion=True, size=size) as pilot:
        pilot.press(*TO_THE_TABLE)
        pilot.key("2")
        pilot.app.screen.stop_motion()
        pan = "pan:left"  # of Cliënt
        pilot.clock.now += 1
        pilot.key("pagedown")
        moving = pilot.app.screen.stage.moving
        assert moving is not None
        pilot.clock.now = moving.began + 0.3
        pilot.app.take([])
        on_its_way = on_the_pan(pilot)
        pilot.app.screen.stop_motion()
        assert on_the_pan(pilot) != on_its_way, "it is not on the pan before it has come"
        assert found(pilot, pan).ops[1:], "and then it is"


def test_a_movement_is_heard_from_its_beginning_and_so_is_a_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        monkeypatch.setattr(pilot.app.sounds, "play", heard.append)
        pilot.press(*TO_THE_TABLE)
        assert sounds_of(pilot, heard, "2") == ["slide", "thud"]
        assert sounds_of(pilot, heard, "a") == ["paper"]
        assert sounds_of(pilot, heard, "o") == ["slide", "cloth"]
        assert sounds_of(pilot, heard, "p") == ["paper"]


def test_what_a_movement_takes_to_be_made_is_not_left_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE)
        made = Playing.__init__

        def slowly(*args: object, **named: object) -> None:
            made(*args, **named)  # type: ignore[arg-type]
            pilot.clock.now += 0.2

        monkeypatch.setattr(Playing, "__init__", slowly)
        pilot.key("2")
        moving = pilot.app.screen.stage.moving
        assert moving is not None and moving.began == pilot.clock.now
