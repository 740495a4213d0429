"""The path of sections from the front page to the story.

Claims: every box that its own class or id calls so.
They are links that place the page on the site.

    <ol class="breadcrumb"> Home › Local </ol>

Known misses: paths whose markup has no telling name.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "breadcrumbs")
