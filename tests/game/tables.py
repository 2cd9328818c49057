"""Small decks, tables to play on, play by chance. A card's number tells its cluster: 21 is of the second."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from tegenwicht.game import checkin, events, harvest, parking, rules, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Group, Source
from tegenwicht.game.clock import CLOCK_EVENTS
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session, Timeline
from tegenwicht.game.stones import LayAgain, LayStone, LeaveStones, SettleStones, TakeStone

PROFESSIONAL, CLIENT, EMPLOYER, ORGANISATIONAL, POLICY, INDIVIDUAL = CLUSTERS
TWO_OF_EACH = (11, 12, 21, 22, 31, 32, 41, 42, 51, 52, 61, 62)


def cluster_of(number: int) -> Cluster:
    return CLUSTERS[number // 10 - 1]


def card(number: int) -> Card:
    return Card(
        f"card-{number}", number, cluster_of(number), f"Title {number}", f"Question {number}?",
        (f"Deeper {number}?",), f"And the other side of {number}?", Source.PRACTICE,
    )  # fmt: skip


def deck(*numbers: int) -> Deck:
    return Deck("small", "Small", "nl", 1, (), tuple(map(card, numbers)))


def people(number: int) -> tuple[events.Participant, ...]:
    return tuple(events.Participant(one) for one in range(1, number + 1))


class Move(NamedTuple):
    """One thing tried: what was wanted when, what came of it, and what it led to (if anything)."""

    before: Timeline
    action: events.Action
    outcome: events.Event | Refusal
    after: Timeline


class Play:
    """A session being played, with its journal and whose turn it was at each event."""

    def __init__(
        self, cards: Iterable[int], seats: int = 2, order: Iterable[int] = (), **choices: object
    ) -> None:
        """``order``: the cards as they will lie; without it, as they are shuffled."""
        setup = events.Setup("tegenwicht", "A talk", people(seats), **choices)  # type: ignore[arg-type]
        start = rules.start(setup, deck(*cards))
        if order:
            start = replace(start, order=tuple(order))
        self.journal: list[events.Event] = [start]
        self.whose: list[int | None] = [None]
        self.timeline = rules.begun(start)
        self.moves: list[Move] = []

    def tried(self, action: events.Action) -> events.Event | Refusal:
        """What comes of an action; when it is legal, it is done."""
        before = self.timeline
        outcome = rules.decide(before, action)
        if isinstance(outcome, events.Event):
            self.whose.append(self.turn.participant if self.turn else None)
            self.timeline = rules.apply(before, outcome)
            self.journal.append(outcome)
        self.moves.append(Move(before, action, outcome, self.timeline))
        return outcome

    def do(self, *actions: events.Action) -> events.Event:
        """Do each of the actions, which must be legal; the last one's event."""
        for action in actions:
            outcome = self.tried(action)
            assert isinstance(outcome, events.Event), f"{action}: {outcome}"
        return self.journal[-1]

    def happened(self, event: events.Event) -> None:
        """What no action leads to any more, as an older journal holds it."""
        self.whose.append(self.turn.participant if self.turn else None)
        self.timeline = rules.apply(self.timeline, event)
        self.journal.append(event)

    def refusal(self, action: events.Action) -> Refusal:
        outcome = rules.decide(self.timeline, action)
        assert isinstance(outcome, Refusal), f"{action} was not refused: {outcome}"
        return outcome

    def __repr__(self) -> str:
        return "Play: " + ", ".join(map(repr, self.journal))

    @property
    def session(self) -> Session:
        return self.timeline.session

    @property
    def table(self) -> tegenwicht.Table:
        return tegenwicht.table(self.session)

    @property
    def turn(self) -> tegenwicht.Turn | None:
        return self.table.turn

    @property
    def on_table(self) -> tuple[int, ...]:
        return tuple(one.card for one in self.turn.cards) if self.turn else ()

    @property
    def aside(self) -> tuple[int, ...]:
        return tuple(one.card for one in self.table.aside)

    @property
    def legal(self) -> rules.LegalActions:
        return rules.legal_actions(self.timeline)

    @property
    def turns_to_come(self) -> tuple[int, ...]:
        """Whose turn it is, then who waits."""
        return (self.turn.participant, *self.table.waiting) if self.turn else ()


# -- a second reading of the rules, straight from a journal


