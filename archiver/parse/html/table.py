"""Tables: which hold data, where cells stand when some span rows and columns, how many rows are headers."""

import re
from itertools import islice

from archiver.parse.html.names import HEADINGS, named
from archiver.parse.html.tree import Node

_LAYOUT = named("table iframe form figure pre video article section img") | HEADINGS.keys()
_INTEGER = re.compile(r"\s*(\d{1,9})")
LONGEST_CELL = 600
"""A table with a longer cell lays out a page."""
MOST_COLUMNS = 50
"""A cell spans no more columns."""
MOST_ROWS = 1000
"""A cell spans no more rows."""
WIDEST = 200
"""Columns after this many are not kept free for cells of the rows above."""


def _span(cell: Node, name: str, most: int) -> int:
    found = _INTEGER.match(cell.attrs.get(name, ""))
    return min(most, max(1, int(found[1]))) if found else 1


def is_data(table: Node) -> bool:
    """Whether the table holds data: two rows and two columns at least, and no pages inside its cells.

    A cell counts for the rows and columns that it spans. Looks no further than the first nested table, so
    nested tables cost no more than their length.
    """
    if table.attrs.get("role") in ("presentation", "none"):
        return False
    rows = cells = length = 0
    for node in table.descendants():
        if not isinstance(node, str):
            if node.name in _LAYOUT:
                return False
            rows += node.name == "tr"
            if node.name in ("td", "th"):
                cells += _span(node, "colspan", MOST_COLUMNS) * _span(node, "rowspan", MOST_ROWS)
                length = 0
        else:
            length += len(node)
            if length > LONGEST_CELL:
                return False
    return rows >= 2 and cells >= 2 * rows - 1


def header_rows(table: Node) -> int:
    """How many of the first rows are headers: those of a `thead`, or a first row of `th` alone."""
    if head := table.first("thead"):
        return len(list(islice(head.elements("tr"), 10)))
    row = table.first("tr")
    cells = [cell for cell in row.contents if not isinstance(cell, str)] if row else []
    return int(bool(cells) and all(cell.name == "th" for cell in cells))


class Grid:
    """Where the cells of one table stand, row by row."""

    def __init__(self) -> None:
        self._covered: dict[int, int] = {}
        """Columns that cells of rows above reach into, with the rows left, this one included."""
        self._coming: dict[int, int] = {}
        """The same for cells of this row."""
        self._next = 0
        self._last = 0

    def row(self) -> None:
        """A row begins."""
        told = self._covered | self._coming
        self._covered = {column: rows - 1 for column, rows in told.items() if rows > 1}
        self._coming = {}
        self._next = self._last = 0

    def cell(self, cell: Node) -> int:
        """How many columns lie between the beginning of the cell before, or of the row, and this cell."""
        column = self._next
        while column in self._covered:
            column += 1
        wide, tall = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_ROWS)
        if tall > 1:
            self._coming |= dict.fromkeys(range(column, min(column + wide, WIDEST)), tall)
        apart = column - self._last
        self._next, self._last = column + wide, column
        return apart
