"""The head of the site: its name, slogans and links above the story.

Claims: banners, and `header` elements without a main heading.

    <header> Harrowmere Post · Wednesday </header>

Known misses: a site header that wraps the story's own headline.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box
from archiver.extract.layout.measure import blocks_of
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

_HEADER = frozenset(["header"])
_ROLE = frozenset(["role"])


def _is_sites(reading: Reading, container: int) -> bool:
    blocks = [reading.document.blocks[index] for index in blocks_of(reading, container)]
    return not any(block.kind is BlockKind.HEADING and block.level == 1 for block in blocks)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each header of the site."""
    past = -1
    for index in () if reading.document.plain else reading.where(tags=_HEADER, attributes=_ROLE):
        container = reading.document.containers[index]
        is_header = container.attribute("role") == "banner" or container.tag == "header"
        if container.start < past or not (is_header and _is_sites(reading, index)):
            continue
        if is_box(reading, index, MOST_PROSE / 10):
            past = container.end
            yield Claim(
                start=container.start, end=container.end, role=Role.REMOVED, reason="head of the site"
            )
