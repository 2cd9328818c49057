"""The table of a talk: two pawns, six places, the slip in front, and the listeners, each in its own place."""

from functools import reduce

from tegenwicht.game import conversation as rules
from tegenwicht.game.cards import Cluster
from tegenwicht.game.conversation import Noted, Talk
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op, Still, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.conversation import telling_now
from tegenwicht.screens.conversation.roles import seat_of
from tegenwicht.screens.conversation.telling_spots import Person, Place, Spots, spots_of
from tegenwicht.screens.conversation.words import listeners, words_of
from tegenwicht.screens.parts.fields import worry_sentence
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.parts.peel.trays import paper_slip
from tegenwicht.screens.parts.table import letters, pawn
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import MOST_LARGER, Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.parts.wall.paper import sheet_ops
from tegenwicht.screens.parts.wall.time_disc import time_disc
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel

LEANS = (-1.2, 0.9, -0.6)


def body(around: Wall, playing: Playing, talk: Talk) -> Nodes:
    """Everything between the top and the rim."""
    ground, session = around.g, playing.timeline.session
    spots = spots_of(ground, len(listeners(session, talk.roles)))
    nodes = wood(ground, spots.table)
    nodes += _person(ground, session, talk.roles.teller, spots.teller, True)
    nodes += _person(ground, session, talk.roles.noter, spots.noter, False)
    nodes.append(_field(around, session, talk, spots))
    nodes += _places(around, playing, talk, spots)
    nodes.append(_beside(around, playing, talk, spots))
    nodes += time_disc(ground, playing, ground.place(*spots.clock))
    nodes += _under(around, playing, spots)
    return nodes + _listeners(around, session, talk, spots)


def wood(g: Ground, place: Place) -> Nodes:
    """The wooden table seen from above."""
    m, (x, y, wide, high) = g.v.theme.table, place
    whole = g.place(x, y, wide, high + 14)
    outer = Rect(0, 0, whole.w, whole.h - g.px(14))
    inner = outer.inset(g.px(14))
    planks = "".join(f"M{n} 0 V{high - 28} " for n in range(85, int(wide) - 28, 85))
    ops: list[Op] = []
    if m.rich:
        ops.append(Fill(outer._replace(y=g.px(14)), mixed(m.rim, m.lip, 0.35), g.px(52)))
    ops += [
        Fill(outer, m.rim, g.px(52), 0 if m.rich else g.px(3), m.line), Fill(inner, m.wood, g.px(40)),
    ]  # fmt: skip
    if m.rich:
        lines = f'<path d="{planks}" stroke="{web(mixed(m.wood, m.plank, 0.3))}" stroke-width="2"/>'
        ops.append(Drawing(inner, (wide - 28, high - 28), lines, corner=g.px(40)))
    return [Node("talk:top", Role.GROUP, whole, layer=-1, ops=(Still(whole, tuple(ops)),))]


# -- who talk


def _person(g: Ground, session: Session, number: int, spot: Person, tells: bool) -> Nodes:
    """A pawn with its name on a plate, and what it does."""
    v = g.v
    seat, letter = seat_of(session, number)
    body_at = g.place(*spot.pawn)
    ops: list[Op] = list(pawn.pawn_ops(g, body_at, seat, letter))
    speech = g.place(*spot.speech)
    if tells:
        ops += _speech(g, speech)
    name = names_apart(session)[number]
    plate = g.place(*spot.plate)
    ground, ink = (v.theme.strong, v.theme.on_strong) if tells else (v.theme.table.paper, v.theme.ink)
    border = g.px(2.6)
    ops.append(Fill(plate, ground, g.px(12), border, v.theme.strong if tells else v.theme.table.line))
    middle, room = plate.x + plate.w // 2, plate.w - g.px(28 if not g.near else 16)
    base = plate.y + plate.h // 2 + g.px(spot.name * 0.345)
    ops.append(letters.line(g, (middle, base), name, spot.name, "bold", ink, 0.5, room))
    does = tr("vertelt") if tells else tr("noteert")
    lines = (
        (tr("over één gesprek,"), tr("zonder namen")) if tells else (tr("wat ook anders"), tr("had gekund"))
    )
    ops.append(letters.line(g, (middle, g.px(spot.does[0])), does, spot.does[1], "bold", v.theme.ink, 0.5))
    first, size, wide = spot.lines
    for n, words in enumerate(lines):
        at = (middle, g.px(first) + n * letters.size(g, size * 1.19))
        ops.append(letters.line(g, at, words, size, "medium", v.theme.table.faint, 0.5, g.px(wide)))
    words_at = [op.rect for op in ops if isinstance(op, Words)]
    whole = reduce(Rect.around, [body_at, plate, *words_at, *([speech] if tells else [])])
    said = f"{name} {does} {' '.join(lines)}"
    return [Node(f"talk:person:{number}", Role.TEXT, whole, said, ops=tuple(ops))]


