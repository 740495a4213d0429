"""HTML pages."""

from bs4 import BeautifulSoup

from archiver.model.document import Document
from archiver.parse.text import parse_text


def parse_html(text: str, url: str | None = None) -> Document:
    """The page as a document."""
    return parse_text(BeautifulSoup(text, "lxml").get_text("\n"), url)
