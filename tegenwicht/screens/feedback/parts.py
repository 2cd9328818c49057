"""What the screens of this mode share: what it is about, saving what was typed, undo that shows in a field."""

from tegenwicht.game import events as e
from tegenwicht.game import feedback as f
from tegenwicht.game.rules import LONGEST_LINE
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.feedback.words import about
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.people import people_panel
from tegenwicht.screens.parts.session_parts import (
    close_button,
    saving,
    session_buttons,
    small_button,
    undo_boxes,
)
from tegenwicht.screens.parts.writing import no_client_data
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Open, Put, Shut
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

SUBJECT = "consideration"


def answer_form(play: f.Feedback) -> str:
    """Where the answer that is being typed is kept: a place of its own for each walk and question."""
    return f"answer:{len(play.walks)}:{play.at}"


def unsaved(v: View, session: Session) -> tuple[Do, ...]:
    """Saves the answer that was typed; nothing where it is the same as what is kept."""
    play = f.feedback(session)
    if play.answering is None:
        return ()
    kept = play.answering.answers[play.at]
    typed = str(v.model.form(answer_form(play), kept))
    return (Do(f.WriteAnswer(typed)),) if clean(typed, lines=True) != kept else ()


def unsaved_name(v: View, session: Session) -> tuple[Do, ...]:
    """Saves the line that was typed about what it is about; nothing where it is the same."""
    kept = f.feedback(session).subject
    typed = str(v.model.form(SUBJECT, kept))
    return (Do(f.NameConsideration(typed)),) if clean(typed) != kept else ()


def bar_buttons(v: View, playing: Playing, unsaved: tuple[Do, ...] = ()) -> list[Button]:
    """*Afronden* and *Stoppen*, both after saving what was typed."""
    able = e.Finish(False) in playing.legal
    return session_buttons(v, saving(unsaved, Do(e.Finish(False))) if able else None)


def undo(v: View, playing: Playing) -> list[Button]:
    """*Ongedaan maken* and *Opnieuw*; a text that comes or goes with them does so in its field too."""
    boxes = undo_boxes(v, playing)
    steps = (playing.timeline.done, playing.timeline.undone)
    for box, step, before in zip(boxes, steps, (True, False), strict=False):
        puts = _puts(step.event, step.before if before else step.after) if step else ()
        if box.node.action is not None:
            box.node = box.node._replace(action=All((box.node.action, *puts)))
    return boxes


def _puts(event: e.Event, session: Session) -> tuple[Put, ...]:
    """What the fields are to show when the session is as in ``session`` again."""
    play = f.feedback(session)
    if isinstance(event, f.AnswerWritten) and play.answering:
        return (Put(answer_form(play), play.answering.answers[play.at]),)
    return (Put(SUBJECT, play.subject),) if isinstance(event, f.ConsiderationNamed) else ()


# -- what it is about


def consideration(v: View, playing: Playing, title: str = "") -> Box:
    """The line it is about, with the way to change it and who is at the table; ``title`` on top of a screen."""
    session: Session = playing.timeline.session
    play = f.feedback(session)
    change = Open(SUBJECT, ((SUBJECT, play.subject),))
    again = small_button(v, playing, "consideration", tr("Wijzig"), f.NameConsideration, opens=change,
                         description=tr("De afweging wijzigen"))  # fmt: skip
    people = button(v, "people", tr("Deelnemers"), Open("people"), keys.PEOPLE, size=24, pad=14)
    line = w.text(v, play.subject, 28, "medium", key="consideration:text")
    buttons = Row([again, people], v.u(12)) if title else w.ends(v, again, people)
    parts: list[Box] = [w.name(v, tr("De afweging")), line, buttons]
    if title:
        parts = [w.ends(v, _title(v, title), buttons), line]
    return w.panel(v, Column(parts, v.u(12)), "consideration:panel", pad=26)


def _title(v: View, words: str) -> Box:
    return w.text(v, words, 48, "bold", role=Role.HEADING, level=2, natural=True, key=f"heading:{words}")


def name_field(v: View, action: Command | None, kept: str = "") -> Box:
    """The line to write it on; Enter does ``action``."""
    return field(v, "consideration:field", about().subject, SUBJECT, LONGEST_LINE, action=action,
                 otherwise=kept)  # fmt: skip


def dialogs(v: View, playing: Playing) -> Node | None:
    """The panels that every screen of this mode may open."""
    session: Session = playing.timeline.session
    if v.model.panel == "people":
        return people_panel(v, session, times=False)
    if v.model.panel != SUBJECT:
        return None
    keep = All((*unsaved_name(v, session), Shut()))
    box = Column([w.muted(v, no_client_data()), name_field(v, keep)], v.u(16))
    buttons = [
        button(v, "consideration:keep", tr("Bewaren"), keep, primary=True),
        close_button(v, tr("Terug")),
    ]
    return frame.dialog(v, "panel:consideration", tr("De afweging"), box, buttons, 1100)
