"""Which files in a folder are decks, by their names alone. Imported at the start, so it loads nothing."""

import os
from pathlib import Path

YAML = (".yaml", ".yml")


def deck_files(folder: Path) -> list[Path]:
    """The files named as decks, readable or not; none when there is no such folder or nobody may look in it."""
    return [path for path in files_in(folder) if is_deck(path)]


def is_deck(path: Path) -> bool:
    """Whether it is named as a deck; a name with a dot before it is of something that is being written."""
    return path.suffix in YAML and not path.name.startswith(".")


def files_in(folder: Path) -> list[Path]:
    """What is in a folder beside folders. One that nobody may look at is there too: opening it tells why."""
    try:
        found = os.listdir(folder)
    except OSError:
        return []
    return [folder / name for name in found if not os.path.isdir(folder / name)]
