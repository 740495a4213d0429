"""Walks the tree once, without recursion, and tells the writer what each element means."""

import re
from collections.abc import Iterator, Mapping

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

_PREFORMATTED, _TABLE = BlockKind.PREFORMATTED, BlockKind.TABLE
_LEAVES = PICTURES | EMBEDS | {"br", "hr"}
_PASSED = _LEAVES | UNSEEN
"""Elements that the walk may pass without going into them."""
_FRAMED = LISTS | HEADINGS.keys() | {"figcaption", "li", "table", "blockquote", "pre", "article"}
"""Elements whose names alone may say what kind of block their text is."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INTEGER = re.compile(r"\s*(-?\d{1,9})")
_NOT_EMBEDDED = re.compile(
    r"googletagmanager|doubleclick|googlesyndication|recaptcha|/ads?[./]|about:blank", re.IGNORECASE
)
LONGEST_VALUE = 1000
"""Longest attribute value kept, in characters."""


_Undo = tuple[Node, Iterator[Node | str], int, bool, bool, bool, int, str]
"""What closing an element takes back: the element, what follows it, its container, whether it is a block,
whether it has a mark and a frame, the level of lists around it, -1 for none, and a quotation's end."""


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
                elif node.name not in _PASSED or (node.name in _LEAVES and not self._leaf(node)):
                    stack.append(self._open(node, nodes))
                    nodes = iter(node.contents)
                    break
            else:
                if not stack:
                    return
                undo = stack.pop()
                self._close(undo)
                nodes = undo[1]

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
        return self._writer.frames[-1].kind is _TABLE

    def _picture(self, node: Node) -> None:
        writer, alt = self._writer, node.attrs.get("alt", "")[:LONGEST_VALUE].strip()
        if pictures.emoji(node, alt):
            writer.write(alt)
            return
        if self.in_table or pictures.is_dot(node):
            return
        url = pictures.address(node, (undo[0] for undo in reversed(self._stack)), self._base)
        last = writer.last_block
        if self._noscript and last and last.kind is BlockKind.PICTURE and last.url in (None, url):
            writer.replace_last(last._replace(url=url or None))
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
        container = list_level = -1
        is_block = has_mark = has_frame = False
        closing = ""
        kind = writer.frames[-1].kind
        if name in BLOCKS or ("-" in name and not self._lines):
            keep = kind is not _TABLE
            if keep:
                if writer.size:
                    writer.flush()
                is_block = True
                if name in _FRAMED or ("class" in attributes and is_called_caption(attributes["class"])):
                    level, lists = self._list_level, len(self._lists)
                    has_frame = self._frame(node)
                    if len(self._lists) > lists:
                        list_level = level
            elif name == "caption" and writer.is_empty:
                writer.frames.append(Frame(kind=BlockKind.PARAGRAPH))
                keep = is_block = has_frame = True
            else:
                writer.gap()
                self._cell(node)
        else:
            keep = name in TELLING_TAGS
            if name == "q":
                closing = self._quote(node)
            if name in MARKS and kind is not _PREFORMATTED:
                has_mark = self._mark(MARKS[name], node)
        if not attributes:
            container = writer.open_container(name, "", ()) if keep else -1
        elif keep or not TELLING.isdisjoint(attributes):
            told = _attributes(attributes) if len(attributes) > 1 or "class" not in attributes else ()
            container = writer.open_container(name, _classes(attributes), told)
        self._noscript += name == "noscript"
        self._lines += name in PARAGRAPHS
        return node, rest, container, is_block, has_mark, has_frame, list_level, closing

    def _mark(self, kind: MarkKind, node: Node) -> bool:
        if kind is not MarkKind.LINK:
            return self._writer.open_mark(kind)
        href = node.attrs.get("href")
        return href is not None and self._writer.open_mark(kind, link(href, self._base))

    def _close(self, undo: _Undo) -> None:
        writer = self._writer
        node, _, container, is_block, has_mark, has_frame, list_level, closing = undo
        self._lines -= node.name in PARAGRAPHS
        if closing:
            writer.write(closing)
            self._quotes -= 1
        if is_block:
            if writer.size:
                writer.flush()
        elif container >= 0 and not has_mark and writer.frames[-1].kind is _TABLE:
            writer.gap()
        if has_mark:
            writer.close_mark()
        if container >= 0:
            writer.close_container(container)
        if has_frame:
            writer.frames.pop()
        if list_level >= 0:
            self._list_level = list_level
            self._lists.pop()

    def _cell(self, node: Node) -> None:
        """Part rows and cells of a data table; a cell that spans several leaves the others empty."""
        if node.name == "tr":
            self._writer.cell("\n")
            self._grid.row()
        elif node.name in ("td", "th"):
            self._writer.cell("\t" * self._grid.cell(node))

    def _quote(self, node: Node) -> str:
        """Print the mark before a quotation inside a line; the mark that ends it, or nothing."""
        if brings_marks(node) or self._writer.last_character in QUOTES:
            return ""
        inner = 2 * (self._quotes % 2)
        self._writer.write(self._marks[inner])
        self._quotes += 1
        return self._marks[inner + 1]

    def _frame(self, node: Node) -> bool:
        """Push the frame that the element makes of its text, if it makes one."""
        made = self._made(node, self._writer.frames[-1])
        if made:
            self._writer.frames.append(made)
        return made is not None

    def _made(self, node: Node, current: Frame) -> Frame | None:
        name = node.name
        if current.kind in (BlockKind.CAPTION, _PREFORMATTED):
            return None
        classes = node.attrs.get("class", "")
        if name == "figcaption" or (classes and is_called_caption(classes) and is_caption(node)):
            return Frame(kind=BlockKind.CAPTION)
        if name in LISTS:
            self._open_list(node)
        elif name == "li":
            item = self._item(node)
            return Frame(kind=BlockKind.PARAGRAPH) if is_entry(node) else item
        elif name == "table" and is_data(node):
            self._grid = Grid()
            return Frame(kind=BlockKind.TABLE, header_rows=header_rows(node))
        return _plain_frame(name, current)

    def _open_list(self, node: Node) -> None:
        start = _INTEGER.match(node.attrs.get("start", ""))
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


def _classes(attributes: Mapping[str, str]) -> str:
    """The class names and the id, as one attribute."""
    classes = attributes.get("class", "")
    return f"{classes} {attributes['id']}" if "id" in attributes else classes


def _attributes(attributes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The attributes that rules may read; `hidden` stands for a style that hides as well."""
    found = [(name, attributes[name][:LONGEST_VALUE]) for name in attributes if name in KEPT]
    style = attributes.get("style")
    if style and "hidden" not in attributes and _HIDING.search(style[:LONGEST_VALUE]):
        found.append(("hidden", "hidden"))
    return tuple(found)
