"""The check that nothing leans on colour alone: what is on beside what is off, and clusters, as if all were grey."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tegenwicht.kit.nodes import Node, walk
from tegenwicht.kit.ops import Colour, Fill, Icon, Words
from tegenwicht.screens.shell.theme import theme_named
from tests.proof.access.base import Finding, Look, Shot
from tests.proof.access.looks import has_words
from tests.proof.access.pixels import pixel, seen_part
from tests.screens.shell.test_theme import SHAPES, contrast


class Face(NamedTuple):
    """How a choice looks: its icons, what stands on it beside its name, and the lightness of its ground and of what is
    under its first icon, or without an icon of most of it from top to bottom."""

    icons: tuple[tuple[str, int], ...]
    words: frozenset[str]
    ground: Colour
    tile: Colour

    def differs(self, other: "Face") -> bool:
        """Whether the two are told apart without colour."""
        grounds = (self.ground, other.ground), (self.tile, other.tile)
        return (self.icons, self.words) != (other.icons, other.words) or any(
            contrast(*pair) >= SHAPES for pair in grounds
        )


class Grey(Look):
    """Without colours there is enough left: of each kind of choice whatever is on has another icon or another word than
    whatever is off, or a ground that is 3:1 lighter or darker; whatever has a cluster's colour has its word or icon."""

    unit, pixels = "keuzes en gekleurde vlakken", True

    def __init__(self) -> None:
        super().__init__()
        self.faces: dict[tuple[str, str, bool, Face], str] = {}

    def look(self, shot: Shot) -> None:
        for one in shot.controls:
            if one.node.pressed is not None and seen_part(shot, one.node.rect, one.clip):
                self.looked += 1
                kind = re.sub(r":[^:]*$", "", one.node.key)
                self.faces.setdefault((kind, shot.theme, one.node.pressed, _face(shot, one.node)), str(shot))
        fills = {colours.fill for colours in theme_named(shot.theme).clusters.values()}
        for one in shot.placed if shot.theme != "contrast" else ():
            if any(isinstance(op, Fill) and op.colour in fills for op in one.node.ops):
                self.looked += 1
                if not has_words(one, shot):
                    self.fault(f"{one.node.key} heeft alleen een kleur", shot)

    def compared(self) -> Iterator[tuple[str, Face, Face, str]]:
        """Each kind of choice, how it was seen on and off in one theme, and where it was on."""
        off: dict[tuple[str, str], list[Face]] = {}
        for kind, theme, on, face in self.faces:
            if not on:
                off.setdefault((kind, theme), []).append(face)
        for (kind, theme, on, face), where in self.faces.items():
            for other in off.get((kind, theme), ()) if on else ():
                yield kind, face, other, where

    def measured(self) -> str:
        return f"{len({kind for kind, *_ in self.compared()})} soorten keuzes aan en uit vergeleken"

    def finding(self) -> Finding:
        for kind, on, off, where in self.compared():
            if not on.differs(off):
                self.fault(f"{kind} aan en uit verschillen alleen in kleur", where)
        return super().finding()


def _face(shot: Shot, node: Node) -> Face:
    icons = [op for below in walk(node) for op in below.ops if isinstance(op, Icon)]
    words = {op.text for below in walk(node) for op in below.ops if isinstance(op, Words)}
    extra = {one for one in words if one not in node.label and not one.isdecimal()}
    x, y, w, h = node.rect
    ground = pixel(shot, x + w // 2, y + 5)
    middle = icons[0].rect if icons else None
    tile = (
        _bare(shot, middle.x + middle.w // 2, middle.y + middle.h // 2)
        if middle
        else _most(shot, x + w // 2, y, h)
    )
    return Face(tuple(sorted(Counter(op.name for op in icons).items())), frozenset(extra), ground, tile)


def _bare(shot: Shot, x: int, y: int) -> Colour:
    """The colour of what lies under icons and words."""
    width, height = shot.size
    found: Colour = shot.bare.getpixel((max(0, min(x, width - 1)), max(0, min(y, height - 1))))
    return found


def _most(shot: Shot, x: int, y: int, high: int) -> Colour:
    """The colour that is seen most downwards: an edge along the top is not the ground."""
    return Counter(_bare(shot, x, y + down) for down in range(high)).most_common(1)[0][0]
