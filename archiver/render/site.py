"""The room's verb: a site and a theme become files."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from archiver.errors import BuildError, Diagnostic
from archiver.model.site import Neighbours, OutputFile, Page, Site, SiteConfig
from archiver.render import calendar
from archiver.render.about import holdings, removed_share, rule_views
from archiver.render.article import article_files
from archiver.render.lists import FEEDS, Listing, a_to_z, listings
from archiver.render.machines.dump import Dump
from archiver.render.machines.feeds import Feeds
from archiver.render.machines.sitemaps import news_sitemap, open_search, robots, sitemaps
from archiver.render.theme import Theme, load_theme
from archiver.render.values import Around, Link, SiteFrame
from archiver.render.views import RULES, Views, frame, site_view, summary_view

NEWEST = 12
"""Articles on the home page."""
HOME_TERMS = 12
"""Sources, sections and authors on the home page."""
MANIFEST = "manifest.sha256"
"""The checksums of every other file that rendering makes, as `sha256sum --check` reads them."""
_GONE = "gone.html"
ArticleFiles = Callable[[SiteConfig, Theme, SiteFrame, Page, Around], Iterator[OutputFile]]
"""What gives all files of one article; a caller may give some that were made before."""


def render(site: Site, theme: Path, files_of: ArticleFiles = article_files) -> Iterator[OutputFile]:
    """Every file of the site but the search index, in a fixed order; the theme is a folder.

    Raises ConfigError for a theme that breaks its contract, BuildError for one that fails on a page or
    where two files would have the same place.
    """
    taken: dict[str, str] = {}
    sums: list[tuple[str, str]] = []
    for file in _Pages(site, load_theme(theme), files_of).files():
        place = unicodedata.normalize("NFC", file.path).casefold()
        if place in taken:
            raise _same_place(taken[place], file.path)
        taken[place] = file.path
        sums.append((file.path, hashlib.sha256(file.data).hexdigest()))
        yield file
    told = "".join(f"{digest}  {path}\n" for path, digest in sorted(sums))
    yield OutputFile(path=MANIFEST, data=told.encode())


class _Pages:
    """One build: the site, its theme, and the cards that lists share."""

    def __init__(self, site: Site, theme: Theme, files_of: ArticleFiles) -> None:
        self._site = site
        self._files_of = files_of
        self._theme = theme
        self._views = Views(site)
        self._frame = frame(site)
        self._whole = site_view(site)
        self._cards: dict[str, Markup] = {}
        self._listed: list[str] = []

    def files(self) -> Iterator[OutputFile]:
        for path, data in self._theme.static:
            yield OutputFile(path=f"assets/{path}", data=data)
        yield self._home()
        yield from self._articles()
        for taxonomy in self._site.taxonomies:
            for listing in listings(self._site.config, taxonomy):
                yield self._listing(listing)
        for listing in a_to_z(self._site.config, self._site.taxonomies):
            yield self._listing(listing)
        yield from self._on_this_day()
        yield from self._about()
        yield self._html("search.html", "search/", {})
        yield self._file("404.html", "404.html", {"canonical": None})
        yield from self._machines()

    def _home(self) -> OutputFile:
        years = [term for term in self._site.taxonomy("dates").terms if "/" not in term.slug]
        values = {
            "cards": self._cards_of(self._site.pages[:NEWEST]),
            "dates": [self._views.term("dates", term.name) for term in years],
            "sources": self._largest("sources"),
            "sections": self._largest("sections"),
            "authors": self._largest("authors"),
        }
        return self._html("home.html", "", values)

    def _largest(self, taxonomy: str) -> list[Link]:
        """The terms with most articles, by name; the index has them all."""
        terms = self._site.taxonomy(taxonomy).terms
        chosen = {term.slug for term in sorted(terms, key=lambda term: -len(term.pages))[:HOME_TERMS]}
        return [self._views.term(taxonomy, term.name) for term in terms if term.slug in chosen]

    def _articles(self) -> Iterator[OutputFile]:
        config = self._site.config
        dump = Dump(self._site)
        beside = self._site.neighbours or (Neighbours(),) * len(self._site.pages)
        for page, near in zip(self._site.pages, beside, strict=True):
            self._listed.append(page.permalink)
            around = self._views.around(page, near)
            for file in self._files_of(config, self._theme, self._frame, page, around):
                yield file
                if file.path.endswith("index.json"):
                    yield from dump.add(page, file.data)
        yield dump.index()
        for notice in self._views.log:
            if notice.takedown:
                path = f"{notice.page}index.html"
                values = {"notice": notice, "canonical": config.canonical(notice.page)}
                yield self._file(_GONE, path, values)

    def _on_this_day(self) -> Iterator[OutputFile]:
        table, days = calendar.on_this_day(self._site.config, self._site.pages)
        yield self._html("days.html", calendar.ON_THIS_DAY, {"calendar": table})
        up = (Link(text="On this day", url=self._site.config.url(calendar.ON_THIS_DAY)),)
        for day, pages in days.items():
            values = {"title": calendar.day_name(day), "up": up, "total": len(pages)}
            path = f"{calendar.ON_THIS_DAY}{day}/"
            yield self._listing(Listing(template="day.html", path=path, values=values, pages=pages))

    def _about(self) -> Iterator[OutputFile]:
        rows, total = holdings(self._site, self._views)
        removed, whole = removed_share(self._site.pages)
        values = {"holdings": rows, "total": total, "removed": removed, "whole": whole}
        yield self._html("about.html", "about/", values)
        yield self._html("rules.html", RULES, {"rules": rule_views(self._site)})
        edited = [self._card(page) for page in self._site.pages if page.edited]
        yield self._html("corrections.html", "corrections/", {"log": self._views.log, "edited": edited})

    def _machines(self) -> Iterator[OutputFile]:
        feeds = Feeds(self._site.config)
        found = list(feeds.files(self._site.pages))
        for taxonomy in self._site.taxonomies:
            if taxonomy.name in FEEDS:
                for term in taxonomy.terms:
                    found += feeds.files(term.pages, path=f"{taxonomy.name}/{term.slug}/", title=term.name)
        found += sitemaps(self._site, self._listed)
        found += [
            ("sitemap-news.xml", news_sitemap(self._site)),
            ("robots.txt", robots(self._site.config)),
        ]
        if described := open_search(self._site.config):
            found.append(("opensearch.xml", described))
        for path, data in found:
            yield OutputFile(path=path, data=data)

    def _listing(self, listing: Listing) -> OutputFile:
        values = {**listing.values, "site": self._frame, "cards": self._cards_of(listing.pages)}
        return self._html(listing.template, listing.path, values)

    def _cards_of(self, pages: tuple[Page, ...]) -> tuple[Markup, ...]:
        return tuple(self._card(page) for page in pages)

    def _card(self, page: Page) -> Markup:
        card = self._cards.get(page.permalink)
        if card is None:
            view = summary_view(self._site.config, page, self._views.terms(page))
            values = {"site": self._frame, "summary": view}
            card = Markup(self._theme.page("card.html", page.permalink, values))
            self._cards[page.permalink] = card
        return card

    def _html(self, template: str, path: str, values: Mapping[str, Any]) -> OutputFile:
        self._listed.append(path)
        canonical = self._site.config.canonical(path)
        return self._file(template, f"{path}index.html", {"canonical": canonical, **values})

    def _file(self, template: str, path: str, values: Mapping[str, Any]) -> OutputFile:
        place = path.removesuffix("index.html")
        html = self._theme.page(template, place, {"site": self._whole, **values})
        return OutputFile(path=path, data=html.encode())


def _same_place(first: str, second: str) -> BuildError:
    return BuildError(
        Diagnostic(
            code="output-collision",
            path=second,
            message=f"two files of the site have the same place: {first} and {second}",
            hint="rename the page bundle's folder or the theme's file",
        )
    )
