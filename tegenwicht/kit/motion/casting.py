"""From a movement as data to what moves: who plays it, what is left out of the window meanwhile, and until when."""

from collections.abc import Sequence
from functools import reduce, singledispatchmethod
from math import atan2, degrees, radians
from typing import Any

import pygame

from tegenwicht.kit.motion import actors, ease, moves
from tegenwicht.kit.motion.cast import Cast
from tegenwicht.kit.motion.parts import all_ops, is_ring_of, lying_on, new_on, things_on
from tegenwicht.kit.motion.perspective import EYE
from tegenwicht.kit.motion.pictures import found, whole_card
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.paint import Drawn, reach
from tegenwicht.kit.rect import Rect


class Casting(Cast):
    """Takes movements on, one by one."""

    def play(self, move: moves.Move, at: float = 0.0) -> None:
        """Take on a movement that begins ``at`` seconds. What is not on the window is left out of it."""
        self._play(move, at)
        for key, landed in self.landings.items():  # on what hangs or lies still
            now, was = found(self.now.tree, key), self._found_before(key)
            if now is not None and was is not None:
                self._changes(now, was, landed, actors.Way(lambda _: (0, 0), at, 1.0))
        for key, gone in self.after.items():
            node = found(self.now.tree, key)
            if node is not None and key not in self.unseen_now.nodes:
                seen, picture = (gone, float("inf")), self._picture(node, gone)
                self.actors.append(actors.Thing(picture, lambda _: (0, 0), gone, 1.0, seen=seen))
                self.unseen_now.nodes.add(key)

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
        piles = [node for key in move.piles if (node := found(self.was.tree, key)) is not None]
        pile, card = next(iter(piles), None), whole_card(self.now.tree, move.card, move.along)
        if pile is None or card is None:
            return
        size, middle = card.rect[2:], self.now.tree.rect.w / 2
        lies = lying_on(pile)
        lying = None if lies is pile else self._picture(lies, at)
        start = self._held(lies if lying else pile._replace(rect=_fitted(pile.rect, size)))
        pose = actors.lifted(start.rect, card.rect, middle)
        landed = at + moves.LIFT_SECONDS
        faces = self._back(move.back, size, at + actors.STANDS_UP), self._face(card, at + actors.TURNED)
        self.actors += [
            actors.Card(
                lambda t: pose(t - at), faces, size[1] / size[0], lying=lying, over=landed,
                turn_to=1 if start.rect.centre[0] <= middle else -1, eye=EYE * self.unit,
                table=pile.rect.bottom,
            ),
            self._settling(card, faces[1], landed),
        ]  # fmt: skip
        self.unseen_was.nodes |= set(move.without)
        self.unseen_now.nodes |= {move.card, *move.along}
        self.covers.append(card.rect.inset(card.rect.w // 24))
        self.switch = max(self.switch, landed)

    @_play.register
    def _(self, move: moves.LayDown, at: float) -> None:
        self._put_away(move, None, at)

    @_play.register
    def _(self, move: moves.TurnAway, at: float) -> None:
        self._put_away(move, move.back, at)

    def _put_away(self, move: moves.LayDown | moves.TurnAway, back: moves.Look | None, at: float) -> None:
        card, place = whole_card(self.was.tree, move.card, move.along), found(self.now.tree, move.to)
        if card is None or place is None:
            return
        lies = lying_on(place)
        if lies is place and place.rect.w * 3 < card.rect.w:
            return  # nothing lies there, as where there is only room for a word: it fades
        front = self._face(card, at)
        stands = lies is place and back is None
        other = self._face(place, at) if stands else front
        faces = front, other if back is None else self._back(back, card.rect[2:], at + move.seconds / 4)
        pose = actors.laid(self._held(card).rect, lies.rect, move.seconds, 0 if back is None else 180, at)
        aspect = card.rect.h / card.rect.w
        away = 1 if place.rect.centre[0] < card.rect.centre[0] else -1
        self.actors.append(
            actors.Card(
                pose,
                faces,
                aspect,
                lying=None if stands else self._picture(lies, at + move.seconds / 3),
                turn_to=away,
                eye=EYE * self.unit,
                stands=stands,
            )
        )
        self.poses[move.card] = pose
        self.unseen_was.nodes |= {move.card, *move.along}
        self.unseen_was.rings += [one for one in self.was.drawn if is_ring_of(card, one)]
        (self.unseen_now.nodes if lies is place else self.unseen_now.tops).add(move.to)

    @_play.register
    def _(self, move: moves.TurnOver, at: float) -> None:
        card, old = (whole_card(one.tree, move.card, move.along) for one in (self.now, self.was))
        if card is None or (old is None and move.back is None):
            return
        if move.back is not None:
            first = self._back(move.back, card.rect[2:], at)
        else:
            assert old is not None
            first = self._face(old, at)
            self.unseen_was.nodes |= {move.card, *move.along}
        faces = first, self._face(card, at + move.seconds / 2)
        pose = actors.turned(card.rect, move.seconds, at)
        self.actors.append(actors.Card(pose, faces, card.rect.h / card.rect.w, eye=EYE * self.unit))
        self.unseen_now.nodes |= {move.card, *move.along}

    @_play.register
    def _(self, move: moves.Fly, at: float) -> None:
        hangs, hung = found(self.now.tree, move.on), self._found_before(move.on)
        start = found(self.was.tree, move.start)
        thing = new_on(hangs, hung) if hangs is not None and hung is not None else None
        if thing is None or start is None or hung is None or hangs is None:
            return
        (x0, y0), (x1, y1) = self._where(start, at), actors.middle_of(thing.rect)
        goal = hung.rect.x - hangs.rect.x, hung.rect.y - hangs.rect.y
        way = actors.arched((x0 - x1, y0 - y1), goal, move.arc * self.unit)
        landed = at + move.seconds
        self.actors.append(actors.Thing(self._picture(thing, at), way, at, move.seconds, seen=(at, landed)))
        self.landings[move.on] = landed

    @_play.register
    def _(self, move: moves.FlyHome, at: float) -> None:
        hangs, hung = found(self.now.tree, move.on), found(self.was.tree, move.on)
        end = found(self.now.tree, move.end)
        thing = new_on(hung, hangs) if hangs is not None and hung is not None else None
        if thing is None or end is None:
            return
        (x0, y0), (x1, y1) = actors.middle_of(thing.rect), actors.middle_of(end.rect)
        way = actors.arched((0, 0), (x1 - x0, y1 - y0), move.arc * self.unit)
        seen = (at, at + move.seconds)
        self.actors.append(actors.Thing(self._picture(thing, at), way, at, move.seconds, seen=seen))

    @_play.register
    def _(self, move: moves.Toss, at: float) -> None:
        start, goal = found(self.now.tree, move.start[0]), found(self.now.tree, move.goal[0])
        if start is None or goal is None:
            return
        (x0, y0), (x1, y1) = _place_on(start.rect, move.start), _place_on(goal.rect, move.goal)
        wide, high = (max(1, round(one * self.unit)) for one in move.size)
        rect = Rect(round(x1) - wide // 2, round(y1) - high // 2, wide, high)
        thing = goal._replace(rect=rect, ops=move.look(rect), children=())
        landed = at + move.seconds
        way = actors.arched((x0 - x1, y0 - y1), (0, 0), move.arc * self.unit)
        self.actors.append(actors.Thing(self._picture(thing, at), way, at, move.seconds, seen=(at, landed)))
        if move.on:
            self.landings[move.on] = landed

    @_play.register
    def _(self, move: moves.Scatter, at: float) -> None:
        hung = found(self.was.tree, move.on)
        things = things_on(hung) if hung is not None else []
        for thing, key in zip(things, move.goals, strict=False):
            goal = found(self.now.tree, key)
            if goal is None:
                continue
            (x0, y0), (x1, y1) = actors.middle_of(thing.rect), actors.middle_of(goal.rect)
            way = actors.arched((0, 0), (x1 - x0, y1 - y0), move.arc * self.unit, ease.in_out)
            seen = (0.0, at + move.seconds)
            self.actors.append(actors.Thing(self._picture(thing, at), way, at, move.seconds, seen=seen))

    @_play.register
    def _(self, move: moves.Gather, at: float) -> None:
        hangs, hung = found(self.now.tree, move.on), found(self.was.tree, move.on)
        if hangs is None or hung is None:
            return
        goal = hung.rect.x - hangs.rect.x, hung.rect.y - hangs.rect.y
        landed = at + moves.lasts(move)
        for number, (thing, key) in enumerate(zip(things_on(hangs), move.starts, strict=False)):
            start, goes = found(self.was.tree, key), at + number * move.each
            if start is None:
                continue
            (x0, y0), (x1, y1) = actors.middle_of(start.rect), actors.middle_of(thing.rect)
            way = actors.arched((x0 - x1, y0 - y1), goal, move.arc * self.unit)
            self.actors.append(
                actors.Thing(self._picture(thing, goes), way, goes, move.seconds, seen=(goes, landed))
            )
        self.landings[move.on] = landed

    @_play.register
    def _(self, move: moves.Hold, at: float) -> None:
        self.switch = max(self.switch, at + move.seconds)
        self.unseen_was.nodes |= set(move.without)

    @_play.register
    def _(self, move: moves.Swing, at: float) -> None:
        beam, before = found(self.now.tree, move.beam), self._found_before(move.beam)
        if beam is None or before is None:
            return
        self.behind.append(self._beam(beam, move, at))
        for key in move.hung:
            self._hang(key, move, at)
        for unseen in (self.unseen_was, self.unseen_now):
            unseen.nodes.add(move.beam)

    def _hang(self, key: str, move: moves.Swing, at: float) -> None:
        """What hangs from the beam goes where the beam goes; until then it is as it was."""
        pan, before = found(self.now.tree, key), self._found_before(key)
        if pan is None or before is None:
            return
        dx, dy = before.rect.x - pan.rect.x, before.rect.y - pan.rect.y
        dip = move.dip * self.unit if key == move.low else 0.0
        nod = self._arm(move) * radians(move.nod) * (-1 if key == move.hung[0] else 1)

        def place(part: float) -> actors.Point:
            left = 1 - ease.spring(part)
            return dx * left, dy * left + dip * ease.there_and_back(part * 3) + nod * ease.nod(part)

        self._changes(pan, before, self.landings.pop(key, at), actors.Way(place, at, move.seconds))

    def _arm(self, move: moves.Swing) -> float:
        """How long an arm of the beam is, in pixels."""
        ends = [found(self.now.tree, key) for key in move.hung]
        xs = [actors.middle_of(end.rect)[0] for end in ends if end is not None]
        return (max(xs) - min(xs)) / 2 if len(xs) > 1 else 0.0

    def _beam(self, beam: Node, move: moves.Swing, at: float) -> actors.Actor:
        first = self._tilt([self._found_before(key) for key in move.hung])
        last = self._tilt([found(self.now.tree, key) for key in move.hung])
        whole = Rect(0, 0, *self.now.pixels.get_size())

        def make(surface: pygame.Surface, t: float) -> Rect:
            part = (t - at) / move.seconds
            tilt = first + (last - first) * ease.spring(part) + move.nod * ease.nod(part)
            ops: Sequence[Any] = move.leaning(tilt)
            seen = reduce(Rect.around, (op.rect for op in ops), beam.rect).shared(whole)
            self.painter.draw(surface, [Drawn(op, whole, seen) for op in ops], seen)
            return seen

        return self._below(actors.Drawn(make, (0.0, float("inf"))), move.beam)

    @staticmethod
    def _tilt(hung: Sequence[Node | None]) -> float:
        """How the beam leans, in degrees, by what hangs from it; level where that is not there."""
        ends = [actors.middle_of(end.rect) for end in hung if end is not None]
        if len(ends) != 2:
            return 0.0
        (x0, y0), (x1, y1) = ends
        return degrees(atan2(y1 - y0, x1 - x0))

    @_play.register
    def _(self, move: moves.Light, at: float) -> None:
        nodes = [node for key in move.nodes if (node := found(self.was.tree, key)) is not None]
        if not nodes:
            return
        width = max(4, round(6 * self.unit))

        def make(surface: pygame.Surface, t: float) -> Rect:
            part = ease.out_cubic((t - at) / move.seconds)
            rect = nodes[min(len(nodes) - 1, int(part * len(nodes)))].rect.inset(-2 * width)
            corner = 4 * width
            pygame.draw.rect(surface, move.colour, pygame.Rect(rect), width, border_radius=corner)
            return rect.shared(self.now.tree.rect)

        self.actors.append(actors.Drawn(make, (at, at + move.seconds)))
        self.switch = max(self.switch, at + move.seconds)

    @_play.register
    def _(self, move: moves.Passing, at: float) -> None:
        node, whole = found(self.now.tree, move.node), Rect(0, 0, *self.now.pixels.get_size())
        if node is None:
            return

        def make(surface: pygame.Surface, t: float) -> Rect:
            gone = max(0.0, t - at)
            ops: Sequence[Any] = move.look(gone, node.rect) if gone < move.seconds else all_ops(node)
            if not ops:
                return Rect(0, 0, 0, 0)
            seen = reduce(Rect.around, (reach(op) for op in ops)).shared(whole)
            self.painter.draw(surface, [Drawn(op, whole, reach(op)) for op in ops], seen)
            return seen

        self.actors.append(actors.Drawn(make, (0.0, float("inf"))))
        self.unseen_now.nodes.add(move.node)

    @_play.register
    def _(self, move: moves.Becoming, at: float) -> None:
        node, whole = found(self.now.tree, move.node), Rect(0, 0, *self.now.pixels.get_size())
        if node is None:
            return

        def make(surface: pygame.Surface, t: float) -> Rect:
            part = move.easing((t - at) / move.seconds)
            ops: Sequence[Any] = move.look(part, node.rect) if part < 1 else node.ops
            if not ops:
                return actors.NOTHING
            seen = reduce(Rect.around, (reach(op) for op in ops)).shared(whole)
            if part < 1:
                self.painter.paint(surface, ops)  # seen once, and not kept
            else:
                self.painter.draw(surface, [Drawn(op, whole, reach(op)) for op in ops], seen)
            return seen

        self.behind.append(self._below(actors.Drawn(make, (0.0, float("inf"))), move.node))
        self.unseen_now.nodes.add(move.node)

    @_play.register
    def _(self, move: moves.Before, at: float) -> None:  # noqa: ARG002
        self.before |= {node.key: node for node in move.nodes}

    @_play.register
    def _(self, move: moves.AtOnce, at: float) -> None:  # noqa: ARG002
        self.at_once |= set(move.nodes)

    @_play.register
    def _(self, move: moves.Shift, at: float) -> None:
        node = whole_card(self.now.tree, move.node, move.along)
        before = found(self.was.tree, move.start or move.node)
        if node is None or (before is None and move.by is None):
            return
        if move.by is not None:
            dx, dy = move.by[0] * self.unit, move.by[1] * self.unit
        else:
            assert before is not None
            (x0, y0), (x1, y1) = actors.middle_of(before.rect), actors.middle_of(node.rect)
            dx, dy = x0 - x1, y0 - y1

        def place(part: float) -> actors.Point:
            left = 1 - move.easing(part)
            return dx * left, dy * left

        new = at if before is None else 0.0  # what was not there comes when its time is
        thing = actors.Thing(self._picture(node, new), place, at, move.seconds, seen=(new, float("inf")))
        self.behind.append(self._below(thing, move.node))
        for unseen in (self.unseen_now, self.unseen_was):
            unseen.nodes |= {move.node, *move.along}

    @_play.register
    def _(self, move: moves.Leave, at: float) -> None:
        node = whole_card(self.was.tree, move.node, move.along)
        if node is None:
            return
        dx, dy = move.by[0] * self.unit, move.by[1] * self.unit

        def place(part: float) -> actors.Point:
            gone = move.easing(part)
            return dx * gone, dy * gone

        gone = at + move.seconds
        thing: actors.Actor = actors.Thing(self._picture(node), place, at, move.seconds, seen=(0.0, gone))
        self.actors.append(self._below(thing, move.node) if move.under else thing)
        self.unseen_was.nodes |= {move.node, *move.along}
        self.after |= dict.fromkeys(move.along, gone)

    @_play.register
    def _(self, move: moves.Flip, at: float) -> None:
        node, before = found(self.now.tree, move.node), found(self.was.tree, move.node)
        if node is None or before is None:
            return
        self.actors.append(actors.Flipping(self._picture(before), self._picture(node), at, move.seconds))
        self.unseen_was.nodes.add(move.node)
        self.unseen_now.nodes.add(move.node)


def _fitted(rect: Rect, size: tuple[int, int]) -> Rect:
    """A rectangle of that shape in the middle of one that has another."""
    wide = max(8, min(rect.w, rect.h * size[0] // size[1]))
    high = max(8, wide * size[1] // size[0])
    return Rect(rect.x + (rect.w - wide) // 2, rect.y + (rect.h - high) // 2, wide, high)


def _place_on(rect: Rect, place: moves.Place) -> actors.Point:
    return rect.x + rect.w * place[1], rect.y + rect.h * place[2]
