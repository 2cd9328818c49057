"""What is so at the table just now, gathered once for all that shows it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.events import Action, Event
from tegenwicht.game.rules import LegalActions
from tegenwicht.game.state import Session
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts, hangs_on_one_side
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.motion.ease import out_back
from tegenwicht.kit.motion.moves import InTurn, Leave, Move, Shift, Sound, Together, TurnOver
from tegenwicht.kit.nodes import Key
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import entries, frame
from tegenwicht.screens.shell.commands import All, Do, Moving, Open, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

OTHER_SIDE, SLIP, ENLARGED = Entry("other side"), Entry("slip"), Entry("enlarged")
"""Form entries: the card that lies on its other side, or below 0 the one that was turned back; (card, which doorvraag
is out, how many were seen); of two cards the one that is shown alone."""


def how_it_lay(event: Event, forms: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The entries that say how a card lay which is drawn anew, as after its drawing was undone."""
    if not isinstance(event, tegenwicht.CardDrawn):
        return ()
    slip, number = forms.get(SLIP), event.card
    lay = {
        OTHER_SIDE: forms.get(OTHER_SIDE) in (number, -number),
        SLIP: isinstance(slip, tuple) and slip[:1] == (number,),
        ENLARGED: forms.get(ENLARGED) == number,
    }
    return tuple(entry for entry, so in lay.items() if so)


TURN = Entry("turn")
"""The participant of whom is asked whether that one gets the turn."""
THOUGHT = Entry("thought")
"""A parked thought that lies on the strip, by its number."""
JOKER, PARK, JOIN = Entry("joker"), Entry("park"), entries.JOIN
STRIPS = (Panel.NOTE, Panel.JOKER, Panel.PARK, Panel.JOIN)
"""The panels of a joker that is being played, of parking and of joining; and all that lie on the strip, which leave
no key but their own."""


class Now(NamedTuple):
    """The table of a session that is going on, with somebody's turn.

    cards: on the table, the first drawn first. clusters: those that are played with, and those that came up
    otherwise. left: how many cards each pile still has.
    """

    v: View
    g: Ground
    playing: Playing
    session: Session
    play: tegenwicht.Table
    turn: tegenwicht.Turn
    cards: tuple[Card, ...]
    counts: Counts
    clusters: tuple[Cluster, ...]
    left: Mapping[Cluster, int]

    @property
    def legal(self) -> LegalActions:
        """What may be done."""
        legal: LegalActions = self.playing.legal
        return legal

    @property
    def card(self) -> Card | None:
        """The card that letters are about: the one with the focus, else the one drawn last."""
        if not self.cards:
            return None
        if self.enlarged is not None:
            return self.enlarged
        return self.cards[0] if self.v.model.focus_is("card:first") else self.cards[-1]

    @property
    def enlarged(self) -> Card | None:
        """Of two cards the one that is shown alone; None while they hang side by side."""
        chosen = self.v.model.form(ENLARGED, 0)
        return (
            next((one for one in self.cards if one.number == chosen), None) if len(self.cards) > 1 else None
        )

    @property
    def drawing(self) -> Drawing:
        """How this round draws."""
        return tegenwicht.drawing_now(self.session)

    @property
    def six_piles(self) -> bool:
        """Whether the cards lie in piles by cluster."""
        return self.drawing in (Drawing.OPEN, Drawing.PILE)

    def side(self, right: bool) -> tuple[Cluster, ...]:
        """The clusters of one pan that are played with."""
        return tuple(c for c in (FRAMES if right else PEOPLE) if c in self.clusters)

    @property
    def level(self) -> bool:
        """Whether the beam says nothing and stays level."""
        return hangs_on_one_side(self.clusters)

    @property
    def who(self) -> str:
        """Whose turn it is."""
        return names_apart(self.session)[self.turn.participant]

    @property
    def writing(self) -> bool:
        """Whether what lies on the strip has the keys, so that no letter works."""
        return self.v.model.panel in STRIPS

    @property
    def reaches_the_rim(self) -> bool:
        """Whether what lies on the table fills it down to the rim: a strip that is out, or two cards."""
        out = any(self.slips(card)[0] for card in self.cards)
        return self.writing or out or len(self.cards) > 1 or bool(self.v.model.form(THOUGHT, 0))

    @property
    def escape_is_free(self) -> bool:
        """Whether Esc has nothing nearer to go back from than the table itself."""
        return not self.v.model.panel and self.enlarged is None

    def sign(self, key: Key) -> str:
        """How a key is shown, "" where it does not work now."""
        return "" if self.writing or self.v.model.panel else self.kept_sign(key)

    def kept_sign(self, key: Key | None) -> str:
        """The sign that there is room for, also while the key does not work for a moment: so no button moves by it."""
        if key is None or self.v.model.bare or (len(key.shown) == 1 and not self.v.letter_keys):
            return ""
        return key.shown

    def asks_turn(self, participant: int) -> Open | None:
        """Pressing a name asks whether that one gets the turn, where that may be: whoever only looks changes nothing."""
        gives = tegenwicht.GiveTurnTo(participant) in self.legal
        return Open(Panel.TURN, ((TURN, participant),)) if gives else None

    def may(self, action: Action) -> Do | None:
        """The command for an action, if it may be done."""
        return Do(action) if action in self.legal else None

    def is_own(self, cluster: Cluster) -> bool:
        """Whether it is the cluster of a card on the table, which counts with that card."""
        return cluster in {card.cluster for card in self.cards}

    # -- what is only shown

    def turned(self, card: Card) -> bool:
        """Whether the card lies on its other side: it was turned, or a joker was played on it that turns it."""
        chosen = self.v.model.form(OTHER_SIDE, 0)
        if abs(chosen) == card.number:
            return bool(chosen > 0)
        played = (self.session.cards[one.card] for one in self.play.played if one.on == card.number)
        return any(tegenwicht.joker_of(joker) is tegenwicht.Joker.TURN_ROUND for joker in played)

    def key_of(self, card: Card) -> str:
        """The key of a card's node: that of the one card, or of one of two that hang opposite each other."""
        if len(self.cards) < 2 or self.enlarged is not None:
            return "card"
        return "card:first" if card is self.cards[0] else "card:second"

    def slips(self, card: Card) -> tuple[int, int]:
        """(which doorvraag is out, 0 for none; how many were seen)."""
        number, out, seen = self.v.model.form(SLIP, (0, 0, 0))
        return (out, seen) if number == card.number else (0, 0)

    def turn_round(self, card: Card) -> Command:
        """Turn the card to its other side, or back; a doorvraag that is out goes back under it."""
        out, seen = self.slips(card)
        back = self.turned(card)
        said = card.question if back else card.other_side
        words = tr("Voorkant: {words}") if back else tr("Andersom: {words}")
        return All(
            (
                Put(OTHER_SIDE, -card.number if back else card.number),
                Put(SLIP, (card.number, 0, seen)),
                Say(words.format(words=said)),
                Moving(
                    Together((Sound("paper"), *_slip_in(out), TurnOver(self.key_of(card), along=("ear",))))
                ),
            )
        )

    def draw_slip(self, card: Card, step: int = 1) -> Command | None:
        """Draw out the next doorvraag (+1), or the one before (-1); None when there is none.

        The one that is out goes back in first; the first goes back without another.
        """
        out, seen = self.slips(card)
        wanted = (out or seen) + step if step > 0 or out else seen
        if step < 0 and out == 1:
            return self._rest_slip(card)
        if not 1 <= wanted <= len(card.deeper):
            return None
        words = tr("Doorvraag {n} van {m}: {words}").format(
            n=wanted, m=len(card.deeper), words=card.deeper[wanted - 1]
        )
        on_card = Shift(f"asked:{card.number}", (0, 40), 0.22, out_back)
        hang = len(self.cards) > 1 and self.enlarged is None
        moves = Moving(Together((Sound("paper"), on_card if hang else InTurn((*_slip_in(out), SLIP_OUT)))))
        return All((Put(SLIP, (card.number, wanted, max(seen, wanted))), Say(words), moves))

    def _rest_slip(self, card: Card) -> Command:
        """The doorvraag that is out goes back under the card."""
        out, seen = self.slips(card)
        moves = Moving(Together((Sound("paper"), *_slip_in(out))))
        return All(
            (Put(SLIP, (card.number, 0, seen)), Say(tr("De doorvraag ligt weer onder de kaart.")), moves)
        )


