"""Boxes that ask for an address or a subscription.

Claims: every box that its own class or id calls so.
They speak to the reader of the outlet, not of the story.

    <section class="newsletter-signup"> … </section>

Known misses: one written as plain paragraphs of the story.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "newsletter_signup")
