"""Walks the tree once, without recursion, and tells the writer what each element means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archiver.model.document import BlockKind, MarkKind
from archiver.parse.html import pictures
from archiver.parse.html.address import link, resource
from archiver.parse.html.names import (
    BLOCKS,
    EMBEDS,
    HEADINGS,
    KEPT,
    LISTS,
    MARKS,
    PARAGRAPHS,
    PICTURES,
    TELLING,
    TELLING_TAGS,
    UNSEEN,
)
from archiver.parse.html.quotation import QUOTES, brings_marks, quotation_marks
from archiver.parse.html.shape import is_called_caption, is_caption, is_entry
from archiver.parse.html.table import Grid, header_rows, is_data
from archiver.parse.html.tree import Node
from archiver.parse.html.writer import DEEPEST_LEVEL, Frame, Writer

_LEAVES = PICTURES | EMBEDS | {"br", "hr"}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INTEGER = re.compile(r"\s*(-?\d{1,9})")
_NOT_EMBEDDED = re.compile(
    r"googletagmanager|doubleclick|googlesyndication|recaptcha|/ads?[./]|about:blank", re.IGNORECASE
)
LONGEST_VALUE = 1000
"""Longest attribute value kept, in characters."""


@dataclass(slots=True)
class _Undo:
    """What closing an element has to take back."""

    node: Node
    rest: Iterator[Node | str]
    """What follows the element."""
    container: int = -1
    is_block: bool = False
    has_mark: bool = False
    has_frame: bool = False
    list_level: int = -1
    closing: str = ""
    """The mark that ends a quotation."""


class Walk:
    """One walk over one tree."""

    def __init__(self, writer: Writer, base: str | None, language: str = "") -> None:
        self._writer = writer
        self._base = base
        self._list_level = 0
        self._lists: list[Frame] = []
        self._noscript = 0
        self._grid = Grid()
        self._marks = quotation_marks(language)
        self._quotes = 0
        self._stack: list[_Undo] = []
        self._lines = 0
        """How many open elements hold one line or paragraph."""

    def run(self, root: Node) -> None:
        """Write everything below the root."""
        stack = self._stack
        nodes = iter(root.contents)
        write = self._writer.write
        while True:
            for node in nodes:
                if isinstance(node, str):
                    write(node)
                elif node.name not in UNSEEN and not (node.name in _LEAVES and self._leaf(node)):
                    stack.append(self._open(node, nodes))
                    nodes = iter(node.contents)
                    break
            else:
                if not stack:
                    return
                undo = stack.pop()
                self._close(undo)
                nodes = undo.rest

    def _leaf(self, node: Node) -> bool:
        """Write an element that has no content of its own; False for the others."""
        name = node.name
        if name == "br":
            self._writer.line_break()
        elif name == "hr":
            if self.in_table:
                return True
            self._writer.flush()
            self._writer.put(BlockKind.RULE, "")
        elif name in PICTURES:
            self._picture(node)
            return not node.contents
        elif name in EMBEDS and not self.in_table:
            self._embed(node)
            return not node.contents
        else:
            return False
        return not node.contents

    @property
    def in_table(self) -> bool:
        """Whether a table of data is being written."""
        return self._writer.frames[-1].kind is BlockKind.TABLE

    def _picture(self, node: Node) -> None:
        writer, alt = self._writer, node.attrs.get("alt", "")[:LONGEST_VALUE].strip()
        if pictures.emoji(node, alt):
            writer.write(alt)
            return
        if self.in_table or pictures.is_dot(node):
            return
        url = pictures.address(node, (undo.node for undo in reversed(self._stack)), self._base)
        last = writer.last_block
        if self._noscript and last and last.kind is BlockKind.PICTURE and last.url in (None, url):
            writer.replace_last(replace(last, url=url or None))
        elif url or alt:
            frame = writer.frames[-1].kind
            writer.picture(alt, url, apart=frame in (BlockKind.CAPTION, BlockKind.PREFORMATTED))

    def _embed(self, node: Node) -> None:
        told = node.attrs.get("src") or node.attrs.get("data-src") or node.attrs.get("data") or ""
        if not told:
            source = node.first("source")
            told = source.attrs.get("src", "") if source else ""
        url = resource(told, self._base)
        if url and not _NOT_EMBEDDED.search(url) and not pictures.is_dot(node):
            self._writer.flush()
            self._writer.put(BlockKind.EMBED, node.attrs.get("title", "")[:LONGEST_VALUE], url)

    def _open(self, node: Node, rest: Iterator[Node | str]) -> _Undo:
        writer, name, attributes = self._writer, node.name, node.attrs
        undo = _Undo(node, rest)
        in_table = writer.frames[-1].kind is BlockKind.TABLE
        if name == "caption" and in_table and writer.is_empty:
            in_table = False
            writer.frames.append(Frame(kind=BlockKind.PARAGRAPH))
            undo.has_frame = undo.is_block = True
        elif name == "q":
            self._quote(node, undo)
        if undo.is_block:
            keep = True
        elif name in BLOCKS or ("-" in name and not self._lines):
            if in_table:
                writer.gap()
                self._cell(node)
            else:
                writer.flush()
                undo.is_block = True
                self._frame(node, undo)
            keep = not in_table or not TELLING.isdisjoint(attributes)
        else:
            keep = name in TELLING_TAGS or not TELLING.isdisjoint(attributes)
            kind = MARKS.get(name)
            if kind and writer.frames[-1].kind is not BlockKind.PREFORMATTED:
                undo.has_mark = self._mark(kind, node)
        if keep:
            classes = attributes.get("class", "")
            if "id" in attributes:
                classes += f" {attributes['id']}"
            undo.container = writer.open_container(name, classes, _attributes(node))
        self._noscript += name == "noscript"
        self._lines += name in PARAGRAPHS
        return undo

    def _mark(self, kind: MarkKind, node: Node) -> bool:
        if kind is not MarkKind.LINK:
            return self._writer.open_mark(kind)
        href = node.attrs.get("href")
        return href is not None and self._writer.open_mark(kind, link(href, self._base))

    def _close(self, undo: _Undo) -> None:
        writer = self._writer
        self._lines -= undo.node.name in PARAGRAPHS
        if undo.closing:
            writer.write(undo.closing)
            self._quotes -= 1
        if undo.is_block:
            writer.flush()
        elif undo.container >= 0 and not undo.has_mark and self.in_table:
            writer.gap()
        if undo.has_mark:
            writer.close_mark()
        if undo.container >= 0:
            writer.close_container(undo.container)
        if undo.has_frame:
            writer.frames.pop()
        if undo.list_level >= 0:
            self._list_level = undo.list_level
            self._lists.pop()

    def _cell(self, node: Node) -> None:
        """Part rows and cells of a data table; a cell that spans several leaves the others empty."""
        if node.name == "tr":
            self._writer.cell("\n")
            self._grid.row()
        elif node.name in ("td", "th"):
            self._writer.cell("\t" * self._grid.cell(node))

    def _quote(self, node: Node, undo: _Undo) -> None:
        """Print the marks around a quotation inside a line."""
        if not brings_marks(node) and self._writer.last_character not in QUOTES:
            inner = 2 * (self._quotes % 2)
            self._writer.write(self._marks[inner])
            undo.closing = self._marks[inner + 1]
            self._quotes += 1

    def _frame(self, node: Node, undo: _Undo) -> None:
        """Push the frame that the element makes of its text, if it makes one."""
        made = self._made(node, undo)
        if made:
            self._writer.frames.append(made)
            undo.has_frame = True

    def _made(self, node: Node, undo: _Undo) -> Frame | None:
        name, current = node.name, self._writer.frames[-1]
        if current.kind in (BlockKind.CAPTION, BlockKind.PREFORMATTED):
            return None
        classes = node.attrs.get("class", "")
        if name == "figcaption" or (classes and is_called_caption(classes) and is_caption(node)):
            return Frame(kind=BlockKind.CAPTION)
        if name in LISTS:
            self._open_list(node, undo)
        elif name == "li":
            item = self._item(node)
            return Frame(kind=BlockKind.PARAGRAPH) if is_entry(node) else item
        elif name == "table" and is_data(node):
            self._grid = Grid()
            return Frame(kind=BlockKind.TABLE, header_rows=header_rows(node))
        return _plain_frame(name, current)

    def _open_list(self, node: Node, undo: _Undo) -> None:
        start = _INTEGER.match(node.attrs.get("start", ""))
        undo.list_level = self._list_level
        self._list_level = min(self._list_level + 1, DEEPEST_LEVEL)
        number = int(start[1]) if start else 1
        self._lists.append(Frame(kind=BlockKind.LIST_ITEM, ordered=node.name == "ol", number=number))

    def _item(self, node: Node) -> Frame:
        if not self._lists:
            return Frame(kind=BlockKind.LIST_ITEM, level=1)
        around = self._lists[-1]
        value = _INTEGER.match(node.attrs.get("value", ""))
        number = int(value[1]) if value else around.number or 0
        around.number = number + 1
        return Frame(
            kind=BlockKind.LIST_ITEM,
            level=self._list_level,
            ordered=around.ordered,
            number=number if around.ordered else None,
        )


def _plain_frame(name: str, current: Frame) -> Frame | None:
    """The frame of an element whose name says all."""
    if name in HEADINGS:
        return Frame(kind=BlockKind.HEADING, level=HEADINGS[name])
    if name == "blockquote":
        level = current.level + 1 if current.kind is BlockKind.QUOTE else 1
        return Frame(kind=BlockKind.QUOTE, level=min(level, DEEPEST_LEVEL))
    if name == "pre":
        return Frame(kind=BlockKind.PREFORMATTED)
    if name == "article" and current.kind is not BlockKind.PARAGRAPH:
        return Frame(kind=BlockKind.PARAGRAPH)
    return None


def _attributes(node: Node) -> tuple[tuple[str, str], ...]:
    """The attributes that rules may read; `hidden` stands for a style that hides as well."""
    told = node.attrs
    if not told:
        return ()
    found = [(name, told[name][:LONGEST_VALUE]) for name in told if name in KEPT]
    style = told.get("style")
    if style and "hidden" not in told and _HIDING.search(style[:LONGEST_VALUE]):
        found.append(("hidden", "hidden"))
    return tuple(found)
