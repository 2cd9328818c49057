"""How a round comes into sight: the scale is loaded again and lets go, and the rows of the table come in turn."""

from tegenwicht.kit.motion import moves
from tegenwicht.kit.ops import Op
from tegenwicht.screens.parts.table import scale
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces.pans import heap_of

PANS = ("pan:left", "pan:right")
ROW, BELOW = 0.06, 18
"""Seconds between one row and the next, and design pixels that each comes from."""


def revealed(now: Now) -> moves.Move:
    """What moves when one looks at a round after a guess: what lay on the pans comes back from its counters."""
    g, table = now.g, now.v.theme.table

    def leaning(degrees: float) -> tuple[Op, ...]:
        return (scale.beam(g, table, scale.shape_on(g, round(degrees / scale.STEP) * scale.STEP)),)

    back = moves.Together(
        tuple(
            moves.Gather(PANS[right], tuple(f"counter:{one.cluster}" for one in heap_of(now, right).pieces))
            for right in (False, True)
        )
    )
    swing = moves.Together((moves.Sound("stone"), moves.Swing("beam", PANS, leaning, seconds=0.8)))
    return moves.Together((moves.Sound("cloth"), moves.InTurn((back, swing)), *rows(now)))


def rows(now: Now) -> list[moves.Move]:
    """The rows of the table, one after the other."""
    return [
        moves.Wait(number * ROW, moves.Shift(f"row:{cluster}", (0, BELOW)))
        for number, cluster in enumerate((*now.side(False), *now.side(True)))
    ]
