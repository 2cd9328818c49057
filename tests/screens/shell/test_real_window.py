"""The program itself, in a window on a screen of its own, used by nothing but a screen reader's requests.

A session is played over two rounds and the tally read aloud; in the middle the program is killed. Without
Xvfb and AT-SPI these are skipped, but in CI they fail.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tegenwicht.game.cards import Card
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.storage.decks.reader import read_deck
from tests.pilot import DECK
from tests.screens import desktop
from tests.screens.desktop import PATIENCE_SECONDS, Desk, Program, Reader, Seen

pytestmark = [pytest.mark.accessibility, pytest.mark.screen]
CELL = re.compile(r"(?:.*: )?(?:(\d+) kaart(?:en)?, (\d+) (?:keer )?genoemd|kwam niet langs)")
CLICK_SECONDS = 3.0
"""So long a click is waited for before the next."""
AT_THE_CLOSE = re.compile(r"(\d+) kaart(?:en)?, (\d+) keer genoemd")


def card_name(number: int) -> str:
    """What a card of the deck is called, which is heard when it comes on the table: it has the focus then."""
    card = _card(number)
    return f"Kaart {number}, {cluster_name(card.cluster)}: {card.title}".replace("&", "en")


def _card(number: int) -> Card:
    (card,) = (card for card in read_deck(DECK).cards if card.number == number)
    return card


class Window:
    """The program on a desktop, and a screen reader beside it. ``data``: its data folder."""

    def __init__(self, desk: Desk, reader: Reader, data: Path) -> None:
        self.desk, self.reader, self.data = desk, reader, data
        self.errors = data.with_name(f"{data.name}-{time.monotonic_ns()}.err")
        options = '--data-dir "$1" --deck "$2" --shuffle 7 --size 1024x640'
        command = f'exec "$0" -m tegenwicht {options} 2>"{self.errors}"'
        self.program: Program = desk.start(["sh", "-c", command, sys.executable, str(data), str(DECK)])
        self.wait_for("Spelen", "push button")
        reader.wait_for_keyboard()
        reader.forget()

    def tree(self) -> list[Seen]:
        """Everything there is to read."""
        return self.reader.tree()

    def wait_for(self, name: str, role: str = "", when: Callable[[Seen], bool] = lambda _: True) -> Seen:
        """The node whose name begins so, as soon as it is there and ``when`` holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            seen = [one for one in self.tree() if one["name"].startswith(name) and role in ("", one["role"])]
            if found := next(filter(when, seen), None):
                return found
            if time.monotonic() > end:
                raise AssertionError(f"no {role} {name!r} as expected; there are {seen}; {self.last_words()}")

    def press(self, *names: str, role: str = "push button") -> None:
        """Press controls as a screen reader does, each as soon as it is there and can be pressed."""
        end = time.monotonic() + PATIENCE_SECONDS
        for name in names:
            while not self._pressed(name, role):
                if time.monotonic() > end:
                    seen = self.tree()
                    raise AssertionError(f"{name!r} cannot be pressed; there are {seen}; {self.last_words()}")

    def _pressed(self, name: str, role: str) -> bool:
        try:
            return bool(self.reader.ask("press", name, role))
        except LookupError:  # not there yet, off, or just gone
            return False

    def hear(self, words: str) -> None:
        """Wait until this was announced."""
        self.reader.hear("object:announcement", words)

    def hear_card(self, number: int) -> None:
        """Wait until the card has the focus, which a screen reader says with its question; and not twice."""
        name = card_name(number)
        self.reader.hear("object:state-changed:focused", name)
        card = self.wait_for(name, "article", lambda node: "focused" in node["states"])
        assert card["description"] == _card(number).question
        assert not any(card["name"] in said for said in self.status())

    def hear_all(self, last: str) -> list[str]:
        """Everything that is announced from now on, up to these words."""
        heard: list[str] = []
        end = time.monotonic() + PATIENCE_SECONDS
        while last not in heard:
            assert time.monotonic() < end, heard
            events = self.reader.ask("events")
            heard += [one["name"] for one in events if one["kind"].startswith("object:announcement")]
        return heard

    def status(self) -> list[str]:
        """What the status says; nothing when there is nothing to say."""
        return [node["name"] for node in self.tree() if node["role"] == "status bar"]

    def tally(self) -> dict[str, list[tuple[int, int]]]:
        """By cluster, (by card, by mention) of every column of the table."""
        found: dict[str, list[tuple[int, int]]] = {}
        name = ""
        for node in self.tree():
            if node["role"] == "row header":
                name = node["name"]
            elif node["role"] == "table cell" and (told := CELL.fullmatch(node["name"])):
                found.setdefault(name, []).append((int(told[1] or 0), int(told[2] or 0)))
        return found

    def tally_at_the_close(self) -> dict[str, tuple[int, int]]:
        """By cluster, (by card, by mention) of the whole session, on the screen of the scale."""
        found = {node["name"]: AT_THE_CLOSE.fullmatch(node["description"]) for node in self.tree()}
        return {name: (int(told[1]), int(told[2])) for name, told in found.items() if told}

    def end(self) -> None:
        """Stop the program as its user does; it ends well and has said nothing frightening."""
        self.press("Afsluiten")
        self.ended()

    def last_words(self) -> str:
        """Where the program stands, and what it said on its standard error; it is ended with that."""
        return f"{self.program.last_words()}\n{self.errors.read_text(encoding='utf-8')}"

    def ended(self) -> None:
        """It ended well, and nothing on its standard error looks like a fault in it."""
        assert self.program.process.wait(PATIENCE_SECONDS) == 0
        self.is_quiet()

    def is_quiet(self) -> None:
        """Nothing on its standard error looks like a fault in it."""
        said = self.errors.read_text(encoding="utf-8")
        assert "Traceback" not in said, said
        assert "Error" not in said, said


