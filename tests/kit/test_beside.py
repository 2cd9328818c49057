"""Work beside other work."""

import _thread

import pytest

from tegenwicht.kit.beside import beside


def test_it_is_done_when_the_waiting_is_over() -> None:
    done: list[int] = []
    wait = beside(lambda: done.extend(range(1000)))
    wait()
    assert done == list(range(1000))


def test_where_no_thread_is_to_be_had_it_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(_thread, "start_new_thread", none)
    done: list[str] = []
    wait = beside(lambda: done.append("it"))
    wait()
    assert done == ["it"]
