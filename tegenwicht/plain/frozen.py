"""Values that do not change: a dataclass for which nothing is compiled when its module is loaded."""

from collections.abc import Callable
from dataclasses import Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen:
    """The base of such values. Written as a frozen dataclass is, without the decorator:

        class Rank(Frozen):
            overall: int
            by_group: tuple[int, ...] = ()

    ``dataclasses.replace`` and ``fields`` know it. ``dataclass`` itself writes and compiles six functions for
    each class, up to 0.8 ms before the first frame; here all classes share these.
    """

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _names: ClassVar[tuple[str, ...]] = ()
    _usual: ClassVar[dict[str, Any]] = {}
    _made: ClassVar[dict[str, Any]] = {}
    _read: ClassVar[Callable[[Any], tuple[Any, ...]]]

    def __init_subclass__(cls) -> None:
        dataclass(init=False, repr=False, eq=False)(cls)
        found = cls.__dataclass_fields__
        cls._names = tuple(found)
        cls._read = (
            attrgetter(*found) if len(found) > 1 else lambda one: tuple(getattr(one, name) for name in found)
        )
        cls._usual = {name: cls.__dict__[name] for name in found if name in cls.__dict__}
        cls._made = {
            name: one.default_factory
            for name, one in found.items()
            if name not in cls._usual and callable(one.default_factory)
        }

    def __init__(self, *given: Any, **named: Any) -> None:
        values = {**self._usual, **dict(zip(self._names, given, strict=False)), **named}
        for name, make in self._made.items():
            if name not in values:
                values[name] = make()
        if values.keys() != self.__dataclass_fields__.keys() or len(given) > len(self._names):
            raise TypeError(
                f"{type(self).__name__} takes {', '.join(self._names)}; got {given!r} and {named!r}"
            )
        if given and not named.keys().isdisjoint(self._names[: len(given)]):
            raise TypeError(f"{type(self).__name__} got a value twice: {given!r} and {named!r}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete {name}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return False
        mine, its = self.__dict__, other.__dict__
        if len(mine) == len(its) == len(self._names):
            return mine == its
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        pairs = zip(self._names, self._values(), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def _values(self) -> tuple[Any, ...]:
        """Of the fields, in their order; msgspec leaves those with a usual value to the class."""
        return type(self)._read(self)
