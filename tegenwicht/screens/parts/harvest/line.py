"""The line that someone writes of what they take along: the day that was chosen, and what keeps it."""

from datetime import date, timedelta

from tegenwicht.game import harvest
from tegenwicht.game.taken import Taken
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.harvest.days import CHOSEN, NONE, day_from
from tegenwicht.screens.parts.harvest.now import DAY, LINE, WHEN, Harvest
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.view import View


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
    actions: list[Command] = [Do(harvest.WriteIntention(who, typed, by))]
    if taken.sentence:  # of an earlier edition: it is this line now
        actions.append(Do(harvest.WriteSentence(who, "")))
    if taken.passed:
        actions.append(Do(harvest.PassHarvest(who, False)))
    return actions
