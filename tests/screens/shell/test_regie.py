"""The regie: the table in a window of its own, led from another; nothing private on it; and back to one screen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.app.beamer import smaller
from tegenwicht.gallery import states
from tegenwicht.gallery.directing import IN_A_DRAWER
from tegenwicht.gallery.looks import shortcomings
from tegenwicht.game import parking, tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.events import Finish, Participant, Setup
from tegenwicht.game.modes import MODES
from tegenwicht.kit.nodes import FOCUSABLE, Node, Role, find, walk
from tegenwicht.kit.ops import Fill, Words
from tegenwicht.kit.paint import flatten
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.window import LEAST_SIZE
from tegenwicht.preferences import Theme
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.looked_at import looked_at
from tegenwicht.screens.shell.model import REHEARSAL, Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.stage import Stage
from tegenwicht.storage.decks.reader import read_deck
from tests.pilot import Pilot
from tests.proof.access.focus import changed_part
from tests.screens.shell.test_theme import SHAPES, contrast

NAMES = ("Samira", "Joost", "Anneke", "Deniz", "Willem")
SECRET = "Zebrapad"


class Screens:
    """How many there are; a cable comes out when ``count`` is 1."""

    def __init__(self, count: int = 2) -> None:
        self.count = count

    def __call__(self) -> int:
        return self.count


@pytest.fixture
def screens() -> Screens:
    return Screens()


@pytest.fixture
def pilot(tmp_path: Path, screens: Screens) -> Iterator[Pilot]:
    with Pilot(tmp_path, screens=screens) as found:
        begin(found)
        yield found


def begin(pilot: Pilot) -> None:
    """A session of five in ninety minutes, nobody has a card yet."""
    people = tuple(Participant(number, name) for number, name in enumerate(NAMES, 1))
    deck = read_deck(paths.decks() / "tegenwicht.yaml")
    pilot.app.carry_out([commands.Begin(Setup("tegenwicht", "Team Zuid", people, minutes=90), deck)])
    pilot.pass_time(1)


def do(pilot: Pilot, *actions: object) -> None:
    pilot.app.carry_out([commands.Do(one) for one in actions])  # type: ignore[arg-type]
    pilot.pass_time(1)


def seen(tree: Node) -> str:
    """Every word that a screen reader or an eye finds on a window."""
    said = [part for node in walk(tree) for part in (node.label, node.value, node.description)]
    return "\n".join([*said, *(one.op.text for one in flatten(tree) if isinstance(one.op, Words))])


def pressed(tree: Node) -> list[str]:
    """What can be pressed, typed in or dragged there."""
    return [
        node.key
        for node in walk(tree)
        if node.action or node.shortcuts or node.bindings or node.edit or node.drag or node.primary
    ]


def on_the_beamer(pilot: Pilot) -> str:
    return seen(pilot.app.beamer.tree)


def pixels(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.app.beamer.surface, "RGB")


def test_f6_on_two_screens_puts_the_table_in_a_window_of_its_own(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6")
    assert "Hoe schatte je laatst in wat iemand aankon" in on_the_beamer(pilot)
    assert "Ronde 1 van 3" in on_the_beamer(pilot).splitlines()
    assert pilot.can("Klaar, dan Joost")
    assert pilot.can("Gordijn dicht")
    pilot.key("f6")
    assert not pilot.app.beamer.is_open
    assert pilot.can("Klaar")


def test_nothing_on_the_beamer_can_be_pressed_and_no_key_is_shown(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6")
    tree = pilot.app.beamer.tree
    assert pressed(tree) == []
    assert not [node.label for node in walk(tree) if node.role in FOCUSABLE - {Role.ARTICLE}]
    words = {one.op.text for one in flatten(tree) if isinstance(one.op, Words)}
    assert not words & {
        "T",
        "O",
        "M",
        "N",
        "G",
        "1",
        "2",
        "Enter",
        "Spatie",
        "Andersom",
        "Meer",
        "Klaar",
        "Wegen",
    }


def test_a_whole_turn_is_played_from_the_regie_alone(pilot: Pilot) -> None:
    pilot.key("f6")
    assert "Samira," in on_the_beamer(pilot)
    pilot.key("pagedown")
    pilot.pass_time(2)
    pilot.key("2", "space")
    pilot.pass_time(1)
    assert "Doorvraag 1" in on_the_beamer(pilot)
    client = next(
        node
        for node in walk(pilot.app.beamer.tree)
        if node.label == "Cliënt" and node.key.startswith("counter")
    )
    assert "1 keer genoemd" in client.description or "1 kaart" in client.description
    pilot.key("pagedown")
    assert "Joost," in on_the_beamer(pilot)
    pilot.key("pageup")
    assert "Joost," not in on_the_beamer(pilot)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_cluster_that_was_mentioned_has_another_ground_in_a_narrow_regie(theme: str) -> None:
    _, tree = states.built(states.all_screens()["regie"], (1080, 1920), 150, theme)
    counters = [node for node in walk(tree) if node.key.startswith("counter:") and node.pressed is not None]
    grounds = {
        on: {
            next(op.colour for op in node.ops if isinstance(op, Fill))
            for node in counters
            if node.pressed is on
        }
        for on in (True, False)
    }
    assert grounds[True] and grounds[False]
    assert all(contrast(one, other) >= SHAPES for one in grounds[True] for other in grounds[False])


def test_a_figure_draws_from_that_pile_in_the_regie_as_on_the_table(pilot: Pilot) -> None:
    pilot.key("f6", "2")
    card = next(node for node in walk(pilot.app.beamer.tree) if node.role is Role.ARTICLE)
    assert "Cliënt" in card.label


def test_keys_on_the_beamer_do_the_same(pilot: Pilot) -> None:
    pilot.key("f6")
    window = pilot.app.beamer._window.window  # type: ignore[union-attr]
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pilot.post(pygame.event.Event(kind, key=pygame.K_PAGEDOWN, mod=0, unicode="", window=window))
    pilot.pass_time(1)
    assert "denkt na" in on_the_beamer(pilot)


def test_nothing_private_is_on_the_beamer(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6")
    before = pixels(pilot)
    pilot.app.carry_out(
        [
            commands.Do(parking.ParkThought(f"{SECRET} één")),
            commands.Do(tegenwicht.WriteNote(f"{SECRET} twee")),
        ]
    )
    pilot.key("v")
    pilot.app.carry_out([commands.Put("parked:text", f"{SECRET} drie"), commands.Say(f"{SECRET} vier")])
    assert SECRET in seen(pilot.app.tree)
    assert SECRET not in on_the_beamer(pilot)
    pilot.key("escape")
    pilot.app.carry_out([commands.Open(Panel.NOTE, (("note", f"{SECRET} vijf"),))])
    assert SECRET not in on_the_beamer(pilot)
    assert pixels(pilot) == before
    pilot.key("escape")


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "tegenwicht"])
def test_of_the_other_games_the_beamer_shows_no_title_and_nothing_to_press(tmp_path: Path, mode: str) -> None:
    with Pilot(tmp_path, screens=Screens()) as pilot:
        people = tuple(Participant(number, name) for number, name in enumerate(NAMES, 1))
        deck = read_deck(paths.decks() / "tegenwicht.yaml")
        pilot.app.carry_out(
            [commands.Begin(Setup(mode, SECRET, people if mode != "alone" else people[:1]), deck)]
        )
        pilot.app.carry_out([commands.Direct("apart"), commands.Say(SECRET)])
        assert not pressed(pilot.app.beamer.tree)
        assert SECRET not in on_the_beamer(pilot)


OF_THE_GAMES = ("check-in", "peeling", "conversation", "feedback", "stones", "fingers", "weigh", "covered")


def of_the_games() -> dict[str, Model]:
    return {
        name: looked_at(model)
        for name, model in states.all_screens().items()
        if name.startswith(OF_THE_GAMES) and model.playing is not None and not model.bare
    }


def test_whatever_a_game_is_at_the_beamer_offers_nothing_to_press_or_to_type() -> None:
    for name, model in of_the_games().items():
        _, tree = states.built(model, (1920, 1080))
        assert not pressed(tree), name
        assert not [node.key for node in walk(tree) if node.role in FOCUSABLE - {Role.ARTICLE}], name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("peeling, interpreting", ("Wat maakte je ervan?", "Gezien en gehoord", "Hij zei dat hij wilde")),
        ("conversation, five at the table", ("Samira vertelt", "Hoor wat níet gezegd wordt", "Zelf gebeld met de")),
        ("feedback question 2", ("Gaat het wel om deze afweging/beslissing?",)),
        ("stones, what moved", ("Wat deed het gesprek?",)),
        ("weighing result", ("Jullie volgorde", "Hierover verschillen jullie het meest")),
        ("check-in", ("Hoe ging het met wat jullie meenamen?", "En nu: één woord", "Eerst vragen wat iemand zelf wil")),
    ],
)  # fmt: skip
def test_the_group_sees_the_game_that_is_led_and_who_is_there(name: str, words: tuple[str, ...]) -> None:
    model = of_the_games()[name]
    _, tree = states.built(model, (1920, 1080))
    shown = seen(tree)
    assert all(one in shown for one in words)
    assert model.playing is not None
    assert all(one.name in shown for one in model.playing.timeline.session.present)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("peeling, interpreting", ("Wat maakte je ervan?", "Hij zei dat hij wilde", "Ik dacht dat hij", "Samira", "Deniz")),
        ("stones, what moved", ("Wat deed het gesprek?", "Welke steen verhuisde", "Werkgever", "Samira", "Deniz")),
        ("harvest, Deniz tells", ("Deniz, welke kaart blijft je bij?", "Wanneer wist je het al", "Zeg het hardop", "Joost")),
        ("table with a card", ("Hoe schat jij in", "Samira", "Mensen 1", "Kaders 1", "Ronde 1 van 3", "1:52", "Willem")),
        ("table", ("Samira, trek een kaart", "Stapel Beroep", "Ronde 1 van 3", "Willem")),
        ("weigh, hands counted", ("hoeveel invloed?", "1 vinger", "3 van 5", "Willem")),
        ("round, guessed", ("Werkgever bleef weg", "Wat kwam er op tafel?", "Jullie gok", "3 kaarten", "Willem")),
    ],
)  # fmt: skip
def test_on_a_screen_that_stands_the_group_sees_the_same(name: str, words: tuple[str, ...]) -> None:
    model = looked_at(states.all_screens()[name])
    _, tree = states.built(model, (1080, 1920))
    shown = seen(tree)
    assert [one for one in words if one not in shown] == []
    assert not pressed(tree)


def test_letters_on_a_screen_that_stands_can_be_read_from_the_room() -> None:
    """At least 16 pixels of 1080; as in a picture that is laid down to fit they were 11."""
    stage = Stage(paths.assets())
    small = {}
    for name, model in states.all_screens().items():
        if model.playing is None or model.scene != Scene.PLAY or model.bare or model.panel:
            continue
        stage.forget_shown()
        _, tree = stage.built(looked_at(model), (1080, 1920))
        smallest = min(
            one.op.px for one in flatten(tree) if isinstance(one.op, Words) and one.op.text.strip()
        )
        small |= {name: smallest} if smallest < 16 else {}
    assert small == {}


def test_who_weighs_unseen_weighs_unseen() -> None:
    """While someone is at the keys the wall tells how far they are, and no weight."""
    _, tree = states.built(of_the_games()["covered, at the keys"], (1920, 1080))
    assert "Wegen" in seen(tree)
    assert not [node.key for node in walk(tree) if node.key.startswith(("hand", "card"))]


def test_a_thought_is_for_all_once_it_is_laid_on_the_table(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9), parking.ParkThought("Wie beslist er?"))
    pilot.key("f6", "v")
    pilot.press("Leg op tafel")
    assert "Wie beslist er?" in on_the_beamer(pilot)


def test_what_is_private_is_folded_in_the_regie(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9), parking.ParkThought(SECRET))
    pilot.key("f6")
    assert SECRET not in seen(pilot.app.tree)
    assert pilot.control("Geparkeerd").value == "1"


def test_the_curtain_covers_the_table_and_stops_the_clock(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6", "g")
    assert "Even pauze. We gaan zo verder." in on_the_beamer(pilot)
    assert "Hoe schatte" not in on_the_beamer(pilot)
    before = pilot.app.model.playing.reading  # type: ignore[union-attr]
    pilot.pass_time(20)
    assert pilot.app.model.playing.reading == before  # type: ignore[union-attr]
    pilot.key("g")
    assert "Hoe schatte" in on_the_beamer(pilot)
    pilot.pass_time(5)
    assert pilot.app.model.playing.reading != before  # type: ignore[union-attr]


def test_a_clock_that_stood_still_before_the_curtain_stands_still_after_it(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6", ".", "g", "g")
    assert pilot.app.model.playing.standing_still  # type: ignore[union-attr]


def test_when_the_other_screen_goes_away_everything_comes_back(pilot: Pilot, screens: Screens) -> None:
    do(pilot, tegenwicht.BringUp(9), tegenwicht.Mention(Cluster.EMPLOYER))
    pilot.app.carry_out([commands.Direct("apart")])
    pilot.app.beamer.filling = True  # as on a real second screen
    screens.count = 1
    pilot.pass_time(2)
    assert not pilot.app.beamer.is_open
    assert "Hoe schatte je laatst in wat iemand aankon" in seen(pilot.app.tree)
    assert pilot.control("Werkgever", Role.TOGGLE).pressed
    assert "tweede scherm is weg" in pilot.app.model.announcement


def test_the_small_picture_is_right_again_after_a_while_in_which_it_was_not_there(pilot: Pilot) -> None:
    pilot.app.carry_out([commands.Direct("apart")])
    pilot.pass_time(1)
    pilot.app.carry_out([commands.Go(Scene.SETTINGS), commands.Prefer("theme", "dark")])
    assert pilot.app.screen.stage.place_of("beamer") is None
    pilot.pass_time(1)
    pilot.app.carry_out([commands.Back()])
    pilot.pass_time(1)
    place, painter = pilot.app.screen.stage.place_of("beamer"), pilot.app.screen.stage.painter
    assert place is not None
    whole, anew = pilot.app.beamer.surface, pygame.Surface(place[2:])
    smaller(whole, Rect(0, 0, *whole.get_size()), anew)
    assert painter.live["beamer"].get_buffer().raw == anew.get_buffer().raw


def test_when_the_other_screen_is_there_again_the_table_goes_back_to_it(
    pilot: Pilot, screens: Screens
) -> None:
    pilot.key("f6")
    pilot.app.beamer.filling = True
    screens.count = 1
    pilot.pass_time(2)
    assert not pilot.app.beamer.is_open
    screens.count = 2
    pilot.pass_time(2)
    assert pilot.app.beamer.is_open
    assert pilot.can("Gordijn dicht")
    pilot.key("f6")  # and no longer when that is closed
    pilot.pass_time(5)
    assert not pilot.app.beamer.is_open


def test_a_screen_that_the_system_still_counts_does_not_get_the_table_again(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its window was moved over the main one, before the system has understood that the screen went."""
    pilot.key("f6")
    pilot.app.beamer.filling = True
    monkeypatch.setattr(type(pilot.app.beamer), "lost_its_screen", True)
    pilot.pass_time(5)
    assert not pilot.app.beamer.is_open


