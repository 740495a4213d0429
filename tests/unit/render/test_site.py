"""The default theme on a small archive of an invented town."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from archiver.assemble import assemble
from archiver.errors import BuildError
from archiver.model.ledger import Entry, Role
from archiver.model.site import Page, SiteConfig
from archiver.render import render
from tests.unit.harrowmere import CONFIG, comment, page

THEME = Path(__file__).parents[3] / "themes" / "default"
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onload='x' {{ 7*7 }} ]]>\u2028&amp;"
)
BRIDGE = "harrowmere-times/2022/04/bridge"


def _bridge() -> Page:
    return page(
        BRIDGE,
        title="The bridge reopens",
        standfirst="Harrowmere has its crossing back.",
        authors=("Morgan Lee",),
        agency="NPA",
        published="2022-04-14T09:30:00+01:00",
        section="Town",
        tags=("Geese",),
        language="en",
        comments_declared=94,
        embeds_missing=2,
        comments=(
            comment(1, date="2022-04-14T10:00:00Z"),
            comment(2, 0, author=None),
            comment(3, 1, "Buy lamps", marks=("spam",)),
            comment(4, None, "", marks=("deleted",)),
        ),
        ledger=(
            Entry(role=Role.REMOVED, rule="share_bar", text="Tweet this", reason="links to share the page"),
            Entry(role=Role.BODY, rule="story", text="kept"),
        ),
        edited=True,
    )


def _pages() -> list[Page]:
    more = [
        page(f"harrowmere-times/2021/{n:02}/ferry-{n}", published=f"2021-{n:02}-03", authors=("Morgan Lee",))
        for n in range(1, 8)
    ]
    arabic = page(
        "eld-post/2021/11/سوق", source="Eld Post", title="سوق هارومير", language="ar", tags=("أسواق",)
    )
    hostile = page(
        "eld-post/undated/otters",
        source=f"Post {HOSTILE}",
        title=HOSTILE,
        standfirst=HOSTILE,
        authors=(HOSTILE,),
        agency=HOSTILE,
        dateline=HOSTILE,
        section=HOSTILE,
        tags=(HOSTILE,),
        language='en" onload="x',
        url="javascript:alert(1)",
        evidence=(("title", HOSTILE),),
        comments=(
            comment(9, author=HOSTILE, author_url="javascript:alert(1)", date_printed=HOSTILE, date=None),
        ),
        ledger=(Entry(role=Role.REMOVED, rule="x", text=HOSTILE, reason=HOSTILE),),
    )
    return [_bridge(), arabic, hostile, *more]


def _files(config: SiteConfig, pages: list[Page]) -> dict[str, bytes]:
    return {file.path: file.data for file in render(assemble(config, pages), THEME)}


@cache
def _built() -> dict[str, bytes]:
    return _files(replace(CONFIG, page_size=3), _pages())


def _soup(path: str) -> BeautifulSoup:
    return BeautifulSoup(_built()[path], "lxml")


def _html() -> dict[str, BeautifulSoup]:
    return {path: _soup(path) for path in _built() if path.endswith(".html")}


def test_the_site_has_all_its_kinds_of_page() -> None:
    assert {
        "index.html",
        "404.html",
        "search/index.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "assets/style.css",
        "assets/search/page.js",
        f"{BRIDGE}/index.html",
        f"{BRIDGE}/index.md",
        f"{BRIDGE}/index.json",
        "dates/index.html",
        "dates/2021/index.html",
        "dates/2021/page/3/index.html",
        "dates/2022/04/index.html",
        "dates/undated/index.html",
        "sources/harrowmere-times/index.html",
        "authors/morgan-lee/index.html",
        "tags/geese/index.html",
        "sections/town/index.html",
    } <= set(_built())


def test_every_internal_link_and_anchor_resolves_under_the_sub_path() -> None:
    soups = _html()
    for path, soup in soups.items():
        base = "/eld/" + ("" if path == "404.html" else path.removesuffix("index.html"))
        for tag in soup.select("[href], [src], [action]"):
            link = urljoin(base, str(tag.get("href") or tag.get("src") or tag.get("action")))
            parts = urlsplit(link)
            if parts.netloc or "pagefind/" in parts.path:
                continue
            assert parts.path.startswith("/eld/"), f"{path}: {link}"
            place = unquote(parts.path.removeprefix("/eld/"))
            file = f"{place}index.html" if place.endswith("/") or not place else place
            assert file in _built(), f"{path}: {link}"
            if parts.fragment:
                assert soups[file].find(id=unquote(parts.fragment)), f"{path}: {link}"


def test_ids_are_unique_and_no_link_is_empty() -> None:
    for path, soup in _html().items():
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids)), path
        assert all(tag.get_text(strip=True) or tag.get("aria-label") for tag in soup.select("a")), path
        assert len(soup.select("h1")) == 1, path
        assert len(soup.select("main")) == 1, path


def test_every_opened_element_is_closed() -> None:
    void = {"meta", "link", "input", "br", "hr", "img", "!doctype"}
    for path, data in _built().items():
        if not path.endswith(".html"):
            continue
        text = re.sub(r"(?s)<script.*?</script>|<!--.*?-->", "", data.decode())
        open_tags: list[str] = []
        for closing, name in re.findall(r"<(/?)([a-zA-Z!][a-zA-Z0-9]*)", text):
            if closing:
                assert open_tags.pop() == name.lower(), f"{path}: </{name}>"
            elif name.lower() not in void:
                open_tags.append(name.lower())
        assert not open_tags, path


def test_hostile_words_are_shown_as_text_everywhere() -> None:
    for path, soup in _html().items():
        for script in soup.select("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", path
        assert not soup.select("img"), path
        assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)], (
            path
        )
        assert not soup.select('[href^="javascript:" i]'), path
    shown = _soup("eld-post/undated/otters/index.html")
    heading = shown.select_one("h1")
    assert heading is not None and heading.get_text() == HOSTILE
    assert "49" not in heading.get_text()


def test_json_ld_is_inert_and_says_what_is_known() -> None:
    told = _soup("eld-post/undated/otters/index.html").select('script[type="application/ld+json"]')
    assert len(told) == 1
    words = told[0].get_text()
    assert not set(words) & set("<>&\u2028\u2029")
    assert json.loads(words)["headline"] == HOSTILE
    bridge = json.loads(
        _soup(f"{BRIDGE}/index.html").select('script[type="application/ld+json"]')[0].get_text()
    )
    assert bridge["datePublished"] == "2022-04-14T09:30:00+01:00"
    assert bridge["commentCount"] == 94
    assert bridge["archivedAt"] == f"https://archive.example/eld/{BRIDGE}/"


def test_no_page_asks_for_inline_script_or_style_or_another_host() -> None:
    for path, soup in _html().items():
        assert not soup.select("style, [style]"), path
        for tag in soup.select("script[src], link[rel=stylesheet], link[rel=icon], img[src]"):
            assert str(tag.get("src") or tag.get("href")).startswith("/eld/"), path


def test_an_article_says_what_it_is_and_what_it_lacks() -> None:
    text = _soup(f"{BRIDGE}/index.html").get_text(" ", strip=True)
    for words in (
        "The bridge reopens",
        "By Morgan Lee , NPA",
        "14 April 2022, 09:30 (UTC+01:00)",
        "4 of 94 comments captured.",
        "2 embeds missing from the capture.",
        "edited by hand",
        "0f" * 32,
        "share_bar",
        "Tweet this",
    ):
        assert words in text


def test_a_thread_keeps_its_nesting_and_its_anchors() -> None:
    soup = _soup(f"{BRIDGE}/index.html")
    third = soup.find(id="comment-3")
    assert third is not None
    assert [tag["id"] for tag in third.find_parents("li")] == ["comment-2", "comment-1"]
    assert third.select_one("details.comment-folded .comment-content") is not None
    second = soup.select_one("#comment-2 > article > header")
    assert second is not None and "unknown author" in second.get_text()
    assert "No words of this comment" in str(soup.find(id="comment-4"))


def test_language_and_direction_follow_the_article() -> None:
    story = _soup("eld-post/2021/11/سوق/index.html").select_one("article.story")
    assert story is not None and (story["lang"], story["dir"]) == ("ar", "rtl")


def test_attributes_hold_what_html_allows_them() -> None:
    for path, soup in _html().items():
        for tag in soup.select("time"):
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}(T[\d:]+(Z|[+-]\d\d:\d\d))?", str(tag.get("datetime"))), (
                path
            )
        for tag in soup.select("[lang]"):
            assert re.fullmatch(r"([A-Za-z]+(-[A-Za-z0-9]+)*)?", str(tag["lang"])), path
        for tag in soup.select("[id]"):
            assert not re.search(r"\s", str(tag["id"])), path


def test_headings_never_skip_a_level() -> None:
    for path, soup in _html().items():
        last = 0
        for heading in soup.select("h1, h2, h3, h4, h5, h6"):
            level = int(heading.name[1])
            assert level <= last + 1, f"{path}: {heading}"
            last = level


def test_the_feed_takes_its_dates_from_the_articles() -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(_built()["feed.xml"])
    assert feed.findtext(f"{atom}updated") == "2022-04-14T09:30:00+01:00"
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == 8, "undated articles without a date of capture are left out"
    for entry in entries:
        for name in ("id", "title", "updated", "author", "link", "summary"):
            assert entry.find(f"{atom}{name}") is not None
    assert entries[0].findtext(f"{atom}id") == f"https://archive.example/eld/{BRIDGE}/"


def test_the_sitemap_names_every_page_once() -> None:
    sitemap = ElementTree.fromstring(_built()["sitemap.xml"])
    locations = [str(each.text) for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(locations) == len(set(locations))
    files = {unquote(each.removeprefix("https://archive.example/eld/")) + "index.html" for each in locations}
    assert files == {path for path in _built() if path.endswith("index.html")}


def test_the_json_beside_an_article_holds_it_with_comments_and_provenance() -> None:
    told = json.loads(_built()[f"{BRIDGE}/index.json"])
    assert told["title"] == "The bridge reopens"
    assert [each["parent"] for each in told["comments"]] == [None, 0, 1, None]
    assert told["provenance"]["sha256"] == "0f" * 32
    assert [each["text"] for each in told["removed"]] == ["Tweet this"]
    assert b"<" not in _built()["eld-post/undated/otters/index.json"]


def test_the_same_pages_in_any_order_give_the_same_bytes() -> None:
    again = _files(replace(CONFIG, page_size=3), _pages()[::-1])
    assert list(again.items()) == list(_built().items())


def test_without_a_host_no_address_is_canonical() -> None:
    built = _files(replace(CONFIG, base_url="/"), _pages())
    assert b'rel="canonical"' not in built[f"{BRIDGE}/index.html"]
    assert b"Sitemap:" not in built["robots.txt"]
    assert b"<id>urn:uuid:" in built["feed.xml"]


def test_an_empty_archive_still_has_every_page() -> None:
    built = _files(CONFIG, [])
    assert b"There are no articles yet" in built["index.html"]
    assert {"search/index.html", "404.html", "feed.xml", "sitemap.xml", "dates/index.html"} <= set(built)


def test_an_article_where_a_listing_stands_is_refused() -> None:
    pages = [page("tags/geese", tags=("Geese",))]
    with pytest.raises(BuildError, match=r"same place: tags/geese/index\.html"):
        _files(CONFIG, pages)
