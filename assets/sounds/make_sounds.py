"""Makes the program's one sound, with the standard library alone: ``python assets/sounds/make_sounds.py``.

``bell.wav``: time's end; a soft, warm bell: sine partials that each die away at their own pace.

44.1 kHz, mono, 16 bit, peaking at -12 dBFS, ending in silence. Every run makes the same bytes.
"""

import math
import struct
import wave
from collections.abc import Iterator
from pathlib import Path

RATE = 44_100

BELL_SECONDS = 1.6
BELL_PITCH = 392.0  # the g above middle c: low enough to be kind in a meeting room
BELL_PARTIALS = (
    # times the pitch, strength, seconds until it has fallen to 1/e
    (0.5, 0.30, 0.60),
    (1.0, 1.00, 0.50),
    (1.003, 0.35, 0.50),  # a little out of tune with the one before: a slow, warm beat
    (2.0, 0.42, 0.32),
    (2.4, 0.12, 0.22),  # the minor third that makes it a bell and not an organ
    (3.0, 0.14, 0.17),
    (4.2, 0.05, 0.09),
)
BELL_PEAK_DB = -12.0


def bell() -> list[float]:
    """A soft stroke: partials that swell in 6 ms and then die away exponentially."""
    return [
        min(1.0, t / 0.006)
        * sum(
            power * math.exp(-t / fall) * math.sin(math.tau * BELL_PITCH * times * t)
            for times, power, fall in BELL_PARTIALS
        )
        for t in _moments(BELL_SECONDS)
    ]


def finished(samples: list[float], peak_db: float, fade: float) -> list[int]:
    """Whole numbers of 16 bits at the wished peak; the last ``fade`` seconds go smoothly to nothing."""
    count = round(fade * RATE)
    start = len(samples) - count
    faded = [
        value * 0.5 * (1 + math.cos(math.pi * (at - start) / (count - 1))) if at >= start else value
        for at, value in enumerate(samples)
    ]
    scale = 10 ** (peak_db / 20) * 32_767 / max(map(abs, faded))
    return [round(value * scale) for value in faded]


def write(path: Path, samples: list[int]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def _moments(seconds: float) -> Iterator[float]:
    return (at / RATE for at in range(round(seconds * RATE)))


def main() -> None:
    here = Path(__file__).parent
    write(here / "bell.wav", finished(bell(), BELL_PEAK_DB, 0.35))


if __name__ == "__main__":
    main()
