"""Prose as inline Markdown."""

from collections import Counter

from archiver.content.markdown.escape import destination, escape, escape_line, replacement, specials
from archiver.content.markdown.spans import normal
from archiver.model.article import Prose, Span
from archiver.model.document import MarkKind

_RISKY_AT_EDGE = frozenset("!_$")
_BREAK = "\\\n"
_LINE_BREAK = "&#10;"


def inline(prose: Prose, *, one_line: bool = False, cell: bool = False) -> str:
    """Markdown of the prose; `one_line` writes line breaks as entities, `cell` hides bars from a table."""
    prose = normal(prose)
    if not prose.spans:
        return escape_line(prose.text) if one_line else escape(prose.text).replace("\n", _BREAK)
    chars = list(prose.text)
    for position, written in specials(prose.text):
        chars[position] = written
    edges = _Edges(prose)
    before: list[str] = []
    while before != chars:  # a letter written as an entity is punctuation to the fence on its other side
        before = list(chars)
        for span in (*prose.spans, *reversed(prose.spans)):
            _escape_edges(edges, span, chars)
    for span in prose.spans:
        if span.kind is MarkKind.CODE:
            words = prose.text[span.start : span.end]
            chars[span.start : span.end] = [f"\\{char}" if cell and char == "|" else char for char in words]
    return _woven(edges, chars, _LINE_BREAK if one_line else _BREAK)


class _Edges:
    """Where the spans of a prose begin and end."""

    def __init__(self, prose: Prose) -> None:
        starred = [span for span in prose.spans if span.kind in (MarkKind.STRONG, MarkKind.EMPHASIS)]
        self.prose = prose
        self.starts = Counter(span.start for span in prose.spans)
        self.ends = Counter(span.end for span in prose.spans)
        self.stars = Counter(edge for span in starred for edge in (span.start, span.end))


def _woven(edges: _Edges, chars: list[str], line_break: str) -> str:
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for span in edges.prose.spans:
        opening, closing = _fences(edges, span)
        before[span.start] = before.get(span.start, "") + opening
        after[span.end] = closing + after.get(span.end, "")
    pieces = []
    cuts = sorted({0, *before, *after})
    for start, end in zip(cuts, [*cuts[1:], len(chars)], strict=True):
        words = "".join(chars[start:end])
        pieces += [after.get(start, ""), before.get(start, ""), words.replace("\n", line_break)]
    return "".join(pieces)


def _fences(edges: _Edges, span: Span) -> tuple[str, str]:
    match span.kind:
        case MarkKind.LINK:
            return "[", f"]({destination(span.href)})"
        case MarkKind.CODE:
            return _code_fences(edges.prose.text[span.start : span.end])
        case MarkKind.STRONG:
            return "**", "**"
        case _:
            fence = _emphasis_fence(edges, span)
            return fence, fence


def _code_fences(words: str) -> tuple[str, str]:
    fence = "`"
    while fence in words:
        fence += "`"
    pad = " " if "`" in (words[0], words[-1]) else ""
    return fence + pad, pad + fence


def _emphasis_fence(edges: _Edges, span: Span) -> str:
    """A star; an underscore where stars would touch, or where the line would look like a credit."""
    if edges.stars[span.start] > 1 or edges.stars[span.end] > 1:
        return "_"
    text = edges.prose.text
    if text[span.start] != "(" or text[span.end - 1] != ")":
        return "*"
    around = (text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1])
    return "_" if all(char in ("", "\n") for char in around) else "*"


def _escape_edges(edges: _Edges, span: Span, chars: list[str]) -> None:
    """Escape what is harmless within a word and not beside markup."""
    text = edges.prose.text
    for edge in (span.start - 1, span.start, span.end - 1, span.end):
        if 0 <= edge < len(text) and chars[edge] == text[edge] and text[edge] in _RISKY_AT_EDGE:
            chars[edge] = replacement(text[edge])
    if span.kind in (MarkKind.STRONG, MarkKind.EMPHASIS):
        underscore = span.kind is MarkKind.EMPHASIS and _emphasis_fence(edges, span) == "_"
        if not edges.ends[span.start]:
            _part(text, chars, span.start - 1, span.start, underscore or edges.starts[span.start] > 1)
        if not edges.starts[span.end]:
            _part(text, chars, span.end, span.end - 1, underscore or edges.ends[span.end] > 1)


def _part(text: str, chars: list[str], outside: int, inside: int, always: bool) -> None:
    """Write a letter outside a fence as an entity where the fence would else not be seen as one.

    CommonMark wants a fence beside punctuation to have white space or punctuation on its other side.
    """
    is_letter = 0 <= outside < len(text) and chars[outside] == text[outside] and not text[outside].isspace()
    if is_letter and (always or chars[inside] != text[inside] or not text[inside].isalnum()):
        chars[outside] = f"&#{ord(text[outside])};"
