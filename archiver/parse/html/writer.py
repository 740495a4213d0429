"""Collects a page's words into one text with blocks, containers and marks over it.

The walk over the tree calls the writer in page order; white space is settled here: runs become one space,
none is invented between inline elements, one line break is a newline and two part paragraphs.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from archiver.model.document import Block, BlockKind, Container, Mark, MarkKind
from archiver.text import clean

_PARTS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^\W\d_A-Za-z]+")
_NOTHING: frozenset[str] = frozenset()
_LIST_ITEM, _PREFORMATTED, _TABLE = BlockKind.LIST_ITEM, BlockKind.PREFORMATTED, BlockKind.TABLE
_PARTED = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE])
"""Blocks that two line breaks part into paragraphs."""
MOST_PARTS = 7
"""A name of more words is a heading made into an id: its words name nothing."""
DEEPEST_LEVEL = 20
"""Deepest nesting of lists and quotes that is told apart."""


@dataclass(slots=True)
class Frame:
    """What kind of block the text of an element makes; the innermost frame rules."""

    kind: BlockKind
    level: int = 0
    ordered: bool = False
    number: int | None = None
    used: bool = False
    """A block of this frame is already written."""
    header_rows: int = 0


@dataclass(slots=True)
class _Open:
    """Inline markup that is open; it begins with its first character in the block."""

    kind: MarkKind
    href: str
    start: int = -1


@lru_cache(maxsize=16_384)
def _words(token: str) -> list[str]:
    """The words that a class name is made of; none of a longer one."""
    parts = _PARTS.findall(token)
    return [part.lower() for part in parts] if len(parts) <= MOST_PARTS else []


@lru_cache(maxsize=8192)
def names(attribute: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tokens of a class attribute in lower case, and the words that the shorter ones are made of."""
    if not attribute:
        return _NOTHING, _NOTHING
    tokens = attribute[:2000].split()
    return frozenset([token.lower() for token in tokens]), _NOTHING.union(*map(_words, tokens))


