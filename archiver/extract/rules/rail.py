"""What stands below a story's true end, inside its region: rails of other stories, the comment area, offers.

Claims: everything below the first line that heads such a rail, where less prose of the story's column stands
below the line than a story would have; otherwise only the line, and the short or linked ones under it.

    <h3>Read next</h3> <a>The fair returns</a> <a>A bridge for the Eld</a>

Known misses: rails that no line heads.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import column, free_blocks, holder
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import Container
from archiver.model.ledger import Role

LONGEST_LABEL = 60
MOST_BELOW = 0.25
"""A line with more than this share of the region's prose below it does not end the story."""
MOST_IN_RAIL = 6
"""Blocks under a label in mid-story that are looked at."""


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claims of the rails."""
    if reading.document.plain:
        return
    told, concept = reading.once(measure), vocabulary("rail_label")
    free = free_blocks(reading, settled)
    whole = sum(told.prose[index] for index in free)
    found = column(reading, free)
    above = 0
    for place, index in enumerate(free):
        text = reading.texts[index]
        if above and text and len(text) <= LONGEST_LABEL and concept.is_line(text):
            if _is_end(reading, found, free[place:], (whole - above) / max(1, whole)):
                last = reading.document.blocks[free[-1]]
                yield _claim(reading.document.blocks[index].start, last.end, "below the story's end")
                return
            yield from _rail(reading, free[place:])
        above += told.prose[index]


def _is_end(reading: Reading, found: Container | None, below: list[int], share_below: float) -> bool:
    """Whether no prose of the story's column stands below the line."""
    told = reading.once(measure)
    if found is None:
        return share_below <= MOST_BELOW / 2
    if share_below > MOST_BELOW:
        return False
    containers = reading.document.containers
    own = sum(
        told.prose[index]
        for index in below
        if (at := holder(reading, index)) >= 0 and containers[at] is found
    )
    return own == 0


def _claim(start: int, end: int, reason: str) -> Claim:
    return Claim(start=start, end=end, role=Role.REMOVED, reason=reason)


def _rail(reading: Reading, free: list[int]) -> Iterator[Claim]:
    """The label and the linked lines right under it."""
    told = reading.once(measure)
    blocks = reading.document.blocks
    yield _claim(blocks[free[0]].start, blocks[free[0]].end, "heads a rail")
    for index in free[1:MOST_IN_RAIL]:
        if told.linked[index] * 10 < told.sizes[index] * 8 or not told.sizes[index]:
            return
        yield _claim(blocks[index].start, blocks[index].end, "link under a rail's head")
