"""What templates see, as types: plain values with their addresses and words made ready once."""

from dataclasses import dataclass

from markupsafe import Markup

from archiver.model.extraction import Provenance
from archiver.render.ledger import Row
from archiver.render.machines.cite import Format, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place in the site."""

    text: str
    url: str
    count: int = 0
    """Articles there, for terms."""
    note: str = ""
    """A few more words, for neighbours their date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date for people and for machines."""

    text: str
    """In words; `undated` where there is none."""
    machine: str | None
    """For a `datetime` attribute; None where there is no exact form."""

    @property
    def day(self) -> str:
        """In words, without the time of day; what was only printed stays whole."""
        return self.text.partition(",")[0] if self.machine else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFrame:
    """What articles, ledgers and lists see as `site`: nothing that a further article would change.

    So a new article makes new only the pages that show it.
    """

    title: str
    description: str
    language: str
    direction: str
    root: str
    """The path that every internal link begins with; ends in a slash."""
    browse: tuple[Link, ...]
    """The ways to browse."""
    contact: str
    rules: frozenset[str]
    """Names of the rules that the page about them tells of."""
    absolute: bool
    """Whether the site knows its own host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What pages about the whole site see as `site`: the frame's values, and what the archive holds."""

    title: str
    description: str
    language: str
    direction: str
    root: str
    browse: tuple[Link, ...]
    """The ways to browse, with the number of terms each has."""
    contact: str
    rules: frozenset[str]
    absolute: bool

    articles: int
    comments: int
    sources: int
    years: str
    """`1998–2022`, `2022`, or empty."""
    newest: Dated | None
    """The newest date in the archive, of a capture or an article; the archive's state, not the clock's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The lists that an article stands in."""

    source: Link
    authors: tuple[Link, ...] = ()
    section: Link | None = None
    tags: tuple[Link, ...] = ()
    credits: tuple[Link, ...] = ()
    day: Link | None = None
    """The list of its day, month or year, as exact as its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One line of the log of corrections and takedowns."""

    date: Dated
    note: str
    takedown: bool
    url: str
    """The article's page; empty where the whole archive is meant or no page stands there."""
    page: str
    """The article's permalink as the log has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """All that an article's page shows of the rest of the site; small, so that it can be remade alone."""

    terms: Terms
    previous: Link | None = None
    next: Link | None = None
    related: tuple[Link, ...] = ()
    """Each with the shared names as its note."""
    corrections: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a card shows of an article, and its own page too."""

    title: str
    url: str
    standfirst: str
    language: str | None
    direction: str
    source: Link
    authors: tuple[Link, ...]
    agency: str | None
    section: Link | None
    published: Dated
    comments: str
    """`36 of 94 comments`, `3 comments`, or empty where the page had and declared none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What the templates of an article's pages see as `article`."""

    summary: Summary
    canonical: str | None
    permalink: str
    """The full address where the host is known, else the path: what a citation and a print show."""
    body: Markup
    dateline: str
    modified: Dated | None
    captured: Dated | None
    tags: tuple[Link, ...]
    credits: tuple[Link, ...]
    day: Link | None
    related: tuple[Link, ...]
    corrections: tuple[Notice, ...]
    comments_captured: int
    comments_declared: int | None
    comments_missing: int | None
    """Declared and not captured; None where the page does not say."""
    gaps: tuple[str, ...]
    """What the archive knows that it lacks, each as a sentence."""
    provenance: Provenance
    origin: str | None
    """The address it came from where that is a web address."""
    evidence: tuple[tuple[str, str], ...]
    edited: bool
    styles: tuple[Style, ...]
    """How to cite it, in print."""
    formats: tuple[Format, ...]
    """How to cite it, as files beside the page."""
    removed: tuple[Row, ...]
    """The first passages that were removed, at most `REMOVED_SHOWN` and `REMOVED_CHARACTERS` of them."""
    removed_count: int
    """All of them."""
    passages: int
    """Of the whole ledger; 0 where there is none."""
    url: str
    markdown_url: str
    json_url: str
    ledger_url: str
