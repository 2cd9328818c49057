"""Checks of what comes along with the program: pictures, sound, help, documentation, keys, first start."""

import re
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import pygame

from tegenwicht import paths
from tegenwicht.kit import window
from tegenwicht.kit.nodes import Role
from tegenwicht.kit.screen_reader.access_tree import Ids, translate
from tegenwicht.preferences import Theme, Wishes
from tegenwicht.screens.shell.spoken import spoken
from tests.pilot import Pilot
from tests.proof.access.base import Finding, Look, Shot
from tests.proof.access.held import PROJECT

LONGEST_SOUND_SECONDS = 3.0
FILMS = {".mp4", ".webm", ".avi", ".mov", ".gif", ".mp3", ".ogg"}
PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".webp"}
PAPERS = ("README.md", "decks/README.md", "assets/README.md", "assets/toegankelijkheid.md")
FEATURES = {
    "toetsenbord": r"toetsenbord", "schermlezer": r"schermlezer", "tekst tot 200 %": r"200\s?%",
    "hoog contrast": r"hoog contrast", "minder beweging": r"minder beweging", "geluid uit": r"geluid",
    "losse lettertoetsen uit": r"lettertoets",
}  # fmt: skip
SYSTEM_KEYS = ("alt+tab", "alt+return", "alt+a", "ctrl+alt+delete", "shift+f1")


def media() -> Finding:
    """No films; no sound longer than three seconds; no text in pictures of the program."""
    faults, files = [], [path for path in sorted(paths.assets().rglob("*")) if path.is_file()]
    for path in files:
        kind, inside = path.suffix.lower(), path.relative_to(paths.assets()).as_posix()
        if kind in FILMS:
            faults.append(f"{inside} is een film of lang geluid")
        elif kind == ".wav" and _seconds(path) > LONGEST_SOUND_SECONDS:
            faults.append(f"{inside} duurt {_seconds(path):.1f} s")
        elif kind == ".svg" and re.search(r"<(text|image)\b", path.read_text(encoding="utf-8")):
            faults.append(f"{inside} heeft tekst als beeld")
        elif kind in PICTURES and inside != "icon.png" and not inside.startswith("pictures/"):
            faults.append(f"{inside} is een beeld waarin tekst kan staan")
    longest = max((_seconds(path) for path in files if path.suffix == ".wav"), default=0.0)
    return Finding(
        len(files), "bestanden", f"langste geluid {longest:.1f} s".replace(".", ","), tuple(faults)
    )


def _seconds(path: Path) -> float:
    with wave.open(str(path)) as sound:
        return sound.getnframes() / sound.getframerate()


def documented() -> Finding:
    """Every kind of help is named in README, in *Hulp* and in the statement of accessibility."""
    with tempfile.TemporaryDirectory(prefix="proof-") as name, Pilot(Path(name)) as pilot:
        pilot.key("f1")
        texts = {"Hulp": pilot.text()}
    for paper in ("README.md", "assets/toegankelijkheid.md"):
        texts[paper] = _read(paper)
    missing = [
        f"{feature} staat niet in {where}"
        for feature, pattern in FEATURES.items()
        for where, text in texts.items()
        if not re.search(pattern, text, re.IGNORECASE)
    ]
    return Finding(len(FEATURES) * len(texts), "vermeldingen", f"{len(missing)} ontbreken", tuple(missing))


def readable() -> Finding:
    """The documentation has headings in order, descriptions of pictures, links and tables with words."""
    faults = [f"{paper}: {fault}" for paper in PAPERS for fault in _unreadable(_read(paper))]
    return Finding(len(PAPERS), "documenten", f"{len(faults)} gevonden", tuple(faults))


