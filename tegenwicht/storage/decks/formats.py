"""The kinds of file that a deck can be in, by the end of the name: YAML, CSV and workbooks of Excel."""

from collections.abc import Callable
from pathlib import Path

from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.storage.decks import reader as decks
from tegenwicht.storage.decks.problems import START, Report
from tegenwicht.storage.decks.reader import mebibytes, parse_deck, read_bytes
from tegenwicht.storage.decks.tables import MOST_BYTES, Read
from tegenwicht.storage.decks.text import visible

YAML = (".yaml", ".yml")
CSV = (".csv", ".tsv", ".txt")
XLSX = (".xlsx",)
WRITTEN = (".yaml", ".yml", ".csv", ".xlsx")
"""Ends of names that a deck can be written to."""

_NOT_READ = (".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ods", ".numbers")


def read_any(path: Path) -> Read:
    """The deck in a file of any kind; a name with an unknown end is read as YAML.

    Raises DeckProblems for whatever keeps the file from being a deck.
    """
    kind = path.suffix.lower()
    report = Report(visible(str(path)))
    if kind in _NOT_READ:
        message = tr(
            "verwacht .xlsx, .csv of .yaml; gevonden {kind}: bewaar het bestand als Excel-werkmap (.xlsx)"
        )
        report.stop(START, message.format(kind=kind))
    if kind not in (*CSV, *XLSX):
        return Read(parse_deck(read_bytes(path, decks.MOST_BYTES), str(path)))
    data = read_bytes(path, MOST_BYTES)
    if len(data) > MOST_BYTES:
        message = tr("verwacht een bestand van ten hoogste {most}; dit is groter")
        report.stop(START, message.format(most=mebibytes(MOST_BYTES)))
    return _table_reader(kind)(data, path)


def encode(deck: Deck, kind: str) -> bytes:
    """The bytes of a file with the deck; ``kind`` is one of ``WRITTEN``."""
    if kind in YAML:
        from tegenwicht.storage.decks.writer import write_deck

        return write_deck(deck).encode()
    if kind in XLSX:
        from tegenwicht.storage.decks.xlsx import to_xlsx

        return to_xlsx(deck)
    from tegenwicht.storage.decks.csv_ import to_csv

    return to_csv(deck)


def reads_back(data: bytes, path: Path, deck: Deck) -> bool:
    """Whether what is about to be written to ``path`` is read as exactly this deck."""
    kind = path.suffix.lower()
    try:
        found = parse_deck(data, str(path)) if kind in YAML else _table_reader(kind)(data, path).deck
    except decks.DeckProblems:
        return False
    return found == deck


def _table_reader(kind: str) -> Callable[[bytes, Path], Read]:
    if kind in XLSX:
        from tegenwicht.storage.decks.xlsx import parse_xlsx

        return parse_xlsx
    from tegenwicht.storage.decks.csv_ import parse_csv

    return parse_csv
