"""Values of the model's types, hostile ones included, in the normal form that a page bundle keeps.

What normal means is said where it is made: `prose`, `blocks`, `threads`, `articles`. Anything else that
the types could hold is written as the nearest normal value.
"""

from hypothesis import strategies as st

from archiver.content.markdown.lists import tidy
from archiver.content.markdown.spans import normal
from archiver.model.article import (
    Article,
    BodyBlock,
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
from archiver.text import clean

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- x",
    "]]>",
    "</title>",
    "{{7*7}}",
    "{% include x %}",
    "{# x #}",
    "{:.class onclick=x}",
    "---",
    "***",
    "# x",
    "1. x",
    "12) x",
    "- x",
    "* x",
    "+ x",
    "> x",
    "    x",
    "[x]: javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](y)",
    "[^1]",
    "[[wiki]]",
    "==x==",
    "~~x~~",
    "$$x$$",
    "%%x%%",
    ":::",
    "```",
    "~~~",
    "`",
    "``",
    "|",
    "| a | b |",
    "| --- |",
    "&lt;",
    "&#10;",
    "&amp;amp;",
    "\\",
    "\\\\",
    "\\*",
    "*(x)*",
    "(x)",
    "**x**",
    "_x_",
    "a_b",
    "- **Ada** · id c-1",
    "**Ada** · id c-1",
    " · ",
    "http://x.org/?a=1&lt=2",
    "www.x.org",
    "a@b.org",
    "=1+1",
    "\u200d",
    "\u202e",
    "\u2028",
    "\x85",
    "\ufeff",
    "\x00",
    "é",
    "我很好",
    "שלום",
    "👩‍👩‍👧",
    "\u0301",
    "\u00a0",
    "\t",
    '"',
    "'",
)
_any = st.characters(exclude_categories=("Cs", "Cn"))


def texts(max_pieces: int = 5) -> st.SearchStrategy[str]:
    """Any text, much of it made of what Markdown, HTML and templates act on."""
    piece = st.one_of(
        st.sampled_from(HOSTILE), st.text(_any, max_size=6), st.sampled_from([" ", "\n", "a", "word", "."])
    )
    return st.lists(piece, max_size=max_pieces).map("".join)


def lines() -> st.SearchStrategy[str]:
    """Clean text, line breaks and outer spaces and all."""
    return texts(3).map(clean)


addresses = st.one_of(
    st.sampled_from(
        [
            "https://x.org/a(b)?c=1&amp;d=2#e",
            "http://x.org/",
            "https://x.org/*_[]'",
            "https://[::1]/x&lt;",
            "https://x.org/é%7B",
        ]
    ),
    st.from_regex(r"https?://[a-z.]{1,8}/[\w()*'!&;=#?%,~+-]{0,12}", fullmatch=True),
)


@st.composite
def proses(draw: st.DrawFn, *, empty: bool = False) -> Prose:
    """Prose whose lines have no outer white space, with nested or crossing markup made to nest."""
    text = normal(Prose(text=draw(texts()))).text
    if not text and not empty:
        text = "word"
    position = st.integers(0, len(text))
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(position), draw(position)))
        kind = draw(st.sampled_from(list(MarkKind)))
        href = draw(addresses) if kind is MarkKind.LINK else ""
        spans.append(Span(kind=kind, start=start, end=end, href=href))
    return normal(Prose(text=text, spans=tuple(spans)))


credit_values = st.builds(
    Credit,
    text=lines().filter(bool),
    photographer=st.none() | lines(),
    outlet=st.none() | lines(),
    agency=st.none() | lines(),
)
figures = st.builds(
    Figure,
    url=st.none() | addresses | st.just("photo.jpg"),
    alt=lines(),
    caption=proses(empty=True),
    credits=st.lists(credit_values, max_size=2).map(tuple),
)
plain_figures = st.builds(Figure, url=st.none() | addresses, alt=lines(), caption=proses(empty=True))
tables = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        rows=st.lists(
            st.lists(proses(empty=True), min_size=width, max_size=width).map(tuple), min_size=1, max_size=3
        ).map(tuple),
    )
)
_common: list[st.SearchStrategy[BodyBlock]] = [
    st.builds(Paragraph, prose=proses()),
    st.builds(Paragraph, prose=proses()),
    st.builds(Heading, prose=proses(), level=st.integers(2, 6)),
    st.builds(
        ListItem,
        prose=proses(),
        depth=st.integers(1, 5),
        ordered=st.booleans(),
        number=st.none() | st.integers(-1, 10**10),
        continued=st.booleans(),
    ),
    st.builds(Quote, prose=proses(), depth=st.integers(1, 3)),
    st.builds(Preformatted, text=lines()),
    tables,
    st.builds(Embed, url=st.none() | addresses, title=lines()),
    st.just(Break()),
]


def blocks(figure: st.SearchStrategy[Figure] = figures) -> st.SearchStrategy[tuple[BodyBlock, ...]]:
    """Bodies; items of lists follow each other as lists can, blocks without words are left out."""
    return st.lists(st.one_of(*_common, figure), max_size=6).map(lambda made: tuple(tidy(made)))


@st.composite
def threads(draw: st.DrawFn) -> tuple[Comment, ...]:
    """Comments in any page order, a parent always before its reply, ids unique; empty texts are None."""
    found: list[Comment] = []
    for index in range(draw(st.integers(0, 6))):
        some = st.none() | lines().filter(bool)
        found.append(
            Comment(
                id=f"{index}{draw(lines())}",
                body=draw(blocks(plain_figures)) if draw(st.booleans()) else (),
                parent=draw(st.none() | st.integers(0, index - 1)) if index else None,
                author=draw(some),
                author_url=draw(st.none() | addresses),
                date=draw(some | st.just("2024-05-01T10:00:00+02:00")),
                date_printed=draw(some),
                url=draw(st.none() | addresses),
                marks=tuple(draw(st.lists(lines().filter(bool), max_size=2))),
                votes=draw(st.none() | st.integers(-(10**6), 10**6)),
                spam=draw(st.integers(0, 100)) / 100,
                spam_reasons=tuple(draw(st.lists(lines().filter(bool), max_size=2))),
            )
        )
    return tuple(found)


_maybe = st.none() | texts(2).filter(bool)
_names = st.lists(texts(2), max_size=2).map(tuple)
articles = st.builds(
    Article,
    title=texts(),
    body=blocks(),
    standfirst=texts(),
    authors=_names,
    agency=_maybe,
    dateline=texts(2),
    published=_maybe,
    modified=_maybe,
    section=_maybe,
    tags=_names,
    language=_maybe,
    url=_maybe,
    site=_maybe,
    image=_maybe,
    comments_declared=st.none() | st.integers(0, 10**9),
    comment_pages_missing=st.integers(0, 3),
    embeds_missing=st.integers(0, 3),
    paywalled=st.booleans(),
    evidence=st.dictionaries(texts(1), texts(1), max_size=2).map(lambda made: tuple(sorted(made.items()))),
)
provenances = st.builds(
    Provenance,
    sha256=st.just("0" * 64),
    media_type=st.just("text/html"),
    extractor=texts(1),
    source=texts(2),
    url=_maybe,
    captured_at=_maybe,
)
entries = st.builds(
    Entry,
    role=st.sampled_from(list(Role)),
    rule=texts(1),
    text=texts(),
    line=st.none() | st.integers(1, 10**6),
    reason=texts(1),
    about=texts(1),
)
bundles = st.builds(
    Bundle,
    article=articles,
    comments=threads(),
    provenance=provenances,
    ledger=st.lists(entries, max_size=4).map(tuple),
)
