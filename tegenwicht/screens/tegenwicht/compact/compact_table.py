"""The compact table, for small windows and large text: the card, its doorvraag and the counters below each other.

The top and the rim stay where they are; what is between them scrolls when it is higher than the window.
"""

from collections.abc import Sequence

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Ring, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters, scale
from tegenwicht.screens.parts.table.backs import back_ops
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.theme import Materials
from tegenwicht.screens.tegenwicht import actions
from tegenwicht.screens.tegenwicht.compact import card_compact
from tegenwicht.screens.tegenwicht.compact.compact_size import Size, size_of
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above, laid, seats
from tegenwicht.screens.tegenwicht.pieces.counting import mark, told
from tegenwicht.screens.tegenwicht.pieces.pans import aloud, side_name, tilt, total
from tegenwicht.screens.tegenwicht.todo import gone_words, what_to_do
from tegenwicht.screens.tegenwicht.words import moment_line, round_line

WHITE = (255, 255, 255)


def build(now: Now, dialog: Node | None) -> Node:
    """The whole window."""
    s = size_of(now)
    v = now.v
    top = _top(now, s)
    high = top.height(v.width - 2 * s.px(12)) + s.px(12)
    acts, _ = shown_acts(now, s)
    foot = s.px(54)
    nodes = top.place(Rect(s.px(12), s.px(6), v.width - 2 * s.px(12), high - s.px(12)))
    room = Rect(
        s.px(12), high, v.width - 2 * s.px(12), v.height - high - foot - s.px(8) - frame.news_height(v)
    )
    nodes += _middle(now, s, room)
    nodes += _rim(now, s, acts, foot)
    m = v.theme.table
    whole, wood = Rect(0, 0, v.width, v.height), high + room.h // 2
    ground = (
        Fill(whole, m.wall), Fill(Rect(0, wood, v.width, v.height - wood), m.wood),
        Fill(Rect(0, v.height - foot, v.width, foot), m.rim),
        Fill(Rect(0, v.height - foot, v.width, max(1, s.px(3))), m.rim_light),
    )  # fmt: skip
    return frame.scene(
        v, round_line(now.session), ground, nodes, dialog, actions.bindings(now), v.height - foot
    )


# -- the top


def _top(now: Now, s: Size) -> Box:
    """Whose turn it is, the small scale with the clock, help and menu."""
    v = now.v
    who = "" if now.session.alone else now.who
    line = " ".join(filter(None, above.doing(now))) or who
    words = w.text(
        v, who or line, s.design(22), "bold", key="top:words", label=line or tr("Jij bent aan de beurt")
    )
    title = w.text(
        v, round_line(now.session), s.design(18), "semibold", role=Role.HEADING, level=1, key="bar:title"
    )
    left = Column([words, title], 0)
    balance, clock = _balance(now, s), _clock(now, s)
    buttons = Leaf(s.px(44), lambda rect: _corner(now, s, rect), 2 * s.px(44) + s.px(10))
    wide = balance.natural + clock.natural + buttons.natural + s.px(200) + 3 * s.px(12)
    if v.width - 2 * s.px(12) >= wide:
        return Row([left, balance, buttons], s.px(12))
    totals = w.text(v, _totals(now), s.design(20), "semibold", key="balance", label=aloud(now))
    return Column([Row([left, clock, buttons], s.px(12)), totals], s.px(4))


def _totals(now: Now) -> str:
    return f"{side_name(False)} {total(now, False)} · {side_name(True)} {total(now, True)}"