@pytest.fixture
def desk() -> Iterator[Desk]:
    desktop.needs_desktop()
    with desktop.desktop() as found:
        yield found


@pytest.fixture
def reader(desk: Desk) -> Reader:
    return desk.reader()


def is_pressed(node: Seen) -> bool:
    return "pressed" in node["states"]


def begin(window: Window) -> None:
    """Two people, half an hour: three rounds fit."""
    window.press("Spelen", "Verder: tafel en tijd")
    for left in (4, 3, 2):
        window.press("Mensen aan tafel: minder")
        window.wait_for("Mensen aan tafel", "spin button", lambda node, left=left: node["number"][0] == left)  # type: ignore[misc]
    window.press("30 minuten", role="radio button")
    window.wait_for("30 minuten", "radio button", lambda node: "checked" in node["states"])
    window.press("Aan tafel")
    window.hear("Ronde 1 van 3. Deelnemer 1 is aan de beurt")


def test_a_session_is_played_killed_and_resumed_by_ear_alone(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    window = Window(desk, reader, tmp_path / "data")
    begin(window)
    window.press("Laat het lot kiezen")
    window.hear_card(38)  # Wet en beleid
    window.press("Cliënt", role="toggle button")
    window.hear("Cliënt genoemd")
    window.press("Klaar")
    window.hear("Deelnemer 2 is aan de beurt")
    window.press("Laat het lot kiezen")
    window.hear_card(34)  # Wet en beleid
    window.press("Klaar")
    window.hear("Ronde 1 is klaar. Niet langsgekomen: Beroep, Werkgever, Organisatie, Professional zelf.")
    assert window.tally()["Wet en beleid"] == [(2, 0), (2, 0)]
    window.press("Volgende ronde")
    window.hear("Deelnemer 1 is aan de beurt")
    window.press("Laat het lot kiezen")
    window.hear_card(3)  # Beroep
    window.press("Werkgever", role="toggle button")
    window.hear("Werkgever genoemd")

    window.program.process.kill()
    window.program.process.wait(PATIENCE_SECONDS)
    window.is_quiet()

    window = Window(desk, reader, tmp_path / "data")
    window.press(window.wait_for("Verder met ", "push button")["name"])
    window.hear_card(3)
    window.hear("Ronde 2 van 3.")
    window.wait_for("Werkgever", "toggle button", is_pressed)
    assert window.wait_for("Denktijd", "timer")["description"].endswith(" stilgezet")
    window.press("Meer")
    undo = window.wait_for("Ongedaan maken", "push button")
    assert "Werkgever genoemd" in undo["description"]
    window.press("Terug")
    window.press("Klaar")
    window.hear("Deelnemer 2 is aan de beurt")
    window.press("Laat het lot kiezen")
    window.hear_card(28)  # Organisatie
    window.press("Klaar")
    window.hear("Ronde 2 is klaar. Niet langsgekomen: Cliënt, Wet en beleid, Professional zelf.")
    assert window.tally() == {
        "Beroep": [(0, 0), (1, 0), (1, 0)],
        "Cliënt": [(0, 1), (0, 0), (0, 1)],
        "Werkgever": [(0, 0), (0, 1), (0, 1)],
        "Organisatie": [(0, 0), (1, 0), (1, 0)],
        "Wet en beleid": [(2, 0), (0, 0), (2, 0)],
        "Professional zelf": [(0, 0), (0, 0), (0, 0)],
    }
    window.press("Sessie afronden")
    window.hear("Sessie afgerond. Deelnemer 1, welke kaart blijft je bij?")
    window.press("Volgende: Deelnemer 2", "Verder: de weegschaal")
    window.wait_for("Wat valt jullie op?", "heading")
    assert window.tally_at_the_close() == {
        "Beroep": (1, 0),
        "Cliënt": (0, 1),
        "Werkgever": (0, 1),
        "Organisatie": (1, 0),
        "Wet en beleid": (2, 0),
        "Professional zelf": (0, 0),
    }
    window.press("Verder: verslag", "Sessie sluiten…", "Sessie sluiten")
    window.end()


def test_a_second_copy_on_the_same_folder_says_so_and_plays_another_session(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    first = Window(desk, reader, tmp_path / "data")
    begin(first)
    first.press("Laat het lot kiezen")
    first.hear_card(38)
    with desktop.desktop() as other:
        second = Window(other, other.reader(), tmp_path / "data")
        notice = "Tegenwicht is al open in een ander venster. Hier kun je een andere sessie spelen."
        second.wait_for(notice)
        mine = second.wait_for("Verder", "push button")
        assert mine["description"] == "Niet beschikbaar. open in een ander venster"
        assert "focusable" not in mine["states"]
        second.press("Spelen", "Verder: tafel en tijd", "Aan tafel", "Laat het lot kiezen")
        second.hear_card(38)
        second.press("Klaar")
        second.hear("Deelnemer 2 is aan de beurt")
        second.press("Menu", "Naar het begin")
        second.end()
    first.press("Klaar")
    first.hear("Deelnemer 2 is aan de beurt")
    if shutil.which("wmctrl"):
        subprocess.run(["wmctrl", "-c", "Tegenwicht"], env=desk.env, check=True)
    else:
        first.press("Menu", "Naar het begin", "Afsluiten")
    first.ended()


needs_xdotool = pytest.mark.skipif(
    shutil.which("xdotool") is None and not os.environ.get("CI"), reason="needs xdotool"
)


@needs_xdotool
def test_a_key_that_is_held_acts_once_and_a_letter_that_opens_a_field_is_not_typed_in_it(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    window = Window(desk, reader, tmp_path / "data")
    window.press("Spelen", "Verder: tafel en tijd", "Aan tafel", "Laat het lot kiezen")
    window.hear_card(38)
    reader.forget()
    held = desktop.REPEATS_AFTER_MS / 1000 + 1
    xdotool(desk, "keydown", "2", "sleep", str(held), "keyup", "2", "key", "3")
    assert window.hear_all("Werkgever genoemd") == ["Cliënt genoemd", "Werkgever genoemd"]
    xdotool(desk, "key", "n", "type", "--delay", "50", "nou wel.+1")
    window.wait_for("Notitie", "entry", lambda node: node["text"] == "nou wel.+1")
    window.press("Bewaren")
    window.hear("Notitie bewaard")
    window.press("Menu", "Naar het begin")
    window.end()


@needs_xdotool
def test_what_a_screen_reader_points_at_is_where_the_mouse_finds_it(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    window = Window(desk, reader, tmp_path / "data")
    click_until(desk, window, "Instellingen", "Tekstgrootte")
    before = window.wait_for("Klaar", "push button")["place"]
    xdotool(desk, "getactivewindow", "windowmove", "90", "110")
    window.wait_for("Klaar", "push button", lambda node: node["place"] != before)
    click_until(desk, window, "Klaar", "Spelen")
    window.end()


def click_until(desk: Desk, window: Window, button: str, there: str) -> None:
    """Click where a button is said to be; again when the window manager was still moving the window."""
    end, clicked = time.monotonic() + PATIENCE_SECONDS, 0.0
    while time.monotonic() < end:
        seen = window.tree()
        if any(node["name"].startswith(there) for node in seen):
            return
        found = [node for node in seen if (node["role"], node["name"]) == ("push button", button)]
        if found and time.monotonic() > clicked + CLICK_SECONDS:
            click_in_the_middle(desk, found[0])
            clicked = time.monotonic()
        time.sleep(0.1)
    raise AssertionError(f"clicking where {button!r} is said to be never led to {there!r}")


def click_in_the_middle(desk: Desk, node: Seen) -> None:
    x, y, width, height = node["place"]
    xdotool(desk, "mousemove", str(x + width // 2), str(y + height // 2), "click", "1")


def xdotool(desk: Desk, *words: str) -> None:
    subprocess.run(["xdotool", *words], env=desk.env, check=True, timeout=PATIENCE_SECONDS)


@pytest.mark.parametrize("ci", ["true", "1", ""])
def test_where_there_can_be_no_desktop_ci_fails_and_others_skip(
    ci: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(desktop, "missing", lambda: ["Xvfb"])
    outcome = pytest.fail.Exception if ci else pytest.skip.Exception
    with pytest.raises(outcome, match="needs Xvfb"):
        desktop.needs_desktop()
