"""A session of Tegenwicht for ``demo``, from the start screen to the close, and the screens around it."""

from tegenwicht.demo.player import Demo
from tegenwicht.i18n import tr

NAMES = ("Samira", "Joost", "Anneke", "Deniz", "Willem")


def whole_session(demo: Demo) -> None:
    """Two rounds of five, weighed and noted, and the close; then what is around it. Ends at the start screen."""
    demo.picture(tr("start"))
    demo.press(tr("Nieuwe sessie"))
    demo.type(tr("Naam van de groep (mag leeg)"), "Team Zuid")
    for number, name in enumerate(NAMES, 1):
        demo.type(tr("Deelnemer {n}").format(n=number), name)
    demo.picture(tr("opzet"))
    demo.press(tr("Beginnen"))
    demo.picture(tr("tafel-leeg"))
    _first_round(demo)
    _second_round(demo)
    _close(demo)
    _around(demo)


def _first_round(demo: Demo) -> None:
    demo.press(tr("Trekken"), tr("Organisatie"), tr("Cliënt"))
    demo.picture(tr("tafel"))
    demo.press(tr("Wegen"))
    for weight in ("2", "3", "3", tr("4 – veel invloed"), tr("4 – veel invloed")):
        demo.press(tr("{label}: meer").format(label=weight))
    demo.press(tr("Toon de spreiding"))
    demo.picture(tr("wegen"))
    demo.press(tr("Sluiten"), tr("Notitie"))
    demo.type(tr("Notitie"), tr("Wat we eerst zagen, en wat we ervan maakten, liep door elkaar."))
    demo.picture(tr("notitie"))
    demo.press(tr("Bewaren"), tr("Deelnemers"))
    demo.picture(tr("deelnemers"))
    demo.press(tr("Sluiten"), tr("Klaar, volgende"))
    demo.press(tr("Trekken"), tr("Opzij"), tr("Trekken"), tr("Professional zelf"), tr("Klaar, volgende"))
    demo.press(tr("Trekken"), tr("Tegenwicht"))
    demo.picture(tr("tegenwicht"))
    demo.press(tr("Klaar, volgende"), tr("Overslaan"), tr("Trekken"), tr("Cliënt"), tr("Klaar, volgende"))
    demo.picture(tr("ronde"))


def _second_round(demo: Demo) -> None:
    demo.press(tr("Ronde {n} met tegenwicht").format(n=2))
    for _ in NAMES:
        demo.press(tr("Trekken"), tr("Klaar, volgende"))
    demo.picture(tr("ronde-2"))


def _close(demo: Demo) -> None:
    demo.press(tr("Afronden"))
    demo.type(NAMES[0], tr("Eerst vragen wat iemand zelf wil, dan pas plannen."))
    demo.press(tr("Bewaren: {name}").format(name=NAMES[0]))
    demo.picture(tr("terugkijken"))
    demo.press(tr("Hulp"))
    demo.picture(tr("hulp"))
    demo.press(tr("Klaar"), tr("Instellingen"))
    demo.picture(tr("instellingen"))
    demo.press(tr("Donker"))
    demo.press(tr("Klaar"))
    demo.picture(tr("donker"))
    demo.press(tr("Instellingen"), tr("Hoog contrast"), tr("Klaar"))
    demo.picture(tr("hoog-contrast"))
    demo.press(tr("Instellingen"), tr("Licht"), tr("Klaar"), tr("Sessie sluiten…"), tr("Sessie sluiten"))


def _around(demo: Demo) -> None:
    demo.press(tr("Eerdere sessies"))
    demo.picture(tr("eerdere-sessies"))
    demo.press(tr("Klaar"), tr("Kaarten bekijken"))
    demo.picture(tr("kaarten"))
    demo.press(tr("Klaar"), tr("Alleen spelen"), tr("Beginnen"), tr("Pak de kaart van de dag"))
    demo.picture(tr("alleen"))
    demo.press(tr("Stoppen"))
    demo.picture(tr("start-verder"))
