"""What came up in all the sessions that were found: a picture with its table."""

from collections.abc import Iterator

from tegenwicht.game.account import Block, Heading, Paragraph, Table
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.i18n import several, tr
from tegenwicht.kit.layout import Box
from tegenwicht.screens.parts.account.blocks import sheets
from tegenwicht.screens.parts.account.tally_blocks import SIDES, picture
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.model import CameUp, History
from tegenwicht.screens.shell.view import View


def totals_sheet(v: View, history: History) -> Box:
    """One sheet of paper."""
    (sheet,) = sheets(v, tuple(_blocks(history.came_up)), "history:account")
    return sheet


def _blocks(came_up: CameUp | None) -> Iterator[Block]:
    yield Heading(tr("Wat komt er langs in jullie sessies?"))
    if came_up is None:
        yield Paragraph(tr("Even tellen…"), quiet=True)
        return
    yield Paragraph(_how_many(came_up), quiet=True)
    if not came_up.sessions:
        return
    yield picture(tr("Hoe vaak kwam elk cluster langs?"), came_up.counts)
    yield _table(came_up)


def _how_many(came_up: CameUp) -> str:
    said = several("Geteld over {n} sessie.", "Geteld over {n} sessies.", came_up.sessions)
    if not came_up.unknown:
        return said
    more = several("{n} sessie is niet geteld.", "{n} sessies zijn niet geteld.", came_up.unknown)
    return f"{said} {more}"


def _table(came_up: CameUp) -> Table:
    away = dict(zip(CLUSTERS, came_up.stayed_away, strict=True))
    rows = tuple(
        (cluster_name(one), came_up.counts.by_card(one), came_up.counts.by_mention(one), away[one])
        for one in SIDES
    )
    head = (tr("Cluster"), tr("Kaarten"), tr("Genoemd"), tr("Bleef weg"))
    caption = tr("Hoe vaak, en in hoeveel sessies een cluster wegbleef")
    return Table(caption, head, rows, SIDES)
