from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archiver.build import build
from tests.sites import COMMENT_WORD, add_article, make_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def links(window: "Page") -> list[str]:
    window.wait_for_selector(".pagefind-ui__message")
    window.wait_for_function(
        "() => { const said = document.querySelector('.pagefind-ui__message');"
        " return said && /\\d|No results/.test(said.textContent)"
        " && !document.querySelector('.pagefind-ui__results .pagefind-ui__loading') }"
    )
    found = window.eval_on_selector_all(".pagefind-ui__result-link", "all => all.map(each => each.href)")
    return [str(each) for each in found]


def test_a_word_of_one_comment_finds_that_comment_on_its_article(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    root = serve_folder(sample_site)
    window.goto(f"{root}search/?q={COMMENT_WORD}")
    article = f"{root}times/2022/04/ferry/"
    assert set(links(window)) == {article, f"{article}#comment-2"}
    window.locator('a[href$="#comment-2"]').first.click()
    window.wait_for_url("**#comment-2")
    assert COMMENT_WORD in window.locator("#comment-2").inner_text()


def test_words_of_the_menu_are_never_found(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    window.goto(f"{serve_folder(sample_site)}search/?q=provenance")
    assert links(window) == []


def test_a_filter_leaves_the_articles_out(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    root = serve_folder(sample_site)
    window.goto(f"{root}search/?q=ferry&in=comments")
    assert links(window)[0] in {f"{root}times/2022/04/ferry/", f"{root}times/2022/04/ferry/#comment-1"}
    assert window.locator(".pagefind-ui__result").count() == 1


def test_one_search_finds_all_languages_under_a_sub_path(
    window: "Page", serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site")
    add_article(site, "post/2021/渡轮", "哈罗米尔渡轮", words="星期天渡轮在埃尔德河上运行。")
    add_article(site, "post/2021/bac", "Le bac", words="Les bateaux traversaient la rivière.")
    build(site, output=tmp_path / "served" / "archive", base_url="/archive/")
    root = serve_folder(tmp_path / "served")
    for query, place in {"埃尔德河": "post/2021/%E6%B8%A1%E8%BD%AE/", "bateaux": "post/2021/bac/"}.items():
        window.goto(f"{root}archive/search/?q={query}")
        assert links(window) == [f"{root}archive/{place}"]
    window.goto(f"{root}archive/search/?q=埃尔德河")
    links(window)
    assert "埃尔德河" in window.locator(".pagefind-ui__result-excerpt").first.inner_text()
