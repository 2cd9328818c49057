"""What came of bringing sessions out of a damaged journal, and the Dutch sentences about it."""

from dataclasses import dataclass, field

from tegenwicht.i18n import called
from tegenwicht.storage.journal.trouble import MOST_NAMED


@dataclass
class Rescued:
    """What came of it. partly: (title, steps there are, steps there were, 0 when nobody knows)."""

    whole: int = 0
    from_backup: int = 0
    partly: list[tuple[str, int, int]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    unsure: bool = False


def rescue_notice(rescued: Rescued | None, why: str = "") -> str:
    """What was got out of a damaged file, what only in part, and what not. None: nothing could be done."""
    if rescued is None:
        return f"De sessies eruit terughalen lukte nog niet ({why}). Bewaar dat bestand."
    said = []
    if rescued.whole:
        said.append(f"Teruggehaald en compleet: {_sessions(rescued.whole)}.")
    if rescued.from_backup:
        said.append(f"Daarvan uit de laatste reservekopie: {rescued.from_backup}.")
    if rescued.partly:
        named = [f"{called(title)} ({_steps(there, were)})" for title, there, were in rescued.partly]
        said.append(f"Niet helemaal: {_named(named)}.")
    if rescued.lost:
        said.append(f"Niet te redden: {_named([called(title) for title in rescued.lost])}.")
    if not said:
        said.append("Er waren geen sessies in te lezen.")
    if rescued.unsure:
        said.append("Of er nog iets anders in stond, is niet te zien; bewaar het bestand.")
    return " ".join(said)


def taken_back_notice(count: int) -> str:
    """What is told when sessions of a journal that an older version had set aside are in the list again."""
    return f"Een oudere versie van Tegenwicht had je sessies opzijgezet. Ze staan weer in de lijst: {_sessions(count)}."


def _sessions(count: int) -> str:
    return "1 sessie" if count == 1 else f"{count} sessies"


def _steps(there: int, were: int) -> str:
    return f"{there} van {were} stappen" if were else f"{there} stappen"


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    rest = f" en nog {more} andere" if more > 0 else ""
    return ", ".join(names[:MOST_NAMED]) + rest
