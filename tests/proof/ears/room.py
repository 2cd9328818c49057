"""A small Debian 13 in a folder, with Orca 48 in it, for ``tests.proof.ears``. Made once, as root; nothing else changes.

Orca needs newer libraries than many machines have, and a machine's own must not speak to its user: so it runs in a
folder of its own (chroot), and only its windows' system and its buses are shared with the program outside.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ON_THE_MACHINE = ("Xvfb", "openbox", "xdotool", "chroot")
PACKAGES = "xvfb openbox xdotool debootstrap"
INSIDE = (
    "orca", "at-spi2-core", "dbus", "dbus-x11", "dconf-gsettings-backend", "gsettings-desktop-schemas",
    "libglib2.0-bin", "gir1.2-atspi-2.0", "locales", "procps", "python3-psutil", "x11-xkb-utils",
)  # fmt: skip
FILES = {"etc/locale.gen": "nl_NL.UTF-8 UTF-8\n", "usr/sbin/policy-rc.d": "#!/bin/sh\nexit 101\n"}
"""The language; and a word that no service is to be started in there."""
PATH = os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"
LOG_LINES = 12


class CannotHearError(Exception):
    """Orca cannot be had here; says why, and what to do."""


def home() -> Path:
    """Where the folder is: ``TEGENWICHT_EARS``, or in the user's cache."""
    return Path(os.environ.get("TEGENWICHT_EARS") or Path.home() / ".cache" / "tegenwicht-ears")


def root() -> Path:
    """The Debian in it."""
    return home() / "trixie"


def missing() -> list[str]:
    """What is not there yet."""
    lacking = [name for name in ON_THE_MACHINE if shutil.which(name, path=PATH) is None]
    return lacking if root().exists() else [*lacking, str(root())]


def make_ready() -> None:
    """Make whatever is missing; CannotHearError where that cannot be. Takes minutes, and the network, the first time."""
    if not missing():
        return
    if os.geteuid() != 0:
        raise CannotHearError(
            f"zonder {', '.join(missing())}; start dit één keer als root, dan maakt het dat zelf"
        )
    print(f"Debian 13 met Orca komt in {home()}: 600 MB, een paar minuten", flush=True)
    home().mkdir(parents=True, exist_ok=True)
    if any(shutil.which(name, path=PATH) is None for name in (*ON_THE_MACHINE, "debootstrap")):
        _done("apt-get", "update")
        _done("apt-get", "install", "-y", "--no-install-recommends", *PACKAGES.split())
    if not root().exists():
        _make_root(root().with_suffix(".new"))


def _make_root(new: Path) -> None:
    _gone(new)
    try:
        for command in _steps(new):
            _done(*command)
        new.rename(root())
    finally:
        _unmounted(new)


def _steps(new: Path) -> Iterator[Sequence[str]]:
    """The commands that make the folder, in order; the files are written between the first and the second."""
    yield "debootstrap", "--variant=minbase", "trixie", str(new)
    for name, words in FILES.items():
        (new / name).write_text(words, encoding="utf-8")
    (new / "usr/sbin/policy-rc.d").chmod(0o755)
    yield "chroot", str(new), "apt-get", "update"
    yield "chroot", str(new), "apt-get", "install", "-y", "--no-install-recommends", *INSIDE
    yield "chroot", str(new), "locale-gen"
    yield "chroot", str(new), "orca", "--version"
    yield "chroot", str(new), "apt-get", "clean"


def _gone(new: Path) -> None:
    """Take away what an earlier try left."""
    _unmounted(new)
    subprocess.run(["rm", "-rf", "--one-file-system", str(new)], check=True)


def _unmounted(new: Path) -> None:
    """debootstrap leaves these mounted when it is broken off."""
    subprocess.run(
        ["umount", "-q", str(new / "proc"), str(new / "sys")], stderr=subprocess.DEVNULL, check=False
    )


def _done(*command: str) -> None:
    """Run one step; CannotHearError with the end of what it wrote, when it fails."""
    print(f"  {' '.join(command)[:90]}", end=" ", flush=True)
    at = time.monotonic()
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C", "PATH": PATH}
    ran = subprocess.run(
        command, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if ran.returncode:
        said = "\n".join((ran.stdout + ran.stderr).splitlines()[-LOG_LINES:])
        raise CannotHearError(f"{' '.join(command)} lukte niet:\n{said}")
    print(f"({time.monotonic() - at:.0f} s)", flush=True)


def version() -> str:
    """Which Orca is in the folder: "48.1"."""
    command = ["chroot", str(root()), "dpkg-query", "-W", "-f=${Version}", "orca"]
    ran = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PATH": PATH}, check=False
    )
    return ran.stdout.partition("-")[0] or "onbekend"
