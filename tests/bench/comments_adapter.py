"""This project as the comment scorer wants it."""

from collections.abc import Iterator
from typing import Any

from archiver import extract as extract_page


def extract(capture: bytes, kind: str, url: str) -> dict[str, Any]:
    """Title, authors, date, text, images and comments of one page."""
    media_type = "text/plain" if kind == "text" else "text/html"
    page = extract_page(capture, url=url or None, media_type=media_type).to_dict()
    page["comments"] = list(_by_readers(page["comments"]))
    return page


def _by_readers(comments: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The comments without pingbacks, which the truth leaves out; parents are renumbered."""
    place: dict[int | None, int | None] = {None: None}
    for index, comment in enumerate(comments):
        if "pingback" in comment["marks"]:
            place[index] = place.get(comment["parent"])
            continue
        place[index] = sum(value is not None for key, value in place.items() if _kept(comments, key))
        yield comment | {
            "date": comment["date"] or comment["date_printed"],
            "parent": place.get(comment["parent"]),
        }


def _kept(comments: list[dict[str, Any]], index: int | None) -> bool:
    return index is not None and "pingback" not in comments[index]["marks"]
