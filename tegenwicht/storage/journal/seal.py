"""A seal behind the text of each event in the journal, by which a changed letter is noticed.

SQLite does not notice a byte that changed inside a text, and JSON with another letter in it is still JSON. So
behind the JSON come sixteen characters of white space that spell its CRC-32, two bits each: versions without
seals read past them, and texts without a seal, of those versions, are taken as they are.
"""

import zlib
from collections.abc import Iterable

_SIGNS = b" \t\n\r"
_LENGTH = 16


def sealed(kind: str, data: bytes) -> bytes:
    """The JSON of an event of that kind, with its seal."""
    check = zlib.crc32(data, zlib.crc32(kind.encode()))
    return data + bytes(_SIGNS[check >> 2 * place & 3] for place in range(_LENGTH))


def is_changed(kind: object, data: object) -> bool:
    """Whether a text is not as it was when it was sealed; a damaged file may hold anything."""
    if not isinstance(kind, str) or not isinstance(data, bytes):
        return True
    text = data.rstrip(_SIGNS)
    return len(text) < len(data) and sealed(kind, text) != data


def is_as_sealed(kind: object, data: object) -> bool:
    """Whether a text has a seal and is surely what was written; of a text without one nobody can tell."""
    return (
        isinstance(data, bytes)
        and data.endswith(tuple(bytes((one,)) for one in _SIGNS))
        and not is_changed(kind, data)
    )


def changed_steps(texts: Iterable[tuple[str, bytes]]) -> list[int]:
    """The numbers, from 0, of the events of a session that are not as they were."""
    return [number for number, text in enumerate(texts) if is_changed(*text)]
