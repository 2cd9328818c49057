"""The Dutch that all modes share: names of people, a sentence for every refusal, undo."""

from collections import Counter
from functools import lru_cache

from tegenwicht.game import checkin, events, harvest, parking
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.plain.dates import short_month
from tegenwicht.screens.parts.names import group_name


def participant_name(one: events.Participant) -> str:
    """The name, or "Deelnemer 3"."""
    return one.name or tr("Deelnemer {n}").format(n=one.id)


def names_apart(session: Session) -> dict[int, str]:
    """What everyone is called, by number; people with one name are told apart: "Els (1)" and "Els (2)"."""
    return dict(_names_apart(session.participants))


@lru_cache(64)
def _names_apart(everyone: tuple[events.Participant, ...]) -> tuple[tuple[int, str], ...]:
    same = Counter(one.name.casefold() for one in everyone if one.name)
    met: Counter[str] = Counter()
    names = []
    for one in everyone:
        met[one.name.casefold()] += 1
        number = met[one.name.casefold()]
        apart = one.name and same[one.name.casefold()] > 1
        names.append((one.id, f"{one.name} ({number})" if apart else participant_name(one)))
    return tuple(names)


def refusal_sentence(refusal: Refusal) -> str:
    """Why not, and what to do instead."""
    return {
        Refusal.SESSION_CLOSED: tr("Deze sessie is gesloten. Bekijken kan nog wel."),
        Refusal.NOT_NOW: tr("Dat kan nu niet."),
        Refusal.NOTHING_TO_UNDO: tr("Er is niets om ongedaan te maken."),
        Refusal.NOTHING_TO_REDO: tr("Er is niets om opnieuw te doen."),
        Refusal.NO_SUCH_PARTICIPANT: tr("Die deelnemer zit niet aan tafel."),
        Refusal.TABLE_FULL: tr("Er zitten al twaalf deelnemers aan tafel. Meer plaatsen zijn er niet."),
        Refusal.LAST_PARTICIPANT: tr(
            "De laatste deelnemer kan niet weg. Rond de sessie af als jullie stoppen."
        ),
        Refusal.CANNOT_MOVE: tr("Die deelnemer staat al vooraan of achteraan."),
        Refusal.HAS_HAD_A_TURN: tr("Die deelnemer is deze ronde al geweest of is nu aan de beurt."),
        Refusal.TEXT_TOO_LONG: tr("De tekst is te lang. Maak hem korter en bewaar opnieuw."),
        Refusal.TIME_OUT_OF_RANGE: tr("Kies een tijd van 0 tot 3600 seconden. 0 is uit."),
        Refusal.CLOCK_IS_OFF: tr("De tijd staat uit."),
        Refusal.ROUND_IS_DONE: tr("De ronde is klaar. Begin eerst een nieuwe ronde."),
        Refusal.ROUND_IS_NOT_DONE: tr("De ronde is nog bezig."),
        Refusal.CARD_ON_TABLE: tr("Er ligt al een kaart. Leg die eerst opzij of maak de beurt af."),
        Refusal.NO_CARD_ON_TABLE: tr("Er ligt nog geen kaart. Trek er eerst een."),
        Refusal.NO_CARDS_LEFT: tr("Alle kaarten zijn geweest. Schud opnieuw of rond af."),
        Refusal.CARDS_LEFT: tr("Er liggen nog kaarten op de stapels."),
        Refusal.PILE_IS_EMPTY: tr("Deze stapel is leeg. Kies een andere."),
        Refusal.CHOOSE_A_PILE: tr("Kies een stapel om van te trekken."),
        Refusal.NOT_BY_PILE: tr("In deze sessie trek je van het hele spel, niet van een stapel."),
        Refusal.NO_SUCH_CARD: tr("Er is geen kaart met dat nummer. Kijk nog eens op de kaart."),
        Refusal.ALREADY_DISCUSSED: tr("Die kaart is al besproken. Kies een ander nummer."),
        Refusal.ALREADY_ON_TABLE: tr("Die kaart ligt al op tafel."),
        Refusal.NOT_ASIDE: tr("Die kaart ligt niet opzij."),
        Refusal.COUNTERWEIGHT_ON_TABLE: tr("Er ligt al een tegenwicht bij deze beurt."),
        Refusal.ALREADY_MENTIONED: tr("Dat cluster is deze beurt al genoemd."),
        Refusal.NOT_MENTIONED: tr("Dat cluster is deze beurt nog niet genoemd."),
        Refusal.NO_STONES_LEFT: tr("Alle tien stenen liggen. Neem er eerst een terug."),
        Refusal.NO_STONE_THERE: tr("Op dat cluster ligt geen steen."),
        Refusal.STONES_LEFT: tr("Leg eerst alle tien stenen."),
        Refusal.STONES_FIRST: tr("Leg eerst de tien stenen, of sla ze over."),
        Refusal.NO_JOKER: tr("Die joker ligt daar niet, of is al gespeeld."),
        Refusal.NO_SUCH_SLIP: tr("Zoveel doorvragen heeft deze kaart niet."),
        Refusal.NO_OTHER_SIDE: tr("Deze kaart heeft geen Andersom."),
        Refusal.NOT_FOR_TASK: tr("Een opdracht doe je; je weegt hem niet."),
        Refusal.NOT_A_DAY: tr("Die dag is er niet. Kies een andere datum."),
        Refusal.NOT_PARKED: tr("Die gedachte ligt niet meer geparkeerd."),
        Refusal.TOO_FEW_MARKS: tr("Deze ronde is er te weinig genoemd om naar te raden."),
        Refusal.ALREADY_GUESSED: tr("Over deze ronde is al geraden."),
        Refusal.SAME_CLUSTER_TWICE: tr("Dat cluster is al gekozen als meest genoemd. Kies een ander."),
        Refusal.COUNTS_WITH_CARD: tr("Dat cluster telt bij Klaar, met de kaart."),
        Refusal.WEIGHTS_OUT_OF_RANGE: tr("Vul in hoeveel mensen 1, 2, 3 en 4 gaven: samen minstens één."),
        Refusal.NOTHING_TO_SHUFFLE: tr("Er zijn geen kaarten om te schudden."),
        Refusal.NOTHING_WRITTEN: tr("Er staat nog niets. Schrijf eerst een regel."),
        Refusal.NO_CONSIDERATION: tr("Noem eerst de afweging in één regel."),
        Refusal.TOO_FEW_WEIGHED: tr("Er is nog te weinig gewogen om te laten zien. Weeg eerst verder."),
        Refusal.ALREADY_IN_LIST: tr("Dat staat al in deze lijst."),
        Refusal.NOT_IN_LIST: tr("Dat staat in geen van beide lijsten."),
        Refusal.NOT_IN_HAND: tr("Die kaart ligt niet in je hand. Kies een kaart die er wel ligt."),
        Refusal.WEIGHT_OUT_OF_RANGE: tr("Kies een ander gewicht, van 1 tot 4."),
    }[refusal]


