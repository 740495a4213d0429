"""The room's verb: a site and a theme become files."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from archiver.errors import BuildError, Diagnostic
from archiver.model.site import Neighbours, OutputFile, Page, Site
from archiver.render.data import article_json, json_ld, meta_tags
from archiver.render.feeds import atom_feed, robots, sitemaps
from archiver.render.lists import Listing, listings
from archiver.render.theme import Theme, load_theme
from archiver.render.thread import thread
from archiver.render.views import Link, Views, site_view

NEWEST = 12
"""Articles on the home page."""
HOME_TERMS = 24
"""Sources, and sections, on the home page."""


def render(site: Site, theme: Path) -> Iterator[OutputFile]:
    """Every file of the site but the search index, in a fixed order; the theme is a folder.

    Raises ConfigError for a theme that breaks its contract, BuildError for one that fails on a page or
    where two files would have the same place.
    """
    taken: dict[str, str] = {}
    for file in _Pages(site, load_theme(theme)).files():
        place = unicodedata.normalize("NFC", file.path).casefold()
        if place in taken:
            raise _same_place(taken[place], file.path)
        taken[place] = file.path
        yield file


class _Pages:
    """One build: the site, its theme, and the cards that lists share."""

    def __init__(self, site: Site, theme: Theme) -> None:
        self._site = site
        self._theme = theme
        self._views = Views(site)
        self._shared = {"site": site_view(site)}
        self._cards: dict[str, Markup] = {}
        self._listed: list[str] = []

    def files(self) -> Iterator[OutputFile]:
        for path, data in self._theme.static:
            yield OutputFile(path=f"assets/{path}", data=data)
        yield self._home()
        around = self._site.neighbours or (Neighbours(),) * len(self._site.pages)
        for page, beside in zip(self._site.pages, around, strict=True):
            yield from self._article(page, beside)
        for taxonomy in self._site.taxonomies:
            for listing in listings(self._site.config, taxonomy):
                yield self._listing(listing)
        yield self._html("search.html", "search/", {})
        yield self._file("404.html", "404.html", {"canonical": None})
        yield OutputFile(path="feed.xml", data=atom_feed(self._site))
        for path, data in sitemaps(self._site, self._listed):
            yield OutputFile(path=path, data=data)
        yield OutputFile(path="robots.txt", data=robots(self._site.config))

    def _home(self) -> OutputFile:
        years = [term for term in self._site.taxonomy("dates").terms if "/" not in term.slug]
        values = {
            "cards": self._cards_of(self._site.pages[:NEWEST]),
            "dates": [self._views.term("dates", term.name) for term in years],
            "sources": self._largest("sources"),
            "sections": self._largest("sections"),
        }
        return self._html("home.html", "", values)

    def _largest(self, taxonomy: str) -> list[Link]:
        """The terms with most articles, by name; the index has them all."""
        terms = self._site.taxonomy(taxonomy).terms
        chosen = {term.slug for term in sorted(terms, key=lambda term: -len(term.pages))[:HOME_TERMS]}
        return [self._views.term(taxonomy, term.name) for term in terms if term.slug in chosen]

    def _article(self, page: Page, beside: Neighbours) -> Iterator[OutputFile]:
        values = {
            "article": self._views.article(page),
            "thread": self._thread(page),
            "previous": self._views.neighbour(beside.previous),
            "next": self._views.neighbour(beside.next),
            "json_ld": json_ld(self._site.config, page),
            "meta_tags": meta_tags(page.bundle.article, page.source),
        }
        yield self._html("article.html", page.permalink, values)
        yield OutputFile(path=f"{page.permalink}index.md", data=page.markdown.encode())
        yield OutputFile(path=f"{page.permalink}index.json", data=article_json(self._site.config, page))

    def _thread(self, page: Page) -> Markup:
        if not page.bundle.comments:
            return Markup()
        values = {**self._shared, "steps": thread(page)}
        return Markup(self._theme.page("thread.html", page.permalink, values))

    def _listing(self, listing: Listing) -> OutputFile:
        cards = self._cards_of(listing.pages)
        return self._html(listing.template, listing.path, {**listing.values, "cards": cards})

    def _cards_of(self, pages: tuple[Page, ...]) -> tuple[Markup, ...]:
        return tuple(self._card(page) for page in pages)

    def _card(self, page: Page) -> Markup:
        card = self._cards.get(page.permalink)
        if card is None:
            values = {**self._shared, "summary": self._views.summary(page)}
            card = Markup(self._theme.page("card.html", page.permalink, values))
            self._cards[page.permalink] = card
        return card

    def _html(self, template: str, path: str, values: Mapping[str, Any]) -> OutputFile:
        self._listed.append(path)
        canonical = self._site.config.canonical(path)
        return self._file(template, f"{path}index.html", {"canonical": canonical, **values})

    def _file(self, template: str, path: str, values: Mapping[str, Any]) -> OutputFile:
        html = self._theme.page(template, path, {**self._shared, **values})
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
