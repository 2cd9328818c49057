"""Makes a journal of the third edition of the rules: ``python -m tests.data.journals.make_edition_3 edition-3.sqlite3``.

Made once; it stays as it is for ever, as those of ``make``. Its session holds every event that came with that edition.
"""

import sys
import tempfile
from itertools import count
from pathlib import Path

from tegenwicht.game import events as e
from tegenwicht.game import harvest as h
from tegenwicht.game import stones as s
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Kind
from tegenwicht.game.checkin import Review
from tegenwicht.game.kinds import OTHER_KINDS, mixed
from tegenwicht.game.parking import ParkThought, RemoveThought, TakeUpThought
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import open_journal

FACTORS = Deck(
    "toen", "Een kaartset van toen", "nl", 1, ("Een bron, 2021",),
    tuple(
        Card(f"kaart-{n}", n, CLUSTERS[(n - 1) // 2], f"Kaart {n} ☕", "Hoe weeg je dat?", ("Wat zag je?",), "En andersom?")
        for n in range(1, 13)
    ),
)  # fmt: skip
EXTRA = Deck(
    "erbij", "Erbij", "nl", 1, (),
    (Card("situatie", 21, None, "Te laat", "Maandag 8.40.", kind=Kind.SITUATION),
     Card("opdracht", 22, None, "Stil", "Drie woorden.", kind=Kind.TASK),
     Card("ruil", 31, None, "Ruil", "Ruil deze kaart.", kind=Kind.JOKER),
     Card("van ons", 32, None, "Eigen", "Wat mag hij?", kind=Kind.JOKER)),
)  # fmt: skip
SETUP = e.Setup(
    "tegenwicht", "Team Toen", (e.Participant(1, "Noor"), e.Participant(2, "Ali"), e.Participant(3)),
    rounds=2, shuffle_number=7, options=(("stones", "yes"), ("turns", "lot")), minutes=90, kinds=OTHER_KINDS,
    brought=(e.Brought("Noor", "Bellen met de werkgever", "2026-12-01"), e.Brought("", "Langer stil zijn")),
)  # fmt: skip
PLAYED: tuple[e.Action, ...] = (
    Review(0, e.Reviewed.DONE), Review(1, e.Reviewed.NOT_YET), s.LeaveStones(), e.Undo(),
    *[s.LayStone(Cluster.CLIENT)] * 9, s.LayStone(Cluster.POLICY), s.TakeStone(Cluster.POLICY),
    s.LayStone(Cluster.EMPLOYER), s.SettleStones(),
    t.BringUp(31), t.BringUp(1), t.Mention(Cluster.CLIENT), t.Mention(Cluster.POLICY), t.DrawCounterweight(),
    t.Weigh((0, 1, 2, 0), 1), t.WriteNote("één regel", 1), t.FinishTurn(),
    t.BringUp(32), t.BringUp(21), t.Mention(Cluster.CLIENT), t.FinishTurn(), ParkThought("Wie beslist?"),
    ParkThought("Weg ermee"), TakeUpThought(1), RemoveThought(2), e.AddParticipant("Sam", None, next_round=True),
    t.Pass(), t.GuessRound(Cluster.CLIENT, None), t.BeginRound(counterweight=True), t.Draw(), t.Mention(Cluster.CLIENT),
    t.FinishTurn(), e.Finish(), *[s.LayStone(Cluster.CLIENT)] * 7, *[s.LayStone(Cluster.POLICY)] * 3,
    s.SettleStones(), h.KeepCard(1, 1), h.WriteSentence(1, "Eerst vragen"), h.WriteIntention(1, "Mailen", "2027-01-08"),
    h.PassHarvest(2), e.Close(),
)  # fmt: skip


def main(target: Path) -> None:
    minutes = count()
    with tempfile.TemporaryDirectory() as folder:
        journal, _ = open_journal(Path(folder))
        session = RunningSession.start(
            journal, SETUP, mixed(FACTORS, EXTRA, OTHER_KINDS), now=lambda: f"2026-11-27T10:{next(minutes):02}:00Z",
            new_id=lambda: "drie",
        )  # fmt: skip
        for action in _with_jokers(session):
            event = session.do(action)
            assert isinstance(event, e.Event), f"{action}: {event}"
        journal.close()
        made = (Path(folder) / "journal.sqlite3").read_bytes()
    with open(target, "xb") as file:
        file.write(made)
    print(f"{target}: {len(made)} bytes")


def _with_jokers(session: RunningSession) -> list[e.Action]:
    """What is played, with the jokers played by whoever drew them: the lot decides whose turns they were."""
    first, second, _ = (turn for turn in _order(session))
    swap = t.PlayJoker(first, 31, cluster=Cluster.EMPLOYER)
    own = t.PlayOwnJoker(second, 32, "Allemaal staan")
    played = list(PLAYED)
    played.insert(played.index(t.BringUp(1)) + 1, swap)
    played.insert(played.index(ParkThought("Wie beslist?")), own)
    weighed, noted = t.Weigh((0, 1, 2, 0), 1), t.WriteNote("één regel", 1)
    hung = t.table(session.timeline.session).left
    card = next(n for n in hung if session.timeline.session.cards[n].cluster is Cluster.EMPLOYER)
    played[played.index(weighed)] = t.Weigh((0, 1, 2, 0), card)
    played[played.index(noted)] = t.WriteNote("één regel", card)
    return played


def _order(session: RunningSession) -> tuple[int, ...]:
    play = t.table(session.timeline.session)
    assert play.turn is not None
    return (play.turn.participant, *play.waiting)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
