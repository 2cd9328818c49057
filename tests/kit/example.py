"""A small program made with the kit alone: birds that were seen, with a field to add one and a picture.

    python -m tests.kit.example

Tab and Shift Tab move the focus, Enter presses, F1 is a second screen and Escape leads back. It prints
"open" when a screen reader may begin, and ends with its window.
"""

import sys
import time
from pathlib import Path
from typing import NamedTuple

import pygame

from tegenwicht.kit import input as keys
from tegenwicht.kit import widgets, window
from tegenwicht.kit.buttons import button, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.entry.live_field import LiveField
from tegenwicht.kit.environment import prepare
from tegenwicht.kit.fields import text_field
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded
from tegenwicht.kit.nodes import Edit, Key, Node, Role, by_shortcut, find
from tegenwicht.kit.ops import Fill, Focus, Ring
from tegenwicht.kit.paint import Drawn, Painter, flatten
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.access import (
    Access,
    Request,
    again,
    open_access,
)
from tegenwicht.kit.screen_reader.access_tree import Spoken
from tegenwicht.kit.shapes import Shapes
from tegenwicht.kit.text import Type
from tegenwicht.kit.theme import Theme
from tegenwicht.kit.theme import colour_of as web
from tegenwicht.kit.view import View

ASSETS = Path(__file__).parents[2] / "assets"
SIZE = (800, 600)
ENTER, HELP, BACK = Key(("return",), "Enter"), Key(("f1",), "F1"), Key(("escape",), "Esc")
WHITE, INK, BLUE = web("#FFFFFF"), web("#222222"), web("#1456C8")
THEME = Theme(
    "plain", ground=web("#EEF2EE"), paper=WHITE, ink=INK, muted=web("#555555"), off=web("#666666"),
    edge=web("#777777"), quiet=web("#DDDDDD"), top=INK, on_top=WHITE, on_top_muted=web("#CCCCCC"),
    strong=INK, on_strong=WHITE, warn=web("#FFE9B8"), on_warn=INK, good=web("#00705C"), focus=BLUE, halo=WHITE,
)  # fmt: skip


class Add(Command):
    """The bird whose name was typed was seen."""


class Show(Command):
    """Another screen: "birds" or "help"."""

    screen: str


class State(NamedTuple):
    """Everything there is: the tree is a function of it."""

    screen: str = "birds"
    birds: tuple[str, ...] = ("Blackbird", "Wren")
    typed: str = ""
    focus: str = "name"
    said: str = ""


def changed(state: State, command: Command) -> State:
    """What a command makes of it."""
    match command:
        case Add():
            name = state.typed.strip()
            added = state._replace(birds=(*state.birds, name), typed="") if name else state
            return added._replace(said=again(f"{name} added" if name else "No name yet", state.said))
        case Show(screen):
            return state._replace(screen=screen, focus="back" if screen == "help" else "name")
    raise ValueError(f"nobody carries out {command!r}")


# -- the tree


def tree_of(v: View, state: State) -> Node:
    """What the eye, the keys and the ear get."""
    boxes = birds(v, state) if state.screen == "birds" else about(v)
    whole = Rect(0, 0, v.width, v.height)
    inside = Padded(Column(boxes, v.px(24)), v.px(60), v.px(40)).place(whole)
    title = "Birds" if state.screen == "birds" else "About these birds"
    status = Node("status", Role.STATUS, whole._replace(h=0), state.said)
    ground = Fill(whole, v.theme.ground)
    return Node("window", Role.WINDOW, whole, title, ops=(ground,), children=(*inside, status))


def birds(v: View, state: State) -> list[Box]:
    """A heading, a picture, a list, a field and two buttons."""
    edit = Edit("name", 40)
    return [
        widgets.heading(v, "Birds in the garden", level=1),
        picture(v),
        listed(v, state.birds),
        text_field(
            v, "name", "Name of a bird", state.typed, edit, action=Add(), in_use=state.focus == "name"
        ),
        toolbar(v, [
            button(v, "add", "Add", Add(), ENTER, primary=True),
            button(v, "about", "About", Show("help"), HELP),
        ]),
    ]  # fmt: skip


def about(v: View) -> list[Box]:
    """A screen to come back from."""
    back = button(v, "back", "Back", Show("birds"), BACK)
    return [widgets.heading(v, "About these birds", level=1), toolbar(v, [back])]


