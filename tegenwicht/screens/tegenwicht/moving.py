"""What moves at the table after something was done. It only shows it: all of it is there at once, and is said."""

from dataclasses import replace

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.kit.motion import moves
from tegenwicht.kit.nodes import find, walk
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
from tegenwicht.screens.tegenwicht.pieces.pans import laid_by, pans
from tegenwicht.screens.tegenwicht.round_end import round_compact
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


def motion(event: events.Event, v: View) -> moves.Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    of_stones = stones.motion(event)
    if of_stones is not None:
        return of_stones
    playing = v.model.playing
    if playing is None:
        return None
    if tegenwicht.table(playing.timeline.session).turn is None:
        return _round_done(event, v)
    now = now_of(v)
    match event:
        case tegenwicht.CardDrawn():
            return _drawn(now, event)
        case tegenwicht.ClusterMentioned(cluster):
            return _marked(now, cluster)
        case tegenwicht.MentionTakenBack(cluster) if is_compact(v):
            return _tossed(now, cluster, home=True)
        case tegenwicht.MentionTakenBack(cluster):
            return moves.Together((moves.FlyHome(pan_of(now, cluster), f"counter:{cluster}"), _swing(now)))
        case tegenwicht.CardPutAside(number):
            return _put_aside(now, now.session.cards[number])
        case tegenwicht.TurnFinished():
            return moves.Together((_finished(now), *_next_tent(now)))
        case tegenwicht.TurnPassed():
            return moves.Together((*_passed(now), *_next_tent(now)))
        case tegenwicht.TurnGivenTo():
            return moves.Together(_next_tent(now))
        case tegenwicht.JokerPlayed(card=card) if (
            tegenwicht.joker_of(now.session.cards[card]) is tegenwicht.Joker.TURN_ROUND
        ):
            return moves.Together((moves.Sound("paper"), moves.TurnOver("card", along=EAR)))
        case events.Undone() | events.Redone():
            return _swing(now)
    return None


def _round_done(event: events.Event, v: View) -> moves.Move | None:
    """At the end of a round the pans are emptied and the counters turn face down; after the guess all comes back."""
    now = done_of(v)
    if is_compact(v):
        return _round_done_on_small(event, now)
    if isinstance(event, tegenwicht.TurnFinished | tegenwicht.TurnPassed):
        if guessing_of(now) is None:
            lay = (_finished(now),) if isinstance(event, tegenwicht.TurnFinished) else ()
            return moves.Together(
                (*lay, moves.Hold(AWAY, STRIP), *(moves.Wait(AWAY, row) for row in rows(now)))
            )
        away = (moves.Sound("slide"), moves.LayDown("card", "discussed", EAR))
        return moves.Together(
            (*(away if isinstance(event, tegenwicht.TurnFinished) else ()), *_put_face_down(now))
        )
    if isinstance(event, tegenwicht.RoundGuessed):
        return revealed(now)
    return None


def _round_done_on_small(event: events.Event, now: Now) -> moves.Move | None:
    """There the counters lie in a row: they turn over where they lie; after the guess the rows of the table come."""
    if isinstance(event, tegenwicht.TurnFinished | tegenwicht.TurnPassed) and guessing_of(now) is not None:
        keys = [f"counter:{one}" for right in (False, True) for one in now.side(right)]
        flips = (moves.Wait(number * NEXT, moves.Flip(key)) for number, key in enumerate(keys))
        return moves.Together((moves.Sound("cloth"), *flips))
    shown = isinstance(event, tegenwicht.TurnFinished | tegenwicht.TurnPassed | tegenwicht.RoundGuessed)
    if not shown or find(round_compact.reveal(now, None), "round:all") is not None:
        return None  # what scrolls does not move
    return moves.Together((moves.Sound("cloth"), *rows(now)))


def _put_face_down(now: Now) -> list[moves.Move]:
    """What lies on the pans slides back to its counters; then these turn over, one after the other."""
    counters = [f"counter:{one}" for right in (False, True) for one in now.side(right)]
    flips = [moves.Wait(EMPTY + number * NEXT, moves.Flip(key)) for number, key in enumerate(counters)]
    last = replace(now.play.turns[-1], discussed=False)
    before = (*now.play.turns[:-1], last)
    slide = [
        moves.Wait(GO, moves.Scatter(PANS[right], tuple(f"counter:{one.cluster}" for one in lying)))
        for right in (False, True)
        for lying in (heap(*laid_by(now, before, right)).pieces,)
    ]
    level = moves.Wait(GO, moves.Together((moves.Sound("stone"), _swing(now))))
    return [moves.Hold(EMPTY, STRIP), *flips, *slide, level, moves.Wait(EMPTY, moves.Sound("cloth"))]


def pan_of(now: Now, cluster: Cluster) -> str:
    """The pan that a cluster's blocks and stones fall on."""
    return PANS[cluster in now.side(True)]


def _swing(now: Now, low: str = "", nod: float = 0.0) -> moves.Swing:
    g, table = _scale_stands_on(now), now.v.theme.table

    def leaning(degrees: float) -> tuple[Op, ...]:
        return (scale.beam(g, table, scale.shape_on(g, round(degrees / scale.STEP) * scale.STEP)),)

    return moves.Swing("beam", PANS, leaning, low, nod=nod)


def _scale_stands_on(now: Now) -> Ground:
    """The ground of the scale; where there is none, nothing of it moves either."""
    return (compact_table.ground_of_scale(now) if is_compact(now.v) else None) or now.g


