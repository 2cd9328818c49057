"""What helps at the step or on the screen that one is at; about four short lines each."""

from tegenwicht.game.state import Phase, Session
from tegenwicht.game.stones import stones_of
from tegenwicht.game.tegenwicht.state import Table
from tegenwicht.i18n import tr
from tegenwicht.screens.shell.keys import signs
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

Help = tuple[str, tuple[str, ...]]

TALKING = (
    tr("Vraag hoe, niet waarom."),
    tr("Stilte? Tel tot vijf. Trek dan een doorvraag."),
    tr("Wordt het een oordeel? Vraag: “Wat woog er mee?”"),
    tr("Noemt iemand een cluster? Druk 1 tot 6."),
)
CLOSING = (
    tr("Zeg het hardop: wat neem je mee, en wat ga je ermee doen?"),
    tr("Iedereen mag passen."),
    tr("Eén regel opschrijven is genoeg."),
    tr("Recht is niet het doel."),
)

TABLE: dict[tuple[str, str], Help] = {
    ("tegenwicht", "draw:open"): (tr("Hulp bij trekken"), (
        tr("Kies een stapel, of laat het lot kiezen."),
        tr("Iedereen mag passen: druk {P}."),
        tr("Wil iemand anders eerst? Druk {D}."),
        tr("Een kaart op papier? Druk {K} en typ het nummer."),
    )),
    ("tegenwicht", "draw:pile"): (tr("Hulp bij kiezen"), (
        tr("Wie aan de beurt is, kiest zelf een stapel: 1 tot 6."),
        tr("Welk cluster kwam nog weinig langs?"),
        tr("Iedereen mag passen: druk {P}."),
    )),
    ("tegenwicht", "think"): (tr("Hulp bij nadenken"), (
        tr("Laat het stil zijn. De tijd loopt."),
        tr("Denk aan één situatie, zonder namen."),
        tr("Past de kaart niet? Leg hem opzij: {O}."),
        tr("Klaar met denken? Begin gewoon met vertellen."),
    )),
    ("tegenwicht", "talk"): (tr("Hulp bij vertellen"), TALKING),
    ("tegenwicht", "deeper"): (tr("Hulp bij doorvragen"), (
        tr("Lees de doorvraag één keer hardop."),
        tr("Wie vertelt, mag ook een andere vraag kiezen."),
        tr("Terug naar de vorige: Shift en spatie."),
        tr("Noemt iemand een cluster? Druk 1 tot 6."),
    )),
    ("tegenwicht", "turned"): (tr("Hulp bij Andersom"), (
        tr("Dezelfde factor, van de andere kant bekeken."),
        tr("Vraag: “Wanneer woog dit juist niet mee?”"),
        tr("Terug naar de voorkant: {A}."),
    )),
    ("tegenwicht", "pair"): (tr("Hulp bij tegenwicht"), (
        tr("Twee kaarten naast elkaar. Wat weegt in dit geval zwaarder?"),
        tr("Er is geen goed antwoord. Vraag wat het zwaarder maakt."),
        tr("Laat ook een ander iets zeggen."),
        tr("Pijl links of rechts maakt één kaart groter."),
    )),
    ("tegenwicht", "over"): (tr("Hulp: de tijd is om"), (
        tr("Laat de laatste zin afmaken."),
        tr("Nog even? Druk {+} voor een minuut."),
        tr("Vraag: “Wat wil je hierover nog zeggen?”"),
    )),
    ("tegenwicht", "weigh"): (tr("Hulp bij wegen"), (
        tr("Samen tot drie tellen, dan vingers op: 1 tot 4."),
        tr("Tel de handen. Pas daarna praten."),
        tr("Vraag eerst de laagste, dan de hoogste: wat zag jij?"),
        tr("Niemand hoeft te veranderen van mening."),
    )),
    ("tegenwicht", "gone"): (tr("Hulp: de kaarten zijn op"), (
        tr("Schud opnieuw, of rond de sessie af."),
        tr("Kaarten die opzij liggen, haal je terug met {B}."),
    )),
    ("tegenwicht", "round"): (tr("Hulp na een ronde"), (
        tr("Laat de groep eerst raden: welk cluster is het meest genoemd?"),
        tr("Kijk dan samen naar de weegschaal. Wat valt op? Wat bleef weg?"),
        tr("Recht is niet het doel."),
        tr("Past er nog een ronde? Dat staat erbij. Afronden kan ook: {F}."),
    )),
    ("tegenwicht", "close"): (tr("Hulp bij oogsten"), CLOSING),
    ("conversation", "play"): (tr("Hulp bij Gewogen in gesprek"), (
        tr("Eén vertelt over één gesprek, zonder namen. Eén noteert wat ook anders had gekund."),
        tr("Wie luistert, heeft een eigen taak. Praten doe je straks pas."),
        tr("Daarna kiezen jullie samen één strookje en pellen dat af."),
        tr("Dan wisselen de rollen."),
    )),
    ("conversation", "close"): (tr("Hulp bij oogsten"), CLOSING),
    ("feedback", "play"): (tr("Hulp bij Triple feedback"), (
        tr("Neem één afweging, en ga de vier vragen langs: resultaat, doen, denken, context."),
        tr("Elke vraag kijkt verder terug. Lees hem hardop, en laat het even stil."),
        tr("Eén antwoord opschrijven is genoeg: {N}. Leeg laten mag ook."),
        tr("Over een paar weken doe je het nog eens, en leg je toen en nu naast elkaar."),
    )),
    ("feedback", "close"): (tr("Hulp bij oogsten"), CLOSING),
    ("peeling", "play"): (tr("Hulp bij Afpellen"), (
        tr("Neem één afweging, en pel hem af: laag voor laag, van buiten naar binnen."),
        tr("Houd apart wat je zag en hoorde, en wat je ervan maakte."),
        tr("Een kaart die iets raakt, schuif je in de laag: {K}."),
        tr("Terug naar een vorige laag kan altijd. Er loopt geen klok."),
    )),
    ("peeling", "close"): (tr("Hulp bij oogsten"), CLOSING),
    ("stones", "play"): (tr("Hulp bij Tien stenen"), (
        tr("Verdeel samen tien stenen: wat weegt bij jullie nu, niet hoe het hoort."),
        tr("Praat dan over wat jullie zien liggen."),
        tr("Leg ze daarna nog eens. Wat verschoof er, en waardoor?"),
        tr("Er is geen goede verdeling. Blijven liggen mag ook."),
    )),
    ("stones", "close"): (tr("Hulp bij oogsten"), CLOSING),
    ("weighing", "play"): (tr("Hulp bij Wegen"), (
        tr("Lees de factor voor. Iedereen kiest stil: 1 tot 4."),
        tr("Tel samen af, dan gaan alle vingers tegelijk omhoog."),
        tr("Tel de handen. Praten komt aan het eind, over waar jullie het meest verschillen."),
        tr("Er is geen goed getal. Wie niet meedoet, steekt niets op."),
    )),
    ("weighing", "close"): (tr("Hulp bij oogsten"), CLOSING),
    ("alone", "play"): (tr("Hulp bij Alleen"), (
        tr("Pak een kaart, lees de vraag, en denk aan één situatie."),
        tr("Een doorvraag helpt je verder. {A} draait de kaart om."),
        tr("Schrijf één regel voor jezelf op, of niets."),
        tr("Neem de tijd. Niemand kijkt mee, en stoppen kan altijd."),
    )),
    ("alone", "close"): (tr("Hulp bij terugkijken"), (
        tr("Kijk welke kaarten je pakte, en welk cluster je liet liggen."),
        tr("Wat je schreef, blijft op deze computer tot je het wist."),
    )),
    ("", "curtain"): (tr("Hulp bij het gordijn"), (
        tr("De groep ziet: Even pauze."),
        tr("De klok staat stil."),
        tr("{G} doet het gordijn weer open."),
    )),
    ("", "note"): (tr("Hulp bij aantekenen"), (
        tr("Schrijf niets over een cliënt."),
        tr("Wat je hier typt, staat niet op de beamer."),
        tr("De notitie bij de kaart komt in het verslag."),
    )),
    ("", "parked"): (tr("Hulp bij parkeren"), (
        tr("Een gedachte voor straks, in één zin."),
        tr("De groep ziet hem pas als je hem op tafel legt."),
        tr("Kom er aan het eind op terug."),
    )),
    ("", "people"): (tr("Hulp bij deelnemers"), (
        tr("Komt iemand later? Zet de naam erbij."),
        tr("Geef iemand anders de beurt als dat beter past."),
    )),
    ("", "finish"): (tr("Hulp bij afronden"), CLOSING),
}  # fmt: skip
"""By (mode, step); a mode "" holds in every mode, while that panel is open or the curtain closed."""
SCREENS: dict[Scene, Help] = {
    Scene.START: (tr("Hulp bij het begin"), (
        tr("Met een groep? Kies Spelen. Enter brengt je stap voor stap naar de tafel."),
        tr("In je eentje? Kies Alleen: dat begint meteen, en niemand kijkt mee."),
        tr("Een sessie die nog niet klaar is, staat bij Verder. Er raakt niets kwijt."),
        tr("Eerst kijken hoe het voelt? Doe hieronder een oefenronde."),
    )),
    Scene.SETUP: (tr("Hulp bij een nieuwe sessie"), (
        tr("Kies een spel. Later mag je een ander pakken."),
        tr("Namen mogen leeg blijven. Het cijfer is de volgorde van de beurten."),
        tr("Kies hoeveel tijd er is: het plan zegt hoeveel rondes passen."),
        tr("Andere kaarten, denktijd, of een moment? Dat staat onder Meer keuzes [{M}]."),
    )),
    Scene.BROWSE: (tr("Hulp bij kaarten bekijken"), (
        tr("Typ een woord of nummer, of kies een cluster: je ziet alleen wat erbij past."),
        tr("Open een kaart om hem helemaal te lezen. {E} maakt er een favoriet van."),
        tr("Met + Hand leg je kaarten klaar. Daarna kun je alleen met die kaarten spelen."),
        tr("Op papier maakt een pdf van de hand, of van de hele set."),
    )),
    Scene.SESSIONS: (tr("Hulp bij eerdere sessies"), (
        tr("Bovenaan staat wat nog niet klaar is. Kies het om verder te gaan."),
        tr("Bij Meer staan: een verslag, een bestand voor een ander, vergelijken en wissen."),
        tr("Vergelijken zet de weegschalen van groepen naast elkaar, tot acht."),
        tr("Iets kwijt? Zet een reservekopie terug. Wat er nu is, blijft dan ook bewaard."),
    )),
    Scene.COMPARE: (tr("Hulp bij vergelijken"), (
        tr("Elke groep heeft een eigen weegschaal. De stukken zijn overal even groot."),
        tr("Een groep met meer beurten heeft hogere getallen. Kijk wat opvalt binnen een groep."),
        tr("Recht is niet het doel, en geen groep doet het beter."),
        tr("Zonder namen kun je dit ook aan anderen laten zien."),
    )),
    Scene.DECKS: (tr("Hulp bij eigen kaarten"), (
        tr("Begin een nieuwe kaartset, of maak een kopie van een bestaande en verander die."),
        tr("Sleep een bestand van Excel op dit venster: dan komt het hier te staan."),
        tr("Wat je verwijdert, kun je nog terughalen, tot je het voorgoed wist."),
    )),
    Scene.DECK_EDIT: (tr("Hulp bij kaarten maken"), (
        tr("Een kaart heeft genoeg aan een cluster, een titel en een vraag van hoogstens vijftien woorden."),
        tr("Schrijf een vraag die je hardop kunt stellen. Geen namen, en niets over een cliënt."),
        tr("Ctrl N maakt een nieuwe kaart, Ctrl Z maakt ongedaan, Ctrl S bewaart."),
    )),
    Scene.SETTINGS: (tr("Hulp bij instellingen"), (
        tr("Wat je kiest geldt meteen, en blijft zo."),
        tr("Staat een letter in de weg? Geef die taak een andere toets, of zet losse letters uit."),
        tr("Onderaan staat wat er op deze computer blijft, en hoe je het weghaalt."),
    )),
}  # fmt: skip
"""For the screens around a session."""
OTHERWISE: Help = (tr("Hulp"), (tr("Iedereen mag passen."), tr("Vraag hoe, niet waarom.")))


