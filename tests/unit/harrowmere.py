"""Pages of an invented town's papers, made by hand for tests of the site."""

from html import escape
from typing import Any

from archiver.model.article import Article, Comment, Paragraph, Prose
from archiver.model.extraction import Bundle, Provenance
from archiver.model.ledger import Entry
from archiver.model.page import page_of
from archiver.model.site import Page, SiteConfig, Story

CONFIG = SiteConfig(
    title="The Harrowmere Archive",
    description="Local news from the banks of the Eld, with its readers' comments.",
    base_url="https://archive.example/eld/",
)


def page(
    folder: str,
    *,
    source: str = "Harrowmere Times",
    comments: tuple[Comment, ...] = (),
    ledger: tuple[Entry, ...] = (),
    body_html: str | None = None,
    edited: bool = False,
    **fields: Any,
) -> Page:
    """A page whose article has one paragraph and the fields given."""
    slug = folder.rpartition("/")[2]
    words = f"The ferry at {slug} ran again on Monday."
    article = Article(
        **{
            "title": slug.replace("-", " ").capitalize(),
            "body": (Paragraph(prose=Prose(text=words)),),
            **fields,
        }
    )
    story = Story(
        bundle=Bundle(
            article=article,
            comments=comments,
            provenance=Provenance(
                sha256="0f" * 32, media_type="text/html", extractor="archiver 0.1.0", source=source
            ),
            ledger=ledger,
        ),
        body_html=body_html or f"<p>{escape(words)}</p>",
        comments_html=tuple(f"<p>{escape(words_of(each))}</p>" if each.body else "" for each in comments),
        markdown=f"# {slug}\n",
    )
    return page_of(story, permalink=f"{folder}/", folder=folder, edited=edited)


def comment(number: int, parent: int | None = None, text: str = "Well said.", **fields: Any) -> Comment:
    """A comment with one paragraph; its id is its number."""
    body = (Paragraph(prose=Prose(text=text)),) if text else ()
    return Comment(**{"id": str(number), "body": body, "parent": parent, "author": "Ottilie Fenn", **fields})


def words_of(each: Comment) -> str:
    """The words of a comment's first paragraph."""
    first = each.body[0]
    assert isinstance(first, Paragraph)
    return first.prose.text
