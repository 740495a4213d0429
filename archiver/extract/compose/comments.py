"""Settled comment words to comments, their threads kept."""

from collections.abc import Iterable

from archiver.extract.claims import Settled
from archiver.extract.compose.blocks import Piece, body_blocks
from archiver.extract.findings import Commented, CommentHead
from archiver.extract.reading import Reading
from archiver.model import plain
from archiver.model.article import BodyBlock, Comment
from archiver.text import digest, slug


def comments(reading: Reading, settled: Settled) -> tuple[Comment, ...]:
    """The comments in page order, each parent given as an index into the result."""
    heads: dict[int, CommentHead] = {}
    pieces: dict[int, list[Piece]] = {}
    outer: dict[int, int] = {}
    for item in settled:
        if isinstance(item.claim.finding, Commented):
            head = item.claim.finding.head
            heads[head.number] = head
            if item.claim.finding.is_text:
                pieces.setdefault(head.number, []).append((item.start, item.end))
                outer[head.number] = item.claim.finding.outer
    order = {number: index for index, number in enumerate(sorted(heads))}
    ids: dict[str, int] = {}
    found = []
    for number, index in order.items():
        head = heads[number]
        body = tuple(body_blocks(reading, pieces.get(number, ()), outer.get(number, 0)))
        parent = order.get(head.parent) if head.parent is not None else None
        found.append(_comment(head, body, parent if parent is None or parent < index else None, ids))
    return tuple(found)


def _comment(
    head: CommentHead, body: Iterable[BodyBlock], parent: int | None, ids: dict[str, int]
) -> Comment:
    blocks = tuple(body)
    return Comment(
        id=_unique_id(head, plain.text(blocks), ids),
        body=blocks,
        parent=parent,
        author=head.author,
        author_url=head.author_url,
        date=head.date,
        date_printed=head.date_printed,
        url=head.url,
        marks=head.marks,
        votes=head.votes,
    )


def _unique_id(head: CommentHead, text: str, taken: dict[str, int]) -> str:
    """The capture's own id, else one made from author and text, so that it survives a new capture."""
    base = slug(head.id) if head.id else "c-" + digest(f"{head.author or ''}\n{text}")
    name, count = base, taken.get(base, 0) + 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken[base] = count
    taken.setdefault(name, 1)
    return name
