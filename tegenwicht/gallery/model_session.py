"""The model session of the pictures: Team Zuid, two rounds of five with the deck that comes along, and a harvest."""

from functools import cache

from tegenwicht import paths
from tegenwicht.gallery.played import OFF, SHORT, Table
from tegenwicht.game import events, harvest, tegenwicht
from tegenwicht.game.cards import Cluster, Deck
from tegenwicht.screens.parts.harvest.now import DAY, LINE, STEP, TURNED, WHEN, WHO, Step
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.storage.decks.reader import read_deck

CLIENT, EMPLOYER, SELF = Cluster.CLIENT, Cluster.EMPLOYER, Cluster.INDIVIDUAL
PROFESSION, ORGANISATION, POLICY = Cluster.PROFESSIONAL, Cluster.ORGANISATIONAL, Cluster.POLICY
SAMIRA, JOOST, ANNEKE, DENIZ, WILLEM = range(1, 6)

FIRST: tuple[tuple[int, int, tuple[Cluster, ...]], ...] = (
    (ANNEKE, 2, (CLIENT, SELF, POLICY)), (WILLEM, 13, (SELF, ORGANISATION)), (SAMIRA, 9, (ORGANISATION, SELF)),
    (JOOST, 44, (CLIENT, EMPLOYER)), (DENIZ, 8, (CLIENT, POLICY)),
)  # fmt: skip
SECOND: tuple[tuple[int, int, tuple[Cluster, ...]], ...] = (
    (SAMIRA, 14, (PROFESSION, SELF)), (JOOST, 16, (SELF,)), (ANNEKE, 27, (CLIENT,)), (DENIZ, 43, (CLIENT,)),
    (WILLEM, 31, ()),
)  # fmt: skip


@cache
def usual_deck() -> Deck:
    """The deck that comes along."""
    return read_deck(paths.decks() / "tegenwicht.yaml")


def talked() -> Table:
    """Ten cards discussed by five people, and looked back at: Mensen 17, Kaders 9."""
    table = Table(usual_deck(), minutes=90)
    for number, turns in enumerate((FIRST, SECOND)):
        if number:
            table.do(tegenwicht.BeginRound())
        for who, card, named in turns:
            if tegenwicht.table(table.timeline.session).turn.participant != who:  # type: ignore[union-attr]
                table.do(tegenwicht.GiveTurnTo(who))
            table.do(tegenwicht.BringUp(card), *map(tegenwicht.Mention, named), tegenwicht.FinishTurn())
    return table.do(events.Finish())


def telling() -> Table:
    """Three have written a line, and the fourth is about to tell."""
    return talked().do(
        harvest.KeepCard(SAMIRA, 9), harvest.WriteIntention(SAMIRA, "Eerst vragen wat iemand zelf wil.", "2026-12-01"),
        harvest.KeepCard(JOOST, 27), harvest.WriteIntention(JOOST, "Eén gesprek plan ik ruimer.", "2026-12-04"),
        harvest.KeepCard(ANNEKE, 16), harvest.WriteIntention(ANNEKE, "Bel ik na een besluit nog eens.", "2026-12-11"),
        harvest.KeepCard(DENIZ, 44),
    )  # fmt: skip


def told() -> Table:
    """Everyone has had their say."""
    return telling().do(harvest.PassHarvest(WILLEM))


def many(turns: int = 36) -> Table:
    """Twelve people, so many turns, and half of them have told."""
    table = Table(usual_deck(), SHORT, minutes=90).turns(turns).do(events.Finish())
    numbers = list(
        dict.fromkeys(turn.cards[0].card for _, turn, _ in tegenwicht.discussed(table.timeline.session))
    )
    for who in range(1, 6):
        table.do(
            harvest.KeepCard(who, numbers[who]),
            harvest.WriteIntention(who, "Eerst vragen, dan pas plannen.", "2026-12-01"),
        )
    return table.do(harvest.PassHarvest(6))


def screens() -> dict[str, Model]:
    """Every screen and panel of the harvest by name."""
    three = telling()
    look, report = {STEP: Step.LOOK}, {STEP: Step.REPORT}
    writing = {LINE: "Bij twijfel bel ik Joost.", WHEN: 2, DAY: ""}
    typed = writing | {WHEN: -1, DAY: "8-1"}
    closed = told().do(events.Close())
    return {
        "harvest, the first to tell": talked().model(OFF),
        "harvest, Deniz tells": three.model(OFF, forms={WHO: DENIZ}),
        "harvest, the other side": three.model(OFF, forms={WHO: DENIZ, TURNED: 44}),
        "harvest, a line": three.model(OFF, panel=Panel.LINE, forms={WHO: DENIZ} | writing),
        "harvest, a line with a day": three.model(OFF, panel=Panel.LINE, forms={WHO: DENIZ} | typed),
        "harvest, a line with no day": three.model(
            OFF, panel=Panel.LINE, forms={WHO: DENIZ} | typed | {DAY: "40-40"}
        ),
        "harvest, everyone told": told().model(OFF),
        "harvest of twelve": many().model(OFF),
        "harvest of thirty cards": many(30).model(OFF),
        "harvest of twenty-four cards": many(24).model(OFF, forms={WHO: 3}),
        "harvest of eighteen cards": many(18).model(OFF, forms={WHO: 3}),
        "harvest of one": Table(usual_deck(), ("",)).turns(3).do(events.Finish()).model(OFF),
        "harvest of nothing": Table().do(events.Finish()).model(OFF),
        "harvest, the scale": told().model(OFF, forms=look),
        "harvest, the scale of twelve": many().model(OFF, forms=look),
        "harvest, the scale of one": Table(usual_deck(), ("",))
        .turns(3)
        .do(events.Finish())
        .model(OFF, forms=look),
        "harvest, the report": told().model(OFF, forms=report),
        "harvest, the report of which nobody told": talked().model(OFF, forms=report),
        "harvest, the report of nothing": Table().do(events.Finish()).model(OFF, forms=report),
        "harvest, the report saved": told().model(
            OFF,
            forms=report | {"report:saved": "/home/samira/Documenten/Tegenwicht/Team Zuid 2026-11-27.pdf"},
        ),
        "harvest, the report of twelve": many().model(OFF, forms=report),
        "harvest, closed": closed.model(OFF),
        "harvest, close": told().model(OFF, panel=Panel.CLOSE, forms=report),
        "harvest, erase": told().model(OFF, panel=Panel.ERASE, forms=report),
        "harvest, erase once more": told().model(
            OFF, panel=Panel.ERASE, forms=report | {"erase:sure": "panel:erase"}
        ),
    }
