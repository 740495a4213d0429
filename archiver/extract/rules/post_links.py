"""Links to the articles before and after this one.

Claims: every box that its own class or id calls so.
They are other stories' headlines.

    <div class="nav-links"> … </div>

Known misses: links whose markup has no telling name.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "post_links")
