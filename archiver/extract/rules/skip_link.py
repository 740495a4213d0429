"""Links for keyboards and screen readers, and the page's furniture.

Claims: whole lines.

They move about the page; they are not words of the story.

    "Skip to content" / "Back to top"

Known misses: furniture with the outlet's own names.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "skip_link", "link to a part of the page")
