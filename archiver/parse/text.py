"""Plain-text dumps of pages, as text extractors, browsers and Lynx write them.

Every line of the capture is a block of its own, but for two cases: the lines of one list item that no
blank line parts are one block, and so are the lines of a paragraph in a dump that was wrapped at a width.
The printed marker of a list item ("1.", "•") stays in the block's text: it is visible, so it is claimed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from archiver.model.document import Block, BlockKind, Container, Document
from archiver.text import clean

_MARKER = re.compile(r"(?:(\d{1,6})[.)]|[•◦▪▫‣⁃∙●○■□*+·–—o-])(?:\s+|\Z)")
_BULLETS_AT_THE_MARGIN = frozenset("•◦▪▫‣⁃∙●■*+-")
"""Dashes and letters at the margin begin dialogue and sentences in many languages."""
_DATE = re.compile(r"\d{1,2}\. ?[^\W\d_]+\.? (?:19|20)\d\d")
"""A date that begins with its day, as in "22. Dezember 2019", is no item."""
_BREAKS = re.compile(r"[\x0b\x0c]")
TAB_COLUMNS = 4
MOST_LINES = 200_000
"""Lines after this many are one line."""
WRAPPED_COLUMNS = (40, 100)
"""Widths at which tools wrap; a dump is wrapped if most lines that go on end near its longest."""
PROSE = 120
"""Fewest characters of a line that no menu has."""
FEWEST_STRAY = 8
"""Fewest lines of prose that an unclosed menu holds, and fewest items that make a menu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line of the capture that has words."""

    text: str
    number: int
    gap: int
    column: int
    item: re.Match[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A list item that may still go on."""

    column: float
    ordered: bool
    digits: int
    list_container: int
    item_container: int


def _column(blank: str) -> int:
    return len(blank) + (TAB_COLUMNS - 1) * blank.count("\t")


def _lines(text: str) -> Iterator[_Line]:
    gap = 0
    first = text.split("\n", MOST_LINES)
    rest = " ".join(first.pop().split()) if len(first) > MOST_LINES else ""
    for number, raw in enumerate(first, 1):
        words = raw.strip()
        if not words:
            gap += 1
            continue
        indent = raw[: len(raw) - len(raw.lstrip())]
        yield _Line(
            text=words, number=number, gap=gap, column=_column(indent), item=_MARKER.match(words[:40])
        )
        gap = 0
    if rest:
        yield _Line(text=rest, number=MOST_LINES + 1, gap=gap, column=0, item=None)


def _sequels(lines: list[_Line]) -> frozenset[int]:
    """Line numbers of numbered lines at the margin that count on from, or up to, another such line."""
    found: set[int] = set()
    before: tuple[int, int] | None = None
    for line in lines:
        if line.item and line.item[1] and line.column == 0 and not _DATE.match(line.text[:40]):
            number = int(line.item[1])
            if before and number == before[0] + 1:
                found |= {before[1], line.number}
            before = (number, line.number)
    return frozenset(found)


def _counts_on(lines: list[_Line]) -> frozenset[int]:
    """Line numbers of indented items whose number is the next one at their column; dates begin no count."""
    found: set[int] = set()
    last: dict[int, int] = {}
    for line in lines:
        if line.item and line.item[1] and line.column:
            number = int(line.item[1])
            if number == last.get(line.column, -1) + 1:
                found.add(line.number)
            elif _DATE.match(line.text[:40]):
                continue
            last[line.column] = number
    return frozenset(found)


def _is_item(line: _Line, sequels: frozenset[int]) -> bool:
    if not line.item or (_DATE.match(line.text[:40]) and line.number not in sequels):
        return False
    if line.column:
        return True
    return line.number in sequels if line.item[1] else line.text[0] in _BULLETS_AT_THE_MARGIN


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether the dump was wrapped at a width."""
    longest = max((len(line.text) + line.column for line in lines), default=0)
    if not WRAPPED_COLUMNS[0] <= longest <= WRAPPED_COLUMNS[1]:
        return False
    going_on = [
        line.column + len(line.text) for line, after in pairwise(lines) if after.gap == 0 and not after.item
    ]
    full = sum(length >= longest - 16 for length in going_on)
    return len(going_on) >= 4 and full >= 0.6 * len(going_on)


def _without_stray_indent(lines: list[_Line]) -> list[_Line]:
    """The lines, a page that a menu's unclosed item holds moved back to the margin."""
    least, floor, long = 10_000, [0] * len(lines), [0] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        least = floor[index] = min(least, lines[index].column)
        is_prose = not lines[index].item and len(lines[index].text) >= PROSE
        long[index] = long[index + 1] + is_prose
    items = 0
    for index, line in enumerate(lines):
        if long[index] < max(FEWEST_STRAY, 0.9 * long[0]):
            break
        items += line.item is not None and line.item[1] is None
        if items >= FEWEST_STRAY and not line.item and 0 < line.column == floor[index]:
            moved = (replace(other, column=other.column - line.column) for other in lines[index:])
            return [*lines[:index], *moved]
    return lines


