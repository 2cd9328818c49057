"""A session of Tegenwicht for ``demo``, from the start screen to the close, and the screens around it."""

from tegenwicht.demo.player import Demo
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import walk

NAMES = ("Samira", "Joost", "Anneke", "Deniz", "Willem")


def whole_session(demo: Demo) -> None:
    """Two rounds of five, weighed and noted, and the close; then what is around it. Ends at the start screen."""
    demo.picture(tr("start"))
    demo.press(tr("Spelen"))
    demo.picture(tr("spellen"))
    demo.press(tr("Verder: tafel en tijd"))
    demo.type(tr("Naam van de groep (mag leeg)"), "Team Zuid")
    for number, name in enumerate(NAMES, 1):
        demo.type(tr("Deelnemer {n}").format(n=number), name)
    demo.picture(tr("opzet"))
    demo.press(tr("Aan tafel"))
    _first_round(demo)
    _second_round(demo)
    _close(demo)
    _around(demo)


def _bring(demo: Demo, number: int) -> None:
    """The card with that number on the table, as if it was drawn from the paper cards."""
    demo.press(tr("Meer"), tr("Kaart op nummer"))
    demo.type(tr("Nummer op de kaart"), str(number))
    demo.press(tr("Op tafel"))


def _give(demo: Demo, name: str) -> None:
    """The turn to who is named."""
    demo.press(name, tr("Geef {name} de beurt").format(name=name))


def _turn(demo: Demo, number: int, *named: str) -> None:
    """A turn: a card, the clusters that came up, and done."""
    _bring(demo, number)
    demo.press(*named, tr("Klaar"))


def _first_round(demo: Demo) -> None:
    client, employer = tr("Cliënt"), tr("Werkgever")
    organisation, policy, self = tr("Organisatie"), tr("Wet & beleid"), tr("Professional zelf")
    _give(demo, "Anneke")
    _turn(demo, 2, client, self, policy)
    _give(demo, "Deniz")
    _bring(demo, 34)
    demo.press(client, tr("Opzij"))
    _bring(demo, 16)
    demo.press(tr("Opzij"), tr("Pas"))
    _give(demo, "Willem")
    _turn(demo, 13, self, organisation)
    demo.picture(tr("tafel-trekken"))
    _bring(demo, 9)
    demo.press(organisation, self)
    demo.tell()
    demo.run_to(84)
    demo.press(tr("Doorvraag {n}").format(n=1))
    demo.picture(tr("tafel"))
    demo.press(tr("Andersom"))
    demo.picture(tr("andersom"))
    demo.press(tr("Terug"), tr("Meer"))
    demo.picture(tr("meer"))
    demo.press(tr("Notitie"))
    demo.type(tr("Notitie"), tr("Wat we eerst zagen, en wat we ervan maakten, liep door elkaar."))
    demo.picture(tr("notitie"))
    demo.press(tr("Bewaren"))
    _weigh(demo)
    demo.press(tr("Meer"), tr("Deelnemers"))
    demo.picture(tr("deelnemers"))
    demo.press(tr("Sluiten"), tr("Tegenwicht"))
    demo.picture(tr("tegenwicht"))
    demo.press(tr("Meer"), tr("Ongedaan maken"), tr("Klaar"))
    _turn(demo, 44, client, employer)
    _guess(demo, self, policy)
    demo.picture(tr("ronde"))


def _guess(demo: Demo, most: str, absent: str) -> None:
    """Guess before one looks: what was named most, and what was not."""
    demo.press(most)
    demo.picture(tr("raden"))
    demo.press(tr("Kies {name}").format(name=most), absent, tr("Kies {name}").format(name=absent))


def _weigh(demo: Demo) -> None:
    """Five hands: one at 1, two at 3, two at 4; the published place on its own key."""
    demo.press(tr("Wegen"))
    demo.picture(tr("wegen-aftellen"))
    demo.press(tr("Tel de handen"))
    one, three, four = tr("1 vinger"), tr("3 vingers"), tr("4 vingers")
    demo.press(one, three)
    demo.picture(tr("wegen-tellen"))
    demo.press(three, four, four)
    demo.picture(tr("wegen"))
    demo.press(tr("Wat vond het onderzoek?"))
    demo.picture(tr("wegen-onderzoek"))
    demo.press(tr("Terug naar de kaart"))


