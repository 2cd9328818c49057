"""Every screen and panel as a model, made by playing; and its tree, without a window.

Three decks: an everyday one, one with the longest cards a deck may have, and one that is soon gone.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

import pygame

from tegenwicht import paths
from tegenwicht.gallery import decks as deck_screens
from tegenwicht.game import events as e
from tegenwicht.game import rules
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Moment, Rank, Source
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.modes import MODES
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Timeline
from tegenwicht.game.tally import Counts
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.second_window import SHARED_SIZE
from tegenwicht.preferences import Settings, Theme
from tegenwicht.screens.parts.account.comparing import Comparison, group_of
from tegenwicht.screens.shell.model import Backup, CameUp, History, Kept, Model, Playing
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.stage import Stage as Window

SIZES = ((1024, 640), (1280, 720), (1600, 1200), (1920, 1080), (3840, 2160), (1080, 1920))
TEXT_SIZES = (100, 150, 200)

LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaats-"[:39] + "x"
LONGEST_NAME = "Aaltje-Wilhelmina van den Heuvel-Rijckevorsel de Lang-Jansen"[:60].ljust(60, "n")
ONE_WORD = "W" + "maatschappelijkeondersteuningsconsulenten" + "x" * 18
TODAY = "2026-11-21"
NAMES = ("Samira", "Joost", "Anneke", "Deniz", "Willem")
SHORT = (*NAMES, "Bram", "Eva", "Fatima", "Gijs", "Hanna", "Ilse", "Jan")
TWELVE = (
    LONGEST_NAME,
    ONE_WORD,
    *(f"{n}e deelnemer met een heel lange naam die niet ophoudt te lopen"[:60] for n in range(3, 13)),
)


def _filled(start: str, length: int) -> str:
    """Words of all lengths, among them one of 40 letters, up to just ``length`` characters."""
    words = f"{start} {LONG_WORD} wat zag je en waarop baseer je dat in dit traject met deze cliënt "
    return (words * 4)[: length - 1].rstrip() + "?" * (length - len((words * 4)[: length - 1].rstrip()))


def _card(number: int, cluster: Cluster) -> Card:
    title = ("Belastbaarheid van de cliënt", "Wet- en regelgeving", "Arbeidsmarkt")[number % 3]
    return Card(
        f"kaart-{number}", number, cluster, f"{title} {number}",
        "Hoe schat jij in wat iemand aankan, en waarop baseer je dat?",
        ("Wat zag of hoorde je dat je inschatting bepaalde?",
         "Wanneer week je oordeel af van dat van de cliënt, en wat deed je toen?"),
        "Stel dat de belastbaarheid groter is dan je denkt. Welke keuze had je dan gemaakt?",
        Source.TABLE if number % 2 else Source.PRACTICE,
        Rank(2, (1, 4, 4, 2, 4, 5)) if number % 2 else None,
    )  # fmt: skip


def _longest_card(number: int, cluster: Cluster) -> Card:
    deeper = tuple(_filled(f"Vraag {number}-{n}", 140) for n in range(3))
    return Card(
        f"lang-{number}", number, cluster, _filled(f"Titel {number}", 60), _filled(f"Open {number}", 160),
        deeper, _filled(f"Tegen {number}", 180), Source.TABLE, Rank(41, (41, 41, 41, 41, 41, 41)),
    )  # fmt: skip


def _deck(make: Callable[[int, Cluster], Card], each: int, title: str) -> Deck:
    cards = tuple(make(1 + each * place + n, c) for place, c in enumerate(CLUSTERS) for n in range(each))
    sources = ("Panteia, ZINZIZ en Muzus (2021), Afwegingen bij re-integratie en jobcoaching.",)
    return Deck("proef", title, "nl", 1, sources, cards)


USUAL = _deck(_card, 8, "Tegenwicht")
LONGEST = _deck(_longest_card, 8, _filled("Set", 60))
SMALL = _deck(_card, 1, "Klein")

BROUGHT = (
    e.Brought("Samira", "Eerst vragen wat iemand zelf wil, dan pas invullen.", "2026-11-20"),
    e.Brought("Joost", "De werkgever bellen voor ik een plan schrijf."),
    e.Brought("Deniz", "Eén keer meelopen op de werkvloer.", "2026-12-01"),
)

# -- a session that is being played


class Table:
    """A session in memory; ``do`` plays on."""

    def __init__(self, deck: Deck = USUAL, names: tuple[str, ...] = NAMES, **choices: Any) -> None:
        people = tuple(e.Participant(n, name) for n, name in enumerate(names, 1))
        title, mode = str(choices.pop("title", "Team Zuid")), str(choices.pop("mode", "tegenwicht"))
        self.timeline: Timeline = rules.begun(rules.start(e.Setup(mode, title, people, **choices), deck))

    def do(self, *actions: e.Action) -> "Table":
        """Play on with these; each must be allowed."""
        for action in actions:
            event = rules.decide(self.timeline, action)
            assert not isinstance(event, Refusal), (action, event)
            self.timeline = rules.apply(self.timeline, event)
        return self

    def draw(self, number: int) -> "Table":
        """The card with this number on the table."""
        return self.do(t.BringUp(number))

    def turns(self, count: int) -> "Table":
        """Full turns, each with a card and a few mentions; rounds begin by themselves."""
        for n in range(count):
            if t.table(self.timeline.session).turn is None:
                self.do(t.BeginRound())
            if not t.table(self.timeline.session).left:
                self.do(t.Reshuffle())
            self.do(t.Draw())
            own = t.card_on_table(self.timeline.session)
            named = [CLUSTERS[(n + k) % 6] for k in range(n % 4)]
            self.do(*(t.Mention(one) for one in named if own and one is not own.cluster), t.FinishTurn())
        return self

    def playing(self, reading: Reading | None = None, standing_still: bool = False) -> Playing:
        """As the model has it."""
        reading = reading or Reading(Stage.TALKING, 112.0, 0.38)
        return Playing(
            "s1", "10 nov", self.timeline, rules.legal_actions(self.timeline), reading, standing_still
        )

    def model(self, reading: Reading | None = None, standing_still: bool = False, **changes: Any) -> Model:
        """The model that shows this table."""
        playing = self.playing(reading, standing_still)
        return Model(Settings(), scene=Scene.PLAY, deck=USUAL, playing=playing, today=TODAY, **changes)


FORGETFUL = Settings(keep_notes=False)
OFF = Reading(Stage.OFF, 0.0, 0.0)
THINKING = Reading(Stage.THINKING, 20.0, 0.33)
OVER = Reading(Stage.OVER, 0.0, 1.0)
SESSIONS = (
    Kept("a", "tegenwicht", "Team Zuid", "10 nov 2026, 14:05", "Ronde 2 van 3 · 5 deelnemers", False),
    Kept("b", "tegenwicht", "", "9 nov 2026, 9:30", "Ronde 1 · alleen", False),
    Kept(
        "c", "tegenwicht", LONGEST_NAME, "3 nov 2026, 16:45", "Ronde 20 van 20 · 12 deelnemers", False, True
    ),
    Kept("d", "tegenwicht", "Team Zuid", "2 nov 2026, 11:00", "Ronde 3 van 3 · 4 deelnemers", False),
    Kept("e", "tegenwicht", ONE_WORD, "1 nov 2026, 11:00", "Ronde 3 van 3 · 4 deelnemers", True),
    Kept("f", "tegenwicht", "", "31 okt 2026, 11:00", "Ronde 3 van 3 · 4 deelnemers", True),
)
COUNTED = tuple(
    one._replace(came_up=(n, 2, 0, 12, 3 * n, 0, 1, 0, n, 4, 0, 0) if n != 5 else None)
    for n, one in enumerate(SESSIONS)
)
CAME_UP = CameUp(5, Counts((14, 10, 9, 60, 30, 3), (5, 0, 10, 20, 0, 1)), (0, 0, 3, 0, 1, 4), 1)
COPIES = (
    Backup("1", "21 nov 2026, 9:30", True, True, 6, f"“{LONGEST_NAME}”, 20 nov 2026, 16:02", ("Team Zuid",)),
    Backup("2", "20 nov 2026", False, True, 4, "“Team Zuid”, 19 nov 2026, 11:00", (LONGEST_NAME,),
           ("Team Zuid", ONE_WORD, "", "Team Noord", "Team Oost")),
    Backup("3", "19 nov 2026", False, False),
    *(Backup(str(n), f"{22 - n} nov 2026", False, True, n, "“Team Zuid”, 2 nov 2026, 11:00") for n in range(4, 9)),
)  # fmt: skip
NOTE = "Wat we eerst zagen, en wat we ervan maakten, liep door elkaar. " * 5
NEWS = (
    "Het bestand met instellingen was niet te lezen. De gewone instellingen gelden; het oude bestand is bewaard.",
    f"{ONE_WORD}.yaml: dit is geen kaartset",
)
TROUBLE = "Er kan niet worden bewaard: de schijf is vol. Maak ruimte; tot dan staat de sessie alleen in het geheugen."
BAD_FILE = f"{ONE_WORD}.tegenwicht:1:1: verwacht een sessie van Tegenwicht, gevonden: niets; kijk of het het goede is"
MESSAGE = "Er is geen kaart met dat nummer. Kijk nog eens op de kaart."


def _at_the_table() -> dict[str, Model]:
    card = Table().draw(9).do(t.Mention(CLUSTERS[2]), t.Mention(CLUSTERS[3]))
    long = Table(LONGEST, TWELVE, title=LONGEST_NAME).turns(4).draw(20)
    weighed = (
        Table(LONGEST, TWELVE)
        .draw(9)
        .do(t.Weigh((3, 0, 5, 4)), t.DrawCounterweight(), t.Mention(CLUSTERS[3]))
    )
    gone = Table(SMALL, NAMES[:3]).turns(6).do(t.BeginRound())
    nothing = Table(SMALL, NAMES[:3]).do(*(a for _ in range(6) for a in (t.Draw(), t.PutAside())))
    aside = Table().do(
        t.Draw(),
        t.PutAside(),
        t.Draw(),
        t.PutAside(),
        t.Draw(),
        t.DrawCounterweight(),
        t.PutAside(),
        e.Undo(),
    )
    return {
        "check-in": Table(minutes=90, brought=BROUGHT).model(OFF),
        "check-in of twelve": Table(
            names=TWELVE, minutes=90, brought=tuple(e.Brought("", f"Punt {n}") for n in range(1, 13))
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
        "table with a pile's card": Table(drawing=Drawing.PILE).do(t.DrawFrom(CLUSTERS[1])).model(),
        "table of three clusters": Table(clusters=CLUSTERS[:3]).draw(9).model(),
        "table with all cards gone": gone.model(OFF),
        "table with all cards aside": nothing.model(OFF),
        "table with cards aside": aside.model(OFF),
        "table of one": Table(names=("",)).model(OFF),
        "table of one with a card": Table(names=("",)).draw(9).model(),
        "table late in a round": Table(USUAL, TWELVE).turns(11).draw(46).model(),
        "table with news": card.model(notices=NEWS, trouble=TROUBLE, message=MESSAGE),
        "table about a moment": Table(moment=Moment.PROGRESS).model(OFF),
        "table about a moment, with a card": Table(moment=Moment.PROGRESS).draw(9).model(),
        "table about a moment, with the longest card": Table(LONGEST, TWELVE, moment=Moment.PROGRESS)
        .draw(20)
        .do(t.DrawCounterweight())
        .model(),
        "table of one about a moment": Table(names=("",), moment=Moment.INTAKE).model(OFF),
        "table of a hand": Table(cards=(9, 12, 20)).draw(9).model(),
        "table with the last card": Table(SMALL, NAMES).turns(4).do(t.Draw(), t.PutAside(), t.Draw()).model(),
        "table without letter keys": replace(card.model(), settings=Settings(letter_keys=False)),
    }


def _panels() -> dict[str, Model]:
    card = Table().draw(9)
    twelve = Table(LONGEST, TWELVE).draw(9)
    aside = Table(LONGEST).do(*(a for _ in range(5) for a in (t.Draw(), t.PutAside())))
    return {
        "note": card.model(panel="note", forms={"note": NOTE}),
        "note that looks traceable": card.model(panel="note", forms={"note": f"Bel 06-12345678. {NOTE}"}),
        "number": Table().model(OFF, panel="number", forms={"number": "9"}),
        "number of the longest": Table(LONGEST).model(OFF, panel="number", forms={"number": "9"}),
        "aside": aside.model(OFF, panel="aside"),
        "people": card.model(panel="people"),
        "people, twelve": twelve.model(panel="people"),
        "people, eleven": Table(USUAL, TWELVE[:11]).model(panel="people", forms={"new name": ONE_WORD}),
        "finish": card.model(panel="finish"),
    }


def _after_rounds() -> dict[str, Model]:
    round_one = Table().turns(5)
    twenty = Table(USUAL, TWELVE[:10], rounds=20).turns(200)
    some = Table(SMALL, NAMES[:3]).turns(3)
    close = Table().draw(9).do(t.Weigh((0, 2, 1, 2)), t.WriteNote(NOTE), t.FinishTurn()).turns(6)
    close.do(e.Finish(), e.WriteLearningPoint(2, "Eerst vragen wat iemand zelf wil."))
    long = Table(LONGEST, TWELVE, rounds=20, title=LONGEST_NAME).draw(9)
    long.do(t.Weigh((99, 99, 99, 99)), t.WriteNote(ONE_WORD * 9), t.FinishTurn()).turns(23).do(e.Finish())
    return {
        "round": round_one.model(OFF),
        "round, some stayed away": some.model(OFF),
        "round, the last": Table(rounds=1).turns(5).model(OFF),
        "round twenty": twenty.model(OFF),
        "round of one": Table(names=("",)).turns(4).model(OFF),
        "close": close.model(OFF),
        "close, a report": close.model(OFF, panel="report"),
        "close, a report saved": close.model(
            OFF,
            panel="report",
            forms={"report:whom": "person-free", "report:saved": f"/home/{ONE_WORD}/{ONE_WORD}.pdf"},
        ),
        "close of nothing": Table().do(e.Finish()).model(OFF),
        "close of the longest": long.model(OFF),
        "close of twenty rounds": Table(USUAL, NAMES[:3], rounds=20).turns(60).do(e.Finish()).model(OFF),
        "close, asks": close.model(OFF, panel="close"),
        "close, erase": close.model(OFF, panel="erase"),
        "close without keeping": replace(close.model(OFF, panel="close without keeping"), settings=FORGETFUL),
        "closed": Table().turns(7).do(e.Finish(), e.WriteLearningPoint(1, NOTE), e.Close()).model(OFF),
    }


def _history() -> dict[str, Model]:
    """Earlier sessions, groups beside each other, and what is asked before something goes."""
    model = Model(
        Settings(), deck=USUAL, sessions=SESSIONS, today=TODAY, scene=Scene.SESSIONS, back=(Scene.START,)
    )
    few = replace(model, history=History("", 0, COUNTED, False, 6, CAME_UP))
    many = tuple(one._replace(id=f"{one.id}{n}") for n in range(4) for one in COUNTED)
    page = replace(
        model, history=History("", 24, many, True, 10_000, CAME_UP), forms={"history:totals": True}
    )
    sought = replace(
        model,
        history=History("zzz", 0, (), False, 0, CameUp(0, Counts(), (0,) * 6, 0)),
        forms={"history:sought": "zzz"},
    )
    row = {"history:chosen": "e", "report:saved": f"/home/{ONE_WORD}/{ONE_WORD}.pdf"}

    def over(panel: str, **forms: Any) -> Model:
        return replace(
            few, panel=panel, forms=row | {key.replace("_", ":", 1): one for key, one in forms.items()}
        )

    return {
        "sessions": few,
        "sessions, none": replace(model, sessions=(), history=History("", 0, (), False)),
        "sessions, a page of many": page,
        "sessions, not found": sought,
        "sessions to compare": replace(few, forms={"compare:choosing": True, "compare:chosen": ("a", "e")}),
        "sessions, more of one": over("more"),
        "sessions, a report": over("report"),
        "sessions, a file": over("file", file_names=True),
        "sessions, a file to bring in": over(
            "bring in", bring_path=f"/home/{ONE_WORD}/{ONE_WORD}.tegenwicht"
        ),
        "sessions, a file that is none": replace(over("bring in", bring_path="x"), message=BAD_FILE),
        "sessions, erase": over("erase"),
        "sessions, copies": replace(over("copies"), copies=COPIES),
        "sessions, no copies": over("copies"),
        "sessions, put back": replace(over("put back", copies_chosen=COPIES[1].name), copies=COPIES),
        "settings, erase all": replace(model, scene=Scene.SETTINGS, panel="erase all"),
        **_compared(),
    }


def _compared() -> dict[str, Model]:
    model = Model(
        Settings(), deck=USUAL, today=TODAY, scene=Scene.COMPARE, back=(Scene.START, Scene.SESSIONS)
    )

    def weighed(deck: Deck, turns: int, hands: tuple[int, int, int, int], title: str = "Team Zuid") -> Any:
        table = Table(deck, NAMES[: 2 + turns % 3], rounds=None, title=title)
        table.draw(9).do(t.Weigh(hands), t.FinishTurn()).draw(17).do(t.Weigh(hands[::-1]), t.FinishTurn())
        return group_of(table.turns(turns).timeline.session)

    two = Comparison(
        ("a", "b"), (weighed(USUAL, 3, (0, 2, 1, 2)), weighed(USUAL, 9, (3, 0, 0, 0), "Team Noord"))
    )
    eight = Comparison(
        tuple("abcdefgh"),
        tuple(weighed(LONGEST, n, (n, 99, 1, 2), LONGEST_NAME if n % 2 else ONE_WORD) for n in range(8)),
        (f"De sessie “{ONE_WORD}” klopt niet vanaf stap 3.",),
    )
    named = {"compare:named": True}
    return {
        "compare": replace(model, comparison=two),
        "compare, named": replace(model, comparison=two, forms=named),
        "compare eight": replace(model, comparison=eight),
        "compare eight, named": replace(model, comparison=eight, forms=named),
        "compare, a report": replace(model, comparison=two, panel="report"),
        "compare nothing": replace(model, comparison=Comparison((), ())),
    }


DECKS = (("a.yaml", "Tegenwicht"), ("b.yaml", LONGEST.title), ("c.yaml", "Klein"))


def _setups(model: Model) -> dict[str, Model]:
    """Setting up a session: the games, then the seats and the time."""

    def at(names: tuple[str, ...], deck: Deck = USUAL, **more: Any) -> Model:
        named = {f"setup:name:{n}": name for n, name in enumerate(names, 1)}
        forms = {
            "setup:step": 2,
            "setup:people": len(names),
            "setup:now": 14 * 60 + 5,
            "setup:shuffle": "6260",
        }
        forms |= named | {f"setup:{key}": value for key, value in more.items()}
        return replace(model, scene=Scene.SETUP, deck=deck, decks=DECKS, back=(Scene.START,), forms=forms)

    four = (*NAMES[:4], "")
    return {
        "setup": at(NAMES, step=1),
        "setup for the first time": replace(at(NAMES, step=1), sessions=()),
        "setup at the table": replace(at(four, title="Team Zuid"), focus="setup:name:5"),
        "setup at the table, all named": at(NAMES, title="Team Zuid"),
        "setup with thirty minutes": at(NAMES[:3], minutes=30),
        "setup with more choices": at(NAMES, more=True, kinds=("joker",)),
        "setup of Wegen": at(NAMES, mode="weighing"),
        "setup of Afpellen for one": at(("",), mode="peeling"),
        "setup of eight": at(SHORT[:8]),
        "setup of twelve": at(SHORT),
        "setup of twelve, the longest": at(TWELVE, LONGEST, title=LONGEST_NAME, shuffle="999999", more=True),
        "setup without clusters": at(NAMES, off=tuple(CLUSTERS), drawing="counterweight", more=True),
    }


def _around() -> dict[str, Model]:
    model = Model(Settings(), deck=USUAL, sessions=SESSIONS, today=TODAY)
    decks = DECKS

    def at(scene: str, deck: Deck = USUAL, **forms: Any) -> Model:
        named = {key.replace("_", ":", 1): value for key, value in forms.items()}
        return replace(model, scene=Scene(scene), deck=deck, back=(Scene.START,), forms=named)

    def with_forms(scene: str, forms: Mapping[str, Any]) -> Model:
        return replace(model, scene=Scene(scene), back=(Scene.START,), forms=forms)

    return {
        "start": replace(model, sessions=()),
        "start with sessions": model,
        "start without a deck": replace(model, deck=None, sessions=(), notices=NEWS),
        **_setups(model),
        "cards": at("browse"),
        "cards, other decks": replace(at("browse"), decks=decks),
        "cards, the longest": replace(at("browse", LONGEST), decks=decks),
        "cards sought": at("browse", browse_sought="belastbaarheid"),
        "cards not found": at("browse", browse_sought="zzz"),
        "cards of two clusters": at(
            "browse", browse_clusters=(CLUSTERS[1], CLUSTERS[4]), browse_kind="tabel"
        ),
        "cards with a hand": replace(at("browse"), decks=decks, forms={"browse:hand:proef": (9, 2, 31, 40)}),
        "cards with a full hand": replace(
            at("browse", LONGEST), decks=decks, forms={"browse:hand:proef": tuple(range(1, 49))}
        ),
        "cards, very many": at("browse", _deck(_card, 40, "Groot")),
        "one card of the hand": replace(at("browse"), forms={"browse:hand:proef": (9,), "browse:open": 9}),
        "cards on paper": replace(
            at("browse"), panel="paper", forms={"report:saved": f"/home/{ONE_WORD}.pdf"}
        ),
        "one card": at("browse", browse_open=9),
        "one card, the longest": at("browse", LONGEST, browse_open=9),
        **_history(),
        "settings": at("settings"),
        "help": at("help"),
        **deck_screens.screens(replace(model, back=(Scene.START,)), USUAL, LONGEST),
    }


@cache
def all_screens() -> Mapping[str, Model]:
    """Every screen by name; those of the other modes come from ``gallery/modes/<name>.py``."""
    others: dict[str, Model] = import_module("tegenwicht.gallery.rounds").screens()
    others |= import_module("tegenwicht.gallery.kinds").screens()
    others |= import_module("tegenwicht.gallery.directing").screens()
    for mode in MODES[1:]:
        others |= import_module(f"tegenwicht.gallery.modes.{mode}").screens()
    others |= import_module("tegenwicht.gallery.model_session").screens()
    return {**_around(), **_at_the_table(), **_panels(), **_after_rounds(), **others}


@cache
def window() -> Window:
    """A stage without a window: fonts and measures only."""
    pygame.font.init()
    return Window(paths.assets())


def built(
    model: Model, size: tuple[int, int], text_size: int = 100, theme: str = "light"
) -> tuple[Model, Node]:
    """The tree of a model on a window of that size, and the model as it settled.

    What the group looks at has a text size of its own, and its window is never smaller than ``SHARED_SIZE``.
    """
    text_size = model.settings.text_size if model.bare else text_size
    size = (max(size[0], SHARED_SIZE[0]), max(size[1], SHARED_SIZE[1])) if model.bare else size
    settings = replace(model.settings, text_size=text_size, theme=Theme(theme))
    stage = window()
    stage.forget_shown()
    return stage.built(replace(model, settings=settings), size)


def focused(model: Model, key: str) -> Model:
    """The model with the focus just moved to a node."""
    return replace(model, focus=key, seen="")
