"""What is so with the stones just now, gathered once for all that shows it."""

from typing import NamedTuple

from tegenwicht.game.state import Session
from tegenwicht.game.stones import Stones
from tegenwicht.kit.nodes import Key
from tegenwicht.screens.parts.stones.words import explained, question, stones_in
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View


class Now(NamedTuple):
    """The stones of the session on the table."""

    v: View
    playing: Playing
    session: Session
    stones: Stones

    @property
    def question(self) -> str:
        """What the screen asks."""
        return question(self.stones.stage)

    @property
    def explained(self) -> str:
        """What to do."""
        return explained(self.stones.stage)

    def sign(self, key: Key) -> str:
        """How a key is shown, "" where it does not work now."""
        return key.shown if self.v.letter_keys and not self.v.model.panel else ""


def now_of(v: View) -> Now:
    """The stones of the session in ``v.model.playing``, which has them."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    return Now(v, playing, session, stones_in(session))
