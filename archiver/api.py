"""The Python API: bytes in, extraction out; nothing is read or written."""

from archiver.extract import extract as extract_document
from archiver.model.capture import Capture
from archiver.model.extraction import Extraction
from archiver.parse import parse
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
    return extract_document(parse(capture_of(data, url=url, media_type=media_type)))


__all__ = ["Capture", "Extraction", "extract"]
