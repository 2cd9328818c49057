"""One measurement in a process of its own: the real app in a window, or a bare pygame window as the floor.

Run by ``bench_window``. Prints one JSON object.
"""

import contextlib
import json
import os
import resource
import sys
import time

SIZE = (1920, 1080)
IDLE_SECONDS = 10.0
ROUNDS, TIMES = 14, 6
TO_A_CARD = ("Spelen", "Verder: tafel en tijd", "Aan tafel", "Laat het lot kiezen")


def main() -> None:
    """What to measure is the first argument; the data folder the second; the window's size the third."""
    what = sys.argv[1]
    size = tuple(int(part) for part in sys.argv[3].split("x")) if len(sys.argv) > 3 else SIZE
    print(json.dumps(globals()[what](sys.argv[2], size)), flush=True)
    os._exit(0)


def bare_window(size: tuple[int, int]):  # type: ignore[no-untyped-def]
    """The smallest pygame program that shows something."""
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    surface.fill((40, 40, 40))
    pygame.display.flip()
    return surface


def bare_first_frame(_data: str, size: tuple[int, int]) -> object:
    """When a bare window has shown its first frame."""
    bare_window(size)
    return {"at": time.monotonic(), "worked": time.process_time() * 1000}


class _Shown(BaseException):
    """The frame was handed over; no ``except Exception`` holds this up."""


def first_frame(data: str, size: tuple[int, int]) -> object:
    """When the program's own command has all that can be pressed on the window, and what was loaded for it."""
    return _frame(data, size, 1)


def whole_frame(data: str, size: tuple[int, int]) -> object:
    """When the scale with its cards is there too."""
    return _frame(data, size, 2)


def _frame(data: str, size: tuple[int, int], which: int) -> object:
    from tegenwicht.kit.environment import prepare

    prepare()
    import pygame

    from tegenwicht.__main__ import main as program

    seen: dict[str, object] = {"frames": 0}
    hand_over = pygame.display.update

    def update(*parts: object) -> None:
        hand_over(*parts)  # type: ignore[arg-type]
        seen["at"], seen["frames"] = time.monotonic(), int(str(seen["frames"])) + 1
        if seen["frames"] == which:
            raise _Shown

    pygame.display.update = update  # type: ignore[assignment]
    with contextlib.suppress(_Shown):
        program(["--data-dir", data, "--size", "x".join(map(str, size))])
    unwanted = ("fpdf", "docx", "PIL", "fontTools", "asyncio", "pydantic", "importlib.metadata")
    seen["loaded"] = [name for name in unwanted if name in sys.modules]
    seen["worked"] = time.process_time() * 1000
    seen["mixer"] = bool(pygame.mixer and pygame.mixer.get_init())
    return seen


def opened(data: str, size: tuple[int, int], access: bool = True):  # type: ignore[no-untyped-def]
    """The real app, its window open."""
    from pathlib import Path

    from tegenwicht.kit.environment import prepare

    prepare()
    from tegenwicht.app import loop as app

    running = app.App(Path(data), size=size, shuffle=7)
    if not access:
        running.windows.readers.main = lambda *_: None  # type: ignore[method-assign]
    running.open()
    return running


def at_the_table(data: str, size: tuple[int, int], seconds: int = 0):  # type: ignore[no-untyped-def]
    """The real app with a card on the table and the time off."""
    running = opened(data, size)
    running.model = __import__("dataclasses").replace(
        running.model, forms={**running.model.forms, "setup:thinking": seconds, "setup:talking": seconds}
    )
    for label in TO_A_CARD:
        press(running, label)
    settle(running)
    return running


def press(running, label: str) -> None:  # type: ignore[no-untyped-def]
    """Press the control with that word on it."""
    from tegenwicht.kit.nodes import FOCUSABLE, walk
    from tegenwicht.screens.shell import intent

    node = next(n for n in walk(running.tree) if n.label == label and n.role in FOCUSABLE and n.enabled)
    running.carry_out(intent.press(node))
    running.take([])


