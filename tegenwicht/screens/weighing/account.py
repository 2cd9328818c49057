"""What a session of Wegen leaves behind: the own order beside the published places, the spread, the talks."""

from collections.abc import Iterator

from tegenwicht.game import weighing
from tegenwicht.game.account import Block, CardEntry, Facts, Heading, NewPage, Paragraph, Table
from tegenwicht.game.cards import Card, Group
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts.clusters import first_place_note, rank_words
from tegenwicht.screens.parts.names import group_name
from tegenwicht.screens.weighing.words import (
    beside,
    difference_heading,
    mean_shown,
    no_place,
    source_line,
    without_published,
)


def account(session: Session, person_free: bool) -> tuple[Block, ...]:
    """The blocks of this mode; see ``screens.shell.modes``. There is nobody's own weight in it: only how many gave which."""
    if is_covered(session):
        return (Heading(tr("De volgorde")), Paragraph(covered_line(session)))
    if not weighing.weighed(session):
        return (Heading(tr("De volgorde")), Paragraph(tr("Er is nog geen factor gewogen.")))
    rest = (*published_blocks(session), *_spread(session), *_talks(session, person_free))
    return (*_order(session), NewPage(), *rest)


def weights(session: Session) -> dict[int, tuple[int, int, int, int]]:
    """By the number of each card, how many gave it 1, 2, 3 and 4, to put groups beside each other."""
    return {} if is_covered(session) else {one.card: one.counts for one in weighing.weighed(session)}


def is_covered(session: Session) -> bool:
    """Whether what was weighed must not be seen (yet): people still weigh, or it is one of them's alone."""
    play = weighing.scales(session)
    going_on = session.phase is Phase.PLAYING and play.stage is weighing.Stage.WEIGHING
    one_of_more = play.covered and len(play.done) == 1 and not session.alone
    return going_on or one_of_more


def covered_line(session: Session) -> str:
    """Why nothing is shown."""
    if session.phase is Phase.PLAYING:
        return tr("Er wordt nog gewogen. Zolang blijven de gewichten afgedekt.")
    return tr("Alleen één van jullie was klaar met wegen. Die gewichten blijven afgedekt.")


def _order(session: Session) -> Iterator[Block]:
    order = weighing.own_order(session)
    alone = not weighing.has_spread(session)
    yield Heading(
        tr("Jouw volgorde naast het onderzoek") if alone else tr("Jullie volgorde naast het onderzoek")
    )
    if weighing.without_published(session):
        yield Paragraph(without_published(), quiet=True)
    most = max(one.number for _, one in order)
    yield Facts((
        (tr("Gewogen door"), several("{n} persoon", "{n} personen", most)),
        (tr("Gewogen factoren"), tr("{n} van {m}").format(n=len(order), m=len(weighing.scales(session).factors))),
    ))  # fmt: skip
    head = (
        tr("Factor"), tr("Jouw plaats") if alone else tr("Jullie plaats"),
        tr("Gewicht") if alone else tr("Gemiddeld gewicht"), tr("Onderzoek: plaats van 41"),
    )  # fmt: skip
    rows = tuple(
        (session.cards[one.card].title, place, mean_shown(one), _overall(session.cards[one.card]))
        for place, one in order
    )
    clusters = tuple(session.cards[one.card].cluster for _, one in order)
    yield Table(tr("Van zwaar naar licht; gelijke gewichten delen een plaats"), head, rows, clusters)
    yield Paragraph(beside(session, alone), quiet=True)
    yield Paragraph(source_line(), quiet=True)


def _overall(card: Card) -> str | int:
    return card.rank.overall if card.rank else no_place()


def published_blocks(session: Session) -> Iterator[Block]:
    """The published places per occupational group, of the factors that have one; nothing for the rest."""
    ranked = [
        (card, card.rank)
        for _, one in weighing.own_order(session)
        if (card := session.cards[one.card]).rank is not None
    ]
    if not ranked:
        return
    groups = weighing.groups_shown(session)
    yield Heading(tr("Het onderzoek per beroepsgroep"), 2)
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (card.title, *map(rank.of, groups)) for card, rank in ranked
    )
    clusters = tuple(card.cluster for card, _ in ranked)
    head = (tr("Factor"), *(str(one) for one in groups))
    yield Table(tr("Plaats van 41 (1 = meeste invloed)"), head, rows, clusters)
    yield Paragraph(legend(groups), quiet=True)


def legend(groups: tuple[Group, ...]) -> str:
    """What the letters of the occupational groups stand for, and that a place is no norm."""
    names = ", ".join(f"{one} {group_name(one)}" for one in groups)
    said = tr("{names}. Een plaats is een gemiddelde van toen, geen norm. {note}")
    return said.format(names=names, note=first_place_note())


def _spread(session: Session) -> Iterator[Block]:
    if not weighing.has_spread(session):
        return
    yield Heading(tr("Hoe verschillend wogen jullie?"))
    ordered = weighing.by_difference(session)
    head = (tr("Factor"), *(tr("Gewicht {n}").format(n=weight) for weight in weighing.WEIGHTS))
    rows = tuple((session.cards[one.card].title, *one.counts) for one in ordered)
    clusters = tuple(session.cards[one.card].cluster for one in ordered)
    caption = tr("Hoeveel mensen gaven welk gewicht; het grootste verschil bovenaan")
    yield Table(caption, head, rows, clusters)


def _talks(session: Session, person_free: bool) -> Iterator[Block]:
    yield Heading(tr("Waar het gesprek over ging"))
    play = weighing.scales(session)
    if not play.talks:
        yield Paragraph(tr("Er is over geen enkele factor apart gepraat."))
    counts = {one.card: one.counts for one in weighing.weighed(session)}
    for one in play.talks:
        card = session.cards[one.card]
        rank = rank_words(card)
        about = [difference_heading(session, one.card) if weighing.has_spread(session) else ""]
        about.append(tr("{place}, geen norm").format(place=rank) if rank else no_place())
        words = " · ".join(part for part in about if part)
        note = "" if person_free else one.note
        yield CardEntry(
            card.number, card.title, card.family, words, card.question, counts.get(one.card), note
        )
