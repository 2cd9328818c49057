"""Screens of a mode of one's own, as they would be in ``screens/``."""

from tegenwicht.game import account as game_account
from tegenwicht.game import events
from tegenwicht.game.state import Phase, Session
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Column
from tegenwicht.kit.motion.moves import Move
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts import words
from tegenwicht.screens.parts.account.tally_blocks import scale_blocks
from tegenwicht.screens.parts.closing import closing
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.modes import About, Choice, Part, Unsaved
from tegenwicht.screens.shell.view import View
from tests.data.seventh import rules


def about() -> About:
    """What it is called."""
    pace = Choice(
        "pace", "Hoe snel?", (("slow", "Rustig", "Neem de tijd."), ("fast", "Vlot", "Zonder pauze."))
    )
    return About("Omdraaien", "Kaart na kaart.", "cards", frozenset({Part.PEOPLE, Part.DECK}), (pace,))


def build(v: View) -> Node:
    """The open cards, and the button for the next."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return closing(v)
    cards = [widgets.text(v, session.cards[number].title) for number in rules.turned(session)]
    turn = main_act("Omdraaien", Do(rules.TurnOver()) if rules.TurnOver() in playing.legal else None)
    wall = Wall(v, playing, "Omdraaien", (turn,), finish=Do(events.Finish(False)))
    return page(wall, Column(cards or [widgets.text(v, "Nog niets omgedraaid")]))


def undo_name(event: events.Event) -> str:
    """To follow "Ongedaan maken:"."""
    return "omdraaien" if isinstance(event, rules.CardTurnedOver) else words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """The title of the card."""
    return session.cards[event.card].title if isinstance(event, rules.CardTurnedOver) else ""


def arrival(_session: Session) -> str:
    """On the table."""
    return "Omdraaien"


def session_line(session: Session) -> str:
    """For lists."""
    return f"{len(rules.turned(session))} omgedraaid"


def account(session: Session, person_free: bool) -> tuple[game_account.Block, ...]:  # noqa: ARG001
    """What came up."""
    return tuple(scale_blocks(rules.tally_of(session).total))


def motion(_event: events.Event, _v: View) -> Move | None:
    """Nothing moves."""
    return None


def unread(event: events.Event) -> bool:
    """A card that was turned over."""
    return isinstance(event, rules.CardTurnedOver)


def unsaved(_v: View) -> Unsaved:
    """Nothing is typed in it."""
    return Unsaved()
