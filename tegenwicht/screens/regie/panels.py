"""What only who leads sees, opened on purpose: parked thoughts, and notes."""

from tegenwicht.game import parking, tegenwicht
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.panels.slip import slip
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import entries, frame
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

NOTES, THOUGHT = entries.NOTE, Entry("parked:text")


def open_notes(session: Session) -> Open:
    """Open the notes, with what was written at the card on the table."""
    return Open(Panel.NOTE, ((NOTES, _now(session)),))


def _now(session: Session) -> str:
    turn = tegenwicht.table(session).turn if session.setup.mode == "tegenwicht" else None
    return turn.cards[-1].note if turn and turn.cards else ""


def panel_of(v: View, session: Session) -> Node | None:
    """The one that is open."""
    if v.model.panel is Panel.PARKED:
        return _parked(v, session)
    return _notes(v, session) if v.model.panel is Panel.NOTE and session.setup.mode == "tegenwicht" else None


def _parked(v: View, session: Session) -> Node:
    typed = str(v.model.form(THOUGHT, ""))
    park = All((Do(parking.ParkThought(typed)), Forget(THOUGHT)))
    room = parking.ParkThought in v.model.playing.legal if v.model.playing else False
    rows: list[Box] = [
        widgets.text(v, tr("De groep ziet alleen wat je op tafel legt."), 24, colour=v.theme.muted)
    ]
    if room:
        rows += [
            field(v, "parked:field", tr("Een gedachte voor straks"), THOUGHT, parking.LONGEST_THOUGHT, action=park,
                  first=True),
        ]  # fmt: skip
    for one in session.parked:
        parts: list[Box] = [
            widgets.text(v, one.text, 28, key=f"parked:{one.number}"),
            Wrap(_of(v, one.number, one.on_table), v.px(10)),
        ]
        rows.append(slip(v, f"parked:paper:{one.number}", Column(parts, v.px(12))))
    buttons = [close_button(v, tr("Terug"))]
    if room:
        buttons.insert(
            0, button(v, "parked:park", tr("Parkeren"), park, primary=True, enabled=bool(typed.strip()))
        )
    return frame.dialog(v, "panel:parked", tr("Geparkeerd"), Column(rows, v.px(14)), buttons, 1000)


def _of(v: View, number: int, on_table: bool) -> list[Box]:
    away, onto = Do(parking.RemoveThought(number)), Do(parking.TakeUpThought(number))
    remove = button(v, f"parked:away:{number}", tr("Haal weg"), away).sized(22, 14)
    if on_table:
        return [widgets.text(v, tr("Ligt op tafel"), 22, colour=v.theme.muted), remove]
    return [button(v, f"parked:lay:{number}", tr("Leg op tafel"), onto).sized(22, 14), remove]


def _notes(v: View, session: Session) -> Node:
    turn = tegenwicht.table(session).turn
    rows: list[Box] = []
    buttons = [close_button(v, tr("Terug"))]
    if turn and turn.cards:
        keep = All((Do(tegenwicht.WriteNote(str(v.model.form(NOTES, "")))), Shut()))
        label = tr("Notitie bij {card} · komt in het verslag").format(
            card=card_name(session.cards[turn.cards[-1].card])
        )
        rows.append(
            field(
                v,
                "note:text",
                label,
                NOTES,
                tegenwicht.LONGEST_NOTE,
                3,
                action=keep,
                hint=no_client_data(),
                first=True,
            )
        )
        buttons.insert(0, button(v, "note:keep", tr("Bewaren"), keep, primary=True))
    for _, _, one in tegenwicht.discussed(session):
        if one.note:
            rows += [
                widgets.text(v, card_name(session.cards[one.card]), 22, "semibold"),
                widgets.text(v, one.note, 26),
            ]
    if not rows:
        rows.append(
            widgets.text(v, tr("Er zijn nog geen notities. Bij een kaart kun je er een schrijven."), 26)
        )
    return frame.dialog(v, "panel:note", tr("Aantekeningen"), Column(rows, v.px(14)), buttons, 1000)
