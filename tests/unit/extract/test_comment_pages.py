"""A thread on several pages: how many of them the capture lacks."""

import pytest

from archiver import api
from tests.unit.extract.test_comment_forums import FORUMS, posts
from tests.unit.extract.test_comment_forums import page as forum
from tests.unit.extract.test_comment_systems import WEBLOGS, page

OWN = '<a href="https://e.example/b/comment-page-2/#comment-9">April 26</a>'
PAGERS = {
    "numbers after this page": (
        '<a href="/b/comment-page-2/#comments">2</a> <a href="/b/comment-page-3/">3</a>',
        2,
    ),
    "older comments alone": ('<a href="/b/comment-page-1/#comments">Older Comments</a>', 1),
    "a gap where this page is": ('<a href="/b/?cpage=1">1</a> <a href="/b/?cpage=3">3</a>', 2),
    "own address tells": (f'{OWN} <a href="/b/comment-page-1/">1</a>', 1),
    "none": ('<a href="/b/page/2/">Older stories</a>', 0),
}


@pytest.mark.parametrize("kind", PAGERS)
def test_the_pages_of_comments_that_are_missing_are_counted(kind: str) -> None:
    links, missing = PAGERS[kind]
    pager = f'<nav class="comment-navigation">{links}</nav>'
    capture = page(WEBLOGS["wordpress"] + pager)
    found = api.extract(capture, url="https://e.example/b/", media_type="text/html")
    assert found.article.comment_pages_missing == missing


def test_a_forums_pager_tells_of_the_threads_other_pages() -> None:
    pager = '<div class="pagination"><strong>1</strong> <a href="/t?start=20">2</a> <a href="/t?start=40">3</a></div>'
    assert (
        api.extract(forum(f"{pager}<ol>{posts(FORUMS['vbulletin 4'])}</ol>")).article.comment_pages_missing
        == 2
    )


def test_a_weblogs_pager_of_stories_is_no_threads() -> None:
    pager = '<div class="pagination"><a href="/page/2">2</a> <a href="/page/3">3</a></div>'
    assert api.extract(page(f"{pager}{WEBLOGS['wordpress']}")).article.comment_pages_missing == 0
