"""The story's column: the element whose own paragraphs are most of the story, and the boxes beside those."""

from collections.abc import Iterator
from dataclasses import dataclass

from archiver.extract.claims import Settled
from archiver.extract.layout.measure import blocks_of, measure
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind, Container

_INLINE = frozenset(["span", "a", "b", "i", "em", "strong", "time", "small", "cite", "code"])
_LINES = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figcaption", "figure"])
_ROWS = frozenset(
    ["ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td"]
)
_INSIDE_TEXT = _INLINE | _LINES | _ROWS | {"html", "body"}
_MADE_TO_STAND = frozenset(
    [BlockKind.TABLE, BlockKind.PREFORMATTED, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.EMBED]
)
_WORDLESS = frozenset([BlockKind.PICTURE, BlockKind.EMBED, BlockKind.RULE])
_ASKS = ("?", "？", "؟")
MOST_HELD = 0.75
"""A column that holds this share of the free prose is the story but for odd paragraphs."""
MOST_SHARE = 0.2
"""A box below such a column with more than this share of the prose is a part of the story."""
MOST_BESIDE = 0.5
"""The same for a box whose name says that it stands beside the story."""
LONGEST_LABELS = 400
"""A box without prose that is longer, in characters, is some list of the story."""
LEAST_SHARE = 0.4
"""A column that holds less of the story's prose than this share is none: the page sets every block apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An element beside the column's own blocks, and its blocks that no rule has claimed."""

    container: Container
    blocks: tuple[int, ...]
    size: int
    prose: int
    linked: int
    is_after: bool
    """Stands below the column, not inside it."""
    is_like: bool
    """Has one of the column's class names."""
    held: float
    """Share of the free prose that stands in the column itself."""
    share: float
    """Share of the free prose that stands in the box."""


def free_blocks(reading: Reading, settled: Settled) -> list[int]:
    """The indexes of the blocks that have words or pictures that no rule has claimed."""
    return reading.remembered(f"free blocks beside {len(settled)} claims", lambda: _free(reading, settled))


def _free(reading: Reading, settled: Settled) -> list[int]:
    spans = ((block.start, max(block.start + 1, block.end - 1)) for block in reading.document.blocks)
    return [index for index, free in enumerate(settled.free_sizes(spans)) if free]


def holder(reading: Reading, block: int) -> int:
    """Index of the element that the block's own element stands in."""
    containers = reading.document.containers
    index = reading.innermost[block]
    while index >= 0 and containers[index].tag in _INSIDE_TEXT:
        index = containers[index].parent
    return index


def column(reading: Reading, free: list[int]) -> Container | None:
    """The column, where one holds enough of the free prose."""
    told = reading.once(measure)
    held: dict[int, int] = {}
    for index in free:
        if told.prose[index]:
            around = holder(reading, index)
            held[around] = held.get(around, 0) + told.prose[index]
    if not held:
        return None
    most = max(held, key=lambda around: held[around])
    is_column = most >= 0 and held[most] >= LEAST_SHARE * sum(held.values())
    return reading.document.containers[most] if is_column else None


def boxes_beside(reading: Reading, free: list[int]) -> Iterator[Box]:
    """The outermost boxes in the column and below it."""
    found = column(reading, free)
    if found is None:
        return
    told, waiting = reading.once(measure), frozenset(free)
    whole = max(1, sum(told.prose[index] for index in free))
    held = sum(told.prose[index] for index in free if _is_in(reading, index, found)) / whole
    past = found.start
    for at, container in enumerate(reading.document.containers):
        if container.start < past or container.tag in _INSIDE_TEXT or container.end <= found.start:
            continue
        if container.start <= found.start and container.end >= found.end:
            continue
        past = container.end
        blocks = tuple(index for index in blocks_of(reading, at) if index in waiting)
        if blocks:
            yield Box(
                container=container,
                blocks=blocks,
                size=sum(told.sizes[index] for index in blocks),
                prose=sum(told.prose[index] for index in blocks),
                linked=sum(told.linked[index] for index in blocks),
                is_after=container.start >= found.end,
                is_like=not container.tokens.isdisjoint(found.tokens),
                held=held,
                share=sum(told.prose[index] for index in blocks) / whole,
            )


def _is_in(reading: Reading, index: int, found: Container) -> bool:
    at = holder(reading, index)
    return at >= 0 and reading.document.containers[at] is found


def is_past(reading: Reading, box: Box) -> str:
    """Why a box below a column that holds nearly the whole story is past its end; empty where it may not be.

    Questions and answers, tables and quotes below the text are the story's; so is a box named as the column.
    """
    is_beside = box.container.tag == "aside" or bool(box.container.words & vocabulary("beside_story").words)
    most, least = (MOST_BESIDE, LEAST_SHARE) if is_beside else (MOST_SHARE, MOST_HELD)
    if not box.is_after or box.is_like or box.held < least or box.share > most:
        return ""
    blocks = [reading.document.blocks[index] for index in box.blocks]
    asked = sum(reading.texts[index].rstrip()[-1:] in _ASKS for index in box.blocks if reading.texts[index])
    is_shown = all(block.kind in _WORDLESS for block in blocks)
    is_made = any(block.kind in _MADE_TO_STAND and block.kind is not BlockKind.LIST_ITEM for block in blocks)
    if is_shown or is_made or asked > 1 or (not box.prose and box.size > LONGEST_LABELS):
        return ""
    return "below the story's column"


def is_foreign(reading: Reading, box: Box) -> str:
    """Why the box is not the story's; empty where it may be."""
    if not box.size or box.prose * 6 > box.size:
        return ""
    if box.linked * 5 > box.size * 2:
        return "a box of links"
    kinds = {reading.document.blocks[index].kind for index in box.blocks}
    if kinds & _MADE_TO_STAND or kinds <= {BlockKind.HEADING, BlockKind.PICTURE, BlockKind.RULE}:
        return ""
    return "" if box.is_after else "a box of short lines in the story's column"
