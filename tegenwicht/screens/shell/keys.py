"""Every key of the app, in one place. Scenes and the help screen read this table.

A key is written as ``key_name`` makes it: modifiers first ("ctrl+shift+z"), then pygame's name of the key
or the character it types.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Key as Key
from tegenwicht.screens.shell.own_keys import OwnKey, own

PRIMARY = Key(("return", "pagedown"), "Enter")
DEEPER = Key(("space",), tr("Spatie"))
"""The next doorvraag, as long as no other control has the focus."""
SHALLOWER = "shift+space"
MENTION = tuple(Key((str(n),), str(n)) for n in range(1, 7))
TAKE_STONE = tuple(f"shift+{n}" for n in range(1, 7))
"""With Tien stenen: one back from that cluster."""
WEIGH = own("w")
NOTE = own("n")
ASIDE = own("o")
COUNTERWEIGHT = own("t")
PASS = own("p")
NUMBER = own("k")
PEOPLE = own("d")
TAKE_BACK = own("b")
OTHER_SIDE = own("a")
PARK = own("v")
MORE = own("m")
FINISH = own("f")
CURTAIN = own("g")
DIRECTING = Key(("f6",), "F6")
OTHER_HAND = own("h")
COMBINE = own("c")
OWN_RULES = own("r")
LIGHTEST = own("l")
FAVOURITE = own("e")
UNDO = Key(("pageup", "ctrl+z"), "PageUp")
REDO = Key(("ctrl+y", "ctrl+shift+z"), "Ctrl Y")
SAVE = Key(("ctrl+s",), "Ctrl S")
NEW_CARD = Key(("ctrl+n",), "Ctrl N")
UNDO_EDIT = Key(("ctrl+z",), "Ctrl Z")
"""At the desk; not PageUp, which there leads back through a page."""
CLOCK = own(".")
MINUTE = own("+", "=")
KEEP = Key(("ctrl+return",), "Ctrl Enter")
LARGER = Key(("ctrl++", "ctrl+="), "Ctrl +")
SMALLER = Key(("ctrl+-",), "Ctrl −")
USUAL_SIZE = Key(("ctrl+0",), "Ctrl 0")
FULL_SCREEN = Key(("f11",), "F11")
HELP = Key(("f1",), "F1")
SETTINGS = Key(("f2",), "F2")
AGAIN = Key(("f3",), "F3")
"""No letter: it must work where one types, and with the letters switched off."""
BACK = Key(("escape",), "Esc")


CHANGEABLE: dict[OwnKey, str] = {
    OTHER_SIDE: tr("Andersom"),
    WEIGH: tr("Wegen"),
    COUNTERWEIGHT: tr("Tegenwicht"),
    ASIDE: tr("Opzij leggen"),
    PASS: tr("Beurt overslaan"),
    NOTE: tr("Schrijven"),
    MORE: tr("Meer"),
    NUMBER: tr("Kaart op nummer"),
    PEOPLE: tr("Deelnemers"),
    TAKE_BACK: tr("Kaart terughalen"),
    PARK: tr("Parkeren"),
    LIGHTEST: tr("Lichtste cluster eerst"),
    CLOCK: tr("Tijd stil of verder"),
    MINUTE: tr("Een minuut erbij"),
    CURTAIN: tr("Gordijn"),
    FINISH: tr("Sessie afronden"),
    OTHER_HAND: tr("Andere hand"),
    COMBINE: tr("Combineer"),
    OWN_RULES: tr("Jouw regels"),
    FAVOURITE: tr("Favoriet"),
}
"""The keys that one may change, with what they do. Those that every screen has, and digits, stay as they are."""


def signs() -> dict[str, str]:
    """The sign of each key that one may change, by what it usually is: for words in which a key is named."""
    return {key[1]: key.shown for key in CHANGEABLE}


def is_own(name: str) -> bool:
    """Whether someone gave that key to an action."""
    return any(name in key.names and name not in key[0] for key in CHANGEABLE)


def single_letters() -> set[str]:
    """The keys that are one character: the setting *losse lettertoetsen* switches them off."""
    names = {name for key in (*MENTION, *CHANGEABLE) for name in key.names}
    return {name for name in names if len(name) == 1} | set(TAKE_STONE)


def explained() -> list[tuple[str, str]]:
    """(key as shown, what it does), for the help screen."""
    return [
        (tr("Enter of PageDown"), tr("de hoofdknop: trekken, klaar, verder")),
        (tr("Enter of spatie"), tr("drukken op waar de ring om staat")),
        (DEEPER.shown, tr("bij een kaart: de volgende doorvraag; met Shift de vorige")),
        (
            "1 – 6",
            tr(
                "een cluster dat genoemd werd op de weegschaal, of er weer af; zonder kaart: van die stapel trekken"
            ),
        ),
        (OTHER_SIDE.shown, tr("Andersom: de kaart omdraaien, en terug")),
        (tr("1 – 6 en Shift 1 – 6"), tr("bij Tien stenen: een steen leggen, en er een terugpakken")),
        (OTHER_HAND.shown, tr("bij Alleen: zes andere kaarten")),
        (COMBINE.shown, tr("bij Alleen: twee kaarten naast elkaar")),
        (OWN_RULES.shown, tr("bij Alleen: jouw regels")),
        (FAVOURITE.shown, tr("bij een kaart van Alleen of Kaarten: favoriet, of niet meer")),
        (WEIGH.shown, tr("de factor samen wegen, van 1 tot 4")),
        (COUNTERWEIGHT.shown, tr("een kaart als tegenwicht trekken")),
        (ASIDE.shown, tr("de kaart opzij leggen")),
        (PASS.shown, tr("de beurt voorbij laten gaan")),
        (MORE.shown, tr("alles wat er nog meer kan")),
        (NOTE.shown, tr("een notitie bij de kaart")),
        (NUMBER.shown, tr("een kaart opzoeken met het nummer op de papieren kaart")),
        (PEOPLE.shown, tr("deelnemers: erbij, eraf, andere volgorde, beurt geven")),
        (TAKE_BACK.shown, tr("een kaart terughalen die opzij ligt")),
        (LIGHTEST.shown, tr("na een ronde: het lichtste cluster eerst")),
        (FINISH.shown, tr("de sessie afronden")),
        (CURTAIN.shown, tr("gordijn voor de tafel, en weer weg; de klok staat dan stil")),
        (DIRECTING.shown, tr("regie: op twee schermen de tafel apart, anders ernaast")),
        (PARK.shown, tr("een gedachte parkeren voor straks")),
        (
            tr("Clicker"),
            tr(
                "volgende en vorige zijn de hoofdknop en ongedaan maken. Met de regie open: volgende ingedrukt houden "
                "loopt langs de clusters, nog eens ingedrukt houden zet het op de "
                "weegschaal. Punt zet de tijd stil, b is het gordijn"
            ),
        ),
        (tr("PageUp of Ctrl Z"), tr("ongedaan maken wat je net deed, ook over rondes heen")),
        (REDO.shown, tr("toch weer doen wat je ongedaan maakte")),
        (tr(". (punt)") if CLOCK.shown == "." else CLOCK.shown, tr("de tijd laten lopen of stilzetten")),
        (MINUTE.shown, tr("een minuut erbij")),
        (tr("Ctrl Enter"), tr("bewaren terwijl je in een groot tekstvak typt")),
        (SAVE.shown, tr("bij eigen kaarten: de kaartset bewaren")),
        (NEW_CARD.shown, tr("bij eigen kaarten: een nieuwe kaart")),
        (tr("Tab, Shift Tab en pijltjes"), tr("naar een andere knop")),
        (tr("Ctrl + en Ctrl −"), tr("tekst groter en kleiner; Ctrl 0 is gewoon")),
        (FULL_SCREEN.shown, tr("het hele scherm, en terug")),
        (HELP.shown, tr("deze hulp")),
        (SETTINGS.shown, tr("instellingen")),
        (
            AGAIN.shown,
            tr(
                "zeg het nog eens, voor wie meeluistert: de kaart; nog een keer: de beurt, de tijd, de tussenstand, "
                "wat nu kan"
            ),
        ),
        (BACK.shown, tr("terug, of een paneel sluiten (ernaast klikken kan ook); nooit het programma uit")),
    ]
