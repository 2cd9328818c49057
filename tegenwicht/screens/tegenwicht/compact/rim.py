"""The rim of the compact table, which stays: the buttons that fit on it; the others are under *Meer*."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.tegenwicht import actions
from tegenwicht.screens.tegenwicht.compact.compact_size import Size, size_of
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import laid, seats


def shown_acts(now: Now, s: Size) -> tuple[list[actions.Act], list[actions.Act]]:
    """The buttons that fit on the rim, the main one last; and the others, which are under *Meer*."""
    acts = [one for one in actions.rim_acts(now) if one.key not in ("ear", "slip")]  # these are on the card
    fixed = [one for one in acts if one.primary or one.key in ("more", "note:close")]
    loose = [one for one in acts if one not in fixed]
    room = now.v.width - 2 * s.px(12)
    while loose and _widths(now, s, [*loose, *fixed]) > room:
        loose.pop()
    shown = [one for one in acts if one in loose or one in fixed]
    return shown, [one for one in acts if one not in shown]


def hidden_acts(now: Now) -> list[actions.Act]:
    """What has no place on the rim of a compact table, and is under *Meer*."""
    found = shown_acts(now, size_of(now))[1]
    if now.cards and now.play.aside:
        word = tr("Opzij · {n}").format(n=len(now.play.aside))
        found.append(actions.Act("aside", word, Open("aside"), None, "aside"))
    if now.cards and (discussed := laid.discussed_cards(now)):
        word = tr("Besproken · {n}").format(n=len(discussed))
        found.append(actions.Act("discussed", word, Open("discussed"), None, "cards"))
    return found


def _widths(now: Now, s: Size, acts: Sequence[actions.Act]) -> int:
    return sum(_width(now, s, one, False) for one in acts) + s.px(10) * len(acts)


def _width(now: Now, s: Size, act: actions.Act, sign: bool) -> int:
    shown = actions.as_button(now, act)[2] if sign else ""
    word = now.v.type.width(act.word, "bold" if act.primary else "semibold", s.text(20))
    return word + 2 * s.px(14) + (now.v.type.width(shown, "semibold", s.text(16)) + s.px(26) if shown else 0)


def rim(now: Now, s: Size, acts: Sequence[actions.Act], foot: int) -> Nodes:
    """These buttons, the main one at the right; who is next at the left where there is room. foot: how high it is."""
    v = now.v
    gap, high = s.px(10), foot - s.px(10)
    whole = sum(_width(now, s, one, True) for one in acts) + gap * (len(acts) - 1)
    signs = whole <= v.width - 2 * s.px(12)
    if not signs:
        whole = sum(_width(now, s, one, False) for one in acts) + gap * (len(acts) - 1)
    x, y, nodes = v.width - s.px(12) - whole, v.height - foot + s.px(6), []
    following = next((p for p in seats.persons(now) if p.next), None)
    if following is not None:
        words = tr("hierna {name}").format(name=following.name)
        px = s.text(19)
        if v.type.width(words, "medium", px) <= x - s.px(24):
            at = Rect(s.px(12), y, v.type.width(words, "medium", px), high)
            line = w.middle_line(v, at, words, "medium", px, v.theme.ink, 0.0)
            nodes.append(Node("next", Role.TEXT, at, words, ops=(line,)))
    for act in acts:
        node, word, sign = actions.as_button(now, act)
        sign = sign if signs else ""
        wide = _width(now, s, act, signs)
        at = Rect(x, y, wide, high)
        nodes.append(node._replace(rect=at, corner=s.px(12), ops=_button_ops(now, s, at, word, sign, node)))
        x += wide + gap
    return nodes


def _button_ops(now: Now, s: Size, at: Rect, word: str, sign: str, node: Node) -> tuple[object, ...]:
    theme, m = now.v.theme, now.v.theme.table
    ground, ink, line = (
        (theme.strong, theme.on_strong, theme.strong) if node.primary else (m.paper, theme.ink, m.line)
    )
    if not node.enabled:
        ground, ink = mixed(m.paper, m.rim, 0.15), theme.off
    text = Rect(at.x + s.px(14), at.y, at.w, at.h)
    weight = "bold" if node.primary else "semibold"
    ops: list[object] = [
        Fill(at, ground, s.px(12), max(2, s.px(2)), line),
        w.middle_line(now.v, text, word, weight, s.text(20), ink, 0.0),
    ]
    if sign:
        wide = now.v.type.width(sign, "semibold", s.text(16)) + s.px(14)
        box = Rect(at.right - s.px(10) - wide, at.y + (at.h - s.px(26)) // 2, wide, s.px(26))
        ops += [Fill(box, ground, s.px(6), max(1, s.px(1.6)), ink),
                w.middle_line(now.v, box, sign, "semibold", s.text(16), ink)]  # fmt: skip
    return tuple(ops)
