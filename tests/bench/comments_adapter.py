"""This project as the comment scorer wants it."""

from typing import Any

from archiver import extract as extract_page


def extract(capture: bytes, kind: str, url: str) -> dict[str, Any]:
    """Title, authors, date, text, images and comments of one page."""
    media_type = "text/plain" if kind == "text" else "text/html"
    page = extract_page(capture, url=url or None, media_type=media_type).to_dict()
    for comment in page["comments"]:
        comment["date"] = comment["date"] or comment["date_printed"]
    return page
