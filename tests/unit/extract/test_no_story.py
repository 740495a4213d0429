"""Which pages have no story, and which look like such pages and have one."""

import pytest

from archiver.extract.engine import extract
from archiver.extract.no_story import NoStory, why_no_story
from archiver.parse import parse
from archiver.unpack import capture_of

SAID = "The flat boat crosses the Eld every hour from the lower quay, and the ferryman rings a bell before he casts off. "
LINKS = "".join(
    f'<article><h2><a href="/2021/{one}">The lock number {one}</a></h2><p>Painted.</p></article>'
    for one in range(9)
)


def reason(body: str, title: str = "The ferry", head: str = "") -> NoStory | None:
    made = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    document = parse(capture_of(made.encode(), media_type="text/html"))
    return why_no_story(document, extract(document))


STORIES = {
    "a story about an error": ("404: how Harrowmere lost its web page", f"<h1>404: how Harrowmere lost its web page</h1><p>{SAID * 3}</p>"),
    "a long story named like an error": ("Not found", f"<article><h1>Not found</h1>{''.join(f'<p>On day {one}: {SAID * 3}</p>' for one in range(6))}</article>"),
    "a story about cookies": ("Cookies and consent", f"<article><h1>Cookies and consent</h1><p class=byline>By Ida Holm</p>{''.join(f'<p>Cookies, consent and tracking by partner {one}: {SAID}</p>' for one in range(9))}</article>"),
    "a story with a form to log in": ("The ferry", f"<form><h2>Log in</h2><input type=password></form><h1>The ferry</h1><p>{SAID * 3}</p>"),
    "a story that begins with a log": ("Log in the river blocks the ferry", f"<h1>Log in the river blocks the ferry</h1><p>{SAID * 3}</p>"),
    "a brief with many links below": ("The ferry", f"<main><h1>The ferry</h1><p>{SAID * 4}</p></main><aside>{LINKS}</aside>"),
    "a list with a word on each of its entries": ("Nine locks", f"<article><h1>Nine locks</h1><p>{SAID * 4}</p>{''.join(f'<h2><a href=/{one}>Lock {one}</a></h2><p>{SAID * 5}</p>' for one in range(9))}</article>"),
    "a teaser in front of a wall": ("The ferry", f"<article><h1>The ferry</h1><p>{SAID * 2}</p><div class=paywall><p>Log in to continue reading</p></div></article>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", STORIES)
def test_a_story_that_looks_like_a_wall_or_a_list_is_one(kind: str) -> None:
    title, body = STORIES[kind]
    assert reason(body, title) is None


def test_a_thread_without_an_opening_post_is_no_list_and_not_empty() -> None:
    comments = "".join(
        f'<li id="comment-{one}" class="comment"><cite class="fn">Ida</cite><time>May {one}, 2021</time>'
        f'<div class="comment-content"><p>{SAID}</p></div></li>'
        for one in range(1, 4)
    )
    assert reason(f"<h1>The ferry</h1><ol class=comment-list>{comments}</ol><div>{LINKS}</div>") is None


def test_a_page_that_says_that_it_is_an_article_is_no_list() -> None:
    links = LINKS.replace("Painted.", SAID)
    body, title = f"<main><h1>The week on the Eld</h1>{links}</main>", "The week on the Eld"
    assert reason(body, title) is NoStory.LISTING
    assert reason(body, title, '<meta property="og:type" content="article">') is None


def test_a_wall_that_says_that_it_is_an_article_has_no_story() -> None:
    head = '<meta property="og:type" content="article">'
    assert reason('<div id="root"></div><nav>News</nav>', head=head) is NoStory.SCRIPTS
    assert reason("<h1>Log in</h1><form><p>Email</p></form>", "Log in", head) is NoStory.LOGIN
