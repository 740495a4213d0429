"""Gaps in a text capture where an embed stood and left nothing but an extra blank line."""

from archiver.extract.reading import Reading
from archiver.model.document import BlockKind

LONG = 60
"""Fewest characters of a line of prose, in a capture whose other blocks are parted by single blank lines."""


def gaps(reading: Reading) -> frozenset[int]:
    """Offsets of the blocks before which something is missing.

    Only between two lines of prose, and only in a capture where one blank line is the rule: where doubled
    ones are common they tell nothing.
    """
    blocks = reading.document.blocks
    prose = [
        index
        for index in range(1, len(blocks))
        if reading.document.plain
        and all(
            blocks[at].kind is BlockKind.PARAGRAPH and len(reading.texts[at]) >= LONG
            for at in (index - 1, index)
        )
    ]
    doubled = [index for index in prose if blocks[index].gap == 2]
    single = sum(blocks[index].gap == 1 for index in prose)
    return frozenset(blocks[index].start for index in doubled) if len(doubled) <= single else frozenset()
