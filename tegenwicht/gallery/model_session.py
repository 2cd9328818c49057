"""The model session of the pictures: Team Zuid, two rounds of five with the deck that comes along, and a harvest."""

from functools import cache

from tegenwicht import paths
from tegenwicht.gallery.states import Table
from tegenwicht.game import events as e
from tegenwicht.game import harvest as h
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import Cluster, Deck
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
            table.do(t.BeginRound())
        for who, card, named in turns:
            if t.table(table.timeline.session).turn.participant != who:  # type: ignore[union-attr]
                table.do(t.GiveTurnTo(who))
            table.do(t.BringUp(card), *map(t.Mention, named), t.FinishTurn())
    return table.do(e.Finish())


def telling() -> Table:
    """Three have written a line, and the fourth is about to tell."""
    return talked().do(
        h.KeepCard(SAMIRA, 9), h.WriteIntention(SAMIRA, "Eerst vragen wat iemand zelf wil.", "2026-12-01"),
        h.KeepCard(JOOST, 27), h.WriteIntention(JOOST, "Eén gesprek plan ik ruimer.", "2026-12-04"),
        h.KeepCard(ANNEKE, 16), h.WriteIntention(ANNEKE, "Bel ik na een besluit nog eens.", "2026-12-11"),
        h.KeepCard(DENIZ, 44),
    )  # fmt: skip


def told() -> Table:
    """Everyone has had their say."""
    return telling().do(h.PassHarvest(WILLEM))
