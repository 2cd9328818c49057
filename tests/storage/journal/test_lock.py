"""Locks between real processes: one holds, the other is told, and a killed one holds nothing."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tegenwicht.storage.journal.lock import Hold, SessionLock, any_session_held

HOLDER = """
import sys
from pathlib import Path
from tegenwicht.storage.journal.lock import SessionLock
lock = SessionLock.of_session(Path(sys.argv[1]), "een")
print(lock.hold.name, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, cwd=root, stdin=-1, stdout=-1, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "OURS\n"
        yield process
        process.kill()


def test_a_lock_that_another_process_has_is_told(tmp_path: Path) -> None:
    with another_process(tmp_path):
        assert SessionLock.of_session(tmp_path, "een").hold is Hold.ANOTHERS
        assert SessionLock.of_session(tmp_path, "twee").hold is Hold.OURS
        assert SessionLock.of_folder(tmp_path).hold is Hold.OURS


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with another_process(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        assert SessionLock.of_session(tmp_path, "een").hold is Hold.OURS


def test_a_lock_let_go_can_be_taken_and_leaves_no_file(tmp_path: Path) -> None:
    with SessionLock.of_session(tmp_path, "een") as first:
        assert first.hold is Hold.OURS
        assert SessionLock.of_session(tmp_path, "een").hold is Hold.ANOTHERS
    assert first.hold is Hold.UNLOCKED
    assert list((tmp_path / "sloten").iterdir()) == []
    with SessionLock.of_session(tmp_path, "een") as second:
        first.release()  # a second time does nothing, to the next one's lock neither
        assert SessionLock.of_session(tmp_path, "een").hold is Hold.ANOTHERS
    assert second.hold is Hold.UNLOCKED


def test_a_lock_on_a_file_that_was_just_removed_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking, the one before us lets go and removes the file."""
    from tegenwicht.storage.journal import lock

    path = tmp_path / "tegenwicht.lock"
    really, times = lock._lock, []

    def removed_first(handle: int) -> None:
        times.append(handle)
        if len(times) == 1:
            path.unlink()
        really(handle)

    monkeypatch.setattr(lock, "_lock", removed_first)
    with SessionLock.of_folder(tmp_path) as taken:
        assert taken.hold is Hold.OURS
        assert len(times) == 2
        assert path.exists()
        assert SessionLock.of_folder(tmp_path).hold is Hold.ANOTHERS


def test_a_lock_file_is_the_users_alone(tmp_path: Path) -> None:
    with SessionLock.of_folder(tmp_path / "data"):
        assert stat.S_IMODE((tmp_path / "data" / "tegenwicht.lock").stat().st_mode) == 0o600


def test_where_nothing_can_be_written_there_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    lock = SessionLock.of_folder(tmp_path / "file")
    assert lock.hold is Hold.UNLOCKED
    lock.release()


def test_where_files_cannot_be_locked_there_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("tegenwicht.storage.journal.lock._lock", cannot)
    assert SessionLock.of_folder(tmp_path).hold is Hold.UNLOCKED


@pytest.mark.parametrize("session_id", ["../../elders", "a/b", "", "é" * 300, "\x00"])
def test_no_id_gets_a_lock_out_of_its_folder(tmp_path: Path, session_id: str) -> None:
    with SessionLock.of_session(tmp_path, session_id) as lock:
        assert lock.hold is Hold.OURS
        assert len(os.listdir(tmp_path / "sloten")) == 1


def test_it_can_be_told_whether_any_session_is_open_here_or_elsewhere(tmp_path: Path) -> None:
    assert not any_session_held(tmp_path)
    with SessionLock.of_folder(tmp_path), SessionLock.of_backups(tmp_path):
        assert not any_session_held(tmp_path)
    with another_process(tmp_path):
        assert any_session_held(tmp_path)
    with SessionLock.of_session(tmp_path, "twee"):
        assert any_session_held(tmp_path)
    assert not any_session_held(tmp_path)
