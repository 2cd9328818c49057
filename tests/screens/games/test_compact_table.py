"""The table on small windows and with large text: still a table, and everything is within reach."""

from pathlib import Path

import pytest

from tegenwicht.gallery.kinds import table as mixed
from tegenwicht.gallery.model_session import usual_deck
from tegenwicht.gallery.played import NAMES, OFF, TWELVE, USUAL, Table
from tegenwicht.gallery.states import all_screens, built
from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.kit.nodes import Node, find, walk
from tegenwicht.kit.ops import Drawing, Laid, Picture, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.commands import Open, Tell
from tegenwicht.screens.shell.panels import Panel
from tests.pilot import TO_THE_TABLE, Pilot


def tree_of(table: Table, size: tuple[int, int], text: int = 100, **changes: object) -> Node:
    return built(table.model(OFF, **changes), size, text)[1]


def heights(node: Node) -> int:
    """The size of the largest words on a node, in pixels."""
    return max(op.px for op in node.ops if isinstance(op, Words))


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1366, 768), (1280, 960), (1080, 1920)])
def test_cards_lie_in_piles_before_the_whole_scale(size: tuple[int, int]) -> None:
    tree = tree_of(Table().draw(9).do(tegenwicht.FinishTurn()), size)
    for key in ("pan:left", "pan:right", "beam", "pillar"):
        assert find(tree, key) is not None
    for cluster in CLUSTERS:
        pile = find(tree, f"pile:{cluster}")
        assert pile is not None
        assert any(isinstance(op, Laid) for op in pile.ops)
        assert tree.rect.holds(*pile.rect[:2])
    stack = find(tree, "discussed")
    assert stack is not None
    assert any(isinstance(op, Laid) for op in stack.ops)
    turn = find(tree, "turn")
    assert turn is not None
    assert heights(turn) >= size[0] // 24


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1366, 768), (1080, 1920)])
def test_when_all_cards_have_been_the_table_stays_with_empty_places_and_says_so_large(
    size: tuple[int, int],
) -> None:
    tree = built(all_screens()["table with all cards gone"], size)[1]
    for key in ("pan:left", "pan:right", "beam", "pillar"):
        assert find(tree, key) is not None
    for cluster in CLUSTERS:
        pile = find(tree, f"pile:{cluster}")
        assert pile is not None
        assert (pile.action, pile.value) == (None, "leeg")
        assert any(isinstance(op, Drawing) for op in pile.ops), "a dashed place"
    said, stack = find(tree, "turn"), find(tree, "discussed")
    assert said is not None
    assert said.label == "Alle kaarten zijn geweest"
    assert heights(said) >= size[0] // 36
    assert stack is not None
    assert any(isinstance(op, Laid) for op in stack.ops)


def test_who_sits_at_the_table_is_seen_on_the_rim_and_can_get_the_turn() -> None:
    tree = tree_of(Table(), (1280, 720))
    order = find(tree, "order")
    assert order is not None
    assert [tent.label for tent in order.children] == list(NAMES)
    assert all(tent.action is not None for tent in order.children[1:])


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_a_name_that_is_clicked_asks_before_the_turn_goes(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Deelnemer 3")
        assert "Deelnemer 3 nu aan de beurt?" in pilot.text()
        assert "Deelnemer 1 komt in deze ronde nog aan de beurt." in pilot.text()
        pilot.key("escape")
        assert "Deelnemer 1, trek een kaart" in pilot.text(), "who only looked changed nothing"
        pilot.press("Deelnemer 3", "Geef Deelnemer 3 de beurt")
        assert "Deelnemer 3, trek een kaart" in pilot.text()
        pilot.key("pageup")
        assert "Deelnemer 1, trek een kaart" in pilot.text()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_a_name_that_is_clicked_while_a_card_lies_there_says_why_the_turn_stays(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Deelnemer 3", "Geef Deelnemer 3 de beurt")
        pilot.key("return")  # the lot decides
        for who, why in (
            ("Deelnemer 2", "Deelnemer 2 kan de beurt krijgen als deze kaart klaar is of opzij ligt."),
            ("Deelnemer 3", "Deelnemer 3 is nu aan de beurt."),
        ):
            focus = pilot.focus
            pilot.click(
                next(one for one in pilot.nodes() if one.key.startswith("tent:") and one.label == who)
            )
            assert why in pilot.text(), "on the screen"
            assert pilot.said == why, "to a screen reader"
            assert pilot.focus == focus
        pilot.pass_time(1)
        pilot.press("Klaar")
        assert why not in pilot.text(), "gone with the next action"
        pilot.click(next(one for one in pilot.nodes() if one.key == "tent:3"))
        assert pilot.said == "Deelnemer 3 is deze ronde al geweest."


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1080, 1920), (1920, 1080)])
def test_the_ring_of_the_clock_is_dashes_while_one_thinks(size: tuple[int, int]) -> None:
    def dashed(name: str) -> bool:
        clock = find(built(all_screens()[name], size)[1], "clock")
        assert clock is not None
        return any(isinstance(op, Drawing) for op in clock.ops)

    assert dashed("table thinking")
    assert not dashed("table with a card")


def test_twelve_for_whom_there_is_no_room_get_the_turn_under_meer() -> None:
    table = Table(USUAL, TWELVE)
    assert find(tree_of(table, (1024, 640)), "order") is None
    more = find(tree_of(table, (1024, 640), panel=Panel.MORE), "panel:more")
    assert more is not None
    turns = [node for node in walk(more) if node.label.startswith("Beurt: ")]
    assert len(turns) == 11
    assert all(isinstance(one.action, Open) and one.action.panel is Panel.TURN for one in turns), (
        "it asks first"
    )


