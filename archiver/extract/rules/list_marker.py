"""The number or bullet that a text capture prints before a list item.

Claims: "1." and "•" as metadata. The page drew them; they are not words of whoever wrote the item, and the
archive draws them anew. A comment that itself begins with a number keeps it: only the first marker goes.

    "  14. Written with a pen"  →  claims "14. "

Known misses: none where the indent survived.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import marker_length
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each printed marker."""
    for block in reading.document.blocks:
        length = marker_length(reading, block)
        if length:
            yield Claim(
                start=block.start,
                end=min(block.start + length, block.end - 1),
                role=Role.METADATA,
                reason="marker of a list item",
            )
