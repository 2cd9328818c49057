"""Gewogen in gesprek: the roles, noting, choosing, and what came up."""

import pytest

from tegenwicht.game import conversation as g
from tegenwicht.game import events as e
from tegenwicht.game import path as p
from tegenwicht.game import rules
from tegenwicht.game.cards import Cluster
from tegenwicht.game.conversation import Part, Roles
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Timeline
from tests.game.tables import TWO_OF_EACH, deck, people


class Talking:
    """A session of Gewogen in gesprek; ``do`` plays on."""

    def __init__(self, seats: int = 2) -> None:
        setup = e.Setup("conversation", "", people(seats), talking_seconds=300, thinking_seconds=0)
        self.timeline: Timeline = rules.begun(rules.start(setup, deck(*TWO_OF_EACH)))

    def do(self, *actions: e.Action) -> "Talking":
        for action in actions:
            event = self.outcome(action)
            assert isinstance(event, e.Event), (action, event)
            self.timeline = rules.apply(self.timeline, event)
        return self

    def outcome(self, action: e.Action) -> e.Event | Refusal:
        return rules.decide(self.timeline, action)

    @property
    def state(self) -> g.Conversation:
        return g.conversation(self.timeline.session)

    @property
    def talk(self) -> g.Talk:
        assert self.state.talk is not None
        return self.state.talk


def schedule(seats: int) -> list[tuple[int, int, int]]:
    found = g.schedule(Talking(seats).timeline.session)
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
        roles = g.suggested(table.timeline.session)
        assert roles is not None
        assert roles.teller == teller
        table.do(g.BeginTalk(roles), g.Note("Iets"), g.FinishTalk())
    assert g.suggested(table.timeline.session) is None
    assert e.Finish() in rules.legal_actions(table.timeline)


def test_a_talk_in_which_nothing_was_noted_does_not_count_as_told() -> None:
    table = Talking().do(g.BeginTalk(Roles(1, 2)), g.FinishTalk())
    assert table.state.talks == ()
    suggested = g.suggested(table.timeline.session)
    assert suggested is not None
    assert suggested.teller == 1


def test_someone_can_have_one_role_and_only_who_is_at_the_table() -> None:
    table = Talking(3)
    assert table.outcome(g.BeginTalk(Roles(1, 1))) is Refusal.NO_SUCH_PARTICIPANT
    assert table.outcome(g.BeginTalk(Roles(1, 2, 2))) is Refusal.NO_SUCH_PARTICIPANT
    assert table.outcome(g.BeginTalk(Roles(1, 9))) is Refusal.NO_SUCH_PARTICIPANT
    table.do(g.BeginTalk(Roles(3, 1)))
    assert table.outcome(g.BeginTalk(Roles(1, 2))) is Refusal.NOT_NOW


def test_a_line_is_noted_with_a_cluster_or_a_card() -> None:
    table = Talking().do(g.BeginTalk(Roles(1, 2)))
    assert table.outcome(g.Note("  ")) is Refusal.NOTHING_WRITTEN
    assert table.outcome(g.Note("x" * 201)) is Refusal.TEXT_TOO_LONG
    assert table.outcome(g.Note("", None, 99)) is Refusal.NO_SUCH_CARD
    table.do(g.Note(" Zelf gebeld ", Cluster.EMPLOYER), g.Note("", None, 21), g.TakeBackNote(0))
    assert [(one.text, one.card) for one in table.talk.noted] == [("", 21)]
    table.do(*(g.Note(f"Regel {n}") for n in range(19)))
    assert table.outcome(g.Note("Nog een")) is Refusal.NOT_NOW
    assert g.Note not in rules.legal_actions(table.timeline)


def test_one_is_chosen_and_peeled_and_its_card_lies_at_the_first_step() -> None:
    table = Talking().do(g.BeginTalk(Roles(1, 2)))
    assert table.outcome(g.FinishTelling()) is Refusal.NOTHING_WRITTEN
    table.do(g.Note("Zelf gebeld", Cluster.EMPLOYER), g.Note("", None, 21), g.FinishTelling())
    assert table.outcome(g.Choose(2)) is Refusal.NOT_NOW
    table.do(g.Choose(1))
    path = table.talk.path
    assert path is not None
    assert (path.consideration, path.cards_at(p.STEPS[0])) == ("Title 21", (21,))
    table.do(p.GoToStep(p.STEPS[2]), p.WriteAnswer(0, "Ik dacht"), p.LayCard(61), g.FinishTalk())
    assert table.state.talks[0].path is not None


def test_a_cluster_counts_once_a_talk_by_card_and_once_by_line_beside_it() -> None:
    table = Talking().do(
        g.BeginTalk(Roles(1, 2)), g.Note("a", Cluster.EMPLOYER), g.Note("b", Cluster.EMPLOYER)
    )
    table.do(
        g.Note("c", None, 21), g.Note("d", Cluster.CLIENT), g.FinishTelling(), g.Choose(0), p.LayCard(22)
    )
    tally = g.tally_of(table.timeline.session)
    assert tally.total.by_mention(Cluster.EMPLOYER) == 1
    assert (tally.total.by_card(Cluster.CLIENT), tally.total.by_mention(Cluster.CLIENT)) == (1, 0)
    table.do(g.FinishTalk(), g.BeginTalk(Roles(2, 1)), g.Note("e", Cluster.EMPLOYER))
    tally = g.tally_of(table.timeline.session)
    assert len(tally.rounds) == 2
    assert tally.total.by_mention(Cluster.EMPLOYER) == 2


def test_every_part_has_its_own_time_and_there_is_none_in_between() -> None:
    table = Talking()
    assert table.timeline.clock_of is None
    table.do(g.BeginTalk(Roles(1, 2)), g.Note("a"))
    telling = table.timeline.clock_of
    table.do(g.FinishTelling())
    assert table.timeline.clock_of not in (None, telling)
    assert table.talk.part is Part.CHOOSING


def test_a_pair_stays_a_pair() -> None:
    assert Talking().outcome(e.RemoveParticipant(1)) is Refusal.LAST_PARTICIPANT
    table = Talking(3).do(e.RemoveParticipant(1))
    assert [roles.teller for roles in g.schedule(table.timeline.session)] == [2, 3]


def test_finishing_in_the_middle_keeps_the_talk() -> None:
    table = Talking().do(g.BeginTalk(Roles(1, 2)), g.Note("a"), e.Finish())
    assert len(table.state.talks) == 1


@pytest.mark.parametrize(
    "event",
    [g.TalkBegun(Roles(1, 1)), g.TalkFinished(), g.ConsiderationNoted("a", None, 0), g.ConsiderationChosen(0),
     p.StepGoneTo(p.STEPS[1])],
)  # fmt: skip
def test_what_cannot_follow_is_refused_when_a_journal_is_read(event: e.Event) -> None:
    with pytest.raises(ValueError, match="talk"):
        rules.apply(Talking().timeline, event)
