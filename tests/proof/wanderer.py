"""Someone without a plan at the real app: carries out inputs, and looks after each whether all is well.

The inputs are made by ``tests.fuzz``. They go through the app's own loop, without a screen or in a window.
"""

import pkgutil
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pygame

from tegenwicht import screens as scenes
from tegenwicht.game import rules
from tegenwicht.game.modes import MODES
from tegenwicht.kit import window
from tegenwicht.kit.environment import prepare
from tegenwicht.kit.nodes import FOCUSABLE, REACHED, Node, Role, walk
from tegenwicht.kit.screen_reader.access import Ids, translate
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.scenes import Scene
from tests.game.tables import TWO_OF_EACH, deck
from tests.game.test_every_mode import setup_for, wanted
from tests.pilot import Pilot

Input = tuple[Any, ...]
"""The name of a function of ``Wanderer`` and its arguments."""
HAS_ACCESSKIT = find_spec("accesskit") is not None

GOOD_DECK = """\
id: klein
title: Klein
language: nl
version: 1
sources: ["Een bron"]
cards:
"""
CARD = """\
  - id: kaart-{n}
    number: {n}
    cluster: {cluster}
    title: Kaart {n}
    question: "Hoe weeg je nummer {n}?"
    deeper: ["Wat zag je toen?", "Wat deed je daarna?"]
    counterweight: "Wat als het andersom was?"
    source: praktijk
"""


class Failure(Exception):  # noqa: N818 - says what it is
    """Something was not as it should be, after an input."""


SCREENS = tuple(
    sorted(
        one.name
        for one in pkgutil.iter_modules(scenes.__path__)
        if one.name not in {*MODES, "shell", "parts", "regie"}
    )
)
"""The screens that belong to no mode, and are there without a session."""


class LoopPilot(Pilot):
    """A pilot whose events go through the app's own loop. Without a window the loop does not wait or sleep."""

    def __init__(self, folder: Path, in_window: bool) -> None:
        super().__init__(folder, size=(640, 480), motion=True)
        self.in_window = in_window

    def __enter__(self) -> "LoopPilot":
        if self.in_window:
            prepare()
            self.open()
        else:
            super().__enter__()
        return self

    def open(self) -> None:
        super().open()
        if not self.in_window:
            self.app.screen.wait = lambda _: None
            self.app.screen.wait_for_frame = lambda: None  # type: ignore[method-assign]

    def post(self, *events: pygame.event.Event) -> None:
        for event in events:
            pygame.event.post(event)
        if self.in_window:
            self.app.screen.wait = _peek
        self.app.go_round()

    def resize(self, width: int, height: int) -> None:
        if not self.in_window:
            super().resize(width, height)
            return
        window.this().size = (width, height)  # the window manager may make it another size, and later
        self.post()


def _peek(_: float) -> None:
    """What the loop does instead of waiting: the next input is there at once."""
    pygame.event.pump()


