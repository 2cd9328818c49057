"""Where a presenter's clicker is, while it goes along the clusters."""

from typing import TYPE_CHECKING

from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Model

if TYPE_CHECKING:
    from tegenwicht.game.cards import Cluster

FORM = Entry("clicker")
"""The form entry with which of ``choices`` it is at, from 1; 0 for none."""


def choices(model: Model) -> tuple["Cluster", ...]:
    """The clusters that can be marked now, in the order of their keys; none while no card lies on the table."""
    playing = model.playing
    if playing is None or playing.timeline.session.setup.mode != "tegenwicht":
        return ()
    from tegenwicht.game import tegenwicht as t
    from tegenwicht.game.cards import CLUSTERS

    turn, legal = t.table(playing.timeline.session).turn, playing.legal
    if turn is None or not turn.cards:
        return ()
    return tuple(c for c in CLUSTERS if t.Mention(c) in legal or t.TakeBackMention(c) in legal)


def pointed(model: Model) -> "Cluster | None":
    """The one where it is."""
    at, there = int(model.form(FORM, 0)), choices(model)
    return there[at - 1] if 0 < at <= len(there) else None
