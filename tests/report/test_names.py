"""The names of report files."""

from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.report.names import file_name


def test_a_name_has_the_group_and_the_day() -> None:
    assert file_name("Team Zuid", "2026-11-21", ".pdf") == "Tegenwicht Team Zuid 2026-11-21.pdf"
    assert file_name("", "2026-11-21", ".md") == "Tegenwicht 2026-11-21.md"
    assert file_name("Sessie Tegenwicht", "", ".csv") == "Tegenwicht.csv"


def test_what_windows_refuses_is_not_in_it() -> None:
    assert file_name('A/B: "C" <d>?*|\\ e...', "", ".docx") == "Tegenwicht A B C d e.docx"


@given(st.text(max_size=200) | st.text(alphabet="😀漢", max_size=200))
def test_any_title_makes_a_name_that_every_system_accepts(title: str) -> None:
    name = file_name(title, "2026-11-21", ".pdf")
    assert not set(name) & set('<>:"/\\|?*') and name.isprintable()
    assert name.startswith("Tegenwicht ") and name.endswith(" 2026-11-21.pdf")
    assert len(name.encode()) < 255
    assert "  " not in name
