"""Sessions out to files and tables and in again, as the command line does it; and an analyst who adds them up."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tegenwicht.__main__ import main
from tegenwicht.app.desks.documents import save_session_file
from tegenwicht.game import events
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.tegenwicht import Draw, FinishTurn, Mention, WriteNote, tally_of
from tegenwicht.session import RunningSession
from tegenwicht.storage.exchange.tables import export_tables
from tegenwicht.storage.exchange.tables_schema import TABLES
from tegenwicht.storage.journal.decoding import encoded
from tegenwicht.storage.journal.file import SessionFile, open_to_read
from tegenwicht.storage.journal.journal import MemoryJournal, open_journal
from tegenwicht.storage.journal.rows import Kept
from tests.storage.session_samples import begun, deck, play, ticking

ROOT = Path(__file__).parent.parent
SECRETS = ("Deelnemer é", "Ons thema", "Geheim", "kop ☕")


def tegenwicht(*arguments: object) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", "tegenwicht", *map(str, arguments)],
        env=env, capture_output=True, text=True, timeout=300, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with three sessions."""
    journal, _ = open_journal(tmp_path / "data")
    for number in range(3):
        session = begun(journal, f"sessie{number}", clusters=CLUSTERS if number else CLUSTERS[:2])
        session.do(Draw())
        session.do(WriteNote("Geheim"))
        play(session, 40, seed=number)
    journal.close()
    return tmp_path / "data"


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# -- one session


