"""What is made when it is first wanted, or before."""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made", covariant=True)


class Later(Generic[Made]):
    """Something that takes long to make: made when it is first asked for, and kept."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make: Callable[[], Made] | None = make
        self._made: Made

    def __call__(self) -> Made:
        """It."""
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made

    @property
    def waits(self) -> bool:
        """Whether it is still to be made."""
        return self._make is not None
