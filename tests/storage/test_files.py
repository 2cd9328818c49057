"""Files written whole or not at all, and set aside without loss."""

import errno
import os
import re
import sqlite3
import stat
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.storage.files import (
    NotAPlainFile,
    copy_with_log,
    half_written,
    iso_today,
    make_private_folder,
    read_plain,
    remove_database,
    remove_half_written,
    remove_leftovers,
    replace_database,
    set_aside,
    temporary_folder,
    write_whole,
)
from tegenwicht.storage.journal.journal import open_journal


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_whole_and_is_the_users_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", "één".encode())
    assert (tmp_path / "a.json").read_text("utf-8") == "één"
    assert mode(tmp_path / "a.json") == 0o600
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_file_that_was_there_is_replaced_and_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("old")
    (tmp_path / "a.json").chmod(0o644)
    write_whole(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert mode(tmp_path / "a.json") == 0o600


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_a_failure_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.json").write_text("old")
    monkeypatch.setattr(f"tegenwicht.storage.files.{step}", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a.json", b"new")
    assert os.listdir(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "old"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "a.json", b"new")


def test_new_folders_are_the_users_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    make_private_folder(tmp_path / "a" / "b")
    assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [0o700, 0o700]


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o755)
    make_private_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a") == 0o755


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        make_private_folder(tmp_path / name)


def test_a_file_is_set_aside_with_its_companions(tmp_path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f"journal.sqlite3{ending}").write_text(f"this is {ending}")
    aside = set_aside(tmp_path / "journal.sqlite3", "beschadigd", "2026-11-21")
    assert aside == tmp_path / "journal-beschadigd-2026-11-21.sqlite3"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        f"{aside.name}{ending}": f"this is {ending}" for ending in ("", "-wal", "-shm", "-journal")
    }


def test_nothing_is_overwritten_by_what_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a-vol-2026.json").write_text("first")
    (tmp_path / "a-vol-2026-2.json-wal").write_text("of another")
    (tmp_path / "a.json").write_text("second")
    assert set_aside(tmp_path / "a.json", "vol", "2026").name == "a-vol-2026-3.json"
    assert (tmp_path / "a-vol-2026.json").read_text() == "first"


def test_a_file_that_is_not_there_cannot_be_set_aside(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        set_aside(tmp_path / "a.json", "vol", "2026")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_renamed_keeps_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "a.json").write_text("a")
    monkeypatch.setattr("tegenwicht.storage.files.os.replace", refused)
    with pytest.raises(PermissionError):
        set_aside(tmp_path / "a.json", "vol", "2026")
    assert os.listdir(tmp_path) == ["a.json"]


def test_today_is_a_date() -> None:
    year, month, day = iso_today().split("-")
    assert (len(year), len(month), len(day)) == (4, 2, 2)


# -- where things are


def test_what_comes_with_the_program_is_found_in_a_checkout() -> None:
    assert (paths.decks() / "tegenwicht.yaml").is_file()
    assert paths.assets().name == "assets"


def test_what_comes_with_the_program_is_found_in_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tegenwicht" / "decks").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "tegenwicht")
    assert paths.decks() == tmp_path / "tegenwicht" / "decks"


def test_the_data_folder_is_the_users_and_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    data = paths.data_folder()
    assert data.name == "tegenwicht"
    assert tmp_path in data.parents
    assert paths.own_decks(data) == data / "kaartsets"
    assert not data.exists()


# -- databases, with what SQLite keeps beside them


def test_a_temporary_folder_is_the_users_alone_and_goes_with_all_in_it(tmp_path: Path) -> None:
    def fail() -> None:
        with temporary_folder(tmp_path) as room:
            (room / "geheim").write_text("x")
            assert (mode(room), room.parent) == (0o700, tmp_path)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_can_be_removed(tmp_path: Path) -> None:
    (tmp_path / ".tijdelijk-abc").mkdir()
    (tmp_path / ".tijdelijk-abc" / "geheim").write_text("x")
    (tmp_path / "blijft").touch()
    remove_leftovers(tmp_path)
    assert os.listdir(tmp_path) == ["blijft"]


