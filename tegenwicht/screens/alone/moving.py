"""What moves in Alleen: cards out of the case, one that is lifted and turns, one that goes back."""

from tegenwicht.game import alone as a
from tegenwicht.game import events as e
from tegenwicht.game.cards import Cluster
from tegenwicht.kit.motion import moves as m
from tegenwicht.kit.ops import Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone.now import now_of
from tegenwicht.screens.parts.table.backs import held_back
from tegenwicht.screens.shell.theme import Theme
from tegenwicht.screens.shell.view import View

APART, RISE, UP = 0.06, 0.3, 260
"""Seconds between two cards that come out of the case, how long each takes, and how deep it was."""


def motion(event: e.Event, v: View) -> m.Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    match event:
        case a.CardChosen(card) | a.CardLookedUp(card):
            cluster = now_of(v).session.cards[card].cluster
            start = f"hand:{card}" if isinstance(event, a.CardChosen) else f"slot:{card}"
            lift = m.Lift((start, f"slot:{card}"), "card", _back(v.theme, cluster), along=("ear",))
            return m.Together((m.Sound("slide"), lift, m.Wait(m.LIFT_SECONDS, m.Sound("thud"))))
        case a.CardLaidDown(card):
            place = f"map:{now_of(v).session.cards[card].cluster}"
            return m.Together((m.Sound("slide"), m.LayDown("card", place, ("ear",))))
        case a.CardPutBack(card):
            cluster = now_of(v).session.cards[card].cluster
            return m.Together(
                (m.Sound("slide"), m.TurnAway("card", f"hand:{card}", _back(v.theme, cluster), ("ear",)))
            )
        case a.HandDealt(cards):
            rising = (
                m.Wait(n * APART, m.Shift(f"hand:{card}", (0, UP), RISE)) for n, card in enumerate(cards)
            )
            return m.Together((m.Sound("slide"), *rising))
    return None


def _back(theme: Theme, cluster: Cluster | None) -> m.Look:
    """The back that a card shows on its way."""

    def look(rect: Rect) -> tuple[Op, ...]:
        return (Still(rect, held_back(theme, cluster, rect.w, rect.h)),)

    return look
