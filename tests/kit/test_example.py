"""The kit stands alone: a program that knows nothing but the kit, read and used as a screen reader does."""

import ast
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screens import desktop
from tests.screens.desktop import PATIENCE_SECONDS, Desk, Reader

EXAMPLE = Path(__file__).with_name("example.py")


def test_the_example_uses_nothing_but_the_kit() -> None:
    tree = ast.parse(EXAMPLE.read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    plain = [one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names]
    named = {str(node.module) for node in froms} | set(plain)
    own = {name for name in named if name.split(".")[0] not in {*sys.stdlib_module_names, "pygame"}}
    assert own and all(name == "tegenwicht.kit" or name.startswith("tegenwicht.kit.") for name in own)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    desktop.needs_desktop()
    with desktop.desktop() as found:
        yield found


@pytest.fixture
def reader(desk: Desk) -> Iterator[Reader]:
    """A screen reader with the example in front of it; both end with the test."""
    found = desk.reader()
    program = desk.start([sys.executable, "-m", "tests.kit.example"])
    program.expect("open")
    found.wait_for("Birds in the garden", "heading")
    found.wait_for_keyboard()
    yield found
    desktop.stop(program.process)


def roles(reader: Reader) -> list[tuple[str, str]]:
    return [(one["role"], one["name"]) for one in reader.tree()[1:]]


@pytest.mark.accessibility
@pytest.mark.screen
def test_every_part_is_read(reader: Reader) -> None:
    assert roles(reader) == [
        ("frame", "Birds"), ("heading", "Birds in the garden"), ("image", "A nest with one egg"), ("list", "Seen"),
        ("list item", "Blackbird"), ("list item", "Wren"), ("entry", "Name of a bird"), ("push button", "Add"),
        ("push button", "About"), ("status bar", ""),
    ]  # fmt: skip


@pytest.mark.accessibility
@pytest.mark.screen
def test_what_is_typed_is_read_and_what_a_reader_presses_is_done_and_said(desk: Desk, reader: Reader) -> None:
    subprocess.run(["xdotool", "type", "Robin"], env=desk.env, check=True)
    reader.wait_for("Name of a bird", "entry", lambda node: node["text"] == "Robin")
    reader.forget()
    reader.ask("press", "Add")
    reader.hear("object:announcement", "Robin added")
    reader.wait_for("Robin", "list item")
    reader.wait_for("Name of a bird", "entry", lambda node: node["text"] == "")


@pytest.mark.accessibility
@pytest.mark.screen
def test_to_a_reader_that_keeps_what_it_knows_nothing_that_comes_back_is_dead(
    desk: Desk, reader: Reader
) -> None:
    """Twice to another screen and back; a second reader never clears its cache."""
    keeps = desk.reader()
    seen = [remembered(keeps, "Birds in the garden")]
    for button, heading in [("About", "About these birds"), ("Back", "Birds in the garden")] * 2:
        reader.ask("press", button)
        reader.wait_for(heading, "heading")
        seen.append(remembered(keeps, heading))
    assert [one for walked in seen for one in walked if one[3]] == []
    at_first, away, back, _, last = ([one[1:3] for one in walked] for walked in seen)
    assert at_first == back == last
    assert ["heading", "About these birds"] in away


def remembered(keeps: Reader, heading: str) -> list[list[object]]:
    """What the reader that keeps its cache reaches, once the news of this screen came to it."""
    patience = time.monotonic() + PATIENCE_SECONDS
    while True:
        keeps.ask("events")
        time.sleep(0.5)
        found: list[list[object]] = keeps.ask("remember")
        if any(one[2] == heading for one in found) or time.monotonic() > patience:
            return found
