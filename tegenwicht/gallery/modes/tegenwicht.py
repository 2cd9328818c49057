"""The Kaartgesprek: at the table, its panels, the end of a round, the close."""

from dataclasses import replace

from tegenwicht.gallery.played import (
    BROUGHT,
    LONGEST,
    LONGEST_NAME,
    MESSAGE,
    NAMES,
    NEWS,
    NOTE,
    OFF,
    ONE_WORD,
    OVER,
    SHORT,
    SMALL,
    THINKING,
    TROUBLE,
    TWELVE,
    USUAL,
    Table,
)
from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Moment
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.harvest import WriteSentence
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

FORGETFUL = Settings(keep_notes=False)


def _at_the_table() -> dict[str, Model]:
    card = Table().draw(9).do(tegenwicht.Mention(CLUSTERS[2]), tegenwicht.Mention(CLUSTERS[3]))
    long = Table(LONGEST, TWELVE, title=LONGEST_NAME).turns(4).draw(20)
    weighed = (
        Table(LONGEST, TWELVE)
        .draw(9)
        .do(tegenwicht.Weigh((3, 0, 5, 4)), tegenwicht.DrawCounterweight(), tegenwicht.Mention(CLUSTERS[3]))
    )
    gone = Table(SMALL, NAMES[:3]).turns(6).do(tegenwicht.BeginRound())
    nothing = Table(SMALL, NAMES[:3]).do(
        *(a for _ in range(6) for a in (tegenwicht.Draw(), tegenwicht.PutAside()))
    )
    aside = Table().do(
        tegenwicht.Draw(),
        tegenwicht.PutAside(),
        tegenwicht.Draw(),
        tegenwicht.PutAside(),
        tegenwicht.Draw(),
        tegenwicht.DrawCounterweight(),
        tegenwicht.PutAside(),
        events.Undo(),
    )
    return {
        "check-in": Table(minutes=90, brought=BROUGHT).model(OFF),
        "check-in of twelve": Table(
            names=TWELVE, minutes=90, brought=tuple(events.Brought("", f"Punt {n}") for n in range(1, 13))
        ).model(OFF),
        "table": Table().model(OFF),
        "table with a card": card.model(),
        "table thinking": card.model(THINKING),
        "table, time over": card.model(OVER),
        "table without time": card.model(OFF),
        "table taken up again": card.model(standing_still=True),
        "table with the longest card": long.model(),
        "table with a counterweight": weighed.model(),
        "table of twelve": Table(USUAL, TWELVE).turns(3).model(OFF),
        "table of twelve short names": Table(USUAL, SHORT).turns(7).draw(46).model(),
        "table drawing from piles": Table(drawing=Drawing.PILE).model(OFF),
        "table with a pile's card": Table(drawing=Drawing.PILE).do(tegenwicht.DrawFrom(CLUSTERS[1])).model(),
        "table of three clusters": Table(clusters=CLUSTERS[:3]).draw(9).model(),
        "table with all cards gone": gone.model(OFF),
        "table with all cards aside": nothing.model(OFF),
        "table with cards aside": aside.model(OFF),
        "table of one": Table(names=("",)).model(OFF),
        "table of one with a card": Table(names=("",)).draw(9).model(),
        "table late in a round": Table(USUAL, TWELVE).turns(11).draw(46).model(),
        "table with news": card.model(notices=NEWS, trouble=TROUBLE, message=MESSAGE),
        "table with news before a card": Table().model(OFF, message=MESSAGE),
        "table with news and a counterweight": weighed.model(message=MESSAGE),
        "table about a moment": Table(moment=Moment.PROGRESS).model(OFF),
        "table about a moment, with a card": Table(moment=Moment.PROGRESS).draw(9).model(),
        "table about a moment, with the longest card": Table(LONGEST, TWELVE, moment=Moment.PROGRESS)
        .draw(20)
        .do(tegenwicht.DrawCounterweight())
        .model(),
        "table of one about a moment": Table(names=("",), moment=Moment.INTAKE).model(OFF),
        "table of a hand": Table(cards=(9, 12, 20)).draw(9).model(),
        "table with the last card": Table(SMALL, NAMES)
        .turns(4)
        .do(tegenwicht.Draw(), tegenwicht.PutAside(), tegenwicht.Draw())
        .model(),
        "table without letter keys": replace(card.model(), settings=Settings(letter_keys=False)),
    }