def test_a_session_goes_out_and_comes_in_elsewhere(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "twee.tegenwicht"
    done = tegenwicht("export", "sessie1", "--to", file, "--with-names", "--data-dir", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{file}: “Ons thema”, met namen en alles wat is opgeschreven\n"
    for words in ("ingelezen, 43 gebeurtenissen", "staat er al"):
        done = tegenwicht("import", file, "--data-dir", tmp_path / "elders")
        assert (done.returncode, done.stdout, done.stderr) == (0, f"{file}: “Ons thema” {words}\n", "")
    here, there = open_journal(data)[0], open_journal(tmp_path / "elders")[0]
    assert there.events("sessie1") == here.events("sessie1")
    (found,) = there.sessions()
    assert "deelnemers" in found.line


def test_a_session_goes_out_without_names_unless_asked(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.tegenwicht"
    assert "zonder namen" in tegenwicht("export", "sessie1", "--to", file, "--data-dir", data).stdout
    text = file.read_text(encoding="utf-8")
    assert not [secret for secret in SECRETS if secret in text]


def test_a_bad_file_does_not_hold_up_the_others(data: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "goed.tegenwicht", tmp_path / "fout.tegenwicht"
    tegenwicht("export", "sessie0", "--to", good, "--data-dir", data)
    bad.write_text(good.read_text(encoding="utf-8").replace("CardDrawn", "CardEaten", 1), encoding="utf-8")
    done = tegenwicht("import", bad, good, tmp_path / "weg", "--data-dir", tmp_path / "elders")
    first, second, third = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert first.startswith("fout.tegenwicht:")
    assert "gebeurtenis 2: verwacht een gebeurtenis die deze spelvorm kent, gevonden 'CardEaten'" in first
    assert "ingelezen" in second
    assert (
        third
        == f"{tmp_path / 'weg'}: verwacht een sessiebestand, gevonden: geen bestand; kijk of de naam klopt"
    )


def test_what_could_not_be_saved_is_not_called_taken_in(data: Path, tmp_path: Path) -> None:
    good = tmp_path / "goed.tegenwicht"
    tegenwicht("export", "sessie0", "--to", good, "--data-dir", data)
    (tmp_path / "geen map").write_text("een bestand")
    done = tegenwicht("import", good, "--data-dir", tmp_path / "geen map" / "data")
    first, second = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert first == f"{good}: “Sessie zonder namen” is niet ingelezen"
    assert str(tmp_path / "geen map") in second


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["export"], 2, "Kies: SESSIE met --to BESTAND, of --all MAP."),
        (["export", "sessie1"], 2, "Kies: SESSIE met --to BESTAND"),
        (["export", "sessie", "--to", "nieuw"], 1, "Verwacht één sessie bij “sessie”, gevonden: 3. Kies er een"),
        (["export", "niets", "--to", "nieuw"], 1, "Verwacht één sessie bij “niets”, gevonden: 0."),
        (["export", "sessie1", "--to", "bestaat"], 1, "bestaat al. Kies een andere naam."),
        (["export", "sessie1", "--to", "weg/x"], 1, "Exporteren lukte niet: "),
        (["export", "--all", "bestaat"], 1, "Exporteren lukte niet: "),
        (["export", "--all", "x", "--data-dir", "leeg"], 1, "Er zijn nog geen sessies in leeg."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bestaat").touch()
    more = [] if "--data-dir" in arguments else ["--data-dir", str(data)]
    done = tegenwicht(*arguments, *more)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bestaat", "data"]


def test_a_damaged_journal_is_told_when_a_session_goes_out_of_it(data: Path, tmp_path: Path) -> None:
    raw = bytearray((data / "journal.sqlite3").read_bytes())
    raw[:1024] = b"\xff" * 1024
    (data / "journal.sqlite3").write_bytes(raw)
    done = tegenwicht("export", "sessie1", "--to", tmp_path / "a.tegenwicht", "--data-dir", data)
    assert done.returncode == 0
    assert "journal.sqlite3 is beschadigd" in done.stderr
    assert "Teruggehaald en compleet: 3 sessies." in done.stderr
    assert (tmp_path / "a.tegenwicht").exists()


# -- all of them, as tables


def test_all_sessions_go_out_as_tables_with_a_description(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit" / "hier"
    done = tegenwicht("export", "--all", out, "--data-dir", data)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"3 sessies in {out}\n", "")
    names = [f"{table.name}.jsonl" for table in TABLES]
    assert sorted(path.name for path in out.iterdir()) == sorted([*names, "README.md", "schema.json"])
    schema = json.loads((out / "schema.json").read_text(encoding="utf-8"))
    readme = (out / "README.md").read_text(encoding="utf-8")
    assert (schema["format"], schema["version"], schema["anonymous"]) == ("tegenwicht-export", 1, True)
    for name, table in schema["tables"].items():
        rows = lines(out / table["file"])
        assert rows or name in ("stones", "harvest")  # these sessions have none; see the next test
        assert all(list(one) == list(table["columns"]) for one in rows), name
        assert all(
            _is_of_type(one[key], column["type"]) for one in rows for key, column in table["columns"].items()
        )
        assert all(f"| `{column}` |" in readme for column in table["columns"])


@pytest.mark.parametrize("anonymous", [True, False])
def test_stones_and_harvest_go_out_as_tables_and_words_only_with_names(
    tmp_path: Path, anonymous: bool
) -> None:
    shutil.copy(ROOT / "tests" / "data" / "journals" / "edition-3.sqlite3", tmp_path / "journal.sqlite3")
    from tegenwicht.storage.journal.file import ReadOnlyFile

    with closing(ReadOnlyFile(tmp_path / "journal.sqlite3")) as source:
        assert export_tables(source, tmp_path, anonymous).sessions == 1
    stones = [(one["moment"], one["stones"]) for one in lines(tmp_path / "stones.jsonl")]
    assert stones == [*(("begin", n) for n in (0, 9, 1, 0, 0, 0)), *(("end", n) for n in (0, 7, 0, 0, 3, 0))]
    first, second = (list(one.values())[1:] for one in lines(tmp_path / "harvest.jsonl"))
    said = [None, None, None] if anonymous else ["Eerst vragen", "Mailen", "2027-01-08"]
    assert (first, second) == ([1, 1, *said], [2, None, None, None, None])
    kinds = {(one["kind"], one["cluster"] is None) for one in lines(tmp_path / "cards.jsonl")}
    assert kinds == {("factor", False), ("situatie", True), ("opdracht", True), ("joker", True)}
    whole = b"".join(path.read_bytes() for path in tmp_path.glob("*.jsonl"))
    assert (
        any(word in whole for word in (b"Noor", b"Mailen", b"Wie beslist", b"Allemaal staan"))
        is not anonymous
    )


def _is_of_type(value: object, type_: str) -> bool:
    if value is None:
        return type_.endswith(" or null")
    kinds = {"string": str, "timestamp": str, "integer": int, "boolean": bool, "object": dict}
    return type(value) is kinds[type_.removesuffix(" or null")]


def test_the_example_in_the_description_runs(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tegenwicht("export", "--all", tmp_path / "uit", "--data-dir", data)
    monkeypatch.chdir(tmp_path / "uit")
    query = Path("README.md").read_text(encoding="utf-8").split("```sql\n")[1].split("```")[0]
    found = {
        cluster: (int(cards), int(mentions)) for cluster, cards, mentions in duckdb.sql(query).fetchall()
    }
    totals = open_journal(data)[0].totals()
    expected = zip(map(str, CLUSTERS), totals.by_card, totals.by_mention, strict=True)
    assert found == {cluster: (cards, mentions) for cluster, cards, mentions in expected}


@pytest.mark.parametrize("anonymous", [True, False])
def test_the_tables_hold_names_only_when_asked(data: Path, tmp_path: Path, anonymous: bool) -> None:
    with closing(open_to_read(data / "journal.sqlite3")) as source:
        assert export_tables(source, tmp_path, anonymous).sessions == 3
    text = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.*"))
    found = {secret for secret in SECRETS if secret in text}
    assert found == (set() if anonymous else {*SECRETS})


def test_the_tables_say_what_the_sessions_say(data: Path, tmp_path: Path) -> None:
    with closing(open_to_read(data / "journal.sqlite3")) as source:
        export_tables(source, tmp_path)
    journal, _ = open_journal(data)
    expected = Counter[tuple[object, ...]]()
    for one in journal.sessions():
        session = RunningSession.resume(journal, one.id, now=ticking()).timeline.session
        for number, counts in enumerate(tally_of(session).rounds, 1):
            for cluster in CLUSTERS:
                key = (one.id, number, str(cluster), counts.by_card(cluster), counts.by_mention(cluster))
                expected[key] += 1
    assert Counter(tuple(one.values()) for one in lines(tmp_path / "clusters.jsonl")) == expected
    events = lines(tmp_path / "events.jsonl")
    assert Counter(one["session"] for one in events) == {one.id: one.actions for one in journal.sessions()}
    decks = {one["deck"] for one in lines(tmp_path / "cards.jsonl")}
    assert decks == {one["deck"] for one in lines(tmp_path / "sessions.jsonl")}
    assert len(decks) == 1


def test_a_session_that_cannot_be_read_is_named_and_the_others_go(data: Path, tmp_path: Path) -> None:
    with sqlite3.connect(data / "journal.sqlite3") as database:
        database.execute("UPDATE event SET data = x'ff' WHERE session = 'sessie1' AND number = 2")
    database.close()
    done = tegenwicht("export", "--all", tmp_path / "uit", "--data-dir", data)
    assert (done.returncode, done.stdout) == (1, f"2 sessies in {tmp_path / 'uit'}\n")
    assert done.stderr == "Niet mee, want niet te lezen: “Ons thema”\n"


def test_an_export_that_fails_leaves_what_was_there(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    tegenwicht("export", "--all", out, "--data-dir", data)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    class Breaks(SessionFile):
        def each(self) -> object:  # type: ignore[override]
            yield from list(super().each())[:2]
            raise OSError(28, "No space left on device")

    with closing(Breaks(data / "journal.sqlite3")) as source, pytest.raises(OSError, match="space"):
        export_tables(source, out, anonymous=False)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_an_old_journal_on_a_disk_that_cannot_be_written_is_exported(tmp_path: Path) -> None:
    old = ROOT / "tests" / "data" / "journals" / "format-1.sqlite3"
    shutil.copy(old, tmp_path / "journal.sqlite3")
    from tegenwicht.storage.journal.file import ReadOnlyFile

    with closing(ReadOnlyFile(tmp_path / "journal.sqlite3")) as source:
        assert export_tables(source, tmp_path).sessions == 2
    assert (tmp_path / "journal.sqlite3").read_bytes() == old.read_bytes()


# -- many

MANY = 100_000


def small_sessions() -> list[Kept]:
    """A handful of real sessions, short and all different."""
    made = []
    for number in range(5):
        journal = MemoryJournal()
        setup = events.Setup("tegenwicht", "Kort", (events.Participant(1, "Geheim"),), rounds=2, cards_per_round=1,
                        clusters=CLUSTERS[number : number + 2], shuffle_number=number + 1)  # fmt: skip
        cards = tuple(card for card in deck(1).cards if card.cluster in setup.clusters)
        small = replace(deck(1), cards=tuple(replace(card, rank=None, deeper=()) for card in cards))
        session = RunningSession.start(journal, setup, small, now=ticking(), new_id=lambda: "x")
        for action in (Draw(), Mention(CLUSTERS[-number]), Mention(CLUSTERS[2]), FinishTurn()):
            session.do(action)
        made.append(Kept(session.row, [encoded(event) for event in journal.events("x")]))
    return made


def generate(path: Path, count: int) -> None:
    """So many sessions by the samples in turn, in one transaction."""
    SessionFile(path).close()
    samples = small_sessions()
    ids = [(f"{number:08}", samples[number % len(samples)]) for number in range(count)]
    with closing(sqlite3.connect(path)) as database, database:
        for careless in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -64000"):
            database.execute(f"PRAGMA {careless}")
        database.executemany(
            "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    name,
                    *one.row[1:6],
                    len(one.texts),
                    one.row.line,
                    json.dumps(one.row.came_up),
                    one.row.changed[:10],
                )
                for name, one in ids
            ),
        )
        database.executemany(
            "INSERT INTO event VALUES (?, ?, ?, ?)",
            ((name, number, *text) for name, one in ids for number, text in enumerate(one.texts)),
        )


def test_a_hundred_thousand_sessions_add_up_in_duckdb_to_what_the_rules_say(tmp_path: Path) -> None:
    """Generated: a handful of sessions under many ids, so that only the tables are large, not their making."""
    samples = small_sessions()
    generate(tmp_path / "journal.sqlite3", MANY)
    file = open_to_read(tmp_path / "journal.sqlite3")
    assert export_tables(file, tmp_path).sessions == MANY
    file.close()
    each = MANY // len(samples)
    by_card = dict.fromkeys(map(str, CLUSTERS), 0)
    by_mention = dict(by_card)
    for kept in samples:
        assert kept.row.came_up
        for place, cluster in enumerate(by_card):
            by_card[cluster] += each * kept.row.came_up[place]
            by_mention[cluster] += each * kept.row.came_up[place + 6]
    assert sum(by_card.values()) and sum(by_mention.values())
    table = f"read_json('{tmp_path}/{{}}.jsonl', format='newline_delimited')"
    sums = duckdb.sql(
        f"SELECT cluster, sum(by_card), sum(by_mention) FROM {table.format('clusters')} GROUP BY cluster"
    ).fetchall()
    assert {cluster: (int(card), int(mention)) for cluster, card, mention in sums} == {
        cluster: (by_card[cluster], by_mention[cluster]) for cluster in by_card
    }
    joined = duckdb.sql(
        "SELECT count(DISTINCT s.session), count(*) FILTER (kind = 'CardDrawn') "
        f"FROM {table.format('events')} JOIN {table.format('sessions')} s USING (session)"
    ).fetchall()[0]
    drawn = each * sum(kind == "CardDrawn" for kept in samples for kind, _ in kept.texts)
    assert joined == (MANY, drawn)


MEASURED = """
import resource, sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tegenwicht.storage.journal.file import open_to_read
from tegenwicht.storage.exchange.tables import export_tables
with closing(open_to_read(Path(sys.argv[1]) / "journal.sqlite3")) as source:
    export_tables(source, Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_more_sessions_take_no_more_memory(tmp_path: Path) -> None:
    peaks = []
    for count in (100, 10_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        generate(folder / "journal.sqlite3", count)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] * 1.25


# -- nothing of an export with names in one without


def test_an_export_without_names_leaves_nothing_of_an_earlier_one_with_names(
    data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    tegenwicht("export", "--all", folder, "--with-names", "--data-dir", data)
    (folder / ".events.jsonl.0123456789ab.tmp").write_text("Geheim")  # of one that was killed
    (folder / "eigen.txt").write_text("van iemand anders")
    assert tegenwicht("export", "--all", folder, "--data-dir", data).returncode == 0
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert not [secret for secret in SECRETS if secret.encode() in everything]
    assert (folder / "eigen.txt").read_text() == "van iemand anders"
    assert not [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_one_that_fails_half_way_leaves_the_earlier_one_whole(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    tegenwicht("export", "--all", folder, "--data-dir", data)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    class Failing:
        def each(self) -> object:
            raise sqlite3.DatabaseError

    with pytest.raises(sqlite3.DatabaseError):
        export_tables(Failing(), folder, anonymous=False)  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "command", [["report"], ["report", "laatste", "--to", "v.md"], ["export", "--all", "t"]]
)
def test_a_folder_in_which_one_may_not_look_is_not_called_empty(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(path: object, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("tegenwicht.storage.files.os.stat", refused)
    code = main([*command, "--data-dir", str(tmp_path)])
    monkeypatch.undo()
    assert code == 1
    said = capsys.readouterr().err
    assert f"In de map {tmp_path} mag je niet kijken" in said
    assert "geen sessies" not in said


def test_tables_do_not_go_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_journal(tmp_path)[0].close()
    target = tmp_path / "tabellen"
    target.write_text("iets anders")
    assert main(["export", "--all", str(target), "--data-dir", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said == f"Exporteren lukte niet: {target} is geen map. Kies een andere naam.\n"
    assert target.read_text() == "iets anders"


def test_a_fault_of_ours_is_not_told_as_a_session_that_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a fault of ours")

    monkeypatch.setattr("tegenwicht.storage.exchange.session_file.person_free", broken)
    monkeypatch.setattr("tegenwicht.paths.documents_folder", lambda: tmp_path)
    journal, _ = open_journal(tmp_path / "data")
    session = begun(journal)
    with pytest.raises(ValueError, match="a fault of ours"):
        save_session_file(session.row, journal.events(session.id), None, anonymous=True)
