"""Random input for the whole app: keys, clicks, the wheel, a screen reader's requests, files, sizes, time.

    python -m tests.fuzz --count 100000 --seed 1

Nothing may raise; the tree must stay sound; and what is on the table must be what the journal says. On a
failure it prints the seed and the shortest list of inputs it found that still fails, as Python, for ``play``.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pygame

from tegenwicht.game import rules
from tegenwicht.ui.access import Ids, translate
from tegenwicht.ui.nodes import FOCUSABLE, Node, Role, walk
from tests.pilot import Pilot

Input = tuple[Any, ...]
"""The name of a function in ``INPUTS`` and its arguments."""

SIZES = ((640, 480), (640, 480), (800, 600), (1024, 640), (1024, 640), (1280, 800), (640, 1000), (3840, 2160))
KEYS = (
    *("return", "space", "tab", "escape") * 3, "shift+tab", "left", "right", "up", "down", "home", "end", "pageup",
    "pagedown", "backspace", "delete", "ctrl+z", "ctrl+y", "ctrl+shift+z", "ctrl++", "ctrl+-", "ctrl+0",
    "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x", "shift+left", "ctrl+right", "shift+end", "f1", "f2", "f5", "f11",
    "kp+", "kp.", "kpenter", "alt+a", "ctrl+w", ".", "+", "=", "-", *"123456789", *"wnotpkdba", *"qxyz", "é",
)  # fmt: skip
TEXTS = (
    "a", "Samira", "é", "🙂", "👩‍👩‍👧", "Ünïcödé", "²", "12", "0", "999999", " ", "\t", "\n", "a\nb", "\u202e", "\x00",
    "\u200d", "e\u0301", "\ud800", "x" * 70, "7" * 30, "%s {n}", "漢字", "\u2028",
)  # fmt: skip
WORDS = (
    *("Nieuwe sessie", "Beginnen", "Trekken", "Klaar, volgende", "Overslaan", "Opzij", "Tegenwicht") * 3,
    "Alleen spelen", "Alleen", "Pak de kaart van de dag", "Draai het om", "Klaar, leg neer", "Nieuwe hand",
    "Triple feedback", "Beginnen met de vragen", "Volgende vraag", "Naar de antwoorden", "Opnieuw beantwoorden",
    "Weeg ik mee: Cliënt", "Weeg ik niet mee: Beroep",
    "Wegen", "Notitie", "Bewaren", "Sluiten", "Toon de spreiding", "2: meer", "3: meer",
    "Kaartnummer", "Op tafel", "Terughalen", "Deelnemers", "Erbij", "Herstel", "Opnieuw", "Afronden",
    "Telt mee, afronden", "Telt niet mee, afronden", "Sessie sluiten", "Opnieuw schudden", "Stoppen",
    *("Klaar", "Terug") * 4, "Per stapel kiezen", "Deelnemers: minder", "Rondes: minder", "Kaarten bekijken",
    "Eerdere sessies", "Ronde 2 beginnen", "Ronde 2 met tegenwicht", "Ronde 3 beginnen",
)  # fmt: skip
"""What brings a session on; chosen blindly, most presses only wander through the settings."""
KINDS = ("press", "press", "focus", "increase", "decrease", "set_value", "select", "awake", "nonsense")
FILES = ("good", "good", "bad", "empty", "binary", "folder", "missing", "large", "no.txt")
SECONDS = (0.1, 0.3, 1.0, 5.0, 40.0, 400.0)
MOST_SHRINK_SECONDS = 300.0
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


# -- what goes in


def inputs(seed: int, count: int) -> list[Input]:
    """So many inputs; the same for the same seed."""
    chance = random.Random(seed)
    return [_one(chance) for _ in range(count)]


def _one(chance: random.Random) -> Input:
    makers: tuple[tuple[int, Callable[[], Input]], ...] = (
        (25, lambda: ("press", chance.randrange(400))),
        (30, lambda: ("words", chance.choice(WORDS))),
        (20, lambda: ("key", chance.choice(KEYS))),
        (10, lambda: ("ask", chance.choice(KINDS), chance.randrange(400), _value(chance))),
        (5, lambda: ("type", chance.choice(TEXTS))),
        (4, lambda: ("pass_time", chance.choice(SECONDS))),
        (3, lambda: ("wheel", chance.random(), chance.random(), chance.choice((-9, -1, 1, 2)))),
        (3, lambda: ("click", chance.random(), chance.random(), chance.choice((1, 1, 1, 2, 3)))),
        (2, lambda: ("down", chance.randrange(400))),
        (2, lambda: ("up", chance.random(), chance.random())),
        (2, lambda: ("resize", *chance.choice(SIZES))),
        (2, lambda: ("drop", chance.choice(FILES))),
        (1, lambda: ("window", chance.choice(("lost", "gained", "exposed", "restored")))),
        (1, lambda: ("again",)),
    )
    (make,) = chance.choices([maker for _, maker in makers], [weight for weight, _ in makers])
    return make()


def _value(chance: random.Random) -> str:
    return chance.choice((*TEXTS, "3", "-1", "1e9", "nan", "0,4", "2,2", "5,1"))


# -- someone without a plan


class Wanderer:
    """Carries out inputs on a pilot. ``folder``: for the app's data and for the files to drop."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0
        make_files(folder)
        self.pilot = Pilot(folder / "data", size=(640, 480), motion=True)

    def __enter__(self) -> "Wanderer":
        self.pilot.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.pilot.__exit__()

    def carry_out(self, one: Input) -> None:
        """One input, and a look whether all is well."""
        name, *arguments = one
        getattr(self, name)(*arguments)
        if not self.pilot.app.running:
            self.again()
        for problem in problems(self.pilot):
            raise Failure(problem)
        self.count += 1
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
            self._at(self.pilot.in_sight(node).rect.centre, 1)

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

    def again(self) -> None:
        """Close the app and start it anew; what was on the table must be in the journal."""
        check_journal(self.pilot)
        self.pilot.again()

    def _some(self, number: int) -> Node | None:
        controls = [node for node in self.pilot.nodes() if node.role in FOCUSABLE]
        return controls[number % len(controls)] if controls else None

    def _place(self, x: float, y: float) -> tuple[int, int]:
        width, height = self.pilot.app.surface.get_size()
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
    if not any(node.key == focus for node in walk(app.stage.tree) if node.role in FOCUSABLE):
        yield f"the focus is on {focus!r}, which is no control that is there"
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
    translate(pilot.tree_node, pilot.app.model.focus, Ids(), pilot.app.field.caret)


