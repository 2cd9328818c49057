"""What was answered the time before: it lies face down until somebody turns it over."""

from tegenwicht.game import feedback
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.words import day_shown
from tegenwicht.screens.shell.commands import All, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

TURNED = Entry("feedback:turned")


def before(play: feedback.Feedback) -> str:
    """The answer to the open question of the walk before this one; empty where there is none."""
    return play.walks[-2].answers[play.at] if play.answering and len(play.walks) > 1 else ""


def is_open(v: View, play: feedback.Feedback) -> bool:
    """Whether it was turned over."""
    return bool(v.model.form(TURNED, ()) == (len(play.walks), play.at))


def turn(v: View, play: feedback.Feedback) -> Command | None:
    """Turn it over, or back; None where nothing lies there."""
    if not before(play):
        return None
    if is_open(v, play):
        return Put(TURNED, ())
    return All((Put(TURNED, (len(play.walks), play.at)), Say(f"{then_day(play)}: {before(play)}")))


def then_day(play: feedback.Feedback) -> str:
    """ "Toen, 2 nov 2026"."""
    return tr("Toen, {day}").format(day=day_shown(play.walks[-2].day))


def lying(v: View, play: feedback.Feedback) -> tuple[str, str]:
    """(its name, what can be read of it)."""
    if is_open(v, play):
        return then_day(play), before(play)
    return then_day(play), tr("ligt dicht")
