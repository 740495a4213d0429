"""The heading of a list of the page's own headings.

Claims: the heading's line.

The list repeats what stands in the text.

    "Table of Contents"

Known misses: the entries themselves, which are kept as a list.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "table_of_contents", "heading of a table of contents")
