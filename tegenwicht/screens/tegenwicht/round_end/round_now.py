"""What is so at the end of a round, and the guess before one looks.

A guess is about what was *named*. Until it is given, or left out, nothing of the tally is in the tree.
"""

from dataclasses import replace
from typing import NamedTuple

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.game.plan import Outlook, Step, outlook
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Counts
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.directing import plan_of
from tegenwicht.screens.parts.table.ground import ground_of
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Moving, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.now import Now, clusters_of, left_of
from tegenwicht.screens.tegenwicht.round_end.showing import revealed
from tegenwicht.screens.tegenwicht.words import round_aloud

FORM = Entry("guessing")
"""The form entry of a guess that is being made."""
ALL = "all"
"""The guess that every cluster was named."""
NOBODY = tegenwicht.Turn(0)
HEAD = "round:head"


class Guessing(NamedTuple):
    """A guess on its way. turns: of the round it is about. most: the first guess, once it is given. chosen: what is
    chosen just now: a cluster, ALL or "" for nothing. skipped: one looks without guessing.
    """

    turns: tuple[tegenwicht.Turn, ...]
    most: Cluster | None = None
    chosen: str = ""
    skipped: bool = False

    @property
    def for_all(self) -> bool:
        """Everyone at the table may see it."""
        return True


def done_of(v: View) -> Now:
    """The table when its round is done: everyone had a turn, and nobody has one."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    play = tegenwicht.table(session)
    tally = tegenwicht.tally_of(session)
    turns = play.rounds[-1].turns if play.rounds else ()
    counts = tally.rounds[-1] if tally.rounds else Counts()
    ground, done = ground_of(v, frame.news_height(v)), replace(play, turns=turns)
    played, left = clusters_of(session, play, tally.total), left_of(session, play)
    return Now(v, ground, playing, session, done, NOBODY, (), counts, played, left)


def guessing_of(now: Now) -> Guessing | None:
    """The guess that is to be made; None when one looks at the round."""
    rounds = now.play.rounds
    if not rounds or rounds[-1].guess is not None or not tegenwicht.can_guess(rounds[-1]):
        return None
    found: Guessing | None = now.v.model.form(FORM, None)
    if found is None or found.turns != rounds[-1].turns:
        return Guessing(rounds[-1].turns)
    return None if found.skipped else found


def skip(now: Now, guessing: Guessing) -> Command:
    """Look without guessing."""
    look = Put(FORM, Guessing(guessing.turns, skipped=True))
    return All((look, FocusOn(HEAD), Say(round_aloud(now.session)), Moving(revealed(now))))


def choose(guessing: Guessing, what: str) -> Command:
    """Choose a cluster, or that all were named; once more, and it is the guess."""
    if guessing.chosen == what:
        confirmed = confirm(guessing)
        assert confirmed is not None
        return confirmed
    return All((Put(FORM, guessing._replace(chosen=what)), FocusOn(f"guess:{what}")))


def confirm(guessing: Guessing) -> Command | None:
    """What is chosen is the guess: then the second question, or the round."""
    if not guessing.chosen:
        return None
    if guessing.most is None:
        following = guessing._replace(most=Cluster(guessing.chosen), chosen="")
        return All((Put(FORM, following), FocusOn("")))
    absent = None if guessing.chosen == ALL else Cluster(guessing.chosen)
    return All((Do(tegenwicht.GuessRound(guessing.most, absent)), FocusOn(HEAD)))


def back(now: Now, guessing: Guessing | None) -> Command | None:
    """What PageUp takes back here: the first guess, or what the session undoes."""
    if guessing is not None and guessing.most is not None:
        return All((Put(FORM, Guessing(guessing.turns)), FocusOn("")))
    return Do(events.Undo()) if events.Undo() in now.legal else None


def outlook_of(session: Session, spent: int) -> Outlook | None:
    """How the time goes now that the round is done; None where none was chosen.

    spent: whole minutes since the beginning; 0 where that is not known, as on another day: then all went as planned.
    """
    plan = plan_of(session)
    if plan is None:
        return None
    number = tegenwicht.round_number(session)
    gone = spent * 60 or plan.seconds - plan.after(Step.ROUND, number)
    return outlook(plan, gone, Step.ROUND, 0, number)


def longest_away(session: Session) -> tuple[Cluster, ...]:
    """The clusters that stayed away in the round that was just done, the one that did so longest first."""
    tally, last = tegenwicht.tally_of(session), tegenwicht.last_came_up(session)
    away = tally.rounds[-1].stayed_away if tally.rounds else ()
    dealt = {session.cards[number].cluster for number in session.order}
    return tuple(
        sorted((c for c in away if c in dealt), key=lambda c: (last.get(c, -1), tally.total.came_up(c)))
    )
