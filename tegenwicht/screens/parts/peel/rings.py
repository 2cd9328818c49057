"""The six rings round a consideration: open as far as they were peeled, with the cards tucked in them."""

from functools import lru_cache, reduce
from math import cos, radians, sin
from typing import NamedTuple

from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Card
from tegenwicht.game.path import Path, PathStep
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.motion import moves
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op, Picture
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.peel.path_words import step_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.wall.paper import warm
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.theme import Theme

MIDDLE, OUTER, THICK, CORE = (508, 538), 424, 50, 124
OPENS, CLOSES = 52, 138
"""Between these angles, in degrees from the top, a ring is open when it was peeled."""
ROOM = 460
"""Half of the square that the drawing fills."""
TUCKED = ((250, 424), (276, 374), (306, 324), (250, 270), (282, 222), (234, 176))
"""Where the cards of each layer are tucked in: the angle, and how far from the middle."""
CARD_W, CARD_H, MOST_SHOWN = 100, 138, 3
FINE = 2
PEEL = "rings:peel"
PEEL_SECONDS, TURNS = 0.42, 540
"""How long a ring takes to be peeled, and how many degrees its peel turns meanwhile."""


NEAR_CARD, NEAR_SHOWN = 0.62, 2
"""So large is a tucked card from near, where the rings are smaller still, and so many of a layer are shown."""


class Round(NamedTuple):
    """Where the rings are. middle: of them, in design pixels. part: how large they are of what they are on a large
    window; below 1 only the open ring has its name, the others a number.
    """

    g: Ground
    middle: tuple[float, float]
    part: float = 1.0

    def box(self, x: float, y: float, wide: float, high: float) -> Rect:
        """A place counted from their middle, both given as for the large rings."""
        p = self.part
        return self.g.place(self.middle[0] + x * p, self.middle[1] + y * p, wide * p, high * p)

    @property
    def small(self) -> bool:
        """Whether only the open ring has its name."""
        return self.part < 1


def large_round(g: Ground) -> Round:
    """At the left of a large window."""
    return Round(g, (MIDDLE[0], MIDDLE[1] + g.lower))


class Shades(NamedTuple):
    """The colours of the rings: peeled from outside in, the one that is open, and those to come."""

    peeled: tuple[Colour, Colour]
    now: Colour
    on_now: Colour
    to_come: tuple[Colour, Colour, Colour]
    trace: Colour
    line: Colour


def shades(theme: Theme) -> Shades:
    """Those of a theme."""
    t = theme.table
    if not t.rich:
        return Shades(
            (t.wall, t.wall), theme.strong, theme.on_strong, (t.wall, t.wall, t.wall), t.line, t.line
        )
    if theme.name == "dark":
        peeled, come = (t.rim_light, t.rim), (t.wood, mixed(t.wood, t.paper, 0.5), t.paper)
        return Shades(peeled, theme.strong, theme.on_strong, come, t.plank, t.line)
    peeled = ((218, 197, 149), (226, 209, 171))
    come = ((238, 227, 206), (245, 237, 220), (255, 253, 248))
    return Shades(peeled, theme.strong, theme.on_strong, come, (185, 156, 85), theme.ink)


def rings(around: Round, session: Session, path: Path, go: dict[PathStep, Command | None]) -> list[Node]:
    """The drawing, a name to press in every ring, the consideration, and the cards. go: what pressing a ring does."""
    g, at = around.g, -1 if path.at is None else game_path.STEPS.index(path.at)
    whole = around.box(-ROOM, -ROOM, 2 * ROOM, 2 * ROOM)
    drawn = Drawing(
        whole, (2 * ROOM, 2 * ROOM), _body(at, shades(g.v.theme), warm(g.v)[0], g.v.theme.table.rich)
    )
    nodes = [Node("rings", Role.GROUP, whole, layer=-2, ops=(drawn,)), *_rolled(around, at)]
    stops = tuple(
        _name(around, path, step, number, at, go[step]) for number, step in enumerate(game_path.STEPS)
    )
    rail = reduce(Rect.around, (stop.rect for stop in stops))
    nodes.append(Node("path:rail", Role.RADIO_GROUP, rail, tr("De zes stappen"), children=stops))
    cards = tucked(around, session, path)
    return [*nodes, *cards, _under(around, path)] if around.small else [*nodes, _core(around, path), *cards]


