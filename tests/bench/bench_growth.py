"""What grows with what is on the table: ``python -m tests.bench.bench_growth``.

Sessions of 100, 1,000 and 10,000 actions, decks of 48, 1,000 and 2,000 cards, twelve participants and three:
each through the whole app, from the command to the drawn picture, against the smallest in the same run. Small
and large take turns of 15 times; a figure is the ratio of the medians of those turns. Under SDL's dummy driver:
what a real window adds is the subject of ``bench_window``, where 4K is too.
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tegenwicht.game import events
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.journal import MemoryJournal, open_journal
from tests.bench.bench_decks import deck_of
from tests.pilot import Pilot
from tests.storage.session_samples import begun, onward

LENGTHS, DECKS, SEATS = (100, 1_000, 10_000), (48, 1_000, 2_000), (3, 12)
SHOWN = 3
"""Times as many cards are shown of a large deck: at first 24 of each cluster, which is 144 against 48."""
TURNS, TIMES = 5, 15
Work = Callable[[Pilot], None]


class Row(NamedTuple):
    """What was measured, the ratio, the target, above what it is too slow, and milliseconds of both."""

    what: str
    ratio: float
    target: float
    too_slow: float
    large: float
    small: float

    def __str__(self) -> str:
        verdict = "TOO SLOW" if self.ratio > self.too_slow else "over target" * (self.ratio > self.target)
        figures = f"{self.ratio:6.2f} {self.target:7g} {self.too_slow:9g}"
        return (
            f"{self.what:52} {figures}  {self.large:6.2f} ms against {self.small:.2f} ms  {verdict}".rstrip()
        )


class Kind(NamedTuple):
    """Something to measure: its words, what is done, and what it may cost of the smallest."""

    what: str
    work: Work
    target: float = 1.2
    too_slow: float = 2.0


# -- what is done


def act(pilot: Pilot) -> None:
    """The next step of the session."""
    session = pilot.app.back.session
    assert session is not None
    before = session.timeline.count
    _do(pilot, commands.Do(onward(session)))
    assert session.timeline.count == before + 1, pilot.app.model.message


def undo(pilot: Pilot) -> None:
    """A step back and the step again; only one of both is legal at a time."""
    session = pilot.app.back.session
    assert session is not None
    _do(pilot, commands.Do(events.Undo() if events.Undo() in session.legal else onward(session)))


def reopened(pilot: Pilot) -> None:
    """The session put away and gone on with."""
    _do(pilot, commands.Leave())
    _do(pilot, commands.Resume("een"))
    assert pilot.app.back.session is not None


def to(scene: str) -> Work:
    """To a screen and back again."""

    def there_and_back(pilot: Pilot) -> None:
        _do(pilot, commands.Go(scene))
        assert pilot.app.model.scene == scene
        _do(pilot, commands.Back())

    return there_and_back


_steps = count()


def searched(pilot: Pilot) -> None:
    """A letter more of a word that is on every card."""
    if pilot.app.model.scene != Scene.BROWSE:
        _do(pilot, commands.Go(Scene.BROWSE))
    _do(pilot, commands.Put("browse:sought", "belastbaarheid"[: next(_steps) % 14 + 1]))


def scrolled(pilot: Pilot) -> None:
    """Among all cards, a page on or back with the keyboard."""
    if pilot.app.model.scene != Scene.BROWSE:
        _do(pilot, commands.Go(Scene.BROWSE), commands.Put("browse:sought", ""))
    pilot.key("pagedown" if next(_steps) % 4 < 2 else "pageup")


def _do(pilot: Pilot, *commands: object) -> None:
    pilot.app.carry_out(list(commands))
    pilot.app.take([])


# -- on what


def session_of(folder: Path, actions: int, seats: int = 3) -> Path:
    """A data folder with one open session of so many actions."""
    memory = MemoryJournal()
    session = begun(memory, seats=seats)
    while session.timeline.count < actions:
        session.do(onward(session))
    journal, _ = open_journal(folder)
    journal.begin(session.row, memory.events(session.id))
    journal.close()
    return folder


def growing(
    cases: list[tuple[str, Callable[[], Pilot]]],
    kinds: list[Kind],
    times_of: Callable[[int], float] = lambda _: 1,
) -> Iterator[Row]:
    """Every kind of work on every case, against the first of them. The cases take turns."""
    found: dict[tuple[str, int], list[float]] = defaultdict(list)
    for _ in range(TURNS):
        for place, (_, opened) in enumerate(cases):
            for kind in kinds:
                with opened() as pilot:
                    kind.work(pilot)  # what is read the first time only
                    begin = time.perf_counter()
                    for _ in range(TIMES):
                        kind.work(pilot)
                    found[kind.what, place].append(1000 * (time.perf_counter() - begin) / TIMES)
    for kind in kinds:
        small, *others = (_median(found[kind.what, place]) for place in range(len(cases)))
        for place, large in enumerate(others, start=1):
            grown = times_of(place)
            what = f"{kind.what}, {cases[place][0]} / {cases[0][0]}"
            yield Row(what, large / small, kind.target * grown, kind.too_slow * grown, large, small)


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def rows(folder: Path) -> Iterator[Row]:
    """All of them."""
    sessions = {length: session_of(folder / f"length-{length}", length) for length in LENGTHS}
    cases = [(f"{length:,} actions", lambda length=length: _gone_on(sessions[length])) for length in LENGTHS]
    yield from growing(cases, [Kind("an action", act, 1.1), Kind("a step back", undo, 1.1)])
    yield from growing(cases, [Kind("a session opened", reopened)], lambda place: LENGTHS[place] / LENGTHS[0])

    decks = {cards: folder / f"deck-{cards}.yaml" for cards in DECKS}
    for cards, path in decks.items():
        path.write_bytes(deck_of(cards))
    with_deck = [
        (f"{cards:,} cards", lambda cards=cards: Pilot(folder / f"cards-{cards}", deck=decks[cards]))
        for cards in DECKS
    ]
    looks = [("the cards opened", to("browse")), ("a page on", scrolled)]
    yield from growing(
        with_deck,
        [Kind("a letter sought", searched, 2, SHOWN + 1), *(Kind(*look, SHOWN, SHOWN + 1) for look in looks)],
    )
    yield from growing(with_deck, [Kind("setting up", to("setup"))])

    tables = {seats: session_of(folder / f"seats-{seats}", 100, seats) for seats in SEATS}
    around = [(f"{seats} participants", lambda seats=seats: _gone_on(tables[seats])) for seats in SEATS]
    yield from growing(around, [Kind("an action", act, 1.5)])


def _gone_on(folder: Path) -> Pilot:
    return _Seated(folder)


class _Seated(Pilot):
    """Someone who goes on with the session that is there."""

    def open(self) -> None:
        super().open()
        _do(self, commands.Resume("een"))


def main() -> int:
    """Print a row for each; 1 when something is too slow."""
    failed = 0
    print(f"{'what':52} {'ratio':>6} {'target':>7} {'too slow':>9}  detail")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            print(row, flush=True)
            failed |= row.ratio > row.too_slow
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
