"""The start: five places that never move, and a scale with a card to begin with. Loads no rules."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, space
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_aloud
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import HEIGHT, Ground, ground_of
from tegenwicht.screens.parts.table.room import table_top, wall
from tegenwicht.screens.shell import entries, frame
from tegenwicht.screens.shell.commands import All, Go, Put, Rehearse, Resume
from tegenwicht.screens.shell.model import Kept
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.start.open_card import Balance, alone_with, has_scale, open_card
from tegenwicht.screens.start.places import Place, corner_nodes, place_node

SAYS_ITS_GAME = ("peeling", "conversation", "stones", "alone")
"""The modes whose line in a list begins with the name of the game."""
KEYS = tuple(Key((str(n),), str(n)) for n in range(1, 6))
LARGE = (1536, 864)
WALL_EDGE = 716
ACROSS_ALL, HIGH_ALL, LEAST_SCALE = 1240, 980, 0.5
"""How wide and high the scale is with the card before it, and the smallest part of that at which it can be read."""


class Layout:
    """Where things are, in pixels of a window of ``size``, from the top left."""

    size = (1920, 1080)
    name = (105, 195, 121)
    line = (109, 259, 38)
    x, wide = 104, 560
    first = (320, 128)
    others = (480, 96, 116)
    second = 0
    """How much higher the second place is than those below it: where only that one has a line."""
    note, note_size = 972, 24
    balance = Balance((1304, 150), 1.0, 968, (1139, 480, 330, 462), 611)


class SmallLayout(Layout):
    """The same on the smallest window."""

    size = (1024, 640)
    name = (40, 96, 66)
    line = (42, 134, 23)
    x, wide = 40, 384
    first = (162, 84)
    others = (264, 52, 64)
    second = 14
    note, note_size = 568, 17
    balance = Balance((742, 84), 0.455, 592, (644, 294, 198, 250), 294)


def build(v: View) -> Node:
    """The first screen."""
    if not has_scale(v):
        return _below_each_other(v)
    large = v.width >= LARGE[0] and v.height >= LARGE[1]
    layout = Layout() if large else SmallLayout()
    scale = min(v.width / layout.size[0], v.height / layout.size[1])
    return _beside(v, layout, scale, large)


def _beside(v: View, layout: Layout, scale: float, large: bool) -> Node:
    """The places at the left, the scale at the right."""
    g = Ground(v, scale)
    nodes = [_title(g, layout)]
    y, step = layout.others[0], layout.others[2]
    for number, place in enumerate(places(v)):
        high = layout.first[1] if number == 0 else layout.others[1] + (layout.second if number == 1 else 0)
        top = (
            layout.first[0] if number == 0 else y + (number - 1) * step + (layout.second if number > 1 else 0)
        )
        lower = (v.height / scale - layout.size[1]) / 2
        rect = g.place(layout.x, top + lower, layout.wide, high)
        nodes.append(place_node(g, rect, place, bare=not large and number > 1))
    nodes += _deck(g, layout)
    nodes += _scale(g, layout.balance, layout.size)
    corner = corner_nodes(v, g.px(24 if large else 17), v.width - g.px(32 if large else 20))
    edge = WALL_EDGE if large else 430 / 640 * 1080
    room = ground_of(v)
    return frame.scene(
        v, "", (*wall(room, edge), *table_top(room, edge, HEIGHT)), [*nodes, *corner], None, (), v.height
    )


def _scale(g: Ground, at: Balance, layout: tuple[int, int]) -> list[Node]:
    """The scale with its cards; a moment later where there is haste."""
    if g.v.hasty:
        return []
    from tegenwicht.screens.start.balance import balance_nodes

    return balance_nodes(g, at, layout)


def _title(g: Ground, layout: Layout) -> Node:
    lower = (g.v.height / g.scale - layout.size[1]) / 2
    (x, y, size), (lx, ly, lsize) = layout.name, layout.line
    room = g.px(layout.wide + (90 if layout.size[0] == 1920 else 20))
    name = letters.line(g, (g.px(x), g.px(y + lower)), "Tegenwicht", size, "bold", g.v.theme.ink, 0.0, room)
    said = letters.line(g, (g.px(lx), g.px(ly + lower)), tagline(), lsize, "medium", g.v.theme.ink, 0.0, room)
    rect = name.rect.around(said.rect)
    line = Node("start:line", Role.TEXT, said.rect, tagline(), ops=(said,))
    return Node("start:name", Role.HEADING, rect, "Tegenwicht", level=1, ops=(name,), children=(line,))


def _deck(g: Ground, layout: Layout) -> list[Node]:
    words = deck_line(g.v)
    if not words:
        return []
    lower = (g.v.height / g.scale - layout.size[1]) / 2
    ink = g.v.theme.table.faint
    said = letters.line(
        g,
        (g.px(layout.x), g.px(layout.note + lower)),
        words,
        layout.note_size,
        "medium",
        ink,
        0.0,
        g.px(layout.wide),
    )
    if said.rect.bottom > g.v.height - frame.news_height(g.v):
        return []  # news lies there
    ops = _named_bold(g, said)
    whole = said.rect._replace(w=max(op.rect.right for op in ops) - said.rect.x)
    return [Node("start:deck", Role.TEXT, whole, words, ops=ops)]


def _named_bold(g: Ground, said: Words) -> tuple[Words, ...]:
    """The line with the name of the cards in bold, where all of it fits."""
    deck = g.v.model.deck
    before, name, after = said.text.partition(deck.title if deck is not None else "")
    if not name or said.rect.w > g.px(480):
        return (said,)
    made, x = [], said.rect.x
    for words, weight in ((before, said.weight), (name, "bold"), (after, said.weight)):
        wide = g.v.type.width(words, weight, said.px)
        made.append(said._replace(rect=said.rect._replace(x=x, w=wide), text=words, weight=weight))
        x += wide
    return tuple(made)


def tagline() -> str:
    """What it is, in one line."""
    return tr("Kaarten die het afwegen vertragen.")


def deck_line(v: View) -> str:
    """Which cards lie ready; nothing where there are none."""
    deck = v.model.deck
    if deck is None:
        return ""
    cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
    return tr("Kaartset {title} · {cards}").format(title=deck.title, cards=cards)


# -- the five places


def places(v: View) -> list[Place]:
    """Always the same five, in the same order; the one to go on with is for trying until there is a first session."""
    deck = v.model.deck is not None
    new, alone = (_new(), alone_with(None)) if deck else (None, None)
    return [
        Place("new", tr("Spelen"), tr("Samen, rond één scherm"), "cards", new, KEYS[0], True),
        _going_on(v),
        Place("alone", tr("Alleen"), tr("Zes kaarten, jouw tempo"), "person", alone, KEYS[2]),
        Place("cards", tr("Kaarten"), tr("Bekijken, zelf maken, afdrukken"), "deck", _cards(), KEYS[3]),
        Place("sessions", tr("Eerdere sessies"), tr("Terugkijken en verslagen"), "history", Go(Scene.SESSIONS), KEYS[4]),
    ]  # fmt: skip


def _new() -> All:
    return All((Put(entries.SETUP_HAND, ()), Put(entries.SETUP_SUBJECT, ""), Go(Scene.SETUP)))


def _cards() -> All:
    return All((Put(entries.BROWSE_OPEN, 0), Go(Scene.BROWSE)))


def _going_on(v: View) -> Place:
    """The session that changed last and is not finished; a rehearsal for who has none at all."""
    if not v.model.sessions and v.model.deck is not None:
        return Place(
            "rehearse", tr("Eerst oefenen"), tr("Een ronde met twee kaarten"), "play", Rehearse(), KEYS[1]
        )
    one = next((one for one in v.model.sessions if not one.finished), None)
    if one is None:
        return Place("resume", tr("Verder"), tr("niets om mee verder te gaan"), "play", None, KEYS[1])
    if one.elsewhere:
        return Place("resume", tr("Verder"), tr("open in een ander venster"), "play", None, KEYS[1])
    return Place(
        "resume", tr("Verder"), _where(one), "play", Resume(one.id), KEYS[1],
        name=tr("Verder met {name}").format(name=one.title or one.when),
    )  # fmt: skip


def _where(one: Kept) -> str:
    """ "Team Zuid · ronde 2 · vanmorgen"; what has no name begins with its game: "Alleen · 2 kaarten gedaan"."""
    parts = one.line.split(" · ")
    game = parts.pop(0) if one.mode in SAYS_ITS_GAME and len(parts) > 1 else ""
    far = parts[0].partition(tr(" van "))[0] if parts[0].startswith(tr("Ronde")) else parts[0]
    when = one.ago or one.when.partition(",")[0]
    before = one.title or game
    return " · ".join(
        part for part in (before, f"{far[:1].lower()}{far[1:]}" if before else far, when) if part
    )


# -- where there is no room for both


def _below_each_other(v: View) -> Node:
    """Large text or a high window: the places over the whole width, the open card as a line of text."""
    edge = v.px(24)
    corner = corner_nodes(v, v.text_px(24), v.width - edge, edge)
    top = max(node.rect.bottom for node in corner) + v.px(12)
    room = Rect(edge, top, v.width - 2 * edge, v.height - top - frame.news_height(v))
    boxes: list[Box] = [
        widgets.heading(v, "Tegenwicht", 64, level=1), widgets.text(v, tagline(), 30, "medium"),
        *(_stacked(v, place) for place in places(v)),
    ]  # fmt: skip
    told: list[Box] = [widgets.muted(v, deck_line(v))] if deck_line(v) else []
    places_alone = Column([*boxes, *told], v.px(18))
    used = places_alone.height(room.w)
    stands = _standing_scale(v, room.y + used, room.bottom)
    if stands is not None:
        nodes = [*places_alone.place(room._replace(h=used)), *stands, *corner]
        g = ground_of(v)
        behind = (room.y + used + 0.66 * (room.bottom - room.y - used)) / g.scale - g.lower
        return frame.scene(
            v, "", (*wall(g, behind), *table_top(g, behind, HEIGHT)), nodes, None, (), v.height
        )
    card = open_card(v)
    if card is not None:
        boxes.append(_card_line(v, card))
    box = Column([*boxes, *told, space(v.px(16))], v.px(18))
    g = ground_of(v)
    nodes = [*widgets.scroll(v, "start:all", box, room), *corner]
    return frame.scene(v, "", (*wall(g, 760), *table_top(g, 760, HEIGHT)), nodes, None, (), v.height)


def _standing_scale(v: View, top: int, bottom: int) -> list[Node] | None:
    """The scale below the places of a high window, in the height that is left; None where that is too little."""
    unit = min(v.width / ACROSS_ALL, (bottom - top) / HIGH_ALL)
    if unit < LEAST_SCALE:
        return None
    x, y = v.width / 2 / unit, (top + bottom) / 2 / unit - HIGH_ALL / 2 + 70
    balance = Balance((x, y), 1.0, y + 818, (x - 165, y + 330, 330, 462), y + 461)
    size = (round(v.width / unit), round(v.height / unit))
    return _scale(Ground(v, unit), balance, size)


def _stacked(v: View, place: Place) -> Box:
    """One place over the width that there is, as high as its words."""
    high = v.text_px(128 if place.primary else 104)

    def put(rect: Rect) -> Nodes:
        return [place_node(Ground(v, v.unit / min(1.2, v.text)), rect, place, bare=False)]

    return Leaf(high, put)


def _card_line(v: View, card: Card) -> Box:
    """The card of the day in words; pressed it is played alone."""
    from tegenwicht.kit.buttons import button

    words = f"{card.title}. {card.question}"
    return (
        button(v, "start:card", words, alone_with(card), glyph=card.family.value)
        .filling()
        .heard(card_aloud(card))
    )
