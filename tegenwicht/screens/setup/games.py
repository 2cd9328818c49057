"""Step 1: which game. Each is a tile with a miniature of its own screen, for how many it is, how long, what for."""

from typing import NamedTuple

from tegenwicht.game.modes import mode_named
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import column, large, stacked
from tegenwicht.screens.parts.small_views import no_smaller
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground, ground_of, is_large, is_near, near_view
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.top_steps import Steps
from tegenwicht.screens.setup import miniatures
from tegenwicht.screens.setup.around import setup_around
from tegenwicht.screens.setup.choices import MODE, STEP, mode, modes
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import All, Back, FocusOn, Put
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.view import View

WIDE, PICTURE = 560, 216
LARGER, GAP, MOST_ROOM = (1.25, 1.12, 1.0), 22, 90
"""Below each other: how many times as large as usual words may be, what is between the tiles, and how much higher the
words on a tile may stand apart where there is room for that, in design pixels."""
LIP, RIM_HIGH, ADVICE, ADVICE_NEAR, TWO = 6, 76, 22, 19, 890


class Laid(NamedTuple):
    """How the tiles lie, in design pixels from the window's top left. head: the height and size of the question.
    picture: how high it is. name, purpose, facts: how far down a tile each stands, and its size. side: left of them.
    """

    x: float
    y: float
    wide: float
    high: float
    across: float
    down: float
    head: tuple[float, float]
    picture: float
    name: tuple[float, float]
    purpose: tuple[float, float]
    facts: tuple[float, float]
    side: float


def _laid(g: Ground) -> Laid:
    """Three beside each other, two rows; on a small window with pictures that are less high."""
    if not g.near:
        x, y = 96 + g.middle_x, 177 + g.lower
        head = (137 + g.lower, 60.0)
        return Laid(x, y, WIDE, 380, 584, 407, head, PICTURE, (264, 36), (302, 24), (350, 23), 27)
    gap, top = 20, 138.0
    wide, high = (g.across - 64 - 2 * gap) / 3, (g.down - RIM_HIGH - 20 - gap - top) / 2
    low = max(0.0, high - (wide * PICTURE / WIDE + 124))
    high, top = high - low, top + low / 2
    picture = high - 124
    name, purpose, facts = (picture + down for down in (31, 56, 107))
    return Laid(
        32,
        top,
        wide,
        high,
        wide + gap,
        high + gap,
        (118, 40),
        picture,
        (name, 25),
        (purpose, 20),
        (facts, 20),
        18,
    )


class Tile(NamedTuple):
    """What is said of a game. people, minutes: how many and how long it is best with; None is not said."""

    name: str
    purpose: str
    people: tuple[int, int]
    minutes: tuple[int, int] | None = None


def tile_of(name: str) -> Tile:
    """The words on the tile of a game; of one that has none here, what it says of itself."""
    known = {
        "tegenwicht": Tile(tr("Kaartgesprek"), tr("Trek een kaart en vertel hoe je woog."), (4, 8), (60, 90)),
        "peeling": Tile(tr("Afpellen"), tr("Eén afweging, langzaam, laag voor laag."), (1, 8), (30, 45)),
        "conversation": Tile(
            tr("Gewogen in gesprek"), tr("Eén vertelt, één noteert, de rest luistert."), (2, 8), (45, 60)
        ),
        "weighing": Tile(tr("Wegen"), tr("Steek je vingers op: hoe zwaar telt dit bij jou?"), (3, 12), (20, 30)),
        "feedback": Tile(
            tr("Triple feedback"), tr("Vier vragen bij één afweging. Later nog eens."), (1, 6), (30, 45)
        ),
        "stones": Tile(
            tr("Tien stenen"), tr("Verdeel samen wat bij jullie weegt. Voor en na."), (2, 12), (10, 15)
        ),
    }  # fmt: skip
    if name in known:
        return known[name]
    about, people = screens_of(name).about(), mode_named(name).PEOPLE
    return Tile(about.name, about.line, (people.start, people.stop - 1))


