"""A small table of what was checked: how often, measured how, what was found, and a verdict."""

import json
import textwrap
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What a check came to."""

    GOOD = "goed"
    SHORT = "TEKORT"
    UNMEASURED = "niet gemeten"


class Row(NamedTuple):
    """One line. what: was checked. times: how often. measured: on what, how. found: the outcome in words."""

    what: str
    times: str
    measured: str
    found: str
    verdict: Verdict

    def as_json(self) -> str:
        """One line, for another process."""
        return json.dumps(self, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> "Row":
        """What ``as_json`` made."""
        *texts, verdict = json.loads(line)
        return cls(*texts, Verdict(verdict))


HEAD = ("wat", "hoe vaak", "gemeten", "gevonden", "oordeel")
WIDTHS = (38, 14, 44, 44, 12)


def judged(what: str, times: object, measured: str, found: str, good: bool) -> Row:
    """A row whose verdict is good or not."""
    return Row(what, str(times), measured, found, Verdict.GOOD if good else Verdict.SHORT)


def unmeasured(what: str, why: str) -> Row:
    """A row of what cannot be measured here, and why."""
    return Row(what, "0", "", f"niet gemeten: {why}", Verdict.UNMEASURED)


def lines(
    rows: Iterable[Sequence[str]], head: Sequence[str] = HEAD, widths: Sequence[int] = WIDTHS
) -> list[str]:
    """The table, its cells wrapped in columns; widths in characters."""
    made = [*_lines(head, widths), "-+-".join("-" * width for width in widths)]
    for row in rows:
        made += _lines(row, widths)
    return made


def _lines(cells: Iterable[str], widths: Sequence[int]) -> list[str]:
    parts = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, parts))
    padded = [part + [""] * (height - len(part)) for part in parts]
    return [
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in zip(*padded, strict=True)
    ]


def fell_short(rows: Iterable[Row]) -> bool:
    """Whether anything is not as it must be."""
    return any(row.verdict is Verdict.SHORT for row in rows)
