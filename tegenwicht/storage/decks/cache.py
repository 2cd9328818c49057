"""A deck that was read and found in order, kept so that the next start need not read the YAML again.

Like Python's own bytecode: one file for each deck, good as long as the deck's size and time of change are
the same. It saves the import of PyYAML and the check, which is a third of the time to the first frame.
What is kept is never trusted more than a stranger's file: anything odd in it, and the deck is read anew.
"""

import json
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from tegenwicht.game.cards import Card, Cluster, Deck, Kind, Rank, Source
from tegenwicht.storage.decks.limits import is_surely_sound
from tegenwicht.storage.files import make_private_folder, read_plain, write_whole
from tegenwicht.storage.foreign import ForeignError, field, fields, member, row, text, whole

FORMAT = 2
MOST_BYTES = 8 * 1024 * 1024


def kept_deck(path: Path, folder: Path) -> Deck | None:
    """The deck as it was read before; None when it changed since, or was never read."""
    try:
        place = _place(path, folder)
        kept = fields(read_plain(place, MOST_BYTES)[:MOST_BYTES])
        if field(kept, "of") != _mark(path):
            return None
        deck = _deck(field(kept, "deck"))
    except (OSError, ForeignError):
        return None  # a damaged or foreign file: the deck itself is what counts
    return deck if is_surely_sound(deck) else None


def keep_deck(path: Path, folder: Path, deck: Deck) -> None:
    """Remember a deck that was just read. A folder that cannot be written costs time, nothing else."""
    with suppress(OSError):
        place = _place(path, folder)
        data = json.dumps({"of": _mark(path), "deck": _plain(deck)}, ensure_ascii=False)
        make_private_folder(place.parent)
        write_whole(place, data.encode("utf-8", "surrogatepass"))  # a name may be no UTF-8


def forget_deck(path: Path, folder: Path) -> None:
    """Remove what was remembered of a deck that goes. OSError when it stays."""
    _place(path, folder).unlink(missing_ok=True)


def _place(path: Path, folder: Path) -> Path:
    name = zlib.crc32(os.fsencode(os.path.realpath(path)))
    return folder / "gelezen" / f"{path.stem[:40]}-{name:08x}.json"


def _mark(path: Path) -> list[object]:
    """What must be the same for the deck to be the same."""
    found = os.stat(path)
    return [FORMAT, os.path.realpath(path), found.st_size, found.st_mtime_ns]


def _plain(deck: Deck) -> list[Any]:
    cards = [
        [card.id, card.number, card.cluster, card.title, card.question, list(card.deeper), card.other_side,
         card.source, [card.rank.overall, list(card.rank.by_group)] if card.rank else None,
         card.kind, card.explanation, card.picture, card.factor]
        for card in deck.cards
    ]  # fmt: skip
    return [deck.id, deck.title, deck.language, deck.version, list(deck.sources), deck.instruction, cards]


def _deck(kept: Any) -> Deck:
    id_, title, language, version, sources, instruction, cards = row(kept, 7)
    return Deck(
        text(id_), text(title), text(language), whole(version), _texts(sources), tuple(map(_card, row(cards))),
        text(instruction),
    )  # fmt: skip


def _card(kept: Any) -> Card:
    (id_, number, cluster, title, question, deeper, other_side, source, rank, kind, explanation, picture,
     factor) = row(kept, 13)  # fmt: skip
    return Card(
        text(id_), whole(number), None if cluster is None else member(Cluster, cluster), text(title), text(question),
        _texts(deeper), text(other_side), member(Source, source), None if rank is None else _rank(rank),
        member(Kind, kind), text(explanation), text(picture), text(factor),
    )  # fmt: skip


def _rank(kept: Any) -> Rank:
    overall, by_group = row(kept, 2)
    return Rank(whole(overall), tuple(map(whole, row(by_group))))


def _texts(kept: Any) -> tuple[str, ...]:
    return tuple(map(text, row(kept)))
