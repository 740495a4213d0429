"""Lines of the story's region that are wholly a link: "read also", teasers, buttons.

Claims: paragraphs and headings without other words than a label that leads on: a story speaks between its
links.

    <p><a>The mill reopens</a></p>
    <p><b>Read also:</b> <a>The mill reopens</a></p>

Known misses: stories that are lists of links; a link that is the paragraph's whole point.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import free_blocks, holder
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

LONGEST_LABEL = 40
MOST_LINKS = 5
_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.HEADING])


def _is_labelled(reading: Reading, index: int) -> bool:
    """Whether the block is a label such as "Read also" and a link to its end."""
    block = reading.document.blocks[index]
    links = reading.links_in(block.start, block.end)
    if not links or len(links) > MOST_LINKS:
        return False
    text = reading.document.text
    label = text[block.start : links[0].start].strip(" :–—→>»|•-\n")
    is_label = bool(label) and len(label) <= LONGEST_LABEL and vocabulary("rail_label").is_line(label)
    return is_label and len(text[links[-1].end : block.end].strip()) <= 2


def _heads_text(reading: Reading, index: int, after: int) -> bool:
    """Whether a linked heading is the page's title, or stands over prose in the same element as that."""
    if reading.document.blocks[index].level == 1:
        return True
    return (
        after >= 0
        and reading.once(measure).prose[after] > 0
        and holder(reading, index) == holder(reading, after)
        and not vocabulary("rail_label").is_line(reading.texts[index])
    )


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each line that is a link."""
    if reading.document.plain:
        return
    told, free = reading.once(measure), free_blocks(reading, settled)
    for index, after in zip(free, [*free[1:], -1], strict=False):
        block = reading.document.blocks[index]
        is_linked = told.sizes[index] and told.linked[index] * 10 >= told.sizes[index] * 9
        if (
            (is_linked or _is_labelled(reading, index))
            and block.kind in _KINDS
            and not (block.kind is BlockKind.HEADING and _heads_text(reading, index, after))
        ):
            yield Claim(start=block.start, end=block.end, role=Role.REMOVED, reason="wholly a link")
