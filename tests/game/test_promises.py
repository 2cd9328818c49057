"""What a docstring of the rules promises is what comes: every error that one names is caused here."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

import tegenwicht.game
from tegenwicht.game import (
    alone,
    events,
    feedback,
    modes,
    path,
    peeling,
    plan,
    refusals,
    rules,
    shared,
    start,
    stones,
    weighing,
)
from tegenwicht.game import conversation as talk
from tegenwicht.game import tegenwicht as game_tegenwicht
from tegenwicht.game.deck_editing import CardDraft
from tegenwicht.game.refusals import DoesNotFit, Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.stones import laying
from tegenwicht.game.tegenwicht import applying, asking, jokers
from tests.game.tables import TWO_OF_EACH, deck, people

ROOT = Path(tegenwicht.game.__file__).parent
NAMES = ("ValueError", "DoesNotFit", "ReplayError", "KeyError", "IndexError")


def begun(mode: str, seats: int = 3) -> rules.Timeline:
    setup = events.Setup(mode, "", people(1 if mode == "alone" else seats))
    return rules.begun(rules.start(setup, deck(*TWO_OF_EACH)))


def session(mode: str = "tegenwicht") -> Session:
    return begun(mode).session


LEARNT = events.LearningPointWritten(1, "x")
CAUSES: dict[str, tuple[type[Exception], Callable[[], object]]] = {
    "alone.applying.apply": (DoesNotFit, lambda: alone.apply(session("alone"), alone.CardChosen(99))),
    "conversation.apply": (DoesNotFit, lambda: talk.apply(session("conversation"), talk.TalkFinished())),
    "deck_editing.CardDraft.text": (KeyError, lambda: CardDraft(1, None).text("id")),
    "deck_editing.CardDraft.with_text": (KeyError, lambda: CardDraft(1, None).with_text("id", "x")),
    "feedback.apply": (DoesNotFit, lambda: feedback.apply(session("feedback"), feedback.AnswerWritten("x"))),
    "modes.mode_named": (ValueError, lambda: modes.mode_named("chess")),
    "path.apply": (DoesNotFit, lambda: path.apply(path.Path(), path.CardLaid(path.STEPS[0], 99), (1,))),
    "peeling.apply": (DoesNotFit, lambda: peeling.apply(session("peeling"), events.SessionFinished(count_card=True))),
    "plan.planned": (ValueError, lambda: plan.planned(9999, 3, 30, 180)),
    "refusals.hold": (DoesNotFit, lambda: refusals.hold(Refusal.NOT_NOW)),
    "rules.apply": (DoesNotFit, lambda: rules.apply(begun("tegenwicht"), game_tegenwicht.TurnFinished())),
    "rules.replay": (rules.ReplayError, lambda: rules.replay([LEARNT])),
    "shared.applied": (DoesNotFit, lambda: shared.applied(session(), shared.parking.ThoughtRemoved(4))),
    "start.start": (ValueError, lambda: start.start(replace(session().setup, cards_per_round=0), deck(11))),
    "state.Session.participant": (ValueError, lambda: session().participant(99)),
    "stones.apply": (DoesNotFit, lambda: stones.apply(session("stones"), events.SessionFinished(count_card=True))),
    "stones.laying.apply": (DoesNotFit, lambda: laying.apply(stones.Stones(), stones.StonesSettled())),
    "tegenwicht.applying.apply": (DoesNotFit, lambda: applying.apply(session(), game_tegenwicht.TurnFinished())),
    "tegenwicht.asking.action_behind": (
        DoesNotFit, lambda: asking.action_behind(session(), game_tegenwicht.CardDrawn(99, game_tegenwicht.Way.PILE)),
    ),
    "tegenwicht.asking.check": (DoesNotFit, lambda: asking.check(session(), game_tegenwicht.TurnFinished())),
    "tegenwicht.jokers.kept": (DoesNotFit, lambda: jokers.kept(session(), game_tegenwicht.table(session()), 11)),
    "tegenwicht.jokers.played": (
        DoesNotFit, lambda: jokers.played(session(), game_tegenwicht.table(session()), game_tegenwicht.JokerPlayed(1, 99)),
    ),
    "weighing.applying.apply": (DoesNotFit, lambda: weighing.apply(session("weighing"), weighing.TalkEnded())),
}  # fmt: skip
"""By the function that promises: the error, and what causes it."""


def promises() -> Iterator[str]:
    """Every public function of the rules that names an error in its docstring, as the text of the files has them."""
    for file in sorted(ROOT.rglob("*.py")):
        parts = file.relative_to(ROOT).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        yield from (f"{name}.{found}" for found in _of(ast.parse(file.read_text("utf-8")).body))


def _of(body: list[ast.stmt], within: str = "") -> Iterator[str]:
    for one in body:
        if isinstance(one, ast.ClassDef) and one.name not in ("Mode", "Part", *NAMES):
            yield from _of(one.body, f"{one.name}.")
        public = isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
        if public and any(error in (ast.get_docstring(one) or "") for error in NAMES):
            yield within + one.name


def test_every_promise_is_known_here_and_no_other() -> None:
    assert sorted(promises()) == sorted(CAUSES)


@pytest.mark.parametrize("name", CAUSES)
def test_what_is_promised_comes(name: str) -> None:
    error, cause = CAUSES[name]
    with pytest.raises(error) as came:
        cause()
    assert type(came.value) is error
    module = ".".join(
        (
            "tegenwicht.game",
            *name.split(".")[: -2 if name.split(".")[-2].istitle() or "Draft" in name else -1],
        )
    )
    assert error.__name__ in str(_function(import_module(module), name).__doc__)


def _function(module: object, name: str) -> object:
    found = module
    for part in name.split(".")[-2 if name.split(".")[-2].istitle() or "Draft" in name else -1 :]:
        found = getattr(found, part)
    return found
