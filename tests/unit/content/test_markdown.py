import pytest

from archiver.content import write_blocks
from archiver.content.markdown.read_blocks import read_blocks
from archiver.errors import ContentError
from archiver.model.article import Credit, Embed, Figure, ListItem, Paragraph, Preformatted, Prose, Quote
from tests.unit.content.examples import CREDIT, FIGURE, emphasis, link, paragraph, strong


def test_ordinary_prose_is_written_as_it_is() -> None:
    text = "Mr. O'Neil's well-known ferry (est. 1890) costs $5 at 10:30; AT&T pays 50% - or more!"
    assert write_blocks([paragraph(text)]) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# x", "\\# x"),
        ("---", "\\---"),
        ("1. x", "1\\. x"),
        ("> x", "\\> x"),
        ("<b>", "&lt;b>"),
        ("{{7*7}}", "\\{\\{7\\*7\\}\\}"),
        ("{% x %}", "\\{\\% x %\\}"),
        ("[x]: javascript:alert(1)", "\\[x\\]: javascript:alert(1)"),
        ("&lt;", "&amp;lt;"),
        ("https://eldpost.example", "https\\://eldpost.example"),
        ("==x==", "\\=\\=x\\=\\="),
        ("snake_case", "snake_case"),
        ("+1", "+1"),
        ("one\ntwo", "one\\\ntwo"),
    ],
)
def test_what_markdown_would_act_on_is_escaped(text: str, written: str) -> None:
    assert write_blocks([paragraph(text)]) == written
    assert read_blocks(written) == (paragraph(text),)


def test_inline_markup_reads_as_people_write_it() -> None:
    block = paragraph(
        "It was very late, says Bo.", strong(7, 11), emphasis(12, 16), link(23, 25, "https://bo.example/")
    )
    assert write_blocks([block]) == "It was **very** *late*, says [Bo](https://bo.example/)."


def test_markup_beside_letters_and_quotes_stays_markup() -> None:
    block = paragraph('a"b"c', strong(1, 4))
    assert read_blocks(write_blocks([block])) == (block,)


def test_a_figure_has_its_caption_below_and_a_credit_on_its_own_line() -> None:
    assert write_blocks([FIGURE]) == (
        "![A ferry](https://eldpost.example/ferry.jpg)\\\nThe ferry on Monday.\\\n*(Ada Holm/Eld Post)*"
    )


def test_a_caption_that_looks_like_a_credit_stays_a_caption() -> None:
    figure = Figure(caption=Prose(text="(Ada)", spans=(emphasis(0, 5),)), credits=(Credit(text="Bo"),))
    assert write_blocks([figure]) == "![]()\\\n_(Ada)_\\\n*(Bo)*"
    assert read_blocks(write_blocks([figure])) == (figure,)


def test_a_credit_gets_its_parts_by_its_text() -> None:
    (figure,) = read_blocks(write_blocks([FIGURE]), {CREDIT.text: [CREDIT]})
    assert figure == FIGURE


def test_an_embed_is_a_link_whose_title_says_so() -> None:
    assert (
        write_blocks([Embed(url="https://v.example/1", title="The ferry")])
        == '[The ferry](https://v.example/1 "embed")'
    )
    assert write_blocks([Embed(url=None)]) == '[missing embed](<> "missing embed, untitled")'


def test_addresses_that_are_not_safe_are_not_written() -> None:
    assert "javascript" not in write_blocks(
        [Figure(url="java\tscript:x", alt="a"), paragraph("x", link(0, 1, "javascript:x"))]
    )


def test_template_tags_in_code_are_broken_up_and_come_back() -> None:
    code = Preformatted(text="{{ x }} {\\{ y")
    written = write_blocks([code])
    assert "{{" not in written
    assert read_blocks(written) == (code,)


def test_words_of_markup_that_blocks_cannot_hold_are_kept() -> None:
    text = "A ![boat](b.jpg) here\n\n> - in quote\n\n- x\n\n  ```\n  code\n  ```\n\n<b>raw</b>\n\nSetext\n======\n"
    shown = repr(read_blocks(text))
    for word in ("A", "boat", "here", "in quote", "code", "<b>raw</b>", "Setext"):
        assert word in shown


def test_soft_line_breaks_of_an_editor_are_spaces() -> None:
    assert read_blocks("one\ntwo  \nthree") == (paragraph("one two\nthree"),)


def test_neighbouring_quotations_of_other_depth_stay_apart() -> None:
    body = (
        Quote(prose=Prose(text="a"), depth=2),
        Quote(prose=Prose(text="b")),
        Paragraph(prose=Prose(text="c")),
    )
    assert write_blocks(body) == "> > a\n>\n> b\n\nc"
    assert read_blocks(write_blocks(body)) == body


def test_list_items_without_a_number_go_on_counting() -> None:
    items = [ListItem(prose=Prose(text=word), ordered=True) for word in ("a", "b")]
    assert write_blocks(items) == "1. a\n2. b"


@pytest.mark.parametrize("flood", ["[" * 50_000, "![" * 50_000, ">" * 50_000, "- " * 5_000])
def test_floods_are_refused_at_once(flood: str) -> None:
    with pytest.raises(ContentError):
        read_blocks(f"Words.\n\n{flood}")


def test_lists_too_deep_to_read_are_refused_rather_than_cut() -> None:
    with pytest.raises(ContentError):
        read_blocks("".join("  " * depth + "- x\n" for depth in range(60)))
