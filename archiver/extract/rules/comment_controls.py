"""What stands around the words of readers' comments: reply and share links, badges, votes, portraits.

Claims: all of a comment's element that is neither its head nor its words, and what is printed twice.
Why that is no prose: labels and counts of the page's machinery. Example: `Reply`, `Permalink`, `349 Fans`.
Known misses: none of the comments' words may be among them, so a label inside a sentence stays.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import threads
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield every comment's element; only what the comments left free is taken."""
    if reading.document.plain:
        return
    for post in reading.once(threads).posts:
        reason = "printed twice" if post.is_repeated else "around a comment"
        for start, end in post.own:
            yield Claim(start=start, end=end, role=Role.REMOVED, reason=reason)
