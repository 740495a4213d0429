"""Reads the threads of a page: every comment with its head, its words, and the comment it answers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archiver.extract import times
from archiver.extract.findings import CommentHead
from archiver.extract.reading import Reading
from archiver.extract.thread_markup.candidates import Item, has_head
from archiver.extract.thread_markup.heads import Told, date_of, told
from archiver.extract.thread_markup.items import items_of, own_spans
from archiver.extract.thread_markup.marks import is_deleted, marks, votes
from archiver.extract.thread_markup.parents import parents
from archiver.extract.thread_markup.parts import Span, cut, parts
from archiver.extract.thread_markup.reach import span_of
from archiver.extract.thread_markup.repetition import repeated
from archiver.extract.words import vocabulary
from archiver.text import squash

PROSE = 200
"""Characters of a block without links that is a story's, not a forum's."""
LINE = 60
"""The same above a post whose markup says that it is an answer."""
STORY = 4000
"""Characters of such blocks above a forum's first post that are a story, and not a summary or a welcome."""
_POSITION = re.compile(r"#(\d{1,4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """One comment: what is known about it and where its parts stand."""

    head: CommentHead
    box: Span
    """The comment's whole element."""
    own: tuple[Span, ...]
    """The element without the comments inside it."""
    author: tuple[Span, ...]
    """The words that name the author."""
    time: tuple[Span, ...]
    """The words that tell the time."""
    words: tuple[Span, ...]
    outer: int
    is_repeated: bool = False
    """The page prints the same comment a second time."""

    def around(self, kept: Iterable[Span] = ()) -> list[Span]:
        """The parts of the element that are neither head nor words, nor to be kept for other reasons."""
        return cut(self.own, [*self.author, *self.time, *self.words, *kept])


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The comments of a page, in page order."""

    posts: tuple[Posted, ...] = ()
    opening: Posted | None = None
    """A forum's first post, which is the story that the others answer."""


def threads(reading: Reading) -> Thread:
    """The comments of the page, empty where it has none; ask `Reading.once` for them."""
    items = items_of(reading)
    if not any(item.is_sure and has_head(item) for item in items):
        rows = frozenset(repeated(reading))
        items = items_of(reading, rows) if len(rows) > len(items) else items
    if not items:
        return Thread()
    own = list(own_spans(reading, items))
    heads = [told(reading, item, spans) for item, spans in zip(items, own, strict=True)]
    order = times.settle_order(head.printed for head in heads)
    answers = parents(reading, items, own)
    posts = [
        _posted(reading, item, spans, head, order)
        for item, spans, head in zip(items, own, heads, strict=True)
    ]
    return _thread(reading, items, posts, answers)


def _posted(reading: Reading, item: Item, own: list[Span], head: Told, order: times.Order | None) -> Posted:
    found = parts(reading, item, own, head.spans)
    said = marks(reading, item, found.words)
    date = date_of(reading, item, head, order)
    return Posted(
        head=CommentHead(
            number=0,
            id=_id(item),
            author=head.author,
            author_url=head.author_url,
            date=date,
            date_printed=head.printed or None if not date else None,
            url=_url(reading, head, own),
            marks=said,
            votes=votes(reading, item),
        ),
        box=span_of(reading, item),
        own=tuple(own),
        author=(head.author_span,) if head.author_span else (),
        time=(head.date_span,) if head.date_span else (),
        words=() if "deleted" in said and is_deleted(reading, found.words) else found.words,
        outer=found.outer,
    )


def _id(item: Item) -> str | None:
    return f"comment-{item.number}" if item.number else None


def _url(reading: Reading, head: Told, own: list[Span]) -> str | None:
    """The address behind the printed time."""
    if not head.date_span:
        return None
    mark = next(iter(reading.links_over(*head.date_span)), None) or next(
        iter(reading.links_in(*head.date_span)), None
    )
    return mark.href or None if mark else None


def _thread(reading: Reading, items: list[Item], posts: list[Posted], answers: list[int | None]) -> Thread:
    """Number the posts, set a forum's opening post apart, and mark what is printed twice."""
    opening = 0 if _opens(reading, items, posts) else -1
    seen: dict[tuple[str | None, str | None, str], int] = {}
    place: dict[int, int] = {}
    found: list[Posted] = []
    number = 0
    for index, post in enumerate(posts):
        if index == opening:
            continue
        text = squash(" ".join(reading.document.text[start:end] for start, end in post.words))
        if not text and not post.head.author and not post.head.date:
            continue
        twin = seen.setdefault((post.head.author, post.head.date or post.head.date_printed, text), index)
        if twin != index and text and (post.head.id == posts[twin].head.id or not post.head.id):
            place[index] = place[twin]
            found.append(replace(post, is_repeated=True))
            continue
        parent = answers[index]
        place[index] = number
        number += 1
        head = replace(
            post.head, number=place[index], parent=place.get(parent) if parent is not None else None
        )
        found.append(replace(post, head=head))
    return Thread(posts=tuple(found), opening=posts[0] if opening == 0 else None)


def _opens(reading: Reading, items: list[Item], posts: list[Posted]) -> bool:
    """Whether the first post is the one that opens a forum's thread, and not an answer on a later page."""
    box = reading.document.containers[items[0].container]
    if not items[0].is_forum or not posts[0].words:
        return False
    is_software = not items[0].tokens.isdisjoint(vocabulary("comment_forum").tokens)
    is_answer = box.attribute("itemprop") == "comment" and not is_software
    above = _prose_above(reading, posts[0], LINE if is_answer else PROSE)
    if above > (STORY if is_software else 0):
        return False
    first = _position(reading, posts[0])
    return first in (None, 0, 1) or str(first) == items[0].number


def _prose_above(reading: Reading, post: Posted, least: int) -> int:
    """Characters of paragraphs longer than `least` between headline and post that are no copy of the post."""
    start, document = post.box[0], reading.document
    titles = [box.end for box in document.containers if box.tag == "h1" and box.end <= start]
    own = "".join(document.text[slice(*span)] for span in post.words)
    above = document.blocks[reading.blocks_in(0, titles[-1] if titles else 0).stop :]
    found = 0
    for block in above:
        if block.end > start:
            break
        is_prose = block.end - block.start > least and not reading.linked(block.start, block.end)
        found += (block.end - block.start) * (is_prose and document.text_of(block)[:PROSE] not in own)
    return found


def _position(reading: Reading, post: Posted) -> int | None:
    """The number that the page prints beside a post; None where it prints none."""
    said = cut(post.own, post.words)
    match = _POSITION.search(" ".join(reading.document.text[start:end] for start, end in said))
    return int(match[1]) if match else None