def test_closing_the_other_window_brings_it_back_too(pilot: Pilot) -> None:
    pilot.key("f6")
    window = pilot.app.beamer._window.window  # type: ignore[union-attr]
    pilot.post(pygame.event.Event(pygame.WINDOWCLOSE, window=window))
    assert not pilot.app.beamer.is_open
    assert pilot.app.running


def test_it_opens_by_itself_where_one_chose_so_before(tmp_path: Path, screens: Screens) -> None:
    with Pilot(tmp_path, screens=screens) as pilot:
        begin(pilot)
        assert not pilot.app.beamer.is_open
        pilot.key("f6")
    with Pilot(tmp_path, screens=screens) as pilot:
        begin(pilot)
        assert pilot.app.beamer.is_open
    screens.count = 1
    with Pilot(tmp_path, screens=screens) as pilot:
        begin(pilot)
        assert not pilot.app.beamer.is_open


def test_on_one_screen_it_is_a_drawer_with_what_is_private_folded(pilot: Pilot, screens: Screens) -> None:
    screens.count = 1
    do(pilot, tegenwicht.BringUp(9), parking.ParkThought(SECRET))
    pilot.key("f6")
    assert not pilot.app.beamer.is_open
    assert pilot.can("Gordijn dicht")
    assert pilot.can("Klaar")
    assert SECRET not in seen(pilot.app.tree)
    pilot.key("v")
    assert SECRET in seen(pilot.app.tree)
    pilot.key("escape", "f6")
    assert not pilot.can("Gordijn dicht")


