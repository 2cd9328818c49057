"""After the four answers: save them for later, and later answer anew before then and now stand side by side."""

from tegenwicht.game import events as e
from tegenwicht.game import feedback as f
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback import parts
from tegenwicht.screens.feedback.account import dates, nothing_written
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, numbered, side_name
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.session_parts import (
    SMALL_BUTTON,
    main_button,
    session_buttons,
    title_and_date,
)
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Leave, Put
from tegenwicht.screens.shell.frame import frame, page
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

WIDEST, SHOWN, LEAST = 1760, "feedback:shown", 420


def build(v: View, playing: Playing) -> Node:
    """The screen: the answers side by side, or on a later day first the invitation to answer anew."""
    later = _is_later(v, playing)
    body = _later if later else _answers
    bar = parts.bar_buttons(v, playing) if later else session_buttons(v)
    return frame(
        v, about().name, lambda rect: body(v, playing, rect), title_and_date(playing),
        bar, parts.dialogs(v, playing),
    )  # fmt: skip


def _is_later(v: View, playing: Playing) -> bool:
    """Whether the last answers are of an earlier day, and nobody asked to see them."""
    day = f.feedback(playing.timeline.session).walks[-1].day
    return v.model.today > day and not v.model.form(SHOWN, False)


# -- another day: the answers stay hidden


def _later(v: View, playing: Playing, rect: Rect) -> Nodes:
    play = f.feedback(playing.timeline.session)
    count = several("Je beantwoordde deze vragen {n} keer, het laatst op {{day}}.",
                    "Je beantwoordde deze vragen {n} keer, het laatst op {{day}}.", len(play.walks))  # fmt: skip
    words = [
        w.heading(v, tr("Kijk er nog eens naar"), 54),
        w.text(v, count.format(day=dates(play)[-1]), 32),
        w.text(v, tr("Beantwoord ze nu opnieuw, met een frisse blik. Je antwoorden van toen blijven nog even "
                     "weg. Daarna staan toen en nu naast elkaar."), 32),
        figure(v, None, 280),
    ]  # fmt: skip
    sheet = w.panel(v, Column(words, v.u(20)), "feedback:later")
    return page(
        v, Column([sheet, parts.consideration(v, playing)], v.u(24)), rect, _later_buttons(v, playing), 1500
    )


def _later_buttons(v: View, playing: Playing) -> list[Button]:
    anew = main_button(v, tr("Opnieuw beantwoorden"), Do(f.BeginAnew(v.model.today)),
                       enabled=f.BeginAnew in playing.legal)  # fmt: skip
    look = button(
        v, "feedback:look", tr("Toch eerst terugkijken"), Put(SHOWN, True), size=SMALL_BUTTON, pad=14
    )
    return [anew, look]


# -- the answers


def _answers(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    play = f.feedback(session)
    title = tr("Toen en nu") if len(play.walks) > 1 else tr("De vier antwoorden")
    questions = [_question(v, session, number) for number in f.QUESTIONS]
    across = 2 if v.wide and len(play.walks) == 1 else 1
    boxes: list[Box] = [parts.consideration(v, playing, title), Grid(questions, across, v.u(20))]
    return page(v, Column(boxes, v.u(20)), rect, _buttons(v, playing), WIDEST)


def _question(v: View, session: Session, number: int) -> Box:
    """One question, with its answer of every date side by side where they fit."""
    play = f.feedback(session)
    cells = [_cell(v, session, walk, day, number) for walk, day in zip(play.walks, dates(play), strict=True)]
    answers = Grid(cells, len(cells), v.u(20), v.t(LEAST))
    head = w.heading(v, numbered(number), 32)
    return w.panel(v, Column([head, answers], v.u(14)), f"feedback:answers:{number}", pad=26)


def _cell(v: View, session: Session, walk: f.Walk, day: str, number: int) -> Box:
    key = f"answers:{number}:{day}"
    words, ink = walk.answers[number], v.theme.ink
    boxes: list[Box] = [w.name(v, day, key=f"{key}:day")]
    boxes.append(w.text(v, words or nothing_written(), 28, colour=ink if words else v.theme.muted, key=key))
    if number == f.FACTORS:
        for side in f.Side:
            named = _named(session, walk, side)
            if named:
                boxes.append(w.text(v, f"{side_name(side)}: {named}", 26, "medium", key=f"{key}:{side}"))
    return w.panel(v, Column(boxes, v.u(6)), f"{key}:cell", pad=20, ground=v.theme.ground, edge=v.theme.edge)


def _named(session: Session, walk: f.Walk, side: f.Side) -> str:
    """ "Cliënt, Werkgever, 9. Belastbaarheid van de cliënt"."""
    names = [cluster_name(cluster) for cluster in walk.clusters_in(side)]
    return ", ".join([*names, *(f"{n}. {session.cards[n].title}" for n in walk.cards_in(side))])


def _buttons(v: View, playing: Playing) -> list[Button]:
    """What is likeliest first: keep it for another day, or when that day has come answer anew."""
    day = f.feedback(playing.timeline.session).walks[-1].day
    finish = button(
        v, "feedback:finish", tr("Afronden"), Do(e.Finish(False)), keys.FINISH, size=SMALL_BUTTON, pad=14
    )
    change = button(v, "feedback:change", tr("Terug naar de vragen"), Do(f.OpenQuestion(f.FACTORS)),
                    enabled=f.OpenQuestion(f.FACTORS) in playing.legal, size=SMALL_BUTTON, pad=14, glyph="back")  # fmt: skip
    ways = [(tr("Bewaren voor later"), Leave(), True), (tr("Opnieuw beantwoorden"), Do(f.BeginAnew(v.model.today)),
            f.BeginAnew in playing.legal)]  # fmt: skip
    (main, act, able), (other, lesser, possible) = ways if v.model.today <= day else ways[::-1]
    second = button(v, "feedback:other", other, lesser, enabled=possible, size=SMALL_BUTTON, pad=14)
    return [main_button(v, main, act, enabled=able), finish, second, change, *parts.undo(v, playing)]
