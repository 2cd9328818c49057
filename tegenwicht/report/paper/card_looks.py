"""What every piece of paper shares: boxes in mm, mixed colours, and what clusters and kinds are called."""

from typing import NamedTuple

from tegenwicht.game.cards import Cluster, Family, Kind, Source
from tegenwicht.i18n import tr
from tegenwicht.report.colours import Colour

WHITE: Colour = (255, 255, 255)
CUT: Colour = (0x9A, 0x9A, 0x9A)


class Box(NamedTuple):
    """A rectangle in mm from the top left of the page."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, by: float) -> "Box":
        """The rectangle ``by`` mm inside this one."""
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.w / 2, self.y + self.h / 2


def mixed(colour: Colour, other: Colour, part: float) -> Colour:
    """``colour`` with ``part`` (0.0 to 1.0) of ``other`` in it."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(colour, other, strict=True))
    return r, g, b


def cluster_word(cluster: Family) -> str:
    """The short label of a cluster or a kind of card, as on the screen."""
    return {
        Cluster.PROFESSIONAL: tr("Beroep"),
        Cluster.CLIENT: tr("Cliënt"),
        Cluster.EMPLOYER: tr("Werkgever"),
        Cluster.ORGANISATIONAL: tr("Organisatie"),
        Cluster.POLICY: tr("Wet & beleid"),
        Cluster.INDIVIDUAL: tr("Professional zelf"),
        Kind.FACTOR: tr("Factor"),
        Kind.SITUATION: tr("Situatie"),
        Kind.STATEMENT: tr("Stelling"),
        Kind.TASK: tr("Opdracht"),
        Kind.JOKER: tr("Joker"),
    }[cluster]


def source_words(source: Source) -> str:
    """Where a card's factor comes from, short enough for the foot of a card."""
    return {
        Source.TABLE: tr("Uit het onderzoek"),
        Source.ARTICLE: tr("Genoemd in het artikel"),
        Source.PRACTICE: tr("Uit de praktijk, geschreven voor deze set"),
    }[source]
