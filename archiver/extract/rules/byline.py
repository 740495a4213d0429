"""Who wrote the story, as printed above it.

Claims: a short line that begins with "By" and names people or an agency and nothing else.

    "By Morgan Lee, AP"  →  author Morgan Lee, agency AP

Known misses: a bare name without "By".
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import lines
from archiver.extract.recognise.names import names, without_label
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of each byline near the head."""
    for line in reading.once(lines)[:40] if reading.document.plain else ():
        if line.is_short and without_label(line.text)[1]:
            named = names(line.text)
            if named and named.understood:
                yield Claim(
                    start=line.start,
                    end=line.end,
                    role=Role.BYLINE,
                    finding=named.byline,
                    reason="names who wrote it",
                )
