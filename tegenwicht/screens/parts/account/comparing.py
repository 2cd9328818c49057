"""Groups beside each other: what each leaves behind in numbers, and the blocks that show and report it.

There is nothing in it that anyone wrote, but for the names of groups and the titles of cards.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from tegenwicht.game.account import Account, Block, CardEntry, Heading, Items, Paragraph, Scale, Table
from tegenwicht.game.cards import CLUSTERS, FACTORS_IN_THE_STUDY, Card, Cluster
from tegenwicht.game.modes import mode_named
from tegenwicht.game.state import Session
from tegenwicht.game.stones import STONES, Heaps, stones_of
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts, hangs_on_one_side
from tegenwicht.i18n import tr
from tegenwicht.screens.parts.account.accounts import dutch_date
from tegenwicht.screens.parts.account.tally_blocks import in_all, side_picture
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.modes import screens_of

MOST_GROUPS, LONGEST_HEAD, MOST_AS_COLUMNS = 8, 18, 3
CHOSEN, CHOOSING, NAMED = Entry("compare:chosen"), Entry("compare:choosing"), Entry("compare:named")
"""Form entries: the ids that were chosen; whether one is choosing; whether the groups' names are shown."""

Hands = tuple[int, int, int, int]
CardKey = tuple[str, str]
"""(the deck's id, the card's)."""


class Group(NamedTuple):
    """One session in numbers. weights: of each card that was weighed, how many gave 1, 2, 3 and 4.

    begin, end: how its ten stones lay, in the order of ``CLUSTERS``; None where they were not laid. dealt: the clusters
    that its deck has cards of.
    """

    title: str
    mode: str
    rounds: int
    people: int
    counts: Counts
    weights: Mapping[CardKey, tuple[Card, Hands]]
    begin: Heaps | None = None
    end: Heaps | None = None
    dealt: tuple[Cluster, ...] = CLUSTERS


class Comparison(NamedTuple):
    """Groups in the order in which they were chosen. problems: Dutch, of those that could not be read."""

    ids: tuple[str, ...]
    groups: tuple[Group, ...]
    problems: tuple[str, ...] = ()


def group_of(session: Session) -> Group:
    """What the session leaves behind in numbers; the tally is the one of its closing screen."""
    tally, stones = mode_named(session.setup.mode).tally_of(session), stones_of(session)
    return Group(
        session.setup.title, session.setup.mode, len(tally.rounds), len(session.participants),
        tally.total, dict(_weights(session)),
        _settled(stones.begin if stones else None), _settled(stones.end if stones else None),
        tuple(one for one in CLUSTERS if session.deck.of(one)),
    )  # fmt: skip


def _settled(heaps: Heaps | None) -> Heaps | None:
    """How ten stones lay; None while some are still to be laid."""
    return heaps if heaps and sum(heaps) == STONES else None


def _weights(session: Session) -> Iterator[tuple[CardKey, tuple[Card, Hands]]]:
    """From what the mode itself says of weights, or else from the cards in its account."""
    own: Callable[[Session], Mapping[int, Hands]] | None
    own = getattr(screens_of(session.setup.mode), "weights", None)
    found = own(session) if own is not None else _in_account(session)
    for number, hands in found.items():
        card = session.cards[number]
        yield (session.deck.id, card.id), (card, hands)


def _in_account(session: Session) -> dict[int, Hands]:
    """Hands that a card got more than once are counted together."""
    found: dict[int, Hands] = {}
    for block in screens_of(session.setup.mode).account(session, True):
        if isinstance(block, CardEntry) and block.weights:
            one, two, three, four = found.get(block.number, (0, 0, 0, 0))
            a, b, c, d = block.weights
            found[block.number] = (one + a, two + b, three + c, four + d)
    return found


# -- names


def plain_names(groups: Sequence[Group]) -> tuple[str, ...]:
    """ "Groep 1" and so on."""
    return tuple(tr("Groep {n}").format(n=number) for number, _ in enumerate(groups, 1))


def full_names(groups: Sequence[Group]) -> tuple[str, ...]:
    """What the groups are called, with their number where that leaves doubt."""
    titles = [group.title for group in groups]
    return tuple(
        title if titles.count(title) == 1 else f"{title} ({number})"
        for title, number in zip(
            (one or tr("zonder naam") for one in titles), plain_names(groups), strict=True
        )
    )


def column_names(groups: Sequence[Group], named: bool) -> tuple[str, ...]:
    """The names over the columns: those of the groups only where they are all short."""
    names = full_names(groups)
    return names if named and max(map(len, names)) <= LONGEST_HEAD else plain_names(groups)


