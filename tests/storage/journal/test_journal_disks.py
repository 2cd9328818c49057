"""A journal on a real disk that is full or read-only, where we may make one.

Only root may mount; test_journal_faults.py has SQLite's own errors for all of this and runs anywhere.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tegenwicht.session import RunningSession
from tests.storage.journal.journal_samples import append, note, notes_on_disk, opened
from tests.storage.session_samples import begun, play, row, started, ticking


@contextmanager
def small_disk(folder: Path, size: str = "160k") -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def may_mount() -> bool:
    if not shutil.which("unshare") or os.geteuid() != 0:
        return False
    command = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True).returncode == 0


needs_mount = pytest.mark.skipif(
    not may_mount(), reason="only root may mount; SQLite's own errors are tested too"
)


@needs_mount
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        journal = opened(disk)
        journal.begin(row(), [started()])
        (disk / "big").write_bytes(b"x" * (shutil.disk_usage(disk).free - 4096))
        append(journal, *range(1, 20))
        assert journal.trouble
        assert "De schijf is vol" in journal.trouble
        assert journal.waiting
        (disk / "big").unlink()
        assert journal.retry(), journal.trouble
        assert notes_on_disk(disk) == [note(number).text for number in range(1, 20)]
        journal.close()


@needs_mount
def test_beginning_on_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        (disk / "big").write_bytes(b"x" * shutil.disk_usage(disk).free)
        journal = opened(disk)
        journal.begin(row(), [started()])
        append(journal, 1)
        assert journal.trouble
        assert "De schijf is vol" in journal.trouble
        (disk / "big").unlink()
        append(journal, 2)
        assert journal.trouble is None
        assert notes_on_disk(disk) == [note(1).text, note(2).text]
        journal.close()


@needs_mount
def test_a_disk_that_becomes_read_only_for_a_while(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        journal = opened(disk)
        journal.begin(row(), [started()])
        append(journal, 1)
        journal.close()  # a disk with files open for writing cannot be made read-only
        remount(disk, "ro")
        append(journal, 2, 3)
        assert journal.trouble
        assert "mag niet schrijven" in journal.trouble
        assert journal.waiting == 2
        remount(disk, "rw")
        append(journal, 4)
        assert (journal.trouble, journal.waiting) == (None, 0)
        assert notes_on_disk(disk) == [note(number).text for number in (1, 2, 3, 4)]
        journal.close()


@needs_mount
def test_starting_on_a_read_only_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        remount(disk, "ro")
        journal = opened(disk / "data")
        assert journal.trouble
        assert "mag niet schrijven" in journal.trouble
        session = begun(journal)
        play(session, 20)
        remount(disk, "rw")
        assert journal.retry()
        assert len(opened(disk / "data").events("een")) == 21
        journal.close()


def remount(disk: Path, mode: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{mode}", str(disk)], check=True)


@needs_mount
def test_earlier_sessions_can_be_read_and_go_on_where_nothing_can_be_written(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        played = play(begun(first := opened(disk)), 20)
        first.close()
        remount(disk, "ro")
        journal = opened(disk)
        assert [one.actions for one in journal.sessions()] == [21]
        assert journal.events("een")[1:] == played
        session = RunningSession.resume(journal, "een", now=ticking())
        played += play(session, 5, seed=2)
        assert journal.trouble
        assert journal.waiting == 5
        remount(disk, "rw")
        assert journal.retry()
        assert opened(disk).events("een")[1:] == played
        journal.close()


@needs_mount
def test_earlier_sessions_can_be_read_from_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        play(begun(first := opened(disk)), 20)
        first.close()
        (disk / "big").write_bytes(b"x" * shutil.disk_usage(disk).free)
        journal = opened(disk)
        assert len(journal.events("een")) == 21
        session = RunningSession.resume(journal, "een", now=ticking())
        play(session, 5)
        assert journal.trouble
        assert "De schijf is vol" in journal.trouble
        (disk / "big").unlink()
        assert journal.retry()
        assert len(opened(disk).events("een")) == 26
        journal.close()
