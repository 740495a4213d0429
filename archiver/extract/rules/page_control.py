"""Controls of the page itself: skip links, menus' buttons, search labels, "Home", "Loading".

Claims: whole lines.

They move about the page; they are not words of the story.

    "Skip to content" / "Back to top" / "Search"

Known misses: controls with the outlet's own names.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "page_control", "control of the page")
