"""The room's verb: a site and a theme become files."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from archiver.errors import BuildError, Diagnostic
from archiver.model.site import Neighbours, OutputFile, Page, Site
from archiver.render import calendar
from archiver.render.about import holdings, removed_share, rule_views
from archiver.render.article import article_files
from archiver.render.lists import FEEDS, Listing, a_to_z, listings
from archiver.render.machines.dump import Dump
from archiver.render.machines.feeds import Feeds
from archiver.render.machines.sitemaps import news_sitemap, open_search, robots, sitemaps
from archiver.render.parts import Part, Place, Placed, in_memory, one_file
from archiver.render.theme import Theme, load_theme
from archiver.render.values import Link, Notice
from archiver.render.views import RULES, Views, frame, site_view, summary_view

NEWEST = 12
"""Articles on the home page."""
HOME_TERMS = 12
"""Sources, sections and authors on the home page."""
MANIFEST = "manifest.sha256"
"""The checksums of every other file that rendering makes, as `sha256sum --check` reads them."""
_GONE = "gone.html"


def render(site: Site, theme: Path) -> Iterator[OutputFile]:
    """Every file of the site but the search index, in a fixed order; the theme is a folder.

    Raises what `render_parts` raises.
    """
    found: list[OutputFile] = []
    render_parts(site, theme, in_memory(found))
    yield from found


def render_parts(site: Site, theme: Path, place: Place) -> None:
    """Give `place` every part of the site but the search index, in a fixed order; the theme is a folder.

    Raises ConfigError for a theme that breaks its contract, BuildError for one that fails on a page or
    where two files would have the same place.
    """
    taken: dict[str, str] = {}
    sums: list[tuple[str, str]] = []

    def take(part: Part) -> tuple[Placed, ...]:
        files = place(part)
        for file in files:
            standing = file.path if file.path.isascii() else unicodedata.normalize("NFC", file.path)
            if (folded := standing.casefold()) in taken:
                raise _same_place(taken[folded], file.path)
            taken[folded] = file.path
            sums.append((file.path, file.sha256))
        return files

    _Pages(site, load_theme(theme), take).place_all()
    told = "".join(f"{digest}  {path}\n" for path, digest in sorted(sums))
    place(one_file(MANIFEST, told.encode))


class _Pages:
    """One build: the site, its theme, and the cards that lists share."""

    def __init__(self, site: Site, theme: Theme, place: Place) -> None:
        self._site = site
        self._place = place
        self._theme = theme
        self._views = Views(site)
        self._frame = frame(site)
        self._whole = site_view(site)
        # Said once: every page reads one of the two. A set says its members in any order.
        rules = sorted(self._frame.rules)
        self._frame_said = repr((replace(self._frame, rules=frozenset()), rules))
        self._whole_said = repr((replace(self._whole, rules=frozenset()), rules))
        self._cards: dict[str, Markup] = {}
        self._listed: list[str] = []

    def place_all(self) -> None:
        self._place(Part(name="assets", reads=(), make=self._assets))
        self._home()
        self._articles()
        for notice in self._views.log:
            if notice.takedown:
                self._tombstone(notice)
        for taxonomy in self._site.taxonomies:
            for listing in listings(self._site.config, taxonomy):
                self._listing(listing)
        for listing in a_to_z(self._site.config, self._site.taxonomies):
            self._listing(listing)
        self._on_this_day()
        self._about()
        self._html("search.html", "search/", {})
        self._file("404.html", "404.html", {"canonical": None})
        self._feeds()
        self._machines()

    def _assets(self) -> Iterator[OutputFile]:
        for path, data in self._theme.static:
            yield OutputFile(path=f"assets/{path}", data=data)

    def _home(self) -> None:
        years = [term for term in self._site.taxonomy("dates").terms if "/" not in term.slug]
        values = {
            "dates": [self._views.term("dates", term.name) for term in years],
            "sources": self._largest("sources"),
            "sections": self._largest("sections"),
            "authors": self._largest("authors"),
        }
        self._html("home.html", "", values, pages=self._site.pages[:NEWEST])

    def _largest(self, taxonomy: str) -> list[Link]:
        """The terms with most articles, by name; the index has them all."""
        terms = self._site.taxonomy(taxonomy).terms
        chosen = {term.slug for term in sorted(terms, key=lambda term: -len(term.pages))[:HOME_TERMS]}
        return [self._views.term(taxonomy, term.name) for term in terms if term.slug in chosen]

    def _articles(self) -> None:
        dump = Dump(self._site, self._place)
        beside = self._site.neighbours or (Neighbours(),) * len(self._site.pages)
        for page, near in zip(self._site.pages, beside, strict=True):
            self._listed.append(page.permalink)
            for file in self._place(self._article(page, near)):
                if file.path.endswith("/index.json"):
                    dump.add(page, file)
        dump.finish()

    def _article(self, page: Page, near: Neighbours) -> Part:
        def make() -> Iterator[OutputFile]:
            around = self._views.around(page, near)
            return article_files(self._site.config, self._theme, self._frame, page, around)

        reads = (self._frame_said, page.digest, self._views.around_said(page, near))
        return Part(name=f"article {page.permalink}", reads=reads if page.digest else None, make=make)

    def _tombstone(self, notice: Notice) -> None:
        canonical = self._site.config.canonical(notice.page)
        self._file(_GONE, f"{notice.page}index.html", {"notice": notice, "canonical": canonical})

    def _on_this_day(self) -> None:
        table, days = calendar.on_this_day(self._site.config, self._site.pages)
        self._html("days.html", calendar.ON_THIS_DAY, {"calendar": table})
        up = (Link(text="On this day", url=self._site.config.url(calendar.ON_THIS_DAY)),)
        for day, pages in days.items():
            values = {"title": calendar.day_name(day), "up": up, "total": len(pages)}
            path = f"{calendar.ON_THIS_DAY}{day}/"
            self._listing(Listing(template="day.html", path=path, values=values, pages=pages))

    def _about(self) -> None:
        rows, total = holdings(self._site, self._views)
        removed, whole = removed_share(self._site.pages)
        values = {"holdings": rows, "total": total, "removed": removed, "whole": whole}
        self._html("about.html", "about/", values)
        self._html("rules.html", RULES, {"rules": rule_views(self._site)})
        edited = tuple(page for page in self._site.pages if page.edited)
        self._html(
            "corrections.html", "corrections/", {"log": self._views.log}, pages=edited, cards_name="edited"
        )

    def _feeds(self) -> None:
        feeds = Feeds(self._site.config)
        self._place(feeds.part(self._site.pages))
        for taxonomy in self._site.taxonomies:
            if taxonomy.name in FEEDS:
                for term in taxonomy.terms:
                    path = f"{taxonomy.name}/{term.slug}/"
                    self._place(feeds.part(term.pages, path=path, title=term.name))

    def _machines(self) -> None:
        found = [
            *sitemaps(self._site, self._listed),
            ("sitemap-news.xml", news_sitemap(self._site)),
            ("robots.txt", robots(self._site.config)),
        ]
        if described := open_search(self._site.config):
            found.append(("opensearch.xml", described))
        for path, data in found:
            self._place(one_file(path, lambda data=data: data))  # type: ignore[misc]

    def _listing(self, listing: Listing) -> None:
        self._html(
            listing.template, listing.path, {**listing.values, "site": self._frame}, pages=listing.pages
        )

    def _cards_of(self, pages: Iterable[Page]) -> tuple[Markup, ...]:
        return tuple(self._card(page) for page in pages)

    def _card(self, page: Page) -> Markup:
        card = self._cards.get(page.permalink)
        if card is None:
            view = summary_view(self._site.config, page, self._views.terms(page))
            values = {"site": self._frame, "summary": view}
            card = Markup(self._theme.page("card.html", page.permalink, values))
            self._cards[page.permalink] = card
        return card

    def _html(
        self,
        template: str,
        path: str,
        values: Mapping[str, Any],
        *,
        pages: tuple[Page, ...] = (),
        cards_name: str = "cards",
    ) -> None:
        self._listed.append(path)
        canonical = self._site.config.canonical(path)
        told = {"canonical": canonical, **values}
        self._file(template, f"{path}index.html", told, pages=pages, cards_name=cards_name)

    def _file(
        self,
        template: str,
        path: str,
        values: Mapping[str, Any],
        *,
        pages: tuple[Page, ...] = (),
        cards_name: str = "cards",
    ) -> None:
        """Place one page of HTML; the cards of `pages` are among its values."""

        def data() -> bytes:
            told = {"site": self._whole, cards_name: self._cards_of(pages), **values}
            return self._theme.page(template, path.removesuffix("index.html"), told).encode()

        framed = values.get("site") is self._frame
        said = {key: value for key, value in values.items() if not (framed and key == "site")}
        shared = self._frame_said if framed else self._whole_said
        shown = [(page.permalink, page.digest, self._views.moved(page)) for page in pages]
        known = all(page.digest for page in pages)
        self._place(one_file(path, data, (shared, template, said, shown) if known else None))


def _same_place(first: str, second: str) -> BuildError:
    return BuildError(
        Diagnostic(
            code="output-collision",
            path=second,
            message=f"two files of the site have the same place: {first} and {second}",
            hint="rename the page bundle's folder or the theme's file",
        )
    )
