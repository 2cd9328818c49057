"""A headless pilot: opens the real app without a screen and uses it as a person, or a screen reader, would.

    with Pilot(folder) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        pilot.key("ctrl+z")
        pilot.ask("press", "Laat het lot kiezen")

Finds controls by the words on them, never by what the program calls them inside. What goes in are events of
the window; what comes out is read from the tree. The clock stands still until ``pass_time``.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pygame

from tegenwicht.app.incoming import GOES_ON, UNREAD_SECONDS
from tegenwicht.app.loop import App
from tegenwicht.kit import window
from tegenwicht.kit.input import radio_groups
from tegenwicht.kit.nodes import FOCUSABLE, Node, Role, scrolls_around, touched, walk
from tegenwicht.kit.ops import Words
from tegenwicht.kit.screen_reader.access import Request

DAY = datetime(2026, 11, 21, 14, 5)
DECK = Path(__file__).parent / "data" / "decks" / "tegenwicht-1.yaml"
"""A deck that stays as it is: which card comes when depends on every word in a deck."""
SIZE = (1280, 800)
TO_THE_TABLE = ("Spelen", "Verder: tafel en tijd", "Aan tafel")
"""From the start to the table, as it was the last time."""
NO_SCREEN = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "SDL_NO_SIGNAL_HANDLERS": "1"}
MOST_STEPS = 30
MOST_TABS = 250
MOST_SCROLLS = 300
MODIFIERS = {"ctrl": pygame.KMOD_LCTRL, "shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}
KEYS = {
    "return": pygame.K_RETURN, "enter": pygame.K_RETURN, "space": pygame.K_SPACE, "tab": pygame.K_TAB,
    "escape": pygame.K_ESCAPE, "backspace": pygame.K_BACKSPACE, "delete": pygame.K_DELETE,
    "left": pygame.K_LEFT, "right": pygame.K_RIGHT, "up": pygame.K_UP, "down": pygame.K_DOWN,
    "home": pygame.K_HOME, "end": pygame.K_END, "pageup": pygame.K_PAGEUP, "pagedown": pygame.K_PAGEDOWN,
    "f1": pygame.K_F1, "f2": pygame.K_F2, "f3": pygame.K_F3, "f5": pygame.K_F5, "f6": pygame.K_F6, "f11": pygame.K_F11,
    "f7": pygame.K_F7, "f8": pygame.K_F8,
    "kp+": pygame.K_KP_PLUS, "kp-": pygame.K_KP_MINUS, "kp.": pygame.K_KP_PERIOD, "kpenter": pygame.K_KP_ENTER,
}  # fmt: skip
KEYPAD = {"kp+": "+", "kp-": "-", "kp.": "."}
COUNTER = re.compile(r"deze ronde (?:nog niet|(\d+): (\d+) kaart(?:en)?, (\d+) keer genoemd)")
ON_THE_SCALE = re.compile(r"(.+): (\d+) kaart(?:en)?, (\d+) keer genoemd")
CELL = re.compile(r"(\d+): (\d+) kaart(?:en)?, (\d+) genoemd")
ROUND_CELL = re.compile(
    r"(?:(?:Ronde \d+|Samen): )?(?:(\d+) kaart(?:en)?, (\d+) keer genoemd|kwam niet langs)"
)
"""How the cells of the tally are told: at the close, and at the end of a round."""


class StillClock:
    """Seconds that go forward only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Pilot:
    """Someone at the app. ``more`` goes to ``App``: size, shuffle, deck, journal, full_screen.

    folder: where the app keeps things; the same folder again is the same user another day.
    motion: let cards turn and chips fly; off unless a test is about that, and then every fade is waited for.
    """

    def __init__(self, folder: Path, *, motion: bool = False, **more: Any) -> None:
        self.folder, self.motion = folder, motion
        self.clock = StillClock()
        self.more: dict[str, Any] = {"size": SIZE, "shuffle": 7, "deck": DECK} | more
        self.app: App = None  # type: ignore[assignment]  # there is one after ``open``
        self._environment: dict[str, str | None] = {}
        self._pressed = 0.0

    # -- opening and closing

    def __enter__(self) -> "Pilot":
        self._environment = {name: os.environ.get(name) for name in NO_SCREEN}
        os.environ.update(NO_SCREEN)
        pygame.display.quit()
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.close()
        finally:
            pygame.display.quit()
            for name, value in self._environment.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value

    def open(self) -> None:
        """Start the app."""
        self.app = App(self.folder, clock=self.clock, now=lambda: DAY, **self.more)
        if not self.motion:
            settings = replace(self.app.model.settings, reduced_motion=True)
            self.app.model = replace(self.app.model, settings=settings)
        self.app.open()

    def close(self) -> None:
        """Close the app as its window is closed."""
        if self.app is not None and pygame.display.get_init():
            self.app.close()

    def again(self) -> None:
        """Close the app and start it anew."""
        self.close()
        self.open()

    def killed(self) -> None:
        """Start the app after it was killed: nothing was tidied up, but its locks ended with it."""
        self.app.desks.decks.hold.let_go()
        self.app.desks.typed.let_go()
        self.app.back.leave()
        self.app.back.lock.release()
        self.open()

    # -- what goes in

    def post(self, *events: pygame.event.Event) -> None:
        """Put events in the window's queue and let the app go round once. Those it blocks never arrive."""
        for event in events:
            pygame.event.post(event)
        self.app.take(pygame.event.get())
        if not self.motion and self.app.screen.stage.moving is not None:
            self.app.screen.stage.stop_moving()
            self.app.screen.stage.present()

    def press(self, *labels: str, role: Role | None = None) -> None:
        """Click on controls with the mouse, one after the other, each scrolled into sight by the wheel.

        What is not on the screen is looked for under *Meer* and in the menu, as a person would.
        """
        for label in labels:
            self.uncover(label, role)
            self.click(self.in_sight(self.control(label, role)))

    def uncover(self, label: str, role: Role | None = None) -> None:
        """Open *Meer* or the menu, or go on through the harvest, when what is looked for is not on the screen."""
        self.go_through_the_harvest(label, role)
        for opener in ("Meer", "Menu"):
            if self.controls(label, role) or not self.can(opener):
                continue
            self.click(self.control(opener))
            if not self.controls(label, role):
                self.key("escape")

    def go_through_the_harvest(self, label: str, role: Role | None = None) -> None:
        """At the end of a session, the main button again and again, until what is looked for is there."""
        for _ in range(16):
            node = next((one for one in self.nodes() if one.key == "primary"), None)
            if self.controls(label, role) or "Oogsten" not in self.title or self.app.model.panel:
                return
            if node is None or not node.label.startswith(("Volgende", "Verder: ")):
                return
            self.click(self.in_sight(node))

    def tells(self, who: str, line: str) -> None:
        """Someone's line in the harvest is written by whoever writes; alone it is one's own."""
        if any(one.label == who and one.role is Role.BUTTON for one in self.nodes()):
            self.press(who)
        self.press("Schrijf een regel")
        self.type(line)
        self.press("Bewaren")

    def settle(self) -> None:
        """Wait as long as a person does before pressing again: nothing is held back any more."""
        self.clock.now = max(self.clock.now, self._pressed + UNREAD_SECONDS)
        self._pressed = self.clock.now

    def click(self, node: Node) -> None:
        """Button down and up in the middle of a control that can be seen."""
        self.settle()
        x, y = node.rect.centre
        there = touched(self.tree_node, x, y)
        assert there is not None and there.key == node.key, (
            f"{node.label!r} is under {there and there.label!r}"
        )
        self.mouse_down(x, y)
        self.mouse_up(x, y)

    def mouse_down(self, x: int, y: int, button: int = 1) -> None:
        """A button of the mouse goes down."""
        pygame.mouse.set_pos(x, y)
        self.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=button, touch=False))

    def mouse_up(self, x: int, y: int, button: int = 1) -> None:
        """And up again."""
        pygame.mouse.set_pos(x, y)
        self.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=button, touch=False))

    def mouse_move(self, x: int, y: int, down: bool = False) -> None:
        """The pointer comes there; ``down``: with its button held."""
        buttons = (int(down), 0, 0)
        self.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=buttons, touch=False)
        )

    def drag(self, start: tuple[int, int], *way: tuple[int, int]) -> None:
        """Take hold with the mouse, go a way, and let go at the end of it."""
        self.mouse_down(*start)
        for place in way:
            self.mouse_move(*place, down=True)
        self.mouse_up(*way[-1])

    def finger(self, kind: int, x: int, y: int, finger: int = 1) -> None:
        """A finger on the screen: pygame.FINGERDOWN, FINGERMOTION or FINGERUP, at a pixel."""
        wide, high = self.app.screen.size
        at = {"x": (x + 0.5) / wide, "y": (y + 0.5) / high, "dx": 0.0, "dy": 0.0, "pressure": 1.0}
        self.post(pygame.event.Event(kind, touch_id=7, finger_id=finger, **at))

    def swipe(self, start: tuple[int, int], *way: tuple[int, int], finger: int = 1) -> None:
        """The same with a finger."""
        self.finger(pygame.FINGERDOWN, *start, finger=finger)
        for place in way:
            self.finger(pygame.FINGERMOTION, *place, finger=finger)
        self.finger(pygame.FINGERUP, *way[-1], finger=finger)

    def wheel(self, x: int, y: int, clicks: int) -> None:
        """Turn the wheel over a place; more than 0 is up."""
        pygame.mouse.set_pos(x, y)
        pygame.event.clear(pygame.MOUSEMOTION)
        self.post(
            pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=clicks, precise_y=float(clicks), flipped=False)
        )

    def key(self, *names: str) -> None:
        """Press and let go of keys: "w", "ctrl+z", "shift+tab", "+", "pagedown"; letters also type."""
        for name in names:
            if name in (*GOES_ON, "enter", "kpenter"):
                self.settle()
            self.key_down(name)
            self.key_up(name)

    def reach(self, key: str, tab: str = "tab") -> None:
        """Bring the focus to a control by keyboard alone: with Tab, and with the arrows within a group of options.

        An arrow also chooses the option that it comes to.
        """
        for _ in range(MOST_TABS):
            if self.app.model.focus == key:
                return
            group = next((one for one in radio_groups(self.tree_node) if key in (n.key for n in one)), [])
            options = [node.key for node in group]
            here = self.app.model.focus
            if here in options:
                self.key("right" if options.index(here) < options.index(key) else "left")
            else:
                self.key(tab)
        raise AssertionError(f"{key!r} cannot be reached with {tab}")

    def tab_to(self, label: str) -> None:
        """Bring the focus to what is called so, with Tab alone."""
        for _ in range(MOST_TABS):
            if self.focus == label:
                return
            self.key("tab")
        raise AssertionError(f"{label!r} cannot be reached with Tab; there are {self.labels()}")

    def key_down(self, name: str) -> None:
        """A key goes down, and types what it types."""
        key, mod, text = _key(name)
        down = pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text, scancode=0)
        typed = [pygame.event.Event(pygame.TEXTINPUT, text=text)] if text.isprintable() and text else []
        self.post(down, *typed)

    def key_up(self, name: str) -> None:
        """And up again."""
        key, mod, text = _key(name)
        self.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod, unicode=text, scancode=0))

    def type(self, text: str) -> None:
        """Type on the keyboard."""
        for character in text:
            self.key({"\n": "return", " ": "space"}.get(character, character))

    def ask(self, kind: str, label: str, value: str = "", role: Role | None = None) -> None:
        """What a screen reader asks of something: "press", "focus", "increase", "set_value" and so on."""
        self.ask_key(kind, self.control(label, role).key, value)

    def ask_key(self, kind: str, key: str, value: str = "") -> None:
        """The same of whatever has that key, even if there is no such thing."""
        self._pressed = self.clock.now
        self.post(
            pygame.event.Event(
                self.app.windows.readers.asked, request=Request(kind, key, value), second=False
            )
        )

    def drop(self, path: Path) -> None:
        """Drop a file on the window."""
        self.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))

    def pass_time(self, seconds: float) -> None:
        """Let time go by, with the app going round every second; less often when it is long."""
        end, step = self.clock.now + seconds, max(1.0, seconds / MOST_STEPS)
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now + step)
            self.post()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in pixels."""
        window.this().size = (width, height)
        self.post()
        if self.app.screen.surface.get_size() != (width, height):  # some SDLs tell later
            self.post(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=width, y=height))
        assert self.app.screen.surface.get_size() == (width, height)

    def fill(self, label: str, text: str) -> None:
        """Click on a text field, take out what is in it, and type."""
        node = self.in_sight(self.control(label, Role.TEXT_FIELD))
        self.mouse_down(*node.rect.centre)
        self.mouse_up(*node.rect.centre)
        self.key("ctrl+a", "backspace")
        self.type(text)

    # -- what comes out

    @property
    def tree_node(self) -> Node:
        """The tree that is shown."""
        return self.app.tree

    def nodes(self) -> Iterator[Node]:
        """Everything in reach, in reading order."""
        return walk(self.tree_node)

    def controls(self, label: str, role: Role | None = None) -> list[Node]:
        """All controls with that label, enabled or not."""
        return [
            node
            for node in self.nodes()
            if node.role in FOCUSABLE and node.label == label and role in (None, node.role)
        ]

    def control(self, label: str, role: Role | None = None) -> Node:
        """The one enabled control with that label. LookupError where there is none, or more than one."""
        found = [node for node in self.controls(label, role) if node.enabled]
        if len(found) == 1:
            return found[0]
        raise LookupError(f"{len(found)} controls {label!r}; there are {self.labels()}")

    def can(self, label: str, role: Role | None = None) -> bool:
        """Whether there is such a control, and it can be pressed."""
        return any(node.enabled for node in self.controls(label, role))

    def labels(self) -> list[str]:
        """The words on every control that can be used."""
        return [node.label for node in self.nodes() if node.role in FOCUSABLE and node.enabled]

    def in_sight(self, node: Node) -> Node:
        """The same control, after the wheel has brought the middle of it into sight."""
        for _ in range(MOST_SCROLLS):
            views = scrolls_around(self.tree_node, node.key)
            x, y = node.rect.centre
            hiding = next((view for view in views if not view.rect.holds(x, y)), None)
            if hiding is None:
                return node
            before = node.rect
            self.wheel(*hiding.rect.centre, 1 if y < hiding.rect.y else -1)
            node = next(one for one in self.nodes() if one.key == node.key)
            assert node.rect != before, f"{node.label!r} cannot be scrolled into sight"
        raise AssertionError(f"{node.label!r} is still out of sight")

    def tree(self) -> str:
        """A snapshot of all that is in reach: role, label, value, description and states, indented."""
        return "\n".join(_lines(self.tree_node, 0))

    def text(self) -> str:
        """Every label and value, a line each: to look for words in."""
        return "\n".join(part for node in self.nodes() for part in (node.label, node.value) if part)

    @property
    def said(self) -> str:
        """What a screen reader was last told."""
        (status,) = (node for node in self.nodes() if node.role is Role.STATUS)
        return status.label.rstrip("\u00a0")

    @property
    def title(self) -> str:
        """The window's title."""
        return self.tree_node.label

    @property
    def focus(self) -> str:
        """The label of the control that has the focus."""
        return next((node.label for node in self.nodes() if node.key == self.app.model.focus), "")

    @property
    def focused(self) -> Node:
        """The control that has the focus."""
        return next(node for node in self.nodes() if node.key == self.app.model.focus)

    def value(self, label: str) -> str:
        """What a spin or field holds."""
        return self.control(label).value

    def tally(self) -> dict[str, list[tuple[int, int]]]:
        """By the name of each cluster, (by card, by mention) of every column of the table on the screen.

        Read from the cells as a screen reader tells them; and what is painted there must say the same.
        """
        tables = [node for node in self.nodes() if node.role is Role.TABLE and "stand" in node.label]
        if not tables:  # on the table itself the counters tell it, of this round
            return dict(found for node in self.nodes() if (found := _counter(node) or _on_the_scale(node)))
        (table,) = tables
        return dict(found for row in table.children if (found := _counts(row)))


