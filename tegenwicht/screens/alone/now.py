"""What is so just now for who plays alone, gathered once for all that shows it."""

from itertools import islice
from typing import NamedTuple

from tegenwicht.game import alone, events
from tegenwicht.game.cards import Card
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Key
from tegenwicht.screens.parts.favourites import is_favourite
from tegenwicht.screens.shell.commands import All, Do, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Line, Playing
from tegenwicht.screens.shell.view import View

OTHER_SIDE, SLIP, PEEK, PAIR = (
    Entry("alone:other"),
    Entry("alone:slip"),
    Entry("alone:peek"),
    Entry("alone:pair"),
)
"""Form entries: the card that lies on its other side; (card, which doorvraag is out); the card of the map whose name
is told; which two are side by side, from 1, 0 for none."""
DAY_PLACE = 3
"""Where the card of the day stands in the fan, from the left."""
MOST_PAIRS = 24


def line_form(number: int) -> Entry:
    """Where the line with a card is kept while it is typed."""
    return Entry(f"line:{number}")


def pair_form(first: int, second: int) -> Entry:
    """The same of two cards."""
    return Entry(f"pair:{first}:{second}")


class Now(NamedTuple):
    """A session alone that is going on."""

    v: View
    playing: Playing
    session: Session
    play: alone.Alone

    # -- cards

    @property
    def card(self) -> Card | None:
        """The one that lies open."""
        return self.session.cards[self.play.on_table.card] if self.play.on_table else None

    @property
    def today(self) -> int:
        """The number of the card of the day."""
        return alone.card_of_the_day(self.session)

    @property
    def hand(self) -> tuple[int, ...]:
        """The fan from left to right, the card of the day right of its middle."""
        rest = [number for number in self.play.hand if number != self.today]
        if self.today in self.play.hand:
            rest.insert(min(DAY_PLACE, len(rest)), self.today)
        return tuple(rest)

    @property
    def met(self) -> tuple[int, ...]:
        """Every card that one met, now or before, the latest last."""
        before = self.v.model.pattern.met if self.v.model.pattern else ()
        here = tuple(one.card for one in self.play.met)
        earlier = tuple(n for n in before if n in self.session.cards and n not in here)
        return (*earlier, *here)

    @property
    def lines(self) -> tuple[Line, ...]:
        """One's own lines, the latest first: of this session and of those before."""
        here = [Line("", one.card, one.note) for one in self.play.met if one.note]
        here += [Line("", one.first, one.text, one.second) for one in self.play.pairs]
        before = self.v.model.pattern.lines if self.v.model.pattern else ()
        return (*here[::-1], *before)

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Two cards that one met, of different clusters; those met last first."""
        order = self.met[::-1]
        found = (
            (second, first)
            for at, first in enumerate(order)
            for second in order[at + 1 :]
            if self._differ(first, second)
        )
        return tuple(islice(found, MOST_PAIRS))

    def _differ(self, first: int, second: int) -> bool:
        one, other = self.session.cards[first].cluster, self.session.cards[second].cluster
        return one is not None and other is not None and one is not other

    @property
    def pair(self) -> tuple[int, int] | None:
        """The two that are side by side now."""
        number = int(self.v.model.form(PAIR, 0))
        return self.pairs[(number - 1) % len(self.pairs)] if number and self.pairs else None

    @property
    def peeked(self) -> Card | None:
        """The card of the map that was asked for, and that one did not meet yet."""
        number = int(self.v.model.form(PEEK, 0))
        return self.session.cards.get(number) if number not in self.met else None

    @property
    def is_liked(self) -> bool:
        """Whether the open card is a favourite."""
        return self.card is not None and is_favourite(self.v.model, self.session.deck, self.card)

    # -- what is only shown

    @property
    def turned(self) -> bool:
        """Whether the card lies on its other side."""
        return self.card is not None and self.v.model.form(OTHER_SIDE, 0) == self.card.number

    @property
    def slip(self) -> int:
        """Which doorvraag is out: the first, until another is drawn or the card is turned; 0 for none."""
        number, out = self.v.model.form(SLIP, (0, 0))
        if self.card is None or not self.card.deeper:
            return 0
        return int(out) if number == self.card.number else 1

    def turn_round(self, card: Card) -> Command:
        """Turn the card to its other side, or back; a doorvraag that is out goes back under it."""
        said = card.question if self.turned else card.other_side
        words = tr("Voorkant: {words}") if self.turned else tr("Andersom: {words}")
        turned = Put(OTHER_SIDE, 0 if self.turned else card.number)
        return All((turned, Put(SLIP, (card.number, 0)), Say(words.format(words=said))))

    def draw_slip(self, card: Card, number: int) -> Command | None:
        """Draw out a doorvraag; None when there is none with that number."""
        if not 1 <= number <= len(card.deeper):
            return None
        words = tr("Doorvraag {n} van {m}: {words}")
        said = words.format(n=number, m=len(card.deeper), words=card.deeper[number - 1])
        return All((Put(SLIP, (card.number, number)), Say(said)))

    # -- keys and writing

    @property
    def writing(self) -> bool:
        """Whether a field has the keys."""
        return self.v.model.focus in ("line", "pair:line")

    def sign(self, key: Key) -> str:
        """How a key is shown, "" where it does not work now."""
        if self.writing or self.v.model.panel or (len(key.shown) == 1 and not self.v.letter_keys):
            return ""
        return key.shown

    def may(self, action: events.Action) -> Do | None:
        """The command for an action, if it may be done."""
        return Do(action) if action in self.playing.legal else None

    def typed(self) -> str:
        """What stands in the line with the card."""
        one = self.play.on_table
        return str(self.v.model.form(line_form(one.card), one.note)) if one else ""

    def typed_on_pair(self) -> str:
        """What stands in the line with the two."""
        pair = self.pair
        return str(self.v.model.form(pair_form(*pair), self.play.line_of(*pair))) if pair else ""

    def unsaved(self) -> tuple[Do, ...]:
        """Keeps what was typed; nothing where it is the same as what is kept."""
        found: list[Do] = []
        one, pair = self.play.on_table, self.pair
        if one is not None and clean(self.typed(), lines=True) != one.note:
            found.append(Do(alone.WriteNote(self.typed())))
        if pair and clean(self.typed_on_pair(), lines=True) != self.play.line_of(*pair):
            found.append(Do(alone.WriteOnPair(*pair, self.typed_on_pair())))
        return tuple(found)

    def keeping(self, *commands: Command) -> Command:
        """The commands, after what was typed has been kept."""
        every = (*self.unsaved(), *commands)
        return All(every) if len(every) > 1 else every[0]


def now_of(v: View) -> Now:
    """The session alone in ``v.model.playing``."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    return Now(v, playing, session, alone.alone(session))
