"""The curtain: one plain panel before the table, that says we go on in a moment."""

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.motion.moves import Move, Shift
from tegenwicht.kit.nodes import OVER, Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import rim
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Curtain, Direct
from tegenwicht.screens.shell.view import View

PANEL, EDGE, WHITE = (43, 49, 66), (74, 82, 102), (255, 255, 255)
SECONDS = 0.35


def falling(height: int) -> Move:
    """It comes down from above."""
    return Shift("curtain", (0, -height), SECONDS, along=("curtain:words",))


def _lined(g: Ground, button: Node) -> Node:
    """The button with a white line around it: by itself it is as dark as the curtain."""
    rect = button.rect
    around = Fill(rect.inset(-g.px(3)), WHITE, g.px(17))
    return button._replace(rect=around.rect, ops=(around, *button.ops))


def build(v: View, open_again: bool = False) -> Node:
    """Over the whole window. open_again: with the one button that takes it away."""
    whole = Rect(0, 0, v.width, v.height)
    edge, px = v.px(8), v.px(170)
    words = tr("Even pauze. We gaan zo verder.")
    icon = Rect((v.width - px) // 2, round(v.height * 0.3), px, px)
    size = v.px(96)
    while size > 20 and v.type.width(words, "bold", size) > v.width * 0.9:
        size -= 2
    line = Rect(0, icon.bottom + v.px(60), v.width, round(size * 1.3))
    ops = (
        Fill(whole, PANEL), Fill(whole._replace(y=v.height - edge, h=edge), EDGE), Icon(icon, "scale", WHITE),
        widgets.middle_line(v, line, words, "bold", size, WHITE),
    )  # fmt: skip
    panel = Node("curtain", Role.GROUP, whole, tr("Gordijn"), layer=OVER - 1, ops=ops)
    said = Node("curtain:words", Role.HEADING, line, words, level=1)
    nodes = [panel, said]
    bindings: tuple[tuple[str, Command], ...] = ()
    if open_again:
        g = Ground(v, max(ground_of(v).scale, v.scale))
        word, key = tr("Gordijn open"), keys.CURTAIN
        button = rim.button("curtain:open", word, Curtain(), keys.PRIMARY, primary=True, first=True)
        sign = key.shown if v.letter_keys else "Enter"
        placed = rim.buttons_on_rim(g, [(button, word, sign)])
        nodes += [_lined(g, one)._replace(layer=OVER - 1) for one in placed]  # under the ring of the focus
        own = (*key.names, *keys.BACK.names)
        others = [
            pair for pair in frame.everywhere(v) if pair[0] not in own and not isinstance(pair[1], Direct)
        ]
        bindings = (*((name, Curtain()) for name in own), *others)
    status = Node("status", Role.STATUS, Rect(0, 0, 1, 1), v.model.announcement)
    return Node(
        "window", Role.WINDOW, whole, f"{tr('Gordijn')}: {words} – Tegenwicht", bindings=bindings, ops=(Fill(whole, PANEL),),
        children=(*nodes, status),
    )  # fmt: skip