def _speech(g: Ground, at: Rect) -> tuple[Op, ...]:
    """Three dots in a balloon: this one has the word."""
    m, ink = g.v.theme.table, web(g.v.theme.ink)
    body = (
        f'<path d="M12 3 H72 a9 9 0 0 1 9 9 V44 a9 9 0 0 1 -9 9 H34 L17 70 V53 H12 a9 9 0 0 1 -9 -9 V12'
        f' a9 9 0 0 1 9 -9 Z" fill="{web(m.paper)}" stroke="{ink}" stroke-width="3" stroke-linejoin="round"/>'
        f'<circle cx="24" cy="28" r="5" fill="{ink}"/><circle cx="42" cy="28" r="5" fill="{ink}"/>'
        f'<circle cx="60" cy="28" r="5" fill="{ink}"/>'
    )
    return (Drawing(at, (84, 76), body),)


# -- the places


def _places(around: Wall, playing: Playing, talk: Talk, spots: Spots) -> Nodes:
    """Two rows of three, in the order of the keys for who goes by Tab."""
    g, made = around.g, []
    for row, clusters in enumerate(telling_now.ROWS):
        words = tr("Kaders") if row else tr("Mensen")
        x, y, _, _ = spots.places[row][0]
        at = g.px(x + 3), g.px(y - spots.label)
        line = letters.line(g, at, words, spots.head - 4, "semibold", g.v.theme.table.faint)
        made.append(Node(f"talk:row:{row}", Role.GROUP, line.rect, ops=(line,)))
        for place, cluster in zip(spots.places[row], clusters, strict=True):
            made.append(_place(around, playing, talk, cluster, g.place(*place), spots))
    return made


def _place(around: Wall, playing: Playing, talk: Talk, cluster: Cluster, rect: Rect, spots: Spots) -> Node:
    g, v, session = around.g, around.v, playing.timeline.session
    c, m = v.theme.clusters[cluster], v.theme.table
    ground = c.pale if m.rich else m.paper
    px = g.px(34 if g.near else 40)
    square = Rect(rect.x + g.px(10 if g.near else 13), rect.y + g.px(8), px, px)
    base = square.y + px // 2 + g.px(spots.head * 0.36)
    name, laid = (
        telling_now.place_name(cluster),
        [one for _, one in telling_now.laid_at(session, talk, cluster)],
    )
    lying = rect._replace(y=rect.y + g.px(spots.slips), h=rect.h - g.px(spots.slips))
    shown = _shown(g, session, laid, lying)
    start = square.right + g.px(8 if g.near else 12)
    room = rect.right - start - g.px((54 if len(laid) > len(shown) else 8) if g.near else 55)
    ops: list[Op] = [
        Fill(rect, ground, g.px(18), g.px(3.4), c.line),
        Fill(square, c.solid, g.px(9), g.px(2) if not m.rich else 0, c.edge),
        Icon(square.inset(g.px(8)), cluster.value, (255, 255, 255)),
        letters.line(g, (start, base), name, spots.head, "bold", c.line, 0.0, room),
    ]  # fmt: skip
    if len(laid) > len(shown):
        more = f"+{len(laid) - len(shown)}"
        end = rect.right - g.px(14 if g.near else 52)
        ops.append(letters.line(g, (end, base), more, spots.head - 4, "bold", c.line, 1.0))
    ops += _slips(g, session, shown, lying, c.solid)
    key = telling_now.place_key_names(cluster)[0]
    if telling_now.typed(v) and not around.typing and around.free and v.letter_keys:
        side = g.px(28)
        corner = Rect(square.right + g.px(11) - side, square.bottom + g.px(11) - side, side, side)
        ops += letters.key_sign(g, corner, key, v.theme.ink, m.paper)
    return _place_node(around, playing, talk, cluster, rect, len(laid) - len(shown), tuple(ops))


