"""The Dutch of this mode: what undo takes back, what a screen reader says."""

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import Cluster, Moment, moment_for
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.stones import StonesSettled, stones_of
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts import stones, words
from tegenwicht.screens.parts.names import card_aloud, cluster_name, moment_name
from tegenwicht.screens.parts.stones.words import laid_line
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.tegenwicht.round_end.round_words import (
    absent_came_out,
    all_named,
    guess_question,
    guess_titles,
    most_came_out,
)


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"."""
    match event:
        case tegenwicht.CardDrawn(way=tegenwicht.Way.COUNTERWEIGHT):
            return tr("tegenwicht")
        case tegenwicht.CardDrawn(way=tegenwicht.Way.ASIDE):
            return tr("terughalen")
        case tegenwicht.ClusterMentioned(cluster):
            return tr("{cluster} genoemd").format(cluster=cluster_name(cluster))
        case tegenwicht.MentionTakenBack(cluster):
            return tr("{cluster} weggehaald").format(cluster=cluster_name(cluster))
    names: dict[type[events.Event], str] = {
        tegenwicht.CardDrawn: tr("trekken"),
        tegenwicht.CardPutAside: tr("opzij leggen"),
        tegenwicht.TurnPassed: tr("overslaan"),
        tegenwicht.TurnFinished: tr("klaar"),
        tegenwicht.CardWeighed: tr("wegen"),
        tegenwicht.NoteWritten: tr("notitie"),
        tegenwicht.TurnGivenTo: tr("beurt geven"),
        tegenwicht.RoundBegun: tr("ronde beginnen"),
        tegenwicht.RoundGuessed: tr("raden"),
        tegenwicht.JokerKept: tr("joker trekken"),
        tegenwicht.JokerPlayed: tr("joker spelen"),
        tegenwicht.CardsReshuffled: tr("schudden"),
    }
    return names.get(type(event)) or stones.undo_name(event) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event; empty when the changed control says it itself."""
    match event:
        case tegenwicht.CardDrawn(way=tegenwicht.Way.COUNTERWEIGHT):
            return f"{_counterweight_to(session)} {_card_aloud(session)}"
        case tegenwicht.CardDrawn():
            return _card_aloud(session)
        case (
            tegenwicht.TurnFinished()
            | tegenwicht.TurnPassed()
            | tegenwicht.TurnGivenTo()
            | tegenwicht.RoundBegun()
        ):
            return turn_aloud(session)
        case tegenwicht.ClusterMentioned(cluster):
            return _mentioned(session, cluster)
        case tegenwicht.MentionTakenBack(cluster):
            return tr("{cluster} niet meer genoemd").format(cluster=cluster_name(cluster))
        case tegenwicht.JokerKept(card=card):
            return tr("Joker: {title}. Die blijft bij je liggen. Trek nog een kaart.").format(
                title=session.cards[card].title
            )
        case tegenwicht.JokerPlayed(card=card, drawn=drawn):
            done = tr("Joker gespeeld: {title}.").format(title=session.cards[card].title)
            return f"{done} {_card_aloud(session)}" if drawn else done
        case tegenwicht.RoundGuessed():
            return round_aloud(session)
        case tegenwicht.CardPutAside():
            return tr("Kaart opzij gelegd")
        case tegenwicht.CardsReshuffled(order):
            return several("{n} kaart geschud", "{n} kaarten geschud", len(order))
        case tegenwicht.CardWeighed():
            return _weights_aloud(event.counts)
        case tegenwicht.NoteWritten(text):
            return tr("Notitie bewaard") if text else tr("Notitie weggehaald")
    said = _of_the_stones(event, session)
    return said if said is not None else words.announcement(event, words.names_apart(session))


def _of_the_stones(event: events.Event, session: Session) -> str | None:
    """What is said of the stones before and after; None for what is not about them."""
    if isinstance(event, events.SessionFinished) and stones_of(session) is not None:
        return laid_line(session)
    if isinstance(event, StonesSettled) and session.phase is Phase.PLAYING:
        return turn_aloud(session)
    return stones.announcement(event, session)


def _counterweight_to(session: Session) -> str:
    turn = tegenwicht.table(session).turn
    assert turn is not None
    return tr("Tegenwicht bij kaart {number}.").format(number=turn.cards[0].card)


def _mentioned(session: Session, cluster: Cluster) -> str:
    """A cluster that came up; that of the card counts once, for the card."""
    name, card = cluster_name(cluster), tegenwicht.card_on_table(session)
    if card is not None and card.cluster is cluster:
        return tr("{cluster} telt al, met de kaart").format(cluster=name)
    return tr("{cluster} genoemd").format(cluster=name)


def _weights_aloud(counts: tuple[int, int, int, int]) -> str:
    """ "Gewichten bewaard: 2 keer 3, 1 keer 4"."""
    each = ", ".join(
        tr("{n} keer {weight}").format(n=n, weight=weight) for weight, n in enumerate(counts, 1) if n
    )
    return tr("Gewichten bewaard: {each}").format(each=each)


def _card_aloud(session: Session) -> str:
    card = tegenwicht.card_on_table(session)
    if card is None:
        return ""
    return " ".join(filter(None, (card_aloud(card), moment_line(moment_for(card, session.setup.moment)))))


def moment_line(moment: Moment | None) -> str:
    """What to think of with every card; empty when no moment was chosen."""
    if moment is None:
        return ""
    return {
        Moment.INTAKE: tr("Denk aan een intake van de laatste weken."),
        Moment.PLAN: tr("Denk aan een plan van aanpak van de laatste weken."),
        Moment.PROGRESS: tr("Denk aan een ontwikkelings- of voortgangsgesprek van de laatste weken."),
    }[moment]


def turn_aloud(session: Session) -> str:
    """Whose turn it is, or that the round is done."""
    play = tegenwicht.table(session)
    if play.turn is None:
        done = tr("Ronde {n} is klaar").format(n=tegenwicht.round_number(session))
        if play.rounds and play.rounds[-1].guess is None and tegenwicht.can_guess(play.rounds[-1]):
            return (
                f"{done}. {guess_question(False, session.alone)}"  # what came up is not said before the guess
            )
        return round_aloud(session)
    if session.alone:
        return tr("Trek een kaart")
    return tr("{name} is aan de beurt").format(name=names_apart(session)[play.turn.participant])


def round_aloud(session: Session) -> str:
    """That the round is done, how the guesses came out where there are any, and what stayed away."""
    done = tr("Ronde {n} is klaar").format(n=tegenwicht.round_number(session))
    rounds = tegenwicht.table(session).rounds
    guess = rounds[-1].guess if rounds else None
    told = [f"{done}."]
    if guess is not None:
        found = tegenwicht.outcome(guess, rounds[-1].counts)
        outs = (guess.most, most_came_out(found)), (guess.absent, absent_came_out(found))
        for (_, asked), (cluster, out) in zip(guess_titles(session.alone), outs, strict=True):
            named = all_named() if cluster is None else cluster_name(cluster)
            told += [f"{asked.capitalize()}: {named}.", *out[1:]]
        done = " ".join(filter(None, told))
    away = [cluster_name(one) for one in tegenwicht.tally_of(session).rounds[-1].stayed_away]
    if not away:
        return done
    stop = "" if done.endswith(".") else "."
    return f"{done}{stop} {tr('Niet langsgekomen: {clusters}.').format(clusters=', '.join(away))}"


def round_line(session: Session) -> str:
    """ "Ronde 2 van 3", or "Ronde 2" when the number of rounds is open."""
    number, rounds = tegenwicht.round_number(session), session.setup.rounds
    if rounds and number <= rounds:
        return tr("Ronde {n} van {m}").format(n=number, m=rounds)
    return tr("Ronde {n}").format(n=number)


def session_line(session: Session) -> str:
    """ "Ronde 2 van 3 · 5 deelnemers", and the moment the talk is about where one was chosen; "Oogsten" after the rounds."""
    people = tr("alleen") if session.alone else several(
        "{n} deelnemer", "{n} deelnemers", len(session.present)
    )  # fmt: skip
    moment = moment_name(session.setup.moment) if session.setup.moment else ""
    far = tr("Oogsten") if session.phase is Phase.CLOSING else round_line(session)
    return " · ".join(filter(None, (far, people, moment)))


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    play = stones_of(session)
    if play is not None and play.is_laying:
        return laid_line(session)
    if session.phase is not Phase.PLAYING:
        return tr("Terugkijken")
    card = tegenwicht.card_on_table(session)
    return f"{round_line(session)}. {_card_aloud(session) if card else turn_aloud(session)}"
