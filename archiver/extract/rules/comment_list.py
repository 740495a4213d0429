"""The readers' comments of a text capture.

Claims: each list item under a comment header as a comment, nested items as answers to the item around them.

    "94 COMMENTS" / "  1. I saw it." / "    • So did I."

Known misses: a list inside a comment that has no marker of its own kind is read as answers.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Commented
from archiver.extract.reading import Reading
from archiver.extract.recognise.threads import threads
from archiver.extract.thread_markup import threads as told_by_markup
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every comment; a page whose markup tells its comments has no others."""
    if not reading.document.plain and reading.once(told_by_markup).posts:
        return
    for thread in reading.once(threads):
        for line in thread.controls:
            yield Claim(
                start=line.start, end=line.end, role=Role.REMOVED, reason="control of the comment list"
            )
        for comment in thread.comments:
            for start, end in comment.controls:
                yield Claim(start=start, end=end, role=Role.REMOVED, reason="control of a comment")
            about = Commented(head=comment.head, is_text=False)
            for start, end in comment.printed:
                yield Claim(
                    start=start,
                    end=end,
                    role=Role.METADATA,
                    finding=about,
                    reason="author or date of a comment",
                )
            words = Commented(head=comment.head, outer=comment.outer)
            for start, end in comment.text:
                yield Claim(
                    start=start, end=end, role=Role.COMMENT, finding=words, reason="in the comment list"
                )
