"""Groups beside each other: the clusters, the blind spots and the weights of up to eight sessions."""

from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, switch
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Even, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.blocks import sheets
from tegenwicht.screens.parts.account.comparing import (
    NAMED,
    Comparison,
    column_names,
    comparison_blocks,
)
from tegenwicht.screens.parts.empty import empty
from tegenwicht.screens.parts.panels.reporting import report_button, saving_panel
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.parts.table.small_scale import Weighed, small_scales
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Back, Go, Put, SaveComparison
from tegenwicht.screens.shell.frame import PAGE, frame, page
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

MOST_IN_HALF = 3
MOST_ACROSS, LEAST_WIDE = 4, 420
"""Scales side by side, and design pixels that each is wide at least."""
NONE = Comparison((), ())


def build(v: View) -> Node:
    """The groups of ``v.model.comparison``."""
    v = page_view(v)
    dialog = _report(v) if v.model.panel is Panel.REPORT else None
    return frame(v, tr("Groepen naast elkaar"), lambda rect: _body(v, rect), dialog=dialog)


def _body(v: View, rect: Rect) -> Nodes:
    found: Comparison = v.model.comparison or NONE
    named = bool(v.model.form(NAMED, False))
    parts: list[Box] = [
        widgets.text(v, words, key=f"compare:problem:{n}") for n, words in enumerate(found.problems)
    ]
    if any(one.counts != Counts() for one in found.groups):
        parts.append(_scales(v, found, named))
    if found.groups:
        parts.append(_arranged(v, sheets(v, tuple(comparison_blocks(found.groups, named)), "compare"), found))
    else:
        choose = button(v, "compare:choose", tr("Sessies kiezen"), Go(Scene.SESSIONS), glyph="history")
        told = tr("Kies er twee of meer bij Eerdere sessies, met Vergelijken.")
        parts.append(empty(v, "compare:none", "scale", tr("Er ligt nog niets naast elkaar."), told, choose))
    asks = tr("Wat valt op, naast elkaar?") if found.groups else ""
    note = _explained(v, named) if found.groups else None
    return page(v, Column(parts, v.px(22)), rect, _buttons(v, found, named), PAGE, note, asks)


def _scales(v: View, found: Comparison, named: bool) -> Box:
    """The scale of each group under its name, all at one size."""
    names = column_names(found.groups, named)
    pairs = list(zip(names, found.groups, strict=True))
    weighed = [
        Weighed(f"compare:scale:{n}", name, one.counts, one.dealt) for n, (name, one) in enumerate(pairs)
    ]
    boxes = [
        Column(
            [
                widgets.text(
                    v, name, 32, "bold", role=Role.HEADING, level=3, align=0.5, key=f"compare:name:{n}"
                ),
                box,
            ],
            v.px(8),
        )
        for n, (name, box) in enumerate(zip(names, small_scales(v, weighed), strict=True))
    ]
    across = min(len(boxes), MOST_ACROSS)
    grid = Grid(boxes, across, v.px(36), v.text_px(LEAST_WIDE))
    words = widgets.muted(v, tr("Recht is niet het doel. Wat ligt er bij de één, en niet bij de ander?"))
    return widgets.panel(
        v, Column([widgets.heading(v, tr("De weegschalen"), 36), words, grid], v.px(16)), "compare:scales"
    )


def _arranged(v: View, parts: list[Box], found: Comparison) -> Box:
    """Two columns of sheets where the tables are narrow enough for that."""
    gap = v.px(22)
    if not v.wide or len(found.groups) > MOST_IN_HALF:
        return Column(parts, gap)
    return Even([Column(parts[:2], gap), Column(parts[2:], gap)], gap)


def _buttons(v: View, found: Comparison, named: bool) -> list[Button]:
    back = button(v, "primary", tr("Klaar"), Back(), keys.PRIMARY, primary=True, first=True)
    if not found.groups:
        return [back]
    names = switch(v, "compare:names", tr("Namen van de groepen"), named, Put(NAMED, not named))
    return [back, names, report_button(v)]


def _explained(v: View, named: bool) -> Box | None:
    return None if named else widgets.muted(v, tr("Zonder namen: welke groep welke is, weten alleen jullie."))


def _report(v: View) -> Node:
    explained = tr("Het verslag is zoals het scherm: met de namen van de groepen, of zonder.")
    return saving_panel(v, tr("Verslag van de vergelijking"), SaveComparison, [widgets.muted(v, explained)])
