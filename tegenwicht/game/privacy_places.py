"""Where people live and what they drive, as far as a text shows it; for ``privacy``."""

import re
from collections.abc import Iterator

Span = tuple[int, int]
SAME = str.maketrans(
    {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\xa0": " ", "\u202f": " ", "\u2007": " ",
     "\u2009": " ", "’": "'", "＠": "@", "∕": "/", "．": "."}
)  # fmt: skip
"""Signs that a word processor or a telephone puts for others; one for one, so that places stay."""
MONTHS = (
    r"jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
YEAR = re.compile(r"(?:19|20)\d\d")
UNIT = re.compile(
    r"[ ](?:dag|week|weken|maand|jaar|jaren|uur|uren|minu|keer|maal|pagina|blad|vel|woord|regel|euro|km|kilo|mens|collega"
    r"|cliënt|client|klant|gesprek|van[ ]de|graden|procent|%)",
    re.IGNORECASE,
)


# -- number plate

_PLATE = re.compile(
    r"(?<![\w-])(?:(?P<word>(?:kenteken|nummerbord|nummerplaat)[ ]?(?:is[ ]|:[ ]?)?))?"
    r"(?P<plate>[A-Za-z]{1,3}[- ]?\d{1,3}[- ]?[A-Za-z]{1,3}|[A-Za-z]{2}[- ]?\d{2}[- ]?\d{2}|\d{2}[- ]?\d{2}[- ]?[A-Za-z]{2}"
    r"|\d{1,3}[- ]?[A-Za-z]{2,3}[- ]?\d{1,3}|[A-Za-z]{2}[- ][A-Za-z]{2}[- ]\d{2}|\d{2}[- ][A-Za-z]{2}[- ][A-Za-z]{2})"
    r"(?![\w-])",
    re.IGNORECASE,
)
_MONTH = re.compile(MONTHS, re.IGNORECASE)


def _is_plate(found: re.Match[str]) -> bool:
    """Six letters and digits in three groups, with dashes and in capitals; in any way after its own word."""
    plate = found["plate"]
    if sum(char.isalnum() for char in plate) != 6 or _MONTH.search(plate):
        return False
    return bool(found["word"]) or (plate.count("-") == 2 and plate == plate.upper())


def plates(text: str) -> Iterator[Span]:
    """Where a number plate stands."""
    return (one.span("plate") for one in _PLATE.finditer(text) if _is_plate(one))


# -- address


_HOUSE_NUMBER = (
    r"(?:,?[ ](?:nr\.?|no\.?|nummer|huisnummer))?"
    r"[ ](?P<house>\d{1,4}(?:[ -]?[a-zA-Z]\b|-\d{1,3})?)(?![\w.,:]\d|\w|[ ]?%)"
)
_STREET = re.compile(
    r"(?<![\w-])(?P<name>[^\W\d_][\w'.-]{1,40}(?:straat|str\.|laan|weg|plein|dijk|kade|gracht|singel|hof|dreef|steeg"
    r"|pad|plantsoen|markt|park|burg|baan|ring|wal|haven|oord|veld|akker))"
    rf"{_HOUSE_NUMBER}",
)
_STREET_OF_WORDS = re.compile(
    r"(?<![\w-])(?:(?:Laan|Plein|Weg|Hof|Dreef|Kade|Dijk|Pad|Park|Markt|Gracht|Singel)"
    r"(?:[ ](?:van|aan)(?:[ ](?:de|den|der|het|'t))?[ ][A-Z][\w'-]{1,40}|[ ](?:[A-Z][\w'-]{1,40}|\d{4}))"
    r"|(?:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage|Groene|Witte|Eerste|Tweede|Prins|Sint|St\.)[ ]"
    r"(?:[A-Z][\w'-]{1,40}[ ]){0,2}[A-Z][\w'-]{1,40}"
    r"|(?:[A-Z][\w'-]{1,40}[ ]){1,3}(?:Straat|Laan|Plein|Weg|Hof|Kade|Dijk|Gracht|Singel|Voorhout|Haven|Wal|Dreef))"
    rf"{_HOUSE_NUMBER}",
)
"""A street whose name is more than one word."""
_OF_A_DATE = re.compile(rf"[ ](?:{MONTHS})\b")
_NO_STREET_OF_WORDS = ("raad", "kamer", "regels", "wet")
"""How the last word ends of what has a name like a street: the Hoge Raad, the Eerste Kamer, a law."""
_POST_BOX = re.compile(r"\b[Pp]ostbus[ ]\d{1,5}\b")
_SURE_STREETS = ("straat", "laan", "plein", "gracht", "singel", "dreef", "steeg", "plantsoen", "kade")
_NO_STREETS = frozenset((
    "afsluiting", "afweg", "afweging", "arbeidsmarkt", "baan", "bal", "businesspark", "doorweg",
    "gerechtshof", "heenweg", "hof", "invloed", "jobmarkt", "kring", "leerplein", "leerweg",
    "loopbaan", "loopweg", "markt", "middenweg", "omweg", "onderweg", "overweg", "pad", "park",
    "rechthof", "renbaan", "rijbaan", "ring", "snelweg", "speelveld", "supermarkt", "terugweg",
    "training", "uitweg", "vandaanweg", "veld", "voetpad", "wagenpark", "werkgeversplein", "werkplein",
    "werkveld", "zijpad", "zwembad",
))  # fmt: skip


def _is_street(found: re.Match[str]) -> bool:
    """A name with a capital, or a word that is a street and nothing else; with the number of a house."""
    name = found["name"].removeprefix("s-")
    if name.lower() in _NO_STREETS or UNIT.match(found.string, found.end()):
        return False
    if name.lower().endswith(_SURE_STREETS):
        return name[0].isupper() or len(name) > 6
    return name[0].isupper() and not _is_time(found)


def _is_time(found: re.Match[str]) -> bool:
    """Whether the number is a year, or the day of a month."""
    return bool(YEAR.fullmatch(found["house"]) or _OF_A_DATE.match(found.string, found.end()))


def _is_street_of_words(found: re.Match[str]) -> bool:
    """With the number of a house: no amount of something, no year and no day of a month."""
    if UNIT.match(found.string, found.end()) or _is_time(found):
        return False
    words = found.string[found.start() : found.start("house")].rstrip(" ,").lower()
    return not words.endswith(_NO_STREET_OF_WORDS)


_POSTCODE = re.compile(r"(?<![\w.,-])(?P<code>[1-9]\d{3}[ ]?(?!SA|SD|SS)[A-Z]{2})(?![\w-])")
_TOWN = re.compile(r",?[ ]{1,2}[A-Z'][\w'-]{2,}")
_HOUSE = re.compile(r"\d[ ]?[a-zA-Z]?,?[ ]{1,2}$")


def _is_postcode(text: str, found: re.Match[str]) -> bool:
    """Four digits and two capitals. What could be a year and an abbreviation is one only beside a house or town."""
    if not YEAR.match(found["code"]) or " " not in found["code"]:
        return True
    return bool(
        _TOWN.match(text, found.end()) or _HOUSE.search(text[max(0, found.start() - 8) : found.start()])
    )


def addresses(text: str) -> Iterator[Span]:
    """Where a street with a house number, a post box or a postcode stands."""
    yield from (one.span() for one in _STREET_OF_WORDS.finditer(text) if _is_street_of_words(one))
    yield from (one.span() for one in _STREET.finditer(text) if _is_street(one))
    yield from (one.span() for one in _POST_BOX.finditer(text))
    yield from (one.span("code") for one in _POSTCODE.finditer(text) if _is_postcode(text, one))
