"""What the program says of the research is what its sources say, to the letter where it quotes."""

import re
from pathlib import Path

import pytest

from tegenwicht.game.path import PathStep
from tegenwicht.screens.feedback.words import explained, question, questions_source
from tegenwicht.screens.parts.clusters import first_place_note
from tegenwicht.screens.parts.peel import path_words
from tegenwicht.screens.weighing.account import legend

ROOT = Path(__file__).parent.parent
FIGURE_2 = (
    "Naar welk resultaat werk ik toe?",
    "Maak ik wel de juiste beslissingen om dit resultaat te bereiken?",
    "Gaat het wel om deze afweging/beslissing?",
    "Waarom neem ik welke factoren wel & niet mee in de afweging?",
)


def test_the_four_questions_are_those_of_the_article() -> None:
    assert tuple(map(question, range(4))) == FIGURE_2
    assert "figuur 2" in questions_source() and "van ons" in questions_source()
    assert not {*map(explained, range(4))} & {*FIGURE_2}


def test_interpreting_asks_whether_the_picture_is_complete_and_clear() -> None:
    asked = " ".join(path_words.question(PathStep.INTERPRETING, number) for number in (0, 1))
    assert "compleet en duidelijk" in asked


def test_before_is_context_situation_and_information() -> None:
    assert "context, situatie en informatie vooraf" in path_words.step_line(PathStep.BEFORE).lower()


def test_where_places_per_group_are_shown_it_says_why_the_first_is_first_in_none() -> None:
    assert "bij geen enkele groep zelf op 1" in first_place_note()
    assert first_place_note() in legend(())


@pytest.mark.parametrize(
    "words", [r"november 2021", r"(?:Kennisverslag|UKV|artikel|UWV),? (?:uit )?2022", r"\b2022\b"]
)
def test_no_month_and_no_year_that_the_sources_do_not_have(words: str) -> None:
    files = [*(ROOT / "tegenwicht").rglob("*.py"), ROOT / "README.md"]
    found = [path.name for path in files if re.search(rf"(?<!u){words}", path.read_text("utf-8"))]
    assert found == []
