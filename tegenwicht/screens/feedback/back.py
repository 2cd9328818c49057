"""After the four answers: save them for later, and later answer anew before then and now stand side by side."""

from tegenwicht.game import events, feedback
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.feedback import parts
from tegenwicht.screens.feedback.account import dates, nothing_written
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, numbered, side_name
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Leave, Open, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

WIDEST, SHOWN, LEAST, QUESTION = 1760, Entry("feedback:shown"), 420, 430
NEAR_QUESTION, LOW = 330, 840
"""On a small window: how wide a question is beside its answers, and the height below which all of it is lower."""


def build(v: View, playing: Playing) -> Node:
    """The screen: the answers side by side, or on a later day first the invitation to answer anew."""
    return _later(v, playing) if _is_later(v, playing) else _answers(v, playing)


def _is_later(v: View, playing: Playing) -> bool:
    """Whether the last answers are of an earlier day, and nobody asked to see them."""
    day = feedback.feedback(playing.timeline.session).walks[-1].day
    return v.model.today > day and not v.model.form(SHOWN, False)


# -- another day: the answers stay hidden


def _later(v: View, playing: Playing) -> Node:
    play = feedback.feedback(playing.timeline.session)
    count = several("Je beantwoordde deze vragen {n} keer, het laatst op {{day}}.",
                    "Je beantwoordde deze vragen {n} keer, het laatst op {{day}}.", len(play.walks))  # fmt: skip
    words = [
        widgets.heading(v, tr("Kijk er nog eens naar"), 60),
        widgets.text(v, count.format(day=dates(play)[-1]), 32),
        widgets.text(v, tr("Beantwoord ze nu opnieuw, met een frisse blik. Je antwoorden van toen liggen dicht. "
                     "Daarna liggen toen en nu naast elkaar."), 32),
        figure(v, None, 280),
    ]  # fmt: skip
    box = Column(
        [sheet(v, Column(words, v.px(20)), "feedback:later"), parts.consideration(v, playing)], v.px(24)
    )
    anew = Do(feedback.BeginAnew(v.model.today)) if feedback.BeginAnew in playing.legal else None
    acts = (
        Act("feedback:finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH),
        Act("feedback:look", tr("Toch eerst terugkijken"), Put(SHOWN, True)),
        main_act(tr("Opnieuw beantwoorden"), anew),
    )
    return page(_wall(v, playing, acts), box, 1500)


def _wall(v: View, playing: Playing, acts: tuple[Act, ...], back: Command | None = None) -> Wall:
    finish = Do(events.Finish(False))
    return Wall(v, playing, about().name, acts, back, dialog=parts.dialogs(v, playing), finish=finish)


# -- the answers


def _answers(v: View, playing: Playing) -> Node:
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    title = tr("Toen en nu") if len(play.walks) > 1 else tr("De vier antwoorden")
    questions = [_question(v, session, number) for number in feedback.QUESTIONS]
    across = 2 if v.halves and len(play.walks) == 1 else 1
    boxes: list[Box] = [parts.consideration(v, playing, title), Grid(questions, across, v.px(14))]
    back = (
        Do(feedback.OpenQuestion(feedback.FACTORS))
        if feedback.OpenQuestion(feedback.FACTORS) in playing.legal
        else None
    )
    return page(_wall(v, playing, _acts(v, playing), back), Column(boxes, v.px(14)), WIDEST)


def _question(v: View, session: Session, number: int) -> Box:
    """One question, with its answer of every date side by side where they fit."""
    play = feedback.feedback(session)
    cells = [_cell(v, session, walk, day, number) for walk, day in zip(play.walks, dates(play), strict=True)]
    answers = Grid(cells, len(cells), v.px(20), v.text_px(LEAST))
    low = v.down < LOW
    head = widgets.heading(v, numbered(number), 25 if low else 28)
    if len(cells) == 2 and (v.wide or (low and v.halves)):
        beside = Leaf(head.height, head.place, v.text_px(QUESTION if v.wide else NEAR_QUESTION))
        pad = 12 if low else 18
        return sheet(v, Row([beside, answers], v.px(24), 0.0), f"feedback:answers:{number}", pad=pad)
    parted = Column([head, answers], v.px(3 if low else 10))
    return sheet(v, parted, f"feedback:answers:{number}", pad=10 if low else 22)


def _cell(v: View, session: Session, walk: feedback.Walk, day: str, number: int) -> Box:
    key = f"answers:{number}:{day}"
    words, ink = walk.answers[number], v.theme.ink
    boxes: list[Box] = [widgets.name(v, day, key=f"{key}:day")]
    boxes.append(
        widgets.text(
            v,
            words or nothing_written(),
            25 if v.down < LOW else 28,
            colour=ink if words else v.theme.muted,
            key=key,
        )
    )
    if number == feedback.FACTORS:
        for side in feedback.Side:
            named = _named(session, walk, side)
            if named:
                boxes.append(
                    widgets.text(v, f"{side_name(side)}: {named}", 24, "medium", key=f"{key}:{side}")
                )
    return widgets.panel(
        v,
        Column(boxes, v.px(3 if v.down < LOW else 6)),
        f"{key}:cell",
        pad=12 if v.down < LOW else 14,
        ground=v.theme.ground,
        edge=v.theme.edge,
    )


def _named(session: Session, walk: feedback.Walk, side: feedback.Side) -> str:
    """ "Cliënt, Werkgever, 9. Belastbaarheid van de cliënt"."""
    names = [cluster_name(cluster) for cluster in walk.clusters_in(side)]
    return ", ".join([*names, *(f"{n}. {session.cards[n].title}" for n in walk.cards_in(side))])


def _acts(v: View, playing: Playing) -> tuple[Act, ...]:
    """What is likeliest last: keep it for another day, or when that day has come answer anew."""
    day = feedback.feedback(playing.timeline.session).walks[-1].day
    finish = Act("feedback:finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH)
    anew = Do(feedback.BeginAnew(v.model.today)) if feedback.BeginAnew in playing.legal else None
    ways = [(tr("Bewaren voor later"), Leave()), (tr("Opnieuw beantwoorden"), anew)]
    (main, act), (other, lesser) = ways if v.model.today <= day else ways[::-1]
    return finish, Act("feedback:other", other, lesser), main_act(main, act)