# -- the blocks


def comparison_blocks(groups: Sequence[Group], named: bool, apart: bool = True) -> Iterator[Block]:
    """Who, which clusters came up, which stayed away, and the cards that more than one group weighed.

    apart: with cards and mentions each in a table, where no picture says those numbers already.
    """
    heads = column_names(groups, named)
    yield Heading(tr("De groepen"))
    if named and heads != full_names(groups):
        pairs = zip(heads, groups, strict=True)
        yield Items(tuple(f"{head}: {one.title or tr('zonder naam')}" for head, one in pairs))
    yield _groups(groups, heads)
    yield from _stones(groups, heads)
    if any(one.counts != Counts() for one in groups) or not any(one.begin for one in groups):
        yield from _came_up(groups, heads, apart)
        yield from _blind_spots(groups, full_names(groups) if named else heads)
    yield from _weighed(groups, heads)


def _groups(groups: Sequence[Group], heads: Sequence[str]) -> Table:
    """A group in each column, or in each row where there are many."""
    lines: list[tuple[str | int, ...]] = [
        (tr("Groep"), tr("Spel"), tr("Deelnemers"), tr("Rondes"), tr("Kaarten"), tr("Genoemd")),
    ]
    for head, one in zip(heads, groups, strict=True):
        cards, mentions = sum(one.counts.cards), sum(one.counts.mentions)
        lines.append((head, screens_of(one.mode).about().name, one.people, one.rounds, cards, mentions))
    if len(groups) <= MOST_AS_COLUMNS:
        lines = list(zip(*lines, strict=True))
    return Table(tr("Hoe groot was elke sessie?"), tuple(map(str, lines[0])), tuple(lines[1:]))


def _stones(groups: Sequence[Group], names: Sequence[str]) -> Iterator[Block]:
    """How the ten stones of each group lay and lie; nothing where no group laid them."""
    if not any(one.begin or one.end for one in groups):
        return
    yield Heading(tr("Tien stenen"))
    rows = tuple((cluster_name(c), *(_lay(one, n) for one in groups)) for n, c in enumerate(CLUSTERS))
    moved = (tr("Verhuisd"), *map(_moved, groups))
    head = (tr("Cluster"), *names)
    yield Table(tr("Begin en eind, per groep"), head, (*rows, moved), (*CLUSTERS, None))
    yield Paragraph(tr("Geen norm. Blijven liggen mag ook."), quiet=True)


def _lay(group: Group, at: int) -> str:
    """ "3, toen 4": at the begin and at the end; one number where it was laid once, a dash where it was not."""
    shown = [str(heaps[at]) for heaps in (group.begin, group.end) if heaps]
    return (
        tr("{begin}, toen {end}").format(begin=shown[0], end=shown[1]) if shown[1:] else (shown or ["–"])[0]
    )


def _moved(group: Group) -> str:
    if not group.begin or not group.end:
        return "–"
    return str(sum(max(0, after - before) for before, after in zip(group.begin, group.end, strict=True)))


def _came_up(groups: Sequence[Group], names: Sequence[str], apart: bool) -> Iterator[Block]:
    yield Heading(tr("Wat kwam er langs?"))
    yield Paragraph(
        tr("Een groep met meer beurten heeft hogere getallen. Kijk dus naar wat opvalt binnen een groep."),
        quiet=True,
    )
    yield _by_group(tr("Kaarten en genoemd samen, per groep"), groups, names, Counts.came_up)
    if apart:
        yield _by_group(tr("Alleen kaarten, per groep"), groups, names, Counts.by_card)
        yield _by_group(tr("Alleen genoemd, per groep"), groups, names, Counts.by_mention)
    yield in_all(tr("Alle groepen samen"), sum((one.counts for one in groups), Counts()))


def _by_group(
    caption: str, groups: Sequence[Group], names: Sequence[str], count: Callable[[Counts, Cluster], int]
) -> Table:
    def row(cluster: Cluster) -> tuple[str | int, ...]:
        return (cluster_name(cluster), *(count(one.counts, cluster) for one in groups))

    return Table(caption, (tr("Cluster"), *names), tuple(map(row, CLUSTERS)), CLUSTERS)


def _blind_spots(groups: Sequence[Group], names: Sequence[str]) -> Iterator[Block]:
    """What stayed away; of a group in which nothing could come up, such as one that weighed, that is not said."""
    yield Heading(tr("Wat bleef weg"))
    counted = [one.counts for one in groups if one.counts != Counts()]
    everywhere = [c for c in CLUSTERS if not any(one.came_up(c) for one in counted)]
    if counted and everywhere:
        yield Paragraph(tr("Kwam bij geen enkele groep langs: {names}.").format(names=_listed(everywhere)))
    yield Items(tuple(f"{name}: {_stayed_away(one.counts)}" for name, one in zip(names, groups, strict=True)))


