"""Every desk there is, and which commands it carries out: one list."""

from collections.abc import Callable

from tegenwicht.app.backstage import Backstage
from tegenwicht.app.desks.aloud import AloudDesk
from tegenwicht.app.desks.copies import CopiesDesk
from tegenwicht.app.desks.desk import Handlers, by_command
from tegenwicht.app.desks.directing import DirectingDesk
from tegenwicht.app.desks.erasing import ErasingDesk
from tegenwicht.app.desks.files import FilesDesk
from tegenwicht.app.desks.history import HistoryDesk
from tegenwicht.app.desks.model import ModelDesk, arrivals
from tegenwicht.app.desks.own_decks import DeckDesk
from tegenwicht.app.desks.settings import SettingsDesk
from tegenwicht.app.desks.table import TableDesk
from tegenwicht.app.screen import Screen
from tegenwicht.app.typed import TypedKeeper
from tegenwicht.kit.nodes import Node


def handlers_of(
    back: Backstage,
    decks: DeckDesk,
    history: HistoryDesk,
    erasing: ErasingDesk,
    table: TableDesk,
    directing: DirectingDesk,
    typed: TypedKeeper,
    screen: Screen,
    tree: Callable[[], Node],
    shuffle: int | None,
) -> Handlers:
    """What carries out a command, by its type. tree: what is shown. shuffle: the number a new session is offered."""
    model = ModelDesk(arrivals(back, decks, shuffle, erasing.with_old), (decks.editing.typed, typed.noticed))
    return by_command(
        [
            model, table, directing, history, FilesDesk(back), erasing, CopiesDesk(back),
            AloudDesk(screen.view, tree), decks, decks.editing, SettingsDesk(back, decks.draft),
        ]
    )  # fmt: skip
