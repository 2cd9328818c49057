"""The account says what was taken along, looked back at, laid on the table and moved; and without names no words."""

from dataclasses import replace

from tegenwicht.game import events, harvest, stones, tegenwicht
from tegenwicht.game.account import Account, Heading, Items, NewPage, Paragraph, Table
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.checkin import Review
from tegenwicht.game.parking import ParkThought, TakeUpThought
from tegenwicht.game.state import Session
from tegenwicht.screens.parts.account.accounts import account_of
from tests.game.tables import CLIENT, EMPLOYER, POLICY, PROFESSIONAL, TWO_OF_EACH, Play

SECRET = "Geheim"


def played() -> Session:
    """Stones, a check-in, a round with a guess, thoughts, and a harvest of three."""
    brought = (events.Brought("Noor", f"{SECRET} bellen", "2027-01-08"), events.Brought("", f"{SECRET} stil"))
    play = Play(TWO_OF_EACH, 3, order=TWO_OF_EACH, brought=brought, options=(("stones", "yes"),))
    play.do(
        events.RenameParticipant(1, "Samira"),
        Review(0, events.Reviewed.DONE),
        ParkThought(SECRET),
        ParkThought("Stil"),
    )
    play.do(*[stones.LayStone(CLIENT)] * 10, stones.SettleStones(), TakeUpThought(1))
    play.do(
        tegenwicht.DrawFrom(PROFESSIONAL),
        tegenwicht.Mention(CLIENT),
        tegenwicht.Mention(POLICY),
        tegenwicht.Mention(EMPLOYER),
        tegenwicht.FinishTurn(),
    )
    play.do(
        tegenwicht.Mention(CLIENT),
        tegenwicht.Pass(),
        tegenwicht.Pass(),
        tegenwicht.GuessRound(POLICY, PROFESSIONAL),
        events.Finish(),
    )
    play.do(
        *[stones.LayStone(CLIENT)] * 8,
        stones.LayStone(POLICY),
        stones.LayStone(EMPLOYER),
        stones.SettleStones(),
    )
    play.do(
        harvest.KeepCard(1, 11), harvest.KeepCard(2, 11), harvest.WriteSentence(1, f"{SECRET}, eerst vragen")
    )
    play.do(
        harvest.WriteIntention(1, f"{SECRET} mailen", "2027-02-01"),
        harvest.WriteIntention(3, f"{SECRET} lezen!"),
    )
    return replace(play.session)


def account(person_free: bool = False) -> Account:
    return account_of(played(), None, person_free)


def under(found: Account, heading: str) -> tuple[object, ...]:
    """The blocks between a heading and the next."""
    at = [n for n, one in enumerate(found.blocks) if isinstance(one, Heading) and one.text == heading]
    rest = found.blocks[at[0] + 1 :]
    end = next((n for n, one in enumerate(rest) if isinstance(one, Heading)), len(rest))
    return rest[:end]


def test_the_account_begins_with_what_each_takes_along() -> None:
    assert account().blocks[0] == Heading("Wat we meenemen")
    assert under(account(), "Wat we meenemen") == (
        Table(
            "Per persoon",
            ("Wie", "Wat", "Wanneer", "Kaart die bleef"),
            (
                ("Samira", f"{SECRET}, eerst vragen.\n{SECRET} mailen.", "1 februari", "11. Title 11"),
                ("Deelnemer 2", "zei het hardop", "", "11. Title 11"),
                ("Deelnemer 3", f"{SECRET} lezen!", "", ""),
            ),
            (PROFESSIONAL, PROFESSIONAL, None),
            large=True,
        ),
    )


def test_without_names_it_says_which_cards_stayed_and_nothing_that_anyone_wrote() -> None:
    found = account(person_free=True)
    assert under(found, "Wat we meenemen") == (Items(("Kaart 11, Title 11: 2 keer gekozen",)),)
    assert SECRET not in repr(found) and "Samira" not in repr(found) and "Noor" not in repr(found)


def test_it_says_how_it_went_with_what_was_brought() -> None:
    (table,) = under(account(), "Teruggekeken op de vorige keer")
    assert isinstance(table, Table)
    assert table.rows == (
        (f"{SECRET} bellen", "Noor", "gedaan"),
        (f"{SECRET} stil", "", "niet besproken"),
    )


def test_only_thoughts_that_came_on_the_table_are_told() -> None:
    assert under(account(), "Geparkeerd, en op tafel gekomen") == (Items((SECRET,)),)


def test_it_shows_the_stones_before_and_after_and_what_moved() -> None:
    moved, quiet, table, page = under(account(), "Tien stenen")
    assert page == NewPage()
    assert moved == Paragraph("Twee van de tien stenen liggen nu ergens anders.")
    assert quiet == Paragraph("Geen norm. Blijven liggen mag ook.", quiet=True)
    assert isinstance(table, Table) and table.clusters == CLUSTERS
    assert table.rows == (
        ("Beroep", 0, 0, "0"), ("Cliënt", 10, 8, "-2"), ("Werkgever", 0, 1, "+1"), ("Organisatie", 0, 0, "0"),
        ("Wet & beleid", 0, 1, "+1"), ("Professional zelf", 0, 0, "0"),
    )  # fmt: skip


def test_it_tells_what_was_guessed_beside_what_it_was() -> None:
    (table,) = under(account(), "Geraden voor er gekeken werd")
    assert isinstance(table, Table)
    assert table.rows == ((1, "Wet & beleid", "Cliënt", "Beroep", "Beroep, Organisatie, Professional zelf"),)


def test_a_session_without_all_this_says_nothing_of_it() -> None:
    plain = account_of(Play(TWO_OF_EACH).session, None, False)
    told = {one.text for one in plain.blocks if isinstance(one, Heading)}
    assert not told & {"Wat we meenemen", "Tien stenen", "Teruggekeken op de vorige keer"}