def _name(around: Round, path: Path, step: PathStep, number: int, at: int, go: Command | None) -> Node:
    """The name of a ring at its top; pressed, the walk goes there."""
    g = around.g
    here, peeled = number == at, at < 0 or number < at
    s = shades(g.v.theme)
    ink = s.on_now if here else g.v.theme.ink
    middle = THICK * number + THICK / 2 - OUTER
    rect = around.box(-118, middle - 22, 236, 44)
    words = step_name(step)
    ops: list[Op] = []
    if around.small:
        rect = around.box(-60, middle - THICK / 2, 120, THICK)
        size, weight, shown = (22, "bold", words) if here else (20, "semibold", str(number + 1))
        base, room = rect.y + rect.h // 2 + round(letters.size(g, size) * 0.33), 0
        if here:
            wide = letters.width(g, words, size, weight) + 2 * g.px(16)
            rect = rect._replace(x=rect.x + (rect.w - wide) // 2, w=wide)
            label = rect._replace(y=rect.y - g.px(2), h=rect.h + 2 * g.px(2))
            ops.append(Fill(label, s.now, label.h // 2, 0 if g.v.theme.table.rich else g.px(2), s.line))
    else:
        size, weight, shown = (28, "bold", words) if here else (25, "semibold", words)
        base, room = rect.y + rect.h // 2 + g.px(9), rect.w - g.px(50)
    line = letters.line(g, (rect.x + rect.w // 2, base), shown, size, weight, ink, 0.5, room)
    ops.append(line)
    if peeled:
        px = g.px(size - 1)
        ops.append(Icon(Rect(line.rect.x - px - g.px(6), base - round(px * 0.87), px, px), "check", ink))
    said = tr("Stap {n}: {name}").format(n=number + 1, name=words)
    return Node(
        f"path:go:{step}", Role.RADIO, rect, said, action=go, pressed=here, shortcuts=keys.MENTION[number].names,
        description="" if path.is_empty(step) else tr("ingevuld"), corner=rect.h // 2, ops=tuple(ops),
    )  # fmt: skip


def _core(around: Round, path: Path) -> Node:
    """The consideration in the middle; pressed, all of it is shown and can be changed."""
    rect = around.box(-88, -88, 176, 176)
    ops = _consideration(around.g, path, rect, 28)
    return _renaming(path, rect, rect.w // 2, ops)


def _under(around: Round, path: Path) -> Node:
    """The same under small rings, on paper of the colour of their middle."""
    g, (x, y) = around.g, around.middle
    wide, top = 2 * OUTER * around.part + 24, y + OUTER * around.part + 20
    rect = g.place(x - wide / 2, top, wide, min(104, g.down - 76 - 14 - top))
    ground, ink = warm(g.v)
    corner, border = g.px(14), g.px(3)
    paper = Fill(rect, ground, corner, border, ink)
    return _renaming(path, rect, corner, (paper, *_consideration(g, path, rect.inset(g.px(18), g.px(8)), 24)))


def _consideration(g: Ground, path: Path, rect: Rect, size: float) -> tuple[Op, ...]:
    """Its words in the middle of ``rect``, as large as they fit; what does not is left out."""
    ink, px = warm(g.v)[1], letters.size(g, size)
    lines = g.v.type.lines(path.consideration, "bold", px, rect.w)
    widest = max(path.consideration.split(), key=len, default="")
    while px > g.px(20) and (len(lines) * px * 1.16 > rect.h or g.v.type.width(widest, "bold", px) > rect.w):
        px -= 1
        lines = g.v.type.lines(path.consideration, "bold", px, rect.w)
    most = max(1, int(rect.h / (px * 1.16)))
    if len(lines) > most:
        end = lines[most - 1].rstrip()
        while end and g.v.type.width(f"{end}…", "bold", px) > rect.w:
            end = end[:-1].rstrip()
        lines = (*lines[: most - 1], f"{end}…")
    step = round(px * 1.16)
    top = rect.y + (rect.h - step * len(lines)) // 2
    return tuple(
        letters.tight(g, Rect(rect.x, top + n * step, rect.w, step), words, "bold", px, ink)
        for n, words in enumerate(lines)
    )


def _renaming(path: Path, rect: Rect, corner: int, ops: tuple[Op, ...]) -> Node:
    from tegenwicht.screens.parts.peel.path_screens import CONSIDERATION

    said = tr("De afweging: {words}").format(words=path.consideration)
    return Node(
        "path:rename", Role.BUTTON, rect, said, description=tr("Aanpassen"), corner=corner, ops=ops,
        action=Open(Panel.RENAME, ((CONSIDERATION, path.consideration),)),
    )  # fmt: skip


# -- the drawing


@lru_cache(32)
def _body(at: int, s: Shades, core: Colour, rich: bool) -> str:
    """All rings as SVG; ``at``: which is open, -1 when all are."""
    parts, line = [], f'stroke="{web(s.line)}" stroke-width="3"'
    if rich:
        parts.append(
            f'<circle cx="{ROOM - 2}" cy="{ROOM + 16}" r="{OUTER}" fill="#000000" fill-opacity="0.08"/>'
        )
    for number in range(len(game_path.STEPS)):
        outer, inner = OUTER - THICK * number, OUTER - THICK * (number + 1)
        if at < 0 or number < at:
            parts += _peeled(number, outer, inner, s, line)
        else:
            fill = s.now if number == at else s.to_come[min(2, max(0, number - at - 1))]
            parts.append(f'<circle cx="{ROOM}" cy="{ROOM}" r="{outer}" fill="{web(fill)}" {line}/>')
    parts += [_roll(number, s, line) for number in range(_last(at))]
    parts.append(f'<circle cx="{ROOM}" cy="{ROOM}" r="{CORE}" fill="{web(core)}" {line}/>')
    return "".join(parts)


def _peeled(number: int, outer: int, inner: int, s: Shades, line: str) -> list[str]:
    """What is left of a ring, and the trace of what was taken off."""
    a, b, c, d = _at(outer, CLOSES), _at(outer, OPENS), _at(inner, OPENS), _at(inner, CLOSES)
    ring = f"M{a} A{outer} {outer} 0 1 1 {b} L{c} A{inner} {inner} 0 1 0 {d} Z"
    gone = f"M{b} A{outer} {outer} 0 0 1 {a}"
    fill = s.peeled[min(1, number % 2)]
    return [
        f'<circle cx="{ROOM}" cy="{ROOM}" r="{inner}" fill="{web(s.peeled[1])}" fill-opacity="0.4"/>',
        f'<path d="{ring}" fill="{web(fill)}" {line} stroke-linejoin="round"/>',
        f'<path d="{gone}" fill="none" stroke="{web(s.trace)}" stroke-width="2.4" stroke-dasharray="8 7"/>',
    ]


def _last(at: int) -> int:
    """The number of the ring that was peeled last; -1 for none."""
    return (len(game_path.STEPS) if at < 0 else at) - 1


def _roll(number: int, s: Shades, line: str, part: float = 1.0) -> str:
    """The peel, rolled up at the lower end of its opening; ``part``: how far it came on the way there."""
    r = (40 - 3 * number) * (0.4 + 0.6 * part)
    far = OUTER - THICK * number - THICK / 2
    degrees = OPENS + (CLOSES - OPENS) * part - (3 + 7 * number) * part
    angle = radians(degrees)
    x, y = ROOM + far * sin(angle), ROOM - far * cos(angle)
    curl = f"M{x + r * 0.5:.1f} {y:.1f} a{r * 0.5:.1f} {r * 0.5:.1f} 0 1 0 {-r * 0.5:.1f} {r * 0.5:.1f}"
    curl += f" m0 0 a{r * 0.28:.1f} {r * 0.28:.1f} 0 0 0 {r * 0.1:.1f} {-r * 0.52:.1f}"
    turned = f' transform="rotate({TURNS * (part - 1):.1f} {x:.1f} {y:.1f})"'
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{web(s.to_come[0])}" {line}/>'
        f'<path d="{curl}" fill="none" {line} stroke-linecap="round"{turned if part < 1 else ""}/>'
    )


# -- a ring that is peeled just now


def _rolled(around: Round, at: int) -> list[Node]:
    """The roll of the ring that was peeled last: a drawing of its own, so that it can come rolling."""
    number = _last(at)
    if number < 0:
        return []
    x, y, wide, high = _opening(number)
    rect = around.box(x - ROOM, y - ROOM, wide, high)
    return [Node(PEEL, Role.GROUP, rect, layer=-2, ops=_unrolling(at, shades(around.g.v.theme), 1.0, rect))]


def peeling(theme: Theme, at: int) -> moves.Move:
    """The ring before ``at`` is peeled: it opens at the top, and rolls down."""
    s = shades(theme)
    unroll = moves.Becoming(PEEL, lambda part, rect: _unrolling(at, s, part, rect), PEEL_SECONDS)
    return moves.Together((moves.Sound("slide"), unroll))


def _opening(number: int) -> tuple[int, int, int, int]:
    """What a ring's opening and its roll take of the drawing: x, y, width, height."""
    outer, inner, room = OUTER - THICK * number, OUTER - THICK * (number + 1), 46
    left = ROOM + inner * min(sin(radians(OPENS)), sin(radians(CLOSES))) - room
    top = ROOM - outer * cos(radians(OPENS)) - room
    low = ROOM - outer * cos(radians(CLOSES)) + room
    return int(left), int(top), int(ROOM + outer + room - left), int(low - top)


def _unrolling(at: int, s: Shades, part: float, rect: Rect) -> tuple[Op, ...]:
    """A ring that is open as far as ``part``: what is still on, and the roll at its edge."""
    number, line = _last(at), f'stroke="{web(s.line)}" stroke-width="3"'
    x, y, wide, high = _opening(number)
    left = _still_on(number, s, line, part) if part < 1 else ""
    body = f'<g transform="translate({-x} {-y})">{left}{_roll(number, s, line, part)}</g>'
    return (Drawing(rect, (wide, high), body),)


def _still_on(number: int, s: Shades, line: str, part: float) -> str:
    """The piece of a ring between where it came loose and where it stays."""
    outer, inner = OUTER - THICK * number, OUTER - THICK * (number + 1)
    loose, stays = OPENS + (CLOSES - OPENS) * part, CLOSES + 0.5
    a, b, c, d = _at(outer, loose), _at(outer, stays), _at(inner, stays), _at(inner, loose)
    over, under = f"A{outer} {outer} 0 0 1 {b}", f"A{inner} {inner} 0 0 0 {d}"
    fill = s.peeled[min(1, number % 2)]
    return (
        f'<path d="M{a} {over} L{c} {under} Z" fill="{web(fill)}"/>'
        f'<path d="M{a} {over} M{c} {under} L{a}" fill="none" {line} stroke-linejoin="round"/>'
    )


def _at(r: float, degrees: float) -> str:
    a = radians(degrees)
    return f"{ROOM + r * sin(a):.1f} {ROOM - r * cos(a):.1f}"


# -- the cards


def tucked(around: Round, session: Session, path: Path) -> list[Node]:
    """For every layer with cards: the last of them, tucked in its ring over the edges of the others."""
    made = []
    for number, step in enumerate(game_path.STEPS):
        cards = [session.cards[one] for one in path.cards_at(step)]
        if cards:
            made.append(_stack(around, number, step, cards))
    return made


def _stack(around: Round, number: int, step: PathStep, cards: list[Card]) -> Node:
    degrees, far = TUCKED[number]
    g, part = around.g, NEAR_CARD if around.small else 1.0
    x = around.middle[0] + far * around.part * sin(radians(degrees))
    y = around.middle[1] - far * around.part * cos(radians(degrees))
    place = g.place(x - 62 * part, y - 88 * part, 124 * part, 168 * part)
    lean = (12, 8, 4, 10, 5, 14)[number]
    most = NEAR_SHOWN if around.small else MOST_SHOWN
    shown = cards[-most:]
    ops: list[Op] = []
    for n, card in enumerate(shown):
        behind = len(shown) - 1 - n
        wide, high = g.px(CARD_W * part), g.px(CARD_H * part)
        x = place.x + (place.w - wide) // 2 - g.px(14 * part) * behind
        at = Rect(x, place.y + (place.h - high) // 2 + g.px(10 * part) * behind, wide, high)
        flat = _small(g, card, wide * FINE, high * FINE)
        ops.append(askew(g, at, flat, lean + 7 * behind, round(high * FINE * 0.09), g.v.theme.table.card))
    if len(cards) > most:
        ops += _more(g, place, len(cards) - most)
    names = ", ".join(card_name(card) for card in cards)
    count = several("{n} kaart", "{n} kaarten", len(cards))
    said = tr("{count} bij {step}").format(count=count, step=step_name(step))
    if len(cards) > most:
        said = f"{said}, +{len(cards) - most}"
    rect = place.inset(g.px(12 * part), g.px(18 * part))
    return Node(
        f"tucked:{step}", Role.BUTTON, rect, said, description=names, layer=-1, corner=g.px(10), ops=tuple(ops),
        action=Open(Panel.LAID, ((entries.PATH_STEP, str(step)), (entries.PATH_CARD, cards[-1].number))),
    )  # fmt: skip


def _more(g: Ground, place: Rect, count: int) -> list[Op]:
    px = g.px(40)
    disc = Rect(place.x + place.w // 2 - px // 2, place.bottom - round(px * 1.55), px, px)
    words = letters.tight(g, disc, f"+{count}", "bold", g.px(20), g.v.theme.on_strong)
    return [Fill(disc, g.v.theme.strong, px // 2), words]


def _small(g: Ground, card: Card, w: int, h: int) -> tuple[Op, ...]:
    """A small upright card: band with its sign and number, and its picture."""
    c, table = g.v.theme.clusters[card.family], g.v.theme.table
    unit = w / CARD_W
    band, line = round(34 * unit), max(2, round(2 * unit))
    px = round(20 * unit)
    number = str(card.number)
    font = max(round(20 * unit), g.px(19) * FINE)
    wide = g.v.type.width(number, "bold", font)
    sign = Rect(round(12 * unit), (band - px) // 2 + line // 2, px, px)
    figure = Rect(w - round(11 * unit) - wide, 0, wide, band)
    disc = Rect(round(20 * unit), band + round(20 * unit), round(60 * unit), round(60 * unit))
    return (
        Fill(Rect(0, 0, w, h), table.card, round(12 * unit), line, c.edge),
        Fill(Rect(line, line, w - 2 * line, band - line), c.solid, round(12 * unit) - line, top_only=True),
        Icon(sign, card.family.value, (255, 255, 255)),
        letters.tight(g, figure, number, "bold", font, (255, 255, 255)),
        Fill(disc, c.pale, disc.w // 2, line, mixed(c.line, c.pale, 0.6)),
        Picture(disc.inset(round(9 * unit)), card.picture, c.line),
    )  # fmt: skip
