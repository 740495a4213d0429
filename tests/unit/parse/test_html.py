"""HTML pages as documents: blocks, marks, containers, addresses, and input made to hurt."""

import time

import pytest

from archiver.model.document import Block, BlockKind, Document, MarkKind
from archiver.parse.html import parse_html

URL = "https://harrowmere-times.example/2021/05/lock"


def parsed(markup: str, url: str | None = URL) -> Document:
    return parse_html(f"<!DOCTYPE html><html lang='en'><body>{markup}</body></html>", url)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.text_of(block)) for block in document.blocks]


def only(document: Document, kind: BlockKind) -> Block:
    (found,) = [block for block in document.blocks if block.kind is kind]
    return found


def marked(document: Document, kind: MarkKind) -> list[tuple[str, str]]:
    return [(document.text[mark.start : mark.end], mark.href) for mark in document.marks if mark.kind is kind]


def test_blocks_tile_the_text() -> None:
    document = parsed("<h1>Lock</h1>one<p>two</p><ul><li>three<ul><li>four</ul></ul><hr><p>five")
    assert "".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    assert all(document.text[block.end - 1] == "\n" for block in document.blocks)


def test_text_directly_in_a_div_is_a_paragraph() -> None:
    assert shown(parsed("<div>one<div>two</div>three</div>")) == [
        ("paragraph", "one"),
        ("paragraph", "two"),
        ("paragraph", "three"),
    ]


def test_two_breaks_part_paragraphs_and_one_is_a_new_line() -> None:
    assert shown(parsed("<p>one<br>two<br><br>three</p>")) == [
        ("paragraph", "one\ntwo"),
        ("paragraph", "three"),
    ]


def test_a_break_keeps_a_headline_whole() -> None:
    assert shown(parsed("<h1>one<br><br>two</h1>")) == [("heading", "one\ntwo")]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>漢<b>字</b>かな</p>", "漢字かな"),
        ("<p>one<b> two</b> three</p>", "one two three"),
        ("<p>one <b>two</b>three</p>", "one twothree"),
        ("<p>re<wbr>open<span></span>ed</p>", "reopened"),
        ("<p>\n one\n <i> two </i>\n</p>", "one two"),
    ],
)
def test_no_space_is_invented_between_inline_elements_and_none_is_lost(markup: str, words: str) -> None:
    assert shown(parsed(markup)) == [("paragraph", words)]


def test_list_items_tell_level_number_and_further_paragraphs() -> None:
    document = parsed("<ol start='3'><li>a<p>b</p><ul><li>c</ul><li value='9'>d</ol>")
    items = [(document.text_of(b), b.level, b.ordered, b.number, b.continued) for b in document.blocks]
    assert items == [
        ("a", 1, True, 3, False),
        ("b", 1, True, 3, True),
        ("c", 2, False, None, False),
        ("d", 1, True, 9, False),
    ]


def test_an_entry_with_a_time_of_its_own_is_no_list_item() -> None:
    document = parsed("<ol><li><time>9.15</time><p>The water fell.</p></li></ol>")
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_quotes_tell_their_depth() -> None:
    document = parsed("<blockquote><p>a</p><blockquote>b</blockquote></blockquote>")
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.QUOTE, 1),
        (BlockKind.QUOTE, 2),
    ]


def test_preformatted_text_keeps_its_spaces() -> None:
    document = parsed("<pre>  if rain:\n\topen()</pre>")
    assert document.text_of(only(document, BlockKind.PREFORMATTED)) == "  if rain:\n        open()"


def test_a_table_of_data_is_one_block_of_rows_and_cells() -> None:
    document = parsed(
        "<table><thead><tr><th>Gauge<th>Metres</thead><tr><td><p>Pack</p><p>Bridge</p><td>3.71"
        "<tr><td colspan='2'>closed<tr><td>x<td>y</table>"
    )
    table = only(document, BlockKind.TABLE)
    assert document.text_of(table) == "Gauge\tMetres\nPack Bridge\t3.71\nclosed\nx\ty"
    assert table.header_rows == 1


def test_a_table_of_layout_is_its_content() -> None:
    document = parsed("<table><tr><td><h2>Lock</h2><p>one</p></td><td><p>two</p></td></tr></table>")
    assert [kind for kind, _ in shown(document)] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "image",
    [
        "<img src='/p/gate.jpg' alt='Gate'>",
        "<img src='data:image/gif;base64,AA' data-src='/p/gate.jpg' alt='Gate'>",
        "<img src='/blank.gif' data-lazy-src='/p/gate.jpg' alt='Gate'>",
        "<img srcset='/p/small.jpg 300w, /p/gate.jpg 1200w' alt='Gate'>",
        "<picture><source srcset='/p/gate.jpg'><img alt='Gate'></picture>",
        "<amp-img src='/p/gate.jpg' alt='Gate'></amp-img>",
        "<a href='/p/gate.jpg'><img src='data:image/gif;base64,AA' alt='Gate'></a>",
        "<img data-lazyimage-src='/p/gate.jpg' src='data:image/gif;base64,AA' alt='Gate'>",
        "<img alt='Gate'><noscript><img src='/p/gate.jpg' alt='Gate'></noscript>",
    ],
)
def test_a_picture_has_its_alt_text_and_its_real_address(image: str) -> None:
    document = parsed(f"<figure>{image}<figcaption>The gate.</figcaption></figure>")
    picture = only(document, BlockKind.PICTURE)
    assert (document.text_of(picture), picture.url) == ("Gate", "https://harrowmere-times.example/p/gate.jpg")
    assert document.text_of(only(document, BlockKind.CAPTION)) == "The gate."


