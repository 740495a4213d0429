"""The heading of the comment list, with the number of comments that the page says it has.

Claims: the line as metadata.

    "94 COMMENTS"  →  94 declared

Known misses: a header in words that the vocabulary lacks.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Declared
from archiver.extract.reading import Reading
from archiver.extract.recognise.comment_zones import declared, is_sure_header
from archiver.extract.recognise.labels import in_running_text
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.threads import threads
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each header."""
    found = reading.once(threads)
    for thread in found:
        if thread.header:
            yield _claim(thread.header, "heading of the comment list")
    inside = [(thread.start, thread.end) for thread in found]
    for index, line in enumerate(reading.once(lines) if reading.document.plain else ()):
        is_apart = not any(start <= line.start < end for start, end in inside)
        if is_apart and is_sure_header(line) and not in_running_text(reading, index):
            yield _claim(line, "names the comments")


def _claim(line: Line, reason: str) -> Claim:
    count = declared(line)
    finding = None if count is None else Declared(comments=count)
    return Claim(start=line.start, end=line.end, role=Role.METADATA, finding=finding, reason=reason)
