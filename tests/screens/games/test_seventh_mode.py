"""What a maintainer touches to add a mode: two files and one name in ``MODES``. Everything else comes with it."""

import sys
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.game import modes
from tegenwicht.screens import help as help_scene
from tegenwicht.screens.setup import choices
from tests.data.seventh import rules, screens
from tests.pilot import Pilot


@pytest.fixture
def seventh(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two files as if they stood in the package, and the one name."""
    monkeypatch.setitem(sys.modules, "tegenwicht.game.seventh", rules)
    monkeypatch.setitem(sys.modules, "tegenwicht.screens.seventh", screens)
    names = (*modes.MODES, "seventh")
    for module in (modes, choices, help_scene):
        monkeypatch.setattr(module, "MODES", names)


@pytest.mark.usefixtures("seventh")
def test_it_is_chosen_played_undone_resumed_closed_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "documents")
    with Pilot(tmp_path / "data") as pilot:
        pilot.press(
            "Spelen", "Omdraaien", "Verder: tafel en tijd", "Vlot", "Aan tafel", "Omdraaien", "Omdraaien"
        )
        pilot.press("Menu")
        assert pilot.control("Ongedaan maken").description == "omdraaien"
        pilot.press("Ongedaan maken")
        pilot.again()
        going_on = next(label for label in pilot.labels() if label.startswith("Verder met"))
        assert "1 omgedraaid" in pilot.control(going_on).description
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        pilot.press("Menu", "Sessie afronden…", "Afronden")
        pilot.tells("Deelnemer 1", "Vaker omdraaien")
        pilot.press("Andere vormen…", "Platte tekst", "Verslag bewaren")
        (report,) = (tmp_path / "documents").iterdir()
        words = report.read_text(encoding="utf-8")
        assert "Omdraaien" in words
        assert "Hoe snel?" in words
        assert "Vaker omdraaien" in words
        pilot.press("Sluiten", "Sessie sluiten…", "Sessie sluiten", "Eerdere sessies")
        assert "1 omgedraaid" in pilot.text()


@pytest.mark.usefixtures("seventh")
def test_the_help_names_it_too(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        pilot.key("f1")
        assert "Kaart na kaart." in pilot.text()
