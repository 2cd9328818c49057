"""What came up, as blocks of an account: a table, a picture and the blind spots. For every mode."""

from collections.abc import Iterator

from tegenwicht.game.account import Bar, Block, Heading, Items, Paragraph, Picture, Table
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.screens.parts.names import cluster_name


def came_up_blocks(counts: Counts, explained: str = "") -> Iterator[Block]:
    """Which clusters came up and which did not. ``explained``: how they are counted in this mode."""
    yield Heading(tr("Wat kwam er langs?"))
    if explained:
        yield Paragraph(explained, quiet=True)
    yield in_all(tr("De hele sessie"), counts)
    yield picture(tr("De hele sessie in beeld"), counts)
    yield from blind_spots(counts)


def in_all(caption: str, counts: Counts) -> Table:
    """By card, by mention and together."""
    rows = tuple(
        (cluster_name(one), counts.by_card(one), counts.by_mention(one), counts.came_up(one))
        for one in CLUSTERS
    )
    total = (tr("Alle clusters"), sum(counts.cards), sum(counts.mentions), sum(counts.balance))
    head = (tr("Cluster"), tr("Kaarten"), tr("Genoemd"), tr("Samen"))
    return Table(caption, head, (*rows, total), (*CLUSTERS, None))


def picture(caption: str, counts: Counts) -> Picture:
    """A bar for each cluster: cards first, then mentions."""
    bars = tuple(
        Bar(cluster_name(one), (counts.by_card(one), counts.by_mention(one)), one) for one in CLUSTERS
    )
    return Picture(caption, (tr("kaarten"), tr("genoemd")), bars)


def blind_spots(counts: Counts) -> Iterator[Block]:
    """The clusters that stayed away, each with a question."""
    yield Heading(tr("Blinde vlekken"))
    if not counts.stayed_away:
        yield Paragraph(none_stayed_away())
        return
    yield Items(
        tuple(f"{stayed_away(cluster)}. {stayed_away_question(cluster)}" for cluster in counts.stayed_away)
    )


def none_stayed_away() -> str:
    """For a session without blind spots."""
    return tr("Alle zes clusters kwamen langs in deze sessie.")


def stayed_away(cluster: Cluster) -> str:
    """ "Werkgever: kwam niet langs"."""
    return tr("{name}: kwam niet langs").format(name=cluster_name(cluster))


def stayed_away_question(cluster: Cluster) -> str:
    """A question about a cluster that did not come up. Ours, not the study's."""
    return {
        Cluster.PROFESSIONAL: tr("Welke werkwijze of vakregel stuurde je, zonder dat iemand die noemde?"),
        Cluster.CLIENT: tr("Wat had de cliënt zelf hierover gezegd, als die aan tafel zat?"),
        Cluster.EMPLOYER: tr("Welke werkgever of werkplek speelde mee, ook al noemde niemand die?"),
        Cluster.ORGANISATIONAL: tr("Wat in jullie organisatie is zo gewoon dat niemand het nog noemt?"),
        Cluster.POLICY: tr("Speelde het echt niet mee, of is het zo vanzelfsprekend dat niemand het noemt?"),
        Cluster.INDIVIDUAL: tr("Wat van jezelf nam je mee in de weging, zonder het te zeggen?"),
    }[cluster]
