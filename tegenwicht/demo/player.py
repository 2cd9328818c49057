"""Someone who plays the real app: presses controls by the word on them, as a person would."""

from datetime import datetime, timedelta
from pathlib import Path

import pygame

from tegenwicht.app.loop import App
from tegenwicht.kit.nodes import FOCUSABLE, Node, by_shortcut, walk
from tegenwicht.screens.shell import intent
from tegenwicht.screens.shell.commands import Clock


class Hands:
    """The hands of the demo's clock: they stand still until it lets time go by, so that its pictures are the same."""

    def __init__(self) -> None:
        self.gone = 0.0
        self.began = datetime(2026, 11, 27, 14, 5)

    def seconds(self) -> float:
        """Seconds that only go forward."""
        return self.gone

    def now(self) -> datetime:
        """The time of day, of one and the same day: *Alleen* deals what belongs to it."""
        return self.began + timedelta(seconds=self.gone)


class Demo:
    """Someone who plays: presses what is on the screen, and takes a picture now and then."""

    def __init__(self, app: App, out: Path, hands: Hands) -> None:
        self.app, self.out, self.hands, self.count = app, out, hands, 0

    def picture(self, name: str) -> None:
        """Save what the window shows."""
        self.app.take(pygame.event.get())
        self.app.screen.stage.stop_moving()  # a picture is of what is there, not of what is on its way
        self.count += 1
        pygame.image.save(self.app.screen.surface, str(self.out / f"{self.count:02d}-{name}.png"))

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.hands.gone += seconds
        self.app.take([])

    def run_to(self, left: float) -> None:
        """Let the time of this turn go by until so many seconds of it are left."""
        self.app.take([])
        self.wait(max(0.0, self.app.back.reading(self.hands.seconds()).left - left))

    def tell(self) -> None:
        """The time to think is over: the button stands beside the clock, and on a small screen in the menu."""
        self.app.carry_out([Clock("talk")])
        self.app.take([])

    def control(self, label: str) -> Node:
        """The control with that word on it. LookupError when it is not there or cannot be pressed."""
        for node in walk(self.app.tree):
            if node.role in FOCUSABLE and node.enabled and node.label == label:
                return node
        there = [node.label for node in walk(self.app.tree) if node.role in FOCUSABLE]
        raise LookupError(f"no control {label!r}; there are {there}")

    def press(self, *labels: str) -> None:
        """Press controls one after the other."""
        for label in labels:
            self.app.carry_out(intent.press(self.control(label)))
            self.app.take([])

    def key(self, name: str) -> None:
        """What a key presses on this screen. LookupError when it presses nothing."""
        node = by_shortcut(self.app.tree, name)
        if node is None:
            raise LookupError(f"nothing on the screen for the key {name!r}")
        self.app.carry_out(intent.press(node))
        self.app.take([])

    def type(self, label: str, text: str) -> None:
        """Fill in a text field."""
        node = self.control(label)
        self.app.carry_out(intent.for_request("set_value", node.key, text, self.app.tree))
