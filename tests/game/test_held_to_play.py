"""A journal of a Kaartgesprek is held to the rules of play, event by event; an older one to those it had."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.harvest import SentenceWritten
from tegenwicht.game.parking import ThoughtParked
from tegenwicht.game.rules import ReplayError, replay
from tests.game.tables import CLIENT, PROFESSIONAL, TWO_OF_EACH, Play, plays


def start(drawing: Drawing = Drawing.OPEN, edition: int = 3) -> events.SessionStarted:
    first = Play(TWO_OF_EACH, 2, order=TWO_OF_EACH, drawing=drawing).journal[0]
    assert isinstance(first, events.SessionStarted)
    return replace(first, edition=edition)


WHOLE, PILE, NUMBER = tegenwicht.Way.WHOLE, tegenwicht.Way.PILE, tegenwicht.Way.NUMBER
FIRST = tegenwicht.CardDrawn(11, WHOLE)


@pytest.mark.parametrize(
    ("drawing", "events"),
    [
        (Drawing.OPEN, (tegenwicht.CardDrawn(12, WHOLE),)),  # not the next of the order
        (Drawing.OPEN, (tegenwicht.CardDrawn(22, PILE),)),  # not the top of its pile
        (Drawing.PILE, (FIRST,)),  # one picks a pile
        (Drawing.SHUFFLED, (tegenwicht.CardDrawn(11, PILE),)),  # there are no piles
        (Drawing.COUNTERWEIGHT, (FIRST,)),  # the lightest cluster
        (Drawing.OPEN, (FIRST, tegenwicht.CardDrawn(12, NUMBER))),  # there lies one
        (Drawing.OPEN, (tegenwicht.CardDrawn(11, tegenwicht.Way.ASIDE),)),
        (Drawing.OPEN, (FIRST, tegenwicht.CardDrawn(31, tegenwicht.Way.COUNTERWEIGHT, 11))),
        (Drawing.OPEN, (FIRST, tegenwicht.CardDrawn(21, tegenwicht.Way.COUNTERWEIGHT))),  # of which card?
        (Drawing.OPEN, (tegenwicht.CardDrawn(11, WHOLE, 21),)),
        (Drawing.OPEN, (FIRST, tegenwicht.ClusterMentioned(PROFESSIONAL))),
        (Drawing.OPEN, (tegenwicht.ClusterMentioned(CLIENT), tegenwicht.ClusterMentioned(CLIENT))),
        (Drawing.OPEN, (tegenwicht.MentionTakenBack(CLIENT),)),
        (Drawing.OPEN, (FIRST, tegenwicht.CardWeighed((0, 0, 0, 0)))),
        (Drawing.OPEN, (FIRST, tegenwicht.CardWeighed((0, -1, 0, 3)))),
        (Drawing.OPEN, (FIRST, tegenwicht.CardWeighed((1, 0, 0, 0), 21))),
        (Drawing.OPEN, (FIRST, tegenwicht.NoteWritten("x" * 2001))),
        (Drawing.OPEN, (FIRST, tegenwicht.NoteWritten(" not cleaned "))),
        (Drawing.OPEN, (FIRST, tegenwicht.TurnGivenTo(2))),
        (Drawing.OPEN, (tegenwicht.TurnPassed(), tegenwicht.TurnGivenTo(1))),
        (Drawing.OPEN, (tegenwicht.CardsReshuffled(TWO_OF_EACH),)),
        (Drawing.OPEN, (events.SessionFinished(count_card=True),)),  # there is no card
        (
            Drawing.OPEN,
            (events.SessionFinished(count_card=False), events.SessionClosed(), tegenwicht.TurnPassed()),
        ),
        (Drawing.OPEN, (ThoughtParked(1, "hidden \u202e"),)),
        (Drawing.OPEN, (events.SessionFinished(count_card=False), SentenceWritten(1, "two\nlines"))),
    ],
)
def test_what_play_refuses_a_journal_refuses(drawing: Drawing, events: tuple[events.Event, ...]) -> None:
    with pytest.raises(ReplayError) as told:
        replay([start(drawing), *events])
    assert told.value.number in range(1, len(events) + 1)


def test_cards_are_shuffled_again_in_the_one_order_there_is() -> None:
    play = Play((11, 21, 31), 1, order=(11, 21, 31), cards_per_round=4)
    play.do(*[tegenwicht.Draw(), tegenwicht.Pass()] * 3, tegenwicht.Reshuffle())
    again = play.journal[-1]
    assert isinstance(again, tegenwicht.CardsReshuffled)
    assert replay(play.journal).session == play.session
    with pytest.raises(ReplayError):
        replay([*play.journal[:-1], tegenwicht.CardsReshuffled(again.order[::-1])])


def test_what_an_older_session_holds_stays_as_it_was() -> None:
    events = (
        tegenwicht.CardDrawn(12, WHOLE),
        tegenwicht.ClusterMentioned(PROFESSIONAL),
        tegenwicht.TurnFinished(),
    )
    for edition in (1, 2):
        assert tegenwicht.table(replay([start(edition=edition), *events]).session).used == (12,)
    with pytest.raises(ReplayError):
        replay([start(edition=2), tegenwicht.RoundGuessed(CLIENT, None)])


@settings(max_examples=100, deadline=None)
@given(plays())
def test_whatever_was_played_is_replayed_and_nothing_can_be_left_out_unseen(play: Play) -> None:
    assert replay(play.journal).session == play.session
    moved = [n for n, one in enumerate(play.journal) if _leaves_something(one)]
    for number in moved[:5]:
        shorter = [*play.journal[:number], *play.journal[number + 1 :]]
        with suppress(ReplayError):
            assert replay(shorter).session != play.session


def _leaves_something(event: events.Event) -> bool:
    """A card taken back from aside may go aside again at once: then nothing tells that it was ever taken."""
    if isinstance(event, tegenwicht.CardDrawn):
        return event.way is not tegenwicht.Way.ASIDE
    return isinstance(event, tegenwicht.TurnFinished)
