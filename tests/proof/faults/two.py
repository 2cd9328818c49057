"""Two programs on one folder at the same time: each plays, chooses settings, erases and closes, in an order by chance.

What one erased the other does not write again; of a setting the last choice holds; neither breaks.
"""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

from tegenwicht.app.loop import App
from tegenwicht.screens.shell.commands import Begin, EraseEverything, EraseSession, Go, Leave, Prefer, Put
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.settings import read_settings
from tests.pilot import DECK, NO_SCREEN, StillClock
from tests.proof.table import Row, judged
from tests.storage.session_samples import deck, setup

CHOICES = {"text_size": (100, 150, 200), "sound": (True, False), "keep_notes": (True, False)}
STEPS = 30


class Pair:
    """Two programs. names: what was typed by people, and whether everything was erased since."""

    def __init__(self, data: Path, dice: Random) -> None:
        self.data, self.dice, self.clock = data, dice, StillClock()
        self.apps = [self._new(), self._new()]
        self.chosen: dict[str, object] = {}
        self.names: set[str] = set()
        self.gone: set[str] = set()

    def _new(self) -> App:
        return App(self.data, deck=DECK, clock=self.clock, now=lambda: datetime(2026, 11, 21))

    def step(self, number: int) -> str:
        """One of them does one thing; what it was."""
        place = self.dice.randrange(2)
        what = self.dice.choice(
            (
                self._plays,
                self._types,
                self._leaves,
                self._prefers,
                self._erases,
                self._erases_one,
                self._closes,
            )
        )
        self.clock.now += self.dice.choice((0.1, 1.0, 10.0))
        what(place, number)
        self._goes_round(place)
        return f"{'AB'[place]} {what.__name__[1:]}"

    def _goes_round(self, place: int) -> None:
        """What the loop of a program does after everything it was asked: notice what was typed, or was offered."""
        app = self.apps[place]
        if app.desks.typed.due(app.model) <= self.clock():
            app.desks.typed.act(app.model)

    def _plays(self, place: int, number: int) -> None:
        app, name = self.apps[place], f"Naam{number}van{'AB'[place]}"
        if app.back.session is None:
            asked = setup()
            people = (replace(asked.participants[0], name=name), *asked.participants[1:])
            app.do(Begin(replace(asked, participants=people), deck()))
            self.names.add(name)

    def _types(self, place: int, number: int) -> None:
        app, name = self.apps[place], f"Titel{number}van{'AB'[place]}"
        if app.back.session is None:
            app.do(Go(Scene.SETUP))
            app.do(Put("setup:title", name))
            app.desks.typed.flush(app.model)
            self.names.add(name)

    def _leaves(self, place: int, _number: int) -> None:
        if self.apps[place].back.session is not None:
            self.apps[place].do(Leave())

    def _prefers(self, place: int, _number: int) -> None:
        name = self.dice.choice(list(CHOICES))
        now = getattr(self.apps[place].model.settings, name)
        value = self.dice.choice([one for one in CHOICES[name] if one != now])  # what holds cannot be chosen
        self.apps[place].do(Prefer(name, value))
        self.chosen[name] = value

    def _erases(self, place: int, _number: int) -> None:
        app = self.apps[place]
        if all(one.back.session is None for one in self.apps):
            app.do(EraseEverything())
            if not app.back.journal.sessions():
                self.gone |= self.names
                self.names = set()

    def _erases_one(self, place: int, _number: int) -> None:
        app = self.apps[place]
        if app.back.session is None and (rows := app.back.journal.sessions()):
            app.do(EraseSession(self.dice.choice(rows).id))

    def _closes(self, place: int, _number: int) -> None:
        self.close(place)
        self.apps[place] = self._new()

    def close(self, place: int) -> None:
        """As the window is closed."""
        app = self.apps[place]
        app.desks.typed.flush(app.model)
        app.back.keep_settings(app.model.settings)
        app.back.close()

    def wrong(self) -> Iterator[str]:
        """What is not as it should be on disk, once both are closed."""
        texts = {path.name: path.read_bytes() for path in self.data.rglob("*") if path.is_file()}
        for name in sorted(self.gone):
            found = [place for place, text in texts.items() if name.encode() in text]
            if found:
                yield f"{name} was gewist en staat in {', '.join(found)}"
        settings, said = read_settings(self.data)
        if said:
            yield said
        for name, value in self.chosen.items():
            if getattr(settings, name) != value:
                yield f"{name} werd {value!r} en is {getattr(settings, name)!r}"


def one_pair(seed: str) -> list[str]:
    """What went wrong in a life of two programs."""
    told: list[str] = []
    with tempfile.TemporaryDirectory(prefix="faults-two-") as room:
        pair = Pair(Path(room) / "data", Random(seed))
        try:
            for number in range(STEPS):
                told += [pair.step(number)]
            for place in range(2):
                pair.close(place)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is found
            return [f"{type(error).__name__}: {error} na {', '.join(told[-4:])}"[:300]]
        return [f"{one} na {', '.join(told[-6:])}" for one in pair.wrong()]


def check(times: int, seed: int) -> Iterator[Row]:
    """So many pairs."""
    os.environ.update(NO_SCREEN)
    wrong = [f"nr. {number}: {one}" for number in range(times) for one in one_pair(f"{seed}:{number}")]
    yield judged(
        "twee programma's op één map, door elkaar", f"{times} keer",
        f"elk {STEPS} stappen: spelen, typen, kiezen, wissen, sluiten",
        "; ".join(wrong[:4]) or "wat gewist was bleef weg, de laatste keuze gold, niets brak", not wrong,
    )  # fmt: skip
