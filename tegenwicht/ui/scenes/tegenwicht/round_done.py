"""The end of a round: what came up and what did not, the balance, and on to the next."""

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import Cluster
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import disc
from tegenwicht.ui.commands import Do
from tegenwicht.ui.frame import frame
from tegenwicht.ui.layout import Box, Column, Nodes, Rect, Row, Wrap
from tegenwicht.ui.model import Playing
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.scenes.tegenwicht import panels
from tegenwicht.ui.scenes.tegenwicht.table import table_buttons, undo_boxes
from tegenwicht.ui.scenes.tegenwicht.tally_table import balance, tally_table
from tegenwicht.ui.scenes.tegenwicht.words import stayed_away_question
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name


def build(v: View) -> Node:
    """The round that was just done."""
    playing = v.model.playing
    assert playing is not None
    title = tr("Ronde {n} is klaar").format(n=t.round_number(playing.timeline.session))
    dialog = panels.build(v, playing.timeline.session) if v.model.panel else None
    right = panels.title_and_date(playing)
    return frame(v, title, lambda rect: _body(v, playing, rect), right, table_buttons(v), dialog)


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    inner = rect.inset(v.u(48 if v.wide else 24), v.u(24))
    head = w.heading(v, tr("Wat kwam er op tafel, en wat niet?"), 50)
    buttons = _buttons(v, playing)
    if not v.wide:
        parts = [head, *_sheets(v, session, inner.w, v.t(420)), buttons]
        return w.scroll(v, "round:all", Column(parts, v.u(22)), inner)
    head_h, buttons_h = head.height(inner.w), buttons.height(inner.w)
    nodes = head.place(Rect(inner.x, inner.y, inner.w, head_h))
    top = inner.y + head_h + v.u(20)
    room = Rect(inner.x, top, inner.w, inner.bottom - buttons_h - v.u(20) - top)
    half = (room.w - v.u(30)) // 2
    table, scales, away = _sheets(v, session, half, 0)
    away_h = away.height(half)
    scales = _balance(v, session, max(v.t(300), room.h - away_h - v.u(24) - v.t(110)))
    both = Row([table, Column([scales, away], v.u(24))], v.u(30), 0.0)
    nodes += w.scroll(v, "round:sheets", both, room)
    return nodes + buttons.place(Rect(inner.x, inner.bottom - buttons_h, inner.w, buttons_h))


def _sheets(v: View, session: Session, width: int, height: int) -> tuple[Box, Box, Box]:
    tally = t.tally_of(session)
    table = tally_table(v, tally, t.round_number(session), width)
    legend = w.muted(v, tr("In elk vak: samen, en daaronder kaarten + keren genoemd."))
    sheet = w.panel(v, Column([table, legend], v.u(14)), "round:tally")
    return sheet, _balance(v, session, height or v.t(300)), _away(v, session)


def _balance(v: View, session: Session, height: int) -> Box:
    counts = t.tally_of(session).total
    head = w.text(v, tr("De weegschaal"), 26, "semibold", v.theme.muted)
    return w.panel(v, Column([head, balance(v, counts, height)], v.u(8)), "round:balance")


def _away(v: View, session: Session) -> Box:
    """The clusters that stayed away in this round, and a question about the first of them."""
    counts = t.tally_of(session).rounds[-1] if t.tally_of(session).rounds else t.tally_of(session).total
    away = counts.stayed_away
    if not away:
        words = tr(
            "Alle zes clusters kwamen deze ronde langs. Welke woog het zwaarst, en waaraan merkte je dat?"
        )
        return w.panel(v, w.text(v, words, 28), "round:away")
    first = away[0] if len(away) == 1 else _quietest(session, away)
    colours = v.theme.clusters[first]
    title = tr("{cluster} bleef deze ronde liggen").format(cluster=cluster_name(first))
    others = [cluster_name(cluster) for cluster in away if cluster is not first]
    parts: list[Box] = [
        Row([disc(v, first, 56), w.heading(v, title, 34)], v.u(16)),
        w.text(v, stayed_away_question(first), 28),
    ]
    if others:
        parts.append(w.muted(v, tr("Ook niet langsgekomen: {names}").format(names=", ".join(others))))
    return w.panel(v, Column(parts, v.u(12)), "round:away", ground=colours.tint, edge=colours.line)


def _quietest(session: Session, away: tuple[Cluster, ...]) -> Cluster:
    total = t.tally_of(session).total
    return min(away, key=total.came_up)


def _buttons(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    number = t.round_number(session) + 1
    last = t.is_last_round(session)
    begin = tr("Ronde {n} beginnen").format(n=number)
    against = tr("Ronde {n} met tegenwicht").format(n=number)
    finish = w.button(v, "primary" if last else "finish", tr("Afronden"), Do(e.Finish(False)),
                      keys.PRIMARY if last else keys.FINISH, primary=last, first=last)  # fmt: skip
    boxes = [
        w.button(v, "begin" if last else "primary", begin, Do(t.BeginRound(False)),
                 None if last else keys.PRIMARY, primary=not last, first=not last),
        w.button(v, "against", against, Do(t.BeginRound(True)), keys.COUNTERWEIGHT),
        finish,
    ]  # fmt: skip
    boxes = [finish, boxes[0], boxes[1]] if last else boxes
    note = w.muted(v, tr("Met tegenwicht: clusters die achterbleven, komen eerder boven."))
    return Column([Wrap([*boxes, *undo_boxes(v, playing)], v.u(12)), note], v.u(10))
