"""The settings file: JSON in the data folder. What makes no sense falls back, and is named."""

import json
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import Any

from tegenwicht.i18n import tr
from tegenwicht.preferences import (
    DISTANCES,
    FARTHEST_PX,
    LONGEST_FAVOURITE,
    LONGEST_KEY,
    MONTHS_KEPT,
    MOST_FAVOURITES,
    MOST_KEYS,
    SPACINGS,
    TEXT_SIZES,
    Settings,
    Theme,
    Wishes,
)
from tegenwicht.storage.files import iso_today, make_private_folder, read_plain, set_aside, write_whole

FILE_NAME = "instellingen.json"
MOST_BYTES = 256 * 1024
DEEPEST = 8
"""Levels of lists and objects in ``last_setup``."""

_NAMES = {
    "text_size": "tekstgrootte",
    "theme": "thema",
    "reduced_motion": tr("minder beweging"),
    "sound": "geluid",
    "full_screen": tr("volledig scherm"),
    "letter_keys": "lettertoetsen",
    "keep_notes": tr("notities bewaren"),
    "window": tr("plaats van het venster"),
    "directing": tr("regie op twee schermen"),
    "distance": tr("afstand tot het scherm"),
    "months_kept": tr("hoe lang sessies blijven"),
    "old_may_go": tr("oude sessies vanzelf wissen"),
    "favourites": tr("favoriete kaarten"),
    "spacing": tr("ruimte tussen regels"),
    "keys": tr("veranderde toetsen"),
    "last_setup": tr("keuzes van de vorige sessie"),
}
_ON_OR_OFF = tr("true of false")
_EXPECTED = {
    "text_size": tr("100, 110 en zo verder tot 200"),
    "theme": tr("light, dark of contrast"),
    "window": tr("null of vier getallen: links, boven, breed en hoog"),
    "distance": tr("2, 5 of 8"),
    "months_kept": tr("0, 3, 6, 12 of 24"),
    "favourites": tr('een lijst van teksten zoals "kaartset/kaart"'),
    "keys": tr('een object met toetsen, zoals {"w": "x"}'),
    "spacing": tr("100, 115 of 130"),
    "last_setup": tr("een object"),
}
"""What a value must be, in the words of the file; ``_ON_OR_OFF`` for all others."""


def read_settings(
    folder: Path, today: Callable[[], str] = iso_today, wishes: Wishes | None = None
) -> tuple[Settings, str | None]:
    """The settings, and a Dutch notice when (some of) what was saved could not be used. Never raises.

    A value that makes no sense gets its default. A file that is no settings file at all is set aside
    under another name with ``today``'s date. wishes: what holds where nothing else was chosen.
    """
    path, usual = folder / FILE_NAME, following(wishes)
    try:
        found = _parsed(_bytes(path))
    except FileNotFoundError:
        return usual, None
    except OSError:
        return usual, tr(
            "De instellingen in {path} kunnen niet worden gelezen. Nu gelden de beginwaarden."
        ).format(path=path)
    except ValueError:
        return usual, _set_aside(path, today())
    return _understood(found, usual)


def peeked(folder: Path) -> Settings:
    """What the settings seem to be; changes no file and tells nothing. For opening the window, before all is read."""
    try:
        return _understood(_parsed(_bytes(folder / FILE_NAME)), Settings())[0]
    except (OSError, ValueError):
        return Settings()


def following(wishes: Wishes | None) -> Settings:
    """The settings of someone who chose nothing yet."""
    return Settings() if wishes is None else Settings(**wishes._asdict(), wishes=wishes)


def write_changes(folder: Path, before: Settings, after: Settings) -> None:
    """Save what is otherwise in ``after`` than in ``before``, onto what the file has now.

    Another window may have changed or erased something meanwhile; that stays as it is. What is as the computer wishes is
    left out, so that it goes on following.

    OSError when that cannot be done; what was saved before then stays. ValueError for a ``last_setup`` that is not
    plain JSON or is too large or deep to be read back.
    """
    try:
        found = _usable(_parsed(_bytes(folder / FILE_NAME)))
    except FileNotFoundError:
        found = {}
    except (OSError, ValueError):
        found = _plain(before)  # it cannot be read: as far as anyone knows it is as it was
    old, new = _plain(before), _plain(after)
    changed = [name for name in _READERS if old.get(name) != new.get(name)]
    kept = {name: value for name, value in found.items() if name not in changed}
    _write(folder, kept | {name: new[name] for name in changed if name in new})


def _usable(found: Mapping[str, object]) -> dict[str, object]:
    """What of a file can stay in it: what makes sense, and what a newer version may know."""
    usable = {}
    for name, value in found.items():
        with suppress(ValueError):  # it goes: reading it gave the default, and said so
            _READERS.get(name, _setup_value)(value)
            usable[_setup_name(name)] = value
    return usable


def _setup_name(name: str) -> str:
    """The name itself, which another program may have written as no text can be."""
    if not _is_setup(name):
        raise ValueError("not a text that can be written")
    return name


def _setup_value(value: object) -> object:
    if not _is_setup(value):
        raise ValueError("not plain JSON, or too deep")
    return value


def _plain(settings: Settings) -> dict[str, object]:
    """As it is in the file. ValueError for a ``last_setup`` that could not be read back."""
    if not _is_setup(dict(settings.last_setup)):
        raise ValueError("last_setup is not plain JSON, or too deep")
    wished = {} if settings.wishes is None else settings.wishes._asdict()
    values = ((name, getattr(settings, name)) for name in _READERS)
    plain = {name: value for name, value in values if name not in wished or value != wished[name]}
    plain["keys"] = dict(settings.keys)
    if settings.window is not None:
        plain["window"] = list(settings.window)
    return plain | {"last_setup": dict(settings.last_setup)}


