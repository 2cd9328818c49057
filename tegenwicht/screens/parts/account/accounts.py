"""The account of a whole session: what every mode has around what the session's own mode tells.

Needs no screen, so that the command line can use it too.
"""

from collections.abc import Iterator
from datetime import datetime

from tegenwicht.game.account import Account, Block, Facts, Heading, Items, NewPage, Paragraph
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.events import Participant
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.plain.dates import long_month
from tegenwicht.screens.parts.account.taken_blocks import (
    checkin_blocks,
    harvest_blocks,
    stones_blocks,
    thoughts_blocks,
)
from tegenwicht.screens.parts.names import cluster_name, group_name, moment_name
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.modes import About, Part, screens_of


def account_of(session: Session, when: datetime | None, person_free: bool) -> Account:
    """What the session leaves behind, at any moment of it.

    when: the day it began, here; None when that is not known. person_free: without names and without anything
    that someone wrote, the name of the group too.
    """
    screens = screens_of(session.setup.mode)
    about = screens.about()
    title = "" if person_free else session.setup.title
    front, rest = _on_its_own_page(screens.account(session, person_free))
    stones = tuple(stones_blocks(session))
    named = getattr(screens, "subject", None)
    about_it = Paragraph(session.setup.subject) if named is None else named(session)
    blocks = (
        *harvest_blocks(session, person_free),
        *front,
        *stones,
        *((NewPage(),) if front or stones else ()),
        *(one for one in rest if one != about_it),  # that stands at the top
        *checkin_blocks(session, person_free),
        *thoughts_blocks(session, person_free),
        Heading(tr("Opzet")),
        Facts(tuple(_setup(session, about, person_free))),
        *_sources(session),
    )
    return Account(
        title or tr("Sessie Tegenwicht"),
        about.name,
        dutch_date(when),
        blocks,
        person_free,
        session.deck.language,
        "" if person_free else about_it.text,
    )


def _on_its_own_page(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What a mode puts on the page for the wall, and the rest."""
    at = blocks.index(NewPage()) if NewPage() in blocks else -1
    return blocks[: max(at, 0)], blocks[at + 1 :]


def dutch_date(when: datetime | None) -> str:
    """ "21 november 2026"; empty for None."""
    return "" if when is None else f"{when.day} {long_month(when.month)} {when.year}"


# -- the setup


def _setup(session: Session, about: About, person_free: bool) -> Iterator[tuple[str, str]]:
    setup = session.setup
    if session.phase is Phase.PLAYING:
        yield tr("Stand"), tr("De sessie is nog bezig.")
    if Part.DECK in about.parts:
        yield tr("Kaartset"), session.deck.title
    yield tr("Deelnemers"), _people(session, person_free)
    if setup.moment:
        yield tr("Moment in de klantreis"), moment_name(setup.moment)
    for choice in about.choices:
        chosen = setup.option(choice.name)
        yield from ((choice.label, word) for value, word, _ in choice.values if value == chosen)
    yield from _cards(session, about)
    yield from _times(session, about)


def _cards(session: Session, about: About) -> Iterator[tuple[str, str]]:
    setup = session.setup
    if Part.ROUNDS in about.parts:
        yield tr("Rondes"), tr("{n} gepland").format(n=setup.rounds) if setup.rounds else tr("open")
    if Part.CARDS_PER_ROUND in about.parts and len(setup.participants) == 1:
        yield tr("Kaarten per ronde"), str(setup.cards_per_round)
    if Part.CLUSTERS in about.parts and set(setup.clusters) != set(CLUSTERS):
        yield tr("Clusters"), ", ".join(cluster_name(one) for one in CLUSTERS if one in setup.clusters)
    if Part.DRAWING in about.parts:
        yield tr("Trekken"), _drawing(setup.drawing)
    if Part.SHUFFLE in about.parts:
        yield tr("Schudnummer"), str(setup.shuffle_number)


def _drawing(drawing: Drawing) -> str:
    return {
        Drawing.OPEN: tr("Kiezen of loten"),
        Drawing.SHUFFLED: tr("Eén gemengde stapel"),
        Drawing.PILE: tr("Per stapel kiezen"),
        Drawing.COUNTERWEIGHT: tr("Lichtste cluster eerst"),
    }[drawing]


def _times(session: Session, about: About) -> Iterator[tuple[str, str]]:
    times = (
        (Part.THINKING, tr("Denktijd"), session.thinking_seconds),
        (Part.TALKING, tr("Gesprekstijd"), session.talking_seconds),
    )
    for part, name, seconds in times:
        if part in about.parts:
            yield name, _time(seconds) if seconds else tr("uit")


def _time(seconds: int) -> str:
    """ "90 seconden", "5 minuten"."""
    if seconds % 60:
        return several("{n} seconde", "{n} seconden", seconds)
    return several("{n} minuut", "{n} minuten", seconds // 60)


def _people(session: Session, person_free: bool) -> str:
    everyone = session.participants
    if person_free:
        count = several("{n} deelnemer", "{n} deelnemers", len(everyone))
        return count if len(everyone) > 1 else tr("alleen gespeeld")
    names = names_apart(session)
    return ", ".join(_person(one, names[one.id]) for one in everyone)


def _person(one: Participant, name: str) -> str:
    """ "Samira (jobcoach)"."""
    known = [word for word in (group_name(one.group), "" if one.present else tr("eerder weggegaan")) if word]
    return f"{name} ({', '.join(known)})" if known else name


# -- where it comes from


def _sources(session: Session) -> Iterator[Block]:
    yield Heading(tr("Bronnen"))
    yield Paragraph(tr("Een plaats uit het onderzoek is een gemiddelde van toen, geen norm."))
    if session.deck.sources:
        yield Items(session.deck.sources, quiet=True)
