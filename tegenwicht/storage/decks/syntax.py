"""What YAML itself can be wrong about, in Dutch and with what to do. Only words, no reading.

The English is PyYAML's: the wording of libyaml and that of the pure Python scanner.
"""

from tegenwicht.i18n import tr

ALIAS = tr("een verwijzing (*) mag niet: schrijf de waarde hier voluit of zet aanhalingstekens om de tekst")
ANCHOR = tr("een anker (&) mag niet: haal het weg of zet aanhalingstekens om de tekst")
DIRECTIVE = tr("een regel met % vooraan mag niet in een kaartset: haal de regel weg")
TAG = tr("een label met een uitroepteken (!) mag niet: haal het weg of zet aanhalingstekens om de tekst")
EMPTY = tr("het bestand is leeg: verwacht een kaartset")
SECOND_DOCUMENT = tr("verwacht één kaartset per bestand; hier begint een tweede document")
TOO_MUCH = tr("te veel onderdelen voor één kaartset: verdeel haar over meer bestanden")
OTHERWISE = tr("dit is geen geldige YAML: controleer het inspringen en de aanhalingstekens")

TAB = tr("een tab hoort hier niet: spring in met spaties")

_BLOCK = tr("na > of | begint de tekst op een nieuwe regel")
_CODE = tr("na een backslash staat geen geldige code: gebruik enkele aanhalingstekens of twee backslashes")
_COLON = tr("een dubbele punt kan hier niet: zet aanhalingstekens om de tekst")
_OPEN_QUOTE = tr("dit aanhalingsteken wordt niet gesloten: zet er ook een aan het einde van de tekst")
_START = tr("met dit teken kan geen waarde beginnen: zet aanhalingstekens om de tekst")
_ZERO = tr("na > of | kan geen 0 staan: haal het cijfer weg")

BEGINS_EARLIER = (_OPEN_QUOTE, DIRECTIVE)
"""Messages that belong to the place where the value or the line began, not to where reading it failed."""

_BY_CONTEXT = (("directive", DIRECTIVE), ("tag", TAG), ("anchor", ANCHOR), ("alias", ALIAS))

_BY_PROBLEM = (
    ("mapping values are not allowed", _COLON),
    ("unexpected ':'", _COLON),
    ("could not find expected ':'", tr("verwacht een dubbele punt met een spatie na de sleutel")),
    ("expected ',' or ']'", tr("verwacht een komma of ] in een lijst tussen rechte haken")),
    ("expected ',' or '}'", tr("verwacht een komma of } in een groep tussen accolades")),
    (
        "expected '-' indicator",
        tr("verwacht een streepje voor het volgende onderdeel: controleer het inspringen"),
    ),
    (
        "did not find expected key",
        tr("verwacht een sleutel: controleer het inspringen en de aanhalingstekens"),
    ),
    ("expected <block end>", tr("verwacht een sleutel: controleer het inspringen en de aanhalingstekens")),
    ("sequence entries are not", tr("een streepje kan hier niet: begin er een nieuwe regel mee")),
    ("mapping keys are not", tr("een sleutel kan hier niet: begin er een nieuwe regel mee")),
    ("cannot start any token", _START),
    ("a tab character", TAB),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("unexpected document", _OPEN_QUOTE),
    ("unknown escape", _CODE),
    ("hexdecimal", _CODE),
    ("hexadecimal", _CODE),
    ("invalid Unicode", _CODE),
    ("node content", tr("verwacht een waarde")),
    ("document start>", tr("verwacht het einde van het bestand: één kaartset per bestand")),
    ("equal to 0", _ZERO),
    ("in the range 1-9", _ZERO),
    ("line break", _BLOCK),
    ("chomping", _BLOCK),
    ("tag handle", TAG),
    ("YAML d", DIRECTIVE),  # a duplicate %YAML directive, an incompatible YAML document
    ("%TAG", DIRECTIVE),
    ("duplicate", DIRECTIVE),
)


def in_dutch(problem: str, context: str = "") -> str:
    """One sentence for PyYAML's ``problem``, met while doing what ``context`` says."""
    for words, table in ((context, _BY_CONTEXT), (problem, _BY_PROBLEM)):
        for english, dutch in table:
            if english in words:
                return dutch
    return OTHERWISE
