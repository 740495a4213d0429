from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archiver.build import build
from archiver.model.article import Comment
from tests.browser.searching import counts, passages, results, search, settle, status
from tests.sites import COMMENT_WORD, add_article, comment, make_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
FERRY = "times/2022/04/ferry/"
Serve = Callable[[Path], str]


@pytest.fixture
def root(serve_folder: Serve, sample_site: Path) -> str:
    return serve_folder(sample_site)


def test_a_word_of_one_comment_finds_that_comment_on_its_article(window: "Page", root: str) -> None:
    search(window, root, COMMENT_WORD)
    assert results(window) == [f"/{FERRY}#comments"]
    (found,) = passages(window)
    assert found[0] == "Comment by Ottilie Fenn, 4 April 2022"
    assert COMMENT_WORD in found[1]
    window.locator(".where").click()
    window.wait_for_url("**#comment-2*")
    assert window.locator("#comment-2").is_visible()
    assert COMMENT_WORD in window.locator("#comment-2").inner_text()


def test_a_result_says_where_its_words_are(window: "Page", root: str) -> None:
    search(window, root, "ferry")
    assert [where for where, _, _ in passages(window)][:1] == ["Headline"]
    search(window, root, "moss")
    assert passages(window)[0][:2] == ("Byline", "Ada Moss")
    search(window, root, "crossed")
    where, words, address = passages(window)[0]
    assert (where, words) == ("Text", "The boat crossed at seven.")
    assert "#p-" in address
    assert address.endswith(":~:text=The%20boat-,crossed,-at")


