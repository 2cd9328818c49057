"""The Windows folder: CPython to be embedded, the packages unpacked beside it, and what people read first."""

import os
import re
import shutil
import zipfile
from pathlib import Path

from bundling import pins, signatures
from bundling.pins import BuildError

NOT_NEEDED = (
    r"pygame/(docs|examples|tests|__pyinstaller|_sdl2)/", r".*\.pyi$",
    r"pygame/lib(jpeg|tiff|webp|webpdemux|xmp|ogg|opus|opusfile|wavpack)-?\d*\.dll$",
    r"pygame/(_camera|camera|_camera_\w+|_freetype|freetype|ftfont|pypm|portmidi|midi|_render|gfxdraw)\.",
    r"PIL/_(avif|imagingcms|imagingft|imagingtk|webp)\.", r"PIL/.*\.pyi$",
    r"lxml/(includes|isoschematron|html)/", r"lxml/.*\.(pyx|pxi|pxd|h|c)$", r"lxml/(objectify|sax|builder)\.",
    r"fontTools/(cu2qu|diff|merge|mtiLib|qu2cu|t1Lib|ufoLib|voltLib)/", r"fontTools/.*\.(c|pyx|pxd)$",
    r"fontTools/(afmLib|fontBuilder|help|tfmLib|ttx)\.", r"fontTools/feaLib/(__main__|builder|lexer|parser)\.",
    r"fontTools/varLib/(avar/|avarPlanner|interpolat\w+|mutator|plot)", r"[^/]+\.data/",
    r"[^/]+\.dist-info/(RECORD|WHEEL|INSTALLER|entry_points)",
)  # fmt: skip
"""Documentation, tests, sources, formats of pictures and sound, and devices, that nothing here reads."""

RUNTIME_NOT_NEEDED = re.compile(
    r"libcrypto|libssl|_ssl|_hashlib|_asyncio|_multiprocessing|_wmi|winsound|python\.cat"
)
"""What speaks to a network, and what asks Windows' own bookkeeping: the program does neither."""

BEFORE = "import ipaddress\n"
WITHOUT_TLS = """
# Changed for the folder of Tegenwicht for Windows: its Python cannot speak TLS, and lacks two classes that this
# file derives its own from. Without them nothing can be fetched from an address, and all else works.
import urllib.request
if not hasattr(http.client, "HTTPSConnection"):
    http.client.HTTPSConnection = http.client.HTTPConnection
    urllib.request.HTTPSHandler = urllib.request.HTTPHandler

"""

PATHS = "python313.zip\n.\n..\\app\n"

START = '@echo off\r\nstart "" "%~dp0python\\pythonw.exe" -m tegenwicht %*\r\n'
"""Without going to its own folder: a folder on another computer (\\\\server\\map) cannot be gone to."""

COMMAND = '@echo off\r\n"%~dp0python\\python.exe" -X utf8 -m tegenwicht %*\r\n'


