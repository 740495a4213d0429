"""Comments as one nested list, and back, in time that grows with its length alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from archiver.content.comment_head import Head, is_head, read_head, write_head
from archiver.content.markdown.read_blocks import read_blocks
from archiver.content.markdown.write_blocks import write_blocks
from archiver.content.problem import problem
from archiver.errors import ContentError
from archiver.model.article import BodyBlock, Comment

LEVEL_LIMIT = 24
"""Deepest nesting that is written; a reply below it stands beside its parent and names it."""
BODY_BULLET = "*"
"""Opens the items of a commenter's own list, so that they are never taken for comments."""
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_HINT = "a comment begins with `- **Author** · 2024-05-01 · id c-1`, its text indented below"


def levels(comments: Sequence[Comment]) -> list[tuple[int, str | None]]:
    """For each comment its nesting from 0, and the id of its parent where nesting does not show it."""
    path: list[int] = []
    placed: list[tuple[int, str | None]] = []
    above: list[int | None] = []
    for index, comment in enumerate(comments):
        parent = comment.parent
        level, named = 0, None
        if parent is not None:
            level = placed[parent][0] + 1
            shown = len(path) >= level and path[level - 1] == parent and level < LEVEL_LIMIT
            if not shown:
                named = comments[parent].id
                beside = level >= LEVEL_LIMIT and len(path) >= LEVEL_LIMIT - 1
                beside = beside and path[LEVEL_LIMIT - 2] == above[parent]
                level = LEVEL_LIMIT - 1 if beside else 0
        above.append(path[level - 1] if level else None)
        path[level:] = [index]
        placed.append((level, named))
    return placed


def write_comments(comments: Sequence[Comment]) -> str:
    """The comments' file."""
    pieces = []
    for comment, (level, named) in zip(comments, levels(comments), strict=True):
        indent = "  " * level
        pieces.append(f"{indent}- {write_head(comment, named)}\n")
        body = write_blocks(comment.body, BODY_BULLET)
        if body:
            lines = body.split("\n")
            pieces.append("\n" + "".join(f"{indent}  {line}\n" if line else "\n" for line in lines))
        pieces.append("\n")
    return "".join(pieces).rstrip("\n") + "\n"


@dataclass(slots=True, kw_only=True)
class _Open:
    """A comment whose lines are being gathered."""

    head: Head
    line: int
    indent: int
    """Where its text begins, in columns."""
    parent: int | None
    body: list[str] = field(default_factory=list)


def read_comments(text: str, path: str = "comments.md") -> tuple[Comment, ...]:
    """The comments of a comments' file.

    Raises:
        ContentError: A head line cannot be read, or a reply names no comment before it.

    """
    found = _gather(text, path)
    ids: dict[str, int] = {}
    comments = []
    for index, item in enumerate(found):
        name, reply_to, parent = item.head.comment.id, item.head.reply_to, item.parent
        if reply_to is not None:
            if reply_to not in ids:
                message = f"comment {name} replies to {reply_to[:80]}, which does not stand before it"
                raise problem(path, item.line, message, "name the id of a comment above it")
            parent = ids[reply_to]
        if name in ids:
            raise problem(path, item.line, f"two comments have the id {name[:80]}", "change one of them")
        ids[name] = index
        comments.append(replace(item.head.comment, body=_body(item, path), parent=parent))
    return tuple(comments)


def _body(item: _Open, path: str) -> tuple[BodyBlock, ...]:
    text = "\n".join(item.body).strip("\n")
    if not text:
        return ()
    try:
        return read_blocks(text)
    except ContentError as error:
        shown = error.diagnostic
        raise problem(path, item.line + (shown.line or 0), shown.message, shown.hint, shown.code) from None


def _gather(text: str, path: str) -> list[_Open]:
    """Every comment with the lines of its text, by indentation alone."""
    found: list[_Open] = []
    open_now: list[int] = []
    fence = ""
    blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        top = found[open_now[-1]] if open_now else None
        if not words:
            if top:
                top.body.append(line[top.indent :])
            blank = True
            continue
        if fence and top and indent >= top.indent:
            fence = "" if _closes(line[top.indent :], fence) else fence
            top.body.append(line[top.indent :])
            continue
        fence = ""
        if words.startswith("- ") and is_head(words[2:]):
            while open_now and found[open_now[-1]].indent > indent:
                open_now.pop()
            found.append(_opened(words[2:], number, indent, open_now[-1] if open_now else None, path))
            open_now.append(len(found) - 1)
        elif top is None or (blank and indent < found[open_now[0]].indent):
            raise problem(path, number, "words that belong to no comment", _HINT)
        else:
            while blank and found[open_now[-1]].indent > indent:
                open_now.pop()
            top = found[open_now[-1]]
            kept = line[min(top.indent, indent) :]
            opened = _FENCE.match(kept)
            fence = (opened[1] or opened[2]) if opened else ""
            top.body.append(kept)
        blank = False
    return found


def _closes(line: str, fence: str) -> bool:
    words = line.strip()
    return len(words) >= len(fence) and not words.strip(fence[0])


def _opened(words: str, number: int, indent: int, parent: int | None, path: str) -> _Open:
    head = read_head(words)
    if isinstance(head, str):
        raise problem(path, number, f"the head line of a comment has a field `{head[:60]}`", _HINT)
    return _Open(head=head, line=number, indent=indent + 2, parent=parent)
