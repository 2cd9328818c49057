"""Who plays in one movement, and what is left out of the window meanwhile: filled by ``casting``."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

import pygame

from tegenwicht.kit.motion import actors as motion_actors
from tegenwicht.kit.motion import ease, moves
from tegenwicht.kit.motion.hand import Held
from tegenwicht.kit.motion.later import Later
from tegenwicht.kit.motion.parts import Unseen, over, settled
from tegenwicht.kit.motion.perspective import Face
from tegenwicht.kit.motion.pictures import Picture, Pictures, found, with_core
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.paint import Drawn, Painter
from tegenwicht.kit.rect import Rect

SETTLE_PIXELS = 3
HALF_SECONDS = 0.02
Made = TypeVar("Made")


class Shown(NamedTuple):
    """What is, or was, on a window."""

    tree: Node
    drawn: list[Drawn]
    pixels: pygame.Surface


@dataclass
class Cast:
    """Everything that takes part in one movement.

    held: where a thing was let go, from where it goes on. behind, actors: drawn in that order. unseen_was,
    unseen_now: what is left out of the window as it was, and as it is now. at_once: the nodes that are as they are
    now from the beginning. switch: until when (seconds) the window is as it was, but for what moves. landings: when
    something new has come to lie on which node. covers: what cards hide that lie there after the switch.
    before: nodes that were not on the window, as they are taken to have been.
    poses: how the cards are held that are put away. after: what is seen when something in its place has gone, and when.
    awaited: pictures that take long to make, and from when (seconds) they are seen.
    """

    was: Shown
    now: Shown
    painter: Painter
    held: Held | None = None
    behind: list[motion_actors.Actor] = field(default_factory=list)
    actors: list[motion_actors.Actor] = field(default_factory=list)
    unseen_was: Unseen = field(default_factory=Unseen)
    unseen_now: Unseen = field(default_factory=Unseen)
    at_once: set[str] = field(default_factory=set)
    before: dict[str, Node] = field(default_factory=dict)
    switch: float = 0.0
    landings: dict[str, float] = field(default_factory=dict)
    covers: list[Rect] = field(default_factory=list)
    poses: dict[str, Callable[[float], motion_actors.Pose]] = field(default_factory=dict)
    after: dict[str, float] = field(default_factory=dict)
    awaited: list[tuple[float, Later[object]]] = field(default_factory=list)
    _hidden: dict[bool, Counter[Drawn]] = field(default_factory=dict)
    _lies_over: dict[tuple[str, bool], list[Drawn]] = field(default_factory=dict)

    @cached_property
    def pictures(self) -> Pictures:
        """What makes the pictures that move."""
        return Pictures(self.painter, self.now.pixels.get_size())

    def later(self, at: float, make: Callable[[], Made]) -> Later[Made]:
        """What is seen from ``at`` seconds on, and made by then."""
        made = Later(make)
        self.awaited.append((at, made))
        return made

    def sent(self) -> list[motion_actors.Actor]:
        """All who play, in the order in which they are drawn.

        They leave the cast: each knows it, and in a circle all pictures of a movement would outlive it. For the same
        reason no picture that is still to be made may know the cast.
        """
        sent = [*self.behind, *self.actors]
        self.behind, self.actors = [], []
        return sent

    @property
    def unit(self) -> float:
        """How many pixels of this window one of 1920 by 1080 is."""
        return min(self.now.tree.rect.w / 1920, self.now.tree.rect.h / 1080)

    def _found_before(self, key: str) -> Node | None:
        """A node as it was on the window, or as it is taken to have been."""
        return found(self.was.tree, key) or self.before.get(key)

    def _settling(self, card: Node, face: Later[Face], at: float) -> motion_actors.Actor:
        """A card that was set down gives way a little, and comes back."""
        depth = SETTLE_PIXELS * self.unit
        pictures = self.pictures
        picture = self.later(at, lambda: with_core(pictures.picture(card), card.rect, face()))
        down = motion_actors.Thing(
            picture, lambda t: (0, depth * ease.there_and_back(t)), at,
            moves.SETTLE_SECONDS, seen=(at, float("inf")),
        )  # fmt: skip
        return self._below(down, card.key)

    def _changes(self, now: Node, was: Node, landed: float, way: motion_actors.Way) -> None:
        """A node that goes a way, and is as it was until something has landed on it."""
        back = was.rect.x - now.rect.x, was.rect.y - now.rect.y

        def as_it_was(part: float) -> motion_actors.Point:
            x, y = way.place(part)
            return x - back[0], y - back[1]

        first = motion_actors.Thing(
            self._picture(was), as_it_was, way.begins, way.seconds, seen=(0.0, landed)
        )
        self.behind += [
            self._below(first, now.key),
            self._below(self._settling_on(now, was, landed, way), now.key),
        ]
        for unseen in (self.unseen_was, self.unseen_now):
            unseen.nodes.add(now.key)

    def _settling_on(
        self, now: Node, was: Node, landed: float, way: motion_actors.Way
    ) -> motion_actors.Actor:
        """A node as it is once something has landed on it; what has to make room for that slides."""
        moved = settled(now, was)
        gone = {id(op) for thing, _ in moved for op in thing.ops}
        bare = now._replace(ops=tuple(op for op in now.ops if id(op) not in gone))
        seen = (landed, float("inf"))
        ground = motion_actors.Thing(
            self._picture(bare, landed), way.place, way.begins, way.seconds, seen=seen
        )
        if not moved:
            return ground
        things = [(self._picture(thing, landed), rect) for thing, rect in moved]
        return motion_actors.Settling(ground, things, landed, moves.RESETTLE_SECONDS)

    def _below(self, actor: motion_actors.Actor, key: str) -> motion_actors.Actor:
        """Something that what lies over the node is drawn over."""
        return motion_actors.Below(actor, self.painter, lambda t: self._over(key, t >= self.switch))

    def _over(self, key: str, now: bool) -> list[Drawn]:
        """What is drawn over a node, as it is now or was; found once."""
        if (key, now) not in self._lies_over:
            shown, unseen = (self.now, self.unseen_now) if now else (self.was, self.unseen_was)
            if now not in self._hidden:
                self._hidden[now] = unseen.hidden(shown.tree)
            self._lies_over[key, now] = over(shown.tree, shown.drawn, self._hidden[now], key)
        return self._lies_over[key, now]

    def _where(self, node: Node, t: float) -> motion_actors.Point:
        """Where the middle of a node is at that moment: on its way, where it was let go, or where it lay."""
        if node.key in self.poses:
            return self.poses[node.key](t)[:2]
        return motion_actors.middle_of(self._held(node).rect)

    def _held(self, node: Node) -> Node:
        """The node, where it was let go when it was carried."""
        if self.held is None or self.held.key != node.key:
            return node
        return node._replace(rect=self.held.rect)

    def _picture(self, node: Node, at: float = 0.0) -> Later[Picture]:
        """A node, seen from ``at`` seconds on."""
        pictures = self.pictures
        return self.later(at, lambda: pictures.picture(node))

    def _face(self, node: Node, at: float) -> Later[Face]:
        """A card as it is on the window, to be turned."""
        pictures = self.pictures
        return self._turning(at, lambda: pictures.face(node))

    def _back(self, look: moves.Look, size: tuple[int, int], at: float) -> Later[Face]:
        """The back of one ``size`` pixels large."""
        pictures = self.pictures
        return self._turning(at, lambda: pictures.back(look, size))

    def _turning(self, at: float, make: Callable[[], Face]) -> Later[Face]:
        """What is turned, soon so far that half of it will do."""
        face = self.later(at, make)
        self.later(at + HALF_SECONDS, lambda: (half := face().half) and half())
        return face
