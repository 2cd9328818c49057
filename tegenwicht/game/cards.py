"""Cards, clusters and decks: the things on the table. Knows nothing of files, play or screens.

The six clusters, the occupational groups and the meaning of a rank come from the study
*Afwegingen bij re-integratie en jobcoaching* (Panteia, ZINZIZ and Muzus, 2021).
"""

from dataclasses import dataclass
from enum import StrEnum


class Cluster(StrEnum):
    """The six clusters of factors, in the order in which every screen and table shows them."""

    PROFESSIONAL = "professional"
    CLIENT = "client"
    EMPLOYER = "employer"
    ORGANISATIONAL = "organisational"
    POLICY = "policy"
    INDIVIDUAL = "individual"


CLUSTERS: tuple[Cluster, ...] = tuple(Cluster)


class Source(StrEnum):
    """Where a card's factor comes from: the article's tables, the article's text, or our own practice."""

    TABLE = "tabel"
    ARTICLE = "artikel"
    PRACTICE = "praktijk"


class Group(StrEnum):
    """The six occupational groups of the survey, by the abbreviations used in decks."""

    AD = "AD"  # arbeidsdeskundigen
    AID = "AID"  # adviseurs intensieve dienstverlening
    RB = "RB"  # re-integratiebegeleiders
    RC = "RC"  # re-integratiecoaches
    JC = "JC"  # jobcoaches
    KM = "KM"  # klantmanagers


class Moment(StrEnum):
    """The moments of the *klantreis* that the study's workshops walked through."""

    INTAKE = "intake"
    PLAN = "plan"  # plan van aanpak
    PROGRESS = "progress"  # ontwikkelings- en voortgangsgesprek


FACTORS_IN_THE_STUDY = 41
"""Ranks run from 1 (most influence) to 41 (least influence)."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A factor's published place, 1 to 41: for all groups together and for each group.

    ``by_group`` has one place per group, in the order of :class:`Group`.
    """

    overall: int
    by_group: tuple[int, ...]

    def of(self, group: Group) -> int:
        """The place, 1 to 41, that one occupational group gave the factor."""
        return self.by_group[tuple(Group).index(group)]


@dataclass(frozen=True, slots=True)
class Card:
    """One discussion card. ``number`` is printed on it, 1 to 9999; ``rank`` only with ``Source.TABLE``."""

    id: str
    number: int
    cluster: Cluster
    title: str
    question: str
    deeper: tuple[str, ...]
    counterweight: str
    source: Source
    rank: Rank | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A set of cards as its author wrote it, in the author's order."""

    id: str
    title: str
    language: str
    version: int
    sources: tuple[str, ...]
    cards: tuple[Card, ...]

    def of(self, cluster: Cluster) -> tuple[Card, ...]:
        """The cards of one cluster, in the deck's order; a cluster may be empty."""
        return tuple(card for card in self.cards if card.cluster is cluster)
