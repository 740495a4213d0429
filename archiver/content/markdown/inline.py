"""Prose as inline Markdown."""

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
    for span in prose.spans:
        _escape_edges(prose, span, chars)
    for span in prose.spans:
        if span.kind is MarkKind.CODE:
            words = prose.text[span.start : span.end]
            chars[span.start : span.end] = [f"\\{char}" if cell and char == "|" else char for char in words]
    return _woven(prose, chars, _LINE_BREAK if one_line else _BREAK)


def _woven(prose: Prose, chars: list[str], line_break: str) -> str:
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for span in prose.spans:
        opening, closing = _fences(prose, span)
        before[span.start] = before.get(span.start, "") + opening
        after[span.end] = closing + after.get(span.end, "")
    pieces = []
    for position, char in enumerate(chars):
        pieces.append(after.get(position, ""))
        pieces.append(before.get(position, ""))
        pieces.append(line_break if char == "\n" else char)
    pieces.append(after.get(len(chars), ""))
    return "".join(pieces)


def _fences(prose: Prose, span: Span) -> tuple[str, str]:
    match span.kind:
        case MarkKind.LINK:
            return "[", f"]({destination(span.href)})"
        case MarkKind.CODE:
            return _code_fences(prose.text[span.start : span.end])
        case MarkKind.STRONG:
            return "**", "**"
        case _:
            fence = _emphasis_fence(prose, span)
            return fence, fence


def _code_fences(words: str) -> tuple[str, str]:
    fence = "`"
    while fence in words:
        fence += "`"
    pad = " " if "`" in (words[0], words[-1]) else ""
    return fence + pad, pad + fence


def _emphasis_fence(prose: Prose, span: Span) -> str:
    """A star; an underscore where stars would touch, or where the line would look like a credit."""
    text = prose.text
    edges = {span.start, span.end}
    for other in prose.spans:
        starred = other != span and other.kind in (MarkKind.STRONG, MarkKind.EMPHASIS)
        if starred and edges & {other.start, other.end}:
            return "_"
    whole_line = text[span.start - 1 : span.start] in ("", "\n") and text[span.end : span.end + 1] in (
        "",
        "\n",
    )
    if whole_line and text[span.start] == "(" and text[span.end - 1] == ")":
        return "_"
    return "*"


def _escape_edges(prose: Prose, span: Span, chars: list[str]) -> None:
    """Escape what is harmless within a word and not beside markup."""
    text = prose.text
    for edge in (span.start - 1, span.start, span.end - 1, span.end):
        if 0 <= edge < len(text) and chars[edge] == text[edge] and text[edge] in _RISKY_AT_EDGE:
            chars[edge] = replacement(text[edge])
    if span.kind in (MarkKind.STRONG, MarkKind.EMPHASIS):
        underscore = span.kind is MarkKind.EMPHASIS and _emphasis_fence(prose, span) == "_"
        starts = sum(other.start == span.start for other in prose.spans)
        ends = sum(other.end == span.end for other in prose.spans)
        if not any(other.end == span.start for other in prose.spans):
            _part(prose.text, chars, span.start - 1, span.start, underscore or starts > 1)
        if not any(other.start == span.end for other in prose.spans):
            _part(prose.text, chars, span.end, span.end - 1, underscore or ends > 1)


def _part(text: str, chars: list[str], outside: int, inside: int, always: bool) -> None:
    """Write a letter outside a fence as an entity where the fence would else not be seen as one.

    CommonMark wants a fence beside punctuation to have white space or punctuation on its other side.
    """
    is_letter = 0 <= outside < len(text) and chars[outside] == text[outside] and not text[outside].isspace()
    if is_letter and (always or not text[inside].isalnum()):
        chars[outside] = f"&#{ord(text[outside])};"
