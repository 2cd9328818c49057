"""Every key of the app, in one place. Scenes and the help screen read this table.

A key is written as ``key_name`` makes it: modifiers first ("ctrl+shift+z"), then pygame's name of the key
or the character it types.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Key as Key

PRIMARY = Key(("return", "pagedown"), "Enter")
FOR_GOOD = Key(("return",), "Enter")
"""For what cannot be taken back: a presenter's clicker does not reach it."""
DEEPER = Key(("space",), tr("Spatie"))
"""The next doorvraag, as long as no other control has the focus."""
SHALLOWER = "shift+space"
MENTION = tuple(Key((str(n),), str(n)) for n in range(1, 7))
TAKE_STONE = tuple(f"shift+{n}" for n in range(1, 7))
"""With Tien stenen: one back from that cluster."""
WEIGH = Key(("w",), "W")
NOTE = Key(("n",), "N")
ASIDE = Key(("o",), "O")
COUNTERWEIGHT = Key(("t",), "T")
PASS = Key(("p",), "P")
NUMBER = Key(("k",), "K")
PEOPLE = Key(("d",), "D")
TAKE_BACK = Key(("b",), "B")
OTHER_SIDE = Key(("a",), "A")
PARK = Key(("v",), "V")
MORE = Key(("m",), "M")
FINISH = Key(("f",), "F")
CURTAIN = Key(("g",), "G")
DIRECTING = Key(("f6",), "F6")
OTHER_HAND = Key(("h",), "H")
COMBINE = Key(("c",), "C")
OWN_RULES = Key(("r",), "R")
LIGHTEST = Key(("l",), "L")
FAVOURITE = Key(("e",), "E")
UNDO = Key(("pageup", "ctrl+z"), "PageUp")
REDO = Key(("ctrl+y", "ctrl+shift+z"), "Ctrl Y")
SAVE = Key(("ctrl+s",), "Ctrl S")
NEW_CARD = Key(("ctrl+n",), "Ctrl N")
UNDO_EDIT = Key(("ctrl+z",), "Ctrl Z")
"""At the desk; not PageUp, which there leads back through a page."""
CLOCK = Key((".",), ".")
MINUTE = Key(("+", "="), "+")
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


def single_letters() -> set[str]:
    """The keys that are one character: the setting *losse lettertoetsen* switches them off."""
    keys = (
        *MENTION,
        WEIGH,
        NOTE,
        ASIDE,
        COUNTERWEIGHT,
        PASS,
        NUMBER,
        PEOPLE,
        TAKE_BACK,
        OTHER_SIDE,
        PARK,
        MORE,
        FINISH,
        CURTAIN,
        OTHER_HAND,
        COMBINE,
        OWN_RULES,
        LIGHTEST,
        FAVOURITE,
        CLOCK,
        MINUTE,
    )
    return {name for key in keys for name in key.names} | set(TAKE_STONE)


def explained() -> list[tuple[str, str]]:
    """(key as shown, what it does), for the help screen."""
    return [
        (tr("Enter of PageDown"), tr("de hoofdknop: trekken, klaar, verder")),
        (tr("Enter of spatie"), tr("drukken op wat de ring heeft")),
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
        (DIRECTING.shown, tr("regie: op twee schermen de tafel apart, anders een la naast de tafel")),
        (PARK.shown, tr("een gedachte parkeren voor straks")),
        (
            tr("Clicker"),
            tr(
                "volgende en vorige zijn de hoofdknop en ongedaan maken. Met de regie open: volgende ingedrukt houden "
                "loopt langs de clusters, nog eens ingedrukt houden tekent aan. Punt zet de tijd stil, b is het gordijn"
            ),
        ),
        (tr("PageUp of Ctrl Z"), tr("ongedaan maken wat je net deed, ook over rondes heen")),
        (REDO.shown, tr("toch weer doen wat je ongedaan maakte")),
        (tr(". (punt)"), tr("de tijd laten lopen of stilzetten")),
        ("+", tr("een minuut erbij")),
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
                "zeg het nog eens, voor wie meeluistert: de kaart; nog een keer: de beurt, de tijd, de tussenstand"
            ),
        ),
        (BACK.shown, tr("terug, of een venster sluiten; nooit het programma uit")),
    ]
