"""The XML of a workbook, a piece at a time: tags by their local name, so that prefixes and forms do not matter."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

_PIECE = 64 * 1024
_Tags = Callable[[str, Mapping[str, str]], None]


class Broken(ValueError):  # noqa: N818 - says what it is
    """A part that is not there, or says what cannot be."""


def walk(
    data: bytes, begin: _Tags, end: Callable[[str], None] | None = None, said: Callable[[str], None] | None = None,
    look: Callable[[], None] = lambda: None,
) -> None:  # fmt: skip
    """Give the tags and the text of a part one after the other, a piece at a time so that it can be stopped.

    Broken for what is no XML, and for XML that declares something.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, values: begin(
        _local(tag), {_local(key): value for key, value in values.items()} if values else values
    )
    if end is not None:
        parser.EndElementHandler = lambda tag: end(_local(tag))
    if said is not None:
        parser.CharacterDataHandler = said
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for place in range(0, len(data), _PIECE):
            look()
            parser.Parse(data[place : place + _PIECE], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Broken(str(error)) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise Broken("a part declares something")
