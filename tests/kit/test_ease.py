"""How movements go from 0 to 1."""

import itertools

import pytest

from tegenwicht.kit.motion import ease

ALL = (ease.out_cubic, ease.in_cubic, ease.in_out, ease.out_back, ease.spring)


@pytest.mark.parametrize("one", ALL)
def test_begins_at_its_start_and_ends_exactly_where_it_goes(one: ease.Ease) -> None:
    assert one(0.0) == pytest.approx(0.0, abs=1e-12) and one(1.0) == 1.0
    assert one(-3.0) == one(0.0) and one(7.0) == 1.0


@pytest.mark.parametrize("one", ALL)
def test_goes_without_jumps(one: ease.Ease) -> None:
    steps = [one(n / 1000) for n in range(1001)]
    assert max(abs(b - a) for a, b in itertools.pairwise(steps)) < 0.012


def test_the_spring_swings_beyond_its_place_once_by_18_percent_and_then_rests() -> None:
    way = [ease.spring(n / 1000) for n in range(1001)]
    assert max(way) == pytest.approx(1.18, abs=0.002)
    after = way[way.index(max(way)) :]
    assert min(after) > 0.985, "what swings back is too little to be seen"
    assert all(abs(value - 1) < 0.005 for value in after[-60:])


def test_out_back_goes_ten_percent_too_far() -> None:
    assert max(ease.out_back(n / 1000) for n in range(1001)) == pytest.approx(1.10, abs=0.005)


def test_keyed_goes_through_its_points_and_never_beyond_them() -> None:
    points = [(0.0, 5.0), (60.0, 4.0), (100.0, 9.0), (300.0, 9.0), (350.0, 20.0)]
    line = ease.Keyed(points)
    assert [line(time) for time, _ in points] == [value for _, value in points]
    assert (line(-10), line(900)) == (5.0, 20.0)
    for (t0, v0), (t1, v1) in itertools.pairwise(points):
        between = [line(t0 + (t1 - t0) * n / 50) for n in range(51)]
        assert min(v0, v1) - 1e-9 <= min(between) and max(between) <= max(v0, v1) + 1e-9
        assert between == sorted(between, reverse=v1 < v0)
