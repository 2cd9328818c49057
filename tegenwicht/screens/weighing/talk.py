"""A talk about one factor: its card large, how the weights lie, the time, and a note."""

from tegenwicht.game import weighing
from tegenwicht.game.cards import Card
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, toolbar
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.clusters import card_box, card_height
from tegenwicht.screens.parts.table import letters, plates, weigh
from tegenwicht.screens.parts.table.ground import Ground, from_near, is_large, is_near
from tegenwicht.screens.parts.wall.clock_face import clock_ring
from tegenwicht.screens.parts.wall.game_wall import main_act, scene
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.parts.wall.time_disc import time_acts, time_disc
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import panels, published, sheets, spread
from tegenwicht.screens.weighing.around import around
from tegenwicht.screens.weighing.weigh import factor_title, question, small_question
from tegenwicht.screens.weighing.words import difference_heading, difference_question, mean_shown

SIDE = 560
TITLE_ABOVE, ASKED, ASKED_SIZES = 320, 402, (32, 30, 28, 26)
"""Where the title and its question stand on a small window when the published place is there; the sizes it may have."""


def build(v: View) -> Node:
    """The talk that is going on."""
    v = from_near(v)
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    talk = weighing.talk_now(session)
    assert talk is not None
    card = session.cards[talk.card]
    note = panels.open_note(session) if weighing.WriteNote in playing.legal else None
    acts = (
        *published.act(v, card), Act("note", tr("Notitie"), note, keys.NOTE),
        main_act(tr("Klaar, terug naar de uitkomst"), Do(weighing.EndTalk())),
    )  # fmt: skip
    line = tr("Notitie: {text}").format(text=" ".join(talk.note.split())) if talk.note else ""
    wall = around(
        v, playing, tr("Praten over één factor"), acts,
        more=time_acts(playing), calm=("lies",) if is_large(v) or is_near(v) else (), wood=True, line=line
    )  # fmt: skip
    given = next((one for one in weighing.weighed(session) if one.card == talk.card), None)
    if given is not None and wall.has_places:
        return scene(wall, lambda _room, _left: _large(wall.g, playing, card, given))
    return scene(wall, lambda room, left: _stacked(v, playing, talk, room, left))


def _large(ground: Ground, playing: Playing, card: Card, given: weighing.Weighed) -> Nodes:
    """How the hands lie behind the table's edge, what to talk about, and the published place when it is asked for."""
    session: Session = playing.timeline.session
    shown = published.are_shown(ground.v) and card.rank is not None
    if shown and ground.near:  # the place takes room: the question has one line, above the hands
        ground = ground._replace(down_by=-weigh.HIGHER)
        nodes: Nodes = _asked_in_a_line(ground, card)
    else:
        nodes = question(ground, card, *small_question(ground))
        size, base = (46, 390) if ground.near else (84, 322)
        nodes.append(weigh.words_in_a_row(ground, *plates.result_words(given.counts), size, base))
    nodes += weigh.result(ground, given.counts)
    line = f"{difference_heading(session, card.number)}. {plates.result_line(given.counts)}"
    nodes.append(weigh.question_sheet(ground, "lies", tr("Aan wat voor situatie dacht je?"), line))
    if shown:
        nodes.append(weigh.published_strip(ground, card))
    return [*nodes, *time_disc(ground, playing, ground.right(1740, 716, 122, 122))]


def _asked_in_a_line(g: Ground, card: Card) -> Nodes:
    """The title with its question under it; a question that is too long for a line is told with the title."""
    title, room = factor_title(g, card, TITLE_ABOVE), min(g.px(1360), g.v.width - 2 * g.px(32))
    for size in ASKED_SIZES:
        if g.v.type.width(card.question, "bold", letters.size(g, size)) <= room:
            at = g.mid(960, ASKED, 0, 0)
            line = letters.line(g, (at.x, at.y), card.question, size, "bold", g.v.theme.ink, 0.5)
            return [title, Node("card:question", Role.TEXT, line.rect, card.question, ops=(line,))]
    return [title._replace(description=card.question)]


def _stacked(v: View, playing: Playing, talk: weighing.Talk, room: Rect, left: list[Button]) -> Nodes:
    session: Session = playing.timeline.session
    card = session.cards[talk.card]
    margin = v.px(32)
    inner = Rect(room.x + margin, room.y + v.px(14), room.w - 2 * margin, room.h - v.px(30))
    more = [toolbar(v, left)] if left else []
    drawn = Leaf(lambda width: card_height(v, card, "", width), lambda at: card_box(v, card, "", at))
    return sheets.beside(v, inner, drawn, _side(v, playing, talk), SIDE, more=lambda: more)


def _side(v: View, playing: Playing, talk: weighing.Talk) -> Box:
    """Why this factor, what was given, the time, and what was written down."""
    session: Session = playing.timeline.session
    parts: list[Box] = [_lies(v, session, talk.card), *published.box(v, session.cards[talk.card])]
    ring = clock_ring(v, playing)
    if ring is not None:
        parts.append(sheet(v, Row([ring], v.px(24)), "time", tr("Tijd"), pad=24))
    if talk.note:
        noted = Column(
            [widgets.name(v, tr("Notitie")), widgets.text(v, talk.note, 26, key="talk:note")], v.px(6)
        )
        parts.append(sheet(v, noted, "noted", pad=24))
    return Column(parts, v.px(20))


def _lies(v: View, session: Session, number: int) -> Box:
    one = next((one for one in weighing.weighed(session) if one.card == number), None)
    parts: list[Box] = [widgets.heading(v, difference_heading(session, number), 36)]
    if one is not None and one.number > 1:
        parts += [spread.bars(v, one), widgets.muted(v, tr("gemiddeld {n}").format(n=mean_shown(one)), 26)]
    elif one is not None:
        parts.append(widgets.text(v, tr("Gewicht {n}").format(n=mean_shown(one)), 30, "semibold"))
    parts.append(widgets.text(v, difference_question(session, number), 30, "medium"))
    return sheet(
        v,
        Column(parts, v.px(16)),
        "lies",
        difference_heading(session, number),
        30,
    )
