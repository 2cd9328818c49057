"""A session made by playing, and the decks, names and texts to play it with: everyday ones, and the longest there may be."""

from collections.abc import Callable
from typing import Any

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Rank, Source
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Timeline
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.model import Model, Playing
from tegenwicht.screens.shell.scenes import Scene

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


def usual_card(number: int, cluster: Cluster) -> Card:
    """A card as they usually are."""
    title = ("Belastbaarheid van de cliënt", "Wet- en regelgeving", "Arbeidsmarkt")[number % 3]
    return Card(
        f"kaart-{number}", number, cluster, f"{title} {number}",
        "Hoe schat jij in wat iemand aankan, en waarop baseer je dat?",
        ("Wat zag of hoorde je dat je inschatting bepaalde?",
         "Wanneer week je oordeel af van dat van de cliënt, en wat deed je toen?"),
        "Stel dat de belastbaarheid groter is dan je denkt. Welke keuze had je dan gemaakt?",
        Source.TABLE if number % 2 else Source.PRACTICE,
        Rank(2, (1, 4, 4, 2, 4, 5)) if number % 2 else None,
        picture=("bridge", "scales", "storefront")[number % 3],
    )  # fmt: skip


def _longest_card(number: int, cluster: Cluster) -> Card:
    deeper = tuple(_filled(f"Vraag {number}-{n}", 140) for n in range(3))
    return Card(
        f"lang-{number}", number, cluster, _filled(f"Titel {number}", 60), _filled(f"Open {number}", 160),
        deeper, _filled(f"Tegen {number}", 180), Source.TABLE, Rank(41, (41, 41, 41, 41, 41, 41)),
    )  # fmt: skip


def deck_of(make: Callable[[int, Cluster], Card], each: int, title: str) -> Deck:
    """A deck with so many cards of each cluster, each made of its number and its cluster."""
    cards = tuple(make(1 + each * place + n, c) for place, c in enumerate(CLUSTERS) for n in range(each))
    sources = ("Panteia, ZINZIZ en Muzus (2021), Afwegingen bij re-integratie en jobcoaching.",)
    return Deck("proef", title, "nl", 1, sources, cards)


USUAL = deck_of(usual_card, 8, "Tegenwicht")
LONGEST = deck_of(_longest_card, 8, _filled("Set", 60))
SMALL = deck_of(usual_card, 1, "Klein")

BROUGHT = (
    events.Brought("Samira", "Eerst vragen wat iemand zelf wil, dan pas invullen.", "2026-11-20"),
    events.Brought("Joost", "De werkgever bellen voor ik een plan schrijf."),
    events.Brought("Deniz", "Eén keer meelopen op de werkvloer.", "2026-12-01"),
)

# -- a session that is being played


class Table:
    """A session in memory; ``do`` plays on."""

    def __init__(self, deck: Deck = USUAL, names: tuple[str, ...] = NAMES, **choices: Any) -> None:
        people = tuple(events.Participant(n, name) for n, name in enumerate(names, 1))
        title, mode = str(choices.pop("title", "Team Zuid")), str(choices.pop("mode", "tegenwicht"))
        self.timeline: Timeline = rules.begun(rules.start(events.Setup(mode, title, people, **choices), deck))

    def do(self, *actions: events.Action) -> "Table":
        """Play on with these; each must be allowed."""
        for action in actions:
            event = rules.decide(self.timeline, action)
            assert not isinstance(event, Refusal), (action, event)
            self.timeline = rules.apply(self.timeline, event)
        return self

    def draw(self, number: int) -> "Table":
        """The card with this number on the table."""
        return self.do(tegenwicht.BringUp(number))

    def turns(self, count: int) -> "Table":
        """Full turns, each with a card and a few mentions; rounds begin by themselves."""
        for n in range(count):
            if tegenwicht.table(self.timeline.session).turn is None:
                self.do(tegenwicht.BeginRound())
            if not tegenwicht.table(self.timeline.session).left:
                self.do(tegenwicht.Reshuffle())
            self.do(tegenwicht.Draw())
            own = tegenwicht.card_on_table(self.timeline.session)
            named = [CLUSTERS[(n + k) % 6] for k in range(n % 4)]
            self.do(
                *(tegenwicht.Mention(one) for one in named if own and one is not own.cluster),
                tegenwicht.FinishTurn(),
            )
        return self

    def playing(self, reading: Reading | None = None, standing_still: bool = False) -> Playing:
        """As the model has it."""
        reading = reading or Reading(Stage.TALKING, 112.0, 0.38)
        return Playing(
            "s1", "10 nov", self.timeline, rules.legal_actions(self.timeline), reading, standing_still,
            began="14.05 uur", changed="15.02 uur",
        )  # fmt: skip

    def model(self, reading: Reading | None = None, standing_still: bool = False, **changes: Any) -> Model:
        """The model that shows this table."""
        playing = self.playing(reading, standing_still)
        return Model(Settings(), scene=Scene.PLAY, deck=USUAL, playing=playing, today=TODAY, **changes)


OFF = Reading(Stage.OFF, 0.0, 0.0)
THINKING = Reading(Stage.THINKING, 20.0, 0.33)
OVER = Reading(Stage.OVER, 0.0, 1.0)
NOTE = "Wat we eerst zagen, en wat we ervan maakten, liep door elkaar. " * 5
NEWS = (
    "Het bestand met instellingen was niet te lezen. De gewone instellingen gelden; het oude bestand is bewaard.",
    f"{ONE_WORD}.yaml: dit is geen kaartset",
)
TROUBLE = "Er kan niet worden bewaard: de schijf is vol. Maak ruimte; tot dan staat de sessie alleen in het geheugen."
MESSAGE = "Er is geen kaart met dat nummer. Kijk nog eens op de kaart."
