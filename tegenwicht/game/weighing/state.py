"""The scales: the state of the mode Wegen, and what can be asked of it while people weigh."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Counts, Tally, of_turn

Hands = tuple[int, int, int, int]
"""How many gave weight 1, 2, 3 and 4."""

OPTIONS: dict[str, tuple[str, ...]] = {
    "way": ("fingers", "covered"),
    "factors": ("published", "six", "twelve"),
}
TWELVE = 12


class Stage(StrEnum):
    """Weighing, looking at what came of it, or talking about one factor."""

    WEIGHING = "weighing"
    RESULT = "result"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Own:
    """What one participant gave: (card, weight 1 to 4), in the order in which they gave it."""

    participant: int
    weights: tuple[tuple[int, int], ...] = ()

    def weight(self, card: int) -> int:
        """The weight of a factor; 0 for none yet."""
        return dict(self.weights).get(card, 0)


@dataclass(frozen=True, slots=True)
class Talk:
    """A factor that was talked about."""

    card: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scales:
    """The state of the mode.

    covered: everyone weighs in turn, unseen; otherwise hands are counted. factors: card numbers, in the
    order of the shuffle. now: the factor in front; None when there is none left, or nobody is at the keys.
    hands: (card, counts). own: what was given unseen. done: the participants whose weights count. talks: in
    the order in which they began. talk: the factor that is talked about now.
    """

    covered: bool
    factors: tuple[int, ...]
    now: int | None
    at_keys: int | None = None
    stage: Stage = Stage.WEIGHING
    hands: tuple[tuple[int, Hands], ...] = ()
    own: tuple[Own, ...] = ()
    done: tuple[int, ...] = ()
    talks: tuple[Talk, ...] = ()
    talk: int | None = None


def scales(session: Session) -> Scales:
    """The mode's own state of a session of this mode."""
    if not isinstance(session.play, Scales):
        raise TypeError(f"not a session of Wegen: {type(session.play).__name__}")
    return session.play


# -- the beginning


def begin(session: Session) -> Scales:
    """The scales before anyone weighed. Who plays alone sits at the keys; there are no hands to count."""
    covered = session.setup.option("way") == "covered" or session.alone
    factors = _factors(session)
    if not covered:
        return Scales(False, factors, factors[0])
    first = session.present[0].id if session.alone else None
    return Scales(True, factors, factors[0] if session.alone else None, first)


def _factors(session: Session) -> tuple[int, ...]:
    """The hand; else the ten with a published place, one of each cluster, or the first twelve."""
    which = session.setup.option("factors", "published")
    if session.setup.cards:
        return session.order
    if which == "six":
        return _one_of_each(session)
    published = tuple(number for number in session.order if session.cards[number].rank)
    return published if which == "published" and published else session.order[:TWELVE]


def _one_of_each(session: Session) -> tuple[int, ...]:
    seen: set[str] = set()
    firsts = []
    for number in session.order:
        if session.cards[number].family not in seen:
            seen.add(session.cards[number].family)
            firsts.append(number)
    return tuple(firsts)


def without_published(session: Session) -> bool:
    """Whether the factors with a published place were asked for, but the deck has none."""
    wanted = session.setup.option("factors", "published") == "published" and not session.setup.cards
    return wanted and not any(session.cards[number].rank for number in scales(session).factors)


# -- while people weigh


def hands_for(play: Scales, card: int) -> Hands | None:
    """What was counted for a factor; None when nothing was yet."""
    return dict(play.hands).get(card)


def own_of(play: Scales, participant: int) -> Own:
    """What someone gave so far."""
    return next((one for one in play.own if one.participant == participant), Own(participant))


def is_weighed(play: Scales, card: int) -> bool:
    """Whether the factor has its weight: of the hands, or of whoever is at the keys."""
    if play.covered:
        return play.at_keys is not None and own_of(play, play.at_keys).weight(card) > 0
    return hands_for(play, card) is not None


def next_open(play: Scales, after: int | None = None) -> int | None:
    """The first factor after ``after``, round and round, that has no weight yet and is not ``after``."""
    at = play.factors.index(after) + 1 if after is not None else 0
    ahead = (*play.factors[at:], *play.factors[:at])
    return next((card for card in ahead if card != after and not is_weighed(play, card)), None)


def waiting(session: Session) -> tuple[int, ...]:
    """Who still have to weigh unseen, in the order of the table; not the one who is at it."""
    play = scales(session)
    if not play.covered:
        return ()
    return tuple(one.id for one in session.present if one.id not in (*play.done, play.at_keys))


def talk_now(session: Session) -> Talk | None:
    """The talk that is going on."""
    play = scales(session)
    return next((one for one in play.talks if one.card == play.talk), None)


# -- the tally and the clock


def tally_of(session: Session) -> Tally:
    """The clusters of the factors that were talked about, each once by its card, as one round.

    Weighing alone brings nothing up: a tally is about what was talked about.
    """
    turns: Iterator[Counts] = (
        of_turn([session.cards[one.card].cluster], ()) for one in scales(session).talks
    )
    counts = sum(turns, Counts())
    return Tally((counts,), counts)


def clock_of(session: Session) -> object:
    """The clock runs for a talk."""
    play = scales(session)
    return play.talk if session.phase is Phase.PLAYING and play.talk is not None else None
