"""What holds for every page bundle, whatever words a capture had."""

from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from archiver.content import ledger_holds, read, to_html, write
from archiver.content.markdown.read_blocks import read_blocks
from archiver.content.markdown.write_blocks import write_blocks
from archiver.content.threads import read_comments, write_comments
from archiver.model.article import BodyBlock, Comment, Credit, Paragraph, Prose, Span
from archiver.model.document import MarkKind
from archiver.model.extraction import Bundle
from archiver.model.plain import text as plain_text
from archiver.text import clean, visible
from tests.properties import strategies

modest = settings(max_examples=100, suppress_health_check=list(HealthCheck))
few = settings(max_examples=40, suppress_health_check=list(HealthCheck))


@modest
@given(strategies.proses())
def test_words_with_markup_come_back_as_they_were(prose: Prose) -> None:
    assert read_blocks(write_blocks([Paragraph(prose=prose)])) == (Paragraph(prose=prose),)


@modest
@given(strategies.blocks())
def test_a_body_is_what_is_read_after_it_is_written(body: tuple[BodyBlock, ...]) -> None:
    book: dict[str, list[Credit]] = {}
    for block in body:
        for credit in getattr(block, "credits", ()):
            book.setdefault(credit.text, []).append(credit)
    assert read_blocks(write_blocks(body), book) == body


@few
@given(strategies.bundles)
def test_a_bundle_is_what_is_read_after_it_is_written(bundle: Bundle) -> None:
    files = write(bundle)
    assert read(files) == bundle
    assert write(read(files)) == files
    assert ledger_holds(files)


@few
@given(strategies.threads())
def test_comments_keep_their_order_parents_and_words(comments: tuple[Comment, ...]) -> None:
    assert not comments or read_comments(write_comments(comments)) == comments


@modest
@given(strategies.texts())
def test_any_text_at_all_is_kept_word_for_word(text: str) -> None:
    (*found,) = read_blocks(write_blocks([Paragraph(prose=Prose(text=text))]))
    assert visible(plain_text(found)) == visible(clean(text))


@modest
@given(strategies.texts(8))
def test_markdown_written_by_hand_is_read_and_then_stays_as_it_is(text: str) -> None:
    once = read_blocks(clean(text))
    assert read_blocks(write_blocks(once)) == once


_ALLOWED = {
    **dict.fromkeys(
        ("p", "blockquote", "ul", "ol", "pre", "strong", "em", "code", "br", "hr", "table", "tr")
    ),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "th", "td", "figure", "figcaption", "div", "span", "li")),
    "a": None,
    "img": None,
}
_ATTRIBUTES = {
    *(
        "href",
        "rel",
        "id",
        "class",
        "value",
        "src",
        "alt",
        "loading",
        "tabindex",
        "cite",
        "lang",
        "dir",
        "aria-label",
    )
}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.other: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def _tags(html: str) -> _Tags:
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser


@modest
@given(strategies.blocks())
def test_html_has_no_tag_attribute_or_address_but_ours(body: tuple[BodyBlock, ...]) -> None:
    found = _tags(to_html(body, paragraph_ids=True, language="en"))
    assert not found.open
    assert not found.other
    for tag, attributes in found.tags:
        assert tag in _ALLOWED
        assert attributes.keys() <= _ATTRIBUTES
        assert (attributes.get("href") or "http:").startswith(("http:", "https:", "mailto:", "#p-"))
        assert (attributes.get("cite") or "http:").startswith(("http:", "https:"))
        assert attributes.get("src", "photo.jpg") == "photo.jpg"
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@modest
@given(strategies.blocks())
def test_markdown_brings_no_captured_tag_into_a_renderer_that_passes_html(
    body: tuple[BodyBlock, ...],
) -> None:
    found = _tags(MarkdownIt("commonmark", {"html": True}).enable("table").render(write_blocks(body)))
    assert not found.other
    assert {tag for tag, _ in found.tags} <= {*_ALLOWED, "thead", "tbody"}
    assert {name for _, attributes in found.tags for name in attributes} <= {
        *("href", "src", "alt", "title", "start", "class")
    }


@modest
@given(strategies.blocks())
def test_markdown_holds_no_template_tag(body: tuple[BodyBlock, ...]) -> None:
    written = write_blocks(body)
    assert not any(tag in written for tag in ("{{", "{%", "{#"))


@few
@given(
    st.lists(st.tuples(st.sampled_from(list(MarkKind)), st.integers(0, 30), st.integers(0, 30)), max_size=6)
)
def test_crossing_markup_is_written_as_markup_that_nests(
    given_spans: list[tuple[MarkKind, int, int]],
) -> None:
    spans = [Span(kind=k, start=a, end=b, href="https://x.org/") for k, a, b in given_spans]
    prose = Prose(text="The river Eld rose, and fell.", spans=tuple(spans))
    (found,) = read_blocks(write_blocks([Paragraph(prose=prose)]))
    assert isinstance(found, Paragraph)
    assert found.prose.text == prose.text
    assert _tags(to_html([found])).open == []
