"""Files with something wrong in them: bytes changed by chance, and text and JSON changed by their grammar."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

NASTY = (
    b"", b" ", b"\t", b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"0", b"-1", b"1e999", b"nan", b"9" * 400, b"-0",
    b"null", b"true", b"no", b"1:30", b"2021-01-01", b"'", b'"', b'""', b"\\", b"\\u0000", b"\\ud800", b"\\U00110000",
    b"{", b"}", b"[", b"]", b"{}", b"[]", b": ", b"- ", b"? ", b"# ", b"&a ", b"*a", b"!!str ",
    b"!!python/object:os.system ",
    b"<<: *a", b"---\n", b"...\n", b"%TAG ! x\n", b"|", b">", b"@", b"`", b",", b";", b"=1+1", b"=cmd|'/c calc'!A1",
    b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xf0\x9f\x98\x80", b"e\xcc\x81", b"\xed\xa0\x80", b"a" * 5000, b"[" * 3000,
    b"{" * 3000, b"- " * 3000, b"(" * 500, b"<!ENTITY a 'b'>", b"&a;", b"&#0;", b"<c/>", b"]]>", b"<![CDATA[", b"id",
    b"cards", b"kind", b"deeper", b"rank", b"events", b"SessionStarted", b"Undone", b"version", b"sep=;\n",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 10**30, 1e308, -0.0, 0.5, "", "x", "a" * 5000, "\x00", "\u202e", "\ud83d", "2026-11-21",
    "tegenwicht", "client", [], {}, [[]], [None], {"": None}, {"kind": "Undone", "number": 0}, [0] * 2000,
)  # fmt: skip
_TOKEN = re.compile(rb"\s+|\w+|[^\w\s]")
_DEEP = 4000

Mutator = Callable[[bytes, Random], bytes]


def of_bytes(data: bytes, dice: Random) -> bytes:
    """A few bytes changed, taken out, put in or repeated; or the end gone."""
    found = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 4, 16))):
        place, length = dice.randrange(len(found) + 1), dice.choice((1, 1, 2, 8, 64, 512))
        piece = bytes(found[place : place + length])
        found[place : place + length] = dice.choice(
            (dice.randbytes(len(piece)), b"", dice.choice(NASTY) + piece, piece * 2, piece[::-1])
        )
    return bytes(found[: dice.randrange(len(found) + 1)] if dice.random() < 0.05 else found)


def of_tokens(data: bytes, dice: Random) -> bytes:
    """Words, signs and white space changed, taken out, doubled, swapped; lines moved."""
    split = bytes.splitlines if dice.random() < 0.3 else _TOKEN.findall
    tokens: list[bytes] = split(data, True) if split is bytes.splitlines else list(_TOKEN.findall(data))
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        if not tokens:
            break
        one, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        match dice.randrange(6):
            case 0:
                del tokens[one]
            case 1:
                tokens[one] = dice.choice(NASTY)
            case 2:
                tokens[one], tokens[other] = tokens[other], tokens[one]
            case 3:
                tokens[one:one] = [tokens[other]] * dice.choice((1, 2, 50))
            case 4:
                tokens.insert(one, dice.choice(NASTY))
            case _:
                tokens[one:one] = tokens[min(one, other) : min(one, other) + dice.randrange(40)]
    return b"".join(tokens)


def of_json(data: bytes, dice: Random) -> bytes:
    """Somewhere in the tree a value is another value, a key is gone, doubled or new, or it goes deep."""
    found = json.loads(data)
    for _ in range(dice.choice((1, 1, 2, 3))):
        inside, key = dice.choice(_places(found))
        match dice.randrange(5):
            case 0:
                inside[key] = dice.choice(VALUES)
            case 1:
                del inside[key]
            case 2:
                inside[key] = dice.choice(_places(found))[0]
            case 3 if isinstance(inside, dict):
                inside[dice.choice(("", "x", "kind", "é", "id"))] = dice.choice(VALUES)
            case _ if isinstance(inside, list):
                inside.insert(key, dice.choice(VALUES))
        if not _places(found):
            break
    try:
        text = json.dumps(found, ensure_ascii=dice.random() < 0.5)
    except (ValueError, RecursionError):  # it contains itself now
        return data.replace(b"[", b"[" * dice.randrange(_DEEP), 1)
    return text.encode("utf-8", "surrogatepass")


def _places(found: Any) -> list[tuple[Any, Any]]:
    """(container, key) of everything that is inside something; what comes back to itself only once."""
    places: list[tuple[Any, Any]] = []
    todo, seen = [found], set[int]()
    while todo:
        one = todo.pop()
        if id(one) in seen or not isinstance(one, dict | list):
            continue
        seen.add(id(one))
        keys = list(one) if isinstance(one, dict) else range(len(one))
        places += [(one, key) for key in keys]
        todo += [one[key] for key in keys]
    return places


def of_parts(data: bytes, dice: Random) -> bytes:
    """A part of a workbook (a zip of XML) changed by tokens, gone, or doubled."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        chosen = dice.choice(names)
        for name in names:
            part = old.read(name)
            if name != chosen:
                new.writestr(name, part)
                continue
            if dice.random() < 0.9:
                new.writestr(name, of_tokens(part, dice))
            if dice.random() < 0.05:
                new.writestr(name + "2", part)
    return out.getvalue()
