"""What stands round the table: the buttons on its rim, the line of time on top, the words beside the clock."""

import itertools
from collections.abc import Sequence

from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op, Ring, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.frame import MAIN_GAP

WORD, GLYPH = 25, 26
BUTTON_Y, BUTTON_HIGH, BUTTON_GAP, BUTTONS_END = 1016, 52, 14, 1888
GLYPHS = {
    **dict.fromkeys(("back", "bar:leave", "harvest:back", "path:again"), "back"),
    **dict.fromkeys(("undo", "weigh:undo"), "undo"),
    **dict.fromkeys(("again", "weigh:recount"), "again"),
    **dict.fromkeys(("deal", "pair:next", "roles:other"), "other"),
    **dict.fromkeys(("line", "slip:new", "question:write"), "note"),
    **dict.fromkeys(("lay", "talk:card", "combine"), "two-cards"),
    "rules": "deck",
}
"""What is done on many screens has the same icon on each: by the key of its button."""
LINE_HIGH, LINE_GAP = 8, 4
CLOCK_RING, CASING = 11, 61
TOP_WORDS, TOP_ROOM = 46, 560


def button(
    key: str,
    label: str,
    action: Command | None,
    shortcut: Key | None = None,
    shown: str = "",
    *,
    primary: bool = False,
    first: bool = False,
    enabled: bool = True,
    name: str = "",
    description: str = "",
) -> Node:
    """A button for the rim, without its place. shown: the sign of its key, "" where it does not work now."""
    return Node(
        key, Role.BUTTON, Rect(0, 0, 0, 0), name or label, value=shown, description=description, action=action,
        enabled=enabled, shortcuts=shortcut.names if shortcut else (), primary=primary, first=first,
    )  # fmt: skip


def buttons_on_rim(
    g: Ground, buttons: Sequence[tuple[Node, str, str]], left: int = 0, kept: Sequence[str] = ()
) -> list[Node]:
    """Buttons from right to left on the rim, the last at the right. Each: its node, its word, its key's sign.

    left: what must stay free at the left, in pixels; where the buttons would reach into it their icons go, then the
    signs. kept: for each the sign that it has room for, also while that key does not work: so none moves when a
    panel opens or the focus goes on.
    """
    glyphs = [GLYPHS.get(node.key, "") for node, _, _ in buttons]
    gaps = [g.px(MAIN_GAP if node.primary else BUTTON_GAP) for node, _, _ in buttons[1:]]
    end = g.px(g.across - (1920 - BUTTONS_END)) - sum(gaps)
    kept = kept or [sign for _, _, sign in buttons]

    def wide() -> list[int]:
        return [
            button_width(g, word, sign, node.primary, glyph)
            for (node, word, _), sign, glyph in zip(buttons, kept, glyphs, strict=True)
        ]

    if end - sum(wide()) < left:
        glyphs = [""] * len(buttons)
    if end - sum(wide()) < left:
        kept = ["" if not node.primary else sign for (node, _, _), sign in zip(buttons, kept, strict=True)]
    x = end - sum(widths := wide())
    placed = []
    for (node, word, sign), room, glyph, width, gap in zip(
        buttons, kept, glyphs, widths, [*gaps, 0], strict=True
    ):
        at = g.front(0, BUTTON_Y, 0, BUTTON_HIGH)._replace(x=x, w=width)
        ops = button_ops(g, at, word, sign if room else "", node.primary, node.enabled, glyph)
        placed.append(node._replace(rect=at, value="", ops=ops))
        x += width + gap
    return placed


def fits(g: Ground, buttons: Sequence[tuple[Node, str, str]], left: int = 0) -> bool:
    """Whether they find a place on the rim, without icons and signs if need be. left: as above."""
    widths = [
        button_width(g, word, sign if node.primary else "", node.primary) for node, word, sign in buttons
    ]
    room = g.px(g.across - (1920 - BUTTONS_END)) - left
    return sum(widths) + g.px(MAIN_GAP) * (len(widths) - 1) <= room


def _pads(g: Ground, primary: bool) -> tuple[int, int]:
    return (g.px(22), g.px(20)) if primary else (g.px(16), g.px(14))


def button_width(g: Ground, word: str, sign: str, primary: bool, glyph: str = "") -> int:
    """How wide a button with that word and the sign of its key is, in pixels."""
    before, after = _pads(g, primary)
    text = letters.width(g, word, WORD, "bold" if primary else "semibold")
    text += g.px(GLYPH + 12) if glyph else 0
    return before + text + (g.px(14) + _sign_wide(g, sign) + after if sign else before)


def _sign_wide(g: Ground, sign: str) -> int:
    return max(g.px(34), letters.width(g, sign, 20, "semibold") + 2 * g.px(9))


