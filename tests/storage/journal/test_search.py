"""Finding sessions and adding up what came up in them: the same in memory and on disk, and fast with many."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game.tegenwicht import tally_of
from tegenwicht.storage.journal.contract import Totals
from tegenwicht.storage.journal.journal import Journal, MemoryJournal, open_journal
from tegenwicht.storage.journal.searching import folded, holds
from tests.storage.session_samples import begun, play, row, started


@pytest.fixture(params=["memory", "sqlite"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    made: Journal = MemoryJournal() if request.param == "memory" else open_journal(tmp_path / "data")[0]
    yield made
    made.close()


def with_titles(journal: Journal, *titles: str) -> None:
    for number, title in enumerate(titles):
        shown = row(str(number), f"2026-11-{number + 1:02}", title=title, line=f"Ronde {number}")
        journal.begin(shown, [started()])


def found(journal: Journal, search: str) -> list[str]:
    titles = [one.title for one in journal.sessions(search=search)]
    assert journal.count(search) == len(titles)
    return titles


@pytest.mark.parametrize(
    ("search", "titles"),
    [
        ("", ["100% inzet", "a_b", "Team Zuid", "José belt"]),
        ("jose", ["José belt"]),
        ("JOSÉ", ["José belt"]),
        ("  zuid team ", ["Team Zuid"]),
        ("team noord", []),
        ("%", ["100% inzet"]),
        ("_", ["a_b"]),
        ("ronde 1", ["Team Zuid", "100% inzet"]),
        ("'", []),
        ("\\", []),
    ],
)  # fmt: skip
def test_a_search_looks_in_title_and_line_whatever_case_and_accents(
    journal: Journal, search: str, titles: list[str]
) -> None:
    with_titles(journal, "José belt", "Team Zuid", "a_b", "100% inzet")
    assert sorted(found(journal, search)) == sorted(titles)


def test_what_is_found_comes_a_page_at_a_time_last_changed_first(journal: Journal) -> None:
    with_titles(journal, *(f"Team {number % 2}" for number in range(9)))
    assert [one.id for one in journal.sessions(search="team 1", limit=2, offset=1)] == ["5", "3"]
    assert [one.id for one in journal.sessions(search="team 0", unfinished_only=True, limit=1)] == ["8"]


@given(st.text(), st.text(max_size=5))
def test_any_piece_of_a_text_is_found_in_it(text: str, more: str) -> None:
    assert holds(text + more, text)
    assert holds(text.upper(), text) or folded(text.upper()) != folded(text)


# -- totals


def test_totals_say_how_often_each_cluster_came_up_and_where_it_stayed_away(journal: Journal) -> None:
    journal.begin(row("een", title="Noord", came_up=(1, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0)), [started()])
    journal.begin(row("twee", title="Zuid", came_up=(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), [started()])
    journal.begin(row("oud", title="Zuid"), [started()])
    both = Totals(2, (2, 0, 2, 0, 0, 0), (0, 3, 0, 0, 0, 1), (0, 1, 1, 2, 2, 1), unknown=1)
    assert journal.totals() == both
    assert journal.totals("noord").stayed_away == (0, 0, 0, 1, 1, 1)
    assert journal.totals("nergens") == Totals(0, (0,) * 6, (0,) * 6, (0,) * 6, 0)
    assert journal.totals(limit=1).sessions + journal.totals(limit=1).unknown == 1


def test_from_a_session_in_which_nothing_came_up_nothing_stayed_away(journal: Journal) -> None:
    journal.begin(row("een", came_up=(1, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0)), [started()])
    journal.begin(row("leeg", came_up=(0,) * 12), [started()])
    assert journal.totals().sessions == 2
    assert journal.totals().stayed_away == (0, 0, 0, 1, 1, 1)


def test_the_list_has_the_tally_of_every_session(journal: Journal) -> None:
    for number in range(4):
        session = begun(journal, f"sessie{number}")
        play(session, 60, seed=number)
        total = tally_of(session.timeline.session).total
        (listed,) = (one for one in journal.sessions() if one.id == session.id)
        assert listed.came_up == (*total.cards, *total.mentions)
        assert sum(listed.came_up)


# -- rows from before the tally was kept


def forget_tallies(folder: Path) -> None:
    with sqlite3.connect(folder / "journal.sqlite3") as database:
        database.execute("UPDATE session SET came_up = NULL")
    database.close()


def test_old_rows_are_filled_in_a_few_at_a_time_as_they_would_have_been(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    for number in range(5):
        play(begun(journal, f"sessie{number}"), 40, seed=number)
    before = journal.sessions()
    forget_tallies(tmp_path)
    assert [one.came_up for one in journal.sessions()] == [None] * 5
    assert (journal.totals().sessions, journal.totals().unknown) == (0, 5)
    assert [journal.reckon_tallies(2) for _ in range(4)] == [2, 2, 1, 0]
    assert journal.sessions() == before


def test_an_unreadable_session_is_looked_at_once(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    play(begun(journal), 10)
    forget_tallies(tmp_path)
    with sqlite3.connect(tmp_path / "journal.sqlite3") as database:
        database.execute("UPDATE event SET data = x'ff' WHERE number = 3")
    database.close()
    assert [journal.reckon_tallies(), journal.reckon_tallies()] == [1, 0]
    assert journal.sessions()[0].came_up is None
    assert journal.totals().unknown == 1


def test_a_tally_that_is_damaged_is_not_counted(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    play(begun(journal), 10)
    with sqlite3.connect(tmp_path / "journal.sqlite3") as database:
        database.execute("UPDATE session SET came_up = '[1,'")
    database.close()
    assert journal.sessions()[0].came_up is None
    assert (journal.totals().sessions, journal.totals().unknown) == (0, 1)


def test_a_row_filled_in_is_the_same_session_in_another_process(tmp_path: Path) -> None:
    one, two = open_journal(tmp_path)[0], open_journal(tmp_path)[0]
    session = begun(one)
    play(session, 20)
    forget_tallies(tmp_path)
    assert two.reckon_tallies() == 1
    play(session, 5)
    assert two.sessions() == [session.row]


# -- many


def many(folder: Path, count: int) -> Journal:
    open_journal(folder)[0].close()
    came_up = "[1,0,2,0,0,1,0,3,0,0,0,0]"
    with sqlite3.connect(folder / "journal.sqlite3") as database:
        database.executemany(
            "INSERT INTO session VALUES (?, 'tegenwicht', ?, ?, ?, 0, 1, 'Ronde 2 van 3', ?, ?)",
            (
                (f"{number:032}", f"Team {number} é", day, f"{day}T10:{number:06}", came_up, day)
                for number in range(count)
                for day in (f"20{number // 300:02}-11-{number % 28 + 1:02}",)
            ),
        )
    database.close()
    return open_journal(folder)[0]


def fastest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(7):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def test_the_first_page_of_ten_thousand_takes_the_time_of_ten(tmp_path: Path) -> None:
    few, lots = many(tmp_path / "few", 10), many(tmp_path / "lots", 10_000)
    for ask in (
        lambda journal: journal.sessions(limit=10),
        lambda journal: journal.sessions(limit=10, unfinished_only=True),
        lambda journal: journal.sessions(limit=10, search="team"),
    ):
        assert fastest(lambda: ask(lots)) < 5 * fastest(lambda: ask(few))  # noqa: B023 - used at once


def test_all_of_ten_thousand_are_searched_counted_and_added_up_in_a_blink(tmp_path: Path) -> None:
    journal = many(tmp_path, 10_000)
    assert journal.count("TEAM 9999 e") == 1
    assert journal.totals().by_mention == (0, 30_000, 0, 0, 0, 0)
    reading = fastest(lambda: [one.came_up for one in journal.sessions(limit=10_000)])
    assert fastest(journal.totals) < reading
    assert fastest(lambda: journal.count("9999")) < reading
