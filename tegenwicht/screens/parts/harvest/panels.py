"""A panel for everyone: pawn, name, and the day of what they do, or that they tell, passed, or come later."""

from tegenwicht.game import harvest
from tegenwicht.game.events import Participant
from tegenwicht.game.taken import Taken
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import day_short, told_words
from tegenwicht.screens.parts.harvest.now import WHO, Harvest
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.pawn import pawn_ops
from tegenwicht.screens.shell.commands import Put

Y, HIGH, GAP, LIP, LEFT, RAISED = 906, 84, 14, 6, 32, 8
WIDEST, FOLDED, TWO_LINES = 360, 150, 290
"""How wide a panel is at the most, below what only the pawn is on it, and below what the name has a line of its
own."""


def people(now: Harvest) -> list[Node]:
    """Everyone, in order; pressing one lets them tell, or say it again."""
    if now.session.alone:
        return []
    made = [_panel(now, one, at) for one, at in zip(now.people, _rects(now), strict=True)]
    whole = made[0].rect
    for one in made:
        whole = whole.around(one.rect)
    return [Node("harvest:people", Role.LIST, whole, tr("Wie vertelt"), children=tuple(made))]


def _rects(now: Harvest) -> list[Rect]:
    """As wide as there is room for, the teller's wide enough for the name."""
    g, count = now.g, len(now.people)
    room = g.across - 2 * LEFT - GAP * (count - 1)
    each = min(WIDEST, room / count)
    wide = max(each, 280.0)
    others = each if each >= FOLDED or now.teller is None else (room - wide) / max(1, count - 1)
    x, rects = float(LEFT), []
    for one in now.people:
        telling = now.teller is not None and one.id == now.teller.id
        mine = (wide if each < FOLDED else each) if telling else others
        up = RAISED if telling else 0
        rects.append(g.front(x, Y - up, mine, HIGH + LIP + up))
        x += mine + GAP
    return rects


def state_words(now: Harvest, one: Participant) -> str:
    """ "1 dec", "vertelt", "paste", "gezegd", "geweest", "straks"."""
    taken = harvest.taken_by(now.session, one.id)
    if now.teller is not None and one.id == now.teller.id:
        return tr("vertelt")
    if taken.by:
        return day_short(taken.by)
    if taken == Taken(one.id):
        return tr("geweest") if one.id in now.had else tr("straks")
    return tr("paste") if taken.passed and taken.card is None else tr("gezegd")


def told_of(now: Harvest, one: Participant) -> str:
    """Where someone is in the telling, and what was written."""
    words = told_words(harvest.taken_by(now.session, one.id))
    state = state_words(now, one)
    return state if not words or words == state else f"{state}. {words}"


def _panel(now: Harvest, one: Participant, at: Rect) -> Node:
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    telling = now.teller is not None and one.id == now.teller.id
    taken = harvest.taken_by(now.session, one.id)
    lip, radius = g.px(LIP), g.px(16)
    body = at._replace(h=at.h - lip)
    ground, ink = (theme.strong, theme.on_strong) if telling else (m.paper, theme.ink)
    ops: list[Op] = [
        Fill(at._replace(y=at.y + lip, h=at.h - lip), m.lip, radius),
        Fill(body, ground, radius, g.px(2.6 if m.rich else 3), ink if telling else m.line),
    ]  # fmt: skip
    high = g.px(56 if g.px(FOLDED) <= at.w < g.px(TWO_LINES) else 66)
    wide = round(high * 100 / 112)
    seat = [p.id for p in now.people].index(one.id)
    folded = at.w < g.px(FOLDED)
    x = at.x + ((at.w - wide) // 2 if folded else g.px(18))
    ops += pawn_ops(g, Rect(x, body.bottom - high - g.px(4), wide, high), seat, now.letters[one.id])
    said = state_words(now, one)
    if folded:
        if taken != Taken(one.id):
            px = g.px(24)
            sign = Rect(at.right - px - g.px(8), at.y + g.px(8), px, px)
            under = sign.inset(-g.px(3))
            ops += [Fill(under, ground, under.w // 2), Icon(sign, "check", ink)]
    else:
        ops += _words(now, one, body, x + wide + g.px(12), said, taken, telling)
    return Node(
        f"harvest:{one.id}", Role.BUTTON if not telling and not now.closed else Role.LIST_ITEM, at, now.names[one.id],
        description=told_of(now, one), action=None if telling else Put(WHO, one.id), corner=radius, ops=tuple(ops),
    )  # fmt: skip


def _words(
    now: Harvest, one: Participant, body: Rect, x: int, said: str, taken: Taken, telling: bool
) -> list[Op]:
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    base, right = body.y + body.h // 2 + g.px(9), body.right - g.px(14)
    ops: list[Op] = []
    card = now.session.cards[taken.card] if taken.card is not None else None
    narrow = body.w < g.px(TWO_LINES)
    longest = max(letters.width(g, now.names[one.id], 25, "semibold"), letters.width(g, said, 23, "semibold"))
    if card is not None and not (narrow and longest > right - g.px(52) - x):
        px = g.px(40 if narrow else 46)
        square = Rect(right - px, body.y + (body.h - px) // 2, px, px)
        cluster = theme.clusters[card.family]
        edge = g.px(2) if telling or not m.rich or theme.name == "dark" else 0
        ops += [Fill(square, cluster.solid, g.px(11), edge, theme.on_strong if telling else cluster.edge),
                Icon(square.inset(g.px(9)), card.family.value, (255, 255, 255))]  # fmt: skip
        right = square.x - g.px(12)
    strong = bool(taken.by) or telling
    ink = theme.on_strong if telling else theme.ink if taken.by else m.faint
    weight, name_ink = "semibold" if strong else "medium", theme.on_strong if telling else theme.ink
    if narrow:
        return [
            *ops,
            letters.line(
                g, (x, base - g.px(14)), now.names[one.id], 25, "semibold", name_ink, 0.0, right - x
            ),
            letters.line(g, (x, base + g.px(17)), said, 23, weight, ink, 0.0, right - x),
        ]
    word = letters.line(g, (right, base), said, 24, weight, ink, 1.0)
    room = word.rect.x - x - g.px(12)
    if room < g.px(50):
        room = right - x
        return [*ops, letters.line(g, (x, base), now.names[one.id], 26, "semibold", name_ink, 0.0, room)]
    return [*ops, word, letters.line(g, (x, base), now.names[one.id], 26, "semibold", name_ink, 0.0, room)]
