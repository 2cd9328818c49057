"""Someone who has only a keyboard walks through the whole app: every control is reached and used, and from
every screen there is a way back to the first. Breadth first: what was not tried yet and is nearest, first.
"""

import random
import re
import tempfile
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from tegenwicht import paths
from tegenwicht.app.desks import documents
from tegenwicht.game.modes import MODES
from tegenwicht.kit.input import stops
from tegenwicht.kit.nodes import Node, Role, focusable, walk
from tegenwicht.screens.shell.scenes import Scene
from tests.pilot import Pilot
from tests.proof.access.base import Finding
from tests.screens.shell.test_keys import is_in_sight

SIZE = (1000, 700)
STAYS = {Role.CHECK_BOX, Role.SPIN, Role.TEXT_FIELD}
"""What is filled in or switched: that may never lead to another screen (3.2.2)."""
CHOSEN = {Role.RADIO, Role.TOGGLE}
ON_COURSE, MOST_ON_THE_WAY = 0.85, 20
MOST_BEHIND = 2
"""More screens than these behind one: back through all of them. Help and settings open each other, and what *Terug*
leads to there is not where it mostly led."""
USED_PART = 0.98
LEAST_FOR_A_WAY_BACK = 200
"""In fewer steps one may not have come back yet from where there is a way."""
BACK = "button bar:back"
SOON_GONE = ("button redo",)
"""What is only there just after something else: tried before all others."""


class Place(NamedTuple):
    """Where one is: screen, mode, panel, what the primary button is called, and what there is to choose."""

    scene: str
    mode: str
    panel: str
    primary: str
    choices: frozenset[str]


class Deed(NamedTuple):
    """A control on a kind of screen; its numbers do not count."""

    scene: str
    mode: str
    panel: str
    control: str