def test_the_way_to_a_passage_marks_its_words_there(
    window: "Page", serve_folder: Serve, tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site")
    filler = "\n\n".join(f"Nothing happened on day {number}." for number in range(150))
    add_article(site, "times/2023/01/long", "A long story", words="x")
    index = site / "content" / "times/2023/01/long/index.md"
    last = "At the end, the lanterns went out at the mill."
    index.write_text(index.read_text().replace("\nx\n", f"\n{filler}\n\n{last}\n"))
    search(window, serve_folder(build(site).output), "lanterns")
    assert window.locator("#search-hits mark").all_inner_texts() == ["lanterns"]
    window.locator(".where").first.click()
    window.wait_for_url("**/long/#p-*")
    paragraph = window.get_by_text(last)
    paragraph.evaluate(
        "async (it) => { for (let top, last; top === undefined || top !== last;) {"
        " last = top; await new Promise((done) => setTimeout(done, 200)); top = it.getBoundingClientRect().top; } }"
    )
    box = paragraph.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900
    # The word is drawn in the colour of links, which nothing else in this paragraph has.
    shot = paragraph.screenshot()
    marked = window.context.new_page()
    red = marked.evaluate(
        """async (bytes) => {
            const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const brush = canvas.getContext("2d");
            brush.drawImage(picture, 0, 0);
            const { data } = brush.getImageData(0, 0, picture.width, picture.height);
            let found = 0;
            for (let at = 0; at < data.length; at += 4) {
                found += data[at] === 122 && data[at + 1] === 31 && data[at + 2] === 31;
            }
            return found;
        }""",
        list(shot),
    )
    assert red > 200


def test_words_of_the_menu_are_never_found(window: "Page", root: str) -> None:
    search(window, root, "provenance")
    assert results(window) == []


def test_nothing_is_asked_of_another_site_and_nothing_loads_before_a_search(
    window: "Page", root: str
) -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    search(window, root)
    assert not [url for url in asked if "pagefind" in url]
    window.locator("#q").fill("ferry")
    settle(window)
    assert results(window)
    assert all(url.startswith(root) for url in asked)


def test_choosing_a_filter_changes_address_counts_and_chips_and_back_undoes_it(
    window: "Page", root: str
) -> None:
    search(window, root, "ferry")
    assert counts(window, "in") == {"article": 1, "comments": 1}
    window.get_by_role("checkbox", name="Comments").check()
    settle(window)
    assert window.url == f"{root}search/?q=ferry&in=comments"
    assert results(window) == [f"/{FERRY}#comments"]
    chip = window.locator(".chip")
    assert "Comments" in chip.inner_text()
    window.go_back()
    settle(window)
    assert len(results(window)) == 2
    window.go_forward()
    settle(window)
    chip.click()
    settle(window)
    assert window.url == f"{root}search/?q=ferry"
    assert window.evaluate("document.activeElement.id") == "q"


def test_a_link_shows_a_colleague_the_same_search(window: "Page", root: str) -> None:
    search(window, root, "ferry", source="The times", year="2022", sort="oldest", **{"from": "2022-01-01"})
    assert results(window) == [f"/{FERRY}", f"/{FERRY}#comments"]
    assert window.locator("#sort").input_value() == "oldest"
    assert window.locator("#from").input_value() == "2022-01-01"
    assert window.locator(".chip").count() == 3
    assert window.title().startswith("Search") or window.title().startswith("ferry")


def test_typing_searches_and_keeps_the_query_in_the_address(window: "Page", root: str) -> None:
    search(window, root)
    window.keyboard.type("brid")
    settle(window)
    assert window.url.endswith("?q=brid")
    assert status(window) == "1 article. No word is “brid”: words that begin with it are shown."
    window.keyboard.type("ge")
    settle(window)
    assert status(window) == "1 article."


def test_the_keyboard_alone_goes_from_the_query_to_a_paragraph(window: "Page", root: str) -> None:
    window.goto(f"{root}search/?q=crossed")
    settle(window)
    window.keyboard.press("/")
    assert window.evaluate("document.activeElement.id") == "q"
    window.keyboard.press("ArrowDown")
    assert window.evaluate("document.activeElement.closest('h3') !== null")
    window.keyboard.press("ArrowDown")
    assert window.evaluate("document.activeElement.className") == "where"
    window.keyboard.press("Escape")
    assert window.evaluate("document.activeElement.id") == "q"
    window.keyboard.press("ArrowDown")
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Enter")
    window.wait_for_url("**#p-*")
    window.wait_for_load_state("networkidle")


def test_spam_is_found_only_if_it_is_asked_for(window: "Page", serve_folder: Serve, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    spam = comment(1, "Cheap turnips, click here.")
    said = (
        Comment(id="1", body=spam.body, author="T", marks=("spam",)),
        comment(2, "The turnips were fine."),
    )
    add_article(site, "times/2023/01/show", "The show", comments=said)
    root = serve_folder(build(site).output)
    search(window, root, "turnips")
    assert results(window) == ["/times/2023/01/show/#comments"]
    assert passages(window)[0][1] == "The turnips were fine."
    assert counts(window, "in") == {"comments": 1, "spam": 1}
    search(window, root, "cheap")
    assert results(window) == []
    assert counts(window, "in") == {"spam": 1}
    window.get_by_role("checkbox", name="Comments taken for spam").check()
    settle(window)
    assert status(window) == "spam on 1 article."
    assert passages(window)[0][1] == "Cheap turnips, click here."
    window.locator(".where").first.click()
    window.wait_for_url("**/show/#comment-1*")
    window.get_by_text("Cheap turnips").wait_for()


def test_hostile_words_are_shown_and_do_nothing(window: "Page", serve_folder: Serve, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    attack = "<img src=x onerror=document.title='owned'> {{ 7*7 }} walrus"
    add_article(
        site, "evil/2022/04/a", attack, words=f"Said {attack}", comments=(comment(1, f"Reply {attack}"),)
    )
    root = serve_folder(build(site).output)
    search(window, root, "walrus")
    assert "<img src=x" in window.locator("#search-hits h3").first.inner_text()
    assert window.locator("#search-hits img").count() == 0
    search(window, root, attack, author="<img src=x onerror=alert(1)>")
    assert window.locator("main img").count() == 0
    assert "<img src=x onerror=alert(1)>" in window.locator(".chip").inner_text()
    assert "owned" not in window.title().replace(attack, "")


def test_one_search_finds_all_languages_under_a_sub_path(
    window: "Page", serve_folder: Serve, tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site")
    add_article(site, "post/2021/渡轮", "哈罗米尔渡轮", words="星期天渡轮在埃尔德河上运行。")
    add_article(site, "post/2021/bac", "Le bac", words="Les bateaux traversaient la rivière.")
    add_article(site, "post/2021/suq", "سوق هارومير", words="عاد السوق إلى ساحته القديمة يوم الأربعاء.")
    build(site, output=tmp_path / "served" / "archive", base_url="/archive/")
    root = serve_folder(tmp_path / "served")
    for query, place in {"埃尔德河": "渡轮", "bateaux": "bac", "السوق": "suq", "riviere": "bac"}.items():
        search(window, f"{root}archive/", query)
        assert results(window) == [f"/archive/post/2021/{place}/"]
    search(window, f"{root}archive/", "埃尔德河")
    assert window.locator(".excerpt").first.inner_text() == "星期天渡轮在埃尔德河上运行。"
    search(window, f"{root}archive/", "德埃")
    assert results(window) == []


def test_without_scripts_the_page_leads_to_the_lists(
    serve_folder: Serve, sample_site: Path, window: "Page"
) -> None:
    assert window.context.browser is not None
    context = window.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_folder(sample_site)}search/")
    assert not page.locator("#search-page").is_visible()
    assert "Searching needs JavaScript" in page.locator("main noscript").inner_text()
    page.get_by_role("link", name="Dates").last.click()
    page.wait_for_url("**/dates/")
    context.close()


def test_an_empty_archive_has_a_search_that_finds_nothing(
    window: "Page", serve_folder: Serve, tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site")
    for path in sorted((site / "content").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    search(window, serve_folder(build(site).output), "harrowmere")
    assert results(window) == []
