"""The harvest, the check-in and parked thoughts: what a group takes along, brings back, and lays aside."""

from dataclasses import replace

import pytest

from tegenwicht.game import events, harvest, rules, tegenwicht
from tegenwicht.game.checkin import BroughtReviewed, Review
from tegenwicht.game.day import is_day
from tegenwicht.game.parking import (
    MOST_PARKED,
    ParkThought,
    RemoveThought,
    TakeUpThought,
    ThoughtParked,
    ThoughtTakenUp,
)
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Parked, Phase
from tegenwicht.game.taken import Taken
from tegenwicht.storage.exchange.session_words import person_free, words_of
from tests.game.tables import TWO_OF_EACH, Play

FRIDAY = "2027-01-08"
BROUGHT = (events.Brought("Noor", "Bellen met de werkgever", FRIDAY), events.Brought("", "Langer stil zijn"))


def harvesting(seats: int = 3, **choices: object) -> Play:
    """Looking back, after one card."""
    play = Play(TWO_OF_EACH, seats, order=TWO_OF_EACH, **choices)
    play.do(tegenwicht.Draw(), tegenwicht.FinishTurn(), events.Finish())
    return play


# -- the harvest


def test_each_takes_along_a_card_a_sentence_and_an_action_with_its_day() -> None:
    play = harvesting()
    play.do(
        harvest.KeepCard(2, 11),
        harvest.WriteSentence(2, " Eerst vragen. \n"),
        harvest.WriteIntention(2, "Bellen", FRIDAY),
    )
    assert harvest.taken_by(play.session, 2) == Taken(2, 11, "Eerst vragen.", "Bellen", FRIDAY)
    assert rules.replay(play.journal).session == play.session


def test_all_of_it_may_stay_empty_and_what_was_taken_back_leaves_nothing() -> None:
    play = harvesting()
    assert harvest.taken_by(play.session, 1) == Taken(1)
    play.do(
        harvest.KeepCard(1, 11),
        harvest.WriteSentence(1, "x"),
        harvest.WriteIntention(1, "y", FRIDAY),
        harvest.PassHarvest(1),
    )
    play.do(harvest.KeepCard(1, None), harvest.WriteSentence(1, ""), harvest.PassHarvest(1, False))
    assert play.do(harvest.WriteIntention(1, "  ", FRIDAY)) == harvest.IntentionWritten(1, "", "")
    assert play.session.harvest == ()


def test_who_told_nothing_and_did_not_pass_is_next_in_the_order_of_the_seats() -> None:
    play = harvesting(3)
    assert harvest.next_to_tell(play.session) == 1
    play.do(harvest.PassHarvest(1))
    assert harvest.next_to_tell(play.session) == 2
    play.do(harvest.KeepCard(3, 11), harvest.WriteSentence(2, "x"))
    assert harvest.next_to_tell(play.session) is None
    play.do(events.Undo())
    assert harvest.next_to_tell(play.session) == 2


def test_who_left_the_table_may_still_have_a_line_but_is_not_waited_for() -> None:
    play = Play(TWO_OF_EACH, 2)
    play.do(events.RemoveParticipant(1), events.Finish(), harvest.WriteSentence(1, "x"))
    assert harvest.next_to_tell(play.session) == 2


def test_as_much_as_may_be_written_is_kept() -> None:
    play = harvesting()
    play.do(harvest.WriteSentence(1, "x" * 200), harvest.WriteIntention(1, "y" * 200, FRIDAY))
    taken = harvest.taken_by(play.session, 1)
    assert (len(taken.sentence), len(taken.intention)) == (200, 200)


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (harvest.KeepCard(1, 999), Refusal.NO_SUCH_CARD),
        (harvest.KeepCard(4, 11), Refusal.NO_SUCH_PARTICIPANT),
        (harvest.PassHarvest(0), Refusal.NO_SUCH_PARTICIPANT),
        (harvest.WriteSentence(1, "x" * 201), Refusal.TEXT_TOO_LONG),
        (harvest.WriteIntention(1, "x" * 201), Refusal.TEXT_TOO_LONG),
        (harvest.WriteIntention(1, "Bellen", "2027-02-29"), Refusal.NOT_A_DAY),
    ],
)
def test_what_cannot_be_taken_along_is_refused_in_play_and_in_a_journal(
    action: events.Action, reason: Refusal
) -> None:
    play = harvesting()
    assert play.refusal(action) is reason
    for event in (
        harvest.CardKept(1, 999),
        harvest.SentenceWritten(1, "x" * 201),
        harvest.HarvestPassed(4, True),
        harvest.IntentionWritten(1, "", FRIDAY),
        harvest.IntentionWritten(1, "x", "morgen"),
    ):
        with pytest.raises(rules.ReplayError):
            rules.replay([*play.journal, event])


