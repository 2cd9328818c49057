"""The words on the screen: every sentence can be collected, is spelled one way, and is said in another language."""

import ast
import re
import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tegenwicht import i18n

TREE = Path(i18n.__file__).parent


def asked() -> Iterator[tuple[str, ast.expr]]:
    """(where, text) of everything that is given to be translated."""
    for file in sorted(TREE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                most = {"tr": 1, "several": 2}.get(node.func.id, 0)
                yield from ((f"{file.relative_to(TREE)}:{node.lineno}", text) for text in node.args[:most])


def test_every_text_is_written_out_where_it_is_asked_so_that_it_can_be_collected() -> None:
    computed = [where for where, text in asked() if not isinstance(text, ast.Constant)]
    assert not computed


def test_what_is_filled_in_has_one_name_in_one_sentence() -> None:
    spellings: dict[str, set[str]] = defaultdict(set)
    for _, text in asked():
        assert isinstance(text, ast.Constant)
        words = re.sub(r"\{[^}]*\}", "{}", text.value)
        hardly_a_sentence = words.count("{}") > len(re.findall(r"\w{2,}", words))
        if not hardly_a_sentence:
            spellings[words].add(text.value)
    assert not [sorted(found) for found in spellings.values() if len(found) > 1]


def catalogue(words: Mapping[str, str]) -> bytes:
    """A compiled catalogue, as msgfmt makes one: two tables of (length, place), and the texts."""
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    pairs = sorted(({"": header} | dict(words)).items())
    texts = [one.encode() for pair in zip(*pairs, strict=True) for one in pair]
    at, places = 28 + 8 * len(texts), []
    for text in texts:
        places += [len(text), at]
        at += len(text) + 1
    first = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return first + struct.pack(f"<{len(places)}I", *places) + b"".join(text + b"\0" for text in texts)


@pytest.fixture
def frisian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue of another language is among the assets, and chosen."""
    folder = tmp_path / "locale" / "fy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    words = {"Terug": "Werom", "{n} kaart\0{n} kaarten": "{n} kaart\0{n} kaarten oars"}
    (folder / "tegenwicht.mo").write_bytes(catalogue(words))
    monkeypatch.setattr(i18n, "assets", lambda: tmp_path)
    monkeypatch.setenv("LANGUAGE", "fy")
    i18n._catalogue.cache_clear()
    yield
    i18n._catalogue.cache_clear()


@pytest.mark.usefixtures("frisian")
def test_a_catalogue_among_the_assets_is_another_language() -> None:
    assert i18n.tr("Terug") == "Werom"
    assert i18n.several("{n} kaart", "{n} kaarten", 1) == "1 kaart"
    assert i18n.several("{n} kaart", "{n} kaarten", 3) == "3 kaarten oars"
    assert i18n.tr("Wat nog niet is vertaald") == "Wat nog niet is vertaald"