def _place_node(
    around: Wall,
    playing: Playing,
    talk: Talk,
    cluster: Cluster | None,
    rect: Rect,
    hidden: int,
    ops: tuple[Op, ...],
) -> Node:
    v, session = around.v, playing.timeline.session
    count = several("{n} strookje", "{n} strookjes", len(telling_now.laid_at(session, talk, cluster)))
    extra = f", +{hidden}" if hidden else ""
    return Node(
        telling_now.place_key(cluster), Role.BUTTON, rect, f"{telling_now.place_name(cluster)}, {count}{extra}",
        description=telling_now.told(v, session, talk, cluster), action=telling_now.pressing(v, playing, talk, cluster),
        shortcuts=telling_now.place_key_names(cluster) if around.free else (), corner=around.g.px(18), ops=ops,
    )  # fmt: skip


def _shown(g: Ground, session: Session, laid: list[Noted], rect: Rect) -> list[Noted]:
    """Which slips of a place are to be read: the last two, or from near the last where two would be cut off."""
    if not g.near or len(laid) < 2:
        return laid[-2:]
    room = rect.w - g.px(28) - g.v.px(20) - g.px(16)
    each = _heights(g, rect, True)
    fit = all(
        g.v.type.line_height(g.px(20)) * len(g.v.type.lines(words_of(session, one), "medium", g.px(20), room))
        <= each - g.px(2)
        for one in laid[-2:]
    )
    return laid[-2:] if fit else laid[-1:]


def _heights(g: Ground, rect: Rect, many: bool) -> int:
    """How high a slip is: one of two, or one alone."""
    if g.near:
        return (rect.h - g.px(14)) // 2 if many else rect.h - g.px(10)
    return g.px(62 if many else 92)


