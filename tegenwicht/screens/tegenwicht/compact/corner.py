"""Help and menu in the corner, for a compact scene."""

from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import ground_of
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.pieces.above import corner_buttons

SIZE, GAP = 50, 10


def corner_box(v: View, escape: bool = False) -> Box:
    """The two buttons beside each other. escape: whether that key opens the menu now."""
    px, gap = v.u(SIZE), v.u(GAP)

    def place(rect: Rect) -> Nodes:
        made = []
        for number, node in enumerate(corner_buttons(ground_of(v), escape)):
            at = Rect(rect.right - px - (1 - number) * (px + gap), rect.y + (rect.h - px) // 2, px, px)
            m = v.theme.table
            glyph = "menu" if node.key == "corner:menu" else "help"
            ops = (
                Fill(at, m.paper, px // 2, max(2, v.u(2)), m.line), Icon(at.inset(px // 4), glyph, v.theme.ink),
            )  # fmt: skip
            made.append(node._replace(rect=at, corner=px // 2, ops=ops))
        return made

    return Leaf(px, place, 2 * px + gap)
