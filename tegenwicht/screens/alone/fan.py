"""The hand as a fan out of the card case; large."""

from math import cos, radians, sin

from tegenwicht.game import alone, events
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Op, Turned
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts
from tegenwicht.screens.alone.beside_fan import combine, rules
from tegenwicht.screens.alone.card_map import CASE, case, peek_words
from tegenwicht.screens.alone.now import Now
from tegenwicht.screens.alone.places import fan_places
from tegenwicht.screens.alone.words import about, hand_line
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around, back_to, large
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.table.upright import standing_back
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.modes import leaving

WIDE, HIGH, CENTRE, RADIUS, RAISED = 240, 336, (960, 1180), 700, 76
ANGLES = {6: (-34.0, -21.5, -9.0, 5.5, 21.0, 34.0), 5: (-28.0, -14.0, 0.0, 14.0, 28.0), 4: (-21.0, -7.0, 7.0, 21.0),
          3: (-14.0, 0.0, 14.0), 2: (-8.0, 8.0), 1: (0.0,)}  # fmt: skip


def build(now: Now) -> Node:
    """The whole window."""
    g = ground_of(now.v, frame.news_height(now.v))._replace(up=0.0)
    at = fan_places(g)
    nodes = [
        *heading(g, now), rules(at.beside, now, at.rules), *day_label(at.fan, now),
        *combine(at.beside, now, at.pair), fan(at.fan, now),
    ]  # fmt: skip
    return large(g, around(now), nodes, [case(g, now)])


def around(now: Now) -> Around:
    """The rim and the corner."""
    line = tr("Gevuld: deze kaart kwam je al eens tegen.")
    if now.peeked is not None:
        line = peek_words(now.peeked)
    return Around(
        about().name, rim_acts(now), back_to(leaving(now.v)), line, acts.dialog(now), acts.bindings(now)
    )


def rim_acts(now: Now) -> tuple[Act, ...]:
    """Another hand; and the main one: the card of the day, another card, a new hand or the end."""
    deal = now.may(alone.DealAnew())
    other = Act("deal", tr("Andere hand"), deal, keys.OTHER_HAND, told=tr("Zes andere kaarten"))
    if now.today in now.play.hand:
        return (other, _main(now, tr("Draai de kaart van de dag"), Do(alone.Choose(now.today))))
    if now.hand:
        return (other, _main(now, tr("Draai een kaart"), Do(alone.Choose(now.hand[0]))))
    if deal:
        return (_main(now, tr("Andere hand"), deal),)
    return (_main(now, tr("Terugkijken"), Do(events.Finish(False))),)


def _main(now: Now, word: str, command: Command) -> Act:
    """The main button; its key stands on it where Enter presses it."""
    focus = now.v.model.focus
    free = focus in ("", "primary", f"hand:{now.today}") or not focus.startswith(
        ("hand:", "slot:", "rules", "combine")
    )
    return Act("primary", word, command, keys.PRIMARY, primary=True, sign=free)


def asks(now: Now) -> str:
    """What one does now."""
    return tr("Pak een kaart.") if now.hand else tr("Je hand is leeg.")


def all_seen() -> str:
    """Where no card is left in the hand: on, or home."""
    return tr("Nog een hand? Of tot een volgende keer.")


def heading(g: Ground, now: Now) -> list[Node]:
    """The question, and that nobody looks; from near there, too, what a card of the map is called."""
    ink, m = g.v.theme.ink, g.v.theme.table
    at = fan_places(g)
    words, line = asks(now), tr("Niemand kijkt mee. Stoppen kan altijd.")
    title = letters.line(g, (at.question.x, at.question.y), words, at.asks, "bold", ink, 0.0, at.question.w)
    weight = "medium"
    if now.peeked is not None and g.near:
        line, weight = peek_words(now.peeked), "semibold"
    px = letters.size(g, at.says)
    lines = g.v.type.lines(line, weight, px, at.line.w)
    said = [
        letters.line(g, (at.line.x, at.line.y + n * g.px(29)), one, at.says, weight, m.faint, 0.0, at.line.w)
        for n, one in enumerate(lines)
    ]
    whole = said[0].rect.around(said[-1].rect)
    return [
        Node("alone:question", Role.HEADING, title.rect, words, level=2, ops=(title,)),
        Node("alone:line", Role.TEXT, whole, line, ops=tuple(said)),
    ]


# -- the fan


def fan(g: Ground, now: Now) -> Node:
    """A list of the backs in the hand; where there are none, why."""
    hand = now.hand
    whole = g.mid(360, 200, 1200, 482)
    if not hand:
        words = all_seen()
        said = letters.line(
            g, (whole.x + whole.w // 2, g.mid(0, 560, 0, 0).y), words, 40, "semibold", g.v.theme.ink, 0.5
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
        hand_line(now.session),
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
    command = Do(alone.Choose(number))
    ringed = now.v.model.focus == f"hand:{number}" and not now.v.model.pointed
    ring = _lean_ring(g, rect, -angle) if ringed else ()
    return Node(
        f"hand:{number}", Role.BUTTON, hit, words, value, action=command,
        shortcuts=key.names, first=day, rings=True, layer=1 if day else 0,
        ops=(standing_back(g, rect, card.cluster, -angle, corners=True), *ring),
    )  # fmt: skip


def _lean_ring(g: Ground, rect: Rect, degrees: float) -> tuple[Op, ...]:
    """The ring of the focus round a card that leans: its colour with a halo on either side."""
    margin, theme = rect.w // 2, g.v.theme
    w, h = 2 * (rect.w + 2 * margin), 2 * (rect.h + 2 * margin)
    gap, line = 2 * g.px(6), 2 * g.px(5 if theme.name == "light" else 7)
    x, y = 2 * margin - gap, 2 * margin - gap
    shape = f'x="{x}" y="{y}" width="{w - 2 * x}" height="{h - 2 * y}" rx="{2 * g.px(27)}" fill="none"'
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
