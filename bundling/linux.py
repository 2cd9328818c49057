"""For Linux: a folder that needs no Python, as a tarball and as a .deb. Made by PyInstaller on the oldest system
that it must start on: it takes the C library of the machine that makes it as the least."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundling import pins, reproducible
from bundling.pins import BuildError, ran
from bundling.windows_packages import version

NAME = "tegenwicht"
NOT_NEEDED = (
    "tkinter",
    "numpy",
    "PIL.ImageTk",
    "pygame.tests",
    "pygame.examples",
    "pygame.docs",
    "pip",
    "setuptools",
    "pkg_resources",
    "_distutils_hack",
    "attr",
    "hypothesis",
    "pytest",
    "readline",
    "multiprocessing",
)
SAID = ("accesskit", "PyYAML", "fpdf2", "openpyxl", "python-docx")
"""Whose version ``--version`` says; linux.spec takes them along."""

NEEDS = "libx11-6, libxext6, libxcursor1, libxi6, libxrandr2, libxss1, libxkbcommon0"
"""What SDL opens when it finds a screen; every desktop has it."""

DESKTOP = """[Desktop Entry]
Type=Application
Name=Tegenwicht
GenericName=Gesprekskaarten
Comment=Gesprekskaarten die het afwegen vertragen
Exec=tegenwicht %f
Icon=tegenwicht
Terminal=false
Categories=Game;CardGame;Education;
MimeType=application/x-tegenwicht;application/x-tegenwicht-kaarten;
"""
MIME = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-tegenwicht">
    <comment>Sessie van Tegenwicht</comment>
    <glob pattern="*.tegenwicht"/>
    <icon name="tegenwicht"/>
  </mime-type>
  <mime-type type="application/x-tegenwicht-kaarten">
    <comment>Kaartset van Tegenwicht</comment>
    <glob pattern="*.kaarten.yaml"/>
    <glob pattern="*.kaarten.xlsx"/>
    <glob pattern="*.kaarten.csv"/>
    <icon name="tegenwicht"/>
  </mime-type>
</mime-info>
"""


def make(out: Path, cache: Path) -> list[Path]:
    """The tarball and the .deb."""
    epoch = pins.when_it_was_made()
    folder = _folder(out / "linux", cache, epoch)
    reproducible.same_time(folder, epoch)
    name = f"{NAME}-{version()}-linux-{_processor()}"
    return [reproducible.tarred(folder, out / f"{name}.tar.xz", name, epoch), _deb(folder, out, epoch)]


def _processor() -> str:
    import platform

    return platform.machine()


def _folder(work: Path, cache: Path, epoch: int) -> Path:
    """The folder with everything in it."""
    shutil.rmtree(work, ignore_errors=True)
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", str(work), "--workpath", str(cache / "pyinstaller"), str(pins.HERE / "linux.spec"),
    ]  # fmt: skip
    env = os.environ | {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "SDL_VIDEODRIVER": "dummy"}
    ran(command, cwd=pins.PROJECT, env=env)
    folder = work / NAME
    shutil.rmtree(folder / "_internal" / "tegenwicht" / "assets" / "pictures")  # of the README
    _write(
        folder / "_internal/docx/parts/LEESMIJ.txt",
        "python-docx finds its templates by way of this folder.\n",
    )
    for name in ("RECORD", "REQUESTED", "INSTALLER", "direct_url.json"):
        for record in (folder / "_internal").glob(f"*.dist-info/{name}"):
            record.unlink()  # how it was installed here
    python_as_elsewhere(folder / "_internal", sys.base_prefix)
    shutil.copy(pins.PROJECT / "LICENSE", folder / "LICENSE")
    _licences(folder / "licenties")
    _licences_of_the_system(folder / "_internal", folder / "licenties")
    (folder / "LEESMIJ.txt").write_text(_read_me(), encoding="utf-8")
    return folder


def python_as_elsewhere(libraries: Path, home: str) -> None:
    """Python's own libraries without what helps to find faults in them, and without the folder they were built for.

    home: that folder. All of its name but the end becomes ``/``: nobody else must look for libraries in a folder of
    whoever made the package, nor read what that is called. The end stays, because a linker keeps a text that is the
    end of another one only once: the version of Python may be read there.
    """
    for library in (*libraries.glob("libpython*"), *libraries.glob("python*/lib-dynload/*.so")):
        ran(["strip", "--strip-unneeded", str(library)])
    told = os.fsencode(home)
    if home.startswith("/usr"):
        return
    for file in reproducible.files(libraries):
        if told in (data := file.read_bytes()):
            file.write_bytes(data.replace(told, os.path.basename(told).rjust(len(told), b"/")))


