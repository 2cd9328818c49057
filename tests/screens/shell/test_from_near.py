"""The games on a small window, as on any laptop: the same pictures as on a large one, in letters of one scale."""

import itertools
from functools import cache

import pytest

from tegenwicht.gallery import states
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Icon, Words

SIZES = ((1024, 640), (1280, 720), (1366, 768))
GAMES = (
    "alone hand", "alone card", "alone card, a doorvraag", "alone pair", "stones, two left", "stones, what moved",
    "fingers", "fingers, hands counted", "weighing talk", "weighing result", "harvest, Deniz tells",
    "harvest, the scale", "round", "round, guessed", "weigh, counting down", "weigh, hands counted",
    "weigh, the published place",
)  # fmt: skip
PAGES = (
    "sessions", "compare", "cards", "cards with a hand", "one card", "settings", "help", "decks", "deck editing",
)  # fmt: skip
LEAST_LETTERS, LEAST_LARGE = 16, 28
"""Pixels, on the smallest of these windows; and of what a page asks."""


@cache
def tree_of(name: str, size: tuple[int, int], text: int = 100) -> Node:
    """A screen of the gallery."""
    return states.built(states.all_screens()[name], size, text)[1]


def node(tree: Node, key: str) -> Node:
    """The node with that key."""
    return next(one for one in walk(tree) if one.key == key)


@pytest.mark.parametrize("name", GAMES)
def test_no_letters_are_too_small_to_read_together(name: str) -> None:
    words = [
        op
        for one in walk(tree_of(name, (1024, 640)))
        for op in one.ops
        if isinstance(op, Words) and one.role is not Role.IMAGE
    ]
    assert words and [op.text for op in words if op.px < LEAST_LETTERS] == []


@pytest.mark.parametrize("size", [*SIZES, (800, 1280)])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_on_a_laptop(name: str, size: tuple[int, int]) -> None:
    tree = tree_of(name, size)
    words = [op for one in walk(tree) for op in one.ops if isinstance(op, Words)]
    assert [op.text for op in words if op.px < LEAST_LETTERS] == []
    assert max(op.px for op in words) >= LEAST_LARGE


def test_larger_text_makes_every_letter_of_a_page_larger() -> None:
    sizes = [tree_of("help", (1366, 768), text) for text in (100, 130, 160, 200)]
    largest = [max(op.px for one in walk(tree) for op in one.ops if isinstance(op, Words)) for tree in sizes]
    small = [min(op.px for one in walk(tree) for op in one.ops if isinstance(op, Words)) for tree in sizes]
    assert largest == sorted(set(largest)) and small == sorted(set(small))


def test_groups_are_compared_by_scales_that_are_seen_whole() -> None:
    for size in (*SIZES, (1920, 1080)):
        tree = tree_of("compare", size)
        floor = node(tree, "foot").rect.y
        scales = [one.rect for one in walk(tree) if one.key.startswith("compare:scale:")]
        assert len(scales) == 2 and all(one.bottom <= floor for one in scales)


@pytest.mark.parametrize("name", ["people", "aside", "discussed", "finish"])
def test_a_panel_over_the_table_can_be_read_on_a_laptop(name: str) -> None:
    for size in (*SIZES, (800, 1280)):
        panel = next(one for one in walk(tree_of(name, size)) if one.role is Role.DIALOG)
        words = [op for one in walk(panel) for op in one.ops if isinstance(op, Words)]
        assert words and [op.text for op in words if op.px < LEAST_LETTERS] == [], size


@pytest.mark.parametrize("name", ["peeling, whole path", "feedback begin", "feedback answers"])
def test_what_is_looked_back_on_is_in_sight_as_a_whole(name: str) -> None:
    for size in ((1366, 768), (1920, 1080)):
        assert [one.key for one in walk(tree_of(name, size)) if one.role is Role.SCROLL] == [], size
    words = [op for one in walk(tree_of(name, (1366, 768))) for op in one.ops if isinstance(op, Words)]
    assert [op.text for op in words if op.px < LEAST_LETTERS] == []


@pytest.mark.parametrize("size", SIZES)
def test_the_cards_of_the_harvest_have_whole_titles_and_one_height(size: tuple[int, int]) -> None:
    tree = tree_of("harvest, Deniz tells", size)
    minis = [one for one in walk(tree) if one.key.startswith("mini:")]
    assert len(minis) == 10 and len({one.rect.h for one in minis}) == 1
    whole = [
        one for one in minis if size[0] > SIZES[0][0] or not one.children
    ]  # on the smallest a pawn takes room
    words = [op.text for one in whole for op in one.ops if isinstance(op, Words)]
    assert [text for text in words if "…" in text] == []
    assert not any(one.role is Role.SCROLL for one in walk(tree))


