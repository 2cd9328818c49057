"""A real window that shows the screens of the tests one after the other, for a screen reader to read.

Reads a line a screen from standard input, "1024x640|100|name", shows it and answers "shown" and that line.
"""

import sys
import threading
from dataclasses import replace

import pygame

from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node, find
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.access import (
    Access,
    Request,
    open_access,
)
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.spoken import spoken

SIZE = (1024, 640)
FIRST = "start"
"""The screen that is there before one is asked for."""
TICK_MS = 10
LINE = pygame.event.custom_type()


def model_of(line: str) -> tuple[Model, Node]:
    """The screen that a line asks for; it says its own name to who listens."""
    size, text, name = line.split("|", 2)
    width, height = map(int, size.split("x"))
    model = replace(screens.all_screens()[name], announcement=f"Scherm {name}")
    return screens.built(model, (width, height), int(text))


def caret_of(tree: Node, focus: str) -> tuple[int, int] | None:
    """A caret at the start of the field that has the focus."""
    node = find(tree, focus)
    return (0, 0) if node is not None and node.edit is not None else None


def show(access: Access, surface: pygame.Surface, line: str) -> None:
    """Show one screen, to the eye and to the ear."""
    model, tree = model_of(line)
    screens.window().draw(surface, tree, model.focus, everything=True)
    pygame.display.flip()
    pygame.display.set_caption(tree.label)
    access.update(tree, model.focus, caret_of(tree, model.focus))
    print(f"shown {line}", flush=True)


def read_lines() -> None:
    """Pass on what comes in, on a thread of its own."""
    for line in sys.stdin:
        pygame.event.post(pygame.event.Event(LINE, text=line.rstrip("\n")))


def run() -> None:
    """Until standard input says quit or the window is closed."""
    pygame.display.init()
    surface = pygame.display.set_mode(SIZE)
    model, tree = screens.built(screens.all_screens()[FIRST], SIZE)
    posted = pygame.event.custom_type()

    def post(request: Request) -> object:
        return pygame.event.post(pygame.event.Event(posted, request=request))

    access = open_access(lambda: 0, post, lambda: (tree, model.focus, None), spoken=spoken())
    assert access is not None
    threading.Thread(target=read_lines, daemon=True).start()
    print("open", flush=True)
    while (event := pygame.event.wait(TICK_MS if access.due is not None else 0)).type != pygame.QUIT:
        access.tick()
        if event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            access.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.WINDOWMOVED:
            access.window_at(Rect(event.x, event.y, *SIZE))
        elif event.type == LINE and event.text == "quit":
            break
        elif event.type == LINE:
            show(access, surface, event.text)
    access.close()
    pygame.quit()


if __name__ == "__main__":
    run()
