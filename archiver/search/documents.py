"""What the search reads: for each article one small page, and one for its thread of comments.

They are made from the site's values and not from the theme's pages, so no menu or footer is ever found.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from archiver.model.article import Comment
from archiver.model.site import Page, Site, comment_anchor
from archiver.search.spacing import spaced, spaced_html

LEFT_OUT = frozenset(("spam",))
"""Comments with such a mark stand on their article's page, folded, and are not found."""
_UNDATED = "undated"
_DATE_START = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def documents(site: Site) -> Iterator[tuple[str, str]]:
    """(path below the site's root, HTML) of every search document, in the site's order; never none."""
    for page in site.pages:
        yield f"{page.permalink}index.html", _article(page)
        comments = tuple(_comments(page))
        if comments:
            yield f"{page.permalink}comments/index.html", _document(page, "comments", comments)
    if not site.pages:
        # Pagefind makes no index of nothing, and the search page of an empty archive must load too.
        name = escape(spaced(site.config.title))
        yield "index.html", f"<!doctype html><html><body data-pagefind-body><h1>{name}</h1></body></html>"


def _article(page: Page) -> str:
    article = page.bundle.article
    lines = (article.standfirst, ", ".join(article.authors), article.agency or "", article.dateline)
    return _document(
        page,
        "article",
        (
            f"<h1>{escape(spaced(article.title))}</h1>",
            *(f"<p>{escape(spaced(line))}</p>" for line in lines if line),
            spaced_html(page.body_html),
        ),
    )


def _comments(page: Page) -> Iterator[str]:
    for comment, html in zip(page.bundle.comments, page.comments_html, strict=True):
        if html and LEFT_OUT.isdisjoint(comment.marks):
            anchor = escape(comment_anchor(comment.id))
            yield f'<h2 id="{anchor}">{escape(spaced(_heading(comment)))}</h2>\n{spaced_html(html)}'


def _heading(comment: Comment) -> str:
    """Who and when; Pagefind makes a result of its own only under a heading with words."""
    day = _day(comment.date)
    return ", ".join(part for part in (comment.author, day) if part) or "…"


def _document(page: Page, kind: str, body: Iterable[str]) -> str:
    language = escape(page.bundle.article.language or "")
    head = "\n".join(_tag(*said) for said in _said(page, kind))
    words = "\n".join(body)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{head}\n</head>\n'
        f"<body data-pagefind-body>\n{words}\n</body>\n</html>\n"
    )


def _said(page: Page, kind: str) -> Iterator[tuple[str, str, str]]:
    """(attribute, name, value) of all that a result shows, can be filtered by, and sorted by."""
    article = page.bundle.article
    day = _day(article.published)
    yield "meta", "title", article.title
    yield "meta", "source", page.source
    yield "meta", "date", day or _UNDATED
    yield "sort", "date", day or "0000"
    yield "filter", "in", kind
    yield "filter", "source", page.source
    yield "filter", "year", day[:4] or _UNDATED
    for author in article.authors:
        yield "filter", "author", author
    for tag in article.tags:
        yield "filter", "tag", tag
    if article.section:
        yield "filter", "section", article.section
    if article.language:
        yield "filter", "language", article.language.partition("-")[0].lower()


def _tag(attribute: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{attribute}="{name}[content]" content="{escape(value)}">'


def _day(date: str | None) -> str:
    """The day, month or year that an ISO 8601 date begins with; empty where there is none."""
    found = _DATE_START.match(date or "")
    return found[0] if found else ""
