"""The work that a page makes grows as the page does, whatever it is a flood of: calls are counted, not seconds."""

import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from archiver import extract

ENOUGH = 150
"""Repetitions of the smaller page; what does not grow with the page is little beside it."""
MOST = 2.6
"""Calls of a page of twice the size to those of the smaller; anything quadratic has 4."""
SAID = "On day one the ferry crossed the Eld from the lower quay with waggons of hay and two goats. "
STORY = f"<article><h1>The ferry</h1>{f'<p>{SAID * 3}</p>' * 8}</article>"
COMMENT = (
    '<li id="comment-{0}" class="comment"><cite class="fn">Ida {0}</cite><time datetime="2022-04-26T10:15">April 26'
    '</time><div class="comment-content"><p>The old bridge over the Eld needs paint {0}.</p></div>'
)
POST = (
    '<div class="post" id="p{0}"><p class="author">by <a href="/u">Ida {0}</a> Tue Apr 26, 2022 10:15 am</p>'
    f'<div class="content">The old bridge {{0}}. {SAID}</div></div>'
)
REPLY = {"@type": "Comment", "author": {"name": "Ida"}, "dateCreated": "2021-05-02"}


def linked(**told: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "X"} | told)}</script>'


def each(pattern: str) -> Callable[[int], str]:
    return lambda count: STORY + "".join(pattern.format(number) for number in range(count))


FLOODS: dict[str, Callable[[int], str]] = {
    "paragraphs": each(f"<p>{SAID}{{0}}</p>"),
    "boxes inside each other": lambda count: "<div>" * count + STORY,
    "texts inside each other": lambda count: "<div class=box>A line of text" * count + STORY,
    "quotations inside each other": lambda count: "<blockquote>A line of text" * count + STORY,
    "lists inside each other": lambda count: "<ul><li>A line of text" * count + STORY,
    "tables inside each other": lambda count: "<table><tr><td>A line of text" * count + STORY,
    "line breaks": each("A line {0}<br>"),
    "headings": each("<h2>Heading number {0} of the page</h2>"),
    "headlines": each("<h1>Heading number {0} of the page</h1>"),
    "links": each('<li><a href="/{0}">Story {0} about the Eld</a></li>'),
    "open links": each('<a href="/{0}">Story {0} about the Eld '),
    "figures": each('<figure><img src="/{0}.jpg"><figcaption>Bridge {0}. Photo: Ida Holm</figcaption></figure>'),
    "pictures": each('<img src="/{0}.jpg" alt="A bridge">'),
    "times": each('<time datetime="2022-01-01">1 January 2022</time> '),
    "bylines": each("<p class=byline>By Ida Holm and Jon Eld</p>"),
    "tags": each('<a rel="tag" href="/t/{0}">tag {0}</a> '),
    "classes": lambda count: f'<div class="{" ".join(f"box-{one}" for one in range(count))}">{STORY}</div>',
    "cells": lambda count: f"{STORY}<table><tr>{'<td>x' * count}</table>",
    "comments": lambda count: f"{STORY}<ol class=comment-list>{each(COMMENT)(count)}</ol>",
    "comments without numbers": each(
        "<div class=comment><b class=author>Ida</b><span class=date>April 26, 2022</span><p>The bridge {0}</p></div>"
    ),
    "comments inside each other": lambda count: (
        f"{STORY}<ul>{''.join(COMMENT.format(one) + '<ul class=children>' for one in range(count))}"
    ),
    "posts": lambda count: "".join(POST.format(number) for number in range(count)),
    "boxes that no class names": each("<div class=z><i>Ida {0}</i> <u>April 26, 2022</u><p>The old bridge {0}</p></div>"),
    "authors in JSON-LD": lambda count: STORY + linked(author=[{"name": f"Ida Holm{one}"} for one in range(count)]),
    "comments in JSON-LD": lambda count: STORY + linked(comment=[REPLY | {"text": f"Bridge {one}"} for one in range(count)]),
    "articles in JSON-LD": lambda count: STORY + linked(hasPart=[{"@type": "Article", "name": f"{one}"} for one in range(count)]),
    "JSON that ends early": lambda count: STORY + '<script>"comments":x=[{"created_at":' * count + "</script>",
    "scripts": lambda count: STORY + '<script>"comments":"created_at":;x={"a":[1]}</script>' * count,
    "meta tags": lambda count: '<meta name="author" content="Ida Holm">' * count + STORY,
    "comments of markup": lambda count: STORY + "<!--" * count,
}  # fmt: skip
LINES: dict[str, Callable[[int], str]] = {
    "short lines": lambda count: "".join(f"A short line {number}\n" for number in range(count)),
    "indents": lambda count: "".join(f"{' ' * number}A line {number}\n" for number in range(count)),
    "indents of a saw": lambda count: "".join(f"{' ' * (number % 37)}{number}. Ida says\n" for number in range(count)),
    "comments": lambda count: f"The ferry\n\n{SAID * 9}\n\n{count} COMMENTS\n\n"
    + "".join(f"  1. Ida {one}\n     April 26, 2022 at 10:15\n\n     The old bridge {one}\n\n" for one in range(count)),
}  # fmt: skip


def calls(source: str, media_type: str) -> int:
    """How many functions, Python's own among them, are called to extract the page."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        extract(source.encode(), media_type=media_type)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("flood", FLOODS)
def test_twice_the_page_is_twice_the_work(flood: str) -> None:
    one, two = (FLOODS[flood](count) for count in (ENOUGH, 2 * ENOUGH))
    calls(one, "text/html")  # what is read once in a process is read here
    assert calls(two, "text/html") < MOST * calls(one, "text/html")


@pytest.mark.parametrize("flood", LINES)
def test_twice_the_lines_are_twice_the_work(flood: str) -> None:
    one, two = (LINES[flood](count) for count in (ENOUGH, 2 * ENOUGH))
    calls(one, "text/plain")
    assert calls(two, "text/plain") < MOST * calls(one, "text/plain")
