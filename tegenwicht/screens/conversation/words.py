"""The Dutch of Gewogen in gesprek: what undo takes back, what is said aloud, the account."""

from collections.abc import Iterator

from tegenwicht.game import account as game_account
from tegenwicht.game import conversation, events
from tegenwicht.game.cards import Cluster
from tegenwicht.game.conversation import Noted, Roles, Talk
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts import words
from tegenwicht.screens.parts.account.tally_blocks import scale_blocks
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.peel.path_words import (
    path_announcement,
    path_blocks,
    path_undo_name,
    step_aloud,
)
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.modes import About, Part


def about() -> About:
    """In pairs, each telling once."""
    return About(
        tr("Gewogen in gesprek"),
        tr(
            "In tweetallen: de een vertelt over een gesprek, de ander noteert de afwegingen. Samen pel je er een af."
        ),
        "people",
        frozenset(
            {Part.DECK, Part.PEOPLE, Part.TALKING, Part.SHUFFLE, Part.MOMENT, Part.CLUSTERS, Part.HAND}
        ),
        people=2,
    )


def talk_number(session: Session) -> int:
    """Which talk is going on, or comes next; from 1."""
    return len(conversation.conversation(session).talks) + 1


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"."""
    names: dict[type[events.Event], str] = {
        conversation.TalkBegun: tr("gesprek beginnen"),
        conversation.ConsiderationNoted: tr("noteren"),
        conversation.NoteTakenBack: tr("weghalen"),
        conversation.TellingFinished: tr("klaar met vertellen"),
        conversation.ConsiderationChosen: tr("kiezen"),
        conversation.TalkFinished: tr("gesprek klaar"),
    }
    return names.get(type(event)) or path_undo_name(event) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event; empty when the changed control says it itself."""
    match event:
        case conversation.TalkBegun() | conversation.TalkFinished():
            return where(session)
        case conversation.ConsiderationNoted(text, cluster, card):
            return tr("Op tafel: {text}").format(text=spoken(session, Noted(text, cluster, card)))
        case conversation.NoteTakenBack():
            return tr("Weggehaald")
        case conversation.TellingFinished() | conversation.ConsiderationChosen():
            return where(session)
    names = words.names_apart(session)
    return path_announcement(event, session) or words.announcement(event, names)


def words_of(session: Session, one: Noted) -> str:
    """A noted consideration with its card or cluster."""
    if one.card:
        title = f"{one.card}. {session.cards[one.card].title}"
        return f"{one.text} ({title})" if one.text else title
    return one.text


def spoken(session: Session, one: Noted) -> str:
    """A noted consideration in one sentence."""
    cluster, parts = cluster_of(session, one), [one.text]
    if one.card:
        parts.append(
            tr("kaart {number}: {title}").format(number=one.card, title=session.cards[one.card].title)
        )
    return ", ".join(part for part in (*parts, cluster_name(cluster) if cluster else "") if part)


def written(session: Session, one: Noted) -> str:
    """The same in an account: what belongs to it stands in brackets behind it."""
    cluster = cluster_of(session, one)
    name = cluster_name(cluster) if cluster else ""
    if not one.card:
        return f"{one.text} ({name})" if name else one.text
    card = tr("kaart {number}, {title}").format(number=one.card, title=session.cards[one.card].title)
    return f"{one.text} ({card}; {name})" if one.text else f"{card[:1].upper()}{card[1:]} ({name})"


def cluster_of(session: Session, one: Noted) -> Cluster | None:
    """Of its card, or as it was chosen."""
    return session.cards[one.card].cluster if one.card else one.cluster


def where(session: Session) -> str:
    """Who does what now, or what there is to do."""
    talk = conversation.conversation(session).talk
    if talk is None:
        roles = conversation.suggested(session)
        if roles is None:
            return tr("Iedereen heeft verteld")
        teller = names_apart(session)[roles.teller]
        return tr("Gesprek {n}. {name} vertelt.").format(n=talk_number(session), name=teller)
    if talk.path is not None:
        return step_aloud(talk.path.at) if talk.path.at else tr("Het hele pad")
    if talk.part is conversation.Part.CHOOSING:
        return tr("Welke afweging bekijken jullie samen?")
    names = [names_apart(session)[one] for one in (talk.roles.teller, talk.roles.noter)]
    return tr("{teller} vertelt, {noter} noteert").format(teller=names[0], noter=names[1])


def listening_tasks() -> tuple[str, ...]:
    """What a listener listens for."""
    return (
        tr("Hoor wat níet gezegd wordt."),
        tr("Zie welk cluster leeg blijft."),
        tr("Hoor waar het kantelde."),
        tr("Tel de keren dat het ook anders had gekund."),
    )


def listeners(session: Session, roles: Roles) -> tuple[tuple[int, str], ...]:
    """(whose number, the task) of everyone who neither tells nor notes; the tasks go round from talk to talk."""
    busy = (roles.teller, roles.noter)
    here = [one.id for one in session.present if one.id not in busy]
    tasks, start = listening_tasks(), talk_number(session) - 1
    return tuple((one, tasks[(start + n) % len(tasks)]) for n, one in enumerate(here))


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    return tr("Terugkijken") if session.phase is not Phase.PLAYING else where(session)


def session_line(session: Session) -> str:
    """One line about where the session is, for lists."""
    talks = several("{n} gesprek", "{n} gesprekken", len(tuple(_talks(session))))
    people = several("{n} deelnemer", "{n} deelnemers", len(session.present))
    return f"{tr('Gewogen in gesprek')} · {talks} · {people}"


def _talks(session: Session) -> Iterator[Talk]:
    play = conversation.conversation(session)
    yield from play.talks
    if play.talk is not None:
        yield play.talk


# -- the account


def account(session: Session, person_free: bool) -> tuple[game_account.Block, ...]:
    """Every talk with what was noted and the path that was walked; and what came up."""
    counted = tr(
        "Een cluster telt in elk gesprek één keer als kaart, en één keer als het bij een regel is genoemd."
    )
    return (
        *scale_blocks(conversation.tally_of(session).total, counted),
        game_account.NewPage(),
        *(
            block
            for n, talk in enumerate(_talks(session), 1)
            for block in _talk(session, n, talk, person_free)
        ),
    )


def _talk(session: Session, number: int, talk: Talk, person_free: bool) -> Iterator[game_account.Block]:
    yield game_account.Heading(tr("Gesprek {n}").format(n=number))
    if not person_free:
        yield game_account.Facts(tuple(_roles(session, talk)))
    noted = several("{n} afweging opgeschreven", "{n} afwegingen opgeschreven", len(talk.noted))
    yield game_account.Paragraph(noted)
    if talk.noted and not person_free:
        yield game_account.Items(tuple(written(session, one) for one in talk.noted))
    if talk.path is not None:
        yield from path_blocks(session, talk.path, person_free)


def _roles(session: Session, talk: Talk) -> Iterator[tuple[str, str]]:
    roles = talk.roles
    for what, number in ((tr("Vertelde"), roles.teller), (tr("Noteerde"), roles.noter),
                         (tr("Keek mee"), roles.observer)):  # fmt: skip
        if number:
            yield what, names_apart(session)[number]
