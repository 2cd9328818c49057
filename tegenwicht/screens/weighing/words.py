"""The Dutch of the mode Wegen: weights, places, what undo takes back, what a screen reader says."""

from tegenwicht.game import events, weighing
from tegenwicht.game.cards import FACTORS_IN_THE_STUDY
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit.motion.moves import Move, Sound, Together, TurnOver
from tegenwicht.screens.parts import words
from tegenwicht.screens.parts.backs import plain_back
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.view import View


def weight_word(weight: int) -> str:
    """The words that the survey's scale has for its ends; empty between them."""
    return {1: tr("geen invloed"), 4: tr("veel invloed")}.get(weight, "")


def weight_name(weight: int) -> str:
    """A weight with its words: "4 – veel invloed", "3"."""
    word = weight_word(weight)
    return f"{weight} – {word}" if word else str(weight)


def mean_shown(one: weighing.Weighed) -> str:
    """The mean weight with one decimal: "3,3"."""
    whole, tenth = divmod(one.mean_in_tenths, 10)
    return f"{whole},{tenth}"


def counts_aloud(counts: weighing.Hands) -> str:
    """ "1: 0 keer, 2: 1 keer, 3: 2 keer, 4: 2 keer"."""
    return ", ".join(f"{weight}: " + several("{n} keer", "{n} keer", n)
                     for weight, n in zip(weighing.WEIGHTS, counts, strict=True))  # fmt: skip


def place_of(session: Session, card: int) -> tuple[int, int]:
    """(which factor it is from 1, of how many)."""
    factors = weighing.scales(session).factors
    return factors.index(card) + 1, len(factors)


def factor_line(session: Session, card: int) -> str:
    """ "Factor 3 van 10"."""
    n, m = place_of(session, card)
    return tr("Factor {n} van {m}").format(n=n, m=m)


def no_place() -> str:
    """For a factor that the study's tables do not have."""
    return tr("niet in het onderzoek")


def beside(session: Session, alone: bool) -> str:
    """What the two columns of places are places among."""
    count = len(weighing.weighed(session))
    own = (
        several("Jij woog {n} factor", "Jij woog {n} factoren", count)
        if alone
        else several("Jullie wogen {n} factor", "Jullie wogen {n} factoren", count)
    )
    published = tr("het onderzoek {all}. Plaats 1 had de meeste invloed").format(all=FACTORS_IN_THE_STUDY)
    return f"{own}, {published}. " + tr("Zet ze naast elkaar; het een is geen antwoord op het ander.")


def source_line() -> str:
    """Where the published places come from, and what they are not."""
    return tr(
        "Enquête onder 319 professionals, Panteia, ZINZIZ en Muzus, 2021. Een gemiddelde van toen, geen norm."
    )


def without_published() -> str:
    """Why there are other factors than were asked for."""
    return tr(
        "In deze kaartset staan geen factoren uit het onderzoek. Daarom zijn het de eerste kaarten na het schudden."
    )


def difference_heading(session: Session, card: int) -> str:
    """Why this factor is put forward."""
    ordered = weighing.by_difference(session)
    mine = next((one for one in ordered if one.card == card), None)
    if mine is None or not weighing.has_spread(session):
        return tr("Deze factor onder de loep")
    if mine.variance == 0:
        return tr("Hier gaven jullie allemaal hetzelfde")
    if mine.card == ordered[0].card:
        return tr("Hierover verschillen jullie het meest")
    return tr("Hierover verschillen jullie ook")


def difference_question(session: Session, card: int) -> str:
    """What to talk about: how people weigh, never who is right; nobody has to say what they gave."""
    ordered = weighing.by_difference(session)
    mine = next((one for one in ordered if one.card == card), None)
    if not weighing.has_spread(session) or mine is None:
        return tr("Wanneer woog deze factor echt mee? Waaraan merkte je dat?")
    if mine.variance == 0:
        return tr("Wat maakt dat jullie dit hetzelfde wegen? En wie zou het anders wegen?")
    return tr(
        "Wie wil, vertelt: aan wat voor situatie dacht je, en waarom woog het daar zwaar of juist licht?"
    )


def solo_question() -> str:
    """For who plays alone and has nobody to differ from."""
    return tr("Welke factor woog voor jou zwaarder dan je dacht?")


