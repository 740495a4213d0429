"""The thread of a page that keeps its posts in JSON: in a script, an assignment, or an attribute.

No site is relied on: objects side by side that each hold words, a date and somebody who wrote them are the
posts of a thread; those that have a headline of their own are stories, and pass.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from archiver.parse.scripts.post import HINT, Post, read_post
from archiver.parse.scripts.story import LARGEST_CHARACTERS
from archiver.parse.scripts.values import decode, json_values

MOST_NODES = 100_000
"""Values looked at in one page."""
MOST_POSTS = 5_000
"""Posts of a thread after this many are passed over."""
DEEPEST_STRINGS = 3
"""JSON is looked for in strings of JSON this many times."""
MOST_ASKED = 100
"""Posts that are looked for in what the page prints."""
_OPENING = 40
"""Letters of a post by which the page is asked whether it prints it."""
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
_WRAPPERS = ("node", "data", "attributes")
"""Fields that hold all of a post, for the sake of the format."""
_COMMENT_FIELD = re.compile(r"comments?(?:\\?\"|&quot;):")
_QUESTION = re.compile(r"(?:DiscussionForumPosting|Question)$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_NO_LETTERS = re.compile(r"\W+")
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
    return _unprinted(best, printed)


def script_comments(page: str, printed: str) -> ScriptThread:
    """The comments on a story that the page prints, where only its JSON has them.

    JSON with several lists of comments has those on other stories too, so none is taken.
    """
    source = page[:LARGEST_CHARACTERS]
    if not _COMMENT_FIELD.search(source) or not HINT.search(source):
        return ScriptThread()
    seen = _letters(printed)
    found = list(islice((below for thread in _threads(source) if (below := _below(thread, seen)).posts), 2))
    return _unprinted(found[0], printed) if len(found) == 1 else ScriptThread()


def _below(thread: ScriptThread, seen: str) -> ScriptThread:
    """The comments of the thread: all, or those below the story that opens it, where that is what is seen."""
    if not thread.is_forum:
        return thread
    is_seen = opening_of(thread.posts[0].words) in seen
    return ScriptThread(posts=thread.posts[1:]) if is_seen else ScriptThread()


def _unprinted(thread: ScriptThread, printed: str) -> ScriptThread:
    seen, openings = _letters(printed), [opening_of(post.words) for post in thread.posts[:MOST_ASKED]]
    found = [opening for opening in openings if opening and opening in seen]
    if any(len(opening) == _OPENING for opening in found) or 2 * len(found) > len(openings):
        return ScriptThread()
    return replace(thread, posts=tuple(_numbered(thread.posts)))


def opening_of(words: str) -> str:
    """The first letters and digits of HTML or plain text."""
    return _letters(html.unescape(_TAG.sub(" ", words[:20_000])))[:_OPENING]


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words)


def _threads(page: str) -> Iterator[ScriptThread]:
    waiting: list[tuple[str, Any, int]] = [("", value, 0) for value in json_values(page)]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        key, value, depth = waiting.pop()
        if isinstance(value, str):
            if depth < DEEPEST_STRINGS:
                waiting.append((key, decode(value, 0)[0], depth + 1))
            continue
        thread = _opened(value) or _beside_each_other(value, key)
        if thread.posts:
            yield thread
            continue
        if isinstance(value, dict):
            last = key.rpartition(" ")[2]
            waiting.extend((f"{last} {name}", one, depth) for name, one in value.items() if _may_hold(one))
        else:
            waiting.extend((key, one, depth) for one in value if _may_hold(one))


def _may_hold(value: Any) -> bool:
    is_json = isinstance(value, str) and len(value) >= _LEAST_JSON and value.lstrip()[:1] in ("{", "[")
    return is_json or isinstance(value, dict | list)


def _opened(value: Any) -> ScriptThread | None:
    """The thread that the object opens: it has a title and words of its own, and answers inside it."""
    if not isinstance(value, dict):
        return None
    is_question = bool(_QUESTION.search(str(value.get("@type", ""))))
    has_answers = any(value.get(title) for title in _TITLES) and any(
        isinstance(value.get(key), dict | list) for key in _REPLIES
    )
    if not (is_question or has_answers) or not read_post(value, ""):
        return None
    found = tuple(_with_replies(value))
    return ScriptThread(posts=found, is_forum=True) if is_question or len(found) > 1 else None


def _beside_each_other(value: Any, key: str) -> ScriptThread:
    return ScriptThread(posts=tuple(islice(_beside(value), MOST_POSTS)), is_forum=not _COMMENTS.search(key))


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
        inner = next((one[key] for key in _WRAPPERS if isinstance(one.get(key), dict)), one)
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
