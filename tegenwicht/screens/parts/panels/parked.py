"""What is still parked when a session is looked back at: folded, a number on a button, until somebody opens it."""

from tegenwicht.game import parking
from tegenwicht.game.state import Parked, Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View


def still_parked(session: Session) -> list[Parked]:
    """The thoughts that were not laid on the table; none of a closed session."""
    return [one for one in session.parked if not one.on_table and session.phase is not Phase.CLOSED]


def parked_acts(session: Session) -> list[Act]:
    """The button that opens them, with how many there are; nothing where there are none."""
    folded = len(still_parked(session))
    return [Act("thoughts", tr("Geparkeerd · {n}").format(n=folded), Open(Panel.THOUGHTS))] if folded else []


def parked_panel(v: View, session: Session) -> Node:
    """The thoughts to talk about after all; each can be taken away."""
    rows: list[Box] = []
    for one in still_parked(session):
        gone = Do(parking.RemoveThought(one.number))
        name = tr("Haal weg: {words}").format(words=one.text)
        rows += [
            widgets.text(v, one.text, 28, "medium", key=f"thought:{one.number}"),
            button(v, f"thought:gone:{one.number}", tr("Haal weg"), gone).sized(24, 16).heard(name),
        ]
    if not rows:
        rows.append(widgets.text(v, tr("Er ligt niets geparkeerd."), 28, key="thoughts:none"))
    close = [close_button(v, tr("Terug"))]
    return frame.dialog(v, "panel:thoughts", tr("Geparkeerd"), Column(rows, v.px(14)), close, 1000)
