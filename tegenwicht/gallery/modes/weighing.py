"""Every screen and panel of the mode Wegen: fingers and covered, alone, of twelve, with the longest cards."""

from typing import Any

from tegenwicht.gallery.played import (
    LONGEST,
    LONGEST_NAME,
    NAMES,
    NOTE,
    OFF,
    ONE_WORD,
    SMALL,
    TWELVE,
    USUAL,
    Table,
)
from tegenwicht.game import events, weighing
from tegenwicht.game.cards import Deck, Group
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

FINGERS, COVERED = (("way", "fingers"), ("factors", "twelve")), (("way", "covered"), ("factors", "six"))
LOOKING, REPORTING = {"harvest:step": "look"}, {"harvest:step": "report"}
HANDS: tuple[weighing.Hands, ...] = (
    (2, 0, 1, 2),
    (0, 1, 3, 1),
    (0, 0, 0, 5),
    (1, 4, 0, 0),
    (0, 5, 0, 0),
    (1, 1, 1, 2),
)


def fingers(factors: int, deck: Deck = USUAL, names: tuple[str, ...] = NAMES, **more: Any) -> Table:
    """So many factors counted."""
    options = more.pop("options", FINGERS)
    table = Table(deck, names, mode="weighing", options=options, **more)
    return table.do(*(weighing.CountHands(HANDS[n % len(HANDS)]) for n in range(factors)))


def covered(people: int, deck: Deck = USUAL, names: tuple[str, ...] = NAMES) -> Table:
    """So many people done with six factors."""
    table = Table(deck, names, mode="weighing", options=COVERED)
    for one in range(1, people + 1):
        table.do(
            weighing.TakeKeys(one),
            *(weighing.Give(1 + (one * n + n) % 4) for n in range(6)),
            weighing.CoverUp(),
        )
    return table


def alone(factors: int, **more: Any) -> Table:
    """Someone alone, so many factors weighed."""
    options = (("way", "fingers"), ("factors", "six"))
    table = Table(names=("",), mode="weighing", options=options, **more)
    return table.do(*(weighing.Give(1 + n % 4) for n in range(factors)))


def first_talk(table: Table) -> Table:
    """The factor that differs most is talked about."""
    return table.do(
        weighing.ShowResult(), weighing.TalkAbout(weighing.to_talk_about(table.timeline.session)[0].card)
    )


def screens_of_groups(table: Table) -> Table:
    """Two of them said what they are."""
    return table.do(
        events.RenameParticipant(1, "Samira", Group.JC), events.RenameParticipant(2, "Joost", Group.AID)
    )


def _weighing() -> dict[str, Model]:
    now = weighing.scales(fingers(3).timeline.session).now
    filled = {f"hands {now}": "1 0 1 1", f"order {now}": "413"}
    again = fingers(12)
    seat = covered(1).do(weighing.TakeKeys(2), weighing.Give(4), weighing.Give(1))
    own = covered(1).do(weighing.TakeKeys(2), *(weighing.Give(1 + n % 4) for n in range(6)))
    long = fingers(2, LONGEST, TWELVE, title=LONGEST_NAME)
    return {
        "fingers": fingers(3).model(OFF),
        "fingers, counted down": fingers(3).model(OFF, forms={f"down {now}": True}),
        "fingers, hands counted": fingers(3).model(OFF, forms=filled),
        "fingers of the longest": long.model(OFF),
        "fingers of the longest, counted": fingers(2, LONGEST, TWELVE).model(
            OFF,
            forms={f"hands {weighing.scales(fingers(2, LONGEST, TWELVE).timeline.session).now}": "3 0 4 2"},
        ),
        "fingers, all factors": fingers(3).model(OFF, panel=Panel.FACTORS),
        "fingers, none published": fingers(0, SMALL, options=()).model(OFF),
        "fingers weighed": again.model(OFF),
        "fingers again": again.do(weighing.TurnTo(weighing.scales(again.timeline.session).factors[1])).model(
            OFF
        ),
        "covered, first": covered(0).model(OFF),
        "covered, next": covered(2).model(OFF),
        "covered, at the keys": seat.model(OFF),
        "covered, own all": own.model(OFF),
        "covered, everyone": covered(5).model(OFF),
        "covered of twelve": covered(3, LONGEST, TWELVE).model(OFF),
        "covered, at the keys of twelve": covered(1, LONGEST, TWELVE).do(weighing.TakeKeys(2)).model(OFF),
        "covered, people": seat.model(OFF, panel=Panel.PEOPLE),
        "covered, finish": seat.model(OFF, panel=Panel.FINISH),
        "weighing alone": alone(2).model(OFF),
        "weighing alone, all": alone(6).model(OFF),
    }


