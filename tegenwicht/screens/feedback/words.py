"""The Dutch of this mode: the four questions, what undo takes back, what a screen reader says."""

from tegenwicht.game import events, feedback
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts import words
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.words import day_shown
from tegenwicht.screens.shell.modes import About, Part


def about() -> About:
    """One consideration, four questions, and the same four another day."""
    return About(
        tr("Triple feedback"),
        tr("Eén afweging, vier vragen: resultaat, doen, denken en context. Later beantwoord je ze nog eens."),
        "reshuffle",
        frozenset({Part.DECK, Part.PEOPLE, Part.SUBJECT}),
        people=2,
        subject=tr("Welke afweging? Eén regel, zonder cliëntgegevens"),
    )


# -- the questions, as figure 2 of the article has them; what stands below each is ours


def question(number: int) -> str:
    """A question, 0 to 3, to the letter."""
    return (
        tr("Naar welk resultaat werk ik toe?"),
        tr("Maak ik wel de juiste beslissingen om dit resultaat te bereiken?"),
        tr("Gaat het wel om deze afweging/beslissing?"),
        tr("Waarom neem ik welke factoren wel & niet mee in de afweging?"),
    )[number]


def questions_source() -> str:
    """Whose the questions are, and whose the lines below them."""
    return f"{questions_from()} {tr('De uitleg eronder is van ons.')}"


def questions_from() -> str:
    """Whose the questions are."""
    return tr("De vier vragen staan zo in figuur 2 van het artikel van UWV.")


def explained(number: int) -> str:
    """What a question, 0 to 3, looks at, in our words."""
    return (
        tr("Kijk naar het resultaat. Wat moet er straks anders zijn, en voor wie?"),
        tr("Kijk naar je doen. Brengt wat ik besluit het resultaat dichterbij? Waaraan merk ik dat?"),
        tr("Kijk naar je denken. Los ik met deze afweging het goede op, of ligt er een andere vraag onder?"),
        tr("Kijk naar de context. Welke factoren tellen voor mij, welke laat ik liggen, en hoe komt dat?"),
    )[number]


def numbered(number: int) -> str:
    """ "Vraag 2: Gaat het wel om deze afweging/beslissing?"."""
    return tr("Vraag {n}: {question}").format(n=number, question=question(number))


def side_name(side: feedback.Side) -> str:
    """The name of a list at the last question."""
    return tr("Weeg ik mee") if side is feedback.Side.WEIGHED else tr("Weeg ik niet mee")


# -- what happened


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"."""
    match event:
        case feedback.QuestionOpened(question=number):
            return (
                tr("naar de antwoorden")
                if number == feedback.LOOKING_BACK
                else tr("naar vraag {n}").format(n=number)
            )
        case feedback.ClusterPlaced(cluster) | feedback.ClusterTaken(cluster):
            return cluster_name(cluster)
        case feedback.CardPlaced(card) | feedback.CardTaken(card):
            return tr("kaart {n}").format(n=card)
    names: dict[type[events.Event], str] = {
        feedback.ConsiderationNamed: tr("de afweging"),
        feedback.BegunAnew: tr("beginnen met de vragen"),
        feedback.AnswerWritten: tr("antwoord"),
    }
    return names.get(type(event)) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event; empty when the changed control says it itself."""
    match event:
        case feedback.BegunAnew() | feedback.QuestionOpened():
            return where(session)
        case feedback.AnswerWritten(text):
            return tr("Antwoord bewaard") if text else tr("Antwoord weggehaald")
        case feedback.ConsiderationNamed():
            return tr("De afweging is bewaard")
        case feedback.ClusterPlaced(cluster, side):
            return f"{side_name(side)}: {cluster_name(cluster)}"
        case feedback.ClusterTaken(cluster):
            return tr("{name} uit de lijst").format(name=cluster_name(cluster))
        case feedback.CardPlaced(card, side):
            return f"{side_name(side)}: {session.cards[card].title}"
        case feedback.CardTaken(card):
            return tr("{name} uit de lijst").format(name=session.cards[card].title)
    return words.announcement(event, words.names_apart(session))


def where(session: Session) -> str:
    """The open question, or that one looks back; never an answer."""
    play = feedback.feedback(session)
    if play.answering:
        return numbered(play.at)
    return tr("De antwoorden op de vier vragen") if play.walks else tr("Vier vragen over één afweging")


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    return where(session) if session.phase is Phase.PLAYING else tr("Terugkijken")


def session_line(session: Session) -> str:
    """ "Vraag 2 · alleen", or "2 keer beantwoord, het laatst op 21 nov 2026 · 2 deelnemers"."""
    play = feedback.feedback(session)
    people = tr("alleen") if session.alone else several(
        "{n} deelnemer", "{n} deelnemers", len(session.present)
    )  # fmt: skip
    return f"{_stand(play)} · {people}"


def _stand(play: feedback.Feedback) -> str:
    if play.answering:
        return tr("Triple feedback, vraag {n}").format(n=play.at)
    if not play.walks:
        return tr("Triple feedback, nog niet begonnen")
    times = several("{n} keer beantwoord", "{n} keer beantwoord", len(play.walks))
    return tr("{times}, het laatst op {day}").format(times=times, day=day_shown(play.walks[-1].day))
