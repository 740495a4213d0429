"""Readers' comments whose markup says where each begins, who wrote it and when.

Claims: author, time and words of each comment. Why that is no story: readers wrote it, below the story.
Example: `<li id="comment-12"><cite class="fn">Ida</cite> <time>…</time> <div class="comment-content">…`.
Known misses: comments that a script would have loaded; threads whose markup names nothing.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Commented
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import threads
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the head and the words of every comment."""
    if reading.document.plain:
        return
    for post in reading.once(threads).posts:
        if post.is_repeated:
            continue
        said = Commented(head=post.head, is_text=False, outer=post.outer)
        for start, end in (*post.author, *post.time):
            yield Claim(start=start, end=end, role=Role.COMMENT, reason="author or time", finding=said)
        words = Commented(head=post.head, outer=post.outer)
        for start, end in post.words:
            yield Claim(start=start, end=end, role=Role.COMMENT, reason="comment markup", finding=words)
