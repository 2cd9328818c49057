"""What in a text looks like data by which a client can be traced. It asks, it never forbids.

Only patterns, with the eleven-test for a citizen's number: no names, no lists, nothing kept. It rather misses
something odd than that it disturbs: years, amounts, card numbers, times and the date of a meeting are no worry.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LAST_BIRTH_YEAR = 2012
"""A full date up to this year is taken for a birthday, also without a word such as "geboren" before it."""


class Sort(StrEnum):
    """What it looks like."""

    BSN = "bsn"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH_DATE = "birth date"
    CASE_NUMBER = "case number"


@dataclass(frozen=True, slots=True)
class Worry:
    """``text[start:end]`` of what was looked at is ``found``, and looks like ``sort``."""

    sort: Sort
    start: int
    end: int
    found: str


def worries(text: str) -> tuple[Worry, ...]:
    """What looks traceable, in the order of the text; no two overlap."""
    kept: list[Worry] = []
    for sort, start, end in _all(text):
        if all(end <= one.start or start >= one.end for one in kept):
            kept.append(Worry(sort, start, end, text[start:end]))
    return tuple(sorted(kept, key=lambda one: one.start))


_Span = tuple[Sort, int, int]


def _all(text: str) -> Iterator[_Span]:
    """The surest first, for where two overlap."""
    yield from ((Sort.EMAIL, *one.span()) for one in _EMAIL.finditer(text))
    yield from ((Sort.CASE_NUMBER, *one.span("number")) for one in _CASE.finditer(text) if _is_case(one))
    yield from ((Sort.BIRTH_DATE, *one.span()) for one in _DATE.finditer(text) if _is_birthday(text, one))
    yield from ((Sort.PHONE, *one.span()) for one in _PHONE.finditer(text))
    yield from ((Sort.BSN, *one.span()) for one in _DIGITS.finditer(text) if _is_bsn(text, one))


_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@\w[\w-]{0,62}(?:\.\w[\w-]{0,62})+")


# -- telephone: ten digits as they are written here, with or without +31

_NO_DATE = r"(?!\d\d?[-./ ]\d\d?[-./ ](?:19|20)\d\d(?!\d))"
_PHONE = re.compile(
    rf"""(?<![\w+.,-])(?<!\d[ ])(?:
        (?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?[1-9](?:[ .-]?[0-9]){{8}}
      | {_NO_DATE}06(?:[ .-]{{0,3}}[0-9]){{8}}
      | {_NO_DATE}(?:0[1-57][0-9]{{2}}|\(0[1-57][0-9]{{2}}\))[ -]{{0,3}}[0-9](?:[ .]?[0-9]){{5}}
      | {_NO_DATE}(?:0[1-57][0-9]|\(0[1-57][0-9]\))[ -]{{0,3}}[0-9](?:[ .]?[0-9]){{6}}
    )(?![.,-]?\d)""",
    re.VERBOSE,
)


# -- date of birth

_MONTHS = (
    r"jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"""(?<![\w.,/-])(?:
        (?P<day>\d\d?)[ ]?(?P<sign>[-./])[ ]?(?P<month>\d\d?)[ ]?(?P=sign)[ ]?(?P<year>(?:19|20)\d\d|\d\d)
      | (?P<year2>(?:19|20)\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d)
      | (?P<day3>\d\d?)[ .-]{{0,2}}(?:{_MONTHS})\.?[ -](?P<year3>(?:19|20)\d\d|'?\d\d)
    )(?![\w/]|[.,-]\d)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_BORN = re.compile(
    r"(?:\bgeb(?:oren|\.)?|\bgeboorte-?(?:datum|dag)|\bgeb\.?\s?(?:datum|dat)\.?|\bverjaardag|\bjarig)"
    r"[\s:=]*(?:(?:is|in|te|op|de)\b\s*)*(?:\w{1,20}\s+(?:,\s*)?)?(?:(?:op|is)\s+)?[,(]?\s*$",
    re.IGNORECASE,
)
_BEFORE = 48
"""Characters before a date in which a word about birth is looked for."""


def _is_birthday(text: str, date: re.Match[str]) -> bool:
    """A date that can be, far back or after a word about birth."""
    part = date.groupdict()
    day = int(part["day"] or part["day2"] or part["day3"])
    month = int(part["month"] or part["month2"] or 1)
    year = (part["year"] or part["year2"] or part["year3"]).lstrip("'")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    if len(year) == 4 and int(year) <= LAST_BIRTH_YEAR:
        return True
    return bool(_BORN.search(text[max(0, date.start() - _BEFORE) : date.start()]))


# -- the number of a case or a client

_CASE = re.compile(
    r"""(?<!\w)(?:
        (?:zaak|dossier|cliënt|client|klant|registratie|polis|proces|beschikking|relatie|kenmerk|referentie)
            [ -]?(?:nummer|nr|no|id)\b\.?
      | (?:zaak|dossier|kenmerk|referentie)\b
    )[ ]?(?:is\b|[:=\#])?\s{0,3}(?P<number>(?=[^\s]*[0-9])[A-Z0-9](?:[./-]?[A-Z0-9]){2,29})(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_case(found: re.Match[str]) -> bool:
    """At least three digits, and not only a year."""
    number = found["number"]
    return sum(char.isdigit() for char in number) >= 3 and not _YEAR.fullmatch(number)


# -- burgerservicenummer

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
    if _AMOUNT.search(text[max(0, run.start() - 6) : run.start()]):
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
