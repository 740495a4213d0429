"""This project as the article scorer wants it."""

from typing import Any

from archiver import extract as extract_page


def extract(html: str | bytes, url: str = "") -> dict[str, Any]:
    """Title, authors, date, text, texts of comments, and images of one page.

    The scorer's truth counts an agency among the authors, and the standfirst as part of the text.
    """
    data = html.encode() if isinstance(html, str) else html
    page = extract_page(data, url=url or None, media_type="text/html").to_dict()
    return {
        "title": page["title"],
        "authors": [*page["authors"], *([page["agency"]] if page["agency"] else [])],
        "date": page["date"],
        "text": "\n\n".join(words for words in (page["standfirst"], page["text"]) if words),
        "comments": [comment["text"] for comment in page["comments"]],
        "images": [{"caption": image["caption"], "credit": image["credit"]} for image in page["images"]],
    }
