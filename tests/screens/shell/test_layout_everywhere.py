"""Every screen and panel on every size of window and of text: nothing cut off, covered or out of reach."""

from collections.abc import Callable, Iterator

import pygame
import pytest

from tegenwicht.gallery import geometry, looks
from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import FOCUSABLE, find, focusable, scrolls_around, walk

COMBINATIONS = [
    *((size, text) for size in screens.SIZES for text in screens.TEXT_SIZES),
    ((1366, 768), 120), ((1280, 1024), 110), ((800, 1280), 130), ((1920, 1080), 110),
]  # fmt: skip
MOVED_THROUGH = (
    "start with sessions", "setup of twelve", "cards, the longest", "settings", "table with the longest card",
    "table drawing from piles", "table with news", "weigh, shown", "people, eleven", "aside", "round",
    "close of the longest",
)  # fmt: skip


Screens = dict[str, looks.Shown]


@pytest.fixture(scope="module", params=COMBINATIONS, ids=lambda c: f"{c[0][0]}x{c[0][1]} at {c[1]} %")
def trees(request: pytest.FixtureRequest) -> Screens:
    size, text = request.param
    built = {name: screens.built(model, size, text)[1] for name, model in screens.all_screens().items()}
    return {name: looks.shown(tree) for name, tree in built.items()}


def problems(trees: Screens, look: Callable[[looks.Shown], Iterator[str]]) -> str:
    return "\n".join(f"{name}: {found}" for name, shown in trees.items() for found in look(shown))


# -- the same, held for all screens


def test_text_stays_inside_what_shows_it(trees: Screens) -> None:
    assert not problems(trees, looks.text_outside)


def test_no_text_over_other_text(trees: Screens) -> None:
    assert not problems(trees, looks.text_over_text)


def test_no_control_over_another(trees: Screens) -> None:
    assert not problems(trees, looks.control_over_control)


def test_no_text_of_others_over_a_control(trees: Screens) -> None:
    assert not problems(trees, looks.text_over_control)


def test_every_control_can_be_brought_into_the_window(trees: Screens) -> None:
    assert not problems(trees, looks.out_of_reach)


def test_what_does_not_scroll_is_inside_the_window(trees: Screens) -> None:
    assert not problems(trees, looks.outside_the_window)


def test_every_target_is_large_enough_to_hit(trees: Screens) -> None:
    assert not problems(trees, looks.too_small)


def test_every_control_has_a_name_of_its_own(trees: Screens) -> None:
    assert not problems(trees, looks.without_own_name)


def test_the_word_on_a_control_is_in_its_name(trees: Screens) -> None:
    """So that who speaks to the computer can say what is to be read."""
    assert not problems(trees, looks.word_not_in_name)


def test_one_primary_button_at_the_most(trees: Screens) -> None:
    assert not problems(trees, looks.primaries)


def test_the_focus_begins_on_something_that_can_be_seen(trees: Screens) -> None:
    """Without any scrolling by hand the first focus, mostly the primary button, is in the window."""
    assert not problems(trees, looks.first_focus_unseen)


@pytest.mark.parametrize("name", MOVED_THROUGH)
def test_the_focus_scrolls_into_sight_wherever_it_goes(name: str) -> None:
    """On the smallest window with the largest text, by really moving it."""
    model, tree = screens.built(screens.all_screens()[name], (1024, 640), 200)
    for node in focusable(tree)[::2]:
        _, moved = screens.built(screens.focused(model, node.key), (1024, 640), 200)
        now = find(moved, node.key)
        assert now is not None
        for view in scrolls_around(moved, node.key):
            seen = now.rect._replace(h=min(now.rect.h, view.rect.h - 24))  # of a high card, the beginning
            assert not geometry.sticks_out(seen, view.rect), node.key


def test_a_screen_is_built_alike_whatever_was_drawn_before() -> None:
    """A card that came up since the last frame takes the focus; in the gallery there is no frame before."""
    model, _ = screens.built(screens.all_screens()["table with news"], (1024, 640), 200)
    start = screens.built(screens.all_screens()["start with sessions"], (1024, 640), 200)
    screens.window().draw(pygame.Surface((1024, 640)), start[1], "")
    moved, _ = screens.built(screens.focused(model, "slip"), (1024, 640), 200)
    assert moved.focus == "slip"


READ_AT_THE_LAPTOP = ("regie", "rehearsal")
"""With the regie, whoever leads sits before it; the group looks at a window of its own."""


def test_a_beamer_in_a_room_is_readable() -> None:
    for name, model in screens.all_screens().items():
        _, tree = screens.built(model, (1920, 1080))
        for op, by in geometry.lines(tree):
            on_a_card = any(node.label.startswith("Kaart ") for node in by.around)
            least = {"card:title": 31, "card:question": 52}.get(by.node.key, 20) if on_a_card else 20
            least = 16 if name.startswith(READ_AT_THE_LAPTOP) else least
            assert op.px >= least, (name, op)


def test_every_kind_of_control_is_among_the_screens() -> None:
    """The other tests look at all there is."""
    seen = set()
    for model in screens.all_screens().values():
        seen |= {node.role for node in walk(screens.built(model, (1920, 1080))[1])}
    assert seen >= FOCUSABLE
