"""Exactly how many ways there are to go on: no action too many is offered, and none is missing.

As for chess programs: count the sequences of legal actions without free text, to a depth, on a small deck.
The first two numbers of each row were added up by hand, as shown; a second program written apart gave all.
"""

import pytest

from tegenwicht.game import events as e
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
    return sum(perft(rules.apply(timeline, one), depth - 1) for one in events if isinstance(one, e.Event))


ALONE = (10, 107, 1_152, 12_603)
"""10: draw, counterweight, pass, finish, and six clusters to mention.
107: after either draw 14 (counterweight beside it, aside, pass, done, six mentions, clock off, finish with
and without the card, undo); after a pass 11 (the 10 and undo); after each mention 11 (one can be taken back
instead of made, and undo); after finishing 2 (close, undo): 2 x 14 + 11 + 6 x 11 + 2.
"""

TOGETHER = (15, 219, 3_106, 43_453)
"""15: the 10, give the turn to the other, send either away, change places (said of either one).
219: after either draw 18 (14, two to leave, two to move); after a mention, after giving the turn and after
either move 16 (the 15 and undo); after a pass 15 (nobody waits, but undo); after either one left 11 (the 10
alone, and undo); after finishing 2: 2 x 18 + 6 x 16 + 16 + 2 x 16 + 15 + 2 x 11 + 2.
"""

BY_PILE = (11, 128, 1_470, 16_878)
"""11: two piles instead of one draw. 128: after either pile and the counterweight 14; after a pass 12; after
each mention 12; after finishing 2: 3 x 14 + 12 + 6 x 12 + 2.
"""


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("seats", "drawing", "numbers"),
    [(1, Drawing.SHUFFLED, ALONE), (2, Drawing.SHUFFLED, TOGETHER), (1, Drawing.PILE, BY_PILE)],
)
def test_there_are_exactly_so_many_ways_to_go_on(
    seats: int, drawing: Drawing, numbers: tuple[int, ...], depth: int
) -> None:
    play = Play((11, 21), seats, order=(11, 21), cards_per_round=2, drawing=drawing)
    assert perft(play.timeline, depth) == numbers[depth - 1]
