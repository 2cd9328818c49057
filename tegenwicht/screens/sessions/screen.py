"""The list of earlier sessions with the field to search them, and beside it what came up in all of them."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.comparing import (
    CHOOSING,
    CHOSEN,
    MOST_GROUPS,
)
from tegenwicht.screens.parts.empty import empty
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.panels.erasing import erase_panel
from tegenwicht.screens.parts.panels.put_back import copies_button, copies_panels
from tegenwicht.screens.parts.panels.reporting import report_panel
from tegenwicht.screens.parts.searching import LONGEST_SOUGHT, SOUGHT, found_words, none_found
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.sessions import panels
from tegenwicht.screens.sessions.rows import names_of, row
from tegenwicht.screens.sessions.totals import totals_sheet
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Go, Open, Put, ShowSessions
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.frame import PAGE, done, frame, margin_of, page
from tegenwicht.screens.shell.model import History, Kept
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

BESIDE = 720
TOTALS = Entry("history:totals")
NOTHING = History("", 0, (), False)


def build(v: View) -> Node:
    """The list, unfinished sessions first and the latest first; with a panel over it when one is open."""
    v = page_view(v)
    return frame(v, tr("Eerdere sessies"), lambda rect: _body(v, rect), dialog=_dialog(v))


def _history(v: View) -> History:
    return v.model.history or NOTHING


def _dialog(v: View) -> Node | None:
    if v.model.panel is Panel.BRING_IN:
        return panels.bring_in_panel(v)
    if v.model.panel is Panel.APART:
        return panels.apart_panel(v)
    copies = copies_panels(v)
    if copies is not None:
        return copies
    one = next((one for one in _history(v).sessions if one.id == v.model.form(panels.CHOSEN_ROW, "")), None)
    if one is None:
        return None
    name = names_of(_history(v).sessions)[one.id]
    match v.model.panel:
        case Panel.MORE:
            return panels.more_panel(v, one, name)
        case Panel.REPORT:
            return report_panel(v, one.id)
        case Panel.FILE:
            return panels.file_panel(v, one, name)
        case Panel.ERASE:
            return erase_panel(v, one.id, name)
    return None


def _body(v: View, rect: Rect) -> Nodes:
    lists, history = _lists(v), _history(v)
    if not history.sessions and not history.sought:
        return page(v, _none_yet(v), rect, _buttons(v), PAGE, asks=_asks())
    if not v.wide:
        folded = _folded_totals(v) if history.sessions else []
        both: Box = Column([_sought(v), *folded, *lists], v.px(18))
        return page(v, both, rect, _buttons(v), PAGE, asks=_asks())
    width = min(rect.w - 2 * margin_of(v), v.text_px(PAGE))
    totals = totals_sheet(v, history) if history.sessions else space()
    beside = Leaf(totals.height, totals.place, min(v.text_px(BESIDE), width * 3 // 7))
    both = Row([Column([_sought(v), *lists], v.px(18)), beside], v.px(24), 0.0)
    return page(v, both, rect, _buttons(v), PAGE, asks=_asks())


def _asks() -> str:
    return tr("Verder, of terugkijken?")


def _sought(v: View) -> Box:
    label, history = tr("Zoek een sessie"), _history(v)
    sought = field(
        v, "history:sought", label, SOUGHT, LONGEST_SOUGHT, hint=tr("naam van de groep, of een woord")
    )
    if history.found is None or not history.sessions:
        return sought
    found = _count(v, history)
    if found.natural + v.text_px(BESIDE) // 2 > v.width // 2:
        return Column([sought, found], v.px(18))
    return Row([sought, Padded(found, 0, v.px(14))], v.px(18), 1.0)


def _folded_totals(v: View) -> list[Box]:
    """Where there is no room beside the list, the totals are behind a switch."""
    shown = bool(v.model.form(TOTALS, False))
    title = tr("Wat komt er langs in jullie sessies?")
    fold = button(v, TOTALS, title, Put(TOTALS, not shown), glyph="down" if shown else "unfold")
    fold = fold.sized(pad=18).chosen(shown, Role.TOGGLE)
    line = Column([fold], natural=fold.natural)
    return [Row([line]), totals_sheet(v, _history(v))] if shown else [Row([line])]


# -- the list


def _lists(v: View) -> list[Box]:
    history = _history(v)
    names = names_of(history.sessions)
    parts: list[Box] = []
    if history.first:
        parts.append(_more(v, "newer", tr("Nieuwere tonen"), -1))
    groups = ((False, "going", tr("Nog niet klaar")), (True, "ended", tr("Gesloten")))
    for finished, key, title in groups:
        some = [one for one in history.sessions if one.finished is finished]
        if some:
            parts.append(_list(v, key, title, some, names))
    if not history.sessions:
        parts.append(_not_found(v))
    if history.more:
        parts.append(_more(v, "more", tr("Meer tonen"), 1))
    return parts


def _count(v: View, history: History) -> Box:
    said = found_words(history.sought, history.found or 0)
    return widgets.text(v, said, widgets.SMALL, "medium", v.theme.muted, natural=True, key="history:count")


def _none_yet(v: View) -> Box:
    told = tr("Speel er een. Daarna staat die hier: om verder te gaan, of om terug te kijken.")
    onward = button(v, "sessions:begin", tr("Nieuwe sessie"), Go(Scene.SETUP), glyph="cards")
    return empty(v, "sessions:none", "history", tr("Er zijn nog geen sessies."), told, onward)


def _not_found(v: View) -> Box:
    again = button(v, "sessions:everything", tr("Alles tonen"), Put(SOUGHT, ""), glyph="close")
    return empty(v, "sessions:none", "search", none_found(), tr("Probeer een ander woord."), again)


def _more(v: View, key: str, label: str, way: int) -> Box:
    glyph = "down" if way > 0 else "up"
    return button(v, f"history:{key}", label, ShowSessions(way), glyph=glyph).filling()


def _list(v: View, key: str, title: str, some: Sequence[Kept], names: dict[str, str]) -> Box:
    boxes = [row(v, one, names[one.id]) for one in some]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"sessions:{key}", Role.GROUP, rect, title, children=tuple(nodes))

    return Padded(Column([widgets.heading(v, title, 36), *boxes], v.px(16)), 0, 0, wrap)


# -- the foot


def _buttons(v: View) -> list[Button]:
    chosen: tuple[str, ...] = v.model.form(CHOSEN, ())
    if not v.model.form(CHOOSING, False):
        more = [button(v, "bring", tr("Sessie uit een bestand"), Open(Panel.BRING_IN), glyph="plus")]
        if _history(v).sessions or chosen:
            more.append(button(v, "compare", tr("Vergelijken"), Put(CHOOSING, True), glyph="scale"))
        return [*done(v), *more, copies_button(v)]
    label = tr("Naast elkaar: {n} gekozen").format(n=len(chosen))
    why = tr("Kies er twee tot {most}.").format(most=MOST_GROUPS)
    able = 2 <= len(chosen) <= MOST_GROUPS
    beside = button(
        v, "primary", label, Go(Scene.COMPARE), keys.PRIMARY, primary=True, first=True, enabled=able
    ).heard(description=why)
    none = All((Put(CHOSEN, ()), Put(CHOOSING, False)))
    return [beside, button(v, "compare:not", tr("Niet vergelijken"), none)]
