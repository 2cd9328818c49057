"""Guessing before one looks: the counters lie face down, the pans are empty, and six tiles to choose from."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import OVER, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.counters import counter_rect, face_down_ops
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above, laid, pans, seats
from tegenwicht.screens.tegenwicht.round_end import round_now as rules
from tegenwicht.screens.tegenwicht.round_end import round_words as said

X, Y, WIDE, HIGH = 372, 187, 1178, 758
TILE_X, TILE_Y, TILE_W, TILE_H, PITCH_X, PITCH_Y = 430, 412, 340, 202, 360, 224
WHITE = (255, 255, 255)
ASKED = "asked"
"""The key of the question. It speaks for itself: the second is asked while the focus stays among the same tiles."""


def build(now: Now, guessing: rules.Guessing, dialog: Node | None) -> Node:
    """The question, and its tiles."""
    g, number = now.g, tegenwicht.round_number(now.session)
    nodes = [*corner(now, number), *words_on_top(now, tr("Raden"), tr("voor je kijkt"))]
    nodes += [sheet(now, guessing), *face_down(now), *empty_pans(now)]
    nodes += [*on_rim(now, acts(now, guessing)), *seats.seats(now), *lying(now)]
    nodes += [still_clock(now), *above.corner_buttons(g, escape=False)]
    floor = g.front(0, 1004, 0, 0).y
    return frame.scene(now.v, said.is_done(number), room(g), nodes, dialog, bindings(now, guessing), floor)


# -- what both scenes at the end of a round have


def corner(now: Now, number: int, more: str = "", late: bool = False) -> list[Node]:
    """The line of time, and that the round is done; ``more``: how the time goes, in a warm band when one is late."""
    line, where = above.corners(now)
    words = " · ".join(filter(None, (said.is_done(number), more)))
    op = rim.place_words(now.g, words)
    g, theme = now.g, now.v.theme
    band = Fill(op.rect.inset(-g.px(14), -g.px(6)), theme.warn, g.px(18), g.px(2), theme.on_warn)
    ops = (band, op._replace(colour=theme.on_warn)) if late else (op,)
    return [line, where._replace(rect=op.rect, label=words, ops=ops)]


def words_on_top(now: Now, left: str, right: str) -> list[Node]:
    """Two words beside the head of the scale."""
    ops = rim.top_words(now.g, left, right)
    return [
        Node("top:words", Role.HEADING, ops[0].rect.around(ops[-1].rect), f"{left} {right}", level=2, ops=ops)
    ]


def still_clock(now: Now) -> Node:
    """The head of the scale, without a time."""
    at = rim.clock_rect(now.g, False)
    return Node("clock", Role.GROUP, at, layer=OVER, ops=rim.clock_ops(now.g, at, 0.0, glyph="scale"))


def lying(now: Now) -> list[Node]:
    """What was put aside, to be seen, and what was discussed, to be looked at again."""
    aside = [one._replace(role=Role.TEXT, action=None, drag=None, description="") for one in laid.aside(now)]
    return [*aside, *laid.discussed(now)]


def on_rim(now: Now, found: list[Act]) -> list[Node]:
    """The buttons on the rim, the main one last."""
    buttons = [as_button(now, one) for one in found]
    return rim.buttons_on_rim(
        now.g, buttons, seats.width(now), [now.kept_sign(one.shortcut) for one in found]
    )


def as_button(now: Now, act: Act) -> tuple[Node, str, str]:
    """An act as the rim takes it: its node, its word, its key's sign where that works now."""
    node = rim.button(
        act.key, act.word, act.command, act.shortcut, primary=act.primary, enabled=act.command is not None,
        description=act.told,
    )  # fmt: skip
    focus = now.v.model.focus
    free = focus in ("", rules.HEAD, act.key) or focus.startswith("guess:")
    shown = act.shortcut is not None and (free or act.shortcut is not keys.PRIMARY)
    return node, act.word, now.sign(act.shortcut) if shown and act.shortcut else ""


