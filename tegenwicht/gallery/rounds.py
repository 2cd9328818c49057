"""Weighing and the end of a round, in their states: on the table of the model session, and with twelve and alone."""

from dataclasses import replace

from tegenwicht.gallery.model_session import (
    CLIENT,
    EMPLOYER,
    ORGANISATION,
    POLICY,
    PROFESSION,
    SELF,
    usual_deck,
)
from tegenwicht.gallery.played import LONGEST, OFF, SHORT, TWELVE, USUAL, Table
from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.tegenwicht.round_end import round_now
from tegenwicht.screens.tegenwicht.weigh import weighing

SAMIRA, JOOST, ANNEKE, DENIZ, WILLEM = range(1, 6)
SPREAD = (1, 4, 3, 4, 3)


def first_card() -> Table:
    """The model session in its first round: Samira has card 9 before her; Mensen 6, Kaders 4."""
    table = Table(usual_deck(), drawing=Drawing.OPEN, rounds=3)
    _turn(
        table,
        ANNEKE,
        tegenwicht.BringUp(2),
        tegenwicht.Mention(CLIENT),
        tegenwicht.Mention(SELF),
        tegenwicht.Mention(POLICY),
        tegenwicht.FinishTurn(),
    )
    _turn(
        table,
        DENIZ,
        tegenwicht.BringUp(34),
        tegenwicht.Mention(CLIENT),
        tegenwicht.PutAside(),
        tegenwicht.BringUp(16),
        tegenwicht.PutAside(),
        tegenwicht.Pass(),
    )
    _turn(
        table,
        WILLEM,
        tegenwicht.BringUp(13),
        tegenwicht.Mention(SELF),
        tegenwicht.Mention(ORGANISATION),
        tegenwicht.FinishTurn(),
    )
    return _turn(
        table, SAMIRA, tegenwicht.BringUp(9), tegenwicht.Mention(ORGANISATION), tegenwicht.Mention(SELF)
    )


def _turn(table: Table, who: int, *actions: events.Action) -> Table:
    turn = tegenwicht.table(table.timeline.session).turn
    assert turn is not None
    return table.do(*(() if turn.participant == who else (tegenwicht.GiveTurnTo(who),)), *actions)


def second_round() -> Table:
    """The same after its second round: Mensen 7, Kaders 5."""
    table = first_card().do(
        tegenwicht.FinishTurn(),
        tegenwicht.BringUp(44),
        tegenwicht.Mention(CLIENT),
        tegenwicht.Mention(EMPLOYER),
        tegenwicht.FinishTurn(),
    )
    table.do(tegenwicht.BeginRound())
    turns: tuple[tuple[int, tuple[Cluster, ...]], ...] = (
        (8, (CLIENT, SELF)), (14, (PROFESSION,)), (27, (SELF,)), (31, (CLIENT, POLICY)), (43, ()),
    )  # fmt: skip
    for card, named in turns:
        table.do(tegenwicht.BringUp(card), *map(tegenwicht.Mention, named), tegenwicht.FinishTurn())
    return table


def _at(table: Table, form: weighing.Weighing, **changes: object) -> Model:
    return replace(table.model(OFF), forms={weighing.FORM: form}, focus=weighing.HEAD, **changes)  # type: ignore[arg-type]


