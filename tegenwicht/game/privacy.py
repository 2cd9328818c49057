"""What in a text looks like data by which a person can be traced. It asks, it never forbids.

Patterns, with the eleven-test for a citizen's number and the remainder by 97 for a bank account; the names that
the group itself filled in, and those that follow a title. Nothing is kept. It rather misses something odd than
that it disturbs: years, amounts, card numbers, times, laws and the date of a meeting are no worry. The libraries
that know such numbers were weighed: python-stdnum does the two tests that stand here in three lines each,
phonenumbers is a download of 2.6 MB that holds the plans of all countries, where a plus sign and enough digits are
enough to ask.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tegenwicht.game.privacy_names import named, titled
from tegenwicht.game.privacy_places import MONTHS, SAME, UNIT, YEAR, addresses, plates

LAST_BIRTH_YEAR = 2012
"""A full date up to this year is taken for a birthday, also without a word such as "geboren" before it."""


class Sort(StrEnum):
    """What it looks like."""

    BSN = "bsn"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH_DATE = "birth date"
    CASE_NUMBER = "case number"
    ACCOUNT = "account"
    ADDRESS = "address"
    PLATE = "plate"
    NAME = "name"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Worry:
    """``text[start:end]`` of what was looked at is ``found``, and looks like ``sort``."""

    sort: Sort
    start: int
    end: int
    found: str


def worries(text: str, names: Iterable[str] = ()) -> tuple[Worry, ...]:
    """What looks traceable, in the order of the text; no two overlap. names: of the group and its people."""
    kept: list[Worry] = []
    for sort, start, end in _all(text.translate(SAME), names):
        if all(end <= one.start or start >= one.end for one in kept):
            kept.append(Worry(sort, start, end, text[start:end]))
    return tuple(sorted(kept, key=lambda one: one.start))


_Span = tuple[Sort, int, int]


def _all(text: str, names: Iterable[str]) -> Iterator[_Span]:
    """The surest first, for where two overlap."""
    yield from ((Sort.EMAIL, *one.span()) for one in _EMAIL.finditer(text))
    yield from ((Sort.ACCOUNT, *place) for place in _accounts(text))
    yield from ((Sort.BSN, *one.span("number")) for one in _CALLED_BSN.finditer(text))
    yield from (
        (Sort.CASE_NUMBER, *one.span("number")) for one in _CASE.finditer(text) if _is_case(text, one)
    )
    yield from ((Sort.BIRTH_DATE, *one.span()) for one in _DATE.finditer(text) if _is_birthday(text, one))
    yield from ((Sort.BIRTH_DATE, *one.span()) for one in _BORN_IN.finditer(text))
    yield from ((Sort.PLATE, *place) for place in plates(text))
    yield from ((Sort.PHONE, *one.span()) for one in _PHONE.finditer(text) if not _is_amount(text, one))
    yield from ((Sort.PHONE, *one.span("number")) for one in _CALLED_PHONE.finditer(text))
    yield from ((Sort.BSN, *one.span()) for one in _DIGITS.finditer(text) if _is_bsn(text, one))
    yield from ((Sort.ADDRESS, *place) for place in addresses(text))
    yield from ((Sort.NAME, *place) for name in names for place in named(text, name))
    yield from ((Sort.PERSON, *place) for place in titled(text))


# -- e-mail: also as people write it to hide it from machines

_AT = r"(?:[ ]?(?:@|\(at\)|\[at\]|\{at\}|\(apenstaartje\))[ ]?)"
_DOT = r"(?:\.|[ ](?:dot|punt)[ ]|[ ]?(?:\(dot\)|\[dot\]|\(punt\)|\[punt\])[ ]?)"
_EMAIL = re.compile(
    rf"""(?<![\w.+'-])[\w.+'-]{{1,64}}
    (?: {_AT}\w[\w-]{{0,62}}(?:{_DOT}\w[\w-]{{0,62}})+
      | [ ](?:at|apenstaartje)[ ]\w[\w-]{{0,62}}(?:[ ](?:punt|dot)[ ]|\.)(?:nl|com|org|net|eu|be|de)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


# -- telephone: ten digits as they are written here, with or without +31; and numbers from elsewhere

_NO_DATE = r"(?!\d\d?[-./ ]\d\d?[-./ ](?:19|20)\d\d(?!\d))"
_PHONE = re.compile(
    rf"""(?<![\w+.,-])(?<!\d[ ])(?:
        (?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?[1-9](?:[ .-]?[0-9]){{8}}
      | (?:\+[ ]?|00[ ]?)[1-9](?:[ .()/-]{{0,2}}[0-9]){{7,13}}
      | {_NO_DATE}(?:06|\(06\))(?:[ ./-]{{0,3}}[0-9]){{8}}
      | {_NO_DATE}(?:0[1-57][0-9]{{2}}|\(0[1-57][0-9]{{2}}\))[ /-]{{0,3}}[0-9](?:[ .-]?[0-9]){{5}}
      | {_NO_DATE}(?:0[1-57][0-9]|\(0[1-57][0-9]\))[ /-]{{0,3}}[0-9](?:[ .-]?[0-9]){{6}}
      | {_NO_DATE}(?:08[2-8]|\(08[2-8]\)|09[17])[ /-]{{0,3}}[0-9](?:[ .-]?[0-9]){{6}}
      | 0[89]0[0-9][ /-]{{0,3}}[0-9](?:[ .-]?[0-9]){{3}}(?:(?:[ .-]?[0-9]){{3}})?
    )(?![.,-]?\d)""",
    re.VERBOSE,
)
_CALLED_PHONE = re.compile(
    r"\b(?:tel(?:\.|efoon)?(?:nr\.?|nummer)?|mobiel(?:nummer|tje)?|whatsapp"
    r"|bel(?:len)?(?:[ ](?:hem|haar|mij|me|ons))?(?:[ ]op)?)"
    r"[ ]?(?:is\b|:|=)?[ ]{0,3}(?P<number>[0-9](?:[ .-]?[0-9]){5,10})(?!\w|[.,-]?\d)",
    re.IGNORECASE,
)
_AMOUNT_AFTER = re.compile(r"[ ]?(?:€|%|euro\b|eur\b|km\b|uur\b|keer\b)", re.IGNORECASE)


def _is_amount(text: str, found: re.Match[str]) -> bool:
    return bool(
        _AMOUNT_AFTER.match(text, found.end())
        or _AMOUNT.search(text[max(0, found.start() - 6) : found.start()])
    )


# -- date of birth

_DATE = re.compile(
    rf"""(?<![\w.,/-])(?:
        (?P<day>\d\d?)[ ]?(?P<sign>[-./])[ ]?(?P<month>\d\d?)[ ]?(?P=sign)[ ]?(?P<year>(?:19|20)\d\d|'?\d\d)
      | (?P<day4>\d\d?)[ ](?P<month4>\d\d?)[ ](?P<year4>(?:19|20)\d\d)
      | (?P<year2>(?:19|20)\d\d)[-./](?P<month2>\d\d?)[-./](?P<day2>\d\d?)
      | (?P<year5>(?:19|20)\d\d)(?P<month5>0[1-9]|1[0-2])(?P<day5>0[1-9]|[12]\d|3[01])
      | (?P<day3>\d\d?)(?:e|ste|de)?[ .-]{{0,2}}(?:{MONTHS})\.?,?[ -](?P<year3>(?:19|20)\d\d|'?\d\d)
    )(?![\w/]|[.,-]\d)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_BIRTH = r"(?:\bgeb(?:oren|\.)?|\bgeboorte-?(?:datum|dag)|\bgeb\.?\s?(?:datum|dat)\.?|\bverjaardag|\bjarig|°)"
_BORN = re.compile(
    _BIRTH + r"[\s:=]*(?:(?:is|in|te|op|de)\b\s*)*(?:\w{1,20}\s+(?:,\s*)?)?(?:(?:op|is)\s+)?[,(]?\s*$",
    re.IGNORECASE,
)
_BORN_IN = re.compile(
    rf"(?:\bgeb(?:oren|\.)?[ ]?(?:in[ ]|in[ ]het[ ]jaar[ ]|rond[ ])?(?:(?:{MONTHS})\.?[ ])?"
    r"|\b(?:geboortejaar|bouwjaar|geb\.?[ ]?jaar)[ ]?(?:is[ ]|:[ ]?|=[ ]?)?)"
    r"(?:(?:19|20)\d\d|'\d\d)(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_BEFORE = 48
"""Characters before a date in which a word about birth is looked for."""

_OF_A_LAW = re.compile(r"\b(?:per|sinds|vanaf|ingang[ ]van|van|tot|voor|na|op|tussen|en)\s*$", re.IGNORECASE)
"""What stands before the first day of a month when it is about a rule and not about a person."""


def _is_birthday(text: str, date: re.Match[str]) -> bool:
    """A date that can be, far back or after a word about birth."""
    part = {
        name[:-1] if name[-1].isdigit() else name: found for name, found in date.groupdict().items() if found
    }
    day, month, year = int(part["day"]), int(part.get("month", "1")), part["year"].lstrip("'")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    before = text[max(0, date.start() - _BEFORE) : date.start()]
    if _BORN.search(before):
        return True
    return len(year) == 4 and int(year) <= LAST_BIRTH_YEAR and not (day == 1 and _OF_A_LAW.search(before))


# -- the number of a case, a client or a document

_CASE = re.compile(
    r"""(?<!\w)(?:
        (?P<sure>(?:zaak|dossier|cliënt|client|klant|registratie|polis|proces|beschikking|relatie|kenmerk|referentie|casus
            |aanvraag|patiënt|patient|personeels|persoons|paspoort|rijbewijs|vreemdelingen|uitkerings|verzekerden|v)
            [ -]?(?:nummer|nr|no|id)\b\.?)
      | (?:zaak|dossier|kenmerk|referentie|paspoort|rijbewijs|id-kaart|identiteitskaart)\b
    )[ ]?(?P<sign>is\b|[:=\#])?\s{0,3}(?P<number>(?=[^\s]*[0-9])[A-Z0-9](?:[./-]?[A-Z0-9]){2,29})(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def _is_case(text: str, found: re.Match[str]) -> bool:
    """At least three digits, not only a year; after a bare word also not an amount of something."""
    number = found["number"]
    if sum(char.isdigit() for char in number) < 3 or YEAR.fullmatch(number):
        return False
    is_counted = number.isdigit() and not found["sure"] and not found["sign"]
    return not (
        is_counted and (UNIT.match(text, found.end()) or (len(number) < 4 and text[found.end() :].strip()))
    )


# -- bank account

_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "PL": 28, "LU": 20, "AT": 20, "CH": 21,
    "PT": 25, "IE": 22, "TR": 26, "MA": 28, "RO": 24, "BG": 22, "HU": 28, "SE": 24, "DK": 18, "NO": 15, "FI": 18,
    "GR": 27, "CZ": 24, "SK": 24, "HR": 21, "LT": 20, "LV": 21, "EE": 20, "UA": 29,
}  # fmt: skip
_ACCOUNT = re.compile(r"(?<!\w)[A-Za-z]{2}[ ]?\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}")


def _accounts(text: str) -> Iterator[tuple[int, int]]:
    """Of the length of its country, and either right by its check or built as a Dutch one."""
    for found in _ACCOUNT.finditer(text):
        length = _LENGTHS.get(found[0][:2].upper(), 0)
        places = [place for place in range(*found.span()) if text[place].isalnum()][:length]
        if length and len(places) == length:
            end = places[-1] + 1
            number = "".join(text[place] for place in places).upper()
            if not text[end : end + 1].isalnum() and (passes_97(number) or _BUILT_AS_DUTCH.fullmatch(number)):
                yield found.start(), end


_BUILT_AS_DUTCH = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")


def passes_97(account: str) -> bool:
    """Whether letters and digits can be an IBAN: the first four behind, letters as 10 to 35, remainder 1 by 97."""
    digits = "".join(str(int(sign, 36)) for sign in account[4:] + account[:4])
    return int(digits) % 97 == 1


# -- burgerservicenummer

_CALLED_BSN = re.compile(
    r"\b(?:bsn|sofi|burgerservice)(?:[ -]?(?:nummer|nr\.?))?[ ]?(?:is\b|:|=)?[ ]{0,3}"
    r"(?P<number>\d(?:[ .-]?\d){7,8})(?!\w|[.,-]?\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w.,+/-])(?<!\d[ ])[0-9]+(?:[ .-][0-9]+)*(?!\w|[.,/-]\d)")
_GROUPS: dict[str, set[tuple[int, ...]]] = {
    "": {(9,), (8,)},
    " ": {(3, 3, 3), (4, 2, 3), (2, 3, 3)},
    "-": {(3, 3, 3), (4, 2, 3)},
    ".": {(4, 2, 3)},
}
_AMOUNT = re.compile(r"(?:€|\beuro?|\beur)\s*$", re.IGNORECASE)
_BSN_DIGITS = 9


def _is_bsn(text: str, run: re.Match[str]) -> bool:
    """Nine digits, or eight without their leading zero, grouped as people do, that pass the eleven-test."""
    signs = {char for char in run[0] if not char.isdigit()}
    groups = re.findall(r"\d+", run[0])
    if len(signs) > 1 or tuple(map(len, groups)) not in _GROUPS["".join(signs)]:
        return False
    if _is_amount(text, run):
        return False
    digits = "".join(groups)
    return not _is_compact_date(digits) and passes_eleven_test(digits.zfill(_BSN_DIGITS))


def _is_compact_date(digits: str) -> bool:
    """20261121 or 21112026."""
    return bool(
        re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", digits)
        or re.fullmatch(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d", digits)
    )


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits can be a citizen's number: weights 9 to 2 and -1, a sum that 11 divides."""
    weighed = zip(map(int, digits), (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
    return any(char != "0" for char in digits) and sum(one * weight for one, weight in weighed) % 11 == 0
