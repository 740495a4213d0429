"""The Python API: bytes in, extraction out; nothing is read or written.

The package `archiver.extract` shares its name with this function, so it is imported here, before the function
takes the name.
"""

from archiver.extract import extract as extract_document
from archiver.model.capture import Capture
from archiver.model.extraction import Extraction
from archiver.unpack import capture_of


def extract(data: bytes, *, url: str | None = None, media_type: str | None = None) -> Extraction:
    """Extract the article, the comments and the ledger of one captured page.

    Args:
        data: The captured bytes, HTML or plain text.
        url: Where the page was, for absolute links and the source's name.
        media_type: As an HTTP header says it; None lets the bytes speak.

    Raises:
        CaptureError: The capture is empty, binary or holds no readable text.

    """
    from archiver.parse import parse  # noqa: PLC0415 - lxml is loaded by those who read pages alone

    return extract_document(parse(capture_of(data, url=url, media_type=media_type)))


__all__ = ["Capture", "Extraction", "extract"]
