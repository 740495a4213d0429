"""Offers to subscribe, register or sign in that stand in or before a story.

Claims: every box that its own class or id calls so, where it holds little of the page's prose: sites also
name the wrapper of the whole story after their paywall.
They speak to the reader about the outlet.

    <div class="paywall-offer"> This content is reserved for subscribers </div>

Known misses: a box whose markup has no telling name.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading

MOST = 0.15


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "paywall_notice", MOST)
