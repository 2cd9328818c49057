"""From a deck to the text of a YAML file, as a person would write it; ``storage/decks.py`` reads it back.

Comments are no part of a deck. Those at the top of a file go along when asked for, and the clusters' names
are written anew; every other comment would be lost. :func:`lost_comments` says which, so that whoever saves
a hand-written file can leave it alone. A library that keeps all comments (ruamel.yaml) was weighed: it reads
a second time, in Python alone, and ties a comment to the place where it stood, so that a card that moves
leaves its comment with another card.
"""

import re
from collections.abc import Iterator

import yaml

from tegenwicht.game.cards import Card, Deck, Family, Group, Kind, Rank
from tegenwicht.storage.decks.nodes import LOADER, Scalar
from tegenwicht.storage.decks.problems import START
from tegenwicht.storage.decks.reader import LABELS

SCHEMA_LINE = "# yaml-language-server: $schema=deck.schema.json"

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./&()',–-]*[\w)])?")
"""What may stand without quotes: begins with a letter, and has no sign that means something in YAML."""

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")


def write_deck(deck: Deck, before: str = "") -> str:
    """The YAML text of a deck in order; reading it gives the same deck.

    ``before``: the text that this one takes the place of; the comments at its top are kept.
    """
    return "".join(f"{line}\n" for line in (*(_top_comments(before) or [SCHEMA_LINE]), *_deck_lines(deck)))


def lost_comments(text: str) -> tuple[tuple[int, str], ...]:
    """The comments that ``write_deck(..., before=text)`` would lose: line number from 1, and the comment."""
    kept = len(_top_comments(text))
    return tuple((line, comment) for line, comment in own_comments(text) if line > kept)


def own_comments(text: str) -> tuple[tuple[int, str], ...]:
    """The comments that someone wrote: not those that ``write_deck`` writes of itself."""
    ours = {SCHEMA_LINE, *(f"# {label}" for label in LABELS.values())}
    return tuple((line, comment) for line, comment in _comments(text) if comment not in ours)


# Writing.


def _deck_lines(deck: Deck) -> Iterator[str]:
    yield "format: 2"
    yield f"id: {_short(deck.id)}"
    yield f"title: {_short(deck.title)}"
    yield f"language: {_short(deck.language)}"
    yield f"version: {deck.version}"
    if deck.instruction:
        yield f"instruction: {_quoted(deck.instruction)}"
    yield "sources:"
    yield from (f"  - {_quoted(source)}" for source in deck.sources)
    yield "cards:"
    family: Family | None = None
    for card in deck.cards:
        if card.family is not family:
            family = card.family
            label = f"  # {LABELS[family]}"
            yield from (("", label) if card is not deck.cards[0] else (label,))
        yield from _card_lines(card)


def _card_lines(card: Card) -> Iterator[str]:
    yield f"  - id: {_short(card.id)}"
    yield f"    number: {card.number}"
    if card.kind is not Kind.FACTOR:
        yield f"    kind: {card.kind}"
    if card.cluster:
        yield f"    cluster: {card.cluster}"
    yield f"    title: {_short(card.title)}"
    if card.factor:
        yield f"    factor: {_short(card.factor)}"
    yield f"    question: {_quoted(card.question)}"
    if card.deeper:
        yield "    deeper:"
        yield from (f"      - {_quoted(question)}" for question in card.deeper)
    if card.other_side:
        yield f"    other_side: {_quoted(card.other_side)}"
    if card.explanation:
        yield f"    explanation: {_quoted(card.explanation)}"
    if card.picture:
        yield f"    picture: {_short(card.picture)}"
    yield f"    source: {card.source}"
    if card.rank:
        yield f"    rank: {_places(card.rank)}"


def _places(rank: Rank) -> str:
    by_group = (f"{group}: {place}" for group, place in zip(Group, rank.by_group, strict=True))
    return f"{{{', '.join((f'overall: {rank.overall}', *by_group))}}}"


def _short(text: str) -> str:
    """Without quotes where YAML reads it as this text and nothing else, as ``no`` and ``12`` are not."""
    if _PLAIN.fullmatch(text) and Scalar(START, text, True).meaning is None:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# Comments.


def _top_comments(text: str) -> list[str]:
    """The comment and empty lines with which a file begins, up to the last comment."""
    lines: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        lines.append(line.rstrip())
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Every comment with its line number, from 1. In a file that is no YAML, everything after a ``#``."""
    text = text.removeprefix("\ufeff")
    try:
        gaps = list(_gaps(text))
    except yaml.YAMLError:
        gaps = [(1, text)]
    for first, gap in gaps:
        for line, part in enumerate(gap.split("\n"), first):
            if "#" in part:
                yield line, part[part.index("#") :].rstrip()


def _gaps(text: str) -> Iterator[tuple[int, str]]:
    """What stands between the tokens, and after the sign that begins a block of text: space and comments."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    end, line = 0, 1
    for token in yaml.scan(text, Loader=LOADER):
        start = token.start_mark.index
        yield line, text[end:start]
        if text[start : start + 1] in ("|", ">") and (found := _BLOCK_HEADER.match(text, start)):
            yield token.start_mark.line + 1, found[1]
        end, line = max(end, token.end_mark.index), token.end_mark.line + 1
    yield line, text[end:]
