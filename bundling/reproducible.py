"""Archives whose bytes depend on what is in them alone: sorted, with one time for everything."""

import os
import tarfile
import time
import zipfile
from pathlib import Path


def zipped(folder: Path, out: Path, top: str, epoch: int) -> Path:
    """The folder as a zip, under the name ``top``; every file with the same time, UTC."""
    moment = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files(folder):
            about = zipfile.ZipInfo(f"{top}/{file.relative_to(folder).as_posix()}", moment)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(about, file.read_bytes(), compresslevel=9)
    return out


def tarred(folder: Path, out: Path, top: str, epoch: int) -> Path:
    """The folder as a .tar.xz, under the name ``top``; who owns it is nobody in particular."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = epoch, 0, 0, "root", "root"
        return entry

    with tarfile.open(out, "w:xz", preset=9) as packed:
        for file in files(folder):
            packed.add(file, f"{top}/{file.relative_to(folder).as_posix()}", recursive=False, filter=plain)
    return out


def files(folder: Path) -> list[Path]:
    """All files below a folder, in one order on every machine."""
    return sorted((one for one in folder.rglob("*") if one.is_file()), key=lambda one: one.as_posix())


def same_time(folder: Path, epoch: int) -> None:
    """Every file and folder below it was last changed at ``epoch``."""
    for one in [*folder.rglob("*"), folder]:
        os.utime(one, (epoch, epoch), follow_symlinks=False)
