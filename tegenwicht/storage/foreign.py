"""JSON from a file that anyone may have changed, read with its types looked at; ``ForeignError`` for all that is odd."""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

Member = TypeVar("Member", bound=Enum)
MOST_EXACT = 2**53


class ForeignError(ValueError):
    """Not JSON, or not what we write. The message is for the maintainer."""


def fields(data: bytes) -> Mapping[str, Any]:
    """The object that the bytes are."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ForeignError(f"no JSON: {error}") from error
    if not isinstance(found, dict):
        raise ForeignError("no object")
    return found


def field(plain: Mapping[str, Any], name: str) -> Any:
    """A field that has to be there."""
    if name not in plain:
        raise ForeignError(f"no field {name}")
    return plain[name]


def text(value: Any) -> str:
    """What must be a text; ForeignError when it is none."""
    if not isinstance(value, str):
        raise ForeignError(f"a text is wanted, not {type(value).__name__}")
    return value


def whole(value: Any) -> int:
    """A whole number that every reader of JSON holds; True and 1.0 are none."""
    if type(value) is not int:
        raise ForeignError(f"a whole number is wanted, not {type(value).__name__}")
    if abs(value) > MOST_EXACT:
        raise ForeignError("a whole number is too large")  # one more, and it may not be written as text again
    return value


def row(value: Any, length: int | None = None) -> list[Any]:
    """A list, of ``length`` items when that is given."""
    if not isinstance(value, list):
        raise ForeignError(f"a list is wanted, not {type(value).__name__}")
    if length is not None and len(value) != length:
        raise ForeignError(f"a list of {length} is wanted, not of {len(value)}")
    return value


def member(kind: type[Member], value: Any) -> Member:
    """The member of an enumeration that is called so."""
    try:
        return kind(value)
    except ValueError as error:
        raise ForeignError(str(error)) from error