def held(journal: Iterable[events.Event]) -> list[int]:
    """The numbers of the events that hold: not undone, and not about the clock."""
    numbers: list[int] = []
    for number, event in enumerate(journal):
        match event:
            case events.Undone(undone):
                assert numbers.pop() == undone
            case events.Redone(redone):
                numbers.append(redone)
            case _ if not isinstance(event, CLOCK_EVENTS):
                numbers.append(number)
    return numbers


class Recount:
    """The tally as design.md words it, turn by turn: (round, cluster) → times, by card and by mention."""

    def __init__(self, journal: list[events.Event], whose: list[int | None]) -> None:
        self.by_card: Counter[tuple[int, Cluster]] = Counter()
        self.by_mention: Counter[tuple[int, Cluster]] = Counter()
        self.round, self.turns = 1, 0
        self.last: dict[Cluster, int] = {}
        self.drawn: list[Cluster] = []
        self.marked: set[Cluster] = set()
        for number in held(journal):
            self.follow(journal[number], whose[number])
        self.count_open_mentions()

    def follow(self, event: events.Event, whose: int | None) -> None:
        match event:
            case tegenwicht.RoundBegun():
                self.round += 1
            case tegenwicht.CardDrawn(number):
                self.drawn.append(cluster_of(number))
            case tegenwicht.CardPutAside(number):
                self.drawn.remove(cluster_of(number))
            case tegenwicht.ClusterMentioned(cluster):
                self.marked.add(cluster)
            case tegenwicht.MentionTakenBack(cluster):
                self.marked.remove(cluster)
            case tegenwicht.TurnFinished():
                self.end_turn(discussed=True)
            case events.SessionFinished(count_card):
                self.end_turn(discussed=count_card)
            case tegenwicht.TurnPassed():
                self.end_turn(discussed=False)
            case events.ParticipantRemoved(left) if left == whose:
                self.end_turn(discussed=False)

    def end_turn(self, discussed: bool) -> None:
        self.drawn = self.drawn if discussed else []
        for cluster in set(self.drawn):
            self.by_card[self.round, cluster] += 1
        self.count_mentions()
        self.last.update(dict.fromkeys({*self.drawn, *self.marked}, self.turns))
        self.turns += 1
        self.drawn, self.marked = [], set()

    def count_mentions(self) -> None:
        for cluster in self.marked.difference(self.drawn):
            self.by_mention[self.round, cluster] += 1

    def count_open_mentions(self) -> None:
        """In the turn that is going on nothing was discussed yet: every mark is a mention."""
        for cluster in self.marked:
            self.by_mention[self.round, cluster] += 1
            self.last[cluster] = self.turns

    def came_up(self, cluster: Cluster) -> int:
        both = self.by_card + self.by_mention
        return sum(times for (_, one), times in both.items() if one is cluster)


# -- play by chance

_WORDS = ("", "Noor", "Sam\u202e", "x" * 61, "x" * 501, "x" * 2001)
_SECONDS = (0, 12.5, 500, -1, float("nan"), float("inf"))

SHARED: dict[type[events.Action], tuple[events.Action, ...]] = {
    parking.ParkThought: tuple(map(parking.ParkThought, ("A thought", "", "x" * 201))),
    harvest.KeepCard: tuple(harvest.KeepCard(one, card) for one in (1, 2, 14) for card in (11, 61, 999, None)),
    harvest.WriteSentence: tuple(harvest.WriteSentence(one, "To look first") for one in (1, 2, 14)),
    harvest.WriteIntention: (
        harvest.WriteIntention(1, "Call", "2027-01-08"), harvest.WriteIntention(2, "", "2027-01-08"),
        harvest.WriteIntention(1, "x" * 201),
    ),
    harvest.PassHarvest: (harvest.PassHarvest(1), harvest.PassHarvest(2, False), harvest.PassHarvest(14)),
}  # fmt: skip
"""What every mode shares that carries free text or a choice: for each type at least one that can be legal."""

OPEN_ACTIONS: tuple[events.Action, ...] = (
    *(one for those in SHARED.values() for one in those),
    *(events.AddParticipant(name, group) for name in _WORDS for group in (None, Group.JC)),
    events.AddParticipant("Sam", None, next_round=True),
    *(events.RenameParticipant(one, name) for one in (0, 1, 2, 14) for name in _WORDS),
    *(events.ChooseTimes(*times) for times in ((0, 0), (30, 180), (3600, 0), (-1, 0), (0, 3601))),
    *(about(spent) for about in (events.PauseClock, events.StartClock, events.AddMinute) for spent in _SECONDS),
    *map(tegenwicht.BringUp, (*TWO_OF_EACH, 0, 999)),
    *map(tegenwicht.Weigh, ((0, 1, 2, 3), (0, 0, 0, 0), (-1, 2, 0, 0), (99, 0, 0, 0), (100, 0, 0, 0))),
    *map(tegenwicht.WriteNote, _WORDS), *(tegenwicht.Weigh((1, 0, 0, 1), one) for one in (*TWO_OF_EACH, 0)),
    *(tegenwicht.WriteNote("x", one) for one in TWO_OF_EACH),
)  # fmt: skip
"""What carries free text or numbers, good and bad: for each type at least one that can be legal."""

