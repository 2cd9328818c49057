"""A day as text, "2027-01-08" (ISO 8601). Knows no clock: what day it is comes in with the actions."""

import re

FIRST_YEAR, LAST_YEAR = 1900, 2999
_SHAPE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(text: str) -> bool:
    """Whether this is a day that there is, of the years 1900 to 2999, so that every clock can show it."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return False
    year, month, day = map(int, found.groups())
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= len(_LENGTHS)):
        return False
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _LENGTHS[month - 1] + leap
