"""How a movement goes from 0 to 1: pure functions of the part of its time that has gone by, 0.0 to 1.0.

Every one of them is 0.0 at 0.0 and exactly 1.0 at 1.0, and stays there for what lies outside.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import cos, exp, log, pi, sin

Ease = Callable[[float], float]

OVERSHOOT = 0.18
"""Of the damped spring: how far it swings beyond its place, once, as a part of the way."""
_PEAK = 0.45
"""The part of its time after which the spring is furthest beyond its place."""
_CALM = 0.6
"""From here on what is left of its swing is damped away, so that it ends at rest."""


def clamped(t: float) -> float:
    """No less than 0.0 and no more than 1.0."""
    return 0.0 if t <= 0 else 1.0 if t >= 1 else t


def out_cubic(t: float) -> float:
    """Fast at first, slowing down towards the end."""
    return 1 - (1 - clamped(t)) ** 3


def in_cubic(t: float) -> float:
    """Slow at first, faster and faster."""
    return float(clamped(t) ** 3)


def in_out(t: float) -> float:
    """Slow, fast, slow: the smoothstep."""
    t = clamped(t)
    return t * t * (3 - 2 * t)


def out_back(t: float) -> float:
    """Fast at first, 10 % beyond its place, and back."""
    t, pull = clamped(t) - 1, 1.70158
    return 1 + t * t * ((pull + 1) * t + pull)


def spring(t: float) -> float:
    """A damped spring: one overshoot of 18 %, then at rest. For a beam that finds its new balance."""
    t = clamped(t)
    if t == 1:
        return 1.0
    turn, fall = pi / _PEAK, -log(OVERSHOOT) / _PEAK
    swing = exp(-fall * t) * (cos(turn * t) + fall / turn * sin(turn * t))
    return 1 - swing * (1 - in_out((t - _CALM) / (1 - _CALM)))


def there_and_back(t: float) -> float:
    """From 0.0 to 1.0 at half time and back; the exception that does not end at 1.0."""
    return sin(pi * clamped(t))


def nod(t: float) -> float:
    """One way and less far the other, dying away: from 0.0 by 1.0 back to 0.0."""
    t = clamped(t)
    return sin(2.5 * pi * t) * (1 - t) ** 2 / 0.654


class Keyed:
    """A smooth line through points in time: (time, value), time going up; it never swings beyond a point.

    Monotone cubic pieces (Fritsch and Carlson, 1980), with no slope at both ends. Before the first point
    the first value, after the last the last.
    """

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        self.times = [time for time, _ in points]
        self.values = [value for _, value in points]
        slopes = [(v1 - v0) / (t1 - t0) for (t0, v0), (t1, v1) in pairwise(points)]
        inner = [_between(a, b) for a, b in pairwise(slopes)]
        self._slopes = [0.0, *inner, 0.0]

    def __call__(self, time: float) -> float:
        """The value at a moment."""
        number = bisect_right(self.times, time) - 1
        if number < 0:
            return self.values[0]
        if number >= len(self.times) - 1:
            return self.values[-1]
        span = self.times[number + 1] - self.times[number]
        t = (time - self.times[number]) / span
        v0, v1 = self.values[number : number + 2]
        s0, s1 = (slope * span for slope in self._slopes[number : number + 2])
        bend = in_out(t)
        return v0 + (v1 - v0) * bend + t * (1 - t) * (s0 * (1 - t) - s1 * t)


def _between(a: float, b: float) -> float:
    """The slope at a point between two pieces: their harmonic mean, none where the line turns."""
    return 0.0 if a * b <= 0 else 2 * a * b / (a + b)
