"""Spans of a document as prose, its inline markup kept."""

from bisect import bisect_left
from collections.abc import Iterable

from archiver.extract.reading import Reading
from archiver.model.article import Prose, Span
from archiver.model.document import Mark, MarkKind


def _spans(marks: Iterable[Mark], start: int, end: int, shift: int) -> Iterable[Span]:
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last and (mark.href or mark.kind is not MarkKind.LINK):
            yield Span(kind=mark.kind, start=first - start + shift, end=last - start + shift, href=mark.href)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def prose(reading: Reading, pieces: Iterable[tuple[int, int]]) -> Prose:
    """The pieces of one block joined by spaces, trimmed, with their marks.

    Each piece is a span of the document; the pieces are disjoint and in order.
    """
    words: list[str] = []
    spans: list[Span] = []
    length = 0
    for piece in pieces:
        start, end = trim(reading.document.text, *piece)
        if start == end:
            continue
        if words:
            words.append(" ")
            length += 1
        first = bisect_left(reading.mark_starts, reading.block_at(start).start)
        last = bisect_left(reading.mark_starts, end)
        spans.extend(_spans(reading.document.marks[first:last], start, end, length))
        words.append(reading.document.text[start:end])
        length += end - start
    return Prose(text="".join(words), spans=tuple(spans))
