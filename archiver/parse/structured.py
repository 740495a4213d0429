"""What a page says about itself in its head: JSON-LD, Open Graph, Dublin Core and other meta tags, title.

Read by a scan of the source, not from a tree: a head is flat, and broken markup in it must not hide it. The
facts come most trusted first; `extract` chooses among them. Values are as printed, entities resolved.
"""

import html
import re
from collections.abc import Iterator
from itertools import islice

from archiver.model.document import Fact
from archiver.parse.scripts.json_ld import json_ld_facts
from archiver.text import clean, squash

MOST_TAGS = 2_000
"""Meta and link tags looked at in one page."""
HEAD_CHARACTERS = 500_000
"""Meta tags are looked for up to the body, or this far where no body opens."""
_LD_SCRIPT = re.compile(r"<script\b[^>]{0,400}application/ld\+json[^>]{0,400}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(meta|link)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*'){1,20000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TITLE = re.compile(r"<title\b[^>]{0,400}>([^<]{1,2000})", re.IGNORECASE)
_HTML = re.compile(r"<html\b([^>]{0,2000})>", re.IGNORECASE)

META = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "citation_title": "title",
    "sailthru.title": "title",
    "parsely-title": "title",
    "cxenseparse:recs:title": "title",
    "og:description": "description",
    "description": "description",
    "article:published_time": "published",
    "og:article:published_time": "published",
    "og:published_time": "published",
    "article.published": "published",
    "datepublished": "published",
    "date.published": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "dcterms.date": "published",
    "dc.date": "published",
    "citation_publication_date": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "cxenseparse:recs:publishtime": "published",
    "publishdate": "published",
    "publish-date": "published",
    "publish_date": "published",
    "pubdate": "published",
    "published_at": "published",
    "publication_date": "published",
    "displaydate": "published",
    "date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "dc.date.modified": "modified",
    "dcterms.modified": "modified",
    "last-modified": "modified",
    "article:author": "author",
    "author": "author",
    "byl": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "citation_author": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "cxenseparse:author": "author",
    "article:author_name": "author",
    "articleauthor": "author",
    "article-author": "author",
    "twitter:data1": "twitter-data",
    "og:site_name": "site",
    "application-name": "site",
    "dc.publisher": "site",
    "article:section": "section",
    "parsely-section": "section",
    "article:tag": "tag",
    "news_keywords": "tag",
    "parsely-tags": "tag",
    "sailthru.tags": "tag",
    "keywords": "tag",
    "og:url": "url",
    "og:image": "image",
    "og:locale": "language",
    "content-language": "language",
    "dc.language": "language",
    "og:type": "type",
    "article:content_tier": "tier",
    "generator": "generator",
}
"""Names of meta tags in lower case, in order of trust within a field."""
_SPLIT = frozenset(["news_keywords", "keywords", "parsely-tags", "sailthru.tags"])


def facts(page: str, url: str | None) -> tuple[Fact, ...]:
    """Everything the page's source says about the article in it; `url` is where it was captured."""
    body = _BODY.search(page)
    head = _COMMENT.sub(" ", page[: body.start() if body else HEAD_CHARACTERS])
    found = list(json_ld_facts(_ld_scripts(page)))
    tags = [(match[1].lower(), _attributes(match[2])) for match in islice(_TAG.finditer(head), MOST_TAGS)]
    found.extend(_canonical(tags))
    found.extend(_meta(tags))
    if title := _TITLE.search(head):
        found.append(Fact(field="page-title", value=_plain(title[1]), evidence="title element"))
    if root := _HTML.search(head):
        language = _attributes(root[1]).get("lang") or _attributes(root[1]).get("xml:lang")
        found.append(Fact(field="language", value=_plain(language or ""), evidence="html lang"))
    if url:
        found.append(Fact(field="url", value=url, evidence="capture"))
    return tuple(fact for fact in found if fact.value)


def _ld_scripts(page: str) -> Iterator[str]:
    """The contents of the JSON-LD scripts; one that never ends has none."""
    at = 0
    while (opened := _LD_SCRIPT.search(page, at)) and (closed := _SCRIPT_END.search(page, opened.end())):
        yield page[opened.end() : closed.start()]
        at = closed.end()


def _plain(value: str) -> str:
    return squash(clean(html.unescape(value)))


def _attributes(source: str) -> dict[str, str]:
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(source)
    }


def _canonical(tags: list[tuple[str, dict[str, str]]]) -> Iterator[Fact]:
    for tag, attributes in tags:
        if tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            yield Fact(field="url", value=_plain(attributes.get("href", "")), evidence="link canonical")


def _meta(tags: list[tuple[str, dict[str, str]]]) -> Iterator[Fact]:
    """Facts of the meta tags, each field's in the order of `META`, else in page order."""
    told: dict[str, list[str]] = {}
    for tag, attributes in tags:
        name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
        if tag == "meta" and name:
            told.setdefault(name.strip().lower(), []).append(attributes.get("content", ""))
    for name, field in META.items():
        for content in told.get(name, ()):
            values = content.split(",") if name in _SPLIT else [content]
            for value in values:
                yield Fact(field=field, value=_plain(value), evidence=f"meta {name}")
