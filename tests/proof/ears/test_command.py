"""The proof of what is heard finds what is not: what was cut off, said twice, or not at all. Without Orca."""

from pathlib import Path
from typing import cast

import pytest

from tests.proof.ears import command as ears
from tests.proof.ears import room as ears_room
from tests.proof.ears.play import Play, Said, Tape
from tests.proof.ears.room import CannotHearError
from tests.proof.ears.script import SCRIPTS, Outcome, lines_of, played


class Pretended:
    """A play in which every key makes the same things said."""

    def __init__(self, *said: Said) -> None:
        self.said = said
        self.pressed: list[str] = []

    def press(self, *words: str) -> None:
        """Remember it."""
        self.pressed.append(words[-1])

    def listen(self) -> None:
        """Nothing comes."""

    def heard(self, every: bool = False) -> list[str]:
        """As ``Play.heard``."""
        return [one.text for one in self.said if every or one.heard]


def outcome(tmp_path: Path, script: str, *said: Said) -> Outcome:
    path = tmp_path / "one.ears"
    path.write_text(f"title a title\nkey Return\n{script}\n", encoding="utf-8")
    (found,) = played(cast(Play, Pretended(*said)), lines_of(path))
    return found


@pytest.mark.parametrize(
    ("script", "said", "fault"),
    [
        ("expect kaart 15", [Said("Kaart 15, Cliënt", False, 100)], ""),
        ("expect kaart 15", [Said("Kaart 15, Cliënt", False, 60)], ""),
        ("expect kaart 15", [Said("Kaart 15, Cliënt", False, 20)], "afgebroken"),
        ("expect kaart 15", [Said("Kaart 15, Cliënt", False, None)], "afgebroken"),
        ("expect kaart 15", [], "niet gezegd"),
        ("once kaart 15", [Said("Kaart 15", False, 100), Said("Kaart 15", False, 100)], "2 keer gezegd"),
        ("once kaart 15", [Said("Kaart 15", False, 100), Said("Kaart 15", False, 0)], "2 keer gezegd"),
        ("never kaart 15", [Said("Kaart 15", False, 0)], "gezegd: Kaart 15"),
        ("silent", [Said("Kaart 15", False, 0)], "gezegd: Kaart 15"),
        ("until Tab Klaar", [Said("Meer", False, 100)], "niet gehoord na"),
    ],
)
def test_what_was_not_heard_as_it_should_be_is_found(
    tmp_path: Path, script: str, said: list[Said], fault: str
) -> None:
    found = outcome(tmp_path, script, *said)
    assert found.looked == 1
    assert [fault in one for one in found.faults] == ([True] if fault else [])


def test_a_line_that_is_no_command_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "one.ears"
    path.write_text("key Tab\nshout\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.ears:2"):
        lines_of(path)


def test_every_script_can_be_read_and_expects_something() -> None:
    scripts = sorted(SCRIPTS.glob("*.ears"))
    assert ears.SHORT in {path.stem for path in scripts}
    for path in scripts:
        assert any(line.command in ("expect", "once") for line in lines_of(path)), path


def test_the_tape_tells_what_was_said_and_how_much_of_it(tmp_path: Path) -> None:
    path = tmp_path / "tape"
    path.write_text(
        "1.0\tECHO\t1\ttab\n1.1\tSAY\t2\tKlaar knop\n1.2\tCUT\t1\t10\n1.3\tEND\t2\t\n1.4\tSAY\t3\thal",
        "utf-8",
    )
    tape = Tape(path)
    tape.read()
    assert tape.said == [Said("tab", True, 10), Said("Klaar knop", False, 100)]
    assert not tape.busy


def test_where_orca_cannot_be_had_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEGENWICHT_EARS", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(ears_room.CannotHearError, match="als root"):
        ears_room.make_ready()


def test_a_script_whose_room_does_not_come_is_played_once_more_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def of_script(path: Path, _: bool) -> list[Outcome]:
        tried.append(path.stem)
        if path.stem == "kort" or (tried.count(path.stem) == 1 and path.stem == "wegen"):
            raise CannotHearError("openbox kwam niet")
        return [Outcome(path.stem, 1, ())]

    monkeypatch.setattr(ears, "_of_script", of_script)
    found = {one.title: one.faults for one in ears.heard("", False)}
    assert set(found) == {path.stem for path in SCRIPTS.glob("*.ears")}
    assert [title for title, faults in found.items() if faults] == ["kort"]
    assert tried.count("wegen") == tried.count("kort") == 2
