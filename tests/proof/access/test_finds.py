"""What the proof would find: each check is given a screen with something wrong in it, and says so."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.kit import input as tabs
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Fill, Icon, Turned, Words
from tegenwicht.kit.rect import Rect
from tests.proof.access import documents as access_documents
from tests.proof.access import looks as access_looks
from tests.proof.access import motion as access_motion
from tests.proof.access.base import Look, Shot
from tests.proof.access.checks import full_plan, short_plan
from tests.proof.access.child import model_of
from tests.proof.access.focus import Focus, _outward, changed_part
from tests.proof.access.grey import Grey
from tests.proof.access.pixels import ShapeContrast, TextContrast
from tests.proof.access.reader import Compared, Said, compare, expected, unheard
from tests.proof.access.walk import Walk

SMALL = ((1024, 640), 100)


def changed(node: Node, key: str, change: Callable[[Node], Node]) -> Node:
    """The tree with one node changed."""
    children = tuple(changed(child, key, change) for child in node.children)
    node = node._replace(children=children)
    return change(node) if node.key == key else node


def shot(name: str = "settings", key: str = "", change: Callable[[Node], Node] = lambda node: node) -> Shot:
    """A screen in which something is wrong."""
    found = Shot(name, *SMALL, "light")
    found.tree = changed(found.tree, key, change)
    return found


def found_by(look: Look, wrong: Shot) -> tuple[str, ...]:
    """What a look finds in it."""
    look.look(wrong)
    return look.finding().faults


def recoloured(kind: type, colour: tuple[int, int, int]) -> Callable[[Node], Node]:
    """The node with its text, icons or grounds in another colour."""

    def change(node: Node) -> Node:
        ops = [op._replace(colour=colour) if isinstance(op, kind) else op for op in node.ops]  # type: ignore[attr-defined]
        return node._replace(ops=tuple(ops))

    return change


def test_text_of_too_little_contrast_is_found_in_the_pixels() -> None:
    assert found_by(TextContrast(), shot()) == ()
    faults = found_by(TextContrast(), shot(key="settings:sound", change=recoloured(Words, (150, 150, 150))))
    assert len(faults) == 2, "what is switched, and on or off"
    assert all("is 2.9" in one for one in faults)


def test_text_that_is_painted_over_is_found() -> None:
    def cover(node: Node) -> Node:
        over = Node("over", Role.GROUP, node.rect, ops=(Fill(node.rect, (255, 255, 255)),))
        return node._replace(children=(over,))

    covered = shot(key="settings:sound", change=cover)
    assert "is niet te zien" in found_by(TextContrast(), covered)[0]


def test_an_icon_and_an_edge_of_too_little_contrast_are_found() -> None:
    assert found_by(ShapeContrast(), shot()) == ()
    faint = shot(key="settings:sound", change=recoloured(Icon, (225, 225, 225)))
    assert "settings:sound" in found_by(ShapeContrast(), faint)[0]

    def without_edge(node: Node) -> Node:
        ops = [op._replace(border_colour=(244, 240, 232)) if isinstance(op, Fill) else op for op in node.ops]
        return node._replace(ops=tuple(ops))

    assert "settings:sound" in found_by(ShapeContrast(), shot(key="settings:sound", change=without_edge))[0]


def test_a_leaning_card_is_told_by_its_own_edge_and_not_by_the_strip_that_can_be_pressed() -> None:
    def without_edge(node: Node) -> Node:
        (sheet,) = (op for op in node.ops if isinstance(op, Turned))
        return node._replace(ops=(sheet._replace(ops=(Fill(Rect(0, 0, *sheet.size), (240, 232, 216)),)),))

    fan = Shot("alone hand, later", (1920, 1080), 100, "dark")
    assert found_by(ShapeContrast(), fan) == ()
    key = next(one.node.key for one in fan.controls if one.node.key.startswith("hand:"))
    pale = Shot("alone hand, later", (1920, 1080), 100, "light")
    pale.tree = changed(pale.tree, key, without_edge)
    faults = found_by(ShapeContrast(), pale)
    assert len(faults) == 1
    assert key in faults[0]


def test_a_choice_that_differs_only_in_colour_is_found() -> None:
    wrong = shot()
    for key, colour in (("settings:sound", (200, 230, 200)), ("settings:reduced_motion", (230, 200, 200))):

        def plain(node: Node, colour: tuple[int, int, int] = colour) -> Node:
            ops = [op for op in recoloured(Fill, colour)(node).ops if not isinstance(op, Icon)]
            ops = [op for op in ops if not (isinstance(op, Words) and op.text in ("aan", "uit"))]
            return node._replace(ops=tuple(ops), key=f"only:{node.key.rpartition(':')[2]}")

        wrong.tree = changed(wrong.tree, key, plain)
    assert "only aan en uit verschillen alleen in kleur" in found_by(Grey(), wrong)[0]


def test_a_ground_that_is_much_lighter_under_an_edge_along_the_top_is_no_finding() -> None:
    """The tents in large letters: a bright ridge above on all of them, the one that is on filled."""
    grey = Grey()
    grey.look(Shot("conversation, people", (1024, 640), 200, "contrast"))
    assert "people:tent" in {kind for kind, *_ in grey.compared()}
    assert not grey.finding().faults


def test_every_choice_is_compared_also_where_another_of_its_kind_is_right() -> None:
    """The first of a kind that is on has a check; a later one, on another screen, has none."""
    grey = Grey()
    for number, signs in enumerate((("check",), ())):
        seen = shot()

        def one(node: Node, number: int = number, signs: tuple[str, ...] = signs) -> Node:
            icons = [Icon(node.rect._replace(w=20, h=20), name, (0, 0, 0)) for name in signs]
            fills = [op for op in node.ops if isinstance(op, Fill)]
            return node._replace(ops=(*fills, *icons), key=f"kind:{number}", pressed=True)

        def other(node: Node, number: int = number) -> Node:
            return node._replace(
                ops=tuple(op for op in node.ops if isinstance(op, Fill)), key=f"kind:{number}x", pressed=False
            )

        seen.tree = changed(changed(seen.tree, "settings:sound", one), "settings:reduced_motion", other)
        grey.look(seen)
    assert "kind aan en uit verschillen alleen in kleur" in grey.finding().faults[0]


@pytest.mark.parametrize(
    ("look", "change"),
    [
        (access_looks.Room(), lambda node: node._replace(rect=node.rect._replace(w=40))),
        (access_looks.Targets(), lambda node: node._replace(rect=node.rect._replace(h=20))),
        (access_looks.Names(), lambda node: node._replace(label="")),
        (access_looks.Names(), lambda node: node._replace(pressed=None)),
        (access_looks.WordsInName(), lambda node: node._replace(label="Iets anders")),
        (access_looks.Wording(access_looks.PLACE_WORDS), lambda node: node._replace(label="De knop rechts")),
        (access_looks.Wording(access_looks.ENGLISH), lambda node: node._replace(label="Press the button")),
    ],
)
def test_what_is_wrong_with_a_control_is_found(look: Look, change: Callable[[Node], Node]) -> None:
    assert found_by(look, shot(key="settings:sound", change=change))


def test_a_view_that_would_have_to_be_moved_sideways_is_found() -> None:
    wide = shot("help", "keys", lambda node: node._replace(rect=node.rect._replace(w=3000)))
    assert "keys is breder dan" in found_by(access_looks.Reflow(), wide)[0]


def test_a_screen_without_help_a_title_or_a_heading_is_found() -> None:
    assert found_by(access_looks.Headings(), shot(key="window", change=lambda node: node._replace(label="x")))
    deeper = shot("help", "heading:Toetsen", lambda node: node._replace(level=4))
    assert "van kop" in found_by(access_looks.Headings(), deeper)[0]
    assert found_by(
        access_looks.Help(), shot(key="bar:help", change=lambda node: node._replace(role=Role.TEXT))
    )


def test_an_icon_without_a_word_is_found() -> None:
    lonely = Node(
        "lonely", Role.GROUP, Rect(1003, 300, 20, 20), ops=(Icon(Rect(1003, 300, 20, 20), "play", (0, 0, 0)),)
    )
    alone = shot(key="window", change=lambda node: node._replace(children=(*node.children, lonely)))
    assert found_by(access_looks.PicturesNamed(), alone) == (f"{alone}: lonely heeft een teken zonder woord",)


def test_a_ring_that_cannot_be_seen_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    look = Focus(("settings",), (SMALL,))
    assert found_by(look, shot()) == ()
    quiet = Shot("settings", *SMALL, "light")
    stage = screens.window()
    faint = replace(stage.theme, focus=stage.theme.ground, halo=stage.theme.ground)
    monkeypatch.setattr(stage, "theme", faint)
    node = next(one.node for one in quiet.controls if one.node.key == "settings:sound")
    assert changed_part(pygame.Surface(quiet.size), quiet.tree, node) < 0.9


def test_the_edge_of_a_round_control_is_where_it_is_round() -> None:
    square, circle = Rect(0, 0, 40, 40), _outward(Rect(0, 0, 40, 40), 20)
    assert {y for _, y, _, dy in _outward(square, 0) if dy < 0} == {0}
    tops = [y for _, y, _, dy in circle if dy < 0]
    assert tops == [7, 3, 1, 0, 1, 3, 7]


def test_a_control_without_a_box_is_known_by_its_word_and_one_with_a_box_by_its_edge() -> None:
    at = Rect(300, 300, 120, 40)
    word = Words(Rect(310, 310, 90, 20), "Iets", "semibold", 18, (0, 0, 0))
    bare = Node("bare", Role.BUTTON, at, "Iets", action=object(), ops=(word,))
    boxed = bare._replace(key="boxed", ops=(Fill(at, (244, 240, 232)), word))
    for node, faults in ((bare, 0), (boxed, 1)):
        added = shot(key="window", change=lambda tree, node=node: tree._replace(children=(node,)))  # type: ignore[misc]
        assert len(found_by(ShapeContrast(), added)) == faults


def test_going_back_up_is_found_and_going_round_a_table_is_not() -> None:
    def column(first: str, second: str) -> Shot:
        below = Node(first, Role.BUTTON, Rect(10, 300, 90, 40), "Beneden")
        above = Node(second, Role.BUTTON, Rect(10, 100, 90, 40), "Boven")
        return shot(key="window", change=lambda tree: tree._replace(children=(below, above)))

    assert "dat erboven staat" in found_by(access_looks.Order(), column("one", "other"))[0]
    assert found_by(access_looks.Order(), column("setup:name:4", "setup:name:5")) == ()


def test_arrows_on_a_keyboard_are_no_places() -> None:
    look = access_looks.Wording(access_looks.PLACE_WORDS)
    says = "Pijl links of rechts maakt één kaart groter."
    assert found_by(look, shot(key="settings:sound", change=lambda node: node._replace(label=says))) == ()


def test_a_trap_and_what_cannot_be_reached_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabs, "step", lambda _tree, key, _way: key)
    walk = Walk(tmp_path / "walk", 3)
    walk.go()
    found = walk.findings(whole=False)
    assert not found["no trap"].holds
    assert not found["walk"].holds


def test_who_went_deep_between_help_and_settings_comes_back_to_where_that_began(tmp_path: Path) -> None:
    keyboard = Walk(tmp_path / "walk", 3)
    with keyboard.pilot as pilot:
        pilot.press("Spelen")
        began = pilot.title
        assert keyboard.back(keyboard.options()) is None
        pilot.press("Instellingen", "Hulp", "Instellingen")
        for _ in range(3):
            options = keyboard.options()
            deed = keyboard.back(options)
            assert deed is not None
            keyboard.use(options[deed])
        assert pilot.title == began
        assert keyboard.back(keyboard.options()) is None


def test_a_flash_is_counted_as_wcag_does() -> None:
    flash = (0.0, 1.0)
    assert len(access_motion._flashes_of(flash * 4)) > access_motion.MOST_FLASHES
    assert access_motion._flashes_of((0.0, 0.2, 0.4, 0.6, 0.8, 1.0)) == []
    assert access_motion._flashes_of((0.85, 1.0) * 8) == []  # never darker than 0.80
    assert access_motion._flashes_of((0.0, 0.09) * 8) == []  # too small a change


def as_heard(wrong: Shot) -> tuple[list[Any], list[Any]]:
    """What should arrive, and a reader that gets just that."""
    from tests.proof.access.reader import ROLES, STATES, _description, spoken

    wanted = expected(wrong.tree)
    seen = [
        {
            "depth": one.depth, "role": ROLES[one.node.role], "name": one.name, "actions": ["click"],
            "description": _description(one.node, spoken().unavailable), 
            "number": list(one.node.number or ()), "text": one.node.value,
            "states": [STATES[one.node.role]] if one.node.pressed else [],
        }
        for one in wanted
    ]  # fmt: skip
    return wanted, seen


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [("rol en naam", "name", "Iets anders"), ("stand", "states", []), ("beschrijving", "description", "x"),
     ("acties", "actions", []), ("focus", "states", ["focused", "checked"])],
)  # fmt: skip
def test_what_a_screen_reader_gets_otherwise_is_found(kind: str, key: str, value: object) -> None:
    wanted, seen = as_heard(shot())
    good, bad = Compared(), Compared()
    compare("x", wanted, seen, "", good)
    assert all(one.holds for one in good.findings().values())
    at = next(n for n, one in enumerate(wanted) if one.node.key == "settings:sound")
    seen[at] = {**seen[at], key: value}
    compare("x", wanted, seen, "", bad)
    assert not bad.findings()[f"at-spi {kind}"].holds


def told_of(name: str) -> tuple[Node, str]:
    """A screen that says its own name, and what has the focus."""
    model, tree = model_of(f"1024x640|100|{name}")
    return tree, model.focus


def test_what_is_said_together_is_waited_for_as_one() -> None:
    first, focus = told_of("start")
    said = Said((first, focus, None))
    tree, focus = told_of("harvest of nothing")
    sent = said.of((tree, focus, None))
    status = next(one.name for one in expected(sent) if one.node.role is Role.STATUS)
    assert status == "Scherm harvest of nothing. Samira, wat neem je mee?"
    assert unheard(tree, sent, focus, first) == []
    lost = changed(sent, "status", lambda node: node._replace(label="Scherm harvest of nothing"))
    assert unheard(tree, lost, focus, first) == ["Samira, wat neem je mee"]
    assert unheard(tree, lost, focus, tree) == []  # it stood there already, and was said then


def test_documents_that_cannot_be_read_aloud_well_are_found() -> None:
    text = "# Een\n\n### Drie\n\n![](beeld.png)\n\n[](ergens)\n\n|  |  |\n| --- | --- |\n| a | b |\n"
    assert len(list(access_documents._unreadable(text))) == 4
    assert list(access_documents._unreadable("# Een\n\n## Twee\n\n| a |\n| --- |\n| b |\n")) == []


def test_a_sample_of_the_screens_has_every_role() -> None:
    def roles(names: tuple[str, ...]) -> set[Role]:
        return {node.role for name in names for node in walk(told_of(name)[0])}

    assert roles(short_plan().heard) == roles(full_plan().heard)
