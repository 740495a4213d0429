"""HTML pages: the tree, lowered to one text with spans, and what the page says about itself."""

from bs4 import BeautifulSoup, Tag

from archiver.model.document import Block, Container, Document, Mark
from archiver.parse.html_address import resource
from archiver.parse.html_tree import collector_at_rest, tree
from archiver.parse.html_walk import Walk
from archiver.parse.html_writer import Writer
from archiver.parse.scripts.story import is_without_story, script_story
from archiver.parse.structured import facts


def parse_html(text: str, url: str | None = None) -> Document:
    """The page as a document; never raises, whatever the markup.

    All text outside `html_names.UNSEEN` is kept, once and in order; text that a style or an attribute hides
    is kept too, for the rules to name. Where no text stands in the markup, the story that a script holds is
    read as markup behind it. Alt texts and embeds' titles stand in blocks of their own.
    """
    with collector_at_rest():
        soup = tree(text)
        writer = Writer()
        base = _base(soup, url)
        Walk(writer, base).run(soup)
        words, blocks, containers, marks = writer.finish()
        if is_without_story(blocks) and (story := script_story(text, words)):
            words, blocks, containers, marks = _with_story(soup, story, base)
        root = soup.find("html")
        told = dict(root.attrs) if isinstance(root, Tag) else {}
        soup.decompose()
    language = str(told.get("lang") or told.get("xml:lang") or "").strip()[:35]
    return Document(
        text=words,
        blocks=blocks,
        containers=containers,
        marks=marks,
        facts=facts(text, url),
        url=url,
        language=language or None,
    )


def _with_story(
    soup: BeautifulSoup, story: str, base: str | None
) -> tuple[str, tuple[Block, ...], tuple[Container, ...], tuple[Mark, ...]]:
    """The page with the story behind it that its script would have written."""
    writer = Writer()
    Walk(writer, base).run(soup)
    Walk(writer, base).run(tree(story))
    return writer.finish()


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
