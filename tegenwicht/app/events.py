"""What each event of pygame asks of the program: commands for the most part, and what only the windows need to know.

One method for each kind of event. What a key or a click means is decided in ``incoming``; what a command does, by the
desks. Nothing of either is here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pygame

from tegenwicht.app.answer import Answer
from tegenwicht.app.clicker import Clicker
from tegenwicht.app.dropped import opening
from tegenwicht.app.incoming import MOST_STEPS, Incoming, passed, step_to
from tegenwicht.app.timed.open_card import OpenCard
from tegenwicht.app.windows import Windows
from tegenwicht.kit.input import key_name
from tegenwicht.kit.pointer import EVENTS as POINTER
from tegenwicht.kit.pointer import Beside, Clicked, Dropped, Gesture, Pressed
from tegenwicht.screens.shell import cannot, commands, intent, keys
from tegenwicht.screens.shell.entries import Entry

if TYPE_CHECKING:
    from tegenwicht.kit.command import Command
    from tegenwicht.kit.nodes import Node
    from tegenwicht.kit.screen_reader.access import Request
    from tegenwicht.screens.shell.model import Model

Event = pygame.event.Event
MODIFIERS = (
    pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT, pygame.K_LGUI,
    pygame.K_RGUI, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR,
)  # fmt: skip
"""Keys that do nothing by themselves."""
RESIZES = (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)
FOCUSES = (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST)


class Program(Protocol):
    """What an event can do to the program; ``loop.App`` is it."""

    @property
    def model(self) -> Model:
        """What the screens show."""

    @property
    def tree(self) -> Node:
        """What is on the main window."""

    def carry_out(self, commands: Sequence[Command]) -> None:
        """Carry out commands and show what came of them; stops at the first that is refused."""

    def do(self, command: Command) -> bool:
        """Carry out one command without showing what came of it; False when it was refused."""

    def take_over(self, answer: Answer) -> bool:
        """The model of an answer, and what is to be done beside it; False when it was refused."""

    def show(self, everything: bool = False) -> None:
        """Bring the windows up to the model; ``everything``: also what looks the same."""


class Events:
    """program: what an event can be about. clock: seconds that only go forward."""

    def __init__(
        self,
        program: Program,
        windows: Windows,
        clicker: Clicker,
        open_card: OpenCard,
        clock: Callable[[], float],
    ) -> None:
        self._program, self._windows, self._clock = program, windows, clock
        self._screen, self._beamer = windows.screen, windows.beamer
        self._clicker, self._open_card, self._incoming = clicker, open_card, Incoming()
        self._by_type: dict[int, Callable[[Event], None]] = {
            pygame.QUIT: lambda _: program.carry_out([commands.Quit()]),
            pygame.WINDOWCLOSE: self._window_closed,
            pygame.WINDOWMOVED: lambda _: self._screen.tell_access(program.model.focus),
            pygame.DROPFILE: lambda event: program.carry_out([opening(event.file)]),
            pygame.KEYDOWN: self._key_down,
            pygame.KEYUP: self._key_up,
            pygame.MOUSEWHEEL: self._wheel_turned,
            windows.readers.asked: self._reader_asks,
            **dict.fromkeys(RESIZES, self._resized),
            **dict.fromkeys(FOCUSES, self._focused),
            **dict.fromkeys(POINTER, self._pointer_moved),
        }

    def handle(self, event: Event) -> None:
        """One event of a window, the keyboard, the pointer or a screen reader."""
        self._open_card.came(event, self._program.model)
        if event.type == pygame.KEYDOWN:
            self._incoming.key_came(event, self._clock())
        if self._only_for_the_beamer(event):
            self._on_the_beamer(event)
        elif not self._typed_in_the_field(event):
            take = self._by_type.get(event.type)
            if take is not None:
                take(event)

    def unread(self) -> None:
        """Something new to read came up: what goes on is not pressed by accident in the first moments."""
        self._incoming.unread(self._clock())

    def _points(self, so: bool) -> None:
        """Whether the pointer was used last; the ring around what has the focus is for who uses keys."""
        model = self._program.model
        if model.pointed != so:
            self._take_over(Answer(replace(model, pointed=so)))

    # -- the keyboard

    def _key_down(self, event: Event) -> None:
        """A key that may be held waits; what Back means while a clicker goes along the clusters."""
        moved = self._windows.stop_motion()
        if event.key not in MODIFIERS:
            self._points(False)
        model = self._program.model
        if self._clicker.at(model) is not None and key_name(event) in (*keys.UNDO.names, *keys.BACK.names):
            self._take_over(self._clicker.back(model))
        elif not self._clicker.takes(event, model):
            self._press_key(event, moved)

    def _key_up(self, event: Event) -> None:
        """The clicker's next, let go before it was held."""
        down, model = self._clicker.let_go(event), self._program.model
        if down is not None and self._clicker.at(model) is not None:
            self._take_over(self._clicker.step(model))
        elif down is not None:
            self._press_key(down, False)

    def _press_key(self, event: Event, moved: bool) -> None:
        """What a key asks for; where nothing at all comes of that, it is said."""
        program, tree, before = self._program, self._program.tree, self._program.model
        if self._incoming.holds_back(event, tree, before, self._clock(), moved):
            return
        program.carry_out(intent.for_key(event, tree, before))
        if program.model == before:
            words = cannot.words(key_name(event), tree, before)
            program.carry_out([commands.Say(words)] if words else [])

    def _take_over(self, answer: Answer) -> None:
        self._program.take_over(answer)
        self._program.show()

    # -- a text field

    def _typed_in_the_field(self, event: Event) -> bool:
        """Whether the text field that is in use took it."""
        if not self._screen.field.handle(event):
            return False
        if event.type in POINTER:
            self._incoming.pointer.let_go()  # what it went down on is the field's now
        self.remember_what_is_typed()
        return True

    def remember_what_is_typed(self) -> None:
        """What the text field holds is in the model as it is typed."""
        program, field = self._program, self._screen.field
        edit = field.edit(program.tree)
        if edit is not None and field.text != program.model.form(Entry(edit.form), None):
            program.do(commands.Put(Entry(edit.form), field.text))
        if field.changed:  # what looks the same is not shown again: a movement would end by it
            program.show()

    # -- the pointer

    def _pointer_moved(self, event: Event) -> None:
        pointer = self._incoming.pointer
        for gesture in pointer.handle(event, self._program.tree):
            self._gestured(gesture, event)
        self._screen.follow_pointer(pointer.held)

    def _gestured(self, gesture: Gesture, event: Event) -> None:
        """What the mouse or a finger did: to be seen at once, and what it asks for."""
        commands = self._incoming.for_gesture(gesture, self._program.tree, self._clock())
        self._screen.follow(gesture)
        if isinstance(gesture, Beside | Clicked | Dropped | Pressed):
            self._points(True)
            self._press(commands)
        else:
            self._program.carry_out(commands)
        if commands and isinstance(gesture, Pressed):
            self._screen.field.handle(event)  # the field that was just opened puts its caret there

    def _press(self, commands: Sequence[Command]) -> None:
        if commands:
            self._screen.stop_motion()
        self._program.carry_out(commands)

    def _wheel_turned(self, event: Event) -> None:
        clicks = getattr(event, "precise_y", event.y)
        self._program.carry_out(intent.for_wheel(self._program.tree, pygame.mouse.get_pos(), clicks))

    # -- a screen reader

    def _reader_asks(self, event: Event) -> None:
        """On the second window there is nothing to press: it is only told what is there."""
        if event.second:
            self._beamer.tell_access()
            return
        request: Request = event.request
        field = self._screen.field
        if request.kind == "awake":
            self._screen.tell_access(self._program.model.focus)
        elif request.kind == "select" and request.key == field.key:
            anchor, focus = map(int, request.value.split(","))
            field.select(anchor, focus)
            self._program.show()
        else:
            self._points(False)
            if request.kind == "set_value":
                self._step_to(request.key, request.value)
            self._press(self._incoming.for_request(request, self._program.tree))

    def _step_to(self, key: str, wanted: str) -> None:
        """Step a spin to a number, as near as its steps come."""
        program = self._program
        for _ in range(MOST_STEPS):
            before, command = program.tree, step_to(program.tree, key, wanted)
            if command is None:
                return
            program.carry_out([command])
            if passed(before, program.tree, key, wanted):
                return

    # -- the windows

    def _window_closed(self, event: Event) -> None:
        self._program.carry_out([commands.Direct("shut") if self._beamer.is_of(event) else commands.Quit()])

    def _resized(self, _event: Event) -> None:
        """The window has another size; or something was before it, and what is on it is handed over again."""
        if self._screen.resized():
            self._program.take_over(Answer(replace(self._program.model, seen="")))
            self._program.show(everything=True)

    def _focused(self, event: Event) -> None:
        """The keyboard is ours, or another window's: what is carried goes home then."""
        focused = event.type == pygame.WINDOWFOCUSGAINED
        self._screen.window_focused(focused)
        for gesture in () if focused else self._incoming.pointer.let_go():
            self._gestured(gesture, event)

    def _only_for_the_beamer(self, event: Event) -> bool:
        """Whether it happened to the second window; a key is for the main one wherever it is pressed."""
        elsewhere = (pygame.QUIT, pygame.WINDOWCLOSE, pygame.KEYDOWN, pygame.KEYUP)
        return event.type not in elsewhere and self._beamer.is_of(event)

    def _on_the_beamer(self, event: Event) -> None:
        """It is another size, was moved, or has the keyboard; there is nothing on it for a pointer."""
        if event.type in RESIZES:
            self._beamer.show(self._program.model, everything=True)
        elif event.type in FOCUSES:
            self._beamer.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.WINDOWMOVED:
            self._beamer.tell_access()
