"""Panels over the screens of the mode Wegen: people, a note, another factor, finishing while people weigh."""

from tegenwicht.game import events, weighing
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.panels.people import people_panel
from tegenwicht.screens.parts.panels.unsaved import unsaved_newcomer, unsaved_text
from tegenwicht.screens.parts.panels.writing import writing_panel
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import entries, frame
from tegenwicht.screens.shell.commands import All, Do, Open, Shut
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing.counting import going_to
from tegenwicht.screens.weighing.factors import factor_list
from tegenwicht.screens.weighing.words import mean_shown


def build(v: View, session: Session, first: tuple[Command, ...] = ()) -> Node | None:
    """The open panel; None when there is none, or it no longer fits. first: what is kept before finishing."""
    match v.model.panel:
        case Panel.PEOPLE:
            return people_panel(v, session, weighing.scales(session).at_keys or 0)
        case Panel.NOTE if weighing.talk_now(session):
            return _note(v)
        case Panel.CHOOSE if (
            weighing.weighed(session) and weighing.scales(session).stage is weighing.Stage.RESULT
        ):
            return _choose(v, session)
        case Panel.FACTORS if weighing.scales(session).now is not None:
            return _factors(v, session)
        case Panel.FINISH if asks(session):
            return _finish(v, first)
    return None


def asks(session: Session) -> bool:
    """Whether people still have to weigh unseen, so that finishing says what becomes of that."""
    play = weighing.scales(session)
    weighs = play.stage is weighing.Stage.WEIGHING and play.covered and not session.alone
    return weighs and (bool(weighing.waiting(session)) or play.at_keys is not None)


def open_note(session: Session) -> Open:
    """Open the note, with what was written before."""
    talk = weighing.talk_now(session)
    return Open(Panel.NOTE, ((entries.NOTE, talk.note if talk else ""),))


def unsaved(v: View, session: Session) -> tuple[Command, ...]:
    """What keeps the note, or who joins, when their panel is open."""
    talk = weighing.talk_now(session)
    match v.model.panel:
        case Panel.NOTE if talk:
            return unsaved_text(v, entries.NOTE, talk.note, weighing.WriteNote)
        case Panel.PEOPLE:
            return unsaved_newcomer(v)
    return ()


def _note(v: View) -> Node:
    keep = weighing.WriteNote(str(v.model.form(entries.NOTE, "")))
    return writing_panel(
        v, entries.NOTE, tr("Notitie bij dit gesprek"), tr("Notitie"), weighing.LONGEST_NOTE, keep
    )


def _factors(v: View, session: Session) -> Node:
    """Every factor, and the way to each."""
    assert v.model.playing is not None
    listed = factor_list(v, v.model.playing, lambda card: All((going_to(v, session, card), Shut())))
    return frame.dialog(v, "panel:factors", tr("Alle factoren"), listed, [close_button(v, tr("Terug"))], 1000)


def _choose(v: View, session: Session) -> Node:
    """Any factor that was weighed, heaviest first."""
    rows: list[Box] = []
    for _, one in weighing.own_order(session):
        card = session.cards[one.card]
        weight = tr("gewicht {n}").format(n=mean_shown(one))
        talk = All((Do(weighing.TalkAbout(one.card)), Shut()))
        rows.append(
            button(v, f"choose:{one.card}", card.title, talk, glyph=card.family.value)
            .sized(26)
            .filling()
            .beside(weight)
            .heard(f"{card.title}, {weight}")
        )
    title = tr("Bij welke factor sta je stil?") if session.alone else tr("Over welke factor praten jullie?")
    buttons = [close_button(v, tr("Terug"))]
    return frame.dialog(v, "panel:choose", title, Column(rows, v.px(10)), buttons, 1000)


def _finish(v: View, first: tuple[Command, ...]) -> Node:
    words = tr(
        "Nog niet iedereen is klaar met wegen. Wat af is, telt mee; wat nog open ligt niet. De weging is dan te zien."
    )
    buttons = [
        button(
            v,
            "finish:now",
            tr("Toch afronden"),
            All((*first, Do(events.Finish(False)), Shut())),
            primary=True,
        ),
        close_button(v, tr("Nog niet afronden")),
    ]
    return frame.dialog(v, "panel:finish", tr("Sessie afronden"), widgets.text(v, words), buttons, 1000)
