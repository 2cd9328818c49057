"""The model session of the pictures, turn by turn, with the numbers that stand on its scale.

Five people, seats in this order: Samira, Joost, Anneke, Deniz, Willem; the first round began with Anneke.
"""

from dataclasses import replace

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Source
from tegenwicht.game.tally import Counts
from tests.game.tables import CLIENT, EMPLOYER, INDIVIDUAL, ORGANISATIONAL, POLICY, PROFESSIONAL, Play

SAMIRA, JOOST, ANNEKE, DENIZ, WILLEM = range(1, 6)
CARDS = {2: PROFESSIONAL, 8: PROFESSIONAL, 9: CLIENT, 13: CLIENT, 14: CLIENT, 16: CLIENT, 20: EMPLOYER,
         27: ORGANISATIONAL, 31: ORGANISATIONAL, 34: POLICY, 43: INDIVIDUAL, 44: INDIVIDUAL}  # fmt: skip


def model_deck() -> Deck:
    cards = (
        Card(f"card-{n}", n, c, f"Title {n}", "How?", (), "Else?", Source.PRACTICE) for n, c in CARDS.items()
    )
    return Deck("model", "Model", "nl", 1, (), tuple(cards))


def at_the_table() -> Play:
    play = Play((11,), 5)
    start = rules.start(replace(play.session.setup, title="Team Zuid"), model_deck())
    play.journal, play.timeline = [start], rules.begun(start)
    play.do(tegenwicht.GiveTurnTo(ANNEKE))
    return play


def marked(*clusters: Cluster) -> list[events.Action]:
    return list(map(tegenwicht.Mention, clusters))


def before_samira() -> Play:
    """Three turns of the first round."""
    play = at_the_table()
    play.do(
        tegenwicht.BringUp(2),
        *marked(CLIENT, INDIVIDUAL, POLICY),
        tegenwicht.FinishTurn(),
        tegenwicht.GiveTurnTo(DENIZ),
    )
    play.do(
        tegenwicht.BringUp(34),
        tegenwicht.PutAside(),
        tegenwicht.BringUp(16),
        tegenwicht.PutAside(),
        *marked(CLIENT),
        tegenwicht.Pass(),
        tegenwicht.GiveTurnTo(WILLEM),
    )
    play.do(tegenwicht.BringUp(13), *marked(INDIVIDUAL, ORGANISATIONAL), tegenwicht.FinishTurn())
    return play


def balance(play: Play) -> tuple[int, int]:
    return tegenwicht.counts_now(play.session).balance


def test_before_card_9_people_weigh_five_and_frames_three() -> None:
    play = before_samira()
    assert play.turns_to_come == (SAMIRA, JOOST)
    assert balance(play) == (5, 3)
    counts = tegenwicht.counts_now(play.session)
    assert counts == Counts(cards=(1, 1, 0, 0, 0, 0), mentions=(0, 2, 0, 1, 1, 2))
    assert play.aside == (34, 16)


def test_while_samira_tells_card_9_it_is_six_and_four_and_at_klaar_seven_and_four() -> None:
    play = before_samira()
    play.do(tegenwicht.BringUp(9), *marked(ORGANISATIONAL, INDIVIDUAL))
    assert balance(play) == (6, 4)
    play.do(tegenwicht.FinishTurn())
    assert balance(play) == (7, 4)


def test_a_counterweight_that_is_taken_back_counts_nowhere() -> None:
    play = before_samira()
    play.do(tegenwicht.BringUp(9), *marked(ORGANISATIONAL, INDIVIDUAL))
    drawn = play.do(tegenwicht.DrawCounterweight())
    assert isinstance(drawn, tegenwicht.CardDrawn)
    assert (drawn.card, drawn.opposite) == (20, 9)  # werkgever: the only cluster that did not come up yet
    play.do(events.Undo())
    assert balance(play) == (6, 4)


def first_round() -> Play:
    play = before_samira()
    play.do(tegenwicht.BringUp(9), *marked(ORGANISATIONAL, INDIVIDUAL), tegenwicht.FinishTurn())
    play.do(tegenwicht.BringUp(44), *marked(CLIENT, EMPLOYER), tegenwicht.FinishTurn())
    return play


def test_the_first_round_in_all() -> None:
    total = first_round().table.rounds[0].counts
    by_cluster = {one: (total.by_card(one), total.by_mention(one)) for one in CLUSTERS}
    assert by_cluster == {
        PROFESSIONAL: (1, 0), CLIENT: (2, 3), EMPLOYER: (0, 1), ORGANISATIONAL: (0, 2), POLICY: (0, 1),
        INDIVIDUAL: (1, 3),
    }  # fmt: skip


def test_after_the_second_round_who_guessed_professional_hears_ja_2_keer_samen_met_client() -> None:
    play = first_round()
    play.do(tegenwicht.BeginRound(), tegenwicht.BringUp(8), *marked(CLIENT, POLICY), tegenwicht.FinishTurn())
    play.do(tegenwicht.BringUp(14), *marked(PROFESSIONAL, INDIVIDUAL), tegenwicht.FinishTurn())
    play.do(
        tegenwicht.TakeBack(16),
        *marked(INDIVIDUAL),
        tegenwicht.FinishTurn(),
        tegenwicht.BringUp(27),
        *marked(CLIENT),
        tegenwicht.FinishTurn(),
    )
    play.do(tegenwicht.BringUp(43), tegenwicht.FinishTurn())
    counts = play.table.rounds[1].counts
    assert counts.mentions == (1, 2, 0, 0, 1, 2)
    found = tegenwicht.outcome(tegenwicht.Guess(INDIVIDUAL, EMPLOYER), counts)
    assert (found.most_is_right, found.times, found.together_with) == (True, 2, (CLIENT,))
    assert found.absent_is_right
