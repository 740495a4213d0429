"""HTML pages: the tree, lowered to one text with spans, and what the page says about itself."""

import re
from collections.abc import Iterator

from archiver.model.document import Block, Container, Document, Fact, Mark
from archiver.parse.html.address import resource
from archiver.parse.html.posts import post_elements
from archiver.parse.html.tree import Node, tree
from archiver.parse.html.walk import Walk
from archiver.parse.html.writer import Writer
from archiver.parse.scripts.story import is_without_story, script_story
from archiver.parse.scripts.thread import opening_of, script_comments, script_thread
from archiver.parse.structured import facts

_SHELL = re.compile(
    r"<[a-z][\w-]{0,40}\s[^<>]{0,200}\bid=[\"']?"
    r"(root|app|app-root|react-root|q-app|svelte|__next|__nuxt|___gatsby|data-preloaded)[\"'\s>]",
    re.IGNORECASE,
)
"""Where the usual frameworks write a page."""


def parse_html(text: str, url: str | None = None) -> Document:
    """The page as a document; never raises, whatever the markup.

    All text outside `names.UNSEEN` is kept, once and in order; text that a style or an attribute hides
    is kept too, for the rules to name. What a script alone holds is read as markup behind the page: the story
    or the thread where no text stands in the markup, else the comments. Alt texts and embeds' titles stand
    in blocks of their own.
    """
    page = tree(text)
    language = _language(page)
    writer = Writer()
    Walk(writer, _base(page, url), language).run(page)
    words, blocks, containers, marks = writer.finish()
    is_bare = is_without_story(blocks)
    written = _written(text, words) if is_bare else _comments(text, words)
    if written:
        words, blocks, containers, marks = _with_written(page, written, url)
    return Document(
        text=words,
        blocks=blocks,
        containers=containers,
        marks=marks,
        facts=(*facts(text, url), *(_shell(text) if is_bare and not written else ())),
        url=url,
        language=language or None,
    )


def _written(source: str, printed: str) -> list[Node]:
    """What the page's scripts would have written: its story, a thread, or a story with its comments."""
    story, thread = script_story(source, printed), script_thread(source, printed)
    if thread.is_forum or opening_of(story) in [opening_of(post.words) for post in thread.posts]:
        story = ""
    return ([tree(story)] if story else []) + ([post_elements(thread)] if thread.posts else [])


def _shell(source: str) -> Iterator[Fact]:
    """The element that the page's scripts would have filled."""
    if found := _SHELL.search(source):
        yield Fact(field="shell", value=found[1], evidence="element for scripts")


def _comments(source: str, printed: str) -> list[Node]:
    """The comments that the page's scripts would have written below its story."""
    thread = script_comments(source, printed)
    return [post_elements(thread)] if thread.posts else []


def _with_written(
    page: Node, written: list[Node], url: str | None
) -> tuple[str, tuple[Block, ...], tuple[Container, ...], tuple[Mark, ...]]:
    """The page with what its scripts would have written behind it."""
    writer, base = Writer(), _base(page, url)
    for part in (page, *written):
        Walk(writer, base, _language(page)).run(part)
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