# -- nothing to be read


def face_down(now: Now) -> list[Node]:
    """The counters, turned over; they are no more than something to look at."""
    return [
        Node(f"counter:{cluster}", Role.GROUP, rect, ops=face_down_ops(now.g, rect))
        for right in (False, True)
        for number, cluster in enumerate(now.side(right))
        for rect in (counter_rect(now.g, right, number),)
    ]


def empty_pans(now: Now) -> list[Node]:
    """The scale with nothing on it, level; its pans named, without totals."""
    balance, *_ = pans.pans(now._replace(counts=Counts()))
    made = [balance._replace(role=Role.GROUP, label="")]
    for right in (False, True):
        place = (now.g.right if right else now.g.left)(pans.LABEL_X[right], pans.LABEL_BASE, 0, 0)
        ink = now.v.theme.ink
        op = letters.line(now.g, (place.x, place.y), pans.side_name(right), 30, "semibold", ink, 0.5)
        made.append(Node(f"label:{right}", Role.GROUP, op.rect, layer=-1, ops=(op,)))
    return made


# -- the question


def sheet(now: Now, guessing: rules.Guessing) -> Node:
    """The sheet with the question and a tile for each cluster."""
    g, m, ink = now.g, now.v.theme.table, now.v.theme.ink
    second, alone = guessing.most is not None, now.session.alone
    rect = g.mid(X, Y, WIDE, HIGH)
    shadow = g.px(18) if m.rich else 0
    about, which = said.guess_about(alone), tr("vraag {n} van 2").format(n=2 if second else 1)
    question, how = said.guess_question(second, alone), said.guess_how(second, alone)

    def at(x: float, y: float) -> tuple[int, int]:
        place = g.mid(x, y, 0, 0)
        return place.x, place.y

    ops = (
        Fill(rect, m.card, g.px(28), g.px(3), m.line, shadow, shade=1.4),
        letters.line(g, at(430, 257), about, 29, "semibold", ink, 0.0, g.px(760)),
        letters.line(g, at(1490, 257), which, 25, "semibold", m.faint, 1.0),
        letters.line(g, at(430, 895), how, 28, "medium", ink, 0.0, g.px(700 if second else 1060)),
    )
    asked = letters.line(g, at(428, 338), question, 58, "bold", ink, 0.0, g.px(1064))
    tiles = [Node(ASKED, Role.TEXT, asked.rect, question, live=True, ops=(asked,))]
    tiles += [tile(now, guessing, cluster, number) for number, cluster in enumerate(now.clusters)]
    if second:
        tiles.append(_all_named(now, guessing))
    told = f"{about} {which}. {how}"
    return Node(
        "guess", Role.RADIO_GROUP, rect, question, description=told, ops=ops, children=tuple(tiles)
    )  # fmt: skip


