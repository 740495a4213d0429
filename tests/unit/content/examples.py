"""One article of the invented town with everything that a page bundle can hold."""

from archiver.model.article import (
    Article,
    Break,
    Comment,
    Credit,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Prose,
    Quote,
    Span,
    Table,
)
from archiver.model.document import MarkKind
from archiver.model.extraction import Bundle, Provenance
from archiver.model.ledger import Entry, Role


def paragraph(text: str, *spans: Span) -> Paragraph:
    return Paragraph(prose=Prose(text=text, spans=spans))


def strong(start: int, end: int) -> Span:
    return Span(kind=MarkKind.STRONG, start=start, end=end)


def emphasis(start: int, end: int) -> Span:
    return Span(kind=MarkKind.EMPHASIS, start=start, end=end)


def link(start: int, end: int, href: str) -> Span:
    return Span(kind=MarkKind.LINK, start=start, end=end, href=href)


CREDIT = Credit(text="Ada Holm/Eld Post", photographer="Ada Holm", outlet="Eld Post")
FIGURE = Figure(
    url="https://eldpost.example/ferry.jpg",
    alt="A ferry",
    caption=Prose(text="The ferry on Monday."),
    credits=(CREDIT,),
)
BODY = (
    paragraph("Mr. Brandt isn't worried (yet) about the well-known ferry."),
    Heading(prose=Prose(text="What comes next"), level=2),
    ListItem(prose=Prose(text="One")),
    ListItem(prose=Prose(text="Seven"), depth=2, ordered=True, number=7),
    ListItem(prose=Prose(text="More of one"), continued=True),
    Quote(prose=Prose(text="We wait.")),
    Quote(prose=Prose(text="And hope."), depth=2),
    Preformatted(text="08:00  ferry\n\n09:00  ferry"),
    Table(rows=((Prose(text="Day"), Prose(text="")), (Prose(text="Mon|Tue"), Prose(text="3")))),
    FIGURE,
    Embed(url="https://video.example/1", title="The ferry leaves"),
    Embed(url=None),
    Break(),
)
COMMENTS = (
    Comment(id="c-1", author="Bo", body=(paragraph("Roses are red,\nferries are late."),), date="2024-05-01"),
    Comment(
        id="c-2", author=None, body=(paragraph("- **Bo** · id c-1"),), parent=0, votes=-2, marks=("editor",)
    ),
    Comment(id="c-3", author="Cy", body=(), parent=1, url="https://eldpost.example/a#c3"),
    Comment(id="c-4", author="Di", body=(ListItem(prose=Prose(text="a list")),), parent=0),
)
BUNDLE = Bundle(
    article=Article(
        title="Harrowmere: the ferry is late", body=BODY, authors=("Ada Holm",), published="2024-05-01"
    ),
    comments=COMMENTS,
    provenance=Provenance(
        sha256="ab" * 32, media_type="text/html", extractor="archiver 0.1.0", source="Eld Post"
    ),
    ledger=(Entry(role=Role.BODY, rule="story", text="=1+1\tor\n2", line=4, reason="in the story"),),
)
