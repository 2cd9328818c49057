"""What is so while one tells: what is typed, what lies at which place, what a press does there."""

from tegenwicht.game import conversation
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.conversation import Noted, Talk
from tegenwicht.game.state import Session
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.conversation.words import cluster_of, words_of
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Forget, Open
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

LINE, CLUSTER, FIELD = Entry("talk:line"), Entry("talk:cluster"), "talk:line"
ROWS = (PEOPLE, FRAMES)
BESIDE = "beside"
"""The place of what belongs to no cluster."""


def typed(v: View) -> str:
    """What stands on the slip that is being written."""
    return str(v.model.form(LINE, "")).strip()


def unsaved_line(v: View) -> list[Command]:
    """What keeps the line that was typed and not laid yet: it lies beside the table."""
    return [Do(conversation.Note(typed(v), None)), Forget(LINE)] if typed(v) else []


def laid_at(session: Session, talk: Talk, cluster: Cluster | None) -> list[tuple[int, Noted]]:
    """(number, what was noted) that lies at a place; None for what lies beside the table."""
    return [(n, one) for n, one in enumerate(talk.noted) if cluster_of(session, one) is cluster]


def place_key(cluster: Cluster | None) -> str:
    """Of the node of a place."""
    return f"place:{cluster or BESIDE}"


def place_name(cluster: Cluster | None) -> str:
    """The word on a place."""
    return tr("Ernaast") if cluster is None else cluster_name(cluster)


def pressing(v: View, playing: Playing, talk: Talk, cluster: Cluster | None) -> Command:
    """What pressing a place does: it lays what was written; else it shows what lies there, or says to write first."""
    session: Session = playing.timeline.session
    if typed(v) and conversation.Note in playing.legal:
        return All((Do(conversation.Note(typed(v), cluster)), Forget(LINE), FocusOn(FIELD)))
    if laid_at(session, talk, cluster):
        return Open(Panel.PLACE, ((CLUSTER, str(cluster or BESIDE)),))
    if conversation.Note in playing.legal:
        return All((FocusOn(FIELD), Do(conversation.Note("", cluster))))  # which is refused, in words
    return FocusOn(FIELD)


def finish_line(v: View) -> Command:
    """Enter on the slip: on to the places, or nothing while it is empty."""
    return FocusOn(place_key(PEOPLE[0])) if typed(v) else FocusOn(FIELD)


def place_key_names(cluster: Cluster | None) -> tuple[str, ...]:
    """The key of a place: 1 to 6, 0 for beside the table."""
    return ("0",) if cluster is None else keys.MENTION[CLUSTERS.index(cluster)].names


def told(v: View, session: Session, talk: Talk, cluster: Cluster | None) -> str:
    """What pressing a place would lay there, or else what lies there, for who listens."""
    if words := typed(v):
        return tr("leg hier: {text}").format(text=words)
    return "; ".join(words_of(session, one) for _, one in laid_at(session, talk, cluster))


def what_next(v: View, playing: Playing) -> str:
    """What one does with the slip: write first, then lay it; or that no more fit."""
    if conversation.Note not in playing.legal:
        return tr("Er liggen al {n} strookjes. Kies er straks een uit.").format(n=conversation.MOST_NOTED)
    if typed(v):
        return tr("Klik nu op de plek waar het bij hoort. Of druk op Enter en kies.")
    return tr("Schrijf wat je hoort, en klik dan op een plek op tafel.")


def writes(session: Session, talk: Talk) -> str:
    """Who writes, over the slip."""
    return tr("{name} schrijft: een afweging in één regel").format(
        name=names_apart(session)[talk.roles.noter]
    )
