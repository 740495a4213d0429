"""This project as the article scorer wants it."""

import re
from typing import Any

from archiver import extract as extract_page
from archiver.model import plain
from archiver.model.article import BodyBlock, Quote
from archiver.model.extraction import Extraction

_THREADS = re.compile(
    r"//[^/]*(?:forum|board|bbs|discuss|community)[^/]*/"
    r"|/(?:forums?|threads?|topics?|boards?|discussions?|questions|talk|r|t|post|s)/|view_?topic|show_?thread",
    re.IGNORECASE,
)
_BOARD = re.compile(r"\b(?:forums?|boards?)\b", re.IGNORECASE)
_HEAVY = 0.5


def extract(html: str | bytes, url: str = "") -> dict[str, Any]:
    """Title, authors, date, text, texts of comments, and images of one page.

    The scorer's truth counts an agency among the authors, and the standfirst and a forum's answers as text.
    """
    data = html.encode() if isinstance(html, str) else html
    found = extract_page(data, url=url or None, media_type="text/html")
    page = found.to_dict()
    answers = _answers(found) if _is_thread(found, url) else []
    return {
        "title": page["title"],
        "authors": [*page["authors"], *([page["agency"]] if page["agency"] else [])],
        "date": page["date"],
        "text": "\n\n".join(words for words in (page["standfirst"], page["text"], *answers) if words),
        "comments": [comment["text"] for comment in page["comments"]],
        "images": [{"caption": image["caption"], "credit": image["credit"]} for image in page["images"]],
    }


def _is_thread(found: Extraction, url: str) -> bool:
    """Whether the page is a forum's: its first post, an answer, or address and size of the rest tell."""
    if any(entry.rule == "opening_post" for entry in found.ledger):
        return True
    if any("answer" in comment.marks for comment in found.comments):
        return True
    if not found.article.body:
        return True
    size = sum(len(plain.text(comment.body)) for comment in found.comments)
    is_named = _THREADS.search(url or "") or _BOARD.search(found.article.site or "")
    return bool(is_named) and size > _HEAVY * len(plain.text(found.article.body))


def _answers(found: Extraction) -> list[str]:
    """The replies below their authors, without quotations of what stands above; to a question, the answers."""
    answers = [comment for comment in found.comments if "answer" in comment.marks]
    said = _bare(plain.text(found.article.body))
    texts = []
    for comment in found.comments:
        text = plain.text([block for block in comment.body if not _is_repeated(block, said)])
        said += _bare(text)
        if not answers or "answer" in comment.marks:
            texts.append(text if answers else f"{comment.author or ''}\n{text}")
    return texts


def _is_repeated(block: BodyBlock, said: str) -> bool:
    return isinstance(block, Quote) and _bare(plain.text([block])) in said


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())
