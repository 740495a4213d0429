"""The site as data: what `assemble` makes of page bundles and `render` turns into files."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote

from archiver.errors import Diagnostic
from archiver.model.article import Article
from archiver.model.extraction import Bundle, Provenance
from archiver.text import squash

_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*", re.ASCII)


@lru_cache(maxsize=65_536)
def term_name(value: str) -> str:
    """The form in which a source, author, tag or section is one term: NFC, single spaces."""
    return unicodedata.normalize("NFC", squash(value))


def comment_anchor(comment_id: str) -> str:
    """The id of a comment's element on its article's page."""
    return f"comment-{'_'.join(comment_id.split())}"


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of the log of corrections and takedowns."""

    date: str
    """ISO 8601, the day it was made."""
    note: str
    """What was changed or taken down, and why."""
    page: str = ""
    """Permalink of the article; empty where the whole archive is meant."""
    takedown: bool = False
    """The article is not shown: a tombstone with the note stands at its permalink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """What site.toml says, checked and complete; nothing computed."""

    title: str
    description: str = ""
    base_url: str = "/"
    """Where the site will stand, ending in a slash: `https://host/archive/`, or `/` alone."""
    language: str = "en"
    """BCP 47 tag of the site's own words."""
    theme: str = "default"
    page_size: int = 50
    """Articles on one page of a list."""
    contact: str = ""
    """Whom readers write to: an e-mail address, a web address or a line of text."""
    corrections: tuple[Correction, ...] = ()
    """The log, in the order of the file."""

    @property
    def root(self) -> str:
        """The path part of `base_url`, which every internal link begins with; ends in a slash."""
        scheme, separator, rest = self.base_url.partition("://")
        return f"/{rest.partition('/')[2]}" if separator else scheme

    @property
    def absolute(self) -> bool:
        """Whether the site knows its own host, so that canonical addresses can be given."""
        return "://" in self.base_url

    def url(self, path: str) -> str:
        """The address of a path below the site's root, percent-encoded, for links inside the site."""
        return self.root + _quoted(path)

    def canonical(self, path: str) -> str | None:
        """The full address of a path below the site's root; None where the host is not known."""
        return self.base_url + _quoted(path) if self.absolute else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The whole of one article: what its own pages and the search show, and nothing else needs."""

    bundle: Bundle
    body_html: str
    """The article's body as safe HTML."""
    comments_html: tuple[str, ...]
    """The text of each comment as safe HTML, in the order of `bundle.comments`."""
    markdown: str
    """The content file as it stands, for the link to the Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article as the rest of the site shows it: small, for a build holds those of the whole archive."""

    permalink: str
    """Address below the site's root, without a leading slash, ending in one: `times/2022/04/slug/`."""
    folder: str
    """The page bundle's folder below content/, with forward slashes."""
    article: Article
    """Without its body and its evidence."""
    provenance: Provenance
    summary: str
    """The standfirst, else the article's first words, cut between two of them."""
    credits: tuple[str, ...]
    """The photographers, agencies and outlets that the pictures' credits name."""
    comments: int
    """How many were captured."""
    passages: tuple[tuple[str, int], ...]
    """How many entries of the ledger each rule has, by the rule's name."""
    characters: int
    """Of the whole ledger."""
    characters_removed: int
    load: Callable[[], Story] = field(repr=False, compare=False)
    """Gives the whole article, which may cost reading it."""
    digest: str = ""
    """Of the page bundle's files; empty where they are not known."""
    edited: bool = False
    """A person has changed the bundle since it was extracted."""

    @property
    def source(self) -> str:
        """The outlet's name; where a hand-made bundle has none, its outermost folder."""
        return term_name(self.provenance.source) or self.folder.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of a taxonomy, with its pages newest first."""

    name: str
    """As the captures print it; for dates the slug, or `undated`."""
    slug: str
    """Its address below the taxonomy's folder; unique there. A month's has two parts: `2022/04`."""
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """One way to browse: all terms of one kind."""

    name: str
    """Plural, lower-case, also its folder: `sources`, `authors`, `tags`, `sections`, `credits`, `dates`."""
    terms: tuple[Term, ...]
    """By name; dates newest first, a year before its months, a month before its days, `undated` last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A page that has something in common with another."""

    page: Page
    shared: tuple[str, ...]
    """The people and tags that both name, rarest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What stands near a page: before and after it in its source by date, and by what it shares."""

    previous: Page | None = None
    next: Page | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """What an extraction rule says about itself."""

    name: str
    summary: str
    """One sentence."""
    details: tuple[str, ...] = ()
    """Paragraphs: what it claims, how it is told, what it is known to miss."""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole site: pages newest first, undated ones last."""

    config: SiteConfig
    pages: tuple[Page, ...]
    taxonomies: tuple[Taxonomy, ...]
    neighbours: tuple[Neighbours, ...] = ()
    """Those of each page, in the order of `pages`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the owner should know but need not stop for, such as terms with the same slug."""
    gone: tuple[Correction, ...] = ()
    """The takedowns that a tombstone stands for."""
    rules: tuple[RuleNote, ...] = ()
    """The rules of extraction in the order in which they claim."""

    def taxonomy(self, name: str) -> Taxonomy:
        """The taxonomy of that name, empty if the site has none."""
        return next((each for each in self.taxonomies if each.name == name), Taxonomy(name=name, terms=()))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file of the built site."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes
