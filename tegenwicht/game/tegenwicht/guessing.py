"""How a guess about a round came out: about what was *named* (the lot decides the cards). Never a score."""

from dataclasses import dataclass

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.game.tegenwicht.state import Guess, Round

LEAST_MARKS = 3
"""With fewer marks in a round there is nothing to guess."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say of a guess, beside what was guessed.

    times: how often the cluster that was guessed was named. named_most: the cluster or clusters that were.
    never: the clusters that were not named. absent_times: how often the one that was thought absent was named
    after all; None when "alles is genoemd" was guessed.
    """

    guess: Guess
    times: int
    named_most: tuple[Cluster, ...]
    never: tuple[Cluster, ...]
    absent_times: int | None

    @property
    def most_is_right(self) -> bool:
        """Whether no cluster was named more often than the one that was guessed."""
        return self.guess.most in self.named_most

    @property
    def together_with(self) -> tuple[Cluster, ...]:
        """With whom a right guess shares the first place ("Samen met ..."); empty when with nobody."""
        others = tuple(one for one in self.named_most if one is not self.guess.most)
        return others if self.most_is_right else ()

    @property
    def absent_is_right(self) -> bool:
        """Whether the cluster was indeed not named; for "alles is genoemd": whether all were."""
        return not self.never if self.absent_times is None else not self.absent_times


def can_guess(finished: Round) -> bool:
    """Whether a round has enough marks to guess about."""
    return sum(finished.counts.mentions) >= LEAST_MARKS


def outcome(guess: Guess, counts: Counts) -> Outcome:
    """How a guess about a round with these counts came out."""
    most = max(counts.mentions)
    named_most = tuple(one for one in CLUSTERS if most and counts.by_mention(one) == most)
    never = tuple(one for one in CLUSTERS if not counts.by_mention(one))
    absent_times = None if guess.absent is None else counts.by_mention(guess.absent)
    return Outcome(guess, counts.by_mention(guess.most), named_most, never, absent_times)
