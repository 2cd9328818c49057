"""Decks on disk: a YAML file becomes a Deck, or a list of everything that is wrong with it.

Reads only; knows nothing of screens. The work is done by ``deck_text`` (bytes to text), ``deck_nodes`` (text
to nodes with their place) and ``deck_checks`` (nodes to cards).
"""

import errno
import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tegenwicht.game.cards import CLUSTERS, Cluster, Deck, Family, Kind
from tegenwicht.i18n import several, tr
from tegenwicht.storage.decks.checks import check
from tegenwicht.storage.decks.nodes import compose
from tegenwicht.storage.decks.problems import START, DeckProblems, Problem, Report
from tegenwicht.storage.decks.text import decode, lookalikes, visible
from tegenwicht.storage.files import NotAPlainFile, read_plain
from tegenwicht.storage.patience import EndedEarly, Patience
from tegenwicht.storage.reasons import why_not

__all__ = [
    "LABELS",
    "DeckProblems",
    "Problem",
    "describe",
    "mebibytes",
    "parse_deck",
    "read_bytes",
    "read_deck",
]

MOST_BYTES = 2 * 1024 * 1024
MOST_CARDS = 2_000

_NODES_A_CARD = 48
"""A card with everything has 46 nodes, the deck around the cards at most 37."""

LABELS: dict[Family, str] = {
    Cluster.PROFESSIONAL: "Beroep",
    Cluster.CLIENT: "Cliënt",
    Cluster.EMPLOYER: "Werkgever",
    Cluster.ORGANISATIONAL: "Organisatie",
    Cluster.POLICY: "Wet & beleid",
    Cluster.INDIVIDUAL: "Professional zelf",
    Kind.FACTOR: "Factor",
    Kind.SITUATION: "Situatie",
    Kind.STATEMENT: "Stelling",
    Kind.TASK: "Opdracht",
    Kind.JOKER: "Joker",
}
"""The clusters and the kinds of card as an author of cards reads them."""


def read_deck(path: Path) -> Deck:
    """Read one deck file. Raises DeckProblems for whatever keeps the file from being a deck."""
    name = str(path)
    return parse_deck(read_bytes(path, MOST_BYTES), name)


def parse_deck(
    data: bytes, name: str, *, most_cards: int = MOST_CARDS, most_bytes: int = MOST_BYTES,
    patience: Patience | None = None,
) -> Deck:  # fmt: skip
    """A deck from the bytes of a YAML file; ``name`` stands before each problem.

    Raises DeckProblems with every problem that can be found in one reading, and nothing else.
    """
    report = Report(visible(name), patience)
    if len(data) > most_bytes:
        report.stop(
            START,
            tr("verwacht een bestand van ten hoogste {most}; dit is groter").format(
                most=mebibytes(most_bytes)
            ),
        )
    with _collector_off():
        text = decode(data, report)
        try:
            root = compose(text, _NODES_A_CARD * (most_cards + 1), report)
            return check(root, most_cards, "\\" in text, report)
        except EndedEarly as error:
            report.stop(START, str(error))
        except DeckProblems as found:
            raise _explained(text, report) or found from None


def _explained(text: str, report: Report) -> DeckProblems | None:
    """With signs that only look right, which may be the cause; None when there are none."""
    found = list(lookalikes(text))
    for mark, message in found:
        report.add(mark, message)
    return report.failure() if found else None


def describe(deck: Deck, file: str) -> str:
    """One line that says a deck is in order and how many cards each cluster has, and each kind without one."""
    counts = Counter(card.family for card in deck.cards)
    told = [
        one for one in LABELS if counts[one] or (one in CLUSTERS and any(map(counts.__getitem__, CLUSTERS)))
    ]
    clusters = ", ".join(f"{LABELS[one]} {counts[one]}" for one in told)
    cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
    return tr("{file}: in orde, {cards}: {clusters}").format(
        file=visible(file), cards=cards, clusters=clusters
    )


@contextmanager
def _collector_off() -> Iterator[None]:
    """Without Python's cyclic collector: it makes long decks take three times as long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """The bytes of a file that someone chose, and one more than ``most_bytes`` when it is larger.

    Raises DeckProblems when it cannot be read or is not a plain file.
    """
    report = Report(visible(str(path)))
    try:
        return read_plain(path, most_bytes)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL or half a character in it
        report.stop(START, _why_unreadable(error))


def _why_unreadable(error: OSError | ValueError) -> str:
    if isinstance(error, NotAPlainFile):
        if error.errno == errno.EISDIR:
            return tr("verwacht een bestand; dit is een map: kies een bestand dat op .yaml eindigt")
        return tr("verwacht een gewoon bestand; dit is een apparaat of een pijp")
    if isinstance(error, FileNotFoundError):
        return tr("bestand niet gevonden: controleer de naam en de map")
    if isinstance(error, PermissionError):
        return tr("dit bestand mag je niet lezen: vraag de beheerder om leesrechten")
    if isinstance(error, OSError):
        return tr("dit bestand is niet te lezen: {why}").format(why=why_not(error))
    return tr("dit kan geen bestandsnaam zijn: controleer de naam")


def mebibytes(size: int) -> str:
    """A number of bytes in words for in a message."""
    return f"{size / 1024 / 1024:g} MB".replace(".", ",")
