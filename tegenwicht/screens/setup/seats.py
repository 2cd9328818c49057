"""Who sits at the table: name tents that are the fields, how many there are, and what the group is called."""

from tegenwicht.game.rules import LONGEST_NAME
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import field, numbered
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.table.tents import BADGE, Person, badge_letters, badge_ops, paper_ops
from tegenwicht.screens.setup import choices
from tegenwicht.screens.setup.choices import PEOPLE, name_form, people_count, people_range
from tegenwicht.screens.setup.drawn_table import MANY, SMALL_TENT, TENT, at_table, places, readable, table
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import All, FocusOn, Put, Say
from tegenwicht.screens.shell.modes import Part
from tegenwicht.screens.shell.view import View

RING_PX = 11
"""How far the ring of the focus reaches round a tent: a number over it stays in sight."""

# -- at the table


def nodes(g: Ground, onward: str) -> list[Node]:
    """How many, the group, and the table with its seats; ``hint`` stands under it.

    onward: the key of what Enter on the last seat leads to.
    """
    return [*_count(g), *_group(g), table(g), *_seats(g, onward)]


def beside_each_other(v: View) -> bool:
    """Whether the tents are so few that names can be read on them on a small window."""
    count, most = people_count(v), people_range(v)[1]
    return min(count + 1, most) <= MANY


def _count(g: Ground) -> list[Node]:
    v, (least, most) = g.v, people_range(g.v)
    count = people_count(v)
    words = people_words(count)
    line = letters.line(g, at_table(g, 271, 217), words, 40, "bold", v.theme.ink, 0.5, g.px(190))
    fewer, more = Put(PEOPLE, count - 1), Put(PEOPLE, count + 1)
    spin = Node(
        "setup:people", Role.SPIN, g.mid(172, 176, 198, 56), tr("Mensen aan tafel"), words,
        number=(count, least, most), increase=more if count < most else None,
        decrease=fewer if count > least else None, ops=(line,),
    )  # fmt: skip
    return [
        _nudge(
            g,
            "fewer",
            "−",
            tr("Mensen aan tafel: minder"),
            g.mid(96, 172, 64, 64),
            fewer if count > least else None,
        ),
        spin,
        _nudge(
            g,
            "more",
            "+",
            tr("Mensen aan tafel: meer"),
            g.mid(382, 172, 64, 64),
            more if count < most else None,
        ),
    ]


def people_words(count: int) -> str:
    """How many people: "5 mensen"."""
    return several("{n} mens", "{n} mensen", count)


