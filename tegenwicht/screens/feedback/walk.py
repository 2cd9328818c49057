"""One of the four questions: on a large window the loops are the screen; on a small one all is stacked."""

from tegenwicht.game import events, feedback
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback import factors, loops, parts, then
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, explained, numbered, question, questions_source
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, scene
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

FIGURE = 230


def build(v: View, playing: Playing) -> Node:
    """The screen, with a panel over it when one is open."""
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    dialog = parts.dialogs(v, playing) or factors.dialog(v, playing)
    line = tr("Praat eerst. Schrijven mag: klik op de vraag.")
    if play.at == feedback.FACTORS:
        line = tr("Klik aan wat je meeweegt, en wat niet.")
    back = _go(playing, play.at - 1)
    placed = Wall(
        v, playing, about().name, _acts(v, playing), back, line, dialog, Do(events.Finish(False)),
        back_word=tr("Vorige"),
    )  # fmt: skip
    if placed.has_places:
        return scene(placed, lambda _room, _left: loops.body(placed, playing))
    return scene(placed, lambda room, left: _stacked(v, playing, room, left))


def _go(playing: Playing, to: int) -> Command | None:
    return Do(feedback.OpenQuestion(to)) if feedback.OpenQuestion(to) in playing.legal else None


def _acts(v: View, playing: Playing) -> tuple[Act, ...]:
    play = feedback.feedback(playing.timeline.session)
    write = parts.open_answer(play) if feedback.WriteAnswer in playing.legal else None
    at = play.at
    word = tr("Volgende vraag: {n}").format(n=at + 1) if at < feedback.FACTORS else tr("Naar de antwoorden")
    answer = Act("question:write", tr("Antwoord"), write, keys.NOTE)
    turn = then.turn(v, play)
    turned = Act("question:then", tr("Draai toen om"), turn, keys.OTHER_SIDE)
    main = main_act(word, _go(playing, at + 1))
    return (turned, answer, main) if turn is not None else (answer, main)


# -- stacked


def _stacked(v: View, playing: Playing, room: Rect, left: list[Button]) -> Nodes:
    """The question first, then its answer, the lists at the last one, and all four of them."""
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    boxes: list[Box] = [_question(v, play)]
    boxes += [factors.lists(v, playing)] if play.at == feedback.FACTORS else []
    boxes += [parts.consideration(v, playing), _steps(v, playing), _picture(v, play.at)]
    boxes.append(widgets.muted(v, questions_source(), 20))
    boxes += [toolbar(v, left)] if left else []
    side = v.px(24)
    inner = Rect(room.x + side, room.y, room.w - 2 * side, room.h)
    return widgets.scroll(v, "feedback:all", Padded(Column(boxes, v.px(18)), 0, v.px(8)), inner)


def _picture(v: View, at: int) -> Box:
    return sheet(v, figure(v, at, FIGURE), "feedback:picture", pad=24)


def _question(v: View, play: feedback.Feedback) -> Box:
    """The question with its answer."""
    assert play.answering is not None
    boxes: list[Box] = [
        widgets.text(
            v,
            question(play.at),
            48,
            "bold",
            role=Role.HEADING,
            level=2,
            key="question",
            label=numbered(play.at),
        ),
        widgets.text(v, explained(play.at), 26, colour=v.theme.table.faint, key="question:explained"),
    ]
    answer = play.answering.answers[play.at]
    if answer:
        boxes.append(widgets.text(v, answer, 28, "medium", key="question:answer"))
    if then.before(play):
        name, words = then.lying(v, play)
        boxes.append(widgets.text(v, f"{name}: {words}", 24, "italic", key="question:before"))
    return sheet(v, Column(boxes, v.px(12)), "feedback:question:sheet", pad=26)


def _steps(v: View, playing: Playing) -> Box:
    """All questions, with a check at those that have an answer, and the way to each that was open."""
    play = feedback.feedback(playing.timeline.session)
    rows: list[Box] = [widgets.name(v, tr("De vier vragen"))]
    rows += [_step(v, playing, play, number) for number in feedback.QUESTIONS]
    return sheet(v, Column(rows, v.px(10)), "feedback:steps", pad=22)


def _step(v: View, playing: Playing, play: feedback.Feedback, number: int) -> Box:
    assert play.answering is not None
    words = f"{number}. {question(number)}"
    if number == play.at:
        return widgets.panel(v, widgets.text(v, words, 24, "bold", v.theme.on_strong, key="step:now"), "step:open",
                       tr("Nu open"), pad=16, ground=v.theme.strong)  # fmt: skip
    done, go = bool(play.answering.answers[number]), _go(playing, number)
    made = (
        button(v, f"step:{number}", words, go, glyph="check" if done else "", enabled=go is not None)
        .sized(24, 16)
        .filling()
        .heard(description=tr("beantwoord") if done else "")
    )
    made.node = made.node._replace(shortcuts=loops.digit(play, number))
    return made
