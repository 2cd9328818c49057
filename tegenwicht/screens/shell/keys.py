"""Every key of the app, in one place. Scenes and the help screen read this table.

A key is written as ``key_name`` makes it: modifiers first ("ctrl+shift+z"), then pygame's name of the key
or the character it types.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Key as Key

PRIMARY = Key(("return", "space", "pagedown"), "Enter")
FOR_GOOD = Key(("return",), "Enter")
"""For what cannot be taken back: a presenter's clicker does not reach it."""
MENTION = tuple(Key((str(n),), str(n)) for n in range(1, 7))
WEIGH = Key(("w",), "W")
NOTE = Key(("n",), "N")
ASIDE = Key(("o",), "O")
COUNTERWEIGHT = Key(("t",), "T")
PASS = Key(("p",), "P")
NUMBER = Key(("k",), "K")
PEOPLE = Key(("d",), "D")
TAKE_BACK = Key(("b",), "B")
FINISH = Key(("a",), "A")
UNDO = Key(("ctrl+z", "pageup"), "Ctrl Z")
REDO = Key(("ctrl+y", "ctrl+shift+z"), "Ctrl Y")
SAVE = Key(("ctrl+s",), "Ctrl S")
NEW_CARD = Key(("ctrl+n",), "Ctrl N")
UNDO_EDIT = Key(("ctrl+z",), "Ctrl Z")
"""At the desk; not PageUp, which there leads back through a page."""
CLOCK = Key((".",), ".")
MINUTE = Key(("+", "="), "+")
LARGER = Key(("ctrl++", "ctrl+="), "Ctrl +")
SMALLER = Key(("ctrl+-",), "Ctrl −")
USUAL_SIZE = Key(("ctrl+0",), "Ctrl 0")
FULL_SCREEN = Key(("f11",), "F11")
HELP = Key(("f1",), "F1")
SETTINGS = Key(("f2",), "F2")
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
        FINISH,
        CLOCK,
        MINUTE,
    )
    return {name for key in keys for name in key.names}


def explained() -> list[tuple[str, str]]:
    """(key as shown, what it does), for the help screen."""
    return [
        (tr("Enter, spatie of PageDown"), tr("de hoofdknop: trekken, klaar, verder")),
        ("1 – 6", tr("een cluster dat langskwam aantekenen, of weer weghalen")),
        (WEIGH.shown, tr("de factor samen wegen, van 1 tot 4")),
        (NOTE.shown, tr("een notitie bij de kaart")),
        (ASIDE.shown, tr("de kaart opzij leggen")),
        (TAKE_BACK.shown, tr("een kaart terughalen die opzij ligt")),
        (COUNTERWEIGHT.shown, tr("een kaart als tegenwicht trekken")),
        (PASS.shown, tr("de beurt overslaan")),
        (NUMBER.shown, tr("een kaart opzoeken met het nummer op de papieren kaart")),
        (PEOPLE.shown, tr("deelnemers: erbij, eraf, andere volgorde, beurt geven")),
        (FINISH.shown, tr("de sessie afronden")),
        (tr("Ctrl Z of PageUp"), tr("herstellen wat je net deed, ook over rondes heen")),
        (REDO.shown, tr("toch weer doen wat je herstelde")),
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
        (BACK.shown, tr("terug, of een venster sluiten")),
    ]