def _counter(node: Node) -> tuple[str, list[tuple[int, int]]] | None:
    """What a counter on the table says; and what is painted on it must say the same."""
    told = COUNTER.match(node.description) if node.role is Role.TOGGLE else None
    if told is None:
        return None
    total, cards, mentions = (int(figure or 0) for figure in told.groups())
    painted = [op.text for op in node.ops if isinstance(op, Words)]
    assert str(total) in painted, painted
    assert total == cards + mentions
    return node.label, [(cards, mentions)]


def _on_the_scale(node: Node) -> tuple[str, list[tuple[int, int]]] | None:
    """What is told of a cluster beside the scale at the end of a session."""
    told = ON_THE_SCALE.fullmatch(f"{node.label}: {node.value}" if node.value else node.label)
    return (told[1], [(int(told[2]), int(told[3]))]) if told else None


def _counts(row: Node) -> tuple[str, list[tuple[int, int]]] | None:
    inside = list(walk(row))
    cells = [node for node in inside if node.role is Role.CELL]
    if not cells:
        return None
    (name,) = (node.label for node in inside if node.role is Role.ROW_HEADER)
    return name, [_count(cell) for cell in cells]


def _count(cell: Node) -> tuple[int, int]:
    if at_a_round := ROUND_CELL.fullmatch(cell.label):
        return _count_of_round(cell, at_a_round)
    told = CELL.fullmatch(cell.label)
    assert told, cell.label
    total, cards, mentions = map(int, told.groups())
    painted = [op.text for op in cell.ops if isinstance(op, Words)]
    assert painted[0] == str(total) or (painted[0] == "–" and not total), painted
    assert painted[1:] in ([], [f"{cards} + {mentions}"]), painted
    assert total == cards + mentions
    return cards, mentions


