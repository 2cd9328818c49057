"""The rim of the compact table, which stays: who sits there, and the buttons that fit; the others are under *Meer*."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.table import tents
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht import actions
from tegenwicht.screens.tegenwicht.compact.compact_size import Size, size_of
from tegenwicht.screens.tegenwicht.compact.tents import tents_of
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import laid, seats

FOOT = 54
"""How high it is, at 1024 by 640."""

LEAST_SHOWN = 12
"""How many letters of who is next there must be room for."""
BESIDE_MAIN = 8
"""Design pixels: so much more room beside the main button, for its ring."""


def shown_acts(now: Now, s: Size) -> tuple[list[Act], list[Act]]:
    """The buttons that fit on the rim, the main one last; and the others, which are under *Meer*."""
    acts = [one for one in actions.rim_acts(now) if one.key not in ("ear", "slip")]  # these are on the card
    fixed = [one for one in acts if one.primary or one.key in ("more", "note:close")]
    loose = [one for one in acts if one not in fixed]
    room = now.v.width - 2 * s.px(12)
    while loose and _widths(now, s, [*loose, *fixed]) > room:
        loose.pop()
    shown = [one for one in acts if one in loose or one in fixed]
    return shown, [one for one in acts if one not in shown]


def hidden_acts(now: Now) -> list[Act]:
    """What has no place on the rim of a compact table, and is under *Meer*."""
    s = size_of(now)
    found = shown_acts(now, s)[1]
    if not now.cards and not is_seated(rim(now, s)[1]):
        for one, person in zip(now.session.present, seats.persons(now), strict=False):
            if asks := now.asks_turn(one.id):
                word = tr("Beurt: {name}").format(name=person.name)
                found.append(Act(f"turn:{one.id}", word, asks, None, "people"))
    if now.cards and now.play.aside:
        word = tr("Opzij · {n}").format(n=len(now.play.aside))
        found.append(Act("aside", word, Open(Panel.ASIDE), None, "aside"))
    if now.cards and (discussed := laid.discussed_cards(now)):
        word = tr("Besproken · {n}").format(n=len(discussed))
        found.append(Act("discussed", word, Open(Panel.DISCUSSED), None, "cards"))
    return found


def _widths(now: Now, s: Size, acts: Sequence[Act]) -> int:
    return sum(_width(now, s, one, False) for one in acts) + s.px(10) * len(acts) + s.px(BESIDE_MAIN)


def _width(now: Now, s: Size, act: Act, sign: bool) -> int:
    shown = now.kept_sign(act.shortcut) if sign else ""
    word = now.v.type.width(act.word, "bold" if act.primary else "semibold", s.text(20))
    return word + 2 * s.px(14) + (now.v.type.width(shown, "semibold", s.text(16)) + s.px(26) if shown else 0)


def is_seated(who: Nodes) -> bool:
    """Whether there was room for the tents."""
    return any(one.key == "order" for one in who)


def rim(now: Now, s: Size) -> tuple[Nodes, Nodes]:
    """(the buttons, who sits at the table): the tents where there is room for them, else who is next, in words."""
    v, (acts, _) = now.v, shown_acts(now, s)
    gap, high = s.px(10), s.px(FOOT - 10)
    beside = s.px(BESIDE_MAIN) if len(acts) > 1 else 0
    whole = sum(_width(now, s, one, True) for one in acts) + gap * (len(acts) - 1) + beside
    signs = whole <= v.width - 2 * s.px(12)
    if not signs:
        whole = sum(_width(now, s, one, False) for one in acts) + gap * (len(acts) - 1) + beside
    x, y, nodes = v.width - s.px(12) - whole, v.height - s.px(FOOT) + s.px(6), []
    left = x
    for act in acts:
        node, word, sign = actions.as_button(now, act)
        sign = sign if signs else ""
        wide = _width(now, s, act, signs)
        x += beside if act is acts[-1] else 0
        at = Rect(x, y, wide, high)
        nodes.append(node._replace(rect=at, corner=s.px(12), ops=_button_ops(now, s, at, word, sign, node)))
        x += wide + gap
    return nodes, tents_of(now, s, left - s.px(14)) or _next(now, s, Rect(s.px(12), y, left - s.px(24), high))


def _next(now: Now, s: Size, room: Rect) -> Nodes:
    following = next((p for p in seats.persons(now) if p.next), None)
    if following is None:
        return []
    words, px = tr("hierna {name}").format(name=following.name), s.text(19)
    side = s.px(32)
    most = room.w - s.px(12) - side - s.px(10)
    shown = words
    while len(shown) > LEAST_SHOWN and now.v.type.width(shown, "medium", px) > most:
        shown = f"{shown.removesuffix('…')[:-1].rstrip()}…"
    wide = now.v.type.width(shown, "medium", px)
    if wide > most:
        return []
    at = room._replace(w=wide + side + s.px(10))
    badge = Rect(at.x, at.y + (at.h - side) // 2, side, side)
    line = at._replace(x=badge.right + s.px(10), w=wide)
    told = widgets.middle_line(now.v, line, shown, "medium", px, now.v.theme.ink, 0.0)
    ops = (*tents.badge_ops(Ground(now.v, side / tents.BADGE), badge, following), told)
    return [Node("next", Role.TEXT, at, words, ops=ops)]


def _button_ops(now: Now, s: Size, at: Rect, word: str, sign: str, node: Node) -> tuple[Op, ...]:
    theme, m = now.v.theme, now.v.theme.table
    ground, ink, line = (
        (theme.strong, theme.on_strong, theme.strong) if node.primary else (m.paper, theme.ink, m.line)
    )
    if not node.enabled:
        ground, ink = mixed(m.paper, m.rim, 0.15), theme.off
    text = (
        Rect(at.x + s.px(14), at.y, at.w, at.h) if sign else at
    )  # room that is kept for a sign is on both sides
    weight = "bold" if node.primary else "semibold"
    ops: list[Op] = [
        Fill(at, ground, s.px(12), max(2, s.px(2)), line),
        widgets.middle_line(now.v, text, word, weight, s.text(20), ink, 0.0 if sign else 0.5),
    ]
    if sign:
        wide = now.v.type.width(sign, "semibold", s.text(16)) + s.px(14)
        box = Rect(at.right - s.px(10) - wide, at.y + (at.h - s.px(26)) // 2, wide, s.px(26))
        ops += [Fill(box, ground, s.px(6), max(1, s.px(1.6)), ink),
                widgets.middle_line(now.v, box, sign, "semibold", s.text(16), ink)]  # fmt: skip
    return tuple(ops)