UNDER_THE_CARD = (0, -76)
"""Design pixels from where a doorvraag lies that is out to where it is at rest."""
ON_THE_SLIP = ("slip", "slip:next")
SLIP_OUT = Shift("slip:paper", UNDER_THE_CARD, 0.22, out_back, ON_THE_SLIP)


ABOVE_THE_RIM = 58
"""Design pixels more that are free there while no strip is out: news lies there and moves nothing."""


def _slip_in(out: int) -> tuple[Move, ...]:
    """A doorvraag that is out slides back under its card; nothing when none is."""
    return (Leave("slip:paper", UNDER_THE_CARD, along=ON_THE_SLIP, under=True),) if out else ()


def now_of(v: View) -> Now:
    """The table of the session in ``v.model.playing``; there must be a turn."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    play = tegenwicht.table(session)
    assert play.turn is not None
    cards = tuple(session.cards[one.card] for one in play.turn.cards)
    counts, news = tegenwicht.tally_of(session).rounds[-1], frame.news_height(v)
    played, left = clusters_of(session, play, counts), left_of(session, play)
    now = Now(v, ground_of(v, news), playing, session, play, play.turn, cards, counts, played, left)
    if not news or now.reaches_the_rim:
        return now
    return now._replace(g=ground_of(v, news - now.g.px(ABOVE_THE_RIM)))


def clusters_of(session: Session, play: tegenwicht.Table, counts: Counts) -> tuple[Cluster, ...]:
    """The clusters that are played with, and those that came up otherwise."""
    dealt = {session.cards[number].cluster for number in (*session.order, *play.used)}
    return tuple(c for c in CLUSTERS if c in dealt or counts.came_up(c))


def left_of(session: Session, play: tegenwicht.Table) -> dict[Cluster, int]:
    """How many cards each pile still has."""
    found = dict.fromkeys(CLUSTERS, 0)
    for number in play.left:
        cluster = session.cards[number].cluster
        if cluster is not None:
            found[cluster] += 1
    return found
