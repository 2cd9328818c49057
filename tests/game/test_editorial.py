"""What an editor would look at again: found where it is, and left alone where it is not."""

import time
from pathlib import Path

import pytest

from tegenwicht.game.cards import Card, Cluster, Deck, Source
from tegenwicht.game.editorial import Finding, Kind, review
from tegenwicht.storage.decks.reader import read_deck

SHIPPED = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))


def own(number: int, field: str) -> str:
    """A text of words that no other card and no other field has."""
    name = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return " ".join(f"{name}{field}{ending}" for ending in ("oe", "aai", "uur", "ie")).capitalize() + "."


def card(number: int, question: str = "", deeper: str = "", other_side: str = "") -> Card:
    """A card that nobody frowns at, but for the texts that are given."""
    return Card(
        f"kaart-{number}", number, Cluster.CLIENT, "Titel", question or own(number, "q"),
        (deeper or own(number, "d"), own(number, "e")), other_side or own(number, "c"), Source.PRACTICE,
    )  # fmt: skip


def deck(*cards: Card) -> Deck:
    """A deck of these cards."""
    return Deck("proef", "Proef", "nl", 1, ("Een bron",), cards)


def found(*cards: Card) -> list[tuple[Kind, int, str, str]]:
    """The findings, as kind, number of the card, field and words."""
    return [(one.kind, one.card.number, one.field, one.found) for one in review(deck(*cards))]


def kinds(question: str) -> set[Kind]:
    """The kinds of finding in one question."""
    return {kind for kind, *_ in found(card(1, question))}


def test_there_is_nothing_to_say_of_cards_that_differ() -> None:
    assert found(*(card(number) for number in range(1, 8))) == []


@pytest.mark.parametrize(
    "question",
    ["Is dat zo?", "Heb je de cliënt gebeld?", "Kun je dat uitleggen?", "Vertelde je het de werkgever?", "Was het druk?",
     "Je zag een kans. Zou jij die weer pakken?", "Leidinggevende: mag een team hiervan afwijken?"],
)  # fmt: skip
def test_a_question_that_yes_or_no_answers_is_closed(question: str) -> None:
    assert kinds(question) == {Kind.CLOSED}


@pytest.mark.parametrize(
    "question",
    ["Hoe is dat zo gekomen?", "Als je belt, wat zeg je dan?", "Op welk moment belde je?", "Waar let je op?",
     "Denk aan een maand. Wat merkte je?", "Een werkgever twijfelt. Welke stap zet je?", "Ben je er nog, zei iemand.",
     "Toen je belde, wat hoorde je?", "Met wie deelde je dat?", "Wiens woorden hoor je dan?"],
)  # fmt: skip
def test_an_open_question_is_not_called_closed(question: str) -> None:
    assert kinds(question) == set()


def test_waarom_at_the_beginning_is_told_and_elsewhere_not() -> None:
    assert kinds("Waarom koos je dit?") == {Kind.WHY}
    assert kinds("Wat zei je toen iemand vroeg waarom?") == set()


def test_a_sentence_of_more_than_twenty_words_is_told_with_how_many() -> None:
    assert kinds("Hoe " + "woog " * 18 + "je?") == set()
    (one,) = review(deck(card(1, "Kort. Hoe " + "woog " * 19 + "je?")))
    assert (one.kind, one.amount) == (Kind.LONG_SENTENCE, 21)


def test_a_word_of_more_than_twenty_letters_is_told_and_parts_around_a_dash_count_apart() -> None:
    assert found(card(1, f"Hoe woog je {'a' * 21}?")) == [(Kind.LONG_WORD, 1, "question", "a" * 21)]
    assert kinds(f"Hoe woog je {'a' * 20} en {'b' * 15}-{'c' * 15}?") == set()


@pytest.mark.parametrize(
    ("question", "words"),
    [("Wat is de geboortedatum?", "geboortedatum"), ("Noem de achternaam.", "achternaam"), ("Welk BSN hoort erbij?", "BSN"),
     ("Hoe heet de cliënt?", "Hoe heet de cliënt"), ("Welke diagnose had iemand?", "diagnose"),
     ("Wat was de naam van je cliënt?", "naam van je cliënt")],
)  # fmt: skip
def test_asking_for_what_a_client_can_be_known_by_is_told(question: str, words: str) -> None:
    assert found(card(1, question)) == [(Kind.CLIENT_DATA, 1, "question", words)]