def test_with_text_of_200_the_piles_are_there_though_it_scrolls() -> None:
    tree = tree_of(Table(), (1024, 640), 200)
    assert find(tree, "table:all") is not None
    assert all(find(tree, f"pile:{cluster}") is not None for cluster in CLUSTERS)


def test_a_card_higher_than_wide_has_its_picture_under_its_words() -> None:
    card = find(tree_of(Table(usual_deck()).draw(9), (1080, 1920)), "card")
    assert card is not None
    picture = next(op for op in card.ops if isinstance(op, Picture))
    words = [op for op in card.ops if isinstance(op, Words)]
    assert picture.rect.y > max(op.rect.bottom for op in words)
    assert picture.rect.w > card.rect.w // 3


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)])
def test_an_opdracht_has_its_five_places_here_too(size: tuple[int, int]) -> None:
    tree = tree_of(mixed().draw(423), size, forms={"places": (423, 2)})
    card = find(tree, "card")
    places = [find(tree, f"place:{number}") for number in range(1, 6)]
    assert card is not None
    assert all(place is not None and card.rect.around(place.rect) == card.rect for place in places)
    assert [place.pressed for place in places if place is not None] == [True, True, False, False, False]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1024, 640)])
def test_two_cards_and_the_counters_are_on_a_small_window_at_once(size: tuple[int, int]) -> None:
    tree = tree_of(Table(usual_deck()).draw(9).do(tegenwicht.DrawCounterweight()), size)
    assert find(tree, "card:other") is not None
    assert find(tree, "table:all") is None, "nothing has to be scrolled"
    for cluster in CLUSTERS:
        counter = find(tree, f"counter:{cluster}")
        assert counter is not None
        assert tree.rect.holds(counter.rect.x, counter.rect.bottom - 1)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (1080, 1920)])
def test_of_two_cards_the_one_that_is_small_has_its_title_and_the_key_that_enlarges_it(
    size: tuple[int, int],
) -> None:
    deck = usual_deck()
    table = Table(deck).draw(9).do(tegenwicht.DrawCounterweight())
    title = next(card.title for card in deck.cards if card.number == 9)
    tree = tree_of(table, size)
    other, above = find(tree, "card:other"), find(tree, "top:words")
    assert other is not None
    assert above is not None
    written = [op.text for op in other.ops if isinstance(op, Words)]
    assert {title, "Groter"} <= set(written)
    assert other.shortcuts == ("left",)
    seen = [op.text for op in above.ops if isinstance(op, Words)]
    assert len(seen) == 1
    assert seen[0].endswith("legt tegenwicht")
    swapped = find(tree_of(table, size, forms={"enlarged": 9}), "card:other")
    assert swapped is not None
    assert swapped.shortcuts == ("right",)


@pytest.mark.parametrize("size", [(1366, 749), (1280, 720)])
@pytest.mark.parametrize("panel", [Panel.NOTE, Panel.PARK, Panel.JOIN])
def test_while_one_writes_the_card_and_the_counters_stay_in_sight(
    size: tuple[int, int], panel: Panel
) -> None:
    deck = usual_deck()
    for card in deck.cards[::6]:
        tree = tree_of(Table(deck).draw(card.number), size, panel=panel)
        assert find(tree, "card") is not None
        assert find(tree, "table:all") is None, f"nothing has to be scrolled at {card.question}"


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_while_one_writes_everyone_still_sits_at_the_table(size: tuple[int, int]) -> None:
    order = find(tree_of(Table().draw(9), size, panel=Panel.NOTE), "order")
    assert order is not None
    assert [tent.label for tent in order.children] == list(NAMES)


@pytest.mark.parametrize("panel", [Panel.NOTE, Panel.PARK])
def test_on_the_smallest_window_the_counters_make_room_for_what_is_written(panel: Panel) -> None:
    table = Table(usual_deck()).draw(9)
    tree = tree_of(table, (1024, 640), panel=panel)
    assert find(tree, "table:all") is None, "nothing has to be scrolled"
    assert find(tree, "card") is not None
    for cluster in CLUSTERS:
        counter = find(tree, f"counter:{cluster}")
        assert counter is None or tree.rect.holds(counter.rect.x, counter.rect.bottom - 1)


@pytest.mark.parametrize(
    "size", [(1024, 640), (1280, 720), (1366, 768), (1080, 1920), (1920, 1080), (3840, 2160)]
)
@pytest.mark.parametrize("drawn", [True, False])
def test_news_lies_where_it_moves_nothing_that_can_be_pressed(size: tuple[int, int], drawn: bool) -> None:
    table = Table(usual_deck()).draw(9) if drawn else Table(usual_deck())
    news = "Er is geen kaart met dat nummer. Kijk nog eens op de kaart."
    before, after = tree_of(table, size), tree_of(table, size, message=news)

    def places(tree: Node) -> dict[str, Rect]:
        does = (node for node in walk(tree) if node.action is not None and not isinstance(node.action, Tell))
        return {node.key: node.rect for node in does if not node.key.startswith("message")}

    assert places(after) == places(before)
    told = find(after, "news")
    assert told is not None
    for rect in places(after).values():
        both = rect.shared(told.rect)
        assert not (both.w and both.h), "nor does it lie over that"
