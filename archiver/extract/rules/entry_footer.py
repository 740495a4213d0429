"""The line of a text capture that tells an entry's writer and date, or its section and date, in one.

Claims: lines that name the writer behind a label, then the date behind another, with or without spaces
between them, as bylines; and short lines that tell section and date, as metadata.

    "Author Ada ThornePosted on 8 May 2021Categories NewsTags bridge, cows"
    "Posted in Sport on 8 May 2021 by Rafe"

Known misses: lines without labels, which `byline` reads above the text.
"""

import re
from collections.abc import Iterator
from functools import cache

from archiver.extract.claims import Claim
from archiver.extract.findings import Dated
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.names import names
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

LONGEST = 300
LONGEST_LABEL = 20
"""Characters between the label of the date and the date itself."""


@cache
def _shape() -> re.Pattern[str]:
    concept = vocabulary("entry_footer")
    writer, posted = (
        "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
        for labels in (concept.words, concept.tokens)
    )
    return re.compile(
        rf"(?:{writer})\s*[:：]?\s*(?P<name>\S.{{1,80}}?)\s*(?P<posted>(?:{posted})\s*[:：]?)", re.IGNORECASE
    )


def _of_writer(line: Line) -> Iterator[Claim]:
    """The claims of a line that names writer and date."""
    shape = _shape().match(line.text) if len(line.text) <= LONGEST else None
    date = find_date(line.text[shape.end() :]) if shape else None
    if not shape or not date or not date.iso or date.start > LONGEST_LABEL:
        return
    named = names(f"by {shape['name']}")
    split = line.start + shape.start("posted")
    if named and named.understood:
        reason = "names who wrote the entry"
        yield Claim(start=line.start, end=split, role=Role.BYLINE, finding=named.byline, reason=reason)
    dated = Dated(published=date.iso)
    yield Claim(start=line.start, end=line.end, role=Role.METADATA, finding=dated, reason="about the entry")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of each such line."""
    if not reading.document.plain:
        return
    opening = vocabulary("entry_footer").starts
    for line in reading.once(lines):
        if line.level:
            continue
        yield from _of_writer(line)
        if line.is_short and line.folded.startswith(opening) and find_date(line.text):
            reason = "section and date of the entry"
            yield Claim(start=line.start, end=line.end, role=Role.METADATA, reason=reason)
