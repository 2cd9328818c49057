"""What only changes the model: filling in, going to a screen, opening a panel, moving the focus; and what a
screen needs when one comes to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tegenwicht.app.answer import Animate, Answer, Say, telling
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.typed import SHUFFLE, TYPED_SHUFFLE
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell import commands, entries
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.update import CHANGES, updated

if TYPE_CHECKING:
    from tegenwicht.app.backstage import Backstage
    from tegenwicht.app.desks.own_decks import DeckDesk

Arrive = Callable[[Model], Model]
Typed = Callable[[Model, str], Model]


class ModelDesk(Desk):
    """arrive: by screen, what the model gets when one goes to it. typed: what follows from a form entry."""

    def __init__(self, arrive: Mapping[Scene, Arrive], typed: Sequence[Typed]) -> None:
        self._arrive, self._typed = arrive, typed
        self.handlers = {
            **dict.fromkeys(CHANGES, _changed),
            commands.Go: self._go,
            commands.Put: self._put,
            commands.Say: lambda model, command: Answer(model, (Say(command.words),)),
            commands.Tell: lambda model, command: telling(model, command.words),
            commands.Moving: lambda model, command: Answer(model, (Animate(command.move),)),
        }

    def _go(self, model: Model, command: commands.Go) -> Answer:
        arrive = self._arrive.get(command.scene)
        return Answer(updated(arrive(model) if arrive else model, command))

    def _put(self, model: Model, command: commands.Put) -> Answer:
        model = updated(model, command)
        for follow in self._typed:
            model = follow(model, command.form)
        return Answer(model)


def _changed(model: Model, command: Command) -> Answer:
    return Answer(updated(model, command))


def arrivals(back: Backstage, decks: DeckDesk, shuffle: int | None, with_old: Arrive) -> dict[Scene, Arrive]:
    """What the screens need when one comes to them. shuffle: the number a new session is offered; any if None.

    with_old: adds the sessions that are older than they are kept.
    """

    def with_decks(model: Model) -> Model:
        return replace(model, decks=decks.choices(model), today=back.today())

    def to_setup(model: Model) -> Model:
        typed, now = model.form(TYPED_SHUFFLE, ""), back.now()
        fresh: dict[str, object] = {
            SHUFFLE: typed or str(shuffle or new_shuffle_number()),
            entries.SETUP_STEP: 1,
            entries.SETUP_MORE: None,
            entries.SETUP_NOW: 60 * now.hour + now.minute,
        }
        forms = {key: value for key, value in {**model.forms, **fresh}.items() if value is not None}
        return with_decks(replace(model, forms=forms))

    return {
        Scene.SETUP: to_setup, Scene.BROWSE: with_decks, Scene.DECKS: decks.shelved, Scene.SETTINGS: with_old,
    }  # fmt: skip


def new_shuffle_number() -> int:
    """Any number from 1 to 9999: short enough to read out to another group."""
    return 1 + int.from_bytes(os.urandom(8), "big") % 9999
