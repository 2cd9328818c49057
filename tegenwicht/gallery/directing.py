"""The regie: on the laptop, on the beamer, in a drawer; the curtain, and the rehearsal."""

from dataclasses import replace

from tegenwicht.gallery.played import LONGEST, LONGEST_NAME, NAMES, OVER, THINKING, TWELVE, USUAL, Table
from tegenwicht.game import events, parking, tegenwicht
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.screens.shell.looked_at import looked_at
from tegenwicht.screens.shell.model import REHEARSAL, Model
from tegenwicht.screens.shell.panels import Panel

OF_THE_GAMES = (
    "peeling, interpreting", "conversation, five at the table", "conversation of twelve, who tells",
    "feedback question 2", "feedback answers, the longest", "stones, two left", "stones, what moved", "weighing result",
    "covered, at the keys", "peeling, closing",
    "harvest, Deniz tells", "harvest, the scale", "harvest, the report", "harvest, the report of twelve",
)  # fmt: skip
"""States of the other games that are also shown as the group sees them."""
IN_A_DRAWER = (
    "weigh, to count", "weigh, shown", "peeling, interpreting", "feedback question 2", "stones, two left",
    "conversation of twelve, who tells",
)  # fmt: skip
"""States that are also shown with the regie beside them."""


def screens(others: dict[str, Model]) -> dict[str, Model]:
    """By name. others: the states of the games, by name."""
    card = Table(minutes=90).turns(3).draw(9)
    card.do(tegenwicht.Mention(CLUSTERS[2]), parking.ParkThought("Wie beslist er eigenlijk?"))
    many = Table(LONGEST, TWELVE, title=LONGEST_NAME, minutes=90).turns(4).draw(20)
    pair = Table(minutes=60).draw(9).do(tegenwicht.DrawCounterweight(), tegenwicht.Mention(CLUSTERS[3]))
    first, done = Table(minutes=90), Table(minutes=90).turns(len(NAMES))
    laptop = {
        "regie": card.model(directing="apart"),
        "regie, time to think": card.model(THINKING, directing="apart"),
        "regie, time over": card.model(OVER, directing="apart"),
        "regie before a card": first.model(directing="apart"),
        "regie with tegenwicht": pair.model(directing="apart"),
        "regie of twelve with long names": many.model(directing="apart"),
        "regie, parked": card.model(directing="apart", panel=Panel.PARKED),
        "regie, notes": card.model(directing="apart", panel=Panel.NOTE),
        "regie, more": card.model(directing="apart", panel=Panel.MORE),
        "regie in a drawer": card.model(directing="drawer"),
        "regie in a drawer, parked": card.model(directing="drawer", panel=Panel.PARKED),
        "curtain on one screen": card.model(curtain=True),
        "rehearsal": _rehearsed(Table(USUAL, NAMES[:2], rounds=1)),
        "rehearsal with a card": _rehearsed(Table(USUAL, NAMES[:2], rounds=1).draw(9)),
        "rehearsal, the table apart": replace(
            _rehearsed(Table(USUAL, NAMES[:2], rounds=1).draw(9)), directing="apart"
        ),
        "rehearsal done": _rehearsed(Table(USUAL, NAMES[:2], rounds=1).turns(2)),
    }
    led = ("peeling, interpreting", "conversation, five at the table", "stones, two left", "weigh, shown")
    laptop |= {f"regie, {name}": replace(others[name], directing="apart") for name in led}
    laptop |= {
        f"regie in a drawer, {name}": replace(others[name], directing="drawer") for name in IN_A_DRAWER
    }
    laptop |= {
        "regie after a round": done.model(directing="apart"),
        "regie at the harvest": Table().turns(5).do(events.Finish()).model(directing="apart"),
    }
    shown = {
        "beamer": card.model(), "beamer before a card": first.model(), "beamer with tegenwicht": pair.model(),
        "beamer of twelve": many.model(), "beamer after a round": done.model(),
        "beamer at the harvest": Table().turns(5).do(events.Finish()).model(), "beamer, curtain": card.model(curtain=True),
        "beamer from 8 metres": _from(card.model(), 8),
    }  # fmt: skip
    shown |= {f"beamer, {name}": others[name] for name in OF_THE_GAMES}
    longest = Table(LONGEST, TWELVE, minutes=90).turns(4).draw(20)
    shown |= {
        "beamer from 5 metres": _from(card.model(), 5),
        "beamer from 5 metres, the longest": _from(longest.model(), 5),
        "beamer from 5 metres, before a card": _from(first.model(), 5),
        "beamer from 5 metres, with tegenwicht": _from(pair.model(), 5),
        "beamer from 5 metres, after a round": _from(done.model(), 5),
        "beamer from 5 metres, hands": _from(others["weigh, shown"], 5),
        "beamer from 5 metres, feedback": _from(others["feedback question 2"], 5),
        "beamer from 5 metres, stones": _from(others["stones, what moved"], 5),
        "beamer from 5 metres, fingers": _from(others["fingers"], 5),
        "beamer from 5 metres, result": _from(others["weighing result"], 5),
        "beamer from 8 metres, the longest": _from(longest.model(), 8),
    }
    shown["beamer from 8 metres, peeling"] = _from(others["peeling, interpreting"], 8)
    shown["beamer from 8 metres, conversation"] = _from(others["conversation, five at the table"], 8)
    return laptop | {name: looked_at(model) for name, model in shown.items()}


def _from(model: Model, metres: int) -> Model:
    return replace(model, settings=replace(model.settings, distance=metres))


def _rehearsed(table: Table) -> Model:
    model = table.model()
    assert model.playing is not None
    return replace(model, playing=model.playing._replace(id=REHEARSAL))
