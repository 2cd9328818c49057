"""Whatever was played and however it ended, its close can be gone through: each step says something and leads on."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.gallery.states import all_screens, built
from tegenwicht.game.state import Phase
from tegenwicht.kit.nodes import walk
from tegenwicht.kit.ops import Words
from tegenwicht.screens.parts.harvest.now import STEP, Step
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.stage import Stage

SIZES = ((1920, 1080), (1280, 800), (1024, 640), (800, 1280))


@pytest.fixture(scope="module")
def closes() -> dict[str, Model]:
    """The states in which a session is closing or closed, as who leads it sees them."""
    return {
        name: model
        for name, model in all_screens().items()
        if model.playing is not None
        and model.playing.timeline.session.phase is not Phase.PLAYING
        and not (model.directing or model.bare)
    }


@pytest.fixture
def stage() -> Iterator[Stage]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    yield Stage(paths.assets(), lambda _parts: None)
    pygame.display.quit()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", list(Step))
def test_every_step_of_every_close_has_a_way_on_and_something_to_read(
    closes: dict[str, Model], stage: Stage, step: Step, size: tuple[int, int]
) -> None:
    for name, model in closes.items():
        at = replace(model, forms={**model.forms, STEP: step}, panel=Panel.NONE)
        _, tree = stage.built(at, size)
        nodes = list(walk(tree))
        on = [node for node in nodes if node.primary and node.enabled]
        assert on or step is Step.REPORT, f"no way on from {name}"
        around = ("bar:", "corner:", "step", "session:line", "status", "window", "harvest:back", "primary")
        said = [node.label for node in nodes if node.label and not node.key.startswith(around)]
        assert said, f"nothing to read at {name}"


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("stones close, the report", {"Tien stenen", "begin", "eind"}),
        ("weighing close, the report", {"Jullie gewichten", "onderzoek"}),
        ("peeling, closing, the report", {"Wat bleef weg"}),
    ],
)
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 740)])
def test_the_page_for_the_wall_has_more_on_it_than_names(
    state: str, shown: set[str], size: tuple[int, int]
) -> None:
    _, tree = built(all_screens()[state], size)
    (paper,) = (node for node in walk(tree) if node.key == "report:paper")
    assert shown <= {op.text for op in paper.ops if isinstance(op, Words)}


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 740)])
def test_the_page_for_the_wall_has_nothing_of_the_next_page_and_no_heading_over_nothing(
    size: tuple[int, int],
) -> None:
    _, tree = built(all_screens()["peeling, closing, the report"], size)
    (paper,) = (node for node in walk(tree) if node.key == "report:paper")
    words = [op.text for op in paper.ops if isinstance(op, Words)]
    assert "Het pad van de afweging" not in words  # the page after it
    assert words[words.index("De weegschaal") + 1] == "Mensen"  # its scale, with how much lies where
    at = words.index("Wat bleef weg")
    assert len(words) > at + 1 and words[-1][-1] in ".?"
