"""Does a theme keep the contract of themes/README.md? `make theme THEME=folder` asks it of any theme.

The archive that is built is small and hostile, so that a theme that forgets to escape, hides a gap or loads
from another host is told so.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from archiver import content
from archiver.assemble import assemble
from archiver.model.article import Article, Comment, Embed, Figure, Heading, Paragraph, Prose
from archiver.model.extraction import Bundle, Provenance
from archiver.model.ledger import Entry, Role
from archiver.model.page import page_of
from archiver.model.site import Correction, Page, RuleNote, SiteConfig, Story
from archiver.render import load_theme, render

THEME = Path(os.environ.get("ARCHIVER_THEME") or Path(__file__).parents[1] / "themes" / "default")
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onload='x' {{ 7*7 }}"
STORY = "times/2022/04/ferry/"
HOST = "https://archive.example/eld/"


def _page(folder: str, article: Article, comments: tuple[Comment, ...] = (), **more: object) -> Page:
    ledger = (
        Entry(role=Role.HEADLINE, rule="headline", text=article.title),
        Entry(role=Role.REMOVED, rule="share_bar", text="Pass it on", reason="links to share the page"),
        Entry(role=Role.REMOVED, rule="of_another_version", text=HOSTILE, reason=HOSTILE, about=HOSTILE),
    )
    provenance = Provenance(
        sha256="0f" * 32,
        media_type="text/html",
        extractor="archiver 0.1.0",
        source="Harrowmere Times",
        url="https://times.example/ferry",
        captured_at="2022-05-01T10:00:00Z",
    )
    story = Story(
        bundle=Bundle(article=article, comments=comments, provenance=provenance, ledger=ledger),
        body_html=content.to_html(article.body, paragraph_ids=True, language=article.language or ""),
        comments_html=tuple(content.to_html(each.body) for each in comments),
        markdown="# Ferry\n",
    )
    return page_of(story, permalink=f"{folder}/", folder=folder, edited=bool(more))


def _pages() -> list[Page]:
    body = (
        Paragraph(prose=Prose(text="The ferry crossed at seven.")),
        Heading(prose=Prose(text="What the keeper said"), level=2),
        Paragraph(prose=Prose(text="مرحبا بكم في هارومير على نهر إلد")),
        Figure(url="https://times.example/a.jpg", alt="A ferry", caption=Prose(text="The ferry on Monday.")),
        Embed(url="https://social.example/1", title="It floats"),
        Embed(url=None),
    )
    comments = (
        Comment(id="1", body=(Paragraph(prose=Prose(text="Well said.")),), author="Ottilie Fenn"),
        Comment(id="2", body=(Paragraph(prose=Prose(text="Quite.")),), parent=0, marks=("spam",)),
    )
    ferry = Article(
        title="The ferry runs again",
        standfirst="Harrowmere has its crossing back.",
        body=body,
        authors=("Morgan Lee", "Ines Duarte"),
        agency="NPA",
        published="2022-04-14T09:30:00+01:00",
        section="Town",
        tags=("Ferries",),
        language="en",
        comments_declared=94,
        embeds_missing=1,
    )
    hostile = Article(
        title=HOSTILE,
        body=(Paragraph(prose=Prose(text=HOSTILE)),),
        authors=(HOSTILE,),
        tags=(HOSTILE, "Ferries"),
    )
    bare = Article(title="", body=())
    taken = Article(title="Gone", body=())
    return [
        _page(STORY.rstrip("/"), ferry, comments, edited=True),
        _page("times/undated/hostile", hostile),
        _page("times/undated/bare", bare),
        _page("times/undated/gone", taken),
    ]


@cache
def _built() -> dict[str, bytes]:
    log = (
        Correction(date="2024-05-01", note="The keeper's name was wrong.", page=STORY),
        Correction(date="2024-06-01", note="At her request.", page="times/undated/gone/", takedown=True),
    )
    config = SiteConfig(
        title="Harrowmere", base_url=HOST, corrections=log, contact="a@b.example", page_size=2
    )
    rules = (RuleNote(name="share_bar", summary="Links to share a page.", details=("Claims: links.",)),)
    return {file.path: file.data for file in render(assemble(config, _pages(), rules), THEME)}


@cache
def _soup(path: str) -> BeautifulSoup:
    return BeautifulSoup(_built()[path], "lxml")


def _html() -> list[str]:
    return [path for path in _built() if path.endswith(".html")]


def _story() -> BeautifulSoup:
    return _soup(f"{STORY}index.html")


def test_it_has_every_template() -> None:
    assert load_theme(THEME).name


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "404.html",
        "search/index.html",
        "about/index.html",
        "about/rules/index.html",
        "corrections/index.html",
        "on-this-day/index.html",
        "on-this-day/04-14/index.html",
        "a-z/index.html",
        "dates/index.html",
        "dates/2022/04/index.html",
        "tags/index.html",
        "sources/harrowmere-times/index.html",
        f"{STORY}index.html",
        f"{STORY}ledger.html",
        "times/undated/gone/index.html",
    ],
)
def test_every_kind_of_page_has_a_language_a_title_a_headline_and_a_main_part(path: str) -> None:
    soup = _soup(path)
    assert soup.html is not None and soup.html.get("lang")
    assert soup.title is not None and soup.title.get_text(strip=True)
    assert len(soup.select("h1")) == 1
    assert len(soup.select("main")) == 1


def test_no_captured_word_acts_as_markup() -> None:
    for path in _html():
        soup = _soup(path)
        assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)], (
            path
        )
        assert not [tag for tag in soup.select("img") if tag.get("src") == "x"], path
        for script in soup.select("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", path
        assert "alert(1)</script>" not in _built()[path].decode().replace("&lt;", ""), path
    shown = _soup("times/undated/hostile/index.html").select_one("h1")
    assert shown is not None and HOSTILE in shown.get_text()


def test_nothing_is_inline_and_nothing_comes_from_another_host() -> None:
    for path in _html():
        soup = _soup(path)
        assert not soup.select("style, [style]"), path
        policy = soup.select_one('meta[http-equiv="Content-Security-Policy"]')
        assert policy is not None and "unsafe-inline" not in str(policy["content"]), path
        for tag in soup.select("script[src], link[rel=stylesheet], link[rel=icon], img[src]"):
            assert str(tag.get("src") or tag.get("href")).startswith(("/eld/", HOST)), f"{path}: {tag}"


def test_an_article_keeps_the_shape_from_which_it_can_be_read_again() -> None:
    story = _story().select_one("article")
    assert story is not None
    headline, standfirst = story.select_one("h1"), story.select_one("p.standfirst")
    assert headline is not None and headline.get_text() == "The ferry runs again"
    assert standfirst is not None and standfirst.get_text() == "Harrowmere has its crossing back."
    byline = story.select_one("p.byline")
    assert byline is not None and "Morgan Lee" in byline.get_text()
    assert story.select_one('time[datetime^="2022-04-14"]') is not None
    assert story.select_one("figure figcaption") is not None


def test_every_paragraph_and_every_comment_has_an_address() -> None:
    soup = _story()
    links = [str(tag["href"]) for tag in soup.select("a.here")]
    assert len(links) == 4
    assert all(soup.find(id=link[1:]) for link in links)
    reply = soup.select_one("ol.comments > li.comment#comment-1 ol.replies > li.comment#comment-2")
    assert reply is not None and "Quite." in reply.get_text(), "spam is folded, and kept"


def test_an_article_tells_what_it_lacks_what_was_removed_and_what_was_corrected() -> None:
    text = _story().get_text(" ", strip=True)
    for words in (
        "2 of 94 comments captured.",
        "1 embed missing from the capture.",
        "Pass it on",
        "share_bar",
        "0f" * 32,
        "https://times.example/ferry",
        "The keeper's name was wrong.",
        "edited by hand",
    ):
        assert words in text, words


def test_an_article_says_how_to_cite_it() -> None:
    text = _story().get_text(" ", strip=True)
    assert "Lee, M., & Duarte, I. (2022, April 14). The ferry runs again." in text
    assert "Lee, Morgan, and Ines Duarte." in text
    links = {str(tag.get("href")) for tag in _story().select("a")}
    assert {
        f"/eld/{STORY}{file}" for file in ("cite.bib", "cite.ris", "cite.json", "index.md", "index.json")
    } <= links
    assert f"/eld/{STORY}ledger.html" in links


def test_machines_find_what_they_look_for() -> None:
    soup = _story()
    told = soup.select('script[type="application/ld+json"]')
    assert len(told) == 1 and json.loads(told[0].get_text())["@type"] == "NewsArticle"
    meta = {str(tag.get("name")): str(tag.get("content")) for tag in soup.select("meta[name]")}
    assert meta["z:itemType"] == "newspaperArticle"
    assert meta["citation_title"] == "The ferry runs again"
    canonical = soup.select_one("link[rel=canonical]")
    assert canonical is not None and canonical["href"] == HOST + STORY
    feeds = {str(tag["type"]) for tag in _soup("index.html").select("link[rel=alternate]")}
    assert {"application/atom+xml", "application/feed+json"} <= feeds


def test_a_block_in_another_script_says_so() -> None:
    block = _story().find("p", lang="und-Arab")
    assert isinstance(block, Tag) and block["dir"] == "rtl"


def test_the_ledger_shows_every_passage_and_its_rule() -> None:
    text = _soup(f"{STORY}ledger.html").get_text(" ", strip=True)
    for words in ("The ferry runs again", "headline", "Pass it on", "share_bar", "links to share the page"):
        assert words in text, words


def test_what_was_taken_down_is_told_at_its_address_and_shown_nowhere() -> None:
    assert "At her request." in _soup("times/undated/gone/index.html").get_text()
    assert "At her request." in _soup("corrections/index.html").get_text()
    assert "times/undated/gone/index.md" not in _built()
    assert not [path for path in _built() if path.startswith("data/") and b'"Gone"' in _built()[path]]


def test_a_heat_map_says_its_counts_in_words() -> None:
    labels = [
        str(tag.get("aria-label") or tag.get_text()) for tag in _soup("dates/index.html").select("td a")
    ]
    assert labels == ["April 2022: 1 article"]


def test_every_machine_file_is_well_formed() -> None:
    for path, data in _built().items():
        if path.endswith(".xml"):
            ElementTree.fromstring(data)
        elif path.endswith(".json"):
            json.loads(data)
        elif path.endswith(".jsonl"):
            assert [json.loads(line) for line in data.splitlines()]


def test_the_manifest_sums_every_file() -> None:
    lines = _built()["manifest.sha256"].decode().splitlines()
    assert {line[66:] for line in lines} == set(_built()) - {"manifest.sha256"}
    assert all(re.fullmatch(r"[0-9a-f]{64}  .+", line) for line in lines)
