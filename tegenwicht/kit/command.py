"""What a control asks for: plain data that a program names, and carries out itself."""

from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True)
class Command:
    """The base of a program's commands. A command is written as a frozen dataclass is, without the decorator:

        class Put(Command):
            form: str
            value: object = None

    Two are the same when they are of one kind with the same values. Made here and not by ``dataclass``, which
    takes a quarter of a millisecond for each class before the first frame.
    """

    _fields: tuple[str, ...] = ()
    __match_args__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = (*cls._fields, *cls.__annotations__)
        cls.__match_args__ = cls._fields  # type: ignore[misc]  # which names there are is only known here

    def __init__(self, *given: Any, **named: Any) -> None:
        if not named and len(given) == len(self._fields):
            self.__dict__.update(zip(self._fields, given, strict=True))
            return
        if len(given) > len(self._fields):
            raise TypeError(f"{type(self).__name__} takes {len(self._fields)} values, not {len(given)}")
        values = dict(zip(self._fields, given, strict=False))
        if twice := values.keys() & named.keys():
            raise TypeError(f"{type(self).__name__} got {sorted(twice)} twice")
        values |= named
        for name in self._fields:
            if name not in values and not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} needs {name}")
        if strange := values.keys() - set(self._fields):
            raise TypeError(f"{type(self).__name__} knows no {sorted(strange)}")
        self.__dict__.update(values)

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        inside = ", ".join(
            f"{name}={value!r}" for name, value in zip(self._fields, self._values(), strict=True)
        )
        return f"{type(self).__name__}({inside})"