def check_journal(pilot: Pilot) -> None:
    """What is on the table is what the journal makes of it."""
    back = pilot.app.back
    if back.session is None:
        return
    now, kept = back.session.timeline, rules.replay(back.journal.events(back.session.id))
    if (kept.session, kept.count, kept.clock) != (now.session, now.count, now.clock):
        raise Failure("the journal gives another session than the one that is going on")
    if (kept.done and kept.done.number) != (now.done and now.done.number):
        raise Failure("the journal would undo something else")


# -- running, and finding out why


def play(given: Sequence[Input]) -> tuple[int, str] | None:
    """Carry out inputs in a fresh app. None, or the number of the input that failed and why."""
    done: list[Input] = []
    try:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, Wanderer(Path(folder)) as someone:
            for one in given:
                someone.carry_out(one)
                done.append(one)
            check_journal(someone.pilot)
    except Exception as error:  # noqa: BLE001 - that is what it looks for
        return min(len(done), len(given) - 1), _why(error)
    return None


def _why(error: Exception) -> str:
    """The error, and where in the app (or here) it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "/tegenwicht/" in frame.filename] or frames
    where = "" if isinstance(error, Failure) else f" at {Path(inside[-1].filename).name}:{inside[-1].lineno}"
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}{where}"


def shortest(given: Sequence[Input], why: str) -> list[Input]:
    """Fewer inputs that fail for the same reason: the last few, if they will do; of those, ever smaller parts
    are left out."""
    end = time.monotonic() + MOST_SHRINK_SECONDS
    left = _last_few(given, why)
    part = len(left) // 2
    while part and time.monotonic() < end:
        at, shorter = 0, False
        while at < len(left) and time.monotonic() < end:
            failed = _fails_alike(left[:at] + left[at + part :], why)
            if failed is None:
                at += part
            else:
                left, shorter = failed, True
        part = part if shorter and part == 1 else part // 2
    return left


def _last_few(given: Sequence[Input], why: str) -> list[Input]:
    few = 8
    while few < len(given):
        if failed := _fails_alike(list(given[-few:]), why):
            return failed
        few *= 2
    return list(given)


def _fails_alike(given: list[Input], why: str) -> list[Input] | None:
    """The inputs up to the one that fails, if it does so for that reason."""
    failed = play(given)
    return given[: failed[0] + 1] if failed is not None and _alike(failed[1], why) else None


def _alike(one: str, other: str) -> bool:
    return one.split(":")[0] == other.split(":")[0] and one.split(" at ")[-1] == other.split(" at ")[-1]


def main(arguments: list[str] | None = None) -> int:
    """The command. Plays in pieces of ``--piece`` inputs, each with a seed of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--piece", type=int, default=1000, help="inputs before a fresh start")
    options = parser.parse_args(arguments)
    done, seed = 0, options.seed
    while done < options.count:
        given = inputs(seed, min(options.piece, options.count - done))
        failed = play(given)
        done += len(given)
        print(f"seed {seed}: {len(given)} inputs, {failed[1] if failed else 'well'}", flush=True)
        if failed:
            number, why = failed
            print(f"shortest list for seed {seed}, failing with {why}:")
            for one in shortest(given[: number + 1], why):
                print(f"    {one!r},")
            return 1
        seed += 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
