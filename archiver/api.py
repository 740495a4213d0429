"""The Python API: bytes in, extraction out; nothing is read or written.

The package `archiver.extract` shares its name with this function, so it is imported here, before the function
takes the name; what it holds, and all other rooms, are loaded with the first page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import archiver.extract  # noqa: F401 - see above
from archiver.collector import collector_at_rest

if TYPE_CHECKING:
    from archiver.model.extraction import Extraction


def extract(data: bytes, *, url: str | None = None, media_type: str | None = None) -> Extraction:
    """Extract the article, the comments and the ledger of one captured page.

    Args:
        data: The captured bytes, HTML or plain text.
        url: Where the page was, for absolute links and the source's name.
        media_type: As an HTTP header says it; None lets the bytes speak.

    Raises:
        CaptureError: The capture is empty, binary or holds no readable text.

    """
    from archiver.extract.engine import extract as extract_document  # noqa: PLC0415
    from archiver.parse import parse  # noqa: PLC0415
    from archiver.unpack import capture_of  # noqa: PLC0415

    with collector_at_rest():
        return extract_document(parse(capture_of(data, url=url, media_type=media_type)))


__all__ = ["extract"]
