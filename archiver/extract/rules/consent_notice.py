"""Notices and links about cookies, privacy, rights and accounts.

Claims: whole lines.

The law or the shop asks for them on every page.

    "Privacy Policy" / "We use cookies"

Known misses: notices of several sentences in the outlet's own words.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "consent_notice", "notice about privacy, rights or accounts")
