"""Law: every text node of a page that a browser may show is in the document once, in order."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from archiver import extract
from archiver.errors import CaptureError
from archiver.model.document import BlockKind
from archiver.parse.html import parse_html
from archiver.text import clean, visible

WORDS = st.text(alphabet=st.sampled_from("abc XYZ.,0\u00a0\u200d漢字éäس\n\t&<>\"'"), min_size=0, max_size=12)
DRAWN = dict.fromkeys(map(ord, "“”‘’"))
"""Marks that browsers draw around a `q`; no text above holds them."""
INLINE = ["b", "em", "a", "span", "code", "small", "time", "font", "q"]
BLOCK = ["div", "p", "ul", "ol", "li", "blockquote", "h1", "h3", "section", "article", "figure", "figcaption"]
BLOCK += ["table", "tr", "td", "th", "pre", "nav", "aside", "button", "x-card", "details", "dl", "dd", "form"]
NAMES = ["", " class='caption'", " class='related' id='x'", " hidden", " itemprop='author'", " href='/a?b=1'"]
VOID = ["<br>", "<br><br>", "<hr>", "<img src='/a.png' alt='alt'>", "<!-- no -->", "<script>no()</script>"]


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> tuple[str, str]:
    """Markup, and the text nodes in it, one after the other."""
    markup, words = [], []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.integers(0, 3))
        if kind == 0 or depth == 0:
            text = draw(WORDS)
            markup.append(escape(text))
            words.append(text)
        elif kind == 1:
            markup.append(draw(st.sampled_from(VOID)))
        else:
            inside, told = draw(trees(depth=depth - 1))
            tag = draw(st.sampled_from(INLINE + BLOCK))
            markup.append(f"<{tag}{draw(st.sampled_from(NAMES))}>{inside}</{tag}>")
            words.append(told)
    return "".join(markup), "".join(words)


def _kept(markup: str) -> str:
    document = parse_html(f"<html><body>{markup}</body></html>", "https://eld.example/")
    texts = [document.text_of(block) for block in document.blocks if block.kind is not BlockKind.PICTURE]
    return visible("".join(texts).translate(DRAWN))


@given(trees())
def test_all_text_is_kept_once_and_in_order(tree: tuple[str, str]) -> None:
    markup, words = tree
    assert _kept(markup) == visible(clean(words))


@given(trees())
def test_the_spans_of_a_document_are_sound(tree: tuple[str, str]) -> None:
    document = parse_html(tree[0], None)
    offset = 0
    for block in document.blocks:
        assert block.start == offset < block.end
        offset = block.end
    assert offset == len(document.text)
    for index, container in enumerate(document.containers):
        assert 0 <= container.start <= container.end <= offset
        if container.parent >= 0:
            around = document.containers[container.parent]
            assert container.parent < index
            assert around.start <= container.start
            assert container.end <= around.end
    ends = {block.end for block in document.blocks}
    for mark in document.marks:
        assert 0 <= mark.start < mark.end <= offset
        assert not any(mark.start < end < mark.end for end in ends)


@given(trees())
def test_the_ledger_of_a_page_is_all_its_text(tree: tuple[str, str]) -> None:
    page = f"<html><body>{tree[0]}</body></html>"
    try:
        made = extract(page.encode(), url="https://eld.example/", media_type="text/html")
    except CaptureError:
        return
    document = parse_html(page, "https://eld.example/")
    assert visible("".join(entry.text for entry in made.ledger)) == visible(document.text)


@given(
    st.lists(
        st.sampled_from(["<", "</", "p", "div", ">", "<!--", "-->", "&", "#", "x", " ", "'", "<![CDATA["])
    )
)
def test_no_markup_breaks_the_parser(parts: list[str]) -> None:
    document = parse_html("".join(parts), None)
    assert "".join(document.text[block.start : block.end] for block in document.blocks) == document.text
