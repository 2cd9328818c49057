"""What people install is made from pinned inputs, and comes out the same twice. The making itself: bundling/."""

import ast
import re
import shutil
import subprocess
import sys
import uuid
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bundling import linux, pins, reproducible, signatures, windows, windows_packages
from bundling.pins import BuildError

EPOCH = 1_764_000_000
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small Windows folder."""
    made = tmp_path / "Tegenwicht"
    for name in ("python/pythonw.exe", "app/tegenwicht/__init__.py", "app/een & twee.txt", "tegenwicht.ico"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(name.encode())
    return made


def test_every_input_is_pinned_to_a_version_and_a_checksum_and_names_no_place_to_fetch_it_from() -> None:
    for file in (pins.PACKAGES, pins.RUNTIME):
        text = file.read_text(encoding="utf-8").replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        assert lines
        for line in lines:
            assert re.match(r"[\w.-]+==[\w.]+ ", line), line
            assert "--hash=sha256:" in line
        assert "://" not in text


def test_what_the_recipe_for_linux_takes_from_here_is_there() -> None:
    recipe = ast.parse((pins.HERE / "linux.spec").read_text(encoding="utf-8"))
    taken = {
        (node.value.id, node.attr)
        for node in ast.walk(recipe)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert {module for module, _ in taken} >= {"linux", "pins"}
    for room in (linux, pins):
        names = {name for module, name in taken if module == room.__name__.rpartition(".")[2]}
        assert not {name for name in names if not hasattr(room, name)}


def test_what_the_project_needs_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((pins.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[^\w-]", one)[0].lower().replace("_", "-") for one in project["dependencies"]}
    pinned = set(re.findall(r"(?m)^([\w.-]+)==", pins.PACKAGES.read_text(encoding="utf-8")))
    assert names <= pinned


def test_the_root_of_the_signatures_is_the_one_that_its_maker_publishes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    signatures.check_root()
    monkeypatch.setattr(signatures, "ROOT_SHA256", "0" * 64)
    with pytest.raises(BuildError, match="fingerprint"):
        signatures.check_root()


SIGNED = """
Current message digest    : {now}
Calculated message digest : 6BBDE1
Subject: /C=US/O=Python Software Foundation/CN={who}
Signature verification: ok
Succeeded
"""


@pytest.mark.parametrize(
    ("now", "who", "good"),
    [("6BBDE1", "Python Software Foundation", True), ("FFFFFF", "Python Software Foundation", False),
     ("6BBDE1", "Somebody Else", False)],
)  # fmt: skip
def test_a_file_that_was_changed_or_signed_by_another_is_seen(now: str, who: str, good: bool) -> None:
    found = signatures.read("pythonw.exe", SIGNED.format(now=now, who=who))
    assert (found.intact and bool(found.signer)) is good


def test_what_starts_without_python_does_not_tell_where_that_was_built(tmp_path: Path) -> None:
    home = "/home/iemand/3.11.7"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "over.pyc").write_bytes(f"in {home}/lib, en verder".encode())
    linux.python_as_elsewhere(tmp_path, home)
    assert (tmp_path / "in" / "over.pyc").read_bytes() == b"in /////////////3.11.7/lib, en verder"


def test_the_same_folder_makes_the_same_zip_whenever_it_was_written(folder: Path, tmp_path: Path) -> None:
    reproducible.same_time(folder, EPOCH)
    first = reproducible.zipped(folder, tmp_path / "a.zip", "T", EPOCH).read_bytes()
    reproducible.same_time(folder, EPOCH + 999)
    second = reproducible.zipped(folder, tmp_path / "b.zip", "T", EPOCH).read_bytes()
    assert first == second
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.testzip() is None
        assert "T/python/pythonw.exe" in packed.namelist()


def test_the_msi_holds_every_file_once_and_its_shortcut_calls_the_signed_program(folder: Path) -> None:
    tree = ElementTree.fromstring(windows_packages.wxs(folder, "0.2.0"))
    files = [one.get("Source") for one in tree.iter(f"{WIX}File")]
    wanted = [one.relative_to(folder).as_posix() for one in reproducible.files(folder)]
    assert sorted(files) == sorted(wanted)
    used = {one.get("Id") for one in tree.iter(f"{WIX}ComponentRef")}
    assert used == {one.get("Id") for one in tree.iter(f"{WIX}Component")}
    (shortcut,) = tree.iter(f"{WIX}Shortcut")
    assert (shortcut.get("Target"), shortcut.get("Arguments")) == (
        "[INSTALLDIR]python\\pythonw.exe", "-m tegenwicht",
    )  # fmt: skip


def test_another_content_is_another_package_of_the_same_family(folder: Path) -> None:
    before = ElementTree.fromstring(windows_packages.wxs(folder, "0.2.0"))
    (folder / "app" / "nieuw.txt").write_text("nieuw")
    after = ElementTree.fromstring(windows_packages.wxs(folder, "0.2.0"))
    package, product = f"{WIX}Product/{WIX}Package", f"{WIX}Product"
    assert before.find(package).get("Id") != after.find(package).get("Id")  # type: ignore[union-attr]
    assert before.find(product).get("UpgradeCode") == after.find(product).get("UpgradeCode")  # type: ignore[union-attr]


def test_an_msi_without_its_number_where_it_should_be_is_not_passed_on() -> None:
    with pytest.raises(BuildError, match="found 0"):
        windows_packages.settled(b"not an MSI", uuid.UUID(int=1), EPOCH)


def test_no_wheel_can_write_outside_its_folder(tmp_path: Path) -> None:
    wheel = tmp_path / "kwaad-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("../buiten.txt", "x")
    with pytest.raises(BuildError, match="outside"):
        windows._unpack_wheel(wheel, tmp_path / "app")
    assert not (tmp_path / "buiten.txt").exists()


def test_the_pdf_library_loads_in_a_python_that_cannot_speak_to_the_internet(tmp_path: Path) -> None:
    """As the folder for Windows is."""
    import fpdf

    shutil.copytree(Path(fpdf.__file__).parent, tmp_path / "fpdf")
    changed = tmp_path / "fpdf" / "image_parsing.py"
    load = f"import sys; sys.modules.update(ssl=None, _ssl=None); sys.path.insert(0, {str(tmp_path)!r}); import fpdf"
    assert subprocess.run([sys.executable, "-c", load], capture_output=True, check=False).returncode == 1
    changed.write_text(windows.without_tls(changed.read_text(encoding="utf-8")), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", load], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_pdf_library_that_is_not_the_one_we_know_is_not_changed() -> None:
    with pytest.raises(BuildError, match="image_parsing"):
        windows.without_tls("import http.client\n")
