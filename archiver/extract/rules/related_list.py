"""Lists of other articles: related, recommended, most read, latest, the next story's teaser.

Claims: every box that its own class or id calls so, where it holds little of the page's prose.
A reader of the story is led to other stories there; none of it tells this one.

    <div class="related-posts"> … </div>

Known misses: a list whose markup has no telling name; one that is the story itself, as a round-up of links is.
"""

from collections.abc import Iterator

from archiver.extract.boxes import box_claims
from archiver.extract.claims import Claim
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "related_boxes")
