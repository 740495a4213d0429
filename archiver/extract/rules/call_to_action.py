"""Buttons and links that send the reader elsewhere.

Claims: whole lines.

They are controls, not sentences.

    "Read more" / "Contact us"

Known misses: buttons named after a product.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "call_to_action", "button or link")
