"""Before the first question: what it is about, and the picture of what is to come."""

from tegenwicht.game import events, feedback
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.feedback import parts
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, questions_source
from tegenwicht.screens.parts.panels.writing import no_client_data, no_client_data_short
from tegenwicht.screens.parts.session_parts import saving
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell.commands import All, Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving
from tegenwicht.screens.shell.view import View

WIDEST, TIGHT, LOW = 1500, 950, 840
"""Design pixels: how wide the sheets are at the most, and the heights below which they are lower, and lower still."""


def build(v: View, playing: Playing) -> Node:
    """The screen on which a walk begins: which consideration, and which card lies with it."""
    session: Session = playing.timeline.session
    typed = parts.unsaved_name(v, session)
    start = All((*typed, Do(feedback.BeginAnew(v.model.today))))
    acts = (main_act(tr("Beginnen met de vragen"), start),)
    finish, fields = saving(typed, Do(events.Finish(False))), ("consideration:field",)
    dialog = parts.dialogs(v, playing)
    around = Wall(v, playing, about().name, acts, leaving(v), "", dialog, finish, fields=fields)
    return page(around, Column([_subject(v, session, start), _picture(v)], v.px(16)), WIDEST)


def _picture(v: View) -> Box:
    low = v.down < LOW
    size, high = (44, 250) if v.down >= TIGHT else (36, 205) if not low else (34, 188)
    words = [
        widgets.heading(v, tr("Vier vragen over één afweging"), size),
        widgets.text(v, tr("Je begint bij het resultaat. Daarna ga je in drie lussen terug: naar wat je doet, hoe je "
                     "denkt en wat eromheen staat."), 25 if low else 28),
        figure(v, None, high),
        widgets.text(v, tr("Over een paar weken doe je het nog eens, zonder te spieken. Dan leg je toen en nu naast "
                     "elkaar."), 25 if low else 28, colour=v.theme.muted),
        widgets.muted(v, questions_source(), 20),
    ]  # fmt: skip
    tight = v.down < TIGHT
    return sheet(v, Column(words, v.px(9 if tight else 14)), "feedback:picture", pad=22 if tight else 30)


def _subject(v: View, session: Session, start: Command | None) -> Box:
    guard = no_client_data() if v.down >= LOW else no_client_data_short()
    line = parts.name_field(v, start, feedback.feedback(session).subject)
    pad = 22 if v.down < TIGHT else 30
    return sheet(v, Column([line, widgets.muted(v, guard)], v.px(12)), "feedback:subject", pad=pad)