def listed(v: View, names: tuple[str, ...]) -> Box:
    """A widget of the program's own: a list whose items are lines of text."""
    lines = [
        widgets.text(v, name, role=Role.LIST_ITEM, key=f"bird:{number}") for number, name in enumerate(names)
    ]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("birds", Role.LIST, rect, "Seen", children=tuple(nodes))

    return Padded(Column(lines, v.px(8)), 0, 0, wrap)


def picture(v: View) -> Box:
    """A nest with an egg, said as what it shows."""
    px = v.text_px(90)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y, px, px)
        nest = Ring(at, 1.0, v.px(14), web("#7A5230"), web("#7A5230"))
        egg = Fill(at.inset(px // 3), web("#BFDDE8"), px)
        return [Node("nest", Role.IMAGE, at, "A nest with one egg", ops=(nest, egg))]

    return Leaf(px, place)


# -- the loop


class Program:
    """The window, and what is in it."""

    def __init__(self) -> None:
        window.open_display()
        self.surface = window.set_mode(SIZE)
        self.painter = Painter(Type(ASSETS / "fonts"), Shapes(ASSETS / "icons"))
        self.field = LiveField(self.painter, lambda text, _lines: text.strip(), time.monotonic)
        self.state, self.running = State(), True
        self.request = pygame.event.custom_type()
        self.access: Access | None = None
        self.show()
        self.access = open_access(
            window.handle, lambda asked: pygame.event.post(pygame.event.Event(self.request, asked=asked)),
            lambda: (self.tree, self.state.focus, self.field.caret), spoken=Spoken(program="Birds"),
        )  # fmt: skip

    def show(self) -> None:
        """The state on the screen, and to whoever listens."""
        view = View(self.surface.get_size(), THEME, self.painter.type)
        self.tree = tree_of(view, self.state)
        self.field.fit(self.tree, self.state.focus, THEME, lambda _form, held: held)
        ops = [*flatten(self.tree), *focus_ring(self.tree, self.state.focus)]
        self.painter.draw(self.surface, ops, self.tree.rect)
        self.field.draw(self.surface, self.tree)
        pygame.display.set_caption(self.tree.label)
        pygame.display.flip()
        if self.access is not None:
            self.access.update(self.tree, self.state.focus, self.field.caret)

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type == self.request:
            self.asked(event.asked)
        elif self.field.handle(event):
            self.state = self.state._replace(typed=self.field.text)
        elif event.type == pygame.KEYDOWN:
            self.pressed(keys.key_name(event))
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST) and self.access is not None:
            self.access.window_focused(event.type == pygame.WINDOWFOCUSGAINED)

    def pressed(self, name: str) -> None:
        """A key."""
        focused = find(self.tree, self.state.focus)
        if name in ("tab", "shift+tab"):
            by = -1 if name.startswith("shift") else 1
            self.state = self.state._replace(focus=keys.step(self.tree, self.state.focus, by))
        elif name == "return" and focused is not None and focused.action is not None:
            self.state = changed(self.state, focused.action)
        elif (node := by_shortcut(self.tree, name)) is not None and node.action is not None:
            self.state = changed(self.state, node.action)

    def asked(self, request: Request) -> None:
        """What a screen reader asks."""
        node = find(self.tree, request.key)
        if request.kind == "focus":
            self.state = self.state._replace(focus=request.key)
        elif request.kind == "set_value":
            self.state = self.state._replace(typed=request.value)
        elif request.kind == "press" and node is not None and node.action is not None:
            self.state = changed(self.state, node.action)

    def run(self) -> None:
        """Until the window is closed."""
        wait = window.waiter()
        while self.running:
            due = self.access.due if self.access is not None else None
            wait(1.0 if due is None else max(0.0, due - time.monotonic()))
            for event in pygame.event.get():
                self.handle(event)
                self.show()
            if self.access is not None:
                self.access.tick()
        if self.access is not None:
            self.access.close()


def focus_ring(tree: Node, focus: str) -> list[Drawn]:
    """The ring around what has the focus."""
    node = find(tree, focus)
    if node is None:
        return []
    rect = node.rect.inset(-6)
    return [Drawn(Focus(rect, THEME.focus, THEME.halo, 3, 10), tree.rect, rect.inset(-2))]


def run() -> None:
    """The whole program."""
    prepare("Birds")
    program = Program()
    print("open", flush=True)
    program.run()


if __name__ == "__main__":
    sys.exit(run())
