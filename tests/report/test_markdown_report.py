"""The Markdown of a session: what it says, and that nothing people type means anything."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game import tegenwicht
from tegenwicht.game.account import Account, Heading, Items, Paragraph, Quote, Table
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.report.markdown import escaped
from tegenwicht.report.report import as_bytes
from tegenwicht.screens.parts.names import cluster_name
from tests.report import account_samples as samples


def markdown(account: Account) -> str:
    return as_bytes(account, ".md", samples.MADE).decode()


def plain(text: str) -> str:
    """What a reader of Markdown shows of a line: escapes and entities undone."""
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def cells(line: str) -> list[str]:
    """The cells of a row of a table, split at bars that are not escaped."""
    return [plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def test_everything_that_was_said_is_in_it() -> None:
    text = markdown(samples.account())
    assert text.startswith(
        "# Team Zuid\n\n- **Spel:** Kaartgesprek\n- **Datum:** 21 november 2026\n\n## Wat we meenemen\n"
    )
    for words in (*samples.NAMES, samples.NOTE, samples.ASIDE, samples.POINT):
        assert words in text
    assert "\n---\n\n## De kaarten\n\n### 21. Title 21\n" in text
    assert "\n### Opzij gelegd, met notitie of gewicht\n\n#### 61. Title 61\n" in text


def test_the_numbers_are_those_of_the_tally() -> None:
    text, total = markdown(samples.account()), tegenwicht.tally_of(samples.played()).total
    for one in CLUSTERS:
        numbers = total.by_card(one), total.by_mention(one)
        assert (
            f"| {cluster_name(one)} | {numbers[0]} | {numbers[1]} | {'■' * numbers[0]}{'□' * numbers[1]} |"
            in text
        )


@pytest.mark.parametrize("text", samples.HOSTILE, ids=range(len(samples.HOSTILE)))
def test_what_people_type_stays_text(text: str) -> None:
    written = markdown(samples.of(*samples.every_block(text)))
    assert "<" not in written
    for line in written.split("\n"):
        assert re.fullmatch(r"#{1,4} .*|- .*|\|.*\||> .*|\*{1,2}[^*]*\*{1,2}|\*.*\*|[^#\-+>|=].*|", line), (
            line
        )
    rows = [line for line in written.split("\n") if line.startswith("|")]
    assert [len(cells(line)) for line in rows] == [2, 2, 2, 4, 4, 4]


@given(st.text(alphabet="#|<>`*_[]()!\\&;~$-+=.1a \n:{}", max_size=30))
def test_a_paragraph_comes_back_as_it_was(text: str) -> None:
    said = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    shown = [" ".join(plain(line.strip()).split()) for line in escaped(text).split("\n") if line.strip()]
    assert shown == said


@given(st.text(alphabet="#|<>`*_[]!\\&-+=1. a\n", max_size=30))
def test_no_sign_keeps_its_meaning(text: str) -> None:
    for line in escaped(text).split("\n"):
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "•", line)
        assert not re.search(r"[#`*_\[\]|<>\\]", bare)
        assert not re.match(r"\s*([-+=]|\d+[.)])", bare)


def test_a_card_that_is_a_list_by_its_looks_is_a_heading() -> None:
    text = markdown(samples.of(Heading("1. Kop"), samples.card(7, "3. derde\n- punt")))
    assert "## 1\\. Kop" in text
    assert "### 7. Titel 7" in text
    assert "> **Notitie**\\\n> 3\\. derde\\\n> \\- punt" in text


def test_a_table_keeps_its_columns_whatever_is_in_it() -> None:
    table = Table("Namen", ("Naam", "Aantal"), (("a|b\nc", 1), ("\\|", 2)))
    lines = markdown(samples.of(table)).split("\n")
    assert [cells(line) for line in lines if line.startswith("|")] == [
        ["Naam", "Aantal"], ["---", "---:"], ["a|b c", "1"], ["\\|", "2"],
    ]  # fmt: skip


def test_lists_and_quotes() -> None:
    text = markdown(samples.of(Items(("een", "twee")), Quote("regel\nregel", "Samira"), Paragraph("slot")))
    assert text.endswith("- een\n- twee\n\n> **Samira**\\\n> regel\\\n> regel\n\nslot\n")
