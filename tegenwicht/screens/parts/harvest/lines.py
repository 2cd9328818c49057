"""The slip under the card: what is asked, or the line that was written, and where a line is being written."""

from tegenwicht.game import harvest
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import day_and_month, day_short
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.fields import worry_sentence
from tegenwicht.screens.parts.harvest.days import CHOSEN, NONE, choices
from tegenwicht.screens.parts.harvest.line import day_is_wrong, keeping, typed_day
from tegenwicht.screens.parts.harvest.now import DAY, LINE, WHEN, Harvest
from tegenwicht.screens.parts.harvest.places import places_of
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Put, Shut
from tegenwicht.screens.shell.modes import shutting

BEHIND = 26
LEAST_DAY = 240
"""How much room the day beside the choices needs at least, in design pixels."""


def spoken() -> str:
    """What is asked aloud."""
    return tr("Zeg het hardop: wat neem je mee, en wat ga je ermee doen?")


def slip_words(now: Harvest) -> str:
    """What stands on the slip: the line and its day, or what is asked."""
    taken = now.taken
    line = taken.intention or taken.sentence
    if not line:
        return spoken()
    return f"{line} · {day_short(taken.by)}" if taken.by else line


def slip(now: Harvest) -> list[Node]:
    """The slip that comes out from under the card."""
    if now.teller is None:
        return []
    g, theme = now.g, now.v.theme
    places = places_of(now)
    at = places.slip
    edge, fill, on_fill = _ink(now)
    behind = g.px(BEHIND) if now.card is not None else -g.px(12)
    paper = Rect(at.x, at.y - behind, at.w, at.h + behind)
    shadow = g.px(16) if theme.table.rich else 0
    px = g.px(min(58, places.words * 1.5))
    disc = Rect(at.x + g.px(26), at.y + (at.h - px) // 2, px, px)
    back: tuple[Op, ...] = (Fill(paper, theme.table.slip, g.px(14), g.px(2.6), edge, shadow, shade=1.1),)
    room, words = at.right - disc.right - g.px(44), slip_words(now)
    size = places.words
    while (
        size > places.words * 0.65
        and len(now.v.type.lines(words, "semibold", letters.size(g, size), room)) > 2
    ):
        size -= 2
    lines = cards.balanced(g, words, "semibold", letters.size(g, size), room)[:2]
    step = g.px(size * 1.14)
    middle = at.y + (at.h - min(0, behind)) // 2
    first = middle - (len(lines) - 1) * step // 2 + g.px(size * 0.34)
    ops: list[Op] = [
        Fill(disc, fill, px // 2),
        Icon(disc.inset(round(px * 0.22)), "say" if words == spoken() else "note", on_fill),
    ]
    ops += [
        letters.line(
            g, (disc.right + g.px(20), first + n * step), line, size, "semibold", theme.ink, 0.0, room
        )
        for n, line in enumerate(lines)
    ]
    return [
        Node("slip:paper", Role.GROUP, paper, layer=-1, ops=back),
        Node("slip", Role.TEXT, at, words, ops=tuple(ops)),
    ]


def _ink(now: Harvest) -> tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]:
    theme = now.v.theme
    if now.card is None:
        return theme.table.line, theme.strong, theme.on_strong
    c = cards.colours_of(now.g, front(now.card))
    return c.edge, c.band, c.on_band


# -- writing


def writing(now: Harvest) -> list[Node]:
    """One line, by whoever writes, and the day on which it is done."""
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    at = places_of(now).paper
    edge, _, _ = _ink(now)
    shadow = g.px(24) if m.rich else 0
    paper = Fill(at, m.slip, g.px(18), g.px(3), edge, shadow, shade=1.4)
    typed = str(now.v.model.form(LINE, ""))
    label = line_label(now)
    head = letters.line(g, (at.x + g.px(30), at.y + g.px(40)), label, 25, "semibold", theme.ink)
    worry = worry_sentence(typed, tuple(now.names.values()))
    guard = letters.line(
        g,
        (at.right - g.px(30), at.y + g.px(40)),
        worry or tr("Niets waaraan je een cliënt herkent"),
        21,
        "medium",
        m.faint,
        1.0,
        at.right - head.rect.right - g.px(60),
    )
    box = Rect(at.x + g.px(26), at.y + g.px(58), at.w - 2 * g.px(26), g.px(70))
    px = letters.size(g, 32)
    inside = Rect(
        box.x + g.px(14),
        box.y + (box.h - now.v.type.line_height(px)) // 2,
        box.w - 2 * g.px(14),
        now.v.type.line_height(px),
    )
    ops: list[Op] = [Fill(box, m.paper, g.px(12), g.px(2.6), m.line)]
    if now.v.model.focus != "line:text" and typed:
        ops += widgets.line_ops(
            now.v, inside, now.v.type.lines(typed, "regular", px, inside.w)[:1], "regular", px, theme.ink
        )
    keep = writing_acts(now)[-1].command
    field = Node(
        "line:text", Role.TEXT_FIELD, box, label, typed, worry, action=keep, first=True,
        edit=Edit(LINE, harvest.LONGEST_TAKEN, font_px=px, inside=inside), corner=g.px(12), ops=tuple(ops),
    )  # fmt: skip
    inner = Node("line:head", Role.GROUP, head.rect, ops=(head,))
    told = [Node("line:worry", Role.TEXT if worry else Role.GROUP, guard.rect, worry, ops=(guard,))]
    return [Node("panel:line", Role.GROUP, at, ops=(paper,), children=(inner, field, *told, *_days(now, at)))]


def line_label(now: Harvest) -> str:
    """Of whom this line is."""
    if now.session.alone or now.teller is None:
        return tr("Eén regel: wat neem je mee, wat ga je doen?")
    return tr("Eén regel van {name}").format(name=now.names[now.teller.id])


def _days(now: Harvest, at: Rect) -> list[Node]:
    """The days to choose from, and a field when it is another."""
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    chosen = int(now.v.model.form(WHEN, NONE))
    left, y, high, made = at.x + g.px(26), at.y + g.px(146), g.px(54), []
    widths = [letters.width(g, word, 25, "semibold") + g.px(36) for _, word in choices()]
    asked = letters.line(g, (left, y + g.px(36)), tr("Wanneer?"), 25, "semibold", theme.ink)
    before = asked.rect.w + g.px(20)
    fits = left + before + sum(widths) + len(widths) * g.px(10) + g.px(LEAST_DAY) <= at.right - g.px(26)
    x = left + before if fits else left
    for number, (value, word) in enumerate(choices()):
        on, wide = value == chosen, widths[number]
        rect = Rect(x, y, wide, high)
        ground, ink = (theme.strong, theme.on_strong) if on else (m.paper, theme.ink)
        ops = (Fill(rect, ground, high // 2, g.px(2.6), theme.strong if on else m.line),
               letters.line(g, (x + wide // 2, y + g.px(36)), word, 25, "semibold", ink, 0.5))  # fmt: skip
        made.append(
            Node(
                f"line:when:{number}",
                Role.RADIO,
                rect,
                word,
                action=Put(WHEN, value),
                pressed=on,
                corner=high // 2,
                ops=ops,
            )
        )
        x += wide + g.px(10)
    group = Node(
        "line:when",
        Role.RADIO_GROUP,
        Rect(left, y, x - left - g.px(10), high),
        tr("Wanneer?"),
        ops=(asked,) if fits else (),
        children=tuple(made),
    )
    room = Rect(x + g.px(6), y, at.right - g.px(26) - x - g.px(6), high)
    return [group, _typed(now, room) if chosen == CHOSEN else _said(now, room)]


def _said(now: Harvest, room: Rect) -> Node:
    """Which day that is."""
    g, day = now.g, typed_day(now.v)
    words = tr("= {day}").format(day=day_and_month(day)) if day else ""
    line = letters.line(g, (room.x, room.y + g.px(36)), words, 25, "medium", now.v.theme.ink, 0.0, room.w)
    return Node("line:day:said", Role.TEXT, line.rect, words, ops=(line,))


def _typed(now: Harvest, room: Rect) -> Node:
    """A day, as one writes it: day and month."""
    g, theme, m = now.g, now.v.theme, now.v.theme.table
    typed = str(now.v.model.form(DAY, ""))
    px = letters.size(g, 27)
    box = room._replace(w=min(room.w, g.px(220)))
    inside = Rect(
        box.x + g.px(12),
        box.y + (box.h - now.v.type.line_height(px)) // 2,
        box.w - g.px(24),
        now.v.type.line_height(px),
    )
    wrong = day_is_wrong(now.v)
    ops: list[Op] = [Fill(box, m.paper, g.px(12), g.px(2.6), theme.ink if wrong else m.line)]
    if now.v.model.focus != "line:day":
        shown, ink = (typed, theme.ink) if typed else (tr("dag-maand"), m.faint)
        ops += widgets.line_ops(now.v, inside, (shown,), "regular", px, ink)
    told = tr("Dit is geen dag. Typ bijvoorbeeld 8-1.") if wrong else tr("Dag en maand, bijvoorbeeld 8-1")
    return Node(
        "line:day", Role.TEXT_FIELD, box, tr("Datum"), typed, told, action=writing_acts(now)[-1].command,
        edit=Edit(DAY, 10, font_px=px, inside=inside), corner=g.px(12), ops=tuple(ops),
    )  # fmt: skip


def writing_acts(now: Harvest) -> list[Act]:
    """The buttons on the rim while one writes."""
    keep = None if day_is_wrong(now.v) else All((*keeping(now), Shut()))
    told = tr("Dit is geen dag. Typ bijvoorbeeld 8-1.") if keep is None else ""
    return [
        Act("line:close", tr("Terug"), shutting(now.v), keys.BACK),
        Act("line:keep", tr("Bewaren"), keep, keys.PRIMARY, primary=True, told=told),
    ]
