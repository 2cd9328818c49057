"""The screens of Gewogen in gesprek."""

from typing import Any

from tegenwicht.gallery.played import LONGEST, NAMES, OFF, ONE_WORD, SHORT, TWELVE, USUAL, Table
from tegenwicht.game import conversation, events
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Cluster
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.game.conversation import Roles
from tegenwicht.game.path import PathStep
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

FIRST = "Zelf gebeld met de werkgever, in plaats van haar te laten bellen"
TIME = Reading(Stage.TALKING, 272.0, 0.2)


def pair(names: tuple[str, ...] = NAMES[:3], **choices: Any) -> Table:
    """A session of this mode."""
    return Table(names=names, mode="conversation", talking_seconds=300, **choices)


def telling(names: tuple[str, ...] = NAMES[:3]) -> Table:
    """One tells, and three things were noted."""
    talk = pair(names).do(conversation.BeginTalk(Roles(1, 2, 3 if len(names) > 2 else 0)))
    talk.do(
        conversation.Note(FIRST, Cluster.EMPLOYER),
        conversation.Note("Niet gevraagd naar de nachten", None, 9),
    )
    return talk.do(conversation.Note("Doorgevraagd over haar moeder"))


def screens() -> dict[str, Model]:
    """Every screen and panel by name."""
    begun = pair().do(conversation.BeginTalk(Roles(1, 2, 3)))
    choosing = telling().do(conversation.FinishTelling())
    peeling = telling().do(
        conversation.FinishTelling(), conversation.Choose(1), game_path.GoToStep(PathStep.INTERPRETING)
    )
    long = Table(LONGEST, TWELVE, mode="conversation", talking_seconds=300).do(
        conversation.BeginTalk(Roles(1, 2, 3))
    )
    long.do(*(conversation.Note(f"{ONE_WORD} {FIRST * 3}"[: 200 - n], None, 9 + n) for n in range(20)))
    over = telling(NAMES[:2]).do(
        conversation.FinishTalk(),
        conversation.BeginTalk(Roles(2, 1)),
        conversation.Note("Iets"),
        conversation.FinishTalk(),
    )
    roles = {"roles:teller": 1, "roles:noter": 1, "roles:observer": 0}
    whole = telling().do(conversation.FinishTelling(), conversation.Choose(0), game_path.ViewPath())
    done = telling().do(
        conversation.FinishTelling(),
        conversation.Choose(0),
        game_path.WriteAnswer(0, "Weinig"),
        events.Finish(),
    )
    return {
        "conversation, who tells": pair().model(OFF),
        "conversation of two, who tells": pair(NAMES[:2]).model(OFF),
        "conversation of five, who tells": pair(NAMES).model(OFF),
        "conversation of eight, who tells": pair(SHORT[:8]).model(OFF),
        "conversation of twelve, who tells": Table(USUAL, TWELVE, mode="conversation").model(OFF),
        "conversation, telling": begun.model(TIME),
        "conversation, noted": telling().model(TIME, forms={"talk:line": "Meteen over uren begonnen"}),
        "conversation, five at the table": telling(NAMES).model(TIME),
        "conversation, five at the table, second talk": telling(NAMES)
        .do(conversation.FinishTalk(), conversation.BeginTalk(Roles(2, 1)))
        .model(TIME),
        "conversation, eight at the table": telling(SHORT[:8]).model(TIME, standing_still=True),
        "conversation, ten at the table": telling(SHORT[:10]).model(Reading(Stage.OVER, 0.0, 1.0, 20.0)),
        "conversation, ten at the table, the tasks": telling(SHORT[:10]).model(TIME, panel=Panel.LISTENERS),
        "conversation, what lies at a place": telling().model(
            TIME, panel=Panel.PLACE, forms={"talk:cluster": "employer"}
        ),
        "conversation, without time": telling(NAMES[:2]).model(OFF),
        "conversation, noted the longest": long.model(TIME),
        "conversation, choosing": choosing.model(TIME, forms={"talk:chosen": 1}),
        "conversation, choosing the longest": long.do(conversation.FinishTelling()).model(TIME),
        "conversation, a step": peeling.model(TIME),
        "conversation, whole path": whole.model(TIME),
        "conversation, a card": begun.model(TIME, panel=Panel.PICK),
        "conversation, roles": pair().model(OFF, panel=Panel.ROLES, forms=roles),
        "conversation, roles of twelve": Table(USUAL, TWELVE, mode="conversation").model(
            OFF, panel=Panel.ROLES, forms={"roles:teller": 2, "roles:noter": 1, "roles:observer": 12}
        ),
        "conversation, people": begun.model(TIME, panel=Panel.PEOPLE),
        "conversation, everyone told": over.model(OFF),
        "conversation, closing": done.model(OFF),
        "conversation, closing of nothing": pair().do(events.Finish()).model(OFF),
    }
