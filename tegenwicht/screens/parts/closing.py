"""The closing screen of a mode: its account, what everyone takes along, the sources, and the way out."""

from collections.abc import Sequence

from tegenwicht.game import events as e
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Even, Nodes
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.blocks import sheets
from tegenwicht.screens.parts.erasing import (
    ERASE,
    WITHOUT_KEEPING,
    erase_button,
    erase_panel,
    without_keeping_panel,
)
from tegenwicht.screens.parts.learning import has_learning_points, learning_points, unsaved_points
from tegenwicht.screens.parts.reporting import report_button, report_panel
from tegenwicht.screens.parts.session_parts import (
    close_button,
    saving,
    session_buttons,
    title_and_date,
    undo_boxes,
)
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Leave, Open
from tegenwicht.screens.shell.frame import Body, dialog, frame, margin_of, page
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving, screens_of
from tegenwicht.screens.shell.view import View

WIDEST, GAP = 1760, 24
CLOSE = "close"
"""The panel that asks before a session is closed."""


def closing(v: View, more: Sequence[Button] = (), also: Sequence[Box] = ()) -> Node:
    """The close of the session in ``v.model.playing``, or a closed one to look back at.

    more: buttons of the mode, after the ones that every mode has. also: what it shows beside its account.
    """
    playing = v.model.playing
    assert playing is not None
    return closing_frame(v, lambda rect: _body(v, playing, rect, more, also))


def closing_frame(v: View, body: Body) -> Node:
    """The window of a closing screen, with the panel for a report when that is open."""
    playing = v.model.playing
    assert playing is not None
    right, buttons = title_and_date(playing), session_buttons(v)
    return frame(v, tr("Terugkijken"), body, right, buttons, _dialog(v, playing))


def _dialog(v: View, playing: Playing) -> Node | None:
    session: Session = playing.timeline.session
    match v.model.panel:
        case "report":
            return report_panel(v, playing.id)
        case panel if panel == ERASE:
            return erase_panel(v, playing.id, session.setup.title)
        case panel if panel == CLOSE and session.phase is not Phase.CLOSED:
            return close_panel(v, _shut(v, session))
        case panel if panel == WITHOUT_KEEPING:
            return without_keeping_panel(v, playing.id, _shut(v, session))
    return None


def closing_note(v: View, session: Session) -> Box | None:
    """What closing means; None when that was done."""
    if session.phase is Phase.CLOSED:
        return None
    return w.muted(v, closing_means())


def closing_means() -> str:
    """What closing does, for who reads the screen and for who hears its button."""
    return tr("Na het sluiten kun je de sessie nog bekijken, niet meer veranderen.")


def _body(v: View, playing: Playing, rect: Rect, more: Sequence[Button], also: Sequence[Box]) -> Nodes:
    session: Session = playing.timeline.session
    parts = [*sheets(v, screens_of(session.setup.mode).account(session, False)), *also]
    room = min(rect.w - 2 * margin_of(v), v.t(WIDEST)) - w.groove_width(v)
    points = [learning_points(v, session, across=1)] if has_learning_points(session) else []
    inside = Column([_arranged(v, parts, points, room), sources(v, session)], v.u(GAP))
    buttons = [*closing_buttons(v, playing), *more]
    return page(v, inside, rect, buttons, WIDEST, closing_note(v, session))


def _arranged(v: View, parts: list[Box], points: list[Box], room: int) -> Box:
    """Where it is wide, two columns: the account at the left until that is the longer one, then at the right."""
    if not v.wide:
        return Column([*parts, *points], v.u(GAP))
    left, right, half = parts[:1], list(points), (room - v.u(GAP)) // 2
    for part in parts[1:]:
        shorter = min((left, right), key=lambda column: sum(box.height(half) for box in column))
        shorter.append(part)
    return Even([Column(left, v.u(GAP)), Column(right, v.u(GAP))], v.u(GAP)) if right else left[0]


def closing_buttons(v: View, playing: Playing) -> list[Button]:
    """The way on, undo, and closing for good, which asks; or the way back from a closed session."""
    session: Session = playing.timeline.session
    if session.phase is Phase.CLOSED:
        back = button(v, "primary", tr("Terug"), Leave(), keys.PRIMARY, primary=True, first=True)
        return [back, report_button(v), erase_button(v)]
    unsaved = unsaved_points(v, session)
    asks = Open(CLOSE if v.model.settings.keep_notes else WITHOUT_KEEPING)
    on = button(v, "primary", tr("Naar het begin"), leaving(v), keys.PRIMARY, primary=True, first=True,
                description=tr("De sessie blijft bewaard; je kunt later verder."))  # fmt: skip
    close = button(v, "close", tr("Sessie sluiten…"), saving(unsaved, asks), description=closing_means())
    return [on, report_button(v, unsaved), *undo_boxes(v, playing), close, erase_button(v)]


def close_panel(v: View, shut: Command) -> Node:
    """Asks before a session is closed for good; the focus begins on what changes nothing."""
    keep = close_button(v, tr("Nog niet"), primary=True)
    close = button(v, "close:yes", tr("Sessie sluiten"), shut)
    words = w.text(v, closing_means())
    return dialog(v, "panel:closing", tr("Sessie sluiten?"), words, [keep, close], 900)


def _shut(v: View, session: Session) -> Command:
    """Closes for good, and keeps what was typed."""
    return All((*unsaved_points(v, session), Do(e.Close()), Leave()))


def sources(v: View, session: Session) -> Box:
    """Where the deck's facts come from, and that a place is no norm."""
    lines = [tr("Een plaats uit het onderzoek is een gemiddelde van toen, geen norm."), *session.deck.sources]
    return Column([w.text(v, line, 22, colour=v.theme.muted) for line in lines], v.u(2))
