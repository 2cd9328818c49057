"""What may happen at the table, one function for each rule: play asks it, and so does a journal that is replayed.

Each gives the reason why not, or None. Rules that came with an edition hold nothing against an older session.
"""

from tegenwicht.game import drawing
from tegenwicht.game.cards import Cluster, Kind
from tegenwicht.game.editions import HUNG_OPPOSITE, MARKS_STAY, holds
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.stones.laying import Stage
from tegenwicht.game.tegenwicht.guessing import can_guess
from tegenwicht.game.tegenwicht.state import (
    Table,
    Turn,
    clusters_on_table,
    counts_now,
    last_came_up,
    table,
)

LONGEST_NOTE = 2000
MOST_HANDS = 99


def anything(play: Table) -> Refusal | None:
    """Stones before the talk are laid, or left, before anything else happens at the table."""
    first = play.stones is not None and play.stones.stage is Stage.BEGIN
    return Refusal.STONES_FIRST if first else None


def mark(session: Session, turn: Turn, cluster: Cluster) -> Refusal | None:
    """A cluster is marked once a turn; that of a card on the table counts with the card."""
    if holds(MARKS_STAY, session) and cluster in clusters_on_table(session, turn):
        return Refusal.COUNTS_WITH_CARD
    return Refusal.ALREADY_MENTIONED if cluster in turn.mentions else None


def unmark(session: Session, turn: Turn, cluster: Cluster) -> Refusal | None:
    """A mark of the cluster of a card on the table waits to become that card's block."""
    if holds(MARKS_STAY, session) and cluster in clusters_on_table(session, turn):
        return Refusal.COUNTS_WITH_CARD
    return None if cluster in turn.mentions else Refusal.NOT_MENTIONED


def hang(session: Session, turn: Turn) -> Refusal | None:
    """One counterweight, opposite a card. (In earlier editions it could be the turn's first card.)"""
    if holds(HUNG_OPPOSITE, session) and not turn.cards:
        return Refusal.NO_CARD_ON_TABLE
    if len(turn.cards) > 1:
        return Refusal.COUNTERWEIGHT_ON_TABLE
    if turn.cards and is_task(session, turn.cards[0].card):
        return Refusal.NOT_FOR_TASK
    has_cluster = any(session.cards[number].cluster for number in table(session).left)
    return None if has_cluster else Refusal.NO_CARDS_LEFT


def is_task(session: Session, card: int) -> bool:
    """Whether it is an *opdracht*: one does it, and weighs nothing."""
    return session.cards[card].kind is Kind.TASK


def weigh(session: Session, turn: Turn, counts: tuple[int, ...], card: int | None) -> Refusal | None:
    """Four counts of 0 to 99 hands, not all of them 0, for a card on the table that is no task."""
    refusal = _on_card(turn, card)
    if refusal is None and is_task(session, turn.cards[-1].card if card is None else card):
        return Refusal.NOT_FOR_TASK
    fits = len(counts) == 4 and all(0 <= n <= MOST_HANDS for n in counts) and any(counts)
    return refusal or (None if fits else Refusal.WEIGHTS_OUT_OF_RANGE)


def note(turn: Turn, text: str, card: int | None) -> Refusal | None:
    """Up to so many characters with a card on the table."""
    return _on_card(turn, card) or (Refusal.TEXT_TOO_LONG if len(text) > LONGEST_NOTE else None)


def _on_card(turn: Turn, card: int | None) -> Refusal | None:
    """None for the card drawn last, or else the number of one of the two on the table."""
    if not turn.cards:
        return Refusal.NO_CARD_ON_TABLE
    there = card is None or any(one.card == card for one in turn.cards)
    return None if there else Refusal.NO_SUCH_CARD


def guess(play: Table, most: Cluster, absent: Cluster | None) -> Refusal | None:
    """One guess for the round that was just done, before the next begins, when enough was named in it."""
    if play.turn is not None or not play.rounds:
        return Refusal.ROUND_IS_NOT_DONE
    if play.rounds[-1].guess is not None:
        return Refusal.ALREADY_GUESSED
    if not can_guess(play.rounds[-1]):
        return Refusal.TOO_FEW_MARKS
    return Refusal.SAME_CLUSTER_TWICE if most is absent else None


# -- which card comes


def lagging_card(session: Session) -> int:
    """The next card of the cluster that has come up least so far, ties by shuffle order."""
    return _first_of_least(session, _tops(session))


def counterweight_card(session: Session) -> int:
    """The card to hang opposite the one on the table: of the cluster that has come up least so far.

    Of clusters that came up as often, the one that did so longest ago; then by shuffle order. (In earlier
    editions by shuffle order alone.)
    """
    tops = _tops(session)
    if holds(HUNG_OPPOSITE, session):
        last = last_came_up(session)
        tops.sort(key=lambda number: -1 if (c := session.cards[number].cluster) is None else last.get(c, -1))
    return _first_of_least(session, tops)


def _tops(session: Session) -> list[int]:
    """The first card of each pile, in the order of the shuffle; when no card has a cluster, the next one.

    The clusters of the cards on the table are passed over while another pile has cards.
    """
    play = table(session)
    on_table = clusters_on_table(session, play.turn) if play.turn else set()
    firsts = {c: number for number in reversed(play.left) if (c := session.cards[number].cluster)}
    if not firsts:
        return list(play.left[:1])
    others = [number for cluster, number in firsts.items() if cluster not in on_table]
    order = {number: place for place, number in enumerate(play.left)}
    return sorted(others or firsts.values(), key=order.__getitem__)


def _first_of_least(session: Session, tops: list[int]) -> int:
    """The first of the cards whose cluster came up least."""
    counts = table(session).came_up + counts_now(session)
    return drawing.first_of_least(
        tops, [counts.came_up(c) if (c := session.cards[n].cluster) else 0 for n in tops]
    )
