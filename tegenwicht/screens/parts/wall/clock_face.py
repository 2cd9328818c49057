"""The time of a turn or a part: a ring that fills, what it is for, and the buttons for it. For every mode."""

from tegenwicht.game.clock import Reading, Stage
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Op, Ring
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.words import time_aloud, time_shown
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

RING = 146


def is_on(playing: Playing) -> bool:
    """Whether there is time to show."""
    reading: Reading | None = playing.reading
    return reading is not None and reading.stage is not Stage.OFF


def clock_ring(v: View, playing: Playing) -> Box | None:
    """A ring that fills, with the time left in it; None when the time is off."""
    if not is_on(playing):
        return None
    reading: Reading = playing.reading
    px, big, small = v.text_px(RING), v.text_px(36), v.text_px(widgets.LEAST)
    thinking = reading.stage is Stage.THINKING
    shown, words = _time_words(playing, reading)
    label = tr("Denktijd") if thinking else tr("Gesprekstijd")
    colour = v.theme.good if thinking else v.theme.ink
    number = (round(reading.gone * 100), 0, 100)

    def place(rect: Rect) -> Nodes:
        ring = Rect(rect.x, rect.y, px, px)
        ops: list[Op] = [Ring(ring, reading.gone, max(4, px // 12), colour, v.theme.quiet)]
        high, low = v.type.line_height(big) if shown else 0, v.type.line_height(small)
        y = ring.y + (px - high - low) // 2
        if shown:
            ops.append(widgets.middle_line(v, Rect(ring.x, y, px, high), shown, "bold", big, v.theme.ink))
        at = Rect(ring.x, y + high, px, low)
        ops.append(widgets.middle_line(v, at, words, "medium", small, v.theme.muted))
        value = time_aloud(reading, playing.standing_still)
        return [Node("clock", Role.TIMER, ring, label, value, number=number, ops=tuple(ops))]

    return Leaf(px, place, px)


def _time_words(playing: Playing, reading: Reading) -> tuple[str, str]:
    """(minutes and seconds, what they are for); thinking has no numbers."""
    if reading.stage is Stage.OVER:
        return time_shown(reading.left), tr("tijd is om")
    thinking = reading.stage is Stage.THINKING
    shown = "" if thinking else time_shown(reading.left)
    if playing.standing_still:
        return shown, tr("stilgezet")
    return shown, tr("denken") if thinking else tr("gesprek")
