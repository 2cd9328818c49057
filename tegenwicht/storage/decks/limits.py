"""How much a deck may hold, and whether one does; loads nothing, for a deck is asked that before the first frame."""

from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card, Deck, Group, Kind, Rank, Source

MOST_IN_ID = 60
MOST_IN_TITLE = 60
MOST_IN_QUESTION = 160
MOST_IN_DEEPER = 140
MOST_IN_OTHER_SIDE = 180
MOST_IN_EXPLANATION = 240
MOST_IN_FACTOR = 100
MOST_IN_INSTRUCTION = 300
MOST_IN_SOURCE = 300
LONGEST_WORD = 40
MOST_SOURCES = 20
HIGHEST_NUMBER = 9_999
HIGHEST_VERSION = 999_999

MOST_CARDS = 2_000
_IN_AN_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def is_surely_sound(deck: Deck) -> bool:
    """Whether a deck is within all limits. False too for a few that are: then the file itself is read and judged."""
    ids, numbers = {card.id for card in deck.cards}, {card.number for card in deck.cards}
    return (
        _is_id(deck.id)
        and _fits(deck.title, MOST_IN_TITLE)
        and 2 <= len(deck.language) <= 5 and deck.language[:2].isalpha() and deck.language.isascii()
        and 1 <= deck.version <= HIGHEST_VERSION
        and 1 <= len(deck.sources) <= MOST_SOURCES
        and all(_fits(one, MOST_IN_SOURCE, MOST_IN_SOURCE) for one in deck.sources)
        and _fits_if_any(deck.instruction, MOST_IN_INSTRUCTION)
        and 1 <= len(deck.cards) <= MOST_CARDS
        and len(ids) == len(numbers) == len(deck.cards)
        and all(map(_is_sound_card, deck.cards))
    )  # fmt: skip


def _is_sound_card(card: Card) -> bool:
    return (
        _is_id(card.id)
        and 1 <= card.number <= HIGHEST_NUMBER
        and (card.cluster is not None or card.kind is not Kind.FACTOR)
        and _fits(card.title, MOST_IN_TITLE)
        and _fits(card.question, MOST_IN_QUESTION)
        and len(card.deeper) <= 3
        and all(_fits(one, MOST_IN_DEEPER) for one in card.deeper)
        and _fits_if_any(card.other_side, MOST_IN_OTHER_SIDE)
        and _fits_if_any(card.explanation, MOST_IN_EXPLANATION)
        and _fits_if_any(card.factor, MOST_IN_FACTOR)
        and (not card.factor or card.source is not Source.PRACTICE)
        and (not card.picture or _is_id(card.picture))
        and (card.rank is None) == (card.source is not Source.TABLE)
        and (card.rank is None or _is_sound_rank(card.rank))
    )


def _is_sound_rank(rank: Rank) -> bool:
    places = (rank.overall, *rank.by_group)
    return len(places) == len(Group) + 1 and all(1 <= place <= FACTORS_IN_THE_STUDY for place in places)


def _is_id(text: str) -> bool:
    return 0 < len(text) <= MOST_IN_ID and _IN_AN_ID.issuperset(text) and "" not in text.split("-")


def _fits(text: str, most: int, longest_word: int = LONGEST_WORD) -> bool:
    """One line of text that can be seen, as long as it may be."""
    return (
        0 < len(text) <= most
        and text.isprintable()
        and text == text.strip()
        and (len(text) <= longest_word or max(map(len, text.split())) <= longest_word)
    )


def _fits_if_any(text: str, most: int) -> bool:
    return not text or _fits(text, most)