# -- undo, lists, what is said


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:". Never a weight itself."""
    names: dict[type[events.Event], str] = {
        weighing.HandsCounted: tr("handen tellen"),
        weighing.WeightGiven: tr("gewicht"),
        weighing.FactorTurnedTo: tr("andere factor"),
        weighing.KeysTaken: tr("beginnen met wegen"),
        weighing.WeightsCovered: tr("afdekken"),
        weighing.ResultShown: tr("uitkomst tonen"),
        weighing.TalkBegun: tr("gesprek beginnen"),
        weighing.TalkEnded: tr("gesprek klaar"),
        weighing.NoteWritten: tr("notitie"),
    }
    return names.get(type(event)) or words.undo_name(event)


def announcement(event: events.Event, session: Session) -> str:
    """What a screen reader says after an event; nothing of what someone else weighed."""
    match event:
        case weighing.HandsCounted(counts=counts):
            hands = several("{n} hand", "{n} handen", sum(counts))
            kept = tr("Bewaard: {hands}, jullie zijn met {n}").format(hands=hands, n=len(session.present))
            return f"{kept}. {where(session)}"
        case weighing.WeightGiven():
            return f"{tr('Bewaard')}. {where(session)}"
        case weighing.FactorTurnedTo() | weighing.KeysTaken() | weighing.WeightsCovered():
            return where(session)
        case weighing.ResultShown() | weighing.TalkEnded() | weighing.TalkBegun():
            return where(session)
        case weighing.NoteWritten(text):
            return tr("Notitie bewaard") if text else tr("Notitie weggehaald")
    return words.announcement(event, words.names_apart(session))


def where(session: Session) -> str:
    """Where the session is, in a sentence or two."""
    play = weighing.scales(session)
    if play.stage is weighing.Stage.RESULT:
        return tr("De uitkomst. {line}").format(line=_put_forward(session))
    if play.talk is not None:
        title = session.cards[play.talk].title
        return f"{difference_heading(session, play.talk)}: {title}. {difference_question(session, play.talk)}"
    if play.now is not None:
        card = session.cards[play.now]
        return f"{factor_line(session, play.now)}: {card.title}. {card.question}"
    return cover_heading(session)


def _put_forward(session: Session) -> str:
    first = next(iter(weighing.to_talk_about(session)), None)
    if first is None or session.alone:
        return solo_question() if session.alone else ""
    return f"{difference_heading(session, first.card)}: {session.cards[first.card].title}"


def cover_heading(session: Session) -> str:
    """The largest words while no factor is in front."""
    play = weighing.scales(session)
    if play.at_keys is not None:
        name = names_apart(session)[play.at_keys]
        return (
            tr("Je hebt alles gewogen")
            if session.alone
            else tr("{name}, je hebt alles gewogen").format(name=name)
        )
    rest = weighing.waiting(session)
    if rest:
        return tr("Nu weegt {name}").format(name=names_apart(session)[rest[0]])
    return tr("Alles is gewogen")


def arrival(session: Session) -> str:
    """What a screen reader says when the session comes on the table."""
    return tr("Terugkijken") if session.phase is not Phase.PLAYING else where(session)


def session_line(session: Session) -> str:
    """ "Wegen · 4 van 10 factoren · 5 deelnemers"."""
    people = tr("alleen") if session.alone else several(
        "{n} deelnemer", "{n} deelnemers", len(session.present)
    )  # fmt: skip
    return f"{_progress(session)} · {people}"


def _progress(session: Session) -> str:
    play = weighing.scales(session)
    if play.stage is not weighing.Stage.WEIGHING:
        return several("{n} gesprek", "{n} gesprekken", len(play.talks)) if play.talks else tr("gewogen")
    if play.covered and not session.alone:
        return tr("{n} van {m} mensen klaar met wegen").format(
            n=len(play.done), m=len(play.done) + len(weighing.waiting(session)) + (play.at_keys is not None)
        )
    done = sum(weighing.is_weighed(play, card) for card in play.factors)
    return tr("{n} van {m} factoren gewogen").format(n=done, m=len(play.factors))


def motion(event: events.Event, v: View) -> Move | None:
    """The card of a talk turns over."""
    if not isinstance(event, weighing.TalkBegun):
        return None
    return Together((Sound("paper"), TurnOver("card", plain_back(v.theme))))
