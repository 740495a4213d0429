"""Links to the neighbouring articles, printed above or below the text.

Claims: whole lines that name a neighbour.

The theme prints them on every page; they say nothing of this story.

    "Previous Post" / "Next Post"

Known misses: links that are the neighbours' headlines alone.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "post_navigation", "link to a neighbour")
