"""The screens of the mode Afpellen: naming the consideration, six steps, the whole path, the close."""

from tegenwicht.game import account as game_account
from tegenwicht.game import events
from tegenwicht.game import path as game_path
from tegenwicht.game.path import ConsiderationNamed
from tegenwicht.game.peeling import path_of, tally_of
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.motion.moves import Move
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts import words
from tegenwicht.screens.parts.account.tally_blocks import scale_blocks
from tegenwicht.screens.parts.closing import closing, unsaved_at_the_close
from tegenwicht.screens.parts.peel.layer import Layer, layer
from tegenwicht.screens.parts.peel.moving import path_motion
from tegenwicht.screens.parts.peel.path_screens import (
    WHOLE_WIDE,
    begin_act,
    naming,
    path_line,
    path_panel,
    title_of,
    unsaved_panel,
    unsaved_path,
    whole,
)
from tegenwicht.screens.parts.peel.path_words import (
    consideration_block,
    path_announcement,
    path_blocks,
    path_undo_name,
    step_aloud,
)
from tegenwicht.screens.parts.session_parts import saving
from tegenwicht.screens.parts.small_views import page_of_game, readable
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import All, Do, Go, Leave, Put
from tegenwicht.screens.shell.modes import About, Part, Unsaved, leaving
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View


def about() -> About:
    """One consideration, slowly."""
    return About(
        tr("Afpellen"),
        tr("Eén afweging in slow motion, in zes stappen: van wat je vooraf wist tot wat je deed."),
        "aside",
        frozenset(
            {Part.DECK, Part.PEOPLE, Part.CLUSTERS, Part.SHUFFLE, Part.MOMENT, Part.SUBJECT, Part.HAND}
        ),
        people=5,
        subject=tr("Welke afweging? Eén regel, zonder cliëntgegevens (mag ook straks)"),
    )


def build(v: View) -> Node:
    """The screen that fits where the walk is."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return closing(v, _closing_buttons(v, session))
    path = path_of(session)
    v = readable(v) if path.at is not None else page_of_game(v)
    dialog = path_panel(v, session, path) if v.model.panel else None
    finish = saving(unsaved_path(v, path), Do(events.Finish(False)))
    if path.consideration and path.at is not None:
        return layer(Layer(v, playing, path, dialog, finish))
    if not path.consideration:
        around = Wall(v, playing, title_of(path), (begin_act(v, path),), leaving(v), "", dialog, finish)
        return page(around, naming(v, path), 1300)
    back = saving(unsaved_path(v, path), Do(game_path.GoToStep(game_path.STEPS[-1])))
    acts = (main_act(tr("Sessie afronden"), finish),)
    return page(
        Wall(v, playing, title_of(path), acts, back, dialog=dialog), whole(v, session, path), WHOLE_WIDE
    )


def unsaved(v: View) -> Unsaved:
    """The consideration, the answers of the open step or those looking back, and what is typed in a panel."""
    assert v.model.playing is not None
    session: Session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v)
    path = path_of(session)
    return Unsaved(tuple(unsaved_path(v, path)), unsaved_panel(v, path))


def unread(_event: events.Event) -> bool:
    """No card comes by itself."""
    return False


def _closing_buttons(v: View, session: Session) -> list[Button]:
    """From a consideration that was peeled to the three feedback questions about it."""
    path = path_of(session)
    if not path.consideration:
        return []
    feedback = All((
        Leave(), Put(entries.SETUP_MODE, "feedback"), Put(entries.SETUP_PEOPLE, len(session.present)),
        Put(entries.SETUP_SUBJECT, path.consideration), Go(Scene.SETUP), Put(entries.SETUP_STEP, 2),
    ))  # fmt: skip
    return [button(v, "feedback", tr("Triple feedback hierop"), feedback).sized(24)]


# -- words


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"."""
    return path_undo_name(event) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event; empty when the changed control says it itself."""
    names = words.names_apart(session)
    said, at = path_announcement(event, session), path_of(session).at
    if isinstance(event, ConsiderationNamed) and at is not None:
        return f"{said}. {step_aloud(at)}"
    return said or words.announcement(event, names)


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    path = path_of(session)
    if session.phase is not Phase.PLAYING:
        return tr("Terugkijken")
    if not path.consideration:
        return tr("Welke afweging bekijken jullie?") if not session.alone else tr("Welke afweging bekijk je?")
    return tr("Het hele pad") if path.at is None else step_aloud(path.at)


def session_line(session: Session) -> str:
    """One line about where the walk is, for lists."""
    people = tr("alleen") if session.alone else several(
        "{n} deelnemer", "{n} deelnemers", len(session.present)
    )  # fmt: skip
    return f"{tr('Afpellen')} · {path_line(path_of(session))} · {people}"


def account(session: Session, person_free: bool) -> tuple[game_account.Block, ...]:
    """The path, and which clusters came up on it."""
    path = path_of(session)
    return (
        *scale_blocks(
            tally_of(session).total, tr("Een cluster telt één keer voor elke stap waar een kaart ervan ligt.")
        ),
        game_account.NewPage(),
        game_account.Heading(tr("Het pad van de afweging")),
        *path_blocks(session, path, person_free),
    )


def subject(session: Session) -> game_account.Quote:
    """What it is about by now, as ``account`` says it."""
    return consideration_block(path_of(session))


def motion(event: events.Event, v: View) -> Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    return path_motion(event, v, path_of)
