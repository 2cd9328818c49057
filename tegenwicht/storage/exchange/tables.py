"""All sessions as tables for an analyst: JSON Lines, one file a table, written as they are read.

Uses no more memory for many sessions than for few. Without names unless asked: as in ``session_file``.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import IO, NamedTuple

from tegenwicht.game import rules
from tegenwicht.game.cards import CLUSTERS, Deck
from tegenwicht.game.events import Event, SessionStarted
from tegenwicht.game.modes import mode_named
from tegenwicht.game.state import Session
from tegenwicht.game.stones import STONES as STONES_IN_ALL
from tegenwicht.game.stones import Stones, stones_of
from tegenwicht.game.tally import Tally
from tegenwicht.storage.exchange.session_words import person_free, without_what_was_taken_back
from tegenwicht.storage.exchange.tables_schema import (
    CARDS,
    CLUSTERS_TABLE,
    EVENTS,
    HARVEST,
    PARTICIPANTS,
    SESSIONS,
    STONES,
    TABLES,
    Table,
    readme,
    schema_json,
)
from tegenwicht.storage.files import half_written, private_opener, remove_half_written, write_whole
from tegenwicht.storage.journal import codec
from tegenwicht.storage.journal.contract import SessionRow, UnreadableSession
from tegenwicht.storage.journal.decoding import decoded
from tegenwicht.storage.journal.rows import Kept, Readable, Text

_TWINS = 64
"""Sessions with the very same events as one of the last so many are not reckoned anew."""


class Exported(NamedTuple):
    """How many sessions went out, and the titles of those that could not be read."""

    sessions: int
    unreadable: list[str]


def export_tables(source: Readable, folder: Path, anonymous: bool = True) -> Exported:
    """Every session of an open journal, in ``folder``, with a description of the tables.

    All of it is written before any of it gets its name, and what an earlier export left goes first: so that
    no part of one with names ever stands beside one without. OSError or sqlite3.Error when that fails.
    """
    names = {"schema.json", "README.md", *(f"{table.name}.jsonl" for table in TABLES)}
    remove_half_written(folder, names)
    with ExitStack() as files:
        writers = {table.name: files.enter_context(_Writer(folder, table)) for table in TABLES}
        done = _Export(writers, anonymous).all_of(source.each())
        for writer in writers.values():
            writer.is_whole()
        for name in names:
            (folder / name).unlink(missing_ok=True)
    write_whole(folder / "schema.json", schema_json(anonymous).encode())
    write_whole(folder / "README.md", readme(anonymous).encode())
    return done


class _Writer:
    """One table. Its file gets its name at the end of the ``with`` block, if all went well."""

    def __init__(self, folder: Path, table: Table) -> None:
        self._path = folder / f"{table.name}.jsonl"
        self._temporary = half_written(self._path)
        self._names = tuple(column.name for column in table.columns)
        self._file: IO[str] | None = None
        self._whole = False

    def __enter__(self) -> "_Writer":
        self._file = open(self._temporary, "x", encoding="utf-8", newline="\n", opener=private_opener)
        return self

    def write(self, lines: Iterable[str]) -> None:
        """Lines as ``line`` makes them."""
        assert self._file
        self._file.writelines(lines)

    def line(self, *values: object) -> str:
        """A row, with its values in the order of the columns."""
        return _json(dict(zip(self._names, values, strict=True))) + "\n"

    def after_session(self, *values: object) -> str:
        """A row without its first column, which says what session it is of: see ``with_session``."""
        return "," + _json(dict(zip(self._names[1:], values, strict=True)))[1:] + "\n"

    def is_whole(self) -> None:
        """Nothing more will come."""
        assert self._file
        self._file.flush()
        os.fsync(self._file.fileno())
        self._whole = True

    def __exit__(self, *_: object) -> None:
        assert self._file
        self._file.close()
        if self._whole:
            os.replace(self._temporary, self._path)
        else:
            self._temporary.unlink(missing_ok=True)


_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _with_session(session_id: str, rows: list[str]) -> list[str]:
    """What ``after_session`` made, for one session."""
    begin = f'{{"session":{_json(session_id)}'
    return [begin + row for row in rows]


class _Reckoned(NamedTuple):
    """What a session's events come to. rows: by table, as ``after_session`` makes them."""

    session: Session
    tally: Tally
    deck: str
    rows: dict[str, list[str]]


