"""Before the first question: what it is about, and the picture of what is to come."""

from tegenwicht.game import feedback as f
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import button
from tegenwicht.ui.commands import All, Do, Open
from tegenwicht.ui.frame import frame, page
from tegenwicht.ui.layout import Box, Column, Nodes
from tegenwicht.ui.model import Playing
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.rect import Rect
from tegenwicht.ui.scenes.feedback import parts
from tegenwicht.ui.scenes.feedback.figure import figure
from tegenwicht.ui.scenes.feedback.words import about
from tegenwicht.ui.session_parts import main_button, title_and_date
from tegenwicht.ui.view import View
from tegenwicht.ui.writing import no_client_data

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
        w.text(v, tr("Over een paar dagen of weken open je dit gesprek met jezelf opnieuw: eerst antwoord je "
                     "zonder te spieken, dan leg je toen en nu naast elkaar."), 30, colour=v.theme.muted),
    ]  # fmt: skip
    return w.panel(v, Column(words, v.u(20)), "feedback:picture")


def _subject(v: View, session: Session, start: object) -> Box:
    line = parts.name_field(v, start, f.feedback(session).subject)
    return w.panel(v, Column([line, w.muted(v, no_client_data())], v.u(12)), "feedback:subject")
