"""What claimed words say, as data: the closed union that rules hand to `compose`."""

from dataclasses import dataclass
from enum import StrEnum

from archiver.model.article import Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """What the story is called, where the words claimed are not exactly that."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote the story."""

    authors: tuple[str, ...] = ()
    agency: str | None = None


class FigurePart(StrEnum):
    """Which part of a figure the words are."""

    ALT = "alt"
    CAPTION = "caption"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """A part of the figure that begins at `figure`; parts of one figure share that number."""

    figure: int
    """Offset where the figure stands in the document; orders figures among the blocks."""
    part: FigurePart
    url: str | None = None
    """Address of the picture, where the capture has it."""
    alt: str = ""
    """Alt text that stands elsewhere, for example in words that are the headline as well."""
    credit: Credit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentHead:
    """What is known about one comment apart from its text."""

    number: int
    """Position among the comments, from 0, in page order."""
    parent: int | None = None
    id: str | None = None
    author: str | None = None
    author_url: str | None = None
    date: str | None = None
    date_printed: str | None = None
    url: str | None = None
    marks: tuple[str, ...] = ()
    votes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """Words of a comment: its text, or the line above it that `head` was read from."""

    head: CommentHead
    is_text: bool = True
    outer: int = 0
    """List nesting of the comment itself in a text capture; deeper items are lists inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """How many comments the page says it has."""

    comments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The publication time that the page prints."""

    published: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Tags or a section that the page prints."""

    tags: tuple[str, ...] = ()
    section: str | None = None


Finding = Titled | Byline | Pictured | Commented | Declared | Dated | Tagged
