"""What stands outside the story's region and no other rule knows: columns, teasers, legal lines.

Claims: every free word before the story opens, beside its container, or after its true end.

    "Latest news" / "The fair returns to Harrowmere" / "© Harrowmere Post"

Known misses: a story in several containers with much between them; an end that nothing marks.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.head import opening
from archiver.extract.layout.region import region
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield one claim for each run of blocks outside the region."""
    blocks = reading.document.blocks
    if reading.document.plain or not blocks:
        return
    found = region(reading, settled)
    if found is None:
        yield Claim(start=0, end=blocks[-1].end, role=Role.REMOVED, reason="the page has no story")
        return
    first = opening(reading, found)
    for run, reason in (
        (range(first), "before the story"),
        (range(found.blocks.stop, len(blocks)), "after the story"),
    ):
        if run:
            yield Claim(
                start=blocks[run.start].start, end=blocks[run.stop - 1].end, role=Role.REMOVED, reason=reason
            )
