"""The blocks of an account (``game.account``) as pieces of a screen: what a report says, the screen says too."""

from collections.abc import Sequence
from itertools import groupby

from tegenwicht.game import account
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.plain.weights import weights_line
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.view import View

PAD = 30
LEAST_CELL, NAME_CELL, DISC = 120, 300, 40
"""A table has columns of at least so many design pixels, its first one a wider; else it becomes a list."""


def sheets(v: View, blocks: Sequence[account.Block], key: str = "account") -> list[Box]:
    """A sheet of paper for each part that begins with a heading of level 1."""
    parts: list[list[account.Block]] = []
    for block in blocks:
        if isinstance(block, account.NewPage):
            continue
        if not parts or (isinstance(block, account.Heading) and block.level == 1):
            parts.append([])
        parts[-1].append(block)
    return [_sheet(v, part, f"{key}:{number}") for number, part in enumerate(parts)]


def _sheet(v: View, part: Sequence[account.Block], key: str) -> Box:
    boxes: list[Box] = []
    for kind, blocks in groupby(enumerate(part), lambda numbered: _alike(numbered[1])):
        made = [_block(v, block, f"{key}:{number}") for number, block in blocks]
        boxes += _in_columns(v, made) if kind else made
    return widgets.panel(v, Column(boxes, v.px(16)), key, pad=PAD)


def _alike(block: account.Block) -> type | None:
    """Cards, and what people wrote, stand beside each other where there is room."""
    return type(block) if isinstance(block, account.CardEntry | account.Quote) else None


def _in_columns(v: View, boxes: list[Box]) -> list[Box]:
    return [Grid(boxes, 2 if v.wide and len(boxes) > 1 else 1, v.px(22))] if boxes else []


def _block(v: View, block: account.Block, key: str) -> Box:
    match block:
        case account.Heading(text, level):
            return widgets.heading(v, text, 34 if level == 1 else 28, level + 1)
        case account.Paragraph(text, quiet):
            return widgets.muted(v, text) if quiet else widgets.text(v, text, 26)
        case account.Facts(pairs):
            return Column([_fact(v, name, value) for name, value in pairs], v.px(6))
        case account.Items(items):
            return _items(v, items, key)
        case account.Quote(text, who):
            return _quote(v, text, who, key)
        case account.Table():
            return _table(v, block, key)
        case account.Picture():
            return _picture(v, block, key)
        case account.CardEntry():
            return _entry(v, block, key)
    raise TypeError(f"no block: {block!r}")


def _fact(v: View, name: str, value: str) -> Box:
    return widgets.text(v, f"{name}: {value}", 26)


def _items(v: View, items: Sequence[str], key: str) -> Box:
    rows: list[Box] = []
    for number, words in enumerate(items):
        dot = widgets.seen(v, "•", 26, "bold", v.theme.muted, natural=True)
        row = Row([dot, widgets.text(v, words, 26)], v.px(12), 0.0)
        rows.append(_node(row, f"{key}:{number}", Role.LIST_ITEM))
    return _node(Column(rows, v.px(6)), key, Role.LIST)


def _node(box: Box, key: str, role: Role, label: str = "") -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, role, rect, label, children=tuple(nodes))

    return Padded(box, 0, 0, wrap)


def _quote(v: View, text: str, who: str, key: str) -> Box:
    """What someone wrote, on a strip of its own."""
    parts: list[Box] = [widgets.name(v, who)] if who else []
    parts.append(widgets.text(v, text, 26, key=f"{key}:words"))
    return widgets.panel(v, Column(parts, v.px(4)), key, pad=20, ground=v.theme.ground, edge=v.theme.edge)


# -- a card


def _entry(v: View, one: account.CardEntry, key: str) -> Box:
    about = " · ".join(part for part in (cluster_name(one.cluster), one.about) if part)
    parts: list[Box] = [
        widgets.text(v, f"{one.number}. {one.title}", 30, "semibold"),
        widgets.text(v, about, widgets.SMALL, colour=v.theme.muted),
    ]
    if one.question:
        parts.append(widgets.text(v, one.question, 26))
    if one.weights:
        parts.append(widgets.text(v, weights_line(one.weights), 26))
    if one.note:
        parts.append(widgets.text(v, tr("Notitie: {text}").format(text=one.note), 26, key=f"{key}:note"))
    return Row([disc(v, one.cluster, 50), Column(parts, v.px(2))], v.px(16), 0.0)


# -- a table


class _AsTable(Box):
    """The table as columns where they fit, and else as a list with the column's name before each value."""

    __slots__ = ("columns", "lines", "needs")

    def __init__(self, columns: Box, lines: Box, needs: int) -> None:
        super().__init__()
        self.columns, self.lines, self.needs = columns, lines, needs

    def measure(self, width: int) -> int:
        """Of the form that fits."""
        return self._form(width).height(width)

    def place(self, rect: Rect) -> Nodes:
        """In the form that fits."""
        return self._form(rect.w).place(rect)

    def _form(self, width: int) -> Box:
        return self.columns if self.needs <= width else self.lines


