"""While one tells: the other writes considerations on slips and lays them on the table, the rest listen with a task."""

from tegenwicht.game import conversation
from tegenwicht.game.conversation import Talk
from tegenwicht.game.events import Action
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.conversation import telling_small, telling_table
from tegenwicht.screens.conversation.telling_now import (
    BESIDE,
    CLUSTER,
    FIELD,
    LINE,
    ROWS,
    laid_at,
    place_name,
    typed,
    unsaved_line,
)
from tegenwicht.screens.conversation.words import listeners, talk_number, words_of
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.panels.picking import open_pick, pick_panel
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.wall import game_wall as wall
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.parts.wall.time_disc import time_acts
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Forget
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View


def build(v: View, playing: Playing, talk: Talk, finish: Command) -> Node:
    """The whole window."""
    session: Session = playing.timeline.session
    title = tr("Gesprek {n} · vertellen en noteren").format(n=talk_number(session))
    full = conversation.Note not in playing.legal
    card = Act("talk:card", tr("Leg een kaart erbij"), None if full else open_pick(), keys.NUMBER)
    done = All((*unsaved_line(v), Do(conversation.FinishTelling())))
    able = bool(talk.noted) or bool(typed(v))
    soon = tr("Straks: kies één strookje, pel het samen af, wissel.") if able else needs_a_slip()
    main = wall.main_act(tr("Klaar met vertellen"), done if able else None)
    end = Act(
        "talk:end",
        tr("Gesprek stoppen"),
        All((*unsaved_line(v), Do(conversation.FinishTalk()))),
        None,
        "close",
    )
    around = Wall(
        v, playing, title, (card, main), None, soon,
        _panel(v, session, talk), finish, (*time_acts(playing), end), fields=(FIELD,),
    )  # fmt: skip
    if around.has_places:
        return wall.scene(around, lambda _room, _left: telling_table.body(around, playing, talk))
    return wall.scene(around, lambda room, left: telling_small.body(around, playing, talk, room, left))


def needs_a_slip() -> str:
    """Why one cannot go on yet."""
    return tr("Ligt er één strookje, dan kun je verder.")


# -- panels


def _panel(v: View, session: Session, talk: Talk) -> Node | None:
    match v.model.panel:
        case Panel.PICK:
            return _card_panel(v, session)
        case Panel.PLACE:
            return _place_panel(v, session, talk)
        case Panel.LISTENERS:
            return _listeners_panel(v, session, talk)
    return None


def _card_panel(v: View, session: Session) -> Node:
    """A card to lay, with the line that was typed."""
    cards = [session.cards[number] for number in session.order]

    def note(number: int) -> Action:
        return conversation.Note(typed(v), None, number)

    return pick_panel(v, tr("Welke kaart past bij deze afweging?"), cards, note, (Forget(LINE),))


def _place_panel(v: View, session: Session, talk: Talk) -> Node:
    """Everything that lies at one place; each can be taken away."""
    chosen = str(v.model.form(CLUSTER, BESIDE))
    cluster = next((one for row in ROWS for one in row if str(one) == chosen), None)
    rows: list[Box] = []
    for number, one in laid_at(session, talk, cluster):
        words = words_of(session, one)
        away = (
            button(v, f"talk:away:{number}", tr("Haal weg"), Do(conversation.TakeBackNote(number)))
            .sized(22, 12)
            .heard(tr("Haal weg: {words}").format(words=words))
        )
        rows.append(Row([widgets.text(v, words, 28, key=f"talk:noted:{number}"), away], v.px(14)))
    if not rows:
        rows.append(widgets.muted(v, tr("Hier ligt niets.")))
    close = close_button(v, tr("Terug"), primary=True)
    return frame.dialog(v, "panel:place", place_name(cluster), Column(rows, v.px(14)), [close], 1000)


def _listeners_panel(v: View, session: Session, talk: Talk) -> Node:
    """Everyone who listens, with their task."""
    names = names_apart(session)
    rows: list[Box] = [
        widgets.text(v, f"{names[one]}: {task}", 30, key=f"listener:{one}")
        for one, task in listeners(session, talk.roles)
    ]
    close = close_button(v, tr("Terug"), primary=True)
    return frame.dialog(
        v, "panel:listeners", tr("Luisteren met een taak"), Column(rows, v.px(12)), [close], 1100
    )
