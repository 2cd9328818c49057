"""What a function gave for a value that does not change, kept by which value it is and as long as that is there."""

from collections.abc import Callable
from typing import TypeVar
from weakref import ref

Of = TypeVar("Of")
Given = TypeVar("Given")


def once_for_each(function: Callable[[Of], Given]) -> Callable[[Of], Given]:
    """The function, called once for each value: the same object, not one that is equal. What it gives must not hold
    that value, or it would never be let go of.

    To reckon what is in a card, as ``lru_cache`` does for each call, takes longer than what is kept here.
    """
    kept: dict[int, tuple[ref[Of], Given]] = {}

    def remembered(of: Of) -> Given:
        number = id(of)
        found = kept.get(number)
        if found is None:  # forgotten with the value, before another can get its id
            found = kept[number] = ref(of, lambda _: kept.pop(number, None)), function(of)
        return found[1]

    return remembered