def how_it_goes(mode: str) -> tuple[str, ...]:
    """How a game is played, in a few lines; none where those are not there."""
    _, lines = TABLE.get((mode, "play"), ("", ()))
    return tuple(line.format(**signs()) for line in lines)


def help_for(mode: str, step: str, panel: str, curtain: bool) -> Help:
    """The title and the lines for this moment."""
    title, lines = _found(mode, step, "curtain" if curtain else panel)
    return title, tuple(line.format(**signs()) for line in lines)


def step_of(v: View, session: Session) -> tuple[str, str]:
    """The mode and the step that a session is at, for the help that belongs to it."""
    mode, play, stones = session.setup.mode, session.play, stones_of(session)
    if session.phase is not Phase.PLAYING:
        return mode, "close"
    if stones is not None and stones.is_laying:
        return "stones", "play"
    directed = getattr(screens_of(mode), "directed", None)
    now = directed(v) if directed is not None else None
    if now is not None:
        return mode, str(now.step)
    if not isinstance(play, Table):
        return mode, "play"
    return mode, "weigh" if play.turn is not None else "round"


def help_on(scene: Scene) -> Help:
    """The title and the lines for a screen around a session."""
    title, lines = SCREENS.get(scene, OTHERWISE)
    return title, tuple(line.format(**signs()) for line in lines)


def _found(mode: str, step: str, over: str) -> Help:
    if ("", over) in TABLE:
        return TABLE["", over]
    return TABLE.get((mode, step)) or TABLE.get((mode, step.partition(":")[0] + ":open")) or OTHERWISE
