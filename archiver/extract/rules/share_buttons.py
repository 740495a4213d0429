"""Buttons that share, print, save or follow.

Claims: every box that its own class or id calls so.
The words are names of services and buttons.

    <ul class="share-buttons"> … </ul>

Known misses: bars whose markup has no telling name.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "share_buttons")
