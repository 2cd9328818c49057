"""The day on which someone does what they took along: how it is chosen, and typed as people say it."""

from datetime import date

from tegenwicht.i18n import tr

NONE, CHOSEN = 0, -1
WEEKS = (1, 2, 4)
"""How the day is chosen: none, so many weeks from now, or typed (-1)."""


def choices() -> list[tuple[object, str]]:
    """(value, word) of each way to choose a day."""
    return [
        (NONE, tr("geen dag")),
        (1, tr("1 week")),
        (2, tr("2 weken")),
        (4, tr("4 weken")),
        (CHOSEN, tr("datum")),
    ]


def when_of(by: str, today: str) -> tuple[int, str]:
    """(how a day is chosen, what stands in the field for it) for a day that was kept."""
    if not by:
        return NONE, ""
    try:
        weeks, rest = divmod((date.fromisoformat(by) - date.fromisoformat(today)).days, 7)
    except ValueError:
        return NONE, ""
    return (weeks, "") if weeks in WEEKS and not rest else (CHOSEN, short_day(by))


def short_day(by: str) -> str:
    """ "8-1" of "2027-01-08"."""
    _, month, day = by.split("-")
    return f"{int(day)}-{int(month)}"


def day_from(words: str, today: str) -> str:
    """ "2027-01-08" of "8-1", "8/1" or "08 01 2027": this year, or next year when that has gone by. Else empty."""
    parts = [part for part in words.replace("/", "-").replace(".", "-").replace(" ", "-").split("-") if part]
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    now = date.fromisoformat(today)
    day, month, *years = map(int, parts)
    year = (years[0] + 2000 if years[0] < 100 else years[0]) if years else now.year
    try:
        found = date(year, month, day)
        return (found if years or found >= now else date(year + 1, month, day)).isoformat()
    except ValueError:
        return ""
