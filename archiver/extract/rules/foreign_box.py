"""Boxes in or below the story's column that hold no prose: teasers, offers, labels, players.

Claims: elements beside the column's own paragraphs whose words are links or short lines. Tables, lists,
quotes and code are left to the story, for stories are made of them too.

    <div> The mill reopens <a>Read the story</a> </div>

Known misses: boxes with a paragraph of their own; pages that set every paragraph in an element of its own.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import boxes_beside, free_blocks, is_foreign, is_past
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each foreign box."""
    if reading.document.plain:
        return
    for box in boxes_beside(reading, free_blocks(reading, settled)):
        if reason := is_foreign(reading, box) or is_past(reading, box):
            container = box.container
            yield Claim(start=container.start, end=container.end, role=Role.REMOVED, reason=reason)
