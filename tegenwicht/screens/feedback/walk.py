"""One of the four questions: the picture with its loop, the question, the answer, and at the last the factors."""

from tegenwicht.game import feedback as f
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.layout import Box, Column, Nodes, columns
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback import factors, parts
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, explained, numbered, question
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.session_parts import SMALL_BUTTON, main_button, title_and_date
from tegenwicht.screens.parts.writing import no_client_data
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, FocusOn
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

GAP, SIDE, FIGURE, LOW_FIGURE = 24, 440, 262, 224


def build(v: View, playing: Playing) -> Node:
    """The screen, with a panel over it when one is open."""
    session: Session = playing.timeline.session
    dialog = parts.dialogs(v, playing) or factors.dialog(v, playing)
    body = _wide if v.wide else _stacked
    return frame(
        v, about().name, lambda rect: body(v, playing, rect), title_and_date(playing),
        parts.bar_buttons(v, playing, parts.unsaved(v, session)), dialog,
    )  # fmt: skip


def _wide(v: View, playing: Playing, rect: Rect) -> Nodes:
    inner = rect.inset(v.u(32 if v.roomy else 22), v.u(22))
    left, right = columns(inner, 0, v.t(SIDE), gap=v.u(GAP))
    note = w.muted(v, no_client_data(), 22)
    side = Column([parts.consideration(v, playing), _steps(v, playing), note], v.u(GAP))
    picture = _picture(v, playing)
    buttons = toolbar(v, _buttons(v, playing))
    high, low, gap = picture.height(left.w), buttons.height(left.w), v.u(GAP - 4)
    middle = Rect(left.x, left.y + high + gap, left.w, left.h - high - low - 2 * gap)
    nodes = picture.place(left._replace(h=high))
    nodes += w.scroll(v, "feedback:question", _question(v, playing), middle)
    nodes += buttons.place(Rect(left.x, left.bottom - low, left.w, low))
    return nodes + w.scroll(v, "feedback:side", side, right)


def _stacked(v: View, playing: Playing, rect: Rect) -> Nodes:
    """The question first; what comes next, and undo where it fits, in the foot."""
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(16), rect.w - 2 * margin, room.h - v.u(16))
        more: list[Box] = [toolbar(v, left)] if left else []
        boxes = [_question(v, playing), *more, _picture(v, playing), parts.consideration(v, playing),
                 _steps(v, playing), w.NOTHING]  # fmt: skip
        return w.scroll(v, "feedback:all", Column(boxes, v.u(GAP)), inner)

    return footed(v, rect, _buttons(v, playing), body, margin)


def _picture(v: View, playing: Playing) -> Box:
    at = f.feedback(playing.timeline.session).at
    high = LOW_FIGURE if at == f.FACTORS and v.wide else FIGURE
    return w.panel(v, figure(v, at, high), "feedback:picture", pad=26)


# -- the question


def _question(v: View, playing: Playing) -> Box:
    """The question with its answer, and at the last one the factors."""
    session: Session = playing.timeline.session
    play = f.feedback(session)
    at, last = play.at, play.at == f.FACTORS
    boxes: list[Box] = [
        w.text(v, numbered(at), _title_size(v, last), "bold", role=Role.HEADING, level=2, key="question"),
        w.text(v, explained(at), 28 if last else 30, colour=v.theme.muted, key="question:explained"),
        _answer(v, playing, 2 if last or v.low else 6 if v.roomy else 4),
    ]
    if not v.wide:
        boxes.append(w.muted(v, no_client_data(), 22))
    if last:
        boxes.append(factors.lists(v, playing))
    return w.panel(v, Column(boxes, v.u(12 if last else 16)), "feedback:question:sheet", pad=28)


def _title_size(v: View, last: bool) -> float:
    """As large as there is room for, on a screen of 16 by 9 and on a smaller one."""
    if not v.roomy:
        return 44
    return 50 if last else 56


def _answer(v: View, playing: Playing, lines: int) -> Box:
    session: Session = playing.timeline.session
    play = f.feedback(session)
    assert play.answering is not None
    label = tr("Mijn antwoord") if session.alone else tr("Ons antwoord")
    return field(v, f"answer:{play.at}", label, parts.answer_form(play), f.LONGEST_ANSWER, lines,
                 action=_onward(v, session), otherwise=play.answering.answers[play.at])  # fmt: skip


def _onward(v: View, session: Session) -> All:
    """To the next question, with what was typed saved first."""
    return _go(v, session, f.feedback(session).at + 1)


def _go(v: View, session: Session, to: int) -> All:
    return All((*parts.unsaved(v, session), Do(f.OpenQuestion(to))))


def _buttons(v: View, playing: Playing) -> list[Button]:
    session: Session = playing.timeline.session
    at = f.feedback(session).at
    onward = tr("Volgende vraag") if at < f.FACTORS else tr("Naar de antwoorden")
    back = button(v, "question:back", tr("Vorige vraag"), _go(v, session, at - 1), size=SMALL_BUTTON, pad=14,
                  enabled=f.OpenQuestion(at - 1) in playing.legal, glyph="back")  # fmt: skip
    write = button(v, "question:write", tr("Schrijven"), FocusOn(f"answer:{at}"), keys.NOTE, size=SMALL_BUTTON,
                   pad=14, enabled=f.WriteAnswer in playing.legal)  # fmt: skip
    return [main_button(v, onward, _onward(v, session)), write, back, *parts.undo(v, playing)]


# -- the four of them


def _steps(v: View, playing: Playing) -> Box:
    """All questions, with a check at those that have an answer, and the way to each that was open."""
    session: Session = playing.timeline.session
    play = f.feedback(session)
    assert play.answering is not None
    rows: list[Box] = [w.name(v, tr("De vier vragen"))]
    rows += [_step(v, playing, play, number) for number in f.QUESTIONS]
    return w.panel(v, Column(rows, v.u(10)), "feedback:steps", pad=26)


def _step(v: View, playing: Playing, play: f.Feedback, number: int) -> Box:
    assert play.answering is not None
    session: Session = playing.timeline.session
    words = f"{number}. {question(number)}"
    if number == play.at:
        return w.panel(v, w.text(v, words, 24, "bold", v.theme.on_strong, key="step:now"), "step:open",
                       tr("Nu open"), pad=16, ground=v.theme.strong)  # fmt: skip
    done = bool(play.answering.answers[number])
    return button(v, f"step:{number}", words, _go(v, session, number), glyph="check" if done else "", fill=True,
                  size=24, pad=16, enabled=f.OpenQuestion(number) in playing.legal,
                  description=tr("beantwoord") if done else "")  # fmt: skip
