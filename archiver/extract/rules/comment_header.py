"""The heading of the comment list, with the number of comments that the page says it has.

Claims: the line as metadata.

    "94 COMMENTS"  →  94 declared

Known misses: a header in words that the vocabulary lacks.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Declared
from archiver.extract.reading import Reading
from archiver.extract.recognise.threads import threads
from archiver.model.ledger import Role

_COUNT = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d{1,7}")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each header."""
    for thread in reading.once(threads):
        if thread.header:
            count = _COUNT.search(thread.header.text)
            yield Claim(
                start=thread.header.start,
                end=thread.header.end,
                role=Role.METADATA,
                finding=Declared(comments=int(re.sub(r"\D", "", count[0]))) if count else None,
                reason="heading of the comment list",
            )
