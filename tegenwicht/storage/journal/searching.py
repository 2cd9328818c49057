"""Words to look for in a text, whatever their case and accents."""

from tegenwicht.game.text import folded


def holds(text: str, search: str) -> bool:
    """Whether every word of ``search`` stands in the text; signs such as % and _ are only themselves.

    >>> holds("Intervisie José, ronde 2", "jose ROND")
    True
    """
    text = folded(text)
    return all(word in text for word in folded(search).split())


def holds_stored(text: object, search: str) -> int:
    """``holds`` for text as SQLite hands it over; never raises, for a damaged file may hold anything."""
    if not isinstance(text, bytes):
        return 0
    return holds(text.decode("utf-8", errors="replace"), search)
