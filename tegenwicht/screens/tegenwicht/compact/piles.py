"""The piles on the compact table, side by side or below each other."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.backs import back_ops
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import laid


def piles(now: Now, s: Size) -> Box:
    """The piles side by side, or below each other with a swatch of their back."""
    if not now.six_piles:
        return Leaf(s.px(112), lambda rect: [_mixed(now, s, rect)])
    boxes = [_pile(now, s, cluster) for cluster in now.clusters]
    if laid.others_dealt(now):
        boxes.append(_pile(now, s, None))
    return Grid(boxes, len(boxes), s.px(8), s.px(150))


def _pile(now: Now, s: Size, cluster: Cluster | None) -> Box:
    able = tegenwicht.DrawFrom(cluster) in now.legal
    key = keys.MENTION[CLUSTERS.index(cluster)] if cluster else None
    left, name = laid.pile_left(now, cluster), laid.pile_name(cluster)
    words = several("{n} kaart", "{n} kaarten", left) if left else tr("leeg")
    sign = now.sign(key) if able and key else ""

    def place(rect: Rect) -> Nodes:
        v = now.v
        line = v.theme.clusters[cluster].line if cluster else v.theme.ink
        ops: list[Op] = [*laid.pile_plate(Ground(v, s.unit), rect, line, 12, bool(left))]
        swatch = Rect(rect.x + s.px(12), rect.y + s.px(12), s.px(72), s.px(46))
        if left:
            ops.append(Still(swatch, back_ops(v.theme, cluster, swatch.w, swatch.h)))
        px = s.text(18)
        lines = v.type.lines(name, "semibold", px, rect.w - s.px(20))
        under = Rect(rect.x + s.px(12), swatch.bottom + s.px(4), rect.w - s.px(20), 0)
        ops += widgets.line_ops(v, under, lines, "semibold", px, v.theme.ink)
        count = Rect(swatch.right + s.px(8), swatch.y, rect.right - swatch.right - s.px(16), swatch.h)
        number = str(left) if left else tr("leeg")
        ops.append(
            widgets.middle_line(v, count, number, "bold", s.text(24 if left else 18), v.theme.ink, 0.5)
        )
        if sign:
            corner = Rect(swatch.right - s.px(12), swatch.bottom - s.px(23), s.px(24), s.px(24))
            ops += key_sign(now, s, corner, sign)
        return [
            Node(
                f"pile:{cluster or 'others'}", Role.BUTTON if able else Role.GROUP, rect,
                tr("Stapel {cluster}").format(cluster=name), words,
                action=Do(tegenwicht.DrawFrom(cluster)) if able else None,
                shortcuts=key.names if able and key else (), corner=s.px(12), ops=tuple(ops),
            )
        ]  # fmt: skip

    def height(width: int) -> int:
        lines = now.v.type.lines(name, "semibold", s.text(18), max(1, width - s.px(20)))
        return s.px(12) + s.px(46) + s.px(4) + len(lines) * now.v.type.line_height(s.text(18)) + s.px(8)

    return Leaf(height, place)


def _mixed(now: Now, s: Size, rect: Rect) -> Node:
    v, left = now.v, len(now.play.left)
    high = rect.h - s.px(34)
    back = Rect(rect.x + (rect.w - high * 8 // 5) // 2, rect.y, high * 8 // 5, high)
    words = tr("Gemengde stapel · {n}").format(n=left or tr("leeg"))
    line = Rect(rect.x, back.bottom + s.px(4), rect.w, s.px(30))
    ops = (
        *((Still(back, back_ops(v.theme, None, back.w, back.h)),) if left else ()),
        widgets.middle_line(v, line, words, "semibold", s.text(20), v.theme.ink),
    )
    return Node("pile:mixed", Role.GROUP, rect, tr("Gemengde stapel"),
                several("{n} kaart", "{n} kaarten", left) if left else tr("leeg"), ops=ops)  # fmt: skip


def key_sign(now: Now, s: Size, at: Rect, sign: str) -> list[Op]:
    """The key that presses a thing, in a small square on it."""
    v, m = now.v, now.v.theme.table
    return [Fill(at, m.paper, s.px(6), max(1, s.px(2)), v.theme.ink),
            letters.tight(now.g, at, sign, "bold", s.text(16), v.theme.ink)]  # fmt: skip
