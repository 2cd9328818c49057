"""EN 301 549 and WCAG 2.2, criterion by criterion: ``uv run --group dev python -m tests.proof.access``.

Prints a table of what was checked, on how many, what was measured and found, and a verdict; ends non-zero
when something falls short. ``--short`` takes a sample for CI, ``--only`` some criteria, ``--screens`` some screens,
``--faults`` lists everything that was found; ``--write`` makes ``assets/toegankelijkheid.md`` of it.
"""

import argparse
import os
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.proof.access import checks, paper
from tests.proof.access.base import Finding, number
from tests.proof.access.criteria import CRITERIA, Criterion
from tests.proof.table import lines

HEAD = ("eis", "nagegaan", "op", "gemeten en gevonden", "oordeel")
WIDTHS = (36, 40, 24, 46, 16)
GOOD, PEOPLE = "voldoet", "door mensen te proberen"
SHORT, NOT_NOW, NONE = "voldoet niet", "niet nagegaan", "n.v.t."
PARTLY = "voldoet deels"
MOST_FAULTS = 4


class Judged(NamedTuple):
    """A criterion, what its checks found, and what that comes to."""

    criterion: Criterion
    findings: Mapping[str, Finding]

    @property
    def verdict(self) -> str:
        """Faults weigh heaviest, and what was not looked at is never good."""
        found = self.findings.values()
        if any(one.faults for one in found):
            return SHORT
        if any(not one.looked for one in found):
            return NOT_NOW
        if self.criterion.without:
            return NONE
        if not found:
            return PEOPLE if self.criterion.people else NOT_NOW
        if self.criterion.misses:
            return PARTLY
        return f"{GOOD}; ook {PEOPLE}" if self.criterion.people else GOOD

    @property
    def found(self) -> str:
        """What was measured, and the first faults; and what a machine cannot show."""
        parts = [self.criterion.without] if self.criterion.without else []
        for one in self.findings.values():
            more = len(one.faults) - MOST_FAULTS
            parts += [one.measured, *one.faults[:MOST_FAULTS], *([f"en nog {more}"] if more > 0 else [])]
        return "; ".join(
            [
                *(part.rstrip(".") for part in parts if part),
                *filter(None, (self.criterion.limit, self.criterion.misses)),
            ]
        )

    def row(self) -> tuple[str, str, str, str, str]:
        """As the table shows it."""
        what = "; ".join(checks.CHECKS[name] for name in self.findings)
        counts = "; ".join(f"{number(one.looked)} {one.unit}" for one in self.findings.values())
        return self.criterion.name, what or "–", counts or "–", self.found or "–", self.verdict

    def grounds(self) -> str:
        """What the verdict rests on, for the statement."""
        told = [
            f"{checks.CHECKS[name]}: {number(one.looked)} {one.unit}, {one.measured}"
            for name, one in self.findings.items()
        ]
        extra = [self.criterion.without, self.criterion.limit, self.criterion.misses]
        return (
            "; ".join([*(part.rstrip(".") for part in extra[:1] if part), *told, *filter(None, extra[1:])])
            or "–"
        )


def parser() -> argparse.ArgumentParser:
    """The options, in Dutch."""
    made = argparse.ArgumentParser(
        prog="tests.proof.access", description="Toegankelijkheid, eis voor eis nagegaan."
    )
    made.add_argument("--short", action="store_true", help="een steekproef, voor elke wijziging")
    made.add_argument("--small", action="store_true", help="bijna niets: alleen of de opdracht werkt")
    made.add_argument("--only", nargs="+", metavar="EIS", default=[], help="alleen deze eisen, zoals 1.4.3")
    made.add_argument(
        "--screens", nargs="+", metavar="NAAM", default=[], help="alleen schermen met dit in hun naam"
    )
    made.add_argument("--faults", action="store_true", help="na de tabel elke bevinding op een regel")
    made.add_argument("--jobs", type=int, default=1, help="in hoeveel processen de schermen worden bekeken")
    made.add_argument("--write", action="store_true", help="schrijf assets/toegankelijkheid.md")
    return made


def chosen(only: Sequence[str]) -> list[Criterion]:
    """The criteria with these numbers; all when there are none. SystemExit for a number that is none."""
    known = {one.number for one in CRITERIA}
    if unknown := [name for name in only if name not in known]:
        raise SystemExit(f"Deze eis staat niet in de lijst: {', '.join(unknown)}")
    return [one for one in CRITERIA if not only or one.number in only]


def judged(criteria: Sequence[Criterion], plan: checks.Plan, whole: bool, jobs: int) -> list[Judged]:
    """Each criterion with what its checks find; a check is carried out once."""
    found = checks.found({name for one in criteria for name in one.checks}, plan, whole, jobs)
    return [Judged(one, {name: found[name] for name in one.checks}) for one in criteria]


def falls_short(verdicts: Sequence[str]) -> bool:
    """Whether something is not as it must be; in CI everything must have been looked at too."""
    strict = os.environ.get("CI", "").lower() in ("true", "1")
    return SHORT in verdicts or (strict and NOT_NOW in verdicts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, print, and say with the exit code how it went."""
    options = parser().parse_args(arguments)
    began, criteria = time.monotonic(), chosen(options.only)
    plan = (
        checks.small_plan() if options.small else checks.short_plan() if options.short else checks.full_plan()
    )
    if options.screens:
        plan = plan.narrowed(options.screens)
    rows = judged(criteria, plan, not (options.small or options.short), options.jobs)
    print("\n".join(lines([one.row() for one in rows], HEAD, WIDTHS)))
    verdicts = [one.verdict for one in rows]
    told = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in dict.fromkeys(verdicts))
    print(f"\n{len(rows)} eisen: {told}. {time.monotonic() - began:.0f} s.")
    if options.faults:
        found = {name: one for row in rows for name, one in row.findings.items()}
        print("\n".join(f"{name}: {fault}" for name, one in found.items() for fault in one.faults))
    if options.write:
        paper.written([(one.criterion, one.verdict, one.grounds()) for one in rows], _how(plan))
    return int(falls_short(verdicts))


def _how(plan: checks.Plan) -> str:
    """On what the statement rests, in a sentence."""
    sizes, texts = {size for size, _ in plan.shapes}, {text for _, text in plan.shapes}
    turns = " om de beurt" if plan.in_turns else ""
    return (
        f"{paper.MEASURED}{len(plan.names)} schermen, {len(sizes)} groottes van venster en {len(texts)} van tekst; "
        f"de pixels in {len(plan.themes)} thema's{turns} en {len(plan.pixels)} van die groottes; via AT-SPI op "
        f'{len(plan.heard)} schermen. "Voldoet" is wat een machine kon nagaan.'
    )
