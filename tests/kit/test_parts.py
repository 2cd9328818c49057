"""Parts of a screen: built again when something they looked at is another, and not otherwise."""

from dataclasses import dataclass, replace
from typing import Any

from tegenwicht.kit.parts import Parts


@dataclass(frozen=True)
class Time:
    left: int
    stage: str = "talking"


@dataclass(frozen=True)
class Model:
    focus: str = ""
    title: str = "one"
    time: Time | None = Time(9)
    shelf: tuple[str, ...] = ("a", "b")

    def focus_is(self, *keys: str) -> bool:
        return self.focus in keys


def clock(model: Any) -> str:
    return "" if model.time is None else f"{model.time.left} s"


def stage(model: Any) -> str:
    return "" if model.time is None else str(model.time.stage)


def button(model: Any, key: str = "ok") -> str:
    return f"[{key}]" if model.focus_is(key) else key


def rim(parts: Parts) -> Any:
    return lambda model: (parts.of(button, model, "ok"), parts.of(clock, model))


def shown(parts: Parts, model: Model, *builds: Any, around: object = "") -> tuple[list[Any], int]:
    """What the parts are, and how many were built for it."""
    before, watched = parts.built, parts.looking_at(model, around)
    return [parts.of(build, watched) for build in builds], parts.built - before


def test_only_what_looked_at_the_time_is_built_when_the_time_goes_on() -> None:
    parts, model = Parts(("time",)), Model()
    assert shown(parts, model, clock, stage, button) == (["9 s", "talking", "ok"], 3)
    assert shown(parts, model, clock, stage, button) == (["9 s", "talking", "ok"], 0)
    later = replace(model, time=Time(8))
    assert shown(parts, later, clock, stage, button) == (["8 s", "talking", "ok"], 1)
    assert shown(parts, replace(later, time=None), clock, stage, button) == (["", "", "ok"], 2)
    assert shown(parts, replace(later, title="two", time=None), clock, stage, button)[1] == 0


def test_of_a_question_only_the_answer_counts() -> None:
    parts = Parts()
    assert shown(parts, Model(focus="a"), button) == (["ok"], 1)
    assert shown(parts, Model(focus="b"), button) == (["ok"], 0)
    assert shown(parts, Model(focus="ok"), button) == (["[ok]"], 1)


def test_what_was_read_before_a_part_counts_for_it_too() -> None:
    parts = Parts()

    def screen(model: Model) -> list[Any]:
        watched = parts.looking_at(model, "")
        return [parts.of(str.upper, watched.title), parts.of(button, watched)]

    assert screen(Model()) == ["ONE", "ok"]
    assert screen(Model(title="two")) == ["TWO", "ok"]


def test_a_part_of_a_part_stays_and_what_it_looks_at_counts_for_the_whole() -> None:
    parts = Parts(("time",))
    whole = rim(parts)
    assert shown(parts, Model(), whole) == ([("ok", "9 s")], 3)
    assert shown(parts, Model(time=Time(8)), whole) == ([("ok", "8 s")], 2)


def test_a_window_of_another_size_keeps_nothing_and_what_is_not_used_is_let_go_of() -> None:
    parts, model = Parts(), Model()
    shown(parts, model, button, stage)
    assert shown(parts, model, button, around="small")[1] == 1
    shown(parts, model, button, around="small")
    assert shown(parts, model, stage, around="small")[1] == 1


def test_a_part_that_fails_leaves_nothing_half_done() -> None:
    parts, tried = Parts(("time",)), []

    def broken(model: Any) -> str:
        tried.append(model.title)
        return str(model.nothing)

    watched = parts.looking_at(Model(), "")
    for _ in range(2):
        try:
            parts.of(broken, watched)
        except AttributeError:
            assert parts.of(clock, watched) == "9 s"
    assert tried == ["one", "one"]
    assert parts.built == 1
