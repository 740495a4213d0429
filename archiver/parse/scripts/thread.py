"""The thread of a page that keeps its posts in JSON: in a script, an assignment, or an attribute.

No site is relied on: objects side by side that each hold words, a date and somebody who wrote them are the
posts of a thread; those that have a headline of their own are stories, and pass.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from archiver.parse.scripts.post import HINT, Post, read_post
from archiver.parse.scripts.story import LARGEST_CHARACTERS, scripts
from archiver.text import visible

MOST_NODES = 100_000
"""Values looked at in one page."""
MOST_POSTS = 5_000
"""Posts of a thread after this many are passed over."""
MOST_SOURCES = 200
"""Places of a page that are tried as JSON."""
DEEPEST_STRINGS = 3
"""JSON is looked for in strings of JSON this many times."""
_OPENING = 40
"""Visible characters of a post by which the page is asked whether it prints it."""
_LEAST_JSON = 100
_REPLIES = (
    "comment",
    "comments",
    "replies",
    "children",
    "answers",
    "acceptedAnswer",
    "suggestedAnswer",
    "nodes",
    "edges",
    "items",
    "posts",
)
"""Fields under which answers stand in the post that they answer."""
_TITLES = ("headline", "title")
_OPENS = re.compile(r"[=(]\s{0,9}(?=[\[{]\s{0,9}[\"\[{])")
_ATTRIBUTE = re.compile(r"=\s?(?:\"(\s{0,9}[\[{][^\"]{100,})\"|'(\s{0,9}[\[{][^']{100,})')")
_QUESTION = re.compile(r"(?:DiscussionForumPosting|Question)$")
_COMMENTS = re.compile(r"comment|repl(?:y|ies)|kommentar|answer", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptThread:
    """The posts of a thread, each behind the one it answers."""

    posts: tuple[Post, ...] = ()
    is_forum: bool = False
    """The first post opens the thread; else all are comments on something else."""


def script_thread(page: str, printed: str = "") -> ScriptThread:
    """The largest thread of the page's JSON; empty where none is, or where the page prints a post of it."""
    source = page[:LARGEST_CHARACTERS]
    if not HINT.search(source):
        return ScriptThread()
    best = max(_threads(source), key=lambda thread: len(thread.posts), default=ScriptThread())
    seen = visible(printed)
    if any(opening in seen for post in best.posts if len(opening := opening_of(post.words)) >= _OPENING):
        return ScriptThread()
    return replace(best, posts=tuple(_numbered(best.posts)))


def opening_of(words: str) -> str:
    """The first visible characters of HTML or plain text."""
    return visible(html.unescape(re.sub(r"</?[a-zA-Z][^<>]{0,2000}>", " ", words[:20_000])))[:_OPENING]


def _threads(page: str) -> Iterator[ScriptThread]:
    waiting: list[tuple[str, Any, int]] = [("", value, 0) for value in _sources(page)]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        key, value, depth = waiting.pop()
        if isinstance(value, str):
            if depth < DEEPEST_STRINGS:
                waiting.append((key, _decode(value, 0)[0], depth + 1))
            continue
        if isinstance(value, dict) and _QUESTION.search(str(value.get("@type", ""))):
            found, is_forum = list(_with_replies(value)), True
        else:
            found, is_forum = list(islice(_beside(value), MOST_POSTS)), not _COMMENTS.search(key)
        if found:
            yield ScriptThread(posts=tuple(found), is_forum=is_forum)
            continue
        if isinstance(value, dict):
            last = key.rpartition(" ")[2]
            waiting.extend((f"{last} {name}", one, depth) for name, one in value.items() if _may_hold(one))
        else:
            waiting.extend((key, one, depth) for one in value if _may_hold(one))


def _may_hold(value: Any) -> bool:
    is_json = isinstance(value, str) and len(value) >= _LEAST_JSON and value.lstrip()[:1] in ("{", "[")
    return is_json or isinstance(value, dict | list)


def _sources(page: str) -> Iterator[Any]:
    """What of the page's scripts and attributes is JSON."""
    tries = MOST_SOURCES
    for script in scripts(page):
        at = 0 if script.lstrip()[:1] in ("{", "[") else _opening_at(script, 0)
        while at >= 0 and tries:
            tries -= 1
            value, end = _decode(script, at)
            yield value
            at = _opening_at(script, max(end, at + 1))
    for found in _ATTRIBUTE.finditer(page):
        if not tries:
            return
        tries -= 1
        yield _decode(html.unescape(found[1] or found[2]), 0)[0]


def _opening_at(script: str, start: int) -> int:
    found = _OPENS.search(script, start)
    return found.end() if found else -1


def _decode(source: str, start: int) -> tuple[Any, int]:
    """The JSON value that begins there, an empty one where none does, and where reading it ended."""
    while start < len(source) and source[start].isspace():
        start += 1
    try:
        return json.JSONDecoder(strict=False).raw_decode(source, start)
    except json.JSONDecodeError as error:
        return [], error.pos
    except (ValueError, RecursionError):
        return [], len(source)


def _beside(value: Any) -> Iterator[Post]:
    """The posts of a list, or of a table by id, with the answers inside them."""
    inner = [one for one in (value.values() if isinstance(value, dict) else value) if isinstance(one, dict)]
    if isinstance(value, dict) and sum(read_post(one, "") is not None for one in inner[:MOST_POSTS]) < 2:
        return
    for one in inner:
        if not any(one.get(title) for title in _TITLES):
            yield from _with_replies(one)


def _with_replies(value: Mapping[str, Any]) -> Iterator[Post]:
    """The object's post and those that answer it, in page order; a reply inside a reply is its answer."""
    waiting: list[tuple[Any, str]] = [(value, "")]
    for _ in range(MOST_POSTS):
        if not waiting:
            return
        one, around = waiting.pop()
        if isinstance(one, list):
            waiting.extend((inner, around) for inner in reversed(one[:MOST_POSTS]))
        if not isinstance(one, dict):
            continue
        node = one.get("node")
        inner = node if isinstance(node, dict) else one
        post = read_post(inner, around)
        if post:
            yield post
        if post or one is not value:
            told = (inner[key] for key in reversed(_REPLIES) if isinstance(inner.get(key), dict | list))
            waiting.extend((below, post.number if post else around) for below in told)


def _numbered(posts: tuple[Post, ...]) -> Iterator[Post]:
    """The posts with numbers of digits: their own where all have such, else their places."""
    own = all(post.number.isascii() and post.number.isdigit() and len(post.number) < 19 for post in posts)
    own = own and len({post.number for post in posts}) == len(posts)
    numbers = {post.number: post.number if own else str(at) for at, post in enumerate(posts, 1)}
    for at, post in enumerate(posts, 1):
        number = post.number if own else str(at)
        yield replace(post, number=number, parent=numbers.get(post.parent, ""))
