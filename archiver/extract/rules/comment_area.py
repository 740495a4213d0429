"""The surroundings of a thread whose markup tells it: its heading, its sorting controls, the form below it.

Claims: the heading as metadata with the count that it declares; all else in the thread's element, and forms
for a new comment wherever they stand.

    "3 thoughts on “Bridge”" / "Oldest" / "Leave a Reply" / "Your email address will not be published."

Known misses: a heading in words that the vocabulary lacks.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Declared
from archiver.extract.reading import Reading
from archiver.extract.thread_markup.area import area
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the heading, then everything around it."""
    if reading.document.plain:
        return
    found = reading.once(area)
    if found.header:
        counted = Declared(comments=found.declared) if found.declared is not None else None
        yield Claim(
            start=found.header.start,
            end=found.header.end,
            role=Role.METADATA,
            finding=counted,
            reason="heading of the comments",
        )
    for start, end in found.forms:
        yield Claim(
            start=start, end=end, role=Role.REMOVED, reason="form for a comment, or other pages' ones"
        )
    yield Claim(start=found.box[0], end=found.box[1], role=Role.REMOVED, reason="around the comments")
