"""What the cards' types are called on the screen. Loads no rules: the first screen needs these names."""

from tegenwicht.game.cards import Card, Cluster, Family, Group, Kind, Moment, Source
from tegenwicht.i18n import tr


def cluster_name(family: Family) -> str:
    """The short label on the screen: a cluster's, or that of a kind of card that has none."""
    match family:
        case Cluster.PROFESSIONAL:
            return tr("Beroep")
        case Cluster.CLIENT:
            return tr("Cliënt")
        case Cluster.EMPLOYER:
            return tr("Werkgever")
        case Cluster.ORGANISATIONAL:
            return tr("Organisatie")
        case Cluster.POLICY:
            return tr("Wet & beleid")
        case Cluster.INDIVIDUAL:
            return tr("Professional zelf")
        case Kind.FACTOR:
            return tr("Factor")
        case Kind.SITUATION:
            return tr("Situatie")
        case Kind.STATEMENT:
            return tr("Stelling")
        case Kind.TASK:
            return tr("Opdracht")
        case Kind.JOKER:
            return tr("Joker")


def short_name(cluster: Cluster) -> str:
    """A cluster's name where there is little room; only the longest is shortened."""
    return tr("Prof. zelf") if cluster is Cluster.INDIVIDUAL else cluster_name(cluster)


def card_name(card: Card) -> str:
    """ "Kaart 9, Cliënt: Belastbaarheid van de cliënt"."""
    return tr("Kaart {number}, {cluster}: {title}").format(
        number=card.number, cluster=cluster_name(card.family), title=card.title
    )


def card_aloud(card: Card) -> str:
    """The card's name and its question, as a screen reader says them when it comes up."""
    return f"{card_name(card)}. {card.question}"


def group_name(group: Group | None) -> str:
    """An occupational group in one person's form; empty for none."""
    if group is None:
        return ""
    return {
        Group.AD: tr("arbeidsdeskundige"),
        Group.AID: tr("adviseur intensieve dienstverlening"),
        Group.RB: tr("re-integratiebegeleider"),
        Group.RC: tr("re-integratiecoach"),
        Group.JC: tr("jobcoach"),
        Group.KM: tr("klantmanager"),
    }[group]


def source_name(source: Source) -> str:
    """Where a card's factor comes from, as the card says it."""
    return {
        Source.TABLE: tr("Factor uit het onderzoek"),
        Source.ARTICLE: tr("Genoemd in het artikel"),
        Source.PRACTICE: tr("Uit de praktijk, geschreven voor deze set"),
    }[source]


def moment_name(moment: Moment) -> str:
    """A moment of the klantreis."""
    return {
        Moment.INTAKE: tr("Intake"),
        Moment.PLAN: tr("Plan van aanpak"),
        Moment.PROGRESS: tr("Ontwikkelings- of voortgangsgesprek"),
    }[moment]
