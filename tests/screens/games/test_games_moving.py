"""What moves in Afpellen, Gewogen in gesprek and Triple feedback: that it does, that any key ends it, that it can fade."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.kit.motion import moves as motion_moves
from tegenwicht.kit.motion.playing import FADE_SECONDS
from tests.pilot import Pilot

SIZES = [(1920, 1080), (1280, 720), (800, 1000)]


@pytest.fixture(params=SIZES, ids=["large", "near", "stacked"])
def pilot(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    with Pilot(tmp_path, motion=True, size=request.param) as found:
        yield found


def at_the_table(pilot: Pilot, game: str, people: int = 2) -> None:
    pilot.press("Spelen", game, "Verder: tafel en tijd")
    for name in ("Samira", "Joost", "Anneke")[:people]:
        pilot.type(name)
        pilot.key("return")
    if pilot.can("Aan tafel"):
        pilot.press("Aan tafel")
    rest(pilot)


def rest(pilot: Pilot) -> None:
    """Until nothing moves."""
    for _ in range(6):
        pilot.clock.now += 1.0
        pilot.app.take([])


def moves(pilot: Pilot) -> list[motion_moves.Move]:
    """What was begun last, one by one; it is ended by Enter, and that Enter does no more."""
    assert pilot.app.screen.moving
    playing = pilot.app.screen.stage.moving
    assert playing is not None
    there, actors = pilot.labels(), [*playing.actors]
    pilot.key("return")
    assert not pilot.app.screen.moving
    assert pilot.labels() == there
    return actors


def begun_peeling(pilot: Pilot) -> None:
    at_the_table(pilot, "Afpellen")
    pilot.type("Wel of geen proefplaatsing aanraden")
    pilot.key("return")
    rest(pilot)


def test_a_ring_is_peeled_inwards_and_lies_round_the_others_at_once_outwards(pilot: Pilot) -> None:
    begun_peeling(pilot)
    pilot.press("Pel verder: Waarnemen")
    assert bool(moves(pilot)) == (pilot.app.screen.size != (800, 1000))  # without room there are no rings
    rest(pilot)
    pilot.key("shift+return")
    assert pilot.title.startswith("Laag 1")
    assert not pilot.app.screen.moving


def test_a_slip_flies_to_its_tray_and_across(pilot: Pilot) -> None:
    begun_peeling(pilot)
    pilot.press("Pel verder: Waarnemen", "Strookje schrijven")
    rest(pilot)
    pilot.type("Keek naar de grond")
    pilot.press("Leg neer")
    assert moves(pilot)
    rest(pilot)
    pilot.press("Keek naar de grond")
    rest(pilot)


def test_what_is_noted_flies_to_its_cluster_and_the_chosen_slip_to_the_middle(pilot: Pilot) -> None:
    at_the_table(pilot, "Gewogen in gesprek", 3)
    if pilot.can("Begin het gesprek"):
        pilot.press("Begin het gesprek")
    rest(pilot)
    for words in ("Niet gevraagd naar de nachten", "Het uur was om", "Zelf de werkgever gebeld"):
        pilot.type(words)
        pilot.key("return", "2")
        assert moves(pilot)
        rest(pilot)
    pilot.press("Klaar met vertellen")
    rest(pilot)
    pilot.press("Pel dit strookje af")
    if pilot.app.screen.size == (1920, 1080):
        assert moves(pilot)


def test_the_line_runs_along_the_loop_that_opens(pilot: Pilot) -> None:
    at_the_table(pilot, "Triple feedback")
    pilot.type("Wel of geen proefplaatsing")
    pilot.press("Beginnen met de vragen")
    rest(pilot)
    for number in (1, 2, 3):
        pilot.press(f"Volgende vraag: {number}")
        assert bool(moves(pilot)) == (pilot.app.screen.size != (800, 1000))
        rest(pilot)


def test_with_less_motion_all_of_it_only_fades(pilot: Pilot) -> None:
    begun_peeling(pilot)
    settings = replace(pilot.app.model.settings, reduced_motion=True)
    pilot.app.model = replace(pilot.app.model, settings=settings)
    pilot.press("Pel verder: Waarnemen")
    playing = pilot.app.screen.stage.moving
    assert playing is not None
    assert not playing.actors
    assert playing.seconds == FADE_SECONDS


# -- Wegen


def test_whoever_counts_fast_keeps_the_hands_with_the_first_enter(pilot: Pilot) -> None:
    """The plate still shows the number of the last hand then; that tells nothing that is not there besides."""
    at_the_table(pilot, "Wegen", 3)
    pilot.press("Tel de handen")
    pilot.key("3", "4", "1")
    assert pilot.app.screen.moving
    pilot.key("return")
    assert "Factor 2 van 10" in pilot.text()


def test_after_the_figures_the_words_stay_until_hands_are_counted(pilot: Pilot) -> None:
    at_the_table(pilot, "Wegen", 3)
    question = next(node.label for node in pilot.nodes() if node.key == "weigh:title")
    pilot.press("Tel af: 3, 2, 1")
    rest(pilot)
    assert "Vingers op!" in pilot.text() and question in pilot.text()
    pilot.press("Tel de handen")
    assert "Vingers op!" not in pilot.text() and question in pilot.text()


def test_what_the_fingers_tell_is_asked_where_they_go_up(pilot: Pilot) -> None:
    at_the_table(pilot, "Wegen", 3)
    assert "Hoeveel invloed?" in pilot.text()
