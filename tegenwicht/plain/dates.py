"""Moments of the journal, as they are told here."""

from datetime import UTC, datetime, timedelta

from tegenwicht.i18n import tr


def local_time(moment: str) -> datetime | None:
    """A moment in ISO 8601 in the time zone of this computer.

    None for what is no moment, and for one that cannot be told here: the first and last hours of the calendar
    fall off it in some time zones, and some systems know no time before 1970.
    """
    try:
        return datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def with_zone(now: datetime) -> datetime:
    """The time of this computer with its time zone, or with that of Greenwich where the computer's is none.

    It can always be told in UTC.
    """
    try:
        here = now.astimezone()
        here.astimezone(UTC)
        return here
    except (ValueError, OverflowError, OSError):
        return now.replace(tzinfo=UTC)


def months_before(now: datetime, months: int) -> datetime:
    """The same day of an earlier month, or its last day where that has none."""
    month = now.year * 12 + now.month - 1 - months
    year, month = month // 12, month % 12 + 1
    last = datetime(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return now.replace(year=year, month=month, day=min(now.day, last.day))


def minutes_since(moment: str, now: datetime) -> int | None:
    """Whole minutes from a moment until ``now``; None when nobody can tell, as ``local_time`` says."""
    local = local_time(moment)
    return None if local is None else int((with_zone(now) - local).total_seconds() // 60)


def short_month(month: int) -> str:
    """ "jan" of 1, to "dec" of 12."""
    return tr("jan feb mrt apr mei jun jul aug sep okt nov dec").split()[month - 1]


def long_month(month: int) -> str:
    """ "januari" of 1, to "december" of 12."""
    names = tr("januari februari maart april mei juni juli augustus september oktober november december")
    return names.split()[month - 1]


def short_date(moment: str) -> str:
    """ "10 nov"; empty when it cannot be told."""
    local = local_time(moment)
    return "" if local is None else f"{local.day} {short_month(local.month)}"


def full_date(moment: str) -> str:
    """ "10 nov 2026", or that nobody can say when."""
    local = local_time(moment)
    return tr("datum onbekend") if local is None else f"{short_date(moment)} {local.year}"


def told_day(moment: str, now: datetime) -> str:
    """When it was, as people say it: "vanmorgen", "gisteren", "dinsdag", "10 nov", "10 nov 2025"; empty when nobody
    can say. A weekday is one of the six days before.
    """
    local, here = local_time(moment), local_time(with_zone(now).isoformat())
    if local is None or here is None:
        return ""
    days = (here.date() - local.date()).days
    if not days:
        parts = ((6, tr("vannacht")), (12, tr("vanmorgen")), (18, tr("vanmiddag")), (24, tr("vanavond")))
        return next(word for until, word in parts if local.hour < until)
    if days == 1:
        return tr("gisteren")
    if 1 < days < 7:
        return tr("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag").split()[local.weekday()]
    return short_date(moment) if local.year == here.year else full_date(moment)


def clock_time(moment: str) -> str:
    """ "14.05 uur"; empty when it cannot be told."""
    local = local_time(moment)
    return "" if local is None else tr("{hour}.{minute:02d} uur").format(hour=local.hour, minute=local.minute)


def date_and_time(moment: str) -> str:
    """ "10 nov 2026, 14.05", or that nobody can say when."""
    local = local_time(moment)
    if local is None:
        return tr("datum onbekend")
    return f"{short_date(moment)} {local.year}, {local.hour}.{local.minute:02d}"