def settle(running, seconds: float = 1.0) -> None:  # type: ignore[no-untyped-def]
    """Let the window manager, the first movement and what is loaded ahead be done."""
    from tegenwicht.app.timed.ahead import Ahead

    (ahead,) = (one for one in running.agenda.timed if isinstance(one, Ahead))
    until = time.monotonic() + seconds
    while time.monotonic() < until or ahead.due(running.model) < float("inf"):
        running.go_round()


def rest(running, seconds: float = 5.0) -> None:  # type: ignore[no-untyped-def]
    """Let everything be done that comes by itself soon after the start, such as a copy of the sessions."""
    settle(running)
    while min(one.due(running.model) for one in running.agenda.timed) < running.clock() + seconds:
        running.go_round()


def lies_still(running) -> None:  # type: ignore[no-untyped-def]
    """The open card of the first screen turns no more, as when somebody is there; else it does for a minute."""
    import pygame

    from tegenwicht.app.timed.open_card import OpenCard

    (card,) = (one for one in running.agenda.timed if isinstance(one, OpenCard))
    card.came(pygame.event.Event(pygame.MOUSEWHEEL), running.model)


def _idle(running, seconds: float) -> dict[str, float]:  # type: ignore[no-untyped-def]
    frames, passes, cpu = running.screen.stage.frames, 0, time.process_time()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        running.go_round()
        passes += 1
    return {
        "frames": running.screen.stage.frames - frames,
        "passes": passes / seconds,
        "cpu": (time.process_time() - cpu) / seconds,
    }


def idle(data: str, size: tuple[int, int]) -> object:
    """Ten seconds in which nothing happens, a card on the table."""
    running = at_the_table(data, size)
    rest(running)
    return _idle(running, IDLE_SECONDS)


def idle_without_access(data: str, size: tuple[int, int]) -> object:
    """The same without a connection to screen readers."""
    running = opened(data, size, access=False)
    lies_still(running)
    rest(running)
    return _idle(running, IDLE_SECONDS)


def idle_with_access(data: str, size: tuple[int, int]) -> object:
    """The same with it, and nobody listening."""
    running = opened(data, size)
    lies_still(running)
    rest(running)
    return _idle(running, IDLE_SECONDS)


def clock(data: str, size: tuple[int, int]) -> object:
    """Ten seconds in which only the time on the table goes on, and how much of the window each frame is."""
    running = at_the_table(data, size, seconds=120)
    assert running.model.playing.reading.left, "no time runs"
    areas: list[float] = []
    stage = running.screen.stage
    hand_over = stage._hand_over

    def measured(parts) -> None:  # type: ignore[no-untyped-def]
        areas.append(sum(part[2] * part[3] for part in parts) / (size[0] * size[1]))
        hand_over(parts)

    stage._hand_over = measured
    return {**_idle(running, IDLE_SECONDS), "area": max(areas)}


def first_table(data: str, size: tuple[int, int]) -> object:
    """From the setup to the table, the first time after a pause and in a later session; milliseconds."""
    from tegenwicht.screens.shell import commands

    running = opened(data, size)
    settle(running)
    found: dict[str, list[float]] = {"first": [], "later": []}
    for number in range(4):
        for label in TO_A_CARD[:-1]:
            begin = time.process_time()
            press(running, label)
            if label == TO_A_CARD[-2]:
                found["later" if number else "first"].append((time.process_time() - begin) * 1000)
            settle(running, 0.5)
        running.carry_out([commands.Leave()])
        settle(running, 0.2)
    return {name: _median(values) for name, values in found.items()}


def idle_floor(_data: str, size: tuple[int, int]) -> object:
    """A loop of event.get() and sleep(1/60) in a bare window."""
    bare_window(size)
    import pygame

    cpu, until = time.process_time(), time.monotonic() + IDLE_SECONDS
    while time.monotonic() < until:
        pygame.event.get()
        time.sleep(1 / 60)
    return {"cpu": (time.process_time() - cpu) / IDLE_SECONDS}


def _p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99)]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _work() -> float:
    """Milliseconds that this process and the X server worked so far; the time that passed where that is not known.

    What else runs on the machine makes things last longer, and long things more than short ones; it is not in this.
    """
    server = os.environ.get("BENCH_SERVER", "")
    if not server:
        return time.perf_counter() * 1000
    with open(f"/proc/{server}/schedstat") as file:
        return time.process_time() * 1000 + int(file.read().split()[0]) / 1e6