def test_a_database_is_copied_with_its_log_and_replaced_without_it(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "a.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE t (x)")
    database.execute("INSERT INTO t VALUES (1)")
    (tmp_path / "room").mkdir()
    copy = copy_with_log(tmp_path / "a.sqlite3", tmp_path / "room")
    database.close()
    other = sqlite3.connect(copy)
    assert other.execute("SELECT x FROM t").fetchall() == [(1,)]
    other.close()
    (tmp_path / "a.sqlite3-wal").write_bytes(b"old log")
    replace_database(tmp_path / "a.sqlite3", copy)
    assert sorted(os.listdir(tmp_path)) == ["a.sqlite3", "room"]
    (tmp_path / "a.sqlite3-shm").touch()
    remove_database(tmp_path / "a.sqlite3")
    assert os.listdir(tmp_path) == ["room"]


# -- what a killed process was writing


LEFT = ".namen.json.0123456789ab.tmp"


def test_half_written_files_have_one_form_and_are_known_by_it(tmp_path: Path) -> None:
    for name in ("instellingen.json", "é" * 30 + ".pdf", "a" * 300 + ".docx"):
        half_written(tmp_path / name).touch()
    (tmp_path / ".iets anders.tmp").touch()
    (tmp_path / "gewoon.0123456789ab.tmp").touch()
    remove_half_written(tmp_path)
    assert sorted(os.listdir(tmp_path)) == [".iets anders.tmp", "gewoon.0123456789ab.tmp"]


def test_where_others_keep_files_too_only_what_we_make_there_goes(tmp_path: Path) -> None:
    half_written(tmp_path / "verslag.pdf").touch()
    half_written(tmp_path / "van een ander.png").touch()
    remove_half_written(tmp_path, {".pdf"})
    assert [name.rsplit(".", 2)[0] for name in os.listdir(tmp_path)] == [".van een ander.png"]


@pytest.mark.parametrize("place", ["", "kaartsets", "kaartsets/verwijderd", "gelezen", "reservekopieen"])
def test_the_next_start_clears_what_was_half_written(tmp_path: Path, place: str) -> None:
    (tmp_path / place).mkdir(parents=True, exist_ok=True)
    (tmp_path / place / LEFT).write_text("Samira")
    (tmp_path / ".tijdelijk-0123456789ab").mkdir()
    (tmp_path / ".tijdelijk-0123456789ab" / "journal.sqlite3").write_text("Samira")
    open_journal(tmp_path)[0].close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"Samira" in path.read_bytes()]


@pytest.mark.parametrize("strange", [LEFT, f"kaartsets/{LEFT}", ".tijdelijk-0000/map", ".tijdelijk-0000"])
def test_something_strange_among_what_was_left_keeps_nothing_else_there(tmp_path: Path, strange: str) -> None:
    path = tmp_path / strange
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Samira") if strange == ".tijdelijk-0000" else path.mkdir()
    for left in (LEFT.replace("0", "f"), f"reservekopieen/{LEFT}", ".tijdelijk-ffffffffffff/namen"):
        (tmp_path / left).parent.mkdir(exist_ok=True)
        (tmp_path / left).write_text("Samira")
    open_journal(tmp_path)[0].close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"Samira" in path.read_bytes()]


def test_what_another_copy_clears_away_meanwhile_is_written_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = os.replace, []

    def cleared_first(source: Path, target: Path) -> None:
        if not tries:
            os.unlink(source)
        tries.append(target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", cleared_first)
    write_whole(tmp_path / "a.json", b"x")
    assert (tmp_path / "a.json").read_bytes() == b"x" and len(tries) == 2


def test_no_code_asks_the_disk_in_a_way_that_raises_where_nobody_may_look() -> None:
    asking = re.compile(r"\.(?:exists|is_file|is_dir|is_symlink)\(\)")
    package = Path(__file__).parents[2] / "tegenwicht"
    found = [path.name for path in package.rglob("*.py") if asking.search(path.read_text("utf-8"))]
    assert found == [], "os.path.exists, isfile and isdir, or files.is_there, say False or why"


# -- what is no plain file


def test_a_pipe_a_folder_and_a_device_are_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for path, words in ((tmp_path / "pijp", "pijp"), (tmp_path, "map"), (Path("/dev/zero"), "apparaat")):
        with pytest.raises(NotAPlainFile, match=words):
            read_plain(path, 10)
