"""The post that opens a forum's thread: it is the story that the others answer.

Claims: its author, its time, its words, and what the forum prints around them.

    "Ida Holm / Member / Posts: 12 / Does anyone know when the ferry runs?"

Known misses: on a later page of a thread that prints no numbers, the first answer passes for the opening.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import Byline, Dated
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import threads
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

_FIGURES = frozenset([BlockKind.PICTURE, BlockKind.CAPTION])


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the opening post in parts; pictures among its words are left to the rules for figures."""
    post = None if reading.document.plain else reading.once(threads).opening
    if not post:
        return
    byline = Byline(authors=(post.head.author,)) if post.head.author else None
    for start, end in post.author:
        yield Claim(
            start=start, end=end, role=Role.BYLINE, finding=byline, reason="author of the opening post"
        )
    for start, end in post.time:
        dated = Dated(published=post.head.date)
        yield Claim(
            start=start, end=end, role=Role.METADATA, finding=dated, reason="time of the opening post"
        )
    figures = set()
    for start, end in post.words:
        for index in reading.blocks_in(start, end):
            block = reading.document.blocks[index]
            if block.kind in _FIGURES:
                figures.add((block.start, block.end))
            else:
                first, last = max(start, block.start), min(end, block.end)
                yield Claim(start=first, end=last, role=Role.BODY, reason="opens a forum's thread")
    for start, end in post.around(figures):
        yield Claim(start=start, end=end, role=Role.REMOVED, reason="around a post")