class _Builder:
    """Collects the text, its blocks and the containers that indents spell."""

    def __init__(self, *, wrapped: bool) -> None:
        self.wrapped = wrapped
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self.ends: list[int] = []
        self.open: list[_Open] = []
        self.lists: list[int] = []

    def close_to(self, column: float) -> None:
        """End the items at this column or further right."""
        while self.open and self.open[-1].column >= column:
            item = self.open.pop()
            self.ends[item.item_container] = self.ends[item.list_container] = self.length

    def _container(self, tag: str, parent: int) -> int:
        self.containers.append(Container(tag=tag, start=self.length, end=self.length, parent=parent))
        self.ends.append(self.length)
        return len(self.containers) - 1

    def begin_item(self, line: _Line) -> None:
        """Open the line's item, in the list before it where it goes on."""
        assert line.item
        number = line.item[1]
        column: float = line.column
        if column == 0 and not number and any(o.ordered and o.column == 0 for o in self.open[:1]):
            column = 0.5  # replies to numbered comments, in a dump without indents
        beside = self._sibling(column, number)
        self.close_to(column if beside is None else beside.column)
        parent = self.open[-1].item_container if self.open else -1
        if beside and beside.ordered == bool(number):
            container = beside.list_container
        else:
            container = self._container("ol" if number else "ul", parent)
        item = self._container("li", container)
        self.open.append(
            _Open(
                column=column if beside is None else min(column, beside.column),
                ordered=bool(number),
                digits=len(number or ""),
                list_container=container,
                item_container=item,
            )
        )

    def _sibling(self, column: float, number: str | None) -> _Open | None:
        """The open item that a new one at this column stands beside; numbers may be right-aligned."""
        for item in reversed(self.open):
            if item.column == column:
                return item
            aligned = number and item.ordered and len(number) != item.digits
            if aligned and abs(item.column - column) == abs(len(number or "") - item.digits):
                return item
            if item.column < column:
                return None
        return None

    def add(self, line: _Line, *, is_item: bool) -> None:
        """Append the line as a block, or to the block that it goes on with."""
        if is_item:
            self.begin_item(line)
        elif self._goes_on(line):
            return self._append(line)
        return self._block(line, is_item=is_item)

    def _goes_on(self, line: _Line) -> bool:
        if not self.blocks or line.gap:
            self.close_to(max(line.column, 0.5 if line.column else 0))
            return False
        depth = len(self.open)
        margin_list = self.wrapped and self.open and self.open[-1].column == 0
        if not margin_list:
            self.close_to(line.column)
        in_item = self.blocks[-1].kind is BlockKind.LIST_ITEM and self.open and depth == len(self.open)
        return bool(in_item) or (self.wrapped and self.blocks[-1].kind is BlockKind.PARAGRAPH)

    def _append(self, line: _Line) -> None:
        block = self.blocks[-1]
        if self.wrapped:
            self.parts[-1] = self.parts[-1][:-1] + " "
        self._write(line.text)
        self.blocks[-1] = Block(
            kind=block.kind,
            start=block.start,
            end=self.length,
            level=block.level,
            ordered=block.ordered,
            number=block.number,
            continued=block.continued,
            line=block.line,
            gap=block.gap,
        )

    def _write(self, words: str) -> None:
        self.parts.append(words + "\n")
        self.length += len(words) + 1

    def _block(self, line: _Line, *, is_item: bool) -> None:
        start = self.length
        self._write(line.text)
        number = line.item[1] if is_item and line.item else None
        self.blocks.append(
            Block(
                kind=BlockKind.LIST_ITEM if self.open else BlockKind.PARAGRAPH,
                start=start,
                end=self.length,
                level=len(self.open) or line.column,
                ordered=bool(self.open) and self.open[-1].ordered,
                number=int(number) if number else None,
                continued=bool(self.open) and not is_item,
                line=line.number,
                gap=line.gap,
            )
        )

    def finished_containers(self) -> tuple[Container, ...]:
        """The containers with their ends, which are known only now."""
        self.close_to(-1)
        return tuple(
            Container(tag=container.tag, start=container.start, end=end, parent=container.parent)
            for container, end in zip(self.containers, self.ends, strict=True)
        )


def parse_text(text: str, url: str | None = None) -> Document:
    """The dump's lines as blocks, its list items nested as their indents say.

    Time and memory grow with the length of the text, whatever the indents.
    """
    lines = _without_stray_indent(list(_lines(_BREAKS.sub("\n", clean(text)))))
    sequels = _sequels(lines) | _counts_on(lines)
    builder = _Builder(wrapped=_is_wrapped(lines))
    for line in lines:
        builder.add(line, is_item=_is_item(line, sequels))
    containers = builder.finished_containers()
    return Document(
        text="".join(builder.parts),
        blocks=tuple(builder.blocks),
        containers=containers,
        url=url,
        plain=True,
    )
