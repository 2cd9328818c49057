"""What was chosen so far, read from the form with care; and the setup of a session that comes of it."""

from tegenwicht.game import events, plan
from tegenwicht.game.cards import CLUSTERS, Cluster, Deck, Kind, Moment
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.game.rules import HIGHEST_SHUFFLE_NUMBER, LONGEST_LINE, LONGEST_NAME, LONGEST_TIME
from tegenwicht.game.start import LEAST_MINUTES, MOST_MINUTES
from tegenwicht.game.text import clean
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.modes import About, Choice, Part, screens_of
from tegenwicht.screens.shell.view import View

STEP, MODE, MINUTES = entries.SETUP_STEP, entries.SETUP_MODE, entries.SETUP_MINUTES
PEOPLE, MORE = entries.SETUP_PEOPLE, entries.SETUP_MORE
CARDS_ALONE = 4
USUAL_MINUTES = 90
USUAL_THINKING, USUAL_TALKING = 30, 180


def step(v: View) -> int:
    """1: which game; 2: who sits at the table."""
    return 2 if v.model.form(STEP, 1) == 2 else 1


def modes() -> list[str]:
    """The games a group can choose from."""
    return [mode for mode in MODES if 2 in mode_named(mode).PEOPLE]


def mode(v: View) -> str:
    """The chosen game; the first one where nothing that is there was chosen."""
    wanted, there = str(v.model.form(MODE, "")), modes()
    return wanted if wanted in there else there[0]


def about(v: View) -> About:
    """What is known of the chosen game."""
    return screens_of(mode(v)).about()


def asks(v: View, part: Part) -> bool:
    """Whether the chosen game asks for this part."""
    return part in about(v).parts


# -- who


def people_range(v: View) -> tuple[int, int]:
    """How few and how many the chosen game is for."""
    there = mode_named(mode(v)).PEOPLE
    return there.start, there.stop - 1


def people_count(v: View) -> int:
    """How many there are, as many as the game is for."""
    least, most = people_range(v)
    return max(least, min(most, _whole(v.model.form(PEOPLE, about(v).people), about(v).people)))


def name_form(number: int) -> Entry:
    """The form entry of the name on a seat, from 1."""
    return Entry(f"setup:name:{number}")


def names(v: View) -> list[str]:
    """What is typed on every seat, in the order of the turns; may be empty."""
    return [str(v.model.form(name_form(n), "")) for n in range(1, people_count(v) + 1)]


# -- how long


def thinking(v: View) -> int:
    """Seconds to think, 0 for none."""
    return seconds(v, entries.SETUP_THINKING, USUAL_THINKING) if asks(v, Part.THINKING) else 0


def talking(v: View) -> int:
    """Seconds to talk, 0 for none."""
    return seconds(v, entries.SETUP_TALKING, USUAL_TALKING) if asks(v, Part.TALKING) else 0


def seconds(v: View, form: Entry, usual: int) -> int:
    """A number of seconds that was stepped or typed, brought inside its range."""
    return max(0, min(LONGEST_TIME, _whole(v.model.form(form, usual), usual)))


def minutes(v: View) -> int:
    """The time there is: one of the usual three, or what was typed."""
    chosen = _whole(v.model.form(MINUTES, USUAL_MINUTES), USUAL_MINUTES)
    return max(LEAST_MINUTES, min(MOST_MINUTES, chosen))


def has_plan(v: View) -> bool:
    """Whether the game is played in rounds, that a plan can be made for."""
    return asks(v, Part.ROUNDS)


def plan_for(v: View, there_is: int) -> plan.Plan:
    """The plan for so many minutes with the people and times that were chosen."""
    return plan.planned(there_is, people_count(v), thinking(v), talking(v))


