"""The table of a talk on a large window: two pawns, six places, the slip in front, and the listeners."""

from tegenwicht.game import conversation as rules
from tegenwicht.game.cards import Cluster
from tegenwicht.game.conversation import Noted, Talk
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.conversation import telling_now as t
from tegenwicht.screens.conversation.roles import seat_of
from tegenwicht.screens.conversation.words import listeners, words_of
from tegenwicht.screens.parts.fields import worry_sentence
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.parts.peel.trays import paper_slip
from tegenwicht.screens.parts.table import letters, pawn
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.parts.wall.paper import sheet_ops
from tegenwicht.screens.parts.wall.time_disc import time_disc
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel

TOP = (410.0, 84.0, 1100.0, 538.0)
PLACE_W, PLACE_H, FIRST_X, PITCH = 336, 204, 440, 352
ROW_Y = (138, 388)
LEANS = (-1.2, 0.9, -0.6)


def body(around: Wall, playing: Playing, talk: Talk) -> Nodes:
    """Everything between the top and the rim."""
    ground, session = around.g, playing.timeline.session
    nodes = wood(ground)
    nodes += _person(ground, session, talk.roles.teller, True)
    nodes += _person(ground, session, talk.roles.noter, False)
    nodes.append(_field(around, session, talk))
    nodes += _places(around, playing, talk)
    nodes.append(_beside(around, playing, talk))
    nodes += time_disc(ground, playing, ground.right(1704 - 61, 694 - 61, 122, 122))
    nodes += _under(around, playing)
    return nodes + _listeners(around, session, talk)


def wood(g: Ground, place: tuple[float, float, float, float] = TOP) -> Nodes:
    """The wooden table seen from above."""
    m, (x, y, wide, high) = g.v.theme.table, place
    whole = g.mid(x, y, wide, high + 14)
    outer = Rect(0, 0, whole.w, whole.h - g.px(14))
    inner = outer.inset(g.px(14))
    planks = "".join(f"M{n} 0 V{high - 28} " for n in range(85, int(wide) - 28, 85))
    ops: list[object] = []
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


def _person(g: Ground, session: Session, number: int, tells: bool) -> Nodes:
    """A pawn with its name on a plate, and what it does."""
    v = g.v
    side = g.left if tells else g.right
    x = 216 if tells else 1704
    seat, letter = seat_of(session, number)
    body_at = side(x - 114, 135, 228, 256)
    ops: list[object] = list(pawn.pawn_ops(g, body_at, seat, letter))
    if tells:
        ops += _speech(g, side(x + 83, 126, 84, 76))
    name = names_apart(session)[number]
    plate = side(x - 130, 398, 260, 62)
    ground, ink = (v.theme.strong, v.theme.on_strong) if tells else (v.theme.table.paper, v.theme.ink)
    border = g.px(2.6)
    ops.append(Fill(plate, ground, g.px(12), border, v.theme.strong if tells else v.theme.table.line))
    middle = plate.x + plate.w // 2
    ops.append(letters.line(g, (middle, plate.y + g.px(42)), name, 32, "bold", ink, 0.5, plate.w - g.px(28)))
    does = tr("vertelt") if tells else tr("noteert")
    lines = (
        (tr("over één gesprek,"), tr("zonder namen")) if tells else (tr("wat ook anders"), tr("had gekund"))
    )
    ops.append(letters.line(g, (middle, side(0, 501, 0, 0).y), does, 30, "bold", v.theme.ink, 0.5))
    for n, words in enumerate(lines):
        at = (middle, side(0, 536, 0, 0).y + n * letters.size(g, 31))
        ops.append(letters.line(g, at, words, 26, "medium", v.theme.table.faint, 0.5, g.px(330)))
    whole = side(x - 170, 120, 340, 460)
    said = f"{name} {does} {' '.join(lines)}"
    return [Node(f"talk:person:{number}", Role.TEXT, whole, said, ops=tuple(ops))]


def _speech(g: Ground, at: Rect) -> tuple[object, ...]:
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


