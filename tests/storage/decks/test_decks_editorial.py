"""What can be counted about the words on the shipped cards. Whether a card is good, only a reader can say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tegenwicht.game.cards import Card, Deck, Kind, Rank
from tegenwicht.storage.decks.reader import read_deck

FOLDER = Path(__file__).parents[3] / "decks"
DECKS = {path.stem: read_deck(path) for path in sorted(FOLDER.glob("*.yaml"))}
LONGEST = {"title": 40, "question": 90, "deeper": 95, "other_side": 95, "explanation": 140}
"""In characters; the cards on the screen and on paper are laid out for these."""
MOST_WORDS = 15  # in a sentence that asks
MOST_WORDS_TOLD = 20  # in one of a card of another kind
MOST_ALIKE = 0.12  # of the openings, by their first two words
MOST_ONE_WORD = 0.25  # of the openings, by their first word

ASKING = r"hoe|hoelang|hoeveel|waar(?!om\b)\w*|wanneer|wat|welk|welke|wie|wiens"
OPEN = re.compile(
    rf"(?:(?:aan|bij|door|in|langs|met|op|over|tegen|tussen|uit|van|voor) )?(?:{ASKING})\b", re.IGNORECASE
)
SECOND = re.compile(r", (?:en|of) (?:aan |bij |met |op |van |voor )?(?:hoe|wat|waar\w*|welke?|wie|wanneer)\b")
"""A second question hung on the first."""
ADDRESSED = re.compile(r"(?:Leidinggevende|Professional): ")
JUDGING = re.compile(r"\b(?:juiste|onjuist|fout|fouten|correct|verkeerd)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)

FACTORS = {name: deck for name, deck in DECKS.items() if any(card.kind is Kind.FACTOR for card in deck.cards)}
PUBLISHED = {
    "Eigen vakinhoudelijke competenties en vaardigheden": Rank(1, (2, 2, 2, 3, 2, 2)),
    "Belastbaarheid cliënt": Rank(2, (1, 4, 4, 2, 4, 5)),
    "Eigen persoonlijke praktijkervaringen": Rank(3, (7, 1, 1, 4, 1, 4)),
    "Motivatie en drijfveren cliënt": Rank(4, (3, 5, 5, 7, 5, 9)),
    "Aanpassingsbereidheid werkgever behoeften cliënt": Rank(5, (9, 6, 6, 6, 7, 6)),
    "Prioriteiten landelijke politiek": Rank(37, (38, 36, 37, 37, 41, 36)),
    "Leeftijd cliënt": Rank(38, (35, 39, 35, 38, 35, 41)),
    "Afspraken over targets binnen eigen organisatie": Rank(39, (40, 38, 39, 39, 37, 39)),
    "Visie beroeps- en brancheorganisaties op begeleiding": Rank(40, (39, 40, 40, 40, 40, 40)),
    "Prioriteiten lokale politiek": Rank(41, (41, 41, 41, 41, 39, 33)),
}
"""The ten factors of the article's tables as it prints them, each with its places."""

every_deck = pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS.keys())
every_deck_of_factors = pytest.mark.parametrize("deck", FACTORS.values(), ids=FACTORS.keys())


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", ADDRESSED.sub("", text).lower())


def sentences(text: str) -> list[str]:
    """What stands between two breaths: a sentence, or the part before or after a colon."""
    return re.split(r"(?<=[.?!:])\s+", text)


def is_open(question: str) -> bool:
    """Whether every sentence with a question mark begins as one that yes or no does not answer."""
    asked = [one for one in re.split(r"(?<=[.?!])\s+", ADDRESSED.sub("", question)) if one.endswith("?")]
    return bool(asked) and all(OPEN.match(one.rsplit(": ", 1)[-1]) or OPEN.match(one) for one in asked)


def share(texts: Iterable[str], count: int) -> tuple[float, str]:
    """The largest part of the texts that begin with the same ``count`` words, and those words."""
    begins = Counter(" ".join(words(text)[:count]) for text in texts)
    ((most, times),) = begins.most_common(1)
    return times / begins.total(), most


def questions(card: Card) -> Iterator[str]:
    yield card.question
    yield from card.deeper
    yield from filter(None, [card.other_side])


def texts(deck: Deck) -> Iterator[tuple[int, str]]:
    return ((card.number, text) for card in deck.cards for text in questions(card))


def factors(deck: Deck) -> list[Card]:
    """The cards that ask: a situation, a statement, a task and a joker say something."""
    return [card for card in deck.cards if card.kind is Kind.FACTOR]


@pytest.mark.parametrize(
    "question",
    [
        "Heb je dat gezien?", "Waarom koos je dat?", "Er was weinig tijd. Had je haast?", "Wat zag je? Klopte het?",
        "Leidinggevende: geef je ruimte?", "Vertel eens.", "Stel: kun je dat?", "Op tijd begonnen?",
    ],
)  # fmt: skip
def test_what_yes_or_no_answers_or_asks_for_a_defence_is_seen(question: str) -> None:
    assert not is_open(question)


