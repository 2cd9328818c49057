"""A movement frame by frame: its pictures in a folder, made with a clock that stands still in between.

``python -m tests.film FOLDER`` films a card that is drawn, at the moments of the drawing it was designed with.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pygame

from tegenwicht.kit.motion.playing import Playing

MOMENTS = (0.0, 0.06, 0.12, 0.175, 0.21, 0.25, 0.31, 0.35, 0.41, 0.5)
"""Seconds: those of the picture of a draw, then how the card settles."""


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


def strip(pictures: list[Path], out: Path, across: int = 4, width: int = 640) -> None:
    """All pictures small, in rows on one, to be looked at together."""
    first = pygame.image.load(str(pictures[0]))
    high = first.get_height() * width // first.get_width()
    rows = -(-len(pictures) // across)
    sheet = pygame.Surface((across * (width + 8), rows * (high + 8)), 0, 24)
    sheet.fill((60, 60, 60))
    for number, path in enumerate(pictures):
        small = pygame.transform.smoothscale(pygame.image.load(str(path)).convert(24), (width, high))
        sheet.blit(small, (number % across * (width + 8), number // across * (high + 8)))
    pygame.image.save(sheet, str(out))


def main() -> None:
    """Film the draw of a card on a small table of plain surfaces."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    from tegenwicht.kit.motion.moves import Lift
    from tests.kit.small_table import SmallTable, back, painter, shown

    pygame.display.init()
    pygame.font.init()
    table, on, folder = SmallTable(), painter(), Path(sys.argv[1])
    surface = pygame.display.set_mode(table.size)
    was = shown(table.tree(), on, surface)._replace(pixels=surface.copy())
    now = shown(table.tree(card=True, words=False), on, surface, focus="card")
    move = Lift(("pile:1",), "card", back, without=("words",))
    strip(film(Playing(move, was, now, on, 0.0), folder, MOMENTS), folder / "all.png")


if __name__ == "__main__":
    main()
