"""The data of an article: schema.org's and Zotero's words in the page, the JSON file beside it."""

import json
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from archiver.model import plain
from archiver.model.article import Article, Comment, Figure
from archiver.model.ledger import Role
from archiver.model.site import Page, SiteConfig, Story, comment_anchor

_INERT = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)
"""Characters that could end a script element or a line of script, as JSON escapes."""


UNDATED = "n.d."
"""How citations say that there is no date; without it Zotero takes the first on the page, the capture's or
a comment's."""
COMMENTS_TOLD = 25
"""Comments in the page's own data; the JSON file beside the page has them all."""


def json_ld(config: SiteConfig, page: Page, story: Story) -> Markup:
    """The article as schema.org JSON-LD, safe inside a script element; what is not known is left out."""
    article, provenance = story.bundle.article, page.provenance
    canonical = config.canonical(page.permalink)
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "alternativeHeadline": article.standfirst,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": page.source},
        "sourceOrganization": _organization(article.agency),
        "datePublished": article.published,
        "dateModified": article.modified,
        "articleSection": article.section,
        "keywords": list(article.tags),
        "inLanguage": article.language,
        "dateline": article.dateline,
        "image": [_image(block) for block in article.body if isinstance(block, Figure) and block.url],
        "commentCount": article.comments_declared or page.comments or None,
        "comment": [
            _comment(each, canonical or config.url(page.permalink))
            for each in story.bundle.comments[:COMMENTS_TOLD]
        ],
        "isAccessibleForFree": False if article.paywalled else None,
        "isBasedOn": provenance.url or article.url,
        "archivedAt": canonical,
        "mainEntityOfPage": canonical,
    }
    known = {key: value for key, value in told.items() if value not in (None, "", [])}
    return Markup(_dump(known))


def article_json(config: SiteConfig, page: Page, story: Story) -> bytes:
    """Everything that the archive holds of the article, as one JSON object in UTF-8."""
    bundle = story.bundle
    provenance = bundle.provenance
    value = {
        "permalink": config.canonical(page.permalink) or config.url(page.permalink),
        **plain.article_dict(bundle.article),
        "comments": [plain.comment_dict(comment) for comment in bundle.comments],
        "provenance": {
            "source": provenance.source,
            "url": provenance.url,
            "captured_at": provenance.captured_at,
            "sha256": provenance.sha256,
            "media_type": provenance.media_type,
            "extractor": provenance.extractor,
            "edited": page.edited,
        },
        "removed": [plain.entry_dict(entry) for entry in bundle.ledger if entry.role is Role.REMOVED],
    }
    return f"{_dump(value)}\n".encode()


def _dump(value: dict[str, Any]) -> str:
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, inert in _INERT:
        words = words.replace(character, inert)
    return words


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _image(figure: Figure) -> dict[str, Any]:
    credit = "; ".join(credit.text for credit in figure.credits)
    told = {
        "@type": "ImageObject",
        "contentUrl": figure.url,
        "caption": figure.caption.text,
        "creditText": credit,
    }
    return {key: value for key, value in told.items() if value}


def _comment(comment: Comment, address: str) -> dict[str, Any]:
    told = {
        "@type": "Comment",
        "url": f"{address}#{quote(comment_anchor(comment.id))}",
        "author": {"@type": "Person", "name": comment.author} if comment.author else None,
        "dateCreated": comment.date,
        "text": plain.text(comment.body),
        "upvoteCount": comment.votes,
    }
    return {key: value for key, value in told.items() if value not in (None, "")}


def citation_tags(config: SiteConfig, page: Page) -> tuple[tuple[str, str], ...]:
    """The (name, content) pairs from which reference managers take a newspaper article.

    `z:itemType` is what Zotero's translator for embedded metadata asks first; a `citation_title` without it
    would be a journal's article.
    """
    article, provenance = page.article, page.provenance
    pairs = (
        ("z:itemType", "newspaperArticle"),
        ("prism.publicationName", page.source),
        ("citation_title", article.title),
        *(("citation_author", name) for name in article.authors),
        ("citation_publication_date", (article.published or UNDATED)[:10]),
        ("citation_language", article.language or ""),
        ("citation_keywords", "; ".join(article.tags)),
        ("citation_abstract", article.standfirst),
        ("citation_public_url", provenance.url or article.url or ""),
        ("DC.identifier", f"sha256:{provenance.sha256}"),
    )
    return tuple(pair for pair in pairs if pair[1])


def meta_tags(article: Article, source: str) -> tuple[tuple[str, str], ...]:
    """The (property, content) pairs of the Open Graph protocol that say the same to other readers."""
    pairs = (
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:description", article.standfirst),
        ("og:site_name", source),
        ("article:published_time", article.published or ""),
        ("article:modified_time", article.modified or ""),
        ("article:section", article.section or ""),
        *(("article:tag", tag) for tag in article.tags),
    )
    return tuple(pair for pair in pairs if pair[1])