class Wanderer:
    """Carries out inputs on a pilot. ``folder``: for the app's data and for the files to drop.

    reached: the screens there have been, such as "setup" and "peeling/whole/pick".
    """

    def __init__(self, folder: Path, in_window: bool = False) -> None:
        self.folder, self.count = folder, 0
        self.reached: Counter[str] = Counter()
        make_files(folder)
        self.pilot = LoopPilot(folder / "data", in_window)

    def __enter__(self) -> "Wanderer":
        with ExitStack() as stack:  # reports go here, and no other program is started to show them
            stack.enter_context(patch("tegenwicht.paths.documents_folder", lambda: self.folder / "documents"))
            stack.enter_context(patch("tegenwicht.app.desks.documents.open_file", lambda _: ""))
            stack.enter_context(self.pilot)
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def carry_out(self, one: Input) -> None:
        """One input, and a look whether all is well."""
        name, *arguments = one
        getattr(self, name)(*arguments)
        if not self.pilot.app.running:
            self.again()
        for problem in problems(self.pilot):
            raise Failure(problem)
        self.count += 1
        self.reached[screen(self.pilot)] += 1
        if self.count % 5 == 0 and HAS_ACCESSKIT:
            tell(self.pilot)

    def press(self, number: int) -> None:
        """Click in the middle of a control, in sight or not."""
        if node := self._some(number):
            self._at(node.rect.centre, 1)

    def words(self, label: str) -> None:
        """Click on the control with these words, if it is there."""
        if self.pilot.can(label):
            node = next(node for node in self.pilot.controls(label) if node.enabled)
            if not self.pilot.in_window:  # there the pointer comes later than it is asked to
                node = self.pilot.in_sight(node)
            self._at(node.rect.centre, 1)

    def click(self, x: float, y: float, button: int) -> None:
        """Click anywhere."""
        self._at(self._place(x, y), button)

    def down(self, number: int) -> None:
        """Press the button of the mouse on a control, and hold it."""
        if node := self._some(number):
            self.pilot.mouse_down(*node.rect.centre)

    def up(self, x: float, y: float) -> None:
        """Let go of it somewhere."""
        self.pilot.mouse_up(*self._place(x, y))

    def wheel(self, x: float, y: float, clicks: int) -> None:
        """Turn the wheel."""
        self.pilot.wheel(*self._place(x, y), clicks)

    def key(self, name: str) -> None:
        """Press a key."""
        self.pilot.key(name)

    def type(self, text: str) -> None:
        """Text that comes without keys, from an input method."""
        self.pilot.post(pygame.event.Event(pygame.TEXTINPUT, text=text))

    def ask(self, kind: str, number: int, value: str) -> None:
        """What a screen reader asks, of anything that is there, or was."""
        nodes = list(walk(self.pilot.tree_node))
        key = nodes[number % len(nodes)].key if number % 50 else "gone"
        if kind == "select" and value.count(",") != 1:
            value = "1,2"
        self.pilot.ask_key(kind, key, value)

    def pass_time(self, seconds: float) -> None:
        """Let time go by, in steps so large that the app wakes up late too."""
        self.pilot.clock.now += seconds * 0.9
        self.pilot.post()
        self.pilot.pass_time(min(1.0, seconds * 0.1))

    def resize(self, width: int, height: int) -> None:
        """Another size; not while the window fills the screen, which then decides."""
        if not self.pilot.app.model.settings.full_screen:
            self.pilot.resize(width, height)

    def drop(self, name: str) -> None:
        """A file on the window."""
        self.pilot.drop(self.folder / "files" / name)

    def window(self, what: str) -> None:
        """What the window manager tells."""
        kinds = {"lost": pygame.WINDOWFOCUSLOST, "gained": pygame.WINDOWFOCUSGAINED,
                 "exposed": pygame.WINDOWEXPOSED, "restored": pygame.WINDOWRESTORED}  # fmt: skip
        self.pilot.post(pygame.event.Event(kinds[what]))

    def begin(self, number: int) -> None:
        """A session in any mode, with any setup, as its button begins it."""
        mode = MODES[number % len(MODES)]
        chosen = setup_for(mode, random.Random(number))
        self.pilot.app.carry_out([commands.Begin(chosen, deck(*TWO_OF_EACH))])

    def go(self, number: int) -> None:
        """To a screen outside the session, as its button goes there; some are reached by that alone."""
        app = self.pilot.app
        if app.model.playing is None:
            app.carry_out([commands.Go(SCREENS[number % len(SCREENS)])])

    def act(self, number: int) -> None:
        """Whatever may be done in the session on the table, as its control does it."""
        playing = self.pilot.app.model.playing
        if playing is not None and playing.legal:
            self.pilot.app.carry_out([commands.Do(wanted(playing.legal, random.Random(number)))])

    def again(self) -> None:
        """Close the app and start it anew; what was on the table must be in the journal."""
        check_journal(self.pilot)
        self.pilot.again()

    def _some(self, number: int) -> Node | None:
        controls = [node for node in self.pilot.nodes() if node.role in FOCUSABLE]
        return controls[number % len(controls)] if controls else None

    def _place(self, x: float, y: float) -> tuple[int, int]:
        width, height = self.pilot.app.screen.surface.get_size()
        return int(x * width), int(y * height)

    def _at(self, place: tuple[int, int], button: int) -> None:
        self.pilot.mouse_down(*place, button)
        self.pilot.mouse_up(*place, button)


def make_files(folder: Path) -> None:
    """Decks and things that are none, to drop on the window."""
    files = folder / "files"
    (files / "folder").mkdir(parents=True)
    clusters = ("client", "policy", "policy", "professional")
    cards = "".join(CARD.format(n=n, cluster=cluster) for n, cluster in enumerate(clusters, 1))
    (files / "good").write_text(GOOD_DECK + cards, encoding="utf-8")
    (files / "bad").write_text(GOOD_DECK + cards.replace("policy", "politiek"), encoding="utf-8")
    (files / "empty").touch()
    (files / "binary").write_bytes(bytes(range(256)) * 50)
    (files / "large").write_bytes(b"a: b\n" * 2_000_000)
    (files / "no.txt").write_text("geen kaartset\n")


def screen(pilot: Pilot) -> str:
    """Which screen is shown: the scene, or the mode and its phase, and the panel over it."""
    model = pilot.app.model
    if model.scene == Scene.PLAY and model.playing is not None:
        session = model.playing.timeline.session
        parts = [session.setup.mode, str(session.phase), model.panel]
        parts = ["regie", model.directing, *parts] if model.directing else parts
    else:
        parts = [model.scene, model.panel]
    return "/".join(filter(None, parts))


# -- what must hold


def problems(pilot: Pilot) -> Iterator[str]:
    """What is wrong with what is shown."""
    app, nodes = pilot.app, list(walk(pilot.tree_node))
    keys = [node.key for node in nodes]
    if len(keys) != len(set(keys)):
        yield "two nodes have the same key"
    if sum(node.role is Role.STATUS for node in nodes) != 1:
        yield "there is not one status"
    controls = [node for node in nodes if node.role in FOCUSABLE]
    if not any(node.enabled for node in controls):
        yield "there is no way out of this screen"
    for node in controls:
        if not node.label:
            yield f"a control has no name: {node.key}"
        if node.rect.w < 24 or node.rect.h < 24:
            yield f"smaller than 24 by 24: {node.label!r}, {node.rect}"
    focus = app.model.focus
    if not any(node.key == focus for node in walk(app.tree) if node.role in REACHED):
        yield f"the focus is on {focus!r}, which is no control or cell that is there"
    if session_problem := _session_problem(pilot):
        yield session_problem


def _session_problem(pilot: Pilot) -> str:
    app, session = pilot.app, pilot.app.back.session
    if (session is None) != (app.model.playing is None):
        return "a session is going on and not shown, or the reverse"
    if session is not None and app.model.playing and app.model.playing.timeline is not session.timeline:
        return "what is shown is not what is going on"
    return ""


def tell(pilot: Pilot) -> None:
    """Make of the tree what a screen reader gets; raises when it cannot be told."""
    translate(pilot.tree_node, pilot.app.model.focus, Ids(), pilot.app.screen.field.caret)


def check_journal(pilot: Pilot) -> None:
    """What is on the table is what its journal makes of it; a rehearsal has one of its own."""
    session = pilot.app.back.session
    if session is None:
        return
    now, kept = session.timeline, rules.replay(session.journal.events(session.id))
    if (kept.session, kept.count, kept.clock) != (now.session, now.count, now.clock):
        raise Failure("the journal gives another session than the one that is going on")
    if (kept.done and kept.done.number) != (now.done and now.done.number):
        raise Failure("the journal would undo something else")
