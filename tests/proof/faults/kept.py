"""What is on disk in a data folder, as another process finds it: for every proof about losing nothing."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tegenwicht.game import rules
from tegenwicht.storage.journal.contract import UnreadableSession
from tegenwicht.storage.journal.journal import open_journal
from tests.proof.faults.player import Did
from tests.storage.journal.test_kill import digest

Confirmed = dict[tuple[str, int], str]
"""The digest of each event by session and number."""
ALL = 10**9


class Found(NamedTuple):
    """What a data folder holds. unopened: why, for each session that does not open. closed: how many ended."""

    events: Confirmed
    unopened: list[str]
    notices: list[str]
    closed: int


def as_confirmed(did: Iterable[Did]) -> Confirmed:
    """What was said to be done."""
    return {(one.session, one.number): one.digest for one in did}


def found_in(data: Path) -> Found:
    """Read a copy of the folder, so that whoever comes next there finds it as it was. Nothing when it is gone."""
    if not data.exists():
        return Found({}, [], [], 0)
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        copy = Path(room) / "data"
        shutil.copytree(data, copy, symlinks=True, ignore=shutil.ignore_patterns("big", "*.lock", "*.tmp"))
        return _read(copy)


def _read(data: Path) -> Found:
    journal, notices = open_journal(data)
    events: Confirmed = {}
    unopened = []
    rows = journal.sessions(limit=ALL)
    for row in rows:
        try:
            there = journal.events(row.id)
            rules.replay(there)
        except (UnreadableSession, rules.ReplayError) as error:
            unopened.append(f"{row.id}: {error}")
            continue
        events |= {(row.id, number): digest(event) for number, event in enumerate(there)}
    notices += journal.take_notices()
    notices += [journal.trouble] if journal.trouble else []
    journal.close()
    return Found(events, unopened, notices, sum(row.finished for row in rows))


def lost(confirmed: Confirmed, found: Found) -> int:
    """How many confirmed events are not there, or are not the same."""
    return sum(found.events.get(place) != said for place, said in confirmed.items())
