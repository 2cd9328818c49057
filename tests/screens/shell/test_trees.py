"""What a screen reader gets of a few screens, word for word, kept as text.

After a change that is meant: ``UPDATE_TREES=1 pytest tests/screens/shell/test_trees.py``, then look at the difference.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.screens.shell.commands import Tell
from tegenwicht.screens.shell.panels import Panel

FOLDER = Path(__file__).parent / "trees"
KEPT = (
    "start with sessions", "setup", "table", "table with a card", "table drawing from piles",
    "table with a counterweight", "weigh, shown", "people", "finish", "round, some stayed away", "close",
    "cards of two clusters", "table about a moment, with a card",
)  # fmt: skip


def written(node: Node, depth: int = 0) -> Iterator[str]:
    """A line for every node that says something: role, label, value and state."""
    if node.inert:
        return
    told = node.role is not Role.GROUP or node.label
    if told:
        yield "  " * depth + " ".join(part for part in _parts(node) if part)
    for child in node.children:
        yield from written(child, depth + bool(told))


def _parts(node: Node) -> Iterator[str]:
    yield f"{node.role}:"
    yield f'"{node.label}"' if node.label else ""
    yield f"= {node.value}" if node.value else ""
    yield f"({node.description})" if node.description else ""
    yield f"[{'on' if node.pressed else 'off'}]" if node.pressed is not None else ""
    yield "[primary]" if node.primary else ""
    yield "" if node.enabled else "[disabled]"
    yield f"<{' '.join(node.shortcuts)}>" if node.shortcuts else ""


@pytest.mark.parametrize("name", KEPT)
def test_a_screen_says_what_it_said_before(name: str) -> None:
    _, tree = screens.built(screens.all_screens()[name], (1920, 1080))
    now = "\n".join(written(tree)) + "\n"
    path = FOLDER / f"{name.replace(', ', '-').replace(' ', '-')}.txt"
    if "UPDATE_TREES" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)])
def test_every_option_is_in_a_group_with_a_name(size: tuple[int, int]) -> None:
    """So the arrows go from one to the next, Tab goes past them, and one hears what is chosen."""
    alone = []
    for name, model in screens.all_screens().items():
        tree = screens.built(model, size)[1]
        groups = [node for node in walk(tree) if node.role is Role.RADIO_GROUP and node.label]
        inside = {node.key for group in groups for node in walk(group)}
        alone += [
            (name, node.key) for node in walk(tree) if node.role is Role.RADIO and node.key not in inside
        ]
    assert alone == []


@pytest.mark.parametrize("name", ["setup", "close"])
def test_it_says_the_same_at_every_size(name: str) -> None:
    """What stands elsewhere, or is shorter to the eye, is the same to the ear: no control comes or goes."""
    trees = [
        screens.built(screens.all_screens()[name], size, text)[1]
        for size, text in (((1920, 1080), 100), ((1024, 640), 200), ((1080, 1920), 100))
    ]
    controls = [sorted(_controls(tree)) for tree in trees]
    assert controls[0] == controls[1] == controls[2]


@pytest.mark.parametrize("name", ["table", "table with a card", "table of three clusters"])
def test_the_table_can_do_the_same_at_every_size(name: str) -> None:
    """On the large table much stands on the rim; on a compact one it is under *Meer*. Nothing comes or goes: who has no
    tent there is under *Meer* as "Beurt: Joost"."""
    model = screens.all_screens()[name]
    able = []
    for size, text in (((1920, 1080), 100), ((1024, 640), 200), ((1080, 1920), 100)):
        trees = [screens.built(one, size, text)[1] for one in (model, replace(model, panel=Panel.MORE))]
        able.append(
            {
                node.label.removeprefix("Beurt: ")
                for tree in trees
                for node in walk(tree)
                if node.action is not None and not isinstance(node.action, Tell)  # that is why not
            }
            - {"Terug"}
        )
        assert not {node.label for tree in trees for node in walk(tree) if node.shortcuts and not node.label}
    assert able[0] == able[1] == able[2]


def _controls(node: Node) -> Iterator[str]:
    if node.shortcuts or node.action is not None or node.edit is not None:
        yield " ".join(_parts(node))
    for child in node.children:
        yield from _controls(child)
