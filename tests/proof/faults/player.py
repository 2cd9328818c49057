"""The real app in a process of its own, played by chance, and whoever started it can hurt it meanwhile.

    with Life(data, "peeling", seed=1) as life:
        life.ask("play", 10)     # what became of ten actions, each as it was confirmed
        life.kill()

The process opens ``App`` on real files, under SDL's dummy driver or in a window, begins a session in a mode (or
goes on with the one that is there), closes it at its end and begins the next. It knows no mode by name.
``python -m tests.proof.faults.player DATA MODE SEED STEPS`` plays so many actions and ends well.
"""

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, NoReturn

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from tegenwicht.app.loop import App
from tegenwicht.game import rules
from tegenwicht.game.events import Action, Close, Event, Finish
from tegenwicht.game.state import Phase
from tegenwicht.kit.environment import prepare
from tegenwicht.screens.shell import commands
from tegenwicht.session import RunningSession
from tests.game.tables import TWO_OF_EACH, deck
from tests.game.test_every_mode import setup_for, wanted
from tests.pilot import DECK, NO_SCREEN
from tests.screens.standing import TELLS, ProgramEndedError, last_words
from tests.storage.journal.test_kill import digest

MOST_SECONDS = 120.0
"""Longer than this nobody waits for an answer: it takes a second, and more where six things go on at once."""
SECONDS_TO_TELL = 5.0
SIZE = (640, 480)
LONG_ENOUGH = 50
"""Actions, after which a session may come to its end, so that whole sessions are played."""


class Did(NamedTuple):
    """A confirmed action. digest: of its event. saved: whether the app says that it is on disk. at: when, in
    seconds of the machine's monotonic clock, which is the same in every process."""

    session: str
    number: int
    digest: str
    saved: bool
    at: float = 0.0


class Player:
    """Someone at the app who does anything that is allowed."""

    def __init__(self, data: Path, mode: str, seed: int) -> None:
        self.mode, self.dice = mode, Random(seed)
        self.ahead, self.later, self.closed = 0.0, timedelta(), 0
        self.app = App(
            data, size=SIZE, shuffle=7, deck=DECK,
            clock=lambda: time.monotonic() + self.ahead, now=lambda: datetime.now() + self.later,
        )  # fmt: skip
        self.app.open()
        self.app.carry_out([commands.Prefer("reduced_motion", True)])

    def play(self, times: int) -> list[Did]:
        """So many actions, each shown before the next."""
        did: list[Did] = []
        while len(did) < times:
            did += self.step()
        return did

    def step(self) -> list[Did]:
        """One action; none when it was refused. At the end of a session the next one begins."""
        session = self.app.back.session
        if session is None or session.timeline.session.phase is Phase.CLOSED:
            return self._on_the_table()
        action, number = self._wanted(session), session.timeline.count
        event = rules.decide(session.timeline, action)
        self._carry_out(commands.Do(action))
        if not isinstance(event, Event):
            return []
        if session.timeline.count != number + 1:
            raise AssertionError(f"{action} was not done: {self.app.model.message}")
        self.closed += session.timeline.session.phase is Phase.CLOSED
        return [self._did(session.id, number, event)]

    def _wanted(self, session: RunningSession) -> Action:
        """Anything that is legal; what ends a session when it was long enough."""
        if session.timeline.count > LONG_ENOUGH and self.dice.random() < 0.2:
            ends = [one for one in session.legal if isinstance(one, Finish | Close)]
            if ends:
                return self.dice.choice(sorted(ends, key=repr))
        return wanted(session.legal, self.dice)

    def _on_the_table(self) -> list[Did]:
        """Go on with a session of this mode that is not at its end and nobody else has open, or begin one."""
        self._carry_out(commands.Leave())
        for waits in [one for one in self.app.back.sessions() if one.mode == self.mode and not one.finished]:
            self._carry_out(commands.Resume(waits.id))
            if self.app.back.session is not None:
                return []
            if "ander venster" not in self.app.model.message:
                raise AssertionError(f"{waits.title!r} does not open: {self.app.model.message}")
        self._carry_out(commands.Begin(setup_for(self.mode, self.dice), deck(*TWO_OF_EACH)))
        assert self.app.back.session is not None, self.app.model.message
        session_id = self.app.back.session.id
        return [self._did(session_id, 0, self.app.back.journal.events(session_id)[0])]

    def _carry_out(self, command: object) -> None:
        self.app.carry_out([command])
        self.app.take(pygame.event.get())

    def _did(self, session: str, number: int, event: Event) -> Did:
        return Did(session, number, digest(event), not self.app.back.journal.waiting, time.monotonic())

    # -- what else can be asked of it

    def state(self) -> dict[str, Any]:
        """What the screen says about saving, and what is on the table."""
        back, model = self.app.back, self.app.model
        return {
            "trouble": model.trouble, "notices": list(model.notices), "waiting": back.journal.waiting,
            "message": model.message, "scene": model.scene, "said": model.announcement, "closed": self.closed,
            "session": back.session.id if back.session else "", "size": self.app.screen.surface.get_size(),
            "shown": "\n".join(map(str, self._labels())),
        }  # fmt: skip

    def _labels(self) -> list[str]:
        from tegenwicht.kit.nodes import walk

        return [node.label for node in walk(self.app.tree) if node.label]

    def pass_time(self, seconds: float) -> None:
        """The clock that only goes forward jumps, as after a sleep; the app wakes up."""
        self.ahead += seconds
        self.app.take(pygame.event.get())

    def change_date(self, days: float) -> None:
        """The clock on the wall is set to another day, past or future."""
        self.later += timedelta(days=days)
        self.app.take(pygame.event.get())

    def let_go_of_file(self) -> None:
        """Close the journal's file, as no disk with open files can be made read-only."""
        self.app.back.journal._file.close()

    def limit(self, more: int | None) -> None:
        """From now on files may grow to so many bytes more than the journal's log has; None: as they like."""
        import resource
        import signal

        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        files = self.app.back.data.glob("journal.sqlite3*")
        most = hard if more is None else max(one.stat().st_size for one in files) + more
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))

    def open_session(self, session_id: str) -> str:
        """Try to take up a session; what the app says when it does not."""
        self._carry_out(commands.Leave())
        self._carry_out(commands.Resume(session_id))
        return "" if self.app.back.session else self.app.model.message

    def leave(self) -> None:
        """To the start screen."""
        self._carry_out(commands.Leave())

    def turns(self, times: int) -> None:
        """The app's own loop, so many times round."""
        for _ in range(times):
            self.app.go_round()

    def close(self) -> None:
        """Close the window."""
        self.app.close()


