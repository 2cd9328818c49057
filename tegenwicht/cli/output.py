"""What a command says, wherever that goes: a terminal, a file in an old encoding, a pipe that is closed.

Words come from titles, names of files and what people typed. So whatever is printed passes here: signs that
cannot be seen, such as the codes that move a terminal's cursor, are named; signs that the encoding lacks become
the nearest there is; and where nobody listens any more the command goes on with its work.
"""

import errno
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_NEAREST = {
    "→": "->", "←": "<-", "–": "-", "—": "-", "‑": "-", "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'",
    "’": "'", "‚": "'", "•": "*", "·": "-", "€": "EUR", "✓": "v", "×": "x", "≥": ">=", "≤": "<=", "\xa0": " ",
}  # fmt: skip
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CLOSED = (errno.EPIPE, errno.EINVAL, errno.ESHUTDOWN)
"""Nobody reads any more; Windows says EINVAL."""


class Output:
    """A stream to print to, around another; ``failed`` is why something could not be written, if anything."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._is_open = True
        self.failed = ""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """As any stream; never raises for what is in the text or for who reads it."""
        if self._is_open:
            try:
                self._stream.write(fitting(text, getattr(self._stream, "encoding", None) or "utf-8"))
            except OSError as error:
                self._close(error)
        return len(text)

    def flush(self) -> None:
        """As any stream."""
        if self._is_open:
            try:
                self._stream.flush()
            except OSError as error:
                self._close(error)

    def _close(self, error: OSError) -> None:
        """Say no more. What still waits goes nowhere, else Python tries it again at its end."""
        self._is_open = False
        if error.errno not in _CLOSED:
            from tegenwicht.storage.reasons import why_not

            self.failed = why_not(error)
        with suppress(OSError, ValueError):  # a stream without a number has nothing that waits
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


def fitting(text: str, encoding: str) -> str:
    """The text as a stream in this encoding can have it, with nothing hidden in it."""
    text = _visible(text)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fitting_sign(sign, encoding) for sign in text)
    except LookupError:
        return text.encode("ascii", "replace").decode()
    return text


def _visible(text: str) -> str:
    """With the number of a sign in the place of one that cannot be seen; the lines stay as they are."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    from tegenwicht.storage.decks.text import HIDDEN

    def number(found: re.Match[str]) -> str:
        return f"<U+{ord(found[0]):04X}>"

    return HIDDEN.sub(number, _ODD.sub(number, text))


def _fitting_sign(sign: str, encoding: str) -> str:
    """The sign; else what is nearest to it, else the letter without its accent, else a question mark."""
    for one in (sign, _NEAREST.get(sign, ""), unicodedata.normalize("NFKD", sign)[:1]):
        with suppress(UnicodeEncodeError):
            one.encode(encoding)
            if one:
                return one
    return "?"


@contextmanager
def guarded() -> Iterator[list[Output]]:
    """While a command runs, all that it prints passes here. Gives the streams: output, and errors."""
    before: list[Any] = [sys.stdout, sys.stderr]  # None where there is no console
    inside: list[Any] = [one and Output(one) for one in before]
    sys.stdout, sys.stderr = inside
    try:
        yield [one for one in inside if one]
    finally:
        for one in filter(None, inside):
            one.flush()
        sys.stdout, sys.stderr = before
