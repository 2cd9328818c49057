"""Where people live, what they drive and what they are called, as far as a text shows it; for ``privacy``."""

import re
from collections.abc import Iterator

Span = tuple[int, int]
SHORTEST_NAME = 2
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


_STREET = re.compile(
    r"(?<![\w-])(?P<name>[^\W\d_][\w'.-]{1,40}(?:straat|str\.|laan|weg|plein|dijk|kade|gracht|singel|hof|dreef|steeg"
    r"|pad|plantsoen|markt|park|burg|baan|ring|wal|haven|oord|veld|akker))"
    r"[ ](?P<house>\d{1,4}(?:[ -]?[a-zA-Z]\b|-\d{1,3})?)(?![\w.,:]\d|\w|[ ]?%)",
)
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
    name = found["name"]
    if name.lower() in _NO_STREETS or UNIT.match(found.string, found.end()):
        return False
    return name[0].isupper() or (name.lower().endswith(_SURE_STREETS) and len(name) > 6)


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
    """Where a street with a house number, or a postcode stands."""
    yield from (one.span() for one in _STREET.finditer(text) if _is_street(one))
    yield from (one.span("code") for one in _POSTCODE.finditer(text) if _is_postcode(text, one))


# -- names of the group and its people

_ALSO_WORDS = frozenset((
    "ad", "al", "an", "art", "bart", "bas", "beer", "ben", "bo", "casus", "daan", "dag", "dien",
    "dirk", "eb", "ed", "els", "eva", "fien", "floor", "gijs", "groep", "guus", "hans", "hen",
    "intervisie", "iris", "jan", "jet", "jo", "joy", "kees", "kim", "koen", "leen", "lies", "loes",
    "lot", "mees", "mei", "merel", "mia", "mo", "nel", "niek", "noor", "nova", "overleg", "puck",
    "rob", "roos", "sam", "senna", "sessie", "siem", "sien", "sil", "sofie", "sterre", "storm", "team",
    "ties", "tim", "tom", "toon", "vera", "wil", "will", "wim", "wolf", "zita", "zon",
))  # fmt: skip
"""Names that are words as well, or begin many sentences: these count only inside a sentence, as they were typed."""


def named(text: str, name: str) -> Iterator[Span]:
    """Where a name stands, whole or only its first word."""
    words = name.translate(SAME).split()
    wanted = {" ".join(words), words[0]} if words else set()
    for one in sorted(wanted, key=len, reverse=True):
        if len(one) < SHORTEST_NAME or not any(char.isalpha() for char in one):
            continue
        is_word = one.casefold() in _ALSO_WORDS
        pattern = re.compile(
            rf"(?<!\w){re.escape(one)}(?!\w)", 0 if is_word or len(one) < 5 else re.IGNORECASE
        )
        for found in pattern.finditer(text):
            if not is_word or not _begins_sentence(text, found.start()):
                yield found.span()


def _begins_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" \t'\"“(")
    return not before or before[-1] in ".?!:\n"
