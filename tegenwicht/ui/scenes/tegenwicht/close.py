"""The close: what came up per round and in all, the cards with weights and notes, learning points."""

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.events import Participant
from tegenwicht.game.rules import LONGEST_LEARNING_POINT
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Tally
from tegenwicht.i18n import tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.blocks import weights_line
from tegenwicht.ui.buttons import Button, button
from tegenwicht.ui.clusters import disc
from tegenwicht.ui.commands import All, Do, Leave
from tegenwicht.ui.fields import field
from tegenwicht.ui.flow import Grid
from tegenwicht.ui.frame import frame, margin_of, page
from tegenwicht.ui.layout import Box, Column, Nodes, Pinned, Rect, Row
from tegenwicht.ui.model import Playing
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.scenes.tegenwicht import panels
from tegenwicht.ui.scenes.tegenwicht.account import (
    about_words,
    cards_aside,
    cards_laid,
    none_stayed_away,
    stayed_away,
)
from tegenwicht.ui.scenes.tegenwicht.actions import table_buttons, undo_boxes
from tegenwicht.ui.scenes.tegenwicht.tally_table import all_fit, balance_sheet, tally_tables
from tegenwicht.ui.scenes.tegenwicht.words import stayed_away_question
from tegenwicht.ui.view import View
from tegenwicht.ui.words import participant_name

WIDEST, GAP, PAD = 1760, 24, 30


def build(v: View) -> Node:
    """The close of a session, or a closed session to look back at."""
    playing = v.model.playing
    assert playing is not None
    return frame(
        v, tr("Terugkijken"), lambda rect: _body(v, playing, rect), panels.title_and_date(playing),
        table_buttons(v),
    )  # fmt: skip


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    room = min(rect.w - 2 * margin_of(v), v.t(WIDEST)) - w.groove_width(v)
    parts = _numbers(v, session, room)
    if session.phase is not Phase.CLOSED or session.learning_points:
        parts.append(_learning_points(v, session))
    parts += [_cards(v, session), _sources(v, session)]
    closing = session.phase is not Phase.CLOSED
    note = w.muted(v, tr("Na het sluiten kun je de sessie nog bekijken, niet meer veranderen."))
    return page(v, Column(parts, v.u(GAP)), rect, _buttons(v, playing), WIDEST, note if closing else None)


def _numbers(v: View, session: Session, room: int) -> list[Box]:
    """The table, the balance and the blind spots, beside each other where that fits."""
    tally = t.tally_of(session)
    away, scales_h = _blind_spots(v, tally), v.t(400)
    half = (room - v.u(GAP)) // 2
    if v.wide and all_fit(v, tally, half - 2 * v.u(PAD)):
        scales = balance_sheet(v, tally.total, scales_h, "close:balance")
        return [Row([_table(v, tally, half), Pinned(scales, away, v.u(GAP))], v.u(GAP), stretch=True)]
    scales = balance_sheet(v, tally.total, scales_h, "close:balance")
    lower: list[Box] = [Row([scales, away], v.u(GAP), 0.0, stretch=True)] if v.wide else [scales, away]
    return [_table(v, tally, room), *lower]


def _table(v: View, tally: Tally, width: int) -> Box:
    legend = w.muted(v, tr("In elk vak: samen, en daaronder kaarten + keren genoemd."))
    table = tally_tables(v, tally, width - 2 * v.u(PAD))
    return w.panel(v, Column([table, legend], v.u(14)), "close:tally", pad=PAD)


def _buttons(v: View, playing: Playing) -> list[Button]:
    session: Session = playing.timeline.session
    if session.phase is Phase.CLOSED:
        return [button(v, "primary", tr("Terug"), Leave(), keys.PRIMARY, primary=True, first=True)]
    closing = All((*_unsaved(v, session), Do(e.Close()), Leave()))
    shut = button(v, "primary", tr("Sessie sluiten"), closing, keys.FOR_GOOD, primary=True, first=True)
    return [shut, *undo_boxes(v, playing)]