def _places(around: Wall, playing: Playing, talk: Talk) -> Nodes:
    """Two rows of three, in the order of the keys for who goes by Tab."""
    g, made = around.g, []
    for row, clusters in enumerate(t.ROWS):
        words = tr("Kaders") if row else tr("Mensen")
        at = g.mid(443, ROW_Y[row] - 12, 0, 0)
        line = letters.line(g, (at.x, at.y), words, 24, "semibold", g.v.theme.table.faint)
        made.append(Node(f"talk:row:{row}", Role.GROUP, line.rect, ops=(line,)))
        for column, cluster in enumerate(clusters):
            rect = g.mid(FIRST_X + column * PITCH, ROW_Y[row], PLACE_W, PLACE_H)
            made.append(_place(around, playing, talk, cluster, rect))
    return made


def _place(around: Wall, playing: Playing, talk: Talk, cluster: Cluster, rect: Rect) -> Node:
    g, v, session = around.g, around.v, playing.timeline.session
    c, m = v.theme.clusters[cluster], v.theme.table
    ground = c.pale if m.rich else m.paper
    px = g.px(40)
    square = Rect(rect.x + g.px(13), rect.y + g.px(8), px, px)
    base = square.y + g.px(30)
    name = t.place_name(cluster)
    ops: list[object] = [
        Fill(rect, ground, g.px(18), g.px(3.4), c.line),
        Fill(square, c.solid, g.px(9), g.px(2) if not m.rich else 0, c.edge),
        Icon(square.inset(g.px(8)), cluster.value, (255, 255, 255)),
        letters.line(g, (square.right + g.px(12), base), name, 28, "bold", c.line, 0.0, rect.w - g.px(120)),
    ]  # fmt: skip
    laid = t.laid_at(session, talk, cluster)
    if len(laid) > 2:
        ops.append(
            letters.line(g, (rect.right - g.px(52), base), f"+{len(laid) - 2}", 24, "bold", c.line, 1.0)
        )
    ops += _slips(g, session, [one for _, one in laid], rect, c.solid)
    key = t.place_key_names(cluster)[0]
    if t.typed(v) and not around.typing and around.free and v.letter_keys:
        side = g.px(28)
        corner = Rect(square.right + g.px(11) - side, square.bottom + g.px(11) - side, side, side)
        ops += letters.key_sign(g, corner, key, v.theme.ink, m.paper)
    return _place_node(around, playing, talk, cluster, rect, tuple(ops))


def _place_node(
    around: Wall, playing: Playing, talk: Talk, cluster: Cluster | None, rect: Rect, ops: tuple[object, ...]
) -> Node:
    v, session = around.v, playing.timeline.session
    count = several("{n} strookje", "{n} strookjes", len(t.laid_at(session, talk, cluster)))
    extra = (
        f", +{len(t.laid_at(session, talk, cluster)) - 2}"
        if len(t.laid_at(session, talk, cluster)) > 2
        else ""
    )
    return Node(
        t.place_key(cluster), Role.BUTTON, rect, f"{t.place_name(cluster)}, {count}{extra}",
        description=t.told(v, session, talk, cluster), action=t.pressing(v, playing, talk, cluster),
        shortcuts=t.place_key_names(cluster) if around.free else (), corner=around.g.px(18), ops=ops,
    )  # fmt: skip


