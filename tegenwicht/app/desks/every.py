"""Every desk there is, and which commands it carries out: one list."""

from collections.abc import Callable
from pathlib import Path

from tegenwicht.app.answer import Answer
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.desks.aloud import AloudDesk
from tegenwicht.app.desks.copies import CopiesDesk
from tegenwicht.app.desks.desk import by_command
from tegenwicht.app.desks.directing import DirectingDesk
from tegenwicht.app.desks.erasing import ErasingDesk
from tegenwicht.app.desks.files import FilesDesk
from tegenwicht.app.desks.history import HistoryDesk
from tegenwicht.app.desks.model import ModelDesk, arrivals
from tegenwicht.app.desks.own_decks import DeckDesk
from tegenwicht.app.desks.settings import SettingsDesk
from tegenwicht.app.desks.table import TableDesk
from tegenwicht.app.places import Places
from tegenwicht.app.typed import TypedKeeper
from tegenwicht.app.windows import Windows
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.model import Model


class Desks:
    """What carries out every command.

    data: the user's folder. places: where decks are. clock: seconds that only go forward. screens: how many there
    are now. shuffle: the number that a new session is offered, any if None.

    handlers: by the type of a command. typed: keeps what is half typed; it answers no command, but is told by those
    that fill something in. The others are desks of which something is asked besides their commands.
    """

    def __init__(
        self,
        data: Path,
        back: Backstage,
        places: Places,
        windows: Windows,
        clock: Callable[[], float],
        screens: Callable[[], int],
        shuffle: int | None,
    ) -> None:
        screen = windows.screen
        self.typed = TypedKeeper(data, clock, screen.view)
        self.decks = DeckDesk(data, places, clock)
        self.history, self.erasing = HistoryDesk(back), ErasingDesk(back)
        self.table = TableDesk(back, clock, windows.table_view, self.typed.resumed)
        self.directing = DirectingDesk(back, windows.beamer, self.table.answer, screens)
        arrive = arrivals(back, self.decks, shuffle, self.erasing.with_old)
        self.handlers = by_command(
            [
                ModelDesk(arrive, (self.decks.editing.typed, self.typed.noticed)), self.table, self.directing,
                self.history, FilesDesk(back), self.erasing, CopiesDesk(back),
                AloudDesk(screen.view, lambda: screen.stage.tree), self.decks, self.decks.editing,
                SettingsDesk(back, self.decks.draft),
            ]
        )  # fmt: skip

    def answer(self, model: Model, command: Command) -> Answer:
        """What becomes of the model, and what is to be done beside it. ValueError where no desk knows the command."""
        handler = self.handlers.get(type(command))
        if handler is None:
            raise ValueError(f"nobody carries out {command!r}")
        return handler(model, command)

    def close(self, model: Model) -> None:
        """Keep on disk what is half done, and let go of the decks."""
        self.typed.flush(model)
        self.typed.let_go()
        self.decks.draft.flush(model)
        self.decks.hold.let_go()
