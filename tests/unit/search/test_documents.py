from typing import Any

from archiver.assemble import assemble
from archiver.model.site import Page
from archiver.search.documents import documents
from tests.unit.harrowmere import CONFIG, comment, page


def made(*pages: Page) -> dict[str, str]:
    return dict(documents(assemble(CONFIG, pages)))


def test_an_article_without_comments_is_one_document() -> None:
    assert list(made(page("times/2022/04/ferry"))) == ["times/2022/04/ferry/index.html"]


def test_comments_are_a_document_with_a_heading_for_each() -> None:
    found = made(page("times/a", comments=(comment(7, date="2022-04-03T10:00:00Z"), comment(8, author=None))))
    thread = found["times/a/comments/index.html"]
    assert '<h2 id="comment-7">Ottilie Fenn, 2022-04-03</h2>\n<p>Well said.</p>' in thread
    assert '<h2 id="comment-8">…</h2>' in thread
    assert "Well said" not in found["times/a/index.html"]


def test_spam_and_deleted_comments_are_left_out() -> None:
    found = made(page("times/a", comments=(comment(1, marks=("spam",)), comment(2, text=""))))
    assert list(found) == ["times/a/index.html"]


def test_filters_say_where_who_when_and_what() -> None:
    fields: dict[str, Any] = {
        "authors": ("Ada Moss", "Fenn, Jr"),
        "tags": ("pie",),
        "section": "River",
        "language": "pt-BR",
    }
    html = made(page("times/a", published="2022-04-03", **fields))["times/a/index.html"]
    for name, value in [
        *(("in", "article"), ("source", "Harrowmere Times"), ("year", "2022"), ("author", "Ada Moss")),
        *(("author", "Fenn, Jr"), ("tag", "pie"), ("section", "River"), ("language", "pt")),
    ]:
        assert f'<meta data-pagefind-filter="{name}[content]" content="{value}">' in html
    assert '<meta data-pagefind-sort="date[content]" content="2022-04-03">' in html


def test_an_article_without_a_date_is_undated_and_sorts_first() -> None:
    html = made(page("times/a", published="last Monday"))["times/a/index.html"]
    assert 'data-pagefind-filter="year[content]" content="undated"' in html
    assert 'data-pagefind-sort="date[content]" content="0000"' in html


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
    assert "<h1> 渡  轮  runs</h1>" in html
    assert '<a href="/桥"> 橋  が </a> ok' in html


def test_an_empty_site_still_has_a_document_to_index() -> None:
    assert list(made()) == ["index.html"]
