"""The characters of a deck: from bytes to text, and which characters have no place in it.

Refused are control characters, characters that change the direction of reading and characters that
cannot be seen: with those a text can say something else than what is on the screen.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from tegenwicht.i18n import tr
from tegenwicht.storage.decks.problems import Report, Spot
from tegenwicht.storage.seeming import wide_encoding

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; not tab and line breaks
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of reading
    "\xad\u034f\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # zero width
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters that look like a space
    "\u2028\u2029"  # line and paragraph separator
    "\ud800-\udfff\ufff0-\ufffc\ufffe\uffff"  # halves of characters and no characters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # zero width again, and tags
    "]"
)

BREAKS = re.compile("[\t\r\n]")

_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DASHES = "\u2010-\u2015\u2212\u2022\u00b7"
_AT_THE_START = re.compile(f"[ \t{_SPACES}]*")
_ODD_SPACE = re.compile(f"[{_SPACES}]")
_ODD_DASH = re.compile(f"[{_DASHES}][ {_SPACES}]")
_KEY = re.compile(f"(?:-[ {_SPACES}])?[a-z]{{1,20}}[ {_SPACES}]{{0,4}}[:\uff1a][ {_SPACES}]?")
_ODD_COLON = "\uff1a"
QUOTES = "“”„‟‘’‚‛«»‹›´`"
"""What a word processor makes of quotes; YAML takes them for letters."""

_MOST_LOOKALIKES = 20

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_AFTER_CONTROLS = "\xa0"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_STAND_IN = "\ufffd"
_LINE_ENDS = "\u2028\u2029"
_EACH_TOLD = 5
"""So often the places of one hidden character are told one by one; more often only the first, and nothing else."""
_MOST_PLACES = 200


def decode(data: bytes, report: Report) -> str:
    """The text of a file. Hidden characters are reported, then replaced one for one so reading can go on.

    A byte order mark at the start, as Windows editors write it, is skipped.
    Stops with a problem at the first byte that is not UTF-8.
    """
    data = as_utf_8(data).removeprefix(_BYTE_ORDER_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        found = f"byte 0x{data[error.start]:02X}"
        report.stop(
            spot(before, len(before)),
            tr("verwacht tekst in UTF-8; gevonden {found}: sla het bestand in je editor op als UTF-8").format(
                found=found
            ),
        )
    return _without_hidden(text, report) if HIDDEN.search(text) else text


def as_utf_8(data: bytes) -> bytes:
    """The same, where a file is in UTF-16 or UTF-32, as "Unicode" of Notepad; else as it is."""
    wide = wide_encoding(data)
    try:
        return data.decode(wide).encode() if wide else data
    except UnicodeError:
        return data


def lookalikes(text: str) -> Iterator[tuple[Spot, str]]:
    """What looks like a space, dash or colon where YAML needs a real one; the first in each line.

    Only where the line begins: in the words of a card such signs are as good as any.
    """
    found = ((line, _lookalike(words)) for line, words in enumerate(text.splitlines()))
    named = ((Spot(line, place[0]), place[1]) for line, place in found if place)
    yield from islice(named, _MOST_LOOKALIKES)


def _lookalike(line: str) -> tuple[int, str] | None:
    """(column from 0, what to do) of the first such sign in a line."""
    start = _AT_THE_START.match(line)
    begin = start.end() if start else 0
    if _ODD_DASH.match(line, begin):
        return begin, tr("teken {character} (U+{code:04X}) is geen gewoon streepje: typ hier -").format(
            character=line[begin], code=ord(line[begin])
        )
    key = _KEY.match(line, begin)
    end = key.end() if key else min(len(line), begin + 2 * line.startswith("-", begin))
    if space := _ODD_SPACE.search(line, 0, end):
        code = f"U+{ord(space[0]):04X}"
        return (
            space.start(),
            tr(
                "teken {character} ziet eruit als een spatie, maar is er geen: typ hier een gewone spatie"
            ).format(character=code),
        )
    colon = line.find(_ODD_COLON, begin, end)
    if colon >= 0:
        return colon, tr("teken {character} (U+FF1A) is geen gewone dubbele punt: typ hier :").format(
            character=_ODD_COLON
        )
    return None


def spot(text: str, index: int) -> Spot:
    """The line and column of a character; lines end as in YAML, with LF, CR or both."""
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n")
    return Spot(line, index - 1 - max(before.rfind("\n"), before.rfind("\r")))


def told(character: str) -> str:
    """What is wrong with a hidden character, and what to do."""
    if character in _LINE_ENDS:
        return tr(
            "teken U+{code:04X} is een regeleinde dat hier niet kan: typ op deze plek Enter, of "
            "bewaar het bestand als platte tekst"
        ).format(code=ord(character))
    if character in _TURNING:
        kind = tr("verandert de leesrichting")
    elif character < _AFTER_CONTROLS:
        kind = tr("is een stuurteken")
    else:
        kind = tr("is onzichtbaar")
    return tr("teken U+{code:04X} {kind}: typ de tekst rond deze plek opnieuw").format(
        code=ord(character), kind=kind
    )


def shown(value: str, most: int = 40) -> str:
    """A found value between quotes for in a message: not too long, and nothing in it hidden."""
    short = value if len(value) <= most else f"{value[:most]}…"
    return f'"{visible(short)}"'


def visible(value: str) -> str:
    """The same text with the code point in place of each character that cannot be seen."""
    return BREAKS.sub(_code_point, HIDDEN.sub(_code_point, value))


def _code_point(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def _without_hidden(text: str, report: Report) -> str:
    """With a sign that can be seen in the place of each hidden one."""
    counts = Counter(HIDDEN.findall(text))
    for match in islice(_to_tell(text, counts), _MOST_PLACES):
        often = counts[match[0]]
        many = tr("; het staat hier {often} keer").format(often=often) if often > _EACH_TOLD else ""
        report.add(spot(text, match.start()), told(match[0]) + many)
    if max(counts.values()) > _EACH_TOLD:  # what else is wrong comes of it
        raise report.failure()
    return HIDDEN.sub(_STAND_IN, text)


def _to_tell(text: str, counts: Counter[str]) -> Iterator[re.Match[str]]:
    seen: set[str] = set()
    for match in HIDDEN.finditer(text):
        if counts[match[0]] <= _EACH_TOLD or match[0] not in seen:
            seen.add(match[0])
            yield match
