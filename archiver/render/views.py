"""Makes what templates see of the site's values."""

import re
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from archiver.model.article import Article
from archiver.model.site import Correction, Neighbours, Page, Site, SiteConfig, Story, term_name
from archiver.render.ledger import rows, shortened
from archiver.render.machines.cite import citations
from archiver.render.values import (
    Around,
    ArticleView,
    Dated,
    Link,
    Notice,
    SiteFrame,
    SiteView,
    Summary,
    Terms,
)
from archiver.render.words import date_words, direction, instant, language_tag, machine_date
from archiver.text import slug

RULES = "about/rules/"
"""The page that tells of the rules of extraction."""
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


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
        self._moved: dict[str, list[str]] = {}
        for taxonomy in site.taxonomies:
            for term in taxonomy.terms if taxonomy.name != "dates" else ():
                if slug(term.name) != term.slug:
                    for page in term.pages:
                        self._moved.setdefault(page.permalink, []).append(f"{taxonomy.name}/{term.slug}")
        shown = {page.permalink for page in site.pages} | {entry.page for entry in site.gone}
        self.log = tuple(_notice(site.config, entry, shown) for entry in site.config.corrections)
        self._notices: dict[str, tuple[Notice, ...]] = {}
        for notice in self.log:
            self._notices[notice.page] = (*self._notices.get(notice.page, ()), notice)

    def term(self, taxonomy: str, value: str) -> Link:
        """The link to a term's list; the value as printed names it."""
        return self._terms[taxonomy, term_name(value)]

    def terms(self, page: Page) -> Terms:
        """The lists that a page stands in, without their counts, which change with every other article."""
        article = page.article
        return Terms(
            source=self._links("sources", (page.source,))[0],
            authors=self._links("authors", article.authors),
            section=next(iter(self._links("sections", (article.section or "",))), None),
            tags=self._links("tags", article.tags),
            credits=self._links("credits", page.credits),
            day=self._day(article.published),
        )

    def around(self, page: Page, beside: Neighbours) -> Around:
        """What an article's page shows of the rest of the site."""
        return Around(
            terms=self.terms(page),
            previous=self._neighbour(beside.previous),
            next=self._neighbour(beside.next),
            related=tuple(
                replace(self._link_to(each.page), note=", ".join(each.shared)) for each in beside.related
            ),
            corrections=self._notices.get(page.permalink, ()),
        )

    def around_said(self, page: Page, beside: Neighbours) -> tuple[object, ...]:
        """Values that are equal only where the page's bundle and `around` are, made without the links."""
        near = (beside.previous, beside.next, *(each.page for each in beside.related))
        return (
            [near and (near.permalink, near.article.title, near.article.published) for near in near],
            [each.shared for each in beside.related],
            self._notices.get(page.permalink, ()),
            self.moved(page),
        )

    def moved(self, page: Page) -> list[str]:
        """The page's lists that do not stand where their names alone would have them.

        All else that a page shows of its lists follows from the page itself.
        """
        return self._moved.get(page.permalink, [])

    def _link_to(self, page: Page) -> Link:
        return Link(text=page.article.title, url=self._config.url(page.permalink))

    def _neighbour(self, page: Page | None) -> Link | None:
        if page is None:
            return None
        return replace(self._link_to(page), note=dated(page.article.published).day)

    def _day(self, published: str | None) -> Link | None:
        found = _DAY.match(published or "")
        for length in (10, 7, 4):
            name = (found[0] if found else "")[:length].replace("-", "/")
            if ("dates", name) in self._terms:
                link = self._terms["dates", name]
                return Link(text=date_words(name.replace("/", "-")), url=link.url)
        return None

    def _links(self, taxonomy: str, values: Iterable[str]) -> tuple[Link, ...]:
        names = dict.fromkeys(term_name(value) for value in values)
        return tuple(replace(self._terms[taxonomy, name], count=0) for name in names if name)


def summary_view(config: SiteConfig, page: Page, terms: Terms) -> Summary:
    """The summary of a page."""
    article = page.article
    return Summary(
        title=article.title,
        url=config.url(page.permalink),
        standfirst=article.standfirst,
        language=language_tag(article.language),
        direction=direction(article.language or config.language),
        source=terms.source,
        authors=terms.authors,
        agency=article.agency,
        section=terms.section,
        published=dated(article.published),
        comments=_comment_count(page.comments, article.comments_declared),
    )


