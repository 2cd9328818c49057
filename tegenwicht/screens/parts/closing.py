"""The end of a session of any mode: the harvest in three screens, and the panels that ask."""

from collections.abc import Sequence

from tegenwicht.game import events
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Even
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.account.blocks import sheets
from tegenwicht.screens.parts.account.taken_blocks import harvest_blocks, stones_blocks
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.harvest import compact, head, scale_look, sheet, take
from tegenwicht.screens.parts.harvest.line import keeping
from tegenwicht.screens.parts.harvest.now import Harvest, Look, Mine, Step, harvest_of
from tegenwicht.screens.parts.menu import undo_acts, ways_away
from tegenwicht.screens.parts.panels.erasing import erase_panel, without_keeping_panel
from tegenwicht.screens.parts.panels.parked import parked_acts, parked_panel
from tegenwicht.screens.parts.panels.reporting import report_panel
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table.ground import is_large
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Leave, Open
from tegenwicht.screens.shell.frame import dialog
from tegenwicht.screens.shell.modes import Unsaved, leaving, screens_of
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

GAP, WIDEST = 24, 1760
"""The panel with all that a session leaves behind, beside what lies on the scale."""


def closing(
    v: View,
    more: Sequence[Button] = (),
    also: Sequence[Box] = (),
    counts: Counts | None = None,
    look: Look | None = None,
) -> Node:
    """The harvest of the session in ``v.model.playing``, or a closed session to look back at.

    more: buttons of the mode on the screen where one looks back. also: what it shows there beside its account.
    counts: what lies on the scale, where one looks back at that instead. look: what else one looks back at.
    """
    assert v.model.playing is not None
    session: Session = v.model.playing.timeline.session
    blocks = (*stones_blocks(session), *screens_of(session.setup.mode).account(session, False))
    now = harvest_of(v, Mine(blocks, counts, also, more, look))
    if not now.v.near and not is_large(now.v):
        return compact.build(now, [] if now.writing else _acts(now), _dialog(now))
    told = (
        tr("Noem niets waaraan je een cliënt herkent.") if now.step is Step.TAKE and not now.writing else ""
    )
    return head.whole(now, _nodes(now), _acts(now), _dialog(now), told)


def unsaved_at_the_close(v: View) -> Unsaved:
    """A line that is being written."""
    assert v.model.playing is not None
    return Unsaved(panel=keeping(harvest_of(v, Mine(()))))


def _nodes(now: Harvest) -> list[Node]:
    if now.step is Step.TAKE:
        return take.nodes(now)
    if now.step is Step.REPORT:
        return sheet.nodes(now)
    return scale_look.nodes(now) if now.mine.counts is not None else _account(now)


def _acts(now: Harvest) -> list[Act]:
    if now.step is Step.TAKE:
        return take.acts(now)
    if now.step is Step.REPORT:
        return sheet.acts(now)
    more = [*parked_acts(now.session), *(_act_of(one) for one in now.mine.more)]
    if now.mine.is_seen:
        more.append(Act("look:all", tr("Kaarten en notities"), Open(Panel.ACCOUNT)))
    return [*more, Act("primary", tr("Verder: verslag"), now.on(), keys.PRIMARY, primary=True)]


def _act_of(one: Button) -> Act:
    node = one.node
    return Act(node.key, node.label, node.action if node.enabled else None, None, told=node.description)


def _account(now: Harvest) -> list[Node]:
    """The account of the mode on sheets of paper, two beside each other; they scroll where they must."""
    v, g = now.v, now.g
    blocks = (*(harvest_blocks(now.session, False) if now.closed else ()), *now.mine.blocks)
    look = now.mine.look
    shown = [look.box(v)] if look is not None else sheets(v, blocks)
    boxes = [*shown, *now.mine.also]
    wide = min(g.px(g.across - 128), v.text_px(WIDEST))
    room = Rect((v.width - wide) // 2, g.px(84), wide, g.front(0, 996, 0, 0).y - g.px(84))
    return widgets.scroll(v, "harvest:page", _arranged(v, boxes, wide - widgets.groove_width(v)), room)


def _arranged(v: View, parts: list[Box], room: int) -> Box:
    """Two columns: at the left until that is the longer one, then at the right."""
    left, right, half = parts[:1], list[Box](), (room - v.px(GAP)) // 2
    for part in parts[1:]:
        shorter = min((left, right), key=lambda column: sum(box.height(half) for box in column))
        shorter.append(part)
    return (
        Even([Column(left, v.px(GAP)), Column(right, v.px(GAP))], v.px(GAP))
        if right
        else Column(left, v.px(GAP))
    )


# -- the panels


def _dialog(now: Harvest) -> Node | None:
    v, session = now.v, now.session
    match v.model.panel:
        case Panel.MENU:
            acts, title = (
                [*undo_acts(now.playing), *ways_away(leaving(now.v))],
                popup.title_of(now.playing, "menu"),
            )
            if not now.v.near and not is_large(now.v):
                return popup.sheet(v, "panel:menu", title, acts)
            return popup.popup(now.g, "panel:menu", title, acts, below=True)
        case Panel.ACCOUNT:
            return _account_panel(now)
        case Panel.THOUGHTS:
            return parked_panel(v, session)
        case Panel.REPORT:
            return report_panel(v, now.playing.id)
        case Panel.ERASE:
            return erase_panel(v, now.playing.id, session.setup.title)
        case Panel.CLOSE if session.phase is not Phase.CLOSED:
            return close_panel(v, _shut())
        case Panel.CLOSE_WITHOUT_KEEPING:
            return without_keeping_panel(v, now.playing.id, _shut())
    return None


def _account_panel(now: Harvest) -> Node:
    """Every card with its weights and its note, the counts per round, and what anyone wrote."""
    v = now.v
    blocks = (*harvest_blocks(now.session, False), *now.mine.blocks)
    box = Column(sheets(v, blocks), v.px(GAP))
    return dialog(v, "panel:account", tr("Kaarten en notities"), box, [close_button(v, tr("Terug"))], 1500)


def close_panel(v: View, shut: Command) -> Node:
    """Asks before a session is closed for good; the focus begins on what changes nothing."""
    back = close_button(v, tr("Terug"), primary=True)
    close = button(v, "close:yes", tr("Sessie sluiten"), shut)
    words = Column([
        widgets.text(v, tr("Na het sluiten kun je de sessie nog bekijken, niet meer veranderen.")),
        widgets.muted(v, tr("Wil je later nog iets opschrijven? Ga dan terug en sluit nog niet.")),
    ], v.px(12))  # fmt: skip
    return dialog(v, "panel:closing", tr("Sessie sluiten?"), words, [back, close], 900)


def _shut() -> Command:
    return All((Do(events.Close()), Leave()))
