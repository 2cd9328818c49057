"""What a session file says, checked: its head, each event by itself, and all of them together by the rules.

Each problem is told in Dutch with its place: what was expected, what was found, what to do.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from tegenwicht.game import events as game_events
from tegenwicht.game import rules
from tegenwicht.game.cards import Deck
from tegenwicht.game.editions import EDITION
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.game.state import Timeline
from tegenwicht.i18n import tr
from tegenwicht.storage.exchange.session_json import MOST_BYTES, Wrong, parts_of, shown, text_of, wrong
from tegenwicht.storage.journal import codec
from tegenwicht.storage.patience import EndedEarly, Patience

__all__ = ["FORMAT", "MOST_BYTES", "VERSION", "BadSessionFile", "FoundSession", "read_session"]

FORMAT = "tegenwicht-sessie"
VERSION = 1
LONGEST_TEXT = 2000
MOST_CARDS = 9999
YEARS = range(2000, 2200)
"""In which a session can have been; farther away not every system can tell the time in its own zone."""


_TEXTS = ("format", "mode", "title", "started")
_KNOWN_FIELDS = (*_TEXTS, "id", "changed", "anonymous", "version", "events")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ODD = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of a text around."""


class BadSessionFile(Exception):  # noqa: N818 - says what it is
    """A file that cannot be taken in; the message is Dutch: where, what was expected and found, what to do."""


class FoundSession(NamedTuple):
    """What a session file holds. id: empty when the file gives none. started, changed: ISO 8601 in UTC."""

    id: str
    title: str
    started: str
    changed: str
    events: list[game_events.Event]
    timeline: Timeline


def read_session(data: bytes, name: str, patience: Patience | None = None) -> FoundSession:
    """The session in the bytes of the file ``name``. BadSessionFile when there is anything wrong with it."""
    text = ""
    try:
        text = text_of(data)
        return _understood(text, patience or Patience())
    except EndedEarly as error:
        raise BadSessionFile(f"{name}: {error}") from error
    except Wrong as error:
        before = text[: error.place]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        event = tr("gebeurtenis {n}: ").format(n=error.event) if error.event else ""
        raise BadSessionFile(f"{name}:{line}:{column}: {event}{error}") from error


def _understood(text: str, patience: Patience) -> FoundSession:
    found, places = parts_of(text, patience)
    _check_head(found)
    own = mode_named(str(found["mode"])).EVENTS
    events = [
        _event(value, own, place, number) for number, (place, value) in enumerate(patience.through(places), 1)
    ]
    _check_deck(events[0], places[0][0])
    timeline = _replayed(events, [place for place, _ in places], patience)
    setup = timeline.session.setup
    for key, value in (("mode", setup.mode), ("title", setup.title)):
        if found[key] != value:
            same = tr("hetzelfde als in de eerste gebeurtenis, {value}").format(value=shown(value))
            raise _in_field(key, same, found[key])
    started = _moment(found, "started")
    changed = _moment(found, "changed") if "changed" in found else started
    return FoundSession(str(found.get("id", "")), setup.title, started, changed, events, timeline)


# -- the head


def _in_field(key: str, what: str, found: object, then: str = "") -> Wrong:
    return Wrong(f"{key}: {wrong(what, shown(found), then)}")


def _check_head(found: dict[str, object]) -> None:
    if found.get("format") != FORMAT:
        no_session = tr("dit is geen sessie van Tegenwicht")
        raise wrong(f'"format": "{FORMAT}"', shown(found.get("format")), no_session)
    _check_version(found.get("version"))
    for key in found:
        if key not in _KNOWN_FIELDS:
            known = tr("alleen {known}").format(known=", ".join(_KNOWN_FIELDS))
            raise wrong(known, shown(key), tr("haal dat veld weg"))
    for key in (*_TEXTS, *(key for key in ("id", "changed") if key in found)):
        if not isinstance(found.get(key), str):
            raise _in_field(key, tr("een tekst"), found.get(key))
    if not isinstance(found.get("anonymous", True), bool):
        raise _in_field("anonymous", tr("true of false"), found["anonymous"])
    if not found.get("events"):
        raise _in_field(
            "events", tr("een lijst met gebeurtenissen"), None, tr("vraag het bestand opnieuw op")
        )
    if "id" in found and not _ID.fullmatch(str(found["id"])):
        raise _in_field("id", tr("letters en cijfers"), found["id"])
    if found["mode"] not in MODES:
        one_of = tr("een van {names}").format(names=", ".join(MODES))
        raise _in_field("mode", one_of, found["mode"], _perhaps_newer())


def _perhaps_newer() -> str:
    return tr("misschien kent een nieuwere Tegenwicht die")


def _check_version(version: object) -> None:
    expected = tr("versie {version}").format(version=VERSION)
    if type(version) is int and version > VERSION:
        raise wrong(expected, shown(version), tr("haal een nieuwere Tegenwicht"))
    if type(version) is not int or version != VERSION:
        raise wrong(expected, shown(version))