class Walk:
    """The walk and what it found. ``folder``: for the app's data. steps: the most controls to use."""

    def __init__(self, folder: Path, steps: int) -> None:
        self.pilot, self.steps, self.used = Pilot(folder, size=SIZE), steps, 0
        self.seen: dict[Deed, str] = {}
        self.where: dict[Deed, set[Place]] = {}
        self.tried: set[Deed] = set()
        self.focused: set[Deed] = set()
        self.ways: dict[Place, dict[Deed, Counter[Place]]] = {}
        self.chance = random.Random(1)
        self.goal: Deed | None = None
        self.on_the_way = 0
        self.returning = False
        self.traps: dict[str, str] = {}
        self.lost: dict[str, str] = {}
        self.jumps: dict[str, str] = {}
        self.rounds = self.presses = self.settings = 0

    def go(self) -> None:
        """Walk until all is tried, or the steps are gone."""
        with self.pilot:
            self.first = self.place()
            while self.used < self.steps and self.step():
                self.used += 1

    def step(self) -> bool:
        """Use one control; False when there is nothing left that can be reached."""
        here = self.place()
        options = self.options()
        if here not in self.ways or set(options) - set(self.seen):
            self.go_round(here)
        self.ways.setdefault(here, {})
        for deed, node in options.items():
            self.seen.setdefault(deed, node.label)
            self.where.setdefault(deed, set()).add(here)
        deed = self.untried(options) or self.back(options) or self.onwards(here, options)
        if deed is None:
            return False
        self.tried.add(deed)
        self.use(options[deed])
        self.ways[here].setdefault(deed, Counter())[self.place()] += 1
        self.look_for_a_jump(here, options[deed])
        return True

    # -- where one is

    def place(self) -> Place:
        """The screen that is shown."""
        model = self.pilot.app.model
        mode = (
            model.playing.timeline.session.setup.mode if model.playing and model.scene == Scene.PLAY else ""
        )
        if model.scene == Scene.SETUP and model.form("setup:step", 1) == 2:  # before that no game is chosen
            mode = str(model.form("setup:mode", MODES[0]))
        main = next((node.label for node in walk(self.pilot.tree_node) if node.primary and node.enabled), "")
        choices = {
            _kind(node).rpartition(":")[0] for node in focusable(self.pilot.tree_node) if node.role in CHOSEN
        }
        return Place(model.scene, mode, model.panel, _without_numbers(main), frozenset(choices))

    def options(self) -> dict[Deed, Node]:
        """What can be used here, in the order of Tab; of things of one kind the first."""
        here = self.place()
        found: dict[Deed, Node] = {}
        for node in focusable(self.pilot.tree_node):
            found.setdefault(Deed(*here[:3], _kind(node)), node)
        return found

    def untried(self, options: dict[Deed, Node]) -> Deed | None:
        """The next thing here that was never used."""
        left = [deed for deed in options if deed not in self.tried]
        return min(left, key=lambda deed: deed.control not in SOON_GONE, default=None)

    def back(self, options: dict[Deed, Node]) -> Deed | None:
        """*Terug*, for who went deep, until nothing is behind; None for who did not."""
        behind = len(self.pilot.app.model.back)
        self.returning = behind > MOST_BEHIND or (self.returning and behind > 0)
        return next((one for one in options if self.returning and one.control == BACK), None)

    def onwards(self, here: Place, options: dict[Deed, Node]) -> Deed | None:
        """What leads to something that was never used; None when there is no such thing.

        One such thing is the goal for a while, then another: some are only there now and then. The shortest
        known way, or at times anything: a way need not lead where it led before, and some things can only be
        used after others.
        """
        left = set(self.seen) - self.tried
        if not left or not options:
            return None
        if self.goal not in left or self.on_the_way >= MOST_ON_THE_WAY:
            self.goal, self.on_the_way = self.chance.choice(sorted(left)), 0
        self.on_the_way += 1
        wanted = self.where[self.goal]
        way = self.towards(wanted, here, options) if self.chance.random() < ON_COURSE else None
        return way or self.chance.choice(list(options))

    def towards(self, wanted: set[Place], here: Place, options: dict[Deed, Node]) -> Deed | None:
        """The first step of the shortest way to one of the wanted screens, as each step mostly went."""
        queue = deque((mostly(self.ways[here][deed]), deed) for deed in self.ways[here] if deed in options)
        visited = {here}
        while queue:
            place, first = queue.popleft()
            if place not in visited:
                visited.add(place)
                if place in wanted:
                    return first
                queue += [(mostly(found), first) for found in self.ways.get(place, {}).values()]
        return None

    # -- by keyboard alone

    def use(self, node: Node) -> None:
        """Go to a control by Tab and use it as its kind is used."""
        self.focus_on(node.key)
        if node.role is Role.SPIN:
            self.pilot.key("right", "left")
        elif node.role is Role.TEXT_FIELD:
            self.pilot.key("1")
        else:
            self.pilot.key("space" if node.pressed is not None else "return")
        self.presses += 1
        if not self.pilot.app.running:
            self.pilot.again()

    def focus_on(self, key: str) -> None:
        """Tab, or Shift Tab where that is shorter; arrows among options."""
        keys = [node.key for node in focusable(self.pilot.tree_node)]
        now = self.pilot.app.model.focus
        away = (keys.index(key) - keys.index(now)) % len(keys) if now in keys else len(keys) - 1
        try:
            self.pilot.reach(key, "tab" if away <= len(keys) - away or now not in keys else "shift+tab")
        except AssertionError:
            self.lost.setdefault(_without_numbers(key), str(self.place()))

    def go_round(self, here: Place) -> None:
        """Tab past every stop and back to where one was; each in sight."""
        self.rounds += 1
        began, seen = self.pilot.app.model.focus, []
        keys = sorted(stops(self.pilot.tree_node, began))
        for _ in keys:
            self.pilot.key("tab")
            seen.append(self.pilot.app.model.focus)
            focused = next((node for node in self.pilot.nodes() if node.key == seen[-1]), None)
            if focused is None or not is_in_sight(self.pilot, focused):
                self.lost.setdefault(f"{seen[-1]} niet in beeld", str(here))
            else:
                self.focused.add(Deed(*here[:3], _kind(focused)))
        if sorted(seen) != keys or (began in keys and seen[-1] != began):
            self.traps.setdefault(f"Tab komt niet rond: {set(keys) - set(seen)}", str(here))

    def look_for_a_jump(self, before: Place, node: Node) -> None:
        """Whether filling something in led to another screen."""
        if node.role in STAYS:
            self.settings += 1
            if self.place()[:3] != before[:3]:
                self.jumps.setdefault(f"{node.label!r} leidt naar een ander scherm", str(before))

    # -- what came of it

    def without_way_back(self) -> Iterator[str]:
        """The screens from which no way was found to the first."""
        home = {self.first}
        while True:
            more = {
                p
                for p, ways in self.ways.items()
                if p not in home and any(home & set(to) for to in ways.values())
            }
            if not more:
                break
            home |= more
        unfinished = {place for place in self.ways if not self.ways[place]}
        yield from (f"van {place} is geen weg terug gezien" for place in set(self.ways) - home - unfinished)

    def findings(self, whole: bool) -> dict[str, Finding]:
        """By name. Everything that was seen must have had the focus by Tab.

        whole: nearly all must have been used too; a panel that closes with each of its buttons may not have
        come back for all of them.
        """
        left = set(self.seen) - self.tried - self.focused
        if (
            not whole
        ):  # of a group of options one has the focus by Tab; a sample does not go to all with the arrows
            groups = {_group(deed) for deed in self.focused if deed.control.startswith(Role.RADIO)}
            left -= {one for one in left if one.control.startswith(Role.RADIO) and _group(one) in groups}
        missed = sorted(f"{deed} {self.seen[deed]!r}" for deed in left)
        used, places = len(self.tried & set(self.seen)), {place[:4] for place in self.ways}
        if whole and used < USED_PART * len(self.seen):
            missed.append(f"maar {used} van de {len(self.seen)} zijn gebruikt")
        reached = (
            f"{len(self.seen)} soorten knoppen en velden op {len(places)} schermen, waarvan {used} gebruikt"
        )
        lost = [f"{what} ({where})" for what, where in self.lost.items()]
        traps = [f"{what} ({where})" for what, where in self.traps.items()]
        jumps = [f"{what} ({where})" for what, where in self.jumps.items()]
        reached += "" if whole else " (een steekproef)"
        back = list(self.without_way_back()) if self.used >= LEAST_FOR_A_WAY_BACK else []
        return {
            "walk": Finding(self.presses, "keer iets gebruikt", reached, (*missed, *lost)),
            "no trap": Finding(
                self.rounds, "rondgangen met Tab", f"{len(traps) + len(back)} vallen", (*traps, *back)
            ),
            "on input": Finding(self.settings, "keer iets ingevuld", f"{len(jumps)} sprongen", tuple(jumps)),
        }


