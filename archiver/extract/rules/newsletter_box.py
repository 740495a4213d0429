"""Boxes that offer a newsletter or a subscription.

Claims: their headings, buttons and messages, as whole lines.

They address the reader as a customer, on every page alike.

    "Subscribe to our newsletter" / "Thank you! Your submission has been received!"

Known misses: the box's own slogan.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "newsletter_box", "newsletter or subscription box")
