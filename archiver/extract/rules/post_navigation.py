"""Links to the neighbouring articles, printed above or below the text.

Claims: whole lines.

    "Previous Post" / "Next Post"

Known misses: links that are the neighbours' headlines alone.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import lines
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each line that links to a neighbour."""
    words = vocabulary("post_navigation")
    for line in reading.once(lines):
        if line.is_short and words.is_line(line.text):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="link to a neighbour")
