"""Who may import whom, how large a room and a module may be, what the first screen loads, and what is said of it all."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tegenwicht"
SEES_EVERYTHING = {"app", "cli", "demo", "gallery", "__main__"}
PLAIN = {"plain", "i18n", "paths", "preferences", "__init__"}
"""What anyone may import."""

MAY_IMPORT = {
    "kit": {"kit"},
    "game": {"game", "plain.frozen"},
    "storage": {"storage", "game", *PLAIN},
    "report": {"report", "game", *PLAIN},
    "session": {"game", "storage.journal.contract", *PLAIN},
    "screens": {"screens", "kit", "game", "session", *PLAIN},
}
"""What of our own package a part may import."""

DRAWS = {"kit", "screens", "app", "demo", "gallery"}
NOT_AT_THE_START = (
    "fpdf", "docx", "PIL", "fontTools", "asyncio", "pydantic", "importlib.metadata", "msgspec",
    "tegenwicht.game.rules",
)  # fmt: skip


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """ "screens.setup"; a package has the name of its folder."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def part_of(name: str) -> str:
    """The part that a module belongs to: "ui", "game", or a module at the top."""
    return name.split(".")[0]


def imported(path: Path) -> Iterator[str]:
    """The full name of everything a module imports, wherever in it; for types alone too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: from . import"
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Call) and _is_import_module(node):
            yield _literal(node.args[0])


def _is_import_module(call: ast.Call) -> bool:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    return name in ("import_module", "__import__") and bool(call.args)


def _literal(name: ast.expr) -> str:
    """The name as far as it is written out: "tegenwicht.screens." of an f-string with more.

    What is not written out at all may be anything; only a module that may import all can do that.
    """
    if isinstance(name, ast.JoinedStr):
        name = name.values[0]
    return str(name.value) if isinstance(name, ast.Constant) else "tegenwicht.anything"


def ours(path: Path) -> set[str]:
    """What a module imports of our own package, without "tegenwicht."."""
    return {name.removeprefix("tegenwicht.") for name in imported(path) if name.startswith("tegenwicht.")}


def may(wanted: str, allowed: set[str]) -> bool:
    """Whether something is one of these, or inside one of these."""
    return any(wanted == one or wanted.startswith(f"{one}.") for one in allowed)


def test_every_part_has_its_rule() -> None:
    parts = {part_of(name_of(path)) for path in modules()}
    assert parts <= {*MAY_IMPORT, *SEES_EVERYTHING, *PLAIN}


def test_a_part_imports_only_what_it_may() -> None:
    wrong: dict[str, list[str]] = {}
    for name, path in ((name_of(path), path) for path in modules()):
        if part_of(name) not in SEES_EVERYTHING:
            allowed = MAY_IMPORT.get(part_of(name), PLAIN) | {"__version__"}
            wrong[name] = sorted(one for one in ours(path) if not may(one, allowed))
    assert {name: found for name, found in wrong.items() if found} == {}


def test_the_game_imports_nothing_but_itself_and_harmless_parts_of_the_standard_library() -> None:
    outside = outsiders("game")
    assert outside <= {*sys.stdlib_module_names, "_sha256", "_sha2"}  # each is in some Pythons only
    assert not outside & {"sqlite3", "os", "pathlib", "io", "time", "datetime", "random", "secrets"}


def test_the_kit_imports_nothing_but_pygame_accesskit_and_the_standard_library() -> None:
    assert outsiders("kit") <= {*sys.stdlib_module_names, "pygame", "accesskit"}


def test_the_kit_knows_no_word_of_the_program() -> None:
    words = re.compile(r"tegenwicht|cluster|\bgame\b|kaart|\btr\(", re.IGNORECASE)
    for path in (PACKAGE / "kit").rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        known = [line for line in lines if words.search(line.replace("tegenwicht.kit", ""))]
        assert known == [], path


def test_only_what_draws_imports_pygame_or_accesskit() -> None:
    quiet = {part_of(name_of(path)) for path in modules()} - DRAWS
    assert not outsiders(*quiet) & {"pygame", "accesskit"}


def test_nothing_imports_what_uses_the_network() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "xmlrpc"}
    assert not outsiders(*(part_of(name_of(path)) for path in modules())) & network


def test_a_scene_imports_no_other_scene() -> None:
    shared = ("shell", "parts")
    for path in (PACKAGE / "screens").rglob("*.py"):
        scene = name_of(path).split(".")[1:2]
        scenes = {name.split(".")[1] for name in ours(path) if name.startswith("screens.")}
        if scene not in (["shell"], ["parts"]):
            assert scenes - {*scene, *shared} == set(), path


def test_no_two_modules_need_each_other() -> None:
    needs = {name_of(path): ours(path) for path in modules()}
    known = {name: {module_of(one, needs) for one in found} - {name, ""} for name, found in needs.items()}
    left = dict(known)
    while free := [name for name, found in left.items() if not found & left.keys()]:
        for name in free:
            del left[name]
    circle = {name: sorted(found & left.keys()) for name, found in left.items()}
    assert circle == {}, "these need each other, or need who does"


def module_of(wanted: str, known: Iterable[str]) -> str:
    """The module that something comes from: "kit.nodes" of "kit.nodes.Node"."""
    while wanted and wanted not in known:
        wanted = wanted.rpartition(".")[0]
    return wanted


def test_there_are_at_most_eight_modules_in_the_hall_and_thirty_in_a_room() -> None:
    rooms = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in modules())
    assert {room: n for room, n in rooms.items() if n > (8 if room == "." else 30)} == {}


def test_the_tests_have_rooms_too() -> None:
    here = Path(__file__).parent
    rooms = Counter(path.parent.relative_to(here).as_posix() for path in here.rglob("*.py"))
    assert {room: n for room, n in rooms.items() if n > 30} == {}


def test_a_module_has_at_most_four_hundred_lines() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: n for name, n in lines.items() if n > 400} == {}


def test_every_room_says_what_lives_there() -> None:
    rooms = {path.parent for path in modules()}
    silent = [
        room
        for room in rooms
        if not ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert silent == []


def outsiders(*parts: str) -> set[str]:
    """The top-level names that the modules of these parts import from outside the package."""
    chosen = [path for path in modules() if part_of(name_of(path)) in parts]
    return {name.split(".")[0] for path in chosen for name in imported(path)} - {"tegenwicht"}


def test_everything_public_says_what_it_is_for() -> None:
    silent: dict[str, list[str]] = {}
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [one.name for one in public(tree) if not ast.get_docstring(one)]
        silent[name_of(path)] = names if ast.get_docstring(tree) or not tree.body else ["the module", *names]
    assert {name: found for name, found in silent.items() if found} == {}


Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public(inside: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Classes, functions and methods whose names, and those of what they are in, do not begin with _.

    Not what a protocol only names.
    """
    for node in inside.body:
        if isinstance(node, Definition) and not node.name.startswith("_") and not _is_only_named(node):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def _is_only_named(node: Definition) -> bool:
    (first, *others) = node.body
    return not others and isinstance(first, ast.Expr) and getattr(first.value, "value", "") is ...


# what is loaded

FIRST_SCREEN = """
import platform
import sys
asked = []
for name in ("system", "uname", "platform", "machine"):  # on Windows these ask WMI, which can hang
    setattr(platform, name, lambda *_, name=name: asked.append(name))
from pathlib import Path
from tegenwicht.kit.environment import prepare
prepare()
from tegenwicht.app.loop import App
app = App(Path(sys.argv[1]), size=(800, 600))
app.open()
import pygame
app.take(pygame.event.get())
loaded = [name for name in sys.argv[2:] if name in sys.modules]
print(*loaded, *asked, "mixer" if pygame.mixer.get_init() else "", sep=",")
app.close()
"""


def test_the_first_screen_loads_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    env = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_SCREEN, str(tmp_path), *NOT_AT_THE_START],
        env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].strip(",") == ""
