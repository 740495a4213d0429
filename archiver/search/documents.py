"""What the search reads: for each article one small page, one for its thread, one for the spam in the thread.

What a result shows beside its words stands in it too, so that no list of all articles is needed to show one.
They are made from the site's values and not from the theme's pages, so no menu or footer is ever found.
Filters are not Pagefind's: `facets` says the same in less, and exactly.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from urllib.parse import quote

from archiver.model.article import Comment
from archiver.model.site import Page, SiteConfig, Story, comment_anchor, term_name
from archiver.search.spacing import spaced, spaced_html

SPAM = frozenset(("spam",))
"""Comments with such a mark stand on their article's page, folded, and are found only if they are asked for:
they are documents of their own."""
END = " ¶"
"""Ends each block: a place that holds no word, so that no phrase reaches from one block into the next, and
Pagefind's own full stop behind it is not taken for the block's."""
KINDS = ("article", "comments", "spam")
_FOLDERS = dict(zip(KINDS, ("", "comments/", "comments/spam/"), strict=True))
_SHOWN = ("source", "author", "language")
"""The facets that a result tells."""
_SUBTAGS = re.compile("[-_]")
_WORD = re.compile(r"[^\W_]")
_TAG = re.compile("<[^>]*>")
_DATE_START = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|figcaption|pre|td|th)>")
_ANCHORED = re.compile(r'(<[a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*?) id="([^"]*)"([^>]*>)')
_BROKEN_IN_ID = re.compile(r"[\s%]")
_CAPTION = re.compile(r"<figcaption\b[^>]*>")


def documents(config: SiteConfig, pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """(path below the site's root, HTML) of the pages' search documents, in their order; never none."""
    none = True
    for page in pages:
        story = page.load()
        for kind in _kinds(page, story):
            none = False
            words = _article(page, story) if kind == "article" else _comments(story, kind)
            yield f"{page.permalink}{_FOLDERS[kind]}index.html", _document(page, kind, words)
    if none:
        # Pagefind makes no index of nothing, and the search page of an empty archive must load too.
        name = escape(spaced(config.title))
        yield "index.html", f"<!doctype html><html><body data-pagefind-body><h1>{name}</h1></body></html>"


def kinds(page: Page) -> tuple[str, ...]:
    """Which documents a page has; what has no word is none, because Pagefind leaves it out."""
    return _kinds(page, page.load())


def place(page: Page, kind: str) -> str:
    """What a document is sorted by, unique in the site; `kind` is one of `KINDS`."""
    return f"{page.permalink} {kind}"


def day(date: str | None) -> str:
    """The day, month or year that an ISO 8601 date begins with; empty where there is none."""
    found = _DATE_START.match(date or "")
    return found[0] if found else ""


def facets_of(page: Page) -> dict[str, list[str]]:
    """The values of a page's facets by their names; dates and kinds aside."""
    article = page.article
    printed = {
        "source": (page.source,),
        "section": (article.section or "",),
        "tag": article.tags,
        "author": article.authors,
        "language": (_SUBTAGS.split(article.language or "")[0].lower(),),
    }
    terms = {facet: map(term_name, values) for facet, values in printed.items()}
    return {facet: list(filter(None, dict.fromkeys(values))) for facet, values in terms.items()}


def _kinds(page: Page, story: Story) -> tuple[str, ...]:
    has = (
        any(map(_WORD.search, (*_lines(page).values(), _TAG.sub("", story.body_html)))),
        *(
            any(_WORD.search(_heading(comment) + _TAG.sub("", html)) for comment, html in _found(story, kind))
            for kind in KINDS[1:]
        ),
    )
    return tuple(kind for kind, there in zip(KINDS, has, strict=True) if there)


def _article(page: Page, story: Story) -> Iterator[str]:
    head = (
        f"{_anchor(f'={name}')}<{tag}>{escape(spaced(line))}{END}</{tag}>"
        for name, line in _lines(page).items()
        if line
        for tag in ("h1" if name == "headline" else "p",)
    )
    yield from head
    yield _blocks(story.body_html)


def _lines(page: Page) -> dict[str, str]:
    """What stands above the story, each line by its kind."""
    article = page.article
    return {
        "headline": article.title,
        "standfirst": article.standfirst,
        "byline": ", ".join(filter(None, (*article.authors, article.agency))),
        "dateline": article.dateline,
    }


def _found(story: Story, kind: str) -> Iterator[tuple[Comment, str]]:
    for comment, html in zip(story.bundle.comments, story.comments_html, strict=True):
        if html and SPAM.isdisjoint(comment.marks) == (kind != "spam"):
            yield comment, html


def _comments(story: Story, kind: str) -> Iterator[str]:
    for comment, html in _found(story, kind):
        anchor = escape(comment_anchor(comment.id))
        yield f'<h2 id="{anchor}">{escape(spaced(_heading(comment)))}{END}</h2>\n{_blocks(html)}'


def _blocks(html: str) -> str:
    """Safe HTML with its ids on elements without words, and with the ends of its blocks."""
    html = _ANCHORED.sub(lambda found: f"{_anchor(unescape(found[3]))}{found[1]}{found[2]}{found[4]}", html)
    html = _CAPTION.sub(lambda found: found[0] + _anchor("=caption"), html)
    return spaced_html(_BLOCK_END.sub(lambda found: END + found[0], html))


def _anchor(name: str) -> str:
    """Pagefind tells at which word such an element stands; a name with `=` is a kind and not an id."""
    return f'<i id="{escape(name)}"></i>'


def _heading(comment: Comment) -> str:
    """Who and when."""
    return ", ".join(part for part in (comment.author, day(comment.date)) if part) or "…"


def _document(page: Page, kind: str, body: Iterable[str]) -> str:
    """The words, and what is shown where no words are: what is metadata to Pagefind is found as words are."""
    language = escape(page.article.language or "")
    article, facets = page.article, facets_of(page)
    told = [("title", article.title), ("date", day(article.published))]
    told += [(facet, value) for facet in _SHOWN for value in facets[facet]]
    shown = "".join(
        _anchor(f"={name}:{_BROKEN_IN_ID.sub(lambda found: quote(found[0]), value)}")
        for name, value in told
        if value
    )
    order = f'<meta data-pagefind-sort="place[content]" content="{escape(place(page, kind))}">'
    words = "\n".join(body)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{order}\n</head>\n'
        f"<body data-pagefind-body>\n{shown}{words}\n</body>\n</html>\n"
    )
