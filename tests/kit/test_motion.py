"""What moves, with a clock that stands still between the frames."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from tegenwicht.kit.motion import moves
from tegenwicht.kit.motion.perspective import draw_turned, face_of
from tegenwicht.kit.motion.pictures import Pictures, with_core
from tegenwicht.kit.motion.playing import FADE_SECONDS, Playing
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tests.kit.small_table import ORANGE, PAPER, SmallTable, back, painter, shown

BEGAN = 50.0
LIFT = moves.Lift(("pile:1",), "card", back, without=("words",))
AWAY = moves.TurnAway("card", "aside", back)


@pytest.fixture
def window() -> Iterator[pygame.Surface]:
    pygame.display.quit()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDL_VIDEODRIVER", "dummy")
        pygame.display.init()
        pygame.font.init()
        yield pygame.display.set_mode((1280, 720))
        pygame.display.quit()


TABLE = SmallTable((1280, 720))
MENTION = moves.InTurn((
    moves.Fly("pan:right", "pile:1"), moves.Swing("beam", ("pan:left", "pan:right"), TABLE.leaning, low="pan:right"),
))  # fmt: skip
FREE, CARD = TABLE.tree(), TABLE.tree(card=True, words=False)
MOVES: list[tuple[moves.Move, Node, Node]] = [
    (LIFT, FREE, CARD),
    (MENTION, FREE, TABLE.tree(stone=True, tilt=0.6)),
    (AWAY, CARD, TABLE.tree(away=True)),
    (moves.LayDown("card", "aside"), CARD, TABLE.tree(away=True)),
    (moves.TurnOver("card", back), FREE, CARD),
    (moves.Flip("pile:2"), FREE, CARD),
    (moves.Shift("card", (0, 54)), FREE, CARD),
    (moves.Shift("card", start="pile:1"), FREE, CARD),
    (
        moves.Becoming(
            "card", lambda part, rect: (Fill(rect._replace(w=round(rect.w * part)), ORANGE),), 0.4
        ),
        FREE,
        CARD,
    ),
    (moves.Leave("card", (0, 54)), CARD, FREE),
    (moves.FlyHome("pan:right", "pile:3"), TABLE.tree(stone=True), FREE),
    (
        moves.Toss(back, (60, 50), ("pile:1", 0.5, 0.5), ("pan:left", 0.5, 0.5), on="pan:right"),
        FREE,
        TABLE.tree(stone=True),
    ),
]
NEW = (moves.TurnOver, moves.Shift, moves.Becoming)
"""Those here begin with something that was not on the window."""


def playing(window: pygame.Surface, move: moves.Move, was: Node, now: Node, still: bool = False) -> Playing:
    """The movement, begun at ``BEGAN``, over a window that shows ``now`` with the focus on the card."""
    on = painter()
    before = shown(was, on, window)._replace(pixels=window.copy())
    return Playing(move, before, shown(now, on, window, "card"), on, BEGAN, still)


def bytes_of(surface: pygame.Surface, rect: Rect | None = None) -> bytes:
    return pygame.image.tobytes(surface if rect is None else surface.subsurface(rect), "RGB")


def still(now: Node) -> bytes:
    """What a window that never moved shows."""
    return bytes_of(shown(now, painter(), pygame.Surface((1280, 720)).convert(), "card").pixels)


def frames(one: Playing) -> Iterator[float]:
    """Sixty moments a second until it is over, each drawn."""
    t = 0.0
    while not one.over(BEGAN + t):
        one.step(BEGAN + t)
        yield t
        t += 1 / 60


@pytest.mark.parametrize(("move", "was", "now"), MOVES)
def test_it_ends_exactly_where_the_still_window_is(
    window: pygame.Surface, move: moves.Move, was: Node, now: Node
) -> None:
    one = playing(window, move, was, now)
    assert list(frames(one))
    one.finish()
    assert bytes_of(window) == still(now)


@pytest.mark.parametrize(("move", "was", "now"), MOVES)
@pytest.mark.parametrize("until", [0.0, 0.1, 0.2, 0.33])
def test_it_can_be_finished_at_any_moment(
    window: pygame.Surface, move: moves.Move, was: Node, now: Node, until: float
) -> None:
    one = playing(window, move, was, now)
    for t in frames(one):
        if t > until:
            break
    one.finish()
    assert bytes_of(window) == still(now)


@pytest.mark.parametrize(("move", "was", "now"), MOVES)
def test_what_is_handed_over_is_all_that_changed(
    window: pygame.Surface, move: moves.Move, was: Node, now: Node
) -> None:
    screen = shown(was, painter(), pygame.Surface((1280, 720)).convert()).pixels
    one = playing(window, move, was, now)

    def hand_over(parts: list[Rect]) -> None:
        for part in parts:
            screen.blit(window, part[:2], part)
        assert bytes_of(screen) == bytes_of(window)

    t = 0.0
    while not one.over(BEGAN + t):
        hand_over(one.step(BEGAN + t))
        t += 1 / 30
    hand_over(one.finish())


@pytest.mark.parametrize(("move", "was", "now"), [one for one in MOVES if not isinstance(one[0], NEW)])
def test_it_begins_with_the_window_as_it_was(
    window: pygame.Surface, move: moves.Move, was: Node, now: Node
) -> None:
    before = bytes_of(shown(was, painter(), pygame.Surface((1280, 720)).convert()).pixels)
    one = playing(window, move, was, now)
    one.step(BEGAN)
    words = TABLE.at(400, 300, 1120, 120) if move == LIFT else Rect(0, 0, 0, 0)
    at = [n for n, (a, b) in enumerate(zip(bytes_of(window), before, strict=True)) if abs(a - b) > 60]
    places = {(n // 3 % 1280, n // 3 // 1280) for n in at}
    strangers = [place for place in places if not words.holds(*place)]
    assert len(strangers) < 2600, "edges may be smoother by the way they are drawn, and no more"


def near(window: pygame.Surface, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place of 1920 by 1080, in steps of 16."""
    return tuple(value // 16 for value in window.get_at((round(x * 2 / 3), round(y * 2 / 3)))[:3])


def test_a_drawn_card_is_where_its_drawing_has_it(window: pygame.Surface) -> None:
    orange, paper = (tuple(value // 16 for value in colour) for colour in (ORANGE, PAPER))
    one = playing(window, LIFT, FREE, CARD)
    one.step(BEGAN + 0.175)  # its back, turning, the left edge nearer and so higher
    assert near(window, 400, 500) == near(window, 860, 500) == orange
    assert orange not in (near(window, 360, 500), near(window, 900, 500))
    one.step(BEGAN + 0.21)  # on its side: a narrow upright strip
    assert near(window, 720, 720) == orange
    assert orange not in (near(window, 640, 548), near(window, 820, 548))
    one.step(BEGAN + 0.25)  # its front
    assert near(window, 900, 620) == paper


def test_a_card_that_was_set_down_gives_way_and_comes_back(window: pygame.Surface) -> None:
    def top(now: float) -> int:
        one.step(now)
        return next(y for y in range(60, 200) if tuple(window.get_at((640, y))[:3]) == ORANGE)

    one = playing(window, LIFT, FREE, CARD)
    rest = top(BEGAN + 0.351)
    assert top(BEGAN + 0.41) == rest + 2  # 3 pixels of 1920 are 2 of 1280
    assert top(BEGAN + 0.469) == rest


def test_the_stone_is_on_its_way_before_the_pan_gives_way(window: pygame.Surface) -> None:
    now = TABLE.tree(stone=True, tilt=0.6)
    one = playing(window, MENTION, FREE, now)
    one.step(BEGAN + 0.3)
    bar = (196, 149, 63)
    old, new = TABLE.at(1585 + 20, 350 + 70, 1, 1), TABLE.at(1585 + 20, 350 + 24 + 70, 1, 1)
    assert tuple(window.get_at(old[:2])[:3]) == bar
    one.step(BEGAN + 0.32 + 0.225)  # the beam at its furthest: 18 % beyond
    beyond = tuple(window.get_at((new.x, new.y + round(0.18 * 24 * 1280 / 1920)))[:3])
    assert beyond == bar
    assert one.seconds == pytest.approx(0.82)


def test_with_less_motion_nothing_moves_it_only_fades(window: pygame.Surface) -> None:
    before = bytes_of(shown(FREE, painter(), pygame.Surface((1280, 720)).convert()).pixels)
    one = playing(window, LIFT, FREE, CARD, still=True)
    assert one.seconds == FADE_SECONDS == 0.12
    one.step(BEGAN)
    assert bytes_of(window) == before
    one.step(BEGAN + 0.06)
    x, y = 900, 500  # in the card: half the room, half its paper
    mixed, (was, now) = window.get_at((x, y)), ((231, 218, 192), PAPER)
    assert all(abs(c - (a + b) / 2) < 3 for c, a, b in zip(mixed[:3], was, now, strict=True))
    one.finish()
    assert bytes_of(window) == still(CARD)


def test_what_is_not_on_the_window_does_not_move(window: pygame.Surface) -> None:
    for move in (
        moves.Lift(("no",), "card", back),
        moves.Fly("no", "pile:1"),
        moves.Light(("no",), ORANGE),
        moves.FlyHome("no", "card"),
        moves.Toss(back, (60, 50), ("pile:1", 0.5, 0.5), ("no", 0.5, 0.5)),
        moves.Swing("no", ("no", "none"), TABLE.leaning),
        moves.TurnOver("no"),
        moves.Flip("no"),
    ):
        one = playing(window, move, FREE, CARD)
        assert one.actors == []
        list(frames(one))
        one.finish()
        assert bytes_of(window) == still(CARD)


def test_sounds_come_at_their_time_and_once(window: pygame.Surface) -> None:
    move = moves.Together((moves.Sound("slide"), LIFT, moves.Wait(0.35, moves.Sound("thud"))))
    one = playing(window, move, FREE, CARD)
    heard = [(round(t, 2), name) for t in (0.0, 0.1, 0.34, 0.36, 0.5) for name in one.heard(BEGAN + t)]
    assert heard == [(0.0, "slide"), (0.36, "thud")]


def test_where_nothing_moves_its_sounds_are_heard_all_the_same(window: pygame.Surface) -> None:
    stone = moves.InTurn((moves.Fly("pan", "card"), moves.Sound("stone")))
    move = moves.Together((moves.Sound("slide"), LIFT, moves.Wait(0.35, moves.Sound("thud")), stone))
    one = playing(window, move, FREE, CARD, still=True)
    assert one.heard(BEGAN) == ["slide"]
    assert sorted(one.heard(BEGAN + one.seconds)) == ["stone", "thud"]


def test_one_after_the_other_takes_as_long_as_both_and_together_as_long_as_the_longest() -> None:
    one, other = moves.Flip("a", 0.2), moves.Flip("b", 0.3)
    assert moves.lasts(moves.InTurn((one, other))) == pytest.approx(0.5)
    assert moves.lasts(moves.Together((one, moves.Wait(0.2, other)))) == pytest.approx(0.5)
    assert moves.lasts(LIFT) == pytest.approx(0.47)


def with_stones(*xs: int, away: bool = False) -> Node:
    """The table with stones on its right pan, so far from its left; the last one is of another colour."""
    tree = TABLE.tree(away=away)

    def laid(pan: Node) -> Node:
        colours = [ORANGE] * (len(xs) - 1) + [PAPER]
        stones = tuple(
            Fill(TABLE.at(1585 + x, 370, 46, 38), colour, 12) for x, colour in zip(xs, colours, strict=True)
        )
        return pan._replace(ops=(pan.ops[0], *stones))

    return tree._replace(
        children=tuple(laid(one) if one.key == "pan:right" else one for one in tree.children)
    )


SCATTER = moves.Scatter("pan:right", ("pile:1", "pile:2"))
GATHER = moves.InTurn((moves.Gather("pan:right", ("pile:1", "pile:2")), moves.Sound("stone")))


@pytest.mark.parametrize(
    ("move", "was", "now"),
    [
        (moves.Swing("beam", ("pan:left", "pan:right"), TABLE.leaning), with_stones(40, 200), with_stones(90, 20)),
        (moves.Together((SCATTER, moves.Swing("beam", ("pan:left", "pan:right"), TABLE.leaning))),
        with_stones(40, 90), FREE),
        (GATHER, FREE, with_stones(40, 90)),
        (moves.Leave("card", (0, -76), along=("words",), under=True), TABLE.tree(card=True), FREE),
        (moves.Together((moves.Hold(0.3, ("words",)), moves.LayDown("card", "aside"))), CARD, TABLE.tree(away=True)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("until", [0.0, 0.15, 0.31, 5.0])
def test_what_slides_scatters_and_gathers_ends_as_the_still_window(
    window: pygame.Surface, move: moves.Move, was: Node, now: Node, until: float
) -> None:
    screen = shown(was, painter(), pygame.Surface((1280, 720)).convert()).pixels
    one = playing(window, move, was, now)
    t = 0.0
    while not one.over(BEGAN + t) and t <= until:
        for part in one.step(BEGAN + t):
            screen.blit(window, part[:2], part)
        assert bytes_of(screen) == bytes_of(window)
        t += 1 / 30
    one.finish()
    assert bytes_of(window) == still(now)


def test_what_has_to_make_room_slides_there_and_what_lies_stays(window: pygame.Surface) -> None:
    def stone(x: float) -> bool:
        return tuple(window.get_at(TABLE.at(1585 + x + 23, 389, 1, 1)[:2])[:3]) == ORANGE

    swing = moves.Swing("beam", ("pan:left", "pan:right"), TABLE.leaning)
    one = playing(window, swing, with_stones(20, 100, 240), with_stones(20, 180, 240))
    one.step(BEGAN + 0.001)
    assert stone(20)
    assert stone(100)
    one.step(BEGAN + moves.RESETTLE_SECONDS / 2)
    assert stone(20)
    assert stone(140)
    one.step(BEGAN + moves.RESETTLE_SECONDS + 0.01)
    assert stone(20)
    assert stone(180)


def test_all_that_lies_there_flies_off_to_its_own_place(window: pygame.Surface) -> None:
    was = with_stones(40, 90)
    one = playing(window, SCATTER, was, FREE)
    goals = [TABLE.at(x - 2, 807, 4, 4) for x in (651, 857)]
    before = [bytes_of(window, goal) for goal in goals]
    one.step(BEGAN + 0.299)
    assert all(bytes_of(window, goal) != old for goal, old in zip(goals, before, strict=True))


@pytest.mark.parametrize(("move", "was", "now"), MOVES)
def test_what_was_made_between_two_frames_looks_as_what_is_made_in_one(
    window: pygame.Surface, move: moves.Move, was: Node, now: Node
) -> None:
    in_time = []
    one = playing(window, move, was, now)
    for _ in frames(one):
        in_time.append(bytes_of(window))
        one.prepare()
    late = [bytes_of(window) for _ in frames(playing(window, move, was, now))]
    assert in_time == late


def test_the_first_frame_waits_for_no_picture_that_comes_later(
    window: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    cut = Pictures._cut

    def counted(self: Pictures, drawn: Any, rect: Rect, edge: Any) -> tuple[pygame.Surface, Rect]:
        made.append(rect)
        return cut(self, drawn, rect, edge)

    monkeypatch.setattr(Pictures, "_cut", counted)
    one = playing(window, LIFT, FREE, CARD)
    one.step(BEGAN)
    assert len(made) == 1, "the card as it lies, and neither of its faces"
    for _ in range(8):
        one.prepare()
    assert len(made) == 4
    list(frames(one))
    assert len(made) == 4, "no frame had to wait for one"


def test_what_else_was_drawn_on_the_window_is_there_at_the_end(window: pygame.Surface) -> None:
    on, caret = painter(), Rect(4, 700, 3, 14)
    before = shown(FREE, on, window)._replace(pixels=window.copy())
    after = shown(CARD, on, window)
    window.fill(ORANGE, caret)
    one = Playing(LIFT, before, after, on, BEGAN, beside=[caret])
    list(frames(one))
    one.finish()
    assert tuple(window.get_at(caret[:2])[:3]) == ORANGE


def test_nothing_of_a_movement_outlives_it(window: pygame.Surface) -> None:
    one = playing(window, LIFT, FREE, CARD)
    one.step(BEGAN)
    left = [weakref.ref(thing) for thing in (one, *one.actors)]
    gc.disable()
    del one
    try:
        assert [ref() for ref in left] == [None] * len(left)
    finally:
        gc.enable()


@pytest.mark.parametrize("x", [640, 900])
def test_nothing_is_seen_through_a_card_that_is_not_turned(window: pygame.Surface, x: int) -> None:
    """Not at the edge of the window either; drawn on nothing, paper is less than solid."""
    picture = pygame.Surface((800, 500), pygame.SRCALPHA)
    picture.fill((*PAPER, 200))
    face = face_of(picture, 30)
    window.fill((0, 0, 0))
    for size in ((800, 500), (700, 438)):
        draw_turned(window, face, (x, 360), size, 0, 2100)
        left, right = x - size[0] // 2 + 40, min(1279, x + size[0] // 2 - 40)
        assert min(window.get_at((at, 360)).r for at in range(left, right)) > 245


@pytest.mark.parametrize(("move", "was", "now"), MOVES)
@pytest.mark.parametrize("until", [0.0, 0.1, 9.0])
def test_what_is_too_large_to_fade_ends_as_the_still_window_too(
    window: pygame.Surface,
    monkeypatch: pytest.MonkeyPatch,
    move: moves.Move,
    was: Node,
    now: Node,
    until: float,
) -> None:
    monkeypatch.setattr("tegenwicht.kit.motion.playing.MOST_FADING", 0)
    screen = shown(was, painter(), pygame.Surface((1280, 720)).convert()).pixels
    one = playing(window, move, was, now)
    for t in frames(one):
        if t > until:
            break
    for part in (*one.step(BEGAN + until), *one.finish()):
        screen.blit(window, part[:2], part)
    assert bytes_of(window) == still(now)
    assert bytes_of(screen) == still(now)


@pytest.mark.parametrize("away", [(-900, 0), (900, 0), (0, -500), (0, 500), (-5000, 0), (0, 5000)])
def test_a_card_that_is_partly_or_wholly_outside_the_window_has_its_picture(
    window: pygame.Surface, away: tuple[int, int]
) -> None:
    pictures, rect = Pictures(painter(), window.get_size()), Rect(300, 100, 700, 500)
    at = rect._replace(x=rect.x + away[0], y=rect.y + away[1])
    card = Node("card", Role.GROUP, at, ops=(Fill(at, ORANGE),))
    made = with_core(pictures.picture(card), at, pictures.face(card))
    window.fill(PAPER)
    made.draw(window, made.rect.x, made.rect.y)
    seen = at.shared(Rect(0, 0, *window.get_size()))
    assert made.rect == seen
    if seen.w and seen.h:
        assert window.get_at((seen.x + seen.w // 2, seen.y + seen.h // 2))[:3] == ORANGE
