"""What came of the weighing: the own order, how much people differ, and beside whose published places.

A published place is one of 41, an own place one of as many factors as were weighed: the two are shown beside
each other and never compared.
"""

from dataclasses import dataclass
from fractions import Fraction

from tegenwicht.game.cards import Group
from tegenwicht.game.state import Session
from tegenwicht.game.weighing.state import Hands, Scales, hands_for, own_of, scales

WEIGHTS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A factor with how many gave it 1, 2, 3 and 4; at least one did."""

    card: int
    counts: Hands

    @property
    def number(self) -> int:
        """How many weighed it."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction:
        """The mean weight, 1 to 4."""
        return Fraction(sum(w * n for w, n in zip(WEIGHTS, self.counts, strict=True)), self.number)

    @property
    def mean_in_tenths(self) -> int:
        """The mean in tenths, rounded half up: 10 to 40."""
        return int(self.mean * 10 + Fraction(1, 2))

    @property
    def variance(self) -> Fraction:
        """The mean squared distance of the weights to their mean: 0 (all the same) to 2.25."""
        squares = sum(w * w * n for w, n in zip(WEIGHTS, self.counts, strict=True))
        return Fraction(squares, self.number) - self.mean**2

    @property
    def span(self) -> int:
        """The heaviest weight that was given less the lightest: 0 to 3."""
        given = [w for w, n in zip(WEIGHTS, self.counts, strict=True) if n]
        return given[-1] - given[0]


def weighed(session: Session) -> tuple[Weighed, ...]:
    """The factors that have a weight that counts, in the order of the shuffle."""
    play = scales(session)
    found = ((card, counts_for(play, card)) for card in play.factors)
    return tuple(Weighed(card, counts) for card, counts in found if any(counts))


def counts_for(play: Scales, card: int) -> Hands:
    """How many gave a factor 1, 2, 3 and 4: by hand, or unseen by those who are done."""
    if not play.covered:
        return hands_for(play, card) or (0, 0, 0, 0)
    given = [own_of(play, one).weight(card) for one in play.done]
    one, two, three, four = (given.count(weight) for weight in WEIGHTS)
    return one, two, three, four


def own_order(session: Session) -> tuple[tuple[int, Weighed], ...]:
    """(place from 1, factor) by mean weight, ties in the order of the shuffle and on the same place."""
    ordered = sorted(weighed(session), key=lambda one: -one.mean)
    return tuple((1 + sum(other.mean > one.mean for other in ordered), one) for one in ordered)


def by_difference(session: Session) -> tuple[Weighed, ...]:
    """The factors on which people differ most first: by variance, then by span, then by the shuffle."""
    return tuple(sorted(weighed(session), key=lambda one: (-one.variance, -one.span)))


def to_talk_about(session: Session) -> tuple[Weighed, ...]:
    """The factors that were not talked about yet: most different first; for one person, heaviest first."""
    talked = {one.card for one in scales(session).talks}
    ordered = by_difference(session) if has_spread(session) else [one for _, one in own_order(session)]
    return tuple(one for one in ordered if one.card not in talked)


def has_spread(session: Session) -> bool:
    """Whether more than one person weighed, so that there can be a difference."""
    return any(one.number > 1 for one in weighed(session))


def groups_shown(session: Session) -> tuple[Group, ...]:
    """The occupational groups of those at the table; all six when nobody said theirs."""
    here = {one.group for one in session.present}
    return tuple(group for group in Group if group in here) or tuple(Group)
