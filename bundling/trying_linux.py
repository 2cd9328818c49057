"""The Linux package, tried on a Debian that has nothing: no Python, no desktop. Needs root, for the chroot."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from bundling.pins import BuildError, ran
from bundling.screen import Screen
from bundling.trying import Found, tried, two_cards_in, two_turns, verdict

RELEASE = "bookworm"


def try_all(out: Path, short: bool = False) -> int:
    """Install the .deb, look without a screen, play two turns, remove it. BuildError at what does not work."""
    packages = sorted(out.glob("tegenwicht_*.deb"))
    if not packages:
        raise BuildError("no .deb yet: python -m bundling linux")
    if os.geteuid():
        raise BuildError("trying the .deb makes a bare Debian in a folder, and needs root for that")
    found: list[Found] = []
    with tempfile.TemporaryDirectory(prefix="tegenwicht-debian-", dir="/var/tmp") as place:
        root = Path(place) / "debian"
        tried(found, f"a bare Debian ({RELEASE})", lambda: _bare(root))
        tried(found, "install the .deb", lambda: _install(root, packages[-1]))
        tried(found, "no Python there", lambda: _no_python(root))
        tried(found, "--version", lambda: _ran(root, "tegenwicht", "--version"))
        if not short:
            tried(found, "layout of every screen", lambda: _layout(root))
        tried(found, "window and two turns by keys", lambda: _played(root))
        tried(found, "the report tells of both cards", lambda: _report(root))
        tried(found, "remove it; sessions stay", lambda: _removed(root))
    return verdict(found)


def _bare(root: Path) -> str:
    ran(["debootstrap", "--variant=minbase", RELEASE, str(root)])
    for file in ("/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt"):
        if Path(file).exists():
            (root / file.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, root / file.lstrip("/"))
    return ""


def _install(root: Path, package: Path) -> str:
    shutil.copy(package, root / "tmp" / package.name)
    _ran(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{package.name}")
    return f"{package.stat().st_size / 1e6:.1f} MB"


def _no_python(root: Path) -> None:
    if list((root / "usr/bin").glob("python*")):
        raise BuildError("this Debian has a Python: it proves nothing")


def _ran(root: Path, *command: str, **env: str) -> str:
    ours = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive", "SDL_VIDEODRIVER": "dummy"}  # fmt: skip
    return ran(["chroot", str(root), *command], env=ours | env).strip()


def _layout(root: Path) -> str:
    return _ran(root, "tegenwicht", "gallery", "--out", "/tmp/galerij", "--check").splitlines()[0]


def _played(root: Path) -> str:
    with Screen() as screen:
        socket = root / "tmp/.X11-unix"
        socket.mkdir(exist_ok=True)
        ran(["mount", "--bind", "/tmp/.X11-unix", str(socket)])
        env = {"PATH": "/usr/bin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", "DISPLAY": screen.display}
        running = subprocess.Popen(["chroot", str(root), "tegenwicht"], env=env)
        try:
            return two_turns(screen)
        finally:
            running.kill()
            running.wait(10)
            time.sleep(0.5)
            ran(["umount", str(socket)])


def _report(root: Path) -> str:
    _ran(root, "tegenwicht", "report", "laatste", "--to", "/tmp/verslag.md")
    return two_cards_in(root / "tmp/verslag.md")


def _removed(root: Path) -> None:
    _ran(root, "apt-get", "remove", "-y", "-qq", "tegenwicht")
    if (root / "usr/lib/tegenwicht").exists():
        raise BuildError("removing it left the program")
    if not (root / "root/.local/share/tegenwicht").exists():
        raise BuildError("removing the program took the sessions with it")
