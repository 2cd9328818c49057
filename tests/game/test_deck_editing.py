"""Edits of a deck: each does what it says, and undo brings back exactly what was there."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import deck_editing as d
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
DRAFT = d.draft_of(DECK)
Edit = Callable[[d.DeckDraft], d.DeckDraft]

keys = st.integers(0, 9)
texts = st.text(max_size=12)
clusters = st.sampled_from(CLUSTERS)
edits: st.SearchStrategy[tuple[str, Edit]] = st.one_of(
    st.builds(lambda c: ("add", lambda x: d.added(x, c)), clusters),
    st.builds(lambda k: ("duplicate", lambda x: d.duplicated(x, k)), keys),
    st.builds(lambda k: ("remove", lambda x: d.removed(x, k)), keys),
    st.builds(lambda k, by: ("up", lambda x: d.moved(x, k, by)), keys, st.sampled_from([-1, 1])),
    st.builds(
        lambda k, f, t: (f"{f}:{k}", lambda x: d.written(x, k, f, t)), keys, st.sampled_from(d.TEXTS), texts
    ),
    st.builds(lambda k, c: ("cluster", lambda x: d.in_cluster(x, k, c)), keys, clusters),
    st.builds(lambda k, s: ("source", lambda x: d.from_source(x, k, s)), keys, st.sampled_from(list(Source))),
    st.builds(lambda t: ("title:0", lambda x: d.titled(x, t)), texts),
    st.builds(lambda n, t: (f"source {n}:0", lambda x: d.sourced(x, n, t)), st.integers(0, 21), texts),
    st.just(("renumber", d.renumbered)),
)


@given(st.lists(edits, max_size=25))
@settings(max_examples=150, deadline=None)
def test_undo_returns_exactly_what_was_there_and_redo_what_was_done(steps: list[tuple[str, Edit]]) -> None:
    history, seen = d.History(DRAFT), [DRAFT]
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
    draft = d.added(DRAFT, CLUSTERS[2])
    assert [(one.key, one.number) for one in draft.of(CLUSTERS[2])] == [(3, "3"), (4, "4"), (6, "6")]
    assert [one.key for one in draft.cards] == [1, 2, 3, 4, 6, 5]


def test_the_first_card_of_a_cluster_comes_between_the_clusters_around_it() -> None:
    draft = d.added(DRAFT, CLUSTERS[1])
    assert [one.key for one in draft.cards] == [1, 2, 6, 3, 4, 5]


def test_when_the_highest_number_is_taken_a_new_card_gets_the_first_that_is_free() -> None:
    draft = d.added(d.written(DRAFT, 5, "number", "9999"), CLUSTERS[0])
    assert draft.card(6).number == "5"  # type: ignore[union-attr]


def test_a_copy_stands_behind_its_card_and_has_no_published_place() -> None:
    draft = d.duplicated(DRAFT, 1)
    copy = draft.cards[1]
    assert (copy.title, copy.number, copy.id, copy.rank) == ("Titel 1", "6", "", None)
    assert copy.source is Source.PRACTICE


def test_moving_stays_within_the_cluster() -> None:
    assert [one.key for one in d.moved(DRAFT, 4, -1).cards] == [1, 2, 4, 3, 5]
    assert d.moved(DRAFT, 3, -1) is DRAFT
    assert d.moved(DRAFT, 5, 1) is DRAFT


def test_a_card_moves_to_the_end_of_another_cluster() -> None:
    draft = d.in_cluster(DRAFT, 1, CLUSTERS[2])
    assert [one.key for one in draft.cards] == [2, 3, 4, 1, 5]


def test_only_a_card_with_a_published_place_can_come_from_the_studys_tables() -> None:
    assert d.from_source(DRAFT, 2, Source.TABLE) is DRAFT
    away = d.from_source(DRAFT, 1, Source.PRACTICE)
    assert d.as_it_will_look(away.cards[0]).rank is None
    assert d.as_it_will_look(d.from_source(away, 1, Source.TABLE).cards[0]).rank == RANK


def test_new_numbers_follow_the_clusters() -> None:
    draft = d.renumbered(d.removed(d.added(DRAFT, CLUSTERS[1]), 1))
    assert [one.number for one in draft.cards] == ["1", "2", "3", "4", "5"]


def test_there_is_no_card_more_than_a_deck_may_have() -> None:
    draft = DRAFT
    many = tuple(d.CardDraft(key, CLUSTERS[0]) for key in range(1, d.MOST_CARDS + 1))
    draft = d.DeckDraft(cards=many, next_key=d.MOST_CARDS + 1)
    assert d.added(draft, CLUSTERS[0]) is draft
    assert d.duplicated(draft, 1) is draft


@pytest.mark.parametrize(("gone", "shown"), [(1, 2), (2, 3), (5, 4), (9, 0)])
def test_when_a_card_goes_the_next_is_shown_or_else_the_one_before(gone: int, shown: int) -> None:
    assert d.beside(DRAFT, gone) == shown


def test_typing_on_in_one_field_is_one_edit_and_another_field_another() -> None:
    history = d.History(DRAFT)
    for text in ("N", "Ni", "Nieuw"):
        history = history.edited(d.written(history.now, 1, "title", text), "title:1")
    history = history.edited(d.written(history.now, 2, "title", "Ook"), "title:2")
    assert history.undo().now.cards[0].title == "Nieuw"
    assert history.undo().undo().now == DRAFT


def test_what_was_undone_is_gone_after_another_edit() -> None:
    history = d.History(DRAFT).edited(d.titled(DRAFT, "A"), "title:0").undo()
    history = history.edited(d.titled(DRAFT, "B"), "title:0")
    assert not history.undone and history.undo().now == DRAFT


def test_no_more_edits_are_remembered_than_two_hundred() -> None:
    history = d.History(DRAFT)
    for _ in range(d.MOST_UNDONE + 50):
        history = history.edited(d.moved(history.now, 1, 1 if history.now.cards[0].key == 1 else -1), "up")
    assert len(history.done) == d.MOST_UNDONE


def test_the_limits_are_those_of_the_reader_of_decks() -> None:
    most = deck_checks
    assert {
        "title": most.MOST_IN_TITLE, "question": most.MOST_IN_QUESTION, "deeper 1": most.MOST_IN_DEEPER,
        "deeper 2": most.MOST_IN_DEEPER, "deeper 3": most.MOST_IN_DEEPER,
        "other_side": most.MOST_IN_OTHER_SIDE, "explanation": most.MOST_IN_EXPLANATION,
        "source": most.MOST_IN_SOURCE, "instruction": most.MOST_IN_INSTRUCTION,
    } == d.LONGEST  # fmt: skip
    assert (decks.MOST_CARDS, most.MOST_SOURCES, most.HIGHEST_NUMBER) == (
        d.MOST_CARDS, d.MOST_SOURCES, d.HIGHEST_NUMBER,
    )  # fmt: skip


def test_a_card_of_another_kind_leaves_its_cluster_and_as_a_factor_gets_one_again() -> None:
    draft = d.added(d.added(d.DeckDraft(), Cluster.CLIENT), Cluster.POLICY)
    other = d.of_kind(draft, 1, Kind.STATEMENT)
    assert [(card.key, card.family) for card in other.cards] == [(2, Cluster.POLICY), (1, Kind.STATEMENT)]
    assert d.in_cluster(other, 1, Cluster.CLIENT).cards[0].family is Cluster.CLIENT
    back = d.of_kind(other, 1, Kind.FACTOR)
    assert [(card.key, card.family) for card in back.cards] == [
        (1, Cluster.PROFESSIONAL),
        (2, Cluster.POLICY),
    ]
    assert d.in_cluster(draft, 1, None) is draft
    assert d.of_kind(draft, 9, Kind.JOKER) is draft


def test_a_new_card_is_of_the_list_in_which_it_is_begun() -> None:
    draft = d.added(d.added(d.DeckDraft(), Kind.JOKER), Cluster.POLICY)
    assert [(card.kind, card.cluster) for card in draft.cards] == [
        (Kind.FACTOR, Cluster.POLICY),
        (Kind.JOKER, None),
    ]


def test_a_picture_comes_and_goes_and_can_be_undone() -> None:
    draft = d.added(d.DeckDraft(), Cluster.POLICY)
    history = d.History(draft).edited(d.pictured(draft, 1, "coffee"), "picture")
    assert history.now.cards[0].picture == "coffee"
    assert history.undo().now.cards[0].picture == ""
    assert d.as_it_will_look(history.now.cards[0]).picture == "coffee"


def test_a_card_without_slips_or_other_side_looks_as_empty_as_it_is() -> None:
    card = d.as_it_will_look(d.CardDraft(1, Cluster.POLICY, "1", "Tijd", "Hoe woog je dat?"))
    assert (card.deeper, card.other_side, card.explanation) == ((), "", "")


def test_only_a_factor_keeps_its_published_place() -> None:
    draft = d.of_kind(DRAFT, 1, Kind.SITUATION)
    (card,) = draft.of(Kind.SITUATION)
    assert (card.source, d.as_it_will_look(card).rank) == (Source.PRACTICE, None)
