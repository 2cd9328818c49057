"""The screens of Afpellen."""

from typing import Any

from tegenwicht.gallery.played import LONGEST, NAMES, OFF, ONE_WORD, TWELVE, USUAL, Table
from tegenwicht.game import events
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Moment
from tegenwicht.game.harvest import WriteSentence
from tegenwicht.game.path import PathStep
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

CONSIDERATION = "Wel of geen proefplaatsing aanraden bij een kleine werkgever"
SEEN = "Hij zei dat hij wilde, en keek daarbij naar de grond. Zijn zus gaf de antwoorden."
MADE = "Ik dacht dat hij niet durfde. Of hij echt niet wil, weet ik niet."


def walk(**choices: Any) -> Table:
    """A walk with something at the first three steps."""
    table = Table(mode="peeling", subject=CONSIDERATION, **choices)
    table.do(
        game_path.WriteAnswer(0, "Alleen de overdracht van een collega, van een half jaar terug."),
        game_path.LayCard(25),
    )
    table.do(
        game_path.GoToStep(PathStep.NOTICING),
        game_path.WriteAnswer(0, SEEN),
        game_path.LayCard(9),
        game_path.LayCard(41),
    )
    return table.do(
        game_path.GoToStep(PathStep.INTERPRETING), game_path.WriteAnswer(0, MADE), game_path.LayCard(42)
    )


def full(table: Table) -> Table:
    """Everything written to the last character, and five cards at every step."""
    for n, step in enumerate(game_path.STEPS):
        if n:
            table.do(game_path.GoToStep(step))
        table.do(*(game_path.WriteAnswer(k, f"{k + 1}. {(MADE + chr(32)) * 12}") for k in range(2)))
        table.do(*(game_path.LayCard(number) for number in (3, 12, 20, 31, 48)))
    return table


def screens() -> dict[str, Model]:
    """Every screen and panel by name."""
    long = full(Table(LONGEST, TWELVE, mode="peeling", subject=f"{ONE_WORD} {CONSIDERATION * 3}"[:200]))
    whole = walk().do(
        game_path.ViewPath(), game_path.WriteHindsight(False, "Eerst vragen, dan pas invullen.")
    )
    laid = {"path:step": "interpreting", "path:card": 42}
    done = walk().do(game_path.ViewPath(), events.Finish(), WriteSentence(2, "Langer stil zijn."))
    return {
        "peeling, naming": Table(mode="peeling").model(OFF),
        "peeling, first step": Table(mode="peeling", subject=CONSIDERATION).model(OFF),
        "peeling, interpreting": walk().model(OFF),
        "peeling, writing": walk().model(OFF, panel=Panel.SLIP, forms={"slip:text": MADE, "slip:at": ""}),
        "peeling, about a moment": walk(moment=Moment.INTAKE).model(OFF),
        "peeling, later": walk()
        .do(game_path.GoToStep(PathStep.PRIORITISING), game_path.LayCard(3))
        .model(OFF),
        "peeling, last layer": walk().do(game_path.GoToStep(PathStep.RESPONDING)).model(OFF),
        "peeling, the menu": walk().model(OFF, panel=Panel.MENU),
        "peeling, finishing": walk().model(OFF, panel=Panel.FINISH),
        "peeling alone": walk(names=("",)).model(OFF),
        "peeling, the longest": long.model(OFF),
        "peeling, choosing a card": walk().model(OFF, panel=Panel.PICK, forms={"pick:sought": ""}),
        "peeling, cards found": walk().model(OFF, panel=Panel.PICK, forms={"pick:sought": "arbeid"}),
        "peeling, no cards found": walk().model(OFF, panel=Panel.PICK, forms={"pick:sought": "zzz"}),
        "peeling, a card at a step": walk().model(OFF, panel=Panel.LAID, forms=laid),
        "peeling, another line": walk().model(
            OFF, panel=Panel.RENAME, forms={"path:consideration": CONSIDERATION}
        ),
        "peeling, people": walk(names=NAMES[:2]).model(OFF, panel=Panel.PEOPLE),
        "peeling, whole path": whole.model(OFF),
        "peeling, whole path of the longest": full(Table(LONGEST, TWELVE, mode="peeling", subject="x" * 200))
        .do(game_path.ViewPath())
        .model(OFF),
        "peeling, closing": done.model(OFF),
        "peeling, closing, the report": done.model(OFF, forms={"harvest:step": "report"}),
        "peeling, closing of nothing": Table(USUAL, mode="peeling").do(events.Finish()).model(OFF),
        "peeling, closing of the longest": long.do(events.Finish()).model(OFF),
    }
