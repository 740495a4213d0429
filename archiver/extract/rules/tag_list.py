"""The story's tags and categories, printed as links.

Claims: every box that its own class or id calls so.
They are names of lists that the story is on.

    <div class="post-tags"> River, Mills </div>

Known misses: tags printed as a line of prose.
"""

from collections.abc import Iterator

from archiver.extract.boxes import box_claims
from archiver.extract.claims import Claim
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "tag_list")
