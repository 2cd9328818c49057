"""From a movement as data to what moves: who plays it, what is left out of the window meanwhile, and until when."""

from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import Any, NamedTuple

import pygame

from tegenwicht.kit.motion import actors as a
from tegenwicht.kit.motion import ease, moves
from tegenwicht.kit.motion.hand import Held
from tegenwicht.kit.motion.perspective import EYE
from tegenwicht.kit.motion.pictures import Picture, face_of_look, face_of_node, found, picture_of, with_core
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.paint import Drawn, Painter
from tegenwicht.kit.rect import Rect

SETTLE_PIXELS = 3


class Shown(NamedTuple):
    """What is, or was, on a window."""

    tree: Node
    drawn: list[Drawn]
    pixels: pygame.Surface


@dataclass
class Cast:
    """Everything that takes part in one movement.

    held: where a thing was let go, from where it goes on. unseen_was, unseen_now: the nodes left out of the window
    as it was, and as it is now. switch: until when (seconds) the window is as it was, but for what moves. behind,
    actors, above: drawn in that order.
    """

    was: Shown
    now: Shown
    painter: Painter
    held: Held | None = None
    behind: list[a.Actor] = field(default_factory=list)
    actors: list[a.Actor] = field(default_factory=list)
    above: list[a.Actor] = field(default_factory=list)
    unseen_was: set[str] = field(default_factory=set)
    unseen_now: set[str] = field(default_factory=set)
    switch: float = 0.0

    @property
    def unit(self) -> float:
        """How many pixels of this window one of 1920 by 1080 is."""
        return min(self.now.tree.rect.w / 1920, self.now.tree.rect.h / 1080)

    # -- who plays what

    def play(self, move: moves.Move, at: float = 0.0) -> None:
        """Take on a movement that begins ``at`` seconds. What is not on the window is left out of it."""
        self._play(move, at)

    @singledispatchmethod
    def _play(self, move: Any, at: float) -> None:
        raise TypeError(f"nobody plays {move!r} at {at}")

    @_play.register
    def _(self, move: moves.Sound, at: float) -> None:
        """Only to be heard."""

    @_play.register
    def _(self, move: moves.Wait, at: float) -> None:
        self._play(move.move, at + move.seconds)

    @_play.register
    def _(self, move: moves.Together, at: float) -> None:
        for one in move.moves:
            self._play(one, at)

    @_play.register
    def _(self, move: moves.InTurn, at: float) -> None:
        for one in move.moves:
            self._play(one, at)
            at += moves.lasts(one)

    @_play.register
    def _(self, move: moves.Lift, at: float) -> None:
        pile, card = found(self.was.tree, move.pile), found(self.now.tree, move.card)
        if pile is None or card is None:
            return
        if move.top:
            pile = pile._replace(rect=move.top[0].rect, ops=move.top, children=())
        lying, pile = self._picture(pile), self._held(pile)
        size, middle = card.rect[2:], self.now.tree.rect.w / 2
        pose = a.lifted(pile.rect, card.rect, middle)
        faces = face_of_look(move.back, size, self.painter), face_of_node(card, self.painter)
        landed = at + moves.LIFT_SECONDS
        self.actors += [
            a.Card(
                lambda t: pose(t - at), faces, size[1] / size[0], lying=lying, over=landed,
                turn_to=1 if pile.rect.centre[0] <= middle else -1, eye=EYE * self.unit,
                table=pile.rect.bottom,
            ),
            self._settling(card, landed),
        ]  # fmt: skip
        self._stay_above(move.above, landed, self.above)
        self.unseen_was |= set(move.without)
        self.unseen_now.add(move.card)
        self.switch = max(self.switch, landed)

    def _settling(self, card: Node, at: float) -> a.Actor:
        """A card that was set down gives way a little, and comes back."""
        depth = SETTLE_PIXELS * self.unit
        picture = with_core(self._picture(card), card.rect)
        return a.Thing(
            picture, lambda t: (0, depth * ease.there_and_back(t)), at,
            moves.SETTLE_SECONDS, seen=(at, float("inf")),
        )  # fmt: skip

    @_play.register
    def _(self, move: moves.LayDown, at: float) -> None:
        self._put_away(move.card, move.to, None, move.seconds, at)

    @_play.register
    def _(self, move: moves.TurnAway, at: float) -> None:
        self._put_away(move.card, move.to, move.back, move.seconds, at)

    def _put_away(self, key: str, to: str, back: moves.Look | None, seconds: float, at: float) -> None:
        card, place = found(self.was.tree, key), found(self.now.tree, to)
        if card is None or place is None:
            return
        front = face_of_node(card, self.painter)
        faces = front, front if back is None else face_of_look(back, card.rect[2:], self.painter)
        pose = a.laid(self._held(card).rect, place.rect, seconds, 0 if back is None else 180, at)
        aspect = card.rect.h / card.rect.w
        away = 1 if place.rect.centre[0] < card.rect.centre[0] else -1
        self.actors.append(
            a.Card(pose, faces, aspect, lying=self._picture(place), turn_to=away, eye=EYE * self.unit)
        )
        self.unseen_was.add(key)
        self.unseen_now.add(to)

    @_play.register
    def _(self, move: moves.TurnOver, at: float) -> None:
        card, old = found(self.now.tree, move.card), found(self.was.tree, move.card)
        if card is None or (old is None and move.back is None):
            return
        if move.back is not None:
            first = face_of_look(move.back, card.rect[2:], self.painter)
        else:
            assert old is not None
            first = face_of_node(old, self.painter)
            self.unseen_was.add(move.card)
        faces = first, face_of_node(card, self.painter)
        pose = a.turned(card.rect, move.seconds, at)
        self.actors.append(a.Card(pose, faces, card.rect.h / card.rect.w, eye=EYE * self.unit))
        self.unseen_now.add(move.card)

    @_play.register
    def _(self, move: moves.Fly, at: float) -> None:
        thing, start = found(self.now.tree, move.thing), found(self.was.tree, move.start)
        if thing is None or start is None:
            return
        hung, hangs = found(self.was.tree, move.on), found(self.now.tree, move.on)
        hx, hy = (hung.rect.x - hangs.rect.x, hung.rect.y - hangs.rect.y) if hung and hangs else (0, 0)
        (x0, y0), (x1, y1) = a.middle_of(self._held(start).rect), a.middle_of(thing.rect)
        way = a.arched((x0 - x1, y0 - y1), (hx, hy), move.arc * self.unit)
        landed = at + move.seconds
        seen = (at, landed if hung else float("inf"))
        self.actors.append(a.Thing(self._picture(thing), way, at, move.seconds, seen=seen))
        if hung:
            self.switch = max(self.switch, landed)
        else:
            self.unseen_now.add(move.thing)

    @_play.register
    def _(self, move: moves.FlyHome, at: float) -> None:
        thing, end = found(self.was.tree, move.thing), found(self.now.tree, move.end)
        if thing is None or end is None:
            return
        (x0, y0), (x1, y1) = a.middle_of(thing.rect), a.middle_of(end.rect)
        way = a.arched((0, 0), (x1 - x0, y1 - y0), move.arc * self.unit)
        seen = (0.0, at + move.seconds)
        self.actors.append(a.Thing(self._picture(thing), way, at, move.seconds, seen=seen))
        self.unseen_was.add(move.thing)

    @_play.register
    def _(self, move: moves.Swing, at: float) -> None:
        beam, before = found(self.now.tree, move.beam), found(self.was.tree, move.beam)
        if beam is None or before is None:
            return
        for key in move.hung:
            self._hang(key, move, at)
        self.behind.append(self._beam(beam, before, move.seconds, at))
        self._stay_above(move.above, 0.0, self.behind)
        self.unseen_was |= {move.beam, *move.hung}
        self.unseen_now |= {move.beam, *move.hung}

    def _hang(self, key: str, move: moves.Swing, at: float) -> None:
        """What hangs from the beam goes where the beam goes; until then it is as it was."""
        pan, before = found(self.now.tree, key), found(self.was.tree, key)
        if pan is None or before is None:
            return
        dx, dy = before.rect.x - pan.rect.x, before.rect.y - pan.rect.y
        dip = move.dip * self.unit if key == move.low else 0.0

        def place(part: float) -> a.Point:
            left = 1 - ease.spring(part)
            return dx * left, dy * left + dip * ease.there_and_back(part * 3)

        swung = max(at, self.switch)
        if swung > 0:
            still = a.Thing(self._picture(before), lambda _: (0, 0), 0.0, 1.0, seen=(0.0, swung))
            self.behind.append(still)
        picture = self._picture(pan)
        self.behind.append(a.Thing(picture, place, at, move.seconds, seen=(swung, float("inf"))))

    def _stay_above(self, keys: tuple[str, ...], since: float, layer: list[a.Actor]) -> None:
        """What lies over something that moves: shown as it is, on top of it."""
        for key in keys:
            node = found(self.now.tree, key)
            if node is not None:
                seen = (since, float("inf"))
                layer.append(a.Thing(self._picture(node), lambda _: (0, 0), 0.0, 1.0, seen=seen))

    def _beam(self, beam: Node, before: Node, seconds: float, at: float) -> a.Actor:
        ends = [next((op.tilt for op in n.ops if hasattr(op, "tilt")), 0.0) for n in (before, beam)]
        whole = Rect(0, 0, *self.now.pixels.get_size())

        def make(surface: pygame.Surface, t: float) -> Rect:
            tilt = ends[0] + (ends[1] - ends[0]) * ease.spring((t - at) / seconds)
            seen = beam.rect.around(before.rect).shared(whole)
            ops = [op._replace(tilt=tilt) if hasattr(op, "tilt") else op for op in _ops(beam)]
            self.painter.draw(surface, [Drawn(op, whole, seen) for op in ops], seen)
            return seen

        return a.Drawn(make, (0.0, float("inf")))

    @_play.register
    def _(self, move: moves.Shift, at: float) -> None:
        node, before = found(self.now.tree, move.node), found(self.was.tree, move.node)
        if node is None or (before is None and move.by is None):
            return
        if move.by is not None:
            dx, dy = move.by[0] * self.unit, move.by[1] * self.unit
        else:
            assert before is not None
            dx, dy = before.rect.x - node.rect.x, before.rect.y - node.rect.y

        def place(part: float) -> a.Point:
            left = 1 - move.easing(part)
            return dx * left, dy * left

        self.actors.append(a.Thing(self._picture(node), place, at, move.seconds))
        self.unseen_now.add(move.node)
        self.unseen_was.add(move.node)

    @_play.register
    def _(self, move: moves.Leave, at: float) -> None:
        node = found(self.was.tree, move.node)
        if node is None:
            return
        dx, dy = move.by[0] * self.unit, move.by[1] * self.unit

        def place(part: float) -> a.Point:
            gone = move.easing(part)
            return dx * gone, dy * gone

        picture, seen = self._picture(node), (0.0, at + move.seconds)
        self.actors.append(a.Thing(picture, place, at, move.seconds, seen=seen))
        self.unseen_was.add(move.node)

    @_play.register
    def _(self, move: moves.Flip, at: float) -> None:
        node, before = found(self.now.tree, move.node), found(self.was.tree, move.node)
        if node is None or before is None:
            return
        self.actors.append(a.Flipping(self._picture(before), self._picture(node), at, move.seconds))
        self.unseen_was.add(move.node)
        self.unseen_now.add(move.node)

    def _held(self, node: Node) -> Node:
        """The node, where it was let go when it was carried."""
        if self.held is None or self.held.key != node.key:
            return node
        return node._replace(rect=self.held.rect)

    def _picture(self, node: Node) -> Picture:
        return picture_of(node, self.painter)


def _ops(node: Node) -> list[Any]:
    """What a node and all below it show."""
    return [*node.ops, *(op for child in node.children for op in _ops(child))]