def _second_round(demo: Demo) -> None:
    client, policy, self = tr("Cliënt"), tr("Wet & beleid"), tr("Professional zelf")
    demo.press(tr("Volgende ronde"))
    demo.press(tr("Meer"), tr("Terughalen"))
    demo.press(
        tr("Kaart {number}, {cluster}: {title}").format(number=16, cluster=client, title=_title(demo, 16))
    )
    demo.press(self, tr("Klaar"))
    _bring(demo, 14)
    demo.press(policy, *(lighter := (tr("Werkgever"), tr("Beroep"))))  # so that Organisatie is the lightest
    demo.tell()
    demo.press(tr("Tegenwicht"), *lighter, tr("Klaar"))
    _turn(demo, 27, client, self)
    _turn(demo, 43, client, tr("Beroep"))
    _turn(demo, 8)
    _guess(demo, self, policy)
    demo.picture(tr("ronde-2"))


def _title(demo: Demo, number: int) -> str:
    """What stands on a card of the session that is played."""
    playing = demo.app.model.playing
    assert playing is not None
    return str(playing.timeline.session.cards[number].title)


def _close(demo: Demo) -> None:
    demo.press(tr("Sessie afronden"))
    _harvest(demo)
    demo.press(tr("Hulp"))
    demo.picture(tr("hulp"))
    demo.press(tr("Klaar"), tr("Menu"), tr("Instellingen"))
    demo.picture(tr("instellingen"))
    demo.press(tr("Donker"), tr("Klaar"))
    demo.picture(tr("donker"))
    demo.press(tr("Menu"), tr("Instellingen"), tr("Hoog contrast"), tr("Klaar"))
    demo.picture(tr("hoog-contrast"))
    demo.press(
        tr("Menu"), tr("Instellingen"), tr("Licht"), tr("Klaar"), tr("Sessie sluiten…"), tr("Sessie sluiten")
    )


def _harvest(demo: Demo) -> None:
    """Three have told, with a line and a day; the fourth tells, the fifth passes; the scale; the report."""
    told = (
        (9, tr("Eerst vragen wat iemand zelf wil, dan pas plannen."), tr("1 week")),
        (27, tr("Een half uur extra vragen als er veel speelt."), tr("2 weken")),
        (16, tr("De keuze hardop teruggeven voor ik advies geef."), tr("4 weken")),
    )
    for (number, line, day), name, following in zip(told, NAMES, NAMES[1:], strict=False):
        demo.press(_mini(demo, number), tr("Schrijf een regel"))
        demo.type(tr("Eén regel van {name}").format(name=name), line)
        demo.press(day, tr("Bewaren"), tr("Volgende: {name}").format(name=following))
    demo.press(_mini(demo, 44))
    demo.picture(tr("meenemen"))
    demo.press(tr("Volgende: {name}").format(name=NAMES[-1]), tr("Pas"))
    demo.picture(tr("weegschaal"))
    demo.press(tr("Verder: verslag"))
    demo.picture(tr("verslag"))


def _mini(demo: Demo, number: int) -> str:
    """The whole label of a small card."""
    return next(node.label for node in walk(demo.app.tree) if node.key == f"mini:{number}")


def _around(demo: Demo) -> None:
    demo.press(tr("Eerdere sessies"))
    demo.picture(tr("eerdere-sessies"))
    demo.press(tr("Klaar"), tr("Kaarten"))
    demo.picture(tr("kaarten"))
    demo.press(tr("Klaar"), tr("Alleen"), tr("Draai de kaart van de dag"))
    demo.type(tr("Eén regel voor jezelf"), tr("De stilte, en hoe snel het ja kwam."))
    demo.picture(tr("alleen"))
    demo.press(tr("Terug naar je hand"), tr("Terug"))
    demo.picture(tr("start-verder"))
