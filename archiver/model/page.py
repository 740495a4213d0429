"""What the rest of the site shows of an article, taken from the whole of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from archiver.model import plain
from archiver.model.article import Article, Figure
from archiver.model.ledger import Role
from archiver.model.site import Page, Story
from archiver.text import squash

SUMMARY_CHARACTERS = 400


def page_of(
    story: Story,
    *,
    permalink: str,
    folder: str,
    digest: str = "",
    edited: bool = False,
    load: Callable[[], Story] | None = None,
) -> Page:
    """The page of a whole article; `load` gives the article again, else it is kept with its page."""
    bundle = story.bundle
    sizes = [(len(entry.text), entry.role is Role.REMOVED) for entry in bundle.ledger]
    return Page(
        permalink=permalink,
        folder=folder,
        article=replace(bundle.article, body=(), evidence=()),
        provenance=bundle.provenance,
        summary=_summary(bundle.article),
        credits=tuple(_credited(bundle.article)),
        comments=len(bundle.comments),
        passages=tuple(Counter(entry.rule for entry in bundle.ledger).items()),
        characters=sum(size for size, _ in sizes),
        characters_removed=sum(size for size, removed in sizes if removed),
        load=load or (lambda: story),
        digest=digest,
        edited=edited,
    )


def _summary(article: Article) -> str:
    words = squash(article.standfirst)
    for block in article.body:
        if words:
            break
        words = squash(plain.block_text(block))
    if len(words) <= SUMMARY_CHARACTERS:
        return words
    cut = words[:SUMMARY_CHARACTERS]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _credited(article: Article) -> Iterator[str]:
    for block in article.body:
        if isinstance(block, Figure):
            for credit in block.credits:
                yield from filter(None, (credit.photographer, credit.agency, credit.outlet))
