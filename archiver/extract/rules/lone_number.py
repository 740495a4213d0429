"""Numbers that stand alone in a text capture: counts of shares and comments, and the pages of a gallery.

Claims: a line of digits alone outside lists, unless it stands between two paragraphs as a chapter's
number does.

    "1.204" / "Share"

Known misses: counts with a unit; a count between two paragraphs.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import in_running_text
from archiver.extract.recognise.lines import lines
from archiver.model.ledger import Role

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?[kKmM]?|\d{4,7}|\d{1,3}\s?/\s?\d{1,3}|\d\d:\d\d")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    if not reading.document.plain:
        return
    for index, line in enumerate(reading.once(lines)):
        is_number = not line.level and len(line.text) <= 9 and _NUMBER.fullmatch(line.text)
        if is_number and not in_running_text(reading, index):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="a number alone")
