"""The hand as a fan out of the card case, whose front is the map of all cards; large."""

from math import cos, radians, sin

from tegenwicht.game import alone as a
from tegenwicht.game import events as e
from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Still, Turned
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts
from tegenwicht.screens.alone.now import PAIR, PEEK, Now
from tegenwicht.screens.alone.words import about, hand_line
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.backs import back_ops
from tegenwicht.screens.parts.table.cards import picture_ops
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.table.scene import Around, RimAct, back_to, large
from tegenwicht.screens.parts.table.scene import dashed as dashed_line
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Open, Put, Say
from tegenwicht.screens.shell.modes import leaving

WIDE, HIGH, CENTRE, RADIUS, RAISED = 240, 336, (960, 1180), 700, 76
ANGLES = {6: (-34.0, -21.5, -9.0, 5.5, 21.0, 34.0), 5: (-28.0, -14.0, 0.0, 14.0, 28.0), 4: (-21.0, -7.0, 7.0, 21.0),
          3: (-14.0, 0.0, 14.0), 2: (-8.0, 8.0), 1: (0.0,)}  # fmt: skip
CASE = (64, 682, 1792, 290)
GROUP, FIRST, LINE_X = 290, 100, 956
CASE_LAYER = 2
WHITE = (255, 255, 255)


def fits(now: Now) -> bool:
    """Whether the map of this deck fits on the case."""
    most = max(len(_of_cluster(now, one)) for one in (*PEOPLE, *FRAMES))
    return most <= 36


def build(now: Now) -> Node:
    """The whole window."""
    g = ground_of(now.v, frame.news_height(now.v))._replace(up=0.0)
    nodes = [*heading(g), rules(g, now), *day_label(g, now), fan(g, now), *combine(g, now)]
    return large(g, around(now), nodes, [case(g, now)])


def around(now: Now) -> Around:
    """The rim and the corner."""
    line = tr("Gevuld: deze kaart kwam je al eens tegen.")
    if now.peeked is not None:
        line = peek_words(now.peeked)
    return Around(
        about().name, rim_acts(now), back_to(leaving(now.v)), line, acts.dialog(now), acts.bindings(now)
    )


def peek_words(card: Card) -> str:
    """What a slot of the map tells of a card that one did not meet."""
    return tr("{n}. {title}: nog niet tegengekomen. Nog een keer opent de kaart.").format(
        n=card.number, title=card.title
    )


def rim_acts(now: Now) -> tuple[RimAct, ...]:
    """Another hand; and the main one: the card of the day, another card, a new hand or the end."""
    deal = now.may(a.DealAnew())
    other = RimAct("deal", tr("Andere hand"), deal, keys.OTHER_HAND, told=tr("Zes andere kaarten"))
    if now.today in now.play.hand:
        return (other, _main(now, tr("Draai de kaart van de dag"), Do(a.Choose(now.today))))
    if now.hand:
        return (other, _main(now, tr("Draai een kaart"), Do(a.Choose(now.hand[0]))))
    if deal:
        return (_main(now, tr("Andere hand"), deal),)
    return (_main(now, tr("Terugkijken"), Do(e.Finish(False))),)


def _main(now: Now, word: str, command: Command) -> RimAct:
    """The main button; its key stands on it where Enter presses it."""
    focus = now.v.model.focus
    free = focus in ("", "primary", f"hand:{now.today}") or not focus.startswith(
        ("hand:", "slot:", "rules", "combine")
    )
    return RimAct("primary", word, command, keys.PRIMARY, primary=True, sign=free)


def heading(g: Ground) -> list[Node]:
    """The question, and that nobody looks."""
    ink, m = g.v.theme.ink, g.v.theme.table
    at = g.mid(96, 136, 0, 0)
    words, line = tr("Pak een kaart."), tr("Niemand kijkt mee. Stoppen kan altijd.")
    title = letters.line(g, (at.x, at.y), words, 60, "bold", ink, 0.0, g.px(700))
    said = letters.line(g, (at.x, at.y + g.px(50)), line, 28, "medium", m.faint, 0.0, g.px(740))
    return [
        Node("alone:question", Role.HEADING, title.rect, words, level=2, ops=(title,)),
        Node("alone:line", Role.TEXT, said.rect, line, ops=(said,)),
    ]


# -- the fan


