"""Offers to subscribe, register or sign in that stand in or before a story, or where it breaks off.

Claims: on a marked-up page, every box that its own class or id calls so, where it holds little of the page's
prose: sites also name the wrapper of the whole story after their paywall; in a text capture, the line that
says so. They speak to the reader about the outlet.

    <div class="paywall-offer"> This content is reserved for subscribers </div>
    "Create a free account to continue reading"

Known misses: a box whose markup has no telling name; a notice in other words.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed

MOST = 0.15


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box or line."""
    if reading.document.plain:
        yield from removed(reading, "paywall_notice", "the story goes on for subscribers")
    else:
        yield from box_claims(reading, "paywall_notice", MOST)