def _corner(now: Now, s: Size, rect: Rect) -> Nodes:
    made = []
    px = s.px(40)
    for number, node in enumerate(above.corner_buttons(now.g, now.escape_is_free)):
        at = Rect(rect.right - px - (1 - number) * (px + s.px(8)), rect.y + (rect.h - px) // 2, px, px)
        m = now.v.theme.table
        glyph = "menu" if node.key == "corner:menu" else "help"
        ops = (
            Fill(at, m.paper, px // 2, max(1, s.px(2)), m.line),
            Icon(at.inset(px // 4), glyph, now.v.theme.ink),
        )
        made.append(node._replace(rect=at, corner=px // 2, ops=ops))
    return made


def _clock(now: Now, s: Size) -> Box:
    """The clock alone."""
    px = s.px(56)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        return [_clock_node(now, s, at)]

    return Leaf(px, place, px)


def _clock_node(now: Now, s: Size, at: Rect) -> Node:
    m, ink = now.v.theme.table, now.v.theme.ink
    reading: Reading = now.playing.reading
    running = bool(now.cards) and reading.stage is not Stage.OFF
    line, ring = max(2, s.px(3)), max(3, s.px(5))
    face = at.inset(line)
    part = 1.0 - reading.gone if running else 0.0
    ops: list[object] = [
        Fill(at, m.beam, at.w // 2), Fill(face, m.disc, face.w // 2), Ring(face.inset(1), part, ring, ink, m.track),
    ]  # fmt: skip
    if not running:
        ops.append(Icon(at.inset(round(at.w * 0.27)), "scale", ink))
        return Node("clock", Role.GROUP, at, ops=tuple(ops))
    over = reading.stage is Stage.OVER
    figures = f"+{above.minutes(reading.past)}" if over else above.minutes(reading.left)
    still = now.playing.standing_still and not over
    if still:
        ops.append(Icon(at.inset(round(at.w * 0.3)), "pause", ink))
    else:
        px = s.text(17 if len(figures) < 5 else 14)
        ops.append(w.middle_line(now.v, at, figures, "bold", px, ink))
    label, value = above.aloud(now, reading, figures)
    return Node(
        "clock", Role.TIMER, at, label, value, number=(round(reading.gone * 100), 0, 100), ops=tuple(ops)
    )


def _balance(now: Now, s: Size) -> Box:
    """A small scale: beam, clock, two pans, and the totals beside them."""
    v, m = now.v, now.v.theme.table
    wide, high, clock = s.px(520), s.px(56), s.px(56)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + (rect.w - wide) // 2, rect.y + (rect.h - high) // 2, wide, high)
        middle = at.x + wide // 2
        arm, lean = s.px(126), tilt(now) / scale.STEEPEST * s.px(5)
        ops: list[object] = []
        ops.append(Drawing(Rect(middle - arm - s.px(24), at.y, 2 * (arm + s.px(24)), high),
                           (300, 56), _small_scale(lean / max(1, s.px(1)), m)))  # fmt: skip
        for right in (False, True):
            words = f"{side_name(right)} {total(now, right)}"
            px = s.text(21)
            wide_words = v.type.width(words, "semibold", px)
            x = middle + arm + s.px(26) if right else middle - arm - s.px(26) - wide_words
            box = Rect(x, at.y, wide_words, high)
            ops.append(w.middle_line(v, box, words, "semibold", px, v.theme.ink, 0.0))
        node = Node("balance", Role.IMAGE, at, aloud(now), ops=tuple(ops))
        place_clock = Rect(middle - clock // 2, at.y + (high - clock) // 2, clock, clock)
        return [node, _clock_node(now, s, place_clock)]

    return Leaf(high, place, wide)


def _small_scale(lean: float, m: Materials) -> str:
    web = scale.web
    left, right = 18 - lean, 18 + lean
    pans = "".join(
        f'<path d="M{x - 15} {y + 16} L{x} {y} L{x + 15} {y + 16}" fill="none" stroke="{web(m.chain)}"'
        f' stroke-width="1.6"/>'
        f'<path d="M{x - 20} {y + 16} A20 9 0 0 0 {x + 20} {y + 16} Z" fill="{web(m.brass)}" stroke="{web(m.brass_edge)}"/>'
        for x, y in ((26, left), (274, right))
    )
    return (
        f'<path d="M26 {left - 3} L150 20 L274 {right - 3} V{right + 3} L150 34 L26 {left + 3} Z" fill="{web(m.beam)}"/>'
        f"{pans}"
    )


# -- the middle


def _middle(now: Now, s: Size, room: Rect) -> Nodes:
    gap = s.px(8)
    if now.cards:
        below = [*card_compact.strip(now, s), _counters(now, s)]
        rest = Column(below, gap)
        return card_compact.with_card(now, s, room, rest, gap)
    head = _what_to_do(now, s)
    piles = card_compact.asked(now, s) or [_piles(now, s)]
    parts = [head, *piles, _counters(now, s), _laid(now, s)]
    spare = room.h - Column(parts, s.px(12)).height(room.w)
    gap = s.px(12) + max(0, min(spare // 6, s.px(40)))  # in a high window the parts stand apart
    return w.scroll(
        now.v, "table:all", Column([space(s.px(4)), *parts], gap if spare > s.px(60) else s.px(12)), room
    )


def _what_to_do(now: Now, s: Size) -> Box:
    v = now.v
    if now.play.left:
        head, line = " ".join(what_to_do(now)), moment_line(now.session.setup.moment)
    else:
        head, line = gone_words(now)
    parts = [w.text(v, head, s.design(40), "bold", role=Role.HEADING, level=2, key="turn", align=0.5)]
    if line:
        parts.append(w.text(v, line, s.design(20), "medium", key="moment", align=0.5))
    return Column(parts, s.px(6))


def _piles(now: Now, s: Size) -> Box:
    """The piles side by side, or below each other with a swatch of their back."""
    if not now.six_piles:
        return Leaf(s.px(112), lambda rect: [_mixed(now, s, rect)])
    boxes = [_pile(now, s, cluster) for cluster in now.clusters]
    if laid.others_dealt(now):
        boxes.append(_pile(now, s, None))
    return Grid(boxes, len(boxes), s.px(8), s.px(150))


def _pile(now: Now, s: Size, cluster: Cluster | None) -> Box:
    able = t.DrawFrom(cluster) in now.legal
    key = keys.MENTION[CLUSTERS.index(cluster)] if cluster else None
    left, name = laid.pile_left(now, cluster), laid.pile_name(cluster)
    words = several("{n} kaart", "{n} kaarten", left) if left else tr("leeg")
    sign = now.sign(key) if able and key else ""

    def place(rect: Rect) -> Nodes:
        v, m = now.v, now.v.theme.table
        line = v.theme.clusters[cluster].line if cluster else v.theme.ink
        ops: list[object] = [Fill(rect, m.paper, s.px(12), max(2, s.px(2)), line)]
        swatch = Rect(rect.x + s.px(12), rect.y + s.px(12), s.px(72), s.px(46))
        if left:
            ops.append(Still(swatch, back_ops(v.theme, cluster, swatch.w, swatch.h)))
        px = s.text(18)
        lines = v.type.lines(name, "semibold", px, rect.w - s.px(20))
        under = Rect(rect.x + s.px(12), swatch.bottom + s.px(4), rect.w - s.px(20), 0)
        ops += w.line_ops(v, under, lines, "semibold", px, v.theme.ink)
        count = Rect(swatch.right + s.px(8), swatch.y, rect.right - swatch.right - s.px(16), swatch.h)
        number = str(left) if left else tr("leeg")
        ops.append(w.middle_line(v, count, number, "bold", s.text(24 if left else 18), v.theme.ink, 0.5))
        if sign:
            corner = Rect(swatch.right - s.px(12), swatch.bottom - s.px(23), s.px(24), s.px(24))
            ops += _key_sign(now, s, corner, sign)
        return [
            Node(
                f"pile:{cluster or 'others'}", Role.BUTTON if able else Role.GROUP, rect,
                tr("Stapel {cluster}").format(cluster=name), words, action=Do(t.DrawFrom(cluster)) if able else None,
                shortcuts=key.names if able and key else (), corner=s.px(12), ops=tuple(ops),
            )
        ]  # fmt: skip

    def height(width: int) -> int:
        lines = now.v.type.lines(name, "semibold", s.text(18), max(1, width - s.px(20)))
        return s.px(12) + s.px(46) + s.px(4) + len(lines) * now.v.type.line_height(s.text(18)) + s.px(8)

    return Leaf(height, place)


def _mixed(now: Now, s: Size, rect: Rect) -> Node:
    v, left = now.v, len(now.play.left)
    high = rect.h - s.px(34)
    back = Rect(rect.x + (rect.w - high * 8 // 5) // 2, rect.y, high * 8 // 5, high)
    words = tr("Gemengde stapel · {n}").format(n=left or tr("leeg"))
    line = Rect(rect.x, back.bottom + s.px(4), rect.w, s.px(30))
    ops = (
        *((Still(back, back_ops(v.theme, None, back.w, back.h)),) if left else ()),
        w.middle_line(v, line, words, "semibold", s.text(20), v.theme.ink),
    )
    return Node("pile:mixed", Role.GROUP, rect, tr("Gemengde stapel"),
                several("{n} kaart", "{n} kaarten", left) if left else tr("leeg"), ops=ops)  # fmt: skip


def _key_sign(now: Now, s: Size, at: Rect, sign: str) -> list[object]:
    v, m = now.v, now.v.theme.table
    return [Fill(at, m.paper, s.px(6), max(1, s.px(2)), v.theme.ink),
            letters.tight(now.g, at, sign, "bold", s.text(16), v.theme.ink)]  # fmt: skip


# -- the counters


def _counters(now: Now, s: Size) -> Box:
    """Six in a row, or three and three; in the order of the keys for who goes by Tab."""
    sides = [now.side(False), now.side(True)]
    across = sum(map(len, sides))
    gap = s.px(8)
    one_row = (now.v.width - 2 * s.px(12) - gap * across) // max(1, across) >= s.px(140)
    order = [cluster for side in sides for cluster in side]
    boxes = [Leaf(s.px(74), lambda rect, c=cluster: [_counter(now, s, c, rect)]) for cluster in order]  # type: ignore[misc]
    grid = Grid(boxes, across if one_row else 3, gap)

    def place(rect: Rect) -> Nodes:
        made = {node.key: node for node in grid.place(rect)}
        return [made[f"counter:{cluster}"] for cluster in CLUSTERS if cluster in order]

    return Leaf(grid.height, place)


def _counter(now: Now, s: Size, cluster: Cluster, rect: Rect) -> Node:
    v, m, colours = now.v, now.v.theme.table, now.v.theme.clusters[cluster]
    on = cluster in now.turn.mentions
    key = keys.MENTION[CLUSTERS.index(cluster)]
    sign = now.sign(key) if now.cards else ""
    ink = WHITE if on else v.theme.ink
    square = Rect(rect.x + s.px(10), rect.y + s.px(9), s.px(34), s.px(34))
    ground, glyph = (WHITE, colours.solid) if on else (colours.solid, WHITE)
    line = max(1, s.px(2)) if colours.edge != colours.under and not on else 0
    ops: list[object] = [
        Fill(rect, colours.solid if on else m.paper, s.px(10), max(2, s.px(2)), colours.edge if on else colours.line),
        Fill(square, ground, s.px(8), line, colours.edge), Icon(square.inset(s.px(6)), cluster.value, glyph),
    ]  # fmt: skip
    if sign:
        side = s.px(22)
        ops += _key_sign(now, s, Rect(square.right - s.px(13), square.bottom - s.px(13), side, side), sign)
    figure = str(now.counts.came_up(cluster))
    at = Rect(square.right, square.y, rect.right - square.right - s.px(12), square.h)
    ops.append(letters.tight(now.g, at, figure, "bold", s.text(25), ink, 1.0))
    word = laid.short_name(cluster)
    px = s.text(18)
    while px > s.text(14) and v.type.width(word, "semibold", px) > rect.w - s.px(16):
        px -= 1
    under = Rect(
        rect.x + s.px(10), square.bottom + s.px(6), rect.w - s.px(14), rect.bottom - square.bottom - s.px(8)
    )
    ops.append(letters.tight(now.g, under, word, "semibold", px, ink, 0.0))
    action = mark(now, cluster)
    return Node(
        f"counter:{cluster}", Role.TOGGLE, rect, cluster_name(cluster), description=told(now, cluster), action=action,
        enabled=action is not None, pressed=on, shortcuts=key.names if now.cards else (), corner=s.px(10),
        ops=tuple(ops),
    )  # fmt: skip


def _laid(now: Now, s: Size) -> Box:
    """What was put aside and discussed, as two buttons, and who sits at the table."""
    boxes = []
    if now.play.aside:
        name = tr("Opzij · {n}").format(n=len(now.play.aside))
        boxes.append(button(now.v, "aside", name, Open("aside"), size=s.design(18), pad=12))
    if cards := laid.discussed_cards(now):
        name = tr("Besproken · {n}").format(n=len(cards))
        boxes.append(button(now.v, "discussed", name, Open("discussed"), size=s.design(18), pad=12))
    return Wrap([*boxes, *_people(now, s)], s.px(8)) if boxes or not now.session.alone else w.NOTHING


def _people(now: Now, s: Size) -> list[Box]:
    made: list[Box] = []
    for one, person in zip(now.session.present, seats.persons(now), strict=False):
        gives = now.may(t.GiveTurnTo(one.id))
        if gives:
            made.append(button(now.v, f"tent:{one.id}", person.name, gives, size=s.design(18), pad=12))
    return made


# -- the rim


def shown_acts(now: Now, s: Size) -> tuple[list[actions.Act], list[actions.Act]]:
    """The buttons that fit on the rim, the main one last; and the others, which are under *Meer*."""
    acts = [one for one in actions.rim_acts(now) if one.key not in ("ear", "slip")]  # these are on the card
    fixed = [one for one in acts if one.primary or one.key in ("more", "note:close")]
    loose = [one for one in acts if one not in fixed]
    room = now.v.width - 2 * s.px(12)
    while loose and _widths(now, s, [*loose, *fixed]) > room:
        loose.pop()
    shown = [one for one in acts if one in loose or one in fixed]
    return shown, [one for one in acts if one not in shown]


def hidden_acts(now: Now) -> list[actions.Act]:
    """What has no place on the rim of a compact table, and is under *Meer*."""
    found = shown_acts(now, size_of(now))[1]
    if now.cards and now.play.aside:
        word = tr("Opzij · {n}").format(n=len(now.play.aside))
        found.append(actions.Act("aside", word, Open("aside"), None, "aside"))
    if now.cards and (discussed := laid.discussed_cards(now)):
        word = tr("Besproken · {n}").format(n=len(discussed))
        found.append(actions.Act("discussed", word, Open("discussed"), None, "cards"))
    return found


def _widths(now: Now, s: Size, acts: Sequence[actions.Act]) -> int:
    return sum(_width(now, s, one, False) for one in acts) + s.px(10) * len(acts)


def _width(now: Now, s: Size, act: actions.Act, sign: bool) -> int:
    shown = actions.as_button(now, act)[2] if sign else ""
    word = now.v.type.width(act.word, "bold" if act.primary else "semibold", s.text(20))
    return word + 2 * s.px(14) + (now.v.type.width(shown, "semibold", s.text(16)) + s.px(26) if shown else 0)


def _rim(now: Now, s: Size, acts: Sequence[actions.Act], foot: int) -> Nodes:
    v = now.v
    gap, high = s.px(10), foot - s.px(10)
    whole = sum(_width(now, s, one, True) for one in acts) + gap * (len(acts) - 1)
    signs = whole <= v.width - 2 * s.px(12)
    if not signs:
        whole = sum(_width(now, s, one, False) for one in acts) + gap * (len(acts) - 1)
    x, y, nodes = v.width - s.px(12) - whole, v.height - foot + s.px(6), []
    following = next((p for p in seats.persons(now) if p.next), None)
    if following is not None:
        words = tr("hierna {name}").format(name=following.name)
        px = s.text(19)
        if v.type.width(words, "medium", px) <= x - s.px(24):
            at = Rect(s.px(12), y, v.type.width(words, "medium", px), high)
            line = w.middle_line(v, at, words, "medium", px, v.theme.ink, 0.0)
            nodes.append(Node("next", Role.TEXT, at, words, ops=(line,)))
    for act in acts:
        node, word, sign = actions.as_button(now, act)
        sign = sign if signs else ""
        wide = _width(now, s, act, signs)
        at = Rect(x, y, wide, high)
        nodes.append(node._replace(rect=at, corner=s.px(12), ops=_button_ops(now, s, at, word, sign, node)))
        x += wide + gap
    return nodes


def _button_ops(now: Now, s: Size, at: Rect, word: str, sign: str, node: Node) -> tuple[object, ...]:
    theme, m = now.v.theme, now.v.theme.table
    ground, ink, line = (
        (theme.strong, theme.on_strong, theme.strong) if node.primary else (m.paper, theme.ink, m.line)
    )
    if not node.enabled:
        ground, ink = mixed(m.paper, m.rim, 0.15), theme.off
    text = Rect(at.x + s.px(14), at.y, at.w, at.h)
    weight = "bold" if node.primary else "semibold"
    ops: list[object] = [
        Fill(at, ground, s.px(12), max(2, s.px(2)), line),
        w.middle_line(now.v, text, word, weight, s.text(20), ink, 0.0),
    ]
    if sign:
        wide = now.v.type.width(sign, "semibold", s.text(16)) + s.px(14)
        box = Rect(at.right - s.px(10) - wide, at.y + (at.h - s.px(26)) // 2, wide, s.px(26))
        ops += [Fill(box, ground, s.px(6), max(1, s.px(1.6)), ink),
                w.middle_line(now.v, box, sign, "semibold", s.text(16), ink)]  # fmt: skip
    return tuple(ops)
