"""Wiring and the main loop: the only module that sees everything.

Input becomes a command, a command becomes an action of the game or a change of the model, the model
becomes a tree, the tree becomes pixels and what a screen reader sees. Here all of that is joined.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pygame

from tegenwicht import backstage, paths
from tegenwicht.preferences import Settings
from tegenwicht.ui import commands as c
from tegenwicht.ui import intent, update, window
from tegenwicht.ui.input import primary
from tegenwicht.ui.layout import Rect
from tegenwicht.ui.model import Model
from tegenwicht.ui.nodes import Node, Role, at, find
from tegenwicht.ui.stage import Stage

USUAL_SIZE = (1280, 800)
RETRY_SECONDS = 5.0
KEY_REPEAT_MS = (400, 40)


class App:
    """The running program. ``open`` makes the window; ``run`` stays until it is closed.

    data: the user's folder. clock: seconds that only go forward. now: the date and time here.
    """

    def __init__(
        self,
        data: Path,
        *,
        deck: Path | None = None,
        size: tuple[int, int] | None = None,
        full_screen: bool = False,
        shuffle: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = datetime.now,
        journal: Any = None,
    ) -> None:
        self.clock = clock
        self.back = backstage.Backstage(data, now, journal)
        self.size = size
        self.shuffle = shuffle
        self.stage = Stage(paths.assets())
        settings = self.back.settings
        self.model = Model(replace(settings, full_screen=True) if full_screen else settings)
        self.surface = pygame.Surface((1, 1))
        self.running = False
        self.passes = 0
        self._wait: window.Wait = window.waiter()
        self._down: str = ""
        self._access: Any = None
        self._request_type = pygame.event.custom_type()
        self._entry: Any = None
        self._entry_key = ""
        self._bell_rung: object = None
        self._motion: Any = None
        self._next_retry = 0.0
        self._first_deck(deck)

    def _first_deck(self, path: Path | None) -> None:
        deck, problem = self.back.read_deck(path or paths.decks() / "tegenwicht.yaml")
        notices = (*self.back.notices, *([problem] if problem else []))
        if deck is None and path is not None:
            deck, _ = self.back.read_deck(paths.decks() / "tegenwicht.yaml")
        self.model = replace(
            self.model, deck=deck, decks=self.back.decks(), sessions=self.back.sessions(), notices=notices,
            trouble=self.back.trouble, forms=backstage.forms_from(self.model.settings.last_setup),
        )  # fmt: skip

    # -- the window

    def open(self) -> None:
        """Open the window and show the first frame. NoScreenError where there is none."""
        window.open_display()
        pygame.display.set_caption("Tegenwicht")
        icon = paths.assets() / "icon.png"
        if icon.exists():
            pygame.display.set_icon(pygame.image.load(str(icon)))
        place = self.model.settings.window
        self.size = self.size or (place[2:] if place else USUAL_SIZE)
        self.surface = window.set_mode(self.size, self.model.settings.full_screen)
        if place and not self.model.settings.full_screen and window.is_real():
            pygame.display.set_window_position(place[:2])
        window.listen(self._request_type)
        self.running = True
        self.show(everything=True)
        self.stage.present()
        self._open_access()

    def _open_access(self) -> None:
        if not window.is_real():
            return
        from tegenwicht.ui.access import open_access

        self._access = open_access(self._post_request, self.stage.tree, self.model.focus)

    def _post_request(self, request: object) -> None:
        """Called from another thread: leave it for the main loop."""
        pygame.event.post(pygame.event.Event(self._request_type, request=request))

    def run(self) -> None:
        """Until the window is closed."""
        while self.running:
            self.turn()
        self.close()

    def turn(self) -> None:
        """One pass of the loop: wait, take what came, show what changed."""
        self.passes += 1
        if self.stage.moving is not None:
            self._wait_for_frame()
        else:
            self._wait(max(0.0, min(1.0, self._until_next())))
        self.take(pygame.event.get())

    def take(self, events: list[pygame.event.Event]) -> None:
        """Carry out some events, let time go on, and show what came of it."""
        for event in events:
            self.handle(event)
        self._let_time_go_on()
        if self.stage.moving is not None:
            self.stage.step_motion(self.surface, self.clock())
        self.stage.present()

    def _wait_for_frame(self) -> None:
        deadline = self._frame_due = max(getattr(self, "_frame_due", 0.0) + window.FRAME_SECONDS,
                                         time.perf_counter())  # fmt: skip
        self._wait(max(0.0, deadline - time.perf_counter() - 0.002))
        window.sleep_until(deadline)

    def close(self) -> None:
        """Keep what is to be kept, and let go of everything."""
        self.running = False
        self.back.pause(self.clock())
        self.back.keep_settings(self._with_window(self.model.settings))
        self.back.close()
        if self._access is not None:
            self._access.close()
        if self._entry is not None:
            self._entry.close()
        pygame.display.quit()

    def _with_window(self, settings: Settings) -> Settings:
        if settings.full_screen or not window.is_real():
            return replace(settings, window=settings.window)
        x, y = pygame.display.get_window_position()
        return replace(settings, window=(x, y, *self.surface.get_size()))

    # -- showing

    def show(self, everything: bool = False) -> None:
        """Bring the window, the text field and the screen reader up to the model."""
        self.model = replace(self.model, trouble=self.back.trouble)
        self.model, tree = self.stage.built(self.model, self.surface.get_size())
        self._fit_entry(tree)
        part = self.stage.draw(self.surface, tree, self.model.focus, everything)
        if self._entry_key and (part is not None or self._entry.changed):
            self._entry.draw(self.surface)
            node = find(tree, self._entry_key)
            if node is not None:
                self.stage.due(node.rect)
        if self._motion is not None:
            motion, self._motion = self._motion, None
            if not self.model.settings.reduced_motion and not self.model.panel:
                self.stage.move(self.surface, motion, self.clock())
        self._tell_access(tree)

    def _tell_access(self, tree: Node) -> None:
        if self._access is not None:
            self._access.update(tree, self.model.focus, self._entry.caret if self._entry_key else None)

    def _fit_entry(self, tree: Node) -> None:
        """The text field that has the focus is a live one; there is never more than one."""
        node = find(tree, self.model.focus)
        if node is None or node.role is not Role.TEXT_FIELD or node.edit is None:
            self._close_entry()
            return
        if self._entry is None:
            from tegenwicht.ui.textfield import TextEntry

            self._entry = TextEntry(paths.assets() / "fonts", self.surface.get_size())
        backstage.fit_entry(self._entry, self._entry_key, node, self.stage.theme, self.surface.get_size())
        if self._entry_key != node.key:
            pygame.key.set_repeat(*KEY_REPEAT_MS)
            self._entry_key = node.key

    def _close_entry(self) -> None:
        if self._entry_key:
            self._entry.close()
            pygame.key.set_repeat()
            self._entry_key = ""

    # -- input

    def handle(self, event: pygame.event.Event) -> None:
        """One event of the window, the keyboard, the pointer or a screen reader."""
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self._resized()
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            if self._access is not None:
                self._access.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.DROPFILE:
            self.carry_out([c.OpenDeck(event.file)])
        elif event.type == self._request_type:
            request = event.request
            self.carry_out(intent.for_request(request.kind, request.key, request.value, self.stage.tree))
        elif self._entry_key and self._in_entry(event):
            return
        elif event.type == pygame.KEYDOWN:
            self.stage.stop_moving(self.surface)
            self.carry_out(intent.for_key(event, self.stage.tree, self.model))
        elif event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
            self._pointed(event)
        elif event.type == pygame.MOUSEWHEEL:
            clicks = getattr(event, "precise_y", event.y)
            self.carry_out(intent.for_wheel(self.stage.tree, pygame.mouse.get_pos(), clicks))

    def _resized(self) -> None:
        current = pygame.display.get_surface()
        if current is not None:
            self.surface = current
            self.model = replace(self.model, seen="")
            self.show(everything=True)

    def _in_entry(self, event: pygame.event.Event) -> bool:
        """Whether the live text field used the event; what it holds is remembered as typed."""
        used: bool = self._entry.handle(event)
        node = find(self.stage.tree, self._entry_key)
        if used and node is not None and node.edit is not None:
            if self._entry.text != str(self.model.form(node.edit.form, node.value)):
                self.model = replace(
                    self.model, forms=update.with_entry(self.model.forms, node.edit.form, self._entry.text)
                )
            if self._entry.changed:
                self.show()
        return used

    def _pointed(self, event: pygame.event.Event) -> None:
        """A control acts when the button goes up on the one where it went down."""
        node = intent.under(event, self.stage.tree)
        key = node.key if node else ""
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._down = key
            if node is not None and node.role is Role.TEXT_FIELD and key != self._entry_key:
                self.carry_out([c.FocusOn(key)])
            return
        down, self._down = self._down, ""
        if node is not None and key == down and node.role is not Role.TEXT_FIELD:
            self.stage.stop_moving(self.surface)
            self.carry_out(intent.press(node))

    # -- commands

    def carry_out(self, commands: list[object]) -> None:
        """Carry out commands and show what came of them; stops at the first that is refused."""
        if not commands:
            return
        for command in commands:
            if not self.do(command):
                break
        self.show()

    def do(self, command: object) -> bool:
        """One command; False when the game refused it."""
        if isinstance(command, c.All):
            return all(self.do(one) for one in command.commands)
        if isinstance(command, intent.ScrollTo):
            self.model = replace(self.model, scroll={**self.model.scroll, command.key: command.offset})
            return True
        if command == c.Go("setup"):
            number = str(self.shuffle or new_shuffle_number())
            self.do(c.Put("setup:shuffle", number))
        changed = update.updated(self.model, command)
        if changed is not None:
            self.model = changed
            if isinstance(command, c.Put) and self._entry_key:
                self._put_in_entry(command)
            return True
        return self._do_outside(command)

    def _put_in_entry(self, command: c.Put) -> None:
        """A text that came from elsewhere (a screen reader, a button) goes into the live field too."""
        node = find(self.stage.tree, self._entry_key)
        if node is not None and node.edit is not None and node.edit.form == command.form:
            self._entry.set_text(str(command.value))

    def _do_outside(self, command: object) -> bool:
        match command:
            case c.Do(action):
                return self._act(action)
            case c.Clock(what):
                return self._act(self.back.clock_action(what, self.clock()))
            case c.Begin(setup, deck):
                self._begun(self.back.begin(setup, deck), setup)
            case c.Resume(session):
                self._begun(self.back.resume(session), None)
            case c.Leave():
                self._leave()
            case c.Prefer(name, value):
                self._prefer(name, value)
            case c.TextSize(step):
                self._prefer("text_size", update.text_size(self.model.settings.text_size, step))
            case c.OpenDeck(path):
                self._open_deck(Path(path))
            case c.Go():
                self.model = update.gone_to(self.model, command.scene)
            case c.Quit():
                self.running = False
            case _:
                raise ValueError(f"nobody carries out {command!r}")
        return True

    def _act(self, action: object) -> bool:
        """A game action through the one door; the screen confirms only what the journal has."""
        if action is None:
            return True
        before = self.model.playing
        done, said, event = self.back.act(action)
        if not done:
            self._say(said)
            self.model = replace(self.model, message=said)
            return False
        self.model = replace(self.model, playing=self.back.playing(self.clock()), message="")
        if said:
            self._say(said)
        if before is not None and self.model.playing is not None:
            self._motion = self.back.motion(event, self.stage.view(self.model, self.surface.get_size()))
        return True

    def _begun(self, problem: str, setup: Any) -> None:
        if problem:
            self._say(problem)
            self.model = replace(self.model, message=problem)
            return
        if setup is not None:
            last = backstage.setup_to_keep(setup)
            self._prefer("last_setup", last)
        playing = self.back.playing(self.clock())
        self.model = replace(
            self.model, scene="play", back=(), panel="", focus="", message="", scroll={}, playing=playing
        )
        self._say(self.back.where_we_are())

    def _leave(self) -> None:
        self.back.pause(self.clock())
        self.back.leave()
        self.model = replace(
            self.model, scene="start", back=(), panel="", focus="", message="", scroll={}, playing=None,
            sessions=self.back.sessions(),
        )  # fmt: skip

    def _prefer(self, name: str, value: object) -> None:
        self.model = replace(self.model, settings=replace(self.model.settings, **{name: value}))
        if name == "full_screen":
            size = (self.size or USUAL_SIZE) if not value else self.surface.get_size()
            if value:
                self.size = self.surface.get_size()
            self.surface = window.set_mode(size, bool(value))
            self.show(everything=True)
        self.model = replace(self.model, seen="")
        self.back.keep_settings(self.model.settings)

    def _open_deck(self, path: Path) -> None:
        deck, problem = self.back.read_deck(path)
        if deck is None:
            self._say(problem)
            self.model = replace(self.model, message=problem)
            return
        from tegenwicht.i18n import tr

        said = tr("Kaartset geopend: {title}, {n} kaarten").format(title=deck.title, n=len(deck.cards))
        self.model = replace(self.model, deck=deck, decks=self.back.decks(), message="")
        self._say(said)

    def _say(self, words: str) -> None:
        """For a screen reader; the same words again are said again."""
        from tegenwicht.ui.access import again

        self.model = replace(self.model, announcement=again(words, self.model.announcement))

    # -- time

    def _until_next(self) -> float:
        """Seconds until something must happen by itself."""
        now = self.clock()
        until = self.back.until_next_reading(now)
        if self.back.trouble:
            until = min(until, self._next_retry - now)
        return until

    def _let_time_go_on(self) -> None:
        now = self.clock()
        if self.back.trouble and now >= self._next_retry:
            self._next_retry = now + RETRY_SECONDS
            self.back.retry()
            if self.back.trouble != self.model.trouble:
                self.show()
        playing = self.model.playing
        if playing is None:
            return
        reading = self.back.reading(now)
        if reading == playing.reading:
            return
        self.model = replace(self.model, playing=self.back.playing(now))
        if self.back.time_is_up(reading) and self._bell_rung != playing.timeline.clock_of:
            self._bell_rung = playing.timeline.clock_of
            self._ring()
        if self.stage.moving is None:
            self.show()

    def _ring(self) -> None:
        from tegenwicht.i18n import tr

        self._say(tr("De tijd is om. Je mag rustig doorpraten."))
        if self.model.settings.sound:
            from tegenwicht.ui.sound import play

            play(paths.assets() / "sounds" / "bell.wav")


def new_shuffle_number() -> int:
    """Any number from 1 to 9999: short enough to read out to another group."""
    return random.SystemRandom().randint(1, 9999)


__all__ = ["App", "Rect", "at", "new_shuffle_number", "primary"]
