"""A window is always on a screen that is there."""

import pytest

from tegenwicht.kit.window import LEAST_SEEN_PX, Place, sensible_size, within_screens

LAPTOP: Place = (0, 0, 1920, 1080)
BEAMER: Place = (1920, 0, 1280, 800)
LEFT: Place = (-1920, -200, 1920, 1080)


def seen(window: Place, screens: list[Place]) -> bool:
    """Whether one can take hold of the window: enough of its top edge is on a screen."""
    left, top, width, _ = window
    return any(
        x <= left + width - min(LEAST_SEEN_PX, width) and left + min(LEAST_SEEN_PX, width) <= x + w
        and y <= top < y + h
        for x, y, w, h in screens
    )  # fmt: skip


@pytest.mark.parametrize("place", [(100, 50, 1280, 800), (0, 0, 1920, 1080), (2000, 100, 1000, 600)])
def test_a_place_that_is_there_stays(place: Place) -> None:
    assert within_screens(place, [LAPTOP, BEAMER]) == place


@pytest.mark.parametrize(
    "place",
    [(2600, 300, 1280, 800), (-1900, -900, 1280, 800), (5000, 5000, 300, 300), (0, -500, 800, 600),
     (0, 1070, 800, 600), (-100_000, 0, 100_000, 100), (1900, 20, 1280, 800), (100, 100, 90_000, 90_000)],
)  # fmt: skip
def test_a_window_of_which_the_screen_is_gone_comes_back(place: Place) -> None:
    found = within_screens(place, [LAPTOP])
    assert found is not None
    assert seen(found, [LAPTOP])
    assert found[2] <= LAPTOP[2]
    assert found[3] <= LAPTOP[3]


def test_a_screen_at_the_left_counts_too() -> None:
    assert within_screens((-1500, -100, 900, 600), [LAPTOP, LEFT]) == (-1500, -100, 900, 600)


def test_where_no_screen_is_known_nothing_is_changed() -> None:
    assert within_screens((9000, 9000, 10, 10), []) == (9000, 9000, 10, 10)
    assert within_screens(None, [LAPTOP]) is None


def test_a_first_window_is_no_stamp_on_a_large_screen_and_fits_on_a_small_one() -> None:
    assert sensible_size([(0, 0, 3840, 2160)], (1280, 800)) == (3072, 1728)
    assert sensible_size([(0, 0, 1920, 1080)], (1280, 800)) == (1536, 864)
    assert sensible_size([(0, 0, 1366, 728)], (1280, 800)) == (1280, 691), "a laptop, without its taskbar"
    assert sensible_size([], (1280, 800)) == (1280, 800)
