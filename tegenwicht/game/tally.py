"""Which clusters came up, per round and in all. One definition for screen, report and screen reader.

In a round a cluster came up *by card* in every turn that ended with a card of it discussed, and *by
mention* in every turn in which it was marked and was not that turn's own cluster. A turn in which the
counterweight card was drawn too has two own clusters: both cards were discussed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tegenwicht.game.cards import CLUSTERS, Cluster

NONE_SIX = (0,) * len(CLUSTERS)

PEOPLE = (Cluster.CLIENT, Cluster.EMPLOYER, Cluster.INDIVIDUAL)
"""*Mensen*, the left pan. Three against three is our reading, for the shape of the scale; level is no aim."""

FRAMES = (Cluster.PROFESSIONAL, Cluster.ORGANISATIONAL, Cluster.POLICY)
"""*Kaders*, the right pan."""


def hangs_on_one_side(clusters: Iterable[Cluster]) -> bool:
    """Whether all of these hang on the same pan: then the beam stays level, for a tilt would say nothing."""
    found = set(clusters)
    return found <= set(PEOPLE) or found <= set(FRAMES)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each cluster came up; both tuples in the order of ``CLUSTERS``."""

    cards: tuple[int, ...] = NONE_SIX
    mentions: tuple[int, ...] = NONE_SIX

    def __add__(self, other: "Counts") -> "Counts":
        cards = tuple(a + b for a, b in zip(self.cards, other.cards, strict=True))
        mentions = tuple(a + b for a, b in zip(self.mentions, other.mentions, strict=True))
        return Counts(cards, mentions)

    def by_card(self, cluster: Cluster) -> int:
        """In how many turns a card of the cluster was discussed."""
        return self.cards[CLUSTERS.index(cluster)]

    def by_mention(self, cluster: Cluster) -> int:
        """In how many turns the cluster was mentioned beside the turn's own."""
        return self.mentions[CLUSTERS.index(cluster)]

    def came_up(self, cluster: Cluster) -> int:
        """By card and by mention together."""
        return self.by_card(cluster) + self.by_mention(cluster)

    @property
    def stayed_away(self) -> tuple[Cluster, ...]:
        """The clusters that did not come up at all."""
        return tuple(cluster for cluster in CLUSTERS if not self.came_up(cluster))

    @property
    def balance(self) -> tuple[int, int]:
        """(people, frames): how often the clusters of each pan came up."""
        return sum(map(self.came_up, PEOPLE)), sum(map(self.came_up, FRAMES))


def of_turn(own: Iterable[Cluster | None], mentioned: Iterable[Cluster]) -> Counts:
    """The counts of one turn: ``own`` are the clusters of the cards discussed in it.

    A card without a cluster counts for none: what it brings up is what is mentioned.
    """
    own, mentioned = set(own), set(mentioned)
    cards = tuple(int(cluster in own) for cluster in CLUSTERS)
    mentions = tuple(int(cluster in mentioned and cluster not in own) for cluster in CLUSTERS)
    return Counts(cards, mentions)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts per round, the round that is going on last, and all of them together."""

    rounds: tuple[Counts, ...]
    total: Counts
