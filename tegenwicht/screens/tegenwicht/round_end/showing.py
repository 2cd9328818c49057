"""How a round comes into sight: the beam lets go, and the rows of the table come one after the other."""

from tegenwicht.kit.motion import moves as m
from tegenwicht.screens.parts.table import scale
from tegenwicht.screens.tegenwicht.now import Now

PANS = ("pan:left", "pan:right")
ROW, BELOW = 0.06, 18
"""Seconds between one row and the next, and design pixels that each comes from."""


def revealed(now: Now) -> m.Move:
    """What moves when one looks at a round."""
    g, table = now.g, now.v.theme.table

    def leaning(degrees: float) -> tuple[object, ...]:
        return (scale.beam(g, table, scale.shape_on(g, round(degrees / scale.STEP) * scale.STEP)),)

    rows = [
        m.Wait(number * ROW, m.Shift(f"row:{cluster}", (0, BELOW)))
        for number, cluster in enumerate((*now.side(False), *now.side(True)))
    ]
    return m.Together((m.Sound("cloth"), m.Swing("beam", PANS, leaning, seconds=0.8), *rows))
