"""A thread of comments as flat steps, so that no depth of replies is a depth of calls or elements."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from markupsafe import Markup

from archiver.model.article import Comment
from archiver.model.site import Story, comment_anchor
from archiver.render.values import Dated
from archiver.render.views import dated, web_address

NESTING = 16
"""Deepest list of replies; deeper ones stand in that list and say whom they answer."""
FOLD_EVERY = 4
"""Replies to comments at this depth, and at its multiples, are folded."""
FOLD_ABOVE = 12
"""The replies to one top comment are folded when they are more than this."""
FOLDED_MARKS = frozenset(("spam", "pending"))
"""Comments with such a mark are kept and folded."""


class StepKind(StrEnum):
    """What a template writes for a step."""

    OPEN = "open"
    COMMENT = "comment"
    END = "end"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment as templates see it."""

    anchor: str
    """The id of its element."""
    href: str
    """The address of that element on its page: `#` and the id, percent-encoded."""
    author: str | None
    author_url: str | None
    date: Dated
    html: Markup
    """Its words; empty for a comment that was deleted."""
    marks: tuple[str, ...]
    votes: int | None
    depth: int
    """1 for a comment on the article itself, growing with each reply, however deep the page nests them."""
    folded: bool
    """Spam and the like: to be shown folded."""
    reasons: tuple[str, ...]
    """Why it is taken for spam; empty where it does not bear the mark."""
    answers: tuple[str, str] | None
    """(href, author) of the comment it answers where its place in the lists does not show that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`open` a list of replies, show a `comment` (its item stays open), `end` the item, `close` the list."""

    kind: StepKind
    comment: CommentView | None = None
    folded: bool = False
    """Open and close: the list is to be folded."""
    count: int = 0
    """Open: how many comments stand in the list at any depth."""


_END = Step(kind=StepKind.END)


def thread(story: Story) -> tuple[Step, ...]:
    """The steps of an article's comments in reading order; empty without comments.

    The outermost list is one `open` and one `close` too.
    """
    comments = story.bundle.comments
    if not comments:
        return ()
    tree = _tree(comments)
    steps: list[Step] = [Step(kind=StepKind.OPEN, count=len(comments))]
    todo: list[int | Step] = [Step(kind=StepKind.CLOSE), *reversed(tree.replies[-1])]
    while todo:
        item = todo.pop()
        if isinstance(item, Step):
            steps.append(item)
            continue
        steps.append(Step(kind=StepKind.COMMENT, comment=_view(story, item, tree)))
        todo.append(_END)
        if replies := tree.replies.get(item):
            folded = _is_folded(tree.nesting[item], tree.below[item])
            steps.append(Step(kind=StepKind.OPEN, folded=folded, count=tree.below[item]))
            todo.append(Step(kind=StepKind.CLOSE, folded=folded))
            todo += reversed(replies)
    return tuple(steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    replies: dict[int, list[int]]
    """Comments in the list below each one; those of the article under -1."""
    depth: list[int]
    nesting: list[int]
    below: list[int]
    parents: list[int]
    """The comment each one answers, -1 for the article."""


def _tree(comments: tuple[Comment, ...]) -> _Tree:
    parents = [
        comment.parent if comment.parent is not None and 0 <= comment.parent < index else -1
        for index, comment in enumerate(comments)
    ]
    holders: list[int] = []
    depth: list[int] = []
    nesting: list[int] = []
    replies: dict[int, list[int]] = {-1: []}
    for index, parent in enumerate(parents):
        deep = parent >= 0 and nesting[parent] >= NESTING
        holder = holders[parent] if deep else parent
        holders.append(holder)
        depth.append(depth[parent] + 1 if parent >= 0 else 1)
        nesting.append(nesting[holder] + 1 if holder >= 0 else 1)
        replies.setdefault(holder, []).append(index)
    below = [0] * len(comments)
    for index in range(len(comments) - 1, -1, -1):
        if holders[index] >= 0:
            below[holders[index]] += below[index] + 1
    return _Tree(replies=replies, depth=depth, nesting=nesting, below=below, parents=parents)


def _is_folded(nesting: int, below: int) -> bool:
    return nesting % FOLD_EVERY == 0 or (nesting == 1 and below > FOLD_ABOVE)


def _view(story: Story, index: int, tree: _Tree) -> CommentView:
    comment = story.bundle.comments[index]
    answers = None
    if tree.depth[index] > tree.nesting[index]:
        answered = story.bundle.comments[tree.parents[index]]
        answers = (_href(comment_anchor(answered.id)), answered.author or "unknown author")
    anchor = comment_anchor(comment.id)
    return CommentView(
        anchor=anchor,
        href=_href(anchor),
        author=comment.author,
        author_url=web_address(comment.author_url),
        date=dated(comment.date, comment.date_printed),
        html=Markup(story.comments_html[index]),
        marks=comment.marks,
        votes=comment.votes,
        depth=tree.depth[index],
        folded=not FOLDED_MARKS.isdisjoint(comment.marks),
        reasons=comment.spam_reasons if "spam" in comment.marks else (),
        answers=answers,
    )


def _href(anchor: str) -> str:
    return f"#{quote(anchor)}"
