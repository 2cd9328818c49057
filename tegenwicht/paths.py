"""Where things are: what comes with the program, and the user's own folder. No work at import."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def assets() -> Path:
    """The folder with fonts, icons and sounds."""
    return _shipped("assets")


def decks() -> Path:
    """The folder with the decks that come with the program."""
    return _shipped("decks")


def data_folder() -> Path:
    """The user's folder for sessions and settings, as the system has it; it need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("tegenwicht", appauthor=False)


def documents_folder() -> Path:
    """The user's folder for documents, where reports go unless asked otherwise; it may be missing."""
    from platformdirs import user_documents_path

    return user_documents_path()


def own_decks(data: Path) -> Path:
    """The folder for the user's own decks, in the data folder ``data``; it need not exist yet."""
    return data / "kaartsets"


def _shipped(name: str) -> Path:
    """In a wheel inside the package; in a checkout at the top, beside the package."""
    inside = _PACKAGE / name
    return inside if os.path.isdir(inside) else _PACKAGE.parent / name
