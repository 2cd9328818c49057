"""A folder without rights, or on a disk that fails: every screen opens, and what cannot be is told in Dutch."""

import builtins
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tegenwicht import paths
from tegenwicht.screens.shell import commands as c
from tegenwicht.storage import files
from tests.pilot import Pilot

ASKING = ("stat", "lstat", "listdir", "scandir", "open", "mkdir", "rename", "replace", "unlink")


def forbid(patched: pytest.MonkeyPatch, folder: Path, code: int) -> None:
    """Whatever is asked of this folder, or of what is in it, is refused."""

    def refusing(real: Callable[..., Any]) -> Callable[..., Any]:
        def asked(path: Any, *more: Any, **named: Any) -> Any:
            text = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
            if text == str(folder) or text.startswith(f"{folder}/"):
                raise OSError(code, os.strerror(code), text)
            return real(path, *more, **named)

        return asked

    for name in ASKING:
        patched.setattr(os, name, refusing(getattr(os, name)))
    patched.setattr(builtins, "open", refusing(builtins.open))


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO], ids=["no rights", "a failing disk"])
@pytest.mark.parametrize("place", ["kaartsets", "gelezen", "reservekopieen", "sloten", "getypt", "documents"])
def test_no_screen_and_no_deed_stops_at_a_folder_that_cannot_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, code: int
) -> None:
    documents = tmp_path / "Documenten"
    documents.mkdir()
    monkeypatch.setattr(paths, "documents_folder", lambda: documents)
    folder = documents if place == "documents" else tmp_path / "data" / place
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.yaml").write_text("title: x")
    with monkeypatch.context() as patched:
        forbid(patched, folder, code)
        with Pilot(tmp_path / "data") as pilot:
            for scene in ("setup", "browse", "sessions", "decks", "settings", "help", "start"):
                pilot.app.carry_out([c.Go(scene)])  # type: ignore[arg-type]
                assert list(pilot.nodes())
            for deed in (
                c.ExportDeck(str(paths.decks() / "tegenwicht.yaml"), ".csv"),
                c.OpenDeck(str(folder / "a.yaml")),
                c.BringIn(str(folder / "a.yaml")),
                c.PrintCards("63x88", False, False, ()),
                c.NewDeck(),
            ):
                pilot.app.carry_out([deed])
                said = f"{pilot.said} {pilot.text()}"
                assert "Permission denied" not in said and "Input/output" not in said
            pilot.pass_time(3)
            pilot.app.carry_out([c.EraseEverything()])


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.EACCES, "dat mag daar niet"), (errno.ENOSPC, "de schijf is vol"), (errno.EIO, "de schijf geeft een fout"),
     (errno.EROFS, "daar kan niets worden geschreven"), (errno.ENAMETOOLONG, "de naam is te lang")],
)  # fmt: skip
def test_what_the_system_says_is_told_in_dutch(code: int, words: str) -> None:
    assert files.why(OSError(code, os.strerror(code))) == words


def test_where_nobody_may_look_it_is_not_said_that_all_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tmp_path / "data" / "reservekopieen"
    copies.mkdir(parents=True)
    with Pilot(tmp_path / "data") as pilot, monkeypatch.context() as patched:
        forbid(patched, copies, errno.EACCES)
        pilot.app.carry_out([c.EraseEverything()])
        assert "Alle sessies zijn weg" not in pilot.said
        assert "kunnen nog resten staan" in pilot.said
