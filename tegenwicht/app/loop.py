"""Wiring and the main loop: the only module that sees everything.

Input becomes a command, a command becomes an action of the game or a change of the model, the model
becomes a tree, the tree becomes pixels and what a screen reader sees. Here all of that is joined.
"""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from tegenwicht import paths
from tegenwicht.app import backstage
from tegenwicht.app.ahead import Ahead
from tegenwicht.app.deck_desk import DeckDesk
from tegenwicht.app.desk import Done
from tegenwicht.app.history_desk import HistoryDesk
from tegenwicht.app.incoming import Incoming
from tegenwicht.app.table_desk import TableDesk
from tegenwicht.game.text import clean
from tegenwicht.i18n import several, tr
from tegenwicht.kit import window
from tegenwicht.kit.command import Command
from tegenwicht.kit.live_field import LiveField
from tegenwicht.kit.nodes import Node, find
from tegenwicht.kit.rect import Rect
from tegenwicht.preferences import Settings, Wishes
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell import update
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage
from tegenwicht.screens.shell.view import View

if TYPE_CHECKING:
    from tegenwicht.kit.sound import Speaker

USUAL_SIZE = (1280, 800)
RETRY_SECONDS = 5.0
WARMING_SECONDS = 0.03


class App:
    """The running program. ``open`` makes the window; ``run`` stays until it is closed.

    data: the user's folder. deck: a file to play with instead of the default deck. size: of the window,
    in pixels. shuffle: the shuffle number that a new session is offered, 1 to 999999. clock: seconds that
    only go forward. now: the date and time here. wishes: what is set on the computer, which the settings follow.
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
        wishes: Wishes | None = None,
    ) -> None:
        self.clock, self.size, self.shuffle = clock, size, shuffle
        self.back = backstage.Backstage(data, now, journal, wishes)
        self.table = TableDesk(self.back, clock, self._view)
        self.history = HistoryDesk(self.back, clock)
        self.desk = DeckDesk(data, self.back.read_deck, self.back.decks, clock)
        self.stage = Stage(paths.assets())
        self.field = LiveField(self.stage.painter, clean, clock)
        self.surface = pygame.Surface((1, 1))
        self.running = False
        self.passes = 0
        self._wait: window.Wait = time.sleep
        self.ahead = Ahead()
        self.incoming = Incoming(self)
        self.request_type = pygame.event.custom_type()
        self._warned = False
        self._access: Any = None
        self._speaker: Speaker | None = None
        self._shown = ("", "")
        self._next_retry = self._next_frame = 0.0
        self.model = self._first_model(deck, full_screen)

    def _first_model(self, path: Path | None, full_screen: bool) -> Model:
        usual = paths.decks() / "tegenwicht.yaml"
        deck, problem = self.desk.read_at_the_start(path or usual)
        if deck is None and path is not None:
            deck, _ = self.desk.read_at_the_start(usual)
        settings = self.back.settings
        return Model(
            replace(settings, full_screen=True) if full_screen else settings,
            forms=backstage.forms_from(settings.last_setup), deck=deck, deck_path=str(self.desk.opened or ""),
            sessions=self.back.sessions(), trouble=self.back.trouble,
            notices=(*self.back.notices, *([problem] if problem else [])), today=self.back.today(),
        )  # fmt: skip

    # -- the window

    def open(self) -> None:
        """Open the window and show the first frame. NoScreenError where there is none."""
        window.open_display()
        pygame.display.set_caption("Tegenwicht")
        pygame.display.set_icon(
            pygame.image.load(str(paths.assets() / "icon.png"))
        )  # else pygame looks for its own
        settings, place = self.model.settings, self.model.settings.window
        self.size = self.size or (place[2:] if place else USUAL_SIZE)
        hidden = window.must_hide()
        self.surface = window.set_mode(self.size, hidden)
        if place and window.is_real():
            pygame.display.set_window_position(place[:2])
        if settings.full_screen:
            self.surface = window.fill_screen(True)
        window.listen()
        self.running = True
        self.show(everything=True)
        if hidden:
            self._open_access()
            window.unhide()
        self.stage.present()
        self._after_the_first_frame(hidden)

    def _after_the_first_frame(self, hidden: bool) -> None:
        """What nobody misses in the first tenth of a second."""
        window.give_memory_back()
        self._wait = window.waiter()
        if not hidden:
            self._open_access()

    def _open_access(self) -> None:
        """Connect with screen readers; on Windows and macOS before the window is to be seen."""
        if not window.is_real():
            return
        from tegenwicht.kit.access import open_access
        from tegenwicht.screens.shell.spoken import spoken

        self._access = open_access(
            window.handle, self._post_request, lambda: (self.stage.tree, self.model.focus, None),
            spoken=spoken(), clock=self.clock,
        )  # fmt: skip

    def _post_request(self, request: object) -> None:
        """Called from another thread: leave it for the main loop."""
        if self.running:
            pygame.event.post(pygame.event.Event(self.request_type, request=request))

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
            self._wait(max(0.0, min(WARMING_SECONDS if self.ahead.busy else 1.0, self._until_next())))
        events = pygame.event.get()
        self.take(events)
        if self.ahead.busy and not events and self.stage.moving is None:
            self.ahead.load_next()

    def take(self, events: list[pygame.event.Event]) -> None:
        """Carry out some events, let time go on, and show what came of it."""
        for event in events:
            self.incoming.handle(event)
        if self.stage.moving is not None:
            self._go_on_moving()
        self._let_time_go_on()
        if not events and self.stage.moving is None:
            self._use_idle_moment()
        self.stage.present()

    def _use_idle_moment(self) -> None:
        model = self.history.idle(self.model, pygame.event.peek)
        if model is not self.model:
            self.model = model
            self.show()

    def _wait_for_frame(self) -> None:
        """Sixty frames a second: wait in SDL until shortly before, then sleep the rest."""
        now = time.perf_counter()
        self._next_frame = max(self._next_frame + window.FRAME_SECONDS, now)
        self._wait(max(0.0, self._next_frame - now - 0.002))
        window.sleep_until(self._next_frame)

    def close(self) -> None:
        """Keep what is to be kept, and let go of everything."""
        self.running = False
        self._keep_what_is_typed()
        self.desk.flush(self.model)
        self.desk.hold.let_go()
        self.back.pause(self.clock())
        self.back.keep_settings(self._with_place(self.model.settings))
        self.back.close()
        if self._access is not None:
            self._access.close()
        self.field.close()
        pygame.display.quit()

    def _keep_what_is_typed(self) -> None:
        """What *Stoppen* would keep of the texts on the table, when the window closes."""
        leave = find(self.stage.tree, "bar:leave")
        for command in leave.action.commands if leave and isinstance(leave.action, c.All) else ():
            if isinstance(command, c.Do) and self.back.session is not None:
                self.back.act(command.action)

    def _with_place(self, settings: Settings) -> Settings:
        if settings.full_screen or not window.is_real():
            return settings
        x, y = pygame.display.get_window_position()
        return replace(settings, window=(x, y, *self.surface.get_size()))

    # -- showing

    def show(self, everything: bool = False) -> None:
        """Bring the window, the text field and the screen reader up to the model."""
        self._read_news()
        self.model = self.history.fitted(self.model)
        size = self.surface.get_size()
        self.model, tree = self.stage.built(self.model, size)
        if self._arrived_silently(tree):
            self._say(screen_of(tree))
            self.model, tree = self.stage.built(self.model, size)
        self._shown = (tree.label, self.model.announcement)
        self.field.fit(tree, self.model.focus, self.stage.theme, self.model.form)
        motion = self.table.take_motion()
        motion = None if self.model.panel else motion
        was = self.stage.shown(self.surface) if motion is not None else None
        drawn = self.stage.draw(self.surface, tree, self.model.focus, everything)
        if drawn or self.field.changed:
            seen = self.field.draw(self.surface, tree)
            if seen is not None:
                self.stage.due(seen)
        if pygame.display.get_caption()[0] != tree.label:
            pygame.display.set_caption(tree.label)
        if motion is not None and was is not None:
            self.stage.move(self.surface, motion, was, self.clock(), self.model.settings.reduced_motion)
            self._next_frame = time.perf_counter()
        self.tell_access()

    def _arrived_silently(self, tree: Node) -> bool:
        """Whether this is another screen and nothing was said of it; a blind player would not know."""
        screen, said = self._shown
        return bool(screen) and screen != tree.label and said == self.model.announcement

    def _view(self, model: Model) -> View:
        return self.stage.view(model, self.surface.get_size())

    def _read_news(self) -> None:
        """What there is to tell about saving: on the screen, and said after whatever was to be said."""
        trouble = self.back.trouble or self.desk.trouble
        news = tuple(self.back.journal.take_notices())
        words = [*news]
        if trouble != self.model.trouble:
            words.append(trouble or tr("Alles is weer bewaard."))
        self.model = replace(self.model, trouble=trouble, notices=(*self.model.notices, *news))
        if words:
            self._say_too(" ".join(words))

    def _go_on_moving(self) -> None:
        """The next frame of a movement, and what is to be heard with it."""
        for name in self.stage.step_motion(self.clock()):
            self._sound(name)

    def _sound(self, name: str) -> None:
        """A sound of the program's own, unless they are off."""
        if self.model.settings.sound:
            from tegenwicht.kit.sound import Speaker

            self._speaker = self._speaker or Speaker()
            self._speaker.play(paths.assets() / "sounds" / f"{name}.wav", late=name == "bell")

    def tell_access(self) -> None:
        """A screen reader gets what is shown, and where the window is."""
        if self._access is not None:
            place = pygame.display.get_window_position()
            self._access.window_at(Rect(*place, *self.surface.get_size()))
            self._access.update(self.stage.tree, self.model.focus, self.field.caret)

    def window_focused(self, focused: bool) -> None:
        """A screen reader is told whether the keyboard is ours."""
        if self._access is not None:
            self._access.window_focused(focused)

    # -- what came in

    def resized(self) -> None:
        """The window has another size, or must be drawn anew."""
        current = pygame.display.get_surface()
        if current is not None:
            self.surface = current
            self.model = replace(self.model, seen="")
            self.show(everything=True)

    def typed(self) -> None:
        """What the live text field holds is remembered as it is typed."""
        edit, text = self.field.edit(self.stage.tree), self.field.text
        if edit is not None and text != self.model.form(edit.form, None):
            forms = update.with_entry(self.model.forms, edit.form, text)
            self.model = self.desk.typed(replace(self.model, forms=forms), edit.form)
        if self.field.changed:
            self.show()

    # -- commands

    def carry_out(self, commands: Sequence[Command]) -> None:
        """Carry out commands and show what came of them; stops at the first that is refused."""
        if commands:
            all(self.do(command) for command in commands)
            self.show()

    def do(self, command: Command) -> bool:
        """One command; False when the game refused it."""
        if isinstance(command, c.All):
            if any(isinstance(one, c.Shut) for one in command.commands):
                self.model = replace(self.model, opener="")  # something was done: it goes on, not back
            return all(self.do(one) for one in command.commands)
        if command == c.Go("setup"):
            self.do(c.Put("setup:shuffle", str(self.shuffle or new_shuffle_number())))
        if command in (c.Go("setup"), c.Go("browse")):
            self.model = replace(self.model, decks=self.desk.choices(self.model), today=self.back.today())
        if command == c.Go("decks"):
            self.model = self.desk.shelved(self.model)
        changed = update.updated(self.model, command)
        if changed is None:
            return self._do_outside(command)
        self.model = changed
        if isinstance(command, c.Put):
            self.model = self.desk.typed(self.model, command.form)
            self.field.put(command.form, str(command.value), self.stage.tree)
        if isinstance(command, c.Forget):
            self.field.forget(command.form, self.stage.tree)
        return True

    def _do_outside(self, command: Command) -> bool:
        match command:
            case c.Say(words):
                self._say(words)
            case c.Prefer(name, value):
                self._prefer(name, value)
            case c.TextSize(step):
                self._prefer("text_size", update.text_size(self.model.settings.text_size, step))
            case c.Quit():
                self._quit()
            case _ if self.table.knows(command):
                return self._came(self.table.carry_out(self.model, command))
            case _ if self.history.knows(command):
                return self._at_the_history_desk(command)
            case _:
                self._at_the_deck_desk(command)
        return True

    def _refuse(self, why: str) -> None:
        self._say(why)
        self.model = replace(self.model, message=why)

    def _quit(self) -> None:
        """Close; but first say so when something could not be saved yet. Asked again, it closes."""
        if not self._warned and not self.desk.flush(self.model):
            self._warned = True
            self._refuse(self.desk.trouble)
            return
        waiting = self.back.journal.waiting
        if not waiting or self._warned or self.back.journal.retry():
            self.running = False
            return
        self._warned = True
        self._refuse(
            several(
                "{n} stap is nog niet bewaard. Maak ruimte, of sluit nog een keer om toch te stoppen.",
                "{n} stappen zijn nog niet bewaard. Maak ruimte, of sluit nog een keer om toch te stoppen.",
                waiting,
            )
        )

    def _prefer(self, name: str, value: object) -> None:
        changed: dict[str, Any] = {name: value}
        self.model = replace(self.model, seen="", settings=replace(self.model.settings, **changed))
        if name == "full_screen":
            self.surface = window.fill_screen(bool(value))
            self.show(everything=True)
        self.back.keep_settings(self.model.settings)

    def _at_the_deck_desk(self, command: Command) -> None:
        changed = self.desk.carried_out(self.model, command)
        if changed is None:
            raise ValueError(f"nobody carries out {command!r}")
        self.model = changed
        edit = self.field.edit(self.stage.tree)
        if edit is not None and self.desk.has(changed, edit.form):
            self.field.put(edit.form, self.desk.text(changed, edit.form), self.stage.tree)

    def _at_the_history_desk(self, command: Command) -> bool:
        """What takes a moment is announced on the screen before it begins."""
        if words := self.history.announced(command):
            self._say(words)
            self.show()
            self.stage.present()
        return self._came(self.history.carry_out(self.model, command))

    def _came(self, done: Done) -> bool:
        """What became of a command at a desk; whether it was done."""
        self.model = done.model
        if done.said:
            self._say(done.said)
        if done.problem:
            self._refuse(done.problem)
        return not done.problem

    def _say(self, words: str) -> None:
        """For a screen reader; the same words again are said again."""
        from tegenwicht.kit.access import again

        self.model = replace(self.model, announcement=again(words, self.model.announcement))

    def _say_too(self, words: str) -> None:
        """The same, after what was said just now and is not on its way yet."""
        shown = find(self.stage.tree, "status")
        heard = shown is not None and shown.label == self.model.announcement
        self._say(words if heard else f"{self.model.announcement} {words}".strip())

    # -- time

    def _until_next(self) -> float:
        """Seconds until something must happen by itself."""
        now = self.clock()
        until = min(self.table.until_next(), self.history.until_work(self.model))
        if self.field.due is not None:
            until = min(until, self.field.due - now)
        if self._access is not None and self._access.due is not None:
            until = min(until, self._access.due - now)
        if self.desk.due is not None:
            until = min(until, self.desk.due - now)
        if self.back.trouble:
            until = min(until, self._next_retry - now)
        return until

    def _let_time_go_on(self) -> None:
        now = self.clock()
        if self.field.tick():
            self.typed()
        if self._access is not None and self._access.due is not None and now >= self._access.due:
            self._access.tick()
        if self.desk.due is not None and now >= self.desk.due:
            self.model = self.desk.tick(self.model)
            self.show()
        if self.back.trouble and now >= self._next_retry:
            self._next_retry = now + RETRY_SECONDS
            self.back.retry()
            if self.back.trouble != self.model.trouble:
                self.show()
        if self.stage.moving is None:  # what changes during a movement is shown right after it
            self._let_the_clock_go_on()

    def _let_the_clock_go_on(self) -> None:
        """The time that is left; a soft bell when it has run out. Nothing is taken away from anyone."""
        before = self.model
        self.model, said, rings = self.table.tick(before)
        if said:
            self._say_too(said)
        if rings:
            self._sound("bell")
        if self.model is not before:
            self.show()


def screen_of(tree: Node) -> str:
    """The name of a screen: what the window is called, without the program."""
    return tree.label.removesuffix(" – Tegenwicht")


def new_shuffle_number() -> int:
    """Any number from 1 to 9999: short enough to read out to another group."""
    return 1 + int.from_bytes(os.urandom(8), "big") % 9999