def tile(now: Now, guessing: rules.Guessing, cluster: Cluster, number: int) -> Node:
    """One cluster to choose; that of the first guess lies there with its slip, and cannot be chosen."""
    g, theme = now.g, now.v.theme
    row, column = divmod(number, 3)
    rect = g.mid(TILE_X + column * PITCH_X, TILE_Y + row * PITCH_Y, TILE_W, TILE_H)
    colours, taken = theme.clusters[cluster], guessing.most is cluster
    key = keys.MENTION[CLUSTERS.index(cluster)]
    line = g.px(3) if colours.edge != colours.under else 0
    px = g.px(84)
    disc = Rect(rect.x + g.px(22), rect.y + g.px(22), px, px)
    body = rect._replace(h=rect.h - g.px(6))
    ops: list[Op] = [
        Fill(rect, colours.under, g.px(22)), Fill(body, colours.solid, g.px(22), line, colours.edge),
        Fill(disc, WHITE, px // 2), Icon(disc.inset(g.px(19)), cluster.value, colours.solid),
        letters.line(g, (rect.x + g.px(24), rect.y + g.px(166)), cluster_name(cluster), 35, "semibold", WHITE, 0.0,
                     rect.w - g.px(44)),
    ]  # fmt: skip
    sign = now.sign(key)
    if sign and not taken:
        side = g.px(36)
        at = Rect(disc.right - g.px(25), disc.bottom - g.px(29), side, side)
        ops += letters.key_sign(g, at, sign, theme.ink, theme.table.paper, 24)
    chosen = guessing.chosen == cluster.value
    if taken or chosen:
        ops += _slip(now, rect, tr("het meest") if taken else tr("gekozen"))
    return Node(
        f"guess:{cluster}", Role.RADIO, rect, cluster_name(cluster),
        description=tr("het meest genoemd, volgens jullie gok") if taken else tr("gekozen") if chosen else "",
        action=None if taken else rules.choose(guessing, cluster.value), pressed=chosen, enabled=not taken,
        shortcuts=() if taken else key.names, first=_is_first(now, guessing, cluster), corner=g.px(22),
        ops=tuple(ops),
    )  # fmt: skip


def _is_first(now: Now, guessing: rules.Guessing, cluster: Cluster) -> bool:
    """Where the focus begins: on what is chosen, else on the first that can be."""
    if guessing.chosen:
        return guessing.chosen == cluster.value
    return cluster is next(one for one in now.clusters if one is not guessing.most)


def _slip(now: Now, rect: Rect, words: str) -> list[Op]:
    """A slip of paper on the upper right corner of a tile, with a check."""
    g, theme = now.g, now.v.theme
    wide = letters.width(g, words, 24, "semibold") + g.px(60)
    at = Rect(rect.right - wide - g.px(14), rect.y + g.px(20), wide, g.px(46))
    px = g.px(22)
    return [
        Fill(at, theme.table.slip, g.px(10), g.px(2), theme.table.line if theme.table.rich else theme.ink),
        Icon(Rect(at.x + g.px(14), at.y + g.px(12), px, px), "check", theme.ink),
        letters.line(g, (at.x + g.px(44), at.y + g.px(31)), words, 24, "semibold", theme.ink),
    ]


def _all_named(now: Now, guessing: rules.Guessing) -> Node:
    """The seventh, quieter: that none stayed away."""
    g, theme = now.g, now.v.theme
    rect = g.mid(1150, 855, 340, 62)
    chosen = guessing.chosen == rules.ALL
    ground, ink = (theme.strong, theme.on_strong) if chosen else (theme.table.paper, theme.ink)
    middle = (rect.x + rect.w // 2, rect.y + rect.h // 2 + g.px(10))
    ops = (
        Fill(rect, ground, g.px(16), g.px(3), theme.ink),
        letters.line(g, middle, said.all_named(), 28, "semibold", ink, 0.5, rect.w - g.px(30)),
    )
    return Node(
        f"guess:{rules.ALL}", Role.RADIO, rect, said.all_named(), action=rules.choose(guessing, rules.ALL),
        pressed=chosen, first=chosen, corner=g.px(16), ops=ops,
    )  # fmt: skip


# -- what can be done


def acts(now: Now, guessing: rules.Guessing) -> list[Act]:
    """Not guessing, and what is chosen."""
    chosen = guessing.chosen
    name = said.all_named() if chosen == rules.ALL else cluster_name(Cluster(chosen)) if chosen else ""
    word = tr("Kies {name}").format(name=name) if chosen else tr("Kies een cluster")
    if chosen == rules.ALL:
        word = name
    return [
        Act("guess:skip", tr("Niet raden"), rules.skip(now, guessing), keys.BACK),
        Act("guess:confirm", word, rules.confirm(guessing), keys.PRIMARY, primary=True),
    ]


def bindings(now: Now, guessing: rules.Guessing) -> tuple[tuple[str, Command], ...]:
    """Undo: the first guess, or the session's."""
    back = rules.back(now, guessing)
    return tuple((name, back) for name in keys.UNDO.names) if back is not None else ()