class _Export:
    def __init__(self, writers: dict[str, _Writer], anonymous: bool) -> None:
        self._writers, self._anonymous = writers, anonymous
        self._decks: set[str] = set()
        self._reckoned = lru_cache(_TWINS)(self._reckon)

    def all_of(self, sessions: Iterator[Kept]) -> Exported:
        """Write them all."""
        count, unreadable = 0, []
        for kept in sessions:
            try:
                if len(kept.texts) != kept.row.actions:
                    raise UnreadableSession(kept.row.title)
                found = self._reckoned(kept.row.mode, tuple(kept.texts))
            except (UnreadableSession, rules.ReplayError):
                unreadable.append(kept.row.title)
                continue
            self._write(kept.row, found)
            count += 1
        return Exported(count, unreadable)

    def _reckon(self, mode: str, texts: tuple[Text, ...]) -> _Reckoned:
        row = SessionRow("", mode, "", "", "", False, len(texts), "")
        events = decoded(Kept(row, list(texts)))
        events = person_free(events) if self._anonymous else without_what_was_taken_back(events)
        session = rules.replay(events).session
        tally, deck = mode_named(session.setup.mode).tally_of(session), _id_of(session.deck)
        values = {
            CLUSTERS_TABLE.name: _cluster_rows(tally),
            PARTICIPANTS.name: _participant_rows(session, self._anonymous),
            STONES.name: _stone_rows(stones_of(session)),
            HARVEST.name: _harvest_rows(session, self._anonymous),
            EVENTS.name: _event_rows(events, deck),
        }
        rows = {
            name: [self._writers[name].after_session(*one) for one in found] for name, found in values.items()
        }
        return _Reckoned(session, tally, deck, rows)

    def _write(self, row: SessionRow, found: _Reckoned) -> None:
        sessions, cards = self._writers[SESSIONS.name], self._writers[CARDS.name]
        sessions.write([sessions.line(*_session_row(row, found, self._anonymous))])
        for name, rows in found.rows.items():
            self._writers[name].write(_with_session(row.id, rows))
        if found.deck not in self._decks:
            self._decks.add(found.deck)
            cards.write(cards.line(*one) for one in _card_rows(found))


def _id_of(deck: Deck) -> str:
    return hashlib.sha256(repr(deck).encode()).hexdigest()[:16]


def _session_row(row: SessionRow, found: _Reckoned, anonymous: bool) -> tuple[object, ...]:
    setup, total = found.session.setup, found.tally.total
    title = None if anonymous else row.title
    return (
        row.id, setup.mode, title, row.started, row.changed, row.finished, row.actions,
        len(found.session.participants), len(found.tally.rounds), setup.drawing, setup.moment, found.deck,
        sum(total.cards), sum(total.mentions),
    )  # fmt: skip


_Rows = Iterator[tuple[object, ...]]


def _cluster_rows(tally: Tally) -> _Rows:
    for number, counts in enumerate(tally.rounds, 1):
        for cluster, by_card, by_mention in zip(CLUSTERS, counts.cards, counts.mentions, strict=True):
            yield number, cluster, by_card, by_mention


def _participant_rows(session: Session, anonymous: bool) -> _Rows:
    for one in session.participants:
        yield one.id, None if anonymous else one.name, one.group, one.present


def _stone_rows(stones: Stones | None) -> _Rows:
    """As they lay when all ten did."""
    for moment, heaps in (("begin", stones and stones.begin), ("end", stones and stones.end)):
        if heaps and sum(heaps) == STONES_IN_ALL:
            yield from ((moment, cluster, n) for cluster, n in zip(CLUSTERS, heaps, strict=True))


def _harvest_rows(session: Session, anonymous: bool) -> _Rows:
    for one in session.harvest:
        said = (one.sentence or None, one.intention or None, one.by or None)
        yield one.participant, one.card, *((None, None, None) if anonymous else said)


def _event_rows(events: list[Event], deck: str) -> _Rows:
    for number, event in enumerate(events):
        kind, data = codec.encode(event)
        plain = json.loads(data)
        if isinstance(event, SessionStarted):
            plain["deck"] = deck
        yield number, kind, plain


def _card_rows(found: _Reckoned) -> _Rows:
    deck = found.session.deck
    for card in deck.cards:
        rank = card.rank.overall if card.rank else None
        yield found.deck, deck.title, card.number, card.kind, card.cluster, card.title, card.source, rank
