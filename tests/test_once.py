"""What is kept by which value it is."""

from tegenwicht.plain.once import once_for_each


def test_it_is_asked_once_for_each_value() -> None:
    asked: list[object] = []

    @once_for_each
    def length(of: list[int]) -> int:
        asked.append(of)
        return len(of)

    one, same = [1, 2], [1, 2]
    assert [length(one), length(one), length(same), length(one)] == [2, 2, 2, 2]
    assert [id(of) for of in asked] == [id(one), id(same)]


def test_what_was_let_go_of_is_not_taken_for_another() -> None:
    first = once_for_each(lambda of: of[0])
    assert [first([number]) for number in range(20_000)] == list(range(20_000))
