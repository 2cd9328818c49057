"""Checks of the tree of every screen: room, size, names, order, headings, words."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tegenwicht.gallery import geometry
from tegenwicht.gallery import looks as layout
from tegenwicht.kit.nodes import FOCUSABLE, Node, Role, focusable, walk
from tegenwicht.kit.ops import Icon, Words
from tegenwicht.screens.shell.scenes import Scene
from tests.proof.access.base import Least, Look, Shot, number

TARGET_PX = 24
USUAL_LEAST_PX = 1024
"""On a window narrower than this a control may be higher than its view: it is read by scrolling, one way."""
PLACE_WORDS = re.compile(
    r"\b(hiernaast|links|rechts|linker|rechter|linksboven|rechtsonder|"
    r"rode|groene|blauwe|gele|paarse|ronde knop|vierkante|het rondje|piepje)\b",
    re.IGNORECASE,
)
"""Above and below are no places: they are also before and after, as WCAG says itself."""
ARROW_KEYS = re.compile(r"\bpijl(?:tje)?[ -](?:links|rechts)(?: (?:of|en) (?:links|rechts))?", re.IGNORECASE)
"""What keys are called, and so no places either."""
ENGLISH = re.compile(
    r"\b(the|and|of the|with|please|click|press|button|settings|error|failed)\b", re.IGNORECASE
)
SPOKEN = {Role.WINDOW, Role.GROUP, Role.SCROLL, Role.STATUS, Role.ROW}
"""What may be without a name."""
EMPTY_CELLS = {Role.CELL, Role.COLUMN_HEADER, Role.ROW_HEADER, Role.TEXT_FIELD, Role.LIST}


class Room(Look):
    """Nothing cut off, covered or out of reach. ``text``: at this text size only; 0 is all."""

    unit = "schermbeelden"
    looks: tuple[Callable[[layout.Shown], Iterator[str]], ...] = (
        layout.text_outside, layout.text_over_text, layout.control_over_control, layout.text_over_control,
        layout.out_of_reach, layout.outside_the_window,
    )  # fmt: skip

    def __init__(self, text: int = 0, upright: bool = False) -> None:
        super().__init__()
        self.text, self.upright = text, upright

    def look(self, shot: Shot) -> None:
        if self.text not in (0, shot.text) or (self.upright and shot.size[0] >= shot.size[1]):
            return
        self.looked += 1
        for look in self.looks:
            for what in look(shot.shown):
                if shot.size[0] >= USUAL_LEAST_PX or " is higher " not in what:
                    self.fault(what, shot)

    def measured(self) -> str:
        return f"{len(self.faults)} keer afgekapt, bedekt of onbereikbaar"


class Reflow(Look):
    """On the narrowest view (the least window with the largest text) nothing needs scrolling in two ways."""

    unit = "schuivende delen"

    def look(self, shot: Shot) -> None:
        for one in shot.placed:
            if one.node.role is Role.SCROLL:
                self.looked += 1
                for inner in walk(one.node):
                    if geometry.sticks_out(inner.rect, one.node.rect, sideways_only=True):
                        self.fault(f"{inner.key} is breder dan {one.node.key}", shot)

    def measured(self) -> str:
        return f"{len(self.faults)} schuiven ook opzij"


class Targets(Look):
    """Every control at least 24 by 24 pixels and not over another."""

    unit = "knoppen en velden"

    def __init__(self) -> None:
        super().__init__()
        self.least = Least()

    def look(self, shot: Shot) -> None:
        for one in shot.controls:
            self.looked += 1
            side = min(one.node.rect.w, one.node.rect.h)
            self.least.see(side, f"{one.node.key} in {shot}")
            if side < TARGET_PX:
                self.fault(f"{one.node.key} is {one.node.rect.w} bij {one.node.rect.h}", shot)
        for what in layout.control_over_control(shot.shown):
            self.fault(what, shot)

    def measured(self) -> str:
        return f"kleinste zijde {number(self.least.value)} px (nodig 24)"


class Names(Look):
    """Everything that says something has a name; no two controls have the same."""

    unit = "knopen van de boom"

    def look(self, shot: Shot) -> None:
        for node in walk(shot.tree):
            self.looked += 1
            if node.role in SPOKEN or node.role in EMPTY_CELLS:
                continue
            inside = node.children if node.role is Role.LIST_ITEM else ()
            if not f"{node.label}{node.value}".strip() and not any(child.label for child in inside):
                self.fault(f"{node.role} {node.key} heeft geen naam", shot)
        for what in layout.without_own_name(shot.shown):
            self.fault(what, shot)
        for node in walk(shot.tree):
            if node.pressed is None and node.role in (Role.TOGGLE, Role.CHECK_BOX, Role.RADIO):
                self.fault(f"{node.key} zegt niet of hij aan is", shot)

    def measured(self) -> str:
        return f"{len(self.faults)} zonder eigen naam of stand"


def _stands_for(words: str, label: str) -> bool:
    """Whether these words are in the name, or are its own cut short by a point, as "Prof. zelf" is."""
    name = label.split()
    return words in label or ("." in words and all(
        any(one.startswith(word.rstrip(".")) if word.endswith(".") else one == word for one in name)
        for word in words.split()
    ))  # fmt: skip


class Fields(Look):
    """Every field and spin has words beside it that can be seen, and they are its name."""

    unit = "velden"

    def look(self, shot: Shot) -> None:
        seen = {line.op.text.rstrip(":").casefold() for line in shot.lines}
        whole = " ".join(line.op.text for line in shot.lines).casefold()
        for one in shot.controls:
            if one.node.role in (Role.TEXT_FIELD, Role.SPIN):
                self.looked += 1
                label = one.node.label.casefold()
                shown = (
                    label in seen or label in whole or any(_stands_for(w, label) for w in seen if len(w) > 3)
                )
                if not shown and not one.node.label.startswith("Deelnemer "):
                    self.fault(f"{one.node.key} {one.node.label!r} heeft geen zichtbaar opschrift", shot)

    def measured(self) -> str:
        return f"{len(self.faults)} zonder opschrift"


class WordsInName(Look):
    """The word on a control is in its name."""

    unit = "knoppen en velden"

    def look(self, shot: Shot) -> None:
        self.looked += len(shot.controls)
        for what in layout.word_not_in_name(shot.shown):
            self.fault(what, shot)


SIGN = "scale"
"""The sign of the program itself, on its hub and on what lies face down: an ornament."""


class PicturesNamed(Look):
    """Pictures and icons that say something have words; every other icon is beside words that say it."""

    unit = "beelden en tekens"

    def look(self, shot: Shot) -> None:
        told = {SIGN, *_told_signs(shot)}
        for one in shot.placed:
            pictures = [op.name for op in one.node.ops if isinstance(op, Icon)]
            if one.node.role is Role.IMAGE or pictures:
                self.looked += max(1, len(pictures))
                again = bool(pictures) and one.node.role is Role.GROUP and told.issuperset(pictures)
                if not again and not has_words(one, shot):
                    self.fault(f"{one.node.key} heeft een teken zonder woord", shot)


def _told_signs(shot: Shot) -> Iterator[str]:
    """The signs that stand in something with a name: drawn again on what a screen reader passes over, they say no more."""
    for one in shot.placed:
        if one.node.label:
            yield from (op.name for op in one.node.ops if isinstance(op, Icon))


def has_words(one: geometry.Placed, shot: Shot) -> bool:
    """Whether the node, what holds it, or what stands right beside it has words."""
    near = [one.node, *one.around[:0:-1][:1], *(by.node for by in shot.placed if _beside(one.node, by.node))]
    return any(
        node.label or any(isinstance(op, Words) for below in walk(node) for op in below.ops) for node in near
    )


def _beside(one: Node, other: Node) -> bool:
    """Whether the other begins where this one ends, on the same line."""
    x, y, w, h = one.rect
    return (
        0 <= other.rect.x - (x + w) <= h
        and other.rect.y <= y + h // 2 <= other.rect.bottom
        and other.role is not Role.GROUP
    )


class Headings(Look):
    """A window has a title and a heading of level 1 that is in it, or says after it which step this is; deeper levels
    are not skipped."""

    unit = "schermbeelden"

    def look(self, shot: Shot) -> None:
        self.looked += 1
        panel = next((node for node in walk(shot.tree) if node.role is Role.DIALOG), None)
        dialog = panel is not None
        found = [node for node in walk(shot.tree) if node.role is Role.HEADING]
        levels = [node.level for node in found]
        if not shot.tree.label.endswith("Tegenwicht"):
            self.fault(f"de titel is {shot.tree.label!r}", shot)
        if not dialog and levels.count(1) > 1:
            self.fault(f"{levels.count(1)} koppen van niveau 1", shot)
        first = found[levels.index(1)].label if 1 in levels else ""
        if not dialog and first not in shot.tree.label and not first.startswith(f"{_titled(shot)} · "):
            self.fault("de kop is niet de titel van het venster", shot)
        for before, after in zip([1, *levels], levels, strict=False):
            if after > before + 1:
                self.fault(f"van kop {before} naar kop {after}", shot)
        if panel is not None and not levels and not _is_menu(panel):
            self.fault("een paneel zonder kop", shot)


def _titled(shot: Shot) -> str:
    return shot.tree.label.removesuffix(" – Tegenwicht")


def _is_menu(panel: Node) -> bool:
    """Whether a panel is a list of things to do, with a name: there is nothing in it to put a heading over."""
    return bool(panel.label) and all(node.role is Role.BUTTON for node in panel.children)


MEANT = (
    (r"setup:name:\d+", r"setup:(name:\d+|one-more)"),  # round a table, in the order in which one has a turn
    (r"tucked:\w+", r"tucked:\w+"),  # layers round a core, from the first step to the last
    (r"talk:line", r"place:\w+"),  # first what is written, then where it is laid
)
"""Steps upwards that have a meaning: the order is that of what is done, and what comes next stands where it belongs.
WCAG 2.2 asks an order that keeps the meaning (1.3.2, 2.4.3), not one from above to below."""


class Order(Look):
    """Within a column what is reached next is not above what was; a jump to a column on the left is counted."""

    unit = "stappen van knop naar knop"

    def __init__(self) -> None:
        super().__init__()
        self.to_the_left: set[str] = set()

    def look(self, shot: Shot) -> None:
        ordered = [one for one in shot.controls if one.node.enabled and not one.node.untabbed]
        for one, other in pairwise(ordered):
            if one.view == other.view:
                self.looked += 1
                self.step(shot, one.node, other.node)

    def step(self, shot: Shot, one: Node, other: Node) -> None:
        """From a control to the next."""
        if other.rect.bottom > one.rect.y or _is_meant(one.key, other.key):
            return
        if other.rect.right <= one.rect.x:
            self.to_the_left.add(f"{one.key} {other.key}")
        elif other.rect.x < one.rect.right:
            self.fault(f"na {one.label!r} komt {other.label!r}, dat erboven staat", shot)

    def measured(self) -> str:
        return f"{len(self.faults)} sprongen terug; {len(self.to_the_left)} keer naar een kolom links"


def _is_meant(one: str, other: str) -> bool:
    return any(re.fullmatch(first, one) and re.fullmatch(then, other) for first, then in MEANT)


class Wording(Look):
    """No instruction leans on colour, shape or place alone; nothing on the screen is in English."""

    unit = "zinnen"

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self.pattern, self.said = pattern, set[str]()

    def look(self, shot: Shot) -> None:
        for node in walk(shot.tree):
            for words in (node.label, node.value, node.description):
                if words and words not in self.said:
                    self.said.add(words)
                    self.looked += 1
                    if found := self.pattern.search(ARROW_KEYS.sub("", words)):
                        self.fault(f"{found[0]!r} in {words!r}", shot)


class SameEverywhere(Look):
    """What does the same is called the same on every screen; help and settings keep their order."""

    unit = "knoppen"

    def __init__(self) -> None:
        super().__init__()
        self.called: dict[str, str] = {}

    def look(self, shot: Shot) -> None:
        for node in walk(shot.tree):
            if node.key.startswith("bar:") and node.role in FOCUSABLE:
                self.looked += 1
                first = self.called.setdefault(node.key, node.label)
                if first != node.label and node.key in ("bar:help", "bar:settings", "bar:back"):
                    self.fault(f"{node.key} heet {first!r} en {node.label!r}", shot)
        places = [node.key for node in walk(shot.tree) if node.key in ("bar:help", "bar:settings")]
        if places != sorted(places):
            self.fault("hulp en instellingen staan andersom", shot)


class Help(Look):
    """Help is one key away everywhere, and its button is at the same place on each screen."""

    unit = "schermbeelden"

    def look(self, shot: Shot) -> None:
        self.looked += 1
        if shot.model.bare:
            self.for_the_room(shot)
            return
        keys = {key for node in walk(shot.tree) for key in node.shortcuts}
        keys |= {key for key, _ in shot.tree.bindings}
        if "f1" not in keys:
            self.fault("F1 doet hier niets", shot)
        dialog = any(node.role is Role.DIALOG for node in walk(shot.tree))
        if (
            shot.model.scene == Scene.HELP or dialog or shot.model.curtain
        ):  # a curtain shows nothing but itself
            return
        buttons = {node.key for node in walk(shot.tree) if node.role in FOCUSABLE}
        if not buttons & {"bar:help", "corner:help", "help:more"}:
            self.fault("geen knop Hulp", shot)

    def for_the_room(self, shot: Shot) -> None:
        """A window that is only looked at: what is pressed while it has the keyboard goes to the window of who leads, F1
        too, and that window is a screen of its own here."""
        if names := [one.node.key for one in shot.controls if one.node.enabled]:
            self.fault(f"wat alleen te zien is heeft knoppen: {names}", shot)


ALT_ARROWS = {f"alt+{way}" for way in ("up", "down", "left", "right")}
"""No system takes these; with Ctrl they go by words in a field."""


class ByKeyToo(Look):
    """What needs a key with Ctrl can be had from a control as well; no key needs Alt or two at once."""

    unit = "toetsen"

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.pressed: set[str] = set()

    def look(self, shot: Shot) -> None:
        for node in walk(shot.tree):
            self.pressed |= {repr(node.action), repr(node.increase), repr(node.decrease)}
            names = {*node.shortcuts, *(key for key, _ in node.bindings)} - self.seen
            self.seen |= names
            self.looked += len(names)
            for key in names:
                if ("alt+" in key and key not in ALT_ARROWS) or "super" in key or key.count("+") > 2:
                    self.fault(f"{key} is van het systeem, of te veel tegelijk", shot)


class Once(Look):
    """Not more is asked than needed: no field for a password, an address or a birthday anywhere."""

    unit = "velden"
    asked = re.compile(r"wachtwoord|inlog|e-mail|geboorte|telefoon|adres", re.IGNORECASE)

    def look(self, shot: Shot) -> None:
        for node in focusable(shot.tree):
            if node.role is Role.TEXT_FIELD:
                self.looked += 1
                if self.asked.search(node.label):
                    self.fault(f"er wordt gevraagd om {node.label!r}", shot)
