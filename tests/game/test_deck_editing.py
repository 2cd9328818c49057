"""Edits of a deck: each does what it says, and undo brings back exactly what was there."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import deck_editing
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Kind, Rank, Source
from tegenwicht.storage.decks import checks as deck_checks
from tegenwicht.storage.decks import reader as decks

RANK = Rank(2, (1, 4, 4, 2, 4, 5))


def card(number: int, cluster: Cluster) -> Card:
    return Card(
        f"kaart-{number}", number, cluster, f"Titel {number}", "Hoe weeg je dat?", ("Waarom?", "Wanneer?"),
        "En andersom?", Source.TABLE if number == 1 else Source.PRACTICE, RANK if number == 1 else None,
    )  # fmt: skip


DECK = Deck(
    "proef", "Proef", "nl", 3, ("Eigen kaarten.",),
    (card(1, CLUSTERS[0]), card(2, CLUSTERS[0]), card(3, CLUSTERS[2]), card(4, CLUSTERS[2]), card(5, CLUSTERS[5])),
)  # fmt: skip
DRAFT = deck_editing.draft_of(DECK)
Edit = Callable[[deck_editing.DeckDraft], deck_editing.DeckDraft]

keys = st.integers(0, 9)
texts = st.text(max_size=12)
clusters = st.sampled_from(CLUSTERS)
edits: st.SearchStrategy[tuple[str, Edit]] = st.one_of(
    st.builds(lambda c: ("add", lambda x: deck_editing.added(x, c)), clusters),
    st.builds(lambda k: ("duplicate", lambda x: deck_editing.duplicated(x, k)), keys),
    st.builds(lambda k: ("remove", lambda x: deck_editing.removed(x, k)), keys),
    st.builds(lambda k, by: ("up", lambda x: deck_editing.moved(x, k, by)), keys, st.sampled_from([-1, 1])),
    st.builds(
        lambda k, f, t: (f"{f}:{k}", lambda x: deck_editing.written(x, k, f, t)),
        keys,
        st.sampled_from(deck_editing.TEXTS),
        texts,
    ),
    st.builds(lambda k, c: ("cluster", lambda x: deck_editing.in_cluster(x, k, c)), keys, clusters),
    st.builds(
        lambda k, s: ("source", lambda x: deck_editing.from_source(x, k, s)),
        keys,
        st.sampled_from(list(Source)),
    ),
    st.builds(lambda t: ("title:0", lambda x: deck_editing.titled(x, t)), texts),
    st.builds(
        lambda n, t: (f"source {n}:0", lambda x: deck_editing.sourced(x, n, t)), st.integers(0, 21), texts
    ),
    st.just(("renumber", deck_editing.renumbered)),
)


@given(st.lists(edits, max_size=25))
@settings(max_examples=150, deadline=None)
def test_undo_returns_exactly_what_was_there_and_redo_what_was_done(steps: list[tuple[str, Edit]]) -> None:
    history, seen = deck_editing.History(DRAFT), [DRAFT]
    for what, edit in steps:
        after = history.edited(edit(history.now), what)
        if after.done != history.done:
            seen.append(after.now)
        seen[-1] = after.now  # typing on in one field is one edit
        history = after
    for draft in reversed(seen):
        assert history.now == draft
        history = history.undo()
    assert history.now == DRAFT and not history.done and history.undo() is history
    for draft in seen:
        assert history.now == draft
        history = history.redo()
    assert history.redo() is history


@given(st.lists(edits, max_size=25))
@settings(max_examples=100, deadline=None)
def test_whatever_is_done_every_card_keeps_a_key_of_its_own_and_clusters_stay_together(
    steps: list[tuple[str, Edit]],
) -> None:
    draft = DRAFT
    for _, edit in steps:
        draft = edit(draft)
    found = [one.key for one in draft.cards]
    assert len(found) == len(set(found)) and all(0 < key < draft.next_key for key in found)
    order = [one.cluster for one in draft.cards]
    assert order == sorted(order, key=CLUSTERS.index)


def test_a_new_card_comes_behind_those_of_its_cluster_with_the_next_number() -> None:
    draft = deck_editing.added(DRAFT, CLUSTERS[2])
    assert [(one.key, one.number) for one in draft.of(CLUSTERS[2])] == [(3, "3"), (4, "4"), (6, "6")]
    assert [one.key for one in draft.cards] == [1, 2, 3, 4, 6, 5]


def test_the_first_card_of_a_cluster_comes_between_the_clusters_around_it() -> None:
    draft = deck_editing.added(DRAFT, CLUSTERS[1])
    assert [one.key for one in draft.cards] == [1, 2, 6, 3, 4, 5]


def test_when_the_highest_number_is_taken_a_new_card_gets_the_first_that_is_free() -> None:
    draft = deck_editing.added(deck_editing.written(DRAFT, 5, "number", "9999"), CLUSTERS[0])
    assert draft.card(6).number == "5"  # type: ignore[union-attr]


def test_a_copy_stands_behind_its_card_and_has_no_published_place() -> None:
    draft = deck_editing.duplicated(DRAFT, 1)
    copy = draft.cards[1]
    assert (copy.title, copy.number, copy.id, copy.rank) == ("Titel 1", "6", "", None)
    assert copy.source is Source.PRACTICE


def test_moving_stays_within_the_cluster() -> None:
    assert [one.key for one in deck_editing.moved(DRAFT, 4, -1).cards] == [1, 2, 4, 3, 5]
    assert deck_editing.moved(DRAFT, 3, -1) is DRAFT
    assert deck_editing.moved(DRAFT, 5, 1) is DRAFT


def test_a_card_moves_to_the_end_of_another_cluster() -> None:
    draft = deck_editing.in_cluster(DRAFT, 1, CLUSTERS[2])
    assert [one.key for one in draft.cards] == [2, 3, 4, 1, 5]


def test_only_a_card_with_a_published_place_can_come_from_the_studys_tables() -> None:
    assert deck_editing.from_source(DRAFT, 2, Source.TABLE) is DRAFT
    away = deck_editing.from_source(DRAFT, 1, Source.PRACTICE)
    assert deck_editing.as_it_will_look(away.cards[0]).rank is None
    assert deck_editing.as_it_will_look(deck_editing.from_source(away, 1, Source.TABLE).cards[0]).rank == RANK


def test_new_numbers_follow_the_clusters() -> None:
    draft = deck_editing.renumbered(deck_editing.removed(deck_editing.added(DRAFT, CLUSTERS[1]), 1))
    assert [one.number for one in draft.cards] == ["1", "2", "3", "4", "5"]


def test_there_is_no_card_more_than_a_deck_may_have() -> None:
    draft = DRAFT
    many = tuple(deck_editing.CardDraft(key, CLUSTERS[0]) for key in range(1, deck_editing.MOST_CARDS + 1))
    draft = deck_editing.DeckDraft(cards=many, next_key=deck_editing.MOST_CARDS + 1)
    assert deck_editing.added(draft, CLUSTERS[0]) is draft
    assert deck_editing.duplicated(draft, 1) is draft


@pytest.mark.parametrize(("gone", "shown"), [(1, 2), (2, 3), (5, 4), (9, 0)])
def test_when_a_card_goes_the_next_is_shown_or_else_the_one_before(gone: int, shown: int) -> None:
    assert deck_editing.beside(DRAFT, gone) == shown


def test_typing_on_in_one_field_is_one_edit_and_another_field_another() -> None:
    history = deck_editing.History(DRAFT)
    for text in ("N", "Ni", "Nieuw"):
        history = history.edited(deck_editing.written(history.now, 1, "title", text), "title:1")
    history = history.edited(deck_editing.written(history.now, 2, "title", "Ook"), "title:2")
    assert history.undo().now.cards[0].title == "Nieuw"
    assert history.undo().undo().now == DRAFT


def test_what_was_undone_is_gone_after_another_edit() -> None:
    history = deck_editing.History(DRAFT).edited(deck_editing.titled(DRAFT, "A"), "title:0").undo()
    history = history.edited(deck_editing.titled(DRAFT, "B"), "title:0")
    assert not history.undone and history.undo().now == DRAFT


def test_no_more_edits_are_remembered_than_two_hundred() -> None:
    history = deck_editing.History(DRAFT)
    for _ in range(deck_editing.MOST_UNDONE + 50):
        history = history.edited(
            deck_editing.moved(history.now, 1, 1 if history.now.cards[0].key == 1 else -1), "up"
        )
    assert len(history.done) == deck_editing.MOST_UNDONE


def test_the_limits_are_those_of_the_reader_of_decks() -> None:
    most = deck_checks
    assert {
        "title": most.MOST_IN_TITLE, "question": most.MOST_IN_QUESTION, "deeper 1": most.MOST_IN_DEEPER,
        "deeper 2": most.MOST_IN_DEEPER, "deeper 3": most.MOST_IN_DEEPER,
        "other_side": most.MOST_IN_OTHER_SIDE, "explanation": most.MOST_IN_EXPLANATION,
        "source": most.MOST_IN_SOURCE, "instruction": most.MOST_IN_INSTRUCTION,
    } == deck_editing.LONGEST  # fmt: skip
    assert (decks.MOST_CARDS, most.MOST_SOURCES, most.HIGHEST_NUMBER) == (
        deck_editing.MOST_CARDS, deck_editing.MOST_SOURCES, deck_editing.HIGHEST_NUMBER,
    )  # fmt: skip


def test_a_card_of_another_kind_leaves_its_cluster_and_as_a_factor_gets_one_again() -> None:
    draft = deck_editing.added(deck_editing.added(deck_editing.DeckDraft(), Cluster.CLIENT), Cluster.POLICY)
    other = deck_editing.of_kind(draft, 1, Kind.STATEMENT)
    assert [(card.key, card.family) for card in other.cards] == [(2, Cluster.POLICY), (1, Kind.STATEMENT)]
    assert deck_editing.in_cluster(other, 1, Cluster.CLIENT).cards[0].family is Cluster.CLIENT
    back = deck_editing.of_kind(other, 1, Kind.FACTOR)
    assert [(card.key, card.family) for card in back.cards] == [
        (1, Cluster.PROFESSIONAL),
        (2, Cluster.POLICY),
    ]
    assert deck_editing.in_cluster(draft, 1, None) is draft
    assert deck_editing.of_kind(draft, 9, Kind.JOKER) is draft


def test_a_new_card_is_of_the_list_in_which_it_is_begun() -> None:
    draft = deck_editing.added(deck_editing.added(deck_editing.DeckDraft(), Kind.JOKER), Cluster.POLICY)
    assert [(card.kind, card.cluster) for card in draft.cards] == [
        (Kind.FACTOR, Cluster.POLICY),
        (Kind.JOKER, None),
    ]


def test_a_picture_comes_and_goes_and_can_be_undone() -> None:
    draft = deck_editing.added(deck_editing.DeckDraft(), Cluster.POLICY)
    history = deck_editing.History(draft).edited(deck_editing.pictured(draft, 1, "coffee"), "picture")
    assert history.now.cards[0].picture == "coffee"
    assert history.undo().now.cards[0].picture == ""
    assert deck_editing.as_it_will_look(history.now.cards[0]).picture == "coffee"


def test_a_card_without_slips_or_other_side_looks_as_empty_as_it_is() -> None:
    card = deck_editing.as_it_will_look(
        deck_editing.CardDraft(1, Cluster.POLICY, "1", "Tijd", "Hoe woog je dat?")
    )
    assert (card.deeper, card.other_side, card.explanation) == ((), "", "")


def test_only_a_factor_keeps_its_published_place() -> None:
    draft = deck_editing.of_kind(DRAFT, 1, Kind.SITUATION)
    (card,) = draft.of(Kind.SITUATION)
    assert (card.source, deck_editing.as_it_will_look(card).rank) == (Source.PRACTICE, None)
