"""Tables for those who do not see them: one stop for Tab, arrows from cell to cell, and each cell says what it is of.

AccessKit gives no table interface to AT-SPI, so a screen reader there has no commands of its own for tables: what it
can say of a cell is the cell's name, and how one gets to it is ours.
"""

from collections.abc import Iterator

from tegenwicht.kit.nodes import CELLS, Node, Role, walk

Rows = list[list[Node]]
_STEPS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


def tables(tree: Node) -> Iterator[Rows]:
    """The cells of each table in reach, row by row; headers are cells too. Empty rows are left out."""
    for table in walk(tree):
        if table.role is Role.TABLE:
            rows = [row for row in walk(table) if row.role is Role.ROW]
            if cells := [found for row in rows if (found := _cells(row))]:
                yield cells


def _cells(row: Node) -> list[Node]:
    return [node for node in walk(row) if node.role in CELLS]


def cell_stops(tree: Node, focus: str) -> set[str]:
    """Of each table the one cell at which Tab stops: that with the focus, else the first that is no header."""
    return {_stop([cell for row in rows for cell in row], focus) for rows in tables(tree)}


def _stop(cells: list[Node], focus: str) -> str:
    if any(cell.key == focus for cell in cells):
        return focus
    return next((cell for cell in cells if cell.role is Role.CELL), cells[0]).key


def next_cell(tree: Node, focus: str, direction: str) -> str | None:
    """The key of the cell to the "left", "right", "up" or "down" of the focus; the focus itself at an edge.

    None when the focus is in no table. In a row with fewer cells, that is the last.
    """
    for rows in tables(tree):
        for down, row in enumerate(rows):
            for along, cell in enumerate(row):
                if cell.key == focus:
                    return _moved(rows, down, along, direction).key
    return None


def _moved(rows: Rows, down: int, along: int, direction: str) -> Node:
    by_row, by_cell = _STEPS[direction]
    row = rows[max(0, min(down + by_row, len(rows) - 1))]
    return row[max(0, min(along + by_cell, len(row) - 1))]


def cell_names(tree: Node) -> dict[str, str]:
    """By its key, the name of each cell with what it is of: "Monday, Rain: 3 mm"."""
    return {key: name for rows in tables(tree) for key, name in _names(rows)}


def _names(rows: Rows) -> Iterator[tuple[str, str]]:
    first = rows[0]
    heads = first if all(cell.role is Role.COLUMN_HEADER for cell in first) else []
    for row in rows:
        header = next((cell.label for cell in row if cell.role is Role.ROW_HEADER), "")
        for along, cell in enumerate(row):
            if cell.role is Role.CELL:
                column = heads[along].label if along < len(heads) else ""
                yield cell.key, _name(cell, header, column)


def _name(cell: Node, row: str, column: str) -> str:
    of = ", ".join(part for part in (row, column) if part and part not in cell.label)
    return f"{of}: {cell.label}" if of else cell.label
