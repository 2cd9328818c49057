"""One line of what someone takes along and does, and the day on which: typed as people say it."""

from datetime import date, timedelta

from tegenwicht.game import harvest as h
from tegenwicht.game.taken import Taken
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.harvest.now import DAY, LINE, WHEN, Harvest
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.view import View

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


def typed_day(v: View) -> str:
    """The day that is chosen now; empty for none, or when what is typed is no day."""
    when = int(v.model.form(WHEN, NONE))
    if when == CHOSEN:
        return day_from(str(v.model.form(DAY, "")), v.model.today)
    return (date.fromisoformat(v.model.today) + timedelta(weeks=when)).isoformat() if when else ""


def day_is_wrong(v: View) -> bool:
    """Whether something is typed that is no day."""
    return int(v.model.form(WHEN, NONE)) == CHOSEN and bool(v.model.form(DAY, "")) and not typed_day(v)


def keeping(now: Harvest) -> tuple[Command, ...]:
    """What keeps the line that is typed; nothing where it is as it was, or nobody is telling."""
    v, who = now.v, now.teller
    if who is None or not now.writing or now.closed:
        return ()
    taken, typed = now.taken, str(v.model.form(LINE, "")).strip()
    if (typed, typed_day(v)) == (taken.intention or taken.sentence, taken.by):
        return ()
    return tuple(_written(taken, who.id, typed, typed_day(v)))


def _written(taken: Taken, who: int, typed: str, by: str) -> list[Command]:
    actions: list[Command] = [Do(h.WriteIntention(who, typed, by))]
    if taken.sentence:  # of an earlier edition: it is this line now
        actions.append(Do(h.WriteSentence(who, "")))
    if taken.passed:
        actions.append(Do(h.PassHarvest(who, False)))
    return actions
