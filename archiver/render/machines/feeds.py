"""Feeds: the newest articles of the whole site or of one term, as Atom and as JSON Feed."""

import json
import uuid
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from archiver.model.site import OutputFile, Page, SiteConfig
from archiver.render.parts import Part
from archiver.render.words import instant, language_tag
from archiver.text import clean

FEED_ENTRIES = 50
_NO_DATE = "1970-01-01T00:00:00Z"
"""Atom asks for a date even of an empty feed; the clock would make each build differ."""
_Entry = tuple[str, str, dict[str, Any]]
"""When it was changed, its Atom entry, its JSON item."""


class Feeds:
    """Makes the feeds of one site; what an article is in a feed is made once for all feeds."""

    def __init__(self, config: SiteConfig) -> None:
        self._config = config
        self._entries: dict[str, _Entry] = {}

    def part(self, pages: Iterable[Page], *, path: str = "", title: str = "") -> Part:
        """The Atom and the JSON feed of pages that are newest first.

        `path` is the page below the site's root that the feeds stand beside, `title` its name. The dates are
        the articles' own, never the clock's; articles without any date are left out.
        """
        chosen = list(islice((page for page in pages if _changed(page)), FEED_ENTRIES))
        name = f"{title} – {self._config.title}" if title else self._config.title

        def make() -> Iterator[OutputFile]:
            entries = [self._entry(page) for page in chosen]
            yield OutputFile(path=f"{path}feed.xml", data=self._atom(path, name, entries))
            yield OutputFile(path=f"{path}feed.json", data=self._json(path, name, entries))

        shown = [(page.permalink, page.digest) for page in chosen]
        known = all(digest for _, digest in shown)
        return Part(name=f"feeds {path}", reads=(title, shown) if known else None, make=make)

    def _entry(self, page: Page) -> _Entry:
        entry = self._entries.get(page.permalink)
        if entry is None:
            at = _changed(page) or _NO_DATE
            entry = (at, _atom_entry(self._config, page, at), _item(self._config, page))
            self._entries[page.permalink] = entry
        return entry

    def _atom(self, path: str, name: str, entries: list[_Entry]) -> bytes:
        config = self._config
        updated = max((at for at, _, _ in entries), default=_NO_DATE)
        subtitle = f"  <subtitle>{_words(config.description)}</subtitle>\n" if config.description else ""
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(config.language)}>\n'
            f"  <id>{escape(_identity(config, path))}</id>\n  <title>{_words(name)}</title>\n{subtitle}"
            f"  <updated>{updated}</updated>\n"
            f"  {_link('self', _address(config, f'{path}feed.xml'), 'application/atom+xml')}\n"
            f"  {_link('alternate', _address(config, path), 'text/html')}\n"
            f"  <author><name>{_words(config.title)}</name></author>\n"
            f"{''.join(words for _, words, _ in entries)}</feed>\n"
        ).encode()

    def _json(self, path: str, name: str, entries: list[_Entry]) -> bytes:
        config = self._config
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": name,
            "description": config.description,
            "home_page_url": _address(config, path),
            "feed_url": _address(config, f"{path}feed.json"),
            "language": config.language,
            "items": [item for _, _, item in entries],
        }
        known = {key: value for key, value in told.items() if value != ""}
        return f"{json.dumps(known, ensure_ascii=False)}\n".encode()


def _changed(page: Page) -> str | None:
    at = instant(page.article.modified or page.article.published)
    return at or instant(page.provenance.captured_at)


def _atom_entry(config: SiteConfig, page: Page, at: str) -> str:
    article = page.article
    language = language_tag(article.language)
    published = instant(article.published)
    authors = "".join(
        f"<author><name>{_words(name)}</name></author>" for name in article.authors or (page.source,)
    )
    tags = "".join(f"<category term={quoteattr(clean(tag))}/>" for tag in article.tags)
    return (
        "  <entry"
        + (f" xml:lang={quoteattr(language)}" if language else "")
        + f">\n    <id>{escape(_identity(config, page.permalink))}</id>\n"
        + f"    <title>{_words(article.title)}</title>\n    <updated>{at}</updated>\n"
        + (f"    <published>{published}</published>\n" if published else "")
        + f"    {_link('alternate', _address(config, page.permalink), 'text/html')}\n"
        + f"    {authors}{tags}\n    <summary>{_words(page.summary)}</summary>\n  </entry>\n"
    )


def _item(config: SiteConfig, page: Page) -> dict[str, Any]:
    article = page.article
    told = {
        "id": _identity(config, page.permalink),
        "url": _address(config, page.permalink),
        "external_url": page.provenance.url or article.url or "",
        "title": article.title,
        "summary": page.summary,
        "content_text": page.summary,
        "date_published": instant(article.published) or "",
        "date_modified": instant(article.modified) or "",
        "authors": [{"name": name} for name in article.authors or (page.source,)],
        "tags": list(article.tags),
        "language": language_tag(article.language) or "",
    }
    return {key: value for key, value in told.items() if value not in ("", [])}


def _identity(config: SiteConfig, path: str) -> str:
    """The address where it is known, else a name made from the path alone; both outlive every build."""
    made = uuid.uuid5(uuid.NAMESPACE_URL, f"archiver:{config.title if not path else ''}{path}")
    return config.canonical(path) or made.urn


def _address(config: SiteConfig, path: str) -> str:
    return config.canonical(path) or config.url(path)


def _words(text: str) -> str:
    return escape(clean(text))


def _link(rel: str, href: str, media_type: str) -> str:
    return f'<link rel="{rel}" href={quoteattr(href)} type="{media_type}"/>'
