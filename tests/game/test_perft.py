"""Exactly how many ways there are to go on: no action too many is offered, and none is missing.

As for chess programs: count the sequences of legal actions without free text, to a depth, on a small deck.
The first two numbers of each row were added up by hand, as shown; a second program written apart gave all.
"""

import pytest

from tegenwicht.game import events as game_events
from tegenwicht.game import rules
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.state import Timeline
from tests.game.tables import Play


def perft(timeline: Timeline, depth: int) -> int:
    """The number of sequences of ``depth`` legal actions."""
    legal = [one for one in rules.legal_actions(timeline) if not isinstance(one, type)]
    if depth == 1:
        return len(legal)
    events = (rules.decide(timeline, one) for one in legal)
    return sum(
        perft(rules.apply(timeline, one), depth - 1) for one in events if isinstance(one, game_events.Event)
    )


ALONE = (9, 85, 804, 7_725)
"""9: draw, pass, finish, and six clusters to mention.
85: after the draw 13 (counterweight opposite, aside, pass, done, the five other clusters, clock off, finish with
and without the card, undo); after a pass 10 (the 9 and undo); after each mention 10 (one can be taken back
instead of made, and undo); after finishing 2 (close, undo): 13 + 10 + 6 x 10 + 2.
"""

TOGETHER = (14, 188, 2_437, 31_087)
"""14: the 9, give the turn to the other, send either away, change places (said of either one).
188: after the draw 17 (13, two to leave, two to move); after a mention, after giving the turn and after either
move 15 (the 14 and undo); after a pass 14 (nobody waits, but undo); after either one left 10 (the 9 alone, and
undo); after finishing 2: 17 + 6 x 15 + 15 + 2 x 15 + 14 + 2 x 10 + 2.
"""

BY_PILE = (10, 105, 1_088, 11_280)
"""10: two piles instead of one draw. 105: after either pile 13; after a pass 11; after each mention 11; after
finishing 2: 2 x 13 + 11 + 6 x 11 + 2.
"""

OPEN = (11, 125, 1_383, 15_176)
"""11: two piles and the lot. 125: after each of these 13; after a pass 12; after each mention 12; after finishing
2: 3 x 13 + 12 + 6 x 12 + 2.
"""


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("seats", "drawing", "numbers"),
    [
        (1, Drawing.SHUFFLED, ALONE),
        (2, Drawing.SHUFFLED, TOGETHER),
        (1, Drawing.PILE, BY_PILE),
        (1, Drawing.OPEN, OPEN),
    ],
)
def test_there_are_exactly_so_many_ways_to_go_on(
    seats: int, drawing: Drawing, numbers: tuple[int, ...], depth: int
) -> None:
    play = Play((11, 21), seats, order=(11, 21), cards_per_round=2, drawing=drawing)
    assert perft(play.timeline, depth) == numbers[depth - 1]
