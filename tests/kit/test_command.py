"""What a control asks for is plain data: compared by kind and values, checked when it is made."""

import pytest

from tegenwicht.kit.command import Command


class Put(Command):
    """With a value that may be left out."""

    form: str
    value: object = None


class Drop(Command):
    """With the same first field."""

    form: str


class Shut(Command):
    """With nothing."""


class Open(Command):
    """With nothing either."""


def test_two_commands_are_the_same_when_kind_and_values_are() -> None:
    assert Put("a", 1) == Put("a", value=1)
    assert hash(Put("a", 1)) == hash(Put("a", 1))
    assert Put("a") != Put("b")


def test_commands_of_another_kind_are_never_the_same() -> None:
    assert Shut() != Open()
    assert Put("a").form == Drop("a").form
    assert len({Shut(), Open()}) == 2


def test_a_command_is_taken_apart_by_what_it_was_made_with() -> None:
    match Put("a", 3):
        case Put(form, value):
            assert (form, value) == ("a", 3)
        case _:
            pytest.fail("it is a Put")


def test_a_command_does_not_change_and_tells_what_it_is() -> None:
    put = Put("a", 1)
    with pytest.raises(AttributeError):
        put.form = "b"  # type: ignore[misc]
    assert repr(put) == "Put(form='a', value=1)"


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", 1, 2), {}), (("a",), {"form": "b"}), (("a",), {"x": 1})]
)
def test_a_command_made_wrongly_says_so(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Put(*given, **named)  # type: ignore[arg-type]
