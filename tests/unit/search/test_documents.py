from typing import Any

from archiver.assemble import assemble
from archiver.model.site import Page
from archiver.search.documents import documents
from tests.unit.harrowmere import CONFIG, comment, page


def made(*pages: Page) -> dict[str, str]:
    return dict(documents(CONFIG, assemble(CONFIG, pages).pages))


def test_an_article_without_comments_is_one_document() -> None:
    assert list(made(page("times/2022/04/ferry"))) == ["times/2022/04/ferry/index.html"]


def test_comments_are_a_document_with_a_heading_for_each() -> None:
    found = made(page("times/a", comments=(comment(7, date="2022-04-03T10:00:00Z"), comment(8, author=None))))
    thread = found["times/a/comments/index.html"]
    assert '<h2 id="comment-7">Ottilie Fenn, 2022-04-03 ¶</h2>\n<p>Well said. ¶</p>' in thread
    assert '<h2 id="comment-8">… ¶</h2>' in thread
    assert "Well said" not in found["times/a/index.html"]


def test_spam_is_a_document_of_its_own_and_deleted_comments_are_none() -> None:
    said = (comment(1, text="Cheap boats", marks=("spam",)), comment(2, text=""), comment(3))
    found = made(page("times/a", comments=said))
    assert list(found) == [f"times/a/{end}index.html" for end in ("", "comments/", "comments/spam/")]
    assert "Cheap boats" not in found["times/a/comments/index.html"]
    assert "Cheap boats" in found["times/a/comments/spam/index.html"]


def test_a_document_holds_what_its_result_shows() -> None:
    fields: dict[str, Any] = {
        "published": "2022-04-03T09:30:00Z",
        "authors": ("Ada Moss",),
        "language": "en-GB",
    }
    html = made(page("times/a", **fields))["times/a/index.html"]
    for told in (
        "title:A",
        "date:2022-04-03",
        "source:Harrowmere%20Times",
        "author:Ada%20Moss",
        "language:en",
    ):
        assert f'<i id="={told}"></i>' in html


def test_a_document_says_its_place_in_the_order_of_the_facets() -> None:
    found = made(page("times/a", comments=(comment(1),)))
    assert (
        '<meta data-pagefind-sort="place[content]" content="times/a/ article">' in found["times/a/index.html"]
    )
    assert 'content="times/a/ comments">' in found["times/a/comments/index.html"]


def test_ids_of_blocks_stand_on_elements_without_words_and_blocks_end() -> None:
    body = '<p id="p-1">One.</p>\n<p class="x" id="p-2">Two.</p>\n<ul><li id="p-3">A</li></ul>'
    html = made(page("times/a", body_html=body))["times/a/index.html"]
    assert '<i id="p-1"></i><p>One. ¶</p>\n<i id="p-2"></i><p class="x">Two. ¶</p>' in html
    assert '<ul><i id="p-3"></i><li>A ¶</li></ul>' in html


def test_captions_are_told_from_text() -> None:
    body = '<figure><figcaption><span class="caption">Geese.</span></figcaption></figure>'
    html = made(page("times/a", body_html=body))["times/a/index.html"]
    assert '<figcaption><i id="=caption"></i><span class="caption">Geese.</span> ¶</figcaption>' in html


def test_a_page_without_any_word_is_no_document() -> None:
    assert list(made(page("times/a", title="…", body_html="<p>—</p>"))) == ["index.html"]


def test_captured_words_cannot_become_markup() -> None:
    hostile = '"><script>alert(1)</script>'
    fields: dict[str, Any] = {
        "title": hostile,
        "authors": (hostile,),
        "tags": (hostile,),
        "language": hostile,
    }
    found = made(page("times/a", comments=(comment(1, author=hostile, id=hostile),), **fields))
    assert all("<script" not in html for html in found.values())


def test_each_character_of_an_unspaced_script_is_a_word_and_tags_stay_whole() -> None:
    found = made(page("times/a", title="渡轮 runs", body_html='<p><a href="/桥">橋が</a> ok</p>'))
    html = found["times/a/index.html"]
    assert "<h1> 渡  轮  runs ¶</h1>" in html
    assert '<a href="/桥"> 橋  が </a> ok ¶' in html


def test_an_empty_site_still_has_a_document_to_index() -> None:
    assert list(made()) == ["index.html"]