def undo_name(event: events.Event) -> str:
    """What undo takes back, to follow "Ongedaan maken:", for the events that every mode has."""
    names: dict[type[events.Event], str] = {
        events.ParticipantAdded: tr("deelnemer erbij"),
        events.ParticipantRemoved: tr("deelnemer weg"),
        events.ParticipantRenamed: tr("naam of beroepsgroep"),
        events.ParticipantMoved: tr("volgorde"),
        events.LearningPointWritten: tr("leerpunt"),
        events.TimesChosen: tr("tijden"),
        events.SessionFinished: tr("afronden"),
        checkin.BroughtReviewed: tr("terugkijken"),
        parking.ThoughtParked: tr("parkeren"),
        parking.ThoughtTakenUp: tr("gedachte op tafel"),
        parking.ThoughtRemoved: tr("gedachte weg"),
        harvest.CardKept: tr("kaart die bleef"),
        harvest.SentenceWritten: tr("zin"),
        harvest.IntentionWritten: tr("actie"),
        harvest.HarvestPassed: tr("pas"),
    }
    return names.get(type(event), tr("laatste stap"))


def announcement(event: events.Event, name_of: dict[int, str]) -> str:
    """What a screen reader says after an event that every mode has; ``name_of`` names the participants."""
    match event:
        case events.SessionFinished():
            return tr("Sessie afgerond")
        case events.ParticipantRemoved(number):
            return tr("{name} is van tafel").format(name=name_of[number])
        case events.ParticipantAdded(number):
            return tr("{name} zit aan tafel").format(name=name_of[number])
        case events.ParticipantMoved(number):
            return tr("{name} is verplaatst").format(name=name_of[number])
        case events.ParticipantRenamed(number, group=group):
            words = ", ".join(part for part in (name_of[number], group_name(group)) if part)
            return tr("Bewaard: {name}").format(name=words)
        case events.LearningPointWritten():
            return tr("Leerpunt bewaard")
        case harvest.CardKept(card=card):
            return tr("Kaart {n} gekozen").format(n=card) if card else tr("Kaart niet meer gekozen")
        case harvest.SentenceWritten(text=text):
            return tr("Zin bewaard") if text else tr("Zin weggehaald")
        case harvest.IntentionWritten(text=text):
            return tr("Regel bewaard") if text else tr("Regel weggehaald")
        case harvest.HarvestPassed(number, passes):
            return tr("{name} past").format(name=name_of[number]) if passes else ""
        case parking.ThoughtParked() | parking.ThoughtTakenUp() | parking.ThoughtRemoved():
            return _parked_aloud(event)
        case events.MinuteAdded():
            return tr("Een minuut erbij")
        case events.ClockPaused():
            return tr("Tijd stilgezet")
        case events.ClockStarted():
            return tr("Tijd loopt")
        case events.ClockSwitched(on):
            return tr("Tijd aan") if on else tr("Tijd uit")
    return ""