def _write(folder: Path, plain: Mapping[str, object]) -> None:
    data = _text(plain, indent=1)
    if len(data) > MOST_BYTES:
        data = _text(plain, separators=(",", ":"))  # what was read close together fits only so
    if len(data) > MOST_BYTES:
        raise ValueError(f"the settings are {len(data)} bytes, at most {MOST_BYTES} fit")
    make_private_folder(folder)
    write_whole(folder / FILE_NAME, data)


def _text(plain: Mapping[str, object], **form: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, **form).encode() + b"\n"


def words_kept(settings: Settings) -> set[str]:
    """Every text in the choices of last time: names, a title, what else someone typed."""
    return {text for text in _texts(settings.last_setup) if text.strip()}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def without_last_setup(settings: Settings) -> Settings:
    """The same settings without the choices of last time, in which there are names and a title."""
    return replace(settings, last_setup={})


def damaged_settings(folder: Path) -> list[Path]:
    """Settings files that were set aside; there may be names in them."""
    return sorted(folder.glob("instellingen-beschadigd-*.json"))


def _bytes(path: Path) -> bytes:
    data = read_plain(path, MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise ValueError("too large")
    return data


def _parsed(data: bytes) -> dict[str, object]:
    """ValueError for anything but a JSON object in UTF-8."""
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _no_number(text: str) -> object:
    raise ValueError(f"{text} is not a number")


def _set_aside(path: Path, day: str) -> str:
    try:
        aside = set_aside(path, "beschadigd", day)
    except OSError:
        return tr("Het bestand {path} is beschadigd. Alle instellingen staan op hun beginwaarde.").format(
            path=path
        )
    return tr(
        "Het bestand {name} is beschadigd en heet nu {new}, in de map {folder}. Alle "
        "instellingen staan op hun beginwaarde."
    ).format(name=path.name, new=aside.name, folder=path.parent)


def _understood(found: Mapping[str, object], usual: Settings) -> tuple[Settings, str | None]:
    good: dict[str, object] = {}
    bad: list[str] = []
    for name, read in _READERS.items():
        if name in found:
            try:
                good[name] = read(found[name])
            except ValueError:
                bad.append(
                    tr("{name} (verwacht {expected})").format(
                        name=_NAMES[name], expected=_EXPECTED.get(name, _ON_OR_OFF)
                    )
                )
    notice = (
        tr("Deze instellingen waren onleesbaar en staan weer op hun beginwaarde: ") + "; ".join(bad) + "."
    )
    return _settings(good, usual), notice if bad else None


def _settings(values: Mapping[str, object], usual: Settings) -> Settings:
    return replace(usual, **values)  # type: ignore[arg-type]  # each value came from its reader


# -- readers: the value, or ValueError


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not true or false")
    return value


def _one_of(allowed: Container[int]) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not _is_whole(value) or value not in allowed:
            raise ValueError("not one of the numbers there are")
        return int(str(value))

    return read


def _favourites(value: object) -> tuple[str, ...]:
    """With too many, the last of them."""
    if not isinstance(value, list) or not all(isinstance(one, str) and _is_setup(one) for one in value):
        raise ValueError("not a list of texts")
    return tuple(one for one in value if len(one) <= LONGEST_FAVOURITE)[-MOST_FAVOURITES:]


def _keys(value: object) -> Mapping[str, str]:
    """Which keys there are is for the screens to say; what they do not know does nothing."""
    if not isinstance(value, dict) or not _is_setup(value) or len(value) > MOST_KEYS:
        raise ValueError("not an object with keys")
    if not all(isinstance(one, str) and len(one) <= LONGEST_KEY for one in (*value, *value.values())):
        raise ValueError("not the names of keys")
    return value


def _theme(value: object) -> Theme:
    return Theme(str(value))  # ValueError for anything else


def _window(value: object) -> tuple[int, int, int, int] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4 or not all(map(_is_whole, value)):
        raise ValueError("not four whole numbers")
    left, top, width, height = value
    if max(map(abs, value)) > FARTHEST_PX or min(width, height) < 1:
        raise ValueError("not a place on a screen")
    return left, top, width, height


def _setup(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not _is_setup(value):
        raise ValueError("not a setup")
    return value


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_setup(value: object, deepest: int = DEEPEST) -> bool:
    """Plain JSON that can be written as UTF-8, not too deep."""
    if isinstance(value, str):
        return not any("\ud800" <= char <= "\udfff" for char in value)
    if isinstance(value, float):
        return isfinite(value)  # "1e999" is read as a number that no JSON can hold
    if value is None or isinstance(value, int):
        return True
    if deepest == 0:
        return False
    if isinstance(value, dict):
        parts = (*value, *value.values())
        return all(isinstance(key, str) for key in value) and all(
            _is_setup(one, deepest - 1) for one in parts
        )
    return isinstance(value, list | tuple) and all(_is_setup(one, deepest - 1) for one in value)


_READERS: Mapping[str, Callable[[object], object]] = {
    "text_size": _one_of(TEXT_SIZES),
    "theme": _theme,
    "reduced_motion": _switch,
    "sound": _switch,
    "full_screen": _switch,
    "letter_keys": _switch,
    "keep_notes": _switch,
    "window": _window,
    "directing": _switch,
    "distance": _one_of(DISTANCES),
    "months_kept": _one_of(MONTHS_KEPT),
    "old_may_go": _switch,
    "favourites": _favourites,
    "spacing": _one_of(SPACINGS),
    "keys": _keys,
    "last_setup": _setup,
}
