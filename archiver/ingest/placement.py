"""Where an article stands in content/, and when two captures are of the same article."""

import re
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from archiver.model.article import Article
from archiver.model.plain import text
from archiver.text import digest, slug, squash

UNKNOWN_SOURCE = "unknown-source"
UNDATED = "undated"
_YEAR_AND_MONTH = re.compile(r"(\d{4})-(\d{2})")


def source_name(given: str | None, article: Article, url: str | None) -> str:
    """The outlet's name: as given by the user or sidecar, as the page gives it, or its domain.

    `unknown-source` where nothing tells.
    """
    named = given or article.site or ""
    return squash(named) or _domain(article.url or url) or UNKNOWN_SOURCE


def _domain(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def place(article: Article, source: str) -> PurePosixPath:
    """The folder below content/: `<source>/<yyyy>/<mm>/<slug>`, or `<source>/undated/<slug>`."""
    found = _YEAR_AND_MONTH.match(article.published or "")
    when = (found[1], found[2]) if found else (UNDATED,)
    return PurePosixPath(slug(source, UNKNOWN_SOURCE), *when, slug(_name(article)))


def _name(article: Article) -> str:
    return article.title or " ".join(text(article.body).split()[:8])


def identity(article: Article, source: str, sha256: str) -> str:
    """What is equal for two captures of the same article and for no others.

    The canonical address; without one, source, title and date. An article without a title or without a
    date shows too little of itself: then the beginning of its text belongs to it too, and where even that is
    missing the capture is like no other.
    """
    if article.url:
        return f"url {_plain_url(article.url)}"
    opening = "" if tells_itself_apart(article) else squash(text(article.body))[:200]
    if not opening and not tells_itself_apart(article):
        return f"capture {sha256}"
    parts = (
        slug(source),
        squash(article.title).casefold(),
        (article.published or "")[:10],
        digest(opening, 16),
    )
    return "story " + "\n".join(parts)


def tells_itself_apart(article: Article) -> bool:
    """Whether the article's metadata alone say which one it is."""
    return bool(article.url or (article.title and article.published))


def _plain_url(url: str) -> str:
    """The address without what does not tell pages apart: http or https, fragment, trailing slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    path = parts.path.rstrip("/")
    return urlunsplit(("", parts.netloc.lower(), path, parts.query, ""))


def beside(wanted: PurePosixPath, named: str, taken: set[PurePosixPath]) -> PurePosixPath:
    """The folder for an article whose place another one has: its own digest is added, as long as needed."""
    for length in (8, 16, 32, 64):
        folder = wanted.with_name(f"{wanted.name}-{digest(named, length)}")
        if folder not in taken:
            return folder
    raise FileExistsError(f"{wanted}: the same article stands there already")


def rank(captured_at: str | None, sha256: str) -> tuple[str, str]:
    """Orders captures of one article by time, one of unknown time before all others, then by digest."""
    try:
        when = datetime.fromisoformat(captured_at or "")
    except ValueError:
        return "", sha256
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    try:
        return when.astimezone(UTC).isoformat(), sha256
    except OverflowError:
        return "", sha256
