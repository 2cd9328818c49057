"""What is so in the harvest just now, gathered once for all that shows it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from tegenwicht.game import events, harvest
from tegenwicht.game.account import Block, CardEntry
from tegenwicht.game.cards import Card
from tegenwicht.game.events import Participant
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.taken import Taken
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts
from tegenwicht.i18n import tr
from tegenwicht.kit.buttons import Button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box
from tegenwicht.kit.nodes import Key
from tegenwicht.kit.ops import Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.harvest.days import when_of
from tegenwicht.screens.parts.table.ground import Ground, from_near, ground_of
from tegenwicht.screens.parts.table.tents import badge_letters
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Do, Leave, Open, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

STEP, WHO, TURNED = Entry("harvest:step"), Entry("harvest:who"), Entry("harvest:turned")
"""Form entries: the screen that is shown, who is telling, the card that lies on its other side."""
HAD = Entry("harvest:had")
"""Form entry: who had the word, also of whom nothing is kept."""
WAY = "report:way:"
"""How the keys begin of what can be made of a session."""
LINE, WHEN, DAY = Entry("line"), Entry("line when"), Entry("line day")
"""The panel where a line is written, and its form entries: the line, how its day is chosen, the day that was typed."""


class Step(StrEnum):
    """The screens, in their order."""

    TAKE = "take"
    LOOK = "look"
    REPORT = "report"

    @property
    def for_all(self) -> bool:
        """Whether who looks on another screen may know: everyone sees the same one."""
        return True


class Look(NamedTuple):
    """How a mode shows what it leaves behind. box: where all look back, in place of its account. paper: on the page for
    the wall, between a left and a right, from a top to a bottom, in pixels."""

    box: Callable[[View], Box]
    paper: Callable[[Ground, int, int, int, int], list[Op]]


class Mine(NamedTuple):
    """What a mode adds. blocks: its account. counts: what lies on the scale, None where it has none.

    also: boxes beside its account, more: buttons of its own. look: what is seen of it, None where it is told in words.
    """

    blocks: tuple[Block, ...]
    counts: Counts | None = None
    also: Sequence[Box] = ()
    more: Sequence[Button] = ()
    look: Look | None = None

    @property
    def is_seen(self) -> bool:
        """Whether one looks back at something else than the account, which is then behind a button."""
        return self.counts is not None or self.look is not None


class Harvest(NamedTuple):
    """The harvest of the session in the model."""

    v: View
    g: Ground
    playing: Playing
    session: Session
    step: Step
    mine: Mine
    cards: tuple[Card, ...]

    def spot(self, x: float, y: float, w: float, h: float) -> Rect:
        """In the middle of a large screen; near by in design pixels from the window's top left."""
        return self.g.place(x, y, w, h) if self.v.near else self.g.mid(x, y, w, h)

    @property
    def people(self) -> tuple[Participant, ...]:
        """Who is there, in order."""
        return self.session.present

    @property
    def names(self) -> dict[int, str]:
        """What everyone is called."""
        return names_apart(self.session)

    @property
    def letters(self) -> dict[int, str]:
        """What stands on everyone's pawn."""
        return dict(
            zip(
                (one.id for one in self.people), badge_letters([one.name for one in self.people]), strict=True
            )
        )

    @property
    def closed(self) -> bool:
        """Whether it can only be looked at."""
        return self.session.phase is Phase.CLOSED

    @property
    def teller(self) -> Participant | None:
        """Who is telling; None when everyone has had their say."""
        chosen = self.v.model.form(WHO, 0) or harvest.next_to_tell(self.session)
        return next((one for one in self.people if one.id == chosen), None) if not self.closed else None

    @property
    def taken(self) -> Taken:
        """What the teller takes along so far."""
        return harvest.taken_by(self.session, self.teller.id if self.teller else 0)

    @property
    def card(self) -> Card | None:
        """The card that stayed with the teller."""
        return self.session.cards[self.taken.card] if self.taken.card is not None else None

    @property
    def following(self) -> Participant | None:
        """Who tells next: the first after the teller who did not have a say."""
        ids = [one.id for one in self.people]
        at = ids.index(self.teller.id) + 1 if self.teller else 0
        return next(
            (one for one in self.people[at:] if not harvest.had_their_say(self.session, one.id)), None
        )

    @property
    def had(self) -> tuple[int, ...]:
        """Who had the word already, also of whom nothing is kept."""
        found: tuple[int, ...] = self.v.model.form(HAD, ())
        return found

    @property
    def writing(self) -> bool:
        """Whether a line is being written, so that no letter works."""
        return self.v.model.panel is Panel.LINE

    def sign(self, key: Key) -> str:
        """How a key is shown, "" where it does not work now."""
        letter = len(key.shown) == 1 and not self.v.letter_keys
        return "" if self.writing or self.v.model.panel or letter else key.shown

    def side(self, right: bool) -> tuple[Card, ...]:
        """The cards of a pan; what has no cluster lies with the frames."""
        return tuple(c for c in self.cards if (c.cluster is None or c.cluster in FRAMES) is right)

    @property
    def place(self) -> str:
        """Where we are, in the corner: the group's name and that one harvests."""
        word = tr("Terugkijken") if self.closed else tr("Oogsten")
        return " · ".join(filter(None, (self.session.setup.title, word)))

    @property
    def back(self) -> Command | None:
        """*Terug*: the screen before, or who told before; from the first one back to playing, if that can be taken back."""
        before = list(Step).index(self.step) - 1
        if before >= 0 and not (self.closed and before == 0):
            return Put(STEP, list(Step)[before])
        if self.closed:
            return Leave()
        ids = [one.id for one in self.people]
        at = ids.index(self.teller.id) if self.teller else len(ids)
        if at:
            return Put(WHO, ids[at - 1])
        done = self.playing.timeline.done
        event = done.event if done else None
        chose = isinstance(event, harvest.CardKept) and self.teller and event.participant == self.teller.id
        return Do(events.Undo()) if chose or isinstance(event, events.SessionFinished) else None

    def on(self) -> Command:
        """To the next screen."""
        return Put(STEP, list(Step)[list(Step).index(self.step) + 1])


