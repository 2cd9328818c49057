"""The page for the wall, small and as paper: who takes what, and the scale of the day."""

from tegenwicht.game import harvest
from tegenwicht.game.account import NewPage, Picture
from tegenwicht.game.events import Participant
from tegenwicht.game.modes import mode_named
from tegenwicht.game.stones import stones_of
from tegenwicht.game.taken import Taken
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts
from tegenwicht.i18n import several, tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import day_short, harvest_heading, told_words, was_heard
from tegenwicht.screens.parts.harvest.now import Harvest
from tegenwicht.screens.parts.harvest.remarks import away_words
from tegenwicht.screens.parts.harvest.wall_more import stones_ops, told_ops
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.modes import screens_of

PAPER = (132, 186, 644, 776)
"""Where it hangs, in design pixels: x, y, width and height."""
SPREAD, LARGER = (132, 186, 1656, 776), 1.4
"""The same for the group, and how many times larger its letters are then."""
NEAR_GROUND = 1.48
"""How many times smaller it is near by."""


def page(now: Harvest) -> Node:
    """The page for the wall, small; a screen reader hears the same from the step before and the report itself."""
    if now.v.model.bare:
        return _spread(now)
    now = now._replace(g=_ground(now))
    g, at = now.g, now.g.mid(*PAPER)
    if now.v.near:
        at = at._replace(x=g.px(32 * NEAR_GROUND), y=g.px(142 * NEAR_GROUND))
    x, right = at.x + g.px(44), at.right - g.px(44)
    title = " · ".join(filter(None, ("Tegenwicht", now.session.setup.title)))
    top, more = at.y + g.px(190), has_more(now)
    bottom = at.y + g.px(470 if more else 740)
    ops = [*_sheet(now, at), *_head(now, at, title), *_lines(now, x, right, top, bottom)]
    if more:
        heard = len(_heard(now))
        below = min(at.y + g.px(495), top + g.px(52 * heard + 40 if heard else -38))
        ops += _more(now, x, right, below, at.bottom - g.px(30))
    return _node(now, at, ops)


def has_more(now: Harvest) -> bool:
    """Whether there is something under what is taken along."""
    return now.mine.is_seen or stones_of(now.session) is not None or bool(now.mine.blocks)


def _more(now: Harvest, x: int, right: int, top: int, bottom: int) -> list[Op]:
    """What lies on the scale, or what else the session leaves behind."""
    stones, counts = stones_of(now.session), _counts(now)
    if counts is not None:
        return _scale(now, counts, x, right, top, bottom)
    if now.mine.look is not None:
        return now.mine.look.paper(now.g, x, right, top, bottom)
    if stones is not None and stones.begin is not None and any(stones.begin):
        return stones_ops(now.g, stones, x, right, top)
    return told_ops(now.g, now.mine.blocks, x, right, top, bottom)


def _counts(now: Harvest) -> Counts | None:
    """What lies on the scale of the page; None where there is none on it."""
    blocks = now.mine.blocks
    front = blocks[: blocks.index(NewPage())] if NewPage() in blocks else ()
    if now.mine.counts is not None or not any(isinstance(one, Picture) for one in front):
        return now.mine.counts
    return mode_named(now.session.setup.mode).tally_of(now.session).total


def _spread(now: Harvest) -> Node:
    """For the group, where nothing else is to be seen: as large as it can be, the scale beside what is taken along."""
    at = now.g.mid(*SPREAD)
    large, more = now._replace(g=Ground(now.v, now.g.scale * LARGER)), has_more(now)
    g, x = large.g, at.x + large.g.px(44)
    middle = at.x + round(at.w * (0.56 if more else 1.0)) if _heard(now) else x
    ops = [*_sheet(now, at), *_head(large, at, "Tegenwicht")]
    ops += _lines(large, x, middle - g.px(44), at.y + g.px(190), at.bottom - g.px(30))
    if more:
        ops += _more(large, middle, at.right - g.px(44), at.y + g.px(152), at.bottom - g.px(30))
    return _node(now, at, ops)


