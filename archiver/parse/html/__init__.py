"""HTML pages to documents."""

from archiver.parse.html.page import parse_html

__all__ = ["parse_html"]
