"""Cards, clusters and decks: the things on the table. Knows nothing of files, play or screens.

The six clusters, the occupational groups and the meaning of a rank come from the study
*Afwegingen bij re-integratie en jobcoaching* (Panteia, ZINZIZ and Muzus, 2021).
"""

from enum import StrEnum

from tegenwicht.plain.frozen import Frozen


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


class Kind(StrEnum):
    """What a card asks of the table. The words are those of the files, and of the screen."""

    FACTOR = "factor"  # something that weighs along in a decision; the usual card
    SITUATION = "situatie"  # a moment with a clock and a place: what weighs here?
    STATEMENT = "stelling"  # stand up or stay seated, then say how you weighed
    TASK = "opdracht"  # something to do with cards and stones
    JOKER = "joker"  # kept at one's seat, played once, at any time


Family = Cluster | Kind
"""What gives a card its colour, sign and word: its cluster, or its kind where it has none."""

FACTORS_IN_THE_STUDY = 41
"""Ranks run from 1 (most influence) to 41 (least influence)."""


class Rank(Frozen):
    """A factor's published place, 1 to 41: for all groups together and for each group.

    ``by_group`` has one place per group, in the order of :class:`Group`.
    """

    overall: int
    by_group: tuple[int, ...]

    def of(self, group: Group) -> int:
        """The place, 1 to 41, that one occupational group gave the factor."""
        return self.by_group[tuple(Group).index(group)]


class Card(Frozen):
    """One discussion card. ``number`` is printed on it, 1 to 9999; ``rank`` only with ``Source.TABLE``.

    cluster: always for a factor; a card of another kind may have none.
    deeper: the slips (*doorvragen*), three at most; they, other_side, explanation and picture may be empty.
    other_side: the question of *Andersom*. explanation: one sentence that says what is meant.
    picture: the name of a picture, see ``assets/pictures``. factor: a ranked factor's name as published.
    """

    id: str
    number: int
    cluster: Cluster | None
    title: str
    question: str
    deeper: tuple[str, ...] = ()
    other_side: str = ""
    source: Source = Source.PRACTICE
    rank: Rank | None = None
    kind: Kind = Kind.FACTOR
    explanation: str = ""
    picture: str = ""
    factor: str = ""

    @property
    def family(self) -> Family:
        """What gives the card its colour, sign and word: its cluster, or else its kind."""
        return self.cluster or self.kind


_NAMED = {
    Moment.INTAKE: ("intake", "eerste gesprek"),
    Moment.PLAN: ("plan van aanpak",),
    Moment.PROGRESS: ("voortgangsgesprek", "ontwikkelingsgesprek"),
}
"""Words on a card that set it at a moment of the klantreis."""


def moment_for(card: Card, moment: Moment | None) -> Moment | None:
    """The moment to think of with a card; None where its own words are about another one: they would contradict."""
    words = " ".join((card.title, card.question, *card.deeper, card.other_side)).lower()
    named = {one for one, signs in _NAMED.items() if any(sign in words for sign in signs)}
    return None if named and moment not in named else moment


class Deck(Frozen):
    """A set of cards as its author wrote it, in the author's order.

    instruction: one or two sentences to show where the deck is chosen and on the table; may be empty.
    """

    id: str
    title: str
    language: str
    version: int
    sources: tuple[str, ...]
    cards: tuple[Card, ...]
    instruction: str = ""

    def of(self, cluster: Cluster) -> tuple[Card, ...]:
        """The cards of one cluster, in the deck's order; a cluster may be empty."""
        return tuple(card for card in self.cards if card.cluster is cluster)