def button_ops(
    g: Ground, at: Rect, word: str, sign: str, primary: bool = False, enabled: bool = True, glyph: str = ""
) -> tuple[Op, ...]:
    """A button filling ``at``: an icon before its word where it has one, and its key in an outline.

    Without that key's sign icon and word stand in the middle, also where there is room kept for it.
    """
    theme, m = g.v.theme, g.v.theme.table
    ground, ink, line = (
        (theme.strong, theme.on_strong, theme.strong) if primary else (m.paper, theme.ink, m.line)
    )
    if not enabled:
        ground, ink, line = mixed(m.paper, m.rim, 0.15), theme.off, mixed(m.line, m.rim, 0.5)
    border = g.px(2.6 if m.rich else 3)
    before, after = _pads(g, primary)
    base = at.y + at.h // 2 + g.px(9)
    x, px = at.x + before, g.px(GLYPH)
    if not sign:
        x += max(0, at.w - button_width(g, word, "", primary, glyph)) // 2
    ops: list[Op] = [Fill(at, ground, g.px(14), border, line)]
    if glyph:
        ops.append(Icon(Rect(x, at.y + (at.h - px) // 2, px, px), glyph, ink))
        x += px + g.px(12)
    ops.append(letters.line(g, (x, base), word, WORD, "bold" if primary else "semibold", ink))
    if sign:
        wide, high = _sign_wide(g, sign), g.px(31)
        box = Rect(at.right - after - wide, at.y + (at.h - high) // 2, wide, high)
        ops.append(Fill(box, ground, g.px(8), g.px(2), mixed(ink, ground, 0.1)))
        ops.append(
            letters.line(g, (box.x + wide // 2, box.y + high // 2 + g.px(7)), sign, 20, "semibold", ink, 0.5)
        )
    return tuple(ops)


# -- above


def time_line(g: Ground, part: float, gaps: Sequence[float] = (0.12, 0.70, 0.88)) -> tuple[Op, ...]:
    """The line of time over the whole width: ``part`` (0.0 to 1.0) has gone; gaps between the session's parts."""
    m, high, gap = g.v.theme.table, g.px(LINE_HIGH), g.px(LINE_GAP)
    ends = [0, *(round(g.v.width * at) for at in gaps), g.v.width]
    gone = round(g.v.width * part)
    ops: list[Op] = []
    for start, end in itertools.pairwise(ends):
        first, last = start + (gap // 2 if start else 0), end - (gap // 2 if end < g.v.width else 0)
        ops.append(Fill(Rect(first, 0, last - first, high), m.to_come))
        if gone > first:
            ops.append(Fill(Rect(first, 0, min(gone, last) - first, high), m.session))
    return tuple(ops)


def place_words(g: Ground, words: str, beside: int = 0) -> Words:
    """Where the session is, in the corner at the left above. beside: how wide what stands next to it is, in pixels."""
    room = max(1, g.px(g.across - 220) - beside) if g.near else 0
    return letters.line(g, (g.px(32), g.px(45)), words, 24, "semibold", g.v.theme.ink, 0.0, room)


def top_words(g: Ground, left: str, right: str) -> tuple[Words, ...]:
    """Two words split by the clock: who, and what they do."""
    ink, room = g.v.theme.ink, g.px(TOP_ROOM)
    y = g.px(63 + g.lower)
    x = g.px(880 + g.middle_x), g.px(1040 + g.middle_x)
    ops = []
    if left:
        ops.append(letters.line(g, (x[0], y), left, TOP_WORDS, "bold", ink, 1.0, room))
    if right:
        ops.append(letters.line(g, (x[1], y), right, TOP_WORDS, "bold", ink, 0.0, room))
    return tuple(ops)


def clock_rect(g: Ground, large: bool = True) -> Rect:
    """The head of the scale; a little smaller while it shows no time."""
    r = CASING if large else 56
    return g.mid(960 - r, 100 - r, 2 * r, 2 * r)


def clock_ops(
    g: Ground, at: Rect, filled: float, figures: str = "", glyph: str = "", dashed: bool = False
) -> tuple[Op, ...]:
    """The clock: what is left of the time as a ring, with its figures or a sign in it.

    dashed: time to think, as a ring of dashes.
    """
    theme, m = g.v.theme, g.v.theme.table
    line = g.px(5.6)
    face = at.inset(line)
    ring = at.inset(line + g.px(1.2))
    width = g.px(CLOCK_RING)
    ops: list[Op] = [
        Fill(at, m.beam, at.w // 2), Fill(face, m.disc, face.w // 2),
        Ring(ring, max(0.0, min(1.0, filled)), width, theme.ink, m.track),
    ]  # fmt: skip
    if dashed:
        ops.append(dashes(ring, width, m.disc))
    middle = at.x + at.w // 2, at.y + at.h // 2
    if glyph:
        px = g.px(48)
        ops.append(Icon(Rect(middle[0] - px // 2, middle[1] - px // 2, px, px), glyph, theme.ink))
    elif figures:
        size = 34 if len(figures) < 5 else 28
        ops.append(
            letters.line(
                g,
                (middle[0], middle[1] + g.px(12)),
                figures,
                size,
                "bold",
                theme.ink,
                0.5,
                ring.w - 2 * width,
            )
        )
    return tuple(ops)


def dashes(ring: Rect, width: int, paper: tuple[int, int, int]) -> Drawing:
    """What makes a ring, so many pixels wide, one of dashes: gaps in the colour of what is behind it."""
    return Drawing(ring, (100, 100), _gaps(ring.w, width, paper))


def _gaps(px: int, width: int, paper: tuple[int, int, int]) -> str:
    """White between the dashes of the ring."""
    r, thick = 50 - 50 * width / px, 100 * width / px
    colour = "#{:02x}{:02x}{:02x}".format(*paper)
    return (
        f'<circle cx="50" cy="50" r="{r:.2f}" fill="none" stroke="{colour}" stroke-width="{thick * 1.3:.2f}"'
        f' stroke-dasharray="4.2 4.4"/>'
    )
