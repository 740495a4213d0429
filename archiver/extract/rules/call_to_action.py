"""Buttons and links that send the reader elsewhere.

Claims: whole lines.

They are controls, not sentences.

    "Read more" / "Contact us"

Known misses: buttons named after a product.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed
from archiver.extract.recognise.lines import lines
from archiver.model.ledger import Role

LONGEST = 60
_ARROW = re.compile(r"[^«]*\w[^«]*(?:[»→›▸⟶➝]|>>)")
"""A line that points on; a closing quotation mark has its opening one."""
_ADDRESS = re.compile(r"(?:[^\W\d]{1,12}(?:-[^\W\d]{1,6})?\s*[:：]\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "call_to_action", "button or link")
    for line in reading.once(lines) if reading.document.plain else ():
        if len(line.text) > LONGEST:
            continue
        if _ARROW.fullmatch(line.text):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="points to another page")
        elif "@" in line.text and _ADDRESS.fullmatch(line.text):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="address to write to")