def test_naming_such_data_without_asking_for_it_is_left_alone() -> None:
    assert kinds("Streep in gedachten de geboortedatum weg. Wat blijft er staan?") == set()
    assert kinds("Welk adres? Dat doet er niet toe.") == {Kind.CLIENT_DATA}


@pytest.mark.parametrize(
    "words", ["de juiste keuze", "een goede beslissing", "fout", "terecht", "onterecht", "goed of slecht"]
)
def test_a_word_that_judges_is_told(words: str) -> None:
    assert kinds(f"Wat vond jij daarvan, {words}?") == {Kind.JUDGING}


@pytest.mark.parametrize(
    "question",
    ["Waar kwam dat in je rapportage terecht?", "Hoe kon iemand goed werken?", "Wat bracht het juist?"],
)
def test_the_same_letters_in_another_sense_do_not_judge(question: str) -> None:
    assert kinds(question) == set()


def beginning(words: str, numbers: tuple[int, ...]) -> list[Card]:
    """Cards of which the opening questions begin the same and go on in their own way."""
    return [card(number, f"{words} {own(number, 'x').lower()}") for number in numbers]


def test_openings_that_more_than_one_card_in_eight_shares_are_told_once_with_all_cards() -> None:
    alike, others = beginning("Welke keuze", (1, 3, 5)), [card(number) for number in range(6, 12)]
    assert review(deck(*alike, *others)) == (
        Finding(Kind.OPENINGS, alike[0], "question", "Welke keuze", (3, 5), 9),
    )
    assert found(*alike[:2], *others) == []
    assert found(*alike, *(card(number) for number in range(6, 50))) == []


def test_a_first_word_that_more_than_a_third_of_the_cards_has_is_told() -> None:
    hoe, others = beginning("Hoe", (1, 2, 3)), [card(number) for number in range(4, 9)]
    assert found(*hoe, *others) == [(Kind.OPENINGS, 1, "question", "Hoe")]
    assert found(*hoe, *others, card(9)) == []


def test_three_counterweights_cut_from_one_template_are_told() -> None:
    same = [card(number, other_side=f"Stel nu eens {own(number, 'x').lower()}") for number in (1, 3, 5)]
    others = [card(number) for number in range(6, 40)]
    assert review(deck(*same, *others)) == (
        Finding(Kind.TEMPLATE, same[0], "other_side", "Stel nu eens", (3, 5), 37),
    )
    assert found(*same[:2], *others) == []


def test_two_questions_that_ask_the_same_are_told_at_the_second_with_the_number_of_the_first() -> None:
    one = card(1, "Wat merkte de cliënt van jouw twijfel over de werkplek?")
    two = card(2, deeper="Wat merkte een cliënt van de twijfel over die werkplek?")
    assert review(deck(one, two)) == (Finding(Kind.ALIKE, two, "deeper 1", two.deeper[0], (1,)),)


def test_short_questions_are_only_the_same_when_every_word_is() -> None:
    assert found(card(1, deeper="Wat deed je?"), card(2, deeper="Wat zag je?")) == []
    assert found(card(1, deeper="Wat deed je?"), card(2, deeper="Wat deed je?"))[0][:2] == (Kind.ALIKE, 2)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_decks_have_little_to_look_at_again(path: Path) -> None:
    shipped = read_deck(path)
    assert len(review(shipped)) <= len(shipped.cards) // 6


def test_two_thousand_cards_that_ask_the_same_are_looked_through_at_once() -> None:
    begun = time.process_time()
    findings = review(
        deck(*(card(number, "Hoe woog je de wens van de cliënt mee?") for number in range(1, 2001)))
    )
    assert [one.others for one in findings if one.kind is Kind.ALIKE] == [(1,)] * 1999
    assert time.process_time() - begun < 5
