"""The screens of the mode Tien stenen: laying, the talk, what moved, the close."""

from tegenwicht.game import events
from tegenwicht.game.account import Block, Paragraph
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit.motion.moves import Move
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts import stones, words
from tegenwicht.screens.parts.account.taken_blocks import stones_blocks
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.closing import closing, unsaved_at_the_close
from tegenwicht.screens.parts.stones.words import laid_line
from tegenwicht.screens.parts.words import participant_name
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.modes import About, Part, Unsaved
from tegenwicht.screens.shell.view import View


def about() -> About:
    """Before a talk and after it."""
    return About(
        tr("Tien stenen"),
        tr(
            "Verdeel samen tien stenen over zes clusters, praat, en leg ze nog een keer. Zie wat er verschoof."
        ),
        "scale",
        frozenset({Part.PEOPLE}),
    )


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    assert v.model.playing is not None
    if v.model.playing.timeline.session.phase is not Phase.PLAYING:
        return closing(v)
    onward = Act("finish", tr("Verder: oogsten"), Do(events.Finish(False)), keys.PRIMARY, primary=True)
    return stones.build(v, stones.Round(about().name, onward))


def unsaved(v: View) -> Unsaved:
    """At the close the learning points; before that nothing is typed."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    return Unsaved() if session.phase is Phase.PLAYING else unsaved_at_the_close(v)


def unread(event: events.Event) -> bool:  # noqa: ARG001 - as every mode
    """There is nothing to read that comes up by itself."""
    return False


def undo_name(event: events.Event) -> str:
    """What undo takes back."""
    return stones.undo_name(event) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event."""
    said = stones.announcement(event, session)
    if said is not None:
        return said
    return words.announcement(event, {one.id: participant_name(one) for one in session.participants})


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    return laid_line(session) if session.phase is Phase.PLAYING else tr("Terugkijken")


def session_line(session: Session) -> str:
    """ "Tien stenen · Wat weegt bij ons? Nog 2 stenen", and in the end what moved."""
    moved = stones.moved_in(session)
    return f"{about().name} · {laid_line(session) if moved is None else moved}"


def account(session: Session, person_free: bool) -> tuple[Block, ...]:  # noqa: ARG001 - as every mode
    """That they were not divided, or nothing of its own: how stones lie is told of every session that has them."""
    told = any(True for _ in stones_blocks(session))
    return () if told else (Paragraph(tr("De stenen zijn nog niet verdeeld.")),)


def motion(event: events.Event, v: View) -> Move | None:  # noqa: ARG001 - as every mode
    """A stone flies."""
    return stones.motion(event)


__all__ = [
    "about", "account", "announcement", "arrival", "build", "motion", "session_line", "undo_name", "unread", "unsaved",
]  # fmt: skip
