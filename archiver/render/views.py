"""What templates see: the site's values with their addresses and words made ready once."""

from dataclasses import dataclass

from markupsafe import Markup

from archiver.model.article import Article
from archiver.model.extraction import Provenance
from archiver.model.ledger import Role
from archiver.model.site import Page, Site, term_name
from archiver.render.words import date_words, direction, language_tag, machine_date


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
class SiteView:
    """What every template sees as `site`."""

    title: str
    description: str
    language: str
    direction: str
    root: str
    """The path that every internal link begins with; ends in a slash."""
    articles: int
    comments: int
    sources: int
    years: str
    """`1998–2022`, `2022`, or empty."""
    browse: tuple[Link, ...]
    """The ways to browse, with the number of terms each has."""


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
class Removed:
    """Words of the capture that are not in the article."""

    rule: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What the article template sees as `article`."""

    summary: Summary
    canonical: str | None
    body: Markup
    dateline: str
    modified: Dated | None
    captured: Dated | None
    tags: tuple[Link, ...]
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
    removed: tuple[Removed, ...]
    markdown_url: str
    json_url: str


class Views:
    """Makes the views of one site's pages; every address in a view comes from here."""

    def __init__(self, site: Site) -> None:
        self._config = site.config
        self._terms = {
            (taxonomy.name, term.name): Link(
                text=term.name,
                url=site.config.url(f"{taxonomy.name}/{term.slug}/"),
                count=len(term.pages),
            )
            for taxonomy in site.taxonomies
            for term in taxonomy.terms
        }

    def term(self, taxonomy: str, value: str) -> Link:
        """The link to a term's list; the value as printed names it."""
        return self._terms[taxonomy, term_name(value)]

    def summary(self, page: Page) -> Summary:
        """The summary of a page."""
        article = page.bundle.article
        return Summary(
            title=article.title,
            url=self._config.url(page.permalink),
            standfirst=article.standfirst,
            language=language_tag(article.language),
            direction=direction(article.language or self._config.language),
            source=self.term("sources", page.source),
            authors=self._links("authors", article.authors),
            agency=article.agency,
            section=next(iter(self._links("sections", (article.section or "",))), None),
            published=dated(article.published),
            comments=_comment_count(len(page.bundle.comments), article.comments_declared),
        )

    def article(self, page: Page) -> ArticleView:
        """Everything that an article's own page shows, its thread aside."""
        article, provenance = page.bundle.article, page.bundle.provenance
        captured = len(page.bundle.comments)
        declared = article.comments_declared
        return ArticleView(
            summary=self.summary(page),
            canonical=self._config.canonical(page.permalink),
            body=Markup(page.body_html),
            dateline=article.dateline,
            modified=dated(article.modified) if article.modified else None,
            captured=dated(provenance.captured_at) if provenance.captured_at else None,
            tags=self._links("tags", article.tags),
            comments_captured=captured,
            comments_declared=declared,
            comments_missing=None if declared is None else max(declared - captured, 0),
            gaps=_gaps(article, captured),
            provenance=provenance,
            origin=web_address(provenance.url) or web_address(article.url),
            evidence=article.evidence,
            edited=page.edited,
            removed=tuple(
                Removed(rule=entry.rule, reason=entry.reason, text=entry.text.strip())
                for entry in page.bundle.ledger
                if entry.role is Role.REMOVED and entry.text.strip()
            ),
            markdown_url=self._config.url(f"{page.permalink}index.md"),
            json_url=self._config.url(f"{page.permalink}index.json"),
        )

    def neighbour(self, page: Page | None) -> Link | None:
        """The link to a page before or after, with its date."""
        if page is None:
            return None
        article = page.bundle.article
        return Link(
            text=article.title, url=self._config.url(page.permalink), note=dated(article.published).day
        )

    def _links(self, taxonomy: str, values: tuple[str, ...]) -> tuple[Link, ...]:
        names = dict.fromkeys(term_name(value) for value in values)
        return tuple(self._terms[taxonomy, name] for name in names if name)


def dated(value: str | None, printed: str | None = None) -> Dated:
    """A date's view; `printed` is what the page showed where that could not be read as a date."""
    words = date_words(value) if value or not printed else printed
    return Dated(text=words, machine=machine_date(value))


def web_address(url: str | None) -> str | None:
    """The address if a link may lead there: http and https only."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def site_view(site: Site) -> SiteView:
    """The values that every page of the site shares."""
    years = [term.name for term in site.taxonomy("dates").terms if term.name.isdigit()]
    return SiteView(
        title=site.config.title,
        description=site.config.description,
        language=site.config.language,
        direction=direction(site.config.language),
        root=site.config.root,
        articles=len(site.pages),
        comments=sum(len(page.bundle.comments) for page in site.pages),
        sources=len(site.taxonomy("sources").terms),
        years="–".join(dict.fromkeys((min(years), max(years)))) if years else "",
        browse=tuple(
            Link(
                text=taxonomy.name,
                url=site.config.url(f"{taxonomy.name}/"),
                count=len([term for term in taxonomy.terms if "/" not in term.slug]),
            )
            for taxonomy in site.taxonomies
            if taxonomy.terms
        ),
    )


def _comment_count(captured: int, declared: int | None) -> str:
    if declared is not None and declared > captured:
        return f"{captured:,} of {declared:,} comments"
    return f"{captured:,} comment{'s' * (captured != 1)}" if captured else ""


def _gaps(article: Article, captured: int) -> tuple[str, ...]:
    gaps = []
    if article.published is None:
        gaps.append("The capture gives no date of publication.")
    declared = article.comments_declared
    if declared is not None and declared > captured:
        gaps.append(f"{captured:,} of {declared:,} comments captured.")
    if pages := article.comment_pages_missing:
        gaps.append(f"{pages:,} further page{'s' * (pages != 1)} of comments not captured.")
    if embeds := article.embeds_missing:
        gaps.append(f"{embeds:,} embed{'s' * (embeds != 1)} missing from the capture.")
    if article.paywalled:
        gaps.append("The page was behind a paywall; the text may be incomplete.")
    return tuple(gaps)
