"""Rows of a damaged journal, taken out of its pages one by one, wherever these stand.

SQLite finds a row by way of the pages above it, so that one page that is gone hides all below it. Here every
page is looked at by itself. The format: https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from pathlib import Path

_USUAL_PAGE = 1024
_HEADER = 100  # bytes before the tables on the first page
_INNER_INDEX, _LEAF_INDEX, _LEAF_TABLE = 2, 10, 13
_HEADER_OF_PAGE = {_INNER_INDEX: 12, _LEAF_INDEX: 8, _LEAF_TABLE: 8}
_LARGEST = 4 * 1024 * 1024
"""Bytes of one row; a session's first event, with its deck, is the largest there is."""
_TIMES_OVER = 4
"""So many times the bytes of the file are read at most, also where pages point at each other in circles."""

Value = str | bytes | int | None


def rows_in(path: Path) -> Iterator[tuple[Value, ...]]:
    """Every row that stands whole in some page of a database without a log. OSError when it cannot be read."""
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    pages = _Pages(data, size if size in (512, 1024, 2048, 4096, 8192, 16384, 32768) else _USUAL_PAGE)
    for number in range(1, pages.count + 1):
        yield from pages.rows(number)


class _Pages:
    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size = data, size
        self.count = len(data) // size
        self._left = len(data) * _TIMES_OVER

    def rows(self, number: int) -> Iterator[tuple[Value, ...]]:
        page = self._page(number)
        start = _HEADER if number == 1 else 0
        kind = page[start]
        if kind not in _HEADER_OF_PAGE:
            return
        cells = min(int.from_bytes(page[start + 3 : start + 5], "big"), self._size // 4)
        first = start + _HEADER_OF_PAGE[kind]
        for place in range(first, min(first + 2 * cells, self._size - 1), 2):
            payload = self._payload(page, int.from_bytes(page[place : place + 2], "big"), kind)
            row = _row(payload) if payload is not None else None
            if row is not None:
                yield row

    def _page(self, number: int) -> bytes:
        return self._data[(number - 1) * self._size : number * self._size]

    def _payload(self, page: bytes, at: int, kind: int) -> bytes | None:
        """The bytes of a row, those on other pages too; None when they are not all there."""
        at += 4 if kind == _INNER_INDEX else 0
        length, at = _varint(page, at)
        if kind == _LEAF_TABLE:
            _, at = _varint(page, at)
        if not 0 < length <= min(_LARGEST, len(self._data)) or length > self._left:
            return None
        self._left -= length
        here = self._kept_here(length, kind)
        found = page[at : at + here]
        following = int.from_bytes(page[at + here : at + here + 4], "big") if here < length else 0
        while len(found) < length:
            if not 0 < following <= self.count:
                return None
            more = self._page(following)
            following = int.from_bytes(more[:4], "big")
            found += more[4 : 4 + length - len(found)]
        return found

    def _kept_here(self, length: int, kind: int) -> int:
        """How many bytes of a row stand on its own page."""
        most = self._size - 35 if kind == _LEAF_TABLE else (self._size - 12) * 64 // 255 - 23
        least = (self._size - 12) * 32 // 255 - 23
        if length <= most:
            return length
        here = least + (length - least) % (self._size - 4)
        return here if here <= most else least


def _row(payload: bytes) -> tuple[Value, ...] | None:
    """The values of a row; None when the bytes are none."""
    header, at = _varint(payload, 0)
    if not at <= header <= len(payload):
        return None
    place = header
    values: list[Value] = []
    while at < header:
        kind, at = _varint(payload, at)
        size = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind] if kind < 12 else (kind - 12) // 2
        value = payload[place : place + size]
        place += size
        if len(value) < size or kind in (7, 10, 11):
            return None
        if kind >= 12:
            values.append(value if kind % 2 == 0 else value.decode("utf-8", "replace"))
        else:
            values.append({0: None, 8: 0, 9: 1}.get(kind, int.from_bytes(value, "big", signed=True)))
    return tuple(values) if place == len(payload) else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """(a number of one to nine bytes, the place behind it); 0 where the bytes end."""
    value = 0
    for step in range(9):
        if at >= len(data):
            return 0, at
        byte = data[at]
        at += 1
        if step == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at
