"""Erasing for good, beyond the journal: the settings remember the names and the title of the last setup.

Both functions give the settings as they are from now on; whoever holds the old ones must use these instead,
or the names are written back. Both raise NotErased as ``Journal.erase`` does.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tegenwicht.i18n import tr
from tegenwicht.preferences import Settings
from tegenwicht.storage.files import clear_data_folder
from tegenwicht.storage.journal.contract import Journal, NotErased, UnreadableSession
from tegenwicht.storage.reasons import why_not
from tegenwicht.storage.settings import (
    damaged_settings,
    read_settings,
    without_last_setup,
    words_kept,
    write_changes,
)
from tegenwicht.storage.typed import AT_THE_SETUP, forget_all_typed, forget_typed

AT_ONCE = 100
"""Sessions that are erased together: each keeps a lock meanwhile."""


def erase_session(
    data: Path, journal: Journal, session_id: str, settings: Settings
) -> tuple[Settings, list[str]]:
    """One session for good. (the settings from now on, Dutch sentences about what else went).

    Last time's choices go along when they hold a name, title or other text of the session, or when nobody
    can tell because the session cannot be read. Let go of the session's lock before.
    """
    return erase_sessions(data, journal, [session_id], settings)


def erase_sessions(
    data: Path, journal: Journal, session_ids: Sequence[str], settings: Settings
) -> tuple[Settings, list[str]]:
    """Several for good, as ``erase_session``; when that fails, of each ``AT_ONCE`` all are gone or none."""
    said: list[str] = []
    for first in range(0, len(session_ids), AT_ONCE):
        some = session_ids[first : first + AT_ONCE]
        told = [_words_of(journal, one) for one in some]
        journal.erase(*some)
        said += journal.take_notices()
        kept = words_kept(settings) | words_kept(read_settings(data)[0])
        forget = any(words is None or words & kept for words in told)
        settings, said = _forgetting(data, settings, said, forget, some)
    return settings, said


def erase_everything(data: Path, journal: Journal, settings: Settings) -> tuple[Settings, list[str]]:
    """Every session, and what else says something of people. (settings, Dutch sentences about what went)."""
    journal.erase_everything()
    return _forgetting(data, settings, journal.take_notices(), True)


def _words_of(journal: Journal, session_id: str) -> set[str] | None:
    """Every text that the session shares with no other; None when it cannot be read."""
    from tegenwicht.storage.exchange.session_words import words_of

    try:
        return {word for event in journal.events(session_id) for word in words_of(event)}
    except UnreadableSession:
        return None


def _forgetting(
    data: Path, settings: Settings, said: list[str], forget: bool, of: Sequence[str] | None = None
) -> tuple[Settings, list[str]]:
    """forget: last time's choices go too. of: the sessions of which what was typed goes; None for all that was typed.

    Damaged settings go anyhow: nobody knows what is in them.
    """
    now, _ = read_settings(data)
    if forget and (words_kept(settings) or words_kept(now)):
        said.append(tr("De namen en de titel van de vorige keer zijn ook uit de instellingen gewist."))
    try:
        _forget_typed(data, of, forget)
        if forget:
            settings = without_last_setup(settings)
            write_changes(data, now, without_last_setup(now))
        clear_data_folder(data)
        said += list(_removed(damaged_settings(data)))
    except OSError as error:
        raise NotErased(
            tr(
                "De namen van de vorige keer staan nog in de instellingen ({why}). Probeer het opnieuw."
            ).format(why=why_not(error))
        ) from error
    return settings, said


def _forget_typed(data: Path, session_ids: Sequence[str] | None, at_the_setup: bool) -> None:
    if session_ids is None:
        forget_all_typed(data)
        return
    for session_id in session_ids:
        forget_typed(data, session_id)
    if at_the_setup:
        forget_typed(data, AT_THE_SETUP)


def _removed(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        path.unlink(missing_ok=True)
        yield tr("Ook {name} is weggehaald: daar konden namen in staan.").format(name=path.name)