def harvest_of(v: View, mine: Mine) -> Harvest:
    """The harvest of the session in ``v.model.playing``."""
    v = from_near(v)
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    steps = tuple(Step)[1:] if session.phase is Phase.CLOSED else tuple(Step)
    kept = v.model.form(STEP, steps[0])
    step = Step(kept) if kept in steps else steps[0]
    numbers = dict.fromkeys(one.number for one in mine.blocks if isinstance(one, CardEntry))
    cards = sorted((session.cards[n] for n in numbers if n in session.cards), key=_by_cluster)
    return Harvest(v, ground_of(v, frame.news_height(v)), playing, session, step, mine, tuple(cards))


def _by_cluster(card: Card) -> tuple[int, int]:
    """Mensen and then Kaders, each cluster by number; what has no cluster last."""
    order = (*PEOPLE, *FRAMES)
    return (order.index(card.cluster) if card.cluster else len(order), card.number)


def keep_card(now: Harvest, card: int | None) -> Command:
    """The card stayed with the teller, or none did; who tells goes on telling."""
    assert now.teller is not None
    return All((Put(WHO, now.teller.id), Do(harvest.KeepCard(now.teller.id, card))))


def open_line(now: Harvest) -> Command:
    """To write a line, beginning with what stands there."""
    taken = now.taken
    when, day = when_of(taken.by, now.v.model.today)
    assert now.teller is not None
    opens = Open(Panel.LINE, ((LINE, taken.intention or taken.sentence), (WHEN, when), (DAY, day)))
    return All((Put(WHO, now.teller.id), opens))


def pass_on(now: Harvest) -> Command:
    """The teller passes, and the next one tells."""
    assert now.teller is not None
    return All((Do(harvest.PassHarvest(now.teller.id)), next_tells(now)))


def next_tells(now: Harvest) -> Command:
    """Who told has had the word: the next one tells, or after the last all go on."""
    following = now.following
    on = Put(WHO, following.id) if following else now.on()
    if now.teller is None or now.teller.id in now.had:
        return on
    return All((Put(HAD, (*now.had, now.teller.id)), on))
