"""A proof that breaks down itself is carried out once more, and that is told."""

import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def twice(what: str, work: Callable[[], T]) -> tuple[T, str]:
    """(what came of it, why it was carried out again: empty when it was not). Breaks down when it does so twice.

    What falls short is no breakdown: that comes of it.
    """
    try:
        return work(), ""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and what is wrong comes again
        traceback.print_exc()
        why = f"{what} brak de eerste keer zelf af: {type(error).__name__}: {error}"
        print(why, file=sys.stderr, flush=True)
    return work(), why
