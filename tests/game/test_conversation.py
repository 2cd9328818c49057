"""Gewogen in gesprek: the roles, noting, choosing, and what came up."""

import pytest

from tegenwicht.game import conversation, events, rules
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Cluster
from tegenwicht.game.conversation import Part, Roles
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Timeline
from tests.game.tables import TWO_OF_EACH, deck, people


class Talking:
    """A session of Gewogen in gesprek; ``do`` plays on."""

    def __init__(self, seats: int = 2) -> None:
        setup = events.Setup("conversation", "", people(seats), talking_seconds=300, thinking_seconds=0)
        self.timeline: Timeline = rules.begun(rules.start(setup, deck(*TWO_OF_EACH)))

    def do(self, *actions: events.Action) -> "Talking":
        for action in actions:
            event = self.outcome(action)
            assert isinstance(event, events.Event), (action, event)
            self.timeline = rules.apply(self.timeline, event)
        return self

    def outcome(self, action: events.Action) -> events.Event | Refusal:
        return rules.decide(self.timeline, action)

    @property
    def state(self) -> conversation.Conversation:
        return conversation.conversation(self.timeline.session)

    @property
    def talk(self) -> conversation.Talk:
        assert self.state.talk is not None
        return self.state.talk


def schedule(seats: int) -> list[tuple[int, int, int]]:
    found = conversation.schedule(Talking(seats).timeline.session)
    return [(roles.teller, roles.noter, roles.observer) for roles in found]


def test_in_a_pair_each_tells_once() -> None:
    assert schedule(2) == [(1, 2, 0), (2, 1, 0)]


def test_of_three_each_tells_notes_and_observes_once() -> None:
    assert schedule(3) == [(1, 2, 3), (2, 3, 1), (3, 1, 2)]


def test_several_pairs_follow_each_other_and_an_odd_one_out_joins_the_last() -> None:
    assert schedule(5) == [(1, 2, 0), (2, 1, 0), (3, 4, 5), (4, 5, 3), (5, 3, 4)]
    for seats in range(2, 13):
        assert sorted(teller for teller, _, _ in schedule(seats)) == list(range(1, seats + 1))


def test_after_a_talk_the_roles_change_until_everyone_has_told() -> None:
    table = Talking()
    for teller in (1, 2):
        roles = conversation.suggested(table.timeline.session)
        assert roles is not None
        assert roles.teller == teller
        table.do(conversation.BeginTalk(roles), conversation.Note("Iets"), conversation.FinishTalk())
    assert conversation.suggested(table.timeline.session) is None
    assert events.Finish() in rules.legal_actions(table.timeline)


def test_a_talk_in_which_nothing_was_noted_does_not_count_as_told() -> None:
    table = Talking().do(conversation.BeginTalk(Roles(1, 2)), conversation.FinishTalk())
    assert table.state.talks == ()
    suggested = conversation.suggested(table.timeline.session)
    assert suggested is not None
    assert suggested.teller == 1


def test_someone_can_have_one_role_and_only_who_is_at_the_table() -> None:
    table = Talking(3)
    assert table.outcome(conversation.BeginTalk(Roles(1, 1))) is Refusal.NO_SUCH_PARTICIPANT
    assert table.outcome(conversation.BeginTalk(Roles(1, 2, 2))) is Refusal.NO_SUCH_PARTICIPANT
    assert table.outcome(conversation.BeginTalk(Roles(1, 9))) is Refusal.NO_SUCH_PARTICIPANT
    table.do(conversation.BeginTalk(Roles(3, 1)))
    assert table.outcome(conversation.BeginTalk(Roles(1, 2))) is Refusal.NOT_NOW