def _count_of_round(cell: Node, told: re.Match[str]) -> tuple[int, int]:
    """The same at the end of a round: every figure that is told is painted, and no other."""
    counts = int(told[1] or 0), int(told[2] or 0)
    painted = " ".join(op.text for op in cell.ops if isinstance(op, Words))
    figures = [
        int(word.strip(","))
        for word in painted.partition(":")[2].split() or painted.split()
        if word[:1].isdigit()
    ]
    assert [n for n in figures if n] == [n for n in counts if n], (cell.label, painted)
    return counts


def _key(name: str) -> tuple[int, int, str]:
    """(pygame's key, modifiers, what it types)"""
    held, _, last = ("", "", name) if name in KEYS else name.rpartition("+")
    if not last:  # the key + itself
        held, last = held.rstrip("+"), "+"
    mod = 0
    for one in filter(None, held.split("+")):
        mod |= MODIFIERS[one]
    return _code(last), mod, _typed(last, mod)


def _code(last: str) -> int:
    return KEYS[last] if last in KEYS else ord(last.lower())


def _typed(last: str, mod: int) -> str:
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return ""
    if last in KEYPAD:
        return KEYPAD[last]
    if last in KEYS:
        return " " if last == "space" else ""
    return last.upper() if mod & pygame.KMOD_SHIFT else last


def _lines(node: Node, depth: int) -> Iterator[str]:
    if node.inert:
        return
    tells = node.label or node.value or node.description
    if tells or node.role not in (Role.GROUP, Role.SCROLL):
        yield "  " * depth + _line(node)
        depth += 1
    for child in node.children:
        yield from _lines(child, depth)


def _line(node: Node) -> str:
    states = [
        "" if node.enabled else "off",
        "" if node.pressed is None else "on" if node.pressed else "not on",
        "primary" if node.primary else "",
    ]
    parts = [f"{node.role} {node.label!r}", f"= {node.value!r}" if node.value else ""]
    parts += [f"({node.description})" if node.description else "", f"[{', '.join(filter(None, states))}]"]
    return " ".join(part for part in parts if part not in ("", "[]"))
