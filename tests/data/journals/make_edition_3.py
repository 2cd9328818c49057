"""Makes a journal of the third edition of the rules: ``python -m tests.data.journals.make_edition_3 edition-3.sqlite3``.

Made once; it stays as it is for ever, as those of ``make``. Its session holds every event that came with that edition.
"""

import sys
import tempfile
from itertools import count
from pathlib import Path

from tegenwicht.game import events, harvest, stones, tegenwicht
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
SETUP = events.Setup(
    "tegenwicht", "Team Toen", (events.Participant(1, "Noor"), events.Participant(2, "Ali"), events.Participant(3)),
    rounds=2, shuffle_number=7, options=(("stones", "yes"), ("turns", "lot")), minutes=90, kinds=OTHER_KINDS,
    brought=(events.Brought("Noor", "Bellen met de werkgever", "2026-12-01"), events.Brought("", "Langer stil zijn")),
)  # fmt: skip
PLAYED: tuple[events.Action, ...] = (
    Review(0, events.Reviewed.DONE), Review(1, events.Reviewed.NOT_YET), stones.LeaveStones(), events.Undo(),
    *[stones.LayStone(Cluster.CLIENT)] * 9, stones.LayStone(Cluster.POLICY), stones.TakeStone(Cluster.POLICY),
    stones.LayStone(Cluster.EMPLOYER), stones.SettleStones(),
    tegenwicht.BringUp(31), tegenwicht.BringUp(1), tegenwicht.Mention(Cluster.CLIENT),
    tegenwicht.Mention(Cluster.POLICY), tegenwicht.DrawCounterweight(),
    tegenwicht.Weigh((0, 1, 2, 0), 1), tegenwicht.WriteNote("één regel", 1), tegenwicht.FinishTurn(),
    tegenwicht.BringUp(32), tegenwicht.BringUp(21), tegenwicht.Mention(Cluster.CLIENT),
    tegenwicht.FinishTurn(), ParkThought("Wie beslist?"),
    ParkThought("Weg ermee"), TakeUpThought(1), RemoveThought(2), events.AddParticipant("Sam", None, next_round=True),
    tegenwicht.Pass(), tegenwicht.GuessRound(Cluster.CLIENT, None), tegenwicht.BeginRound(counterweight=True),
    tegenwicht.Draw(), tegenwicht.Mention(Cluster.CLIENT),
    tegenwicht.FinishTurn(), events.Finish(), *[stones.LayStone(Cluster.CLIENT)] * 7, *[stones.LayStone(Cluster.POLICY)] * 3,
    stones.SettleStones(), harvest.KeepCard(1, 1), harvest.WriteSentence(1, "Eerst vragen"),
    harvest.WriteIntention(1, "Mailen", "2027-01-08"),
    harvest.PassHarvest(2), events.Close(),
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
            assert isinstance(event, events.Event), f"{action}: {event}"
        journal.close()
        made = (Path(folder) / "journal.sqlite3").read_bytes()
    with open(target, "xb") as file:
        file.write(made)
    print(f"{target}: {len(made)} bytes")


def _with_jokers(session: RunningSession) -> list[events.Action]:
    """What is played, with the jokers played by whoever drew them: the lot decides whose turns they were."""
    first, second, _ = (turn for turn in _order(session))
    swap = tegenwicht.PlayJoker(first, 31, cluster=Cluster.EMPLOYER)
    own = tegenwicht.PlayOwnJoker(second, 32, "Allemaal staan")
    played = list(PLAYED)
    played.insert(played.index(tegenwicht.BringUp(1)) + 1, swap)
    played.insert(played.index(ParkThought("Wie beslist?")), own)
    weighed, noted = tegenwicht.Weigh((0, 1, 2, 0), 1), tegenwicht.WriteNote("één regel", 1)
    hung = tegenwicht.table(session.timeline.session).left
    card = next(n for n in hung if session.timeline.session.cards[n].cluster is Cluster.EMPLOYER)
    played[played.index(weighed)] = tegenwicht.Weigh((0, 1, 2, 0), card)
    played[played.index(noted)] = tegenwicht.WriteNote("één regel", card)
    return played


def _order(session: RunningSession) -> tuple[int, ...]:
    play = tegenwicht.table(session.timeline.session)
    assert play.turn is not None
    return (play.turn.participant, *play.waiting)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