def _slips(
    g: Ground, session: Session, shown: list[Noted], rect: Rect, edge: tuple[int, int, int]
) -> list[Op]:
    """What lies in ``rect``: one slip large, or two."""
    v, many = g.v, len(shown) > 1
    wide, high = rect.w - g.px(28), _heights(g, rect, many)
    size, most = (22, 2) if many or g.near else (26, 3)
    most = 4 if g.near else most
    ops: list[Op] = []
    for n, one in enumerate(shown):
        px = letters.size(g, size)
        room = wide - g.v.px(20) - g.px(16)
        lines = v.type.lines(words_of(session, one), "medium", px, room)
        while len(lines) * v.type.line_height(px) > high - g.px(4) and px > g.px(20):
            px -= 1
            lines = v.type.lines(words_of(session, one), "medium", px, room)
        fit = max(1, min(most, (high - g.px(2)) // v.type.line_height(px)))
        if len(lines) > fit:
            lines = (*lines[: fit - 1], f"{lines[fit - 1][: max(1, len(lines[fit - 1]) - 1)].rstrip()}…")
        y = rect.y + n * (high + g.px(6)) + (0 if many or g.near else g.px(24))
        at = Rect(rect.x + g.px(14), y, wide, high)
        flat = paper_slip(v, wide, high, lines, px, edge, 2)
        lean = LEANS[n] if not many else LEANS[n] / 2
        ops.append(askew(g, at, flat, lean, 2 * g.px(10), v.theme.table.slip))
    return ops


def _beside(around: Wall, playing: Playing, talk: Talk, spots: Spots) -> Node:
    """Beside the table: what belongs to no cluster, or to none that one knows of."""
    g, v, m = around.g, around.v, around.v.theme.table
    rect, (_, _, wide, high) = g.place(*spots.beside), spots.beside
    session = playing.timeline.session
    laid = [one for _, one in telling_now.laid_at(session, talk, None)]
    dashes = (
        f'<rect x="2" y="2" width="{wide - 4}" height="{high - 4}" rx="16" fill="none" stroke="{web(m.line)}"'
        f' stroke-width="2.4" stroke-dasharray="9 7"/>'
    )
    size = spots.head - 4
    base = rect.y + g.px(36 if not g.near else 32)
    sign = telling_now.typed(v) and not around.typing and around.free and v.letter_keys
    room = rect.w - g.px(24 + (46 if sign else 0) + (40 if len(laid) > 1 else 0))
    ops: list[Op] = [
        Drawing(rect, (wide, high), dashes),
        letters.line(g, (rect.x + g.px(16), base), tr("Ernaast"), size, "semibold", m.faint, 0.0, room),
    ]
    if len(laid) > 1:
        end = rect.right - g.px(52 if sign or not g.near else 14)
        ops.append(letters.line(g, (end, base), f"+{len(laid) - 1}", size - 2, "bold", m.faint, 1.0))
    if sign:
        corner = Rect(rect.right - g.px(42), rect.y + g.px(12), g.px(28), g.px(28))
        ops += letters.key_sign(g, corner, "0", v.theme.ink, m.paper)
    start = g.px(50 if g.near else 38)
    ops += _slips(g, session, laid[-1:], rect._replace(y=rect.y + start, h=rect.h - start), m.line)
    return _place_node(around, playing, talk, None, rect, max(0, len(laid) - 1), tuple(ops))


# -- the slip that is written


def _field(around: Wall, session: Session, talk: Talk, spots: Spots) -> Node:
    g, v = around.g, around.v
    m, rect = v.theme.table, g.place(*spots.field)
    label_size, size = spots.field_sizes
    words, label, name = (
        str(v.model.form(telling_now.LINE, "")),
        telling_now.writes(session, talk),
        tr("Een afweging in één regel"),
    )
    x, room = rect.x + g.px(30), rect.w - g.px(60)
    first = letters.size(g, label_size) + g.px(10 if g.near else 16)
    if letters.fitted(g, label, label_size, "semibold", room)[0] != label:
        label = name  # what to write stays to be read, however long the name is of who writes
    head = letters.line(g, (x, rect.y + first), label, label_size, "semibold", m.faint, 0.0, room)
    px = letters.size(g, size)
    inside = Rect(x, rect.y + first + g.px(8 if g.near else 12), room, v.type.line_height(px))
    ops: tuple[Op, ...] = (Fill(rect, v.theme.paper, g.px(14), g.px(2.6), m.line), head)
    if v.model.focus != telling_now.FIELD:
        shown = words
        while shown and v.type.width(shown, "regular", px) > room:
            shown = shown[1:]
        ops = (*ops, *widgets.line_ops(v, inside, (shown,), "regular", px, v.theme.ink))
    guard = worry_sentence(words) or no_client_data()
    return Node(
        telling_now.FIELD, Role.TEXT_FIELD, rect, name, words, guard,
        action=telling_now.finish_line(v), first=True, corner=g.px(14), ops=ops,
        edit=Edit(telling_now.LINE, rules.LONGEST_LINE, font_px=px, inside=inside),
    )  # fmt: skip


def _under(around: Wall, playing: Playing, spots: Spots) -> Nodes:
    """What to do with the slip, or that something on it looks like a client."""
    ground, v = around.g, around.v
    worry = worry_sentence(telling_now.typed(v))
    words = worry or telling_now.what_next(v, playing)
    x, y, size, room = spots.hint
    at = ground.px(x), ground.px(y)
    line = letters.line(ground, at, words, size, "medium", v.theme.table.faint, 0.5, ground.px(room))
    return [Node("talk:hint", Role.TEXT, line.rect, words, live=bool(worry), ops=(line,))]


# -- the listeners


def _listeners(around: Wall, session: Session, talk: Talk, spots: Spots) -> Nodes:
    ground, v = around.g, around.v
    found = listeners(session, talk.roles)
    if not found:
        return []
    if len(found) > spots.most_listeners:
        return [_many(around, len(found), spots.listeners)]
    x, y, wide, high = spots.listeners
    words = tr("Luisteren met een taak")
    made = []
    if not ground.near:
        at = ground.px(x), ground.px(851 + ground.lower)
        line = letters.line(ground, at, words, 24, "semibold", v.theme.table.faint, 0.0, ground.px(300))
        made.append(Node("talk:listeners:head", Role.GROUP, line.rect, ops=(line,)))
    rows = 1 if len(found) <= 3 else 2
    each, pitch = (wide - 30) / 3, (wide + 15) / 3
    cards = []
    for n, (number, task) in enumerate(found):
        row, column = divmod(n, 3)
        rect = ground.place(x + column * pitch, y + row * 64, each, high if rows == 1 else 58)
        cards.append(_listener(ground, session, number, task, rect, rows == 1))
    whole = cards[0].rect.around(cards[-1].rect)
    return [*made, Node("talk:listeners", Role.LIST, whole, words, children=tuple(cards))]


def _listener(g: Ground, session: Session, number: int, task: str, rect: Rect, large: bool) -> Node:
    """A card with who listens, and for what."""
    v, name = g.v, names_apart(session)[number]
    seat, letter = seat_of(session, number)
    high = g.px(40 if not large else 60 if g.near else 78)
    at = Rect(rect.x + g.px(24), rect.y + (rect.h - g.px(6) - high) // 2, round(high * 100 / 112), high)
    x = at.right + g.px(24 if large else 14)
    room = rect.right - g.px(16) - x
    ops: list[Op] = [*sheet_ops(v, rect), *pawn.pawn_ops(g, at, seat, letter)]
    if large:
        size, base, under = (22, 26, 63) if g.near else (26, 41, 79)
        ops.append(letters.line(g, (x, rect.y + g.px(base)), name, size, "bold", v.theme.ink, 0.0, room))
        ops += _task_lines(g, task, x, rect.y + g.px(under), room, size + 2 if not g.near else size)
    else:
        name_line = letters.line(g, (x, rect.y + g.px(35)), name, 22, "bold", v.theme.ink, 0.0, room // 3)
        start = name_line.rect.right + g.px(12)
        ops += [name_line, *_task_lines(g, task, start, rect.y + g.px(35), rect.right - g.px(14) - start, 22)]
    return Node(f"talk:listener:{number}", Role.LIST_ITEM, rect, f"{name}: {task}", ops=tuple(ops))


def _task_lines(g: Ground, task: str, x: int, base: int, room: int, size: float = 28) -> list[Op]:
    """The task on one line, or smaller on two where it is long."""
    ink = g.v.theme.ink
    if letters.width(g, task, size, "regular") <= room * 1.25:
        return [letters.line(g, (x, base), task, size, "regular", ink, 0.0, room)]
    least = 20 / min(MOST_LARGER, g.v.text)
    lines = balanced(g, task, "regular", letters.size(g, least), room)[:2]
    up = g.px(13 if g.near else 12 if size > 24 else 10)
    return [
        letters.line(g, (x, base - up + n * g.px(22)), line, least, "regular", ink, 0.0, room)
        for n, line in enumerate(lines)
    ]


def _many(around: Wall, count: int, place: Place) -> Node:
    """One line for a large group; pressed, it tells everybody's task."""
    g = around.g
    rect = g.place(*place)
    words = tr("Luisteren: {n} mensen, 4 taken").format(n=count)
    middle = (rect.x + rect.w // 2, rect.y + rect.h // 2 + g.px(6))
    line = letters.line(g, middle, words, 26, "semibold", around.v.theme.ink, 0.5, rect.w - g.px(30))
    ops = (*sheet_ops(around.v, rect), line)
    return Node(
        "talk:listeners", Role.BUTTON, rect, words, action=Open(Panel.LISTENERS), corner=g.px(16), ops=ops
    )
