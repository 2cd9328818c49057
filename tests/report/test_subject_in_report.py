"""What a session is about stands at the top of its report as it is called by now; every answer stays, whatever its words."""

import pytest

from tegenwicht.gallery.modes import feedback as feedback_screens
from tegenwicht.gallery.played import Table
from tegenwicht.game import feedback, path
from tegenwicht.game.account import Paragraph, Quote
from tegenwicht.report.plain import front_page
from tegenwicht.report.words import top_facts
from tegenwicht.screens.parts.account.accounts import account_of

SUBJECT, RENAMED = "Wel of niet bellen?", "Wel of niet langsgaan?"
ANSWERS = (SUBJECT, "Deels.", SUBJECT, "De reistijd.")


def peeled() -> Table:
    return Table(mode="peeling", subject=SUBJECT).do(
        path.WriteAnswer(0, SUBJECT), path.WriteAnswer(1, "Stil.")
    )


def walked() -> Table:
    return feedback_screens.walked(feedback_screens.table(subject=SUBJECT), "2026-11-21", ANSWERS)


def quotes(table: Table) -> list[str]:
    blocks = account_of(table.timeline.session, None, False).blocks
    return [one.text for one in blocks if isinstance(one, Quote)]


def test_an_answer_with_the_words_of_the_subject_stays_in_the_report() -> None:
    assert quotes(walked()) == list(ANSWERS)
    assert quotes(peeled()) == [SUBJECT, "Stil."]


@pytest.mark.parametrize(
    "table",
    [
        peeled().do(path.NameConsideration(RENAMED)),
        feedback_screens.table(subject=SUBJECT).do(feedback.NameConsideration(RENAMED)),
        Table(mode="peeling").do(path.NameConsideration(RENAMED)),
        feedback_screens.table(subject="").do(feedback.NameConsideration(RENAMED)),
    ],
    ids=["peeling", "feedback", "peeling, named in the game", "feedback, named in the game"],
)
def test_the_report_says_at_its_top_what_the_consideration_is_called_by_now_and_only_there(
    table: Table,
) -> None:
    report = account_of(table.timeline.session, None, False)
    assert dict(top_facts(report).pairs)["Onderwerp"] == RENAMED
    assert f"\nOnderwerp: {RENAMED}\n" in front_page(report)  # the summary that is copied
    assert not [one for one in report.blocks if isinstance(one, Quote | Paragraph) and one.text == RENAMED]
    without = account_of(table.timeline.session, None, True)
    assert "Onderwerp" not in dict(top_facts(without).pairs)
