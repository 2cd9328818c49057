"""Where there is nothing (yet): a picture, what that means, and one next step."""

from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row, space
from tegenwicht.kit.ops import Drawing, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.view import View

WIDE, HIGH, LOW = 400, 250, 160
"""Design pixels of the picture, and how high it is where every line counts."""
BESIDE = "-62 9 -13", "62 9 13"
"""How the two cards behind lie: moved right and down, and turned, in design pixels and degrees."""
SIGN = 84
"""Design pixels of the sign on the card before them."""


def empty(v: View, key: str, glyph: str, words: str, told: str = "", onward: Button | None = None) -> Box:
    """Three places for cards with a sign on the foremost, a sentence, a quieter one, and what one can do now."""
    parts: list[Box] = [_said(v, key, glyph, words)]
    if told:
        parts.append(widgets.text(v, told, 26, "medium", v.theme.muted, align=0.5))
    if onward is not None:
        parts += [space(v.px(4)), Row([space(), onward, space()])]
    return Column([space(v.px(10)), *parts, space(v.px(10))], v.px(12))


def _said(v: View, key: str, glyph: str, words: str) -> Box:
    """The picture with the sentence below it, one thing to a screen reader: dashed where a card could lie."""
    part = v.px(LOW if v.low else HIGH) / HIGH
    high, px, gap = round(HIGH * part), round(SIGN * part), v.px(12)
    said = widgets.text(v, words, 36, "bold", align=0.5, key=key)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + (rect.w - round(WIDE * part)) // 2, rect.y, round(WIDE * part), high)
        sign = Rect(at.x + (at.w - px) // 2, at.y + (at.h - px) // 2, px, px)
        picture = (Drawing(at, (WIDE, HIGH), _cards(v)), Icon(sign, glyph, v.theme.ink))
        below = Rect(rect.x, rect.y + high + gap, rect.w, rect.h - high - gap)
        return [one._replace(rect=rect, ops=(*picture, *one.ops)) for one in said.place(below)]

    return Leaf(lambda width: high + gap + said.height(width), place)


def _cards(v: View) -> str:
    """Two dashed outlines turned away from each other, and a card over them, around the middle of the picture."""
    line, paper, edge = web(v.theme.muted), web(v.theme.paper), web(v.theme.edge)
    behind = "".join(
        f'<g transform="translate({WIDE / 2 + float(x)} {HIGH / 2 + float(y)}) rotate({turn})">'
        f'<rect x="-70" y="-98" width="140" height="196" rx="14" fill="{web(v.theme.ground)}" stroke="{line}"'
        f' stroke-width="3" stroke-dasharray="10 8"/></g>'
        for x, y, turn in (spot.split() for spot in BESIDE)
    )
    return (
        f'{behind}<rect x="{WIDE / 2 - 76}" y="{HIGH / 2 - 106}" width="152" height="212" rx="15" fill="{paper}"'
        f' stroke="{edge}" stroke-width="4"/>'
    )
