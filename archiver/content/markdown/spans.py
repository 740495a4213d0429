"""Inline markup in its one normal form, whatever its maker's habits."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archiver.content.markdown.escape import address
from archiver.model.article import Prose, Span
from archiver.model.document import MarkKind
from archiver.text import clean

_ORDER = {MarkKind.LINK: 0, MarkKind.STRONG: 1, MarkKind.EMPHASIS: 2, MarkKind.CODE: 3}
_TEMPLATE = re.compile(r"\{[{%#]")


def normal(prose: Prose) -> Prose:
    """The prose as Markdown can say it.

    No line begins or ends with white space and none is empty at the ends. Spans lie inside the text,
    begin and end with a visible character, and nest; neighbours and nests of the same kind are one;
    code lies innermost, on one line, and holds no template tag; links are to http, https or mailto.
    """
    text = prose.text
    if not (text.isprintable() or clean(text) == text) or _has_edges(text):
        prose = _stripped(prose)
    if not prose.spans:
        return prose
    spans = tuple(_tidy(prose.text, prose.spans))
    return prose if spans == prose.spans else Prose(text=prose.text, spans=spans)


def _has_edges(text: str) -> bool:
    """True if a line begins or ends with white space, or the text with an empty line."""
    return text != text.strip() or ("\n" in text and any(line != line.strip() for line in text.split("\n")))


def _stripped(prose: Prose) -> Prose:
    """The prose cleaned and without the white space at line ends, its spans moved along."""
    text = prose.text.replace("\r\n", " \n")
    if not prose.spans:
        return Prose(text="\n".join(line.strip() for line in clean(text).split("\n")).strip("\n"))
    cleaned = [(clean(char), position) for position, char in enumerate(text)]
    chars = [(char, position) for char, position in cleaned if char]
    whole = "".join(char for char, _ in chars)
    kept: list[int] = []
    start = 0
    for line in whole.split("\n"):
        first = start + len(line) - len(line.lstrip())
        kept.extend(range(first, max(first, start + len(line.rstrip()))))
        start += len(line) + 1
        kept.append(start - 1)
    kept.pop()
    while kept and whole[kept[-1]] == "\n":
        kept.pop()
    opening = next((index for index, place in enumerate(kept) if whole[place] != "\n"), 0)
    kept = kept[opening:]
    sources = [chars[place][1] for place in kept]
    spans = tuple(
        replace(span, start=bisect_left(sources, span.start), end=bisect_left(sources, span.end))
        for span in prose.spans
    )
    return Prose(text="".join(whole[place] for place in kept), spans=spans)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _allowed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        href = address(span.href) if span.kind is MarkKind.LINK else ""
        if href is None:
            continue
        pieces = [(span.start, span.end)]
        if span.kind is MarkKind.CODE:
            pieces = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text[span.start : span.end])]
            pieces = [(span.start + first, span.start + last) for first, last in pieces]
        for piece in pieces:
            start, end = _trimmed(text, *piece)
            if start < end and not (span.kind is MarkKind.CODE and _TEMPLATE.search(text, start, end)):
                yield Span(kind=span.kind, start=start, end=end, href=href)


def _key(span: Span) -> tuple[int, int, int]:
    return (span.start, -span.end, _ORDER[span.kind])


def _tidy(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans in order, until nothing changes: merging can make new neighbours."""
    current = sorted(_allowed(text, spans), key=_key)
    while True:
        following = sorted(_allowed(text, _once(current)), key=_key)
        if following == current:
            return current
        current = following


def _once(spans: Iterable[Span]) -> list[Span]:
    done: list[Span] = []
    path: list[int] = []  # indexes into `done` of the spans that are open
    last_child: dict[int, int] = {}
    for given in spans:
        span = given
        while path and done[path[-1]].end <= span.start:
            path.pop()
        if path and done[path[-1]].end < span.end:
            span = replace(span, end=done[path[-1]].end)
        kinds = {done[index].kind for index in path}
        if span.kind in kinds or MarkKind.CODE in kinds:
            continue
        parent = path[-1] if path else -1
        before = last_child.get(parent, -1)
        touches = before >= 0 and done[before].end == span.start and done[before].kind is span.kind
        if touches and span.kind is not MarkKind.LINK:
            done[before] = replace(done[before], end=span.end)
            path.append(before)
            continue
        last_child[parent] = len(done)
        path.append(len(done))
        done.append(span)
    return done
