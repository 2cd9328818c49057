"""A small deck in order, and the ways in which the tests change it."""

from tegenwicht.storage.decks.reader import DeckProblems, parse_deck

SMALL_DECK = """\
id: proef
title: Proefkaarten
language: nl
version: 1
sources:
  - Een bron, 2021
cards:
  - id: eerste
    number: 1
    cluster: client
    title: Belastbaarheid
    question: Waaraan merk je dat?
    deeper:
      - Wat zag je?
      - Wat woog mee?
    counterweight: Wat als je het omdraait?
    source: tabel
    rank: {overall: 2, AD: 1, AID: 4, RB: 4, RC: 2, JC: 4, KM: 5}
  - id: tweede
    number: 2
    cluster: employer
    title: Draagvlak
    question: Wie doet er mee?
    deeper: ["Wie wel?", "Wie niet?", "Wie soms?"]
    counterweight: Wie mist er?
    source: praktijk
"""


def changed(old: str, new: str) -> str:
    """The small deck with one piece of text, which must be there once, replaced."""
    assert SMALL_DECK.count(old) == 1, f"{old!r} is {SMALL_DECK.count(old)} times in the small deck"
    return SMALL_DECK.replace(old, new)


def problems_of(deck: str | bytes) -> list[str]:
    """The problems of a deck as an author reads them; empty when the deck is in order."""
    data = deck.encode() if isinstance(deck, str) else deck
    try:
        parse_deck(data, "deck.yaml")
    except DeckProblems as found:
        return [str(problem) for problem in found.problems]
    return []
