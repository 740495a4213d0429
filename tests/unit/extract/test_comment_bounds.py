"""Threads of any size and depth go through the whole line in bounded time, without a depth of calls."""

import time

import pytest

from archiver import api
from archiver.content.threads import read_comments, write_comments
from archiver.model.article import Comment
from archiver.render.thread import StepKind, thread
from tests.unit.extract.test_comment_systems import page
from tests.unit.harrowmere import page as site_page

SECONDS = 60
"""Far above what it takes, far below what anything quadratic would."""


def comment(number: int, depth: int | None = None, replies: str = "") -> str:
    told = f" depth-{depth}" if depth else ""
    return (
        f'<li class="comment{told}" id="comment-{number}"><article class="comment-body"><b class="fn">Reader {number % 70}'
        f'</b> <time datetime="2022-04-26T10:15:00Z">April 26</time><div class="comment-content"><p>Ferry {number} left '
        f"Harrowmere at dusk with apples and a goat.</p></div></article>{replies}</li>"
    )


def nested(depth: int) -> str:
    replies = ""
    for number in range(depth, 0, -1):
        replies = comment(number, replies=f'<ol class="children">{replies}</ol>' if replies else "")
    return replies


THREADS = {
    "10,000 beside each other": ("".join(comment(number) for number in range(1, 10_001)), 10_000, 1),
    "1,000 inside each other": (nested(1000), 1000, 1000),
    "ten chains of 1,000": (
        "".join(comment(1000 * chain + depth, depth) for chain in range(10) for depth in range(1, 1001)),
        10_000,
        1000,
    ),
}


def deepest(comments: tuple[Comment, ...]) -> int:
    depths: list[int] = []
    for each in comments:
        depths.append(1 if each.parent is None else depths[each.parent] + 1)
    return max(depths)


@pytest.mark.parametrize("kind", THREADS)
def test_a_thread_of_any_size_goes_through_the_whole_line(kind: str) -> None:
    markup, count, depth = THREADS[kind]
    began = time.process_time()
    found = api.extract(page(f'<section id="comments"><ol class="comment-list">{markup}</ol></section>'))
    assert (len(found.comments), deepest(found.comments)) == (count, depth)
    assert read_comments(write_comments(found.comments)) == found.comments
    steps = thread(site_page("t/2022/04/a", comments=found.comments).load())
    assert sum(step.kind is StepKind.COMMENT for step in steps) == count
    assert time.process_time() - began < SECONDS
