"""What the rounds around the talk leave behind, as blocks of an account: check-in, harvest, thoughts, ten stones."""

from collections.abc import Iterator

from tegenwicht.game.account import Block, Heading, Items, Paragraph, Table
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.events import Brought, Reviewed
from tegenwicht.game.harvest import taken_by
from tegenwicht.game.state import Session
from tegenwicht.game.stones import Stones, stones_of
from tegenwicht.game.taken import Taken
from tegenwicht.i18n import several, tr
from tegenwicht.plain.dates import long_month, short_month
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.words import names_apart

# -- the harvest

MOST_LARGE = 5
"""So many people fit in large letters on the page for the wall."""


def harvest_blocks(session: Session, person_free: bool) -> Iterator[Block]:
    """What each takes along; without names only which cards stayed, and how often."""
    if person_free:
        lines = tuple(_cards_that_stayed(session))
        if lines:
            yield Heading(harvest_heading(session))
            yield Items(lines)
        return
    rows = tuple(_by_person(session))
    if any(what for (_, what, _, _), _ in rows):
        yield Heading(harvest_heading(session))
        cells, clusters = zip(*rows, strict=True)
        yield _without_empty_columns(cells, clusters)


def _without_empty_columns(cells: tuple[tuple[str, ...], ...], clusters: tuple[Cluster | None, ...]) -> Table:
    """No column for days or cards when nobody has one."""
    head = (tr("Wie"), tr("Wat"), tr("Wanneer"), tr("Kaart die bleef"))
    kept = [n for n in range(len(head)) if any(row[n] for row in cells)]
    rows = tuple(tuple(row[n] for n in kept) for row in cells)
    return Table(tr("Per persoon"), tuple(head[n] for n in kept), rows, clusters, len(rows) <= MOST_LARGE)


def harvest_heading(session: Session) -> str:
    """What the page begins with."""
    return tr("Wat ik meeneem") if session.alone else tr("Wat we meenemen")


def _by_person(session: Session) -> Iterator[tuple[tuple[str, str, str, str], Cluster | None]]:
    """Name, what, when and card of everyone who was heard; and the cluster of the card."""
    points, names = dict(session.learning_points), names_apart(session)
    for one in session.participants:
        taken, point = taken_by(session, one.id), points.get(one.id, "")
        if not was_heard(taken, point):
            continue
        card = session.cards[taken.card] if taken.card is not None else None
        kept = tr("{n}. {title}").format(n=card.number, title=card.title) if card else ""
        cells = (names[one.id], told_words(taken, point), day_and_month(taken.by), kept)
        yield cells, card.cluster if card else None


def was_heard(taken: Taken, point: str = "") -> bool:
    """Whether someone took something along, or passed: who did neither is not on the page for the wall."""
    return bool(point) or taken != Taken(taken.participant)


def told_words(taken: Taken, point: str = "") -> str:
    """What someone takes along and does, or why nothing of it is written. point: a learning point of old."""
    lines = "\n".join(_closed(one) for one in (taken.sentence, taken.intention, point) if one)
    if lines:
        return lines
    if taken.card is not None:
        return tr("zei het hardop")
    return tr("paste") if taken.passed else ""


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _cards_that_stayed(session: Session) -> Iterator[str]:
    kept = [one.card for one in session.harvest if one.card is not None]
    for number in sorted(set(kept)):
        times = several("{n} keer gekozen", "{n} keer gekozen", kept.count(number))
        yield tr("Kaart {n}, {title}: {times}").format(
            n=number, title=session.cards[number].title, times=times
        )


def day_and_month(day: str) -> str:
    """ "8 januari" of "2027-01-08"; empty for an empty one."""
    if not day:
        return ""
    _, month, date = map(int, day.split("-"))
    return f"{date} {long_month(month)}"


def day_short(day: str) -> str:
    """ "8 jan" of "2027-01-08"; empty for an empty one."""
    if not day:
        return ""
    _, month, date = map(int, day.split("-"))
    return f"{date} {short_month(month)}"


# -- the check-in, and thoughts that were laid on the table


def checkin_blocks(session: Session, person_free: bool) -> Iterator[Block]:
    """What was brought from the last session, and how it went; nothing without names, for it is in words."""
    brought = session.setup.brought
    if person_free or not brought:
        return
    rows = tuple(_looked_back(*one) for one in zip(brought, session.reviewed, strict=True))
    yield Heading(tr("Teruggekeken op de vorige keer"))
    yield Table(tr("Van de vorige keer"), (tr("Wat"), tr("Van wie"), tr("Hoe ging het?")), rows)


def _looked_back(one: Brought, how: Reviewed | None) -> tuple[str, str, str]:
    return one.text, one.who, reviewed_word(how)


def reviewed_word(how: Reviewed | None) -> str:
    """ "gedaan", "nog niet", "laten vallen", or that nobody said."""
    words = {
        Reviewed.DONE: tr("gedaan"),
        Reviewed.NOT_YET: tr("nog niet"),
        Reviewed.DROPPED: tr("laten vallen"),
    }
    return words[how] if how else tr("niet besproken")


def thoughts_blocks(session: Session, person_free: bool) -> Iterator[Block]:
    """Parked thoughts that were laid on the table; those that were not stay with who wrote them."""
    laid = tuple(one.text for one in session.parked if one.on_table)
    if laid and not person_free:
        yield Heading(tr("Geparkeerd, en op tafel gekomen"))
        yield Items(laid)


# -- ten stones


def stones_blocks(session: Session) -> Iterator[Block]:
    """Begin and end beside each other, and what moved; nothing for a session without stones."""
    stones = stones_of(session)
    if stones is None or stones.begin is None or (stones.is_laying and stones.end is None):
        return
    yield Heading(tr("Tien stenen"))
    yield from _what_moved(stones)
    yield _side_by_side(stones)


def _what_moved(stones: Stones) -> Iterator[Block]:
    if stones.moved is not None:
        yield Paragraph(moved_words(stones.moved))
        yield Paragraph(tr("Geen norm. Blijven liggen mag ook."), quiet=True)


def moved_words(moved: int) -> str:
    """What moved, by rule."""
    if not moved:
        return tr("Alle tien stenen liggen nog waar ze lagen.")
    if moved == 1:
        return tr("Eén van de tien stenen ligt nu ergens anders.")
    if moved == 10:
        return tr("Alle tien stenen liggen nu ergens anders.")
    numbers = tr("twee drie vier vijf zes zeven acht negen").split()
    return tr("{Number} van de tien stenen liggen nu ergens anders.").format(
        Number=numbers[moved - 2].capitalize()
    )


def _side_by_side(stones: Stones) -> Table:
    begin = stones.begin or ()
    if stones.shift is None or stones.end is None:
        head: tuple[str, ...] = (tr("Cluster"), tr("Begin"))
        rows: tuple[tuple[str | int, ...], ...] = tuple(
            (cluster_name(one), n) for one, n in zip(CLUSTERS, begin, strict=True)
        )
    else:
        head = (tr("Cluster"), tr("Begin"), tr("Eind"), tr("Verschil"))
        columns = zip(CLUSTERS, begin, stones.end, stones.shift, strict=True)
        rows = tuple((cluster_name(one), a, b, f"{n:+d}" if n else "0") for one, a, b, n in columns)
    return Table(tr("Waar de stenen lagen"), head, rows, CLUSTERS)
