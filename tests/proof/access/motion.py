"""Everything that moves, frame by frame: nothing flashes, nothing lasts, and nothing moves where that is asked."""

import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pygame

from tests.pilot import Pilot
from tests.proof.access.base import Finding, number
from tests.screens.colours import luminance

SIZE, CELLS = (1024, 640), (64, 40)
FRAME_SECONDS = 1 / 60
MOST_FRAMES = 180
LEAST_CHANGE, DARK = 0.1, 0.8
"""A flash as WCAG has it: two opposite changes of 10 % of the greatest luminance, the darker below 0.80."""
MOST_FLASHES = 3
STILL = 0.005
"""What changes no more than this from one frame to the next stands still."""
FIELD, MOST_PART = (21, 16), 0.25
"""What one sees sharply at once, in cells: ten degrees, 341 by 256 of the 1024 by 640 pixels, anywhere on the window. As
WCAG has it, more than a quarter of that may not flash at the same time."""
LONGEST_SECONDS = 5.0
KEYS = (
    "return",
    "2",
    "3",
    "t",
    "return",
    "return",
    "1",
    "return",
    "return",
    "5",
    "return",
    "return",
    "4",
    "return",
)
"""Play: draw, mention, a counterweight, the next; to the end of a round of four."""

Frame = list[float]


def moved() -> dict[str, Finding]:
    """What was seen of all movements of a round, with and without *Minder beweging*."""
    with tempfile.TemporaryDirectory(prefix="proof-") as name:
        films = _films(Path(name) / "on", True)
        still = _films(Path(name) / "off", False)
    frames = sum(map(len, films))
    longest = max(len(film) for film in films) * FRAME_SECONDS
    part = max((_flashing(film) for film in films if len(film) > 2), default=0.0)
    too_many = [f"{part:.1%} van een blikveld flitst vaker dan drie keer"] if part > MOST_PART else []
    too_long = [f"een beweging duurt {longest:.1f} s"] if longest > LONGEST_SECONDS else []
    moving = [f"na toets {n} beweegt er iets" for n, film in enumerate(still, 1) if len(film) > 1]
    moves = sum(len(film) > 2 for film in films)
    return {
        "no flash": Finding(
            frames,
            "beelden",
            f"meer dan 3 flitsen per s op {number(100 * part)} % van een blikveld van 341 × 256 (mag 25 %)",
            tuple(too_many),
        ),
        "short motion": Finding(moves, "bewegingen", f"langste {number(longest)} s (mag 5)", tuple(too_long)),
        "no motion": Finding(
            len(still), "keer iets gedaan", f"{len(moving)} bewegingen met Minder beweging", tuple(moving)
        ),
    }


def _films(folder: Path, motion: bool) -> list[list[Frame]]:
    """The frames after each key."""
    with Pilot(folder, motion=motion, size=SIZE) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        pilot.press("Mensen aan tafel: minder")
        pilot.press("Aan tafel")
        return [_film(pilot, key) for key in KEYS]


def _film(pilot: Pilot, key: str) -> list[Frame]:
    found = [_frame(pilot.app.screen.surface)] if pilot.motion else []
    pilot.key(key)
    while pilot.app.screen.stage.moving is not None and len(found) < MOST_FRAMES:
        found.append(_frame(pilot.app.screen.surface))
        pilot.clock.now += FRAME_SECONDS
        pilot.app.take([])
    return [*found, _frame(pilot.app.screen.surface)]


def _frame(surface: pygame.Surface) -> Frame:
    """The luminance of each cell of the window."""
    small = pygame.transform.smoothscale(surface, CELLS)
    return [luminance(tuple(small.get_at((x, y))[:3])) for y in range(CELLS[1]) for x in range(CELLS[0])]


def _flashing(film: list[Frame]) -> float:
    """The part (0.0 to 1.0) of a field of view, wherever that is most, that flashes once too often in one frame."""
    at_once: dict[int, list[int]] = {}
    for place, cell in enumerate(zip(*film, strict=True)):
        flashes = _flashes_of(cell)
        for before, frame in zip(flashes, flashes[MOST_FLASHES:], strict=False):
            if (frame - before) * FRAME_SECONDS < 1:
                at_once.setdefault(frame, []).append(place)
    return max(map(_fullest, at_once.values()), default=0.0)


def _fullest(cells: list[int]) -> float:
    """The part (0.0 to 1.0) of the field of view in which most of these cells are."""
    places, most = [(cell % CELLS[0], cell // CELLS[0]) for cell in cells], 0
    for left in {x for x, _ in places}:
        rows = Counter(y for x, y in places if left <= x < left + FIELD[0])
        most = max(most, *(sum(rows[y] for y in range(top, top + FIELD[1])) for top in list(rows)))
    return most / (FIELD[0] * FIELD[1])


def _flashes_of(cell: tuple[float, ...]) -> list[int]:
    """Pairs of opposite changes in how light one place is: in which frame each is complete."""
    peaks = _peaks(cell)
    changes = [
        (frame, value - before)
        for (_, before), (frame, value) in pairwise(peaks)
        if abs(value - before) >= LEAST_CHANGE and min(before, value) < DARK
    ]
    return [frame for (_, one), (frame, other) in pairwise(changes) if one * other < 0]


def _peaks(cell: tuple[float, ...]) -> list[tuple[int, float]]:
    """(frame, value) wherever it becomes lighter after darker, or darker after lighter, and at both ends."""
    steps = [(0, cell[0])]
    for frame, value in enumerate(cell):
        if abs(value - steps[-1][1]) > STILL:
            steps.append((frame, value))
    turns = [
        step
        for before, step, after in zip(steps, steps[1:], steps[2:], strict=False)
        if (step[1] - before[1]) * (after[1] - step[1]) < 0
    ]
    return [steps[0], *turns, *steps[1:][-1:]]