def _whole(value: object, otherwise: int) -> int:
    """A number that was stepped or typed; ``otherwise`` for what is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() else otherwise


# -- with which cards


def clusters(v: View) -> list[Cluster]:
    """The chosen clusters; all but those switched off."""
    off = set(v.model.form(entries.SETUP_OFF, ()))
    return [cluster for cluster in CLUSTERS if cluster not in off]


def kinds(v: View) -> tuple[Kind, ...]:
    """The other kinds of card that are mixed in, as far as the game is played with them."""
    chosen = set(v.model.form(entries.SETUP_KINDS, ()))
    return tuple(kind for kind in kinds_offered(v) if kind.value in chosen)


def kinds_offered(v: View) -> tuple[Kind, ...]:
    """The other kinds the chosen game can be played with."""
    return tuple(getattr(mode_named(mode(v)), "KINDS", ()))


def hand(v: View, deck: Deck) -> tuple[int, ...]:
    """The cards that were put in the hand, as far as this deck has them."""
    there = {card.number for card in deck.cards}
    return tuple(number for number in v.model.form(entries.SETUP_HAND, ()) if number in there)


def moment(v: View) -> Moment | None:
    """The moment of the klantreis; None where it does not matter."""
    chosen = v.model.form(entries.SETUP_MOMENT, "")
    return Moment(chosen) if chosen in tuple(Moment) else None


def drawing(v: View) -> Drawing:
    """How cards are drawn."""
    chosen = v.model.form(entries.SETUP_DRAWING, Drawing.OPEN)
    return Drawing(chosen) if chosen in tuple(Drawing) else Drawing.OPEN


def option(v: View, name: str, values: tuple[str, ...]) -> str:
    """The value of one of the game's own choices; the first one at first."""
    chosen = str(v.model.form(option_form(v, name), values[0]))
    return chosen if chosen in values else values[0]


def option_form(v: View, name: str) -> Entry:
    """The form entry of one of the game's own choices."""
    return Entry(f"setup:option:{mode(v)}:{name}")


def own_options(v: View) -> tuple[tuple[str, str], ...]:
    """Every choice of the game's own, as it is now."""
    return tuple((name, option(v, name, values)) for name, values in mode_named(mode(v)).OPTIONS.items())


def explained(v: View) -> dict[str, Choice]:
    """The game's own choices that have words of their own."""
    return {one.name: one for one in about(v).choices}


def ready(v: View, deck: Deck) -> bool:
    """Whether there is a card to play with."""
    if not asks(v, Part.CLUSTERS):
        return True
    chosen = clusters(v)
    return any(card.cluster in chosen for card in deck.cards)


# -- all of it


def setup_of(v: View, deck: Deck) -> events.Setup:
    """The choices on the screen as a setup; what is outside its range is brought inside."""
    form, typed = v.model.form, str(v.model.form(entries.SETUP_SHUFFLE, ""))
    people = tuple(events.Participant(n, clean(name)[:LONGEST_NAME]) for n, name in enumerate(names(v), 1))
    shuffle = int(typed) if typed.isdecimal() else 0
    there_is = minutes(v) if has_plan(v) else None
    return events.Setup(
        mode=mode(v),
        title=clean(str(form(entries.SETUP_TITLE, "")))[:LONGEST_NAME],
        participants=people,
        rounds=plan_for(v, there_is).rounds if there_is else 3,
        cards_per_round=CARDS_ALONE,
        clusters=tuple(clusters(v)) if asks(v, Part.CLUSTERS) else CLUSTERS,
        drawing=drawing(v),
        thinking_seconds=thinking(v),
        talking_seconds=talking(v),
        shuffle_number=min(HIGHEST_SHUFFLE_NUMBER, max(1, shuffle)),
        moment=moment(v) if asks(v, Part.MOMENT) else None,
        cards=hand(v, deck) if asks(v, Part.HAND) else (),
        subject=clean(str(form(entries.SETUP_SUBJECT, "")))[:LONGEST_LINE] if asks(v, Part.SUBJECT) else "",
        options=own_options(v),
        minutes=there_is,
        kinds=kinds(v),
    )
