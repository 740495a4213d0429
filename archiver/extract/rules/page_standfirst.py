"""The standfirst that stands between an HTML page's headline and the element that holds its text.

Claims: sentences in the story's head, outside the text's own element or above the byline, as standfirst;
where they are longer than a standfirst is, they are the first paragraphs and stay in the body.

    <h1>The mill reopens</h1> <p class="deck">After ten years, the wheel turns again.</p>

Known misses: a standfirst inside the text's element is the body's first paragraph.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.figures.printed import credit_spans
from archiver.extract.layout.head import head, head_box, opening, repeats_title
from archiver.extract.layout.measure import measure, weight
from archiver.extract.layout.region import region
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

SHORTEST = 45
LONGEST = 700
"""Longest standfirst, in characters."""
_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE])


def _signed(reading: Reading, settled: Settled) -> int:
    """Index of the last byline in the headline's own element, 0 for none: above it stands no body."""
    last = 0
    for index in reading.once(head_box):
        block = reading.document.blocks[index]
        if any(item.claim.role is Role.BYLINE for item in settled.within(block.start, block.end)):
            last = index
    return last


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claims of the standfirst's blocks."""
    found = None if reading.document.plain else region(reading, settled)
    if found is None:
        return
    told, first = reading.once(measure), opening(reading, found)
    blocks, signed = reading.document.blocks, _signed(reading, settled)
    own = [
        index
        for index in head(reading, settled, found)
        if (index < first or (index < signed and told.prose[index]))
        and blocks[index].kind in _KINDS
        and weight(reading.texts[index]) >= SHORTEST
        and told.linked[index] * 3 < told.sizes[index]
        and not repeats_title(reading, index)
        and not credit_spans(reading.texts[index])
        and next(settled.free(blocks[index].start, blocks[index].end - 1), None)
    ]
    length = sum(weight(reading.texts[index]) for index in own)
    role = Role.STANDFIRST if length <= LONGEST else Role.BODY
    for index in own:
        block = blocks[index]
        yield Claim(start=block.start, end=block.end, role=role, reason="sentences under the headline")
