"""What moves in Alleen: cards out of the case, one that is lifted and turns, one that goes back."""

from tegenwicht.game import alone, events
from tegenwicht.game.cards import Cluster
from tegenwicht.kit.motion import moves
from tegenwicht.kit.ops import Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone.now import now_of
from tegenwicht.screens.parts.table.backs import held_back
from tegenwicht.screens.shell.theme import Theme
from tegenwicht.screens.shell.view import View

APART, RISE, UP = 0.06, 0.3, 260
"""Seconds between two cards that come out of the case, how long each takes, and how deep it was."""


def motion(event: events.Event, v: View) -> moves.Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    match event:
        case alone.CardChosen(card) | alone.CardLookedUp(card):
            cluster = now_of(v).session.cards[card].cluster
            start = f"hand:{card}" if isinstance(event, alone.CardChosen) else f"slot:{card}"
            lift = moves.Lift((start, f"slot:{card}"), "card", _back(v.theme, cluster), along=("ear",))
            return moves.Together(
                (moves.Sound("slide"), lift, moves.Wait(moves.LIFT_SECONDS, moves.Sound("thud")))
            )
        case alone.CardLaidDown(card):
            place = f"map:{now_of(v).session.cards[card].cluster}"
            return moves.Together((moves.Sound("slide"), moves.LayDown("card", place, ("ear",))))
        case alone.CardPutBack(card):
            cluster = now_of(v).session.cards[card].cluster
            return moves.Together(
                (
                    moves.Sound("slide"),
                    moves.TurnAway("card", f"hand:{card}", _back(v.theme, cluster), ("ear",)),
                )
            )
        case alone.HandDealt(cards):
            rising = (
                moves.Wait(n * APART, moves.Shift(f"hand:{card}", (0, UP), RISE))
                for n, card in enumerate(cards)
            )
            return moves.Together((moves.Sound("slide"), *rising))
    return None


def _back(theme: Theme, cluster: Cluster | None) -> moves.Look:
    """The back that a card shows on its way."""

    def look(rect: Rect) -> tuple[Op, ...]:
        return (Still(rect, held_back(theme, cluster, rect.w, rect.h)),)

    return look
