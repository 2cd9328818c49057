"""The close of a Kaartgesprek: the harvest, with what came up in all rounds on the scale."""

from tegenwicht.game import tegenwicht
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.closing import closing
from tegenwicht.screens.shell.view import View


def build(v: View) -> Node:
    """The harvest of the session, or a closed session to look back at."""
    assert v.model.playing is not None
    return closing(v, counts=tegenwicht.tally_of(v.model.playing.timeline.session).total)
