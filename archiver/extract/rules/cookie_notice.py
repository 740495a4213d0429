"""Notices about cookies, consent and privacy settings.

Claims: every box that its own class or id calls so.
Legal words that stand over every page of the site.

    <div id="cookie-banner"> … </div>

Known misses: consent placeholders in the middle of a story whose class says nothing.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading

MOST = 0.7
"""Such notices can be longer than a short story; no story is named after cookies."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    yield from box_claims(reading, "cookie_notice", MOST)