def _slips(
    g: Ground, session: Session, noted: list[Noted], rect: Rect, edge: tuple[int, int, int]
) -> list[object]:
    """What lies there: one slip large, of more the last two."""
    v, shown = g.v, noted[-2:]
    many = len(shown) > 1
    wide, high = rect.w - g.px(28), g.px(62 if many else 92)
    size, most = (22, 2) if many else (26, 3)
    ops: list[object] = []
    for n, one in enumerate(shown):
        px = letters.size(g, size)
        room = wide - g.v.u(20) - g.px(16)
        lines = v.type.lines(words_of(session, one), "medium", px, room)
        while len(lines) * v.type.line_height(px) > high - g.px(4) and px > g.px(20):
            px -= 1
            lines = v.type.lines(words_of(session, one), "medium", px, room)
        fit = max(1, min(most, (high - g.px(2)) // v.type.line_height(px)))
        if len(lines) > fit:
            lines = (*lines[: fit - 1], f"{lines[fit - 1][: max(1, len(lines[fit - 1]) - 1)].rstrip()}…")
        y = rect.y + g.px(60) + n * (high + g.px(6)) + (0 if many else g.px(24))
        at = Rect(rect.x + g.px(14), y, wide, high)
        flat = paper_slip(v, wide, high, lines, px, edge, 2)
        lean = LEANS[n] if not many else LEANS[n] / 2
        ops.append(askew(g, at, flat, lean, 2 * g.px(10), v.theme.table.slip))
    return ops


def _beside(around: Wall, playing: Playing, talk: Talk) -> Node:
    """Beside the table: what belongs to no cluster, or to none that one knows of."""
    g, v, m = around.g, around.v, around.v.theme.table
    rect = g.left(86, 622, 260, 168)
    session = playing.timeline.session
    laid = t.laid_at(session, talk, None)
    dashes = (
        f'<rect x="2" y="2" width="256" height="164" rx="16" fill="none" stroke="{web(m.line)}" stroke-width="2.4"'
        f' stroke-dasharray="9 7"/>'
    )
    base = rect.y + g.px(36)
    sign = t.typed(v) and not around.typing and around.free and v.letter_keys
    ops: list[object] = [
        Drawing(rect, (260, 168), dashes),
        letters.line(g, (rect.x + g.px(18), base), tr("Ernaast"), 24, "semibold", m.faint, 0.0, g.px(150)),
    ]
    if len(laid) > 1:
        ops.append(
            letters.line(g, (rect.right - g.px(52), base), f"+{len(laid) - 1}", 22, "bold", m.faint, 1.0)
        )
    if sign:
        corner = Rect(rect.right - g.px(42), rect.y + g.px(12), g.px(28), g.px(28))
        ops += letters.key_sign(g, corner, "0", v.theme.ink, m.paper)
    shown = [one for _, one in laid][-1:]
    ops += _slips(g, session, shown, rect._replace(y=rect.y - g.px(22)), m.line)
    return _place_node(around, playing, talk, None, rect, tuple(ops))


# -- the slip that is written


def _field(around: Wall, session: Session, talk: Talk) -> Node:
    g, v = around.g, around.v
    m, rect = v.theme.table, around.g.mid(410, 666, 1100, 124)
    words, label = str(v.model.form(t.LINE, "")), t.writes(session, talk)
    x, room = rect.x + g.px(30), rect.w - g.px(60)
    head = letters.line(g, (x, rect.y + g.px(40)), label, 24, "semibold", m.faint, 0.0, room)
    px = letters.size(g, 44)
    inside = Rect(x, rect.y + g.px(52), room, v.type.line_height(px))
    ops: tuple[object, ...] = (Fill(rect, v.theme.paper, g.px(14), g.px(2.6), m.line), head)
    if v.model.focus != t.FIELD:
        shown = words
        while shown and v.type.width(shown, "regular", px) > room:
            shown = shown[1:]
        ops = (*ops, *w.line_ops(v, inside, (shown,), "regular", px, v.theme.ink))
    guard = worry_sentence(words) or no_client_data()
    return Node(
        t.FIELD, Role.TEXT_FIELD, rect, tr("Een afweging in één regel"), words, guard,
        action=t.finish_line(v), first=True, corner=g.px(14), ops=ops,
        edit=Edit(t.LINE, rules.LONGEST_LINE, font_px=px, inside=inside),
    )  # fmt: skip


def _under(around: Wall, playing: Playing) -> Nodes:
    """What to do with the slip, or that something on it looks like a client."""
    ground, v = around.g, around.v
    worry = worry_sentence(t.typed(v))
    words = worry or tr("Enter, en kies dan een plek op tafel. Of laat het ernaast liggen.")
    if rules.Note not in playing.legal:
        words = tr("Er liggen al {n} strookjes. Kies er straks een uit.").format(n=rules.MOST_NOTED)
    at = ground.mid(960, 830, 0, 0)
    line = letters.line(ground, (at.x, at.y), words, 24, "medium", v.theme.table.faint, 0.5, ground.px(1000))
    return [Node("talk:hint", Role.TEXT, line.rect, words, live=bool(worry), ops=(line,))]


# -- the listeners


def _listeners(around: Wall, session: Session, talk: Talk) -> Nodes:
    ground, v = around.g, around.v
    found = listeners(session, talk)
    if not found:
        return []
    if len(found) > 6:
        return [_many(around, len(found))]
    head = ground.left(96, 851, 0, 0)
    words = tr("Luisteren met een taak")
    line = letters.line(
        ground, (head.x, head.y), words, 24, "semibold", v.theme.table.faint, 0.0, ground.px(300)
    )
    made = [Node("talk:listeners:head", Role.GROUP, line.rect, ops=(line,))]
    rows = 1 if len(found) <= 3 else 2
    high = 104 if rows == 1 else 58
    shift = (ground.across - 1920) / 2
    for n, (number, task) in enumerate(found):
        row, column = divmod(n, 3)
        rect = ground.place(
            96 + shift + column * 581, 868 - (4 if rows == 2 else 0) + row * 64 + ground.lower, 566, high
        )
        made.append(_listener(ground, session, number, task, rect, rows == 1))
    whole = made[1].rect.around(made[-1].rect)
    return [made[0], Node("talk:listeners", Role.LIST, whole, words, children=tuple(made[1:]))]


def _listener(g: Ground, session: Session, number: int, task: str, rect: Rect, large: bool) -> Node:
    """A card with who listens, and for what."""
    v, name = g.v, names_apart(session)[number]
    seat, letter = seat_of(session, number)
    high = g.px(78 if large else 40)
    at = Rect(rect.x + g.px(24), rect.y + (rect.h - g.px(6) - high) // 2, round(high * 100 / 112), high)
    x = at.right + g.px(24 if large else 14)
    room = rect.right - g.px(16) - x
    ops: list[object] = [*sheet_ops(v, rect), *pawn.pawn_ops(g, at, seat, letter)]
    if large:
        ops.append(letters.line(g, (x, rect.y + g.px(41)), name, 26, "bold", v.theme.ink, 0.0, room))
        ops += _task_lines(g, task, x, rect.y + g.px(79), room)
    else:
        name_line = letters.line(g, (x, rect.y + g.px(35)), name, 22, "bold", v.theme.ink, 0.0, room // 3)
        start = name_line.rect.right + g.px(12)
        ops += [name_line, *_task_lines(g, task, start, rect.y + g.px(35), rect.right - g.px(14) - start, 22)]
    return Node(f"talk:listener:{number}", Role.LIST_ITEM, rect, f"{name}: {task}", ops=tuple(ops))


def _task_lines(g: Ground, task: str, x: int, base: int, room: int, size: float = 28) -> list[object]:
    """The task on one line, or smaller on two where it is long."""
    ink = g.v.theme.ink
    if letters.width(g, task, size, "regular") <= room * 1.25:
        return [letters.line(g, (x, base), task, size, "regular", ink, 0.0, room)]
    px = letters.size(g, 20)
    lines = balanced(g, task, "regular", px, room)[:2]
    up = g.px(12 if size > 24 else 10)
    return [
        letters.line(g, (x, base - up + n * g.px(22)), line, 20, "regular", ink, 0.0, room)
        for n, line in enumerate(lines)
    ]


def _many(around: Wall, count: int) -> Node:
    """One line for a large group; pressed, it tells everybody's task."""
    g = around.g
    rect = g.mid(660, 872, 600, 76)
    words = tr("Luisteren: {n} mensen, 4 taken").format(n=count)
    middle = (rect.x + rect.w // 2, rect.y + g.px(44))
    line = letters.line(g, middle, words, 26, "semibold", around.v.theme.ink, 0.5, rect.w - g.px(30))
    ops = (*sheet_ops(around.v, rect), line)
    return Node(
        "talk:listeners", Role.BUTTON, rect, words, action=Open(Panel.LISTENERS), corner=g.px(16), ops=ops
    )