def _moment(found: dict[str, object], key: str) -> str:
    try:
        moment = datetime.fromisoformat(str(found[key])).astimezone(UTC)
        if moment.year not in YEARS:
            raise ValueError(moment.year)
        return moment.isoformat(timespec="milliseconds")
    except (ValueError, OverflowError, OSError) as error:  # OSError: Windows, for a time without a zone
        raise _in_field(key, tr("een tijd zoals 2026-11-21T10:00:00+00:00"), found[key]) from error


# -- an event


def _event(
    value: object, own: tuple[type[game_events.Event], ...], place: int, number: int
) -> game_events.Event:
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise wrong('{"kind": …}', shown(value), place=place, event=number)
    rest = {key: one for key, one in value.items() if key != "kind"}
    try:
        event = codec.decode(value["kind"], json.dumps(rest).encode(), own)
    except codec.CodecError as error:
        raise Wrong(_in_dutch(str(error)), place, number) from error
    if isinstance(event, game_events.SessionStarted) and event.edition > EDITION:
        known = tr("spelregels tot en met {n}").format(n=EDITION)
        raise wrong(known, str(event.edition), tr("haal een nieuwere Tegenwicht"), place=place, event=number)
    what, found = _out_of_range(event)
    if what:
        raise wrong(what, found, tr("kort het in"), place=place, event=number)
    return event


def _out_of_range(event: game_events.Event) -> tuple[str, str]:
    """(what was expected, what was found) where an action would have been refused; empty when all is well."""
    for text in _texts(event):
        if len(text) > LONGEST_TEXT or _ODD.search(text):
            most = tr("een tekst tot {most} tekens zonder stuurtekens").format(most=LONGEST_TEXT)
            return most, shown(text)
    match event:
        case game_events.ParticipantAdded(_, name, _) | game_events.ParticipantRenamed(_, name, _) if (
            len(name) > rules.LONGEST_NAME
        ):
            return tr("een naam tot {most} tekens").format(most=rules.LONGEST_NAME), str(len(name))
        case game_events.LearningPointWritten(_, text) if len(text) > rules.LONGEST_LEARNING_POINT:
            most = tr("een leerpunt tot {most} tekens").format(most=rules.LONGEST_LEARNING_POINT)
            return most, str(len(text))
        case game_events.SessionStarted(_, Deck(cards=cards), _) if len(cards) > MOST_CARDS:
            return tr("hoogstens {most} kaarten").format(most=MOST_CARDS), str(len(cards))
    return "", ""


def _texts(value: object) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _replayed(events: list[game_events.Event], places: list[int], patience: Patience) -> Timeline:
    try:
        return rules.replay(patience.through(events))
    except rules.ReplayError as error:
        number = error.number
        found = tr("{kind}, en dat past niet na wat eraan voorafging").format(
            kind=type(events[number]).__name__
        )
        then = tr("vraag het bestand opnieuw op")
        what = tr("iets wat hier kan gebeuren")
        raise wrong(what, found, then, place=places[number], event=number + 1) from error


def _check_deck(first: game_events.Event, place: int) -> None:
    """A deck is held to the same rules wherever it comes from."""
    if isinstance(first, game_events.SessionStarted):
        from tegenwicht.storage.decks.drafts import problem_of

        if problem := problem_of(first.deck):
            what = tr("een kaartset die klopt")
            raise wrong(what, problem, tr("vraag het bestand opnieuw op"), place=place, event=1)


_Answer = Callable[[list[str]], Wrong]


def _in_dutch(message: str) -> str:
    """What the codec found wrong, as far as its words are known."""
    newer = _perhaps_newer()
    answers: tuple[tuple[str, _Answer], ...] = (
        (r"no event is called (.*)", lambda part: wrong(tr("een gebeurtenis die deze spelvorm kent"), part[0], newer)),
        (r".*unknown field '(.*)'", lambda part: wrong(tr("alleen bekende velden"), part[0], newer)),
        (r".*missing required field `(\w+)`.*", lambda part: wrong(tr("het veld {0}").format(*part), tr("niets"))),
        (r".*Expected `array` of length (\d+), got (\d+).*", lambda part: wrong(tr("{0} waarden").format(*part), part[1])),
        (r".*Expected `(.*?)`, got `(.*?)`(.*)", lambda part: wrong(_type(part[0]), _type(part[1]) + _where(part[2]))),
        (r".*Invalid enum value (.*?)( - at .*)?", lambda part: wrong(tr("een bekende waarde"), part[0] + _where(part[1]))),
    )  # fmt: skip
    for pattern, answer in answers:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return str(answer([(part or "")[:60] for part in found.groups()]))
    return str(wrong(tr("een gebeurtenis van Tegenwicht"), tr("iets wat niet te lezen is")))


def _where(text: str) -> str:
    """ " (bij setup.rounds)" from " - at `$.setup.rounds`"."""
    found = re.search(r"at `\$\.?(.*)`", text)
    return tr(" (bij {field})").format(field=found[1]) if found and found[1] else ""


def _type(name: str) -> str:
    known = {
        "str": tr("een tekst"), "int": tr("een heel getal"), "float": tr("een getal"), "array": tr("een lijst"),
        "bool": tr("true of false"), "object": tr("een object"), "null": tr("niets"),
    }  # fmt: skip
    return tr(" of ").join(known.get(one, one) for one in name.split(" | "))
