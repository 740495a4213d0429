"""Our side of the scorer for reader comments: what its `ADAPTER.py` must offer."""

from typing import Any

from archiver import api


def extract(capture: bytes, kind: str, url: str) -> dict[str, Any]:
    """The page as the scorer reads it: pingbacks, which are no readers' words, are left out."""
    media_type = "text/html" if kind == "html" else "text/plain"
    found = api.extract(capture, url=url or None, media_type=media_type).to_dict()
    comments = found["comments"]
    kept = [index for index, comment in enumerate(comments) if "pingback" not in comment["marks"]]
    place = {index: position for position, index in enumerate(kept)}
    found["comments"] = [
        {**comment, "parent": place.get(comment["parent"]), "date": comment["date"] or comment["date_printed"]}
        for comment in (comments[index] for index in kept)
    ]
    return found
