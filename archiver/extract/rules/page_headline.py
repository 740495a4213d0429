"""The headline as an HTML page prints it.

Claims: the heading that says what the page's source calls the story, or the only first-level heading; and
every later heading that says the same again.

    <h1>The mill reopens</h1>

Known misses: headlines that are not headings.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.headline import headline
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of the headline."""
    if reading.document.plain:
        return
    index = reading.once(headline)
    if index >= 0:
        block = reading.document.blocks[index]
        yield Claim(start=block.start, end=block.end, role=Role.HEADLINE, reason="what the page is called")