def folder(out: Path, cache: Path, epoch: int) -> Path:
    """The whole folder in ``out``, ready to be packed. BuildError when an input is not as it should be."""
    shutil.rmtree(out, ignore_errors=True)
    python, app = out / "python", out / "app"
    python.mkdir(parents=True)
    with pins.windows_runtime(cache) as runtime:
        _unpack_runtime(runtime, python)
    _without_what_is_not_needed(python)
    found = signatures.check(python)
    wheels = [*pins.windows_wheels(cache), pins.our_wheel(cache, epoch)]
    for wheel in wheels:
        _unpack_wheel(wheel, app)
    pictures = app / "fpdf" / "image_parsing.py"
    pictures.write_text(without_tls(pictures.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    _licences(wheels, python, out / "licenties")
    (out / "Tegenwicht.cmd").write_bytes(START.encode())
    (out / "tegenwicht-opdracht.cmd").write_bytes(COMMAND.encode())
    (out / "LEESMIJ.txt").write_bytes(read_me(wheels, found).replace("\n", "\r\n").encode("utf-8-sig"))
    icon(out / "tegenwicht.ico")
    compile_all(out)
    return out


def _unpack_runtime(runtime: zipfile.ZipFile, python: Path) -> None:
    for name in runtime.namelist():
        if not name.endswith("/"):
            (python / Path(name).name).write_bytes(runtime.read(name))
    (python / "python313._pth").write_text(PATHS, encoding="ascii", newline="\n")


def _without_what_is_not_needed(python: Path) -> None:
    for file in python.iterdir():
        if RUNTIME_NOT_NEEDED.match(file.name):
            file.unlink()


def _unpack_wheel(wheel: Path, app: Path) -> None:
    """As an installer would, but for what is not needed."""
    unwanted = re.compile("|".join(f"(?:{one})" for one in NOT_NEEDED))
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            if not name.endswith("/") and not unwanted.match(name):
                place = app / name
                if not place.resolve().is_relative_to(app.resolve()):
                    raise BuildError(f"{wheel.name}: {name} would land outside its folder")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(packed.read(name))


def without_tls(source: str) -> str:
    """fpdf2's ``image_parsing.py`` for a Python without TLS. BuildError when it is not as we know it."""
    if source.count(BEFORE) != 1 or source.index("import http.client\n") > source.index(BEFORE):
        raise BuildError("fpdf/image_parsing.py is another than the one we know: see without_tls")
    return source.replace(BEFORE, WITHOUT_TLS + BEFORE)


def _licences(wheels: list[Path], python: Path, out: Path) -> None:
    """The licence of everything inside, one folder a package."""
    (out / "Python").mkdir(parents=True)
    shutil.move(python / "LICENSE.txt", out / "Python" / "LICENSE.txt")
    for wheel in wheels:
        name = wheel.name.split("-")[0]
        with zipfile.ZipFile(wheel) as packed:
            texts = [
                one
                for one in packed.namelist()
                if re.search(r"(?i)(licen[cs]e|copying|notice|OFL|LGPL)[^/]*$", one)
            ]
            texts = [one for one in texts if not one.endswith((".py", ".pyc", "/"))] or [
                one for one in packed.namelist() if one.endswith(".dist-info/METADATA")
            ]
            for text in texts:
                place = out / name / text.replace(".dist-info", "").replace("/", " - ")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(packed.read(text))


def inside(wheels: list[Path]) -> dict[str, str]:
    """The version of every package, by its name."""
    return {name: version for name, version, *_ in (wheel.name.split("-") for wheel in wheels)}


def read_me(wheels: list[Path], found: list[signatures.Signed]) -> str:
    """What someone reads who unpacked the folder."""
    versions = "\n".join(f"  {name} {version}" for name, version in sorted(inside(wheels).items()))
    ours = inside(wheels)["tegenwicht"]
    signed = sum(one.chain for one in found)
    return f"""Tegenwicht {ours}: gesprekskaarten die het afwegen vertragen

Beginnen
  Dubbelklik op Tegenwicht (Tegenwicht.cmd). Er hoeft niets te worden geïnstalleerd.
  Een sessie of kaartset openen: sleep het bestand op Tegenwicht.cmd of op het venster.

Waar het blijft
  Sessies en instellingen: %LOCALAPPDATA%\\tegenwicht (plak dat in de adresbalk van Verkenner).
  Verslagen en kaarten om te printen: de map Documenten.
  Tegenwicht weghalen: gooi deze map weg. Je sessies blijven staan.

Een nieuwere versie
  Pak hem ernaast uit en gooi deze map weg, of eerst weg en dan uit. Niet eroverheen: dan blijft er oud in staan.
  Je sessies gaan mee.

Voor beheerders
  Het programma is python\\pythonw.exe -m tegenwicht. Dat bestand en de andere onderdelen van Python zijn
  ondertekend door de Python Software Foundation; {signed} bestanden zijn bij het maken van deze map nagekeken.
  Het programma gebruikt geen netwerk en schrijft alleen in de map hierboven en waar je een verslag bewaart.
  Op de opdrachtregel: tegenwicht-opdracht.cmd --help

Wat erin zit
  Python 3.13.2
{versions}
  De licenties staan in de map licenties.
"""


def icon(out: Path) -> None:
    """The icon in the sizes that Windows shows, from the one drawing."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import io

    import pygame
    from PIL import Image

    pictures = []
    for side in (256, 64, 48, 32, 16):
        drawn = pygame.image.load_sized_svg(str(pins.PROJECT / "assets" / "icon.svg"), (side, side))
        data = pygame.image.tobytes(drawn.convert_alpha() if pygame.display.get_init() else drawn, "RGBA")
        pictures.append(Image.frombytes("RGBA", (side, side), data))
    memory = io.BytesIO()
    pictures[0].save(memory, "ICO", append_images=pictures[1:], sizes=[one.size for one in pictures])
    out.write_bytes(memory.getvalue())


def compile_all(out: Path) -> None:
    """Bytecode that is never checked against its source, so that a read-only folder starts as fast.

    Made by the folder's own Python, under Wine: bytecode belongs to one version of Python.
    """
    from bundling.wine import Wine

    with Wine() as wine:
        command = (
            "python/python.exe",
            "-m",
            "compileall",
            "-q",
            "--invalidation-mode",
            "unchecked-hash",
            "app",
        )
        wine.run(*command, cwd=out)
    if not list((out / "app" / "tegenwicht").rglob("*.pyc")):
        raise BuildError("no bytecode was made; is Wine working? wine --version")
