"""The printed lines of a document, whatever blocks they stand in: what line-based rules read."""

import re
from typing import NamedTuple

from archiver.extract.reading import Reading
from archiver.extract.words import fold
from archiver.model.document import Block, BlockKind

MARKER = re.compile(r"(?:\d{1,6}[.)]|[•◦▪▫‣⁃∙●○■□*+·–—o-])(?:\s+|\Z)")
"""The marker that a text capture prints before a list item."""
FOLDED = 400
"""Longest line, in characters, that is compared with vocabulary."""
SHORT = 120
"""Longest line, in characters, that a label, head or button has."""
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NO_LINES = frozenset([BlockKind.TABLE, BlockKind.PREFORMATTED])


class Line(NamedTuple):
    """One printed line with words, without the white space and the list marker around them."""

    start: int
    end: int
    text: str
    block: int
    """Index of its block."""
    gap: int
    """Blank lines before it in a text capture."""
    folded: str = ""
    """As vocabulary compares lines; empty for lines that are too long to be a label."""
    level: int = 0
    """List nesting; 0 outside lists."""
    indent: int = 0
    """Columns that a text capture indents the line; 0 inside lists."""
    begins_item: bool = False
    number: int | None = None
    """The number printed before an item, on its first line."""

    @property
    def is_short(self) -> bool:
        """Whether it is no longer than labels are."""
        return len(self.text) <= SHORT


def width(text: str) -> int:
    """Characters of the text, those of scripts that write a word in one or two counted as three."""
    return len(text) + 2 * len(_DENSE.findall(text))


def marker_length(reading: Reading, block: Block) -> int:
    """Characters of the list marker at the beginning of the block, with the space after it."""
    if not reading.document.plain or block.kind is not BlockKind.LIST_ITEM or block.continued:
        return 0
    marker = MARKER.match(reading.document.text, block.start, min(block.end, block.start + 40))
    return marker.end() - block.start if marker else 0


def lines(reading: Reading) -> tuple[Line, ...]:
    """Every line with words, in page order; a table or preformatted block is one line."""
    found = []
    text, is_plain = reading.document.text, reading.document.plain
    for index, block in enumerate(reading.document.blocks):
        kind = block.kind
        start = block.start + (marker_length(reading, block) if is_plain else 0)
        whole = text[start : block.end - 1]
        gap, begins = block.gap, kind is BlockKind.LIST_ITEM and not block.continued
        for part in (whole,) if kind in _NO_LINES or "\n" not in whole else whole.split("\n"):
            words = part.strip()
            if words:
                first = start + (0 if part.startswith(words) else len(part) - len(part.lstrip()))
                found.append(
                    Line(
                        start=first,
                        end=first + len(words),
                        text=words,
                        block=index,
                        gap=gap,
                        folded=fold(words) if len(words) <= FOLDED else "",
                        level=block.level if kind is BlockKind.LIST_ITEM else 0,
                        indent=block.level if kind is BlockKind.PARAGRAPH else 0,
                        begins_item=begins,
                        number=block.number if begins else None,
                    )
                )
                gap, begins = 0, False
            start += len(part) + 1
    return tuple(found)
