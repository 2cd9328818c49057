"""The running program: it waits, takes what comes in, carries out what that asks for, and shows what came of it.

One key press goes down this page:

    go_round    waits until something comes in
    take        hands it to ``Events``, which knows what it asks for: commands
    carry_out   has the desk for each command answer it: the next model, and what is to be done beside it
    take_over   takes that model, and does that
    show        makes a tree of the model, and brings the windows and the screen reader up to it

What happens by itself, such as the time of a turn, comes in between: ``Agenda`` says when, and answers as a desk does.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

import pygame

from tegenwicht.app import answer
from tegenwicht.app.agenda import agenda_of
from tegenwicht.app.answer import Answer, Effect
from tegenwicht.app.beamer import Beamer
from tegenwicht.app.clicker import Clicker
from tegenwicht.app.desks.every import Desks
from tegenwicht.app.events import Events
from tegenwicht.app.news import Announcer
from tegenwicht.app.opening import Opening
from tegenwicht.app.screen import Screen
from tegenwicht.app.sounds import BELL, Sounds
from tegenwicht.app.timed.open_card import OpenCard
from tegenwicht.app.windows import Windows
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.pointer import latest
from tegenwicht.kit.second_window import how_many_screens
from tegenwicht.preferences import Wishes
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.modes import unsaved_in

if TYPE_CHECKING:
    from tegenwicht.kit.motion.moves import Move


class App:
    """The running program. ``open`` makes the window; ``run`` stays until it is closed.

    data: the user's folder. deck: a file to play with instead of the default deck. size: of the window,
    in pixels. shuffle: the shuffle number that a new session is offered, 1 to 999999. clock: seconds that
    only go forward. now: the date and time here. wishes: what is set on the computer, which the settings follow.
    screens: how many there are now. opening: the window and what is kept, where they were opened before the rest
    was loaded; then it has what else is given here.

    model: what the screens show. back: what is kept. windows: the main one and the second one. desks: what carries
    out commands. events: what comes in. agenda: what happens by itself. running: until it is closed.
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
        self.clock, self.running = clock, False
        self.opening = opening or Opening(
            data, deck=deck, size=size, full_screen=full_screen, clock=clock, now=now, journal=journal, wishes=wishes
        )  # fmt: skip
        self.back = back = self.opening.back
        self.windows = Windows(self.opening.screen, clock, lambda: self.running)
        self.desks = Desks(data, back, self.opening.places, self.windows, clock, screens, shuffle)
        clicker = Clicker(clock, lambda: self.tree)
        open_card = OpenCard(clock, self.screen.view)
        self.events = Events(self, self.windows, clicker, open_card, clock)
        self.agenda = agenda_of(self.desks, back, self.windows, clicker, open_card, clock)
        self.announcer = Announcer(
            lambda: back.journal.take_notices(), (back, self.desks.decks.draft, self.desks.typed)
        )
        self.sounds = Sounds(clock)
        self.model = self.desks.typed.at_the_start(self.opening.model)
        self._move: Move | None = None

    @property
    def screen(self) -> Screen:
        """The main window."""
        return self.windows.screen

    @property
    def beamer(self) -> Beamer:
        """The second one, open or not."""
        return self.windows.beamer

    @property
    def tree(self) -> Node:
        """What is on the main window."""
        return self.screen.stage.tree

    # -- one pass of the loop

    def go_round(self) -> None:
        """Wait, take what came, show what changed."""
        self.windows.wait(self.agenda.wait(self.model, self.clock()))
        self.take(pygame.event.get())

    def take(self, events: Sequence[pygame.event.Event]) -> None:
        """Carry out some events, let time go on, and hand over what was drawn."""
        for event in latest(events):
            self.events.handle(event)
        for name in self.windows.step_motion():
            self._sound(name)
        self._let_time_go_on(idle=not events)
        self.windows.present()

    def _let_time_go_on(self, idle: bool) -> None:
        """Do what is due. idle: nothing came in."""
        before = self.model
        for timed in self.agenda.come(self.model, self.clock(), self.windows.moving, idle):
            self.take_over(timed.act(self.model))
        if self.model is not before or self.announcer.has_news(self.model):
            self.show()

    def carry_out(self, commands: Sequence[Command]) -> None:
        """Carry out commands and show what came of them; stops at the first that is refused."""
        if commands:
            all(self.do(command) for command in commands)
            self.show()

    def do(self, command: Command) -> bool:
        """One command; False when it was refused."""
        if isinstance(command, commands.All):
            if any(isinstance(one, commands.Shut) for one in command.commands):
                self.model = replace(self.model, opener="")  # something was done: it goes on, not back
            return all(self.do(one) for one in command.commands)
        return self.take_over(self.desks.answer(self.model, command))

    def take_over(self, answer: Answer) -> bool:
        """The model of an answer, and what is to be done beside it; False when it was refused."""
        self.model = answer.model
        return all(self._takes_effect(effect) for effect in answer.effects)

    def _takes_effect(self, effect: Effect) -> bool:
        match effect:
            case answer.Say(words, too):
                self.model = self.announcer.said(self.model, words, self.tree if too else None)
            case answer.Refuse(why):
                self.model = replace(self.announcer.said(self.model, why), message=why)
                return False
            case answer.Ring():
                self._sound(BELL)
            case answer.Animate(move):
                self._move = move
            case answer.Unread():
                self.events.unread()
            case answer.Carry(command):
                return self.do(command)
            case answer.ShowFirst(then, over):
                self.show()
                self.screen.stage.present()
                self.model = over(self.model)
                return self.take_over(then(self.model))
            case answer.FillScreen(on):
                self.screen.fill(on)
                self.show(everything=True)
            case answer.Typed():
                self.events.remember_what_is_typed()
            case answer.Close():
                self.running = False
            case _:
                assert_never(effect)
        return True

    def _sound(self, name: str) -> None:
        """A sound of the program's own, unless they are off."""
        if self.model.settings.sound:
            self.sounds.play(name)

    def show(self, everything: bool = False) -> None:
        """Make the model whole, and bring the windows up to it. everything: draw also what looks the same."""
        self.model, tree = self._made_whole(self.model)
        move, self._move = self._move, None
        self.windows.show(self.model, tree, move, everything)

    def _made_whole(self, model: Model) -> tuple[Model, Node]:
        """With the news, with the lists that its screen shows, with its focus on something that is there."""
        model = self.desks.history.fitted(self.announcer.with_news(model, self.tree))
        model, tree = self.screen.stage.built(model, self.screen.size)
        return self.announcer.arrived(model, tree)

    # -- from beginning to end

    def open(self) -> None:
        """Open the window with the first frame, where it is not open yet. NoScreenError where there is no screen."""
        if not self.opening.shown:
            self.model = self.opening.show(self.model)
        self.running = True
        self.windows.first_shown(lambda: self.model.focus)
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
        self.desks.close(self.model)
        self.back.pause(self.clock())
        settings = self.model.settings
        if not settings.full_screen:
            settings = replace(settings, window=self.screen.place(settings.window))
        self.back.keep_settings(settings)
        self.back.close()
        self.sounds.close()
        self.windows.close()

    def keep_what_is_typed(self) -> None:
        """What *Stoppen* would keep of the texts on the table."""
        typed = unsaved_in(self.screen.view(self.model))
        for command in (*typed.panel, *typed.screen):
            self.do(command)
