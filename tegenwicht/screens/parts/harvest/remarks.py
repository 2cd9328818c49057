"""What can be said of a session by rule: at most three sentences, each with the clusters it is about. No norm in them."""

from typing import NamedTuple

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts.account.tally_blocks import names_of, none_stayed_away, only_mentioned
from tegenwicht.screens.parts.names import cluster_name

MOST = 3


class Remark(NamedTuple):
    """A sentence, and the clusters whose signs stand before it."""

    clusters: tuple[Cluster, ...]
    words: str


def remarks(counts: Counts) -> tuple[Remark, ...]:
    """What was named most, what stayed away, what was only named, and what lay there most of the rest."""
    if not any(counts.balance):
        return (Remark((), tr("In deze sessie kwam geen cluster langs.")),)
    found = [one for one in (_most(counts), _away(counts), _only_named(counts)) if one]
    told = {cluster for one in found for cluster in one.clusters}
    rest = sorted(
        (c for c in CLUSTERS if c not in told and counts.came_up(c)), key=counts.came_up, reverse=True
    )
    return (*found, *(_plain(counts, one) for one in rest))[:MOST]


def _most(counts: Counts) -> Remark | None:
    most = max(counts.mentions)
    first, *others = (one for one in CLUSTERS if counts.by_mention(one) == most)
    if not most or len(others) > MOST - 1:
        return None
    if not others:
        return Remark((first,), tr("Het meest genoemd: {name}.").format(name=cluster_name(first)))
    words = tr("Het meest genoemd: {name}, samen met {others}.")
    return Remark((first, *others), words.format(name=cluster_name(first), others=names_of(others)))


def _away(counts: Counts) -> Remark | None:
    away = counts.stayed_away
    return Remark(away[:MOST], away_words(counts)) if away else None


def away_words(counts: Counts) -> str:
    """Which clusters stayed away, or that none did."""
    away = counts.stayed_away
    if not away:
        return none_stayed_away()
    words = several("{{names}} kwam niet langs.", "{{names}} kwamen niet langs.", len(away))
    return words.format(names=names_of(away))


def _only_named(counts: Counts) -> Remark | None:
    clusters = tuple(one for one in CLUSTERS if counts.by_mention(one) and not counts.by_card(one))
    if not clusters or not any(counts.cards):
        return None
    return Remark(clusters[:MOST], only_mentioned(counts))


def _plain(counts: Counts, cluster: Cluster) -> Remark:
    words = tr("{name} lag {cards} als kaart en werd {times} genoemd.")
    return Remark((cluster,), words.format(
        name=cluster_name(cluster), cards=times(counts.by_card(cluster)), times=times(counts.by_mention(cluster)),
    ))  # fmt: skip


def times(count: int) -> str:
    """ "niet", "één keer", "twee keer"."""
    if not count:
        return tr("niet")
    return tr("{n} keer").format(n=number_word(count))


def number_word(count: int) -> str:
    """Numbers up to twelve in a word."""
    words = tr("nul één twee drie vier vijf zes zeven acht negen tien elf twaalf").split()
    return words[count] if count < len(words) else str(count)
