"""One learning point for each participant, on the closing screen of every mode."""

from tegenwicht.game import events as e
from tegenwicht.game.events import Participant
from tegenwicht.game.rules import LONGEST_LEARNING_POINT
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.words import participant_name
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.view import View


def has_learning_points(session: Session) -> bool:
    """Whether there is anything to fill in or to see."""
    return session.phase is not Phase.CLOSED or bool(session.learning_points)


def learning_points(v: View, session: Session, across: int = 2) -> Box:
    """A field for everyone, or as they were kept; so many beside each other where it is wide."""
    parts: list[Box] = [w.heading(v, tr("Wat neem je mee?"), 34)]
    if session.phase is not Phase.CLOSED:
        parts.append(w.muted(v, tr("Niet verplicht. Schrijf niets op waaraan een cliënt te herkennen is.")))
    written = dict(session.learning_points)
    rows = [row for one in session.present if (row := _point(v, session, one, written.get(one.id, "")))]
    parts.append(Grid(rows, across if v.wide and len(rows) > 1 else 1, v.u(20)))
    return w.panel(v, Column(parts, v.u(14)), "close:learning")


def unsaved_points(v: View, session: Session) -> list[Do]:
    """The learning points that were typed and not saved yet: closing keeps them too."""
    written = dict(session.learning_points)
    typed = {one.id: str(v.model.form(f"learning {one.id}", "")).strip() for one in session.present}
    return [
        Do(e.WriteLearningPoint(number, text))
        for number, text in typed.items()
        if text and text != written.get(number, "")
    ]


def _point(v: View, session: Session, one: Participant, kept: str) -> Box | None:
    """What someone takes along: to be filled in, or as it was kept."""
    name = tr("Eén leerpunt") if session.alone else participant_name(one)
    if session.phase is Phase.CLOSED:
        return w.text(v, f"{name}: {kept}") if kept else None
    form = f"learning {one.id}"
    typed = str(v.model.form(form, kept))
    save = Do(e.WriteLearningPoint(one.id, typed))
    box = field(v, f"learning:{one.id}", name, form, LONGEST_LEARNING_POINT, 2, action=save, otherwise=kept)
    keep = button(v, f"learning:keep:{one.id}", tr("Bewaren"), save,
                  enabled=typed.strip() != kept, name=tr("Bewaren: {name}").format(name=name), size=24)  # fmt: skip
    return Row([box, keep], v.u(12), 1.0)
