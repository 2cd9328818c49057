"""Settings survive; what makes no sense falls back alone and is named."""

import dataclasses
import json
import os
import stat
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.preferences import MONTHS_KEPT, SPACINGS, TEXT_SIZES, Settings, Theme
from tegenwicht.storage.settings import MOST_BYTES, read_settings, write_changes

whole = st.integers(-5000, 5000)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcé"), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
any_settings = st.builds(
    Settings,
    text_size=st.sampled_from(TEXT_SIZES),
    theme=st.sampled_from(Theme),
    months_kept=st.sampled_from(MONTHS_KEPT),
    old_may_go=st.booleans(),
    spacing=st.sampled_from(SPACINGS),
    keys=st.dictionaries(st.text("abw", min_size=1, max_size=20), st.text("xyz", max_size=20), max_size=3),
    favourites=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=50), max_size=4).map(
        tuple
    ),
    window=st.none() | st.tuples(whole, whole, st.integers(1, 9999), st.integers(1, 9999)),
    last_setup=st.dictionaries(st.text("abcé"), plain, max_size=3),
)
FILE = "instellingen.json"


def written(folder: Path, text: str | bytes) -> tuple[Settings, str | None]:
    """What is read from a file with this text."""
    (folder / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(folder, today=lambda: "2026-11-21")


@hypothesis.settings(deadline=None)  # a disk may be slow
@given(any_settings)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("data")
    write_changes(folder, Settings(), settings)
    assert read_settings(folder) == (settings, None)


def test_the_file_is_the_users_alone_and_in_a_folder_that_is_made(tmp_path: Path) -> None:
    write_changes(tmp_path / "new", Settings(), Settings())
    assert stat.S_IMODE((tmp_path / "new" / FILE).stat().st_mode) == 0o600
    assert os.listdir(tmp_path / "new") == [FILE]


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "nowhere") == (Settings(), None)


def test_a_wrong_value_falls_back_alone(tmp_path: Path) -> None:
    found, notice = written(tmp_path, '{"text_size": 155, "theme": "dark", "sound": 1, "letter_keys": false}')
    assert found == Settings(theme=Theme.DARK, letter_keys=False)
    assert (
        notice
        == "Deze instellingen waren onleesbaar en staan weer op hun beginwaarde: tekstgrootte (verwacht 100, "
        "110 en zo verder tot 200); geluid (verwacht true of false)."
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("text_size", value) for value in (90, 210, 105, 100.0, "100", True, None, [], 10**400)),
        *(("theme", value) for value in ("blue", 1, None, [], {})),
        *(("months_kept", value) for value in (1, 7, -3, "6", True, None)),
        *(("favourites", value) for value in ("a/b", [1], [["a"]], {}, None, ["\ud800"])),
        *(("keys", value) for value in ([], "w", {"w": 1}, {"w": ["x"]}, {"w" * 21: "x"}, None)),
        *(("spacing", value) for value in (110, 200, 1.5, "115", None)),
        *(("sound", value) for value in (0, "yes", None)),
        *(
            ("window", value)
            for value in ([1, 2, 3], [0, 0, 0, 5], [0, 0, 5, -1], [0.5, 0, 5, 5], [True, 0, 5, 5])
        ),
        *(("window", value) for value in ([10**6, 0, 5, 5], "1,2,3,4", {}, [None] * 4, 7)),
        *(("last_setup", value) for value in (None, [], "x", {"a": [[[[[[[[[]]]]]]]]]}, {"a": "\ud800"})),
    ],
)
def test_values_of_a_foreign_kind_fall_back(tmp_path: Path, name: str, value: object) -> None:
    found, notice = written(tmp_path, json.dumps({name: value, "full_screen": True}))
    assert found == Settings(full_screen=True)
    assert notice
    assert "beginwaarde" in notice
    write_changes(tmp_path, Settings(), found)


def test_an_unknown_name_does_no_harm(tmp_path: Path) -> None:
    assert written(tmp_path, '{"colour": "blue", "sound": false}') == (Settings(sound=False), None)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '"x"', "{'a': 1}", '{"text_size": NaN}', '{"a": Infinity}', b"\xff\xfe{}", b"\x00" * 9,
        "[" * 100_000, '{"a":' * 40_000, '{"a": ' + "9" * 5000 + "}", b" " * (MOST_BYTES + 1),
    ],
)  # fmt: skip
def test_what_is_no_settings_file_is_set_aside(tmp_path: Path, text: str | bytes) -> None:
    found, notice = written(tmp_path, text)
    assert found == Settings()
    assert notice
    assert "beschadigd en heet nu instellingen-beschadigd-2026-11-21.json" in notice
    data = text.encode() if isinstance(text, str) else text
    assert (tmp_path / "instellingen-beschadigd-2026-11-21.json").read_bytes() == data
    assert read_settings(tmp_path) == (Settings(), None)


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    assert written(tmp_path, '\ufeff{"sound": false}') == (Settings(sound=False), None)


def test_a_file_that_cannot_be_read_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    found, notice = read_settings(tmp_path)
    assert found == Settings()
    assert notice
    assert "kunnen niet worden gelezen" in notice
    assert (tmp_path / FILE).is_dir()


def test_a_damaged_file_that_cannot_be_renamed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tegenwicht.storage.files.os.replace", refused)
    _, notice = written(tmp_path, "{")
    assert (
        notice == f"Het bestand {tmp_path / FILE} is beschadigd. Alle instellingen staan op hun beginwaarde."
    )
    assert (tmp_path / FILE).read_text() == "{"


@hypothesis.settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_a_crash(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("data")
    found, _ = written(folder, data)
    write_changes(folder, Settings(), found)


@pytest.mark.parametrize(
    "data",
    [
        b'{"later\\ud800": 3, "theme": "dark"}',
        b'{"later": {"\\udfff": 1}, "theme": "dark"}',
        b'{"later": [' + b",".join([b"1"] * 100_000) + b'], "theme": "dark"}',
    ],
    ids=["a name that no text can be", "such a name deeper in it", "much, close together"],
)
def test_whatever_else_is_in_the_file_a_choice_is_kept(tmp_path: Path, data: bytes) -> None:
    found, _ = written(tmp_path, data)
    assert found.theme is Theme.DARK
    write_changes(tmp_path, found, dataclasses.replace(found, text_size=120))
    assert read_settings(tmp_path) == (dataclasses.replace(found, text_size=120), None)


@pytest.mark.parametrize(
    "setup",
    [{"a": object()}, {1: "a"}, {"a": float("nan")}, {"a": "\ud800"}, {"a": "x" * MOST_BYTES}, {"a": {1}}],
)
def test_what_could_not_be_read_back_is_not_written(tmp_path: Path, setup: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"last_setup|bytes|JSON"):
        write_changes(tmp_path, Settings(), Settings(last_setup=setup))
    assert list(tmp_path.iterdir()) == []