def test_one_harvests_after_finishing_and_not_before_nor_after_closing_for_good() -> None:
    play = Play(TWO_OF_EACH)
    assert play.refusal(harvest.WriteSentence(1, "x")) is Refusal.NOT_NOW
    assert not set(harvest.ACTIONS) & play.legal
    play.do(events.Finish())
    assert set(harvest.ACTIONS) <= play.legal
    play.do(events.Close())
    assert play.refusal(harvest.WriteSentence(1, "x")) is Refusal.SESSION_CLOSED
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, harvest.SentenceWritten(1, "x")])


def test_going_to_the_harvest_can_be_taken_back_and_closing_cannot() -> None:
    play = harvesting()
    play.do(harvest.PassHarvest(1), events.Undo(), events.Undo())
    assert play.session.phase is Phase.PLAYING
    play.do(events.Finish(), events.Close())
    assert play.refusal(events.Undo()) is Refusal.SESSION_CLOSED


@pytest.mark.parametrize(
    ("text", "there_is"),
    [
        ("2027-01-31", True), ("2028-02-29", True), ("2000-02-29", True), ("2027-12-31", True),
        ("2100-02-29", False), ("2027-02-29", False), ("2027-04-31", False), ("2027-00-10", False),
        ("2027-13-01", False), ("2027-01-00", False), ("9999-12-31", False), ("0001-01-01", False),
        ("2027-1-8", False), ("2027-01-08\n", False), ("２０２７-01-08", False), ("", False),
    ],
)  # fmt: skip
def test_a_day_is_one_that_every_clock_can_show(text: str, there_is: bool) -> None:
    assert is_day(text) is there_is


def test_there_are_as_many_days_as_a_calendar_has() -> None:
    def counted(year: int) -> int:
        days = (f"{year:04}-{month:02}-{day:02}" for month in range(14) for day in range(33))
        return sum(map(is_day, days))

    assert [counted(year) for year in (1899, 1900, 2000, 2027, 2028, 2999, 3000)] == [
        0, 365, 366, 365, 366, 365, 0,
    ]  # fmt: skip
    lengths = [sum(is_day(f"2027-{month:02}-{day:02}") for day in range(33)) for month in range(1, 13)]
    assert lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


# -- the check-in


def test_what_was_brought_is_marked_done_not_yet_or_dropped_and_unmarked() -> None:
    play = Play(TWO_OF_EACH, brought=BROUGHT)
    assert play.session.reviewed == (None, None)
    play.do(
        Review(0, events.Reviewed.DONE),
        Review(1, events.Reviewed.NOT_YET),
        Review(1, events.Reviewed.DROPPED),
    )
    assert play.session.reviewed == (events.Reviewed.DONE, events.Reviewed.DROPPED)
    play.do(Review(0, None))
    assert play.session.reviewed == (None, events.Reviewed.DROPPED)
    play.do(events.Undo(), events.Undo())
    assert play.session.reviewed == (events.Reviewed.DONE, events.Reviewed.NOT_YET)
    assert rules.replay(play.journal).session == play.session


def test_only_what_was_brought_can_be_reviewed_and_only_while_one_plays() -> None:
    play = Play(TWO_OF_EACH, brought=BROUGHT)
    for place in (-1, 2):
        assert play.refusal(Review(place, events.Reviewed.DONE)) is Refusal.NOT_NOW
        with pytest.raises(rules.ReplayError):
            rules.replay([*play.journal, BroughtReviewed(place, events.Reviewed.DONE)])
    assert {one for one in play.legal if isinstance(one, Review)} == {
        Review(place, how) for place in (0, 1) for how in events.Reviewed
    }
    play.do(events.Finish())
    assert play.refusal(Review(0, events.Reviewed.DONE)) is Refusal.NOT_NOW


