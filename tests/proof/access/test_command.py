"""The proof of accessibility as a command, and the statement that it writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proof.access import checks as access_checks
from tests.proof.access import command as access
from tests.proof.access import held as access_held
from tests.proof.access import paper as access_paper
from tests.proof.access.base import Finding
from tests.proof.access.criteria import CRITERIA, WCAG, Criterion
from tests.proof.access.held import HELD, PROJECT

GOOD, BAD, NOTHING = (
    Finding(3, "regels", "goed"),
    Finding(3, "regels", "slecht", ("fout",)),
    Finding(0, "", ""),
)


def test_the_command_prints_its_table_and_ends_well() -> None:
    only = ["1.4.3", "2.1.2", "2.4.7", "1.2.1"]
    command = [sys.executable, "-m", "tests.proof.access", "--small", "--only", *only]
    env = os.environ | {"SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(command, cwd=PROJECT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for words in (
        "1.4.3 Contrast (minimum)",
        "11.2.1.2",
        "tekstregels",
        "minste",
        "n.v.t.",
        "4 eisen: ",
    ):
        assert words in done.stdout


def test_a_number_that_is_no_criterion_is_told() -> None:
    with pytest.raises(SystemExit, match=r"niet in de lijst: 9\.9"):
        access.chosen(["9.9"])


@pytest.mark.parametrize(
    ("findings", "without", "people", "verdict"),
    [
        ([GOOD], "", (), "voldoet"),
        ([GOOD, BAD], "", (), "voldoet niet"),
        ([GOOD, NOTHING], "", (), "niet nagegaan"),
        ([], "", (), "niet nagegaan"),
        ([], "", ("nvda",), "door mensen te proberen"),
        ([GOOD], "", ("nvda",), "voldoet; ook door mensen te proberen"),
        ([], "Er is geen film.", (), "n.v.t."),
        ([BAD], "Er is geen film.", (), "voldoet niet"),
    ],
)
def test_a_verdict_is_never_better_than_what_was_found(
    findings: list[Finding], without: str, people: tuple[str, ...], verdict: str
) -> None:
    criterion = Criterion("1.1.1", "Iets", "A", (), without, people)
    assert access.Judged(criterion, dict(zip("abc", findings, strict=False))).verdict == verdict


def test_what_is_known_to_be_missing_is_never_simply_met() -> None:
    criterion = Criterion("1.1.1", "Iets", "A", (), "", (), "", "Op Linux niet.")
    assert access.Judged(criterion, {"a": GOOD}).verdict == "voldoet deels"
    assert access.Judged(criterion, {"a": GOOD, "b": BAD}).verdict == "voldoet niet"
    assert access.Judged(criterion, {"a": GOOD}).found.endswith("Op Linux niet.")


def test_what_falls_short_ends_the_command_badly_and_in_ci_what_was_not_looked_at_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "")
    assert access.falls_short(["voldoet", "voldoet niet"])
    assert not access.falls_short(["voldoet", "niet nagegaan", "n.v.t."])
    monkeypatch.setenv("CI", "true")
    assert access.falls_short(["voldoet", "niet nagegaan"])


def test_every_criterion_of_wcag_2_2_a_and_aa_is_in_the_list() -> None:
    """55: the 50 of WCAG 2.1, without 4.1.1, and the six new ones."""
    assert len(WCAG) == 55
    assert len({one.number for one in CRITERIA}) == len(CRITERIA)
    assert sum(one.level == "A" for one in WCAG) == 31


def test_every_criterion_rests_on_something_that_exists() -> None:
    for one in CRITERIA:
        assert one.checks or one.without, one.number
        assert set(one.checks) <= set(access_checks.CHECKS), one.number
        assert set(one.people) <= set(access_paper.TRIALS), one.number
    used = {name for one in CRITERIA for name in one.checks}
    assert set(access_checks.CHECKS) - used <= {"room", "no motion"}
    assert set(access_checks.TESTED) == set(HELD)


def test_every_trial_for_people_is_about_something() -> None:
    assert set(access_paper.TRIALS) == {name for one in CRITERIA for name in one.people}


def test_the_statement_names_every_criterion_and_is_as_new_as_the_list() -> None:
    assert access_paper.out_of_date() == ""


def test_a_statement_of_another_list_is_known(tmp_path: Path) -> None:
    path = tmp_path / "toegankelijkheid.md"
    assert "1.1.1" in access_paper.out_of_date(path)
    rows = [(one, "voldoet", "alles | gemeten") for one in CRITERIA]
    access_paper.written(rows, "Gemeten.", path)
    assert access_paper.out_of_date(path) == ""
    path.write_text(path.read_text(encoding="utf-8").replace("lijst ", "lijst 0"), encoding="utf-8")
    assert access_paper.out_of_date(path) == "it was made from another list"
    path.unlink()
    access_paper.written(rows[1:], "Gemeten.", path)
    assert access_paper.out_of_date(path) == "these are not in it: 1.1.1"


def test_a_part_that_is_done_again_leaves_the_other_rows_of_the_statement_as_they_were(
    tmp_path: Path,
) -> None:
    path = tmp_path / "toegankelijkheid.md"
    access_paper.written([(one, "voldoet", "eerst") for one in CRITERIA], "Gemeten op alles.", path)
    access_paper.written([(CRITERIA[1], "voldoet niet", "toen")], "Gemeten op iets.", path)
    text = path.read_text(encoding="utf-8")
    assert f"| {CRITERIA[0].name} | voldoet | eerst |" in text
    assert f"| {CRITERIA[1].name} | voldoet niet | toen |" in text
    assert "Gemeten op alles." in text
    assert "Gemeten op iets." not in text
    assert access_paper.out_of_date(path) == ""


def test_tests_that_did_not_come_to_their_end_are_run_once_more_and_that_is_told() -> None:
    tests = access_held.Tests(["bell"])
    tests.process.kill()
    found = tests.findings()["bell"]
    assert found.looked > 0 and not found.faults
    assert "de eerste keer eindigden de tests met -9" in found.measured


def test_a_group_of_checks_that_breaks_down_is_carried_out_once_more_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []

    def breaks_once(_names: object) -> dict[str, Finding]:
        tried.append(1)
        if len(tried) == 1:
            raise RuntimeError("openbox manages no windows")
        return {"at-spi titel": GOOD}

    monkeypatch.setattr(access_checks, "heard", breaks_once)
    found = access_checks.found(["at-spi titel"], access_checks.small_plan(), whole=False)["at-spi titel"]
    assert found.holds and "openbox manages no windows" in found.measured
