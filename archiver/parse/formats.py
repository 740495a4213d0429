"""One parser for each page format, chosen by the capture's media type."""

from archiver.model.capture import Capture
from archiver.model.document import Document
from archiver.parse.encoding import decode
from archiver.parse.html import parse_html
from archiver.parse.text import parse_text

PARSERS = {
    "text/html": parse_html,
    "application/xhtml+xml": parse_html,
    "text/plain": parse_text,
}


def parse(capture: Capture) -> Document:
    """The capture as a document; a media type that no parser knows is read as plain text."""
    essence = capture.media_type.partition(";")[0].strip().lower()
    parser = PARSERS.get(essence, parse_text)
    text = decode(capture.data, capture.media_type).replace("\0", "")  # as browsers drop them
    return parser(text, capture.url)
