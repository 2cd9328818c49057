"""A draft without problems is a deck; one with problems says which, where; and a kept draft is the same draft."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import deck_editing as editing
from tegenwicht.game.cards import CLUSTERS, Deck
from tegenwicht.game.text import presentable
from tegenwicht.storage.decks.drafts import KeptDraft, checked, from_json, to_json
from tests.storage.decks.deck_strategies import decks


@given(decks())
@settings(max_examples=40, deadline=None)
def test_the_draft_of_a_deck_is_that_deck(deck: Deck) -> None:
    assert checked(editing.draft_of(deck)) == (deck, ())


@given(decks(), st.text(max_size=40))
@settings(max_examples=40, deadline=None)
def test_a_draft_that_was_kept_is_the_same_draft(deck: Deck, text: str) -> None:
    def kept(words: str) -> KeptDraft:
        draft = editing.titled(editing.added(editing.draft_of(deck), CLUSTERS[1]), words)
        return KeptDraft(editing.written(draft, 1, "question", words), text)

    assert from_json(to_json(kept(text))) == kept(presentable(text)), "what no screen can show is not shown"


@given(decks(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_no_draft_and_nothing_worse(deck: Deck, data: st.DataObject) -> None:
    whole = to_json(KeptDraft(editing.draft_of(deck)))
    at = data.draw(st.integers(0, len(whole) - 1))
    spoilt = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 4)) :]
    found = from_json(spoilt)
    assert found is None or checked(found.draft) is not None


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"null", b'{"format": 2}', b"[" * 100_000, b"\xff"])
def test_another_file_is_no_draft(data: bytes) -> None:
    assert from_json(data) is None


@pytest.mark.parametrize("field", ["title", "instruction"])
def test_a_text_that_no_field_takes_is_no_draft_so_that_no_screen_has_to_show_it(field: str) -> None:
    usual = KeptDraft(editing.DeckDraft())
    assert from_json(to_json(usual._replace(draft=replace(usual.draft, **{field: "t" * 2_000})))) is not None
    assert from_json(to_json(usual._replace(draft=replace(usual.draft, **{field: "t" * 2_001})))) is None


def test_more_sources_or_cards_than_the_form_makes_are_no_draft() -> None:
    many = replace(editing.DeckDraft(), sources=("b",) * 21)
    assert from_json(to_json(KeptDraft(many))) is None
    cards = tuple(editing.CardDraft(key, CLUSTERS[0]) for key in range(1, 2_002))
    assert from_json(to_json(KeptDraft(replace(editing.DeckDraft(), cards=cards[:-1])))) is not None
    assert from_json(to_json(KeptDraft(replace(editing.DeckDraft(), cards=cards)))) is None


@pytest.mark.parametrize("field", ["version", "next_key"])
def test_a_number_that_could_not_be_written_again_is_no_draft(field: str) -> None:
    draft = replace(editing.DeckDraft(), **{field: int("9" * 4_300)})
    assert from_json(to_json(KeptDraft(draft))) is None


def faults(draft: editing.DeckDraft) -> set[tuple[int, str]]:
    return {(one.card, one.field) for one in checked(draft)[1]}


def test_an_empty_draft_says_that_it_wants_a_title_a_source_and_cards() -> None:
    assert faults(editing.DeckDraft()) == {(0, "title"), (0, "source 1"), (0, "cards")}


def test_every_problem_is_at_its_own_card_and_field_in_the_words_of_the_reader() -> None:
    draft = editing.DeckDraft("Titel", ("Bron",))
    for _ in range(2):
        draft = editing.added(draft, CLUSTERS[3])
    draft = editing.written(draft, 2, "number", "1")
    draft = editing.written(draft, 2, "title", "a" * 61)
    found = {(one.card, one.field): one.words for one in checked(draft)[1]}
    assert set(found) == {(1, "title"), (1, "question"), (2, "title"), (2, "question"), (2, "number")}
    assert found[1, "question"] == "is leeg; schrijf iets, hoogstens 160 tekens"
    assert found[2, "number"] == "1 is al gebruikt op plaats 1: geef elke kaart een eigen nummer"


def test_a_new_card_gets_an_id_from_its_title_that_no_other_card_has() -> None:
    draft = editing.DeckDraft("Titel", ("Bron",))
    for key in (1, 2):
        draft = editing.added(draft, CLUSTERS[0])
        for field in editing.TEXTS[1:]:
            draft = editing.written(draft, key, field, "Wet- en regelgeving")
    deck, _ = checked(draft)
    assert deck is not None
    assert [card.id for card in deck.cards] == ["wet-en-regelgeving", "wet-en-regelgeving-2"]
    assert deck.id == "titel"


def test_a_third_question_may_stay_empty_and_an_empty_source_does_not_count() -> None:
    draft = editing.added(editing.DeckDraft("Titel", ("", "Bron")), CLUSTERS[0])
    for field in editing.TEXTS[1:]:
        draft = editing.written(draft, 1, field, "" if field == "deeper 3" else "tekst")
    deck, _ = checked(draft)
    assert deck is not None
    assert (deck.cards[0].deeper, deck.sources) == (("tekst", "tekst"), ("Bron",))
    assert faults(replace(draft, sources=("",))) == {(0, "source 1")}
