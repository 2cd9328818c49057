"""What is kept by which value it is."""

import gc
from weakref import ref

from tegenwicht.plain.once import once_for_each


class Value:
    """Equal to every other of the same number."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Value) and other.number == self.number

    def __hash__(self) -> int:
        return self.number


def test_it_is_asked_once_for_each_value() -> None:
    asked: list[int] = []

    @once_for_each
    def twice(of: Value) -> int:
        asked.append(id(of))
        return 2 * of.number

    one, same = Value(2), Value(2)
    assert [twice(one), twice(one), twice(same), twice(one)] == [4, 4, 4, 4]
    assert asked == [id(one), id(same)]


def test_what_was_let_go_of_is_not_taken_for_another() -> None:
    number_of = once_for_each(lambda of: of.number)
    assert [number_of(Value(number)) for number in range(20_000)] == list(range(20_000))


def test_neither_a_value_nor_what_it_gave_is_kept_longer_than_the_value() -> None:
    remembered = once_for_each(lambda of: Value(of.number + 1))
    value = Value(1)
    gone = ref(value), ref(remembered(value))
    assert gone[1]() == Value(2)
    del value
    gc.collect()
    assert [one() for one in gone] == [None, None]
