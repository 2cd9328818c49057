"""Wiring and the main loop: the only module that sees everything.

Input becomes a command, a desk answers it with the next model and what is to be done beside it, the model becomes
a tree, the tree becomes pixels and what a screen reader sees. Here all of that is joined.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

import pygame

from tegenwicht.app import answer as fx
from tegenwicht.app.agenda import agenda_of
from tegenwicht.app.answer import Answer, Effect
from tegenwicht.app.beamer import Beamer
from tegenwicht.app.clicker import Clicker
from tegenwicht.app.desks.directing import DirectingDesk
from tegenwicht.app.desks.erasing import ErasingDesk
from tegenwicht.app.desks.every import handlers_of
from tegenwicht.app.desks.history import HistoryDesk
from tegenwicht.app.desks.own_decks import DeckDesk
from tegenwicht.app.desks.table import TableDesk
from tegenwicht.app.dropped import opening
from tegenwicht.app.incoming import MOST_STEPS, Incoming, passed, step_to
from tegenwicht.app.news import Announcer
from tegenwicht.app.opening import Opening
from tegenwicht.app.readers import Readers
from tegenwicht.app.sounds import BELL, Sounds
from tegenwicht.app.timed.open_card import OpenCard
from tegenwicht.app.typed import TypedKeeper
from tegenwicht.app.windows import Windows
from tegenwicht.kit import window
from tegenwicht.kit.command import Command
from tegenwicht.kit.input import key_name
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.pointer import EVENTS as POINTER
from tegenwicht.kit.pointer import Clicked, Dropped, Gesture, Pressed, latest
from tegenwicht.kit.second_window import how_many_screens
from tegenwicht.preferences import Wishes
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell import intent, keys
from tegenwicht.screens.shell.clicking import pointed
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.modes import unsaved_in

if TYPE_CHECKING:
    from tegenwicht.kit.motion.moves import Move
    from tegenwicht.kit.screen_reader.access import Request

RESIZES = (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)
FOCUSES = (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST)


class App:
    """The running program. ``open`` makes the window; ``run`` stays until it is closed.

    data: the user's folder. deck: a file to play with instead of the default deck. size: of the window,
    in pixels. shuffle: the shuffle number that a new session is offered, 1 to 999999. clock: seconds that
    only go forward. now: the date and time here. wishes: what is set on the computer, which the settings follow.
    screens: how many there are now. opening: the window and what is kept, where they were opened before the rest
    was loaded; then it has what else is given here.

    model: what the screens show. screen, beamer: the window, and the second one. back: what is kept. running: until it
    is closed.
    """

    def __init__(
        self,
        data: Path,
        *,
        deck: Path | None = None,
        size: tuple[int, int] | None = None,
        full_screen: bool = False,
        shuffle: int | None = None,
        clock: Callable[[], float] = time.perf_counter,
        now: Callable[[], datetime] = datetime.now,
        journal: Any = None,
        wishes: Wishes | None = None,
        screens: Callable[[], int] = how_many_screens,
        opening: Opening | None = None,
    ) -> None:
        self.clock = clock
        self.opening = opening or Opening(
            data, deck=deck, size=size, full_screen=full_screen, clock=clock, now=now, journal=journal, wishes=wishes
        )  # fmt: skip
        self.screen, self.back = self.opening.screen, self.opening.back
        self.decks = DeckDesk(data, self.opening.places, clock)
        self.history = HistoryDesk(self.back)
        erasing = ErasingDesk(self.back)
        self.typed = TypedKeeper(data, clock, self.screen.view)
        self.readers = Readers(clock, lambda: self.running)
        self.beamer = Beamer(clock, self.readers.second)
        self.windows = Windows(self.screen, self.beamer)
        table = TableDesk(self.back, clock, self.windows.table_view, self.typed.resumed)
        self.clicker = Clicker(clock, table.mark)
        directing = DirectingDesk(self.back, self.beamer, table.answer, screens)
        self.handlers = handlers_of(
            self.back, self.decks, self.history, erasing, table, directing, self.typed, self.screen,
            lambda: self.tree, shuffle,
        )  # fmt: skip
        self.open_card = OpenCard(clock, self.screen.view)
        self.agenda = agenda_of(
            self.typed, self.back, self.decks, self.history, erasing, directing, self.clicker, self.windows,
            self.open_card, clock,
        )  # fmt: skip
        self.announcer = Announcer(
            lambda: self.back.journal.take_notices(), (self.back, self.decks.draft, self.typed)
        )
        self.incoming = Incoming()
        self.sounds = Sounds(clock)
        self.running = False
        self.passes = 0
        self._move: Move | None = None
        self.model = self.typed.at_the_start(self.opening.model)

    @property
    def tree(self) -> Node:
        """What is shown."""
        return self.screen.stage.tree

    # -- from beginning to end

    def open(self) -> None:
        """Open the window with the first frame, where it is not open yet. NoScreenError where there is no screen."""
        if not self.opening.shown:
            self.model = self.opening.show(self.model)
        self.running = True
        self.screen.first_shown(
            lambda: self.readers.main(window.handle, lambda: (self.tree, self.model.focus, None))
        )
        self.opening.complete()
        self.show()

    def run(self) -> None:
        """Until the window is closed."""
        while self.running:
            self.go_round()
        self.close()

    def stop(self) -> None:
        """Close at the next opportunity, asking nothing: the system wants the program to end."""
        self.running = False
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(pygame.QUIT))  # whatever file is being read is let go of

    def close(self) -> None:
        """Keep what is to be kept, and let go of everything."""
        self.running = False
        self.keep_what_is_typed()
        self.typed.flush(self.model)
        self.decks.draft.flush(self.model)
        self.decks.hold.let_go()
        self.back.pause(self.clock())
        settings = self.model.settings
        if not settings.full_screen:
            settings = replace(settings, window=self.screen.place(settings.window))
        self.back.keep_settings(settings)
        self.back.close()
        self.beamer.close()
        self.screen.close()

    def keep_what_is_typed(self) -> None:
        """What *Stoppen* would keep of the texts on the table."""
        typed = unsaved_in(self.screen.view(self.model))
        for command in (*typed.panel, *typed.screen):
            self.do(command)

    # -- the loop

    def go_round(self) -> None:
        """One pass of the loop: wait, take what came, show what changed."""
        self.passes += 1
        self.windows.wait(self.agenda.wait(self.model, self.clock()))
        self.take(pygame.event.get())

    def take(self, events: Sequence[pygame.event.Event]) -> None:
        """Carry out some events, let time go on, and show what came of it."""
        for event in latest(events):
            self._handle(event)
        for name in self.windows.step_motion():
            self._sound(name)
        self._let_time_go_on(idle=not events)
        self.windows.present()

    def _let_time_go_on(self, idle: bool) -> None:
        before = self.model
        for timed in self.agenda.come(self.model, self.clock(), self.windows.moving, idle):
            self._answered(timed.act(self.model))
        if self.model is not before or self.announcer.has_news(self.model):
            self.show()

    def _handle(self, event: pygame.event.Event) -> None:
        """One event of the window, the keyboard, the pointer or a screen reader."""
        self.open_card.came(event, self.model)
        if event.type == pygame.QUIT:
            self.carry_out([c.Quit()])
        elif event.type == pygame.WINDOWCLOSE:
            self.carry_out([c.Direct("shut") if self.beamer.is_of(event) else c.Quit()])
        elif event.type not in (pygame.KEYDOWN, pygame.KEYUP) and self.beamer.is_of(event):
            self._on_the_beamer(event)
        elif event.type in RESIZES:
            self._resized()
        elif event.type == self.readers.asked:
            if event.second:
                self.beamer.tell_access()
            else:
                self._requested(event.request)
        elif event.type == pygame.DROPFILE:
            self.carry_out([opening(event.file)])
        elif self.screen.field.handle(event):
            if event.type in POINTER:
                self.incoming.pointer.let_go()  # what it went down on is the field's now
            self._typed()
        elif event.type == pygame.WINDOWMOVED:
            self.screen.tell_access(self.model.focus)
        elif event.type in FOCUSES:
            self._focused(event.type == pygame.WINDOWFOCUSGAINED, event)
        elif event.type == pygame.KEYDOWN:
            self._key_down(event)
        elif event.type == pygame.KEYUP:
            self._key_up(event)
        elif event.type in POINTER:
            for gesture in self.incoming.pointer.handle(event, self.tree):
                self._pointed(gesture, event)
            self.screen.follow_pointer(self.incoming.pointer.held)
        elif event.type == pygame.MOUSEWHEEL:
            clicks = getattr(event, "precise_y", event.y)
            self.carry_out(intent.for_wheel(self.tree, pygame.mouse.get_pos(), clicks))

    def _key_down(self, event: pygame.event.Event) -> None:
        """A key that may be held waits; what Back means while a clicker goes along the clusters."""
        moved = self.windows.stop_motion()
        if pointed(self.model) is not None and key_name(event) in (*keys.UNDO.names, *keys.BACK.names):
            self._answered(self.clicker.back(self.model))
            self.show()
        elif not self.clicker.takes(event, self.model):
            self._press_key(event, moved)

    def _key_up(self, event: pygame.event.Event) -> None:
        """Next, let go before it was held."""
        down = self.clicker.let_go(event)
        if down is not None and pointed(self.model) is not None:
            self._answered(self.clicker.step(self.model))
            self.show()
        elif down is not None:
            self._press_key(down, False)

    def _press_key(self, event: pygame.event.Event, moved: bool) -> None:
        self.carry_out(self.incoming.for_key(event, self.tree, self.model, self.clock(), moved))

    def _on_the_beamer(self, event: pygame.event.Event) -> None:
        """The second window is another size, or has the keyboard; there is nothing on it for a pointer."""
        if event.type in RESIZES:
            self.beamer.show(self.model, everything=True)
        elif event.type in FOCUSES:
            self.beamer.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.WINDOWMOVED:
            self.beamer.tell_access()

    def _focused(self, focused: bool, event: pygame.event.Event) -> None:
        """The keyboard is ours, or another window's: what is carried goes home then."""
        self.screen.window_focused(focused)
        for gesture in () if focused else self.incoming.pointer.let_go():
            self._pointed(gesture, event)

    def _pointed(self, gesture: Gesture, event: pygame.event.Event) -> None:
        """What the mouse or a finger did: to be seen at once, and what it asks for."""
        commands = self.incoming.for_gesture(gesture, self.tree, self.clock())
        self.screen.follow(gesture)
        if isinstance(gesture, Clicked | Dropped | Pressed):
            self._press(commands)
        else:
            self.carry_out(commands)
        if commands and isinstance(gesture, Pressed):
            self.screen.field.handle(event)  # the field that was just opened puts its caret there

    def _press(self, commands: Sequence[Command]) -> None:
        if commands:
            self.screen.stop_motion()
        self.carry_out(commands)

    def _requested(self, request: "Request") -> None:
        """What a screen reader asks for."""
        if request.kind == "awake":
            self.screen.tell_access(self.model.focus)
        elif request.kind == "select" and request.key == self.screen.field.key:
            anchor, focus = map(int, request.value.split(","))
            self.screen.field.select(anchor, focus)
            self.show()
        else:
            if request.kind == "set_value":
                self._step_to(request.key, request.value)
            self._press(self.incoming.for_request(request, self.tree))

    def _step_to(self, key: str, wanted: str) -> None:
        """Step a spin to a number, as near as its steps come."""
        for _ in range(MOST_STEPS):
            before, command = self.tree, step_to(self.tree, key, wanted)
            if command is None:
                return
            self.carry_out([command])
            if passed(before, self.tree, key, wanted):
                return

    def _resized(self) -> None:
        """The window has another size; or something was before it, and what is on it is handed over again."""
        if not self.screen.resized():
            return
        self.model = replace(self.model, seen="")
        self.show(everything=True)

    def _typed(self) -> None:
        """What the live text field holds is remembered as it is typed."""
        field = self.screen.field
        edit = field.edit(self.tree)
        if edit is not None and field.text != self.model.form(Entry(edit.form), None):
            self.do(c.Put(Entry(edit.form), field.text))
        if field.changed:
            self.show()

    # -- showing

    def show(self, everything: bool = False) -> None:
        """Make the model whole, and bring the window up to it."""
        self.model, tree = self._made_whole(self.model)
        move, self._move = self._move, None
        self.windows.show(self.model, tree, move, everything)

    def _made_whole(self, model: Model) -> tuple[Model, Node]:
        """With the news, with the lists that its screen shows, with its focus on something that is there."""
        model = self.history.fitted(self.announcer.with_news(model, self.tree))
        model, tree = self.screen.stage.built(model, self.screen.size)
        return self.announcer.arrived(model, tree)

    # -- commands

    def carry_out(self, commands: Sequence[Command]) -> None:
        """Carry out commands and show what came of them; stops at the first that is refused."""
        if commands:
            all(self.do(command) for command in commands)
            self.show()

    def do(self, command: Command) -> bool:
        """One command; False when it was refused."""
        if isinstance(command, c.All):
            if any(isinstance(one, c.Shut) for one in command.commands):
                self.model = replace(self.model, opener="")  # something was done: it goes on, not back
            return all(self.do(one) for one in command.commands)
        handler = self.handlers.get(type(command))
        if handler is None:
            raise ValueError(f"nobody carries out {command!r}")
        return self._answered(handler(self.model, command))

    def _answered(self, answer: Answer) -> bool:
        """Take over the model, and do what is to be done beside it; False when it was refused."""
        self.model = answer.model
        return all(self._done(effect) for effect in answer.effects)

    def _done(self, effect: Effect) -> bool:
        match effect:
            case fx.Say(words, too):
                self.model = self.announcer.said(self.model, words, self.tree if too else None)
            case fx.Refuse(why):
                self.model = replace(self.announcer.said(self.model, why), message=why)
                return False
            case fx.Ring():
                self._sound(BELL)
            case fx.Animate(move):
                self._move = move
            case fx.Unread():
                self.incoming.unread(self.clock())
            case fx.ShowFirst(then):
                self.show()
                self.screen.stage.present()
                return self._answered(then(self.model))
            case fx.FillScreen(on):
                self.screen.fill(on)
                self.show(everything=True)
            case fx.Typed():
                self._typed()
            case fx.Close():
                self.running = False
            case _:
                assert_never(effect)
        return True

    def _sound(self, name: str) -> None:
        """A sound of the program's own, unless they are off."""
        if self.model.settings.sound:
            self.sounds.play(name)
