"""The time of a part of a game in the casing of the table's clock: it shows, and never forces."""

from tegenwicht.game import events
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.table import rim
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.wall.clock_face import is_on
from tegenwicht.screens.parts.words import time_aloud
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Clock
from tegenwicht.screens.shell.model import Playing


def time_shown(seconds: float) -> str:
    """Minutes and seconds: "1:24"."""
    whole = max(0, int(-(-seconds // 1)))
    return f"{whole // 60}:{whole % 60:02d}"


def time_disc(g: Ground, playing: Playing, at: Rect) -> list[Node]:
    """The clock filling ``at``; nothing where the time is off."""
    if not is_on(playing):
        return []
    reading: Reading = playing.reading
    over = reading.stage is Stage.OVER
    still = playing.standing_still and not over
    figures = f"+{time_shown(reading.past)}" if over else time_shown(reading.left)
    small = g._replace(scale=g.scale * at.w / g.px(2 * rim.CASING))
    ops = rim.clock_ops(
        small, at, 1.0 - reading.gone, figures, "pause" if still else "", reading.stage is Stage.THINKING
    )  # fmt: skip
    label = tr("Denktijd") if reading.stage is Stage.THINKING else tr("Gesprekstijd")
    told = time_aloud(reading, playing.standing_still)
    number = (round(reading.gone * 100), 0, 100)
    return [Node("clock", Role.TIMER, at, label, told, number=number, ops=ops)]


def time_acts(playing: Playing) -> tuple[Act, ...]:
    """Pause or go on, and a minute more; nothing where the time is off."""
    if not is_on(playing) or events.AddMinute not in playing.legal:
        return ()
    word, glyph = (tr("Verder"), "play") if playing.standing_still else (tr("Pauze"), "pause")
    toggle = Act("clock:toggle", word, Clock("toggle"), keys.CLOCK, glyph)
    minute = Act("clock:minute", tr("Minuut erbij"), Clock("minute"), keys.MINUTE, "timer")
    return (minute,) if playing.reading.stage is Stage.OVER else (toggle, minute)
