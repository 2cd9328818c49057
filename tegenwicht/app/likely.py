"""What the model would be after the main button: to draw ahead what most people see next. Does nothing for real."""

from dataclasses import replace

from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model, Playing
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.update import CHANGES, to_scene, updated

AHEAD = "vooruit"
"""The id of a session that is only drawn, out of sight."""


def after_the_main_button(model: Model, tree: Node) -> Model | None:
    """The model as it would be then; None where that cannot be told without doing it."""
    button = next((node for node in walk(tree) if node.primary and node.enabled), None)
    return None if button is None or button.action is None else _after(model, button.action)


def _after(model: Model, command: Command) -> Model | None:
    if isinstance(command, commands.All):
        after: Model | None = model
        for one in command.commands:
            after = None if after is None else _after(after, one)
        return after
    if isinstance(command, commands.Begin):
        return _begun(model, command)
    if isinstance(command, commands.Do) and model.playing is not None:
        return _done(model, model.playing, command)
    return updated(model, command) if isinstance(command, CHANGES) else None


def _begun(model: Model, command: commands.Begin) -> Model:
    from tegenwicht.game import rules
    from tegenwicht.game.clock import read

    timeline = rules.begun(rules.start(command.setup, command.deck))
    setup = command.setup
    reading = read(timeline.clock, setup.thinking_seconds, setup.talking_seconds, 0.0)
    playing = Playing(AHEAD, model.today, timeline, rules.legal_actions(timeline), reading)
    return replace(to_scene(model, Scene.PLAY), playing=playing)


def _done(model: Model, playing: Playing, command: commands.Do) -> Model | None:
    from tegenwicht.game import rules
    from tegenwicht.game.events import Event

    event = rules.decide(playing.timeline, command.action)
    if not isinstance(event, Event):
        return None
    timeline = rules.apply(playing.timeline, event)
    return replace(model, playing=playing._replace(timeline=timeline, legal=rules.legal_actions(timeline)))
