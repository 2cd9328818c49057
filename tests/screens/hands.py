"""Three ways to use the app: with the mouse, with the keyboard, and through what a screen reader asks."""

from typing import Protocol

from tegenwicht.kit.nodes import Role
from tests.pilot import Pilot

MOST_TABS = 80


class Hands(Protocol):
    """A way to use the app."""

    def press(self, label: str, role: Role | None = None) -> None:
        """Press a button, toggle, check box or radio."""

    def fill(self, label: str, text: str) -> None:
        """Give a text field another text."""

    def change(self, label: str, by: int) -> None:
        """Change a number by so many steps."""


class Mouse:
    """Clicks and the wheel; only words are typed."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot

    def press(self, label: str, role: Role | None = None) -> None:
        self.pilot.press(label, role=role)

    def fill(self, label: str, text: str) -> None:
        self.pilot.fill(label, text)

    def change(self, label: str, by: int) -> None:
        for _ in range(abs(by)):
            self.pilot.press(f"{label}: {'meer' if by > 0 else 'minder'}")


class Keyboard:
    """Nothing but keys: Tab, Shift Tab, arrows, Enter and space; forward and back in turns."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        self._times = 0

    def press(self, label: str, role: Role | None = None) -> None:
        self._reach(label, role)
        if self.pilot.control(label, role).role is Role.RADIO and self.pilot.control(label, role).pressed:
            return  # the arrow that led to an option has chosen it
        self.pilot.key("return" if self._times % 2 else "space")

    def fill(self, label: str, text: str) -> None:
        self._reach(label, Role.TEXT_FIELD)
        self.pilot.key("ctrl+a", "backspace")
        self.pilot.type(text)

    def change(self, label: str, by: int) -> None:
        self._reach(label, Role.SPIN)
        self.pilot.key(*["right" if by > 0 else "down"] * abs(by))

    def walk_on(self, label: str, role: Role | None) -> None:
        """Through the harvest by the main button's key, as far as what is looked for."""
        for _ in range(16):
            nodes = self.pilot.nodes()
            steps = "Oogsten" in self.pilot.title
            main = next((one for one in nodes if one.key == "primary"), None)
            if self.pilot.controls(label, role) or not steps or main is None or self.pilot.app.model.panel:
                return
            if not main.label.startswith(("Volgende", "Verder: ")):
                return
            self.pilot.key("pagedown")

    def _reach(self, label: str, role: Role | None) -> None:
        self._times += 1
        self.walk_on(label, role)
        if not self.pilot.controls(label, role) and self.pilot.can("Meer"):
            self.pilot.key("m")
        elif not self.pilot.controls(label, role) and self.pilot.can("Menu"):
            self.pilot.reach(self.pilot.control("Menu").key)
            self.pilot.key("return")
        wanted = self.pilot.control(label, role).key
        tab = "tab" if self._times % 2 else "shift+tab"
        self.pilot.reach(wanted, tab)


class Reader:
    """Only requests, as they come from a screen reader."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot

    def press(self, label: str, role: Role | None = None) -> None:
        for _ in range(16):  # through the harvest, as far as what is looked for
            main = next((one for one in self.pilot.nodes() if one.key == "primary"), None)
            found = self.pilot.controls(label, role) or "Oogsten" not in self.pilot.title
            if found or main is None or not main.label.startswith(("Volgende", "Verder: ")):
                break
            self.pilot.ask("press", main.label)
        if not self.pilot.controls(label, role):
            more = next((one for one in ("Meer", "Menu") if self.pilot.can(one)), "")
            if more:
                self.pilot.ask("press", more)
        self.pilot.ask("press", label, role=role)

    def fill(self, label: str, text: str) -> None:
        self.pilot.ask("set_value", label, text, role=Role.TEXT_FIELD)

    def change(self, label: str, by: int) -> None:
        for _ in range(abs(by)):
            self.pilot.ask("increase" if by > 0 else "decrease", label, role=Role.SPIN)
