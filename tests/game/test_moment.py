"""The moment of the klantreis, and cards whose own words are about another one."""

import pytest

from tegenwicht.game.cards import Card, Cluster, Moment, moment_for


def card(question: str, other_side: str = "") -> Card:
    return Card("k", 1, Cluster.ORGANISATIONAL, "Uit het dossier", question, other_side=other_side)


@pytest.mark.parametrize("moment", [None, *Moment])
def test_a_card_that_names_no_moment_is_about_the_one_that_was_chosen(moment: Moment | None) -> None:
    assert moment_for(card("Wat las je laatst en vergat je niet?"), moment) is moment


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("Welke zin kreeg je tijdens de intake niet uit je hoofd?", Moment.INTAKE),
        ("Wat zei je in het eerste gesprek niet?", Moment.INTAKE),
        ("Wat stond er niet in het Plan van aanpak?", Moment.PLAN),
        ("Wat bracht een voortgangsgesprek aan het licht?", Moment.PROGRESS),
    ],
)
def test_a_card_about_another_moment_says_nothing_of_the_one_that_was_chosen(words: str, own: Moment) -> None:
    for one in (card(words), card("Wat las je?", words)):
        assert [moment for moment in Moment if moment_for(one, moment)] == [own]
        assert moment_for(one, None) is None
