"""What is played and expected, read from the files in ``heard``. A command a line; # begins a remark:

    title WORDS                   what the lines after it are about, for the table
    key Return, keys Tab Tab      press keys (xdotool's names), listening until the speech ends after each
    again 10 Return               press a key so often
    until Tab Klaar               press a key until those words are heard, 60 times at most
    type some text                type it, then listen
    wait 2                        let seconds pass, then listen
    expect WORDS                  fails unless that was heard since the last line that pressed something
    once WORDS                    fails unless it was heard, and only once
    never WORDS                   fails when that was said, heard or not
    silent                        fails when anything was said

Capitals and white space make no difference. The names of keys, which Orca says itself, are left out.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.proof.ears.play import Play

SCRIPTS = Path(__file__).with_name("heard")
MOST_PRESSES = 60


class Outcome(NamedTuple):
    """What was found about one title: how much was expected, what failed, what was pressed."""

    title: str
    looked: int
    faults: tuple[str, ...]


class Line(NamedTuple):
    """A command of a script, and where it stands."""

    number: int
    command: str
    words: str


def lines_of(path: Path) -> list[Line]:
    """The commands. ValueError for one that is not known."""
    found = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        command, _, words = text.strip().partition(" ")
        if command and not command.startswith("#"):
            if command not in COMMANDS:
                raise ValueError(f"{path.name}:{number}: {command!r} is no command")
            found.append(Line(number, command, words.strip()))
    return found


def played(play: Play, lines: list[Line]) -> Iterator[Outcome]:
    """Play them all; an outcome for each title, as soon as it is known."""
    title, looked, faults = "het begin", 0, list[str]()
    for line in lines:
        if line.command == "title":
            if looked:
                yield Outcome(title, looked, tuple(faults))
            title, looked, faults = line.words, 0, []
            continue
        fault = COMMANDS[line.command](play, line.words)
        looked += line.command in JUDGES
        faults += [f"regel {line.number}, {line.command} {line.words}: {fault}"] if fault else []
    if looked:
        yield Outcome(title, looked, tuple(faults))


# -- the commands: each gives what is wrong, or nothing


def _title(_play: Play, _words: str) -> str:
    return ""


def _keys(play: Play, words: str) -> str:
    for key in words.split():
        play.press("key", key)
    return ""


def _again(play: Play, words: str) -> str:
    times, key = words.split()
    for _ in range(int(times)):
        play.press("key", key)
    return ""


def _until(play: Play, words: str) -> str:
    key, _, wanted = words.partition(" ")
    for _ in range(MOST_PRESSES):
        play.press("key", key)
        if _among(wanted, play.heard()):
            return ""
    return f"niet gehoord na {MOST_PRESSES} keer {key}"


def _type(play: Play, words: str) -> str:
    play.press("type", "--delay", "120", "--", words)
    return ""


def _wait(play: Play, words: str) -> str:
    time.sleep(float(words))
    play.listen()
    return ""


def _expect(play: Play, words: str) -> str:
    if _among(words, play.heard()):
        return ""
    why = "afgebroken" if _among(words, play.heard(every=True)) else "niet gezegd"
    return f"{why}; gehoord: {' | '.join(play.heard()) or 'niets'}"


def _once(play: Play, words: str) -> str:
    fault = _expect(play, words)
    times = _plain(" ".join(play.heard(every=True))).count(_plain(words))
    return fault or (f"{times} keer gezegd: {' | '.join(play.heard(every=True))}" if times > 1 else "")


def _never(play: Play, words: str) -> str:
    said = play.heard(every=True)
    return f"gezegd: {' | '.join(said)}" if _among(words, said) else ""


def _silent(play: Play, _words: str) -> str:
    said = play.heard(every=True)
    return f"gezegd: {' | '.join(said)}" if said else ""


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _among(words: str, said: list[str]) -> bool:
    return _plain(words) in _plain(" ".join(said))


COMMANDS = {
    "title": _title, "key": _keys, "keys": _keys, "again": _again, "until": _until, "type": _type, "wait": _wait,
    "expect": _expect, "once": _once, "never": _never, "silent": _silent,
}  # fmt: skip
JUDGES = ("expect", "once", "never", "silent", "until")
