"""What the screens of this mode share: what it is about, the answer that is written, saving what was typed."""

from tegenwicht.game import feedback
from tegenwicht.game.rules import LONGEST_LINE
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Look, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.feedback.words import about, explained, numbered
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.panels.people import people_panel
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table.ground import is_near
from tegenwicht.screens.parts.wall.paper import warm
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

SUBJECT = Entry("consideration")


def answer_form(play: feedback.Feedback) -> Entry:
    """Where the answer that is being typed is kept: a place of its own for each walk and question."""
    return Entry(f"answer:{len(play.walks)}:{play.at}")


def unsaved(v: View, session: Session) -> tuple[Do, ...]:
    """Saves the answer that was typed; nothing where it is the same as what is kept."""
    play = feedback.feedback(session)
    if play.answering is None:
        return ()
    kept = play.answering.answers[play.at]
    typed = str(v.model.form(answer_form(play), kept))
    return (Do(feedback.WriteAnswer(typed)),) if clean(typed, lines=True) != kept else ()


def unsaved_name(v: View, session: Session) -> tuple[Do, ...]:
    """Saves the line that was typed about what it is about; nothing where it is the same."""
    kept = feedback.feedback(session).subject
    typed = str(v.model.form(SUBJECT, kept))
    return (Do(feedback.NameConsideration(typed)),) if clean(typed) != kept else ()


def answer_panel(v: View, playing: Playing) -> Node:
    """The answer to the open question, written down by whoever writes."""
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    assert play.answering is not None
    form = answer_form(play)
    label = tr("Mijn antwoord") if session.alone else tr("Ons antwoord")
    keep = All((*unsaved(v, session), Forget(form), Shut()))
    box = Column([
        widgets.text(v, explained(play.at), 28, colour=v.theme.muted, key="question:explained"),
        field(v, f"answer:{play.at}", label, form, feedback.LONGEST_ANSWER, 3 if v.low else 5, first=True,
              otherwise=play.answering.answers[play.at]),
        widgets.muted(v, no_client_data(), 22),
    ], v.px(16))  # fmt: skip
    write = button(v, "answer:keep", tr("Bewaren"), keep, keys.KEEP, primary=True)
    buttons = [write, close_button(v, tr("Terug"))]
    return frame.dialog(v, "panel:answer", numbered(play.at), box, buttons, 1200)


def open_answer(play: feedback.Feedback) -> Command:
    """Write the answer to the open question, or write on."""
    assert play.answering is not None
    return Open(Panel.ANSWER, ((answer_form(play), play.answering.answers[play.at]),))


# -- what it is about


def consideration(v: View, playing: Playing, title: str = "") -> Box:
    """The line it is about, to press where one would change it; ``title`` on top of a screen."""
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    line = (
        button(v, "consideration", play.subject, change(playing), enabled=change(playing) is not None)
        .sized(28, 12 if title and is_near(v) else 20)
        .filling()
        .painted(Look(*warm(v), v.theme.edge, warm(v)[1]))
        .heard(tr("De afweging: {words}").format(words=play.subject), tr("Wijzig"))
    )
    if not title:
        return line
    if not v.halves:
        return Column([widgets.heading(v, title, 60), line], v.px(18))
    name = widgets.text(
        v,
        title,
        42 if v.low or is_near(v) else 48,
        "bold",
        role=Role.HEADING,
        level=2,
        natural=True,
        key=f"heading:{title}",
    )
    return Row([name, line], v.px(20))


def change(playing: Playing) -> Command | None:
    """Another line for what it is about, where that may be."""
    play = feedback.feedback(playing.timeline.session)
    return (
        Open(Panel.CONSIDERATION, ((SUBJECT, play.subject),))
        if feedback.NameConsideration in playing.legal
        else None
    )


def name_field(v: View, action: Command | None, kept: str = "") -> Box:
    """The line to write it on; Enter does ``action``. As long as it is empty the focus begins there."""
    return field(v, "consideration:field", about().subject, SUBJECT, LONGEST_LINE, action=action, first=not kept,
                 otherwise=kept)  # fmt: skip


def dialogs(v: View, playing: Playing) -> Node | None:
    """The panels that every screen of this mode may open."""
    session: Session = playing.timeline.session
    if v.model.panel is Panel.PEOPLE:
        return people_panel(v, session, times=False)
    if v.model.panel is Panel.ANSWER and feedback.feedback(session).answering is not None:
        return answer_panel(v, playing)
    if v.model.panel is not Panel.CONSIDERATION:
        return None
    keep = All((*unsaved_name(v, session), Shut()))
    box = Column([widgets.muted(v, no_client_data()), name_field(v, keep)], v.px(16))
    buttons = [
        button(v, "consideration:keep", tr("Bewaren"), keep, primary=True),
        close_button(v, tr("Terug")),
    ]
    return frame.dialog(v, "panel:consideration", tr("De afweging"), box, buttons, 1100)