# -- a card


def _drawn(now: Now, event: tegenwicht.CardDrawn) -> moves.Move:
    card = now.session.cards[event.card]
    if len(now.cards) > 1:
        return _hung_opposite(now, card)
    piles = ("aside",) if event.way is tegenwicht.Way.ASIDE else (f"pile:{card.cluster}", "pile:mixed")
    back = None if "pile:mixed" in piles and not now.six_piles else card.cluster
    lift = moves.Lift(piles, "card", standing_back(now.v.theme, back), ("turn", "moment"), EAR)
    landing = moves.Together((moves.Sound("thud"), _swing(now, nod=NOD)))
    flight = moves.Together((moves.Sound("slide"), lift, moves.Wait(moves.LIFT_SECONDS, landing)))
    by_lot = event.way is tegenwicht.Way.WHOLE and now.six_piles and card.cluster is not None
    return moves.InTurn((_lot(now, card), flight)) if by_lot else flight


def _lot(now: Now, card: Card) -> moves.Light:
    """A light runs over the piles, once round and on to the one that was drawn from."""
    lies = [c for c in CLUSTERS if c in now.clusters and (now.left[c] or c is card.cluster)]
    stop = lies.index(card.cluster) + 1 if card.cluster in lies else 0
    return moves.Light(tuple(f"pile:{c}" for c in (*lies, *lies[:stop])), now.v.theme.focus)


def _hung_opposite(now: Now, card: Card) -> moves.Move:
    """The counterweight comes from its cluster's place; the first card makes room for it."""
    start = (f"pile:{card.cluster}", f"counter:{card.cluster}")
    lift = moves.Lift(start, "card:second", standing_back(now.v.theme, card.cluster), STRIP)
    aside = moves.LayDown("card", "card:first", EAR, moves.LIFT_SECONDS)
    return moves.Together(
        (moves.Sound("slide"), aside, lift, moves.Wait(moves.LIFT_SECONDS, moves.Sound("thud")))
    )


def _put_aside(now: Now, card: Card) -> moves.Move:
    back = card.cluster if now.six_piles else None
    away = moves.TurnAway("card", "aside", standing_back(now.v.theme, back), EAR)
    return moves.Together((moves.Sound("slide"), away, moves.Wait(0.25, moves.Sound("cloth"))))


def _passed(now: Now) -> tuple[moves.Move, ...]:
    """Whoever passes puts the card aside that lies there; where none does, none moves. It always sounds the same."""
    lying = [now.session.cards[one.card].cluster for one in now.play.aside[-2:]]
    keys = (("card:first", lying[0]), ("card:second", lying[-1]), ("card", lying[-1])) if lying else ()
    return (
        moves.Sound("paper"),
        *(
            moves.TurnAway(key, "aside", standing_back(now.v.theme, cluster if now.six_piles else None), EAR)
            for key, cluster in keys
        ),
    )


# -- stones and blocks


def _marked(now: Now, cluster: Cluster) -> moves.Move:
    if is_compact(now.v):
        return moves.Together(
            (
                moves.AtOnce((f"counter:{cluster}",)),
                moves.InTurn((_tossed(now, cluster), moves.Sound("stone"))),
            )
        )
    pan = pan_of(now, cluster)
    fall = moves.InTurn(
        (moves.Fly(pan, f"counter:{cluster}"), moves.Together((moves.Sound("stone"), _swing(now, pan))))
    )
    return moves.Together((moves.AtOnce((f"counter:{cluster}",)), fall))


def _tossed(now: Now, cluster: Cluster, home: bool = False) -> moves.Toss:
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
    return moves.Toss(look, (60, 50), *ends, on="balance")


def _finished(now: Now) -> moves.Move:
    """The card lays itself with the discussed ones, and its block falls on its pan."""
    lay = moves.LayDown("card", "discussed", EAR)
    cluster = _last_discussed(now)
    if cluster is None:
        return moves.Together((moves.Sound("slide"), lay))
    pan = pan_of(now, cluster)
    fall = moves.InTurn(
        (moves.Fly(pan, "card", arc=90), moves.Together((moves.Sound("stone"), _swing(now, pan))))
    )
    falls = moves.Wait(BLOCK_LEAVES * lay.seconds, fall)
    return moves.Together((*_scale_before(now), moves.Sound("slide"), lay, falls))


def _scale_before(now: Now) -> tuple[moves.Move, ...]:
    """Where the whole scale comes only when the card has gone: how it hung before the last turn ended."""
    ground = compact_table.ground_of_scale(now) if is_compact(now.v) else None
    if ground is None:
        return ()
    turns = (*now.play.turns[:-1], replace(now.play.turns[-1], discussed=False))
    counts = sum((tegenwicht.counts_of(now.session, one) for one in turns), Counts())
    before = now._replace(g=ground, play=replace(now.play, turns=turns), counts=counts)
    return (moves.Before(tuple(walk(pans(before)[0]))),)


def _last_discussed(now: Now) -> Cluster | None:
    done = now.play.turns[-1].cards if now.play.turns else ()
    return now.session.cards[done[-1].card].cluster if done else None


# -- whose turn it is


def _next_tent(now: Now) -> tuple[moves.Move, ...]:
    """The tent of who had the turn sinks, the next one rises."""
    had = now.play.turns[-1].participant if now.play.turns else 0
    rises = moves.Shift(f"tent:{now.turn.participant}", (0, RISE))
    return (rises, moves.Shift(f"tent:{had}", (0, -RISE))) if had else (rises,)
