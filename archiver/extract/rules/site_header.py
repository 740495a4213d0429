"""The head of the site: its name, slogans and links above the story.

Claims: banners, and `header` elements without a main heading. One with a heading, in an element
with prose of its own, heads a part of the story.

    <header> Harrowmere Post · Wednesday </header>

Known misses: a site header that wraps the story's own headline.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box
from archiver.extract.layout.measure import blocks_of, measure
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

_HEADER = frozenset(["header"])
_ROLE = frozenset(["role"])
_FRAMES = frozenset(["html", "body"])


def _is_sites(reading: Reading, container: int) -> bool:
    blocks = [reading.document.blocks[index] for index in blocks_of(reading, container)]
    levels = [block.level for block in blocks if block.kind is BlockKind.HEADING]
    return 1 not in levels and not (levels and _heads_part(reading, container))


def _heads_part(reading: Reading, index: int) -> bool:
    """Whether the element around the header has prose outside it, and is not the page's own frame."""
    containers, told = reading.document.containers, reading.once(measure)
    around = containers[index].parent
    if around < 0 or containers[around].tag in _FRAMES:
        return False
    return told.prose_of(blocks_of(reading, around)) > told.prose_of(blocks_of(reading, index))


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
