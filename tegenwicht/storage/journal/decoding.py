"""The events in a session's texts. Imported when a session is opened, for it loads the rules and the codec."""

from collections.abc import Sequence
from contextlib import suppress

from tegenwicht.game import rules
from tegenwicht.game.editions import EDITION
from tegenwicht.game.events import Event, SessionStarted
from tegenwicht.game.modes import MODES, is_mode, mode_named
from tegenwicht.i18n import called, tr
from tegenwicht.storage.journal import codec
from tegenwicht.storage.journal.contract import UnreadableSession
from tegenwicht.storage.journal.rows import Kept, Text
from tegenwicht.storage.journal.seal import is_as_sealed, sealed

_NEWER = tr("is gespeeld met een nieuwere versie van Tegenwicht, en die is nodig om haar te openen.")
_NEWEST = tr("Haal de nieuwste versie. De andere sessies gaan wel open.")

__all__ = ["MODES", "came_up_in", "decoded", "encoded", "longest_sound", "mode_of"]


def encoded(event: Event) -> Text:
    """(kind, JSON and its seal) of an event. ValueError when it would not come back the same."""
    kind, data = codec.encode(event)
    return kind, sealed(kind, data)


def decoded(kept: Kept) -> list[Event]:
    """The events of a session.

    UnreadableSession when one is missing or makes no sense, or when a newer version of the program wrote them.
    """
    texts: list[Text] = kept.texts
    name = tr("De sessie {title}").format(title=called(kept.row.title))
    if len(texts) != kept.row.actions:
        raise UnreadableSession(
            tr("{name} is niet compleet en kan niet worden geopend. De andere sessies wel.").format(name=name)
        )
    own = _events_of_its_mode(kept)
    if own is None:
        raise UnreadableSession(
            tr("{name} heeft een spelvorm die deze versie niet kent. {newest}").format(
                name=name, newest=_NEWEST
            )
        )
    found: list[Event] = []
    for kind, data in texts:
        try:
            found.append(codec.decode(kind, data, own))
        except codec.CodecError as error:
            if is_as_sealed(kind, data):
                raise UnreadableSession(f"{name} {_NEWER} {_NEWEST}") from error
            raise UnreadableSession(
                tr("{name} is beschadigd en kan niet worden geopend. De andere sessies wel.").format(
                    name=name
                )
            ) from error
    if found and isinstance(found[0], SessionStarted) and found[0].edition > EDITION:
        raise UnreadableSession(f"{name} {_NEWER} {_NEWEST}")
    return found


def _events_of_its_mode(kept: Kept) -> tuple[type[Event], ...] | None:
    """Those of the mode that the session began in, whatever the list says; None for one that is not known here."""
    first: list[Event] = []
    with suppress(codec.CodecError):  # it is told when all events are read
        first += [codec.decode(kind, data) for kind, data in kept.texts[:1]]
    mode = mode_of(first, kept.row.mode)
    return mode_named(mode).EVENTS if is_mode(mode) else None


def mode_of(events: Sequence[Event], otherwise: str) -> str:
    """The mode that a session began in, which holds whatever the list says."""
    first = next(iter(events), None)
    return first.setup.mode if isinstance(first, SessionStarted) else otherwise


def came_up_in(kept: Kept) -> tuple[int, ...] | None:
    """What came up in a session, by replaying it; None when that cannot be."""
    try:
        session = rules.replay(decoded(kept)).session
    except (UnreadableSession, rules.ReplayError):
        return None
    total = mode_named(session.setup.mode).tally_of(session).total
    return (*total.cards, *total.mentions)


def longest_sound(kept: Kept) -> Kept:
    """The session as far as its events can be read and fit together; maybe nothing is left."""
    from tegenwicht.game.state import Phase

    events: list[Event] = []
    own = _events_of_its_mode(kept)
    for kind, data in kept.texts if own is not None else ():
        try:
            events.append(codec.decode(kind, data, own or ()))
        except codec.CodecError:
            break
    try:
        timeline = rules.replay(events) if events else None
    except rules.ReplayError as error:
        events = events[: error.number]
        timeline = rules.replay(events) if events else None
    if timeline is None:
        return Kept(kept.row._replace(actions=0), [])
    session = timeline.session
    row = kept.row._replace(
        mode=session.setup.mode, actions=len(events), finished=session.phase is Phase.CLOSED, came_up=None
    )
    return Kept(row, kept.texts[: len(events)])
