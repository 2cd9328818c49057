"""The screens of Gewogen in gesprek: the roles, telling, choosing, peeling, the close."""

from tegenwicht.game import conversation, events
from tegenwicht.game import path as game_path
from tegenwicht.game.conversation import Talk
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.conversation import choosing, telling
from tegenwicht.screens.conversation.moving import motion
from tegenwicht.screens.conversation.roles import between, roles_panel, who_line
from tegenwicht.screens.conversation.telling_now import unsaved_line
from tegenwicht.screens.conversation.words import (
    about,
    account,
    announcement,
    arrival,
    session_line,
    talk_number,
    undo_name,
)
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.closing import closing, unsaved_at_the_close
from tegenwicht.screens.parts.panels.unsaved import unsaved_newcomer
from tegenwicht.screens.parts.peel.layer import Layer, layer
from tegenwicht.screens.parts.peel.path_screens import (
    WHOLE_WIDE,
    path_panel,
    title_of,
    unsaved_panel,
    unsaved_path,
    whole,
)
from tegenwicht.screens.parts.session_parts import saving
from tegenwicht.screens.parts.small_views import page_of_game, readable
from tegenwicht.screens.parts.table.ground import ground_around, is_large
from tegenwicht.screens.parts.wall.clock_face import clock_ring
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.parts.wall.time_disc import time_acts, time_disc
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.panels import Panel
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
    going = conversation.conversation(session).talk
    whole_path = going is not None and going.path is not None and going.path.at is None
    v = page_of_game(v) if whole_path else readable(v)
    if going is None:
        return between(v, playing, roles_panel(v, session) if v.model.panel is Panel.ROLES else None)
    if going.path is not None:
        return _peeling(v, playing, going)
    finish = saving(_unsaved(v, session), Do(events.Finish(False)))
    make = telling.build if going.part is conversation.Part.TELLING else choosing.build
    return make(v, playing, going, finish)


def _key(session: Session) -> str:
    """What the forms of this talk's path begin with."""
    return f"path{talk_number(session)}"


def unsaved(v: View) -> Unsaved:
    """What is typed on the screen of a talk or its path, and in a panel; at the close the learning points."""
    assert v.model.playing is not None
    session: Session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v)
    going = conversation.conversation(session).talk
    if going is None or going.path is None:
        return Unsaved(
            tuple(_unsaved(v, session)), unsaved_newcomer(v) if v.model.panel is Panel.PEOPLE else ()
        )
    return Unsaved(tuple(_unsaved(v, session)), unsaved_panel(v, going.path))


def unread(_event: events.Event) -> bool:
    """No card comes by itself."""
    return False


def _unsaved(v: View, session: Session) -> list[Command]:
    going = conversation.conversation(session).talk
    if going is None:
        return []
    return unsaved_path(v, going.path, _key(session)) if going.path else unsaved_line(v)


def _peeling(v: View, playing: Playing, going: Talk) -> Node:
    """The consideration that was chosen: a layer of it, or the whole path."""
    session: Session = playing.timeline.session
    path = going.path
    assert path is not None
    dialog = path_panel(v, session, path) if v.model.panel else None
    keep = tuple(_unsaved(v, session))
    finish = saving(keep, Do(events.Finish(False)))
    title = tr("Gesprek {n} · {what}").format(n=talk_number(session), what=title_of(path))
    end = Act("talk:end", tr("Gesprek klaar"), saving(keep, Do(conversation.FinishTalk())), None, "check")
    who = who_line(session, going.roles)
    more = (*time_acts(playing), end)
    if path.at is not None:
        ground = ground_around(v)
        places = is_large(v) or ground.near
        at = ground.corner(1684, 2, 72, 72) if ground.near else ground.corner(1680, 8, 88, 88)
        clock = time_disc(ground, playing, at) if places else []
        ring = None if places else clock_ring(v, playing)
        aside = [ring] if ring is not None else []
        return layer(Layer(v, playing, path, dialog, finish, title, who, aside, clock, more))
    back = saving(keep, Do(game_path.GoToStep(game_path.STEPS[-1])))
    acts = (main_act(tr("Gesprek klaar"), saving(keep, Do(conversation.FinishTalk()))),)
    around = Wall(v, playing, title, acts, back, who, dialog, finish, time_acts(playing))
    return page(around, whole(v, session, path, _key(session)), WHOLE_WIDE)
