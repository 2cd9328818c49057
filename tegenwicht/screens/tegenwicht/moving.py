"""What moves at the table after something was done. It only shows it: all of it is there at once, and is said."""

from dataclasses import replace

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.kit.motion import moves as m
from tegenwicht.kit.ops import Drawing, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts import stones
from tegenwicht.screens.parts.table import scale
from tegenwicht.screens.parts.table.backs import standing_back
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.heap import heap, stone_body
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.compact import compact_table
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.compact.top import PAN_ON_SMALL
from tegenwicht.screens.tegenwicht.now import Now, now_of
from tegenwicht.screens.tegenwicht.pieces.pans import laid_by
from tegenwicht.screens.tegenwicht.round_end.round_now import done_of, guessing_of
from tegenwicht.screens.tegenwicht.round_end.showing import revealed, rows

EAR = ("ear",)
"""What is on a card, and goes along with it."""
STRIP = ("slip:paper", "slip", "slip:next")
"""What lies under a card."""
PANS = ("pan:left", "pan:right")
RISE = 14
"""Design pixels that the tent of whose turn it is stands higher."""
BLOCK_LEAVES = 0.6
"""The part of its way after which the block of a card leaves it for the pan."""
NEXT = 0.04
"""Seconds between one counter that turns over and the next."""
GO, EMPTY, AWAY = 0.1, 0.4, 0.38
"""Seconds: when the stones leave the pans, when these are empty, and when the last card has been laid away."""
NOD = 0.4
"""Degrees: how far the beam nods when a card is set down."""


def motion(event: e.Event, v: View) -> m.Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    of_stones = stones.motion(event)
    if of_stones is not None:
        return of_stones
    playing = v.model.playing
    if playing is None:
        return None
    if t.table(playing.timeline.session).turn is None:
        return _round_done(event, v)
    now = now_of(v)
    match event:
        case t.CardDrawn():
            return _drawn(now, event)
        case t.ClusterMentioned(cluster):
            return _marked(now, cluster)
        case t.MentionTakenBack(cluster) if is_compact(v):
            return _tossed(now, cluster, home=True)
        case t.MentionTakenBack(cluster):
            return m.Together((m.FlyHome(pan_of(now, cluster), f"counter:{cluster}"), _swing(now)))
        case t.CardPutAside(number):
            return _put_aside(now, now.session.cards[number])
        case t.TurnFinished():
            return m.Together((_finished(now), *_next_tent(now)))
        case t.TurnPassed():
            return m.Together((*_passed(now), *_next_tent(now)))
        case t.TurnGivenTo():
            return m.Together(_next_tent(now))
        case t.JokerPlayed(card=card) if t.joker_of(now.session.cards[card]) is t.Joker.TURN_ROUND:
            return m.Together((m.Sound("paper"), m.TurnOver("card", along=EAR)))
        case e.Undone() | e.Redone():
            return _swing(now)
    return None


def _round_done(event: e.Event, v: View) -> m.Move | None:
    """At the end of a round the pans are emptied and the counters turn face down; after the guess all comes back."""
    now = done_of(v)
    if is_compact(v):
        return None
    if isinstance(event, t.TurnFinished | t.TurnPassed):
        if guessing_of(now) is None:
            lay = (_finished(now),) if isinstance(event, t.TurnFinished) else ()
            return m.Together((*lay, m.Hold(AWAY, STRIP), *(m.Wait(AWAY, row) for row in rows(now))))
        away = (m.Sound("slide"), m.LayDown("card", "discussed", EAR))
        return m.Together((*(away if isinstance(event, t.TurnFinished) else ()), *_put_face_down(now)))
    if isinstance(event, t.RoundGuessed):
        return revealed(now)
    return None


def _put_face_down(now: Now) -> list[m.Move]:
    """What lies on the pans slides back to its counters; then these turn over, one after the other."""
    counters = [f"counter:{one}" for right in (False, True) for one in now.side(right)]
    flips = [m.Wait(EMPTY + number * NEXT, m.Flip(key)) for number, key in enumerate(counters)]
    last = replace(now.play.turns[-1], discussed=False)
    before = (*now.play.turns[:-1], last)
    slide = [
        m.Wait(GO, m.Scatter(PANS[right], tuple(f"counter:{one.cluster}" for one in lying)))
        for right in (False, True)
        for lying in (heap(*laid_by(now, before, right)).pieces,)
    ]
    level = m.Wait(GO, m.Together((m.Sound("stone"), _swing(now))))
    return [m.Hold(EMPTY, STRIP), *flips, *slide, level, m.Wait(EMPTY, m.Sound("cloth"))]


def pan_of(now: Now, cluster: Cluster) -> str:
    """The pan that a cluster's blocks and stones fall on."""
    return PANS[cluster in now.side(True)]


def _swing(now: Now, low: str = "", nod: float = 0.0) -> m.Swing:
    g, table = _scale_stands_on(now), now.v.theme.table

    def leaning(degrees: float) -> tuple[Op, ...]:
        return (scale.beam(g, table, scale.shape_on(g, round(degrees / scale.STEP) * scale.STEP)),)

    return m.Swing("beam", PANS, leaning, low, nod=nod)


def _scale_stands_on(now: Now) -> Ground:
    """The ground of the scale; where there is none, nothing of it moves either."""
    return (compact_table.ground_of_scale(now) if is_compact(now.v) else None) or now.g


