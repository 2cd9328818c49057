"""What a function gave for a value that does not change, kept by which value it is."""

from collections.abc import Callable
from typing import TypeVar

Of = TypeVar("Of")
Given = TypeVar("Given")
MOST = 10_000


def once_for_each(function: Callable[[Of], Given]) -> Callable[[Of], Given]:
    """The function, called once for each value: the same object, not one that is equal.

    To reckon what is in a card, as ``lru_cache`` does for each call, takes longer than what is kept here.
    """
    kept: dict[int, tuple[Of, Given]] = {}  # with the value, so that no other can get its id

    def remembered(of: Of) -> Given:
        found = kept.get(id(of))
        if found is None:
            if len(kept) >= MOST:
                kept.clear()
            found = kept[id(of)] = of, function(of)
        return found[1]

    return remembered
