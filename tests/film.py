"""Movements frame by frame: their pictures in a folder, made with a clock that stands still in between.

``python -m tests.film FOLDER [WIDTHxHEIGHT]`` plays a turn and a half and films all that moves in it: a card that is
drawn, at the moments of the drawing it was designed with, a mention, the other side, a doorvraag, the end of the turn, a
lot, a card put aside, a counterweight that is enlarged and the pass after it; and a card and a stone that are dragged.
Each becomes one sheet of pictures.
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pygame

from tegenwicht.kit.motion.playing import Playing
from tests.pilot import TO_THE_TABLE, Pilot

DRAW = (0.0, 0.06, 0.12, 0.175, 0.21, 0.25, 0.31, 0.349, 0.38, 0.41, 0.44, 0.5)
"""Seconds: those of the picture of a draw, then how the card settles."""
TURN = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.28, 0.3)
FALL = (0.0, 0.05, 0.1, 0.2, 0.3, 0.33, 0.36, 0.42, 0.5, 0.55, 0.7, 0.83)
DONE = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.55, 0.75, 1.0)
LOT = (0.0, 0.1, 0.2, 0.3, 0.39, 0.42, 0.6, 0.9)
KEYS = (
    ("draw", "2", DRAW), ("mention", "5", FALL), ("other side", "a", TURN), ("doorvraag", "space", TURN),
    ("done", "pagedown", DONE), ("lot", "return", LOT), ("aside", "o", TURN), ("draw again", "3", DRAW),
    ("opposite", "t", DRAW), ("larger", "right", TURN), ("side by side", "escape", TURN), ("passed", "p", TURN),
)  # fmt: skip
REST_SECONDS = 3.0


def film(playing: Playing, folder: Path, moments: Iterable[float]) -> list[Path]:
    """A picture of the window at each moment (seconds from the beginning), and one of its end."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for moment in moments:
        playing.step(playing.began + moment)
        made.append(_saved(playing.window, folder / f"{round(moment * 1000):04} ms.png"))
    playing.finish()
    return [*made, _saved(playing.window, folder / "end.png")]


def _saved(surface: pygame.Surface, path: Path) -> Path:
    pygame.image.save(surface, str(path))
    return path


def sheet(pictures: Sequence[pygame.Surface], out: Path, across: int = 4, width: int = 640) -> None:
    """All pictures small, in rows on one, to be looked at together."""
    high = pictures[0].get_height() * width // pictures[0].get_width()
    rows = -(-len(pictures) // across)
    whole = pygame.Surface((across * (width + 8), rows * (high + 8)), 0, 24)
    whole.fill((60, 60, 60))
    for number, picture in enumerate(pictures):
        small = pygame.transform.smoothscale(picture.convert(24), (width, high))
        whole.blit(small, (number % across * (width + 8), number // across * (high + 8)))
    pygame.image.save(whole, str(out))


def _seen(pilot: Pilot, moments: Sequence[float]) -> list[pygame.Surface]:
    """The window at those moments from now; then it is at rest."""
    began, found = pilot.clock.now, []
    for moment in moments:
        pilot.clock.now = began + moment
        pilot.app.take([])
        found.append(pilot.app.screen.surface.copy())
    for _ in range(2):
        pilot.clock.now += REST_SECONDS
        pilot.app.take([])
    return found


def _dragged(pilot: Pilot, *way: tuple[int, int]) -> list[pygame.Surface]:
    """Something dragged along a way of places of 1920 by 1080, and let go."""
    unit = pilot.app.screen.size[0] / 1920
    places = [(round(x * unit), round(y * unit)) for x, y in way]
    pilot.mouse_move(*places[0])
    found = _seen(pilot, (0.2,))
    pilot.mouse_down(*places[0])
    for place in places[1:]:
        pilot.mouse_move(*place, down=True)
        for _ in range(5):
            pilot.clock.now += 1 / 60
            pilot.app.take([])
        found.append(pilot.app.screen.surface.copy())
    pilot.mouse_up(*places[-1])
    return [*found, *_seen(pilot, (0.0, 0.1, 0.2, 0.4))]


def main() -> None:
    """Film a turn and a half, and what is dragged."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wide, _, high = (sys.argv[2] if len(sys.argv) > 2 else "1920x1080").partition("x")
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    with (
        tempfile.TemporaryDirectory() as data,
        Pilot(Path(data), motion=True, size=(int(wide), int(high))) as pilot,
    ):
        pilot.press(*TO_THE_TABLE)
        for name, key, moments in KEYS:
            pilot.key(key)
            sheet(_seen(pilot, moments), folder / f"{name}.png")
        pilot.key("pagedown")
        _seen(pilot, (0.0,))
        card = _dragged(pilot, (651, 790), (700, 650), (900, 450), (960, 400))
        stone = _dragged(pilot, (1650, 650), (1700, 500), (1745, 330))
        sheet([*card, *stone, *_dragged(pilot, (900, 600), (1300, 700), (1740, 880))], folder / "dragged.png")


if __name__ == "__main__":
    main()
