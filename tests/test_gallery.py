"""The gallery: every state is a picture, and the page shows them all."""

from pathlib import Path

import pygame
import pytest

from tegenwicht.__main__ import main
from tegenwicht.gallery.drawing import file_name
from tegenwicht.gallery.states import all_screens


def test_every_state_has_a_name_of_its_own_for_its_file() -> None:
    names = [file_name(name) for name in all_screens()]
    assert len(set(names)) == len(names)


def test_the_command_draws_what_is_asked_for_and_a_page_that_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    wanted = {name for name in all_screens() if "start" in name}
    code = main(
        ["gallery", "--out", str(tmp_path), "--size", "1280x720", "--theme", "dark", "--only", "start"]
    )
    assert code == 0
    assert f"{len(wanted)} plaatjes" in capsys.readouterr().out
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for name in wanted:
        picture = pygame.image.load(tmp_path / f"{file_name(name)}.png")
        assert picture.get_size() == (1280, 720)
        assert len({tuple(picture.get_at((x, 300))) for x in range(0, 1280, 5)}) > 1, f"{name} is empty"
        assert f"{file_name(name)}.png" in page


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in de weg").write_text("")
    code = main(["gallery", "--out", str(tmp_path / "in de weg"), "--only", "start"])
    assert code == 1
    assert "in de weg" in capsys.readouterr().err
