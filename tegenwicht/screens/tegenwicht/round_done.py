"""The end of a round: what came up and what did not, the balance, and on to the next."""

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import Cluster
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.layout import Box, Column, Nodes, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.session_parts import session_buttons, undo_boxes
from tegenwicht.screens.parts.tally_blocks import stayed_away_question
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import panels
from tegenwicht.screens.tegenwicht.tally_table import CELL_H, balance_sheet, tally_table

GAP, PAD = 24, 30
TALLEST_ROW = 116


def build(v: View) -> Node:
    """The round that was just done."""
    playing = v.model.playing
    assert playing is not None
    title = tr("Ronde {n} is klaar").format(n=t.round_number(playing.timeline.session))
    dialog = panels.build(v, playing.timeline.session) if v.model.panel else None
    right = panels.title_and_date(playing)
    return frame(v, title, lambda rect: _body(v, playing, rect), right, session_buttons(v), dialog)


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    note = w.muted(v, tr("Met tegenwicht: clusters die achterbleven, komen eerder boven."))
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(20), rect.w - 2 * margin, room.h - v.u(20) - v.u(12))
        more = [toolbar(v, left), note] if left else []
        return _beside(v, session, inner, more) if v.wide else _below(v, session, inner, more)

    return footed(v, rect, _buttons(v, playing), body, margin, note)


def _head(v: View) -> Box:
    return w.heading(v, tr("Wat kwam er op tafel, en wat niet?"), 48 if v.pair else 40)


def _beside(v: View, session: Session, inner: Rect, more: list[Box]) -> Nodes:
    """The table at the left; at its right the balance, and below that what stayed away."""
    head, gap = _head(v), v.u(GAP)
    head_h = head.height(inner.w)
    room = Rect(inner.x, inner.y + head_h + gap, inner.w, inner.h - head_h - gap)
    half = (room.w - gap) // 2
    away = _away(v, session)
    scales_h = max(v.t(300), min(room.h - away.height(half) - gap, round(half * 0.75)))
    scales = balance_sheet(v, t.tally_of(session).total, scales_h, "round:balance")
    right = Column([scales, away], gap)
    both = Row([_sheet(v, session, half, min(room.h, right.height(half))), right], gap, stretch=True)
    parts = Column([both, *more], gap) if more else both
    return head.place(inner._replace(h=head_h)) + w.scroll(v, "round:sheets", parts, room)


def _below(v: View, session: Session, inner: Rect, more: list[Box]) -> Nodes:
    """Table, balance and what stayed away below each other; what height is left goes to the balance."""
    head, sheet, away, gap = _head(v), _sheet(v, session, inner.w, 0), _away(v, session), v.u(GAP)
    width = inner.w if v.upright else inner.w - w.groove_width(v)
    used = sum(box.height(width) + gap for box in (head, sheet, away, *more))
    scales_h = max(v.t(360), min(inner.h - used, round(inner.w * 0.75)))
    scales = balance_sheet(v, t.tally_of(session).total, scales_h, "round:balance")
    return w.scroll(v, "round:all", Column([head, sheet, scales, away, *more], gap), inner)


def _sheet(v: View, session: Session, width: int, high: int) -> Box:
    """The table with its legend, ``width`` pixels wide; its rows grow to make it ``high``."""
    legend = w.muted(v, tr("In elk vak: samen, en daaronder kaarten + keren genoemd."))
    tally, number, inner = t.tally_of(session), t.round_number(session), width - 2 * v.u(PAD)
    if not v.wide and not v.upright:
        inner -= w.groove_width(v)
    table = tally_table(v, tally, number, inner)
    sheet = w.panel(v, Column([table, legend], v.u(14)), "round:tally", pad=PAD)
    spare = (high - sheet.height(width)) // 6
    if spare > 0:
        row = min(v.t(TALLEST_ROW), v.t(CELL_H) + spare)
        table = tally_table(v, tally, number, inner, row)
        sheet = w.panel(v, Column([table, legend], v.u(14)), "round:tally", pad=PAD)
    return sheet


def _away(v: View, session: Session) -> Box:
    """The clusters that stayed away in this round, and a question about the first of them."""
    tally = t.tally_of(session)
    away = (tally.rounds[-1] if tally.rounds else tally.total).stayed_away
    if not away:
        words = tr(
            "Alle zes clusters kwamen deze ronde langs. Welke woog het zwaarst, en waaraan merkte je dat?"
        )
        return w.panel(v, w.text(v, words, 28), "round:away")
    first = min(away, key=tally.total.came_up)
    colours = v.theme.clusters[first]
    return w.panel(v, _away_words(v, first, [one for one in away if one is not first]), "round:away",
                   ground=colours.tint, edge=colours.line)  # fmt: skip


def _away_words(v: View, first: Cluster, others: list[Cluster]) -> Box:
    title = tr("{cluster} bleef deze ronde liggen").format(cluster=cluster_name(first))
    parts: list[Box] = [
        Row([disc(v, first, 56), w.heading(v, title, 34)], v.u(16)),
        w.text(v, stayed_away_question(first), 28),
    ]
    if others:
        names = ", ".join(cluster_name(one) for one in others)
        parts.append(w.muted(v, tr("Ook niet langsgekomen: {names}").format(names=names)))
    return Column(parts, v.u(12))


def _buttons(v: View, playing: Playing) -> list[Button]:
    """On to the next round, or to the end when this was the last that was planned."""
    session: Session = playing.timeline.session
    number, last = t.round_number(session) + 1, t.is_last_round(session)
    begin, against = (
        tr("Ronde {n} beginnen").format(n=number),
        tr("Ronde {n} met tegenwicht").format(n=number),
    )
    go_on = [
        button(v, "begin" if last else "primary", begin, Do(t.BeginRound(False)),
               None if last else keys.PRIMARY, primary=not last, first=not last),
        button(v, "against", against, Do(t.BeginRound(True)), keys.LIGHTEST),
    ]  # fmt: skip
    finish = button(v, "primary" if last else "finish", tr("Afronden"), Do(e.Finish(False)),
                    keys.PRIMARY if last else keys.FINISH, primary=last, first=last)  # fmt: skip
    boxes = [finish, *go_on] if last else [*go_on, finish]
    return [*boxes, *undo_boxes(v, playing)]
