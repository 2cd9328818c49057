"""Ten stones before a Kaartgesprek and after it, when that was chosen at the setup."""

from tegenwicht.game.state import Phase, Session
from tegenwicht.game.stones import StonesSettled, stones_of
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts import stones
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

SEEN = Entry("stones:seen")
"""The form entry that says at which step of the session what moved was seen."""


def shown(v: View) -> bool:
    """Whether stones are laid now; or what moved is to be seen, right after they were laid for the last time."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    play, done = stones_of(session), playing.timeline.done
    if play is None or session.phase is Phase.CLOSED:
        return False
    if play.is_laying:
        return True
    just = play.moved is not None and done is not None and isinstance(done.event, StonesSettled)
    return just and v.model.form(SEEN, 0) != playing.timeline.count


def build(v: View) -> Node:
    """The screen of the stones; from what moved one goes on to the harvest."""
    playing = v.model.playing
    assert playing is not None
    seen = Put(SEEN, playing.timeline.count)
    onward = Act("onward", tr("Verder: oogsten"), seen, keys.PRIMARY, primary=True)
    return stones.build(v, stones.Round(tr("Tien stenen"), onward, frame=True))
