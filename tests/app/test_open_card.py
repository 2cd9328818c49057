"""The first screen: the open card makes room for the next cluster's, until somebody is there."""

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from tests.pilot import Pilot


def open_card(pilot: Pilot) -> str:
    return next(label for label in pilot.labels() if label.startswith("Open kaart: "))


def wait(pilot: Pilot, seconds: float) -> None:
    for _ in range(round(seconds * 5)):
        pilot.clock.now += 0.2
        pilot.app.take([])


def test_every_cluster_has_its_turn_once_and_then_all_is_still(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        seen, said = [open_card(pilot)], pilot.said
        for _ in range(6):
            wait(pilot, 9.6)
            seen.append(open_card(pilot))
        assert len(set(seen)) >= 6
        assert all(one != other for one, other in pairwise(seen))
        assert pilot.said == said  # it is only to be seen
        frames = pilot.app.screen.stage.frames
        wait(pilot, 60)
        assert (open_card(pilot), pilot.app.screen.stage.frames) == (seen[-1], frames)


@pytest.mark.parametrize("press", ["left", "f3"])
def test_any_key_lets_the_card_lie(tmp_path: Path, press: str) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        wait(pilot, 5)
        pilot.key(press)
        lies = open_card(pilot)
        wait(pilot, 30)
        assert open_card(pilot) == lies


def test_a_pointer_that_moves_lets_it_lie_until_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        wait(pilot, 10)
        monkeypatch.setattr(pygame.mouse, "get_pos", lambda: (300, 300))
        lies = open_card(pilot)
        wait(pilot, 30)
        assert open_card(pilot) == lies
        pilot.press("Kaarten", "Terug")
        wait(pilot, 10)
        assert open_card(pilot) != lies


def test_with_less_motion_the_card_of_the_day_lies_still(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1600, 900)) as pilot:
        lies = open_card(pilot)
        wait(pilot, 30)
        assert open_card(pilot) == lies


def test_the_card_that_lies_there_is_the_one_that_is_played_alone(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, size=(1600, 900)) as pilot:
        wait(pilot, 11)
        card = open_card(pilot)
        pilot.press(card)
        assert pilot.app.back.session is not None
        session = pilot.app.back.session.timeline.session
        assert session.cards[session.play.on_table.card].question in card  # type: ignore[attr-defined]
