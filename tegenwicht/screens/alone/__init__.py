"""The screens of the mode Alleen: the hand, the card, two cards side by side, the close."""

from tegenwicht.game import alone
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.alone import card, card_map, fan, pair, stacked
from tegenwicht.screens.alone.account import account, pattern_blocks
from tegenwicht.screens.alone.moving import motion
from tegenwicht.screens.alone.now import now_of
from tegenwicht.screens.alone.words import about, announcement, arrival, session_line, undo_name
from tegenwicht.screens.parts.account.blocks import sheets
from tegenwicht.screens.parts.closing import closing, unsaved_at_the_close
from tegenwicht.screens.parts.table.ground import from_near, is_large
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.view import View

__all__ = [
    "about", "account", "announcement", "arrival", "build", "motion", "pattern_blocks", "session_line", "undo_name",
    "unread", "unsaved",
]  # fmt: skip


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    playing = v.model.playing
    assert playing is not None
    session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        blocks = pattern_blocks(v.model.pattern) if v.model.pattern else ()
        return closing(v, also=sheets(v, blocks, "pattern"))
    now = now_of(from_near(v))
    if not (now.v.near or is_large(v)) or (now.card is None and not card_map.fits(now)):
        return stacked.build(now)
    if now.pair is not None:
        return pair.build(now, now.pair)
    return card.build(now) if now.card is not None else fan.build(now)


def unsaved(v: View) -> Unsaved:
    """The line with the card, or with two cards; at the close the learning point."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v)
    return Unsaved(now_of(v).unsaved())


def unread(event: Event) -> bool:
    """A card from the hand, or from the map."""
    return isinstance(event, alone.CardChosen | alone.CardLookedUp)
