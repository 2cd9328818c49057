"""What came of bringing sessions out of a damaged journal, and the Dutch sentences about it."""

from dataclasses import dataclass, field

from tegenwicht.i18n import called, several, tr
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
        return tr("De sessies eruit terughalen lukte nog niet ({why}). Bewaar dat bestand.").format(why=why)
    said = []
    if rescued.whole:
        said.append(tr("Teruggehaald en compleet: {sessions}.").format(sessions=_sessions(rescued.whole)))
    if rescued.from_backup:
        said.append(
            tr("Daarvan uit de laatste reservekopie: {from_backup}.").format(from_backup=rescued.from_backup)
        )
    if rescued.partly:
        named = [f"{called(title)} ({_steps(there, were)})" for title, there, were in rescued.partly]
        said.append(tr("Niet helemaal: {named}.").format(named=_named(named)))
    if rescued.lost:
        said.append(
            tr("Niet te redden: {named}.").format(named=_named([called(title) for title in rescued.lost]))
        )
    if not said:
        said.append(tr("Er waren geen sessies in te lezen."))
    if rescued.unsure:
        said.append(tr("Of er nog iets anders in stond, is niet te zien; bewaar het bestand."))
    return " ".join(said)


def taken_back_notice(count: int) -> str:
    """What is told when sessions of a journal that an older version had set aside are in the list again."""
    return tr(
        "Een oudere versie van Tegenwicht had je sessies opzijgezet. Ze staan weer in de lijst: {sessions}."
    ).format(sessions=_sessions(count))


def _sessions(count: int) -> str:
    return several("{n} sessie", "{n} sessies", count)


def _steps(there: int, were: int) -> str:
    return tr("{n} van {m} stappen").format(n=there, m=were) if were else tr("{n} stappen").format(n=there)


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    rest = tr(" en nog {more} andere").format(more=more) if more > 0 else ""
    return ", ".join(names[:MOST_NAMED]) + rest
