"""The headline of a text capture.

Claims: the line near the top that is most like a headline: its words are those of the address, the comment
header names it, it is printed twice, it stands first. Later copies of it are removed as repetitions.

    "Ferry service to Harrowmere resumes"

Known misses: a capture that lost its headline; a one-word headline below a menu.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.headlines import headline
from archiver.extract.recognise.lines import lines
from archiver.extract.words import fold
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of the headline, and of its copies."""
    line = reading.once(headline)
    if line is None:
        return
    yield Claim(start=line.start, end=line.end, role=Role.HEADLINE, reason="most like a headline")
    words = fold(line.text)
    for other in reading.once(lines):
        if (
            other.start != line.start
            and len(other.text) < 300
            and fold(other.text) == words
            and len(words) > 12
        ):
            yield Claim(start=other.start, end=other.end, role=Role.REMOVED, reason="the headline again")
