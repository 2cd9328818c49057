"""What the account of a session says, whatever format it will be written in."""

import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import datetime

from hypothesis import given, settings

from tegenwicht.gallery import states
from tegenwicht.game import events, tegenwicht
from tegenwicht.game.account import (
    Account,
    CardEntry,
    Facts,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from tegenwicht.game.cards import CLUSTERS, Cluster, Moment, Rank, Source
from tegenwicht.game.state import Session
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts
from tegenwicht.report.words import top_facts
from tegenwicht.screens.parts.account.accounts import account_of, dutch_date
from tegenwicht.screens.parts.names import cluster_name
from tests.game.tables import Play, plays
from tests.report import account_samples as samples


def texts(value: object) -> list[str]:
    """Every text in an account."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def table(account: Account, caption: str) -> Table:
    return next(one for one in account.blocks if isinstance(one, Table) and one.caption == caption)


def picture(account: Account, caption: str) -> Picture:
    return next(one for one in account.blocks if isinstance(one, Picture) and one.caption == caption)


def cards(account: Account) -> list[CardEntry]:
    return [one for one in account.blocks if isinstance(one, CardEntry)]


def facts(account: Account) -> dict[str, str]:
    return dict(pair for one in account.blocks if isinstance(one, Facts) for pair in one.pairs)


@settings(max_examples=60)
@given(plays())
def test_at_any_moment_tables_and_pictures_have_the_numbers_of_the_tally(play: Play) -> None:
    account, tally = account_of(play.session, samples.DAY, True), tegenwicht.tally_of(play.session)
    total = tally.total
    for sides, number, side in zip((PEOPLE, FRAMES), total.balance, ("Mensen", "Kaders"), strict=True):
        if any(total.balance):
            drawn = picture(account, f"{side}: {number}")
            assert [(bar.label, bar.values) for bar in drawn.bars] == [
                (cluster_name(one), (total.by_card(one), total.by_mention(one))) for one in sides
            ]
            assert drawn.most == max(map(total.came_up, CLUSTERS))  # one piece is as large in both pans
    if len(tally.rounds) > 1:
        for caption, count in (("Kaarten", Counts.by_card), ("Genoemd", Counts.by_mention)):
            rows = table(account, f"{caption} per ronde").rows
            expected = [(cluster_name(one), *(count(c, one) for c in tally.rounds)) for one in CLUSTERS]
            assert list(rows) == expected


def test_no_number_of_the_tally_stands_in_it_twice() -> None:
    blocks = samples.account().blocks
    captions = [one.caption for one in blocks if isinstance(one, Table | Picture)]
    assert captions == ["Per persoon", "Mensen: 2", "Kaders: 3", "Kaarten per ronde", "Genoemd per ronde"]


def test_first_comes_what_is_taken_along_then_the_cards_then_counts_and_at_last_the_setup() -> None:
    blocks = samples.account().blocks
    front = blocks[: blocks.index(NewPage())]
    assert headings(front) == ["Wat we meenemen", "De weegschaal", "Wat bleef weg"]
    assert headings(blocks[len(front) :]) == ["De kaarten", "Per ronde", "Opzet", "Bronnen"]


def headings(blocks: tuple[object, ...]) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Heading) and one.level == 1]


@settings(max_examples=40)
@given(plays())
def test_a_table_is_as_wide_as_its_head_and_every_discussed_card_is_there(play: Play) -> None:
    account = account_of(play.session, None, False)
    for one in account.blocks:
        if isinstance(one, Table):
            assert {len(row) for row in one.rows} == {len(one.head)}
    there = [one.number for one in cards(account)]
    discussed = [card.card for _, _, card in tegenwicht.discussed(play.session)]
    assert there[: len(discussed)] == discussed


def test_a_card_says_round_who_weights_note_and_question() -> None:
    first = cards(samples.account())[0]
    assert first == CardEntry(
        21, "Title 21", Cluster.CLIENT, "Cliënt · Ronde 1 · Samira · Uit de praktijk, geschreven voor deze set",
        "Question 21?", (0, 1, 2, 0), samples.NOTE,
    )  # fmt: skip


def test_cards_put_aside_are_there_when_something_was_left_on_them() -> None:
    account = samples.account()
    at = account.blocks.index(Heading("Opzij gelegd, met notitie of gewicht", 2))
    aside = account.blocks[at + 1]
    assert isinstance(aside, CardEntry)
    assert (aside.number, aside.weights, aside.note) == (61, (1, 1, 1, 0), samples.ASIDE)


def test_before_the_end_the_cards_of_this_round_and_of_the_table_are_there() -> None:
    account = samples.account(finished=False)
    assert facts(account)["Stand"] == "De sessie is nog bezig."
    discussed, on_table = cards(account)[-3], cards(account)[-2]
    assert "Ronde 2" in discussed.about and "nu op tafel" not in discussed.about
    assert "Ronde 2 · Joost · nu op tafel" in on_table.about
    assert on_table.note == samples.NOTE


def test_a_published_place_is_never_a_norm_and_never_seen_before_weighing() -> None:
    session = ranked(samples.played(finished=False))
    entries = cards(account_of(session, samples.DAY, False))
    assert entries[0].about.endswith("In het onderzoek: plaats 2 van 41, geen norm")
    on_table = next(one for one in entries if "nu op tafel" in one.about)
    assert "plaats" not in on_table.about


def ranked(session: Session) -> Session:
    """All cards as if their places were published."""
    cards = {
        number: replace(card, source=Source.TABLE, rank=Rank(2, (1, 2, 3, 4, 5, 6)))
        for number, card in session.cards.items()
    }
    return replace(session, cards=cards)


def test_without_persons_no_name_and_nothing_that_was_written_is_left() -> None:
    session = samples.played()
    setup = replace(session.setup, title="Team van Samira", subject="Iets over Joost")
    account = account_of(replace(session, setup=setup), samples.DAY, True)
    whole = "\n".join(texts(account))
    for words in (
        *samples.NAMES,
        samples.NOTE,
        samples.ASIDE,
        samples.POINT,
        "Team",
        "Deelnemer 1",
        "jobcoach",
    ):
        assert words not in whole
    assert account.person_free
    assert account.title == "Sessie Tegenwicht"
    assert facts(account)["Deelnemers"] == "3 deelnemers"
    assert cards(account)[0].weights == (0, 1, 2, 0)
    assert not [one for one in account.blocks if isinstance(one, Quote)]


def test_the_setup_says_who_what_and_how() -> None:
    session = samples.played()
    setup = replace(session.setup, subject="Een intake", moment=Moment.INTAKE, clusters=CLUSTERS[:2])
    account = account_of(replace(session, setup=setup, talking_seconds=0), samples.DAY, False)
    said = facts(account)
    assert said["Deelnemers"] == "Samira, Joost (jobcoach), Anneke (klantmanager)"
    assert (said["Rondes"], said["Trekken"], said["Kaartset"]) == ("2 gepland", "Kiezen of loten", "Small")
    assert (said["Denktijd"], said["Gesprekstijd"]) == ("30 seconden", "uit")
    assert said["Moment in de klantreis"] == "Intake"
    assert said["Clusters"] == "Beroep, Cliënt"
    assert account.subject == "Een intake"  # at the top, and there alone
    assert "Een intake" not in said.values()


def test_who_left_is_still_named() -> None:
    play = Play((11, 21, 31), 3)
    play.do(tegenwicht.Draw(), tegenwicht.FinishTurn(), events.RemoveParticipant(1))
    said = facts(account_of(play.session, samples.DAY, False))
    assert said["Deelnemers"] == "Deelnemer 1 (eerder weggegaan), Deelnemer 2, Deelnemer 3"


def test_people_with_one_name_are_told_apart_wherever_the_report_names_them() -> None:
    session = samples.played()
    first, second, *rest = session.participants
    session = replace(
        session, participants=(replace(first, name="Els"), replace(second, name="els"), *rest),
        learning_points=((first.id, "Eén"), (second.id, "Twee")),
    )  # fmt: skip
    account = account_of(session, None, person_free=False)
    said = " ".join(texts(account))
    assert "Els (1)" in facts(account)["Deelnemers"] and "els (2)" in facts(account)["Deelnemers"]
    assert said.count("Els (1)") >= 2 and said.count("els (2)") >= 2
    assert not [one for one in texts(account) if one == "Els"]


def test_learning_points_of_old_sessions_are_what_was_taken_along_and_sources_come_last() -> None:
    session = samples.played()
    account = account_of(
        replace(session, deck=replace(session.deck, sources=("Een bron",))), samples.DAY, False
    )
    along = table(account, "Per persoon")
    assert along.rows[0] == ("Samira", samples.POINT)  # nobody has a day or a card
    assert account.blocks[-3:] == (
        Heading("Bronnen"),
        Paragraph("Een plaats uit het onderzoek is een gemiddelde van toen, geen norm."),
        Items(("Een bron",), quiet=True),
    )


def test_what_stayed_away_comes_with_a_question() -> None:
    play = Play((11, 21), 1)
    play.do(tegenwicht.Draw(), tegenwicht.FinishTurn(), tegenwicht.Draw())
    account = account_of(play.session, samples.DAY, False)
    at = account.blocks.index(Heading("Wat bleef weg"))
    spots = account.blocks[at + 1]
    assert isinstance(spots, Items)
    away = tegenwicht.tally_of(play.session).total.stayed_away
    assert len(away) > 3
    for text, cluster in zip(spots.items, away, strict=True):
        assert text.startswith(f"{cluster_name(cluster)}: ")
        assert text.endswith("?") and "kwam niet langs" not in text  # the heading says that


def test_what_only_came_up_in_the_talk_is_told_apart_from_what_stayed_away() -> None:
    play = Play((11, 21), 1)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.Mention(Cluster.EMPLOYER),
        tegenwicht.Mention(Cluster.POLICY),
        tegenwicht.FinishTurn(),
    )
    said = [one.text for one in account_of(play.session, None, False).blocks if isinstance(one, Paragraph)]
    assert "Werkgever en Wet & beleid kwamen alleen in het gesprek langs, niet als kaart." in said


def test_dates_are_dutch() -> None:
    assert dutch_date(datetime(2026, 3, 1)) == "1 maart 2026"
    assert dutch_date(None) == ""


def test_an_account_needs_no_screen() -> None:
    code = (
        "from tests.report.account_samples import account; print(len(account().blocks))\n"
        "import pygame; print(pygame.display.get_init())"
    )
    env = {"PYTHONPATH": ".", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{len(samples.account().blocks)}\nFalse\n", "")


def test_what_a_session_is_about_is_said_at_the_top_and_not_once_more() -> None:
    playing = states.all_screens()["peeling, closing"].playing
    assert playing is not None
    session = playing.timeline.session
    report = account_of(session, samples.DAY, False)
    assert dict(top_facts(report).pairs)["Onderwerp"] == session.setup.subject != ""
    assert session.setup.subject not in texts(report.blocks)
    assert account_of(session, samples.DAY, True).subject == ""