def _licences(out: Path) -> None:
    """The licence of every package inside and of what starts it, from where it is installed; and Python's."""
    import re
    from importlib.metadata import distribution

    wanted = re.findall(r"(?m)^([\w-]+)==", pins.PACKAGES.read_text(encoding="utf-8"))
    for name in (*wanted, "pyinstaller"):
        texts = [
            one
            for one in distribution(name).files or []
            if re.search(r"(?i)(licen[cs]e|copying|notice|LGPL)", one.name)
            and one.suffix not in (".py", ".pyc")
        ]
        for text in texts:
            place = out / name / text.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(Path(str(text.locate())).read_bytes())
    (out / "Python").mkdir()
    shutil.copy(Path(os.__file__).parent / "LICENSE.txt", out / "Python" / "LICENSE.txt")


def _licences_of_the_system(libraries: Path, out: Path) -> None:
    """What the system says about the libraries of its own that came along."""
    known = {
        line.split()[0]: line.split()[-1]
        for line in ran(["/sbin/ldconfig", "-p"]).splitlines()
        if "=>" in line
    }
    for one in sorted(libraries.glob("lib*.so*")):
        if one.name not in known:
            continue  # Python's own
        place = os.path.realpath(known[one.name])
        said = subprocess.run(
            ["dpkg", "-S", place, place.removeprefix("/usr")], text=True, capture_output=True, check=False
        ).stdout
        package = said.partition(":")[0]
        text = Path("/usr/share/doc") / package / "copyright"
        if not package or not text.exists():
            raise BuildError(f"{one.name} comes from a package of which no licence is found")
        (out / package).mkdir(parents=True, exist_ok=True)
        shutil.copy(text, out / package / "copyright")


def _read_me() -> str:
    return f"""Tegenwicht {version()}: gesprekskaarten die het afwegen vertragen

Beginnen: ./{NAME}
Sessies en instellingen blijven in ~/.local/share/tegenwicht, ook als je deze map weggooit.
Een nieuwere versie: pak die ernaast uit. De licenties staan in de map licenties.
"""


def _deb(folder: Path, out: Path, epoch: int) -> Path:
    """The package for Debian, Ubuntu and what comes from them."""
    root = out / "linux" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "usr/lib" / NAME, symlinks=True)
    share = root / "usr/share"
    _write(share / "applications/tegenwicht.desktop", DESKTOP)
    _write(share / "mime/packages/tegenwicht.xml", MIME)
    _write(share / "doc/tegenwicht/copyright", (pins.PROJECT / "LICENSE").read_text(encoding="utf-8"))
    for place, name in (("scalable", "icon.svg"), ("256x256", "icon.png")):
        target = share / "icons/hicolor" / place / "apps" / f"tegenwicht{Path(name).suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(pins.PROJECT / "assets" / name, target)
    (root / "usr/bin").mkdir()
    (root / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    size = sum(one.lstat().st_size for one in root.rglob("*") if one.is_file()) // 1024
    arch = ran(["dpkg", "--print-architecture"]).strip()
    _write(root / "DEBIAN/control", f"""Package: {NAME}
Version: {version()}
Architecture: {arch}
Maintainer: Tegenwicht <geen-adres@localhost>
Installed-Size: {size}
Depends: libc6 (>= {_least_c_library()}), {NEEDS}
Section: games
Priority: optional
Description: Gesprekskaarten die het afwegen vertragen
 Een kaartspel voor intervisie en training van professionals die mensen met een
 beperking naar werk begeleiden. Toegankelijk, zonder internet.
""")  # fmt: skip
    ran(["chmod", "-R", "u=rwX,go=rX", str(root)])
    reproducible.same_time(root, epoch)
    made = out / f"{NAME}_{version()}_{arch}.deb"
    env = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    ran(["dpkg-deb", "-Zxz", "--root-owner-group", "--build", str(root), str(made)], env=env)
    return made


def _least_c_library() -> str:
    import platform

    return platform.libc_ver()[1]


def _write(file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")
