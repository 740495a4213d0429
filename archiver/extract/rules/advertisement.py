"""Places for advertisements and sponsored content.

Claims: every box that its own class or id calls so.
Paid words of others, or the label over them.

    <div class="advert"> Advertisement </div>

Known misses: advertisements that are written as the outlet's own prose.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "advertisement")