def test_a_line_is_noted_with_a_cluster_or_a_card() -> None:
    table = Talking().do(conversation.BeginTalk(Roles(1, 2)))
    assert table.outcome(conversation.Note("  ")) is Refusal.NOTHING_WRITTEN
    assert table.outcome(conversation.Note("x" * 201)) is Refusal.TEXT_TOO_LONG
    assert table.outcome(conversation.Note("", None, 99)) is Refusal.NO_SUCH_CARD
    table.do(
        conversation.Note(" Zelf gebeld ", Cluster.EMPLOYER),
        conversation.Note("", None, 21),
        conversation.TakeBackNote(0),
    )
    assert [(one.text, one.card) for one in table.talk.noted] == [("", 21)]
    table.do(*(conversation.Note(f"Regel {n}") for n in range(19)))
    assert table.outcome(conversation.Note("Nog een")) is Refusal.NOT_NOW
    assert conversation.Note not in rules.legal_actions(table.timeline)


def test_one_is_chosen_and_peeled_and_its_card_lies_at_the_first_step() -> None:
    table = Talking().do(conversation.BeginTalk(Roles(1, 2)))
    assert table.outcome(conversation.FinishTelling()) is Refusal.NOTHING_WRITTEN
    table.do(
        conversation.Note("Zelf gebeld", Cluster.EMPLOYER),
        conversation.Note("", None, 21),
        conversation.FinishTelling(),
    )
    assert table.outcome(conversation.Choose(2)) is Refusal.NOT_NOW
    table.do(conversation.Choose(1))
    path = table.talk.path
    assert path is not None
    assert (path.consideration, path.cards_at(game_path.STEPS[0])) == ("Title 21", (21,))
    table.do(
        game_path.GoToStep(game_path.STEPS[2]),
        game_path.WriteAnswer(0, "Ik dacht"),
        game_path.LayCard(61),
        conversation.FinishTalk(),
    )
    assert table.state.talks[0].path is not None


def test_a_cluster_counts_once_a_talk_by_card_and_once_by_line_beside_it() -> None:
    table = Talking().do(
        conversation.BeginTalk(Roles(1, 2)),
        conversation.Note("a", Cluster.EMPLOYER),
        conversation.Note("b", Cluster.EMPLOYER),
    )
    table.do(
        conversation.Note("c", None, 21),
        conversation.Note("d", Cluster.CLIENT),
        conversation.FinishTelling(),
        conversation.Choose(0),
        game_path.LayCard(22),
    )
    tally = conversation.tally_of(table.timeline.session)
    assert tally.total.by_mention(Cluster.EMPLOYER) == 1
    assert (tally.total.by_card(Cluster.CLIENT), tally.total.by_mention(Cluster.CLIENT)) == (1, 0)
    table.do(
        conversation.FinishTalk(),
        conversation.BeginTalk(Roles(2, 1)),
        conversation.Note("e", Cluster.EMPLOYER),
    )
    tally = conversation.tally_of(table.timeline.session)
    assert len(tally.rounds) == 2
    assert tally.total.by_mention(Cluster.EMPLOYER) == 2


def test_every_part_has_its_own_time_and_there_is_none_in_between() -> None:
    table = Talking()
    assert table.timeline.clock_of is None
    table.do(conversation.BeginTalk(Roles(1, 2)), conversation.Note("a"))
    telling = table.timeline.clock_of
    table.do(conversation.FinishTelling())
    assert table.timeline.clock_of not in (None, telling)
    assert table.talk.part is Part.CHOOSING


def test_a_pair_stays_a_pair() -> None:
    assert Talking().outcome(events.RemoveParticipant(1)) is Refusal.LAST_PARTICIPANT
    table = Talking(3).do(events.RemoveParticipant(1))
    assert [roles.teller for roles in conversation.schedule(table.timeline.session)] == [2, 3]


def test_finishing_in_the_middle_keeps_the_talk() -> None:
    table = Talking().do(conversation.BeginTalk(Roles(1, 2)), conversation.Note("a"), events.Finish())
    assert len(table.state.talks) == 1


@pytest.mark.parametrize(
    "event",
    [conversation.TalkBegun(Roles(1, 1)), conversation.TalkFinished(),
    conversation.ConsiderationNoted("a", None, 0), conversation.ConsiderationChosen(0),
     game_path.StepGoneTo(game_path.STEPS[1])],
)  # fmt: skip
def test_what_cannot_follow_is_refused_when_a_journal_is_read(event: events.Event) -> None:
    with pytest.raises(ValueError, match="talk"):
        rules.apply(Talking().timeline, event)