def article_view(
    config: SiteConfig, page: Page, story: Story, around: Around, rules: frozenset[str]
) -> ArticleView:
    """Everything that an article's own pages show, its thread aside."""
    article, provenance = page.article, page.provenance
    captured = page.comments
    declared = article.comments_declared
    canonical = config.canonical(page.permalink)
    url = config.url(page.permalink)
    styles, formats = citations(config, page)
    removed = rows(story.bundle.ledger, f"{config.root}{RULES}", rules, removed_only=True)
    return ArticleView(
        summary=summary_view(config, page, around.terms),
        canonical=canonical,
        permalink=canonical or url,
        body=Markup(story.body_html),
        dateline=article.dateline,
        modified=dated(article.modified) if article.modified else None,
        captured=dated(provenance.captured_at) if provenance.captured_at else None,
        tags=around.terms.tags,
        credits=around.terms.credits,
        day=around.terms.day,
        related=around.related,
        corrections=around.corrections,
        comments_captured=captured,
        comments_declared=declared,
        comments_missing=None if declared is None else max(declared - captured, 0),
        gaps=_gaps(article, captured),
        provenance=provenance,
        origin=web_address(provenance.url) or web_address(article.url),
        evidence=story.bundle.article.evidence,
        edited=page.edited,
        styles=styles,
        formats=formats,
        removed=shortened(removed),
        removed_count=len(removed),
        passages=len(story.bundle.ledger),
        url=url,
        markdown_url=f"{url}index.md",
        json_url=f"{url}index.json",
        ledger_url=f"{url}ledger.html",
    )


def dated(value: str | None, printed: str | None = None) -> Dated:
    """A date's view; `printed` is what the page showed where that could not be read as a date."""
    words = date_words(value) if value or not printed else printed
    return Dated(text=words, machine=machine_date(value))


def web_address(url: str | None) -> str | None:
    """The address if a link may lead there: http and https only."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def frame(site: Site) -> SiteFrame:
    """The values that every page of the site shares."""
    config = site.config
    return SiteFrame(
        title=config.title,
        description=config.description,
        language=config.language,
        direction=direction(config.language),
        root=config.root,
        browse=tuple(replace(link, count=0) for link in _browse(site)),
        contact=config.contact,
        rules=frozenset(rule.name for rule in site.rules),
        absolute=config.absolute,
    )


def site_view(site: Site) -> SiteView:
    """The frame, and what the archive holds."""
    base = frame(site)
    years = [term.name for term in site.taxonomy("dates").terms if term.name.isdigit()]
    return SiteView(
        title=base.title,
        description=base.description,
        language=base.language,
        direction=base.direction,
        root=base.root,
        browse=_browse(site),
        contact=base.contact,
        rules=base.rules,
        absolute=base.absolute,
        articles=len(site.pages),
        comments=sum(page.comments for page in site.pages),
        sources=len(site.taxonomy("sources").terms),
        years="–".join(dict.fromkeys((min(years), max(years)))) if years else "",
        newest=_newest(site),
    )


def _browse(site: Site) -> tuple[Link, ...]:
    return tuple(
        Link(
            text=taxonomy.name,
            url=site.config.url(f"{taxonomy.name}/"),
            count=len([term for term in taxonomy.terms if "/" not in term.slug]),
        )
        for taxonomy in site.taxonomies
        if taxonomy.terms
    )


def _newest(site: Site) -> Dated | None:
    """The newest moment that the content itself names, so that the same content tells the same."""
    said = (
        (instant(value), value)
        for page in site.pages
        for value in (page.provenance.captured_at, page.article.published)
        if value
    )
    newest = max(((at, value) for at, value in said if at), default=None)
    return dated(newest[1]) if newest else None


def _notice(config: SiteConfig, entry: Correction, shown: set[str]) -> Notice:
    return Notice(
        date=dated(entry.date),
        note=entry.note,
        takedown=entry.takedown,
        url=config.url(entry.page) if entry.page in shown else "",
        page=entry.page,
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
