"""Where machines start: sitemaps, robots.txt, the description of the search, the checksums."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from archiver.model.site import Page, Site, SiteConfig
from archiver.render.words import instant, language_tag
from archiver.text import clean

SITEMAP_ENTRIES = 50_000
"""The protocol's limit for one file; larger sites get an index of several."""
NEWS_ENTRIES = 1000
"""The limit of a news sitemap."""
_NEWS_DAYS = 2
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"


def sitemaps(site: Site, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of the sitemap and its parts: the articles with their dates, then the other paths."""
    dates = {page.permalink: instant(_changed(page)) for page in site.pages}
    listed = [*dates, *(path for path in paths if path not in dates)]
    starts = range(0, len(listed), SITEMAP_ENTRIES)
    parts = [listed[start : start + SITEMAP_ENTRIES] for start in starts] or [[]]
    if len(parts) == 1:
        yield "sitemap.xml", _urlset(site.config, parts[0], dates)
        return
    index = []
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        yield name, _urlset(site.config, part, dates)
        index.append(f"  <sitemap><loc>{escape(_address(site.config, name))}</loc></sitemap>\n")
    words = "".join(index)
    yield "sitemap.xml", f'{_HEAD}<sitemapindex xmlns="{_SITEMAP}">\n{words}</sitemapindex>\n'.encode()


def news_sitemap(site: Site) -> bytes:
    """The articles of the two days before the newest one, as news sitemaps want them.

    The newest article says what is new, never the clock: the same archive gives the same file.
    """
    dated = [(page, at) for page in site.pages if (at := instant(page.article.published))]
    newest = dated[0][1][:10] if dated else ""
    recent = [(page, at) for page, at in dated[:NEWS_ENTRIES] if _days(newest) - _days(at[:10]) <= _NEWS_DAYS]
    entries = "".join(_news_entry(site.config, page, at) for page, at in recent)
    return f'{_HEAD}<urlset xmlns="{_SITEMAP}" xmlns:news="{_NEWS}">\n{entries}</urlset>\n'.encode()


def robots(config: SiteConfig) -> bytes:
    """A robots.txt that allows all and names the sitemaps where the host is known."""
    names = (config.canonical(name) for name in ("sitemap.xml", "sitemap-news.xml"))
    told = "".join(f"Sitemap: {address}\n" for address in names if address)
    return f"User-agent: *\nAllow: /\n{told}".encode()


def open_search(config: SiteConfig) -> bytes | None:
    """The description that lets a browser search the archive from its address bar; None without a host."""
    search = config.canonical("search/")
    if search is None:
        return None
    title = clean(config.title)
    about = clean(config.description or config.title)
    return (
        f'{_HEAD}<OpenSearchDescription xmlns="{_OPEN_SEARCH}">\n'
        f"  <ShortName>{escape(title[:16])}</ShortName>\n  <LongName>{escape(title[:48])}</LongName>\n"
        f"  <Description>{escape(about[:1024])}</Description>\n  <InputEncoding>UTF-8</InputEncoding>\n"
        f'  <Url type="text/html" method="get" template="{escape(search)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    ).encode()


def _news_entry(config: SiteConfig, page: Page, at: str) -> str:
    language = language_tag(page.article.language) or config.language
    return (
        f"  <url><loc>{escape(_address(config, page.permalink))}</loc><news:news><news:publication>"
        f"<news:name>{escape(clean(page.source))}</news:name>"
        f"<news:language>{escape(language.partition('-')[0])}</news:language></news:publication>"
        f"<news:publication_date>{at}</news:publication_date>"
        f"<news:title>{escape(clean(page.article.title))}</news:title></news:news></url>\n"
    )


def _days(day: str) -> int:
    """A number that grows by one a day and a little more at the end of a month; enough to tell two days."""
    year, month, number = (int(part) for part in day.split("-"))
    return (year * 12 + month) * 31 + number


def _urlset(config: SiteConfig, paths: Iterable[str], dates: dict[str, str | None]) -> bytes:
    urls = "".join(
        f"  <url><loc>{escape(_address(config, path))}</loc>"
        + (f"<lastmod>{at}</lastmod>" if (at := dates.get(path)) else "")
        + "</url>\n"
        for path in paths
    )
    return f'{_HEAD}<urlset xmlns="{_SITEMAP}">\n{urls}</urlset>\n'.encode()


def _changed(page: Page) -> str | None:
    return page.article.modified or page.article.published


def _address(config: SiteConfig, path: str) -> str:
    return config.canonical(path) or config.url(path)