def _node(now: Harvest, at: Rect, ops: list[Op]) -> Node:
    said = tr("Het vel voor aan de muur: {words}.").format(words=about_words(now))
    return Node("report:paper", Role.IMAGE, at, said, ops=tuple(ops))


def _sheet(now: Harvest, at: Rect) -> list[Op]:
    """Paper, and in a theme with shadows a second sheet under it."""
    g, m = now.g, now.v.theme.table
    shadow, edge = g.px(22) if m.rich else 0, g.px(2)
    under = Rect(at.x + g.px(14), at.y + g.px(26), at.w, at.h - g.px(20))
    ops: list[Op] = [Fill(under, m.paper, g.px(6), edge, m.track, shadow // 2)] if m.rich else []
    return [
        *ops,
        Fill(at, m.paper, g.px(8), edge, m.line if not m.rich else m.track, shadow, shade=1.2),
    ]


def _head(now: Harvest, at: Rect, title: str) -> list[Op]:
    """What it is of."""
    g, theme = now.g, now.v.theme
    x, right = at.x + g.px(44), at.right - g.px(44)
    return [
        letters.line(g, (x, at.y + g.px(58)), title, 32, "bold", theme.ink, 0.0, right - x),
        letters.line(
            g, (x, at.y + g.px(94)), about_words(now), 23, "medium", theme.table.faint, 0.0, right - x
        ),
        Fill(Rect(x, at.y + g.px(112), right - x, g.px(2.6)), theme.ink),
    ]


def _ground(now: Harvest) -> Ground:
    """Near by the page is a picture of itself, as small as it must be."""
    return Ground(now.v, now.g.scale / NEAR_GROUND) if now.v.near else now.g


def about_words(now: Harvest) -> str:
    """ "27 nov, 5 deelnemers, Kaartgesprek"."""
    people = several("{n} deelnemer", "{n} deelnemers", len(now.people))
    game = screens_of(now.session.setup.mode).about().name
    return ", ".join(filter(None, (now.playing.when, people, game)))


def _heard(now: Harvest) -> list[tuple[Participant, Taken]]:
    """Who said what they take along, and what that is."""
    points = dict(now.session.learning_points)
    all_of_them = [(one, harvest.taken_by(now.session, one.id)) for one in now.people]
    return [(one, taken) for one, taken in all_of_them if was_heard(taken, points.get(one.id, ""))]


def _lines(now: Harvest, x: int, right: int, top: int, bottom: int) -> list[Op]:
    """What everyone who was heard takes along, under what that is; nothing where nobody told."""
    g, theme = now.g, now.v.theme
    points = dict(now.session.learning_points)
    rows = _heard(now)
    if not rows:
        return []
    pitch = min(g.px(52), (bottom - top) // max(1, len(rows)))
    size = min(22.0, (pitch - 1) / g.scale)
    names = min(
        g.px(150), max((letters.width(g, now.names[one.id], 22, "semibold") for one, _ in rows), default=0)
    )
    ops: list[Op] = [
        letters.line(g, (x, top - g.px(38)), harvest_heading(now.session), 25, "bold", theme.ink)
    ]
    for number, (one, taken) in enumerate(rows):
        base = top + number * pitch + g.px(22)
        card = now.session.cards[taken.card] if taken.card is not None else None
        if card is not None:
            bar = Rect(x, base - g.px(24), g.px(8), min(pitch - g.px(6), g.px(38)))
            ops.append(Fill(bar, theme.clusters[card.family].line, g.px(4)))
        ops.append(
            letters.line(g, (x + g.px(22), base), now.names[one.id], size, "semibold", theme.ink, 0.0, names)
        )
        day = day_short(taken.by)
        end = right
        if day:
            ops.append(letters.line(g, (right, base), day, size, "semibold", theme.ink, 1.0))
            end = right - letters.width(g, day, 22, "semibold") - g.px(16)
        words = told_words(taken, points.get(one.id, "")).replace("\n", " ")
        ink = theme.ink if taken.intention or taken.sentence or one.id in points else theme.table.faint
        start = x + g.px(38) + names
        ops += _told(g, words, (start, base), end - start, ink, pitch >= g.px(46), size)
    return ops


def _told(
    g: Ground, words: str, at: tuple[int, int], room: int, ink: Colour, two: bool, size: float
) -> list[Op]:
    """On one line where it fits; else, where there is room for ``two``, smaller on those."""
    if not two or letters.width(g, words, 22, "medium") <= room:
        return [letters.line(g, at, words, size, "medium", ink, 0.0, room)]
    first, *rest = g.v.type.lines(words, "medium", letters.size(g, 20), room)
    return [
        letters.line(g, (at[0], at[1] - g.px(10)), first, 20, "medium", ink, 0.0, room),
        letters.line(g, (at[0], at[1] + g.px(13)), " ".join(rest), 20, "medium", ink, 0.0, room),
    ]


def _scale(now: Harvest, counts: Counts, x: int, right: int, top: int, bottom: int) -> list[Op]:
    """The scale, and where there is room for it what stayed away, as on the page itself."""
    g, ink = now.g, now.v.theme.ink
    ops: list[Op] = [letters.line(g, (x, top), tr("De weegschaal"), 25, "bold", ink)]
    if not any(counts.balance):
        words = tr("Er kwam nog niets langs.")
        return [*ops, letters.line(g, (x, top + g.px(38)), words, 22, "medium", ink, 0.0, right - x)]
    ops += _bars(now, counts, x, right, top)
    away = top + g.px(20 + 2 * 126 + 34)
    lines = g.v.type.lines(away_words(counts), "medium", letters.size(g, 22), right - x)
    if away + g.px(38 + 30 * (len(lines) - 1)) > bottom:
        return ops
    return [
        *ops,
        letters.line(g, (x, away), tr("Wat bleef weg"), 25, "bold", ink),
        *(
            letters.line(g, (x, away + g.px(38 + 30 * n)), line, 22, "medium", ink)
            for n, line in enumerate(lines)
        ),
    ]


def _bars(now: Harvest, counts: Counts, x: int, right: int, top: int) -> list[Op]:
    g, theme = now.g, now.v.theme
    ops: list[Op] = []
    most = max(1, *(counts.came_up(one) for one in (*PEOPLE, *FRAMES)))
    y = top + g.px(20)
    for name, total, clusters in (
        (tr("Mensen"), counts.balance[0], PEOPLE), (tr("Kaders"), counts.balance[1], FRAMES),
    ):  # fmt: skip
        ops += [
            letters.line(g, (x, y + g.px(26)), name, 23, "semibold", theme.ink),
            letters.line(g, (x, y + g.px(66)), str(total), 36, "bold", theme.ink),
        ]
        for number, one in enumerate(clusters):
            row = y + g.px(6 + 36 * number)
            c = theme.clusters[one]
            bar = Rect(
                x + g.px(160),
                row,
                max(g.px(4), round((right - x - g.px(230)) * counts.came_up(one) / most)),
                g.px(25),
            )
            ops.append(Icon(Rect(x + g.px(118), row - g.px(1), g.px(26), g.px(26)), one.value, c.line))
            if counts.came_up(one):
                ops.append(Fill(bar, c.solid, g.px(6), g.px(2) if c.edge != c.under else 0, c.edge))
            end = bar.right if counts.came_up(one) else bar.x
            ops.append(
                letters.line(
                    g, (end + g.px(12), row + g.px(20)), str(counts.came_up(one)), 22, "semibold", theme.ink
                )
            )
        y += g.px(126)
    return ops