def _after() -> dict[str, Model]:
    talk = first_talk(fingers(12))
    same = fingers(0).do(weighing.CountHands((0, 0, 5, 0)), weighing.ShowResult())
    long = first_talk(fingers(12, LONGEST, TWELVE)).do(weighing.WriteNote(ONE_WORD * 9))
    own = alone(6).do(weighing.ShowResult())
    solo = alone(6).do(weighing.ShowResult())
    solo.do(weighing.TalkAbout(weighing.own_order(solo.timeline.session)[0][1].card))
    closed = first_talk(fingers(12)).do(
        weighing.WriteNote(NOTE), weighing.EndTalk(), events.Finish(), events.Close()
    )
    return {
        "weighing result": fingers(12).do(weighing.ShowResult()).model(OFF),
        "weighing result of ten": fingers(10, options=()).do(weighing.ShowResult()).model(OFF),
        "weighing result beside the research": fingers(10, options=())
        .do(weighing.ShowResult())
        .model(OFF, forms={"weighing:published": True}),
        "weighing result of groups": screens_of_groups(fingers(12).do(weighing.ShowResult())).model(
            OFF, forms={"weighing:published": True}
        ),
        "weighing result so far": covered(3).do(weighing.ShowResult()).model(OFF),
        "weighing result, all the same": same.model(OFF),
        "weighing result of the longest": fingers(12, LONGEST, TWELVE).do(weighing.ShowResult()).model(OFF),
        "weighing result alone": own.model(OFF),
        "weighing result, choose": own.model(OFF, panel=Panel.CHOOSE),
        "weighing result, choose of the longest": fingers(12, LONGEST, TWELVE)
        .do(weighing.ShowResult())
        .model(OFF, panel=Panel.CHOOSE),
        "weighing talk": talk.model(),
        "weighing talk beside the research": first_talk(fingers(10, options=())).model(
            forms={"weighing:published": True}
        ),
        "weighing talk without time": talk.model(OFF),
        "weighing talk of the longest": long.model(),
        "weighing talk alone": solo.model(),
        "weighing talk, note": talk.model(panel=Panel.NOTE, forms={"note": NOTE}),
        "weighing close": first_talk(fingers(12)).do(weighing.WriteNote(NOTE), events.Finish()).model(OFF),
        "weighing close, looking back": first_talk(fingers(12)).do(events.Finish()).model(OFF, forms=LOOKING),
        "weighing close, looking back at ten": fingers(10, options=())
        .do(events.Finish())
        .model(OFF, forms=LOOKING),
        "weighing close, looking back alone": alone(6)
        .do(weighing.ShowResult(), events.Finish())
        .model(OFF, forms=LOOKING),
        "weighing close, the report": fingers(10, options=()).do(events.Finish()).model(OFF, forms=REPORTING),
        "weighing close of the longest": long.do(events.Finish()).model(OFF),
        "weighing close of nothing": fingers(0).do(events.Finish()).model(OFF),
        "weighing close of one of five": covered(1).do(events.Finish()).model(OFF),
        "weighing close alone": solo.do(events.Finish()).model(OFF),
        "weighing closed": closed.model(OFF),
        "people, a group": screens_of_groups(fingers(1)).model(
            OFF, panel=Panel.PEOPLE, forms={"people:group": 2}
        ),
    }


def screens() -> dict[str, Model]:
    """Each screen of this kind in its states: its name in the gallery, and its model."""
    return {**_weighing(), **_after()}
