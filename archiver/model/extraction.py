"""What one capture holds, and what a page bundle keeps of it."""

from dataclasses import dataclass
from typing import Any

from archiver.model import plain
from archiver.model.article import Article, Comment
from archiver.model.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one capture holds: the article, its comments, and the fate of every word."""

    article: Article
    comments: tuple[Comment, ...]
    ledger: tuple[Entry, ...]

    def to_dict(self) -> dict[str, Any]:
        """The extraction as JSON-ready values; the same as `archiver extract --format json`."""
        return {
            **plain.article_dict(self.article),
            "comments": [plain.comment_dict(comment) for comment in self.comments],
            "ledger": [plain.entry_dict(entry) for entry in self.ledger],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How an article came into the archive."""

    sha256: str
    """Digest of the capture's bytes."""
    media_type: str
    extractor: str
    """Name and version, for example `archiver 0.1.0`."""
    source: str
    """The outlet's name."""
    url: str | None = None
    captured_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One article as the archive of record keeps it: what a page bundle's files say."""

    article: Article
    comments: tuple[Comment, ...]
    provenance: Provenance
    ledger: tuple[Entry, ...] = ()
