"""The table with other kinds of card: situatie, stelling, opdracht, and jokers at the seats."""

from typing import Any

from tegenwicht.gallery.played import NAMES, OFF, TWELVE, USUAL, Table
from tegenwicht.game import parking, tegenwicht
from tegenwicht.game.cards import Card, Deck, Kind
from tegenwicht.game.kinds import OTHER_KINDS, mixed
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel

EXTRA = Deck(
    "erbij", "Erbij", "nl", 1, ("Geschreven voor deze kaartset.",),
    tuple(
        Card(name, number, None, title, question, kind=kind, picture=picture)
        for name, number, kind, title, question, picture in (
            ("s-te-laat", 401, Kind.SITUATION, "Tien minuten te laat",
             "Maandag 8.40, de poort. De cliënt zou om 8.30 beginnen.", "alarm"),
            ("s-op-de-gang", 405, Kind.SITUATION, "Op de gang",
             "Donderdag 9.15, de gang op kantoor. ‘O, díé cliënt’, zegt je collega en lacht.", "coffee"),
            ("st-hardop-denken", 418, Kind.STATEMENT, "Hardop denken",
             "Ik vertel een cliënt hoe ik kies, ook als ik er nog niet uit ben.", "megaphone"),
            ("o-vijf-op-volgorde", 423, Kind.TASK, "Vijf op volgorde",
             "Leg vijf factoren op volgorde. Wat woog het zwaarst?", "ranking"),
            ("o-lees-als-de-client", 427, Kind.TASK, "Lees het als de cliënt",
             "Denk aan je laatste verslag. Lees het in je hoofd als de cliënt: bij welke zin stop je?", "eyeglasses"),
            ("ruil", 431, Kind.JOKER, "Ruil",
             "Leg deze kaart terug en trek er een van een stapel die jij kiest.", "handshake"),
            ("vraag-door", 432, Kind.JOKER, "Vraag door", "Kies een doorvraag voor wie nu vertelt.", "chats"),
            ("draai-om", 433, Kind.JOKER, "Draai om", "Draai deze kaart om. Vanaf nu geldt Andersom.", "coin"),
            ("iedereen-kort", 434, Kind.JOKER, "Iedereen kort",
             "Iedereen geeft antwoord op deze kaart, in één zin.", "scissors"),
            ("eigen-joker-een", 435, Kind.JOKER, "Eigen joker", "Bedenk zelf wat deze joker mag.", "pencil"),
        )
    ),
)  # fmt: skip
JOKERS = (431, 432, 433, 434, 435)


def table(**choices: Any) -> Table:
    """A table with every kind of card mixed in."""
    deck = mixed(USUAL, EXTRA, OTHER_KINDS)
    return Table(deck, choices.pop("names", NAMES), kinds=OTHER_KINDS, **choices)


def screens() -> dict[str, Model]:
    """Each as a model, by name."""
    return {
        "kinds, piles": table().model(OFF),
        "kinds, a situatie": table().draw(401).model(),
        "kinds, a long situatie": table().draw(405).model(),
        "kinds, a stelling": table().draw(418).model(),
        "kinds, an opdracht with places": table().draw(423).model(forms={"places": (423, 2)}),
        "kinds, a long opdracht": table().draw(427).model(),
        "kinds, a situatie with a counterweight": _against(),
        "parking": with_jokers().model(panel=Panel.PARK, forms={"park": THOUGHT}),
        "parking before a card": Table().model(OFF, panel=Panel.PARK),
        "parking, folded in Meer": _parked().model(panel=Panel.MORE),
        "parking, opened": _parked().model(panel=Panel.THOUGHTS),
        "parking, a thought on the table": _parked().model(forms={"thought": 1}),
        "discussed": Table().turns(3).draw(20).model(panel=Panel.DISCUSSED),
        "discussed, one looked at": _discussed().model(panel=Panel.LOOK, forms={"look": 9}),
        "discussed, its other side": _discussed().model(
            panel=Panel.LOOK, forms={"look": 9, "look:turned": 9}
        ),
        "discussed, a situatie": table()
        .draw(401)
        .do(tegenwicht.FinishTurn())
        .draw(9)
        .model(panel=Panel.LOOK, forms={"look": 401}),
        "joining": Table()
        .turns(1)
        .draw(9)
        .model(panel=Panel.JOIN, forms={"join": "Fatma", "join:later": False}),
        "joining a table of eleven": Table(USUAL, TWELVE[:11])
        .draw(9)
        .model(panel=Panel.JOIN, forms={"join:later": True}),
        "joining before a card": Table().model(OFF, panel=Panel.JOIN),
        "jokers at the seats": with_jokers().model(),
        "jokers, vraag door": with_jokers().model(panel=Panel.JOKER, forms={"joker": 432}),
        "jokers, ruil": with_jokers().model(panel=Panel.JOKER, forms={"joker": 431}),
        "jokers, draai om": with_jokers().model(panel=Panel.JOKER, forms={"joker": 433}),
        "jokers, one of one's own": with_jokers().model(
            panel=Panel.JOKER, forms={"joker": 435, "joker:text": "Wie het langst stil was, mag nu eerst."}
        ),
        "jokers, before a card": with_jokers(False).model(OFF, panel=Panel.JOKER, forms={"joker": 435}),
        "jokers, iedereen kort was played": with_jokers().do(tegenwicht.PlayJoker(3, 434)).model(),
    }


THOUGHT = "Hoe houd je ruimte voor iemand als de termijn bijna om is? Daar wil ik het straks over hebben."


def _parked() -> Table:
    """Two thoughts, one of them laid on the table."""
    made = Table().draw(9).do(parking.ParkThought(THOUGHT), parking.ParkThought("Wie belt de werkgever?"))
    return made.do(parking.TakeUpThought(1))


def _discussed() -> Table:
    """A card that was discussed, and another on the table."""
    return Table().draw(9).do(tegenwicht.FinishTurn()).draw(20)


def with_jokers(card: bool = True) -> Table:
    """Jokers at three seats, and a card on the table where that is wanted."""
    made = (
        table().draw(431).draw(9).do(tegenwicht.FinishTurn()).draw(432).draw(10).do(tegenwicht.FinishTurn())
    )
    made.draw(433).draw(434).draw(435).draw(11).do(tegenwicht.FinishTurn())
    return made.draw(12) if card else made


def _against() -> Model:
    return table().draw(401).do(tegenwicht.DrawCounterweight()).model()
