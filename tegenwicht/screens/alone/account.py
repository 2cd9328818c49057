"""What a session alone leaves behind: what came up, the cards with one's own notes, blind spots; the pattern."""

from collections.abc import Iterator

from tegenwicht.game import alone
from tegenwicht.game.account import Bar, Block, CardEntry, Heading, Items, Paragraph, Picture, Quote
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import several, tr
from tegenwicht.screens.alone.words import of_the_day, stayed_away_question, weight_name
from tegenwicht.screens.parts.clusters import first_place_note, rank_words
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.model import Pattern


def account(session: Session, person_free: bool) -> tuple[Block, ...]:
    """The blocks of this mode; see ``screens.shell.modes``."""
    counts = alone.tally_of(session).total
    return (
        Heading(tr("Wat kwam er langs?")),
        picture(tr("Kaarten die je deed, en clusters die je noemde"), counts),
        *_blind_spots(counts),
        *_cards(session, person_free),
    )


def picture(caption: str, counts: Counts) -> Picture:
    """A bar for each cluster: by card and by mark."""
    bars = tuple(
        Bar(cluster_name(one), (counts.by_card(one), counts.by_mention(one)), one) for one in CLUSTERS
    )
    return Picture(caption, (tr("als kaart"), tr("genoemd")), bars)


def _blind_spots(counts: Counts) -> Iterator[Block]:
    yield Heading(tr("Wat bleef weg"))
    if not counts.stayed_away:
        yield Paragraph(tr("Alle zes clusters kwamen langs."))
        return
    shape = tr("{name} kwam niet langs. {question}")
    yield Items(tuple(shape.format(name=cluster_name(one), question=stayed_away_question(one))
                      for one in counts.stayed_away))  # fmt: skip


# -- the cards


def _cards(session: Session, person_free: bool) -> Iterator[Block]:
    play = alone.alone(session)
    yield Heading(tr("Jouw kaarten"))
    laid = (*play.done, play.on_table) if play.on_table else play.done
    if not laid:
        yield Paragraph(tr("Je hebt nog geen kaart neergelegd."))
    for one in laid:
        yield from _card(session, one, person_free)
    kept = [one for one in play.kept if one.weight or (not person_free and (one.note or one.other_note))]
    if kept:
        yield Heading(tr("Terug in de hand, met notitie of gewicht"), 2)
        for one in kept:
            yield from _card(session, one, person_free)
    if any(one.weight and session.cards[one.card].rank for one in (*laid, *kept)):
        yield Paragraph(first_place_note(), quiet=True)


def _card(session: Session, one: alone.CardInPlay, person_free: bool) -> Iterator[Block]:
    card = session.cards[one.card]
    note = "" if person_free else one.note
    yield CardEntry(card.number, card.title, card.family, _about(session, one), card.question, None, note)
    if one.other_note and not person_free:
        yield Quote(one.other_note, tr("Omgedraaid: {question}").format(question=card.other_side))


def _about(session: Session, one: alone.CardInPlay) -> str:
    """The day's card, one's own weight and then only the published place, and what was marked."""
    parts = [tr("kaart van de dag")] if of_the_day(session, one.card) else []
    if one.weight:
        parts.append(tr("jouw gewicht: {weight}").format(weight=weight_name(one.weight)))
        place = rank_words(session.cards[one.card])
        parts += [tr("{place}, geen norm").format(place=place)] if place else []
    if one.mentions:
        marked = ", ".join(map(cluster_name, one.mentions))
        parts.append(tr("genoemd: {clusters}").format(clusters=marked))
    return " · ".join(parts)


# -- over all sessions


def pattern_blocks(pattern: Pattern) -> tuple[Block, ...]:
    """What came up over all sessions of this mode together; nothing when there are none."""
    if not pattern.sessions:
        return ()
    counts: Counts = pattern.counts
    times = several("Dit is je eerste sessie alleen.", "Zo vaak kwam elk cluster langs in je {n} sessies alleen.",
                    pattern.sessions)  # fmt: skip
    never = [cluster_name(one) for one in counts.stayed_away]
    rest = tr("Nog nooit langsgekomen: {clusters}. Iets voor een volgende keer?")
    return (
        Heading(tr("Jouw patroon over je sessies")),
        Paragraph(times),
        picture(tr("Alle sessies samen"), counts),
        *([Paragraph(rest.format(clusters=", ".join(never)))] if never else []),
        Paragraph(tr("Een patroon is geen oordeel. Het laat zien waar je aandacht heen gaat."), quiet=True),
    )
