"""Places to keep data that can be made to fail for real: small disks, disks that break off, folders to read only.

Only root may mount; whoever asks looks at ``may_mount`` and ``may_break`` first, and says what it did instead.
"""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from tests.storage.journal.test_journal_disks import may_mount, small_disk

__all__ = ["BreakableDisk", "breakable_disk", "fill", "may_break", "may_mount", "read_only", "small_disk"]

_BREAK_OFF = 0x8004587D
"""EXT4_IOC_SHUTDOWN."""
_WITHOUT_FLUSHING = 2
_IMAGE_BYTES = 16 * 2**20


def fill(disk: Path, left: int = 4096) -> Path:
    """Fill a disk up to so many bytes; the file to remove to make room again."""
    big = disk / "big"
    big.write_bytes(b"x" * max(0, shutil.disk_usage(disk).free - left))
    return big


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Whatever is opened in the folder from now on cannot be written; with root a mount, else its mode."""
    if not may_mount():
        with _without_write_permission(folder):
            yield
        return
    _run("mount", "--bind", str(folder), str(folder))
    try:
        _run("mount", "-o", "remount,bind,ro", str(folder))
        yield
    finally:
        _run("umount", "-l", str(folder))


@contextmanager
def _without_write_permission(folder: Path) -> Iterator[None]:
    inside = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in inside}
    for path in reversed(inside):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


class BreakableDisk:
    """A disk of its own with ext4 on it. ``folder``: where it is."""

    def __init__(self, room: Path) -> None:
        self._image, self.folder = room / "image", room / "disk"

    def make(self) -> None:
        """Make it, and put it in place."""
        self.folder.mkdir()
        with open(self._image, "wb") as file:
            file.truncate(_IMAGE_BYTES)
        _run("mkfs.ext4", "-q", "-F", str(self._image))
        self.put_back()

    def break_off(self) -> None:
        """As when the power goes: what was not synced is gone, and from now on everything fails."""
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _BREAK_OFF, struct.pack("I", _WITHOUT_FLUSHING))
        finally:
            os.close(handle)

    def take_away(self) -> None:
        """Out of its place, also when files on it are open."""
        _run("umount", "-l", str(self.folder))

    def put_back(self) -> None:
        """In its place, as another device; what was half done on it is recovered.

        A copy of the image, for as long as a program has files open on the old one that stays broken.
        """
        old, self._image = self._image, self._image.with_name(self._image.name + "-")
        shutil.copyfile(old, self._image)
        old.unlink()
        _run("mount", "-o", "loop", str(self._image), str(self.folder))


@contextmanager
def breakable_disk() -> Iterator[BreakableDisk]:
    """One such disk, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="faults-disk-", ignore_cleanup_errors=True) as room:
        disk = BreakableDisk(Path(room))
        disk.make()
        try:
            yield disk
        finally:
            with suppress(subprocess.CalledProcessError):  # it was taken away already
                disk.take_away()


@cache
def may_break() -> bool:
    """Whether such a disk can be made here, and broken off."""
    if not sys.platform.startswith("linux") or not may_mount() or shutil.which("mkfs.ext4") is None:
        return False
    try:
        with breakable_disk() as disk:
            disk.break_off()
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
