"""The desk at which a deck is made: its cards at the left, one to fill in, and that card as it will look."""

from tegenwicht.game import deck_editing as editing
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Pinned, columns
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.deck_edit import cards, form, pictures
from tegenwicht.screens.parts.clusters import card_box, card_height, rank_words
from tegenwicht.screens.parts.fields import choice
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.shell import entries, frame, keys
from tegenwicht.screens.shell.commands import ChangeDeck, LeaveDeck, NextFault, SaveDeck, Shut
from tegenwicht.screens.shell.model import Editing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

SHOWN, LIST, CARD = entries.DESK_SHOWN, "list", "card"
LIST_WIDTH, LIST_PART, PREVIEW_PART, MOST_IN_BAR = 380, 0.205, 0.6, 60


def build(v: View) -> Node:
    """The desk, or a way back when nothing is on it."""
    v = page_view(v)
    desk = v.model.editing
    if desk is None:
        words = widgets.text(v, tr("Er is geen kaartset om te wijzigen."))
        return frame.frame(v, tr("Kaarten wijzigen"), lambda rect: frame.page(v, words, rect, frame.done(v)))
    name = desk.history.now.title.strip() or tr("Zonder titel")
    title = tr("Wijzigen: {title}").format(title=name[:MOST_IN_BAR])
    panel = _leave(v, desk) if v.model.panel is Panel.LEAVE else None
    card = desk.history.now.card(desk.card)
    if v.model.panel is Panel.PICTURES and card is not None:
        panel = pictures.panel(v, desk, card)
    return frame.frame(v, title, lambda rect: _body(v, desk, rect), _state(desk), dialog=panel)


def _state(desk: Editing) -> str:
    """Whether all is saved, and all of it right, in the bar."""
    state = tr("nog niet bewaard") if desk.unsaved else tr("bewaard")
    return state if desk.faults else " · ".join((state, tr("alles klopt")))


def _body(v: View, desk: Editing, rect: Rect) -> Nodes:
    back = button(v, "desk:done", tr("Klaar"), LeaveDeck(), keys.BACK, glyph="back").sized(24, 18)
    return frame.footed(
        v, rect, _buttons(v, desk), lambda room, left: _room(v, desk, room, left), back=[back]
    )


def _buttons(v: View, desk: Editing) -> list[Button]:
    """The main one first; what is wrong only where something is."""
    history, faults = desk.history, len(desk.faults)
    cluster = cards.open_cluster(v, desk)
    wrong = several("{n} punt dat niet klopt", "{n} punten die niet kloppen", faults)
    undo, redo = _step_name(history.last), _step_name(history.next)
    return [
        button(v, "desk:save", tr("Bewaren"), SaveDeck(), keys.SAVE, primary=True, glyph="check"),
        button(v, "desk:new", tr("Nieuwe kaart"), ChangeDeck("add", 0, cluster), keys.NEW_CARD, glyph="plus"),
        *([button(v, "desk:fault", wrong, NextFault(), glyph="warning")] if faults else []),
        button(v, "desk:undo", tr("Ongedaan maken"), ChangeDeck("undo"), keys.UNDO_EDIT, enabled=bool(undo),
               glyph="undo").heard(description=undo),
        button(v, "desk:redo", tr("Opnieuw"), ChangeDeck("redo"), keys.REDO, enabled=bool(redo),
               glyph="redo").heard(description=redo),
    ]  # fmt: skip


def _step_name(what: str) -> str:
    """What undo takes back, or redo does again; empty when there is nothing."""
    names = {
        "add": tr("kaart erbij"), "duplicate": tr("kopie van een kaart"), "remove": tr("kaart weg"),
        "up": tr("kaart eerder"), "down": tr("kaart later"), "cluster": tr("ander cluster"),
        "source": tr("andere bron"), "picture": tr("ander plaatje"), "kind": tr("andere soort kaart"),
        "renumber": tr("andere nummers"),
    }  # fmt: skip
    return names.get(what, tr("wat je typte")) if what else ""


# -- what is on the desk


def _room(v: View, desk: Editing, room: Rect, left: list[Button]) -> Nodes:
    inner = room.inset(v.px(32), v.px(20))
    if v.wide:
        return _three(v, desk, inner, left)
    now = v.model.form(SHOWN, CARD)
    pick = choice(v, SHOWN, tr("Laat zien"), [(CARD, tr("De kaart")), (LIST, tr("Alle kaarten"))], now)
    more = [toolbar(v, left)] if left else []
    if now == LIST:
        return widgets.scroll(v, "desk:all", Column([pick, cards.list_of(v, desk), *more], v.px(20)), inner)
    if v.upright and desk.history.now.card(desk.card) is not None:
        return _upright(v, desk, inner, Column([pick, form.form(v, desk), *more], v.px(24)))
    parts = [pick, form.form(v, desk), *_below(v, desk, inner.w), *more]
    return widgets.scroll(v, "desk:one", Column(parts, v.px(24)), inner)


