"""HTML pages: the tree, lowered to one text with spans, and what the page says about itself."""

from bs4 import BeautifulSoup, Tag

from archiver.model.document import Document
from archiver.parse.html_address import resource
from archiver.parse.html_tree import tree
from archiver.parse.html_walk import Walk
from archiver.parse.html_writer import Writer
from archiver.text import clean


def parse_html(text: str, url: str | None = None) -> Document:
    """The page as a document; never raises, whatever the markup.

    All text outside `html_names.UNSEEN` is kept, once and in order; text that a style or an attribute hides
    is kept too, for the rules to name. Alt texts and embeds' titles stand in blocks of their own.
    """
    soup = tree(clean(text))
    writer = Writer()
    Walk(writer, _base(soup, url)).run(soup)
    words, blocks, containers, marks = writer.finish()
    root = soup.find("html")
    language = (
        str(root.attrs.get("lang") or root.attrs.get("xml:lang") or "") if isinstance(root, Tag) else ""
    )
    return Document(
        text=words,
        blocks=blocks,
        containers=containers,
        marks=marks,
        url=url,
        language=language.strip()[:35] or None,
    )


def _base(soup: BeautifulSoup, url: str | None) -> str | None:
    """What relative addresses are relative to: `base`, the capture's address, or the canonical one."""
    head = soup.find("head")
    if not isinstance(head, Tag):
        return url
    base = head.find("base", href=True)
    told = resource(str(base.attrs["href"]), url) if isinstance(base, Tag) else ""
    if told or url:
        return told or url
    for canonical in head.find_all("link", rel=True, href=True, limit=50):
        if "canonical" in str(canonical.attrs["rel"]).lower():
            return resource(str(canonical.attrs["href"]), None) or None
    return None