def _nudge(g: Ground, key: str, sign: str, label: str, rect: Rect, action: Command | None) -> Node:
    m, theme, radius = g.v.theme.table, g.v.theme, g.px(16)
    ink = theme.ink if action else theme.off
    ops: list[Op] = []
    if m.rich:
        ops.append(Fill(rect._replace(y=rect.y + g.px(6)), m.lip, radius))
    ops.append(Fill(rect, m.paper, radius, max(2, g.px(2.6)), m.line if action else theme.off))
    arm, thick = g.px(12), max(2, g.px(3.4))
    x, y = rect.centre
    ops.append(Fill(Rect(x - arm, y - thick // 2, 2 * arm, thick), ink))
    if sign == "+":
        ops.append(Fill(Rect(x - thick // 2, y - arm, thick, 2 * arm), ink))
    return Node(
        f"setup:people:{key}", Role.BUTTON, rect, label, action=action, enabled=action is not None, untabbed=True,
        corner=radius, ops=tuple(ops),
    )  # fmt: skip


def _group(g: Ground) -> list[Node]:
    """What the group is called, so that it finds its last session again."""
    v, m = g.v, g.v.theme.table
    words = tr("Groep")
    line = letters.line(g, at_table(g, 520, 215), words, 28, "semibold", v.theme.ink)
    x = line.rect.right + g.px(18)
    rect = g.mid(0, 176, 0, 56)
    rect = rect._replace(x=x, w=g.mid(1040, 0, 0, 0).x - x)
    typed = str(v.model.form(entries.SETUP_TITLE, ""))
    inside = Rect(rect.x + g.px(18), rect.y + (rect.h - g.px(38)) // 2, rect.w - 2 * g.px(18), g.px(38))
    edge = Fill(rect, v.theme.paper, g.px(12), max(2, g.px(2.4)), m.line)
    ops: tuple[Op, ...] = (edge,)
    if v.model.focus != "setup:title":
        shown, ink = (typed, v.theme.ink) if typed else (tr("mag leeg blijven"), m.faint)
        ops = (edge, letters.tight(g, inside, *_cut(g, shown, 28, inside.w), ink, 0.0))
    edit = Edit("setup:title", LONGEST_NAME, font_px=letters.size(g, 28), inside=inside, weight="medium")
    label = tr("Naam van de groep (mag leeg)")
    title = Node(
        "setup:title", Role.TEXT_FIELD, rect, label, typed, action=FocusOn(seat_key(1)), corner=g.px(12), edit=edit,
        ops=ops,
    )  # fmt: skip
    return [Node("setup:title:word", Role.GROUP, line.rect, ops=(line,)), title]


def _cut(g: Ground, words: str, size: float, room: int) -> tuple[str, str, int]:
    """Words, weight and size in pixels as ``letters.tight`` takes them; dots where they do not fit."""
    px = letters.size(g, size)
    while len(words) > 1 and g.v.type.width(words, "medium", px) > room:
        words = f"{words.rstrip('…')[:-1]}…"
    return words, "medium", px


# -- the seats


def seat_key(number: int) -> str:
    """The key of the field on a seat, from 1."""
    return name_form(number)


def _seats(g: Ground, onward: str) -> list[Node]:
    v, count = g.v, people_count(g.v)
    most = people_range(v)[1]
    spots = places(min(count + 1, most))
    size = TENT if len(spots) <= MANY else SMALL_TENT
    names = choices.names(v)
    badges = badge_letters(names)
    made = []
    for n in range(1, count + 1):
        x, y = spots[n - 1]
        rect = g.mid(x - size[0] / 2, y - size[1] / 2, *size)
        following = seat_key(n + 1) if n < count else onward
        made.append(_seat(g, rect, n, Person(names[n - 1], n - 1, badges[n - 1]), following))
    whole = made[0].rect.inset(0, -max(g.px(40), 28))
    for one in made:
        whole = whole.around(one.rect.inset(0, -max(g.px(40), 28)))
    numbers = tuple(op for n, one in enumerate(made, 1) for op in _order(g, one.rect, n))
    group = Node("setup:seats", Role.GROUP, whole, tr("Stoelen"), ops=numbers, children=tuple(made))
    return [group, *([_one_more(g, spots[count], size)] if count < most else [])]


def _order(g: Ground, rect: Rect, number: int) -> list[Op]:
    """The number over a tent: the order of the turns; on a ground of its own where the table's edge is bright."""
    at = (rect.x + g.px(4), rect.y - max(g.px(7), min(RING_PX, g.px(18))))
    words = letters.line(g, at, str(number), readable(g, 23), "semibold", g.v.theme.ink)
    m = g.v.theme.table
    return [words] if m.rich else [Fill(words.rect.inset(-g.px(3), 0), m.wood), words]


def _seat(g: Ground, rect: Rect, number: int, person: Person, following: str) -> Node:
    """A tent that is the field for a name; its number is the order of the turns."""
    v, paper, key = g.v, g.v.theme.paper, seat_key(number)
    side = round((rect.h - g.px(10)) * 0.62)
    badge = Rect(rect.x + g.px(22), rect.y + (rect.h - g.px(8) - side) // 2, side, side)
    left = badge.right + g.px(11)
    high = g.px(42)
    inside = Rect(left, badge.y + (side - high) // 2, rect.right - g.px(20) - left, high)
    unit = Ground(v, g.scale * side / g.px(BADGE)) if side else g
    ops: list[Op] = [*paper_ops(g, rect, paper), *badge_ops(unit, badge, person)]
    size = readable(g, 30 if rect.w > g.px(200) else 25)
    if v.model.focus != key:
        shown, ink = (person.name, v.theme.ink) if person.name else (tr("naam"), v.theme.table.faint)
        ops.append(letters.tight(g, inside, *_cut(g, shown, size, inside.w), ink, 0.0))
    edit = Edit(key, LONGEST_NAME, font_px=letters.size(g, size), inside=inside, weight="medium")
    return Node(
        key, Role.TEXT_FIELD, rect._replace(h=rect.h - g.px(4)), seat_label(number), person.name,
        description=seat_told(number), action=FocusOn(following),
        corner=g.px(12), edit=edit, first=starts_here(v, number), ops=tuple(ops),
    )  # fmt: skip


def seat_label(number: int) -> str:
    """What somebody without a name is called."""
    return tr("Deelnemer {n}").format(n=number)


def seat_told(number: int) -> str:
    """Which turn it has; at the first one also what goes for all, which is not said at each of them again."""
    turn = tr("beurt {n}").format(n=number)
    return (
        tr("{turn}; mag leeg blijven. Alt met een pijl schuift de stoel.").format(turn=turn)
        if number == 1
        else turn
    )


def moves(v: View) -> tuple[tuple[str, Command], ...]:
    """On a seat, Alt with an arrow changes places with who sits beside; Delete takes away a seat without a name."""
    count, there = people_count(v), choices.names(v)
    number = next((n for n in range(1, count + 1) if v.model.focus == seat_key(n)), 0)
    if not number:
        return ()
    pairs: list[tuple[str, Command]] = []
    for by, names in ((-1, ("alt+left", "alt+up")), (1, ("alt+right", "alt+down"))):
        if 1 <= number + by <= count:
            swapped = All((
                Put(name_form(number), there[number + by - 1]), Put(name_form(number + by), there[number - 1]),
                FocusOn(seat_key(number + by)), Say(_sits(there[number - 1], number, number + by)),
            ))  # fmt: skip
            pairs += [(name, swapped) for name in names]
    if not there[number - 1].strip() and count > people_range(v)[0]:
        pairs.append(("delete", _taken_away(number, there)))
    return tuple(pairs)


def _sits(name: str, number: int, place: int) -> str:
    return tr("{name} heeft nu beurt {n}").format(name=name.strip() or seat_label(number), n=place)


def _taken_away(number: int, names: list[str]) -> Command:
    """One seat less: whoever sat after it moves up."""
    left = [*names[: number - 1], *names[number:]]
    up = [Put(name_form(n), left[n - 1]) for n in range(number, len(left) + 1)]
    last = Put(name_form(len(names)), "")
    said = Say(tr("Stoel weg. {count} aan tafel.").format(count=people_words(len(left))))
    return All((*up, last, Put(PEOPLE, len(left)), FocusOn(seat_key(min(number, len(left)))), said))


def starts_here(v: View, number: int) -> bool:
    """Whether one begins at this seat: the first that is empty."""
    return number == next((n for n, name in enumerate(choices.names(v), 1) if not name.strip()), 0)


def _one_more(g: Ground, at: tuple[float, float], size: tuple[int, int]) -> Node:
    """A dashed tent: somebody else."""
    v, words = g.v, tr("Iemand erbij")
    rect = g.mid(at[0] - size[0] / 2, at[1] - size[1] / 2, *size)
    middle = (rect.centre[0], rect.centre[1] + g.px(6))
    ops = (
        _dashed(g, rect._replace(h=rect.h - g.px(8))),
        letters.line(g, middle, words, readable(g, 25), "medium", v.theme.ink, 0.5, rect.w - g.px(30)),
    )
    return Node(
        "setup:one-more", Role.BUTTON, rect, words, action=Put(PEOPLE, people_count(v) + 1), corner=g.px(12), ops=ops,
    )  # fmt: skip


def _dashed(g: Ground, rect: Rect) -> Drawing:
    """The outline of a tent that is not there."""
    wide, high = rect.w / g.scale, rect.h / g.scale
    body = (
        f'<path d="M12 2 H{wide - 12} L{wide - 3} {high - 2} H3 Z" fill="none" stroke="{web(g.v.theme.table.line)}"'
        f' stroke-width="2.6" stroke-dasharray="10 8" stroke-linejoin="round"/>'
    )
    return Drawing(rect, (wide, high), body)


def hint(g: Ground, at: tuple[int, int], size: float, room: int) -> Node:
    """What names are for, from ``at`` on; on two lines where one would be too small."""
    words = hint_words(g.v)
    lines = (words,) if not g.near else balanced(g, words, "medium", letters.size(g, size), room)
    step = letters.size(g, size * 1.2)
    ops = tuple(
        letters.line(g, (at[0], at[1] + n * step), line, size, "medium", g.v.theme.table.faint, 0.0, room)
        for n, line in enumerate(lines)
    )
    return Node("setup:hint", Role.TEXT, ops[0].rect.around(ops[-1].rect), words, ops=ops)


def hint_words(v: View) -> str:
    """What names are for; a game without turns of its own has their order at its harvest alone."""
    if not choices.asks(v, Part.TALKING):
        return tr(
            "Namen mogen leeg blijven. Het cijfer is de volgorde bij het oogsten; Alt met een pijl wisselt."
        )
    return tr("Namen mogen leeg blijven. Het cijfer is de volgorde van de beurten; Alt met een pijl wisselt.")


# -- stacked


def stacked(v: View, onward: str) -> list[Box]:
    """The same as a plain list of numbered fields."""
    from tegenwicht.screens.parts.fields import spin

    count, (least, most) = people_count(v), people_range(v)
    number = spin(
        v, "setup:people", tr("Mensen aan tafel"), str(count), (count, least, most), Put(PEOPLE, count - 1),
        Put(PEOPLE, count + 1),
    )  # fmt: skip
    group = field(
        v, "setup:title", tr("Naam van de groep (mag leeg)"), entries.SETUP_TITLE, LONGEST_NAME,
        action=FocusOn(seat_key(1)),
    )  # fmt: skip
    head: Box = Row([number, group], v.px(24), 1.0) if v.pair else Column([number, group], v.px(14))
    names = choices.names(v)
    badges = badge_letters(names)
    rows = [
        _row(v, n, Person(names[n - 1], n - 1, badges[n - 1]), seat_key(n + 1) if n < count else onward)
        for n in range(1, count + 1)
    ]
    seats = Grid(rows, 2 if v.pair else 1, v.px(12))
    return [head, widgets.muted(v, hint_words(v)), seats]


def _row(v: View, number: int, person: Person, following: str) -> Box:
    px = v.text_px(44)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        return [
            Node(f"setup:badge:{number}", Role.GROUP, at, ops=badge_ops(Ground(v, px / BADGE), at, person))
        ]

    box = field(
        v, seat_key(number), seat_label(number), name_form(number), LONGEST_NAME, action=FocusOn(following),
        hint=tr("naam"), first=starts_here(v, number),
    )  # fmt: skip
    return Row([Leaf(px, place, px), numbered(v, number, box)], v.px(10))