def fan(g: Ground, now: Now) -> Node:
    """A list of the backs in the hand; where there are none, why."""
    hand = now.hand
    whole = g.mid(360, 200, 1200, 482)
    if not hand:
        words = tr("Je hand is leeg.")
        said = letters.line(
            g, (whole.x + whole.w // 2, g.mid(0, 560, 0, 0).y), words, 48, "bold", g.v.theme.ink, 0.5
        )
        return Node("hand", Role.TEXT, said.rect, words, ops=(said,))
    angles = ANGLES[len(hand)]
    middles = [_middle(angle, number == now.today) for angle, number in zip(angles, hand, strict=True)]
    day = hand.index(now.today) if now.today in hand else -2
    children = [
        _back(g, now, place, number, angle, middle, _seen(middles, place, day))
        for place, (number, angle, middle) in enumerate(zip(hand, angles, middles, strict=True))
    ]  # fmt: skip
    return Node(
        "hand",
        Role.LIST,
        whole,
        tr("Je hand, {line}").format(line=hand_line(now.session)),
        children=tuple(children),
    )


def _middle(angle: float, day: bool) -> tuple[float, float]:
    x = CENTRE[0] + RADIUS * sin(radians(angle))
    return x, CENTRE[1] - RADIUS * cos(radians(angle)) - (RAISED if day else 0)


def _seen(middles: list[tuple[float, float]], place: int, day: int) -> tuple[float, float]:
    """From where to where a card can be pressed: up to its neighbours, and all of the card of the day."""

    def between(left: int) -> float:
        x0, x1 = middles[left][0], middles[left + 1][0]
        if left == day:
            return x0 + WIDE / 2
        return x1 - WIDE / 2 if left + 1 == day else (x0 + x1) / 2

    x = middles[place][0]
    return (between(place - 1) if place else x - WIDE * 0.62), (
        between(place) if place + 1 < len(middles) else x + WIDE * 0.62
    )


def _back(
    g: Ground,
    now: Now,
    place: int,
    number: int,
    angle: float,
    middle: tuple[float, float],
    seen: tuple[float, float],
) -> Node:
    """A back in the fan; the one with the focus has a ring that leans along."""
    card, day = now.session.cards[number], number == now.today
    rect = g.mid(middle[0] - WIDE / 2, middle[1] - HIGH / 2, WIDE, HIGH)
    top = middle[1] - HIGH / 2
    hit = g.mid(seen[0] + 3, top, seen[1] - seen[0] - 6, CASE[1] - 4 - top)
    words = tr("Kaart {n} van {m}, {cluster}").format(
        n=place + 1, m=len(now.hand), cluster=cluster_name(card.family)
    )
    value = tr("kaart van de dag, dicht") if day else tr("dicht")
    key = keys.MENTION[place]
    command = Do(a.Choose(number))
    ring = _lean_ring(g, rect, -angle) if now.v.model.focus == f"hand:{number}" else ()
    return Node(
        f"hand:{number}", Role.BUTTON, hit, words, value, action=command,
        shortcuts=key.names, first=day, rings=True, layer=1 if day else 0,
        ops=(_leaning_back(g, rect, card, -angle), *ring),
    )  # fmt: skip


def _leaning_back(g: Ground, rect: Rect, card: Card, degrees: float) -> Turned:
    """A back with its sign in two corners, so that it can be told in a fan."""
    size, margin = (2 * rect.w, 2 * rect.h), rect.w // 2
    inside = Rect(2 * margin, 2 * margin, *size)
    px, side = round(size[0] * 0.105), round(size[0] * 0.1)
    high = round(size[0] * 0.115)
    corners = (
        Icon(Rect(inside.x + side, inside.y + high, px, px), card.family.value, WHITE),
        Icon(Rect(inside.right - side - px, inside.bottom - high - px, px, px), card.family.value, WHITE),
    )
    ops = (Still(inside, back_ops(g.v.theme, card.cluster, *size)), *corners)
    return Turned(rect.inset(-margin), (size[0] + 4 * margin, size[1] + 4 * margin), ops, degrees)


def _lean_ring(g: Ground, rect: Rect, degrees: float) -> tuple[object, ...]:
    """The ring of the focus round a card that leans: its colour with a halo on either side."""
    margin, theme = rect.w // 2, g.v.theme
    w, h = 2 * (rect.w + 2 * margin), 2 * (rect.h + 2 * margin)
    gap, line = 2 * g.px(7), 2 * g.px(5 if theme.name == "light" else 7)
    x, y = 2 * margin - gap, 2 * margin - gap
    shape = f'x="{x}" y="{y}" width="{w - 2 * x}" height="{h - 2 * y}" rx="{2 * g.px(34)}" fill="none"'
    body = (
        f'<rect {shape} stroke="{web(theme.halo)}" stroke-width="{line + 4 * g.px(3)}"/>'
        f'<rect {shape} stroke="{web(theme.focus)}" stroke-width="{line}"/>'
    )
    return (Turned(rect.inset(-margin), (w, h), (Drawing(Rect(0, 0, w, h), (w, h), body),), degrees),)


SUN = (
    '<circle cx="12" cy="12" r="5" fill="{0}"/><path d="M12 1.5 V4.5 M12 19.5 V22.5 M1.5 12 H4.5 M19.5 12 H22.5'
    ' M4.6 4.6 L6.7 6.7 M17.3 17.3 L19.4 19.4 M4.6 19.4 L6.7 17.3 M17.3 6.7 L19.4 4.6" stroke="{0}"'
    ' stroke-width="1.8" stroke-linecap="round"/>'
)


def day_label(g: Ground, now: Now) -> list[Node]:
    """Over the card of the day: that it is."""
    if now.today not in now.hand:
        return []
    words, theme = tr("Kaart van de dag"), g.v.theme
    wide = letters.width(g, words, 28, "bold") + g.px(98)
    angle = ANGLES[len(now.hand)][now.hand.index(now.today)]
    x = g.mid(_middle(angle, True)[0], 0, 0, 0).x
    at = g.mid(0, 84, 0, 53)._replace(x=x - wide // 2, w=wide)
    px = g.px(32)
    sun = Drawing(
        Rect(at.x + g.px(24), at.y + (at.h - px) // 2, px, px),
        (24, 24),
        SUN.format("#F2C879" if theme.name == "light" else web(theme.on_strong)),
    )
    said = letters.line(g, (at.x + g.px(70), at.y + g.px(36)), words, 28, "bold", theme.on_strong)
    return [Node("day:label", Role.GROUP, at, ops=(Fill(at, theme.strong, at.h // 2), sun, said))]


# -- beside the fan


def rules(g: Ground, now: Now) -> Node:
    """One's own lines: closed slips with their number."""
    m, ink = g.v.theme.table, g.v.theme.ink
    at = g.mid(164, 270, 216, 127)
    fold, n = g.px(55), len(now.lines)
    edge = _SLIP_LINE if m.rich and g.v.theme.name == "light" else m.line
    lower = [Turned(at.inset(-g.px(14)), (2 * at.w + g.px(56), 2 * at.h + g.px(56)),
                    (Fill(Rect(g.px(28), g.px(28), 2 * at.w, 2 * at.h), m.slip, g.px(16), g.px(3), edge),), d)
             for d in (5.0, -4.0)] if n else []  # fmt: skip
    corner = Drawing(
        Rect(at.right - fold, at.y, fold, fold), (55, 55),
        f'<path d="M2 2 L53 53 H8 Q2 53 2 47 Z" fill="{web(m.skirting)}" stroke="{web(m.line)}" stroke-width="2"/>',
    )  # fmt: skip
    px = g.px(64)
    disc = Rect(at.x + (at.w - px) // 2, at.y + (at.h - px) // 2 + g.px(4), px, px)
    figure = letters.line(
        g, (disc.x + px // 2, disc.y + g.px(44)), str(n), 34, "bold", g.v.theme.on_strong, 0.5, px - g.px(8)
    )
    label = tr("Jouw regels")
    sign = now.sign(keys.OWN_RULES)
    wide = letters.width(g, label, 28, "bold") + (g.px(46) if sign else 0)
    x, base = at.x + (at.w - wide) // 2, at.bottom + g.px(67)
    said = letters.line(g, (x, base), label, 28, "bold", ink)
    ops: list[object] = [*lower, Fill(at, m.slip, g.px(8), g.px(2.6), m.line), corner,
                         Fill(disc, g.v.theme.strong, px // 2), figure, said]  # fmt: skip
    if sign:
        ops += _sign(g, said.rect.right + g.px(14), base, sign)
    rect = Rect(min(at.x, x) - g.px(12), at.y - g.px(14), max(at.w, wide) + g.px(24), base - at.y + g.px(32))
    told = acts.rules_told(now)
    return Node(
        "rules", Role.BUTTON, rect, label, f"{n}", told, action=Open(acts.RULES),
        shortcuts=keys.OWN_RULES.names, corner=g.px(16), ops=tuple(ops),
    )  # fmt: skip


_SLIP_LINE = (201, 180, 138)


def _sign(g: Ground, x: int, base: int, sign: str) -> tuple[object, ...]:
    m, ink = g.v.theme.table, g.v.theme.ink
    box = Rect(x, base - g.px(25), g.px(33), g.px(32))
    return (
        Fill(box, m.wall, g.px(8), g.px(2), ink),
        letters.line(g, (box.x + box.w // 2, base - g.px(2)), sign, 20, "semibold", ink, 0.5),
    )


def combine(g: Ground, now: Now) -> list[Node]:
    """Two cards that one met, to put side by side; nothing where there are no two."""
    if not now.pairs:
        return []
    first, second = (now.session.cards[n] for n in now.pairs[0])
    ops: list[object] = [
        *mini(g, g.mid(1532, 152, 150, 204), first, 6.0), *mini(g, g.mid(1696, 164, 150, 204), second, -6.0),
    ]  # fmt: skip
    px = g.px(48)
    disc = g.mid(1665, 231, 48, 48)._replace(w=px, h=px)
    ops += [
        Fill(disc, g.v.theme.strong, px // 2, g.px(4), g.v.theme.table.wall),
        Icon(disc.inset(g.px(12)), "plus", g.v.theme.on_strong),
    ]
    label, sign = tr("Combineer deze twee"), now.sign(keys.COMBINE)
    wide = letters.width(g, label, 28, "bold") + (g.px(46) if sign else 0)
    middle, base = g.mid(1689, 0, 0, 0).x, g.mid(0, 415, 0, 0).y
    said = letters.line(g, (middle - wide // 2, base), label, 28, "bold", g.v.theme.ink)
    ops.append(said)
    if sign:
        ops += _sign(g, said.rect.right + g.px(14), base, sign)
    rect = g.mid(1512, 138, 352, 290)
    names = [f"{one.number}. {one.title}" for one in (first, second)]
    told = tr("{first} en {second}").format(first=names[0], second=names[1])
    return [Node(
        "combine", Role.BUTTON, rect, label, description=told, action=Put(PAIR, 1), shortcuts=keys.COMBINE.names,
        corner=g.px(16), ops=tuple(ops),
    )]  # fmt: skip


def mini(g: Ground, rect: Rect, card: Card, degrees: float) -> tuple[object, ...]:
    """A small card that leans: its band with sign and number, and its picture."""
    m, c = g.v.theme.table, g.v.theme.clusters[card.family]
    pad = 20
    size = (2 * rect.w + 2 * pad, 2 * rect.h + 2 * pad)
    box = Rect(pad, pad, 2 * rect.w, 2 * rect.h)
    band, glyph = round(box.h * 0.22), round(box.h * 0.11)
    px = round(box.w * 0.62)
    disc = Rect(box.x + (box.w - px) // 2, box.y + band + round((box.h - band - px) / 2), px, px)
    number = letters.line(
        g, (box.right - round(box.w * 0.09), box.y + round(band * 0.68)), str(card.number), 2 * 28 / min(1.2, g.v.text),
        "bold", (255, 255, 255), 1.0,
    )  # fmt: skip
    edge = max(2, g.px(5))
    ops: tuple[object, ...] = (
        Fill(box, m.card, g.px(24), edge, c.edge),
        Fill(Rect(box.x + edge, box.y + edge, box.w - 2 * edge, band - edge), c.solid, g.px(24) - edge, top_only=True),
        Icon(Rect(box.x + round(box.w * 0.09), box.y + (band - glyph) // 2, glyph, glyph), card.family.value, WHITE),
        number, Fill(disc, c.pale, px // 2), *picture_ops(disc.inset(round(px * 0.16)), card.picture, c.line),
    )  # fmt: skip
    return (Turned(rect.inset(-pad // 2), size, ops, degrees),)


# -- the case with the map


def case(g: Ground, now: Now) -> Node:
    """The card case; its front is the map: per cluster which cards one met. No numbers."""
    m = g.v.theme.table
    x, y, w, h = CASE
    rect = g.mid(x, y, w, h)
    dark = g.v.theme.name == "dark"
    wood = (m.rim if dark else m.beam) if m.rich else m.wall
    inner = g.mid(x + 16, y + 16, w - 32, h - 32)
    ops: list[object] = [
        Fill(rect, wood, g.px(12), 0 if m.rich else g.px(3), m.line, g.px(14) if m.rich else 0),
        Fill(g.mid(x, y - 3, w, 6), m.rim_light if dark else m.beam_light, g.px(3)), Fill(inner, m.paper, g.px(10)),
        Fill(g.mid(LINE_X, y + 36, 3, h - 72), m.plank),
    ]  # fmt: skip
    met = frozenset(now.met)
    groups = [
        group(g, now, cluster, FIRST + n * GROUP + (8 if n >= 3 else 0), met)
        for n, cluster in enumerate((*PEOPLE, *FRAMES))
    ]
    return Node(
        "map",
        Role.LIST,
        rect,
        tr("Kaarten die je tegenkwam"),
        layer=CASE_LAYER,
        ops=tuple(ops),
        children=tuple(groups),
    )


def _of_cluster(now: Now, cluster: Cluster) -> list[Card]:
    return [card for card in now.session.deck.cards if card.cluster is cluster]


def group(g: Ground, now: Now, cluster: Cluster, x: float, met: frozenset[int]) -> Node:
    """The cards of one cluster, in rows. met: the numbers of those that one met."""
    cards, colours = _of_cluster(now, cluster), g.v.theme.clusters[cluster]
    px = g.px(28)
    at = g.mid(x, 718, 28, 28)
    name = letters.line(
        g,
        (at.x + px + g.px(10), at.y + g.px(23)),
        cluster_name(cluster),
        27,
        "bold",
        colours.line,
        0.0,
        g.px(GROUP - 60),
    )
    ops = (Icon(at._replace(w=px, h=px), cluster.value, colours.line), name)
    rows = 2 if len(cards) <= 12 else 3 if len(cards) <= 21 else 4
    across = max(1, -(-len(cards) // rows))
    step = min(62.0, (GROUP - 22) / across)
    wide, high = step - min(12, step * 0.2), {2: 72.0, 3: 50.0, 4: 38.0}[rows]
    slots = [
        slot(g, now, card, g.mid(x + (n % across) * step, 766 + (n // across) * (high + 12), wide, high), met)
        for n, card in enumerate(cards)
    ]
    whole = g.mid(x, 712, GROUP - 16, 244)
    return Node(f"map:{cluster}", Role.GROUP, whole, cluster_name(cluster), ops=ops, children=tuple(slots))


def slot(g: Ground, now: Now, card: Card, rect: Rect, there: frozenset[int]) -> Node:
    """A card of the map: pressed it opens; one that was not met first says its name.

    there: the numbers of the cards that one met.
    """
    colours, met = g.v.theme.clusters[card.family], card.number in there
    if met:
        px = min(round(rect.w * 0.5), round(rect.h * 0.5))
        icon = Rect(rect.x + (rect.w - px) // 2, rect.y + (rect.h - px) // 2, px, px)
        ops: tuple[object, ...] = (
            Fill(rect, colours.pale, g.px(8), max(2, g.px(3)), colours.line), Icon(icon, card.family.value, colours.line),
        )  # fmt: skip
    else:
        ops = (dashed_line(g, rect, g.v.theme.table.faint, 8, 2.2),)
    value = tr("tegengekomen") if met else tr("nog niet tegengekomen")
    return Node(
        f"slot:{card.number}",
        Role.BUTTON,
        rect,
        card_name(card),
        value,
        action=opening(now, card, met),
        corner=g.px(8),
        ops=ops,
    )


def opening(now: Now, card: Card, met: bool) -> Command:
    """Open a card of the map; one that was not met only the second time."""
    if not met and now.v.model.form(PEEK, 0) != card.number:
        return All((Put(PEEK, card.number), Say(peek_words(card))))
    if card.number in now.play.hand:
        return Do(a.Choose(card.number))
    return Do(a.LookUp(card.number))