FINITE_ACTIONS: tuple[events.Action, ...] = (
    tegenwicht.Draw(), tegenwicht.DrawCounterweight(), tegenwicht.PutAside(), tegenwicht.Pass(),
    tegenwicht.FinishTurn(), tegenwicht.Reshuffle(),
    tegenwicht.BeginRound(False), tegenwicht.BeginRound(True), events.Finish(False), events.Finish(True),
    events.Close(), events.Undo(), events.Redo(),
    events.SwitchClock(True), events.SwitchClock(False), *map(tegenwicht.DrawFrom, CLUSTERS),
    *map(tegenwicht.Mention, CLUSTERS),
    *map(tegenwicht.TakeBackMention, CLUSTERS), *map(tegenwicht.TakeBack, (*TWO_OF_EACH, 0, 999)),
    *(checkin.Review(place, how) for place in range(-1, 3) for how in (*events.Reviewed, None)),
    *map(parking.TakeUpThought, range(70)), *map(parking.RemoveThought, range(70)),
    *(tegenwicht.GuessRound(most, absent) for most in CLUSTERS for absent in (*CLUSTERS, None)),
    *map(LayStone, CLUSTERS), *map(TakeStone, CLUSTERS), SettleStones(), LayAgain(), LeaveStones(),
    *map(tegenwicht.GiveTurnTo, range(40)), *map(events.RemoveParticipant, range(40)),
    *(events.MoveParticipant(one, places) for one in range(40) for places in (-2, -1, 1, 2)),
)  # fmt: skip
"""Everything else that anyone could ever want at a table with the cards ``TWO_OF_EACH``."""

ONWARD = (
    LeaveStones,
    SettleStones,
    tegenwicht.Draw,
    tegenwicht.DrawFrom,
    tegenwicht.FinishTurn,
    tegenwicht.PutAside,
    tegenwicht.BeginRound,
    tegenwicht.Reshuffle,
    tegenwicht.TakeBack,
    events.Redo,
)
"""What play by chance does more often, so that it gets somewhere."""


def play_on(play: Play, dice: Random, times: int) -> Play:
    """Try so many things, most of them legal; a session that is finished is seldom closed."""
    for _ in range(times):
        legal = sorted((one for one in play.legal if not isinstance(one, type)), key=repr)
        onward = [one for one in legal if isinstance(one, ONWARD)]
        back = [events.Undo()] if events.Close() in legal else []
        kinds = [(legal, 4), (onward, 4), (back, 16), (OPEN_ACTIONS, 3), (FINITE_ACTIONS, 1)]
        choices, weights = zip(*((kind, weight) for kind, weight in kinds if kind), strict=True)
        play.tried(dice.choice(dice.choices(choices, weights)[0]))
    return play


@st.composite
def plays(draw: st.DrawFn, most: int = 60) -> Play:
    """A session played by chance on a deck that may run out."""
    dice = draw(st.randoms(use_true_random=True))
    play = Play(
        draw(st.sampled_from([TWO_OF_EACH, TWO_OF_EACH[::2], (11, 21), (61, 62)])),
        draw(st.integers(1, 4)),
        rounds=dice.choice([None, 1, 3]),
        cards_per_round=dice.randint(1, 3),
        clusters=draw(st.sampled_from([CLUSTERS, (PROFESSIONAL, INDIVIDUAL)])),
        drawing=draw(st.sampled_from(Drawing)),
        shuffle_number=dice.randint(1, 999_999),
        thinking_seconds=dice.choice([0, 30]),
        talking_seconds=dice.choice([0, 180]),
        brought=dice.choice(
            [(), (events.Brought("Noor", "Call first"), events.Brought("", "Ask", "2027-01-08"))]
        ),
        options=dice.choice([(), (("turns", "lot"),), (("stones", "yes"),)]),
    )
    return play_on(play, dice, draw(st.integers(0, most) | st.just(most)))
