"""Marks where an advertisement stood.

Claims: whole lines.

The mark labels something that is not in the capture.

    "Advertisement" / "Article continues below"

Known misses: marks in a sentence of the outlet's own.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "advertisement_mark", "mark of an advertisement", ambiguous=False)
