"""Makes the program's sounds, with the standard library alone: ``python assets/sounds/make_sounds.py [FOLDER]``.

``bell``: time's end; a soft, warm bell: sine partials that each die away at their own pace.
``slide``: a card that slides off its pile. ``thud``: it is set down. ``stone``: a stone falls on the pan.
``paper``: a slip is drawn out, a card turned. ``cloth``: something soft is laid over.

Mono, 16 bit, ending in silence; the bell at 44.1 kHz, the others at 22.05. Every run makes the same bytes:
noise comes from a generator that is started with the same number.
"""

import math
import random
import struct
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

RATE, SMALL_RATE = 44_100, 22_050

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
        for t in _moments(BELL_SECONDS, RATE)
    ]


def noise(seconds: float, seed: int, low: float, high: float) -> list[float]:
    """Noise between about two pitches, in Hz: two filters of one pole each, twice."""
    chance = random.Random(seed)
    keep_low, keep_high = math.exp(-math.tau * low / SMALL_RATE), math.exp(-math.tau * high / SMALL_RATE)
    below = [0.0, 0.0]
    smooth = [0.0, 0.0]
    found = []
    for _ in range(round(seconds * SMALL_RATE)):
        value = chance.uniform(-1.0, 1.0)
        for stage in range(2):
            smooth[stage] += (1 - keep_high) * (value - smooth[stage])
            value = smooth[stage]
            below[stage] += (1 - keep_low) * (value - below[stage])
            value -= below[stage]
        found.append(value)
    return found


def shaped(samples: list[float], swell: float, fall: float) -> list[float]:
    """Swells in so many seconds, and falls to 1/e in so many."""
    return [
        value * min(1.0, t / swell) * math.exp(-max(0.0, t - swell) / fall)
        for value, t in zip(samples, _moments(len(samples) / SMALL_RATE, SMALL_RATE), strict=False)
    ]


def added(*parts: tuple[float, float, list[float]]) -> list[float]:
    """Parts together: (strength, seconds at which it begins, samples)."""
    length = max(round(at * SMALL_RATE) + len(samples) for _, at, samples in parts)
    found = [0.0] * length
    for strength, at, samples in parts:
        peak = max(map(abs, samples))
        for number, value in enumerate(samples, round(at * SMALL_RATE)):
            found[number] += strength * value / peak
    return found


def tone(seconds: float, pitch: float, fall: float, drop: float = 0.0) -> list[float]:
    """A sine that dies away, and drops by so many Hz a second."""
    return [
        min(1.0, t / 0.002) * math.exp(-t / fall) * math.sin(math.tau * (pitch * t - drop * t * t / 2))
        for t in _moments(seconds, SMALL_RATE)
    ]


def slide() -> list[float]:
    """Card over card: a short hiss that rises and is gone."""
    return added((1.0, 0.0, shaped(noise(0.26, 11, 900, 3400), 0.07, 0.055)),
                 (0.35, 0.02, shaped(noise(0.2, 12, 250, 800), 0.05, 0.05)))  # fmt: skip


def thud() -> list[float]:
    """Something flat and light set down on wood: a low knock, and a breath of air."""
    return added((1.0, 0.0, tone(0.26, 128, 0.055, 220)), (0.45, 0.0, tone(0.12, 236, 0.025, 300)),
                 (0.30, 0.0, shaped(noise(0.12, 21, 300, 1500), 0.003, 0.018)))  # fmt: skip


def stone() -> list[float]:
    """A small stone on brass, softly: a tick, and two pitches that ring for a moment."""
    return added((1.0, 0.0, tone(0.30, 1180, 0.050)), (0.55, 0.0, tone(0.26, 1905, 0.032)),
                 (0.25, 0.0, tone(0.30, 590, 0.060)), (0.5, 0.0, shaped(noise(0.05, 31, 1500, 5000), 0.001, 0.006)),
                 (0.22, 0.085, tone(0.14, 1180, 0.025)))  # fmt: skip


def paper() -> list[float]:
    """A slip of paper drawn out: two rustles."""
    return added((1.0, 0.0, shaped(noise(0.12, 41, 2200, 6500), 0.02, 0.025)),
                 (0.6, 0.07, shaped(noise(0.16, 42, 1800, 5500), 0.03, 0.035)))  # fmt: skip


def cloth() -> list[float]:
    """Something soft that falls over something: a low breath."""
    return added((1.0, 0.0, shaped(noise(0.45, 51, 120, 900), 0.13, 0.09)))


def finished(samples: list[float], peak_db: float, fade: float, rate: int) -> list[int]:
    """Whole numbers of 16 bits at the wished peak; the last ``fade`` seconds go smoothly to nothing."""
    count = round(fade * rate)
    start = len(samples) - count
    faded = [
        value * 0.5 * (1 + math.cos(math.pi * (at - start) / (count - 1))) if at >= start else value
        for at, value in enumerate(samples)
    ]
    scale = 10 ** (peak_db / 20) * 32_767 / max(map(abs, faded))
    return [round(value * scale) for value in faded]


def write(path: Path, samples: list[int], rate: int) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def _moments(seconds: float, rate: int) -> Iterator[float]:
    return (at / rate for at in range(round(seconds * rate)))


SMALL = {"slide": (slide, -18.0), "thud": (thud, -14.0), "stone": (stone, -18.0),
         "paper": (paper, -22.0), "cloth": (cloth, -20.0)}  # fmt: skip
"""How each is made, and its peak in dBFS."""


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    write(folder / "bell.wav", finished(bell(), BELL_PEAK_DB, 0.35, RATE), RATE)
    for name, (make, peak) in SMALL.items():
        write(folder / f"{name}.wav", finished(make(), peak, 0.05, SMALL_RATE), SMALL_RATE)


if __name__ == "__main__":
    main()