def test_the_drawer_says_straks_once_before_everyone_who_waits(pilot: Pilot, screens: Screens) -> None:
    screens.count = 1
    pilot.key("f6")
    assert "Straks: Joost (hierna), Anneke, Deniz, Willem" in pilot.text()


def test_letters_beside_the_drawer_are_no_smaller_than_without_it() -> None:
    model = states.all_screens()["regie in a drawer"]
    _, tree = states.built(model, (1920, 1080))
    smallest = min(one.op.px for one in flatten(tree) if isinstance(one.op, Words))
    assert smallest >= 20


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1366, 768), (1920, 1080)])
def test_what_is_folded_stands_with_its_number_on_one_line_in_the_drawer(size: tuple[int, int]) -> None:
    _, tree = states.built(states.all_screens()["regie in a drawer"], size)
    for key in ("parked", "notes"):
        button = find(tree, key)
        assert button is not None
        painted = [op for op in button.ops if isinstance(op, Words)]
        assert painted[0].text == button.label
        assert painted[0].px >= 16


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("name", ["regie in a drawer", *(f"regie in a drawer, {one}" for one in IN_A_DRAWER)])
def test_on_the_smallest_window_all_of_the_drawer_is_in_reach(name: str, text: int) -> None:
    assert shortcomings(states.built(states.all_screens()[name], LEAST_SIZE, text)[1]) == []


