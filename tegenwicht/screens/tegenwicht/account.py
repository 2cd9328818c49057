"""What a Kaartgesprek leaves behind: the scale, what stayed away, every card, and the counts per round."""

from collections.abc import Callable, Iterator

from tegenwicht.game import tegenwicht
from tegenwicht.game.account import Block, CardEntry, Heading, NewPage, Paragraph, Table
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.i18n import tr
from tegenwicht.screens.parts.account.tally_blocks import scale_blocks
from tegenwicht.screens.parts.clusters import first_place_note, rank_words
from tegenwicht.screens.parts.names import cluster_name, source_name
from tegenwicht.screens.parts.words import names_apart

Laid = tuple[int, tegenwicht.Turn, tegenwicht.CardInPlay]
"""(round from 1, turn, card)."""


def account(session: Session, person_free: bool) -> tuple[Block, ...]:
    """The blocks of this mode; see ``screens.shell.modes``."""
    tally = tegenwicht.tally_of(session)
    return (
        *scale_blocks(tally.total),
        NewPage(),
        *_cards(session, person_free),
        *_by_rounds(tally),
        *_guesses(session),
    )


# -- the counts


def _by_rounds(tally: Tally) -> Iterator[Block]:
    """How often by card and by mention in each round; their sums are on the scale."""
    if len(tally.rounds) < 2:
        return
    yield Heading(tr("Per ronde"))
    counting = tr(
        "Een cluster telt één keer voor elke beurt waarin een kaart ervan is besproken, en één keer voor "
        "elke beurt waarin het is genoemd naast de eigen kaart."
    )
    yield Paragraph(counting, quiet=True)
    yield _by_round(tr("Kaarten per ronde"), tally, Counts.by_card)
    yield _by_round(tr("Genoemd per ronde"), tally, Counts.by_mention)


def _by_round(caption: str, tally: Tally, count: Callable[[Counts, Cluster], int]) -> Table:
    rounds = tuple(tr("Ronde {n}").format(n=number) for number, _ in enumerate(tally.rounds, 1))

    def row(one: Cluster) -> tuple[str | int, ...]:
        return (cluster_name(one), *(count(counts, one) for counts in tally.rounds))

    return Table(caption, (tr("Cluster"), *rounds), tuple(map(row, CLUSTERS)), CLUSTERS)


# -- what the group guessed


def _guesses(session: Session) -> Iterator[Block]:
    """What was guessed after each round, and what it was; no right and wrong, no points."""
    rounds = enumerate(tegenwicht.table(session).rounds, 1)
    rows = tuple(_guess_row(number, one.guess, one.counts) for number, one in rounds if one.guess)
    if rows:
        yield Heading(tr("Geraden voor er gekeken werd"))
        head = (tr("Ronde"), tr("Geraden: meest genoemd"), tr("Meest genoemd"), tr("Geraden: niet genoemd"),
                tr("Niet genoemd"))  # fmt: skip
        yield Table(tr("Wat jullie raadden over wat er genoemd werd"), head, rows)


def _guess_row(number: int, guess: tegenwicht.Guess, counts: Counts) -> tuple[str | int, ...]:
    found = tegenwicht.outcome(guess, counts)
    absent = cluster_name(guess.absent) if guess.absent else tr("alles is genoemd")
    never = _listed(found.never) or tr("alles is genoemd")
    return number, cluster_name(guess.most), _listed(found.named_most), absent, never


def _listed(clusters: tuple[Cluster, ...]) -> str:
    return ", ".join(map(cluster_name, clusters))


# -- the cards


def _cards(session: Session, person_free: bool) -> Iterator[Block]:
    yield Heading(tr("De kaarten"))
    entries = [_entry(session, one, person_free) for one in cards_laid(session)]
    yield from entries
    if not entries:
        yield Paragraph(tr("Er is nog geen kaart besproken."))
    aside = [one for one in cards_aside(session) if one.weights or not person_free]
    if aside:
        yield Heading(tr("Opzij gelegd, met notitie of gewicht"), 2)
        yield from (_entry(session, (0, None, one), person_free) for one in aside)
    if any(tr("geen norm") in one.about for one in entries):
        yield Paragraph(first_place_note(), quiet=True)


def cards_laid(session: Session) -> Iterator[Laid]:
    """The cards that were discussed, in order, and at the end those on the table now."""
    yield from tegenwicht.discussed(session)
    turn = tegenwicht.table(session).turn
    if turn is not None:
        yield from ((tegenwicht.round_number(session), turn, card) for card in turn.cards)


def cards_aside(session: Session) -> list[tegenwicht.CardInPlay]:
    """The cards that were put aside with a note or weights on them."""
    play = tegenwicht.table(session)
    return [one for one in (*play.kept, *play.aside) if one.note or one.weights]


def _entry(
    session: Session, laid: tuple[int, tegenwicht.Turn | None, tegenwicht.CardInPlay], person_free: bool
) -> CardEntry:
    number, turn, one = laid
    card = session.cards[one.card]
    about = about_words(session, number, turn, one, person_free)
    if card.rank is not None and about.endswith(rank_words(card)):
        about = tr("{place}, geen norm").format(place=about)
    note = "" if person_free else one.note
    return CardEntry(card.number, card.title, card.family, about, card.question, one.weights, note)


def about_words(
    session: Session,
    number: int,
    turn: tegenwicht.Turn | None,
    one: tegenwicht.CardInPlay,
    person_free: bool = False,
) -> str:
    """Cluster, round, who, where the factor comes from and its published place."""
    card = session.cards[one.card]
    parts = [cluster_name(card.family)]
    if turn is not None:
        parts.append(tr("Ronde {n}").format(n=number))
        if not session.alone and not person_free:
            parts.append(names_apart(session)[turn.participant])
        if not turn.discussed:
            parts.append(tr("nu op tafel"))
    if one.opposite is not None:
        parts.append(tr("Tegenwicht bij kaart {number}").format(number=one.opposite))
    parts.append(source_name(card.source))
    if (
        turn is None or turn.discussed or one.weights
    ):  # seen before weighing, a place becomes the right answer
        parts.append(rank_words(card))
    return " · ".join(part for part in parts if part)
