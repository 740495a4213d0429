"""A parsed capture: one string of all visible text, and spans over it.

Every position in a `Document` is an offset into `Document.text`, in characters. Blocks, containers,
marks and claims are half-open spans over that one string, so they compose by comparing numbers. A page has
thousands of them: they are named tuples, made in a third of the time that a frozen dataclass takes.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """The closed set of block kinds."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    PREFORMATTED = "preformatted"
    TABLE = "table"
    PICTURE = "picture"
    CAPTION = "caption"
    EMBED = "embed"
    RULE = "rule"


class Block(NamedTuple):
    """One block of a capture, in page order; the blocks tile `Document.text` without gaps.

    The last character of a block is always its newline, which no reader sees, so a block without
    words (a picture without alt text) can still be claimed.
    """

    kind: BlockKind
    start: int
    end: int
    """Just past the block's closing newline."""
    level: int = 0
    """Heading 1-6; list item and quote: nesting depth from 1; paragraph of a text capture: its indent."""
    ordered: bool = False
    """List item: numbered."""
    number: int | None = None
    """List item: the number printed before it."""
    continued: bool = False
    """A further paragraph of the list item before it."""
    header_rows: int = 0
    """Table: how many rows are headers. Cells are parted by tabs, rows by newlines."""
    url: str | None = None
    """Picture and embed: absolute address of the resource."""
    line: int | None = None
    """1-based line of the capture where the block begins, where one is known."""
    gap: int = 0
    """Blank lines before the block in a text capture; two or more tell of something lost."""


class Container(NamedTuple):
    """An element of the page seen as a span; blocks' elements and telling inline ones alike.

    Text captures have the containers that their indents spell: `ol`, `ul` and `li`.
    """

    tag: str
    start: int
    end: int
    parent: int
    """Index of the enclosing container in `Document.containers`; -1 at the top."""
    tokens: frozenset[str] = frozenset()
    """The lower-case names in the class attribute, and the id."""
    words: frozenset[str] = frozenset()
    """The tokens split at hyphens, underscores, digits and case changes, in lower case."""
    attributes: tuple[tuple[str, str], ...] = ()
    """The few attributes rules may read: id, role, itemprop, itemtype, datetime, title, href, rel,
    aria-label, hidden, and data-* of a short list."""

    def attribute(self, name: str) -> str:
        """The attribute's value, or an empty string."""
        for key, value in self.attributes:
            if key == name:
                return value
        return ""


class MarkKind(StrEnum):
    """The inline markup that survives into Markdown."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"


class Mark(NamedTuple):
    """Inline markup over a span; marks nest or are disjoint, and never cross a block's end."""

    kind: MarkKind
    start: int
    end: int
    href: str = ""
    """Link: the absolute address; only http, https and mailto are ever kept, others are empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that the page says about itself outside its visible text."""

    field: str
    """title, author, agency, publisher, published, modified, section, tag, language, url, image, description,
    comment-count, type, site-name, paywall …"""
    value: str
    evidence: str
    """Where it was said, for example `json-ld NewsArticle.headline` or `meta og:title`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A capture after parsing; the same shape for every page format."""

    text: str
    blocks: tuple[Block, ...]
    containers: tuple[Container, ...] = ()
    """In order of opening, so a parent stands before its children."""
    marks: tuple[Mark, ...] = ()
    """In order of start, wider first."""
    facts: tuple[Fact, ...] = ()
    url: str | None = None
    language: str | None = None
    """BCP 47 tag that the page declares."""
    plain: bool = False
    """True for text captures, whose alt texts are lines and whose containers come from indents."""

    def text_of(self, block: Block) -> str:
        """The block's words, without its closing newline."""
        return self.text[block.start : block.end - 1]