def test_on_one_screen_it_is_told_where_the_window_for_the_group_is(pilot: Pilot, screens: Screens) -> None:
    """It lies behind this one."""
    screens.count = 1
    pilot.key("f6")
    pilot.press("Eigen venster voor de groep")
    there = "De tafel staat in een eigen venster. Deel dat, of sleep het naar de beamer."
    assert there in pilot.said
    assert [node for node in pilot.nodes() if node.label == there]
    assert there not in seen(pilot.app.beamer.tree)
    pilot.key("pagedown")
    assert not [node for node in pilot.nodes() if node.label == there], "it goes when one plays on"


def test_where_there_is_no_room_beside_it_the_drawer_is_a_screen_of_its_own(
    tmp_path: Path, screens: Screens
) -> None:
    screens.count = 1
    with Pilot(tmp_path, screens=screens, size=LEAST_SIZE) as pilot:
        begin(pilot)
        for _ in range(10):
            pilot.key("ctrl++")
        do(pilot, tegenwicht.BringUp(9))
        pilot.key("w", "f6")
        assert pilot.can("Gordijn dicht")
        pilot.press("Regie dicht")
        assert not pilot.can("Gordijn dicht")


def test_help_is_there_before_the_curtain_and_goes_back_to_it(pilot: Pilot, screens: Screens) -> None:
    screens.count = 1
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("g", "f1")
    assert pilot.title == "Hulp – Tegenwicht"
    pilot.key("escape")
    assert pilot.title.startswith("Gordijn")
    pilot.key("f6")  # nothing goes on behind it
    assert pilot.title.startswith("Gordijn") and pilot.app.model.directing == ""


