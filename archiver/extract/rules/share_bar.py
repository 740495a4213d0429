"""Buttons that share, print or mail the story.

Claims: whole lines.

The theme prints them on every page; a lone word between two paragraphs is a heading and stays.

    "Share this article" / "Tweet"

Known misses: icons' names in one long line.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "share_bar", "button to share")
