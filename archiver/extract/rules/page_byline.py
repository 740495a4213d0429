"""Who wrote the story, as an HTML page prints it in the story's head.

Claims: short lines between headline and text that begin with "By", or whose element is named for the author,
and that name people or an agency.

    <span class="author">Ann Lee</span>

Known misses: bylines below the story.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.head import head
from archiver.extract.reading import Reading
from archiver.extract.recognise.names import names, without_label
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

LONGEST = 150


def _is_named(reading: Reading, index: int) -> bool:
    """Whether the block's element, or the only one inside it, is named for the author."""
    block = reading.document.blocks[index]
    words = vocabulary("author_name").words
    around = reading.around(index)[:3]
    near = [*around, *reading.inside(block.start, block.end)]
    return any(
        container.words & words
        or container.attribute("itemprop") in ("author", "name")
        or container.attribute("rel") == "author"
        for container in near
        if container.end - container.start <= LONGEST
    )


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claim of each byline in the head."""
    if reading.document.plain:
        return
    for index in head(reading, settled):
        text, block = reading.texts[index], reading.document.blocks[index]
        if not text or len(text) > LONGEST:
            continue
        has_label = without_label(text)[1]
        if has_label or _is_named(reading, index):
            named = names(text)
            if named and (named.understood or has_label):
                yield Claim(
                    start=block.start,
                    end=block.end,
                    role=Role.BYLINE,
                    finding=named.byline,
                    reason="names who wrote it",
                )