@pytest.mark.parametrize("name", ["harvest, Deniz tells", "harvest of eighteen cards"])
@pytest.mark.parametrize("size", [*SIZES, (1920, 1080)])
def test_a_card_of_the_harvest_keeps_its_number_beside_its_sign_when_it_is_taken(
    name: str, size: tuple[int, int]
) -> None:
    tree = tree_of(name, size)
    pawns = [one.rect for one in walk(tree) if one.key.startswith("pawn:")]
    assert pawns
    for card in (one for one in walk(tree) if one.key.startswith("mini:") and "ligt open" not in one.label):
        (number,) = (op for op in card.ops if isinstance(op, Words) and op.text == card.key.split(":")[1])
        sign = next(op for op in card.ops if isinstance(op, Icon))
        assert sign.rect.right + 2 <= number.rect.x, card.key
        for pawn in pawns:
            assert not pawn.meets(number.rect) and not pawn.meets(sign.rect), card.key


@pytest.mark.parametrize("size", SIZES[1:])
def test_twelve_factors_and_what_differs_are_in_sight_as_a_whole(size: tuple[int, int]) -> None:
    tree = tree_of("weighing result", size)
    assert (
        len([one for one in walk(tree) if one.key.startswith("order:") and one.key.endswith(":title")]) == 12
    )
    assert not any(one.role is Role.SCROLL for one in walk(tree))


@pytest.mark.parametrize("size", SIZES)
def test_a_page_and_a_game_begin_at_the_same_place(size: tuple[int, int]) -> None:
    game = node(tree_of("stones, two left", size), "bar:title").rect.x
    for name in ("sessions", "compare", "cards", "settings", "help", "decks"):
        tree = tree_of(name, size)
        begins = [one.rect.x for one in walk(tree) if one.key == "bar:title" or one.key.endswith(":page")]
        assert len(begins) == 2, name
        assert all(abs(x - game) <= 1 for x in begins), name


def test_the_first_round_on_a_small_window_says_what_is_a_card_and_what_a_mention() -> None:
    legend = node(tree_of("round, guessed", (1024, 640)), "tally:corner")
    assert [op.text for op in legend.ops if isinstance(op, Words)] == ["kaart", "genoemd"]


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_the_next_doorvraag_shows_its_key(size: tuple[int, int]) -> None:
    stub = node(tree_of("alone card", size), "slip:2")
    assert [op.text for op in stub.ops if isinstance(op, Words)] == ["2", "Doorvraag", "Spatie"]


def test_a_setting_says_in_a_word_whether_it_is_on() -> None:
    tree = tree_of("settings", (1024, 640))
    for key, words in (
        ("settings:sound", ["Geluid", "aan"]),
        ("settings:reduced_motion", ["Minder beweging", "uit"]),
    ):
        assert [op.text for op in node(tree, key).ops if isinstance(op, Words)] == words


def test_a_larger_laptop_shows_more_and_no_larger_letters() -> None:
    for name in ("alone hand", "stones, two left", "harvest, Deniz tells"):
        mains = [
            next(one for one in walk(tree_of(name, size)) if one.primary)
            for size in ((1366, 768), (1535, 863))
        ]
        sizes = [max(op.px for op in one.ops if isinstance(op, Words)) for one in mains]
        assert sizes[0] == sizes[1], name


@pytest.mark.parametrize("size", SIZES)
def test_help_menu_and_main_button_are_as_large_on_every_screen(size: tuple[int, int]) -> None:
    seen = [tree_of(name, size) for name in GAMES]
    main = [one.rect.h for tree in seen for one in walk(tree) if one.primary]
    corners = [node(tree, key).rect.w for tree in seen for key in ("bar:help", "corner:menu")]
    assert max(main) - min(main) <= 2
    assert max(corners) - min(corners) <= 2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [one for one in GAMES if one != "weighing result"])
def test_all_of_it_is_in_sight_without_scrolling(name: str, size: tuple[int, int]) -> None:
    assert [one.key for one in walk(tree_of(name, size)) if one.role is Role.SCROLL] == []
    high = size[1]
    assert all(
        one.rect.bottom <= high
        for one in walk(tree_of(name, size))
        if one.action is not None or one.role is Role.TEXT
    )


@pytest.mark.parametrize("name", GAMES)
def test_it_reads_in_the_same_order_as_on_a_large_window(name: str) -> None:
    def said(size: tuple[int, int]) -> list[str]:
        tree = tree_of(name, size)
        return [
            one.label
            for one in walk(tree)
            if one.label
            and one.role in (Role.BUTTON, Role.TOGGLE, Role.SPIN, Role.RADIO, Role.TEXT_FIELD, Role.ARTICLE)
        ]

    large, small = said((1920, 1080)), said((1024, 640))
    if name.startswith(
        ("round", "weigh,", "weighing result")
    ):  # as on the compact table, which has no tents and no stacks
        assert set(small) <= set(large)
    else:
        assert small == large


def test_the_cards_of_a_hand_overlap_as_a_fan() -> None:
    backs = [one for one in walk(tree_of("alone hand", (1024, 640))) if one.key.startswith("hand:")]
    drawn = [next(op.rect for op in one.ops) for one in backs]
    assert len(backs) == 6
    assert all(left.right > right.x for left, right in itertools.pairwise(drawn))


def test_large_text_still_stands_below_each_other() -> None:
    tree = tree_of("harvest, Deniz tells", (1024, 640), 200)
    assert node(tree, "question").rect.w > 0
    assert any(one.key.startswith("harvest:take") for one in walk(tree))
