"""What lies on the pans: in the order in which it came, and what lies there stays where it lies."""

import random

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.gallery.drawing import picture
from tegenwicht.gallery.played import Table
from tegenwicht.gallery.states import all_screens
from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.text import clean
from tegenwicht.kit.entry.live_field import LiveField
from tegenwicht.screens.parts.table.heap import heap
from tegenwicht.screens.shell.stage import Stage


@pytest.mark.parametrize("seed", range(6))
def test_a_stone_that_comes_moves_none_that_lies_there(seed: int) -> None:
    lot = random.Random(seed)
    blocks = tuple(lot.choice(CLUSTERS) for _ in range(seed))
    stones: tuple[Cluster, ...] = ()
    for _ in range(12):
        before = heap(blocks, stones)
        stones = (*stones, lot.choice(CLUSTERS))
        after = heap(blocks, stones)
        if after.size == before.size and after.pieces[0].times == 0:
            assert after.pieces[: len(before.pieces)] == before.pieces


def test_all_stay_on_the_pan_however_many() -> None:
    for count in range(1, 40):
        pieces = heap(CLUSTERS[:3] * count, CLUSTERS[3:] * count).pieces
        assert pieces
        assert sum(max(1, one.times) for one in pieces) == 6 * count


def test_marks_lie_in_the_order_in_which_they_were_made() -> None:
    first, second, third = CLUSTERS[4], CLUSTERS[0], CLUSTERS[3]
    table = (
        Table()
        .draw(9)
        .do(tegenwicht.Mention(first), tegenwicht.Mention(second), tegenwicht.FinishTurn())
        .do(tegenwicht.Mention(third))
    )
    play = tegenwicht.table(table.timeline.session)
    assert play.turn is not None
    cards, mentions = tegenwicht.laid_down(table.timeline.session, (*play.turns, play.turn))
    assert mentions == (first, second, third)
    assert cards == (table.timeline.session.cards[9].cluster,)
    table.do(tegenwicht.TakeBackMention(third), tegenwicht.Mention(second), tegenwicht.Mention(third))
    play = tegenwicht.table(table.timeline.session)
    assert play.turn is not None
    assert tegenwicht.laid_down(table.timeline.session, (play.turn,))[1] == (second, third)


def test_there_is_air_between_the_pan_that_hangs_lowest_and_its_total() -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    stage, surface = Stage(paths.assets(), lambda _parts: None), pygame.Surface((1920, 1080))
    field = LiveField(stage.painter, clean, lambda: 0.0)
    picture(stage, field, surface, all_screens()["round, the first"])  # Mensen 10, Kaders much less
    field.close()
    rows = [{tuple(surface.get_at((x, y))) for x in range(100, 290)} for y in range(470, 500)]
    pygame.display.quit()
    assert sum(len(row) == 1 for row in rows) >= 3
