"""Other stories of the site, each a picture, a title that links to it, and perhaps a few words.

Claims: what no other rule has claimed of the largest element around one picture that holds little more than a
title which leads to another page of the same site. A story's own pictures have words about them, not titles.

    <div> <img alt="The fair"> <a href="/fair">The summer fair is back</a> <p>After two years…</p> </div>

Known misses: titles that lead to another site; several stories in one element.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.figures.teasers import teasers
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading, _settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each teaser."""
    for start, end in reading.once(teasers):
        yield Claim(start=start, end=end, role=Role.REMOVED, reason="picture and title of another page")
