"""Markdown as body blocks: ours exactly, a person's as near as the blocks allow, no word lost."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from archiver.content.markdown.escape import PICTURE_SCHEMES, address
from archiver.content.markdown.lists import tidy
from archiver.content.markdown.read_inline import (
    credit_of,
    lines_of,
    picture_address,
    pictures_apart,
    plain_of,
    prose_of,
)
from archiver.content.markdown.write_blocks import (
    APART,
    EMBED,
    EMBED_MISSING,
    EMBED_MISSING_UNTITLED,
    EMBED_UNTITLED,
    braces_together,
)
from archiver.errors import ContentError, Diagnostic
from archiver.model.article import (
    BodyBlock,
    Break,
    Credit,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Prose,
    Quote,
    Table,
)

CreditBook = Mapping[str, list[Credit]]
_BRACKETS = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)
_BRACKET_DEPTH_LIMIT = 100
_FLOOD = re.compile(r"^(?:[ \t]*+(?:[>*+-]|\d{1,9}[.)])){100}", re.MULTILINE)
_LEVEL_LIMIT = 90
"""The Markdown reader stops at 100; a list takes two levels, and our own deepest one 32."""
_LESS = "nest less than 40 deep"
_INLINE = re.compile(r"[\\`*_\[<&\n]")
_FAR_REACHING = re.compile(r"```|~~~|\]:|[\r\0]")
"""Fences, link definitions and odd line ends act on more than their own paragraph."""
_OPENING = r"(?:[^\W\d_]|[“‘„‚«\"'(]|!\[|\[|\*{1,2}(?:[^\W\d_]|[“‘\"(]))"
"""How a line begins that can open, end or turn into nothing but a paragraph."""
_PARAGRAPH = re.compile(rf"{_OPENING}[^\n]*(?<!\s)(?:\n{_OPENING}[^\n]*(?<!\s))*")
_EMBEDS = frozenset([EMBED, EMBED_MISSING, EMBED_MISSING_UNTITLED, EMBED_UNTITLED])


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.disable(["strikethrough", "inline", "text_join"])
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def read_blocks(text: str, book: CreditBook | None = None) -> tuple[BodyBlock, ...]:
    """The blocks of a body in Markdown; `book` gives the parts of credits by their printed text.

    Raises:
        ContentError: The text is made to exhaust a Markdown reader; its diagnostic names the line.

    """
    _refuse_floods(text)
    return tuple(tidy(_Walk(_tokens(text), book or {}).blocks()))


def _tokens(text: str) -> list[Token]:
    """The text's tokens; paragraphs are seen by their first characters and spared the block reader."""
    if _FAR_REACHING.search(text):
        return _parsed(text)
    tokens: list[Token] = []
    waiting: list[str] = []
    try:
        for chunk in text.split("\n\n"):
            if not _PARAGRAPH.fullmatch(chunk):
                waiting.append(chunk)
                continue
            if waiting:
                tokens += _parsed("\n\n".join(waiting))
                waiting = []
            tokens.append(Token("inline", "", 0, content=chunk, children=_inline(chunk, {})))
        if waiting:
            tokens += _parsed("\n\n".join(waiting))
    except ContentError:
        return _parsed(text)  # names the line in the whole text
    return tokens


def _parsed(text: str) -> list[Token]:
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    for token in tokens:
        if token.level >= _LEVEL_LIMIT:  # the reader drops words where it stops to nest
            line = token.map[0] + 1 if token.map else 1
            raise _flood(line, "lists or quotations nested too deep", _LESS)
        if token.type == "inline":
            token.children = _inline(token.content, env)
    return tokens


def _inline(text: str, env: dict[str, Any]) -> list[Token]:
    """The inline tokens; words without anything to act on are spared the reader, which costs most."""
    tokens: list[Token] = []
    if _INLINE.search(text):
        _parser().inline.parse(text, _parser(), env, tokens)
    else:
        tokens.append(Token("text", "", 0, content=text))
    return tokens


