"""What a session of Triple feedback leaves behind: the answers of every date, and what was weighed."""

from collections.abc import Iterator

from tegenwicht.game import feedback
from tegenwicht.game.account import Block, CardEntry, Facts, Heading, Paragraph, Quote, Table
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.screens.feedback.words import numbered, questions_from, side_name
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.words import day_shown


def account(session: Session, person_free: bool) -> tuple[Block, ...]:
    """The blocks of this mode; see ``screens.shell.modes``."""
    play = feedback.feedback(session)
    return (
        *_consideration(play, person_free),
        *(() if person_free else _answers(play)),
        *_factors(session, play),
    )


def subject(session: Session) -> Paragraph:
    """What it is about by now, as ``account`` says it."""
    return _about(feedback.feedback(session))


def _about(play: feedback.Feedback) -> Paragraph:
    return Paragraph(play.subject)


def dates(play: feedback.Feedback) -> tuple[str, ...]:
    """A name for each walk: its date, with a number behind it where a date comes more than once."""
    days = [day_shown(walk.day) for walk in play.walks]
    return tuple(
        day if days.count(day) == 1 else f"{day} ({days[: at + 1].count(day)})" for at, day in enumerate(days)
    )


def _consideration(play: feedback.Feedback, person_free: bool) -> Iterator[Block]:
    yield Heading(tr("De afweging"))
    if play.subject and not person_free:
        yield _about(play)
    if not play.walks:
        yield Paragraph(tr("De vragen zijn nog niet beantwoord."))
        return
    times = several("{n} keer", "{n} keer", len(play.walks))
    yield Facts(((tr("Beantwoord"), f"{times}: {', '.join(dates(play))}"),))


def _answers(play: feedback.Feedback) -> Iterator[Block]:
    if not play.walks:
        return
    yield Heading(tr("De vier vragen"))
    yield Paragraph(questions_from(), quiet=True)
    for number in feedback.QUESTIONS:
        yield Heading(numbered(number), 2)
        for walk, day in zip(play.walks, dates(play), strict=True):
            yield Quote(walk.answers[number] or nothing_written(), day)


def nothing_written() -> str:
    """In the place of an answer that there is not."""
    return tr("Niets opgeschreven.")


def _factors(session: Session, play: feedback.Feedback) -> Iterator[Block]:
    """What was weighed and what not: the clusters as a table by date, and the cards."""
    if not any(walk.clusters or walk.cards for walk in play.walks):
        return
    yield Heading(tr("Wat weegt mee, en wat niet?"))
    yield Paragraph(tr("Wel: weegt mee. Niet: weegt niet mee. Een streepje: niet genoemd."), quiet=True)
    rows = tuple((cluster_name(one), *(_side(walk, one) for walk in play.walks)) for one in CLUSTERS)
    yield Table(tr("De clusters per keer"), (tr("Cluster"), *dates(play)), rows, CLUSTERS)
    said: dict[int, dict[str, list[str]]] = {}
    for walk, day in zip(play.walks, dates(play), strict=True):
        for number, side in walk.cards:
            said.setdefault(number, {}).setdefault(side_name(side), []).append(day)
    for number, sides in said.items():
        card = session.cards[number]
        about = " · ".join(f"{side}: {', '.join(days)}" for side, days in sides.items())
        yield CardEntry(number, card.title, card.family, about, card.question)


def _side(walk: feedback.Walk, cluster: Cluster) -> str:
    side = dict(walk.clusters).get(cluster)
    if side is None:
        return "–"
    return tr("wel") if side is feedback.Side.WEIGHED else tr("niet")