class Writer:
    """The document while it grows; offsets are characters from the beginning of the page's text."""

    def __init__(self) -> None:
        self.frames = [Frame(kind=BlockKind.PARAGRAPH)]
        self._done: list[str] = []
        self._length = 0
        self._words: list[str] = []
        self.size = 0
        """Characters of the block that is being written."""
        self._space = False
        self._breaks = 0
        self._cells = ""
        self._blocks: list[Block] = []
        self._held: list[tuple[str, str]] = []
        self._containers: list[list[Any]] = []
        self._inside: list[int] = [-1]
        self._fresh: list[int] = []
        self._open: list[_Open] = []
        self._marks: list[tuple[int, int, int, MarkKind, str]] = []

    def write(self, raw: str) -> None:
        """Add a run of text as it stands in the markup."""
        kind = self.frames[-1].kind
        if kind is _PREFORMATTED:
            self._add(clean(raw.expandtabs(8)) if self.size or raw.strip() else "")
            return
        words = raw.split()
        if not words:
            self._space = True
            return
        text = " ".join(words)
        if not text.isprintable():
            text = " ".join(clean(text).split())
        if self._breaks > 1 and self.size and kind in _PARTED:
            self.flush()
        if not self.size and kind is not _TABLE:
            self._add(text)
        elif text:
            self._add(text, self._separator(kind, raw))
        self._space = raw[-1].isspace()
        self._breaks = 0

    def _separator(self, kind: BlockKind, raw: str) -> str:
        if kind is _TABLE and (self._cells or not self.size):
            cells, self._cells = self._cells, ""
            return cells if self.size else cells.lstrip("\n")
        if self._breaks:
            return " " if kind is _TABLE else "\n"
        return " " if self._space or raw[0].isspace() else ""

    def _add(self, text: str, before: str = "") -> None:
        if not text:
            return
        if before:
            self._words.append(before)
            self.size += len(before)
        at = self._length + self.size
        if self._fresh:
            self._settle(at)
        for mark in self._open:
            if mark.start < 0:
                mark.start = at
        self._words.append(text)
        self.size += len(text)

    def _settle(self, at: int) -> None:
        """The containers opened since the last text begin here."""
        for index in self._fresh:
            self._containers[index][1] = at
        self._fresh.clear()

    def line_break(self) -> None:
        """A `br`."""
        if self.frames[-1].kind is BlockKind.PREFORMATTED:
            self._add("\n", "")
        elif self.size:
            self._breaks += 1

    def cell(self, separator: str) -> None:
        """A cell or row of a data table begins: a tab or a newline before its first words."""
        if separator == "\n":
            self._cells = "\n"
        else:
            self._cells += separator

    def gap(self) -> None:
        """White space where a block begins or ends inside a table's cell."""
        self._space = True

    def flush(self) -> None:
        """End the block that is being written, if it has words."""
        if not self.size:
            return
        frame = self.frames[-1]
        text = "".join(self._words)
        self._end_marks()
        self._put(frame, text)
        frame.used = True
        self._words.clear()
        self.size = self._breaks = 0
        self._space = False
        if self._held:
            for alt, url in self._held:
                self.put(BlockKind.PICTURE, alt, url)
            self._held.clear()

    def _end_marks(self) -> None:
        end = self._length + self.size
        for order, mark in enumerate(self._open):
            if 0 <= mark.start < end:
                self._marks.append((mark.start, -end, order, mark.kind, mark.href))
            mark.start = -1

    def _put(self, frame: Frame, text: str, url: str | None = None) -> None:
        end = self._length + len(text) + 1
        kind, start, is_continued = frame.kind, self._length, frame.used and frame.kind is _LIST_ITEM
        told = (frame.level, frame.ordered, frame.number, is_continued, frame.header_rows)
        self._blocks.append(Block(kind, start, end, *told, url))
        self._done.append(text + "\n")
        self._length = end

    def picture(self, alt: str, url: str, apart: bool) -> None:
        """A picture; inside a line of text it waits for the end of its block, unless it stands apart."""
        if self.size and not apart and not self._breaks:
            self._held.append((alt, url))
        else:
            self.flush()
            self.put(BlockKind.PICTURE, alt, url)

    def put(self, kind: BlockKind, text: str, url: str = "") -> None:
        """A block that holds no text of the page: a picture, an embed or a rule."""
        words = " ".join(clean(text).split())
        self._settle(self._length)
        start, end = self._length, self._length + len(words)
        self._put(Frame(kind=kind), words, url or None)
        if words:
            self._marks.extend((start, -end, n, mark.kind, mark.href) for n, mark in enumerate(self._open))

    @property
    def is_empty(self) -> bool:
        """Whether the block that is being written has no words yet."""
        return not self.size

    @property
    def last_character(self) -> str:
        """The character written last in this block, unless white space stands behind it."""
        return self._words[-1][-1] if self._words and not self._space else ""

    @property
    def last_block(self) -> Block | None:
        """The block written last."""
        return self._blocks[-1] if self._blocks else None

    def replace_last(self, block: Block) -> None:
        """Put a better block with the same span in the place of the last one."""
        self._blocks[-1] = block

    def open_container(self, tag: str, classes: str, attributes: tuple[tuple[str, str], ...]) -> int:
        """Open an element; its span begins with its first words."""
        index = len(self._containers)
        self._containers.append([tag, -1, -1, self._inside[-1], classes, attributes])
        self._inside.append(index)
        self._fresh.append(index)
        return index

    def close_container(self, index: int) -> None:
        """Close an element; one without words or pictures leaves no trace."""
        self._inside.pop()
        if self._fresh and self._fresh[-1] == index:
            self._fresh.pop()
            self._containers.pop()
        else:
            self._containers[index][2] = self._length + self.size

    def open_mark(self, kind: MarkKind, href: str = "") -> bool:
        """Open inline markup; False where the same kind is open already."""
        for mark in self._open:
            if mark.kind is kind:
                return False
        self._open.append(_Open(kind=kind, href=href))
        return True

    def close_mark(self) -> None:
        """Close the inline markup opened last."""
        mark = self._open.pop()
        end = self._length + self.size
        if 0 <= mark.start < end:
            self._marks.append((mark.start, -end, len(self._open), mark.kind, mark.href))

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Container, ...], tuple[Mark, ...]]:
        """The text, blocks, containers and marks of the whole page."""
        self.flush()
        marks = sorted(self._marks)
        return (
            "".join(self._done),
            tuple(self._blocks),
            tuple(
                Container(tag, start, end, parent, *names(classes), attributes)
                for tag, start, end, parent, classes, attributes in self._containers
            ),
            tuple(Mark(kind, start, -end, href) for start, end, _, kind, href in marks),
        )
