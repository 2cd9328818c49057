"""The Dutch of the six steps: their names and questions, what undo takes back, what is said aloud, the account.

The steps are the article's (figure 1); the questions are ours.
"""

from collections.abc import Iterator

from tegenwicht.game import account as a
from tegenwicht.game import events as e
from tegenwicht.game import path as p
from tegenwicht.game.path import Path, PathStep
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.screens.parts.names import cluster_name


def step_name(step: PathStep) -> str:
    """As the article calls it."""
    return {
        PathStep.BEFORE: tr("Vooraf"),
        PathStep.NOTICING: tr("Waarnemen"),
        PathStep.INTERPRETING: tr("Interpreteren"),
        PathStep.OPTIONS: tr("Opties vormen"),
        PathStep.PRIORITISING: tr("Prioriteren"),
        PathStep.RESPONDING: tr("Reageren"),
    }[step]


def step_line(step: PathStep) -> str:
    """What the step is about, in one sentence."""
    return {
        PathStep.BEFORE: tr(
            "Context, situatie en informatie vooraf: wat er al was, voordat je iemand sprak."
        ),
        PathStep.NOTICING: tr("Alleen wat je zag en hoorde. Wat je ervan maakte, komt straks."),
        PathStep.INTERPRETING: tr("Wat het voor jou betekende."),
        PathStep.OPTIONS: tr("Wat er allemaal kon."),
        PathStep.PRIORITISING: tr("Wat vooraan kwam, en wat niet."),
        PathStep.RESPONDING: tr("Wat je deed."),
    }[step]


def question(step: PathStep, number: int) -> str:
    """Question 0 or 1 of a step."""
    return {
        PathStep.BEFORE: (
            tr("Wat wist je al voordat het gesprek begon?"),
            tr("Waar kwam dat vandaan, en hoe vers was het?"),
        ),
        PathStep.NOTICING: (
            tr("Wat zag en hoorde je, ook zonder woorden?"),
            tr("Wat vroeg je na, en wat hoorde je toen?"),
        ),
        PathStep.INTERPRETING: (
            tr("Wat maakte je ervan?"),
            tr("Is je beeld compleet en duidelijk? Wat mis je misschien?"),
        ),
        PathStep.OPTIONS: (
            tr("Welke mogelijkheden waren er echt?"),
            tr("Wat kwam uit het plan, en wat was nieuw?"),
        ),
        PathStep.PRIORITISING: (
            tr("Wat zette je vooraan, en wat woog daarin mee?"),
            tr("Wat schoof je naar achteren?"),
        ),
        PathStep.RESPONDING: (
            tr("Wat deed of zei je?"),
            tr("Wat merkte de cliënt daarvan?"),
        ),
    }[step][number]


def hindsight(otherwise: bool) -> str:
    """The two questions at the end of the path."""
    return tr("Wat zou je anders doen?") if otherwise else tr("Wat zou je weer zo doen?")


def path_undo_name(event: e.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"; empty for an event that is not of a path."""
    match event:
        case p.StepGoneTo(step):
            return tr("naar {step}").format(step=step_name(step))
    names: dict[type[e.Event], str] = {
        p.ConsiderationNamed: tr("afweging"),
        p.PathViewed: tr("hele pad"),
        p.CardLaid: tr("kaart leggen"),
        p.CardTakenUp: tr("kaart weghalen"),
        p.AnswerWritten: tr("strookje"),
        p.HindsightWritten: tr("terugblik"),
        p.LineMoved: tr("strookje verleggen"),
    }
    return names.get(type(event), "")


def path_announcement(event: e.Event, session: Session) -> str:
    """What a screen reader says after an event of a path; empty for another."""
    match event:
        case p.StepGoneTo(step):
            return step_aloud(step)
        case p.PathViewed():
            return tr("Het hele pad")
        case p.ConsiderationNamed(text):
            return tr("De afweging: {text}").format(text=text)
        case p.CardLaid(_, number):
            card = session.cards[number]
            return tr("Kaart {number} gelegd, {cluster}: {title}").format(
                number=number, cluster=cluster_name(card.family), title=card.title
            )
        case p.CardTakenUp():
            return tr("Kaart weggehaald")
        case p.LineMoved(answers):
            made = answers[1].step is PathStep.INTERPRETING
            where = tr("Naar Ervan gemaakt: {words}") if made else tr("Naar Gezien en gehoord: {words}")
            return where.format(words=answers[1].text.splitlines()[-1])
        case p.AnswerWritten() | p.HindsightWritten():
            return tr("Tekst bewaard")
    return ""


def step_aloud(step: PathStep) -> str:
    """ "Laag 2 van 6: Waarnemen. Wat zag en hoorde je?" """
    words = tr("Laag {n} van {m}: {name}. {question}")
    number = p.STEPS.index(step) + 1
    return words.format(n=number, m=len(p.STEPS), name=step_name(step), question=question(step, 0))


# -- the account


def path_blocks(session: Session, path: Path, person_free: bool) -> Iterator[a.Block]:
    """A whole path: what was written at each step, the cards, and which clusters came up where."""
    if path.consideration and not person_free:
        yield a.Quote(path.consideration, tr("De afweging"))
    yield clusters_per_step(session, path)
    for step in p.STEPS:
        if path.is_empty(step):
            continue
        yield a.Heading(step_name(step), 2)
        if not person_free:
            for number in range(p.QUESTIONS):
                if text := path.answer(step, number):
                    yield a.Quote(text, question(step, number))
        for number in path.cards_at(step):
            card = session.cards[number]
            yield a.CardEntry(number, card.title, card.family)
    if not person_free and (path.same or path.otherwise):
        yield a.Heading(tr("Achteraf"), 2)
        for otherwise, text in ((False, path.same), (True, path.otherwise)):
            if text:
                yield a.Quote(text, hindsight(otherwise))


def clusters_per_step(session: Session, path: Path) -> a.Table:
    """Which clusters came up at each step, with the numbers of the cards."""
    rows = []
    for step in p.STEPS:
        clusters = p.clusters_at(path, step, session.cards)
        names = ", ".join(map(cluster_name, clusters)) or "–"
        numbers = ", ".join(map(str, path.cards_at(step))) or "–"
        rows.append((step_name(step), names, numbers))
    return a.Table(tr("Welke clusters kwamen bij welke stap langs?"), (tr("Stap"), tr("Clusters"), tr("Kaarten")),
                   tuple(rows))  # fmt: skip