def drawing(data: str, size: tuple[int, int]) -> object:
    """In one run and interleaved: fill + flip, a key's way to the screen, and three kinds of drawing all again."""
    from dataclasses import replace

    import pygame

    from tegenwicht.kit.rect import Rect
    from tegenwicht.kit.shapes import Kept

    running = at_the_table(data, size)
    running.model = replace(running.model, settings=replace(running.model.settings, reduced_motion=True))
    surface, stage = running.screen.surface, running.screen.stage
    whole = Rect(0, 0, *surface.get_size())

    def floor() -> None:
        surface.fill((40, 40, 40))
        pygame.display.flip()

    def redraw() -> None:
        stage.painter.draw(surface, stage._drawn, whole)
        pygame.display.flip()

    def anew() -> None:
        stage.painter.texts, stage.painter.shapes.kept = Kept(), Kept()
        stage.painter.fit_to(surface.get_size())
        redraw()

    def back() -> None:
        running.take([pygame.event.Event(pygame.WINDOWEXPOSED)])

    def key() -> None:
        running.take([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t")])

    kinds = {"floor": floor, "key": key, "redraw": redraw, "anew": anew, "back": back}
    found: dict[str, list[float]] = {name: [] for name in kinds}
    redraw()
    for _ in range(ROUNDS):
        for name, work in kinds.items():
            begin = _work()
            for _ in range(TIMES):
                work()
            found[name].append((_work() - begin) / TIMES)
    return {name: _median(values[2:]) for name, values in found.items()}


def directing(data: str, size: tuple[int, int]) -> object:
    """A key that marks a cluster, and ten seconds of nothing: on one window, and with the table in a second."""
    from dataclasses import replace

    import pygame

    from tegenwicht.screens.shell import commands

    running = at_the_table(data, size)
    running.model = replace(running.model, settings=replace(running.model.settings, reduced_motion=True))
    found: dict[str, object] = {}
    for name, how in (("one", "shut"), ("two", "apart")):
        running.carry_out([commands.Direct(how)])
        settle(running)
        times = []
        for number in range(40):
            event = pygame.event.Event(
                pygame.KEYDOWN, key=pygame.K_3 + number % 2, mod=0, unicode="34"[number % 2]
            )
            begin = _work()
            running.take([event])
            times.append(_work() - begin)
            running.screen.stop_motion()
            running.beamer.stop_motion()
            settle(running, 0.05)
        settle(running)  # the small picture of the last key is made a quarter of a second later
        found[name] = {"key": _median(times[5:]), **_idle(running, IDLE_SECONDS)}
        found[name]["beamer"] = running.beamer.stage.frames if running.beamer.stage else 0  # type: ignore[index]
    return found


def moving(_data: str, size: tuple[int, int]) -> object:
    """Interleaved: fill + flip, and the frames of a card that flies and turns, of a stone, and of a beam."""
    surface = bare_window(size)
    import pygame

    from tegenwicht.kit.motion import moves as motion_moves
    from tegenwicht.kit.motion.playing import Playing
    from tests.kit.small_table import SmallTable, back, painter, shown

    table, on = SmallTable(size), painter()
    tilted = table.tree(stone=True, tilt=0.6)
    moves = {
        "card": (
            motion_moves.Lift(("pile:1",), "card", back, without=("words",)),
            table.tree(card=True, words=False),
        ),
        "stone": (motion_moves.Fly("pan:right", "pile:1"), tilted),
        "beam": (motion_moves.Swing("beam", ("pan:left", "pan:right"), table.leaning), tilted),
    }
    found: dict[str, list[float]] = {name: [] for name in ("floor", "begin", "between", *moves)}
    lasted: dict[str, list[float]] = {name: [] for name in found}

    def timed(name: str, work) -> object:  # type: ignore[no-untyped-def]
        begin, worked = time.perf_counter(), _work()
        made = work()
        found[name].append(_work() - worked)
        lasted[name].append((time.perf_counter() - begin) * 1000)
        return made

    def floor() -> None:
        surface.fill((40, 40, 40))
        pygame.display.flip()

    def begun(move, was, now):  # type: ignore[no-untyped-def]
        playing = Playing(move, was, now, on, 0.0)
        pygame.display.update(playing.step(0.0))
        return playing

    for _ in range(9):
        for name, (move, after) in moves.items():
            was = shown(table.tree(), on, surface)._replace(pixels=surface.copy())
            now = shown(after, on, surface, "card")
            one = timed("begin", lambda move=move, was=was, now=now: begun(move, was, now))
            for frame in range(1, int(motion_moves.lasts(move) * 60)):
                timed("between", one.prepare)
                timed("floor", floor)
                timed(name, lambda one=one, frame=frame: pygame.display.update(one.step(frame / 60)))
    return {
        name: {"p50": _median(v), "p99": _p99(v), "lasted": _p99(lasted[name])} for name, v in found.items()
    }


def pacing(data: str, size: tuple[int, int]) -> object:
    """Milliseconds from frame to frame while cards turn over, in a real loop."""
    running = at_the_table(data, size)
    gaps: list[float] = []
    for label in ("Opzij", "Laat het lot kiezen") * 12:
        press(running, label)
        last = None
        while running.screen.stage.moving is not None:
            running.go_round()
            now = time.perf_counter()
            if last is not None:
                gaps.append((now - last) * 1000)
            last = now
    gaps.sort()
    return {"p50": gaps[len(gaps) // 2], "p99": gaps[int(len(gaps) * 0.99)], "frames": len(gaps)}


def _mebibytes() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def memory_floor(_data: str, size: tuple[int, int]) -> object:
    """What a bare window takes."""
    bare_window(size)
    return {"mib": _mebibytes()}


def memory(data: str, size: tuple[int, int]) -> object:
    """What the app takes on the table, after 50 cards and after 500."""
    from dataclasses import replace

    running = at_the_table(data, size)
    first = _mebibytes()
    still = replace(running.model.settings, reduced_motion=True)  # no card in mid-turn at the moments we look
    running.model = replace(running.model, settings=still)
    found: dict[str, float] = {"mib": first}
    drawn = 1
    while drawn < 500:
        for label in ("Klaar", "Opnieuw schudden", "Laat het lot kiezen"):
            if _there(running, label):
                press(running, label)
                drawn += label == "Laat het lot kiezen"
        for label in ("Niet raden", "Volgende ronde", "Nog een ronde"):
            if _there(running, label):
                press(running, label)
        if drawn == 50:
            found["after 50"] = _at_rest(running)
    found["after 500"] = _at_rest(running)
    return found


def _at_rest(running) -> float:  # type: ignore[no-untyped-def]
    """MiB when nothing moves: a movement keeps the window as it was and as it will be, sixteen of them."""
    running.screen.stop_motion()
    return _mebibytes()


def memory_typed(data: str, size: tuple[int, int]) -> object:
    """What the app takes on the table when something was typed on the way there, and marked and replaced."""
    import pygame

    from tegenwicht.kit.nodes import Role

    running = opened(data, size)
    settle(running)
    for label in TO_A_CARD[:2]:
        press(running, label)
    for node in [node for node in _controls(running) if node.role is Role.TEXT_FIELD][:2]:
        running.take([pygame.event.Event(kind, button=1, pos=node.rect.centre, touch=False)
                      for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)])  # fmt: skip
        assert running.screen.field.key, "nothing to type in"
        for letter in "Samira van den Berg":
            running.take([pygame.event.Event(pygame.TEXTINPUT, text=letter)])
    for label in TO_A_CARD[2:]:
        press(running, label)
    settle(running)
    return {"mib": _mebibytes()}


def _controls(running):  # type: ignore[no-untyped-def]
    from tegenwicht.kit.nodes import focusable

    return focusable(running.tree)


def _there(running, label: str) -> bool:  # type: ignore[no-untyped-def]
    return any(node.label == label for node in _controls(running))


if __name__ == "__main__":
    main()
