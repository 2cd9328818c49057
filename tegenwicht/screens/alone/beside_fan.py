"""Beside the fan: one's own lines at the left, and two cards to put side by side at the right."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts
from tegenwicht.screens.alone.now import PAIR, Now
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.cards import picture_ops
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Open, Put
from tegenwicht.screens.shell.panels import Panel

WHITE = (255, 255, 255)
_SLIP_LINE = (201, 180, 138)


def rules(g: Ground, now: Now, place: tuple[float, float]) -> Node:
    """One's own lines: closed slips with their number. place: where the upper one begins."""
    m, ink = g.v.theme.table, g.v.theme.ink
    at = g.mid(*place, 216, 127)
    fold, n = g.px(55), len(now.lines)
    edge = _SLIP_LINE if m.rich and g.v.theme.name == "light" else m.line
    sheet = (Fill(Rect(0, 0, 2 * at.w, 2 * at.h), m.slip, g.px(16), 2 * g.px(2), edge),)
    lower = [
        askew(g, at._replace(y=at.y + g.px(12), x=at.x + g.px(aside)), sheet, d, g.px(16), m.slip)
        for d, aside in ((4.0, -1), (-3.0, 3))
    ] if n else []  # fmt: skip
    corner = Drawing(
        Rect(at.right - fold, at.y, fold, fold), (55, 55),
        f'<path d="M2 2 L53 53 H8 Q2 53 2 47 Z" fill="{web(m.skirting)}" stroke="{web(m.line)}" stroke-width="2"/>',
    )  # fmt: skip
    px = g.px(64)
    disc = Rect(at.x + (at.w - px) // 2, at.y + (at.h - px) // 2 + g.px(4), px, px)
    figure = letters.line(
        g, (disc.x + px // 2, disc.y + g.px(44)), str(n), 34, "bold", g.v.theme.on_strong, 0.5, px - g.px(8)
    )
    label = tr("Jouw regels")
    sign = now.sign(keys.OWN_RULES)
    wide = letters.width(g, label, 28, "bold") + (g.px(46) if sign else 0)
    x, base = at.x + (at.w - wide) // 2, at.bottom + g.px(67)
    said = letters.line(g, (x, base), label, 28, "bold", ink)
    ops: list[Op] = [*lower, Fill(at, m.slip, g.px(8), g.px(2.6), m.line), corner,
                         Fill(disc, g.v.theme.strong, px // 2), figure, said]  # fmt: skip
    if sign:
        ops += _sign(g, said.rect.right + g.px(14), base, sign)
    rect = Rect(min(at.x, x) - g.px(12), at.y - g.px(14), max(at.w, wide) + g.px(24), base - at.y + g.px(32))
    told = acts.rules_told(now)
    return Node(
        "rules", Role.BUTTON, rect, label, f"{n}", told, action=Open(Panel.RULES),
        shortcuts=keys.OWN_RULES.names, corner=g.px(16), ops=tuple(ops),
    )  # fmt: skip


def _sign(g: Ground, x: int, base: int, sign: str) -> tuple[Op, ...]:
    m, ink = g.v.theme.table, g.v.theme.ink
    box = Rect(x, base - g.px(25), g.px(33), g.px(32))
    return (
        Fill(box, m.wall, g.px(8), g.px(2), ink),
        letters.line(
            g, (box.x + box.w // 2, base - g.px(2)), sign, 20 if not g.v.near else 25, "semibold", ink, 0.5
        ),
    )


def combine(g: Ground, now: Now, place: tuple[float, float]) -> list[Node]:
    """Two cards that one met, to put side by side; nothing where there are no two. place: where all of it begins."""
    if not now.pairs:
        return []
    first, second = (now.session.cards[n] for n in now.pairs[0])
    x, y = place
    ops: list[Op] = [
        *mini(g, g.mid(x + 20, y + 14, 150, 204), first, 6.0), *mini(g, g.mid(x + 184, y + 26, 150, 204), second, -6.0),
    ]  # fmt: skip
    px = g.px(48)
    disc = g.mid(x + 153, y + 93, 48, 48)._replace(w=px, h=px)
    ops += [
        Fill(disc, g.v.theme.strong, px // 2, g.px(4), g.v.theme.table.wall),
        Icon(disc.inset(g.px(12)), "plus", g.v.theme.on_strong),
    ]
    label, sign = tr("Combineer deze twee"), now.sign(keys.COMBINE)
    wide = letters.width(g, label, 28, "bold") + (g.px(46) if sign else 0)
    middle, base = g.mid(x + 177, 0, 0, 0).x, g.mid(0, y + 277, 0, 0).y
    said = letters.line(g, (middle - wide // 2, base), label, 28, "bold", g.v.theme.ink)
    ops.append(said)
    if sign:
        ops += _sign(g, said.rect.right + g.px(14), base, sign)
    rect = g.mid(x, y, 352, 290)
    names = [f"{one.number}. {one.title}" for one in (first, second)]
    told = tr("{first} en {second}").format(first=names[0], second=names[1])
    return [Node(
        "combine", Role.BUTTON, rect, label, description=told, action=Put(PAIR, 1), shortcuts=keys.COMBINE.names,
        corner=g.px(16), ops=tuple(ops),
    )]  # fmt: skip


def mini(g: Ground, rect: Rect, card: Card, degrees: float) -> tuple[Op, ...]:
    """A small card that leans: its band with sign and number, and its picture."""
    m, c = g.v.theme.table, g.v.theme.clusters[card.family]
    box = Rect(0, 0, 2 * rect.w, 2 * rect.h)
    band, glyph = round(box.h * 0.22), round(box.h * 0.11)
    px = round(box.w * 0.62)
    disc = Rect(box.x + (box.w - px) // 2, box.y + band + round((box.h - band - px) / 2), px, px)
    number = letters.line(
        g, (box.right - round(box.w * 0.09), box.y + round(band * 0.68)), str(card.number), 2 * 28 / min(1.2, g.v.text),
        "bold", WHITE, 1.0,
    )  # fmt: skip
    edge = max(2, g.px(5))
    ops: tuple[Op, ...] = (
        Fill(box, m.card, g.px(24), edge, c.edge),
        Fill(Rect(box.x + edge, box.y + edge, box.w - 2 * edge, band - edge), c.solid, g.px(24) - edge, top_only=True),
        Icon(Rect(box.x + round(box.w * 0.09), box.y + (band - glyph) // 2, glyph, glyph), card.family.value, WHITE),
        number, Fill(disc, c.pale, px // 2), *picture_ops(disc.inset(round(px * 0.16)), card.picture, c.line),
    )  # fmt: skip
    return (askew(g, rect, ops, degrees, g.px(24), m.card),)
