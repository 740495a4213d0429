"""The headline of a text capture.

Claims: the first line that can be one.

Known misses: a capture that lost its headline.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import lines
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of the headline."""
    if reading.document.plain:
        for line in reading.once(lines)[:1]:
            yield Claim(start=line.start, end=line.end, role=Role.HEADLINE, reason="first line")
