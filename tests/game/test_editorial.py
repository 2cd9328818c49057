"""What an editor would look at again: found where it is, and left alone where it is not."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.game import cards
from tegenwicht.game.cards import Card, Cluster, Deck, Source
from tegenwicht.game.editorial import Finding, Kind, review
from tegenwicht.storage.decks.reader import read_deck

SHIPPED = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))


def own(number: int, field: str) -> str:
    """A text of words that no other card and no other field has."""
    name = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return " ".join(f"{name}{field}{ending}" for ending in ("oe", "aai", "uur", "ie")).capitalize() + "?"


def card(number: int, question: str = "", deeper: str = "", other_side: str = "") -> Card:
    """A card that nobody frowns at, but for the texts that are given."""
    return Card(
        f"kaart-{number}", number, Cluster.CLIENT, "Titel", question or own(number, "q"),
        (deeper or own(number, "d"), own(number, "e"), own(number, "f")), other_side or own(number, "c"), Source.PRACTICE,
    )  # fmt: skip


def deck(*cards: Card) -> Deck:
    """A deck of these cards."""
    return Deck("proef", "Proef", "nl", 1, ("Een bron",), cards)


def found(*cards: Card) -> list[tuple[Kind, int, str, str]]:
    """The findings, as kind, number of the card, field and words."""
    return [(one.kind, one.card.number, one.field, one.found) for one in review(deck(*cards))]


def kinds(question: str) -> set[Kind]:
    """The kinds of finding in one question, but for how many questions it is."""
    return {kind for kind, *_ in found(card(1, question))} - {Kind.QUESTION_MARKS}


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


def test_a_sentence_of_more_than_twenty_words_in_a_slip_is_told_with_how_many() -> None:
    assert found(card(1, deeper="Hoe " + "w " * 18 + "je?")) == []
    (one,) = review(deck(card(1, deeper="Kort. Hoe " + "w " * 19 + "je?")))
    assert (one.kind, one.amount) == (Kind.LONG_SENTENCE, 21)


@pytest.mark.parametrize("field", ["question", "other_side"])
def test_a_question_of_more_than_fifteen_words_is_told_with_how_many(field: str) -> None:
    usual, long = "Hoe " + "w " * 13 + "je?", "Hoe " + "w " * 14 + "je?"
    assert review(deck(replace(card(1), **{field: usual}))) == ()
    assert review(deck(replace(card(1), **{field: long}))) == (
        Finding(Kind.LONG_QUESTION, replace(card(1), **{field: long}), field, long, amount=16),
    )


@pytest.mark.parametrize(("question", "marks"), [("Vertel eens.", 0), ("Wat zag je? Wat deed je?", 2)])
def test_a_card_asks_one_question(question: str, marks: int) -> None:
    assert [(one.kind, one.amount) for one in review(deck(card(1, question)))] == [
        (Kind.QUESTION_MARKS, marks)
    ]


@pytest.mark.parametrize(
    "question",
    ["Wie belde je, en wat zei je?", "Wie belde je en hoe ging dat?", "Wie belde je, maar waar wachtte je op?",
     "Wie belde je, en met wie sprak je?"],
)  # fmt: skip
@pytest.mark.parametrize("field", ["question", "deeper", "other_side"])
def test_a_second_question_that_is_hung_on_is_told(question: str, field: str) -> None:
    assert [one[0] for one in found(card(1, **{field: question}))] == [Kind.SECOND_QUESTION]


def test_two_things_in_one_question_are_one_question() -> None:
    assert found(card(1, "Wie belde je op maandag en dinsdag, en niet op woensdag?")) == []


def test_slips_are_three_short_and_begin_each_in_their_own_way() -> None:
    same = replace(card(1), deeper=("Wat zag je toen?", "Hoe kwam dat zo?", "Wat zag je niet?"))
    assert found(same) == [(Kind.SLIPS_ALIKE, 1, "deeper 3", "Wat zag")]
    assert found(replace(card(1), deeper=("Wat zag je toen?", "Hoe kwam dat?")))[0][::2] == (
        Kind.FEW_SLIPS,
        "deeper 2",
    )
    long = "Wie " + "w " * 6 + "x" * 20 + " " + "y" * 20 + " " + "z" * 20 + " " + "q" * 17
    assert len(long) == 96
    assert found(card(1, deeper=long)) == [(Kind.LONG_SLIP, 1, "deeper 1", long)]
    assert found(card(1, deeper=long[:95])) == []


def test_a_card_with_a_question_alone_is_in_order() -> None:
    assert found(Card("kaart-1", 1, Cluster.CLIENT, "Titel", "Hoe woog je dat?")) == []


def test_a_title_of_more_than_forty_characters_is_told() -> None:
    assert found(replace(card(1), title="a" * 20 + " " + "b" * 19)) == []
    assert found(replace(card(1), title="a" * 20 + " " + "b" * 20))[0][:3] == (Kind.LONG_TITLE, 1, "title")


@pytest.mark.parametrize("words", ["telde mee", "telde dat mee", "hoe koos je", "een volgende collega"])
def test_a_formula_that_three_cards_have_is_told_once_with_all_of_them(words: str) -> None:
    same = [card(number, deeper=f"{own(number, 'g')[:-1]} {words}?") for number in (1, 3, 5)]
    others = [card(number) for number in range(6, 12)]
    (one,) = review(deck(*same, *others))
    assert (one.kind, one.field, one.others, one.amount) == (Kind.FORMULA, "deeper 1", (3, 5), 9)
    assert found(*same[:2], *others) == []


def to_the_client(number: int, cluster: Cluster = Cluster.EMPLOYER) -> Card:
    """A card whose third slip is about the client."""
    slip = f"{own(number, 'g')[:-1]} de cliënt?"
    return replace(card(number), cluster=cluster, deeper=(*card(number).deeper[:2], slip))


def test_a_third_slip_that_is_the_client_on_more_than_a_third_of_the_cards_is_told() -> None:
    others = [replace(card(number), cluster=Cluster.POLICY) for number in range(11, 17)]
    slots = [to_the_client(number) for number in (1, 2, 3, 4)]
    (one,) = review(deck(*slots, *others))
    assert (one.kind, one.card.number, one.field, one.others) == (
        Kind.ALWAYS_THE_CLIENT,
        1,
        "deeper 3",
        (2, 3, 4),
    )
    assert found(*slots[:3], *others) == []
    assert found(*(to_the_client(number, Cluster.CLIENT) for number in (1, 2, 3, 4)), *others) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("de belastbaarheid van iemand", ["belastbaarheid"]), ("wat knelde er", ["knelde"]),
        ("klonk dat door", ["klonk dat door"]), ("jouw rolopvatting binnen de kaders", ["rolopvatting", "kaders"]),
        ("de knal en de kadetten", []),
    ],
)  # fmt: skip
def test_difficult_words_are_told_wherever_they_stand_but_not_in_a_published_name(
    words: str, told: list[str]
) -> None:
    asked = card(1, f"Hoe woog je {words}?")
    assert [one.found for one in review(deck(asked)) if one.kind is Kind.DIFFICULT] == told
    meant = replace(card(1), explanation=f"Dit gaat over {words}.", factor=words)
    assert [one.found for one in review(deck(meant))] == told


@pytest.mark.parametrize("kind", [kind for kind in cards.Kind if kind is not cards.Kind.FACTOR])
def test_another_kind_of_card_need_not_ask_anything(kind: cards.Kind) -> None:
    said = "Maandag 8.40. De cliënt zou om 8.30 beginnen en is er nog niet, en niemand heeft iets gehoord."
    assert found(Card("kaart-1", 1, None, "Titel", said, kind=kind)) == []


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
    assert (Kind.CLIENT_DATA, 1, "question", words) in found(card(1, question))


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
def test_of_the_shipped_decks_there_is_nothing_to_look_at_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if "format: 2" in text:
        assert [(one.kind, one.card.number, one.field, one.found) for one in review(read_deck(path))] == []


def test_two_thousand_cards_that_ask_the_same_are_looked_through_at_once() -> None:
    begun = time.process_time()
    findings = review(
        deck(*(card(number, "Hoe woog je de wens van de cliënt mee?") for number in range(1, 2001)))
    )
    assert [one.others for one in findings if one.kind is Kind.ALIKE] == [(1,)] * 1999
    assert time.process_time() - begun < 5
