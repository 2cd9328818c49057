"""The screens of Gewogen in gesprek: the roles, telling, choosing, peeling, the close."""

from tegenwicht.game import conversation as g
from tegenwicht.game import events as e
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit.buttons import Button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation import talk
from tegenwicht.screens.conversation.roles import between, roles_panel, roles_sheet
from tegenwicht.screens.conversation.words import (
    about,
    account,
    announcement,
    arrival,
    motion,
    session_line,
    talk_number,
    undo_name,
)
from tegenwicht.screens.parts.closing import closing
from tegenwicht.screens.parts.path_screens import (
    path_panel,
    step_body,
    title_of,
    unsaved_panel,
    unsaved_path,
    whole_body,
)
from tegenwicht.screens.parts.people import people_panel
from tegenwicht.screens.parts.session_parts import main_button, saving, session_buttons, title_and_date
from tegenwicht.screens.parts.unsaved import unsaved_at_the_close, unsaved_newcomer
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.bar import bar_button
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.frame import frame
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.view import View

__all__ = [
    "about", "account", "announcement", "arrival", "build", "motion", "session_line", "undo_name",
    "unread", "unsaved",
]  # fmt: skip


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return closing(v)
    keep = _unsaved(v, session)
    over = g.conversation(session).talk is None and g.suggested(session) is None
    finish = None if over else saving(keep, Do(e.Finish(False)))
    return frame(
        v, _title(session), lambda rect: _body(v, playing, rect), title_and_date(playing),
        [_people_button(v), *session_buttons(v, finish)], _panel(v, session),
    )  # fmt: skip


def _people_button(v: View) -> Button:
    return bar_button(v, "people", tr("Deelnemers"), Open("people"), keys.PEOPLE, "people")


def _key(session: Session) -> str:
    """What the forms of this talk's path begin with."""
    return f"path{talk_number(session)}"


def unsaved(v: View) -> Unsaved:
    """What is typed on the screen of a talk or its path, and in a panel; at the close the learning points."""
    assert v.model.playing is not None
    session: Session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v, session)
    going = g.conversation(session).talk
    if going is None or going.path is None:
        return Unsaved(tuple(_unsaved(v, session)), unsaved_newcomer(v) if v.model.panel == "people" else ())
    return Unsaved(tuple(_unsaved(v, session)), unsaved_panel(v, going.path))


def unread(_event: e.Event) -> bool:
    """No card comes by itself."""
    return False


def _unsaved(v: View, session: Session) -> list[Command]:
    going = g.conversation(session).talk
    if going is None:
        return []
    return unsaved_path(v, going.path, _key(session)) if going.path else talk.unsaved_line(v)


def _title(session: Session) -> str:
    going = g.conversation(session).talk
    number = talk_number(session)
    if going is None:
        return tr("Wie vertelt?") if g.suggested(session) else tr("Iedereen heeft verteld")
    if going.path is not None:
        return tr("Gesprek {n} · {what}").format(n=number, what=title_of(going.path))
    what = {g.Part.TELLING: tr("vertellen en noteren"), g.Part.CHOOSING: tr("kiezen")}[going.part]
    return tr("Gesprek {n} · {what}").format(n=number, what=what)


def _body(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    going = g.conversation(session).talk
    if going is None:
        return between(v, playing, rect)
    if going.path is None:
        return talk.body(v, playing, going, rect)
    side, key = [roles_sheet(v, playing, going.roles)], _key(session)
    if going.path.at is not None:
        return step_body(v, playing, going.path, rect, side, key)
    done = main_button(v, tr("Gesprek klaar"), saving(_unsaved(v, session), Do(g.FinishTalk())))
    return whole_body(v, playing, going.path, rect, done, key)


def _panel(v: View, session: Session) -> Node | None:
    going = g.conversation(session).talk
    match v.model.panel:
        case "people":
            return people_panel(v, session)
        case "roles" if going is None:
            return roles_panel(v, session)
        case "":
            return None
    if going is None:
        return None
    return path_panel(v, session, going.path) if going.path else talk.panel(v, session)
