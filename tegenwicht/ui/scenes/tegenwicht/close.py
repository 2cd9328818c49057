"""The close: what came up per round and in all, the cards with weights and notes, learning points."""

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.rules import LONGEST_LEARNING_POINT
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import disc, rank_words
from tegenwicht.ui.commands import All, Do, Leave
from tegenwicht.ui.frame import frame, page
from tegenwicht.ui.layout import Box, Column, Nodes, Rect, Row, Wrap
from tegenwicht.ui.model import Playing
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.scenes.tegenwicht import panels
from tegenwicht.ui.scenes.tegenwicht.table import table_buttons, undo_boxes
from tegenwicht.ui.scenes.tegenwicht.tally_table import balance, tally_table
from tegenwicht.ui.scenes.tegenwicht.words import stayed_away_question
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name, participant_name, source_name


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
    tally = t.tally_of(session)
    wide = min(rect.w - 2 * v.u(48 if v.wide else 28), v.t(1760))
    half = (wide - v.u(24)) // 2 if v.wide else wide
    table = w.panel(v, tally_table(v, tally, 0, half), "close:tally")
    scales_title = w.text(v, tr("De weegschaal"), 26, "semibold", v.theme.muted)
    scales = w.panel(v, Column([scales_title, balance(v, tally.total, v.t(330))], v.u(8)), "close:balance")
    beside = Column([scales, _blind_spots(v, session)], v.u(24))
    parts: list[Box] = [_buttons(v, playing), w.side_by_side(v, table, beside)]
    if session.phase is not Phase.CLOSED or session.learning_points:
        parts.append(_learning_points(v, session))
    parts += [_cards(v, session), _sources(v, session)]
    return page(v, Column(parts, v.u(24)), rect, most_width=1760)


def _buttons(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    if session.phase is Phase.CLOSED:
        return Wrap([w.button(v, "primary", tr("Terug"), Leave(), keys.PRIMARY, primary=True, first=True)])
    shut = w.button(v, "primary", tr("Sessie sluiten"), All((Do(e.Close()), Leave())), keys.PRIMARY,
                    primary=True, first=True)  # fmt: skip
    said = w.muted(v, tr("Na het sluiten kun je de sessie nog bekijken, niet meer veranderen."))
    return Column([Wrap([shut, *undo_boxes(v, playing)], v.u(12)), said], v.u(8))


def _blind_spots(v: View, session: Session) -> Box:
    away = t.tally_of(session).total.stayed_away
    if not away:
        words = w.text(v, tr("Alle zes clusters kwamen langs in deze sessie."), 28)
        return w.panel(v, Column([w.heading(v, tr("Blinde vlekken"), 34), words], v.u(10)), "close:away")
    rows: list[Box] = [w.heading(v, tr("Blinde vlekken"), 34)]
    for cluster in away:
        name = w.text(v, tr("{name}: kwam niet langs").format(name=cluster_name(cluster)), 28, "semibold")
        question = w.text(v, stayed_away_question(cluster), 26)
        rows.append(Row([disc(v, cluster, 50), Column([name, question])], v.u(14), 0.0))
    return w.panel(v, Column(rows, v.u(12)), "close:away")


def _learning_points(v: View, session: Session) -> Box:
    written = dict(session.learning_points)
    head = w.heading(v, tr("Wat neem je mee?"), 34)
    rows: list[Box] = [head]
    for one in session.present:
        name = tr("Eén leerpunt") if session.alone else participant_name(one)
        kept = written.get(one.id, "")
        if session.phase is Phase.CLOSED:
            if kept:
                rows.append(w.text(v, f"{name}: {kept}"))
            continue
        form = f"learning {one.id}"
        typed = str(v.model.form(form, kept))
        keep = Do(e.WriteLearningPoint(one.id, typed))
        field = w.field(v, f"learning:{one.id}", name, form, LONGEST_LEARNING_POINT, 2, otherwise=kept)
        button = w.button(v, f"learning:keep:{one.id}", tr("Bewaren"), keep, enabled=typed.strip() != kept,
                          name=tr("Bewaren: {name}").format(name=name), size=24)  # fmt: skip
        rows.append(Row([field, button], v.u(12), 1.0))
    if session.phase is not Phase.CLOSED:
        rows.insert(1, w.muted(v, tr("Niet verplicht. Schrijf niets op waaraan een cliënt te herkennen is.")))
    return w.panel(v, Column(rows, v.u(14)), "close:learning")


def _cards(v: View, session: Session) -> Box:
    rows: list[Box] = [w.heading(v, tr("De kaarten"), 34)]
    for number, turn, one in t.discussed(session):
        rows.append(_card(v, session, number, turn, one))
    if len(rows) == 1:
        rows.append(w.text(v, tr("Er is nog geen kaart besproken."), colour=v.theme.muted))
    play = t.table(session)
    laid = [one for one in (*play.kept, *play.aside) if one.note or one.weights]
    if laid:
        rows.append(w.text(v, tr("Opzij gelegd, met notitie of gewicht"), w.SMALL, "semibold", v.theme.muted))
        rows += [_card(v, session, 0, None, one) for one in laid]
    return w.panel(v, Column(rows, v.u(18)), "close:cards")


def _card(v: View, session: Session, number: int, turn: t.Turn | None, one: t.CardInPlay) -> Box:
    card = session.cards[one.card]
    who = ""
    if turn is not None:
        who = tr("Ronde {n}").format(n=number)
        if not session.alone:
            who += f" · {participant_name(session.participant(turn.participant))}"
    place = rank_words(card)
    line = " · ".join(
        part for part in (cluster_name(card.cluster), who, source_name(card.source), place) if part
    )
    parts: list[Box] = [
        w.text(v, f"{card.number}. {card.title}", 30, "semibold"),
        w.text(v, line, w.SMALL, colour=v.theme.muted),
    ]
    if one.weights:
        parts.append(w.text(v, weights_line(one.weights), 26))
    if one.note:
        parts.append(
            w.text(v, tr("Notitie: {text}").format(text=one.note), 26, key=f"note:{number}:{card.number}")
        )
    return Row([disc(v, card.cluster, 50), Column(parts, v.u(2))], v.u(16), 0.0)


def weights_line(weights: tuple[int, int, int, int]) -> str:
    """ "Gewogen: 4 × 2, 3 × 3" from how many gave 1, 2, 3, 4; the heaviest weight first."""
    parts = [
        tr("gewicht {weight}: {count}").format(weight=weight, count=weights[weight - 1])
        for weight in (4, 3, 2, 1)
        if weights[weight - 1]
    ]
    hands = several("{n} hand", "{n} handen", sum(weights))
    return tr("Gewogen met {hands} – {parts}").format(hands=hands, parts=", ".join(parts))


def _sources(v: View, session: Session) -> Box:
    lines = [tr("Een plaats uit het onderzoek is een gemiddelde van toen, geen norm."), *session.deck.sources]
    return Column([w.text(v, line, 22, colour=v.theme.muted) for line in lines], v.u(2))
