"""One session, written once as a list of intentions, and carried out three times: with the mouse, with the
keyboard, and through what a screen reader asks. All three end with the tally that was counted by hand.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tegenwicht.kit.nodes import Role, walk
from tests.pilot import Pilot
from tests.screens.hands import Hands, Keyboard, Mouse, Reader

PEOPLE = ("Samira", "Joost", "Anneke", "Deniz", "Willem")
FINGERS = ("1 vinger", "2 vingers", "3 vingers", "4 vingers")
WEIGHTS = ("1, geen invloed", "2", "3", "4, veel invloed")

# -- the intentions


class Press(NamedTuple):
    """Press something; ``role`` where the word alone would not tell."""

    label: str
    role: Role | None = None

    def by(self, hands: Hands, pilot: Pilot) -> None:  # noqa: ARG002
        hands.press(self.label, self.role)


class Draw(NamedTuple):
    """Draw, and see this card."""

    card: int
    button: str = "Trek een kaart"

    def by(self, hands: Hands, pilot: Pilot) -> None:
        hands.press(self.button)
        told = re.match(r"(?:Tegenwicht bij kaart \d+\. )?Kaart (\d+), ", pilot.said)
        assert told, pilot.said
        assert int(told[1]) == self.card, "the deck's order is not what it was; count the tally again"


class Weigh(NamedTuple):
    """How many hold up 1, 2, 3 and 4 fingers."""

    counts: tuple[int, int, int, int]

    def by(self, hands: Hands, pilot: Pilot) -> None:
        hands.press("Wegen")
        hands.press("Tel de handen")
        for label, count in zip(FINGERS, self.counts, strict=True):
            for _ in range(count):
                hands.press(label)
        if sum(self.counts) < len(PEOPLE):
            hands.press(f"Klaar met {sum(self.counts)}")
        told = {node.label: node.value for node in pilot.nodes() if node.key.startswith("plate:")}
        shown = [f"{count} hand" if count == 1 else f"{count} handen" for count in self.counts]
        assert told == dict(zip(WEIGHTS, shown, strict=True))
        hands.press("Terug naar de kaart")


class Guess(NamedTuple):
    """Before one looks: which cluster was named most, and that none was left out."""

    most: str

    def by(self, hands: Hands, pilot: Pilot) -> None:
        for chosen, button in ((self.most, f"Kies {self.most}"), ("Alles is genoemd", "Alles is genoemd")):
            hands.press(chosen, Role.RADIO)
            if pilot.can(button, Role.BUTTON):  # Enter on what arrows have chosen is the guess
                hands.press(button, Role.BUTTON)
        assert pilot.said.startswith("Ronde 1 is klaar. "), pilot.said


class Note(NamedTuple):
    """Write a note with the card."""

    text: str

    def by(self, hands: Hands, pilot: Pilot) -> None:
        hands.press("Notitie")
        hands.fill("Notitie", self.text)
        hands.press("Bewaren")
        assert pilot.said == "Notitie bewaard"


class BringUp(NamedTuple):
    """Look a card up by its number."""

    card: int

    def by(self, hands: Hands, pilot: Pilot) -> None:
        hands.press("Kaart op nummer")
        hands.fill("Nummer op de kaart", str(self.card))
        hands.press("Op tafel")
        assert pilot.said.startswith(f"Kaart {self.card}, ")


Intention = Press | Draw | Weigh | Guess | Note | BringUp
DONE, UNDO, REDO, ASIDE, PASS = map(Press, ("Klaar", "Ongedaan maken", "Opnieuw", "Opzij", "Pas"))


def mention(cluster: str) -> Press:
    return Press(cluster, Role.TOGGLE)


def counterweight(card: int) -> Draw:
    return Draw(card, "Tegenwicht")


TALKED: dict[str, list[Intention]] = {
    # Round 1
    "Samira": [
        Draw(38),  # Wet & beleid
        mention("Cliënt"), mention("Organisatie"), mention("Wet & beleid"),  # the last is the card's own
        Weigh((0, 1, 2, 2)), Note("Één regel, dán de tweede"), DONE,
    ],
    "Joost": [
        Draw(34), ASIDE,  # Wet & beleid, does not count
        Draw(3), mention("Professional zelf"), mention("Professional zelf"), DONE,  # Beroep; taken back
    ],
    "Anneke": [mention("Werkgever"), PASS],
    "Deniz": [
        Draw(28), counterweight(41),  # Organisatie, and of Professional zelf, the only one not to come up yet
        mention("Organisatie"), mention("Cliënt"), DONE,
    ],
    "Willem": [Draw(30), DONE, UNDO, REDO],  # Organisatie; back over the end of the round, and on again
    # Round 2
    "Samira again": [Guess("Werkgever"), Press("Volgende ronde"), Draw(16), DONE],  # Cliënt
    "Joost again": [
        Draw(10), UNDO, Draw(10), mention("Beroep"), UNDO, REDO, DONE,  # Cliënt
    ],
    "Anneke again": [Draw(12), ASIDE, PASS],  # Cliënt, does not count
    "Deniz again": [BringUp(48), DONE],  # Professional zelf
    "Willem again": [
        Press("Terughalen"), Press("Kaart 34, Wet & beleid: Prioriteiten van de lokale politiek"),
        Weigh((1, 0, 0, 3)), DONE,  # Wet & beleid after all
    ],
    # Round 3, in which what lags comes up sooner. So far: 2 Beroep, 4 Cliënt, 1 Werkgever, 3 Organisatie,
    # 2 Wet & beleid, 2 Professional zelf
    "Samira at last": [Press("Lichtste cluster eerst"), Draw(21), mention("Cliënt"), DONE],  # Werkgever: 2
    "Joost at last": [Draw(45), DONE],  # of four clusters with 2, Professional zelf is on top
    "Anneke at last": [Draw(2), ASIDE, Draw(7), Note("nog een"), DONE],  # Beroep, twice
    "Deniz at last": [Draw(37), DONE],  # Wet & beleid
    "Willem at last": [Draw(23), Press("Sessie afronden…"), Press("Telt mee, afronden")],  # Werkgever
}  # fmt: skip

COUNTED_BY_HAND = {
    # (by card, by mention) in round 1, 2, 3 and in all
    "Beroep": [(1, 0), (0, 1), (1, 0), (2, 1)],
    "Cliënt": [(0, 2), (2, 0), (0, 1), (2, 3)],
    "Werkgever": [(0, 1), (0, 0), (2, 0), (2, 1)],
    "Organisatie": [(2, 1), (0, 0), (0, 0), (2, 1)],
    "Wet & beleid": [(1, 0), (1, 0), (1, 0), (3, 0)],
    "Professional zelf": [(1, 0), (1, 0), (1, 0), (3, 0)],
}


def set_up(hands: Hands, pilot: Pilot) -> None:
    """Everything on the setup screen, some of it twice."""
    hands.press("Spelen")
    hands.press("Verder: tafel en tijd")
    hands.fill("Naam van de groep (mag leeg)", "Team Zuid")
    hands.change("Mensen aan tafel", -2)
    hands.change("Mensen aan tafel", 2)
    for number, name in enumerate(PEOPLE, 1):
        hands.fill(f"Deelnemer {number}", name)
    hands.press("30 minuten")
    hands.press("90 minuten")
    hands.press("Meer keuzes")
    hands.fill("Denktijd in seconden", "0")
    hands.fill("Gesprekstijd in seconden", "210")
    hands.press("Per stapel kiezen")
    hands.press("Eén gemengde stapel")
    hands.press("Werkgever")
    hands.press("Werkgever")
    hands.fill("Schudnummer", "7")
    assert [pilot.value(label) for label in ("Mensen aan tafel", "Denktijd in seconden", "Gesprekstijd in seconden")] == [
        "5 mensen", "0", "210",
    ]  # fmt: skip
    hands.press("Aan tafel")
    assert pilot.said == "Ronde 1 van 3. Samira is aan de beurt"


def talk(hands: Hands, pilot: Pilot) -> None:
    """The three rounds; before each turn the one whose turn it is, is pointed out."""
    for who, intentions in TALKED.items():
        if intentions[0] not in (Guess("Werkgever"), Press("Lichtste cluster eerst")):
            assert f"{who.split()[0]} is aan de beurt" in pilot.text()
        for one in intentions:
            one.by(hands, pilot)


def close(hands: Hands, pilot: Pilot) -> None:
    """What Joost takes along is written, and everyone looks back."""
    hands.press(
        next(one.label for one in pilot.nodes() if one.label.startswith("Joost") and one.role is Role.BUTTON)
    )
    hands.press("Schrijf een regel")
    hands.fill("Eén regel van Joost", "Eerst vragen, dan plannen.")
    hands.press("Bewaren")
    assert pilot.said == "Regel bewaard"
    hands.press("Kaarten en notities")


def by_round(pilot: Pilot) -> dict[str, list[tuple[int, int]]]:
    """By the name of each cluster (by card, by mention) of every round, from the two tables that tell it."""
    told = [_numbers(pilot, f"{what} per ronde") for what in ("Kaarten", "Genoemd")]
    return {name: list(zip(told[0][name], told[1][name], strict=True)) for name in told[0]}


def _numbers(pilot: Pilot, caption: str) -> dict[str, list[int]]:
    (table,) = (node for node in pilot.nodes() if node.role is Role.TABLE and node.label == caption)
    found: dict[str, list[int]] = {}
    for row in table.children:
        parts = list(walk(row))
        names = [one.label for one in parts if one.role is Role.ROW_HEADER]
        cells = " ".join(f": {one.label}" for one in parts if one.role is Role.CELL)
        if names:
            found[names[0]] = [int(n) for n in re.findall(r": (\d+)", cells)]
    return found


@pytest.fixture(params=[Mouse, Keyboard, Reader])
def hands_and_pilot(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Hands, Pilot]]:
    with Pilot(tmp_path, size=(1024, 640), shuffle=4711) as pilot:
        yield request.param(pilot), pilot


def test_a_session_ends_with_the_tally_counted_by_hand(hands_and_pilot: tuple[Hands, Pilot]) -> None:
    hands, pilot = hands_and_pilot
    set_up(hands, pilot)
    talk(hands, pilot)
    close(hands, pilot)
    text = pilot.text()
    assert by_round(pilot) == {name: columns[:-1] for name, columns in COUNTED_BY_HAND.items()}
    assert "Notitie: Één regel, dán de tweede" in text
    assert "Gewogen met 5 handen – gewicht 4: 2, gewicht 3: 2, gewicht 2: 1" in text
    assert "Gewogen met 4 handen – gewicht 4: 3, gewicht 1: 1" in text
    assert "Mensen: 11" in text and "Kaders: 9" in text
    hands.press("Terug")
    hands.press("Sessie sluiten…")
    hands.press("Sessie sluiten")
    hands.press("Eerdere sessies")
    hands.press("Bekijken: Team Zuid")
    assert pilot.tally() == {name: columns[-1:] for name, columns in COUNTED_BY_HAND.items()}
    hands.press("Kaarten en notities")
    assert "Eerst vragen, dan plannen." in pilot.text()