def build(v: View) -> Node:
    """The tiles, and on with the chosen one."""
    question = tr("Wat gaan jullie spelen?")
    steps = Steps((tr("Spel"), tr("Tafel en tijd")), 1)
    typing_letters = v.model.settings.letter_keys
    main = Act("to:table", tr("Verder: tafel en tijd"), _on(), keys.PRIMARY, primary=True)
    line = tr("Je kunt er later een ander spel bij pakken.")
    around = setup_around(tr("Nieuwe sessie"), steps, main, Back(), line=line, calm=True)
    there = modes()
    if not (is_large(v) or is_near(v)) or len(there) > 6:
        v = no_smaller(v)
        return stacked(v, around, lambda room, left: _in_column(v, question, there, room, left))
    v = v if is_large(v) else near_view(v, grows=False)
    g = ground_of(v)
    laid = _laid(g)
    head = letters.line(g, (g.px(laid.x), g.px(laid.head[0])), question, laid.head[1], "bold", v.theme.ink)
    heading = Node("setup:question", Role.HEADING, head.rect, question, level=2, ops=(head,))
    tiles = []
    for number, one in enumerate(there):
        x, y = laid.x + number % 3 * laid.across, laid.y + number // 3 * laid.down
        tiles.append(_tile(v, g, laid, one, number, g.place(x, y, laid.wide, laid.high), typing_letters))
    whole = tiles[0].rect.around(tiles[-1].rect).around(tiles[min(2, len(tiles) - 1)].rect)
    group = Node("setup:games", Role.RADIO_GROUP, whole, tr("Spel"), children=tuple(tiles))
    return large(g, around, [heading, group])


def _on() -> Command:
    return Put(STEP, 2)


# -- a tile


def _tile(v: View, g: Ground, laid: Laid, name: str, number: int, rect: Rect, sign: bool) -> Node:
    """A tile with its own place: picture, name, purpose, people and minutes."""
    tile, chosen = tile_of(name), name == mode(v)
    picture = Rect(rect.x, rect.y, rect.w, g.px(laid.picture))
    ops: list[Op] = [*_paper(v, rect, chosen), *_framed(v, picture, name)]
    ops += _edge(v, rect, chosen)
    ops += _mark(g, picture, number, chosen, sign)
    x, ink, faint = rect.x + g.px(laid.side), v.theme.ink, v.theme.table.faint
    room = rect.w - 2 * g.px(laid.side)
    down, size = laid.name
    ops.append(letters.line(g, (x, rect.y + g.px(down)), tile.name, size, "bold", ink, 0.0, room))
    down, size = laid.purpose
    lines = balanced(g, tile.purpose, "medium", letters.size(g, size), room) if g.near else (tile.purpose,)
    step = letters.size(g, size * 1.18)
    ops += [
        letters.line(g, (x, rect.y + g.px(down) + n * step), line, size, "medium", ink, 0.0, room)
        for n, line in enumerate(lines)
    ]
    down, size = laid.facts
    base = rect.y + g.px(down)
    for glyph, words in _facts(tile):
        px = g.px(size + 2)
        ops.append(Icon(Rect(x, base - round(px * 0.8), px, px), glyph, faint))
        said = letters.line(g, (x + px + g.px(9), base), words, size, "semibold", faint)
        ops.append(said)
        x = said.rect.right + g.px(29 if not g.near else 16)
    if _begin_here(v, name):
        beside = x - g.px(15) <= _advised(g, rect, base).x
        ops += _advice(g, rect, base if beside else rect.y + g.px(laid.name[0] - 2))
    return _node(v, tile, name, number, rect, chosen)._replace(ops=tuple(ops), corner=g.px(18))


def _node(v: View, tile: Tile, name: str, number: int, rect: Rect, chosen: bool) -> Node:
    """What a tile is; Enter on the one that is chosen goes on."""
    facts = [_aloud(tile), tile.purpose, *([tr("Begin hier.")] if _begin_here(v, name) else [])]
    key = f"setup:game:{name}"
    choose = All(
        (Put(MODE, name), Put(entries.SETUP_HAND, v.model.form(entries.SETUP_HAND, ())), FocusOn(key))
    )
    return Node(
        key, Role.RADIO, rect, tile.name, description=" ".join(facts),
        action=None if chosen else choose, pressed=chosen, shortcuts=_key(number).names if number < 9 else (),
        bindings=(("return", _on()),) if chosen else (), first=chosen,
    )  # fmt: skip


