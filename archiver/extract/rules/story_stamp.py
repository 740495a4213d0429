"""Times of entries inside a story, as live pages print them.

Claims: blocks of the story's region that are a time element and nothing else.

    <p><time datetime="2021-05-04T09:15">9.15am</time></p>

Known misses: times that are plain text.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import free_blocks
from archiver.extract.prose import trim
from archiver.extract.reading import Reading
from archiver.model.ledger import Role

LONGEST = 60


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each stamp."""
    if reading.document.plain:
        return
    for index in free_blocks(reading, settled):
        block = reading.document.blocks[index]
        start, end = trim(reading.document.text, block.start, block.end)
        if 0 < end - start <= LONGEST and any(
            one.tag == "time" and one.start <= start and one.end >= end
            for one in (*reading.inside(block.start, block.end), *reading.around(index)[:2])
        ):
            yield Claim(start=block.start, end=block.end, role=Role.METADATA, reason="time of an entry")
