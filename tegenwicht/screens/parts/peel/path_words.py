"""The Dutch of the six steps: their names and questions, what undo takes back, what is said aloud, the account.

The steps are the article's (figure 1); the questions are ours.
"""

from collections.abc import Iterator

from tegenwicht.game import account, events
from tegenwicht.game import path as game_path
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


def path_undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:"; empty for an event that is not of a path."""
    match event:
        case game_path.StepGoneTo(step):
            return tr("naar {step}").format(step=step_name(step))
    names: dict[type[events.Event], str] = {
        game_path.ConsiderationNamed: tr("afweging"),
        game_path.PathViewed: tr("hele pad"),
        game_path.CardLaid: tr("kaart leggen"),
        game_path.CardTakenUp: tr("kaart weghalen"),
        game_path.AnswerWritten: tr("strookje"),
        game_path.HindsightWritten: tr("terugblik"),
        game_path.LineMoved: tr("strookje verleggen"),
    }
    return names.get(type(event), "")


def path_announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event of a path; empty for another."""
    match event:
        case game_path.StepGoneTo(step):
            return step_aloud(step)
        case game_path.PathViewed():
            return tr("Het hele pad")
        case game_path.ConsiderationNamed(text):
            return tr("De afweging: {words}").format(words=text)
        case game_path.CardLaid(_, number):
            card = session.cards[number]
            return tr("Kaart {number} gelegd, {cluster}: {title}").format(
                number=number, cluster=cluster_name(card.family), title=card.title
            )
        case game_path.CardTakenUp():
            return tr("Kaart weggehaald")
        case game_path.LineMoved(answers):
            made = answers[1].step is PathStep.INTERPRETING
            where = tr("Naar Ervan gemaakt: {words}") if made else tr("Naar Gezien en gehoord: {words}")
            return where.format(words=answers[1].text.splitlines()[-1])
        case game_path.AnswerWritten() | game_path.HindsightWritten():
            return tr("Tekst bewaard")
    return ""


def step_aloud(step: PathStep) -> str:
    """ "Laag 2 van 6: Waarnemen. Wat zag en hoorde je?" """
    words = tr("Laag {n} van {m}: {name}. {question}")
    number = game_path.STEPS.index(step) + 1
    return words.format(n=number, m=len(game_path.STEPS), name=step_name(step), question=question(step, 0))


# -- the account


def path_blocks(session: Session, path: Path, person_free: bool) -> Iterator[account.Block]:
    """A whole path: what was written at each step, the cards, and which clusters came up where."""
    if path.consideration and not person_free:
        yield consideration_block(path)
    if any(path.cards_at(step) for step in game_path.STEPS):
        yield clusters_per_step(session, path)
    for step in game_path.STEPS:
        if path.is_empty(step):
            continue
        yield account.Heading(step_name(step), 2)
        if not person_free:
            for number in range(game_path.QUESTIONS):
                if text := path.answer(step, number):
                    yield account.Quote(text, question(step, number))
        for number in path.cards_at(step):
            card = session.cards[number]
            yield account.CardEntry(number, card.title, card.family)
    if not person_free and (path.same or path.otherwise):
        yield account.Heading(tr("Achteraf"), 2)
        for otherwise, text in ((False, path.same), (True, path.otherwise)):
            if text:
                yield account.Quote(text, hindsight(otherwise))


def consideration_block(path: Path) -> account.Quote:
    """Which consideration was walked, as it is called by now."""
    return account.Quote(path.consideration, tr("De afweging"))


def clusters_per_step(session: Session, path: Path) -> account.Table:
    """Which clusters came up at each step, with the numbers of the cards."""
    rows = []
    for step in game_path.STEPS:
        clusters = game_path.clusters_at(path, step, session.cards)
        names = ", ".join(map(cluster_name, clusters)) or "–"
        numbers = ", ".join(map(str, path.cards_at(step))) or "–"
        rows.append((step_name(step), names, numbers))
    return account.Table(tr("Welke clusters kwamen bij welke stap langs?"), (tr("Stap"), tr("Clusters"), tr("Kaarten")),
                   tuple(rows))  # fmt: skip
