"""The close: what came up per round and in all, the cards with weights and notes, learning points."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Tally
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes, Pinned, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.blocks import weights_line
from tegenwicht.screens.parts.closing import closing_buttons, closing_frame, closing_note, sources
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.learning import has_learning_points, learning_points
from tegenwicht.screens.parts.tally_blocks import none_stayed_away, stayed_away, stayed_away_question
from tegenwicht.screens.shell.frame import margin_of, page
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.account import about_words, cards_aside, cards_laid
from tegenwicht.screens.tegenwicht.tally_table import all_fit, balance_sheet, tally_tables

WIDEST, GAP, PAD = 1760, 24, 30


def build(v: View) -> Node:
    """The close of a session, or a closed session to look back at."""
    playing = v.model.playing
    assert playing is not None
    return closing_frame(v, lambda rect: _body(v, playing, rect))


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    room = min(rect.w - 2 * margin_of(v), v.t(WIDEST)) - w.groove_width(v)
    parts = _numbers(v, session, room)
    if has_learning_points(session):
        parts.append(learning_points(v, session))
    parts += [_cards(v, session), sources(v, session)]
    return page(
        v, Column(parts, v.u(GAP)), rect, closing_buttons(v, playing), WIDEST, closing_note(v, session)
    )


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
    return Row([disc(v, card.family, 50), Column(parts, v.u(2))], v.u(16), 0.0)
