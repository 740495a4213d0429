from archiver.content import to_html
from archiver.model.article import Figure, ListItem, Prose, Quote
from tests.unit.content.examples import BODY, FIGURE, link, paragraph, strong


def test_every_captured_character_is_escaped() -> None:
    assert to_html([paragraph("<script>&\"'", strong(0, 3))]) == (
        "<p><strong>&lt;sc</strong>ript&gt;&amp;&quot;&#x27;</p>\n"
    )


def test_a_link_that_is_not_safe_leaves_its_words() -> None:
    assert to_html([paragraph("x", link(0, 1, "javascript:x"))]) == "<p>x</p>\n"
    assert 'href="https://a.example/?b&amp;c"' in to_html(
        [paragraph("x", link(0, 1, "https://a.example/?b&c"))]
    )


def test_equal_paragraphs_have_ids_of_their_own() -> None:
    first, second = to_html([paragraph("Yes."), paragraph("Yes.")], paragraph_ids=True).splitlines()
    name = first.split('"')[1]
    assert len(name) == len("p-") + 8
    assert f'id="{name}-2"' in second


def test_a_figure_asks_nothing_of_another_site() -> None:
    html = to_html([FIGURE])
    assert "<img" not in html
    assert (
        '<span class="caption">The ferry on Monday.</span> <span class="credit">Ada Holm/Eld Post</span>'
        in html
    )


def test_a_picture_of_the_bundle_is_shown() -> None:
    assert '<img src="ferry.jpg" alt="A ferry" loading="lazy">' in to_html(
        [Figure(url="ferry.jpg", alt="A ferry")]
    )
    assert "<img" not in to_html([Figure(url="../../x.jpg"), Figure(url="//x.example/y.jpg")])


def test_a_missing_embed_says_so() -> None:
    assert '<p class="embed missing">Missing embed</p>' in to_html(BODY)


def test_lists_and_quotations_nest_and_close() -> None:
    items = [
        ListItem(prose=Prose(text="a")),
        ListItem(prose=Prose(text="b"), depth=2, ordered=True, number=3),
    ]
    assert to_html([*items, Quote(prose=Prose(text="c"), depth=2)]) == (
        '\n<ul>\n<li>a\n<ol>\n<li value="3">b</li>\n</ol>\n</li>\n</ul>\n'
        "<blockquote><blockquote>\n<p>c</p>\n</blockquote>\n</blockquote>\n"
    )
