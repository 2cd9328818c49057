"""Before the first question: what it is about, and the picture of what is to come."""

from tegenwicht.game import feedback as f
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Nodes
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback import parts
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, questions_source
from tegenwicht.screens.parts.session_parts import main_button, title_and_date
from tegenwicht.screens.parts.writing import no_client_data
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Open
from tegenwicht.screens.shell.frame import frame, page
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

WIDEST = 1500


def build(v: View, playing: Playing) -> Node:
    """The screen."""
    session: Session = playing.timeline.session
    return frame(
        v, about().name, lambda rect: _body(v, playing, rect), title_and_date(playing),
        parts.bar_buttons(v, playing, parts.unsaved_name(v, session)), parts.dialogs(v, playing),
    )  # fmt: skip


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    start = All((*parts.unsaved_name(v, session), Do(f.BeginAnew(v.model.today))))
    boxes: list[Box] = [_picture(v), _subject(v, session, start)]
    people = button(v, "people", tr("Deelnemers"), Open("people"), keys.PEOPLE, size=24, pad=14)
    buttons = [main_button(v, tr("Beginnen met de vragen"), start), people, *parts.undo(v, playing)]
    return page(v, Column(boxes, v.u(24)), rect, buttons, WIDEST)


def _picture(v: View) -> Box:
    words = [
        w.heading(v, tr("Vier vragen over één afweging"), 48),
        w.text(v, tr("Je begint bij het resultaat. Daarna ga je in drie lussen terug: naar wat je doet, hoe je "
                     "denkt en wat eromheen staat."), 30),
        figure(v, None, 300),
        w.muted(v, questions_source()),
        w.text(v, tr("Over een paar dagen of weken open je dit gesprek met jezelf opnieuw: eerst antwoord je "
                     "zonder te spieken, dan leg je toen en nu naast elkaar."), 30, colour=v.theme.muted),
    ]  # fmt: skip
    return w.panel(v, Column(words, v.u(20)), "feedback:picture")


def _subject(v: View, session: Session, start: Command | None) -> Box:
    line = parts.name_field(v, start, f.feedback(session).subject)
    return w.panel(v, Column([line, w.muted(v, no_client_data())], v.u(12)), "feedback:subject")
