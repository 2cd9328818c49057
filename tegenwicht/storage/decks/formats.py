"""The kinds of file that a deck can be in: YAML, CSV and workbooks of Excel. What a file is, its contents tell."""

from collections.abc import Callable
from pathlib import Path

from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.storage.decks import reader as decks
from tegenwicht.storage.decks.problems import START, Report
from tegenwicht.storage.decks.reader import mebibytes, parse_deck, read_bytes
from tegenwicht.storage.decks.tables import MOST_BYTES, Read
from tegenwicht.storage.decks.text import visible
from tegenwicht.storage.patience import EndedEarly, Patience
from tegenwicht.storage.seeming import DECK, Form, form_of, has_deck_keys, head_of, seems

YAML = (".yaml", ".yml")
CSV = (".csv", ".tsv", ".txt")
XLSX = (".xlsx",)
WRITTEN = (".yaml", ".yml", ".csv", ".xlsx")
"""Ends of names that a deck can be written to."""


def read_any(path: Path, patience: Patience | None = None) -> Read:
    """The deck in a file of any kind. What it is, its contents tell; the end of its name only where they do not.

    Raises DeckProblems for whatever keeps the file from being a deck, and when ``patience`` ends.
    """
    data = read_bytes(path, MOST_BYTES)
    report = Report(visible(str(path)))
    if len(data) > MOST_BYTES:
        message = tr("verwacht een bestand van ten hoogste {most}; dit is groter")
        report.stop(START, message.format(most=mebibytes(MOST_BYTES)))
    form = form_of(data)
    if form is Form.WORKBOOK:
        return _read_table(XLSX[0], data, path, patience)
    found = seems(data)
    if form is Form.OTHER or found not in ("", DECK):
        message = tr("verwacht een kaartset (.yaml, .xlsx of .csv); dit is {found}")
        report.stop(START, message.format(found=found))
    if _is_table(data, path.suffix.lower()):
        return _read_table(CSV[0], data, path, patience)
    return Read(parse_deck(data, str(path), patience=patience))


def _read_table(kind: str, data: bytes, path: Path, patience: Patience | None) -> Read:
    try:
        return _table_reader(kind)(data, path, patience)
    except EndedEarly as error:
        Report(visible(str(path))).stop(START, str(error))


def _is_table(data: bytes, kind: str) -> bool:
    """Whether a text is CSV; where it looks like both or neither, by the end of its name."""
    from tegenwicht.storage.decks.csv_ import looks_like_csv

    text = head_of(data)
    is_yaml, is_csv = has_deck_keys(text), looks_like_csv(text)
    return kind in CSV if is_yaml is is_csv else is_csv


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
        found = parse_deck(data, str(path)) if kind in YAML else _table_reader(kind)(data, path, None).deck
    except decks.DeckProblems:
        return False
    return found == deck


def _table_reader(kind: str) -> Callable[[bytes, Path, Patience | None], Read]:
    if kind in XLSX:
        from tegenwicht.storage.decks.xlsx import parse_xlsx

        return parse_xlsx
    from tegenwicht.storage.decks.csv_ import parse_csv

    return parse_csv
