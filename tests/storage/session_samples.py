"""Sessions to store: a small deck, a clock and ids that can be told beforehand, and play by chance."""

from collections.abc import Callable
from itertools import count
from random import Random

from tegenwicht.game import events as game_events
from tegenwicht.game import rules, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Deck, Group, Rank, Source
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.contract import Journal, SessionRow

WORDS = ("", "Noor", "één kop ☕", "regel\nregel", "🧑‍🦽 zit")


def deck(cards_a_cluster: int = 3) -> Deck:
    """Cards 1 and up, cluster by cluster; the first of each has a rank."""
    numbers = count(1)
    cards = tuple(
        Card(
            f"kaart-{cluster}-{place}", next(numbers), cluster, f"Kaart {place} é", "Hoe weeg je dat?",
            ("Wat zag je?", "Wat woog mee?"), "En andersom?",
            Source.PRACTICE if place else Source.TABLE, None if place else Rank(3, (1, 2, 3, 4, 5, 6)),
        )
        for cluster in CLUSTERS
        for place in range(cards_a_cluster)
    )  # fmt: skip
    return Deck("proef", "Proefkaarten", "nl", 1, ("Een bron, 2021",), cards)


def setup(seats: int = 3, **choices: object) -> game_events.Setup:
    people = tuple(game_events.Participant(one, f"Deelnemer é{one}", Group.JC) for one in range(1, seats + 1))
    return game_events.Setup("tegenwicht", "Ons thema", people, **({"rounds": None} | choices))  # type: ignore[arg-type]


def started(seats: int = 3, **choices: object) -> game_events.SessionStarted:
    return rules.start(setup(seats, **choices), deck())


def row(session_id: str = "een", changed: str = "2026-11-21T10:00:00Z", **others: object) -> SessionRow:
    made = SessionRow(
        session_id, "tegenwicht", "Ons thema", "2026-11-21T10:00:00Z", changed, False, 1, "regel"
    )
    return made._replace(**others)  # type: ignore[arg-type]


def ticking() -> Callable[[], str]:
    """A clock that is a second later each time it is asked."""
    seconds = count()
    return lambda: f"2026-11-21T{(n := next(seconds)) // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z"


def begun(journal: Journal, session_id: str = "een", **choices: object) -> RunningSession:
    """A new session of three in a journal."""
    return RunningSession.start(
        journal, setup(**choices), deck(), now=ticking(), new_id=lambda: session_id  # type: ignore[arg-type]
    )  # fmt: skip


def by_chance(session: RunningSession, dice: Random) -> game_events.Action:
    """A legal action that leaves the session open."""
    not_now = (type, game_events.Finish, game_events.Close, game_events.RemoveParticipant)
    legal = sorted((one for one in session.legal if not isinstance(one, not_now)), key=repr)
    sooner = [one for one in legal if isinstance(one, tegenwicht.Draw | tegenwicht.FinishTurn)]
    return dice.choice([*legal, *sooner * 3, *_with_words(session, dice)])


ONWARD = (
    tegenwicht.Draw(), tegenwicht.Mention(CLUSTERS[1]), tegenwicht.FinishTurn(), tegenwicht.BeginRound(),
    tegenwicht.Reshuffle(),
)  # fmt: skip


def onward(session: RunningSession) -> game_events.Action:
    """The next step of a session that goes on for ever: draw, mention, finish; a round, the cards again."""
    return next(one for one in ONWARD if one in session.legal)


def _with_words(session: RunningSession, dice: Random) -> list[game_events.Action]:
    spent = round(dice.uniform(0, 300), 3)
    made = {
        tegenwicht.WriteNote: tegenwicht.WriteNote(dice.choice(WORDS)),
        tegenwicht.Weigh: tegenwicht.Weigh((dice.randint(0, 5), 1, 0, dice.randint(0, 5))),
        game_events.RenameParticipant: game_events.RenameParticipant(1, dice.choice(WORDS)),
        game_events.ChooseTimes: game_events.ChooseTimes(dice.randint(0, 60), dice.randint(0, 300)),
        game_events.AddMinute: game_events.AddMinute(spent),
    }
    found = [made[one] for one in session.legal if isinstance(one, type) and one in made]
    return sorted(found, key=repr)


def play(session: RunningSession, times: int, seed: int = 1) -> list[game_events.Event]:
    """So many legal actions by chance; what each led to."""
    dice = Random(seed)
    events = []
    for _ in range(times):
        event = session.do(by_chance(session, dice))
        assert isinstance(event, game_events.Event), event
        events.append(event)
    return events
