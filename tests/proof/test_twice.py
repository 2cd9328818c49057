"""A proof that breaks down is carried out again, once, and says so."""

import pytest

from tests.proof.twice import twice


def test_what_breaks_down_once_is_carried_out_again_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    tried: list[int] = []

    def breaks_once() -> str:
        tried.append(1)
        if len(tried) == 1:
            raise RuntimeError("no window")
        return "seen"

    told = "de lezer brak de eerste keer zelf af: RuntimeError: no window"
    assert twice("de lezer", breaks_once) == ("seen", told)
    assert "Traceback" in (said := capsys.readouterr().err) and told in said
    assert twice("de lezer", breaks_once) == ("seen", "")


def test_what_breaks_down_twice_breaks_down() -> None:
    with pytest.raises(ZeroDivisionError):
        twice("de lezer", lambda: 1 / 0)
