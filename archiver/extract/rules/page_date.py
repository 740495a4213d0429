"""When the story was published, as an HTML page prints it in the story's head.

Claims: short lines between headline and text that are a date or hold a time element. A date in prose, or of
a copyright line, is never read.

    <time datetime="2024-05-03T06:00+02:00">3 May 2024</time>

Known misses: relative dates; dates below the story.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.facts import read_date
from archiver.extract.findings import Dated
from archiver.extract.layout.head import head
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import Printed, find_date
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

LONGEST = 120
FURTHEST = 45
"""Most characters of other words before the date, or around it."""
_SHOWN = frozenset([BlockKind.PICTURE, BlockKind.CAPTION])


def _is_stamp(text: str, printed: Printed, is_prose: bool) -> bool:
    """Whether the line is about the date, and no sentence or caption that names one."""
    return (printed.start <= FURTHEST and not is_prose) or len(text) - (
        printed.end - printed.start
    ) <= FURTHEST


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claim of each date in the head."""
    if reading.document.plain:
        return
    american = (reading.document.language or "").lower().startswith("en-us")
    for index in head(reading, settled):
        text, block = reading.texts[index], reading.document.blocks[index]
        if not text or len(text) > LONGEST or block.kind in _SHOWN:
            continue
        near = (*reading.around(index)[:2], *reading.inside(block.start, block.end))
        told = next((read_date(stamp) for one in near if (stamp := one.attribute("datetime"))), None)
        printed = find_date(text, american=american)
        is_prose = reading.once(measure).prose[index] > 0
        iso = told or (printed.iso if printed and _is_stamp(text, printed, is_prose) else None)
        if iso and "©" not in text:
            yield Claim(
                start=block.start,
                end=block.end,
                role=Role.METADATA,
                finding=Dated(published=iso),
                reason="date in the story's head",
            )
