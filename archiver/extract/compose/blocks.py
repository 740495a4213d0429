"""Claimed spans of a document as blocks of an article or a comment."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archiver.extract.layout.posts import posts
from archiver.extract.prose import prose
from archiver.extract.reading import Reading
from archiver.model.article import (
    BodyBlock,
    Break,
    Embed,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Prose,
    Quote,
    Table,
)
from archiver.model.document import Block, BlockKind

Piece = tuple[int, int]


def by_block(reading: Reading, pieces: Iterable[Piece]) -> Iterator[tuple[int, list[Piece]]]:
    """The pieces cut at block ends and gathered by the index of their block; pieces are in order."""
    current, gathered = -1, list[Piece]()
    for start, end in pieces:
        for index in reading.blocks_in(start, end):
            block = reading.document.blocks[index]
            if index != current and gathered:
                yield current, gathered
                gathered = []
            current = index
            gathered.append((max(start, block.start), min(end, block.end)))
    if gathered:
        yield current, gathered


def body_blocks(reading: Reading, pieces: Iterable[Piece], outer: int = 0) -> Iterator[BodyBlock]:
    """Body blocks of the pieces; `outer` is the list nesting that is not the text's own.

    Pictures and captions are left out: figures are composed from what rules found about them. A post that the
    page embeds is a quotation with an embed of its address after it.
    """
    embedded = reading.once(posts)
    levels: list[int] = []
    for index, parts in by_block(reading, pieces):
        block = reading.document.blocks[index]
        made = _body_block(reading, block, parts, outer)
        if isinstance(made, ListItem):
            yield _nested(made, levels)
        elif made is not None:
            levels.clear()
            yield made
        if index in embedded:
            yield Embed(url=embedded[index])


def _nested(item: ListItem, levels: list[int]) -> ListItem:
    """The item one deeper than the item it stands in; `levels` are those of the open items, outermost first.

    A list inside a box that is itself a list's item begins deep without an item around it.
    """
    while levels and levels[-1] > item.depth:
        levels.pop()
    if not levels or levels[-1] < item.depth:
        levels.append(item.depth)
    return item if item.depth == len(levels) else replace(item, depth=len(levels))


def _body_block(reading: Reading, block: Block, parts: list[Piece], outer: int) -> BodyBlock | None:
    match block.kind:
        case BlockKind.PICTURE:
            return None
        case BlockKind.EMBED:
            return Embed(url=block.url, title=prose(reading, parts).text)
        case BlockKind.RULE:
            return Break()
        case BlockKind.TABLE:
            return _table(reading, parts)
        case BlockKind.PREFORMATTED:
            text = "".join(reading.document.text[start:end] for start, end in parts).strip("\n")
            return Preformatted(text=text) if text.strip() else None
    words = prose(reading, parts)
    return _prose_block(block, words, outer) if words.text else None


def _prose_block(block: Block, words: Prose, outer: int) -> BodyBlock:
    if block.kind is BlockKind.HEADING:
        return Heading(prose=words, level=min(6, max(2, block.level)))
    if block.kind is BlockKind.LIST_ITEM and block.level > outer:
        return ListItem(
            prose=words,
            depth=block.level - outer,
            ordered=block.ordered,
            number=block.number,
            continued=block.continued,
        )
    if block.kind is BlockKind.QUOTE:
        return Quote(prose=words, depth=max(1, block.level))
    return Paragraph(prose=words)


def _table(reading: Reading, parts: list[Piece]) -> Table | None:
    """Rows of equal length: short rows are filled with empty cells."""
    rows = []
    for start, end in parts:
        offset = start
        for line in reading.document.text[start:end].rstrip("\n").split("\n"):
            cells = []
            for cell in line.split("\t"):
                cells.append(prose(reading, [(offset, offset + len(cell))]))
                offset += len(cell) + 1
            rows.append(cells)
    width = max((len(row) for row in rows), default=0)
    if not any(cell.text for row in rows for cell in row):
        return None
    empty = Prose(text="")
    return Table(rows=tuple((*row, *[empty] * (width - len(row))) for row in rows))