def _parked_aloud(event: events.Event) -> str:
    """About a parked thought; its words only when it lies on the table."""
    if isinstance(event, parking.ThoughtParked):
        return tr("Gedachte geparkeerd")
    return tr("Gedachte op tafel") if isinstance(event, parking.ThoughtTakenUp) else tr("Gedachte weggehaald")


def time_shown(seconds: float) -> str:
    """Minutes and seconds, rounded up: 1:52."""
    whole = int(-(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def time_aloud(reading: Reading, standing_still: bool) -> str:
    """The time of a turn in a sentence: "Nog 2 minuten en 10 seconden om te praten."; empty when it is off."""
    if reading.stage is Stage.OFF:
        return ""
    if reading.stage is Stage.OVER:
        return tr("De tijd is om, {time} geleden.").format(time=_length(reading.past))
    what = tr("om na te denken") if reading.stage is Stage.THINKING else tr("om te praten")
    line = tr("Nog {time} {what}, stilgezet.") if standing_still else tr("Nog {time} {what}.")
    return line.format(time=_length(reading.left), what=what)


def _length(seconds: float) -> str:
    """ "2 minuten en 10 seconden", rounded up."""
    minutes, rest = divmod(int(-(-seconds // 1)), 60)
    parts = [several("{n} minuut", "{n} minuten", minutes)] if minutes else []
    if rest or not minutes:
        parts.append(several("{n} seconde", "{n} seconden", rest))
    return tr(" en ").join(parts)


def day_shown(day: str) -> str:
    """ "21 nov 2026" from "2026-11-21"; what is no date is shown as it is."""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return day
    return f"{int(number)} {short_month(int(month))} {year}"