def test_help_on_the_laptop_while_the_curtain_covers_the_table(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6", "g", "f1")
    assert pilot.title == "Hulp – Tegenwicht"
    assert "Even pauze" in seen(pilot.app.beamer.tree)
    pilot.key("escape")
    assert pilot.title.startswith("Regie")


def test_the_curtain_can_be_seen_and_opened_whatever_is_led(tmp_path: Path) -> None:
    """Also where the game's own screen leads: it says that the group sees the curtain, and opens it again."""
    for mode in (mode for mode in MODES if mode != "alone"):
        with Pilot(tmp_path / mode, screens=Screens()) as pilot:
            people = tuple(Participant(number, name) for number, name in enumerate(NAMES, 1))
            deck = read_deck(paths.decks() / "tegenwicht.yaml")
            pilot.app.carry_out([commands.Begin(Setup(mode, "Team Zuid", people), deck)])
            pilot.app.carry_out([commands.Direct("apart")])
            pilot.press("Gordijn dicht")
            assert "Even pauze" in on_the_beamer(pilot), mode
            assert "Op de beamer: het gordijn" in pilot.text(), mode
            pilot.press("Gordijn open")
            assert "Even pauze" not in on_the_beamer(pilot), mode


def test_hands_the_end_of_a_round_and_the_harvest_are_led_with_the_curtain_and_help_at_hand(
    pilot: Pilot,
) -> None:
    pilot.key("f6")
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("w", "return")
    assert pilot.can("Gordijn dicht")
    assert "Hulp bij wegen" in pilot.text()
    pilot.key("escape")
    do(pilot, tegenwicht.FinishTurn())
    for number in (13, 8, 2, 44):
        do(pilot, tegenwicht.BringUp(number), tegenwicht.FinishTurn())
    assert pilot.can("Gordijn dicht")
    assert "Hulp na een ronde" in pilot.text()
    pilot.app.carry_out([commands.Do(Finish())])
    assert pilot.can("Gordijn dicht")
    assert "Hulp bij oogsten" in pilot.text()
    assert pilot.can("Geparkeerd · 0")


@pytest.mark.parametrize("mode", ["tegenwicht", "stones"])
def test_the_key_of_a_clicker_that_darkens_the_screen_is_the_curtain(tmp_path: Path, mode: str) -> None:
    with Pilot(tmp_path, screens=Screens()) as pilot:
        people = tuple(Participant(number, name) for number, name in enumerate(NAMES, 1))
        deck = read_deck(paths.decks() / "tegenwicht.yaml")
        pilot.app.carry_out([commands.Begin(Setup(mode, "Team Zuid", people), deck)])
        pilot.key("f6", "1", "b")
        assert "Even pauze" in on_the_beamer(pilot)
        pilot.key("b")
        assert "Even pauze" not in on_the_beamer(pilot)


def test_one_key_brings_the_curtain_and_takes_it_away_again(pilot: Pilot, screens: Screens) -> None:
    screens.count = 1
    do(pilot, tegenwicht.BringUp(9))
    for _ in range(2):
        pilot.key("g")
        assert "Gordijn open" in pilot.labels()
        pilot.pass_time(1)
        pilot.key("g")
        assert "Gordijn open" not in pilot.labels()
        assert pilot.said.startswith("Gordijn open")
        pilot.pass_time(1)


def test_the_curtain_on_one_screen_opens_again(pilot: Pilot, screens: Screens) -> None:
    screens.count = 1
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("g")
    assert "Even pauze" in seen(pilot.app.tree)
    pilot.key("return")
    assert "Hoe schatte" in seen(pilot.app.tree)


@pytest.mark.parametrize("theme", Theme)
def test_the_ring_of_the_focus_is_seen_on_the_curtain(theme: Theme) -> None:
    model = states.all_screens()["curtain on one screen"]
    model = replace(model, focus="curtain:open", settings=replace(model.settings, theme=theme, text_size=200))
    _, tree = states.window().built(model, (1024, 640))
    button = find(tree, "curtain:open")
    assert button is not None
    assert changed_part(pygame.Surface((1024, 640)), tree, button) > 0.9


def test_holding_next_on_a_clicker_marks_a_cluster(pilot: Pilot) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6")
    pilot.key_down("pagedown")
    pilot.pass_time(0.7)
    pilot.key_up("pagedown")
    assert "Beroep" in pilot.app.model.announcement
    pilot.key("pagedown")  # past Cliënt, which counts with its card
    assert "Werkgever" in pilot.app.model.announcement
    pilot.key_down("pagedown")
    pilot.pass_time(0.7)
    pilot.key_up("pagedown")
    assert pilot.control("Werkgever", Role.TOGGLE).pressed
    assert pilot.can("Klaar, dan Joost")
    pilot.key("pagedown")
    assert "Joost," in on_the_beamer(pilot)


@pytest.mark.parametrize("out", [("pageup",), ("pagedown",) * 5], ids=["back", "past the last"])
def test_a_clicker_leaves_the_clusters_without_marking(pilot: Pilot, out: tuple[str, ...]) -> None:
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("f6")
    pilot.key_down("pagedown")
    pilot.pass_time(0.7)
    pilot.key_up("pagedown")
    pilot.key(*out)
    assert pilot.said == "Niets gekozen."
    assert not any(node.pressed for node in pilot.nodes())
    assert pilot.can("Klaar, dan Joost")


def hold(pilot: Pilot) -> None:
    """Next of a clicker, held."""
    pilot.settle()
    pilot.key_down("pagedown")
    pilot.pass_time(1)
    pilot.key_up("pagedown")


def test_a_whole_round_with_its_guesses_is_led_with_a_clicker_alone(pilot: Pilot) -> None:
    pilot.key("f6")
    for _ in NAMES:
        pilot.key("pagedown")
        pilot.pass_time(1)
        hold(pilot)
        hold(pilot)
        pilot.key("pagedown")
        pilot.pass_time(1)
    assert "Welk cluster noemden jullie het meest?" in on_the_beamer(pilot)
    before = pixels(pilot)
    hold(pilot)
    assert pilot.said == "Beroep: houd volgende ingedrukt"
    assert pixels(pilot) != before  # the group sees where it is
    pilot.key("pagedown")
    hold(pilot)
    assert pilot.can("Kies Cliënt")
    pilot.key("pagedown")
    assert "Welk cluster noemden jullie niet?" in on_the_beamer(pilot)
    hold(pilot)
    pilot.key(*["pagedown"] * 5)
    assert pilot.said == "Alles is genoemd: houd volgende ingedrukt"
    hold(pilot)
    pilot.key("pagedown")
    assert "Wat kwam er op tafel?" in on_the_beamer(pilot)
    pilot.pass_time(1)
    pilot.key("pagedown")
    assert pilot.title.startswith("Regie · Team Zuid, ronde 2")


def test_a_pile_is_chosen_with_a_clicker(tmp_path: Path, screens: Screens) -> None:
    """Also where who is on turn must choose one, and where the regie stands beside the table."""
    for count in (2, 1):
        screens.count = count
        with Pilot(tmp_path / str(count), screens=screens) as pilot:
            people = tuple(Participant(number, name) for number, name in enumerate(NAMES, 1))
            deck = read_deck(paths.decks() / "tegenwicht.yaml")
            pilot.app.carry_out([commands.Begin(Setup("tegenwicht", "", people, drawing=Drawing.PILE), deck)])
            pilot.key("f6")
            hold(pilot)
            pilot.key("pagedown")
            hold(pilot)
            pilot.pass_time(1)
            assert "Kaart" in pilot.said and "Cliënt" in pilot.said


@pytest.mark.parametrize(("metres", "aside"), [(2, True), (8, False)])
def test_from_farther_away_it_is_larger_and_shows_less(pilot: Pilot, metres: int, aside: bool) -> None:
    do(pilot, tegenwicht.BringUp(9), tegenwicht.FinishTurn(), tegenwicht.BringUp(13))
    pilot.key("f6", "f2")
    pilot.press(f"{metres} meter")
    assert ("Besproken" in on_the_beamer(pilot)) == aside
    assert ("stapel" in on_the_beamer(pilot).split("deze ronde")[0]) == aside or metres == 2


def test_between_rounds_the_beamer_shows_the_scale(pilot: Pilot) -> None:
    pilot.key("f6")
    for number in (9, 13, 8, 2, 44):
        do(pilot, tegenwicht.BringUp(number), tegenwicht.FinishTurn())
    assert "Ronde 1 is klaar" in on_the_beamer(pilot)
    assert not [one for one in walk(pilot.app.beamer.tree) if one.action or one.shortcuts]
    pilot.app.carry_out([commands.Do(Finish())])
    assert "Oogsten" in on_the_beamer(pilot)


def test_at_the_harvest_the_beamer_shows_who_tells_and_the_card_that_stayed(pilot: Pilot) -> None:
    pilot.key("f6")
    for number in (9, 13, 8, 2, 44):
        do(pilot, tegenwicht.BringUp(number), tegenwicht.FinishTurn())
    pilot.app.carry_out([commands.Do(Finish())])
    assert "Samira, welke kaart blijft je bij?" in on_the_beamer(pilot)
    assert not pressed(pilot.app.beamer.tree)
    pilot.press(next(label for label in pilot.labels() if label.startswith("Kaart 9, ")))
    assert "Hoe schatte je laatst in wat iemand aankon" in on_the_beamer(pilot)
    pilot.press("Schrijf een regel")
    pilot.type(SECRET)
    assert SECRET not in on_the_beamer(pilot)  # not while it is being written
    pilot.press("Bewaren")
    assert SECRET in on_the_beamer(pilot)
    pilot.press(*(f"Volgende: {name}" for name in NAMES[1:]), "Verder: de weegschaal")
    pilot.pass_time(1)
    assert "Wat valt jullie op?" in on_the_beamer(pilot)
    pilot.press("Verder: verslag")
    pilot.pass_time(1)
    assert "Neem het mee." in on_the_beamer(pilot)
    assert "Wat we meenemen" in on_the_beamer(pilot)
    assert "Team Zuid" not in on_the_beamer(pilot)
    assert "Deze sessie wissen…" not in on_the_beamer(pilot)
    assert not pressed(pilot.app.beamer.tree)


@pytest.mark.parametrize("metres", [2, 5, 8])
def test_until_the_guess_the_beamer_tells_nothing_of_the_round(pilot: Pilot, metres: int) -> None:
    """From afar too, where the counters are drawn in another way."""
    pilot.key("f6", "f2")
    pilot.press(f"{metres} meter")
    pilot.key("escape")
    for number in (9, 10, 11, 12, 13):
        do(pilot, tegenwicht.BringUp(number), tegenwicht.Mention(Cluster.POLICY), tegenwicht.FinishTurn())
    assert "Welk cluster noemden jullie het meest?" in on_the_beamer(pilot)
    assert "Mensen 5" not in on_the_beamer(pilot)
    assert "Wet & beleid" in on_the_beamer(pilot)  # to choose
    counters = [node for node in walk(pilot.app.beamer.tree) if node.key.startswith("counter:")]
    assert len(counters) == 6
    assert not [op for node in counters for op in node.ops if isinstance(op, Words)]
    pilot.key("escape")
    assert "Mensen 5" in on_the_beamer(pilot)


def test_all_see_the_hands_that_who_leads_counts(pilot: Pilot) -> None:
    pilot.key("f6")
    do(pilot, tegenwicht.BringUp(9))
    pilot.key("w", "return", "3", "4")
    assert "2 van 5" in on_the_beamer(pilot)
    assert not [one for one in walk(pilot.app.beamer.tree) if one.action or one.shortcuts]  # type: ignore[union-attr]


def test_nothing_is_drawn_while_nothing_changes(pilot: Pilot) -> None:
    pilot.key("f6")
    pilot.pass_time(2)
    frames = (pilot.app.screen.stage.frames, pilot.app.beamer.stage.frames)  # type: ignore[union-attr]
    pilot.pass_time(10)
    assert (pilot.app.screen.stage.frames, pilot.app.beamer.stage.frames) == frames  # type: ignore[union-attr]


def test_the_rehearsal_shows_the_keys_as_they_are_needed_and_keeps_nothing(tmp_path: Path) -> None:
    with Pilot(tmp_path, screens=Screens(1)) as pilot:
        files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
        pilot.key("f1")
        pilot.press("Oefenronde")
        assert "Trek een kaart. Het lot kiest een stapel." in pilot.text()
        pilot.key("return")
        pilot.pass_time(2)
        assert "Lees de vraag hardop. Spatie geeft een doorvraag." in pilot.text()
        pilot.key("space")
        assert "Noemt iemand een ander cluster?" in pilot.text()
        pilot.key("3", "4")
        assert "Klaar met deze kaart?" in pilot.text()
        pilot.key("return")
        assert "De tweede kaart" in pilot.text()
        pilot.key("2")
        pilot.pass_time(2)
        assert "Andersom: draai de kaart om." in pilot.text()
        pilot.key("a")
        assert "G is het gordijn, F6 is de regie." in pilot.text()
        pilot.key("return")
        assert "Dat was de oefenronde" in pilot.text()
        pilot.key("return")
        assert pilot.app.model.playing is None
        assert pilot.app.back.journal.sessions() == []
        assert not pilot.app.model.sessions
        assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == files


def test_the_rehearsal_goes_on_and_ends_while_the_table_is_on_another_screen(tmp_path: Path) -> None:
    with Pilot(tmp_path, screens=Screens()) as pilot:
        pilot.press("Eerst oefenen")
        pilot.key("f6")
        assert "Trek een kaart. Het lot kiest een stapel." in pilot.text()
        pilot.key("return")
        pilot.pass_time(2)
        assert "Spatie geeft een doorvraag." in pilot.text()
        assert pilot.can("Gordijn dicht")
        pilot.key("return", "2")
        pilot.pass_time(2)
        pilot.key("return")
        assert "Dat was de oefenronde" in pilot.text()
        pilot.pass_time(2)
        pilot.key("return")
        assert pilot.app.model.playing is None
        assert pilot.title == "Tegenwicht"


def test_in_the_rehearsal_what_to_press_is_said_and_whose_turn_it_is_in_good_dutch(tmp_path: Path) -> None:
    with Pilot(tmp_path, screens=Screens(1)) as pilot:
        pilot.press("Eerst oefenen")
        assert "Wie begeleidt is aan de beurt" in pilot.said
        told = find(pilot.app.tree, "rehearsal:words")
        assert told is not None
        assert told.live
        assert told.label == "Trek een kaart. Het lot kiest een stapel. Toets Enter."
        pilot.key("return")
        pilot.pass_time(2)
        told = find(pilot.app.tree, "rehearsal:words")
        assert told is not None
        assert told.label == "Lees de vraag hardop. Spatie geeft een doorvraag."


def test_the_rehearsal_can_be_left_at_any_moment(tmp_path: Path) -> None:
    with Pilot(tmp_path, screens=Screens(1)) as pilot:
        pilot.key("f1")
        pilot.press("Oefenronde")
        pilot.key("return")
        pilot.press("Stop met oefenen")
        assert "niets bewaard" in pilot.said
        assert pilot.app.model.playing is None


def test_who_never_played_is_offered_to_try_first(tmp_path: Path) -> None:
    """Where one goes on with a session later; after the first session it is in Hulp only."""
    with Pilot(tmp_path) as pilot:
        pilot.press("Eerst oefenen")
        assert pilot.app.model.playing is not None
        assert pilot.app.model.playing.id == REHEARSAL
        pilot.press("Stop met oefenen")
        assert "Eerst oefenen" in seen(pilot.app.tree)
        begin(pilot)
        pilot.key("escape")
        pilot.press("Naar het begin")
        assert "Eerst oefenen" not in seen(pilot.app.tree)
        assert "Verder met Team Zuid" in seen(pilot.app.tree)


def test_one_person_can_lead_a_table_of_one(tmp_path: Path, screens: Screens) -> None:
    """The next card is for the same person, so nobody is named."""
    with Pilot(tmp_path, screens=screens) as pilot:
        deck = read_deck(paths.decks() / "tegenwicht.yaml")
        pilot.app.carry_out([commands.Begin(Setup("tegenwicht", "", (Participant(1, ""),)), deck)])
        do(pilot, tegenwicht.BringUp(9))
        pilot.key("f6")
        main = next(node for node in walk(pilot.app.tree) if node.primary)
        assert main.label == "Klaar"
