"""The Dutch of this mode: what undo takes back, what a screen reader says, what moves. All to one person."""

from tegenwicht.game import alone, events
from tegenwicht.game.cards import Cluster
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts import words
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.shell.modes import About, Part


def about() -> About:
    """A card of the day and a hand of six."""
    return About(
        tr("Alleen"),
        tr("Een kaart van de dag en een hand van zes. Pak er een, denk, schrijf een regel en leg hem terug."),
        "individual",
        frozenset({Part.DECK, Part.CLUSTERS, Part.HAND}),
        people=1,
    )


def weight_name(weight: int) -> str:
    """A weight, 1 to 4, with the words that the survey's scale has for its ends."""
    ends = {1: tr("geen invloed"), 4: tr("veel invloed")}
    return f"{weight} – {ends[weight]}" if weight in ends else str(weight)


def of_the_day(session: Session, number: int) -> bool:
    """Whether that is the card of the day."""
    return number == alone.card_of_the_day(session)


# -- what happened


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"."""
    match event:
        case alone.ClusterMentioned(cluster):
            return tr("{cluster} genoemd").format(cluster=cluster_name(cluster))
        case alone.MentionTakenBack(cluster):
            return tr("{cluster} weggehaald").format(cluster=cluster_name(cluster))
    names: dict[type[events.Event], str] = {
        alone.CardChosen: tr("kaart kiezen"),
        alone.CardPutBack: tr("terug naar je hand"),
        alone.HandDealt: tr("andere hand"),
        alone.CardLookedUp: tr("kaart openen"),
        alone.PairNoted: tr("regel"),
        alone.CardWeighed: tr("wegen"),
        alone.NoteWritten: tr("regel"),
        alone.CardTurned: tr("omdraaien"),
        alone.CardLaidDown: tr("terugleggen"),
    }
    return names.get(type(event)) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event; empty when the changed control says it itself."""
    match event:
        case alone.CardChosen() | alone.CardTurned() | alone.CardLookedUp():
            return where(session)
        case alone.CardLaidDown() | alone.CardPutBack() | alone.HandDealt():
            return hand_line(session)
        case alone.ClusterMentioned(cluster):
            return tr("{cluster} genoemd").format(cluster=cluster_name(cluster))
        case alone.MentionTakenBack(cluster):
            return tr("{cluster} niet meer genoemd").format(cluster=cluster_name(cluster))
        case alone.CardWeighed(weight):
            return tr("Jouw gewicht: {weight}").format(weight=weight_name(weight))
        case alone.NoteWritten(text=text) | alone.PairNoted(text=text):
            return tr("Regel bewaard") if text else tr("Regel weggehaald")
    return words.announcement(event, words.names_apart(session))


def where(session: Session) -> str:
    """The card on the table, with the question that is up, or the hand."""
    play = alone.alone(session)
    if play.on_table is None:
        return hand_line(session)
    card = session.cards[play.on_table.card]
    if play.turned:
        return tr("Omgedraaid: {question}").format(question=card.other_side)
    return f"{card_name(card)}. {card.question}"


def hand_line(session: Session) -> str:
    """ "6 kaarten in je hand"."""
    play = alone.alone(session)
    if not play.hand:
        return tr("Je hand is leeg")
    return several("{n} kaart in je hand", "{n} kaarten in je hand", len(play.hand))


def done_line(session: Session) -> str:
    """ "3 kaarten gedaan"."""
    if not alone.alone(session).done:
        return tr("Nog geen kaart gedaan")
    return several("{n} kaart gedaan", "{n} kaarten gedaan", len(alone.alone(session).done))


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    return where(session) if session.phase is Phase.PLAYING else tr("Terugkijken")


def session_line(session: Session) -> str:
    """ "Alleen · 3 kaarten gedaan"."""
    return f"{about().name} · {done_line(session)}"


def stayed_away_question(cluster: Cluster) -> str:
    """A question about a cluster that did not come up. Ours, not the study's."""
    return {
        Cluster.PROFESSIONAL: tr("Welke werkwijze volg je zo vaak dat je die niet meer ziet?"),
        Cluster.CLIENT: tr("Wat zou een cliënt zeggen over hoe jij vandaag woog?"),
        Cluster.EMPLOYER: tr("Welke werkgever of werkplek had je in je achterhoofd?"),
        Cluster.ORGANISATIONAL: tr("Wat op jouw kantoor is zo gewoon dat je het niet meer noemt?"),
        Cluster.POLICY: tr("Welke regel stuurde je, zonder dat je eraan dacht?"),
        Cluster.INDIVIDUAL: tr("Wat van jezelf woog mee, zonder dat je het opschreef?"),
    }[cluster]
