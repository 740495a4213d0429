"""Articles and comments as plain text and JSON-ready values."""

from collections.abc import Iterable
from typing import Any

from archiver.model.article import (
    Article,
    BodyBlock,
    Break,
    Comment,
    Embed,
    Figure,
    ListItem,
    Preformatted,
    Table,
)
from archiver.model.ledger import Entry


def block_text(block: BodyBlock) -> str:
    """The block's words; figures, embeds and breaks have none of the story's."""
    match block:
        case Figure() | Embed() | Break():
            return ""
        case Preformatted(text=text):
            return text
        case Table(rows=rows):
            return "\n".join("\t".join(cell.text for cell in row) for row in rows)
        case _:
            return block.prose.text


def text(blocks: Iterable[BodyBlock]) -> str:
    """The words of the blocks: a blank line between blocks, none between items of a list."""
    parts: list[str] = []
    after_item = False
    for block in blocks:
        words = block_text(block)
        if not words:
            continue
        is_item = isinstance(block, ListItem)
        if parts:
            parts.append("\n" if is_item and after_item else "\n\n")
        parts.append(words)
        after_item = is_item
    return "".join(parts)


def image_dict(figure: Figure) -> dict[str, Any]:
    """A figure as JSON-ready values; `credit` is all of its credits as printed."""
    return {
        "url": figure.url,
        "alt": figure.alt,
        "caption": figure.caption.text,
        "credit": "; ".join(credit.text for credit in figure.credits) or None,
        "credit_parts": [
            {
                "text": credit.text,
                "photographer": credit.photographer,
                "outlet": credit.outlet,
                "agency": credit.agency,
            }
            for credit in figure.credits
        ],
    }


def article_dict(article: Article) -> dict[str, Any]:
    """An article as JSON-ready values."""
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "agency": article.agency,
        "dateline": article.dateline,
        "date": article.published,
        "modified": article.modified,
        "section": article.section,
        "tags": list(article.tags),
        "language": article.language,
        "url": article.url,
        "site": article.site,
        "image": article.image,
        "paywalled": article.paywalled,
        "text": text(article.body),
        "images": [image_dict(block) for block in article.body if isinstance(block, Figure)],
        "comments_declared": article.comments_declared,
        "comment_pages_missing": article.comment_pages_missing,
        "embeds_missing": article.embeds_missing,
        "evidence": dict(article.evidence),
    }


def comment_dict(comment: Comment) -> dict[str, Any]:
    """A comment as JSON-ready values; `parent` is the index of the comment it answers."""
    return {
        "id": comment.id,
        "parent": comment.parent,
        "author": comment.author,
        "author_url": comment.author_url,
        "date": comment.date,
        "date_printed": comment.date_printed,
        "url": comment.url,
        "marks": list(comment.marks),
        "votes": comment.votes,
        "spam": comment.spam,
        "spam_reasons": list(comment.spam_reasons),
        "text": text(comment.body),
    }


def entry_dict(entry: Entry) -> dict[str, Any]:
    """A ledger entry as JSON-ready values."""
    return {
        "role": str(entry.role),
        "rule": entry.rule,
        "line": entry.line,
        "about": entry.about,
        "reason": entry.reason,
        "text": entry.text,
    }
