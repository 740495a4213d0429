"""HTML pages: the tree, lowered to one text with spans, and what the page says about itself."""

from archiver.model.document import Block, Container, Document, Mark
from archiver.parse.html.address import resource
from archiver.parse.html.tree import Node, tree
from archiver.parse.html.walk import Walk
from archiver.parse.html.writer import Writer
from archiver.parse.scripts.story import is_without_story, script_story
from archiver.parse.structured import facts


def parse_html(text: str, url: str | None = None) -> Document:
    """The page as a document; never raises, whatever the markup.

    All text outside `names.UNSEEN` is kept, once and in order; text that a style or an attribute hides
    is kept too, for the rules to name. Where no text stands in the markup, the story that a script holds is
    read as markup behind it. Alt texts and embeds' titles stand in blocks of their own.
    """
    page = tree(text)
    language = _language(page)
    writer = Writer()
    Walk(writer, _base(page, url), language).run(page)
    words, blocks, containers, marks = writer.finish()
    if is_without_story(blocks) and (story := script_story(text, words)):
        words, blocks, containers, marks = _with_story(page, story, url)
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
    page: Node, story: str, url: str | None
) -> tuple[str, tuple[Block, ...], tuple[Container, ...], tuple[Mark, ...]]:
    """The page with the story behind it that its script would have written."""
    writer, base = Writer(), _base(page, url)
    Walk(writer, base).run(page)
    Walk(writer, base).run(tree(story))
    return writer.finish()


def _language(page: Node) -> str:
    """The language that the page declares; empty where it declares none."""
    root = page.first("html")
    told = root.attrs if root else {}
    return (told.get("lang") or told.get("xml:lang") or "").strip()[:35]


def _base(page: Node, url: str | None) -> str | None:
    """What relative addresses are relative to: `base`, the capture's address, or the canonical one."""
    head = page.first("head")
    if not head:
        return url
    base = next((one for one in head.elements("base") if "href" in one.attrs), None)
    told = resource(base.attrs["href"], url) if base else ""
    if told or url:
        return told or url
    for link in head.elements("link"):
        if "canonical" in link.attrs.get("rel", "").lower() and "href" in link.attrs:
            return resource(link.attrs["href"], None) or None
    return None
