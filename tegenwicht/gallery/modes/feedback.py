"""Every screen and panel of Triple feedback."""

from dataclasses import replace

from tegenwicht.gallery.played import LONGEST, LONGEST_NAME, OFF, ONE_WORD, TWELVE, USUAL, Table
from tegenwicht.game import events, feedback
from tegenwicht.game.cards import Cluster, Deck
from tegenwicht.game.harvest import WriteSentence
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

SUBJECT = "Wel of geen proefplaatsing bij een werkgever die nog twijfelt"
LONGEST_SUBJECT = f"{ONE_WORD} of toch maar niet, want wat als het anders uitpakt? " * 9
ANSWERS = (
    "Dat iemand over een half jaar drie dagen werkt op een plek die blijft.",
    "Deels. De proefplaatsing helpt; het wachten op een vast contract niet.",
    "Eigenlijk niet. Het gaat er eerder om wie de begeleiding op de werkvloer doet.",
    "De bereidheid van de werkgever telt zwaar. Reistijd liet ik liggen, omdat niemand ernaar vroeg.",
)
LATER = (
    "Werk dat blijft, ook als ik weg ben.",
    "Meer dan toen: er is een collega die meekijkt.",
    "Ja. Nu wel.",
    "Ik weeg nu ook de reistijd mee, en wat de cliënt zelf wil.",
)
LONGEST_ANSWER = (f"{ONE_WORD} en dan nog iets, want er viel veel over te zeggen.\n" * 20)[
    : feedback.LONGEST_ANSWER
]


def table(
    names: tuple[str, ...] = ("", ""), subject: str = SUBJECT, deck: Deck = USUAL, **more: object
) -> Table:
    """A session of this mode."""
    return Table(deck, names, mode="feedback", subject=subject[:200].strip(), **more)


def answered(played: Table, day: str, answers: tuple[str, ...], last: int = 3) -> Table:
    """A walk up to a question, the answers before it written."""
    played.do(feedback.BeginAnew(day))
    for number in range(last):
        played.do(*_written(answers[number]), feedback.OpenQuestion(number + 1))
    return played


def _written(text: str) -> tuple[events.Action, ...]:
    return (feedback.WriteAnswer(text),) if text else ()


def factors(played: Table) -> Table:
    """Both lists have something in them."""
    return played.do(
        feedback.PlaceCluster(Cluster.CLIENT, feedback.Side.WEIGHED),
        feedback.PlaceCluster(Cluster.EMPLOYER, feedback.Side.WEIGHED),
        feedback.PlaceCluster(Cluster.POLICY, feedback.Side.LEFT_OUT), feedback.PlaceCard(9, feedback.Side.WEIGHED),
        feedback.PlaceCard(18, feedback.Side.LEFT_OUT),
    )  # fmt: skip


def walked(played: Table, day: str, answers: tuple[str, ...]) -> Table:
    """A whole walk, with factors."""
    answered(played, day, answers)
    return factors(played).do(*_written(answers[3]), feedback.OpenQuestion(feedback.LOOKING_BACK))


def _long() -> Table:
    played = walked(
        table(TWELVE, LONGEST_SUBJECT, LONGEST, title=LONGEST_NAME), "2026-11-21", (LONGEST_ANSWER,) * 4
    )
    return walked(played, "2026-11-21", (LONGEST_ANSWER,) * 4)


def screens() -> dict[str, Model]:
    """Each screen of this kind in its states: its name in the gallery, and its model."""
    first = walked(table(), "2026-11-21", ANSWERS)
    twice = walked(walked(table(), "2026-11-02", ANSWERS), "2026-11-21", LATER)
    four = walked(walked(table(), "2026-11-02", ANSWERS), "2026-11-14", LATER)
    four = walked(walked(four, "2026-11-21", LATER), "2026-11-21", ("",) * 4)
    last = factors(answered(table(("",)), "2026-11-21", ANSWERS))
    typed = {"answer:1:2": ANSWERS[2]}
    second = answered(walked(table(), "2026-11-02", ANSWERS), "2026-11-21", LATER, 2)
    return {
        "feedback begin": table(("",), "").model(OFF),
        "feedback begin, named": table(TWELVE, LONGEST_SUBJECT, title=LONGEST_NAME).model(OFF),
        "feedback question 0": answered(table(("",)), "2026-11-21", ANSWERS, 0).model(OFF),
        "feedback question 1": answered(table(), "2026-11-21", ANSWERS, 1).model(OFF),
        "feedback question 2": answered(table(), "2026-11-21", ANSWERS, 2).model(OFF),
        "feedback question 2, writing": answered(table(), "2026-11-21", ANSWERS, 2).model(
            OFF, panel=Panel.ANSWER, forms=typed
        ),
        "feedback question 2, again": second.model(OFF),
        "feedback question 2, again, turned over": second.model(OFF, forms={"feedback:turned": (2, 2)}),
        "feedback question 3": last.model(OFF, forms={"answer:1:3": ANSWERS[3]}),
        "feedback question 3, one card": answered(table(), "2026-11-21", ANSWERS).do(
            feedback.PlaceCard(9, feedback.Side.WEIGHED)
        ).model(OFF),
        "feedback question 3, the longest": factors(
            answered(table(TWELVE, LONGEST_SUBJECT, LONGEST, title=LONGEST_NAME), "2026-11-21", (LONGEST_ANSWER,) * 4)
        ).do(feedback.WriteAnswer(LONGEST_ANSWER)).model(OFF),
        "feedback a card": last.model(OFF, panel=Panel.WEIGHED, forms={"pick:sought": "wet"}),
        "feedback a card, from titles": last.model(OFF, panel=Panel.LEFT_OUT, forms={"pick:cluster": "client"}),
        "feedback the line": last.model(OFF, panel=Panel.CONSIDERATION, forms={"consideration": SUBJECT}),
        "feedback people": last.model(OFF, panel=Panel.PEOPLE),
        "feedback answers": first.model(OFF),
        "feedback then and now": twice.model(OFF),
        "feedback four times": four.model(OFF),
        "feedback answers, the longest": _long().model(OFF),
        "feedback another day": replace(first.model(OFF), today="2026-12-05"),
        "feedback another day, looking": replace(first.model(OFF), today="2026-12-05", forms={"feedback:shown": True}),
        "feedback close": walked(walked(table(), "2026-11-02", ANSWERS), "2026-11-21", LATER)
        .do(events.Finish(), WriteSentence(1, "Eerder vragen wat eronder ligt.")).model(OFF),
        "feedback close, the longest": _long().do(events.Finish()).model(OFF),
        "feedback close of nothing": table(subject="").do(events.Finish()).model(OFF),
    }  # fmt: skip
