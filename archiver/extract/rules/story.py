"""What is left when every leftover is named: the story.

Claims: all that no earlier rule claimed, of a text capture.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield one claim for each block that is still free."""
    for block in reading.document.blocks:
        for start, end in settled.free(block.start, block.end):
            yield Claim(start=start, end=end, role=Role.BODY)
