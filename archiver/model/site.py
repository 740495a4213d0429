"""The site as data: what `assemble` makes of page bundles and `render` turns into files."""

from dataclasses import dataclass

from archiver.model.extraction import Bundle


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

    @property
    def root(self) -> str:
        """The path part of `base_url`, which every internal link begins with; ends in a slash."""
        scheme, separator, rest = self.base_url.partition("://")
        return f"/{rest.partition('/')[2]}" if separator else scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article as the site shows it."""

    bundle: Bundle
    permalink: str
    """Address below the site's root, without a leading slash, ending in one: `times/2022/04/slug/`."""
    folder: str
    """The page bundle's folder below content/, with forward slashes."""
    body_html: str
    """The article's body as safe HTML."""
    comments_html: tuple[str, ...]
    """The text of each comment as safe HTML, in the order of `bundle.comments`."""
    markdown: str
    """The content file as it stands, for the link to the Markdown."""
    edited: bool = False
    """A person has changed the bundle since it was extracted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of a taxonomy, with its pages newest first."""

    name: str
    slug: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """One way to browse: all terms of one kind."""

    name: str
    """Plural and lower-case, also its folder: `sources`, `authors`, `tags`, `dates`."""
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The pages before and after a page in its source, by date."""

    previous: Page | None = None
    next: Page | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole site: pages newest first, undated ones last."""

    config: SiteConfig
    pages: tuple[Page, ...]
    taxonomies: tuple[Taxonomy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file of the built site."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes
