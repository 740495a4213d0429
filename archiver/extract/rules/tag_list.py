"""Tags and categories that the page prints above or below the text.

Claims: on a marked-up page, every box that its own class or id calls so; in a text capture, a line that
begins with "Tags:" and names them, as metadata, and the heading of a list of tags, removed.

    "Tags: harbour, Eld, council"  →  three tags

Known misses: tags without a label.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Tagged
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import labels
from archiver.model.ledger import Role

_PARTS = re.compile(r"\s*[,|;/•·、，]\s*|\s+#")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each list of tags."""
    if not reading.document.plain:
        yield from box_claims(reading, "tag_list")
        return
    for _, line in labels(reading, "tag_list"):
        label, colon, rest = line.text.partition(":") if ":" in line.text else line.text.partition("：")
        tags = tuple(tag for part in _PARTS.split(rest) if 1 < len(tag := part.strip(" .#")) <= 40)
        named = bool(colon) and len(label) <= 30 and 0 < len(tags) <= 30
        if named:
            finding = Tagged(tags=tags)
            yield Claim(
                start=line.start, end=line.end, role=Role.METADATA, finding=finding, reason="list of tags"
            )
        else:
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="heading of a list of tags")