def _panels() -> dict[str, Model]:
    card = Table().draw(9)
    twelve = Table(LONGEST, TWELVE).draw(9)
    two = Table(LONGEST, TWELVE).draw(9).do(tegenwicht.DrawCounterweight())
    aside = Table(LONGEST).do(*(a for _ in range(5) for a in (tegenwicht.Draw(), tegenwicht.PutAside())))
    return {
        "note": card.model(panel=Panel.NOTE, forms={"note": NOTE}),
        "note that looks traceable": card.model(panel=Panel.NOTE, forms={"note": f"Bel 06-12345678. {NOTE}"}),
        "note with a counterweight": two.model(panel=Panel.NOTE, forms={"note": NOTE}),
        "number": Table().model(OFF, panel=Panel.NUMBER, forms={"number": "9"}),
        "number of the longest": Table(LONGEST).model(OFF, panel=Panel.NUMBER, forms={"number": "9"}),
        "aside": aside.model(OFF, panel=Panel.ASIDE),
        "people": card.model(panel=Panel.PEOPLE),
        "people, twelve": twelve.model(panel=Panel.PEOPLE),
        "people, eleven": Table(USUAL, TWELVE[:11]).model(panel=Panel.PEOPLE, forms={"new name": ONE_WORD}),
        "giving the turn": Table().model(OFF, panel=Panel.TURN, forms={"turn": 2}),
        "finish": card.model(panel=Panel.FINISH),
    }


def _after_rounds() -> dict[str, Model]:
    round_one = Table().turns(5)
    twenty = Table(USUAL, TWELVE[:10], rounds=20).turns(200)
    some = Table(SMALL, NAMES[:3]).turns(3)
    close = (
        Table()
        .draw(9)
        .do(tegenwicht.Weigh((0, 2, 1, 2)), tegenwicht.WriteNote(NOTE), tegenwicht.FinishTurn())
        .turns(6)
    )
    close.do(events.Finish(), WriteSentence(2, "Eerst vragen wat iemand zelf wil."))
    long = Table(LONGEST, TWELVE, rounds=20, title=LONGEST_NAME).draw(9)
    long.do(
        tegenwicht.Weigh((99, 99, 99, 99)), tegenwicht.WriteNote(ONE_WORD * 9), tegenwicht.FinishTurn()
    ).turns(23).do(events.Finish())
    return {
        "round": round_one.model(OFF),
        "round, some stayed away": some.model(OFF),
        "round, the last": Table(rounds=1).turns(5).model(OFF),
        "round twenty": twenty.model(OFF),
        "round of one": Table(names=("",)).turns(4).model(OFF),
        "close": close.model(OFF),
        "close, a report": close.model(OFF, panel=Panel.REPORT),
        "close, a report saved": close.model(
            OFF,
            panel=Panel.REPORT,
            forms={"report:whom": "person-free", "report:saved": f"/home/{ONE_WORD}/{ONE_WORD}.pdf"},
        ),
        "close of nothing": Table().do(events.Finish()).model(OFF),
        "close of the longest": long.model(OFF),
        "close of twenty rounds": Table(USUAL, NAMES[:3], rounds=20).turns(60).do(events.Finish()).model(OFF),
        "close, asks": close.model(OFF, panel=Panel.CLOSE),
        "close, erase": close.model(OFF, panel=Panel.ERASE),
        "close without keeping": replace(
            close.model(OFF, panel=Panel.CLOSE_WITHOUT_KEEPING), settings=FORGETFUL
        ),
        "closed": Table()
        .turns(7)
        .do(events.Finish(), WriteSentence(1, NOTE[:200]), events.Close())
        .model(OFF),
    }


def screens() -> dict[str, Model]:
    """Each screen of this kind in its states: its name in the gallery, and its model."""
    return {**_at_the_table(), **_panels(), **_after_rounds()}