def test_a_session_begins_with_at_most_so_many_things_each_of_a_bounded_length() -> None:
    setup = Play(TWO_OF_EACH).session.setup
    cards = Play(TWO_OF_EACH).session.deck
    cleaned = rules.start(replace(setup, brought=(events.Brought(" Noor\u202e", "a\nb "),)), cards)
    assert cleaned.setup.brought == (events.Brought("Noor", "a b"),)
    for brought in (
        (events.Brought("", "x"),) * 41,
        (events.Brought("", "x" * 501),),
        (events.Brought("x" * 61, ""),),
        (events.Brought("", "x", "9999-12-32"),),
    ):
        with pytest.raises(ValueError, match="brought"):
            rules.start(replace(setup, brought=brought), cards)


def test_the_next_session_brings_what_was_taken_along_and_what_was_not_done_yet() -> None:
    play = Play(
        TWO_OF_EACH, 2, brought=(*BROUGHT, events.Brought("Ali", "Vragen"), events.Brought("Ali", "Meten"))
    )
    play.do(
        Review(0, events.Reviewed.DONE),
        Review(1, events.Reviewed.NOT_YET),
        Review(2, events.Reviewed.DROPPED),
    )
    play.do(events.RenameParticipant(2, "Sam"))
    play.happened(events.LearningPointWritten(1, "Minder praten"))
    play.do(events.Finish())
    play.do(harvest.WriteIntention(2, "Mailen", FRIDAY), harvest.WriteSentence(1, "Mooi"))
    assert harvest.for_the_next(play.session) == (
        BROUGHT[1], events.Brought("Ali", "Meten"), events.Brought("", "Minder praten"),
        events.Brought("Sam", "Mailen", FRIDAY),
    )  # fmt: skip


# -- parking


def test_a_thought_is_parked_laid_on_the_table_and_taken_away() -> None:
    play = Play(TWO_OF_EACH)
    assert play.do(ParkThought(" Wie beslist dit? ")) == ThoughtParked(1, "Wie beslist dit?")
    play.do(ParkThought("Twee"), TakeUpThought(1))
    assert play.session.parked == (Parked(1, "Wie beslist dit?", on_table=True), Parked(2, "Twee"))
    assert play.refusal(TakeUpThought(1)) is Refusal.NOT_NOW
    play.do(RemoveThought(1))
    assert play.session.parked == (Parked(2, "Twee"),)
    assert play.refusal(TakeUpThought(1)) is Refusal.NOT_PARKED
    assert play.do(ParkThought("Drie")) == ThoughtParked(3, "Drie")


def test_parking_needs_words_and_place_and_goes_on_while_looking_back() -> None:
    play = Play(TWO_OF_EACH)
    assert play.refusal(ParkThought(" ")) is Refusal.NOTHING_WRITTEN
    assert play.refusal(ParkThought("x" * 201)) is Refusal.TEXT_TOO_LONG
    play.do(ParkThought("x" * 200), events.Undo())
    play.do(*map(ParkThought, map(str, range(MOST_PARKED))))
    assert play.refusal(ParkThought("x")) is Refusal.NOT_NOW and ParkThought not in play.legal
    play.do(events.Finish(), RemoveThought(7), ParkThought("x"))


@pytest.mark.parametrize("event", [ThoughtParked(2, "x"), ThoughtParked(1, ""), ThoughtTakenUp(1)])
def test_a_journal_with_a_thought_that_could_not_be_parked_is_refused(event: events.Event) -> None:
    with pytest.raises(rules.ReplayError):
        rules.replay([*Play(TWO_OF_EACH).journal, event])


# -- without names


def test_without_names_nothing_that_anyone_said_is_left_and_the_session_still_plays() -> None:
    play = Play(TWO_OF_EACH, 2, brought=BROUGHT)
    play.do(ParkThought("Geheim"), TakeUpThought(1), Review(0, events.Reviewed.DONE), events.Finish())
    play.do(
        harvest.KeepCard(1, 11),
        harvest.WriteSentence(1, "Geheim"),
        harvest.WriteIntention(1, "Geheim", FRIDAY),
    )
    plain = person_free(play.journal)
    said = {word for event in plain for word in words_of(event)}
    assert said <= {"", "Sessie zonder namen", "tekst 1"}
    session = rules.replay(plain).session
    assert session.reviewed == (events.Reviewed.DONE, None)
    assert harvest.taken_by(session, 1).card == 11
