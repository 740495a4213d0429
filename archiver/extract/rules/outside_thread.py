"""What stands around a forum's thread: welcomes, summaries, notices, neighbouring threads.

Claims: every free word outside the opening post, which is all of the story that a forum's page has.

    "Welcome to our forum! Register to take part." / "Similar threads"

Known misses: a story that the forum's page shows above its opening post and that is short.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import threads
from archiver.model.ledger import Role


def claims(reading: Reading, _settled: Settled) -> Iterator[Claim]:
    """Yield what stands before the opening post, between its parts, and after it."""
    post = None if reading.document.plain else reading.once(threads).opening
    if not post:
        return
    at = 0
    for start, end in (*post.words, (len(reading.document.text),) * 2):
        if start > at:
            yield Claim(start=at, end=start, role=Role.REMOVED, reason="outside the opening post")
        at = max(at, end)
