"""What is measured of movements finds flashes, and nothing where there are none."""

from tests.proof.access.motion import CELLS as WINDOW
from tests.proof.access.motion import FIELD, MOST_PART, _flashing

CELLS = WINDOW[0] * WINDOW[1]


def film(*frames: tuple[float, ...]) -> list[list[float]]:
    return [list(frame) for frame in frames]


def all_of(value: float) -> tuple[float, ...]:
    return (value,) * CELLS


def test_a_window_that_flashes_four_times_is_found() -> None:
    blinking = [all_of(0.9 if n % 2 else 0.1) for n in range(10)]
    assert _flashing(film(*blinking)) == 1.0


def test_three_times_is_not_too_often() -> None:
    blinking = [all_of(0.9 if n % 2 else 0.1) for n in range(4)]
    assert _flashing(film(*blinking, *[blinking[-1]] * 20)) == 0.0


def test_nor_is_a_small_part_of_it() -> None:
    blinking = [(0.9 if n % 2 else 0.1, *(0.5,) * (CELLS - 1)) for n in range(10)]
    assert 0 < _flashing(film(*blinking)) < MOST_PART


def blinking_at(cells: set[int]) -> list[list[float]]:
    return [[(0.9 if n % 2 else 0.1) if cell in cells else 0.5 for cell in range(CELLS)] for n in range(10)]


def test_more_than_a_quarter_of_what_one_sees_at_once_is_found_wherever_it_is() -> None:
    wide = FIELD[0] // 2
    block = {(y + 20) * WINDOW[0] + x + 40 for x in range(wide) for y in range(FIELD[1] // 2 + 1)}
    assert _flashing(blinking_at(block)) > MOST_PART


def test_as_much_scattered_over_the_window_is_not() -> None:
    scattered = set(range(0, CELLS, CELLS // 90))
    assert len(scattered) > MOST_PART * FIELD[0] * FIELD[1]
    assert 0 < _flashing(blinking_at(scattered)) < MOST_PART


def test_nor_is_something_dark_that_goes_by() -> None:
    passing = [tuple(0.1 if n == cell else 0.9 for cell in range(CELLS)) for n in range(100)]
    assert _flashing(film(*passing)) == 0.0


def test_nor_four_times_in_longer_than_a_second() -> None:
    slow = [all_of(0.9 if n // 20 % 2 else 0.1) for n in range(120)]
    assert _flashing(film(*slow)) == 0.0
