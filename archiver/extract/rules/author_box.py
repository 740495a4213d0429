"""What an outlet says about the author below or beside the story.

Claims: every box that its own class or id calls so.
It tells of the author's life, not of the story.

    <div class="author-bio"> Ann Lee writes about rivers. </div>

Known misses: a last paragraph in italics that says the same.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "author_box")