@every_deck_of_factors
def test_no_question_can_be_answered_with_yes_or_no_or_asks_why(deck: Deck) -> None:
    asked = [(card.number, text) for card in factors(deck) for text in questions(card)]
    assert [(n, text) for n, text in asked if not is_open(text) or "waarom" in words(text)] == []


@every_deck_of_factors
def test_few_openings_and_few_other_sides_begin_alike(deck: Deck) -> None:
    for begins in ([card.question for card in factors(deck)], [card.other_side for card in factors(deck)]):
        for count, most in ((1, MOST_ONE_WORD), (2, MOST_ALIKE)):
            part, which = share(begins, count)
            assert part <= most, which


@every_deck_of_factors
def test_no_deeper_question_has_become_a_formula(deck: Deck) -> None:
    for place in range(3):
        part, which = share([card.deeper[place] for card in factors(deck)], 3)
        assert part <= MOST_ALIKE, which


@every_deck_of_factors
def test_no_two_other_sides_begin_with_the_same_three_words(deck: Deck) -> None:
    begins = Counter(" ".join(words(card.other_side)[:3]) for card in factors(deck))
    assert [which for which, times in begins.items() if times > 1] == []


@every_deck_of_factors
def test_every_factor_goes_deeper_three_times(deck: Deck) -> None:
    assert {len(card.deeper) for card in factors(deck)} == {3}


@every_deck
def test_every_text_fits_on_a_card(deck: Deck) -> None:
    for card in deck.cards:
        long = {
            "title": card.title, "question": card.question, "other_side": card.other_side,
            "explanation": card.explanation,
        }  # fmt: skip
        found = [*long.items(), *(("deeper", text) for text in card.deeper)]
        assert [(card.number, name) for name, text in found if len(text) > LONGEST[name]] == []


@every_deck
def test_sentences_are_short(deck: Deck) -> None:
    most = {card.number: MOST_WORDS if card.kind is Kind.FACTOR else MOST_WORDS_TOLD for card in deck.cards}
    told = [(n, one) for n, text in texts(deck) for one in sentences(text)]
    assert [(n, one) for n, one in told if len(one.split()) > most[n]] == []


@every_deck
def test_a_card_says_je_and_judges_nobody(deck: Deck) -> None:
    assert [(n, text) for n, text in texts(deck) if FORMAL.search(text) or JUDGING.search(text)] == []


def test_no_question_is_asked_twice_in_all_decks_together() -> None:
    asked = Counter(" ".join(words(text)) for deck in DECKS.values() for _, text in texts(deck))
    assert [question for question, times in asked.items() if times > 1] == []


def test_no_two_cards_of_all_decks_share_a_number_or_an_id() -> None:
    cards = [card for deck in DECKS.values() for card in deck.cards]
    assert len({card.number for card in cards}) == len({card.id for card in cards}) == len(cards)


def test_only_the_ten_published_factors_claim_a_rank() -> None:
    claimed = {
        name: {card.factor or card.title: card.rank for card in deck.cards if card.rank is not None}
        for name, deck in DECKS.items()
    }
    ours = claimed.pop("tegenwicht")
    assert sorted(map(repr, ours.values())) == sorted(map(repr, PUBLISHED.values()))
    assert ours == PUBLISHED
    assert not any(claimed.values())


# What is counted on our own decks only.


@every_deck_of_factors
def test_a_text_is_one_question_of_at_most_15_words(deck: Deck) -> None:
    for card in factors(deck):
        for text in questions(card):
            assert len(ADDRESSED.sub("", text).split()) <= MOST_WORDS, (card.number, text)
            assert text.count("?") == 1 and not SECOND.search(text), (card.number, text)


@every_deck_of_factors
def test_every_factor_is_explained_in_one_sentence(deck: Deck) -> None:
    assert [c.number for c in factors(deck) if not re.fullmatch(r"[^.?!]+\.", c.explanation)] == []


@every_deck
def test_every_card_has_a_picture_and_no_two_of_a_deck_have_the_same(deck: Deck) -> None:
    pictures = Counter(card.picture for card in deck.cards)
    assert "" not in pictures
    assert [picture for picture, times in pictures.items() if times > 1] == []


def test_a_situation_is_a_day_with_a_clock_and_a_place_and_then_what_happens() -> None:
    told = [card.question for card in DECKS["erbij"].cards if card.kind is Kind.SITUATION]
    assert [one for one in told if not re.match(r"[A-Z][a-z]+dag \d{1,2}\.\d\d, [^.]+\. .*[.’]$", one)] == []


def test_a_statement_says_something_of_me_and_asks_nothing() -> None:
    said = [card.question for card in DECKS["erbij"].cards if card.kind is Kind.STATEMENT]
    assert [one for one in said if "?" in one or not {"ik", "mij", "mijn"} & set(words(one))] == []


@every_deck
def test_every_card_has_a_picture_of_its_own_and_says_what_is_meant(deck: Deck) -> None:
    pictures = [card.picture for card in deck.cards]
    assert all(pictures) and len(set(pictures)) == len(pictures)
    assert all(card.explanation for card in deck.cards)