def _read(paper: str) -> str:
    path = PROJECT / paper
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _unreadable(text: str) -> Iterator[str]:
    if not text:
        yield "is er niet"
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    levels = [len(found) for found in re.findall(r"^(#+) ", text, re.MULTILINE)]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"na een kop van niveau {before} komt niveau {after}"
    yield from (f"beeld zonder beschrijving: {to}" for to in re.findall(r"!\[\s*\]\(([^)]*)\)", text))
    yield from (f"link zonder woorden: {to}" for to in re.findall(r"(?<!!)\[\s*\]\(([^)]*)\)", text))
    for found in re.finditer(r"^(\|.*\|)\s*\n\|[\s:|-]+\|[ \t]*$", text, re.MULTILINE):
        rows = text[found.end() :].split("\n\n", 1)[0]
        if not found[1].strip("| ") and "![" not in rows:
            yield f"een tabel zonder koppen: {rows.strip().splitlines()[0]}"


def free_keys() -> Finding:
    """Keys of the system stay of the system, and neither keyboard nor pointer is kept."""
    faults = []
    with tempfile.TemporaryDirectory(prefix="proof-") as name, Pilot(Path(name)) as pilot:
        before = pilot.tree()
        for key in SYSTEM_KEYS:
            pilot.key(key)
            if pilot.tree() != before:
                faults.append(f"{key} doet hier iets")
        if pygame.event.get_grab() or window.this().keyboard_grabbed:
            faults.append("het venster houdt toetsenbord of muis vast")
    return Finding(len(SYSTEM_KEYS) + 1, "toetsen en grepen", f"{len(faults)} gestoord", tuple(faults))


def activation() -> Finding:
    """Right after the first start, each kind of help can be switched on by keyboard alone."""
    faults = []
    with tempfile.TemporaryDirectory(prefix="proof-") as name, Pilot(Path(name)) as pilot:
        pilot.key("ctrl++")
        pilot.key("f2")
        wanted = ("Hoog contrast", "Minder beweging", "Losse lettertoetsen", "Hele scherm")
        for label in wanted:
            node = pilot.control(label)
            pilot.reach(node.key)
            if pilot.focused.role is not Role.RADIO:  # an arrow chose that already
                pilot.key("space")
            if pilot.control(label).pressed == node.pressed:
                faults.append(f"{label} gaat niet om met het toetsenbord")
        if pilot.app.model.settings.text_size != 110:
            faults.append("Ctrl + maakt de tekst niet groter")
    return Finding(len(wanted) + 1, "soorten hulp", f"{len(faults)} niet aan te zetten", tuple(faults))


class Language(Look):
    """The tree that goes to AccessKit says that it is Dutch."""

    unit = "schermbeelden"

    def look(self, shot: Shot) -> None:
        self.looked += 1
        update = translate(shot.tree, "", Ids(), spoken=spoken())
        root = next(node for number, node in update.nodes if number == 0)
        if root.language != "nl":
            self.fault(f"de taal is {root.language!r}", shot)

    def measured(self) -> str:
        return f"{self.looked - len(self.faults)} keer nl"


WISHED = (Wishes(150, Theme.DARK, True), Wishes(200, Theme.CONTRAST, False), Wishes(120, Theme.LIGHT, True))


def wishes() -> Finding:
    """What is set on the computer holds here too, until someone chooses otherwise."""
    faults = []
    for number, wish in enumerate(WISHED):
        with tempfile.TemporaryDirectory(prefix="proof-") as name:
            with Pilot(Path(name), motion=True, wishes=wish) as pilot:
                if _shown(pilot) != wish:
                    faults.append(f"{wish} geldt hier niet")
                pilot.key("ctrl+0", "ctrl++")
            with Pilot(Path(name), motion=True, wishes=WISHED[number - 1]) as pilot:
                if _shown(pilot) != WISHED[number - 1]._replace(text_size=110):
                    faults.append("wat hier is gekozen blijft niet, of de rest volgt niet meer")
    return Finding(2 * len(WISHED), "keer gestart", f"{len(faults)} keer niet gevolgd", tuple(faults))


def _shown(pilot: Pilot) -> Wishes:
    settings = pilot.app.model.settings
    return Wishes(settings.text_size, settings.theme, settings.reduced_motion)
