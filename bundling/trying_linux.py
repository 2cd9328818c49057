"""The Linux package, tried on a Debian that has nothing: no Python, no desktop. Needs root, for the chroot."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from bundling.pins import BuildError, ran
from bundling.screen import Screen
from bundling.trying import Found, tried, two_cards_in, two_turns, verdict

RELEASE = "bookworm"
PLACE = "/tmp"
"""On the same disk as the sockets of X, for a second name."""
INSIDE = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8"}
"""The environment of what runs there."""


def try_all(out: Path, short: bool = False) -> int:
    """Install the .deb, look without a screen, play two turns, remove it. BuildError at what does not work."""
    packages = sorted(out.glob("tegenwicht_*.deb"))
    if not packages:
        raise BuildError("no .deb yet: python -m bundling linux")
    if os.geteuid():
        raise BuildError("trying the .deb makes a bare Debian in a folder, and needs root for that")
    found: list[Found] = []
    with tempfile.TemporaryDirectory(prefix="tegenwicht-debian-", dir=PLACE) as place:
        root = Path(place) / "debian"
        tried(found, f"a bare Debian ({RELEASE})", lambda: _bare(root))
        tried(found, "install the .deb", lambda: _install(root, packages[-1]))
        tried(found, "no Python there", lambda: _no_python(root))
        tried(found, "--version", lambda: _version(root, "tegenwicht"))
        if not short:
            tried(found, "layout of every screen", lambda: _layout(root))
            tried(found, "desktop entry, icon, kinds of files", lambda: _known(root))
        tried(found, "window and two turns by keys", lambda: _played(root))
        tried(found, "the report tells of both cards", lambda: _report(root, "md"))
        tried(found, "report as pdf", lambda: _report(root, "pdf"))
        tried(found, "report as docx", lambda: _report(root, "docx"))
        tried(found, "the tarball: --version", lambda: _unpacked(root, out))
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
    ours = INSIDE | {"DEBIAN_FRONTEND": "noninteractive", "SDL_VIDEODRIVER": "dummy"}
    return ran(["chroot", str(root), *command], env=ours | env).strip()


def _version(root: Path, program: str) -> str:
    said = _ran(root, program, "--version")
    if not re.match(r"tegenwicht \d+\.\d+\.\d+ \(Python 3\.\d+\.\d+, ", said):
        raise BuildError(f"expected the versions of the program and of Python, found {said!r}")
    return said


def _layout(root: Path) -> str:
    return _ran(root, "tegenwicht", "gallery", "--out", "/tmp/galerij", "--check").splitlines()[
        0
    ]  # ends with 1 if not


def _played(root: Path) -> str:
    """On a screen outside; its socket gets a second name inside, so that nothing has to be mounted."""
    with Screen() as screen:
        inside = root / "tmp/.X11-unix"
        inside.mkdir(exist_ok=True)
        socket = f"X{screen.display.removeprefix(':')}"
        os.link(f"/tmp/.X11-unix/{socket}", inside / socket)
        running = subprocess.Popen(
            ["chroot", str(root), "tegenwicht"], env=INSIDE | {"DISPLAY": screen.display}
        )
        try:
            return two_turns(screen)
        finally:
            running.kill()
            running.wait(10)


def _report(root: Path, suffix: str) -> str:
    _ran(root, "tegenwicht", "report", "laatste", "--to", f"/tmp/verslag.{suffix}")
    made = root / f"tmp/verslag.{suffix}"
    if suffix == "md":
        return two_cards_in(made)
    if not made.read_bytes().startswith({"pdf": b"%PDF-", "docx": b"PK"}[suffix]):
        raise BuildError(f"{made.name} is no {suffix}")
    return f"{made.stat().st_size / 1000:.0f} kB"


def _unpacked(root: Path, out: Path) -> str:
    """Beside the package, as someone who may install nothing has it."""
    import tarfile

    packed = sorted(out.glob("tegenwicht-*-linux-*.tar.xz"))
    if not packed:
        raise BuildError("no tarball yet: python -m bundling linux")
    with tarfile.open(packed[-1]) as archive:
        archive.extractall(root / "tmp", filter="data")
    name = packed[-1].name.removesuffix(".tar.xz")
    return _version(root, f"/tmp/{name}/tegenwicht")


def _known(root: Path) -> str:
    """What a desktop makes of the package: it shows the program, and opens its files with it."""
    _ran(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "desktop-file-utils", "shared-mime-info",
         "libglib2.0-bin", "hicolor-icon-theme")  # fmt: skip
    _ran(root, "desktop-file-validate", "/usr/share/applications/tegenwicht.desktop")
    found = []
    for name in ("een sessie.tegenwicht", "van ons.kaarten.yaml"):
        (root / "tmp" / name).write_text("x", encoding="ascii")
        kind = _ran(root, "gio", "info", "-a", "standard::content-type", f"/tmp/{name}").split()[-1]
        if "tegenwicht.desktop" not in _ran(root, "gio", "mime", kind):
            raise BuildError(f"{name} is {kind}, and is not opened by Tegenwicht")
        found.append(kind)
    for icon in ("scalable/apps/tegenwicht.svg", "256x256/apps/tegenwicht.png"):
        if not (root / "usr/share/icons/hicolor" / icon).exists():
            raise BuildError(f"no icon {icon}")
    return ", ".join(found)


def _removed(root: Path) -> None:
    _ran(root, "apt-get", "remove", "-y", "-qq", "tegenwicht")
    if (root / "usr/lib/tegenwicht").exists():
        raise BuildError("removing it left the program")
    if not (root / "root/.local/share/tegenwicht").exists():
        raise BuildError("removing the program took the sessions with it")
