"""How much prose stands where: the numbers that tell a story from the page around it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from archiver.extract.reading import Reading
from archiver.model.document import Block, BlockKind
from archiver.text import visible

_SENTENCE = re.compile(r"[.!?…»”\"'’)\]:;。！？」』؟۔।՞։]\s*\Z|[.!?。！？؟।]\s")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PROSE_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE])
LONG = 80
"""Shortest prose, in letters of an alphabet; letters of Chinese, Japanese and Korean count three times."""
SHORT = 30
LEAST_TABLE = 200
"""Shortest table, in characters, that is part of a story as its prose is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What each block weighs; sums over blocks `i` up to `j` are differences of the running sums."""

    sizes: list[int]
    """Visible characters of each block."""
    linked: list[int]
    """Those of them that stand in links."""
    prose: list[int]
    """Visible characters of each block that reads as prose, else 0."""
    size_sums: list[int]
    prose_sums: list[int]
    linked_sums: list[int]

    def size(self, blocks: range) -> int:
        """Visible characters of a run of blocks."""
        return self.size_sums[blocks.stop] - self.size_sums[blocks.start] if blocks else 0

    def prose_of(self, blocks: range) -> int:
        """Characters of prose in a run of blocks."""
        return self.prose_sums[blocks.stop] - self.prose_sums[blocks.start] if blocks else 0

    def linked_of(self, blocks: range) -> int:
        """Characters in links of a run of blocks."""
        return self.linked_sums[blocks.stop] - self.linked_sums[blocks.start] if blocks else 0

    @property
    def all_prose(self) -> int:
        """Characters of prose on the page."""
        return self.prose_sums[-1]


def weight(text: str) -> int:
    """The text's length as a reader feels it: wide letters count three times."""
    size = len(text)
    return size if text.isascii() else size + 2 * len(_WIDE.findall(text[:2000]))


def _is_prose(block: Block, text: str, linked: int, least: int) -> bool:
    if block.kind is BlockKind.TABLE:
        return len(text) >= LEAST_TABLE and linked * 2 < len(text)
    if block.kind not in _PROSE_KINDS or weight(text) < least:
        return False
    return linked * 2 < len(text) and (_SENTENCE.search(text) is not None or len(text) > 250)


def _linked(reading: Reading) -> list[int]:
    """Characters in links of each block; a link ends where its block ends."""
    found = [0] * len(reading.document.blocks)
    for link in reading.links:
        found[bisect_right(reading.starts, link.start) - 1] += link.end - link.start
    return found


def measure(reading: Reading) -> Measured:
    """Weigh every block; on a page without long prose, shorter prose counts."""
    texts, blocks = reading.texts, reading.document.blocks
    sizes = [len(visible(text)) for text in texts]
    linked = list(map(min, sizes, _linked(reading)))
    for least in (LONG, SHORT):
        prose = [
            size if _is_prose(block, text, share, least) else 0
            for block, text, size, share in zip(blocks, texts, sizes, linked, strict=True)
        ]
        if sum(prose) > 600:
            break
    return Measured(
        sizes=sizes,
        linked=linked,
        prose=prose,
        size_sums=[0, *accumulate(sizes)],
        prose_sums=[0, *accumulate(prose)],
        linked_sums=[0, *accumulate(linked)],
    )


def spans(reading: Reading) -> list[range]:
    """For each container, the indexes of the blocks that it touches."""
    starts = reading.starts
    return [
        range(max(0, bisect_right(starts, one.start) - 1), bisect_left(starts, one.end))
        if one.end > one.start
        else range(0)
        for one in reading.document.containers
    ]


def blocks_of(reading: Reading, index: int) -> range:
    """The indexes of the blocks that the container at the index touches."""
    return reading.once(spans)[index]