def test_a_picture_inside_a_line_leaves_the_line_whole() -> None:
    assert shown(parsed("<p>one <img src='/a.png' alt='sign'> two</p>")) == [
        ("paragraph", "one two"),
        ("picture", "sign"),
    ]


def test_an_emoji_that_is_a_picture_is_text_and_a_counting_pixel_is_nothing() -> None:
    document = parsed(
        "<p>Well done <img class='emoji' src='/e.png' alt='🎉'></p><img src='/c.gif' width='1'>"
    )
    assert shown(document) == [("paragraph", "Well done 🎉")]


def test_an_element_named_caption_is_one_unless_it_holds_the_picture() -> None:
    document = parsed(
        "<div class='wp-caption'><img src='/a.jpg' alt='Gate'><p class='wp-caption-text'>The gate.</p></div>"
    )
    assert shown(document) == [("picture", "Gate"), ("caption", "The gate.")]


def test_an_embed_keeps_its_address_and_a_post_its_words() -> None:
    document = parsed(
        "<iframe src='//video.example/7' title='The flood'></iframe>"
        "<blockquote class='twitter-tweet'><p>Anyone with a net?</p></blockquote>"
    )
    assert only(document, BlockKind.EMBED).url == "https://video.example/7"
    assert document.text_of(only(document, BlockKind.QUOTE)) == "Anyone with a net?"


def test_links_are_absolute_and_lose_what_trackers_added() -> None:
    document = parsed(
        "<a href='../a?id=7&utm_source=x&fbclid=9#top'>a</a> <a href='mailto:desk@eld.example'>b</a>"
    )
    assert marked(document, MarkKind.LINK) == [
        ("a", "https://harrowmere-times.example/2021/a?id=7#top"),
        ("b", "mailto:desk@eld.example"),
    ]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "JAVASCRIPT&colon;x"],
)
def test_no_other_scheme_survives_in_a_link(address: str) -> None:
    assert [href for _, href in marked(parsed(f"<a href='{address}'>x</a>"), MarkKind.LINK)] == [""]


def test_the_base_element_and_the_canonical_address_resolve_links() -> None:
    based = parse_html("<head><base href='https://eld.example/x/'></head><a href='y'>y</a>", URL)
    assert marked(based, MarkKind.LINK) == [("y", "https://eld.example/x/y")]
    alone = parse_html("<head><link rel='canonical' href='https://eld.example/x/'></head><a href='y'>y</a>")
    assert marked(alone, MarkKind.LINK) == [("y", "https://eld.example/x/y")]


def test_a_mark_never_crosses_the_end_of_a_block() -> None:
    document = parsed("<a href='/x'>one<div>two</div>three</a>", None)
    assert marked(document, MarkKind.LINK) == [("one", ""), ("two", ""), ("three", "")]


def test_containers_tell_names_words_and_their_parent() -> None:
    document = parsed("<div class='postBody-2 main' id='story'><p>a <span class='credit'>b</span></p></div>")
    div = next(container for container in document.containers if container.tag == "div")
    assert div.tokens == {"postbody-2", "main", "story"}
    assert div.words == {"post", "body", "main", "story"}
    span = next(container for container in document.containers if container.tag == "span")
    assert document.text[span.start : span.end] == "b"
    assert document.containers[span.parent].tag == "p"


def test_hidden_text_stays_and_its_container_says_so() -> None:
    document = parsed("<div style='display: none'>copied</div>")
    assert document.text == "copied\n"
    assert any(container.attribute("hidden") for container in document.containers)


@pytest.mark.parametrize("tag", ["script", "style", "template", "title"])
def test_what_no_browser_shows_is_not_text(tag: str) -> None:
    assert parsed(f"<p>a</p><{tag}>b</{tag}><!-- c --><p>d</p>").text == "a\nd\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200_000 + "deep",
        "<p>" + "<b>" * 200_000 + "deep",
        "<ul><li>" * 20_000 + "deep",
        "<table><tr><td>" * 20_000 + "deep",
        "<!--" * 100_000 + "-->deep",
        "<a" * 100_000 + ">deep",
        "<div " + " ".join(f"a{n}=1" for n in range(200_000)) + ">deep",
        "&#" * 100_000 + "deep",
        "<div class='caption'>" * 5_000 + "deep",
    ],
    ids=["div", "b", "list", "table", "comments", "anchors", "attributes", "entities", "captions"],
)
def test_a_hostile_page_is_read_in_bounded_time_and_whole(markup: str) -> None:
    began = time.process_time()
    assert parsed(markup).text.endswith("deep\n")
    assert time.process_time() - began < 10


def test_a_page_of_lone_surrogates_and_controls_is_clean_text() -> None:
    assert parsed("<p>a\ud800b\x00\x07c&#x202e;d</p>").text.isprintable() is False
    assert "\u202e" not in parsed("<p>a&#x202e;b</p>").text