def _key(number: int) -> Key:
    return Key((str(number + 1),), str(number + 1))


def _facts(tile: Tile) -> list[tuple[str, str]]:
    """People and minutes, each with its sign."""
    people = tr("{least}–{most} mensen").format(least=tile.people[0], most=tile.people[1])
    facts = [("people", people)]
    if tile.minutes:
        facts.append(("timer", tr("{least}–{most} min").format(least=tile.minutes[0], most=tile.minutes[1])))
    return facts


def _aloud(tile: Tile) -> str:
    return ", ".join(words for _, words in _facts(tile)) + "."


def _begin_here(v: View, name: str) -> bool:
    """On the first game, until a session was finished."""
    return name == modes()[0] and not any(one.finished for one in v.model.sessions)


def _advice(g: Ground, rect: Rect, base: int) -> list[Op]:
    """*Begin hier*, in the corner of the tile."""
    warm, ink, at = g.v.theme.table.persons[0], (31, 36, 48), _advised(g, rect, base)
    size = ADVICE_NEAR if g.near else ADVICE
    return [
        Fill(at, warm, at.h // 2),
        letters.line(g, (at.x + at.w // 2, base), tr("Begin hier"), size, "bold", ink, 0.5),
    ]


def _advised(g: Ground, rect: Rect, base: int) -> Rect:
    """Where *Begin hier* stands on a tile, with its words on that line; on a small one left of the check."""
    if g.near:
        wide = letters.width(g, tr("Begin hier"), ADVICE_NEAR, "bold") + g.px(18)
        return Rect(rect.right - g.px(18 + 44 + 8) - wide, base - g.px(23), wide, g.px(32))
    wide = letters.width(g, tr("Begin hier"), ADVICE, "bold") + g.px(28)
    return Rect(rect.right - g.px(34) - wide, base - g.px(26), wide, g.px(38))


def _paper(v: View, rect: Rect, chosen: bool) -> tuple[Op, ...]:
    m, radius = v.theme.table, v.px(20)
    lip = (Fill(rect._replace(y=rect.y + v.px(LIP)), m.lip, radius),) if m.rich and not chosen else ()
    return (*lip, Fill(rect, m.paper, radius))


def _edge(v: View, rect: Rect, chosen: bool) -> tuple[Op, ...]:
    """The line round the tile, over its picture; thick ink round the one that is chosen."""
    wide, high, m = rect.w, rect.h, v.theme.table
    line = max(2, v.px(6 if chosen else 2.6 if m.rich else 3))
    colour, r, half = v.theme.ink if chosen else m.line, v.px(20), line / 2
    gone = f"M0 0 H{wide} V{r} A{r} {r} 0 0 0 {wide - r} 0 H{r} A{r} {r} 0 0 0 0 {r} Z"
    body = (
        f'<path d="{gone}" fill="{web(m.wall)}"/>'
        f'<rect x="{half}" y="{half}" width="{wide - line}" height="{high - line}" rx="{r - half:g}" fill="none"'
        f' stroke="{web(colour)}" stroke-width="{line}"/>'
    )
    return (Drawing(rect, (wide, high), body),)


def _framed(v: View, rect: Rect, name: str) -> tuple[Op, ...]:
    return miniatures.of(v, name, rect.inset(max(2, v.px(3)), 0)._replace(y=rect.y, h=rect.h))


def _mark(g: Ground, picture: Rect, number: int, chosen: bool, sign: bool) -> list[Op]:
    """The key that chooses it, at the picture's lower right corner; a check there when it is chosen."""
    px = g.px(44 if chosen else 36)
    at = Rect(picture.right - g.px(18) - px, picture.bottom - px // 2, px, px)
    theme = g.v.theme
    if chosen:
        return [
            Fill(at, theme.strong, px // 2, max(1, g.px(2)), theme.table.paper),
            Icon(at.inset(round(px * 0.24)), "check", theme.on_strong),
        ]
    if not sign or number >= 9:
        return []
    paper = theme.table.paper
    middle = (at.x + px // 2, at.y + px // 2 + g.px(8))
    figure = letters.line(g, middle, str(number + 1), 22, "bold", theme.ink, 0.5)
    return [Fill(at, paper, g.px(9), max(1, g.px(2.4)), theme.ink), figure]


# -- stacked


def _in_column(v: View, question: str, there: list[str], room: Rect, left: list[Button]) -> Nodes:
    """All of it with words as large as fit, and what is left of the height around the words on the tiles."""
    most, wide = room.h - v.px(40), room.w - 2 * v.px(24)
    larger = next(
        (one for one in LARGER if _stacked(v, question, there, one).height(wide) <= most), LARGER[-1]
    )
    free = most - _stacked(v, question, there, larger).height(wide)
    room_each = 0.0 if left else max(0.0, min(MOST_ROOM, free / v.scale / -(-len(there) // _across(v))))
    return column(v, "setup:all", [_stacked(v, question, there, larger, room_each)])(room, left)


def _across(v: View) -> int:
    return 3 if v.across >= 1850 else 2 if v.across >= TWO else 1


def _stacked(v: View, question: str, there: list[str], larger: float, more: float = 0.0) -> Box:
    tiles: list[Box] = [_small(v, name, number, larger, more) for number, name in enumerate(there)]
    across = _across(v)
    rows = [Grid(tiles[n : n + across], across, v.px(GAP)) for n in range(0, len(tiles), across)]
    grid = Column(rows, v.px(GAP))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("setup:games", Role.RADIO_GROUP, rect, tr("Spel"), children=tuple(nodes))

    return Column([widgets.heading(v, question, 48), Padded(grid, 0, v.px(8), wrap)], v.px(12))


def _small(v: View, name: str, number: int, larger: float, more: float) -> Box:
    """The same tile as high as its words, which are so many times as large as usual, with ``more`` around them."""
    tile, chosen = tile_of(name), name == mode(v)
    facts: list[Box] = []
    for glyph, words in _facts(tile):
        sign = widgets.icon(v, glyph, 24 * larger, v.theme.table.faint)
        said = widgets.seen(v, words, 22 * larger, "semibold", v.theme.table.faint, natural=True)
        facts.append(Row([sign, said], v.px(8)))
    below = Column([
        widgets.seen(v, tile.name, 34 * larger, "bold"), widgets.seen(v, tile.purpose, 24 * larger, "medium"),
        Wrap(facts, v.px(15), v.px(6)),
        *([widgets.seen(v, tr("Begin hier"), 22, "bold")] if _begin_here(v, name) else []),
    ], v.px(6 + more / 4))  # fmt: skip
    shown = v.text < 1.5

    def picture(rect: Rect) -> Nodes:
        ops = _framed(v, rect, name)
        return [Node(f"setup:picture:{name}", Role.GROUP, rect, ops=ops)]

    parts: list[Box] = [Leaf(lambda width: round(width * PICTURE / WIDE), picture)] if shown else []
    parts.append(Padded(below, v.px(24), v.px(16 + more / 4)))
    inside = Column(parts)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        high = nodes[0].rect.h if shown else 0
        ops: list[Op] = [*_edge(v, rect, chosen)] if shown else [Fill(
            rect, v.theme.table.paper, v.px(20), max(2, v.px(6 if chosen else 3)),
            v.theme.ink if chosen else v.theme.table.line,
        )]  # fmt: skip
        if chosen:
            px = v.text_px(34)
            at = Rect(rect.right - v.px(20) - px, rect.y + max(v.px(16), high - px // 2), px, px)
            theme = v.theme
            ops += [
                Fill(at, theme.strong, px // 2),
                Icon(at.inset(round(px * 0.24)), "check", theme.on_strong),
            ]
        seen = tuple(one._replace(role=Role.GROUP) for one in nodes)
        over = Node(f"setup:edge:{name}", Role.GROUP, rect, ops=tuple(ops))
        ground = Fill(rect, v.theme.table.paper, v.px(20))
        children = (*seen, over) if shown else (over, *seen)
        return _node(v, tile, name, number, rect, chosen)._replace(
            ops=(ground,), corner=v.px(20), children=children
        )

    return Padded(inside, 0, 0, wrap)