def _upright(v: View, desk: Editing, inner: Rect, upper: Box) -> Nodes:
    """A high window: the form scrolls, and below it the card stays in sight."""
    high = min(round(inner.h * 0.45), _usual_height(v.of(v.model), desk, inner.w) + v.text_px(60))
    top = inner._replace(h=inner.h - high - v.px(20))
    nodes = widgets.scroll(v, "desk:form", upper, top)
    return nodes + _preview(v, desk, Rect(inner.x, inner.bottom - high, inner.w, high))


def _three(v: View, desk: Editing, inner: Rect, left: list[Button]) -> Nodes:
    gap = v.px(28)
    list_w = min(v.text_px(LIST_WIDTH), round(inner.w * LIST_PART))
    preview_w = round((inner.w - list_w - 2 * gap) * PREVIEW_PART)
    first, middle, last = columns(inner, list_w, 0, preview_w, gap=gap)
    more = [toolbar(v, left)] if left else []
    nodes = widgets.scroll(v, "desk:list", Column([cards.list_of(v, desk), *more], v.px(20)), first)
    nodes += widgets.scroll(v, "desk:form", form.form(v, desk), middle)
    return nodes + _preview(v, desk, last)


def _preview(v: View, desk: Editing, rect: Rect) -> Nodes:
    draft = desk.history.now.card(desk.card)
    if draft is None:
        return widgets.scroll(v, "desk:summary", _summary(v, desk), rect)
    v = v.of(v.model)  # the letters of a card are large enough on any window, and it is to be seen whole
    card = editing.as_it_will_look(draft)
    label = widgets.name(v, tr("Zo ziet de kaart eruit"), "desk:preview:name")
    high = min(rect.h - label.height(rect.w) - v.px(8), _usual_height(v, desk, rect.w))
    box = Leaf(high, lambda at: card_box(v, card, rank_words(card), at, "desk:preview"))
    return Pinned(label, box, v.px(8)).place(rect._replace(h=label.height(rect.w) + v.px(8) + high))


def _usual_height(v: View, desk: Editing, width: int) -> int:
    """As high as the card is with its texts, and never flat."""
    draft = desk.history.now.card(desk.card)
    assert draft is not None
    card = editing.as_it_will_look(draft)
    return max(card_height(v, card, rank_words(card), width), round(width * 0.62))


def _below(v: View, desk: Editing, width: int) -> list[Box]:
    """The card below the form, where there are no three columns."""
    draft = desk.history.now.card(desk.card)
    if draft is None:
        return [_summary(v, desk)]
    card = editing.as_it_will_look(draft)
    label = widgets.name(v, tr("Zo ziet de kaart eruit"), "desk:preview:name")
    high = _usual_height(v, desk, width)
    return [
        Column(
            [label, Leaf(high, lambda at: card_box(v, card, rank_words(card), at, "desk:preview"))], v.px(8)
        )
    ]


def _summary(v: View, desk: Editing) -> Box:
    """How many cards of each cluster, when the deck itself is shown."""
    draft = desk.history.now
    count = several("{n} kaart", "{n} kaarten", len(draft.cards))
    rows: list[Box] = [widgets.heading(v, count, 36)]
    rows += [cards.cluster_line(v, cluster, len(draft.of(cluster))) for cluster in cards.families(draft)]
    again = button(v, "desk:renumber", tr("Kaarten opnieuw nummeren"), ChangeDeck("renumber")).sized(24, 16)
    hint = widgets.muted(v, tr("De nummers worden 1, 2, 3 en verder, cluster na cluster."))
    return widgets.panel(v, Column([*rows, again, hint], v.px(14)), "desk:summary:sheet")


# -- leaving


def _leave(v: View, desk: Editing) -> Node:
    wrong = bool(desk.faults)
    words = tr("Er zijn wijzigingen die nog niet in de kaartset staan.")
    if wrong:
        words = tr("Er klopt nog iets niet. Wat je maakte blijft staan als concept; je kunt later verder.")
    buttons = [
        button(v, "desk:leave:save", tr("Bewaren"), LeaveDeck("save"), primary=not wrong, enabled=not wrong),
        button(v, "desk:leave:keep", tr("Later verder"), LeaveDeck("keep"), primary=wrong),
        button(v, "desk:leave:no", tr("Wijzigingen weggooien"), LeaveDeck("discard"), glyph="trash"),
        button(v, "desk:leave:stay", tr("Verder werken"), Shut(), keys.BACK),
    ]  # fmt: skip
    return frame.dialog(v, "panel:leave", tr("Nog niet bewaard"), widgets.text(v, words), buttons, 1100)
