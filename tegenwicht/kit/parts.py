"""Parts of a screen that are not built again as long as everything they looked at is the same.

A screen is a function of a model. While a part of it is built, what it reads of the model is written down; the next
time the part is built again only when some of that is another now. Nobody has to say what a part depends on.
"""

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from types import FunctionType
from typing import Any, TypeVar, cast

M = TypeVar("M")
R = TypeVar("R")

PLAIN = (bool, int, float, str, type(None))
"""Values that are compared; of all others it counts whether they are the same object, for they do not change."""
Read = str | tuple[Any, ...]
"""Something that is read, as "playing.reading.left"; or a method that is asked something, and what it is asked."""
Seen = dict[Read, Any]
"""What was read, and what it was."""


class Watched:
    """A value of which is written down what is read. ``of``: the value; ``name``: what it is called, "" for the model.

    A method is a question with values that can be hashed: its answer is written down, and not what it reads itself.
    """

    __slots__ = ("_name", "_of", "_parts")

    def __init__(self, of: Any, name: str, parts: "Parts") -> None:
        self._of, self._name, self._parts = of, name, parts

    def __getattr__(self, name: str) -> Any:
        path = f"{self._name}.{name}" if self._name else name
        value = getattr(self._of, name)
        if isinstance(getattr(type(self._of), name, None), FunctionType):
            return partial(self._ask, value, path)
        if path in self._parts.inside and value is not None:
            return Watched(value, path, self._parts)
        self._parts.seen[path] = value
        return value

    def _ask(self, method: Callable[..., Any], path: str, *asked: Any) -> Any:
        answer = self._parts.seen[path, *asked] = method(*asked)
        return answer


class Parts:
    """The parts of one window, from one time it is built to the next.

    inside: which values are watched themselves, as "playing.reading", so that a part depends on what it reads of them.
    built: how many parts were really built, since the beginning.
    """

    def __init__(self, inside: tuple[str, ...] = ()) -> None:
        self.inside = inside
        self.seen: Seen = {}
        self.built = 0
        self._model: Any = None
        self._around: object = None
        self._now: Seen = {}
        self._kept: dict[object, tuple[Seen, Any]] = {}
        self._before: dict[object, tuple[Seen, Any]] = {}
        self._depth = 0

    def looking_at(self, model: M, around: object) -> M:
        """The model, watched: a screen is about to be built of it. What is of no use to the last two is let go of.

        around: what else all parts depend on, such as the size of the window.
        """
        if around != self._around:
            self._kept = {}
        self._before, self._kept = self._kept, {}
        self._model, self._around, self._now, self.seen, self._depth = model, around, {}, {}, 0
        return cast(M, Watched(model, "", self))

    def of(self, build: Callable[..., R], *given: Any) -> R:
        """What ``build`` gives for these: made now, or the last time.

        given: first what the screen gathered from the model; all that was read for it counts as read by each part.
        The others tell one part from another: hashable values.
        """
        key, around = (build, *given[1:]), self.seen
        kept = self._kept.get(key) or self._before.get(key)
        if kept is None or not self._same(kept[0]):
            kept = self._built(build, given)
        self._kept[key] = kept
        if self._depth:
            around.update(kept[0])
        return cast(R, kept[1])

    def _built(self, build: Callable[..., Any], given: tuple[Any, ...]) -> tuple[Seen, Any]:
        around, self.seen = self.seen, dict(self.seen)
        self._depth += 1
        try:
            made = build(*given)
            self.built += 1
            return self.seen, made
        finally:
            self._depth -= 1
            self.seen = around

    def _same(self, seen: Seen) -> bool:
        now = self._now
        for read, before in seen.items():
            if read not in now:
                now[read] = self._read(read)
            if now[read] is not before and not (type(before) in PLAIN and now[read] == before):
                return False
        return True

    def _read(self, what: Read) -> Any:
        try:
            if isinstance(what, str):
                return attrgetter(what)(self._model)
            method, *asked = what
            return attrgetter(method)(self._model)(*asked)
        except AttributeError:  # what it was read of is gone
            return self
