"""An article and its readers' comments: what extraction makes and the archive keeps."""

from dataclasses import dataclass, field

from archiver.model.document import MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Inline markup over characters of a `Prose`; spans nest or are disjoint, wider first."""

    kind: MarkKind
    start: int
    end: int
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Words with inline markup; a newline is a line break that the author made."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the article, below its headline."""

    prose: Prose
    level: int
    """2 to 6; the headline is the only 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list, or a further paragraph of one."""

    prose: Prose
    depth: int = 1
    """1 for an outermost list. An item is at most one deeper than the one before."""
    ordered: bool = False
    number: int | None = None
    """Ordered items only: the number printed."""
    continued: bool = False
    """A further paragraph of the item before it, at the same depth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One paragraph of a quotation; neighbours of equal depth are one quotation."""

    prose: Prose
    depth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Preformatted:
    """Code or text whose spaces matter."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; every row has as many cells as the first."""

    rows: tuple[tuple[Prose, ...], ...]
    """The first row is the header; its cells may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who made a picture, as printed and in parts."""

    text: str
    """As printed, without brackets and label."""
    photographer: str | None = None
    outlet: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its alt text, caption and credits, each apart."""

    url: str | None = None
    """Absolute address of the picture; None where the capture lost it."""
    alt: str = ""
    caption: Prose = field(default_factory=lambda: Prose(text=""))
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something another site showed inside the article: a post, a video, a map."""

    url: str | None
    """None where the capture only shows that something is missing."""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A thematic break."""


BodyBlock = Heading | Paragraph | ListItem | Quote | Preformatted | Table | Figure | Embed | Break


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One reader's comment."""

    id: str
    """Unique in its article; from the capture, else made from author and text."""
    body: tuple[BodyBlock, ...]
    """Paragraphs, lists, quotes, preformatted; empty for a comment that was deleted."""
    parent: int | None = None
    """Index of the comment it answers, always smaller than its own; None at the top."""
    author: str | None = None
    """None where the capture lost it; never guessed."""
    author_url: str | None = None
    date: str | None = None
    """ISO 8601, as exact as the capture allows."""
    date_printed: str | None = None
    """As printed, kept where it could not be read as a date."""
    url: str | None = None
    """The comment's address on the page it came from."""
    marks: tuple[str, ...] = ()
    """For example editor, author, featured, deleted, pending, spam, pingback."""
    votes: int | None = None
    spam: float = 0.0
    """How likely it is advertising, 0 to 1 in hundredths; the mark `spam`, not this, folds a comment."""
    spam_reasons: tuple[str, ...] = ()
    """What the score is made of, each in a few words without commas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article, every field as the capture gave it; nothing is invented."""

    title: str
    body: tuple[BodyBlock, ...]
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    """People only."""
    agency: str | None = None
    dateline: str = ""
    """Where and when the story opens, for example `SANTA FE, N.M.`"""
    published: str | None = None
    """ISO 8601; None is undated."""
    modified: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    """BCP 47."""
    url: str | None = None
    """Canonical address."""
    site: str | None = None
    """The outlet's name as the page gives it."""
    image: str | None = None
    """Address of the lead picture as the page's metadata names it."""
    comments_declared: int | None = None
    """How many comments the page says it has; None where it does not say."""
    comment_pages_missing: int = 0
    embeds_missing: int = 0
    paywalled: bool = False
    evidence: tuple[tuple[str, str], ...] = ()
    """(field, where it came from), sorted by field."""