def live(conn: Connection, data: str, mode: str, seed: int, env: Mapping[str, str]) -> None:
    """The process: open the app, say so, then do what is asked (or play on and say what was done)."""
    os.environ.update(env)
    prepare()
    player = Player(Path(data), mode, seed)
    conn.send(player.state())
    while True:
        name, arguments = conn.recv()
        if name == "for ever":
            while True:
                for did in player.step():
                    conn.send(did)
        conn.send(getattr(player, name)(*arguments))
        if name == "close":
            return


_PROCESSES = multiprocessing.get_context("forkserver")


class Life:
    """A process that plays. ``env``: for a window, where its screen is; otherwise there is none."""

    def __init__(self, data: Path, mode: str, seed: int, env: Mapping[str, str] | None = None) -> None:
        os.environ.update(TELLS)
        _PROCESSES.set_forkserver_preload(["tests.proof.faults.player"])
        self._env = env
        self._conn, theirs = _PROCESSES.Pipe()
        given = (theirs, str(data), mode, seed, dict(NO_SCREEN if env is None else env))
        self.process = _PROCESSES.Process(target=live, args=given, daemon=True)
        self.process.start()
        theirs.close()
        self._said: list[Did] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Life":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def opened(self) -> dict[str, Any]:
        """Wait until the app is open; its state then."""
        return dict(self._answer("open"))

    def ask(self, name: str, *arguments: object) -> Any:
        """What one of the functions of ``Player`` gives. ProgramEndedError when the process ended."""
        self._send(name, arguments)
        return self._answer(name)

    def _send(self, name: str, arguments: tuple[object, ...]) -> None:
        try:
            self._conn.send((name, arguments))
        except OSError:
            self._ended(name)

    def _answer(self, to: str) -> Any:
        """TimeoutError, with where it stands, when there is none for too long."""
        if not self._conn.poll(MOST_SECONDS):
            raise TimeoutError(f"no answer to {to!r} in {MOST_SECONDS:.0f} s; {self.last_words()}")
        try:
            return self._conn.recv()
        except (EOFError, OSError):
            self._ended(to)

    def _ended(self, at: str) -> NoReturn:
        self.process.join(MOST_SECONDS)
        raise ProgramEndedError(f"bij {at!r} eindigde het programma met {self.process.exitcode}")

    def last_words(self) -> str:
        """Where it stands; it ends with that, and Python tells the rest on its standard error."""
        assert self.process.pid is not None
        said = last_words(self.process.pid, None if self._env is None else {**os.environ, **self._env})
        self.process.join(SECONDS_TO_TELL)
        return said

    def play_on(self) -> None:
        """Play until the end, listened to all the while (a full pipe would hold it still); ``confirmed`` tells."""
        self._send("for ever", ())
        self._listener.start()

    def _listen(self) -> None:
        while True:
            try:
                said = self._conn.recv()
            except (EOFError, OSError):
                return
            self._said += [said] if isinstance(said, Did) else []

    def kill(self) -> None:
        """SIGKILL, now."""
        self.process.kill()
        self.process.join(MOST_SECONDS)

    def confirmed(self) -> list[Did]:
        """Everything that was said while it played on, whole; of one that does not end, what was said so far."""
        if not self.process.is_alive():
            self._listener.join(MOST_SECONDS)
        return list(self._said)


def main() -> None:
    """Play a number of actions in this process, and close."""
    data, mode, seed, steps = sys.argv[1:]
    prepare()
    player = Player(Path(data), mode, int(seed))
    player.play(int(steps))
    player.close()


if __name__ == "__main__":
    main()