def _unsaved(v: View, session: Session) -> list[Do]:
    """The learning points that were typed and not saved yet: closing keeps them too."""
    written = dict(session.learning_points)
    typed = {one.id: str(v.model.form(f"learning {one.id}", "")).strip() for one in session.present}
    return [
        Do(e.WriteLearningPoint(number, text))
        for number, text in typed.items()
        if text and text != written.get(number, "")
    ]


def _blind_spots(v: View, tally: Tally) -> Box:
    away = tally.total.stayed_away
    rows: list[Box] = [w.heading(v, tr("Blinde vlekken"), 34)]
    if not away:
        rows.append(w.text(v, none_stayed_away(), 28))
    for cluster in away:
        name = w.text(v, stayed_away(cluster), 28, "semibold")
        question = w.text(v, stayed_away_question(cluster), 26)
        rows.append(Row([disc(v, cluster, 50), Column([name, question])], v.u(14), 0.0))
    return w.panel(v, Column(rows, v.u(12)), "close:away")


# -- learning points


def _learning_points(v: View, session: Session) -> Box:
    parts: list[Box] = [w.heading(v, tr("Wat neem je mee?"), 34)]
    if session.phase is not Phase.CLOSED:
        parts.append(w.muted(v, tr("Niet verplicht. Schrijf niets op waaraan een cliënt te herkennen is.")))
    written = dict(session.learning_points)
    rows = [row for one in session.present if (row := _point(v, session, one, written.get(one.id, "")))]
    parts.append(Grid(rows, 2 if v.wide and len(rows) > 1 else 1, v.u(20)))
    return w.panel(v, Column(parts, v.u(14)), "close:learning")


def _point(v: View, session: Session, one: Participant, kept: str) -> Box | None:
    """What someone takes along: to be filled in, or as it was kept."""
    name = tr("Eén leerpunt") if session.alone else participant_name(one)
    if session.phase is Phase.CLOSED:
        return w.text(v, f"{name}: {kept}") if kept else None
    form = f"learning {one.id}"
    typed = str(v.model.form(form, kept))
    save = Do(e.WriteLearningPoint(one.id, typed))
    box = field(v, f"learning:{one.id}", name, form, LONGEST_LEARNING_POINT, 2, action=save, otherwise=kept)
    keep = button(v, f"learning:keep:{one.id}", tr("Bewaren"), save,
                  enabled=typed.strip() != kept, name=tr("Bewaren: {name}").format(name=name), size=24)  # fmt: skip
    return Row([box, keep], v.u(12), 1.0)


# -- the cards


def _cards(v: View, session: Session) -> Box:
    rows = [_card(v, session, number, turn, one) for number, turn, one in cards_laid(session)]
    if not rows:
        rows.append(w.text(v, tr("Er is nog geen kaart besproken."), colour=v.theme.muted))
    parts: list[Box] = [w.heading(v, tr("De kaarten"), 34), _in_columns(v, rows)]
    aside = cards_aside(session)
    if aside:
        parts.append(w.name(v, tr("Opzij gelegd, met notitie of gewicht")))
        parts.append(_in_columns(v, [_card(v, session, 0, None, one) for one in aside]))
    return w.panel(v, Column(parts, v.u(18)), "close:cards")


def _in_columns(v: View, rows: list[Box]) -> Box:
    return Grid(rows, 2 if v.wide and len(rows) > 1 else 1, v.u(22))


def _card(v: View, session: Session, number: int, turn: t.Turn | None, one: t.CardInPlay) -> Box:
    card = session.cards[one.card]
    parts: list[Box] = [
        w.text(v, f"{card.number}. {card.title}", 30, "semibold"),
        w.text(v, about_words(session, number, turn, one), w.SMALL, colour=v.theme.muted),
    ]
    if one.weights:
        parts.append(w.text(v, weights_line(one.weights), 26))
    if one.note:
        words = tr("Notitie: {text}").format(text=one.note)
        parts.append(w.text(v, words, 26, key=f"note:{number}:{card.number}"))
    return Row([disc(v, card.cluster, 50), Column(parts, v.u(2))], v.u(16), 0.0)


def _sources(v: View, session: Session) -> Box:
    lines = [tr("Een plaats uit het onderzoek is een gemiddelde van toen, geen norm."), *session.deck.sources]
    return Column([w.text(v, line, 22, colour=v.theme.muted) for line in lines], v.u(2))
