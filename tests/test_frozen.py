"""Values that do not change behave as frozen dataclasses do."""

from dataclasses import FrozenInstanceError, field, fields, replace

import msgspec
import pytest

from tegenwicht.plain.frozen import Frozen


class Point(Frozen):
    """Something with a default, and with one that is made anew."""

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)

    @property
    def both(self) -> int:
        """Its sum."""
        return self.x + self.y


class Plain(Frozen):
    """That has a hash."""

    x: int
    y: int = 2


def test_it_is_made_compared_and_shown_as_a_dataclass_is() -> None:
    one = Point(1)
    assert (one.x, one.y, one.names, one.both) == (1, 2, [], 3)
    assert one == Point(x=1, y=2) != Point(1, 3)
    assert repr(one) == "Point(x=1, y=2, names=[])"
    assert [one.name for one in fields(Point)] == ["x", "y", "names"]
    assert Point(1).names is not Point(1).names


def test_one_that_is_read_without_its_usual_values_is_the_same() -> None:
    read = msgspec.json.decode(b'{"x": 1, "names": []}', type=Point)
    assert read == Point(1) == read
    assert hash(msgspec.json.decode(b'{"x": 1}', type=Plain)) == hash(Plain(1))
    assert repr(read) == repr(Point(1))
    assert read != msgspec.json.decode(b'{"x": 1, "y": 3, "names": []}', type=Point)


def test_another_is_made_of_it_and_it_stays_as_it_is() -> None:
    one = Point(1)
    assert replace(one, y=5) == Point(1, 5)
    with pytest.raises(FrozenInstanceError):
        one.y = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.y
    assert one.y == 2


class Key(Frozen):
    """What can be a key."""

    x: int
    y: int = 2


def test_equal_ones_have_the_same_hash() -> None:
    assert {Key(1): "a"}[Key(1, 2)] == "a"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        ((1, 2, [], 4), {}),
        ((1,), {"x": 2}),
        ((1,), {"z": 2}),
        ((), {"y": 2}),
        ((), {"y": 1, "z": 2}),
    ],
)
def test_what_does_not_fit_is_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Point"):
        Point(*given, **named)
