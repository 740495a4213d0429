"""A thread that a script would have written, as the elements that it would have made.

Elements are made, not markup: words of a post cannot close its element, nor pass for a post of their own.
"""

from archiver.parse.html.tree import Node, tree
from archiver.parse.scripts.post import Post
from archiver.parse.scripts.thread import ScriptThread

_KEPT = frozenset(["href", "src", "srcset", "alt", "width", "height", "colspan", "start", "lang"])
"""Attributes of a post's own elements; classes and ids would speak for the page."""
_RENAMED = {"article": "div", "main": "div", "time": "span", "h1": "h2", "cite": "span"}
"""Elements that would tell of a story or a post."""


def post_elements(thread: ScriptThread) -> Node:
    """One element for the thread, with one for each post: author, time, words."""
    page = Node("div", {"class": "posts" if thread.is_forum else "comments"})
    page.contents.extend(
        _element(post, "topic-post" if thread.is_forum else "comment") for post in thread.posts
    )
    return page


def _element(post: Post, name: str) -> Node:
    told = {"class": name, "data-comment-id": post.number} | (
        {"data-parent-id": post.parent} if post.parent else {}
    )
    made = Node("article", told)
    if post.author:
        made.contents.append(_holding("div", {"class": "username"}, post.author))
    made.contents.append(_holding("time", {"datetime": post.date}, post.date))
    words = Node("div", {"class": "comment-content"})
    words.contents.extend(_words(post.words))
    made.contents.append(words)
    return made


def _holding(name: str, attrs: dict[str, str], words: str) -> Node:
    made = Node(name, attrs)
    made.contents.append(words)
    return made


def _words(words: str) -> list[Node | str]:
    if "<" not in words or ">" not in words:
        return [_holding("p", {}, line) for line in words.splitlines() if line.strip()]
    page = tree(words)
    for one in page.descendants():
        if not isinstance(one, str):
            is_quote = "quote" in one.attrs.get("class", "").split()
            one.attrs = {key: value for key, value in one.attrs.items() if key in _KEPT}
            one.name = "blockquote" if is_quote else _RENAMED.get(one.name, one.name)
    body = page.first("body")
    return body.contents if body else page.contents