def _stayed_away(counts: Counts) -> str:
    if counts == Counts():
        return tr("geen kaart besproken, en niets genoemd")
    away = counts.stayed_away
    if not away:
        return tr("alles kwam langs")
    said = tr("{names} kwam niet langs") if len(away) == 1 else tr("{names} kwamen niet langs")
    return said.format(names=_listed(away))


def _listed(clusters: Sequence[Cluster]) -> str:
    return ", ".join(map(cluster_name, clusters))


# -- weights


def _weighed(groups: Sequence[Group], names: Sequence[str]) -> Iterator[Block]:
    cards = shared_cards(groups)
    yield Heading(tr("Gewogen door meer dan één groep"))
    if not cards:
        yield Paragraph(tr("Geen kaart is door meer dan één groep gewogen."))
        return
    yield Paragraph(
        tr("Het gemiddelde gewicht, van 1 (geen invloed) tot 4 (veel invloed). Tussen haakjes het laagste en "
           "het hoogste gewicht dat iemand gaf."), quiet=True,
    )  # fmt: skip
    rows = tuple(
        (f"{card.number}. {card.title}", *(weight_shown(one, key) for one in groups), _place(card))
        for key, card in cards
    )
    head = (tr("Kaart"), *names, tr("Onderzoek, geen norm"))
    yield Table(tr("Gewichten naast elkaar"), head, rows, tuple(card.cluster for _, card in cards))
    yield Paragraph(
        tr("Onderzoek: de plaats van {all}; 1 had de meeste invloed. Een plaats is een gemiddelde van toen, "
           "geen norm.").format(all=FACTORS_IN_THE_STUDY), quiet=True,
    )  # fmt: skip


def shared_cards(groups: Sequence[Group]) -> list[tuple[CardKey, Card]]:
    """The cards that at least two groups weighed, in the order of their numbers."""
    found: dict[CardKey, list[Card]] = {}
    for one in groups:
        for key, (card, _) in one.weights.items():
            found.setdefault(key, []).append(card)
    shared = [(key, cards[0]) for key, cards in found.items() if len(cards) > 1]
    return sorted(shared, key=lambda pair: (pair[1].number, pair[0]))


def weight_shown(group: Group, key: CardKey) -> str:
    """ "3,2 (1–4)", or a dash where the group did not weigh it."""
    if key not in group.weights:
        return "–"
    _, hands = group.weights[key]
    given = [weight for weight, count in enumerate(hands, 1) if count]
    mean = Fraction(sum(weight * count for weight, count in enumerate(hands, 1)), sum(hands))
    tenths = int(mean * 10 + Fraction(1, 2))
    span = f"{given[0]}–{given[-1]}" if len(given) > 1 else f"{given[0]}"
    return f"{tenths // 10},{tenths % 10} ({span})"


def _place(card: Card) -> str:
    return tr("plaats {n}").format(n=card.rank.overall) if card.rank else tr("geen plaats")


# -- the report


def _scales(groups: Sequence[Group], named: bool) -> Iterator[Block]:
    """What lies on the scale of each group, all with bars of one measure; on the screen the scales stand there."""
    if not any(one.counts != Counts() for one in groups):
        return
    yield Heading(tr("De weegschalen"))
    yield Paragraph(tr("Recht is niet het doel. Wat ligt er bij de één, en niet bij de ander?"), quiet=True)
    most = max(1, *(one.counts.came_up(c) for one in groups for c in CLUSTERS))
    fullest = max(side for one in groups for side in one.counts.balance)
    for name, one in zip(full_names(groups) if named else plain_names(groups), groups, strict=True):
        people, frames = one.counts.balance
        words = tr("{name}: Mensen {left}, Kaders {right}").format(name=name, left=people, right=frames)
        picture = side_picture(words, one.counts, (*PEOPLE, *FRAMES), most)
        lean = 0 if hangs_on_one_side(one.dealt) else frames - people
        yield replace(picture, scale=Scale(lean, fullest))


def comparison_account(comparison: Comparison, named: bool, when: datetime) -> Account:
    """The same as an account, for every format of a report. when: today."""
    return Account(
        tr("Groepen naast elkaar"), "", dutch_date(when),
        (*_scales(comparison.groups, named), *comparison_blocks(comparison.groups, named, apart=False)),
        person_free=not named,
    )  # fmt: skip
