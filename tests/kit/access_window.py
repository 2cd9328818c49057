"""A small pygame window with a tree made by hand, for tests of ``Access`` with a real screen reader.

Prints a line for each request it gets ("press kaart" and so on), and carries it out. Lines on standard
input: ``say TEXT`` announces, ``write TEXT`` puts that in the note as if it was typed, ``busy SECONDS``
updates without rest, ``quit`` ends.
"""

import sys
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

import pygame

from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.access import (
    Access,
    Request,
    again,
    open_access,
)
from tegenwicht.screens.shell.spoken import spoken

SIZE = (640, 480)
TICK_MS = 10
REQUEST, LINE = pygame.event.custom_type(), pygame.event.custom_type()


class State(NamedTuple):
    """What the window shows."""

    focus: str = "next"
    number: int = 2
    note: str = "Één regel 🙂\nen nog een"
    caret: tuple[int, int] = (3, 3)
    said: str = ""


def tree(state: State) -> Node:
    """One node of every role, and a few that must stay out of reach."""
    places = iter(range(1000))

    def node(key: str, role: Role, label: str = "", *children: Node, **more: object) -> Node:
        rect = Rect(0, 0, *SIZE) if key == "window" else Rect(10, 10 + 4 * next(places), 200, 4)
        return Node(key, role, rect, label, children=children, **more)  # type: ignore[arg-type]

    return node(
        "window", Role.WINDOW, "Kaart 1 – Tegenwicht",
        node("title", Role.HEADING, "Kaart 1", level=2),
        node("bare", Role.GROUP, "", node("words", Role.TEXT, "Wat weegt mee?"), node("dot", Role.GROUP)),
        node("behind", Role.GROUP, "", node("hidden", Role.BUTTON, "Onbereikbaar", action=1), inert=True),
        node("group", Role.GROUP, "Knoppen",
             node("next", Role.BUTTON, "Klaar", action=1, shortcuts=("return",)),
             node("off", Role.BUTTON, "Ongedaan maken", action=1, enabled=False),
             node("held", Role.BUTTON, "Afwegen", action=1, value="3 van 5", description="Weeg de kaart"),
             node("bold", Role.TOGGLE, "Volledig scherm", action=1, pressed=True),
             node("sound", Role.CHECK_BOX, "Geluid", action=1, pressed=False)),
        node("size", Role.RADIO_GROUP, "Tekstgrootte",
             node("size:0", Role.RADIO, "Gewoon", action=1, pressed=False),
             node("size:1", Role.RADIO, "Groot", action=1, pressed=True)),
        node("people", Role.SPIN, "Deelnemers", value=f"{state.number} mensen", number=(state.number, 1, 5),
             increase=1 if state.number < 5 else None, decrease=1 if state.number > 1 else None),
        node("name", Role.TEXT_FIELD, "Naam", value="José", edit=Edit("name", 40)),
        node("note", Role.TEXT_FIELD, "Notitie", value=state.note, description="Zonder namen",
             edit=Edit("note", 400, True)),
        node("list", Role.LIST, "Besproken",
             node("list:0", Role.LIST_ITEM, "Werkgever"), node("list:1", Role.LIST_ITEM, "Cliënt")),
        node("table", Role.TABLE, "Telling",
             node("row:0", Role.ROW, "", node("c0", Role.COLUMN_HEADER, "Cluster"),
                  node("c1", Role.COLUMN_HEADER, "Keer")),
             node("row:1", Role.ROW, "", node("c2", Role.ROW_HEADER, "Cliënt"), node("c3", Role.CELL, "4"))),
        node("picture", Role.IMAGE, "Verdeling", description="Cliënt 4, werkgever 0"),
        node("clock", Role.TIMER, "Tijd", value="1:35", number=(95, 0, 120)),
        node("article", Role.ARTICLE, "Kaart"),
        node("scroll", Role.SCROLL, "Lijst", node("deep", Role.TEXT, "Onderaan")),
        node("twice", Role.TEXT, "Eerste"), node("twice", Role.TEXT, "Tweede"),
        node("dialog", Role.DIALOG, "Weet u het zeker?", node("yes", Role.BUTTON, "Ja", action=1)),
        node("status", Role.STATUS, state.said),
    )  # fmt: skip


def caret_of(state: State) -> tuple[int, int] | None:
    """The caret, when a text field has the focus."""
    return state.caret if state.focus == "note" else None


def carry_out(state: State, request: Request) -> State:
    """What the window does when it is asked something."""
    print(request.kind, request.key, request.value, sep="|", flush=True)
    if request.kind == "focus":
        return state._replace(focus=request.key)
    if request.kind == "select":
        anchor, focus = map(int, request.value.split(","))
        return state._replace(caret=(anchor, focus))
    if request.kind == "set_value" and request.key == "people":
        return state._replace(number=int(request.value))
    if request.kind == "set_value":
        return written(state, request.value)
    if request.kind == "press":
        return state._replace(said=again(f"Gedrukt: {request.key}", state.said))
    return state


def written(state: State, note: str) -> State:
    """Another note, with the caret at its end."""
    return state._replace(note=note, caret=(len(note), len(note)))


def be_busy(access: Access, state: State, seconds: float) -> None:
    """Update without rest, so that the other thread never finds us waiting."""
    end, ticks = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        ticks += 1
        shown = state._replace(said=f"tel {ticks % 7}")
        access.update(tree(shown), state.focus, caret_of(state))
        access.window_focused(ticks % 2 == 0)
    access.window_focused(True)
    print(f"busy {ticks > 0}", flush=True)


def _lines(post: Callable[[pygame.event.Event], object]) -> None:
    for line in sys.stdin:
        post(pygame.event.Event(LINE, text=line.rstrip("\n")))


def run() -> None:
    """Open the window and do what is asked until it closes."""
    state = State()
    pygame.display.init()
    pygame.display.set_mode(SIZE, pygame.HIDDEN)
    pygame.display.set_caption("Toegang")
    access = open_access(
        lambda: pygame.display.get_wm_info()["window"],
        lambda request: pygame.event.post(pygame.event.Event(REQUEST, request=request)),
        lambda: (tree(state), state.focus, caret_of(state)),
        spoken=spoken(),
    )
    assert access is not None
    pygame.display.set_mode(SIZE)
    threading.Thread(target=_lines, args=(pygame.event.post,), daemon=True).start()
    print("open", flush=True)
    while True:
        event = pygame.event.wait(TICK_MS if access.due is not None else 0)
        access.tick()
        if event.type == pygame.QUIT or (event.type == LINE and event.text == "quit"):
            break
        if event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            access.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.WINDOWMOVED:
            access.window_at(Rect(event.x, event.y, *SIZE))
        elif event.type == REQUEST:
            state = carry_out(state, event.request)
        elif event.type == LINE and event.text.startswith("busy "):
            be_busy(access, state, float(event.text.removeprefix("busy ")))
        elif event.type == LINE and event.text.startswith("write "):
            state = written(state, event.text.removeprefix("write "))
        elif event.type == LINE:
            state = state._replace(said=again(event.text.removeprefix("say "), state.said))
        access.update(tree(state), state.focus, caret_of(state))
    access.close()
    pygame.quit()


if __name__ == "__main__":
    run()
