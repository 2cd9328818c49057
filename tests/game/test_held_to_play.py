"""A journal of a Kaartgesprek is held to the rules of play, event by event; an older one to those it had."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.harvest import SentenceWritten
from tegenwicht.game.parking import ThoughtParked
from tegenwicht.game.rules import ReplayError, replay
from tests.game.tables import CLIENT, PROFESSIONAL, TWO_OF_EACH, Play, plays


def start(drawing: Drawing = Drawing.OPEN, edition: int = 3) -> e.SessionStarted:
    first = Play(TWO_OF_EACH, 2, order=TWO_OF_EACH, drawing=drawing).journal[0]
    assert isinstance(first, e.SessionStarted)
    return replace(first, edition=edition)


WHOLE, PILE, NUMBER = t.Way.WHOLE, t.Way.PILE, t.Way.NUMBER
FIRST = t.CardDrawn(11, WHOLE)


@pytest.mark.parametrize(
    ("drawing", "events"),
    [
        (Drawing.OPEN, (t.CardDrawn(12, WHOLE),)),  # not the next of the order
        (Drawing.OPEN, (t.CardDrawn(22, PILE),)),  # not the top of its pile
        (Drawing.PILE, (FIRST,)),  # one picks a pile
        (Drawing.SHUFFLED, (t.CardDrawn(11, PILE),)),  # there are no piles
        (Drawing.COUNTERWEIGHT, (FIRST,)),  # the lightest cluster
        (Drawing.OPEN, (FIRST, t.CardDrawn(12, NUMBER))),  # there lies one
        (Drawing.OPEN, (t.CardDrawn(11, t.Way.ASIDE),)),
        (Drawing.OPEN, (FIRST, t.CardDrawn(31, t.Way.COUNTERWEIGHT, 11))),
        (Drawing.OPEN, (FIRST, t.CardDrawn(21, t.Way.COUNTERWEIGHT))),  # of which card?
        (Drawing.OPEN, (t.CardDrawn(11, WHOLE, 21),)),
        (Drawing.OPEN, (FIRST, t.ClusterMentioned(PROFESSIONAL))),
        (Drawing.OPEN, (t.ClusterMentioned(CLIENT), t.ClusterMentioned(CLIENT))),
        (Drawing.OPEN, (t.MentionTakenBack(CLIENT),)),
        (Drawing.OPEN, (FIRST, t.CardWeighed((0, 0, 0, 0)))),
        (Drawing.OPEN, (FIRST, t.CardWeighed((0, -1, 0, 3)))),
        (Drawing.OPEN, (FIRST, t.CardWeighed((1, 0, 0, 0), 21))),
        (Drawing.OPEN, (FIRST, t.NoteWritten("x" * 2001))),
        (Drawing.OPEN, (FIRST, t.NoteWritten(" not cleaned "))),
        (Drawing.OPEN, (FIRST, t.TurnGivenTo(2))),
        (Drawing.OPEN, (t.TurnPassed(), t.TurnGivenTo(1))),
        (Drawing.OPEN, (t.CardsReshuffled(TWO_OF_EACH),)),
        (Drawing.OPEN, (e.SessionFinished(count_card=True),)),  # there is no card
        (Drawing.OPEN, (e.SessionFinished(count_card=False), e.SessionClosed(), t.TurnPassed())),
        (Drawing.OPEN, (ThoughtParked(1, "hidden \u202e"),)),
        (Drawing.OPEN, (e.SessionFinished(count_card=False), SentenceWritten(1, "two\nlines"))),
    ],
)
def test_what_play_refuses_a_journal_refuses(drawing: Drawing, events: tuple[e.Event, ...]) -> None:
    with pytest.raises(ReplayError) as told:
        replay([start(drawing), *events])
    assert told.value.number in range(1, len(events) + 1)


def test_cards_are_shuffled_again_in_the_one_order_there_is() -> None:
    play = Play((11, 21, 31), 1, order=(11, 21, 31), cards_per_round=4)
    play.do(*[t.Draw(), t.Pass()] * 3, t.Reshuffle())
    again = play.journal[-1]
    assert isinstance(again, t.CardsReshuffled)
    assert replay(play.journal).session == play.session
    with pytest.raises(ReplayError):
        replay([*play.journal[:-1], t.CardsReshuffled(again.order[::-1])])


def test_what_an_older_session_holds_stays_as_it_was() -> None:
    events = (t.CardDrawn(12, WHOLE), t.ClusterMentioned(PROFESSIONAL), t.TurnFinished())
    for edition in (1, 2):
        assert t.table(replay([start(edition=edition), *events]).session).used == (12,)
    with pytest.raises(ReplayError):
        replay([start(edition=2), t.RoundGuessed(CLIENT, None)])


@settings(max_examples=100, deadline=None)
@given(plays())
def test_whatever_was_played_is_replayed_and_nothing_can_be_left_out_unseen(play: Play) -> None:
    assert replay(play.journal).session == play.session
    moved = [n for n, one in enumerate(play.journal) if _leaves_something(one)]
    for number in moved[:5]:
        shorter = [*play.journal[:number], *play.journal[number + 1 :]]
        with suppress(ReplayError):
            assert replay(shorter).session != play.session


def _leaves_something(event: e.Event) -> bool:
    """A card taken back from aside may go aside again at once: then nothing tells that it was ever taken."""
    if isinstance(event, t.CardDrawn):
        return event.way is not t.Way.ASIDE
    return isinstance(event, t.TurnFinished)
