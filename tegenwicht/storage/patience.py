"""How long reading a file may take, and who may break it off: whoever waits has something else to do."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tegenwicht.i18n import tr

MOST_SECONDS = 20.0
EACH = 200
"""Pieces between two looks; a look at the clock costs less than a piece."""

Piece = TypeVar("Piece")


class EndedEarly(Exception):  # noqa: N818 - says what happened
    """Reading was broken off or took too long; the message is Dutch."""


class Patience:
    """seconds: how long it may take, from now on. stop: whether someone wants it to end; asked now and then."""

    def __init__(
        self, seconds: float = MOST_SECONDS, stop: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._until, self._stop, self._clock = clock() + seconds, stop, clock

    def look(self) -> None:
        """EndedEarly when the time is over or someone wants it to end."""
        if self._stop():
            raise EndedEarly(tr("het lezen is afgebroken; er is niets veranderd"))
        if self._clock() > self._until:
            raise EndedEarly(tr("het lezen duurt te lang: dit is geen gewoon bestand; er is niets veranderd"))

    def through(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces, with a look before the first and after each so many."""
        for number, piece in enumerate(pieces):
            if number % EACH == 0:
                self.look()
            yield piece
