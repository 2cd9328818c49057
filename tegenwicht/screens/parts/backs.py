"""The back of a card that lies face down, where a mode has no picture of its own for it."""

from tegenwicht.kit.motion.moves import Look
from tegenwicht.kit.ops import Fill, Logo, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.theme import Theme


def plain_back(theme: Theme) -> Look:
    """A frame with the program's sign in the middle."""

    def look(rect: Rect) -> tuple[Op, ...]:
        edge, side = max(2, rect.h // 60), min(rect.w, rect.h) // 3
        middle = Rect(rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2, side, side)
        return (
            Fill(rect, theme.top, edge * 2),
            Fill(rect.inset(edge), theme.paper, edge),
            Fill(rect.inset(2 * edge), theme.top, edge),
            Logo(middle),
        )

    return look
