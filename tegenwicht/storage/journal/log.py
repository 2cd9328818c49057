"""The write-ahead log of a journal that was not closed well: whether it lost something, and getting that out.

SQLite reads a log up to the first frame whose checksum is wrong and passes over the rest without a word, for
that is what an interrupted write looks like. Every action is synced before it is confirmed, so damage can be
told from that: SQLite's index beside the log knows how many frames there were, and behind an interrupted write
no finished one follows. The format: https://www.sqlite.org/fileformat2.html and walformat.html.
"""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MAGIC = 0x377F0682
_BIG_ENDIAN = 1
"""Added to the magic number when checksums are reckoned in big-endian words."""
_VERSION = 3007000
_HEADER, _FRAME_HEADER = 32, 24
_USUAL_PAGE = 1024
_INDEX_HEADER = 48
MOST_BYTES = 32 * 1024 * 1024
"""A log is emptied when it has a megabyte; one that is far larger is none of ours."""
_MANY = 0xFFFFFFFF
_TRIES = 5

Sums = tuple[int, int]


class Frame(NamedTuple):
    """A page in a log. size: of the database after it, in pages, when it ends a transaction; else 0."""

    place: int
    size: int
    salt: bytes
    sums: Sums


def has_lost_something(database: Path) -> bool:
    """Whether the log beside a database held finished transactions that SQLite would pass over. OSError.

    So it is of a log that is too large to look at.
    """
    log = database.with_name(database.name + "-wal")
    if is_too_large(log):
        return True
    for _ in range(_TRIES):
        frames = _frames_in_index(database.with_name(database.name + "-shm"))
        data = _bytes(log)
        if len(data) <= _HEADER or not _lost(data, *frames):
            return False
        if _bytes(log) == data:  # else another copy of the app wrote in it meanwhile
            return True
    return False


def is_too_large(log: Path) -> bool:
    """Whether there is more in a log than can be looked at. OSError."""
    return os.path.exists(log) and log.stat().st_size > MOST_BYTES


def _lost(data: bytes, salt: bytes, count: int) -> bool:
    """count: how many frames the index with that salt knew."""
    page, order = _page_and_order(data)
    if not order:
        return any(data[_HEADER:])
    sums, good = _sums_of_header(data), 0
    frames = list(_frames(data, page))
    for frame in frames:
        if frame.salt != data[16:24]:
            break
        sums = _added(sums, data[frame.place : frame.place + 8], order)
        sums = _added(sums, data[frame.place + _FRAME_HEADER : frame.place + _FRAME_HEADER + page], order)
        if sums != frame.sums:
            break
        good += 1
    if salt == data[16:24] and count > good:
        return True
    behind = [frame for frame in frames[good + 1 :] if frame.salt == data[16:24]]
    return any(frame.size for frame in behind[:-1])


def mend(database: Path) -> bool:
    """Make SQLite read every frame of a log, the damaged one too; whether there was anything to mend.

    For a copy from which is got what can be got. Frames of an earlier time, which are behind the last in a log
    that was begun anew, stay out.
    """
    log = database.with_name(database.name + "-wal")
    data = _bytes(log)
    page, order = _page_and_order(data)
    frames = list(_frames(data, page))
    if not frames:
        return False
    salt = (
        bytes(data[16:24]) if order else frames[len(frames) > 1].salt
    )  # the first page may be what is damaged
    order = order or "<"
    mended = _chained(data, page, order, salt)
    log.write_bytes(mended)
    return mended != data


def _chained(data: bytes, page: int, order: str, salt: bytes) -> bytes:
    """A log with the frames that have this salt, all checksums right."""
    magic = _MAGIC + (_BIG_ENDIAN if order == ">" else 0)
    head = struct.pack(">4I", magic, _VERSION, page, 0) + salt
    sums = _added((0, 0), head, order)
    made = bytearray(head + struct.pack(">2I", *sums))
    last = max((frame.place for frame in _frames(data, page) if frame.salt == salt), default=0)
    for frame in _frames(data, page):
        if frame.place > last:
            break
        body = data[frame.place + _FRAME_HEADER : frame.place + _FRAME_HEADER + page]
        start = data[frame.place : frame.place + 8]
        if frame.salt != salt and not any(start):  # a page of zeros over a frame: what was in it is gone
            continue
        sums = _added(_added(sums, start, order), body, order)
        made += start + salt + struct.pack(">2I", *sums) + body
    return bytes(made)


def _frames(data: bytes, page: int) -> Iterator[Frame]:
    for place in range(_HEADER, len(data) - page - _FRAME_HEADER + 1, page + _FRAME_HEADER):
        _, size, salt, one, two = struct.unpack_from(">2I8s2I", data, place)
        yield Frame(place, size, salt, (one, two))


def _page_and_order(data: bytes) -> tuple[int, str]:
    """(bytes in a page, order of bytes for checksums: ">", "<", or "" when the header is wrong)."""
    if len(data) < _HEADER:
        return _USUAL_PAGE, ""
    magic, version, page, _ = struct.unpack_from(">4I", data)
    order = {_MAGIC: "<", _MAGIC + _BIG_ENDIAN: ">"}.get(magic, "")
    if not order or version != _VERSION or _added((0, 0), data[:24], order) != _sums_of_header(data):
        return _USUAL_PAGE, ""
    return page, order


def _sums_of_header(data: bytes) -> Sums:
    one, two = struct.unpack_from(">2I", data, 24)
    return one, two


def _added(sums: Sums, data: bytes, order: str) -> Sums:
    """SQLite's checksum, going on from ``sums``; ``data`` is a multiple of 8 bytes."""
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & _MANY
        two = (two + second + one) & _MANY
    return one, two


def _frames_in_index(path: Path) -> tuple[bytes, int]:
    """(salt, how many frames) by SQLite's index of the log; no frames when it is not there or not sound."""
    data = _bytes(path)
    if len(data) < 2 * _INDEX_HEADER or data[:_INDEX_HEADER] != data[_INDEX_HEADER : 2 * _INDEX_HEADER]:
        return b"", 0
    (frames,) = struct.unpack_from("=I", data, 16)
    return data[32:40], frames


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
