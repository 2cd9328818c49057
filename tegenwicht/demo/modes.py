"""The other modes for ``demo``: each played far enough for pictures of what is its own."""

from collections.abc import Callable

from tegenwicht.demo.player import Demo
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import FOCUSABLE, walk

HANDS = ("33344", "33444", "12223", "11444", "22234", "44443", "33333", "12234", "23344", "11234")
"""What five people hold up for each of ten factors: no two with the same mean, and one on which they differ most."""


def play_modes(demo: Demo) -> None:
    """From the start screen, one after the other; ends at the start screen."""
    for walk_through in WALKS:
        walk_through(demo)
        _leave(demo)


def _leave(demo: Demo) -> None:
    """Back to the start screen; the session is kept."""
    labels = {node.label for node in walk(demo.app.tree) if node.role in FOCUSABLE}
    if tr("Stoppen") in labels:
        demo.press(tr("Stoppen"))
    else:
        demo.press(tr("Menu"), tr("Naar het begin"))


def _write(demo: Demo, step: str, words: str) -> None:
    """A slip in the open layer."""
    demo.press(tr("Strookje schrijven"))
    demo.type(tr("Strookje bij {step}").format(step=step), words)
    demo.press(tr("Leg neer"))


def _starting_with(demo: Demo, words: str) -> str:
    """The whole label of the first control whose label starts with some words."""
    for node in walk(demo.app.tree):
        if node.role in FOCUSABLE and node.enabled and node.label.startswith(words):
            return node.label
    raise LookupError(f"no control that starts with {words!r}")


def _begin(demo: Demo, mode: str, *names: str) -> None:
    demo.press(tr("Spelen"), mode, tr("Verder: tafel en tijd"))
    last = tr("Deelnemer {n}").format(n=len(names))
    while names and all(node.label != last for node in walk(demo.app.tree)):
        demo.press(tr("Mensen aan tafel: meer"))
    for number, name in enumerate(names, 1):
        demo.type(tr("Deelnemer {n}").format(n=number), name)
    demo.press(tr("Aan tafel"))


def _lay(demo: Demo, number: int) -> None:
    demo.press(tr("Schuif een kaart in deze laag"))
    demo.type(tr("Zoek een woord of nummer"), str(number))
    demo.press(_starting_with(demo, tr("Kaart {n}, ").format(n=number)))


def _peeling(demo: Demo) -> None:
    _begin(demo, tr("Afpellen"))
    demo.type(tr("De afweging in één regel"), tr("Wel of geen proefplaatsing aanraden?"))
    demo.press(tr("Begin bij Vooraf"))
    _write(demo, tr("Vooraf"), tr("Alleen de overdracht, van een half jaar terug."))
    _lay(demo, 31)
    demo.press(tr("Pel verder: {step}").format(step=tr("Waarnemen")))
    _write(demo, tr("Waarnemen"), tr("“Ja hoor, ik wil wel.”"))
    _write(demo, tr("Waarnemen"), tr("Keek naar de grond en hield zijn jas aan."))
    _lay(demo, 14)
    demo.press(tr("Pel verder: {step}").format(step=tr("Interpreteren")))
    _write(demo, tr("Interpreteren"), tr("Hij durft niet."))
    _lay(demo, 43)
    demo.picture(tr("afpellen"))
    demo.press(tr("Menu"), tr("Het hele pad"))
    demo.picture(tr("afpellen-hele-pad"))


def _conversation(demo: Demo) -> None:
    _begin(demo, tr("Gewogen in gesprek"), "Samira", "Joost", "Anneke", "Deniz", "Willem")
    demo.picture(tr("gesprek-rollen"))
    demo.press(tr("Begin het gesprek"))
    noted = (
        (tr("Zelf de werkgever gebeld"), tr("Werkgever")),
        (tr("Niet gevraagd naar de nachten"), tr("Cliënt")),
        (tr("Dossier pas na het gesprek gelezen"), tr("Organisatie")),
        (tr("Het uur was om"), tr("Organisatie")),
    )
    for line, cluster in noted:
        demo.type(tr("Een afweging in één regel"), line)
        demo.press(_starting_with(demo, cluster))
    demo.type(tr("Een afweging in één regel"), tr("Meteen over uren begonnen"))
    demo.run_to(114)
    demo.picture(tr("gesprek-noteren"))


def _weighing(demo: Demo) -> None:
    _begin(demo, tr("Wegen"), "Samira", "Joost", "Anneke", "Deniz", "Willem")
    for number, hands in enumerate(HANDS):
        demo.press(tr("Tel de handen"))
        for digit in hands:
            demo.key(digit)
        if number == 0:
            demo.picture(tr("wegen-vingers"))
        demo.key("return")
    demo.key("return")
    demo.picture(tr("wegen-uitkomst"))


def _feedback(demo: Demo) -> None:
    _begin(demo, tr("Triple feedback"))
    demo.type(
        tr("Welke afweging? Eén regel, zonder cliëntgegevens"),
        tr("Wel of geen proefplaatsing aanraden?"),
    )
    demo.press(tr("Beginnen met de vragen"))
    answers = (tr("Drie dagen werk dat zij zelf kiest."), tr("Ik kies nog vaak voor haar."))
    for number, answer in enumerate(answers):
        demo.press(tr("Antwoord"))
        demo.type(tr("Ons antwoord"), answer)
        demo.press(tr("Bewaren"), tr("Volgende vraag: {n}").format(n=number + 1))
    demo.picture(tr("triple-feedback"))


def _alone(demo: Demo) -> None:
    demo.press(tr("Alleen"))
    lines = (tr("Eerst vragen, dan pas bellen."), tr("Wie stelde die regel eigenlijk in?"), "")
    for line in lines:
        demo.press(_starting_with(demo, tr("Kaart {n} van ").format(n=1)))
        demo.type(tr("Eén regel voor jezelf"), line)
        demo.press(tr("Klaar, leg terug"))
    demo.press(tr("Draai de kaart van de dag"), tr("Andersom"))
    demo.picture(tr("alleen-omgedraaid"))
    demo.press(tr("Terug naar je hand"), tr("Andere hand"))
    demo.picture(tr("alleen-hand"))


def _stones(demo: Demo) -> None:
    _begin(demo, tr("Tien stenen"), "Samira", "Joost", "Anneke", "Deniz", "Willem")
    for key in "22214445":
        demo.key(key)
    demo.picture(tr("tien-stenen"))
    for key in ("5", "6", "return"):
        demo.key(key)
    demo.wait(57 * 60)
    for key in ("return", *"2222136645", "return"):
        demo.key(key)
    demo.picture(tr("tien-stenen-verschoven"))


WALKS: tuple[Callable[[Demo], None], ...] = (_peeling, _conversation, _weighing, _feedback, _stones, _alone)
