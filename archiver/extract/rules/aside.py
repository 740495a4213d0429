"""Columns and boxes beside the story that their element says are beside it.

Claims: `aside` and complementary elements, where they hold little of the page's prose.

    <aside> More from Harrowmere </aside>

Known misses: fact boxes of the story itself that stand in an `aside`.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box
from archiver.extract.reading import Reading
from archiver.model.ledger import Role

_ASIDE = frozenset(["aside"])
_ROLE = frozenset(["role"])


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each aside."""
    past = -1
    for index in () if reading.document.plain else reading.where(tags=_ASIDE, attributes=_ROLE):
        container = reading.document.containers[index]
        is_aside = container.tag == "aside" or container.attribute("role") == "complementary"
        if container.start >= past and is_aside and is_box(reading, index, MOST_PROSE):
            past = container.end
            yield Claim(start=container.start, end=container.end, role=Role.REMOVED, reason="in aside")