def _table(v: View, table: account.Table, key: str) -> Box:
    gap, names = v.px(12), _name_width(v, table)
    cells = [_widest(v, table, at) for at in range(1, len(table.head))]
    rows = [_heads(v, table, names, key, gap)]
    rows += [_row(v, table, number, names, key, gap) for number in range(len(table.rows))]
    columns = _node(Column(rows, v.px(8)), key, Role.TABLE, table.caption)
    lines = _node(Column(_as_lines(v, table, key), v.px(10)), key, Role.TABLE, table.caption)
    needs = names + (max(cells, default=0) + gap) * len(cells)  # columns are all as wide as each other
    return Column([widgets.name(v, table.caption), _AsTable(columns, lines, needs)], v.px(8))


def _name_width(v: View, table: account.Table) -> int:
    mark = v.text_px(DISC) + v.px(12) if any(table.clusters) else 0
    widest = max((v.type.width(str(row[0]), "semibold", v.text_px(26)) for row in table.rows), default=0)
    return mark + min(widest + 2, v.text_px(NAME_CELL))


def _widest(v: View, table: account.Table, at: int) -> int:
    words = [word for row in table.rows for word in str(row[at]).split()] + table.head[at].split()
    return max(v.text_px(LEAST_CELL), *(v.type.width(word, "bold", v.text_px(26)) + 2 for word in words))


def _fixed(box: Box, width: int) -> Box:
    return Leaf(box.height, box.place, width)


def _heads(v: View, table: account.Table, names: int, key: str, gap: int) -> Box:
    boxes: list[Box] = []
    for number, words in enumerate(table.head):
        align = 0.5 if number else 0.0
        box = widgets.text(v, words, 24, "semibold", v.theme.muted, Role.COLUMN_HEADER, align=align,
                     key=f"{key}:head:{number}")  # fmt: skip
        boxes.append(box if number else _fixed(box, names))
    return _node(Row(boxes, gap), f"{key}:heads", Role.ROW)


def _row(v: View, table: account.Table, number: int, names: int, key: str, gap: int) -> Box:
    first, *others = table.rows[number]
    boxes: list[Box] = [_fixed(_row_name(v, table, number, str(first), key), names)]
    for at, value in enumerate(others):
        boxes.append(widgets.text(v, str(value), 26, role=Role.CELL, align=0.5, key=f"{key}:{number}:{at}"))
    ruled = Column([Row(boxes, gap), _rule(v, f"{key}:rule:{number}")], v.px(6))
    return _node(ruled, f"{key}:row:{number}", Role.ROW)


def _row_name(v: View, table: account.Table, number: int, words: str, key: str) -> Box:
    name = widgets.text(v, words, 26, "semibold", role=Role.ROW_HEADER, key=f"{key}:name:{number}")
    cluster = table.clusters[number] if table.clusters else None
    return Row([disc(v, cluster, DISC), name], v.px(12)) if cluster else name


def _rule(v: View, key: str) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node(key, Role.GROUP, rect, ops=(Fill(rect, v.theme.quiet),))]

    return Leaf(v.px(2), place)


def _as_lines(v: View, table: account.Table, key: str) -> list[Box]:
    rows: list[Box] = []
    for number, (first, *others) in enumerate(table.rows):
        values = ", ".join(f"{head}: {value}" for head, value in zip(table.head[1:], others, strict=True))
        cell = widgets.text(v, values, 26, role=Role.CELL, key=f"{key}:{number}:all")
        both = Column([_row_name(v, table, number, str(first), key), cell], v.px(2))
        rows.append(_node(both, f"{key}:row:{number}", Role.ROW))
    return rows


# -- a picture


def _picture(v: View, picture: account.Picture, key: str) -> Box:
    most = max((sum(bar.values) for bar in picture.bars), default=0)
    rows = [_bar(v, picture, bar, max(1, most), f"{key}:{n}") for n, bar in enumerate(picture.bars)]
    return Column([widgets.name(v, picture.caption), _node(Column(rows, v.px(8)), key, Role.LIST, picture.caption)],
                  v.px(8))  # fmt: skip


def _bar(v: View, picture: account.Picture, bar: account.Bar, most: int, key: str) -> Box:
    """The label with its numbers, and below it the parts of the bar, each more open than the one before."""
    total = sum(bar.values)
    named = ", ".join(f"{value} {part}" for value, part in zip(bar.values, picture.parts, strict=True))
    said = f"{bar.label}: {total}" + (f" ({named})" if len(bar.values) > 1 and total else "")
    words = widgets.text(v, said, 26, "medium", role=Role.LIST_ITEM, key=key)
    both = Column([words, _strip(v, bar, most, f"{key}:bar")], v.px(4))
    return Row([disc(v, bar.cluster, DISC), both], v.px(12), 0.5) if bar.cluster else both


def _strip(v: View, bar: account.Bar, most: int, key: str) -> Box:
    colours = v.theme.clusters[bar.cluster] if bar.cluster else None
    line = colours.line if colours else v.theme.ink
    fill = colours.fill if colours else v.theme.ink

    def place(rect: Rect) -> Nodes:
        ops: list[Fill] = []
        x = rect.x
        for number, value in enumerate(bar.values):
            wide = rect.w * value // most
            if wide:
                ground = fill if number == 0 else v.theme.paper
                ops.append(Fill(Rect(x, rect.y, wide, rect.h), ground, v.px(4), max(2, v.px(3)), line))
            x += wide
        return [Node(key, Role.GROUP, rect, ops=tuple(ops))]

    return Leaf(v.text_px(18), place)
