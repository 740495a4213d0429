"""Files for machines about the whole site: the Atom feed, the sitemap, robots.txt."""

import uuid
from collections.abc import Iterable
from xml.etree import ElementTree

from archiver.model import plain
from archiver.model.site import Page, Site, SiteConfig
from archiver.render.words import instant, language_tag
from archiver.text import clean, squash

FEED_ENTRIES = 50
SUMMARY_CHARACTERS = 400
SITEMAP_ENTRIES = 50_000
"""The protocol's limit for one file; larger sites get an index of several."""

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NO_DATE = "1970-01-01T00:00:00Z"
"""Atom asks for a date even of an empty feed; the clock would make each build differ."""


def atom_feed(site: Site) -> bytes:
    """The newest dated articles as an Atom feed; its dates are the articles' own, never the clock's."""
    config = site.config
    entries = [(page, at) for page in site.pages if (at := _updated(page))][:FEED_ENTRIES]
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": config.language})
    _add(feed, "id", _identity(config, ""))
    _add(feed, "title", config.title)
    if config.description:
        _add(feed, "subtitle", config.description)
    _add(feed, "updated", max((at for _, at in entries), default=_NO_DATE))
    _link(feed, "self", _address(config, "feed.xml"), "application/atom+xml")
    _link(feed, "alternate", _address(config, ""), "text/html")
    _add(ElementTree.SubElement(feed, "author"), "name", config.title)
    for page, at in entries:
        feed.append(_entry(config, page, at))
    return _bytes(feed)


def sitemaps(site: Site, paths: Iterable[str]) -> Iterable[tuple[str, bytes]]:
    """(path, bytes) of the sitemap and its parts: the articles with their dates, then the other paths."""
    dates = {page.permalink: instant(_changed(page)) for page in site.pages}
    listed = [*dates, *(path for path in paths if path not in dates)]
    parts = [listed[start : start + SITEMAP_ENTRIES] for start in range(0, len(listed), SITEMAP_ENTRIES)] or [
        []
    ]
    if len(parts) == 1:
        yield "sitemap.xml", _urlset(site.config, parts[0], dates)
        return
    index = ElementTree.Element("sitemapindex", {"xmlns": _SITEMAP})
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        yield name, _urlset(site.config, part, dates)
        _add(ElementTree.SubElement(index, "sitemap"), "loc", _address(site.config, name))
    yield "sitemap.xml", _bytes(index)


def robots(config: SiteConfig) -> bytes:
    """A robots.txt that allows all and names the sitemap where the host is known."""
    sitemap = config.canonical("sitemap.xml")
    return ("User-agent: *\nAllow: /\n" + (f"Sitemap: {sitemap}\n" if sitemap else "")).encode()


def _entry(config: SiteConfig, page: Page, at: str) -> ElementTree.Element:
    article = page.bundle.article
    entry = ElementTree.Element("entry")
    if language := language_tag(article.language):
        entry.set("xml:lang", language)
    _add(entry, "id", _identity(config, page.permalink))
    _add(entry, "title", article.title)
    _add(entry, "updated", at)
    if published := instant(article.published):
        _add(entry, "published", published)
    _link(entry, "alternate", _address(config, page.permalink), "text/html")
    for name in article.authors or (page.source,):
        _add(ElementTree.SubElement(entry, "author"), "name", name)
    for tag in article.tags:
        ElementTree.SubElement(entry, "category", {"term": clean(tag)})
    _add(entry, "summary", _summary(page))
    return entry


def _summary(page: Page) -> str:
    """The standfirst, else the article's first words, cut between two of them."""
    words = squash(page.bundle.article.standfirst)
    for block in page.bundle.article.body:
        if words:
            break
        words = squash(plain.block_text(block))
    if len(words) <= SUMMARY_CHARACTERS:
        return words
    cut = words[:SUMMARY_CHARACTERS]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _changed(page: Page) -> str | None:
    return page.bundle.article.modified or page.bundle.article.published


def _updated(page: Page) -> str | None:
    return instant(_changed(page)) or instant(page.bundle.provenance.captured_at)


def _identity(config: SiteConfig, path: str) -> str:
    """The address where it is known, else a name made from the path alone; both outlive every build."""
    made = uuid.uuid5(uuid.NAMESPACE_URL, f"archiver:{config.title if not path else ''}{path}")
    return config.canonical(path) or made.urn


def _address(config: SiteConfig, path: str) -> str:
    return config.canonical(path) or config.url(path)


def _urlset(config: SiteConfig, paths: Iterable[str], dates: dict[str, str | None]) -> bytes:
    urls = ElementTree.Element("urlset", {"xmlns": _SITEMAP})
    for path in paths:
        url = ElementTree.SubElement(urls, "url")
        _add(url, "loc", _address(config, path))
        if at := dates.get(path):
            _add(url, "lastmod", at)
    return _bytes(urls)


def _add(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = clean(text)


def _link(parent: ElementTree.Element, rel: str, href: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": href, "type": media_type})


def _bytes(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
