"""JSON that nobody vouches for: strict, bounded, and with the place of each event in the text."""

import json
import re
from collections.abc import Iterator

from tegenwicht.i18n import tr
from tegenwicht.storage.patience import Patience
from tegenwicht.storage.seeming import SESSION, seems

MOST_BYTES = 20 * 1024 * 1024
MOST_EVENTS = 20_000
_LONGEST_NUMBER = 20
"""Digits of a whole number; the longest that means anything here has six."""

_SPACE = re.compile(r"[ \t\n\r]*")

Places = list[tuple[int, object]]
"""(place in the text, value) of each event."""


class Wrong(Exception):  # noqa: N818 - says what it is
    """Something is wrong at a character of the text; ``event`` counts from 1, 0 for none."""

    def __init__(self, message: str, place: int = 0, event: int = 0) -> None:
        super().__init__(message)
        self.place, self.event = place, event


def wrong(what: str, found: str, then: str = "", *, place: int = 0, event: int = 0) -> Wrong:
    """ "verwacht …, gevonden …; …": what was expected, what was found, and what to do."""
    said = tr("verwacht {what}, gevonden {found}").format(what=what, found=found)
    return Wrong(f"{said}; {then}" if then else said, place, event)


def shown(value: object) -> str:
    """A found value, short and on one line."""
    text = tr("niets") if value is None else json.dumps(value, ensure_ascii=True, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


def text_of(data: bytes) -> str:
    """The bytes as text. Wrong when there are too many or they are not UTF-8."""
    no_session = tr("dit is geen bewaarde sessie")
    if len(data) > MOST_BYTES:
        most = tr("hoogstens {most} MB").format(most=MOST_BYTES // 1024**2)
        raise wrong(most, tr("meer"), no_session)
    session = tr("een bewaarde sessie (.tegenwicht)")
    choose = tr("kies een bestand dat op .tegenwicht eindigt")
    found = seems(data)
    if found not in ("", SESSION):
        raise wrong(session, found, "" if ": " in found else choose)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = tr("byte {byte} op plaats {place}").format(byte=f"{data[error.start]:#04x}", place=error.start)
        raise wrong(tr("tekst in UTF-8"), byte, tr("bewaar het bestand als UTF-8")) from error
    if text.strip() and not text.lstrip().startswith("{"):
        raise wrong(session, shown(text[:80]), choose, place=len(text) - len(text.lstrip()))
    return text


def parts_of(text: str, patience: Patience | None = None) -> tuple[dict[str, object], Places]:
    """(the fields of the outermost object, with a number for the events; each event with its place)."""
    scan = _Scanner(text)
    scan.sign("{")
    found: dict[str, object] = {}
    events: Places = []
    more = not scan.comes("}")
    while more:
        begin = scan.next_place()
        key = scan.value()
        if not isinstance(key, str) or key in found:
            raise wrong(tr("elk veld één keer"), shown(key), tr("haal er een weg"), place=begin)
        scan.sign(":")
        if key == "events":
            events = list((patience or Patience()).through(_listed(scan)))
        found[key] = len(events) if key == "events" else scan.value()
        more = scan.sign(",", "}") == ","
    scan.end()
    return found, events


def _listed(scan: "_Scanner") -> Iterator[tuple[int, object]]:
    scan.sign("[")
    number, more = 0, not scan.comes("]")
    while more:
        number += 1
        place = scan.next_place()
        if number > MOST_EVENTS:
            most = tr("hoogstens {most} gebeurtenissen").format(most=MOST_EVENTS)
            raise wrong(most, tr("meer"), tr("dit is geen bewaarde sessie"), place=place)
        yield place, scan.value(number)
        more = scan.sign(",", "]") == ","


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            twice = tr("{key} twee keer").format(key=shown(key))
            raise wrong(tr("elk veld één keer"), twice, tr("haal er een weg"))
        found[key] = value
    return found


def _whole(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise wrong(tr("een klein getal"), shown(text), tr("haal het weg"))
    return int(text)


def _fraction(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise wrong(tr("een klein getal"), shown(text), tr("haal het weg"))
    return number


def _constant(text: str) -> object:
    raise wrong(tr("een getal"), text, tr("haal het weg"))


class _Scanner:
    """Walks through the outermost object of a JSON text, so that the place of each part is known."""

    def __init__(self, text: str) -> None:
        self.text, self.place = text, 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_constant
        )

    def next_place(self) -> int:
        """Where the next value or sign begins."""
        space = _SPACE.match(self.text, self.place)
        self.place = space.end() if space else self.place
        return self.place

    def sign(self, *allowed: str) -> str:
        """The next sign, which is one of these."""
        found = self.text[self.next_place() : self.place + 1]
        if found not in allowed:
            raise self._expected(tr(" of ").join(allowed))
        self.place += 1
        return found

    def comes(self, sign: str) -> bool:
        """Whether the next sign is this one; then it was read."""
        found = self.text.startswith(sign, self.next_place())
        self.place += found
        return found

    def value(self, event: int = 0) -> object:
        """The next value, whatever it is."""
        begin = self.next_place()
        try:
            found, self.place = self._decoder.raw_decode(self.text, begin)
        except json.JSONDecodeError as error:
            self.place = error.pos
            raise self._expected("JSON", event) from error
        except Wrong as error:
            raise Wrong(str(error), begin, event) from error
        except RecursionError as error:
            deep = tr("een te diepe nesting")
            what = tr("hooguit enkele niveaus")
            raise wrong(what, deep, tr("dit is geen bewaarde sessie"), place=begin, event=event) from error
        return found

    def end(self) -> None:
        """There is nothing more."""
        if self.next_place() < len(self.text):
            raise self._expected(tr("het einde van het bestand"))

    def _expected(self, what: str, event: int = 0) -> Wrong:
        found = self.text[self.place : self.place + 20]
        there = shown(found) if found else tr("het einde van het bestand")
        return wrong(what, there, tr("vraag het bestand opnieuw op"), place=self.place, event=event)