def _weighing() -> dict[str, Model]:
    card, down = first_card(), weighing.Weighing(9)
    count, done = (
        weighing.Weighing(9, weighing.COUNT, (1, 4, 3)),
        weighing.Weighing(9, weighing.RESULT, SPREAD),
    )
    spread = first_card().do(tegenwicht.Weigh(done.counts))
    twelve = weighing.Weighing(9, weighing.COUNT, (1, 2, 3, 4, 4, 4, 1))
    many = Table(LONGEST, TWELVE).draw(9)
    most = weighing.Weighing(9, weighing.RESULT, (1,) * 3 + (3,) * 5 + (4,) * 4)
    alone = Table(names=("",)).draw(9)
    same = first_card().do(tegenwicht.Weigh((0, 0, 0, 5)))
    beside = first_card().do(tegenwicht.Weigh((0, 2, 3, 0)))
    unplaced = Table().draw(10).do(tegenwicht.Weigh((0, 2, 1, 2)))
    return {
        "weigh, counting down": _at(card, down._replace(figure=3)),
        "weigh, counting down to two": _at(card, down._replace(figure=2)),
        "weigh, fingers up": _at(card, down),
        "weigh, to count": _at(card, weighing.Weighing(9, weighing.COUNT)),
        "weigh, hands counted": _at(card, count),
        "weigh, a hand just counted": _at(card, count._replace(pressed=3)),
        "weigh, twelve hands": _at(many, twelve),
        "weigh, alone": _at(alone, weighing.Weighing(9, weighing.COUNT)),
        "weigh, shown": _at(spread, done),
        "weigh, the published place": _at(spread, done._replace(shown=True)),
        "weigh, of twelve": _at(
            Table(LONGEST, TWELVE).draw(9).do(tegenwicht.Weigh(most.counts)), most._replace(shown=True)
        ),
        "weigh, all the same": _at(same, weighing.Weighing(9, weighing.RESULT, (4,) * 5)),
        "weigh, close together": _at(beside, weighing.Weighing(9, weighing.RESULT, (2, 2, 3, 3, 3))),
        "weigh, no published place": _at(unplaced, weighing.Weighing(10, weighing.RESULT, (2, 2, 3, 4, 4))),
        "weigh, alone and done": _at(
            Table(names=("",)).draw(9).do(tegenwicht.Weigh((0, 0, 1, 0))),
            weighing.Weighing(9, weighing.RESULT, (3,)),
        ),
    }


def _rounds() -> dict[str, Model]:
    done = second_round()
    turns = tegenwicht.table(done.timeline.session).rounds[-1].turns
    guessed = second_round().do(tegenwicht.GuessRound(SELF, POLICY))
    all_named = second_round().do(tegenwicht.GuessRound(EMPLOYER, None))
    many = Table(USUAL, SHORT, rounds=20).turns(60)
    one = first_card().do(
        tegenwicht.FinishTurn(),
        tegenwicht.BringUp(44),
        tegenwicht.Mention(CLIENT),
        tegenwicht.Mention(EMPLOYER),
        tegenwicht.FinishTurn(),
    )
    two = Table(clusters=(EMPLOYER, POLICY), names=("Samira", "Joost", "Anneke"), minutes=90)
    for _ in range(3):
        two.do(tegenwicht.Draw(), tegenwicht.FinishTurn())

    def guessing(**changes: object) -> Model:
        made = round_now.Guessing(turns)._replace(**changes)  # type: ignore[arg-type]
        return replace(done.model(OFF), forms={round_now.FORM: made})

    return {
        "round, to guess": guessing(),
        "round, a first guess": replace(guessing(chosen=SELF.value), focus=f"guess:{SELF}"),
        "round, to guess again": guessing(most=SELF),
        "round, all were named": replace(
            guessing(most=SELF, chosen=round_now.ALL), focus=f"guess:{round_now.ALL}"
        ),
        "round, guessed": guessed.model(OFF),
        "round, guessed that all were named": all_named.model(OFF),
        "round, not guessed": guessing(skipped=True),
        "round, the first": _looked_at(one),
        "round, many": _looked_at(many),
        "round, two clusters and a plan": _looked_at(two),
        "round, running late": _after(two, 45),
    }


def _looked_at(table: Table) -> Model:
    turns = tegenwicht.table(table.timeline.session).rounds[-1].turns
    return replace(table.model(OFF), forms={round_now.FORM: round_now.Guessing(turns, skipped=True)})


def _after(table: Table, minutes: int) -> Model:
    """The same, so many minutes after the beginning."""
    model = _looked_at(table)
    assert model.playing is not None
    return replace(model, playing=model.playing._replace(spent=minutes))


def screens() -> dict[str, Model]:
    """All of them by name."""
    return {**_weighing(), **_rounds()}
