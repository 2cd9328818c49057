"""Makes a journal of the format of now: ``python -m tests.data.journals.make format-2.sqlite3``.

Run once for each format there has ever been; that of format 3 is that of format 2, opened by what knew 3. A
file that was made stays as it is for ever: later versions must go on reading it. It holds every kind of event,
one closed session and one in the middle of a turn. (Those of formats 1 to 3 have a learning point too, which
nobody can write any more.)
"""

import sys
import tempfile
from itertools import count
from pathlib import Path

from tegenwicht.game import events
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Group, Rank, Source
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.tegenwicht import (
    BeginRound,
    BringUp,
    Draw,
    DrawCounterweight,
    DrawFrom,
    FinishTurn,
    GiveTurnTo,
    Mention,
    Pass,
    PutAside,
    Reshuffle,
    TakeBack,
    TakeBackMention,
    Weigh,
    WriteNote,
)  # fmt: skip
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import Journal, open_journal
from tegenwicht.storage.journal.schema import FORMAT

RANK = Rank(2, (1, 4, 4, 2, 4, 5))
DECK = Deck(
    "oud", "Een kaartset van toen", "nl", 1, ("Een bron, 2021",),
    tuple(
        Card(
            f"kaart-{number}", number, cluster, f"Kaart {number}: één ☕", "Hoe weeg je dat?", ("Wat zag je?",),
            "En andersom?", Source.TABLE if number == 1 else Source.PRACTICE, RANK if number == 1 else None,
        )
        for number, cluster in enumerate(CLUSTERS, 1)
    ),
)  # fmt: skip
PEOPLE = (events.Participant(1, "Noor"), events.Participant(2, "", Group.JC), events.Participant(3))

CLOSED: tuple[events.Action, ...] = (
    Draw(), events.PauseClock(12.5), events.StartClock(12.5), events.AddMinute(20.25),
    events.SwitchClock(False), events.SwitchClock(True),
    Mention(Cluster.CLIENT), Mention(Cluster.POLICY), TakeBackMention(Cluster.POLICY), Weigh((0, 1, 2, 0)),
    WriteNote("één regel\nen nog een 🧑‍🦽"), FinishTurn(),
    events.AddParticipant("Sam", Group.AD), events.RenameParticipant(3, "Ali"), events.MoveParticipant(4, -1),
    events.ChooseTimes(0, 120), GiveTurnTo(3), Draw(), PutAside(), Pass(), events.RemoveParticipant(4),
    DrawCounterweight(), FinishTurn(), events.Undo(), events.Redo(),
    BeginRound(True), Draw(), DrawCounterweight(), FinishTurn(), Draw(), FinishTurn(),
    Reshuffle(), BringUp(5), FinishTurn(),
    events.Finish(), events.Close(),
)  # fmt: skip
OPEN: tuple[events.Action, ...] = (
    DrawFrom(Cluster.EMPLOYER),
    FinishTurn(),
    DrawFrom(Cluster.CLIENT),
    PutAside(),
    TakeBack(2),
)


def play(
    journal: Journal, session_id: str, setup: events.Setup, actions: tuple[events.Action, ...]
) -> RunningSession:
    minutes = count()
    session = RunningSession.start(
        journal, setup, DECK, now=lambda: f"2026-11-21T10:{next(minutes):02}:00Z", new_id=lambda: session_id
    )  # fmt: skip
    for action in actions:
        event = session.do(action)
        assert isinstance(event, events.Event), f"{action}: {event}"
    return session


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal, _ = open_journal(Path(folder))
        play(journal, "dicht", events.Setup("tegenwicht", "Afgesloten sessie", PEOPLE), CLOSED)
        setup = events.Setup("tegenwicht", "Open sessie", PEOPLE[:1], rounds=None, drawing=Drawing.PILE)
        play(journal, "open", setup, OPEN)
        journal.close()
        made = (Path(folder) / "journal.sqlite3").read_bytes()
    with open(target, "xb") as file:
        file.write(made)
    print(f"{target}: format {FORMAT}, {len(made)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
