"""The form for a new comment: its heading, labels and hidden messages.

Claims: whole lines, anywhere.

    "LEAVE A REPLY" / "Please enter your name here"

Known misses: forms with words of the outlet's own.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import hopeful
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each line of a form."""
    words = vocabulary("comment_form")
    names = words.lines
    for _, line in hopeful(reading, "comment_form"):
        if line.folded in names or words.opens(line.folded):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="form for a new comment")
