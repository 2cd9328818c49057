"""Made a journal of the second edition of the rules, with a session of every game there was then.

Run once, with the last version that knew no later edition; the file stays as it is for ever:
``python -m tests.data.journals.make_edition_2 edition-2.sqlite3``. Played by chance, until every event of a game
was there, and finished.
"""

import sys
import tempfile
from itertools import count
from pathlib import Path
from random import Random

from tegenwicht.game import alone, conversation, events, feedback, path, rules, tegenwicht, weighing
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import open_journal
from tests.data.journals.make import DECK, PEOPLE

WORDS = ("Langer stil zijn", "Eén regel ☕", "twee\nregels")
FEW = 40
MOST = 300


def with_words(kind: type[events.Action], dice: Random) -> list[events.Action]:
    """Actions with words or numbers of one kind."""
    words, number = dice.choice(WORDS), dice.randint(1, 6)
    made: dict[type[events.Action], list[events.Action]] = {
        events.AddParticipant: [events.AddParticipant("Sam")],
        events.RenameParticipant: [events.RenameParticipant(1, "Noor")],
        events.PauseClock: [events.PauseClock(3.5)], events.StartClock: [events.StartClock(3.5)],
        events.AddMinute: [events.AddMinute(4.0)],
        events.ChooseTimes: [events.ChooseTimes(10, 60)],
        tegenwicht.Weigh: [tegenwicht.Weigh((0, 1, 2, 0))], tegenwicht.WriteNote: [tegenwicht.WriteNote(words)],
        tegenwicht.BringUp: [tegenwicht.BringUp(number)],
        path.NameConsideration: [path.NameConsideration(WORDS[0])], path.LayCard: [path.LayCard(number)],
        path.WriteAnswer: [path.WriteAnswer(0, words)], path.WriteHindsight: [path.WriteHindsight(True, words)],
        conversation.BeginTalk: [conversation.BeginTalk(conversation.Roles(1, 2, 3))],
        conversation.Note: [conversation.Note(WORDS[0]), conversation.Note("", None, number)],
        weighing.CountHands: [weighing.CountHands((0, 1, 2, 0))], weighing.WriteNote: [weighing.WriteNote(words)],
        feedback.NameConsideration: [feedback.NameConsideration(WORDS[0])],
        feedback.BeginAnew: [feedback.BeginAnew("2026-11-21")], feedback.WriteAnswer: [feedback.WriteAnswer(words)],
        alone.WriteNote: [alone.WriteNote(words)],
    }  # fmt: skip
    return made.get(kind, [])


def by_chance(session: RunningSession, dice: Random) -> events.Action:
    """Something that may be done, and ends nothing."""
    ends = (events.Finish, events.Close, events.RemoveParticipant)
    legal = [one for one in rules.legal_actions(session.timeline) if not isinstance(one, ends)]
    plain = [one for one in legal if not isinstance(one, type)]
    words = [one for kind in legal if isinstance(kind, type) for one in with_words(kind, dice)]
    return dice.choice(sorted([*plain, *words * 2], key=repr))


def play(folder: Path) -> None:
    """A session of each game."""
    journal, _ = open_journal(folder)
    for number, mode in enumerate(MODES):
        minutes, dice = count(), Random(number + 5)
        people = PEOPLE[:1] if mode == "alone" else PEOPLE
        setup = events.Setup(
            mode, f"Sessie {mode}", people, subject="" if mode != "peeling" else "Wel of niet bellen"
        )
        session = RunningSession.start(
            journal, setup, DECK, now=lambda minutes=minutes: f"2026-11-21T10:{next(minutes) % 60:02}:00Z",
            new_id=lambda mode=mode: mode,
        )  # fmt: skip
        left = {kind.__name__ for kind in mode_named(mode).EVENTS}
        for done in range(MOST):
            if not left and done > FEW:
                break
            event = session.do(by_chance(session, dice))
            left.discard(type(event).__name__)
        assert isinstance(session.do(events.Finish()), events.Event)
        print(mode, session.timeline.count, sorted(left), session.row.came_up)
    journal.close()


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play(Path(folder))
        made = (Path(folder) / "journal.sqlite3").read_bytes()
    with open(target, "xb") as file:
        file.write(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