# -- a card


def _drawn(now: Now, event: t.CardDrawn) -> m.Move:
    card = now.session.cards[event.card]
    if len(now.cards) > 1:
        return _hung_opposite(now, card)
    piles = ("aside",) if event.way is t.Way.ASIDE else (f"pile:{card.cluster}", "pile:mixed")
    back = None if "pile:mixed" in piles and not now.six_piles else card.cluster
    lift = m.Lift(piles, "card", standing_back(now.v.theme, back), ("turn", "moment"), EAR)
    landing = m.Together((m.Sound("thud"), _swing(now, nod=NOD)))
    flight = m.Together((m.Sound("slide"), lift, m.Wait(m.LIFT_SECONDS, landing)))
    by_lot = event.way is t.Way.WHOLE and now.six_piles and card.cluster is not None
    return m.InTurn((_lot(now, card), flight)) if by_lot else flight


def _lot(now: Now, card: Card) -> m.Light:
    """A light runs over the piles, once round and on to the one that was drawn from."""
    lies = [c for c in CLUSTERS if c in now.clusters and (now.left[c] or c is card.cluster)]
    stop = lies.index(card.cluster) + 1 if card.cluster in lies else 0
    return m.Light(tuple(f"pile:{c}" for c in (*lies, *lies[:stop])), now.v.theme.focus)


def _hung_opposite(now: Now, card: Card) -> m.Move:
    """The counterweight comes from its cluster's place; the first card makes room for it."""
    start = (f"pile:{card.cluster}", f"counter:{card.cluster}")
    lift = m.Lift(start, "card:second", standing_back(now.v.theme, card.cluster), STRIP)
    aside = m.LayDown("card", "card:first", EAR, m.LIFT_SECONDS)
    return m.Together((m.Sound("slide"), aside, lift, m.Wait(m.LIFT_SECONDS, m.Sound("thud"))))


def _put_aside(now: Now, card: Card) -> m.Move:
    back = card.cluster if now.six_piles else None
    away = m.TurnAway("card", "aside", standing_back(now.v.theme, back), EAR)
    return m.Together((m.Sound("slide"), away, m.Wait(0.25, m.Sound("cloth"))))


def _passed(now: Now) -> tuple[m.Move, ...]:
    """Whoever passes puts the card aside that lies there; where none does, none moves. It always sounds the same."""
    lying = [now.session.cards[one.card].cluster for one in now.play.aside[-2:]]
    keys = (("card:first", lying[0]), ("card:second", lying[-1]), ("card", lying[-1])) if lying else ()
    return (
        m.Sound("paper"),
        *(
            m.TurnAway(key, "aside", standing_back(now.v.theme, cluster if now.six_piles else None), EAR)
            for key, cluster in keys
        ),
    )


# -- stones and blocks


def _marked(now: Now, cluster: Cluster) -> m.Move:
    if is_compact(now.v):
        return m.Together(
            (m.AtOnce((f"counter:{cluster}",)), m.InTurn((_tossed(now, cluster), m.Sound("stone"))))
        )
    pan = pan_of(now, cluster)
    fall = m.InTurn((m.Fly(pan, f"counter:{cluster}"), m.Together((m.Sound("stone"), _swing(now, pan)))))
    return m.Together((m.AtOnce((f"counter:{cluster}",)), fall))


def _tossed(now: Now, cluster: Cluster, home: bool = False) -> m.Toss:
    """Where the scale is small a stone flies between the counter and the pan, on which it is a speck."""
    colours = now.v.theme.clusters[cluster]

    def look(rect: Rect) -> tuple[Op, ...]:
        body = Drawing(rect, (46.0, 38.0), stone_body(colours), ground=colours.solid)
        return (body, Icon(rect.inset(round(rect.h * 0.26)), cluster.value, (255, 255, 255)))

    counter, pan = (
        (f"counter:{cluster}", 0.2, 0.35),
        ("balance", *PAN_ON_SMALL[pan_of(now, cluster) == PANS[1]]),
    )
    ends = (pan, counter) if home else (counter, pan)
    return m.Toss(look, (60, 50), *ends, on="balance")


def _finished(now: Now) -> m.Move:
    """The card lays itself with the discussed ones, and its block falls on its pan."""
    lay = m.LayDown("card", "discussed", EAR)
    cluster = _last_discussed(now)
    if cluster is None:
        return m.Together((m.Sound("slide"), lay))
    pan = pan_of(now, cluster)
    fall = m.InTurn((m.Fly(pan, "card", arc=90), m.Together((m.Sound("stone"), _swing(now, pan)))))
    return m.Together((m.Sound("slide"), lay, m.Wait(BLOCK_LEAVES * lay.seconds, fall)))


def _last_discussed(now: Now) -> Cluster | None:
    done = now.play.turns[-1].cards if now.play.turns else ()
    return now.session.cards[done[-1].card].cluster if done else None


# -- whose turn it is


def _next_tent(now: Now) -> tuple[m.Move, ...]:
    """The tent of who had the turn sinks, the next one rises."""
    had = now.play.turns[-1].participant if now.play.turns else 0
    rises = m.Shift(f"tent:{now.turn.participant}", (0, RISE))
    return (rises, m.Shift(f"tent:{had}", (0, -RISE))) if had else (rises,)
