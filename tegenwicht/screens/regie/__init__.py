"""The regie: the table for the group without anything to press, and what leads it, apart from it or beside it."""

from tegenwicht.kit.nodes import Node
from tegenwicht.screens.regie import bare, curtain, drawer, laptop, rehearsal
from tegenwicht.screens.regie.pointing import ringed
from tegenwicht.screens.shell.model import REHEARSAL
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View


def build(v: View) -> Node:
    """What is on this window: the group's, or that of who leads."""
    return ringed(v, _build(v))


def _build(v: View) -> Node:
    model = v.model
    if model.bare:
        return curtain.build(v) if model.curtain else bare.build(v)
    if model.curtain and model.directing != "apart":
        return curtain.build(v, open_again=True)
    assert model.playing is not None and model.scene == Scene.PLAY
    is_apart, rehearsed = model.directing == "apart", model.playing.id == REHEARSAL
    if rehearsed and not is_apart:
        return rehearsal.build(v)
    mode = screens_of(model.playing.timeline.session.setup.mode)
    directed = mode.directed(v) if hasattr(mode, "directed") else None
    if rehearsed:
        return rehearsal.apart(v, directed)
    if is_apart:
        return laptop.build(v, directed) if directed is not None else drawer.apart(v, mode)
    return drawer.build(v, mode, directed)