def mostly(found: Counter[Place]) -> Place:
    """Where a step led most often."""
    return max(found, key=lambda place: found[place])


def _kind(node: Node) -> str:
    """A control without its number; of a choice each answer counts."""
    front, colon, last = node.key.rpartition(":")
    if node.role is Role.RADIO:
        return f"{node.role} {_without_numbers(front)}{colon}{last}"
    several = node.role is Role.BUTTON and ":" in front  # the same for each deck, person or card
    return f"{node.role} {_without_numbers(front if several else node.key)}"


def _group(deed: Deed) -> Deed:
    """The group of options that one is of."""
    return deed._replace(control=deed.control.rpartition(":")[0])


def _without_numbers(text: str) -> str:
    return re.sub(r"[0-9a-f]{12,}|\d+", "#", text)


def walked(steps: int, whole: bool) -> dict[str, Finding]:
    """The findings of a walk in an empty folder; nothing is written or opened elsewhere."""
    with (
        tempfile.TemporaryDirectory(prefix="proof-") as name,
        mock.patch.object(paths, "documents_folder", return_value=Path(name) / "documenten"),
        mock.patch.object(documents, "open_file", return_value=""),
    ):
        walk_ = Walk(Path(name) / "data", steps)
        walk_.go()
        return walk_.findings(whole)