def _refuse_floods(text: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        step = match[0]
        depth = depth + 1 if step == "[" else max(0, depth - 1) if step == "]" else depth
        if step[0] == "\n":
            depth = 0
        if depth > _BRACKET_DEPTH_LIMIT:
            line = text.count("\n", 0, match.start()) + 1
            raise _flood(line, "brackets nested too deep", "write \\[ for a bracket that is text")
    if flood := _FLOOD.search(text):
        line = text.count("\n", 0, flood.start()) + 1
        raise _flood(line, "lists or quotations nested too deep", _LESS)


def _flood(line: int, message: str, hint: str) -> ContentError:
    return ContentError(Diagnostic(code="markdown-flood", message=message, hint=hint, line=line))


class _Walk:
    """One pass over block tokens, with the lists and quotations that are open."""

    def __init__(self, tokens: Sequence[Token], book: CreditBook) -> None:
        self._tokens = tokens
        self._book = {text: list(known) for text, known in book.items()}
        self._open: list[str] = []
        self._number: list[int | None] = []
        self._fresh = False

    def blocks(self) -> Iterator[BodyBlock]:
        """The blocks in order."""
        rows: list[list[Prose]] = []
        heading: int | None = None
        for token in self._tokens:
            match token.type:
                case "heading_open":
                    heading = int(token.tag[1])
                case "heading_close":
                    heading = None
                case "tr_open":
                    rows.append([])
                case "th_open" | "td_open":
                    rows[-1].append(Prose(text=""))
                case "table_close":
                    yield Table(rows=tuple(tuple(row) for row in rows))
                    rows = []
                case "fence" | "code_block":
                    yield _preformatted(token)
                case "hr":
                    yield Break()
                case "inline" if rows:
                    rows[-1][-1] = prose_of(token.children)
                case "inline" if heading:
                    yield Heading(prose=prose_of(token.children), level=max(2, heading))
                case "inline":
                    yield from self._words(token.children or [])
                case _:
                    self._nest(token)

    def _nest(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "blockquote_open":
                self._open.append(token.type)
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                self._open.pop()
            case "list_item_open":
                self._number.append(int(token.info) if token.info.isdigit() else None)
                self._fresh = True
            case "list_item_close":
                self._number.pop()
                self._fresh = False

    def _words(self, tokens: Sequence[Token]) -> Iterator[BodyBlock]:
        if not self._open:
            yield from self._top(tokens)
        elif self._open[-1] == "blockquote_open":
            yield Quote(prose=prose_of(tokens), depth=self._open.count("blockquote_open"))
        else:
            yield ListItem(
                prose=prose_of(tokens),
                depth=len(self._number),
                ordered=self._open[-1] == "ordered_list_open",
                number=self._number[-1],
                continued=not self._fresh,
            )
            self._fresh = False

    def _top(self, tokens: Sequence[Token]) -> Iterator[BodyBlock]:
        embed = _embed(tokens)
        if embed:
            yield embed
            return
        for part in pictures_apart(tokens):
            if part[0].type == "image":
                yield self._figure(part)
            else:
                yield Paragraph(prose=prose_of(part))

    def _figure(self, tokens: Sequence[Token]) -> Figure:
        picture, lines = tokens[0], lines_of(tokens[1:])
        printed: list[str] = []
        while len(lines) > 1 and (credit := credit_of(lines[-1])) is not None:
            printed.insert(0, credit)
            lines.pop()
        caption = list(tokens[1:])
        if printed:
            breaks = [index for index, token in enumerate(caption) if token.type == "hardbreak"]
            caption = caption[: breaks[len(lines) - 1]]
        return Figure(
            url=picture_address(picture),
            alt=plain_of(picture.children),
            caption=prose_of(caption),
            credits=tuple(self._credit(text) for text in printed),
        )

    def _credit(self, text: str) -> Credit:
        """The credit with its parts; of several in the book, the one whose turn it is."""
        known = self._book.get(text)
        if not known:
            return Credit(text=text)
        return known.pop(0) if len(known) > 1 else known[0]


def _preformatted(token: Token) -> Preformatted:
    text = token.content.removesuffix("\n")
    return Preformatted(text=braces_together(text) if token.info.strip() == APART else text)


def _embed(tokens: Sequence[Token]) -> Embed | None:
    """The embed that a paragraph of one link with one of our titles stands for."""
    if len(tokens) < 2 or tokens[0].type != "link_open" or tokens[-1].type != "link_close":
        return None
    kind = tokens[0].attrs.get("title")
    if kind not in _EMBEDS or any(token.type == "link_close" for token in tokens[:-1]):
        return None
    url = address(str(tokens[0].attrs.get("href", "")), PICTURE_SCHEMES)
    untitled = kind in (EMBED_UNTITLED, EMBED_MISSING_UNTITLED)
    return Embed(url=url, title="" if untitled else plain_of(tokens))
