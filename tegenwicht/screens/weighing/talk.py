"""A talk about one factor: its card large, how the weights lie, the time, and a note."""

from tegenwicht.game import weighing as g
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, toolbar
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clock_face import clock_buttons, clock_ring
from tegenwicht.screens.parts.clusters import card_box, card_height, rank_words
from tegenwicht.screens.parts.session_parts import main_button, small_button, title_and_date, undo_boxes
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import panels, sheets, spread
from tegenwicht.screens.weighing.parts import bar_buttons, people_button
from tegenwicht.screens.weighing.words import difference_heading, difference_question, mean_shown

SIDE = 560


def build(v: View) -> Node:
    """The talk that is going on."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    return frame(v, tr("Praten over één factor"), lambda rect: _body(v, playing, rect), title_and_date(playing),
                 bar_buttons(v, playing), panels.build(v, session))  # fmt: skip


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    margin, talk = margin_of(v), g.talk_now(session)
    assert talk is not None
    card = session.cards[talk.card]
    corner = rank_words(card)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(room.x + margin, room.y + v.u(22), room.w - 2 * margin, room.h - v.u(22) - v.u(14))
        more = [toolbar(v, left)] if left else []
        drawn = Leaf(
            lambda width: card_height(v, card, corner, width), lambda at: card_box(v, card, corner, at)
        )
        return sheets.beside(v, inner, drawn, _side(v, playing, talk), SIDE, more=lambda: more)

    return footed(v, rect, _buttons(v, playing), body, margin)


def _side(v: View, playing: Playing, talk: g.Talk) -> Box:
    """Why this factor, what was given, the time, and what was written down."""
    session: Session = playing.timeline.session
    parts: list[Box] = [_lies(v, session, talk.card)]
    ring = clock_ring(v, playing)
    if ring is not None:
        time = Row([ring, Column(clock_buttons(v, playing), v.u(8))], v.u(24))
        parts.append(w.panel(v, time, "time", tr("Tijd"), pad=24))
    if talk.note:
        noted = Column([w.name(v, tr("Notitie")), w.text(v, talk.note, 26, key="talk:note")], v.u(6))
        parts.append(w.panel(v, noted, "noted", pad=24))
    return Column(parts, v.u(20))


def _lies(v: View, session: Session, number: int) -> Box:
    one = next((one for one in g.weighed(session) if one.card == number), None)
    parts: list[Box] = [w.heading(v, difference_heading(session, number), 36)]
    if one is not None and one.number > 1:
        parts += [spread.bars(v, one), w.muted(v, tr("gemiddeld {n}").format(n=mean_shown(one)), 26)]
    elif one is not None:
        parts.append(w.text(v, tr("Gewicht {n}").format(n=mean_shown(one)), 30, "semibold"))
    parts.append(w.text(v, difference_question(session, number), 30, "medium"))
    return w.panel(v, Column(parts, v.u(16)), "lies", pad=30)


def _buttons(v: View, playing: Playing) -> list[Button]:
    session: Session = playing.timeline.session
    note = small_button(v, playing, "note", tr("Notitie"), g.WriteNote, keys.NOTE, panels.open_note(session))
    done = main_button(v, tr("Klaar, terug naar de uitkomst"), Do(g.EndTalk()))
    return [done, note, people_button(v), *undo_boxes(v, playing)]
