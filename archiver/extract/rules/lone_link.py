"""Lines of the story's region that are wholly a link: "read also", teasers, buttons.

Claims: paragraphs, headings and items without other words, where the line around them is not a list of the
story's sources: a story speaks between its links.

    <p><a>The mill reopens</a></p>

Known misses: stories that are lists of links; a link that is the paragraph's whole point.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.column import free_blocks
from archiver.extract.measure import measure
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.HEADING])


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each line that is a link."""
    if reading.document.plain:
        return
    told = reading.once(measure)
    for index in free_blocks(reading, settled):
        block = reading.document.blocks[index]
        is_linked = told.sizes[index] and told.linked[index] * 10 >= told.sizes[index] * 9
        if is_linked and block.kind in _KINDS and not (block.kind is BlockKind.HEADING and block.level == 1):
            yield Claim(start=block.start, end=block.end, role=Role.REMOVED, reason="wholly a link")
