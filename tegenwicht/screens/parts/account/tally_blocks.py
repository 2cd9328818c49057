"""What came up, as blocks of an account: the scale, and what stayed away. For every mode."""

from collections.abc import Iterator, Sequence

from tegenwicht.game.account import Bar, Block, Heading, Items, Paragraph, Picture, Table
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts.names import cluster_name

SIDES = (*PEOPLE, *FRAMES)
"""The clusters as they lie on the scale: three against three."""


def scale_blocks(counts: Counts, explained: str = "") -> Iterator[Block]:
    """The scale as *Mensen* and *Kaders*, and what stayed away. ``explained``: how it is counted in this mode."""
    yield Heading(tr("De weegschaal"))
    if not any(counts.balance):
        yield Paragraph(tr("Er kwam nog niets langs."))
        return
    people, frames = counts.balance
    most = max(map(counts.came_up, CLUSTERS))
    yield side_picture(tr("Mensen: {n}").format(n=people), counts, PEOPLE, most)
    yield side_picture(tr("Kaders: {n}").format(n=frames), counts, FRAMES, most)
    if explained:
        yield Paragraph(explained, quiet=True)
    yield from away_blocks(counts)


def side_picture(caption: str, counts: Counts, clusters: Sequence[Cluster], most: int) -> Picture:
    """What lies on one pan: cards first, then mentions. most: what a full bar stands for, the same for both pans."""
    bars = tuple(
        Bar(cluster_name(one), (counts.by_card(one), counts.by_mention(one)), one) for one in clusters
    )
    return Picture(caption, (tr("als kaart"), tr("genoemd")), bars, most)


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
    bars = tuple(Bar(cluster_name(one), (counts.by_card(one), counts.by_mention(one)), one) for one in SIDES)
    return Picture(caption, (tr("als kaart"), tr("genoemd")), bars)


def away_blocks(counts: Counts) -> Iterator[Block]:
    """The clusters that stayed away, each with a question, and those that only came up in the talk."""
    yield Heading(tr("Wat bleef weg"))
    if not counts.stayed_away:
        yield Paragraph(none_stayed_away())
    else:
        yield Items(
            tuple(
                f"{cluster_name(cluster)}: {as_first_words_go_on(stayed_away_question(cluster))}"
                for cluster in counts.stayed_away
            )
        )
    if any(counts.cards) and (words := only_mentioned(counts)):
        yield Paragraph(words)


def only_mentioned(counts: Counts) -> str:
    """ "Werkgever en Wet & beleid kwamen alleen in het gesprek langs, niet als kaart."; empty when none did."""
    clusters = tuple(one for one in CLUSTERS if counts.by_mention(one) and not counts.by_card(one))
    return (
        several(
            "{{names}} kwam alleen in het gesprek langs, niet als kaart.",
            "{{names}} kwamen alleen in het gesprek langs, niet als kaart.",
            len(clusters),
        ).format(names=names_of(clusters))
        if clusters
        else ""
    )


def names_of(clusters: Sequence[Cluster]) -> str:
    """ "Cliënt, Werkgever en Beroep"."""
    *others, last = map(cluster_name, clusters)
    return tr("{names} en {last}").format(names=", ".join(others), last=last) if others else last


def none_stayed_away() -> str:
    """For a session in which nothing stayed away."""
    return tr("Alle zes clusters kwamen langs in deze sessie.")


def as_first_words_go_on(sentence: str) -> str:
    """A sentence as it stands after a colon."""
    return sentence[:1].lower() + sentence[1:]


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
