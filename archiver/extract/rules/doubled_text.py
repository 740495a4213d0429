"""Paragraphs that the page prints twice: for small screens and large ones, or as teaser and text.

Claims: the later of two paragraphs of prose with the same words in the story's region.

    <div class="mobile-only"><p>The mill …</p></div> <div class="desktop-only"><p>The mill …</p></div>

Known misses: a copy that was shortened.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import free_blocks
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.model.ledger import Role
from archiver.text import squash

SHORTEST = 60
"""Shorter lines may be said twice: refrains, questions of an interview."""
_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE])


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each paragraph that stands above already."""
    seen: set[str] = set()
    for index in free_blocks(reading, settled):
        block = reading.document.blocks[index]
        words = squash(reading.texts[index])
        if block.kind in _KINDS and len(words) >= SHORTEST:
            if words in seen:
                yield Claim(
                    start=block.start, end=block.end, role=Role.REMOVED, reason="printed above already"
                )
            seen.add(words)
