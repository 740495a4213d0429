"""Weighs what speaks for advertising in each comment of a thread.

Each reason has a weight below 1 and the score is 1 - (1 - a)(1 - b)…, so that reasons add up and none of
them decides alone but the plainest: link markup that no reader writes, and links under words of that trade.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from archiver.extract.spam import signs
from archiver.extract.spam.copies import copied
from archiver.model import plain
from archiver.model.article import Comment, Quote

MARKED_FROM = 0.6
"""Comments with this score or a higher one bear the mark `spam`."""
MARK = "spam"
_WEIGHTS = {
    "unknown script": 0.35,
    "link markup": 0.6,
    "commercial links": 0.65,
    "many links": 0.3,
    "commercial name": 0.4,
    "commercial words": 0.3,
    "near-copy": 0.4,
    "generic praise": 0.3,
    "keyword stuffing": 0.35,
}
_TRUSTED = frozenset(["editor", "author", "featured", "deleted", "pingback", "answer", "accepted"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thread:
    scripts: frozenset[str]
    host: str
    repeated: frozenset[int]


def judged(comments: Sequence[Comment], story: str, url: str | None) -> tuple[Comment, ...]:
    """The comments with their scores, reasons and, from `MARKED_FROM` on, the mark `spam`.

    `story` is the article's text and `url` its address; linear in the comments' length.
    """
    if not comments:
        return ()
    texts = [plain.text(comment.body) for comment in comments]
    thread = _Thread(
        scripts=signs.scripts_of(story, texts),
        host=signs.host_of(url or ""),
        repeated=copied([comment.author for comment in comments], [_own(comment) for comment in comments]),
    )
    return tuple(
        _judged(comment, tuple(_reasons(index, comment, texts[index], thread)))
        for index, comment in enumerate(comments)
    )


def _own(comment: Comment) -> str:
    """The comment's words without those that it quotes."""
    return plain.text([block for block in comment.body if not isinstance(block, Quote)])


def _judged(comment: Comment, reasons: tuple[str, ...]) -> Comment:
    if not reasons or not _TRUSTED.isdisjoint(comment.marks):
        return comment
    score = round(1 - prod(1 - _WEIGHTS[reason] for reason in reasons), 2)
    marks = (*comment.marks, MARK) if score >= MARKED_FROM else comment.marks
    return replace(comment, marks=marks, spam=score, spam_reasons=reasons)


def _reasons(index: int, comment: Comment, text: str, thread: _Thread) -> Iterator[str]:
    links = signs.links_of(comment, thread.host)
    if signs.is_foreign(text, thread.scripts):
        yield "unknown script"
    if signs.has_link_markup(text):
        yield "link markup"
    terms = signs.count_terms(text)
    if any(signs.is_commercial(f"{words} {signs.words_of(href)}") for words, href in links) or (
        links and terms > 1
    ):
        yield "commercial links"
    elif terms > 1:
        yield "commercial words"
    if len({href for _, href in links}) >= signs.MANY_LINKS:
        yield "many links"
    if signs.is_trade_name(comment.author or "", comment.author_url):
        yield "commercial name"
    if index in thread.repeated:
        yield "near-copy"
    if signs.is_praise(text):
        yield "generic praise"
    if signs.is_stuffed(text):
        yield "keyword stuffing"
